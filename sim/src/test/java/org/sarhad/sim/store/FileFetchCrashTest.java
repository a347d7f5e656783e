package org.sarhad.sim.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.inquiry.Level;
import org.sarhad.core.inquiry.Manifest;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.exhibit.ExhibitStore;
import org.sarhad.node.exhibit.FileFetcher;
import org.sarhad.node.exhibit.FileFinding;
import org.sarhad.node.exhibit.FileLimits;
import org.sarhad.node.exhibit.FileOutcome;
import org.sarhad.node.exhibit.Giving;
import org.sarhad.node.exhibit.NamedFile;
import org.sarhad.node.exhibit.NamedFiles;
import org.sarhad.node.exhibit.PartCard;
import org.sarhad.node.exhibit.Sight;
import org.sarhad.node.port.Clock;
import org.sarhad.node.port.Randomness;
import org.sarhad.sim.world.SimDisk;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// The nodes of both sides on simulated disks, with the line and the power in the hands of a seed:
/// answers are lost, the fetching node loses its power in the midst of a chunk, of the table, of
/// giving the file its place. It gets there, and what it then holds is the file.
class FileFetchCrashTest {
  private static final PartyId IR = PartyId.of("ir");
  private static final PartyId PK = PartyId.of("pk");
  private static final Bytes FILE = file(Manifest.CHUNK_BYTES + 5_000);
  private static final Hash SHA256 = Merkle.sha256(FILE);
  private static final Manifest MANIFEST = manifest();
  private static final int SEEDS = 12;
  private static final int LIVES_MAX = 200;

  private final HandClock clock = new HandClock();

  @Test
  void itGetsThereWhateverIsLostAndWheneverThePowerGoes() throws IOException {
    var holder = open(new SimDisk("pk", new SplittableRandom(1)), 1);
    upload(holder);
    var exhibit =
        new NamedFile(
            new EntryId(Origin.of("pk.sarhad.example/joint"), 4),
            PK,
            SHA256,
            Level.RELEASED,
            Optional.empty(),
            Optional.of(MANIFEST),
            false);
    var named = NamedFiles.of(Stream.of(exhibit), Set.of());
    var giving = new Giving(holder, PK, () -> new Sight(named, named), clock);
    int cuts = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      var random = new SplittableRandom(seed);
      var disk = new SimDisk("ir", random.split());
      var told = new ArrayList<FileFinding>();
      int lives = 0;
      while (told.isEmpty()) {
        assertThat(++lives).as("seed %d", seed).isLessThan(LIVES_MAX);
        disk.cutAfter(1 + random.nextInt(25));
        try {
          live(open(disk, seed * 1_000L + lives), named, giving, random, told);
        } catch (SimDisk.PowerCut _) {
          cuts++;
        }
        disk.crash();
        var after = open(disk, -lives);
        assertThat(after.damaged()).as("seed %d", seed).isEmpty();
        if (after.find(SHA256).isPresent()) {
          // The cut may come between the file's last step and the word that it is here.
          break;
        }
      }
      var store = open(disk, -1);
      assertThat(
              Bytes.concat(
                  store.chunk(SHA256, 0).orElseThrow(), store.chunk(SHA256, 1).orElseThrow()))
          .as("seed %d", seed)
          .isEqualTo(FILE);
      assertThat(store.wrong()).isEmpty();
    }
    assertThat(cuts).as("cuts that came in time").isGreaterThan(SEEDS);
  }

  /// One run of the fetching node, to the end or to the next cut.
  private void live(
      ExhibitStore store,
      NamedFiles named,
      Giving giving,
      SplittableRandom random,
      List<FileFinding> told) {
    var fetcher = new FileFetcher(store, IR, 1L << 30, clock, told::add);
    while (told.isEmpty() && store.find(SHA256).isEmpty()) {
      var ask = fetcher.next(named, _ -> true);
      if (ask.isEmpty()) {
        clock.pass();
      } else if (random.nextInt(10) == 0) {
        fetcher.failed(ask.get(), "lost");
      } else {
        fetcher.came(ask.get(), giving.answer(IR, ask.get().request()));
      }
    }
  }

  private static void upload(ExhibitStore store) {
    var wanted = new PartCard.Wanted(FILE.size(), "video/mp4", Optional.of(SHA256));
    var id = ((FileOutcome.Going) store.begin("clerk", Optional.empty(), wanted)).part().id();
    for (int index = 0; index < 2; index++) {
      store.put(id, index, MANIFEST.chunks().get(index), chunk(index));
    }
    assertThat(store.finish(id, Optional.empty())).isInstanceOf(FileOutcome.Whole.class);
  }

  private static Bytes chunk(int index) {
    int from = index * Manifest.CHUNK_BYTES;
    return FILE.slice(from, Math.min(FILE.size(), from + Manifest.CHUNK_BYTES));
  }

  private static Manifest manifest() {
    return new Manifest(FILE.size(), List.of(Merkle.sha256(chunk(0)), Merkle.sha256(chunk(1))));
  }

  private static Bytes file(int bytes) {
    var buffer = new byte[bytes];
    new SplittableRandom(7).nextBytes(buffer);
    return Bytes.of(ByteBuffer.wrap(buffer));
  }

  private ExhibitStore open(SimDisk disk, long seed) throws IOException {
    var random = new SplittableRandom(seed);
    Randomness randomness =
        count -> {
          var bytes = new byte[count];
          random.nextBytes(bytes);
          return bytes;
        };
    return ExhibitStore.open(
        disk, "exhibits", FileLimits.DEFAULTS.with(1L << 30, 0), clock, randomness);
  }

  /// Seconds pass when nothing else is to be done.
  private static final class HandClock implements Clock {
    private long seconds;

    void pass() {
      seconds++;
    }

    @Override
    public Instant now() {
      return Instant.parse("2019-04-22T08:00:00Z").plusSeconds(seconds);
    }

    @Override
    public long nanos() {
      return seconds * 1_000_000_000L;
    }
  }
}
