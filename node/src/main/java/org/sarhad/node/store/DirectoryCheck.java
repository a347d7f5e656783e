package org.sarhad.node.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.sarhad.node.port.Disk;
import org.sarhad.node.store.CheckSource.Bundle;
import org.sarhad.node.store.CheckSource.Row;
import org.sarhad.node.store.CheckedTree.Roots;
import org.sarhad.node.store.Damage.Kind;
import org.sarhad.node.store.Damage.Repair;
import org.sarhad.node.store.PayloadBundle.MalformedPayloadsException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.note.Note;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.TilePath;

/// Checks a log directory offline: an own log, a mirror, or a copy that somebody was handed. Reads
/// every file once, on several threads, and lists *all* that is wrong, by entries, with where a
/// good copy is; one bad file never hides another.
///
/// It always ends: what cannot be read is damage like any other, and a head that speaks of more
/// entries than there are files for is measured against the files. Nothing is written.
///
/// A checkpoint is taken as it stands unless [#withHeadJudge] says who may sign it; entries are
/// bytes unless [#withEntryJudge] looks into them.
public final class DirectoryCheck {
  private static final int WIDTH = TilePath.FULL_WIDTH;
  private static final String UNDECIDED =
      "the entries and their tile disagree, and nothing here tells which is right";

  private final CheckSource own;
  private final Optional<CheckSource> mirror;
  private final HeadJudge heads;
  private final EntryJudge entries;
  private final int threads;
  private final Progress progress;

  /// Says whether a checkpoint counts.
  public interface HeadJudge {
    /// Takes any well-formed checkpoint, whoever signed it.
    HeadJudge ANY = _ -> Optional.empty();

    /// Why `note` is not to be believed, in words, or nothing if it is: signed by the log's key,
    /// for example.
    Optional<String> findObjection(Note note);
  }

  /// Is told how far a check is. Called from several threads, so a smaller number may come after a
  /// larger one.
  @FunctionalInterface
  public interface Progress {
    /// Tells nobody.
    Progress NONE = (_, _) -> {};

    /// `entries` of `size` have been read: 0 at the beginning, then bundle by bundle.
    void read(long entries, long size);
  }

  /// Looks into entries whose bytes are what was logged. Called from several threads.
  public interface EntryJudge {
    /// Takes every entry.
    EntryJudge ANY = (_, _) -> Optional.empty();

    /// What is wrong with the entry at `index`, in words, or nothing.
    Optional<String> findObjection(long index, Bytes entry);
  }

  /// A check of the log in `directory` of `disk`, on as many threads as there are processors.
  public DirectoryCheck(Disk disk, String directory) {
    this(
        new CheckSource(new LogFiles(disk, directory)),
        Optional.empty(),
        HeadJudge.ANY,
        EntryJudge.ANY,
        Runtime.getRuntime().availableProcessors(),
        Progress.NONE);
  }

  private DirectoryCheck(
      CheckSource own,
      Optional<CheckSource> mirror,
      HeadJudge heads,
      EntryJudge entries,
      int threads,
      Progress progress) {
    this.own = own;
    this.mirror = mirror;
    this.heads = heads;
    this.entries = entries;
    this.threads = threads;
    this.progress = progress;
  }

  /// This check with a second copy of the same log to look for what is damaged: the peer's mirror,
  /// or a backup.
  public DirectoryCheck withMirror(Disk disk, String directory) {
    var copy = new CheckSource(new LogFiles(disk, directory));
    return new DirectoryCheck(own, Optional.of(copy), heads, entries, threads, progress);
  }

  /// This check with a judge of checkpoints.
  public DirectoryCheck withHeadJudge(HeadJudge judge) {
    return new DirectoryCheck(own, mirror, judge, entries, threads, progress);
  }

  /// This check with a judge of entries.
  public DirectoryCheck withEntryJudge(EntryJudge judge) {
    return new DirectoryCheck(own, mirror, heads, judge, threads, progress);
  }

  /// This check on `threads` threads, 1 or more.
  public DirectoryCheck withThreads(int threads) {
    return new DirectoryCheck(own, mirror, heads, entries, threads, progress);
  }

  /// This check telling `progress` how far it is.
  public DirectoryCheck withProgress(Progress progress) {
    return new DirectoryCheck(own, mirror, heads, entries, threads, progress);
  }

  /// Runs the check. Throws [InterruptedException] if the thread is interrupted, and nothing else.
  public CheckReport run() throws InterruptedException {
    return new Run().report();
  }

  /// One run, and what it has found so far.
  private final class Run {
    private final List<Damage> damage = Collections.synchronizedList(new ArrayList<>());
    private final List<Damage> objections = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong payloads = new AtomicLong();
    private final AtomicLong erased = new AtomicLong();
    private final AtomicLong entriesRead = new AtomicLong();

    CheckReport report() throws InterruptedException {
      var note = own.read(LogFiles.CHECKPOINT);
      var checkpoint = note.bytes().flatMap(this::judge);
      var sizeNote = own.read(LogState.FILE).bytes();
      var state = sizeNote.flatMap(LogState::parse);
      long claimed =
          state
              .map(LogState::size)
              .or(() -> checkpoint.map(Checkpoint::size))
              .orElse(Long.MAX_VALUE);
      long byNames = Math.max(own.sizeByNames(), mirror.map(CheckSource::sizeByNames).orElse(0L));
      long size =
          claimed <= byNames ? claimed : claimed < Long.MAX_VALUE ? byNames : sizeByFiles(byNames);
      if (claimed > byNames && claimed < Long.MAX_VALUE) {
        add(
            Kind.ENTRIES,
            "tile/entries",
            size,
            claimed,
            "none of their files is here",
            mirror.isPresent() ? Repair.NONE : Repair.UNKNOWN);
      }
      var tree = new CheckedTree(size, own, mirror, readBundles(size));
      long proven = prove(tree, size, state, checkpoint);
      judgeHeads(tree, note.problem(), state, sizeNote.isPresent(), checkpoint, proven);
      judgeTiles(tree, size);
      judgeBundles(tree, size);
      judgePartials(tree, size, checkpoint.map(Checkpoint::size).orElse(size));
      addObjections();
      damage.sort(Comparator.comparingLong(Damage::from).thenComparing(Damage::path));
      return new CheckReport(size, proven, checkpoint, payloads.get(), erased.get(), damage);
    }

    private void add(Kind kind, String path, long from, long to, String what, Repair repair) {
      damage.add(new Damage(kind, path, from, to, what, repair));
    }

    // --- heads
    // -------------------------------------------------------------------------------------

    private Optional<Checkpoint> judge(Bytes file) {
      try {
        var note = Note.parse(file);
        var checkpoint = Checkpoint.parse(note.text());
        var objection = heads.findObjection(note);
        objection.ifPresent(why -> addCheckpoint(why));
        return objection.isPresent() ? Optional.empty() : Optional.of(checkpoint);
      } catch (MalformedException e) {
        addCheckpoint(String.valueOf(e.getMessage()));
        return Optional.empty();
      }
    }

    private void addCheckpoint(String why) {
      add(
          Kind.CHECKPOINT,
          LogFiles.CHECKPOINT,
          0,
          0,
          "it does not count: " + why,
          repair(mirror.flatMap(source -> source.read(LogFiles.CHECKPOINT).bytes()).isPresent()));
    }

    /// Without any head: the end of the last bundle, or of the widest partial one.
    private long sizeByFiles(long byNames) {
      if (byNames == 0) {
        return 0;
      }
      var last = new TilePath.Entries(byNames / WIDTH - 1, WIDTH);
      if (own.read(last).bytes().isPresent()) {
        return byNames;
      }
      var widths = own.partialWidths(last);
      return byNames - WIDTH + (widths.isEmpty() ? 0 : widths.getLast());
    }

    /// How many entries lead to the root of a head that counts.
    private long prove(
        CheckedTree tree, long size, Optional<LogState> state, Optional<Checkpoint> checkpoint) {
      var wholeRoot =
          state
              .filter(note -> note.size() == size)
              .map(LogState::root)
              .or(() -> checkpoint.filter(head -> head.size() == size).map(Checkpoint::root));
      if (wholeRoot.isPresent() && tree.leadsTo(wholeRoot.get())) {
        return size;
      }
      return checkpoint
          .filter(head -> tree.hasPrefix(head.size(), head.root()))
          .map(Checkpoint::size)
          .orElse(0L);
    }

    private void judgeHeads(
        CheckedTree tree,
        String checkpointProblem,
        Optional<LogState> state,
        boolean hasSizeNote,
        Optional<Checkpoint> checkpoint,
        long proven) {
      if (checkpoint.isPresent()
          && !tree.hasPrefix(checkpoint.get().size(), checkpoint.get().root())) {
        String what = proven > 0 ? "it is not of this tree" : "nothing here leads to its root";
        add(
            Kind.CHECKPOINT,
            LogFiles.CHECKPOINT,
            0,
            checkpoint.get().size(),
            what,
            repair(mirror.isPresent()));
      }
      if (!checkpointProblem.isEmpty() && !checkpointProblem.equals("it is missing")) {
        add(
            Kind.CHECKPOINT,
            LogFiles.CHECKPOINT,
            0,
            0,
            checkpointProblem,
            repair(mirror.isPresent()));
      }
      boolean isSizeNoteGood =
          state.isPresent() && tree.hasPrefix(state.get().size(), state.get().root());
      if (hasSizeNote && !isSizeNoteGood) {
        Repair repair = proven > 0 ? Repair.LOCAL : repair(false);
        add(
            Kind.SIZE_NOTE,
            LogState.FILE,
            0,
            state.map(LogState::size).orElse(0L),
            "it is not what was written",
            repair);
      }
    }

    // --- reading
    // -----------------------------------------------------------------------------------

    private List<Roots> readBundles(long size) throws InterruptedException {
      int full = Math.toIntExact(size / WIDTH);
      var roots = new AtomicReferenceArray<Roots>(full);
      var next = new AtomicLong();
      progress.read(0, size);
      long bundles = (size + WIDTH - 1) / WIDTH;
      inParallel(
          () -> {
            for (long index = next.getAndIncrement();
                index < bundles;
                index = next.getAndIncrement()) {
              int width = (int) Math.min(WIDTH, size - index * WIDTH);
              var read = readBundle(index, width);
              if (index < full) {
                roots.set((int) index, read);
              }
              checkPayloads(index);
              progress.read(entriesRead.addAndGet(width), size);
            }
            return true;
          });
      var list = new ArrayList<Roots>(full);
      for (int i = 0; i < full; i++) {
        list.add(roots.get(i));
      }
      return list;
    }

    private void inParallel(Callable<Boolean> work) throws InterruptedException {
      try (var executor =
          Executors.newFixedThreadPool(
              threads, Thread.ofPlatform().name("sarhad-check-", 0).factory())) {
        for (Future<Boolean> done : executor.invokeAll(Collections.nCopies(threads, work))) {
          done.get();
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }

    private Roots readBundle(long index, int width) {
      var bundle = own.bundle(index, width);
      for (int i = 0; i < bundle.entries().size(); i++) {
        long at = index * WIDTH + i;
        entries
            .findObjection(at, bundle.entries().get(i))
            .ifPresent(
                why ->
                    objections.add(
                        new Damage(
                            Kind.CONTENT,
                            new TilePath.Entries(index, width).path(),
                            at,
                            at + 1,
                            why,
                            Repair.NONE)));
      }
      return width == WIDTH ? roots(bundle, own.row(0, index, WIDTH)) : Roots.NONE;
    }

    /// Where entries and tile tell the same hashes, as they nearly always do, one root is enough.
    private static Roots roots(Bundle bundle, Row tile) {
      var leaves = bundle.isWhole() ? bundle.leaves() : List.<Hash>of();
      var byEntries = root(leaves);
      return new Roots(byEntries, tile.hashes().equals(leaves) ? byEntries : root(tile.hashes()));
    }

    private static Optional<Hash> root(List<Hash> hashes) {
      return hashes.isEmpty() ? Optional.empty() : Optional.of(CheckSource.root(hashes));
    }

    private void checkPayloads(long index) {
      String path = PayloadBundle.path(index);
      var content = own.read(path);
      if (content.bytes().isEmpty()) {
        if (!content.problem().equals("it is missing")) {
          addPayloads(index, content.problem());
        }
        return;
      }
      var file = content.bytes().get();
      try {
        var rows = PayloadBundle.parseTable(file);
        int at = PayloadBundle.tableBytes(rows.size());
        for (var row : rows) {
          checkPayload(index, row, file, at);
          at += row.sizeBytes();
        }
        if (at != file.size()) {
          addPayloads(index, "it has %d bytes and should have %d".formatted(file.size(), at));
        }
      } catch (MalformedPayloadsException e) {
        addPayloads(index, String.valueOf(e.getMessage()));
      }
    }

    private void checkPayload(long index, PayloadBundle.Row row, Bytes file, int at) {
      if (!row.isHeld()) {
        erased.incrementAndGet();
        return;
      }
      payloads.incrementAndGet();
      int end = Math.min(file.size(), at + row.sizeBytes());
      if (at > end || !Merkle.sha256(file.slice(at, end)).equals(row.sha256())) {
        long entry = index * WIDTH + row.slot();
        boolean isElsewhere =
            mirror.filter(source -> source.holdsPayload(index, row.sha256())).isPresent();
        add(
            Kind.PAYLOADS,
            PayloadBundle.path(index),
            entry,
            entry + 1,
            "payload " + row.sha256().hex() + " is not what was written",
            repair(isElsewhere));
      }
    }

    private void addPayloads(long index, String what) {
      boolean isElsewhere = mirror.filter(source -> source.holdsPayloads(index)).isPresent();
      add(
          Kind.PAYLOADS,
          PayloadBundle.path(index),
          index * WIDTH,
          (index + 1) * WIDTH,
          what,
          repair(isElsewhere));
    }

    // --- judging
    // -----------------------------------------------------------------------------------

    private void judgeTiles(CheckedTree tree, long size) {
      for (int level = 0; level < tree.levels(); level++) {
        long count = size >> (8 * level);
        for (long index = 0; index * WIDTH < count; index++) {
          int width = (int) Math.min(WIDTH, count - index * WIDTH);
          boolean isKnownGood =
              level == 0 && width == WIDTH && tree.isGoodTile(index) && !tree.isUndecided(index);
          if (!isKnownGood) {
            judgeTile(tree, new TilePath.Hashes(level, index, width));
          }
        }
      }
    }

    private void judgeTile(CheckedTree tree, TilePath.Hashes path) {
      var row = own.row(path.level(), path.index(), path.width());
      var truth = tree.findHashes(path.level(), path.index());
      boolean isGood = row.isWhole() && truth.equals(Optional.of(row.hashes()));
      if (!isGood || tree.isUndecided(path)) {
        boolean isFirst =
            truth.isPresent() && (path.level() > 0 || hasGoodEntries(own, tree, path));
        boolean isElsewhere =
            mirror
                .filter(
                    source ->
                        truth.equals(
                            Optional.of(
                                source.row(path.level(), path.index(), path.width()).hashes())))
                .isPresent();
        add(
            Kind.HASHES,
            path.path(),
            firstEntry(path, 0),
            firstEntry(path, path.width()),
            tree.isUndecided(path)
                ? UNDECIDED
                : row.isWhole() ? "it is not what was written" : row.problem(),
            isFirst ? Repair.LOCAL : repair(isElsewhere));
      }
    }

    /// The index of the first entry under the hash at `offset` of a tile, or of the entry at
    /// `offset` of a bundle.
    private static long firstEntry(TilePath path, int offset) {
      return (path.index() * WIDTH + offset) << (8 * levelOf(path));
    }

    private static int levelOf(TilePath path) {
      return path instanceof TilePath.Hashes hashes ? hashes.level() : 0;
    }

    private static boolean hasGoodEntries(
        CheckSource source, CheckedTree tree, TilePath.Hashes path) {
      var bundle = source.bundle(path.index(), path.width());
      return bundle.isWhole()
          && tree.findHashes(0, path.index()).equals(Optional.of(bundle.leaves()));
    }

    private void judgeBundles(CheckedTree tree, long size) {
      for (long index = 0; index * WIDTH < size; index++) {
        int width = (int) Math.min(WIDTH, size - index * WIDTH);
        boolean isKnownGood =
            width == WIDTH && tree.isGoodBundle(index) && !tree.isUndecided(index);
        if (!isKnownGood) {
          judgeBundle(tree, new TilePath.Entries(index, width));
        }
      }
    }

    private void judgeBundle(CheckedTree tree, TilePath.Entries path) {
      var bundle = own.bundle(path.index(), path.width());
      var truth = tree.findHashes(0, path.index());
      boolean isUndecided = tree.isUndecided(path);
      if (bundle.isWhole() && truth.equals(Optional.of(bundle.leaves())) && !isUndecided) {
        return;
      }
      boolean isElsewhere =
          mirror
              .map(source -> source.bundle(path.index(), path.width()))
              .filter(copy -> copy.isWhole() && isSame(tree, path, truth, copy))
              .isPresent();
      long first = path.index() * WIDTH;
      String what =
          isUndecided
              ? UNDECIDED
              : bundle.isWhole() ? "they are not what was written" : bundle.problem();
      for (var range : badRanges(bundle, isUndecided ? Optional.empty() : truth, path.width())) {
        add(
            Kind.ENTRIES,
            path.path(),
            first + range.from,
            first + range.to,
            what,
            repair(isElsewhere));
      }
    }

    private static boolean isSame(
        CheckedTree tree, TilePath.Entries path, Optional<List<Hash>> truth, Bundle copy) {
      return truth.isPresent()
          ? truth.get().equals(copy.leaves())
          : path.width() == WIDTH
              && tree.findRoot(0, path.index())
                  .equals(Optional.of(CheckSource.root(copy.leaves())));
    }

    private record Range(int from, int to) {}

    /// The runs of entries that are missing or different. All of them if it is not known what they
    /// were.
    private static List<Range> badRanges(Bundle bundle, Optional<List<Hash>> truth, int width) {
      if (truth.isEmpty()) {
        return List.of(new Range(0, width));
      }
      var leaves = bundle.leaves();
      var ranges = new ArrayList<Range>();
      int from = -1;
      for (int i = 0; i <= width; i++) {
        boolean isBad =
            i < width && (i >= leaves.size() || !leaves.get(i).equals(truth.get().get(i)));
        if (isBad && from < 0) {
          from = i;
        } else if (!isBad && from >= 0) {
          ranges.add(new Range(from, i));
          from = -1;
        }
      }
      // Whole by its hashes and yet not whole: something follows the last entry.
      return ranges.isEmpty() ? List.of(new Range(width - 1, width)) : ranges;
    }

    /// The partial files of the checkpoint's tree, where it is smaller than all that is here.
    private void judgePartials(CheckedTree tree, long size, long covered) {
      for (var path : LogDirectory.edgePaths(Math.min(size, covered))) {
        int level = levelOf(path);
        boolean isJudged = path.index() * WIDTH + path.width() == size >> (8 * level);
        if (!isJudged && own.partialWidths(path).contains(path.width())) {
          judgePartial(tree, path, level);
        }
      }
    }

    private void judgePartial(CheckedTree tree, TilePath path, int level) {
      var truth =
          tree.findHashes(level, path.index()).map(hashes -> hashes.subList(0, path.width()));
      if (!truth.equals(Optional.of(hashesIn(path)))) {
        boolean isBundle = path instanceof TilePath.Entries;
        add(
            isBundle ? Kind.ENTRIES : Kind.HASHES,
            path.path(),
            firstEntry(path, 0),
            firstEntry(path, path.width()),
            "it is not what was written",
            Repair.LOCAL);
      }
    }

    private List<Hash> hashesIn(TilePath path) {
      return switch (path) {
        case TilePath.Hashes(int level, long index, int width) ->
            own.row(level, index, width).hashes();
        case TilePath.Entries(long index, int width) -> {
          var bundle = own.bundle(index, width);
          yield bundle.isWhole() ? bundle.leaves() : List.of();
        }
      };
    }

    /// Only entries whose bytes are good are judged by their content.
    private void addObjections() {
      var bad = damage.stream().filter(found -> found.kind() == Kind.ENTRIES).toList();
      for (var objection : objections) {
        if (bad.stream()
            .noneMatch(
                range -> range.from() <= objection.from() && objection.from() < range.to())) {
          damage.add(objection);
        }
      }
    }

    private Repair repair(boolean isElsewhere) {
      if (mirror.isEmpty()) {
        return Repair.UNKNOWN;
      }
      return isElsewhere ? Repair.MIRROR : Repair.NONE;
    }
  }
}
