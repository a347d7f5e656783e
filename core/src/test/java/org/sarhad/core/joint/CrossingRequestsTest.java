package org.sarhad.core.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.crossing.CrossingGrounds;
import org.sarhad.core.crossing.CrossingRefusal;
import org.sarhad.core.crossing.CrossingState;
import org.sarhad.core.crossing.CrossingTerms;
import org.sarhad.core.crossing.LaneWork;
import org.sarhad.core.crossing.UnitName;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Polyline;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Ring;
import org.sarhad.core.json.Json;
import org.sarhad.core.modalities.FastLane;
import org.sarhad.core.modalities.LanePoints;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.IncidentName;
import org.sarhad.core.register.Wording;
import org.sarhad.core.response.Alert;
import org.sarhad.core.response.IncidentFact;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.Priority;
import org.sarhad.core.response.ResponseFact;
import org.sarhad.core.response.ResponseState;
import org.sarhad.core.response.Soil;
import org.sarhad.core.response.UnitDescription;
import org.sarhad.core.response.UnitFact;
import org.sarhad.core.response.UnitId;
import org.sarhad.core.response.UnitStatus;
import org.sarhad.core.response.UnitType;
import org.sarhad.core.response.Words;
import org.sarhad.core.testing.Sides;

/// What one's own node looks at before a crossing, beside what the joint order can judge; and which
/// places a leave covers (protocol clauses 11-2.5, 11-5.5, 11-8.1).
class CrossingRequestsTest {
  private static final UnitName PATROL = UnitName.parse("U-PK-1");
  private static final UnitName AMBULANCE = UnitName.parse("U-PK-2");
  private static final UnitName HIDDEN = UnitName.parse("U-PK-3");
  private static final Polyline MERIDIAN =
      new Polyline(List.of(Position.ofDegrees(29, 61.42), Position.ofDegrees(30, 61.42)));
  private static final Soil SOIL =
      position -> {
        Polyline.Offset offset = MERIDIAN.offset(position);
        return offset.metres() <= 500
            ? Optional.empty()
            : Optional.of(offset.isLeft() ? Sides.IR : Sides.PK);
      };
  private static final Border BORDER =
      new Border(
          SOIL,
          position -> OptionalLong.of(MERIDIAN.offset(position).metres()),
          List.of(MERIDIAN),
          Optional.empty());

  private long next;
  private ResponseState response = ResponseState.of(Sides.IR, Sides.PK);

  CrossingRequestsTest() {
    say(
        new IncidentFact.Opened(
            new IncidentId(Sides.PK, 1, false),
            new Alert(
                Optional.empty(),
                Words.en("Post under fire"),
                Place.named("Taftan"),
                Sides.EIGHT,
                Priority.P1)),
        true);
    unit(PATROL, UnitType.PATROL, true);
    unit(AMBULANCE, UnitType.AMBULANCE, true);
    unit(HIDDEN, UnitType.AMBULANCE, false);
  }

  private void unit(UnitName name, UnitType type, boolean isShown) {
    var description =
        new UnitDescription("Taftan " + name.number(), type, Place.named("Taftan"), Set.of());
    UnitId id = CrossingPasses.unit(name);
    say(new UnitFact.Registered(id, description, UnitStatus.AVL), false);
    if (isShown) {
      say(new UnitFact.Shown(id, description, UnitStatus.AVL), true);
    }
  }

  private void say(ResponseFact fact, boolean isReleased) {
    response =
        response.apply(
            new FactContext(
                new EntryId(Sides.PK_LOG, next++),
                Sides.PK,
                isReleased,
                Sides.EIGHT,
                Optional.of(OfficerId.of("pk.sarhad.example/officer/a")),
                Ordered.set(Role.WATCH_OFFICER)),
            fact);
  }

  private Optional<CrossingRefusal> asked(String incident, Ring area, UnitName... units) {
    CrossingTerms terms =
        new CrossingTerms(
            new IncidentName(incident),
            Sides.PK,
            Sides.IR,
            Ordered.set(units),
            area,
            Sides.EIGHT,
            Sides.EIGHT.plusSeconds(60),
            Wording.of("en", "Search"),
            OfficerId.of("ir.sarhad.example/officer/c"),
            Optional.empty(),
            Ordered.set("en"));
    return refusal(
        new Statement.OnAct(
            ActFact.Proposed.of(CrossingTerms.KIND, terms.toJson(), Capacity.of(Role.CHIEF))));
  }

  private Optional<CrossingRefusal> lane(UnitName unit, LaneWork service) {
    SortedMap<UnitName, LaneWork> services = new TreeMap<>();
    services.put(unit, service);
    return refusal(
        new Statement.OnCrossings(
            new CrossingFact.FastLaneUsed(
                new IncidentName("INC-PK-1"),
                Sides.IR,
                services,
                Sides.EIGHT.plusSeconds(60),
                Wording.of("en", "Wounded"))));
  }

  private Optional<CrossingRefusal> refusal(Statement statement) {
    return new CrossingRequests(Accord.NONE, response, BORDER, _ -> Optional.empty())
        .objection(statement)
        .map(Objection::refusal)
        .map(CrossingRefusal.class::cast);
  }

  private static Ring ring(double west) {
    return new Ring(
        List.of(
            Position.ofDegrees(29.5, west),
            Position.ofDegrees(29.5, 61.43),
            Position.ofDegrees(29.6, west)));
  }

  @Test
  void bothSidesKnowTheIncidentAndTheUnits() {
    Ring near = ring(61.40);
    assertThat(asked("INC-PK-1", near, PATROL)).isEmpty();
    assertThat(asked("INC-PK-2", near, PATROL)).contains(CrossingRefusal.INCIDENT_UNKNOWN);
    assertThat(asked("EX-PK-1", near, PATROL)).contains(CrossingRefusal.INCIDENT_UNKNOWN);
    assertThat(asked("INC-PK-1", near, HIDDEN)).contains(CrossingRefusal.UNIT_NOT_SHOWN);
    assertThat(asked("INC-PK-1", near, UnitName.parse("U-PK-99")))
        .contains(CrossingRefusal.UNIT_NOT_SHOWN);
  }

  @Test
  void theAreaReachesNoFartherThanAgreedAsFarAsTheLineTells() {
    assertThat(asked("INC-PK-1", ring(61.32), PATROL)).isEmpty();
    assertThat(asked("INC-PK-1", ring(61.31), PATROL)).contains(CrossingRefusal.AREA_TOO_DEEP);
    assertThat(
            new CrossingRequests(Accord.NONE, response, Border.UNKNOWN, _ -> Optional.empty())
                .objection(
                    new Statement.OnAct(
                        ActFact.Proposed.of(
                            CrossingTerms.KIND, Json.obj().build(), Capacity.of(Role.CHIEF)))))
        .as("what is no crossing its own rules refuse")
        .isEmpty();
  }

  @Test
  void onlyAmbulancesAndFireEnginesUseTheLane() {
    assertThat(lane(AMBULANCE, LaneWork.MEDICAL)).isEmpty();
    assertThat(lane(AMBULANCE, LaneWork.FIRE)).contains(CrossingRefusal.LANE_SERVICE);
    assertThat(lane(PATROL, LaneWork.MEDICAL)).contains(CrossingRefusal.LANE_SERVICE);
    assertThat(lane(HIDDEN, LaneWork.MEDICAL)).contains(CrossingRefusal.UNIT_NOT_SHOWN);
  }

  @Test
  void theLaneCoversAsDeepAsAgreedAndNothingWhereNoLineIsKnown() {
    CrossingState state = CrossingState.of(Ordered.set(Sides.IR, Sides.PK));
    FastLane lane = new FastLane(5_000, Duration.ofHours(1), 1, LanePoints.NONE, true);
    Position near = Position.ofDegrees(29.5, 61.40);
    Instant now = Sides.EIGHT;
    assertThat(new CrossingPasses(state, lane, BORDER.line()).covers(id(), near, now)).isFalse();
    assertThat(new CrossingPasses(state, lane, BORDER.line()).holds(id(), now)).isFalse();
    assertThat(new CrossingGrounds(Accord.NONE.modalities()).depth(7))
        .isEqualTo("7 m; crossing.depth is 10000 m (by default, no clause sets it)");
  }

  private static UnitId id() {
    return new UnitId(PartyId.of("pk"), 2);
  }
}
