package org.sarhad.node.exhibit;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.inquiry.Description;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.port.Clock;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.port.Randomness;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Files of exhibits on this node: those that are held whole, known by their SHA-256, and those
/// that are being gathered chunk by chunk (05-7).
///
/// What is acknowledged is durable. A file has its place under its digest only after every byte of
/// it was read back and compared; it never changes there. Nothing here says what may be seen by
/// whom: that is for [Giving] and for the API.
///
/// For several threads. Memory: the cards, about 35 KiB for each file of 2 GiB, and one chunk.
public final class ExhibitStore {
  private static final String PARTS = "part";
  private static final String WHOLE = "whole";
  private static final String WRONG = "wrong";
  private static final int ID_BYTES = 16;

  private final Disk disk;
  private final String directory;
  private final FileLimits limits;
  private final Clock clock;
  private final Randomness randomness;
  private final ReentrantLock beginning = new ReentrantLock();
  private final Map<String, Part> parts = new ConcurrentSkipListMap<>();
  private final Map<String, String> damagedParts = new ConcurrentSkipListMap<>();
  private final FileRoom room;
  private final WholeFiles whole;
  private final WrongChunks wrong;

  private ExhibitStore(
      Disk disk, String directory, FileLimits limits, Clock clock, Randomness randomness)
      throws DiskException {
    this.disk = disk;
    this.directory = directory;
    this.limits = limits;
    this.clock = clock;
    this.randomness = randomness;
    this.room = new FileRoom(disk, limits);
    disk.createDirectories(path(PARTS));
    this.whole = new WholeFiles(disk, path(WHOLE));
    this.wrong = new WrongChunks(disk, path(WRONG));
  }

  /// What is kept in `directory` of `disk`, which is made if it is not there. What a cut left half
  /// done is finished or thrown away; what is damaged is listed and not touched.
  public static ExhibitStore open(
      Disk disk, String directory, FileLimits limits, Clock clock, Randomness randomness)
      throws IOException {
    var store = new ExhibitStore(disk, directory, limits, clock, randomness);
    for (String id : disk.list(store.path(PARTS))) {
      store.recover(id);
    }
    return store;
  }

  private void recover(String id) throws IOException {
    var place = path(PARTS) + "/" + id;
    try {
      var part = Part.open(disk, place, id, clock.nanos());
      if (part.isEmpty()) {
        Part.delete(disk, place);
      } else if (part.get().state().card().outcome()
          instanceof PartCard.Outcome.Done(Hash sha256)) {
        place(part.get(), sha256);
      } else {
        parts.put(id, part.get());
      }
    } catch (MalformedJsonException e) {
      damagedParts.put(id, "its card is damaged: " + e.getMessage());
    } catch (DiskException e) {
      if (e.fault() != DiskException.Fault.ABSENT) {
        throw e;
      }
      damagedParts.put(id, "a file of it is missing: " + e.getMessage());
    }
  }

  /// How much room there is.
  public FileLimits limits() {
    return limits;
  }

  // ---- gathering ------------------------------------------------------------------------------

  /// Begins to gather a file; says that it is held already when it is.
  ///
  /// @param by the login of whoever uploads it, or the name of the side it comes from
  /// @param from the side it comes from; empty for an upload
  public FileOutcome begin(String by, Optional<PartyId> from, PartCard.Wanted wanted) {
    var held = wanted.sha256().filter(sha256 -> !isDamaged(sha256)).flatMap(whole::find);
    if (held.isPresent()) {
      return new FileOutcome.Whole(held.get());
    }
    if (wanted.sizeBytes() < 1 || wanted.sizeBytes() > Description.SIZE_MAX) {
      return refused(FileRefusal.SIZE_NOT_ALLOWED, wanted.sizeBytes() + " bytes");
    }
    beginning.lock();
    try {
      var refusal = room.findRefusal(from, wanted.sizeBytes(), parts(), whole.list());
      if (refusal.isPresent()) {
        return refusal.get();
      }
      var id = Bytes.of(randomness.bytes(ID_BYTES)).hex();
      var card = PartCard.begun(clock.now(), by, from, wanted, limits.chunkBytes());
      var part = Part.create(disk, path(PARTS) + "/" + id, id, card, clock.nanos());
      parts.put(id, part);
      return new FileOutcome.Going(part.state());
    } catch (DiskException e) {
      return refused(e);
    } finally {
      beginning.unlock();
    }
  }

  /// Adds a chunk. Any order will do, and so will the same chunk again.
  ///
  /// @param sha256 what the sender says it is
  public FileOutcome put(String id, int index, Hash sha256, Bytes bytes) {
    var part = Optional.ofNullable(parts.get(id));
    if (part.isEmpty()) {
      return refused(FileRefusal.UPLOAD_UNKNOWN, id);
    }
    if (part.get().isStuck()) {
      return stuck();
    }
    var plan = part.get().state().card().plan();
    if (!plan.has(index)) {
      return refused(FileRefusal.CHUNK_UNKNOWN, "%d of %d".formatted(index, plan.count()));
    }
    if (bytes.size() != plan.sizeOf(index)) {
      return refused(
          FileRefusal.CHUNK_SIZE,
          "%d bytes; chunk %d has %d".formatted(bytes.size(), index, plan.sizeOf(index)));
    }
    var found = Merkle.sha256(bytes);
    if (!found.equals(sha256)) {
      return refused(FileRefusal.CHUNK_DIGEST, "SHA-256 of what came is " + found.hex());
    }
    try {
      var full = room.findShortage(bytes.size());
      if (full.isPresent() && !part.get().state().has(index)) {
        return full.get();
      }
      var refusal = part.get().put(index, sha256, bytes, clock.nanos());
      return refusal.isPresent()
          ? refused(refusal.get(), "chunk " + index)
          : new FileOutcome.Going(part.get().state());
    } catch (DiskException e) {
      return refused(part.get(), e);
    }
  }

  /// Reads a file back whose chunks are all there, compares it with what was announced, and gives
  /// it its place. What an officer uploaded and is another file is thrown away; what another side
  /// gave, chunk by chunk as it signed them, is kept as contradicting its exhibit.
  ///
  /// Cost: one reading of the whole file.
  ///
  /// @param expected the SHA-256 it must have, besides what was said when it was begun
  public FileOutcome finish(String id, Optional<Hash> expected) {
    var part = Optional.ofNullable(parts.get(id));
    if (part.isEmpty()) {
      return refused(FileRefusal.UPLOAD_UNKNOWN, id);
    }
    if (part.get().isStuck()) {
      return stuck();
    }
    try {
      return part.get().alone(() -> finished(part.get(), expected));
    } catch (DiskException e) {
      return refused(part.get(), e);
    } catch (IOException e) {
      return refused(FileRefusal.DISK_FAILED, String.valueOf(e.getMessage()));
    }
  }

  private FileOutcome finished(Part part, Optional<Hash> expected) throws DiskException {
    var card = part.state().card();
    if (card.outcome() instanceof PartCard.Outcome.Contradicted(Hash found)) {
      return refused(FileRefusal.DIGEST_MISMATCH, "SHA-256 is " + found.hex());
    }
    if (card.outcome() instanceof PartCard.Outcome.Done(Hash sha256)) {
      return place(part, sha256);
    }
    if (part.state().firstMissing().isPresent()) {
      return incomplete(part.state());
    }
    var digest = part.digest();
    if (digest.isEmpty()) {
      return incomplete(part.state());
    }
    Hash sha256 = digest.get();
    boolean isAnother =
        expected.filter(hash -> !hash.equals(sha256)).isPresent()
            || card.sha256().filter(hash -> !hash.equals(sha256)).isPresent();
    if (isAnother && card.isUpload()) {
      parts.remove(part.state().id());
      part.delete();
    } else if (isAnother) {
      part.conclude(new PartCard.Outcome.Contradicted(sha256));
    }
    if (isAnother) {
      return refused(FileRefusal.DIGEST_MISMATCH, "SHA-256 is " + sha256.hex());
    }
    part.conclude(new PartCard.Outcome.Done(sha256));
    return place(part, sha256);
  }

  private static FileOutcome incomplete(PartState state) {
    var gap = state.missing().getFirst();
    return refused(
        FileRefusal.INCOMPLETE,
        "%d bytes, first of chunk %d".formatted(state.bytesMissing(), gap.from()));
  }

  /// Gives a part that was checked its place; goes on with it after a cut.
  private FileOutcome place(Part part, Hash sha256) throws DiskException {
    var chunks = part.state().chunks().stream().flatMap(Optional::stream).toList();
    var card = HeldCard.of(part.state().card(), clock.now(), chunks);
    var held = whole.take(part, sha256, card);
    part.delete();
    parts.remove(part.state().id());
    return new FileOutcome.Whole(held);
  }

  /// Throws away what was gathered.
  public FileOutcome giveUp(String id) {
    var part = Optional.ofNullable(parts.get(id));
    if (part.isEmpty()) {
      return refused(FileRefusal.UPLOAD_UNKNOWN, id);
    }
    try {
      return part.get()
          .alone(
              () -> {
                if (parts.remove(id) != null) {
                  part.get().delete();
                }
                return new FileOutcome.Gone();
              });
    } catch (DiskException e) {
      return refused(e);
    } catch (IOException e) {
      return refused(FileRefusal.DISK_FAILED, String.valueOf(e.getMessage()));
    }
  }

  /// Throws away uploads to which nothing was added for [FileLimits#keepPart], unless `isNamed`
  /// says that an exhibit is known by what they are to become. Returns how many those were.
  public int sweep(Predicate<Hash> isNamed) {
    var old = new ArrayList<String>();
    for (var part : parts.values()) {
      var card = part.state().card();
      var age = Duration.ofNanos(clock.nanos() - part.touchedAtNanos());
      boolean isAbandoned =
          card.isUpload()
              && age.compareTo(limits.keepPart()) > 0
              && card.sha256().filter(isNamed).isEmpty();
      if (isAbandoned) {
        old.add(part.state().id());
      }
    }
    old.forEach(this::giveUp);
    return old.size();
  }

  /// The part called `id`.
  public Optional<PartState> findPart(String id) {
    return Optional.ofNullable(parts.get(id)).map(Part::state);
  }

  /// Why nothing can be added to a part in this run of the node; empty when it can.
  public Optional<FileOutcome.Refused> findObstacle(String id) {
    return Optional.ofNullable(parts.get(id)).filter(Part::isStuck).isPresent()
            && stuck() instanceof FileOutcome.Refused refused
        ? Optional.of(refused)
        : Optional.empty();
  }

  /// Everything that is being gathered, by id.
  public List<PartState> parts() {
    return parts.values().stream().map(Part::state).toList();
  }

  /// What is being gathered of the file `sha256` from the side `from`.
  public Optional<PartState> findPart(Hash sha256, PartyId from) {
    return parts().stream()
        .filter(part -> part.card().from().equals(Optional.of(from)))
        .filter(part -> part.card().sha256().equals(Optional.of(sha256)))
        .findFirst();
  }

  // ---- holding --------------------------------------------------------------------------------

  /// The file `sha256`, if it is held whole.
  public Optional<HeldFile> find(Hash sha256) {
    return whole.find(sha256);
  }

  /// Everything that is held whole, by digest.
  public Collection<HeldFile> files() {
    return whole.list();
  }

  /// Bytes of all that is held whole.
  public long bytesHeld() {
    return whole.list().stream().mapToLong(file -> file.card().sizeBytes()).sum();
  }

  /// A chunk of a file that is held whole, compared with its digest; empty when there is none, or
  /// it is damaged on the disk, which [#damaged] then says. Cost: reading it, unless it was read
  /// last.
  public Optional<Bytes> chunk(Hash sha256, int index) throws DiskException {
    return whole.chunk(sha256, index);
  }

  /// Writes down that exhibits are known by a file that is held: from then on only [#erase] deletes
  /// it, which is for whoever has seen that the record lets go of them.
  public void name(Hash sha256, SortedSet<EntryId> exhibits) throws DiskException {
    whole.name(sha256, exhibits);
  }

  /// Deletes a file that no exhibit was ever known by.
  public FileOutcome discard(Hash sha256) {
    var held = find(sha256);
    if (held.isEmpty()) {
      return refused(FileRefusal.FILE_UNKNOWN, sha256.hex());
    }
    if (!held.get().card().exhibits().isEmpty()) {
      return refused(FileRefusal.NAMED, held.get().card().exhibits().first().toString());
    }
    try {
      erase(sha256);
      return new FileOutcome.Gone();
    } catch (DiskException e) {
      return refused(e);
    }
  }

  /// Deletes everything of a file, durably: what is held, what is being gathered, what was wrong.
  public void erase(Hash sha256) throws DiskException {
    whole.erase(sha256);
    wrong.forget(sha256);
    parts().stream()
        .filter(part -> part.card().sha256().equals(Optional.of(sha256)))
        .forEach(part -> giveUp(part.id()));
  }

  /// What is on the disk and is not what was written, by what it is a part of.
  public Map<String, String> damaged() {
    var all = new ConcurrentSkipListMap<>(damagedParts);
    whole.damaged().forEach((sha256, what) -> all.put(sha256.hex(), what));
    return Map.copyOf(all);
  }

  /// Whether the file `sha256` is here and damaged.
  public boolean isDamaged(Hash sha256) {
    return whole.damaged().containsKey(sha256);
  }

  // ---- what was wrong -------------------------------------------------------------------------

  /// Keeps a chunk that another side gave and that is not the one its manifest has. Returns whether
  /// it did: no more are kept than there is any use for.
  public boolean keepWrong(WrongChunk chunk, Bytes bytes) throws DiskException {
    return wrong.keep(chunk, bytes);
  }

  /// The wrong chunks that are kept.
  public List<WrongChunk> wrong() {
    return wrong.list();
  }

  /// The bytes of a wrong chunk that is kept.
  public Optional<Bytes> findWrong(Hash file, int index, Hash found) throws DiskException {
    return wrong.find(file, index, found);
  }

  // ---- inside ---------------------------------------------------------------------------------

  private static FileOutcome refused(FileRefusal why, String detail) {
    return new FileOutcome.Refused(why, detail);
  }

  private static FileOutcome refused(DiskException e) {
    return refused(
        e.fault() == DiskException.Fault.FULL ? FileRefusal.DISK_FULL : FileRefusal.DISK_FAILED,
        e.getMessage());
  }

  private static FileOutcome refused(Part part, DiskException e) {
    if (e.fault() != DiskException.Fault.FULL) {
      part.stick();
    }
    return refused(e);
  }

  private static FileOutcome stuck() {
    return refused(
        FileRefusal.DISK_FAILED,
        "What was acknowledged is kept; it goes on when the node is restarted.");
  }

  private String path(String name) {
    return directory + "/" + name;
  }
}
