package org.sarhad.core.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sarhad.core.activity.Notices.box;
import static org.sarhad.core.activity.Notices.circle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.geo.Distance;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Ring;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Sides;

/// Which activities come near each other in space and time (protocol clause 12-8).
class DeconflictionTest {
  private static final Distance TWO_KM = Distance.ofMetres(2_000);

  // ---- areas ----------------------------------------------------------------------------------

  /// Distances from edge to edge, metres. A degree of latitude is 111 195 m on the sphere.
  @ParameterizedTest
  @CsvSource({
    // circle to circle: centres 0.1° apart in latitude, 11 120 m
    "C 29.0 61.0 1000, C 29.1 61.0 2000, 8120",
    "C 29.0 61.0 6000, C 29.1 61.0 6000, 0",
    "C 29.0 61.0 0, C 29.0 61.0 0, 0",
    // a point south of a box, and one inside it, and one that reaches it
    "C 28.9 61.0 0, B 29.0 60.9 29.1 61.1, 11120",
    "C 29.05 61.0 0, B 29.0 60.9 29.1 61.1, 0",
    "C 28.9 61.0 12000, B 29.0 60.9 29.1 61.1, 0",
    // off a corner of it: 11 120 m south and 9 738 m west
    "C 28.9 60.8 0, B 29.0 60.9 29.1 61.1, 14778",
    // box to box: side by side, one in the other, across each other, touching
    "B 29.0 60.0 29.1 60.1, B 29.0 60.2 29.1 60.3, 9716",
    "B 29.0 60.0 29.3 60.3, B 29.1 60.1 29.2 60.2, 0",
    "B 29.1 60.0 29.2 60.3, B 29.0 60.1 29.3 60.2, 0",
    "B 29.0 60.0 29.1 60.1, B 29.0 60.1 29.1 60.2, 0",
    "B 29.0 60.0 29.1 60.1, B 29.2 60.0 29.3 60.1, 11120"
  })
  void howFarAreasAreApart(String one, String other, long metres) {
    Distance apart = area(one).distanceTo(area(other));

    assertThat(apart.metres()).isCloseTo(metres, within(20L));
    assertThat(area(other).distanceTo(area(one))).isEqualTo(apart);
  }

  private static Area area(String text) {
    String[] words = text.split(" ", -1);
    double[] n = new double[words.length];
    for (int i = 1; i < words.length; i++) {
      n[i] = Double.parseDouble(words[i]);
    }
    return words[0].equals("C") ? circle(n[1], n[2], (int) n[3]) : box(n[1], n[2], n[3], n[4]);
  }

  /// The nearest point of an edge, against as many points of it as one likes.
  @Test
  void anEdgeIsAsFarAsItsNearestPoint() {
    Seeded.check(
        200,
        random -> {
          Position from = position(random);
          Ring ring = triangle(random);
          if (ring.contains(from)) {
            return;
          }
          long sampled = Long.MAX_VALUE;
          for (int i = 0; i < 3; i++) {
            Position a = ring.corners().get(i);
            Position b = ring.corners().get((i + 1) % 3);
            for (int step = 0; step <= 400; step++) {
              sampled = Math.min(sampled, from.distanceTo(between(a, b, step / 400.0)).metres());
            }
          }
          long found = new Area.Circle(from, 0).distanceTo(new Area.Enclosed(ring)).metres();
          assertThat((double) found).isBetween(sampled * 0.99 - 60, sampled * 1.01 + 1);
        });
  }

  private static Position between(Position a, Position b, double share) {
    return Position.ofDegrees(
        a.latitudeDegrees() + (b.latitudeDegrees() - a.latitudeDegrees()) * share,
        a.longitudeDegrees() + (b.longitudeDegrees() - a.longitudeDegrees()) * share);
  }

  @Test
  void nothingOfAnAreaLiesBeyondItsEnds() {
    Area.Circle circle = circle(29, 61, 12_345);
    Position north = Position.ofDegrees(29 + 12_345 / 111_195.0, 61);

    assertThat((long) north.latitudeMicro()).isLessThanOrEqualTo(circle.northMicro());
    assertThat(circle.southMicro()).isLessThanOrEqualTo(58_000_000L - north.latitudeMicro());
    assertThat(box(29.0, 60.0, 29.1, 60.1).southMicro()).isEqualTo(29_000_000);
    assertThat(box(29.0, 60.0, 29.1, 60.1).northMicro()).isEqualTo(29_100_000);
  }

  // ---- who comes near whom --------------------------------------------------------------------

  @Test
  void aWarningSaysHowNearAndForHowLong() {
    Presence works = presence("works", Sides.IR, circle(29.0, 61.0, 500), 0, 240);
    Presence patrol = presence("patrol", Sides.PK, circle(29.02, 61.0, 500), 180, 300);

    List<Overlap> overlaps = Deconfliction.among(List.of(patrol, works), TWO_KM);

    assertThat(overlaps).hasSize(1);
    Overlap overlap = overlaps.getFirst();
    assertThat(overlap.one()).isEqualTo(works);
    assertThat(overlap.other()).isEqualTo(patrol);
    assertThat(overlap.apart()).isEqualTo(Distance.ofMetres(1_224));
    assertThat(overlap.together()).isEqualTo(window(180, 240));
    assertThat(overlap.isOfOneSide()).isFalse();
    assertThat(Deconfliction.of(patrol, List.of(works), TWO_KM)).isEqualTo(overlaps);
  }

  @ParameterizedTest
  @CsvSource({
    // near enough to the metre, and a metre too far
    "1224, 180, 1",
    "1223, 180, 0",
    // there at the same time, and one after the other
    "2000, 239, 1",
    "2000, 240, 0"
  })
  void itTakesBothSpaceAndTime(long withinM, int from, int count) {
    Presence works = presence("works", Sides.IR, circle(29.0, 61.0, 500), 0, 240);
    Presence patrol = presence("patrol", Sides.PK, circle(29.02, 61.0, 500), from, 300);

    assertThat(Deconfliction.among(List.of(works, patrol), Distance.ofMetres(withinM)))
        .hasSize(count);
  }

  @Test
  void twoOfOneSideAreWarnedOfToo() {
    Presence works = presence("works", Sides.IR, circle(29, 61, 500), 0, 60);
    Presence drill = presence("drill", Sides.IR, circle(29, 61, 500), 0, 60);

    assertThat(Deconfliction.among(List.of(works, drill), Distance.ZERO))
        .singleElement()
        .matches(Overlap::isOfOneSide);
  }

  @Test
  void aCrossingStandsBesideANotice() {
    Presence works = presence("works", Sides.IR, circle(29, 61, 500), 0, 60);
    Presence crossing =
        new Presence(
            Presence.Source.CROSSING,
            "U-PK-4",
            Sides.PK,
            box(28.9, 60.9, 29.1, 61.1),
            window(30, 90));

    assertThat(Deconfliction.of(crossing, List.of(works), TWO_KM))
        .singleElement()
        .extracting(Overlap::apart)
        .isEqualTo(Distance.ZERO);
  }

  @Test
  void nothingComesNearNothing() {
    assertThat(Deconfliction.among(List.of(), TWO_KM)).isEmpty();
    assertThat(
            Deconfliction.among(
                List.of(presence("a", Sides.IR, circle(29, 61, 500), 0, 60)), TWO_KM))
        .isEmpty();
  }

  /// The sweep finds exactly what comparing each with each finds.
  @Test
  void theSweepMissesNothing() {
    int[] met = new int[1];
    Seeded.check(
        400,
        random -> {
          List<Presence> all = new ArrayList<>();
          int count = random.nextInt(25);
          for (int i = 0; i < count; i++) {
            Area area =
                random.nextInt(3) == 0
                    ? new Area.Enclosed(triangle(random))
                    : new Area.Circle(position(random), random.nextInt(30_000));
            int from = random.nextInt(1_000);
            all.add(
                presence(
                    "p" + i,
                    random.nextBoolean() ? Sides.IR : Sides.PK,
                    area,
                    from,
                    from + 1 + random.nextInt(400)));
          }
          Distance within = Distance.ofMetres(random.nextInt(20_000));
          List<Overlap> expected = new ArrayList<>();
          for (int i = 0; i < count; i++) {
            expected.addAll(Deconfliction.of(all.get(i), all.subList(0, i), within));
          }
          met[0] += expected.size();
          assertThat(Deconfliction.among(all, within))
              .isEqualTo(expected.stream().sorted().toList());
        });
    assertThat(met[0]).isGreaterThan(1_000);
  }

  /// Along a border of a thousand kilometres, ten thousand notices in the same hour, each near the
  /// two beside it: a look at each two of them would be fifty million.
  @Test
  void aLongBorderIsSweptInOneGo() {
    List<Presence> all = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      all.add(
          presence(
              "p" + i,
              Sides.IR,
              circle(25 + (i * 7 % 10_000) / 1_000.0, 61, 10),
              i % 50,
              i % 50 + 60));
    }

    assertThat(Deconfliction.among(all, Distance.ofMetres(100))).hasSize(9_999);
  }

  // ---- samples --------------------------------------------------------------------------------

  private static Presence presence(String name, PartyId side, Area area, int from, int until) {
    return new Presence(Presence.Source.NOTICE, name, side, area, window(from, until));
  }

  private static Window window(int fromMinute, int untilMinute) {
    return new Window(minute(fromMinute), minute(untilMinute));
  }

  private static Instant minute(int minute) {
    return Notices.TEN.plusSeconds(60L * minute);
  }

  private static Position position(SplittableRandom random) {
    return Position.ofDegrees(random.nextDouble(28, 30), random.nextDouble(60, 62));
  }

  private static Ring triangle(SplittableRandom random) {
    double south = random.nextDouble(28, 29.7);
    double west = random.nextDouble(60, 61.7);
    return new Ring(
        List.of(
            Position.ofDegrees(south, west),
            Position.ofDegrees(south + random.nextDouble(0.01, 0.3), west),
            Position.ofDegrees(south, west + random.nextDouble(0.01, 0.3))));
  }
}
