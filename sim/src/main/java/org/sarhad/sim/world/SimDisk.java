package org.sarhad.sim.world;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.port.DiskException.Fault;
import org.sarhad.node.port.DiskFile;

/// A disk in memory that breaks every promise [Disk] does not make.
///
/// Between two syncs it keeps, for every sector, every version that was written; when the power
/// goes ([#crash], or at a chosen operation after [#cutAfter]) it draws from its random source
/// which version of each sector, which size of each file and which binding of each name the device
/// had got round to. So writes are lost, torn and reordered within the bounds of the port's
/// contract, and not beyond them.
///
/// Everything is drawn from one source: the same seed and the same calls give the same disk. All
/// methods may be called from any thread, one at a time.
public final class SimDisk implements Disk {
  /// What can be told to fail.
  public enum Operation {
    READ,
    WRITE,
    SYNC,
    SYNC_DIRECTORY,
    RENAME
  }

  private final String name;
  private final RandomGenerator random;

  /// What a running system sees.
  private final TreeMap<String, SimFile> names = new TreeMap<>();

  /// What the device has.
  private final TreeMap<String, SimFile> keptNames = new TreeMap<>();

  /// The bindings each name has had since its directory was synced, oldest first.
  private final TreeMap<String, List<Optional<SimFile>>> unsyncedNames = new TreeMap<>();

  private final List<Moved> unsyncedMoves = new ArrayList<>();
  private final TreeSet<String> directories = new TreeSet<>();
  private final Set<String> locks = new HashSet<>();
  private final Map<Operation, Integer> failures = new EnumMap<>(Operation.class);
  private long capacityBytes = Long.MAX_VALUE;
  private boolean readOnly;
  private long operations;
  private long cutAt = Long.MAX_VALUE;
  private boolean isOff;
  private int generation;

  private record Moved(String from, SimFile file) {}

  /// The power went. Not a [DiskException]: no code of the node can handle it, as none can in life.
  /// Whoever drives the simulation catches it, throws the node away and starts another on
  /// [#restart].
  public static final class PowerCut extends RuntimeException {
    private static final long serialVersionUID = 1;

    private PowerCut(String disk) {
      super("the power of " + disk + " is off");
    }
  }

  /// An empty disk called `name`, drawing from `random`.
  public SimDisk(String name, RandomGenerator random) {
    this.name = name;
    this.random = random;
  }

  // --- what the simulation does to it ------------------------------------------------------------

  /// Cuts the power and brings it back: what was not synced survives by chance, locks and handles
  /// are gone.
  public synchronized void crash() {
    cut();
    restart();
  }

  /// Cuts the power at the `count`-th operation from now (1 is the next) that changes anything.
  /// That operation and all after it throw [PowerCut] until [#restart].
  public synchronized void cutAfter(long count) {
    cutAt = operations + count;
  }

  /// Brings the power back after a cut; nothing happens if it is on.
  public synchronized void restart() {
    isOff = false;
    cutAt = Long.MAX_VALUE;
  }

  /// Whether the power is off.
  public synchronized boolean isOff() {
    return isOff;
  }

  /// How many operations that change something there have been.
  public synchronized long operations() {
    return operations;
  }

  /// Lets the `count`-th `operation` from now (1 is the next) fail with [Fault#DEVICE]. A failed
  /// write has written some part; a failed sync has kept some part and will never keep the rest.
  public synchronized void fail(Operation operation, int count) {
    failures.put(operation, count);
  }

  /// Sets how much fits; what is there already stays.
  public synchronized void setCapacity(long bytes) {
    capacityBytes = bytes;
  }

  /// Makes every change fail with [Fault#READ_ONLY], or stops doing so.
  public synchronized void setReadOnly(boolean readOnly) {
    this.readOnly = readOnly;
  }

  /// Flips one bit of a file, on the device and in every cache: rot that no layer below reports.
  public synchronized void rot(String path, long offset, int bit) {
    file(path).flip((int) offset, bit);
  }

  /// Flips `count` bits, drawn evenly over all bytes of all files; none on an empty disk.
  public synchronized void rot(int count) {
    long total = usedBytes();
    for (int i = 0; i < count && total > 0; i++) {
      long at = random.nextLong(total);
      for (var file : names.values()) {
        if (at < file.size) {
          file.flip((int) at, random.nextInt(8));
          break;
        }
        at -= file.size;
      }
    }
  }

  /// A copy of what a running system sees now, as a backup would take it.
  public synchronized SimDisk copy(String nameOfCopy) {
    var copy = new SimDisk(nameOfCopy, random);
    copy.directories.addAll(directories);
    names.forEach((path, file) -> copy.names.put(path, file.copy()));
    copy.names.forEach((path, file) -> copy.keep(path, Optional.of(file)));
    return copy;
  }

  /// Puts an old backup in the place of everything that is here; open handles are gone.
  public synchronized void restore(SimDisk backup) {
    var copy = backup.copy(name);
    names.clear();
    keptNames.clear();
    directories.clear();
    forgetUnsynced();
    names.putAll(copy.names);
    keptNames.putAll(copy.keptNames);
    directories.addAll(copy.directories);
    generation++;
    locks.clear();
  }

  /// The paths of all files, sorted.
  public synchronized List<String> files() {
    return List.copyOf(names.keySet());
  }

  private void cut() {
    isOff = true;
    generation++;
    locks.clear();
    // One cut in four is of the extreme kinds, which chance would hardly ever draw for many
    // sectors.
    Chance chance =
        switch (random.nextInt(8)) {
          case 0 -> _ -> 0;
          case 1 -> versions -> versions;
          default -> versions -> random.nextInt(versions + 1);
        };
    new TreeMap<>(unsyncedNames)
        .forEach(
            (path, bindings) -> {
              int drawn = chance.draw(bindings.size());
              if (drawn > 0) {
                keep(path, bindings.get(drawn - 1));
              }
            });
    for (var moved : unsyncedMoves) {
      // A rename never loses the file: at worst the device has not heard of it.
      if (moved.file.keptLinks == 0 && !keptNames.containsKey(moved.from)) {
        keep(moved.from, Optional.of(moved.file));
      }
    }
    forgetUnsynced();
    var files = new HashSet<SimFile>();
    for (var file : keptNames.values()) {
      if (files.add(file)) {
        file.loseUnsynced(chance);
      }
    }
    names.clear();
    names.putAll(keptNames);
  }

  private void forgetUnsynced() {
    unsyncedNames.clear();
    unsyncedMoves.clear();
  }

  /// How many of `versions` writes the device has got round to: 0 to `versions`.
  private interface Chance {
    int draw(int versions);
  }

  // --- the disk
  // ------------------------------------------------------------------------------------

  @Override
  public synchronized DiskFile open(String path, Mode mode) throws DiskException {
    checkPower();
    var file = names.get(Disk.checkPath(path));
    if (file == null && mode != Mode.CREATE) {
      throw new DiskException(
          Fault.ABSENT, "could not open " + path + " on " + name + ": there is no such file");
    }
    if (mode != Mode.READ) {
      checkChange(path);
    }
    if (file == null) {
      checkDirectory(Disk.parent(path));
      file = new SimFile();
      rebind(path, Optional.of(file));
      changed();
    }
    return new Handle(path, file, mode != Mode.READ);
  }

  @Override
  public synchronized void rename(String from, String to) throws DiskException {
    checkPower();
    checkChange(from);
    checkFailure(Operation.RENAME, from);
    checkDirectory(Disk.parent(Disk.checkPath(to)));
    var file = names.get(Disk.checkPath(from));
    if (file == null) {
      throw new DiskException(
          Fault.ABSENT, "could not rename " + from + " on " + name + ": there is no such file");
    }
    rebind(to, Optional.of(file));
    rebind(from, Optional.empty());
    unsyncedMoves.add(new Moved(from, file));
    changed();
  }

  @Override
  public synchronized void syncDirectory(String directory) throws DiskException {
    checkPower();
    checkDirectory(Disk.checkPath(directory));
    changed();
    checkFailure(Operation.SYNC_DIRECTORY, directory);
    unsyncedNames
        .keySet()
        .removeIf(
            path -> {
              boolean here = Disk.parent(path).equals(directory);
              if (here) {
                keep(path, Optional.ofNullable(names.get(path)));
              }
              return here;
            });
    unsyncedMoves.removeIf(moved -> moved.file.keptLinks > 0);
  }

  @Override
  public synchronized void createDirectories(String directory) throws DiskException {
    checkPower();
    for (String path = Disk.checkPath(directory); !path.isEmpty(); path = Disk.parent(path)) {
      if (!directories.contains(path)) {
        checkChange(path);
        directories.add(path);
        changed();
      }
    }
  }

  @Override
  public synchronized List<String> list(String directory) {
    checkPower();
    var found = new TreeSet<String>();
    String prefix = directory.isEmpty() ? "" : Disk.checkPath(directory) + "/";
    for (var paths : List.of(names.navigableKeySet(), directories)) {
      for (String path : paths.tailSet(prefix, false)) {
        if (!path.startsWith(prefix)) {
          break;
        }
        if (path.indexOf('/', prefix.length()) < 0) {
          found.add(path.substring(prefix.length()));
        }
      }
    }
    return List.copyOf(found);
  }

  @Override
  public synchronized void delete(String path) throws DiskException {
    checkPower();
    if (names.containsKey(Disk.checkPath(path))) {
      checkChange(path);
      rebind(path, Optional.empty());
      changed();
    } else if (directories.contains(path)) {
      checkChange(path);
      if (!list(path).isEmpty()) {
        throw new DiskException(
            Fault.DEVICE, "could not delete " + path + " on " + name + ": it is not empty");
      }
      directories.remove(path);
      changed();
    }
  }

  @Override
  public synchronized boolean isFile(String path) {
    checkPower();
    return names.containsKey(Disk.checkPath(path));
  }

  @Override
  public synchronized boolean isDirectory(String path) {
    checkPower();
    return path.isEmpty() || directories.contains(Disk.checkPath(path));
  }

  @Override
  public synchronized long freeBytes() {
    checkPower();
    return Math.max(0, capacityBytes - usedBytes());
  }

  @Override
  public synchronized Optional<Hold> tryLock(String path) throws DiskException {
    checkPower();
    open(path, Mode.CREATE).close();
    if (!locks.add(path)) {
      return Optional.empty();
    }
    int owner = generation;
    return Optional.of(() -> unlock(path, owner));
  }

  private synchronized void unlock(String path, int owner) {
    if (owner == generation) {
      locks.remove(path);
    }
  }

  @Override
  public String location() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }

  private SimFile file(String path) {
    return Optional.ofNullable(names.get(path))
        .orElseThrow(() -> new IllegalArgumentException("no file " + path + " on " + name));
  }

  private long usedBytes() {
    return names.values().stream().mapToLong(file -> file.size).sum();
  }

  private void rebind(String path, Optional<SimFile> file) {
    bind(names, path, file);
    unsyncedNames.computeIfAbsent(path, _ -> new ArrayList<>(1)).add(file);
  }

  private void keep(String path, Optional<SimFile> file) {
    bind(keptNames, path, file).ifPresent(former -> former.keptLinks--);
    file.ifPresent(bound -> bound.keptLinks++);
  }

  /// Binds `path` to `file`, or to nothing, and returns what it was bound to.
  private static Optional<SimFile> bind(
      Map<String, SimFile> names, String path, Optional<SimFile> file) {
    return Optional.ofNullable(file.isPresent() ? names.put(path, file.get()) : names.remove(path));
  }

  /// Counts a change that has been made to what a running system sees, and cuts the power if it was
  /// to be the last.
  private void changed() {
    operations++;
    if (operations >= cutAt) {
      cut();
      throw new PowerCut(name);
    }
  }

  private void checkPower() {
    if (isOff) {
      throw new PowerCut(name);
    }
  }

  private void checkChange(String path) throws DiskException {
    if (readOnly) {
      throw new DiskException(
          Fault.READ_ONLY, "could not change " + path + " on " + name + ": it is read-only");
    }
  }

  private void checkDirectory(String directory) throws DiskException {
    if (!directory.isEmpty() && !directories.contains(directory)) {
      throw new DiskException(Fault.ABSENT, "there is no directory " + directory + " on " + name);
    }
  }

  private void checkFailure(Operation operation, String path) throws DiskException {
    if (isFailing(operation)) {
      throw new DiskException(
          Fault.DEVICE,
          "could not " + operation + " " + path + " on " + name + ": input/output error");
    }
  }

  private boolean isFailing(Operation operation) {
    Integer left = failures.computeIfPresent(operation, (_, count) -> count - 1);
    if (left == null || left > 0) {
      return false;
    }
    failures.remove(operation);
    return true;
  }

  // --- files
  // ---------------------------------------------------------------------------------------

  /// What a file holds: as a running system sees it, and as the device has it.
  private static final class SimFile {
    byte[] bytes = new byte[0];
    int size;

    /// How many names the device has for it.
    int keptLinks;

    private byte[] keptBytes = new byte[0];
    private int keptSize;

    /// Every version of a sector written since the last sync, oldest first.
    private final Map<Integer, List<byte[]>> unsynced = new HashMap<>();

    private final List<Integer> unsyncedSizes = new ArrayList<>();

    SimFile copy() {
      var copy = new SimFile();
      copy.bytes = bytes.clone();
      copy.size = size;
      copy.keptBytes = bytes.clone();
      copy.keptSize = size;
      return copy;
    }

    void write(int offset, byte[] written) {
      if (offset + written.length > size) {
        resize(offset + written.length);
      }
      System.arraycopy(written, 0, bytes, offset, written.length);
      noteVersions(offset, offset + written.length);
    }

    void resize(int newSize) {
      if (newSize > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(newSize, Math.min(2 * bytes.length, 1 << 26)));
      }
      if (newSize < size) {
        Arrays.fill(bytes, newSize, size, (byte) 0);
        noteVersions(newSize, size);
      }
      size = newSize;
      unsyncedSizes.add(newSize);
    }

    private void noteVersions(int from, int to) {
      for (int sector = from / SECTOR_BYTES; sector * SECTOR_BYTES < to; sector++) {
        int start = sector * SECTOR_BYTES;
        var version = new byte[SECTOR_BYTES];
        System.arraycopy(bytes, start, version, 0, Math.min(SECTOR_BYTES, bytes.length - start));
        unsynced.computeIfAbsent(sector, _ -> new ArrayList<>(1)).add(version);
      }
    }

    void sync() {
      keep(versions -> versions);
    }

    /// The device keeps what it got round to, and the rest will never be written: the system thinks
    /// it has been.
    void keep(Chance chance) {
      int drawnSize = chance.draw(unsyncedSizes.size());
      if (drawnSize > 0) {
        keptSize = unsyncedSizes.get(drawnSize - 1);
        if (keptSize > keptBytes.length) {
          keptBytes = Arrays.copyOf(keptBytes, bytes.length);
        }
      }
      new TreeMap<>(unsynced)
          .forEach(
              (sector, versions) -> {
                int drawn = chance.draw(versions.size());
                int start = sector * SECTOR_BYTES;
                if (drawn > 0 && start < keptBytes.length) {
                  int length = Math.min(SECTOR_BYTES, keptBytes.length - start);
                  System.arraycopy(versions.get(drawn - 1), 0, keptBytes, start, length);
                }
              });
      unsynced.clear();
      unsyncedSizes.clear();
    }

    void loseUnsynced(Chance chance) {
      keep(chance);
      Arrays.fill(keptBytes, keptSize, keptBytes.length, (byte) 0);
      bytes = keptBytes.clone();
      size = keptSize;
    }

    void flip(int offset, int bit) {
      bytes[offset] ^= (byte) (1 << bit);
      if (offset < keptBytes.length) {
        keptBytes[offset] ^= (byte) (1 << bit);
      }
    }
  }

  private final class Handle implements DiskFile {
    private final String path;
    private final SimFile file;
    private final boolean isWritable;
    private final int opened = generation;

    Handle(String path, SimFile file, boolean isWritable) {
      this.path = path;
      this.file = file;
      this.isWritable = isWritable;
    }

    @Override
    public int read(long offset, ByteBuffer into) throws DiskException {
      synchronized (SimDisk.this) {
        checkHandle();
        checkFailure(Operation.READ, path);
        int count = (int) Math.max(0, Math.min(into.remaining(), file.size - offset));
        if (count > 0) {
          into.put(file.bytes, (int) offset, count);
        }
        return count;
      }
    }

    @Override
    public void write(long offset, ByteBuffer bytes) throws DiskException {
      synchronized (SimDisk.this) {
        checkWritable();
        var written = new byte[bytes.remaining()];
        bytes.get(written);
        checkRoom(offset + written.length);
        if (isFailing(Operation.WRITE)) {
          file.write((int) offset, Arrays.copyOf(written, random.nextInt(written.length + 1)));
          throw new DiskException(
              Fault.DEVICE, "could not WRITE " + path + " on " + name + ": input/output error");
        }
        file.write((int) offset, written);
        changed();
      }
    }

    @Override
    public void allocate(long sizeBytes) throws DiskException {
      synchronized (SimDisk.this) {
        checkWritable();
        checkRoom(sizeBytes);
        if (sizeBytes > file.size) {
          file.resize((int) sizeBytes);
          changed();
        }
      }
    }

    @Override
    public void truncate(long sizeBytes) throws DiskException {
      synchronized (SimDisk.this) {
        checkWritable();
        if (sizeBytes < file.size) {
          file.resize((int) sizeBytes);
          changed();
        }
      }
    }

    @Override
    public long size() {
      synchronized (SimDisk.this) {
        checkHandle();
        return file.size;
      }
    }

    @Override
    public void sync() throws DiskException {
      synchronized (SimDisk.this) {
        checkHandle();
        changed();
        if (isFailing(Operation.SYNC)) {
          file.keep(versions -> random.nextInt(versions + 1));
          throw new DiskException(
              Fault.DEVICE, "could not SYNC " + path + " on " + name + ": input/output error");
        }
        file.sync();
      }
    }

    @Override
    public void close() {
      // Closing keeps nothing and frees nothing here.
    }

    private void checkHandle() {
      if (isOff || opened != generation) {
        throw new PowerCut(name);
      }
    }

    private void checkWritable() throws DiskException {
      checkHandle();
      if (!isWritable) {
        throw new IllegalStateException(path + " was opened for reading");
      }
      checkChange(path);
    }

    private void checkRoom(long end) throws DiskException {
      if (end > file.size
          && capacityBytes < Long.MAX_VALUE
          && end - file.size > capacityBytes - usedBytes()) {
        throw new DiskException(
            Fault.FULL, "could not grow " + path + " on " + name + ": no space left");
      }
    }
  }
}
