package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.time.TimeBracket;

/// Two nodes in miniature: what each side's people see, what the record joins, and a link between
/// them that can be cut. Requests are decided by the real rules; what they accept is folded at once
/// at home and, if released, at the other side as soon as the link allows.
final class Scene implements EntryWays {
  static final Role WATCH = Role.WATCH_OFFICER;

  private final Map<PartyId, ResponseState> live = new HashMap<>();
  private final Map<PartyId, Long> released = new HashMap<>();
  private final Map<PartyId, Long> internal = new HashMap<>();
  private final List<Said> waiting = new ArrayList<>();
  private final Map<EntryId, Instant> arrived = new HashMap<>();
  private final Map<EntryId, Instant> headSeen = new HashMap<>();
  private final Map<EntryId, Set<EntryId>> seen = new HashMap<>();
  private final Set<EntryId> read = new HashSet<>();
  private ResponseState joint;
  private Soil soil = Soil.UNKNOWN;
  private Passes passes = Passes.NONE;
  private ResponseSettings settings = ResponseSettings.defaults();
  private Instant now = Samples.NOON;
  private boolean linked = true;
  private Instant lastHead = Samples.NOON;
  private String shift = "";

  Scene() {
    joint = ResponseState.of(Samples.IR, Samples.PK);
    live.put(Samples.IR, joint);
    live.put(Samples.PK, joint);
  }

  // ---- stage directions -----------------------------------------------------------------------

  Scene cutLink() {
    lastHead = now;
    linked = false;
    return this;
  }

  Scene healLink() {
    linked = true;
    List<Said> all = List.copyOf(waiting);
    waiting.clear();
    all.forEach(this::deliver);
    return this;
  }

  Scene pass(Duration time) {
    now = now.plus(time);
    return this;
  }

  Scene line(Soil known) {
    soil = known;
    return this;
  }

  Scene passes(Passes known) {
    passes = known;
    return this;
  }

  Scene settings(ResponseSettings agreed) {
    settings = agreed;
    return this;
  }

  /// From now on everybody is somebody else: the next shift, with the same roles.
  Scene nextShift() {
    shift = shift + "n";
    return this;
  }

  Scene read(Said said) {
    read.add(said.entry());
    return this;
  }

  Instant now() {
    return now;
  }

  /// What the people of `side` see.
  ResponseState at(PartyId side) {
    return Optional.ofNullable(live.get(side)).orElseThrow();
  }

  /// What both have released, on the record.
  ResponseState joint() {
    return joint;
  }

  Incident incident(PartyId side, IncidentId id) {
    return at(side).incident(id).orElseThrow();
  }

  // ---- asking ---------------------------------------------------------------------------------

  Decision<ResponseFact, ResponseReply, Refusal> decide(
      PartyId side, Set<Role> roles, ResponseRequest request) {
    Role signs = roles.iterator().next();
    return ResponseRules.decide(
        at(side),
        request,
        settings,
        new RequestContext(side, officer(side, signs), roles, now, soil, passes, 0));
  }

  /// Asks and expects to be refused.
  Refusal refuse(PartyId side, Role role, ResponseRequest request) {
    var decision = decide(side, EnumSet.of(role), request);
    assertThat(decision).as("%s", request).isInstanceOf(Decision.Refused.class);
    return ((Decision.Refused<ResponseFact, ResponseReply, Refusal>) decision).refusal();
  }

  /// Asks, expects a yes, and writes what was accepted. Returns what was named in the reply.
  String ask(PartyId side, Role role, ResponseRequest request) {
    var decision = decide(side, EnumSet.of(role), request);
    assertThat(decision).as("%s", request).isInstanceOf(Decision.Accepted.class);
    return accept(side, role, (Decision.Accepted<ResponseFact, ResponseReply, Refusal>) decision);
  }

  String accept(
      PartyId side, Role role, Decision.Accepted<ResponseFact, ResponseReply, Refusal> accepted) {
    accepted.facts().forEach(fact -> write(side, role, fact));
    return accepted.reply().subject();
  }

  /// Writes a fact whatever the rules say, as a stranger's node could.
  Said write(PartyId side, Role role, Authored<ResponseFact> authored) {
    boolean out = authored.audience() == Audience.RELEASE;
    Map<PartyId, Long> counter = out ? released : internal;
    long index = counter.merge(side, 1L, Long::sum) - 1;
    EntryId entry = EntryId.of(out ? Samples.log(side) : Samples.journal(side), index);
    FactContext context =
        new FactContext(entry, side, out, now, Optional.of(officer(side, role)), Set.of(role));
    live.compute(side, (_, state) -> orEmpty(state).apply(context, authored.fact()));
    seen.put(entry, Set.copyOf(arrived.keySet()));
    headSeen.put(entry, (linked ? now : lastHead).minusSeconds(2));
    Said said = new Said(context, authored.fact(), Optional.empty());
    if (out) {
      joint = joint.apply(context, authored.fact());
      if (linked) {
        deliver(said);
      } else {
        waiting.add(said);
      }
    }
    return said;
  }

  /// Looks at the clocks of `side` and writes what they say.
  ResponseClocks.Review tick(PartyId side) {
    return tick(side, Optional.empty());
  }

  ResponseClocks.Review tick(PartyId side, Optional<Instant> silentSince) {
    ResponseClocks.Review review =
        ResponseClocks.review(at(side), side, settings, now, silentSince, this);
    review.facts().forEach(fact -> write(side, WATCH, fact));
    return review;
  }

  private void deliver(Said said) {
    PartyId other = said.author().equals(Samples.IR) ? Samples.PK : Samples.IR;
    live.compute(other, (_, state) -> orEmpty(state).apply(said.context(), said.fact()));
    arrived.put(said.entry(), now);
  }

  private OfficerId officer(PartyId side, Role role) {
    return OfficerId.of(Samples.officer(side, role) + shift);
  }

  private static ResponseState orEmpty(@Nullable ResponseState state) {
    return Optional.ofNullable(state).orElseThrow();
  }

  // ---- what the record knows ------------------------------------------------------------------

  @Override
  public EntryTimes times(EntryId entry) {
    PartyId reader = entry.origin().value().startsWith("ir.") ? Samples.PK : Samples.IR;
    return new EntryTimes(
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(arrived.get(entry))
            .map(
                at ->
                    new EntryTimes.Receipt(
                        reader,
                        TimeBracket.between(
                            Optional.ofNullable(headSeen.get(entry)).orElseThrow(), at),
                        reader + ".sarhad.example/mirror")),
        read.contains(entry)
            ? Optional.of(new EntryTimes.Reading(reader, Optional.of(WATCH), now, entry))
            : Optional.empty());
  }

  @Override
  public boolean saw(EntryId writer, EntryId earlier) {
    return writer.origin().equals(earlier.origin())
        || Optional.ofNullable(seen.get(writer)).orElse(Set.of()).contains(earlier);
  }

  // ---- the usual beginnings -------------------------------------------------------------------

  /// An alert at `side`, internal or released.
  IncidentId alert(PartyId side, Audience audience) {
    String name = ask(side, WATCH, new ResponseRequest.OpenIncident(alertNow(), false, audience));
    return IncidentId.parse(name);
  }

  Alert alertNow() {
    return new Alert(
        Optional.of("TUFAN"), Words.en("Post under fire"), Samples.POST, now, Priority.P1);
  }

  /// A unit of `side`, ready at Post 42.
  UnitId unit(PartyId side, Audience audience) {
    return UnitId.parse(
        ask(
            side,
            Role.SECTOR_COMMANDER,
            new ResponseRequest.RegisterUnit(Samples.patrol("Patrol"), UnitStatus.AVL, audience)));
  }

  TaskId task(PartyId side, IncidentId incident, UnitId unit, Audience audience) {
    return TaskId.parse(ask(side, Role.DISPATCHER, taskRequest(incident, unit, audience)));
  }

  static ResponseRequest.TaskUnit taskRequest(IncidentId incident, UnitId unit, Audience audience) {
    return new ResponseRequest.TaskUnit(
        incident, unit, Words.en("Go and look"), Samples.POST, audience);
  }

  AssistanceId request(PartyId side, IncidentId incident) {
    return AssistanceId.parse(
        ask(
            side,
            WATCH,
            new ResponseRequest.RequestAssistance(
                incident, Need.of(Words.en("Close the exit roads")), Optional.empty())));
  }

  static ResponseRequest.AnswerAssistance yes(AssistanceId id, UnitId... units) {
    return new ResponseRequest.AnswerAssistance(
        id, AssistanceFact.Answer.ACCEPTED, List.of(), Words.en("Yes"), List.of(units));
  }

  static ResponseRequest.AnswerAssistance yesIf(AssistanceId id, UnitId... units) {
    return new ResponseRequest.AnswerAssistance(
        id,
        AssistanceFact.Answer.CONDITIONAL,
        List.of(Words.en("By day only")),
        Words.en("Yes"),
        List.of(units));
  }

  static ResponseRequest.Note note(IncidentId incident, String text, Audience audience) {
    return new ResponseRequest.Note(incident, Words.en(text), Optional.empty(), audience);
  }

  /// The last thing `side` said about `incident`.
  Said last(PartyId side, IncidentId incident) {
    return incident(side, incident).file(side).items().last().orElseThrow().value();
  }
}
