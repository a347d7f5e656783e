package org.sarhad.core.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Ring;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.modalities.ModalitiesFact;
import org.sarhad.core.modalities.ModalitiesState;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.IncidentName;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Verdict;
import org.sarhad.core.testing.Voices;
import org.sarhad.tlog.Bytes;

/// A channel with the modalities of the scenario in force: units of Pakistan's side visit Iran's.
/// Who speaks knows everything before, unless a test lets words cross.
final class CrossingScene {
  static final PartyId HOST = Sides.IR;
  static final PartyId VISITOR = Sides.PK;
  static final UnitName FIRST = UnitName.parse("U-PK-1");
  static final UnitName SECOND = UnitName.parse("U-PK-2");
  static final UnitName THEIRS = UnitName.parse("U-IR-1");
  static final OfficerId IN_CHARGE = OfficerId.of("ir.sarhad.example/officer/c0");
  static final OfficerId CLERK = OfficerId.of("ir.sarhad.example/officer/c1");
  static final IncidentName INCIDENT = new IncidentName("INC-PK-1");
  static final Wording WORDS = Wording.of("en", "Search along the road");
  static final Instant BEGIN = Sides.EIGHT.plusSeconds(60);
  static final Duration REPORT = Duration.ofHours(24);

  /// About four kilometres each way, across the line.
  static final Ring AREA = square(29_500_000, 61_400_000, 40_000);

  private static final ModalitiesState RULES = rules();

  final Voices voices = Voices.of("ir", "pk");
  CrossingState state = CrossingState.of(voices.parties());
  ModalitiesState rules = RULES;
  final TreeMap<EntryId, Act> acts = new TreeMap<>();

  static Ring square(int lat, int lon, int size) {
    return new Ring(
        List.of(
            new Position(lat, lon),
            new Position(lat, lon + size),
            new Position(lat + size, lon + size),
            new Position(lat + size, lon)));
  }

  private static ModalitiesState rules() {
    Path file =
        Path.of(System.getProperty("sarhad.root", ".."), "docs/scenarios/modalities-1.json");
    try {
      Json.Obj terms =
          (Json.Obj) Json.parse(Bytes.of(Files.readAllBytes(file)), JsonLimits.ofBytes(200_000));
      Voices before = Voices.of("ir", "pk");
      Act act =
          Voices.act(
              before.says(HOST, Role.CHIEF),
              before.says(VISITOR, Role.CHIEF),
              ModalitiesState.KIND,
              terms,
              before.parties());
      ModalitiesState state = ModalitiesState.of().moved(before.says(VISITOR, Role.CHIEF), act);
      assertThat(state.inForce()).as("%s", state.voids()).isPresent();
      return state;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedJsonException e) {
      throw new AssertionError(e);
    }
  }

  CrossingScene() {
    // The entries by which the rules came in force.
    voices.says(HOST, Role.CHIEF);
    voices.says(VISITOR, Role.CHIEF);
    voices.says(VISITOR, Role.CHIEF);
  }

  CrossingGrounds grounds() {
    return new CrossingGrounds(rules);
  }

  static Officers officers() {
    return (side, officer, role) ->
        side.equals(HOST) && officer.equals(IN_CHARGE) && role == Role.SECTOR_COMMANDER;
  }

  /// `side` suspends everything at once.
  void suspend(PartyId side) {
    rules = rules.apply(voices.says(side, Role.CHIEF), ModalitiesFact.Suspended.atOnce("unrest"));
    assertThat(rules.isSuspended()).isTrue();
  }

  // ---- samples --------------------------------------------------------------------------------

  static CrossingTerms terms() {
    return terms(BEGIN, BEGIN.plus(Duration.ofMinutes(90)), FIRST);
  }

  static CrossingTerms terms(Instant from, Instant until, UnitName... units) {
    return new CrossingTerms(
        INCIDENT,
        VISITOR,
        HOST,
        Ordered.set(units),
        AREA,
        from,
        until,
        WORDS,
        IN_CHARGE,
        Optional.empty(),
        Ordered.set("en", "ur"));
  }

  static CrossingFact.FastLaneUsed lane(Instant until, UnitName... units) {
    TreeMap<UnitName, LaneWork> services = new TreeMap<>();
    for (UnitName unit : units) {
      services.put(unit, LaneWork.MEDICAL);
    }
    return new CrossingFact.FastLaneUsed(INCIDENT, HOST, services, until, WORDS);
  }

  static CrossingFact stop(EntryId crossing, UnitName... units) {
    return new CrossingFact.Stopped(
        Optional.of(crossing), Ordered.set(units), Optional.of(Wording.of("en", "Stop")));
  }

  static CrossingFact stop(UnitName... units) {
    return new CrossingFact.Stopped(Optional.empty(), Ordered.set(units), Optional.empty());
  }

  CrossingFact entered(EntryId crossing, UnitName unit) {
    return new CrossingFact.Entered(crossing, unit, voices.time());
  }

  CrossingFact left(UnitName unit) {
    return new CrossingFact.Left(unit, voices.time());
  }

  CrossingFact confirmed(EntryId stop, UnitName unit) {
    return new CrossingFact.StopConfirmed(stop, unit, voices.time());
  }

  static CrossingFact reported(EntryId crossing) {
    return new CrossingFact.Reported(crossing, WORDS, Optional.empty());
  }

  static CrossingFact over(EntryId crossing) {
    return new CrossingFact.Ended(crossing, CrossingFact.End.WINDOW_OVER);
  }

  // ---- signing --------------------------------------------------------------------------------

  ActFact.Proposed proposed(CrossingTerms terms) {
    return proposed(terms.toJson()).expiring(voices.time().plus(Duration.ofMinutes(5)));
  }

  static ActFact.Proposed proposed(Json.Obj terms) {
    return new ActFact.Proposed(
        CrossingTerms.KIND,
        terms,
        1,
        Capacity.of(Role.CHIEF),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// `by` proposes `said`.
  Act propose(PartyId by, ActFact.Proposed said) {
    ActEntry entry = voices.says(by, Role.CHIEF);
    Act act = Voices.at(Voices.act(entry, entry, said, voices.parties()), ActStage.PROPOSED, entry);
    state = state.moved(entry, act, grounds(), officers());
    acts.put(act.id(), act);
    return act;
  }

  /// `act` comes to `stage` by the next entry of `by`.
  Act move(Act act, ActStage stage, PartyId by) {
    ActEntry entry = voices.says(by, Role.CHIEF);
    Act next = Voices.at(act, stage, entry);
    state = state.moved(entry, next, grounds(), officers());
    acts.put(act.id(), next);
    return next;
  }

  /// The act that `id` proposed, as it was last moved.
  Act act(EntryId id) {
    return Objects.requireNonNull(acts.get(id));
  }

  /// What an act that supersedes the crossing `id` names.
  ActRef ref(EntryId id) {
    return act(id).ref();
  }

  /// The visitor asks, the host says yes.
  Act grant(CrossingTerms terms) {
    return grant(proposed(terms));
  }

  Act grant(ActFact.Proposed said) {
    return move(propose(VISITOR, said), ActStage.EFFECTIVE, HOST);
  }

  /// What is granted from the start of the window on, with `unit` inside.
  EntryId inside(UnitName unit) {
    EntryId id = grant(terms()).id();
    voices.at(BEGIN.plusSeconds(60));
    say(VISITOR, entered(id, unit));
    return id;
  }

  /// Why `said` gives no leave: when asked for by the visitor, and when signed all the same.
  CrossingRefusal refuse(ActFact.Proposed said) {
    ActEntry entry = voices.says(VISITOR, Role.CHIEF);
    CrossingObjection found =
        new CrossingTermsRules(state, grounds(), officers(), voices.parties())
            .objection(entry, said, entry.id())
            .orElseThrow();
    Act act = grant(said);
    assertThat(state.voids().get(act.by())).isEqualTo(found.refusal());
    assertThat(state.crossing(act.id()).map(Crossing::grant).filter(Grant::holds)).isEmpty();
    assertThat(found.detail()).isNotBlank();
    return found.refusal();
  }

  // ---- saying ---------------------------------------------------------------------------------

  ActEntry next(PartyId side, CrossingFact fact) {
    return switch (fact) {
      case CrossingFact.ReportOverdue _ -> voices.node(side);
      case CrossingFact.Ended(EntryId _, CrossingFact.End why)
          when why == CrossingFact.End.WINDOW_OVER ->
          voices.node(side);
      case CrossingFact.ChargeTaken _ -> voices.says(side, Role.SECTOR_COMMANDER);
      case CrossingFact _ -> voices.says(side, Role.WATCH_OFFICER);
    };
  }

  /// `side` states `fact`, which must hold.
  EntryId say(PartyId side, CrossingFact fact) {
    ActEntry entry = next(side, fact);
    Verdict.accepted(CrossingRules.decide(state, grounds(), entry, fact), fact);
    return hear(entry, fact);
  }

  EntryId hear(ActEntry entry, CrossingFact fact) {
    state = state.apply(entry, fact, grounds());
    return entry.id();
  }

  /// Why `fact` is refused when asked, and void when said all the same: both alike, and nothing
  /// else changes but that a breach is noted.
  CrossingRefusal refuse(ActEntry entry, CrossingFact fact) {
    CrossingState before = state;
    var refused = Verdict.refused(CrossingRules.decide(state, grounds(), entry, fact), fact);
    hear(entry, fact);
    assertThat(state.voids().get(entry.id())).isEqualTo(refused.refusal());
    assertThat(state.crossings()).isEqualTo(before.crossings());
    assertThat(state.stops()).isEqualTo(before.stops());
    assertThat(state.digest()).isNotEqualTo(before.digest());
    assertThat(refused.detail()).isNotBlank();
    return refused.refusal();
  }

  CrossingRefusal refuse(PartyId side, CrossingFact fact) {
    return refuse(next(side, fact), fact);
  }

  // ---- asking ---------------------------------------------------------------------------------

  Crossing crossing(EntryId id) {
    return state.crossing(id).orElseThrow();
  }

  CrossingStage stage(EntryId id) {
    return crossing(id).stage(voices.time(), REPORT);
  }

  boolean isLeave(EntryId id, UnitName unit) {
    return crossing(id).isLeaveFor(unit, voices.time());
  }
}
