package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.travel.PacedGrid;
import org.sarhad.core.travel.Regions;
import org.sarhad.core.travel.Speeds;
import org.sarhad.core.travel.Survey;

/// FEATURE UNDER TEST: who could go, how soon, and why; the other side's units beside them, to be
/// asked (docs/domain/response.md §4.3).
class J01_RankingTest {
  private static final Position TAFTAN = Position.ofDegrees(28.94687, 61.58661);
  private static final Position NOK_KUNDI = Position.ofDegrees(28.82704, 62.75039);

  private final Scene scene = new Scene();

  @Test
  void theNearestReadyOwnUnitComesFirst() {
    UnitId far = unit(PK, UnitType.PATROL, NOK_KUNDI);
    UnitId near = unit(PK, UnitType.PATROL, TAFTAN);
    unit(PK, UnitType.PATROL, TAFTAN, UnitStatus.OOS);

    Ranking ranking = rank();

    assertThat(ranking.taskable()).extracting(Ranking.Candidate::id).containsExactly(near, far);
    assertThat(ranking.askable()).isEmpty();
  }

  @Test
  void theStraightLineIsStretchedAndSaysThatItIsAnEstimate() {
    unit(PK, UnitType.PATROL, TAFTAN);
    Ranking.Candidate candidate = rank().taskable().getFirst();
    long straightM = TAFTAN.distanceTo(Samples.MIRJAVEH).metres();

    TravelTime.Travel travel = candidate.travel().orElseThrow();
    assertThat(travel.distanceM()).isEqualTo(straightM * 140 / 100);
    assertThat(travel.duration())
        .isEqualTo(Duration.ofSeconds(travel.distanceM() * 3_600 / 45_000));
    assertThat(candidate.reasons())
        .extracting(Ranking.Reason::key)
        .containsExactly(
            "response.ranking.estimated", "response.ranking.at_station", "response.ranking.status");
    assertThat(candidate.reasons().getFirst().sentence()).isEqualTo("21 km, 28 min estimated");
  }

  /// A line north along 61.5 degrees with one gate at 28.7: a place beyond it is reached through
  /// it, and says so.
  @Test
  void overTheGroundEachWaySaysWhereItLeads() {
    var grid = new GridTravel(new PacedGrid(Regions.grid(Regions.plain()), Speeds.DEFAULT));
    unit(PK, UnitType.PATROL, Regions.EAST);
    unit(PK, UnitType.PATROL, Position.ofDegrees(28.0, 61.8));

    Ranking near = rank(Optional.of(Position.ofDegrees(28.5, 61.505)), Optional.empty(), grid);
    Ranking beyond = rank(Optional.of(Regions.WEST), Optional.empty(), grid);

    assertThat(sentences(near).getFirst())
        .hasSize(4)
        .anyMatch(sentence -> sentence.endsWith("km of it off the roads"));
    assertThat(sentences(beyond).getLast())
        .contains("through the gate mile", "the driving side changes there");
    assertThat(sentences(near).getLast().getFirst()).as("in the water").endsWith("min estimated");
  }

  @Test
  void whoHasNoWayStandsLastAndSaysSo() {
    var closed = new Survey.GatePoint("mile", Regions.GATE.at(), false, true);
    var walled =
        Regions.survey(Regions.MERIDIAN, List.of(Regions.land()), List.of(), List.of(closed));
    unit(PK, UnitType.PATROL, Regions.EAST);
    UnitId abroad = unit(PK, UnitType.PATROL, Position.ofDegrees(28.6, 61.2));

    Ranking ranking =
        rank(
            Optional.of(Regions.WEST),
            Optional.empty(),
            new GridTravel(new PacedGrid(Regions.grid(walled), Speeds.DEFAULT)));

    assertThat(ranking.taskable().getFirst().id()).isEqualTo(abroad);
    assertThat(ranking.taskable().getLast().travel()).isEmpty();
    assertThat(sentences(ranking).getLast().getFirst())
        .isEqualTo("no way over the ground within a day");
  }

  private static List<List<String>> sentences(Ranking ranking) {
    return ranking.taskable().stream()
        .map(unit -> unit.reasons().stream().map(Ranking.Reason::sentence).toList())
        .toList();
  }

  @Test
  void whoFliesFliesStraight() {
    var flight = StraightLineTravel.DEFAULT.estimate(TAFTAN, NOK_KUNDI, UnitType.AIR);
    assertThat(flight.distanceM()).isEqualTo(TAFTAN.distanceTo(NOK_KUNDI).metres());
  }

  @Test
  void aFresherPositionCountsMoreThanTheStation() {
    UnitId unit = unit(PK, UnitType.PATROL, NOK_KUNDI);
    scene.ask(
        PK,
        Role.UNIT_LEADER,
        new ResponseRequest.ReportStatus(
            unit,
            UnitStatus.PAT,
            Optional.of(new Fix(TAFTAN, 20, scene.now())),
            Words.NONE,
            Audience.INTERNAL));
    scene.pass(Duration.ofMinutes(4));
    assertThat(rank().taskable().getFirst().reasons().get(1).sentence())
        .isEqualTo("position 4 min old");
  }

  @Test
  void theOthersUnitsAreAskableWhenShownAndNeverTaskable() {
    UnitId shown = scene.unit(IR, Audience.RELEASE);
    scene.unit(IR, Audience.INTERNAL);

    Ranking ranking = rank();

    assertThat(ranking.taskable()).isEmpty();
    assertThat(ranking.askable()).extracting(Ranking.Candidate::id).containsExactly(shown);
    assertThat(ranking.askable().getFirst().reasons().getFirst().sentence())
        .isEqualTo("ask, don't task");
  }

  @Test
  void whatTheRunCardDoesNotAskForSaysSo() {
    unit(PK, UnitType.CUSTOMS, TAFTAN);
    Optional<RunCard> storm = RunCards.find(scene.at(PK), PK, RunCards.initial(), "TUFAN");
    Ranking ranking = rank(Optional.of(Samples.MIRJAVEH), storm);
    assertThat(ranking.taskable().getFirst().fits()).isFalse();
    assertThat(ranking.taskable().getFirst().reasons().getLast().key())
        .isEqualTo("response.ranking.other_kind");
  }

  @Test
  void anUnknownDestinationLeavesTheUnitsInTheList() {
    unit(PK, UnitType.PATROL, TAFTAN);
    Ranking.Candidate candidate = rank(Optional.empty(), Optional.empty()).taskable().getFirst();
    assertThat(candidate.travel()).isEmpty();
    assertThat(candidate.reasons().getFirst().sentence()).isEqualTo("position unknown");
  }

  @Test
  void aDuplicateIsHintedWithinTwoKilometresAndHalfAnHour() {
    IncidentId id = scene.alert(PK, Audience.INTERNAL);
    scene.pass(Duration.ofMinutes(30));
    Position near = Position.ofDegrees(29.0148, 61.4696);
    Position far = Position.ofDegrees(29.0148, 61.4756);

    assertThat(hints(PK, near)).extracting(hint -> hint.incident().id()).containsExactly(id);
    assertThat(hints(PK, near).getFirst().distance().metres()).isBetween(1_900L, 2_000L);
    assertThat(hints(PK, near).getFirst().apart()).isEqualTo(Duration.ofMinutes(30));
    assertThat(hints(PK, far)).isEmpty();
    assertThat(hints(IR, near)).as("IR does not know of it").isEmpty();
    scene.pass(Duration.ofSeconds(1));
    assertThat(hints(PK, near)).isEmpty();
  }

  private List<Duplicates.Hint> hints(PartyId side, Position where) {
    return Duplicates.near(
        scene.at(side), side, where, scene.now(), ResponseSettings.defaults().duplicates());
  }

  private Ranking rank() {
    return rank(Optional.of(Samples.MIRJAVEH), Optional.empty());
  }

  private Ranking rank(Optional<Position> destination, Optional<RunCard> card) {
    return rank(destination, card, StraightLineTravel.DEFAULT);
  }

  private Ranking rank(Optional<Position> destination, Optional<RunCard> card, TravelTime travel) {
    return Ranking.of(
        scene.at(PK), PK, destination, card, ResponseSettings.defaults(), scene.now(), travel);
  }

  private UnitId unit(PartyId side, UnitType type, Position station) {
    return unit(side, type, station, UnitStatus.AVL);
  }

  private UnitId unit(PartyId side, UnitType type, Position station, UnitStatus status) {
    return UnitId.parse(
        scene.ask(
            side,
            Role.DISPATCHER,
            new ResponseRequest.RegisterUnit(
                new UnitDescription("Unit", type, Place.at("Station", station, 100), Set.of()),
                status,
                Audience.INTERNAL)));
  }
}
