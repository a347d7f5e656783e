package org.sarhad.core.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.travel.Regions.IR;
import static org.sarhad.core.travel.Regions.PK;
import static org.sarhad.core.travel.Regions.WEST;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.Act;
import org.sarhad.core.crossing.Line;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Polyline;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Ring;
import org.sarhad.core.geo.Zone;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.modalities.ModalitiesState;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.response.FirstArrivals;
import org.sarhad.core.response.GridTravel;
import org.sarhad.core.response.Ranking;
import org.sarhad.core.response.Soil;
import org.sarhad.core.response.UnitDescription;
import org.sarhad.core.response.UnitId;
import org.sarhad.core.response.UnitStatus;
import org.sarhad.core.response.UnitType;
import org.sarhad.core.testing.Voices;
import org.sarhad.core.travel.CostGrid;
import org.sarhad.core.travel.PacedGrid;
import org.sarhad.core.travel.Regions;
import org.sarhad.core.travel.Speeds;
import org.sarhad.core.travel.Survey;
import org.sarhad.tlog.Bytes;

/// FEATURE UNDER TEST: what a ranking means for the one who decides (19-5.4, 19-6, 19-7).
class DispatchTest {
  private static final Position AT_LINE = Position.ofDegrees(28.5, 61.505);
  private static final Position NEAR = Position.ofDegrees(28.5, 61.4);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int BUSY = 250;
  private static final PacedGrid GROUND =
      new PacedGrid(Regions.grid(Regions.plain()), Speeds.DEFAULT);
  private static final GridTravel TRAVEL = new GridTravel(GROUND);

  /// Patrols of IR at these places, ranked for the place at the line.
  private static Ranking ranking(Position... places) {
    var ways = TRAVEL.toward(AT_LINE, IR, DAY);
    List<Ranking.Candidate> all =
        IntStream.range(0, places.length)
            .mapToObj(
                i ->
                    new Ranking.Candidate(
                        new UnitId(IR, i + 1),
                        new UnitDescription(
                            "Unit", UnitType.PATROL, Place.at("Post", places[i], 0), Set.of()),
                        UnitStatus.AVL,
                        Optional.of(places[i]),
                        ways.from(places[i], UnitType.PATROL),
                        true,
                        List.of()))
            .toList();
    return new Ranking(all, List.of());
  }

  private static Dispatch dispatch(Position... places) {
    return Dispatch.of(ranking(places), ModalitiesState.of(), TRAVEL, IR, BUSY);
  }

  @Test
  void whileSomebodyIsInTimeNobodyElseIsAskedFor() {
    Dispatch dispatch = dispatch(NEAR);
    assertThat(dispatch.target()).isEqualTo(Duration.ofMinutes(60));
    assertThat(dispatch.soonest().orElseThrow()).isLessThan(Duration.ofMinutes(60));
    assertThat(dispatch.proposals()).isEmpty();
  }

  @Test
  void ifNobodyIsInTimeBothWaysToHelpAreProposedWithWhatAllowsThem() {
    for (Dispatch dispatch : List.of(dispatch(WEST), dispatch())) {
      assertThat(dispatch.proposals())
          .containsExactly(
              new Dispatch.Proposal(Dispatch.Mode.MIRRORED, "travel.mirrored", Optional.empty()),
              new Dispatch.Proposal(Dispatch.Mode.CROSSING, "travel.crossing", Optional.empty()));
    }
    assertThat(dispatch().soonest()).isEmpty();
  }

  /// By the worked example, where the chiefs have signed that it may be asked for.
  @Test
  void theClauseThatAllowsItIsThatOfTheVersionInForce() throws Exception {
    Dispatch dispatch = Dispatch.of(ranking(WEST), inForce(), TRAVEL, IR, BUSY);
    assertThat(dispatch.proposals())
        .extracting(proposal -> proposal.clause().map(Object::toString).orElse(""))
        .containsExactly("31.11", "31.12");
  }

  private static ModalitiesState inForce() throws Exception {
    Path file =
        Path.of(System.getProperty("sarhad.root", ".."), "docs/scenarios/modalities-1.json");
    Json.Obj terms =
        (Json.Obj) Json.parse(Bytes.of(Files.readAllBytes(file)), JsonLimits.ofBytes(200_000));
    Voices voices = Voices.of("ir", "pk");
    Act act =
        Voices.act(
            voices.says(IR, Role.CHIEF),
            voices.says(PK, Role.CHIEF),
            ModalitiesState.KIND,
            terms,
            voices.parties());
    return ModalitiesState.of().moved(voices.says(PK, Role.CHIEF), act);
  }

  @Test
  void whatIsLostIsTheShareOfTheLastUnitAtItsPlace() {
    assertThat(dispatch(NEAR).losses())
        .containsExactly(new Dispatch.CoverLoss(new UnitId(IR, 1), 0, 750));
    assertThat(dispatch(NEAR, Position.ofDegrees(28.55, 61.4), WEST).losses())
        .containsExactly(
            new Dispatch.CoverLoss(new UnitId(IR, 1), 2, 46),
            new Dispatch.CoverLoss(new UnitId(IR, 2), 1, 187),
            new Dispatch.CoverLoss(new UnitId(IR, 3), 1, 187));
  }

  @Test
  void itIsSaidOfTheFirstFive() {
    Position[] eight = new Position[8];
    Arrays.fill(eight, NEAR);
    assertThat(dispatch(eight).losses()).hasSize(Dispatch.LOSSES_MAX);
  }

  // ---- where both meet ------------------------------------------------------------------------

  private static FirstArrivals first(PacedGrid ground, PartyId by, Position... at) {
    return FirstArrivals.of(
        ground,
        by,
        Arrays.stream(at).map(place -> new FirstArrivals.Standing(place, UnitType.PATROL)).toList(),
        DAY);
  }

  @Test
  void theGateIsProposedAtWhichTheLaterSideArrivesSoonest() {
    CostGrid grid =
        Regions.grid(
            Regions.survey(
                Regions.MERIDIAN,
                List.of(Regions.land()),
                List.of(),
                List.of(
                    gate("a_north", 28.8, true),
                    gate("b_middle", 28.5, true),
                    gate("c_south", 28.2, true),
                    gate("d_shut", 28.55, false))));
    var ground = new PacedGrid(grid, Speeds.DEFAULT);
    FirstArrivals own = first(ground, IR, Position.ofDegrees(28.3, 61.4));
    FirstArrivals other = first(ground, PK, Position.ofDegrees(28.7, 61.6));

    List<MeetingPoint> points = MeetingPoint.all(grid, own, other);

    assertThat(points)
        .extracting(MeetingPoint::gate)
        .startsWith("b_middle")
        .containsExactlyInAnyOrder("a_north", "b_middle", "c_south");
    assertThat(points.getFirst().ownSeconds().orElseThrow()).isPositive();
    assertThat(MeetingPoint.all(grid, own, first(ground, PK)))
        .allMatch(point -> point.otherSeconds().isEmpty());
  }

  private static Survey.GatePoint gate(String name, double latitude, boolean isOpen) {
    return new Survey.GatePoint(name, Position.ofDegrees(latitude, 61.5), isOpen, true);
  }

  private static Ring box(double south, double west, double north, double east) {
    return new Ring(Regions.box(south, west, north, east));
  }

  // ---- minutes to the first unit --------------------------------------------------------------

  @Test
  void eachSectorSaysHowSoonTheFirstUnitIsThere() {
    var border =
        new Border(
            Soil.UNKNOWN, Line.UNKNOWN, List.of(new Polyline(Regions.MERIDIAN)), Optional.empty());
    var zone =
        new Zone(
            List.of(
                new Zone.Sector("far", box(27, 61, 27.5, 62)),
                new Zone.Sector("north", box(28.5, 61, 29, 62)),
                new Zone.Sector("south", box(28, 61, 28.5, 62))));
    LinePoints line = LinePoints.of(border, zone);
    Duration target = Duration.ofMinutes(60);

    List<SectorArrival> sectors =
        SectorArrival.all(line, zone, first(GROUND, IR, Position.ofDegrees(28.3, 61.45)), target);
    SectorArrival north = sectors.get(1);
    SectorArrival south = sectors.get(2);

    assertThat(sectors).extracting(SectorArrival::sector).containsExactly("far", "north", "south");
    assertThat(sectors.getFirst().points()).isZero();
    assertThat(sectors.getFirst().latest()).isEmpty();
    assertThat(south.soonest().orElseThrow()).isLessThan(north.soonest().orElseThrow());
    assertThat(south.inTime()).isGreaterThan(north.inTime()).isLessThanOrEqualTo(south.reached());
    assertThat(north.middle().orElseThrow())
        .isBetween(north.soonest().orElseThrow(), north.latest().orElseThrow());
    assertThat(SectorArrival.all(line, zone, first(GROUND, IR), target))
        .allMatch(sector -> sector.reached() == 0 && sector.soonest().isEmpty());
  }
}
