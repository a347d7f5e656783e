package org.sarhad.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.node.exhibit.Fixtures.PK;
import static org.sarhad.node.exhibit.Fixtures.chunk;
import static org.sarhad.node.exhibit.Fixtures.entry;
import static org.sarhad.node.exhibit.Fixtures.file;
import static org.sarhad.node.exhibit.Fixtures.read;
import static org.sarhad.node.exhibit.Fixtures.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.store.FileDisk;
import org.sarhad.node.testing.CountedRandomness;
import org.sarhad.node.testing.HandClock;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Gathering files and holding them, on a real disk with small chunks.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExhibitStoreTest {
  private static final int CHUNK = 1_000;
  private static final FileLimits LIMITS =
      new FileLimits(CHUNK, 100_000, 20_000, 0, 3, Duration.ofDays(7));

  /// Every refusal that some test here has met; the others belong to the API and the disk.
  private static final Set<FileRefusal> MET = EnumSet.noneOf(FileRefusal.class);

  @TempDir Path root;
  private Path directory;
  private int runs;
  private final HandClock clock = new HandClock();
  private final CountedRandomness randomness = new CountedRandomness(1);
  private ExhibitStore store;

  @BeforeEach
  void open() throws IOException {
    directory = root.resolve("run-" + runs++);
    reopen(LIMITS);
  }

  private void reopen(FileLimits limits) throws IOException {
    store = ExhibitStore.open(FileDisk.at(directory), "exhibits", limits, clock, randomness);
  }

  @AfterAll
  static void everyRefusalOfTheStoreWasMet() {
    var ofOthers =
        EnumSet.of(FileRefusal.NOT_RELEASED, FileRefusal.DAMAGED, FileRefusal.DISK_FAILED);
    assertThat(MET).isEqualTo(EnumSet.complementOf(ofOthers));
  }

  private static void refused(FileOutcome outcome, FileRefusal why) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            FileOutcome.Refused.class, refused -> assertThat(refused.why()).isEqualTo(why));
    MET.add(why);
  }

  private String begun(long bytes, Optional<Hash> sha256) {
    var wanted = new PartCard.Wanted(bytes, Fixtures.MEDIA, sha256);
    var outcome = store.begin("clerk", Optional.empty(), wanted);
    return ((FileOutcome.Going) outcome).part().id();
  }

  private FileOutcome put(String id, Bytes file, int index) {
    var bytes = chunk(file, new ChunkPlan(file.size(), CHUNK), index);
    return store.put(id, index, Merkle.sha256(bytes), bytes);
  }

  // ---- gathering ------------------------------------------------------------------------------

  @Test
  void chunksComeInAnyOrderAndMoreThanOnce() throws Exception {
    var file = file(4_321, 1);
    var id = begun(file.size(), Optional.empty());
    for (int index : new int[] {4, 1, 1, 3, 0, 4, 2}) {
      assertThat(put(id, file, index)).isInstanceOf(FileOutcome.Going.class);
    }
    assertThat(store.finish(id, Optional.empty())).isInstanceOf(FileOutcome.Whole.class);
    var sha256 = Merkle.sha256(file);
    assertThat(read(store, sha256)).isEqualTo(file);
    assertThat(
            Files.readAllBytes(
                directory.resolve("exhibits/whole/%s/bytes".formatted(sha256.hex()))))
        .isEqualTo(file.toArray());
    assertThat(store.parts()).isEmpty();
    assertThat(directory.resolve("exhibits/part")).isEmptyDirectory();
  }

  @Test
  void whatIsMissingIsKnownAfterARestart() throws Exception {
    var file = file(7_500, 2);
    var id = begun(file.size(), Optional.of(Merkle.sha256(file)));
    put(id, file, 0);
    put(id, file, 3);
    put(id, file, 7);
    reopen(LIMITS);
    var part = store.findPart(id).orElseThrow();
    assertThat(part.missing()).containsExactly(new PartState.Gap(1, 3), new PartState.Gap(4, 7));
    assertThat(part.bytesHeld()).isEqualTo(2_500);
    assertThat(part.card().by()).isEqualTo("clerk");
    refused(store.finish(id, Optional.empty()), FileRefusal.INCOMPLETE);
    for (int index : new int[] {1, 2, 4, 5, 6}) {
      put(id, file, index);
    }
    assertThat(store.finish(id, Optional.empty())).isInstanceOf(FileOutcome.Whole.class);
    reopen(LIMITS);
    assertThat(read(store, Merkle.sha256(file))).isEqualTo(file);
  }

  @Test
  void anotherFileThanAnnouncedIsRefusedAndNothingOfItIsKept() throws Exception {
    var file = file(2_500, 3);
    var announced = begun(file.size(), Optional.of(Merkle.sha256(Bytes.ofUtf8("another"))));
    var atTheEnd = begun(file.size(), Optional.empty());
    for (int index = 0; index < 3; index++) {
      put(announced, file, index);
      put(atTheEnd, file, index);
    }
    refused(store.finish(announced, Optional.empty()), FileRefusal.DIGEST_MISMATCH);
    refused(
        store.finish(atTheEnd, Optional.of(Merkle.sha256(Bytes.EMPTY))),
        FileRefusal.DIGEST_MISMATCH);
    assertThat(store.files()).isEmpty();
    assertThat(directory.resolve("exhibits/part")).isEmptyDirectory();
    assertThat(directory.resolve("exhibits/whole")).isEmptyDirectory();
    refused(store.finish(announced, Optional.empty()), FileRefusal.UPLOAD_UNKNOWN);
  }

  @Test
  void chunksThatAreNotWhatTheySayAreRefused() {
    var file = file(2_500, 4);
    var id = begun(file.size(), Optional.empty());
    var chunk = chunk(file, new ChunkPlan(file.size(), CHUNK), 0);
    refused(store.put("none", 0, Merkle.sha256(chunk), chunk), FileRefusal.UPLOAD_UNKNOWN);
    refused(store.put(id, 3, Merkle.sha256(chunk), chunk), FileRefusal.CHUNK_UNKNOWN);
    refused(store.put(id, -1, Merkle.sha256(chunk), chunk), FileRefusal.CHUNK_UNKNOWN);
    refused(store.put(id, 2, Merkle.sha256(chunk), chunk), FileRefusal.CHUNK_SIZE);
    refused(store.put(id, 0, Merkle.sha256(Bytes.EMPTY), chunk), FileRefusal.CHUNK_DIGEST);
    assertThat(store.findPart(id).orElseThrow().bytesHeld()).isZero();
    put(id, file, 0);
    var other = file(CHUNK, 99);
    refused(store.put(id, 0, Merkle.sha256(other), other), FileRefusal.CHUNK_TAKEN);
    assertThat(put(id, file, 0)).isInstanceOf(FileOutcome.Going.class);
  }

  @Test
  void aChunkThatRottedBeforeTheEndIsAskedForAgain() throws Exception {
    var file = file(3_000, 5);
    var id = begun(file.size(), Optional.empty());
    for (int index = 0; index < 3; index++) {
      put(id, file, index);
    }
    flip(directory.resolve("exhibits/part/%s/bytes".formatted(id)), 1_500);
    refused(store.finish(id, Optional.empty()), FileRefusal.INCOMPLETE);
    assertThat(store.findPart(id).orElseThrow().missing()).containsExactly(new PartState.Gap(1, 2));
    put(id, file, 1);
    assertThat(store.finish(id, Optional.empty())).isInstanceOf(FileOutcome.Whole.class);
  }

  @Test
  void whatIsHeldAlreadyIsNotGatheredAgain() {
    var file = file(1_500, 6);
    upload(store, file);
    var wanted = new PartCard.Wanted(file.size(), Fixtures.MEDIA, Optional.of(Merkle.sha256(file)));
    assertThat(store.begin("clerk", Optional.empty(), wanted))
        .isInstanceOf(FileOutcome.Whole.class);
    assertThat(upload(store, file)).isInstanceOf(FileOutcome.Whole.class);
    assertThat(store.files()).hasSize(1);
    assertThat(store.parts()).isEmpty();
  }

  // ---- room -----------------------------------------------------------------------------------

  @Test
  void thereIsRoomForSoMuchAndNoMore() throws Exception {
    refused(begin(2L << 30 | 1, Optional.empty()), FileRefusal.SIZE_NOT_ALLOWED);
    refused(begin(0, Optional.empty()), FileRefusal.SIZE_NOT_ALLOWED);
    assertThat(begin(60_000, Optional.empty())).isInstanceOf(FileOutcome.Going.class);
    refused(begin(60_000, Optional.empty()), FileRefusal.QUOTA_REACHED);
    assertThat(begin(30_000, Optional.empty())).isInstanceOf(FileOutcome.Going.class);
    assertThat(begin(1, Optional.empty())).isInstanceOf(FileOutcome.Going.class);
    refused(begin(1, Optional.empty()), FileRefusal.TOO_MANY_UPLOADS);
    reopen(new FileLimits(CHUNK, Long.MAX_VALUE, 20_000, Long.MAX_VALUE / 2, 9, LIMITS.keepPart()));
    refused(begin(1, Optional.empty()), FileRefusal.DISK_FULL);
  }

  @Test
  void anotherSideLeavesRoomForOurs() {
    refused(begin(20_001, Optional.of(PK)), FileRefusal.QUOTA_REACHED);
    assertThat(begin(20_000, Optional.of(PK))).isInstanceOf(FileOutcome.Going.class);
    refused(begin(1, Optional.of(PK)), FileRefusal.QUOTA_REACHED);
    assertThat(begin(50_000, Optional.empty())).isInstanceOf(FileOutcome.Going.class);
  }

  private FileOutcome begin(long bytes, Optional<org.sarhad.core.party.PartyId> from) {
    return store.begin("clerk", from, new PartCard.Wanted(bytes, Fixtures.MEDIA, Optional.empty()));
  }

  // ---- letting go -----------------------------------------------------------------------------

  @Test
  void abandonedUploadsGoUnlessAnExhibitIsKnownByThem() throws Exception {
    var wanted = Merkle.sha256(Bytes.ofUtf8("registered before it was uploaded"));
    var named = begun(1_000, Optional.of(wanted));
    var left = begun(1_000, Optional.empty());
    var fetched = begin(1_000, Optional.of(PK));
    clock.pass(LIMITS.keepPart());
    assertThat(store.sweep(wanted::equals)).isZero();
    put(left, file(1_000, 7), 0);
    clock.pass(Duration.ofHours(1));
    assertThat(store.sweep(wanted::equals)).isZero();
    reopen(LIMITS);
    clock.pass(LIMITS.keepPart().plusSeconds(1));
    assertThat(store.sweep(wanted::equals)).isEqualTo(1);
    assertThat(store.findPart(left)).isEmpty();
    assertThat(store.findPart(named)).isPresent();
    assertThat(store.findPart(((FileOutcome.Going) fetched).part().id())).isPresent();
  }

  @Test
  void onlyTheRecordLetsGoOfWhatAnExhibitIsKnownBy() throws Exception {
    var file = file(1_500, 8);
    var sha256 = Merkle.sha256(file);
    upload(store, file);
    refused(store.discard(Merkle.EMPTY_ROOT), FileRefusal.FILE_UNKNOWN);
    store.name(sha256, new TreeSet<>(List.of(entry(Fixtures.IR, 4))));
    reopen(LIMITS);
    refused(store.discard(sha256), FileRefusal.NAMED);
    store.erase(sha256);
    assertThat(store.find(sha256)).isEmpty();
    reopen(LIMITS);
    assertThat(store.files()).isEmpty();
    assertThat(store.damaged()).isEmpty();
    assertThat(directory.resolve("exhibits/whole")).isEmptyDirectory();
  }

  @Test
  void aFileNobodyRegisteredCanBeDiscarded() {
    var file = file(1_500, 9);
    upload(store, file);
    assertThat(store.discard(Merkle.sha256(file))).isInstanceOf(FileOutcome.Gone.class);
    assertThat(store.find(Merkle.sha256(file))).isEmpty();
  }

  // ---- damage ---------------------------------------------------------------------------------

  @Test
  void whatRottedIsNeverGivenAndIsReplacedByTheSameFile() throws Exception {
    var file = file(2_500, 10);
    var sha256 = Merkle.sha256(file);
    upload(store, file);
    store.name(sha256, new TreeSet<>(List.of(entry(Fixtures.IR, 4))));
    flip(directory.resolve("exhibits/whole/%s/bytes".formatted(sha256.hex())), 1_700);
    assertThat(store.chunk(sha256, 0)).isPresent();
    assertThat(store.chunk(sha256, 1)).isEmpty();
    assertThat(store.isDamaged(sha256)).isTrue();
    assertThat(upload(store, file)).isInstanceOf(FileOutcome.Whole.class);
    assertThat(store.isDamaged(sha256)).isFalse();
    assertThat(read(store, sha256)).isEqualTo(file);
    assertThat(store.find(sha256).orElseThrow().card().exhibits()).hasSize(1);
  }

  @Test
  void damagedCardsAreListedAndLeftAsTheyAre() throws Exception {
    var file = file(2_500, 11);
    var sha256 = Merkle.sha256(file);
    upload(store, file);
    var id = begun(2_500, Optional.empty());
    var whole = directory.resolve("exhibits/whole/%s".formatted(sha256.hex()));
    Files.writeString(whole.resolve("card"), "{}");
    Files.writeString(directory.resolve("exhibits/part/%s/card".formatted(id)), "{}");
    reopen(LIMITS);
    assertThat(store.damaged()).containsOnlyKeys(sha256.hex(), id);
    assertThat(store.files()).isEmpty();
    assertThat(whole.resolve("bytes")).hasBinaryContent(file.toArray());
    assertThat(upload(store, file)).isInstanceOf(FileOutcome.Whole.class);
    assertThat(store.damaged()).containsOnlyKeys(id);
  }

  @Test
  void noMoreWrongChunksAreKeptThanAreOfUse() throws Exception {
    var sha256 = Merkle.sha256(Bytes.ofUtf8("a file"));
    for (int index = 0; index < 10; index++) {
      var bytes = file(100, index);
      var wrong = new WrongChunk(sha256, index, PK, Merkle.sha256(bytes), clock.now());
      assertThat(store.keepWrong(wrong, bytes)).isEqualTo(index < WrongChunks.PER_FILE_MAX);
      assertThat(store.keepWrong(wrong, bytes)).isFalse();
    }
    reopen(LIMITS);
    assertThat(store.wrong()).hasSize(WrongChunks.PER_FILE_MAX);
    assertThat(store.findWrong(sha256, 2, Merkle.sha256(file(100, 2)))).contains(file(100, 2));
    for (int other = 0; other < 2 * WrongChunks.MAX; other++) {
      var bytes = file(100, 1_000 + other);
      store.keepWrong(
          new WrongChunk(Merkle.sha256(bytes), 0, PK, Merkle.sha256(bytes), clock.now()), bytes);
    }
    assertThat(store.wrong()).hasSize(WrongChunks.MAX);
  }

  // ---- whatever is done -----------------------------------------------------------------------

  /// Uploads in random pieces, with restarts, repetitions and other people's chunks between them:
  /// what is whole is always the file, and what is acknowledged is always there.
  @Test
  void whateverIsDoneInWhateverOrderTheFileIsTheFile() throws Exception {
    for (int seed = 0; seed < 60; seed++) {
      var random = new Random(seed);
      var file = file(1 + random.nextInt(9 * CHUNK), seed);
      var sha256 = Merkle.sha256(file);
      var id = begun(file.size(), random.nextBoolean() ? Optional.of(sha256) : Optional.empty());
      var order = new ArrayList<Integer>();
      for (int index = 0; index < new ChunkPlan(file.size(), CHUNK).count(); index++) {
        order.addAll(Collections.nCopies(1 + random.nextInt(2), index));
      }
      Collections.shuffle(order, random);
      var acknowledged = new TreeSet<Integer>();
      for (int index : order) {
        if (random.nextInt(4) == 0) {
          reopen(LIMITS);
        }
        if (random.nextInt(4) == 0) {
          var stranger = file(CHUNK, -seed);
          store.put(id, index, sha256, stranger);
        }
        assertThat(put(id, file, index)).as("seed %d", seed).isInstanceOf(FileOutcome.Going.class);
        acknowledged.add(index);
        var part = store.findPart(id).orElseThrow();
        assertThat(acknowledged).as("seed %d", seed).allMatch(part::has);
      }
      assertThat(store.finish(id, Optional.of(sha256))).isInstanceOf(FileOutcome.Whole.class);
      reopen(LIMITS);
      assertThat(read(store, sha256)).as("seed %d", seed).isEqualTo(file);
      store.erase(sha256);
    }
  }

  private static void flip(Path path, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    bytes[at] ^= 1;
    Files.write(path, Arrays.copyOf(bytes, bytes.length));
  }
}
