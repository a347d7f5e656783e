package org.sarhad.node.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.store.PayloadBundle.Item;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.Check;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.note.Note;
import org.sarhad.tlog.tree.EntryBundle;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.MalformedTilePathException;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.TilePath;
import org.sarhad.tlog.tree.Tree;

/// One log as a directory, exactly as it is served: hash tiles, entry bundles and the checkpoint at
/// the paths of tlog-tiles, payload bundles beside them. A node has one for its own log, one for
/// each mirror, one for its private journal. Format and crash rules: 05-3, 05-4.
///
/// Entries are appended in memory, where they are readable at once; [#materialise] brings the files
/// up to date. Whoever appends keeps the entries elsewhere, durably, until then (in the intake),
/// and appends them again after a crash: the directory knows how far its files go
/// ([#materialised]).
///
/// Whatever is read from a file is compared with the tree before it is used, up to the right edge
/// that is in memory, so rot shows as a [DamagedLogException] and never as a wrong proof. Methods
/// that do not declare it throw it inside an [UncheckedIOException].
///
/// Memory: what is not yet in files, at most 256 entries and 8 · 255 hashes beside that, and some 6
/// MiB of tiles and bundles read lately. For several threads; readers never wait for a disk write.
public final class LogDirectory implements HashReader {
  private static final int WIDTH = TilePath.FULL_WIDTH;

  private final LogFiles files;
  private final TileFiles tiles;
  private final LogPayloads payloads;

  /// Held by who changes files. Taken before `state`, never after.
  private final ReentrantLock writing = new ReentrantLock();

  /// Guards everything below; `written` and `writtenHead` are changed only by who holds both.
  private final ReentrantLock state = new ReentrantLock();

  private Edge edge = new Edge();

  /// The entries from index `tailFrom`, a multiple of 256, on.
  private List<Bytes> tail = new ArrayList<>();

  private long tailFrom;
  private Optional<Head> head = Optional.empty();
  private LogState written = LogState.EMPTY;
  private Optional<Head> writtenHead = Optional.empty();

  private record Head(Checkpoint checkpoint, Bytes note) {}

  private LogDirectory(LogFiles files) {
    this.files = files;
    this.tiles = new TileFiles(files, this);
    this.payloads = new LogPayloads(files, this::materialised);
  }

  // --- opening
  // -------------------------------------------------------------------------------------

  /// Opens the log in `directory` of `disk`, creating it if there is none. Reads the right edge of
  /// the tree and compares it with the root that was noted when it was written: a dozen small
  /// files, however large the log. Everything further left is compared when it is read;
  /// [DirectoryCheck] compares it all at once.
  ///
  /// Throws [DamagedLogException] if the edge is not what was written.
  public static LogDirectory open(Disk disk, String directory)
      throws DiskException, DamagedLogException {
    var log = new LogDirectory(new LogFiles(disk, directory));
    log.load();
    return log;
  }

  private void load() throws DiskException, DamagedLogException {
    files.prepare();
    head = loadHead();
    writtenHead = head;
    written = loadState();
    edge = loadEdge(written.size());
    tailFrom = aligned(written.size());
    tail.addAll(loadTail());
    if (!root(written.size()).equals(written.root())) {
      throw damaged(
          "the tiles at its right edge do not lead to the root noted for "
              + written.size()
              + " entries");
    }
    if (head.isPresent() && !isPrefix(head.get().checkpoint)) {
      throw damaged(
          "the checkpoint of size " + head.get().checkpoint.size() + " is not of this tree");
    }
    deletePartials(edgePaths(written.previous()), wantedPartials(written.size()));
  }

  private Optional<Head> loadHead() throws DiskException, DamagedLogException {
    var note = files.read(LogFiles.CHECKPOINT);
    if (note.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Head(Checkpoint.parse(Note.parse(note.get()).text()), note.get()));
    } catch (MalformedException e) {
      throw damaged("its checkpoint cannot be read (" + e.getMessage() + ")");
    }
  }

  private LogState loadState() throws DiskException, DamagedLogException {
    var file = files.read(LogState.FILE);
    if (file.isPresent()) {
      return LogState.parse(file.get())
          .orElseThrow(() -> damaged("the file " + LogState.FILE + " is not what was written"));
    }
    if (head.isPresent()) {
      // A directory copied from a server has a checkpoint and none of our own files.
      var checkpoint = head.get().checkpoint;
      return new LogState(checkpoint.size(), checkpoint.root(), checkpoint.size());
    }
    if (files.lastIndex("tile/entries") > 0) {
      throw damaged("the file " + LogState.FILE + " is missing");
    }
    files.put(LogState.FILE, LogState.EMPTY.bytes());
    files.settle();
    return LogState.EMPTY;
  }

  private Edge loadEdge(long size) throws DiskException, DamagedLogException {
    var loaded = new Edge();
    for (int level = 0; size >> (8 * level) > 0; level++) {
      long inLevel = size >> (8 * level);
      int width = slot(inLevel);
      var hashes = new ArrayList<Hash>(width);
      if (width > 0) {
        var tile = tiles.load(new TilePath.Hashes(level, inLevel / WIDTH, width));
        for (int i = 0; i < width; i++) {
          hashes.add(tile.hash(i));
        }
      }
      loaded.startRow(inLevel - width, hashes);
    }
    return loaded;
  }

  private List<Bytes> loadTail() throws DiskException, DamagedLogException {
    int width = slot(written.size());
    if (width == 0) {
      return List.of();
    }
    long index = tailFrom / WIDTH;
    return tiles.load(new TilePath.Entries(index, width), edge.tile(0, index, width)).entries();
  }

  private boolean isPrefix(Checkpoint checkpoint) {
    return checkpoint.size() <= size() && root(checkpoint.size()).equals(checkpoint.root());
  }

  // --- appending
  // -----------------------------------------------------------------------------------

  /// How many entries there are, those in memory included.
  public long size() {
    state.lock();
    try {
      return edge.size();
    } finally {
      state.unlock();
    }
  }

  /// How many entries are in files: the rest must be appended again after a crash.
  public long materialised() {
    state.lock();
    try {
      return written.size();
    } finally {
      state.unlock();
    }
  }

  /// Appends an entry of at most 65 535 bytes, in memory, and returns its index. Cost: two hashes
  /// on average.
  public long append(Bytes entry) {
    Check.that(entry.size() <= EntryBundle.ENTRY_BYTES_MAX, "an entry of %d bytes", entry.size());
    state.lock();
    try {
      long index = edge.size();
      edge.append(Merkle.leaf(entry));
      tail.add(entry);
      return index;
    } finally {
      state.unlock();
    }
  }

  /// Stores a payload of the entry at `index`, in memory. Nothing happens if it is there already,
  /// or was erased there: what was erased does not come back.
  public void addPayload(long index, Bytes payload) {
    Check.that(index >= 0 && index < size(), "payload of entry %d of %d", index, size());
    payloads.add(index, payload);
  }

  /// Publishes `note`, whose text is `checkpoint`: from now on it is served at the path
  /// `checkpoint`, and with it what it covers. It must be of this tree and never smaller than the
  /// last one.
  public void publish(Checkpoint checkpoint, Bytes note) {
    Check.that(
        isPrefix(checkpoint), "the checkpoint of size %d is not of this tree", checkpoint.size());
    state.lock();
    try {
      Check.that(
          checkpoint.size() >= published(),
          "the checkpoint of size %d follows one of size %d",
          checkpoint.size(),
          published());
      head = Optional.of(new Head(checkpoint, note));
    } finally {
      state.unlock();
    }
  }

  /// The note published last.
  public Optional<Bytes> checkpoint() {
    return head().map(Head::note);
  }

  /// How many entries the note published last covers; 0 without one.
  public long published() {
    return head().map(known -> known.checkpoint.size()).orElse(0L);
  }

  private Optional<Head> head() {
    state.lock();
    try {
      return head;
    } finally {
      state.unlock();
    }
  }

  // --- reading
  // -------------------------------------------------------------------------------------

  /// The exact bytes of the entry at `index`, `0 ≤ index < size()`.
  public Bytes entry(long index) {
    return entries(index, index + 1).getFirst();
  }

  /// The exact bytes of the entries `[from, to)`, `0 ≤ from ≤ to ≤ size()`.
  public List<Bytes> entries(long from, long to) {
    Check.that(from >= 0 && from <= to && to <= size(), "entries %d to %d of %d", from, to, size());
    var entries = new ArrayList<Bytes>((int) (to - from));
    for (long at = from; at < to; ) {
      long end = Math.min(to, aligned(at) + WIDTH);
      entries.addAll(entriesOfBundle(at, end));
      at = end;
    }
    return entries;
  }

  /// The entries `[from, to)`, all in one bundle.
  private List<Bytes> entriesOfBundle(long from, long to) {
    state.lock();
    try {
      if (from >= tailFrom) {
        return List.copyOf(tail.subList((int) (from - tailFrom), (int) (to - tailFrom)));
      }
    } finally {
      state.unlock();
    }
    return tiles.bundle(from / WIDTH).entries().subList(slot(from), slot(from) + (int) (to - from));
  }

  /// The root over the complete subtree at `level` and `index`; see [HashReader]. Cost: up to 127
  /// node hashes, and once in a while a tile from a file.
  @Override
  public Hash hash(int level, long index) {
    Check.that(
        level >= 0 && level < 63 && index >= 0 && index < size() >> level,
        "hash %d of level %d in a tree of %d",
        index,
        level,
        size());
    int tileLevel = level / 8;
    int height = level % 8;
    long tileIndex = (index << height) / WIDTH;
    state.lock();
    try {
      if (edge.holds(tileLevel, tileIndex)) {
        return edge.subtree(tileLevel, height, index);
      }
    } finally {
      state.unlock();
    }
    return tiles
        .tile(tileLevel, tileIndex)
        .hash(height, (int) (index - ((tileIndex * WIDTH) >> height)));
  }

  /// The root of the tree of the first `size` entries, `0 ≤ size ≤ size()`.
  public Hash root(long size) {
    return Tree.root(size, this);
  }

  /// What is served at `path` (without a leading slash): the checkpoint, a tile, an entry bundle;
  /// nothing if the checkpoint does not cover it or `path` is anything else. A partial tile
  /// narrower than what there is by now is served too: somebody may hold an older checkpoint.
  public Optional<Bytes> resource(String path) {
    if (path.equals(LogFiles.CHECKPOINT)) {
      return checkpoint();
    }
    try {
      var parsed = TilePath.parse(path);
      return isPublished(parsed) ? Optional.of(content(parsed)) : Optional.empty();
    } catch (MalformedTilePathException _) {
      return Optional.empty();
    }
  }

  private boolean isPublished(TilePath path) {
    long inLevel =
        switch (path) {
          case TilePath.Hashes(int level, long _, int _) ->
              level < 8 ? published() >> (8 * level) : 0;
          case TilePath.Entries _ -> published();
        };
    return path.index() <= inLevel / WIDTH && path.index() * WIDTH + path.width() <= inLevel;
  }

  /// The bytes of a tile or bundle of this tree.
  private Bytes content(TilePath path) {
    long from = path.index() * WIDTH;
    return switch (path) {
      case TilePath.Hashes(int level, long index, int width) -> tileContent(level, index, width);
      case TilePath.Entries(long _, int width) ->
          new EntryBundle(entries(from, from + width)).bytes();
    };
  }

  private Bytes tileContent(int level, long index, int width) {
    state.lock();
    try {
      if (edge.holds(level, index)) {
        return edge.tile(level, index, width).bytes();
      }
    } finally {
      state.unlock();
    }
    return tiles.tile(level, index).bytes().slice(0, width * Hash.SIZE);
  }

  // --- payloads
  // ------------------------------------------------------------------------------------

  /// The payload with that hash beside the entry at `index`, or beside another of the 256 in its
  /// bundle; nothing if it never came or was erased.
  public Optional<Bytes> findPayload(long index, Hash sha256) {
    return payloads.find(index / WIDTH, sha256).flatMap(Item::bytes);
  }

  /// Finds payloads beside the entry at `index` and beside the others in its bundle, as
  /// [#findPayload(long, Hash)] does, for a reader who goes through all of them.
  public Function<Hash, Optional<Bytes>> payloadsAround(long index) {
    return payloads.reader(index / WIDTH);
  }

  /// Whether that payload was there and was erased.
  public boolean isErased(long index, Hash sha256) {
    return payloads.find(index / WIDTH, sha256).filter(item -> item.bytes().isEmpty()).isPresent();
  }

  /// The payload with that hash, beside whichever entry; nothing if it never came or was erased.
  /// The first call reads the tables of all payload bundles, and from then on some 17 bytes are
  /// kept for each payload.
  public Optional<Bytes> findPayload(Hash sha256) {
    return bundlesOf(sha256).stream()
        .flatMap(bundle -> payloads.find(bundle, sha256).flatMap(Item::bytes).stream())
        .findFirst();
  }

  private List<Long> bundlesOf(Hash sha256) {
    writing.lock();
    try {
      return payloads.bundlesOf(sha256);
    } finally {
      writing.unlock();
    }
  }

  /// Erases the payload with that hash wherever it is, from memory and, durably when this returns,
  /// from files; only the word that it was erased stays. Entries, tree and proofs are untouched.
  /// Returns whether there was one.
  public boolean erase(Hash sha256) throws DiskException, DamagedLogException {
    writing.lock();
    try {
      boolean found = false;
      for (long bundle : bundlesOf(sha256)) {
        found |= payloads.erase(bundle, sha256);
      }
      files.settle();
      return found;
    } finally {
      writing.unlock();
    }
  }

  // --- writing files
  // -------------------------------------------------------------------------------

  /// Brings the files up to date with what is in memory: bundles, tiles, payloads, then the note of
  /// how far they go, then the checkpoint; deletes partial files that nobody needs any more.
  /// Durable when it returns; interrupted anywhere, the next call or the next start makes up for
  /// it. Cost: nothing if nothing changed, else some six synced files plus three for every 256
  /// entries.
  public void materialise() throws DiskException, DamagedLogException {
    writing.lock();
    try {
      var before = written;
      // Others go on appending: the head first, so that it covers no more than the size that is
      // taken next; everything else belongs to that size.
      var nextHead = head();
      long size = size();
      var next = new LogState(size, root(size), before.size());
      var added = payloads.addedBelow(size);
      var paths = TilePath.added(before.size(), next.size());
      var wanted = wantedPartials(next.size());
      var superseded = new ArrayList<>(edgePaths(before.size()));
      writtenHead.ifPresent(former -> superseded.addAll(edgePaths(former.checkpoint.size())));
      for (var path : paths) {
        files.put(path.path(), content(path));
      }
      for (var path : wanted) {
        // A file of that name may be left from an interrupted write, so being there is not enough.
        if (!paths.contains(path) && !superseded.contains(path)) {
          files.put(path.path(), content(path));
        }
      }
      payloads.write(added);
      files.settle();
      if (next.size() != before.size()) {
        files.put(LogState.FILE, next.bytes());
        files.settle();
      }
      if (!nextHead.equals(writtenHead)) {
        files.put(LogFiles.CHECKPOINT, nextHead.orElseThrow().note);
        files.settle();
      }
      releaseMemory(next, nextHead);
      payloads.release(added);
      superseded.addAll(paths);
      deletePartials(superseded, wanted);
    } finally {
      writing.unlock();
    }
  }

  private void releaseMemory(LogState next, Optional<Head> nextHead) {
    state.lock();
    try {
      written = next.size() == written.size() ? written : next;
      writtenHead = nextHead;
      edge.release(next.size());
      long from = aligned(next.size());
      tail = new ArrayList<>(tail.subList((int) (from - tailFrom), tail.size()));
      tailFrom = from;
    } finally {
      state.unlock();
    }
  }

  private void deletePartials(List<TilePath> places, Set<TilePath> wanted) throws DiskException {
    for (var place : places) {
      files.deletePartials(place, wanted);
    }
  }

  /// The partial files that a tree of `size` leaves has, and those of the published head.
  private Set<TilePath> wantedPartials(long size) {
    var wanted = new HashSet<>(edgePaths(size));
    wanted.addAll(edgePaths(published()));
    return wanted;
  }

  /// The partial tiles, and the partial bundle, of a tree of `size` leaves.
  static List<TilePath> edgePaths(long size) {
    var paths = new ArrayList<TilePath>();
    for (int level = 0; size >> (8 * level) > 0; level++) {
      long inLevel = size >> (8 * level);
      if (slot(inLevel) > 0) {
        paths.add(new TilePath.Hashes(level, inLevel / WIDTH, slot(inLevel)));
      }
    }
    if (slot(size) > 0) {
      paths.add(new TilePath.Entries(size / WIDTH, slot(size)));
    }
    return paths;
  }

  /// Drops the entries from index `size` on with their payloads, in memory and in files. They must
  /// not be under the published head: it is for entries of one's own that were never signed and
  /// gave way to restored ones.
  public void truncate(long size) throws DiskException, DamagedLogException {
    writing.lock();
    try {
      Check.that(
          size >= published() && size <= size(),
          "cut to %d of %d entries, of which %d are signed",
          size,
          size(),
          published());
      long inFiles = Math.min(size, written.size());
      var entries = entries(aligned(inFiles), size);
      if (inFiles < written.size()) {
        truncateFiles(size);
      }
      var shorter = loadEdge(inFiles);
      for (var entry : entries.subList(slot(inFiles), entries.size())) {
        shorter.append(Merkle.leaf(entry));
      }
      payloads.truncateMemory(size);
      tiles.forget();
      state.lock();
      try {
        edge = shorter;
        tail = new ArrayList<>(entries);
        tailFrom = aligned(inFiles);
      } finally {
        state.unlock();
      }
    } finally {
      writing.unlock();
    }
  }

  /// First the shorter edge, then the note that the files go no further, then the deletions: at
  /// every moment the note names a tree that is there.
  private void truncateFiles(long size) throws DiskException, DamagedLogException {
    long before = written.size();
    var wanted = wantedPartials(size);
    for (var path : wanted) {
      files.put(path.path(), content(path));
    }
    payloads.truncateFile(size);
    files.settle();
    var next = new LogState(size, root(size), before);
    files.put(LogState.FILE, next.bytes());
    files.settle();
    state.lock();
    try {
      written = next;
    } finally {
      state.unlock();
    }
    for (var path : TilePath.added(size, before)) {
      if (!wanted.contains(path)) {
        files.delete(path.path());
      }
      files.deletePartials(path, wanted);
    }
    for (long bundle = size / WIDTH + 1; bundle * WIDTH < before; bundle++) {
      files.delete(PayloadBundle.path(bundle));
    }
    // What was cut off must not come back: another entry may get its index.
    files.settle();
  }

  private static int slot(long index) {
    return (int) (index % WIDTH);
  }

  /// The index of the first entry in the bundle of `index`.
  private static long aligned(long index) {
    return index / WIDTH * WIDTH;
  }

  private DamagedLogException damaged(String what) {
    return new DamagedLogException(files.where(), what);
  }
}
