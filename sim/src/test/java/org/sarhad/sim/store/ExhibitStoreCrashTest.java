package org.sarhad.sim.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Origin;
import org.sarhad.node.exhibit.ChunkPlan;
import org.sarhad.node.exhibit.ExhibitStore;
import org.sarhad.node.exhibit.FileLimits;
import org.sarhad.node.exhibit.FileOutcome;
import org.sarhad.node.exhibit.FileRefusal;
import org.sarhad.node.exhibit.PartCard;
import org.sarhad.node.port.Clock;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.port.Randomness;
import org.sarhad.sim.world.SimDisk;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Wherever the power goes while a file of an exhibit is gathered, given its place or deleted: what
/// was acknowledged is there, what is whole is the file, and nothing looks damaged that is not.
///
/// The chunks here are small and end within sectors, so that a torn sector hits two of them.
class ExhibitStoreCrashTest {
  private static final int CHUNK = 700;
  private static final int OPERATIONS_MAX = 400;
  private static final int SEEDS = 6;
  private static final Bytes FILE = file(3 * CHUNK + 123);
  private static final Hash SHA256 = Merkle.sha256(FILE);
  private static final ChunkPlan PLAN = new ChunkPlan(FILE.size(), CHUNK);
  private static final FileLimits LIMITS =
      new FileLimits(CHUNK, 1 << 20, 1 << 19, 0, 8, Duration.ofDays(7));
  private static final EntryId EXHIBIT = new EntryId(Origin.of("ir.sarhad.example/joint"), 4);

  /// What somebody who uploads knows of it: what was acknowledged to them.
  private static final class Uploader {
    Optional<String> id = Optional.empty();
    final TreeSet<Integer> acknowledged = new TreeSet<>();
    boolean isWhole;

    void upload(ExhibitStore store) {
      if (id.isEmpty() && store.find(SHA256).isEmpty()) {
        var begun = store.begin("clerk", Optional.empty(), wanted());
        id = Optional.of(((FileOutcome.Going) begun).part().id());
      }
      for (int index = 0; index < PLAN.count() && !isWhole; index++) {
        if (!acknowledged.contains(index)) {
          var bytes = chunk(index);
          var put = store.put(id.orElseThrow(), index, Merkle.sha256(bytes), bytes);
          assertThat(put).isInstanceOf(FileOutcome.Going.class);
          acknowledged.add(index);
        }
      }
      if (!isWhole) {
        assertThat(store.finish(id.orElseThrow(), Optional.of(SHA256)))
            .isInstanceOf(FileOutcome.Whole.class);
        isWhole = true;
      }
    }

    /// Looks at what is left after a cut, and forgets what need not be there.
    void look(ExhibitStore store) throws IOException {
      assertThat(store.damaged()).isEmpty();
      var held = store.find(SHA256);
      if (isWhole) {
        assertThat(held).isPresent();
      }
      if (held.isPresent()) {
        assertThat(read(store)).isEqualTo(FILE);
        isWhole = true;
        return;
      }
      var part = id.flatMap(store::findPart);
      assertThat(part.isPresent()).as("an upload that was acknowledged").isEqualTo(id.isPresent());
      part.ifPresent(
          state -> {
            assertThat(acknowledged).allMatch(state::has);
            for (int index = 0; index < PLAN.count(); index++) {
              if (state.has(index)) {
                acknowledged.add(index);
              }
            }
          });
    }
  }

  // ---- cuts -----------------------------------------------------------------------------------

  @Test
  void aCutWhileAFileIsUploadedLosesNothingThatWasAcknowledged() throws IOException {
    boolean done = false;
    for (int operation = 1; !done && operation < OPERATIONS_MAX; operation++) {
      for (int seed = 0; seed < SEEDS; seed++) {
        var disk = new SimDisk("disk", new SplittableRandom(seed));
        var uploader = new Uploader();
        var store = open(disk, seed);
        disk.cutAfter(operation);
        done = true;
        try {
          uploader.upload(store);
        } catch (SimDisk.PowerCut _) {
          done = false;
        }
        disk.crash();
        var after = open(disk, seed + 100L);
        uploader.look(after);
        uploader.upload(after);
        disk.crash();
        uploader.look(open(disk, seed + 200L));
        assertThat(disk.list("exhibits/part")).hasSizeLessThanOrEqualTo(1);
      }
    }
    assertThat(done).as("the last cut came after all operations").isTrue();
  }

  /// Cut after cut, each somewhere in what is left to do, until it is whole.
  @Test
  void itGetsThereHoweverOftenThePowerGoes() throws IOException {
    for (int seed = 0; seed < 60; seed++) {
      var random = new SplittableRandom(seed);
      var disk = new SimDisk("disk", random.split());
      var uploader = new Uploader();
      int cuts = 0;
      while (!uploader.isWhole) {
        disk.cutAfter(1 + random.nextInt(30));
        try {
          var store = open(disk, seed * 1_000L + cuts);
          uploader.look(store);
          uploader.upload(store);
        } catch (SimDisk.PowerCut _) {
          cuts++;
        }
        disk.crash();
        assertThat(cuts).as("seed %d", seed).isLessThan(2_000);
      }
      uploader.look(open(disk, -1));
    }
  }

  @Test
  void aCutWhileAFileIsDeletedLeavesItWholeOrGone() throws IOException {
    boolean done = false;
    for (int operation = 1; !done && operation < OPERATIONS_MAX; operation++) {
      for (int seed = 0; seed < SEEDS; seed++) {
        var disk = new SimDisk("disk", new SplittableRandom(seed));
        var store = open(disk, seed);
        new Uploader().upload(store);
        store.name(SHA256, new TreeSet<>(List.of(EXHIBIT)));
        disk.crash();
        store = open(disk, seed);
        disk.cutAfter(operation);
        done = true;
        try {
          store.erase(SHA256);
        } catch (SimDisk.PowerCut _) {
          done = false;
        }
        disk.crash();
        var after = open(disk, seed);
        assertThat(after.damaged()).isEmpty();
        if (done) {
          assertThat(after.find(SHA256)).isEmpty();
        }
        if (after.find(SHA256).isPresent()) {
          assertThat(read(after)).isEqualTo(FILE);
          assertThat(after.find(SHA256).orElseThrow().card().exhibits()).containsExactly(EXHIBIT);
        }
        after.erase(SHA256);
        disk.crash();
        assertThat(open(disk, seed).files()).isEmpty();
        assertThat(disk.list("exhibits/whole")).isEmpty();
      }
    }
    assertThat(done).as("the last cut came after all operations").isTrue();
  }

  @Test
  void aCutWhileAnUploadIsGivenUpLeavesItAsItWasOrGone() throws IOException {
    boolean done = false;
    for (int operation = 1; !done && operation < OPERATIONS_MAX; operation++) {
      for (int seed = 0; seed < SEEDS; seed++) {
        var disk = new SimDisk("disk", new SplittableRandom(seed));
        var store = open(disk, seed);
        var id = begun(store);
        store.put(id, 1, Merkle.sha256(chunk(1)), chunk(1));
        disk.cutAfter(operation);
        done = true;
        try {
          store.giveUp(id);
        } catch (SimDisk.PowerCut _) {
          done = false;
        }
        disk.crash();
        var after = open(disk, seed);
        assertThat(after.damaged()).isEmpty();
        var left = after.findPart(id);
        assertThat(left.isPresent() && done).isFalse();
        left.ifPresent(part -> assertThat(part.has(1)).isTrue());
        assertThat(disk.list("exhibits/part")).hasSize(left.isPresent() ? 1 : 0);
      }
    }
    assertThat(done).as("the last cut came after all operations").isTrue();
  }

  // ---- faults ---------------------------------------------------------------------------------

  /// Nothing is known of a file after a sync that failed: the upload stands still until the node is
  /// started anew, with or without a cut, and goes on with what was acknowledged.
  @Test
  void aDeviceThatFailedStopsTheUploadUntilTheNextStart() throws IOException {
    for (var operation : List.of(SimDisk.Operation.WRITE, SimDisk.Operation.SYNC)) {
      for (int count = 1; count <= 8; count++) {
        for (int seed = 0; seed < SEEDS; seed++) {
          var disk = new SimDisk("disk", new SplittableRandom(seed));
          var store = open(disk, seed);
          var id = begun(store);
          disk.fail(operation, count);
          var acknowledged = new TreeSet<Integer>();
          boolean isRefused = false;
          for (int index = 0; index < PLAN.count(); index++) {
            var put = store.put(id, index, Merkle.sha256(chunk(index)), chunk(index));
            if (put instanceof FileOutcome.Refused(var why, var _)) {
              assertThat(why).isEqualTo(FileRefusal.DISK_FAILED);
              isRefused = true;
            } else {
              assertThat(isRefused).as("acknowledged behind a failure").isFalse();
              acknowledged.add(index);
            }
          }
          assertThat(isRefused).as("%s %d", operation, count).isTrue();
          assertThat(((FileOutcome.Refused) store.finish(id, Optional.empty())).why())
              .isEqualTo(FileRefusal.DISK_FAILED);
          if (seed % 2 == 0) {
            disk.crash();
          }
          var after = open(disk, seed);
          assertThat(acknowledged).allMatch(after.findPart(id).orElseThrow()::has);
          for (int index = 0; index < PLAN.count(); index++) {
            after.put(id, index, Merkle.sha256(chunk(index)), chunk(index));
          }
          disk.crash();
          var last = open(disk, seed);
          assertThat(last.findPart(id).orElseThrow().missing()).isEmpty();
          assertThat(last.finish(id, Optional.of(SHA256))).isInstanceOf(FileOutcome.Whole.class);
          assertThat(read(last)).isEqualTo(FILE);
        }
      }
    }
  }

  @Test
  void aFullDiskRefusesAndGoesOnWhenThereIsRoom() throws IOException {
    var disk = new SimDisk("disk", new SplittableRandom(1));
    var store = open(disk, 1);
    var id = begun(store);
    store.put(id, 0, Merkle.sha256(chunk(0)), chunk(0));
    disk.setCapacity(1);
    var full = store.put(id, 1, Merkle.sha256(chunk(1)), chunk(1));
    assertThat(((FileOutcome.Refused) full).why()).isEqualTo(FileRefusal.DISK_FULL);
    var again = store.begin("clerk", Optional.empty(), wanted());
    assertThat(((FileOutcome.Refused) again).why()).isEqualTo(FileRefusal.DISK_FULL);
    disk.setCapacity(1 << 20);
    assertThat(store.put(id, 1, Merkle.sha256(chunk(1)), chunk(1)))
        .isInstanceOf(FileOutcome.Going.class);
    disk.crash();
    var part = open(disk, 1).findPart(id).orElseThrow();
    assertThat(part.has(0) && part.has(1)).isTrue();
  }

  // ---- what they stand on ---------------------------------------------------------------------

  private static PartCard.Wanted wanted() {
    return new PartCard.Wanted(FILE.size(), "video/mp4", Optional.of(SHA256));
  }

  private static String begun(ExhibitStore store) {
    var begun = store.begin("clerk", Optional.empty(), wanted());
    return ((FileOutcome.Going) begun).part().id();
  }

  private static ExhibitStore open(SimDisk disk, long seed) throws IOException {
    var random = new SplittableRandom(seed);
    Randomness randomness =
        count -> {
          var bytes = new byte[count];
          random.nextBytes(bytes);
          return bytes;
        };
    return ExhibitStore.open(disk, "exhibits", LIMITS, new StillClock(), randomness);
  }

  /// No time passes.
  private static final class StillClock implements Clock {
    @Override
    public Instant now() {
      return Instant.parse("2019-04-22T08:00:00Z");
    }

    @Override
    public long nanos() {
      return 0;
    }
  }

  private static Bytes chunk(int index) {
    int from = (int) PLAN.offsetOf(index);
    return FILE.slice(from, from + PLAN.sizeOf(index));
  }

  private static Bytes read(ExhibitStore store) throws DiskException {
    var chunks = new Bytes[PLAN.count()];
    for (int index = 0; index < chunks.length; index++) {
      chunks[index] = store.chunk(SHA256, index).orElseThrow();
    }
    return Bytes.concat(chunks);
  }

  private static Bytes file(int bytes) {
    var random = new SplittableRandom(7);
    var buffer = new byte[bytes];
    random.nextBytes(buffer);
    return Bytes.of(ByteBuffer.wrap(buffer));
  }
}
