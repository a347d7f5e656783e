package org.sarhad.node.exhibit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.link.PeerRequest.GetFilePiece;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.port.Clock;
import org.sarhad.node.port.DiskException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// Fetches released files of the other sides over the link, one piece after the other (06-10).
///
/// It decides and keeps count; who carries a piece over is the caller's business: ask [#next] what
/// to ask for, and tell [#came] or [#failed] what was answered. So it runs over real links and over
/// simulated ones alike. What is behind a cut or a restart is one chunk at most.
///
/// For one thread, but for [#progress]. Memory: one chunk.
public final class FileFetcher {
  private static final int PIECE_BYTES_MIN = 16 << 10;
  private static final Duration BACKOFF_MIN = Duration.ofSeconds(1);
  private static final Duration BACKOFF_MAX = Duration.ofMinutes(10);
  private static final int SENTENCE_MAX = 200;

  private final ExhibitStore store;
  private final PartyId own;
  private final long bytesPerSecond;
  private final Clock clock;
  private final Consumer<FileFinding> told;
  private final Map<Key, Progress> progress = new ConcurrentSkipListMap<>();
  private Optional<Chunk> chunk = Optional.empty();
  private int pieceBytes = GetFilePiece.BYTES_MAX;
  private long nextAtNanos;

  private record Key(PartyId holder, Hash sha256) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byHolder = holder.compareTo(other.holder);
      return byHolder != 0 ? byHolder : sha256.compareTo(other.sha256);
    }
  }

  /// A piece to ask for.
  public record Ask(PartyId peer, GetFilePiece request) {}

  /// How far one file is.
  ///
  /// @param failures in a row
  /// @param retryAtNanos when it may be tried again, by [Clock#nanos]
  /// @param lastError why it did not go on when it last did not; empty while it goes well
  public record Progress(
      FetchState state, int failures, long retryAtNanos, Optional<String> lastError) {
    private static final Progress NEW =
        new Progress(FetchState.WAITING, 0, Long.MIN_VALUE, Optional.empty());

    /// Asked again. What went wrong before counts until a chunk is right.
    private Progress going() {
      return new Progress(FetchState.FETCHING, failures, Long.MIN_VALUE, lastError);
    }
  }

  /// The chunk whose pieces are coming.
  private static final class Chunk {
    final Gathering gathering;
    final int index;
    final long from;
    final int sizeBytes;
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Chunk(Gathering gathering, int index, ChunkPlan plan) {
      this.gathering = gathering;
      this.index = index;
      this.from = plan.offsetOf(index);
      this.sizeBytes = plan.sizeOf(index);
    }

    boolean isOf(NamedFile file) {
      return gathering.file().sha256().equals(file.sha256())
          && gathering.file().holder().equals(file.holder());
    }
  }

  /// @param own this node's side, whose own files are not fetched
  /// @param bytesPerSecond how much is asked for in a second, on the average: what is left of the
  ///   line is for the log
  /// @param told what is found, as it is found
  public FileFetcher(
      ExhibitStore store,
      PartyId own,
      long bytesPerSecond,
      Clock clock,
      Consumer<FileFinding> told) {
    this.store = store;
    this.own = own;
    this.bytesPerSecond = bytesPerSecond;
    this.clock = clock;
    this.told = told;
    this.nextAtNanos = clock.nanos();
  }

  /// What to ask for now; empty when nothing is to be had, or it is too early.
  ///
  /// @param named what the record says
  /// @param mayAsk whether the line to a side is free for files
  public Optional<Ask> next(NamedFiles named, Predicate<PartyId> mayAsk) {
    if (clock.nanos() - nextAtNanos < 0) {
      return Optional.empty();
    }
    var wanted = named.all().filter(this::isWanted).toList();
    if (chunk.isPresent() && wanted.stream().noneMatch(file -> chunk.get().isOf(file))) {
      chunk = Optional.empty();
    }
    var due = wanted.stream().filter(file -> isDue(file) && mayAsk.test(file.holder())).toList();
    boolean isGoingOn = chunk.filter(open -> due.stream().anyMatch(open::isOf)).isPresent();
    for (var file : due) {
      if (chunk.isPresent() && !chunk.get().isOf(file)) {
        // What was begun is finished first; a side that does not answer holds up no other.
        if (isGoingOn || chunk.get().gathering.file().holder().equals(file.holder())) {
          continue;
        }
        chunk = Optional.empty();
      }
      var ask = ask(file);
      if (ask.isPresent()) {
        return ask;
      }
    }
    return Optional.empty();
  }

  private boolean isWanted(NamedFile file) {
    boolean isHeld = store.find(file.sha256()).isPresent() && !store.isDamaged(file.sha256());
    return file.isReleased()
        && !file.holder().equals(own)
        && !isHeld
        && line(file).state() != FetchState.CONTRADICTED;
  }

  private boolean isDue(NamedFile file) {
    long retryAt = line(file).retryAtNanos();
    return retryAt == Long.MIN_VALUE || clock.nanos() - retryAt >= 0;
  }

  private Optional<Ask> ask(NamedFile file) {
    if (chunk.isEmpty()) {
      open(new Gathering(store, file));
    }
    return chunk.map(
        open -> {
          note(file, line(file).going());
          int held = open.bytes.size();
          int bytes = Math.min(pieceBytes, open.sizeBytes - held);
          return new Ask(file.holder(), new GetFilePiece(file.sha256(), open.from + held, bytes));
        });
  }

  /// Opens the next chunk that is missing. Without one, the file is finished.
  private void open(Gathering gathering) {
    var file = gathering.file();
    switch (gathering.begin()) {
      case FileOutcome.Going(var part) -> {
        if (part.card().outcome() instanceof PartCard.Outcome.Contradicted(Hash found)) {
          contradicted(file, found);
        } else if (part.card().sizeBytes() != file.manifest().orElseThrow().sizeBytes()) {
          failed(file, FetchState.WRONG, "Two manifests of this file give it two sizes.");
        } else if (part.firstMissing().isPresent()) {
          int index = part.firstMissing().get();
          chunk = Optional.of(new Chunk(gathering, index, part.card().plan()));
        } else {
          concluded(gathering, gathering.finish());
        }
      }
      case FileOutcome.Refused(var why, var detail) ->
          failed(file, FetchState.NO_ROOM, why.sentence() + " " + detail);
      case FileOutcome.Whole _, FileOutcome.Gone _ -> {}
    }
  }

  /// `response` answers `ask`.
  public void came(Ask ask, PeerResponse response) {
    var open = chunk.filter(known -> isFor(known, ask));
    if (open.isEmpty()) {
      return;
    }
    var file = open.get().gathering.file();
    if (response.status() != 206) {
      failed(file, FetchState.RETRYING, "%d %s".formatted(response.status(), sentence(response)));
      return;
    }
    if (response.body().size() != ask.request().bytes()) {
      failed(
          file,
          FetchState.RETRYING,
          "The other side gave %d bytes and was asked for %d."
              .formatted(response.body().size(), ask.request().bytes()));
      return;
    }
    pace(response.body().size());
    pieceBytes = Math.min(GetFilePiece.BYTES_MAX, pieceBytes * 2);
    add(open.get(), response.body());
  }

  private void add(Chunk open, Bytes piece) {
    try {
      piece.writeTo(open.bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    if (open.bytes.size() < open.sizeBytes) {
      return;
    }
    chunk = Optional.empty();
    try {
      var bytes = Bytes.of(open.bytes.toByteArray());
      concluded(open.gathering, open.gathering.take(open.index, bytes, clock.now()));
    } catch (DiskException e) {
      failed(open.gathering.file(), FetchState.NO_ROOM, e.getMessage());
    }
  }

  private void concluded(Gathering gathering, Gathering.Result result) {
    var file = gathering.file();
    switch (result) {
      case Gathering.Result.Taken _ -> {
        note(file, new Progress(FetchState.FETCHING, 0, Long.MIN_VALUE, Optional.empty()));
        if (gathering.part().filter(part -> part.firstMissing().isEmpty()).isPresent()) {
          concluded(gathering, gathering.finish());
        }
      }
      case Gathering.Result.Whole _ -> {
        progress.remove(key(file));
        told.accept(new FileFinding.Arrived(file));
      }
      case Gathering.Result.Wrong(var wrong, var isKept) -> {
        failed(
            file,
            FetchState.WRONG,
            "Chunk %d is not the one its holder signed; SHA-256 of what came is %s."
                .formatted(wrong.chunk(), wrong.found().hex()));
        if (isKept) {
          told.accept(new FileFinding.WrongChunkCame(file, wrong));
        }
      }
      case Gathering.Result.Contradicted(var found) -> {
        contradicted(file, found);
        told.accept(new FileFinding.Contradiction(file, found));
      }
      case Gathering.Result.Refused(var why, var detail) ->
          failed(file, FetchState.NO_ROOM, why.sentence() + " " + detail);
    }
  }

  /// There was no answer to `ask`. What came of the chunk so far is not asked for again.
  public void failed(Ask ask, String reason) {
    chunk
        .filter(known -> isFor(known, ask))
        .ifPresent(
            open -> {
              pieceBytes = Math.max(PIECE_BYTES_MIN, pieceBytes / 2);
              var file = open.gathering.file();
              note(file, later(file, FetchState.RETRYING, reason));
            });
  }

  private static boolean isFor(Chunk open, Ask ask) {
    return open.gathering.file().sha256().equals(ask.request().sha256())
        && open.gathering.file().holder().equals(ask.peer());
  }

  /// Gives up the chunk, and goes on after a while.
  private void failed(NamedFile file, FetchState state, String reason) {
    chunk = Optional.empty();
    note(file, later(file, state, reason));
  }

  private Progress later(NamedFile file, FetchState state, String reason) {
    int failures = line(file).failures() + 1;
    long wait =
        Math.min(BACKOFF_MAX.toNanos(), BACKOFF_MIN.toNanos() << Math.min(failures - 1, 20));
    return new Progress(state, failures, clock.nanos() + wait, Optional.of(cut(reason)));
  }

  private void contradicted(NamedFile file, Hash found) {
    chunk = Optional.empty();
    note(
        file,
        new Progress(
            FetchState.CONTRADICTED,
            1,
            Long.MIN_VALUE,
            Optional.of(
                "All chunks are those its holder signed, and SHA-256 of the whole is %s."
                    .formatted(found.hex()))));
  }

  /// Waits as long as the piece takes at the rate allowed, from when it was asked for.
  private void pace(int bytes) {
    long nanos = bytes * Duration.ofSeconds(1).toNanos() / bytesPerSecond;
    nextAtNanos = Math.max(clock.nanos() - nanos, nextAtNanos) + nanos;
  }

  private Progress line(NamedFile file) {
    return progress.getOrDefault(key(file), Progress.NEW);
  }

  private void note(NamedFile file, Progress next) {
    progress.put(key(file), next);
  }

  private static Key key(NamedFile file) {
    return new Key(file.holder(), file.sha256());
  }

  private static String sentence(PeerResponse response) {
    return response
        .body()
        .slice(0, Math.min(response.body().size(), SENTENCE_MAX))
        .findUtf8()
        .orElse("")
        .strip();
  }

  private static String cut(String reason) {
    var line = reason.replaceAll("\\p{Cntrl}", " ").strip();
    return line.length() <= SENTENCE_MAX ? line : line.substring(0, SENTENCE_MAX);
  }

  /// How far the file of `holder` is; empty when nothing was done about it in this run. May be
  /// called from any thread.
  public Optional<Progress> progress(PartyId holder, Hash sha256) {
    return Optional.ofNullable(progress.get(new Key(holder, sha256)));
  }

  /// When it is worth asking [#next] again after an answer, in nanoseconds from now; 0 for at once.
  public long pauseNanos() {
    return Math.max(0, nextAtNanos - clock.nanos());
  }

  /// The files that are being fetched or were tried. For tests and metrics.
  public List<FetchState> states() {
    return progress.values().stream().map(Progress::state).toList();
  }
}
