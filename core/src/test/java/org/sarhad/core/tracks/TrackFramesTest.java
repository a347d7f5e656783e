package org.sarhad.core.tracks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sarhad.core.geo.Position;
import org.sarhad.core.testing.Mutations;
import org.sarhad.core.testing.Seeded;
import org.sarhad.tlog.Bytes;

/// Positions as bytes, to the letter (protocol clause 20-8).
class TrackFramesTest {
  private static final Sighting ONE =
      new Sighting(
          new TrackId("r:7"),
          ThingKind.DRONE,
          new TrackFix(new Position(28_000_000, -1), 50, Instant.ofEpochMilli(1_000_000)),
          Optional.of(new Motion(90, 60)));

  @Test
  void aBatchAsItStands() {
    assertThat(TrackFrames.write(List.of(ONE)).hex())
        .isEqualTo(
            "73617268616420747261636b732076310a" // the head
                + "03723a37"
                + "03"
                + "01ab3f00"
                + "ffffffff"
                + "00000032"
                + "00000000000f4240"
                + "005a003c");
  }

  @Test
  void whatIsWrittenIsRead() {
    Seeded.check(
        200,
        random -> {
          List<Sighting> sightings = some(random);
          assertThat(TrackFrames.parse(TrackFrames.write(sightings))).isEqualTo(sightings);
        });
  }

  /// Whatever is damaged is refused with the one exception, or read and written back alike.
  @Test
  void damagedBatchesAreRefusedOrMeanWhatTheySay() {
    int[] met = new int[2];
    Seeded.check(
        6_000,
        random -> {
          Bytes bytes = Mutations.mutate(TrackFrames.write(some(random)), random);
          try {
            assertThat(TrackFrames.write(TrackFrames.parse(bytes))).isEqualTo(bytes);
            met[0]++;
          } catch (MalformedTracksException _) {
            met[1]++;
          }
        });
    assertThat(met[0]).isGreaterThan(200);
    assertThat(met[1]).isGreaterThan(500);
  }

  @Test
  void randomBytesAreNoBatch() {
    Seeded.check(
        2_000,
        random -> {
          byte[] bytes = new byte[random.nextInt(200)];
          random.nextBytes(bytes);
          assertThatThrownBy(() -> TrackFrames.parse(Bytes.of(bytes)))
              .isInstanceOf(MalformedTracksException.class);
        });
  }

  @Test
  void thereIsNoMoreInABatchThanWasSaid() throws Exception {
    List<Sighting> most = Collections.nCopies(TrackFrames.POSITIONS_MAX, ONE);
    assertThat(TrackFrames.parse(TrackFrames.write(most))).hasSize(TrackFrames.POSITIONS_MAX);
    List<Sighting> more = Collections.nCopies(TrackFrames.POSITIONS_MAX + 1, ONE);
    assertThatThrownBy(() -> TrackFrames.write(more)).hasMessageContaining("10001 positions");
    Bytes one = TrackFrames.write(List.of(ONE));
    Bytes over = Bytes.concat(TrackFrames.write(most), one.slice(17, one.size()));
    assertThatThrownBy(() -> TrackFrames.parse(over)).hasMessageContaining("10000");
    assertThatThrownBy(() -> TrackFrames.parse(Bytes.of(new byte[TrackFrames.BYTES_MAX + 1])))
        .isInstanceOf(MalformedTracksException.class);
  }

  private static List<Sighting> some(SplittableRandom random) {
    List<Sighting> sightings = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      TrackFix fix =
          new TrackFix(
              new Position(
                  random.nextInt(-90_000_000, 90_000_001),
                  random.nextInt(-180_000_000, 180_000_001)),
              random.nextInt(1_000_001),
              Instant.ofEpochMilli(random.nextLong(253_402_300_800_000L)));
      sightings.add(
          new Sighting(
              new TrackId("t".repeat(1 + random.nextInt(64))),
              ThingKind.of(random.nextInt(ThingKind.values().length)).orElseThrow(),
              fix,
              random.nextBoolean()
                  ? Optional.empty()
                  : Optional.of(new Motion(random.nextInt(360), random.nextInt(4_001)))));
    }
    return sightings;
  }
}
