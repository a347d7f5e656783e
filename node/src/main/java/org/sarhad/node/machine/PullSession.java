package org.sarhad.node.machine;

import java.util.List;
import java.util.Optional;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.node.link.PayloadFrames;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.mirror.AddEntries;
import org.sarhad.tlog.mirror.EntryPackage;
import org.sarhad.tlog.tree.EntryBundle;
import org.sarhad.tlog.tree.TilePath;
import org.sarhad.tlog.tree.Tree;
import org.sarhad.tlog.witness.AddCheckpoint;

/// Fetches what a log serves, file by file, and turns it into the very requests its author would
/// have pushed (06-8): so whatever is pulled over the link, read from an offline bundle or fetched
/// back from a mirror goes through the same `ingest` as a push, and is believed no more.
///
/// Asks for one file at a time: the checkpoint; the tiles that the next proof needs; a bundle of
/// entries; the payloads beside it, part by part. The entries are handed over behind each part, so
/// that no more than one part need be held, however many there are.
final class PullSession {
  /// 256 entries with 1 MiB of payloads each, and as much that each reveals, in parts of which all
  /// but the last have more than 15 MiB.
  private static final int PARTS_MAX = 35;

  /// What to do next.
  sealed interface Step {
    /// Fetch this file.
    record Ask(String path) implements Step {}

    /// Hand this to `ingest`, as if it had been pushed.
    ///
    /// @param isAll whether everything that is served beside these entries has been handed over; if
    ///   not, those whose payloads are not here yet will come again
    record Ingest(PeerRequest request, boolean isAll) implements Step {
      /// Whether `answer` says no more than that payloads are missing which are still to come.
      boolean isMerelyEarly(PeerResponse answer) {
        return answer.status() == 409 && request instanceof PeerRequest.AddEntries && !isAll;
      }
    }

    /// All that the checkpoint covers has been handed over.
    record Done(SignedCheckpoint head) implements Step {}

    /// What was fetched is not a log.
    record Failed(String sentence) implements Step {}
  }

  /// How far whoever ingests is, asked anew for each step.
  interface Receiver {
    /// Entries under the newest head it accepted.
    long headSize();

    /// The first entry it does not have.
    long next();
  }

  private enum Wanted {
    CHECKPOINT,
    TILE,
    ENTRIES,
    PAYLOADS
  }

  private final String prefix;
  private final String origin;
  private Wanted wanted = Wanted.CHECKPOINT;
  private Optional<String> asked = Optional.empty();
  private Optional<SignedCheckpoint> head = Optional.empty();
  private boolean isHeadGiven;
  private boolean isTailGiven;
  private RemoteTree tree = new RemoteTree(0);
  private Optional<Beside> bundle = Optional.empty();
  private Optional<String> failure = Optional.empty();

  /// A session for the log `origin`, whose files are at paths that begin with `prefix`.
  PullSession(String prefix, String origin) {
    this.prefix = prefix;
    this.origin = origin;
  }

  /// What to do next, given how far the receiver is.
  Step next(Receiver receiver) {
    if (failure.isPresent()) {
      return new Step.Failed(failure.get());
    }
    if (head.isEmpty()) {
      return ask(Wanted.CHECKPOINT, "checkpoint");
    }
    var newest = head.get();
    if (!isHeadGiven) {
      return offer(newest, Math.min(receiver.headSize(), newest.size()));
    }
    if (receiver.next() < newest.size()) {
      return upload(newest, receiver.next());
    }
    if (!isTailGiven) {
      // Whoever has every entry is told so by an upload of nothing, and cosigns.
      isTailGiven = true;
      return new Step.Ingest(
          new PeerRequest.AddEntries(
              new AddEntries(origin, newest.size(), newest.size(), Bytes.EMPTY),
              List.of(),
              PeerRequest.Ending.WHOLE),
          true);
    }
    return new Step.Done(newest);
  }

  private Step offer(SignedCheckpoint newest, long oldSize) {
    var proof = tree.compute(hashes -> Tree.consistencyProof(oldSize, newest.size(), hashes));
    if (proof.isEmpty()) {
      return askForTile();
    }
    isHeadGiven = true;
    return new Step.Ingest(
        new PeerRequest.AddCheckpoint(new AddCheckpoint(oldSize, proof.get(), newest).bytes()),
        true);
  }

  /// A bundle of entries that is being fetched, and how far its payloads are.
  private static final class Beside {
    final long index;
    Optional<List<Bytes>> entries = Optional.empty();

    /// The part that came and was not handed over yet.
    Optional<List<PayloadFrame>> part = Optional.empty();

    int nextPart;
    boolean isLastPart;

    /// Whether payloads came since the entries were last handed over.
    boolean isNew;

    /// From which entry on they last were; -1 if they never were.
    long handedOver = -1;

    Beside(long index) {
      this.index = index;
    }

    void came(List<PayloadFrame> frames) {
      part = Optional.of(frames).filter(some -> !some.isEmpty());
      isLastPart = !PayloadFrames.isFull(frames);
      isNew = true;
      nextPart++;
    }

    /// Whether to hand the entries over, to a receiver that wants them from `next` on: it may be
    /// able to take one now, or has just taken some and may not have had enough.
    boolean isDue(long next) {
      return isNew || (handedOver >= 0 && next > handedOver);
    }
  }

  private Step upload(SignedCheckpoint newest, long next) {
    var header = new AddEntries(origin, next, newest.size(), Bytes.EMPTY);
    var range = header.range(0);
    long index = range.start() / TilePath.FULL_WIDTH;
    var beside = bundle.filter(known -> known.index == index).orElseGet(() -> new Beside(index));
    bundle = Optional.of(beside);
    if (beside.entries.isEmpty()) {
      return ask(Wanted.ENTRIES, bundlePath(index, newest.size()).path());
    }
    if (beside.part.isPresent()) {
      var part = beside.part.get();
      beside.part = Optional.empty();
      return new Step.Ingest(new PeerRequest.PushPayloads(part), beside.isLastPart);
    }
    if (!beside.isDue(next)) {
      if (beside.isLastPart) {
        return new Step.Failed("entry %d is not taken with what is here".formatted(next));
      }
      return ask(Wanted.PAYLOADS, PayloadFrames.path(index, beside.nextPart));
    }
    int from = (int) (range.start() % TilePath.FULL_WIDTH);
    var entries = beside.entries.get().subList(from, from + range.count());
    var made = tree.compute(hashes -> EntryPackage.of(range, entries, newest.size(), hashes));
    if (made.isEmpty()) {
      return askForTile();
    }
    beside.isNew = false;
    beside.handedOver = next;
    isTailGiven = range.end() == newest.size();
    return new Step.Ingest(
        new PeerRequest.AddEntries(header, List.of(made.get()), PeerRequest.Ending.WHOLE),
        beside.isLastPart);
  }

  private Step askForTile() {
    return ask(Wanted.TILE, tree.missing().orElseThrow().path());
  }

  private Step ask(Wanted what, String path) {
    wanted = what;
    asked = Optional.of(prefix + path);
    return new Step.Ask(prefix + path);
  }

  /// Takes note that the answer for `path` has come; false if that was not awaited. An answer may
  /// come late, or twice where a link was made anew meanwhile.
  private boolean noteAnswer(String path) {
    boolean wasAwaited = asked.equals(Optional.of(path));
    if (wasAwaited) {
      asked = Optional.empty();
    }
    return wasAwaited;
  }

  /// Takes the file at `path`, which was asked for.
  void found(String path, Bytes file) {
    if (!noteAnswer(path)) {
      return;
    }
    try {
      switch (wanted) {
        case CHECKPOINT -> {
          var newest = SignedCheckpoint.parse(file);
          if (!newest.origin().equals(origin)) {
            fail("the checkpoint is of " + newest.origin() + ", not of " + origin);
          }
          head = Optional.of(newest);
          tree = new RemoteTree(newest.size());
        }
        case TILE -> {
          if (!tree.take(path.substring(prefix.length()), file)) {
            fail(path + " is no tile");
          }
        }
        case ENTRIES -> {
          var beside = bundle.orElseThrow();
          int width = bundlePath(beside.index, tree.size()).width();
          beside.entries = Optional.of(EntryBundle.parse(file, width).entries());
        }
        case PAYLOADS -> {
          var beside = bundle.orElseThrow();
          beside.came(PayloadFrames.parse(file));
          if (beside.nextPart > PARTS_MAX) {
            fail(
                "more payloads are served beside entry %d than 256 entries can name"
                    .formatted(beside.index * TilePath.FULL_WIDTH));
          }
        }
      }
    } catch (MalformedException e) {
      fail(String.valueOf(e.getMessage()));
    }
  }

  /// The file at `path`, which was asked for, does not exist.
  void absent(String path) {
    if (!noteAnswer(path)) {
      return;
    }
    if (wanted == Wanted.PAYLOADS) {
      bundle.orElseThrow().came(List.of());
    } else {
      fail("there is no " + wanted.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  private void fail(String sentence) {
    failure = Optional.of(sentence);
  }

  private static TilePath.Entries bundlePath(long index, long size) {
    long left = size - index * TilePath.FULL_WIDTH;
    return new TilePath.Entries(index, (int) Math.min(TilePath.FULL_WIDTH, left));
  }
}
