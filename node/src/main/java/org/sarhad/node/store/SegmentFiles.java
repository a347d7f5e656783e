package org.sarhad.node.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.Disk.Mode;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.port.DiskFile;

/// The files of one write-ahead log, and what becomes of each; 05-2.
///
/// Life of a file: *spare* (zeros, or the remains of an earlier life) → given a header, synced,
/// renamed → *current* (flushes are written into it) → *full* → *retired*, spare again. Every step
/// leaves a directory that a crash may interrupt. Not for several threads at once.
final class SegmentFiles {
  private final Disk disk;
  private final String directory;
  private final LogSettings settings;
  private final TreeSet<Long> spares = new TreeSet<>();
  private long lastGeneration;
  private Optional<DiskFile> current = Optional.empty();
  private long offset;
  private long room;

  SegmentFiles(Disk disk, String directory, LogSettings settings) {
    this.disk = disk;
    this.directory = directory;
    this.settings = settings;
  }

  /// Where the files are, for messages.
  String where() {
    return disk.location() + "/" + directory;
  }

  /// Creates the directory if need be and finds the segments in it, oldest first, their records
  /// unread. Must be called first, once.
  ///
  /// Spares of an earlier process are deleted, not used: if the power went while one was being
  /// renamed, it may be a second name of a segment in use.
  List<Segment> scan() throws DiskException, DamagedHeaderException {
    disk.createDirectories(directory);
    var segments = new ArrayList<Segment>();
    for (String name : disk.list(directory)) {
      var live = Segment.liveGeneration(name);
      var spare = Segment.spareGeneration(name);
      if (live.isPresent()) {
        segments.add(
            Segment.readHeader(disk, directory, live.getAsLong())
                .orElseThrow(() -> new DamagedHeaderException(name)));
      }
      if (spare.isPresent()) {
        disk.delete(Segment.sparePath(directory, spare.getAsLong()));
      }
      lastGeneration = Math.max(lastGeneration, Math.max(live.orElse(0), spare.orElse(0)));
    }
    return segments;
  }

  /// A file has the name of a segment in use and not its header.
  static final class DamagedHeaderException extends Exception {
    private static final long serialVersionUID = 1;

    DamagedHeaderException(String name) {
      super("the header of " + name + " is not what was written");
    }
  }

  /// A walk over `segment` from the flush at `fileOffset` on, whose first record is `position`.
  SegmentReader reader(Segment segment, long fileOffset, long position) throws DiskException {
    return new SegmentReader(
        disk.open(segment.path(), Mode.READ),
        segment.generation(),
        settings.recordBytesMax(),
        fileOffset,
        position);
  }

  /// How many bytes one flush may still have in the current segment; 0 if there is none.
  long room() {
    return room;
  }

  /// The generation of the current segment.
  long generation() {
    return lastGeneration;
  }

  /// Begins a segment at position `base`, with room for a flush of `sizeBytes`. If it throws,
  /// nothing has changed but perhaps a spare.
  Segment roll(long base, int sizeBytes) throws DiskException {
    long needed = Frame.BLOCK_BYTES + (long) Frame.alignedUp(sizeBytes, Frame.BLOCK_BYTES);
    long segmentBytes = Math.max(settings.segmentBytes(), needed);
    long generation = lastGeneration + 1;
    if (spares.isEmpty()) {
      makeSpare(segmentBytes);
    }
    String spare = Segment.sparePath(directory, spares.first());
    var file = disk.open(spare, Mode.WRITE);
    try {
      file.allocate(segmentBytes);
      Segment.writeHeader(file, generation, base);
      file.sync();
      // Only a file with a good header ever gets the name of a segment.
      disk.rename(spare, Segment.livePath(directory, generation));
      disk.syncDirectory(directory);
    } catch (DiskException e) {
      closeQuietly(file);
      throw e;
    }
    spares.pollFirst();
    lastGeneration = generation;
    close();
    current = Optional.of(file);
    offset = Frame.BLOCK_BYTES;
    room = segmentBytes - Frame.BLOCK_BYTES;
    return new Segment(directory, generation, base);
  }

  /// Writes one flush of at most [#room] bytes into the current segment, syncs it, and returns its
  /// offset there. If it throws, nothing is known about this flush and nothing more may be written.
  long write(ByteBuffer flush) throws DiskException {
    long at = offset;
    int taken = Frame.alignedUp(flush.remaining(), Frame.BLOCK_BYTES);
    var file = current.orElseThrow();
    file.write(at, flush);
    file.sync();
    offset += taken;
    room -= taken;
    return at;
  }

  /// Makes a spare of `segment`, the oldest one, durably: retired one by one from the oldest,
  /// segments never leave a gap, whenever the power goes.
  void retire(Segment segment) throws DiskException {
    disk.rename(segment.path(), Segment.sparePath(directory, segment.generation()));
    disk.syncDirectory(directory);
    spares.add(segment.generation());
  }

  /// Deletes the spares that the settings do not ask for.
  void dropSpares() throws DiskException {
    while (spares.size() > settings.spares()) {
      disk.delete(Segment.sparePath(directory, spares.first()));
      spares.pollFirst();
    }
  }

  /// Makes sure that a spare is ready if the settings ask for one.
  void prepareSpare() throws DiskException {
    if (settings.spares() > 0 && spares.isEmpty()) {
      makeSpare(settings.segmentBytes());
    }
  }

  /// Overwrites all spares with zeros, durably.
  void overwriteSpares() throws DiskException {
    for (long generation : spares) {
      try (var file = disk.open(Segment.sparePath(directory, generation), Mode.WRITE)) {
        long sizeBytes = file.size();
        for (long at = 0; at < sizeBytes; at += Frame.BLOCK_BYTES) {
          file.write(at, ByteBuffer.allocate((int) Math.min(Frame.BLOCK_BYTES, sizeBytes - at)));
        }
        file.sync();
      }
    }
  }

  /// Lets go of the current segment: the next flush needs a [#roll].
  void close() {
    current.ifPresent(SegmentFiles::closeQuietly);
    current = Optional.empty();
    room = 0;
  }

  /// Writes a spare with its room reserved; leaves nothing behind if there is not enough.
  private void makeSpare(long sizeBytes) throws DiskException {
    String path = Segment.sparePath(directory, lastGeneration + 1);
    try (var file = disk.open(path, Mode.CREATE)) {
      file.allocate(sizeBytes);
      file.sync();
    } catch (DiskException e) {
      try {
        disk.delete(path);
      } catch (DiskException undeleted) {
        e.addSuppressed(undeleted);
      }
      throw e;
    }
    spares.add(lastGeneration + 1);
  }

  private static void closeQuietly(DiskFile file) {
    try {
      file.close();
    } catch (DiskException _) {
      // Everything acknowledged in it was synced; closing can lose nothing.
    }
  }
}
