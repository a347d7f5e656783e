package org.sarhad.core.response;

import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;

/// Well-formed facts that make as little sense as chance allows: few names, so that they meet.
final class StrangeFacts {
  private static final Words WORDS = Words.en("words");

  private StrangeFacts() {}

  static ResponseFact next(SplittableRandom random) {
    List<FactKind> kinds = List.of(FactKind.values());
    return of(kinds.get(random.nextInt(kinds.size())), random);
  }

  private static ResponseFact of(FactKind kind, SplittableRandom random) {
    PartyId owner = random.nextBoolean() ? IR : PK;
    int number = 1 + random.nextInt(2);
    var incident = new IncidentId(random.nextBoolean() ? IR : PK, 1 + random.nextInt(2), false);
    var unit = new UnitId(owner, number);
    var task = new TaskId(random.nextInt(5) == 0 ? other(owner) : owner, 1 + random.nextInt(2));
    var help = new AssistanceId(owner, number);
    var call = new HotlineId(owner, number);
    var item = Samples.entry(owner, random.nextInt(20));
    return switch (kind) {
      case ALERT -> new IncidentFact.Opened(incident, Samples.alert());
      case NOTICE -> new IncidentFact.Notified(incident, Samples.alert());
      case ACKNOWLEDGED ->
          new IncidentFact.Acknowledged(
              incident, random.nextBoolean() ? Role.WATCH_OFFICER : Role.CHIEF, WORDS);
      case NOTE -> new IncidentFact.Noted(incident, WORDS, Optional.of(item));
      case STAGE -> new IncidentFact.StageReached(incident, any(random, Stage.values()), WORDS);
      case CORRECTION -> new IncidentFact.Corrected(incident, item, WORDS, WORDS);
      case WITHDRAWAL -> new IncidentFact.Withdrawn(incident, item, WORDS);
      case TRANSLATION -> new IncidentFact.Translated(incident, item, WORDS);
      case UNIT_REGISTERED ->
          new UnitFact.Registered(unit, Samples.patrol("P"), any(random, UnitStatus.values()));
      case UNIT_DESCRIBED -> new UnitFact.Redescribed(unit, Samples.patrol("Q"));
      case UNIT_SHOWN ->
          new UnitFact.Shown(unit, Samples.patrol("P"), any(random, UnitStatus.values()));
      case UNIT_HIDDEN -> new UnitFact.Hidden(unit, WORDS);
      case UNIT_STATUS ->
          new UnitFact.StatusReported(
              unit,
              any(random, UnitStatus.values()),
              random.nextBoolean()
                  ? Optional.of(new Fix(Samples.MIRJAVEH, 10, Samples.NOON))
                  : Optional.empty(),
              WORDS);
      case UNIT_RETIRED -> new UnitFact.Retired(unit, WORDS);
      case TASKING -> new UnitFact.Tasked(task, incident, unit, WORDS, Samples.POST);
      case TASKING_ENDED ->
          new UnitFact.TaskEnded(
              task, incident, unit, any(random, UnitFact.Outcome.values()), WORDS);
      case ASSISTANCE_REQUESTED ->
          new AssistanceFact.Requested(help, incident, Samples.need(), Optional.empty());
      case ASSISTANCE_OFFERED ->
          new AssistanceFact.Offered(help, incident, Need.of(WORDS), Optional.empty());
      case ASSISTANCE_ANSWERED ->
          new AssistanceFact.Answered(
              help, incident, any(random, AssistanceFact.Answer.values()), List.of(), WORDS);
      case ASSISTANCE_COMMITTED ->
          new AssistanceFact.Committed(help, incident, List.of(unit), WORDS, Optional.empty());
      case ASSISTANCE_SAID ->
          new AssistanceFact.Said(help, incident, any(random, AssistanceFact.Verb.values()), WORDS);
      case ASSISTANCE_ENDED -> new AssistanceFact.Ended(help, incident, WORDS);
      case ASSISTANCE_CONDITIONS_ANSWERED ->
          new AssistanceFact.ConditionsAnswered(help, incident, item, random.nextBoolean(), WORDS);
      case ASSISTANCE_EXTENSION_ASKED ->
          new AssistanceFact.ExtensionAsked(help, incident, Samples.NOON, WORDS);
      case ASSISTANCE_EXTENSION_ANSWERED ->
          new AssistanceFact.ExtensionAnswered(
              help,
              incident,
              item,
              random.nextBoolean() ? Optional.of(Samples.NOON) : Optional.empty(),
              WORDS);
      case ASSISTANCE_COST_STATED ->
          new AssistanceFact.CostStated(help, incident, item, Samples.cost());
      case ASSISTANCE_COST_ANSWERED ->
          new AssistanceFact.CostAnswered(help, incident, item, random.nextBoolean(), WORDS);
      case HOTLINE -> new HotlineFact.Logged(call, Optional.of(incident), Samples.call());
      case HOTLINE_ANSWERED ->
          new HotlineFact.Answered(call, Optional.of(incident), random.nextBoolean(), WORDS);
      case SITREP -> new ReportFact.SitrepIssued(incident, Samples.sitrep(number));
      case DAILY_REPORT -> new ReportFact.DailyReported(Samples.daily());
      case WATCH_OFFERED ->
          new WatchFact.Offered(
              new WatchId(owner, number),
              Role.WATCH_OFFICER,
              Optional.empty(),
              Samples.checklist());
      case WATCH_TAKEN ->
          new WatchFact.Taken(
              Role.WATCH_OFFICER,
              random.nextBoolean() ? Optional.of(new WatchId(owner, number)) : Optional.empty(),
              random.nextBoolean() ? Optional.of(Samples.checklist().digest()) : Optional.empty(),
              WORDS);
      case WATCH_VACATED -> new WatchFact.Vacated(Role.WATCH_OFFICER, WORDS);
      case HISTORY -> new HistoryFact.Imported(new HistoryId(owner, number), Samples.history());
      case RUN_CARD -> new RunCardFact.Written(RunCards.builtIn().getFirst().withVersion(number));
      case DEADLINE_PASSED -> new ClockFact.Passed(Samples.deadline());
      case ESCALATED -> new ClockFact.Escalated(Samples.deadline(), Role.CHIEF);
    };
  }

  private static PartyId other(PartyId party) {
    return party.equals(IR) ? PK : IR;
  }

  private static <T> T any(SplittableRandom random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
