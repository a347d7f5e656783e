package org.sarhad.core.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.geo.Polyline;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Ring;
import org.sarhad.core.geo.Zone;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.Reach;
import org.sarhad.core.response.UnitType;
import org.sarhad.core.testing.Sides;

/// Points behind the line (protocol clause 15-4.1), along one that runs north for 111 km, certain
/// beyond 3 km from it.
class BorderStripTest {
  private static final PartyId IR = Sides.IR;
  private static final PartyId PK = Sides.PK;
  private static final int UNCERTAIN_M = 3_000;
  private static final int POINTS = 56;

  private static Border border(Polyline line) {
    return new Border(
        at -> {
          Polyline.Offset off = line.offset(at);
          return Optional.of(off.isLeft() ? IR : PK).filter(_ -> off.metres() > UNCERTAIN_M);
        },
        at -> OptionalLong.of(line.offset(at).metres()),
        List.of(line),
        Optional.empty());
  }

  private static final Border STRAIGHT =
      border(new Polyline(List.of(Position.ofDegrees(29, 61.5), Position.ofDegrees(30, 61.5))));

  private static BorderStrip strip(PartyId own) {
    return BorderStrip.of(STRAIGHT, Zone.NONE, own);
  }

  @Test
  void behindEachPointLieMoreOnEitherSoilWhereItIsCertainWhoseItIs() {
    BorderStrip strip = strip(IR);
    assertThat(strip.line().points()).hasSize(POINTS);
    assertThat(strip.pairs()).as("the row of 2 500 m is not certain").hasSize(3 * POINTS);
    for (BorderStrip.Pair pair : strip.pairs()) {
      assertThat(STRAIGHT.soil().of(pair.own().position())).contains(IR);
      assertThat(STRAIGHT.soil().of(pair.other().position())).contains(PK);
      assertThat(pair.own().sector())
          .isEqualTo(strip.line().points().get(pair.foot()).sector())
          .isEqualTo(pair.other().sector());
    }
    assertThat(strip.pairs().get(0).own().depthM()).isBetween(7_490, 7_510);
    assertThat(strip.pairs().get(POINTS).own().depthM()).isBetween(12_480, 12_520);
    assertThat(strip.pairs().get(2 * POINTS).other().depthM()).isBetween(17_470, 17_530);
  }

  /// The points of both are the same ones, seen from either side: what one reckons with, so does
  /// the other.
  @Test
  void bothSidesReckonWithTheSamePoints() {
    List<BorderStrip.Pair> theirs = strip(PK).pairs();
    assertThat(strip(IR).pairs())
        .isEqualTo(
            theirs.stream()
                .map(
                    pair ->
                        new BorderStrip.Pair(
                            pair.foot(), /* own= */ pair.other(), /* other= */ pair.own()))
                .toList());
  }

  @Test
  void withoutKnowingWhoseSoilItIsOnlyTheLineCounts() {
    assertThat(BorderStrip.of(STRAIGHT, Zone.NONE, PartyId.of("af")).pairs()).isEmpty();
    assertThat(BorderStrip.of(Border.UNKNOWN, Zone.NONE, IR).isEmpty()).isTrue();
    assertThat(BorderStrip.of(STRAIGHT, Zone.NONE, IR).isEmpty()).isFalse();
  }

  /// A sector that reaches 10 km to either side, over the southern half.
  @Test
  void whereSectorsAreAgreedOnlyWhatLiesInOneCounts() {
    Zone zone =
        new Zone(
            List.of(
                new Zone.Sector(
                    "south",
                    new Ring(
                        List.of(
                            Position.ofDegrees(28.9, 61.4),
                            Position.ofDegrees(28.9, 61.6),
                            Position.ofDegrees(29.5, 61.6),
                            Position.ofDegrees(29.5, 61.4))))));
    BorderStrip strip = BorderStrip.of(STRAIGHT, zone, IR);
    assertThat(strip.line().points()).hasSize(POINTS / 2);
    assertThat(strip.pairs()).hasSize(POINTS / 2).allMatch(pair -> pair.own().depthM() < 8_000);
    assertThat(strip.sectors()).containsOnly("south");
  }

  /// In a hook of the line what is behind it can be on the other side of it again: no such pair is
  /// there, and of the others none is deeper than its row.
  @Test
  void inAHookOfTheLineNoPointIsOnTheWrongSoil() {
    Border hook =
        border(
            new Polyline(
                List.of(
                    Position.ofDegrees(29, 61.5),
                    Position.ofDegrees(29.5, 61.5),
                    Position.ofDegrees(29.5, 61.6),
                    Position.ofDegrees(29.2, 61.6))));
    BorderStrip strip = BorderStrip.of(hook, Zone.NONE, IR);
    assertThat(strip.pairs()).isNotEmpty();
    assertThat(strip.pairs().size()).isLessThan(3 * strip.line().points().size());
    assertThat(strip.pairs())
        .allMatch(pair -> hook.soil().of(pair.own().position()).equals(Optional.of(IR)))
        .allMatch(pair -> hook.soil().of(pair.other().position()).equals(Optional.of(PK)))
        .allMatch(pair -> pair.own().depthM() <= 17_530 && pair.other().depthM() <= 17_530);
  }

  @Test
  void theProblemOfBothSidesIsTheOwnOneTwice() {
    BorderStrip strip = strip(IR);
    List<CoverageProblem.Demand> own = strip.ownDemand();
    assertThat(own).hasSize(4 * POINTS).hasSameSizeAs(strip.own());
    assertThat(strip.demand().subList(0, own.size())).isEqualTo(own);
    assertThat(strip.demand()).hasSize(2 * own.size()).hasSameSizeAs(strip.sectors());
    assertThat(strip.demand().subList(own.size(), 2 * own.size()))
        .allMatch(point -> point.side() == 1);
  }

  /// Beyond the line it takes as long as to it, and on at 45 km/h over 1.4 times the straight line:
  /// 7.5 km take 14 minutes, begun ones counted.
  @Test
  void beyondTheLineOneDrivesOnFromIt() {
    BorderStrip strip = strip(IR);
    List<Integer> home =
        IntStream.range(0, strip.own().size())
            .mapToObj(point -> point == 3 ? Reach.NEVER : 10 + point)
            .toList();
    List<Integer> both = strip.minutes(home, UnitType.PATROL);
    int half = home.size();
    assertThat(both.subList(0, half)).isEqualTo(home);
    assertThat(both.subList(half, half + POINTS)).isEqualTo(home.subList(0, POINTS));
    assertThat(both.get(half + POINTS)).isEqualTo(10 + 14);
    assertThat(both.get(half + POINTS + 3)).isEqualTo(Reach.NEVER);
    assertThat(strip.reach(Collections.nCopies(2, home), UnitType.PATROL).points())
        .isEqualTo(strip.noReach().points());
  }
}
