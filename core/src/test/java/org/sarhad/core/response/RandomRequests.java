package org.sarhad.core.response;

import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;

/// Requests as people make them: mostly about things that are there, sometimes about things that
/// are not, or are not theirs.
final class RandomRequests {
  private static final Words WORDS = Words.en("words");
  private static final int KINDS = 36;

  private final SplittableRandom random;

  RandomRequests(SplittableRandom random) {
    this.random = random;
  }

  ResponseRequest next(ResponseState state, PartyId own, Instant now) {
    IncidentId incident = incident(state);
    UnitId unit = unit(state);
    Audience audience = audience();
    return switch (random.nextInt(KINDS)) {
      case 0, 1 -> new ResponseRequest.OpenIncident(alert(now), random.nextInt(5) == 0, audience);
      case 2, 3 -> new ResponseRequest.NotifyPeer(incident, alert(now));
      case 4 -> new ResponseRequest.Acknowledge(incident, WORDS);
      case 5 -> new ResponseRequest.Note(incident, WORDS, Optional.empty(), audience);
      case 6 ->
          new ResponseRequest.Note(incident, WORDS, Optional.of(item(state, incident)), audience);
      case 7 -> new ResponseRequest.ReachStage(incident, any(Stage.values()), WORDS, audience);
      case 8 -> new ResponseRequest.Correct(incident, item(state, incident), WORDS, WORDS);
      case 9 -> new ResponseRequest.Withdraw(incident, item(state, incident), WORDS);
      case 10 -> new ResponseRequest.Translate(incident, item(state, incident), WORDS);
      case 11 ->
          new ResponseRequest.RegisterUnit(
              Samples.patrol("Patrol"), any(UnitStatus.values()), audience);
      case 12 -> new ResponseRequest.DescribeUnit(unit, Samples.patrol("Other"));
      case 13 -> new ResponseRequest.ShowUnit(unit);
      case 14 -> new ResponseRequest.HideUnit(unit, WORDS);
      case 15 ->
          new ResponseRequest.ReportStatus(
              unit,
              any(UnitStatus.values()),
              random.nextBoolean()
                  ? Optional.of(new Fix(Samples.MIRJAVEH, random.nextInt(2_000), now))
                  : Optional.empty(),
              WORDS,
              audience);
      case 16 ->
          random.nextInt(4) == 0
              ? new ResponseRequest.RetireUnit(unit, WORDS)
              : new ResponseRequest.ReportStatus(
                  unit, UnitStatus.AVL, Optional.empty(), WORDS, audience);
      case 17, 18 -> Scene.taskRequest(incident, unit, audience);
      case 19 ->
          new ResponseRequest.EndTask(
              new TaskId(party(), 1 + random.nextInt(5)), any(UnitFact.Outcome.values()), WORDS);
      case 20 -> new ResponseRequest.RequestAssistance(incident, need(unit), Optional.empty());
      case 21 -> new ResponseRequest.OfferAssistance(incident, need(unit), Optional.empty());
      case 22 ->
          new ResponseRequest.AnswerAssistance(
              thread(),
              any(AssistanceFact.Answer.values()),
              List.of(WORDS),
              WORDS,
              random.nextBoolean() ? List.of(unit) : List.of());
      case 23 ->
          new ResponseRequest.CommitAssistance(thread(), List.of(unit), WORDS, Optional.empty());
      case 24 ->
          new ResponseRequest.SayInAssistance(thread(), any(AssistanceFact.Verb.values()), WORDS);
      case 25 ->
          random.nextInt(4) == 0
              ? new ResponseRequest.EndAssistance(thread(), WORDS)
              : new ResponseRequest.RequestAssistance(
                  incident, Need.of(WORDS), Optional.of(Samples.cost()));
      case 26 ->
          new ResponseRequest.LogHotline(
              random.nextBoolean() ? Optional.of(incident) : Optional.empty(),
              Samples.call(),
              audience);
      case 27 ->
          new ResponseRequest.AnswerHotline(
              new HotlineId(party(), 1 + random.nextInt(4)), random.nextBoolean(), WORDS);
      case 28 ->
          new ResponseRequest.IssueSitrep(
              incident,
              any(Sitrep.Form.values()),
              any(Sitrep.Phase.values()),
              now,
              Map.of(Sitrep.Letter.C, WORDS),
              Words.NONE,
              audience);
      case 29 -> watch(state, own, now, audience);
      case 30 -> new ResponseRequest.AnswerConditions(thread(), random.nextInt(4) > 0, WORDS);
      case 31 -> new ResponseRequest.AskExtension(thread(), now.plusSeconds(3_600), WORDS);
      case 32 ->
          new ResponseRequest.AnswerExtension(
              thread(),
              random.nextBoolean() ? Optional.of(now.plusSeconds(1_800)) : Optional.empty(),
              WORDS);
      case 33 -> new ResponseRequest.StateCost(thread(), item(state, incident), Samples.cost());
      case 34 ->
          new ResponseRequest.AnswerCost(
              thread(), item(state, incident), random.nextBoolean(), WORDS);
      default ->
          random.nextBoolean()
              ? new ResponseRequest.IssueDailyReport(WORDS, audience)
              : new ResponseRequest.ImportHistory(Samples.history(), audience);
    };
  }

  private ResponseRequest watch(ResponseState state, PartyId own, Instant now, Audience audience) {
    Optional<WatchFact.Offered> offer =
        state.side(own).watch().of(Role.WATCH_OFFICER).offer().map(WatchBook.Offer::fact);
    return switch (random.nextInt(3)) {
      case 0 ->
          new ResponseRequest.OfferWatch(
              Role.WATCH_OFFICER, Optional.empty(), Checklists.of(state, own, now));
      case 1 ->
          new ResponseRequest.TakeWatch(
              Role.WATCH_OFFICER,
              offer.map(offered -> offered.checklist().digest()),
              WORDS,
              audience);
      default -> new ResponseRequest.VacateWatch(Role.WATCH_OFFICER, WORDS, audience);
    };
  }

  private static Alert alert(Instant now) {
    return new Alert(Optional.of("TUFAN"), WORDS, Samples.POST, now, Priority.P1);
  }

  private static Need need(UnitId unit) {
    return new Need(WORDS, Set.of(), Set.of(), List.of(unit), Optional.empty(), Optional.empty());
  }

  private IncidentId incident(ResponseState state) {
    List<Incident> known = state.incidents();
    return known.isEmpty() || random.nextInt(12) == 0
        ? new IncidentId(party(), 1 + random.nextInt(9), false)
        : known.get(random.nextInt(known.size())).id();
  }

  private EntryId item(ResponseState state, IncidentId incident) {
    List<Said> said = state.incident(incident).map(Incident::said).orElse(List.of());
    return said.isEmpty() || random.nextInt(12) == 0
        ? Samples.entry(party(), random.nextInt(30))
        : said.get(random.nextInt(said.size())).entry();
  }

  private UnitId unit(ResponseState state) {
    var known = new TreeSet<UnitId>();
    state.sides().values().forEach(side -> side.units().units().keys().forEach(known::add));
    return known.isEmpty() || random.nextInt(12) == 0
        ? new UnitId(party(), 1 + random.nextInt(9))
        : List.copyOf(known).get(random.nextInt(known.size()));
  }

  private AssistanceId thread() {
    return new AssistanceId(party(), 1 + random.nextInt(5));
  }

  private Audience audience() {
    return random.nextBoolean() ? Audience.INTERNAL : Audience.RELEASE;
  }

  private PartyId party() {
    return random.nextBoolean() ? IR : PK;
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
