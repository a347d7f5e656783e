package org.sarhad.core.response;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// The two sides, their people by role, and one fact of every kind.
final class Samples {
  static final PartyId IR = PartyId.of("ir");
  static final PartyId PK = PartyId.of("pk");
  static final Instant NOON = Instant.parse("2019-04-22T12:00:00Z");
  static final Position MIRJAVEH = Position.ofDegrees(29.0148, 61.4496);
  static final Place POST = Place.at("Post 42", MIRJAVEH, 500);

  private Samples() {}

  static Origin log(PartyId party) {
    return Origin.of(party + ".sarhad.example/joint");
  }

  static Origin journal(PartyId party) {
    return Origin.of(party + ".sarhad.example/journal");
  }

  static EntryId entry(PartyId party, long index) {
    return EntryId.of(log(party), index);
  }

  static OfficerId officer(PartyId party, Role role) {
    return OfficerId.of(party + ".sarhad.example/officer/" + role.code());
  }

  static FactContext released(PartyId party, long index, Instant time) {
    return context(entry(party, index), party, true, time, Role.WATCH_OFFICER);
  }

  static FactContext internal(PartyId party, long index, Instant time) {
    return context(EntryId.of(journal(party), index), party, false, time, Role.WATCH_OFFICER);
  }

  static FactContext context(
      EntryId entry, PartyId party, boolean released, Instant time, Role role) {
    return new FactContext(
        entry, party, released, time, Optional.of(officer(party, role)), Set.of(role));
  }

  static Alert alert() {
    return new Alert(Optional.of("TUFAN"), Words.en("Post under fire"), POST, NOON, Priority.P1);
  }

  static IncidentId incident(PartyId owner, int number) {
    return new IncidentId(owner, number, false);
  }

  static UnitDescription patrol(String callSign) {
    return new UnitDescription(
        callSign, UnitType.PATROL, POST, Set.of(Capability.SEARCH, Capability.ROAD_CONTROL));
  }

  static Need need() {
    return new Need(
        Words.en("Close the roads east of the line"),
        Set.of(Capability.ROAD_CONTROL),
        Set.of(UnitType.PATROL, UnitType.AMBULANCE),
        List.of(new UnitId(IR, 3)),
        Optional.of(POST),
        Optional.of(NOON.plusSeconds(900)));
  }

  static CostLine cost() {
    return new CostLine(
        Words.en("Fuel and duty hours"),
        PK,
        "PKR",
        Optional.of(12_500_00L),
        Optional.of(new CostLine.Quantity(300, "litres")));
  }

  static Call call() {
    return new Call(
        Call.Direction.WE_CALLED,
        Call.Channel.SATELLITE,
        "Watch officer",
        NOON,
        Words.en("Link is down; search continues east of the post"),
        Call.ReadBack.CORRECTED,
        Words.en("Search continues east"));
  }

  static Sitrep sitrep(int number) {
    return Sitrep.of(
        number,
        Sitrep.Form.SHORT,
        Sitrep.Phase.INITIAL,
        NOON,
        Map.of(Sitrep.Letter.A, Words.en("INC-PK-1"), Sitrep.Letter.C, new Words("fa", "درگیری")),
        Words.en("No observation 03:52 to 04:46Z"));
  }

  static DailyReport daily() {
    return new DailyReport(
        1,
        LocalDate.of(2019, 4, 22),
        NOON,
        NOON.plus(Duration.ofDays(1)),
        new TreeMap<>(Map.of(DailyReport.Count.TASKINGS, 3)),
        new TreeMap<>(),
        Words.NONE);
  }

  static DeadlineKey deadline() {
    return new DeadlineKey(
        Duty.ANSWER_ASSISTANCE,
        incident(IR, 1),
        Optional.of(new AssistanceId(IR, 2)),
        NOON.plusSeconds(60));
  }

  static Checklist checklist() {
    return new Checklist(
        NOON,
        List.of(incident(PK, 1)),
        List.of(),
        List.of(new AssistanceId(IR, 2)),
        List.of(new UnitId(PK, 4)),
        List.of(deadline()),
        "live",
        Words.en("No movement after dark without two vehicles"),
        Words.NONE);
  }

  static HistoryItem history() {
    return new HistoryItem(
        "2019-02-13-khash-zahedan",
        Words.en("Attack on a bus"),
        new HistoryItem.ReportedDate("2019-02-13"),
        Optional.of(IR),
        Place.named("Khash to Zahedan road"),
        List.of(
            claim("27", Optional.empty(), Optional.of(27), Optional.empty(), "report 000"),
            claim("nearly 30", Optional.of(25), Optional.empty(), Optional.of(30), "report 003")));
  }

  static HistoryItem.ReportedClaim claim(
      String figure,
      Optional<Integer> low,
      Optional<Integer> best,
      Optional<Integer> high,
      String source) {
    return new HistoryItem.ReportedClaim(
        HistoryItem.Property.KILLED,
        figure,
        low,
        best,
        high,
        "Iran's authorities",
        source,
        new HistoryItem.ReportedDate("2019-02"),
        false);
  }

  /// One fact of every kind, most of them with every optional member.
  static Map<FactKind, ResponseFact> oneOfEach() {
    var incident = incident(PK, 1);
    var unit = new UnitId(PK, 4);
    var help = new AssistanceId(IR, 2);
    var words = new Words("ur", "راستہ بند ہے");
    var item = entry(PK, 7);
    var facts = new EnumMap<FactKind, ResponseFact>(FactKind.class);
    for (ResponseFact fact :
        List.of(
            new IncidentFact.Opened(incident, alert()),
            new IncidentFact.Notified(new IncidentId(PK, 2, true), alert()),
            new IncidentFact.Acknowledged(incident, Role.WATCH_OFFICER, words),
            new IncidentFact.Noted(incident, words, Optional.of(item)),
            new IncidentFact.StageReached(incident, Stage.CONTAINED, words),
            new IncidentFact.Corrected(incident, item, words, Words.en("misheard")),
            new IncidentFact.Withdrawn(incident, item, Words.en("wrong incident")),
            new IncidentFact.Translated(incident, item, words),
            new UnitFact.Registered(unit, patrol("Taftan 4"), UnitStatus.AVL),
            new UnitFact.Redescribed(unit, patrol("Taftan 5")),
            new UnitFact.Shown(unit, patrol("Taftan 4"), UnitStatus.PAT),
            new UnitFact.Hidden(unit, words),
            new UnitFact.StatusReported(
                unit, UnitStatus.STG_L, Optional.of(new Fix(MIRJAVEH, 50, NOON)), words),
            new UnitFact.Retired(unit, words),
            new UnitFact.Tasked(new TaskId(PK, 9), incident, unit, words, POST),
            new UnitFact.TaskEnded(
                new TaskId(PK, 9), incident, unit, UnitFact.Outcome.CANCELLED, words),
            new AssistanceFact.Requested(help, incident, need(), Optional.of(cost())),
            new AssistanceFact.Offered(help, incident, Need.of(words), Optional.empty()),
            new AssistanceFact.Answered(
                help, incident, AssistanceFact.Answer.CONDITIONAL, List.of(words), Words.NONE),
            new AssistanceFact.Committed(help, incident, List.of(unit), words, Optional.of(cost())),
            new AssistanceFact.Said(help, incident, AssistanceFact.Verb.DEPLOYMENT_STATUS, words),
            new AssistanceFact.Ended(help, incident, words),
            new AssistanceFact.ConditionsAnswered(help, incident, item, true, words),
            new AssistanceFact.ExtensionAsked(help, incident, NOON.plusSeconds(3_600), words),
            new AssistanceFact.ExtensionAnswered(
                help, incident, item, Optional.of(NOON.plusSeconds(1_800)), words),
            new AssistanceFact.CostStated(help, incident, item, cost()),
            new AssistanceFact.CostAnswered(help, incident, item, false, words),
            new HotlineFact.Logged(new HotlineId(PK, 1), Optional.of(incident), call()),
            new HotlineFact.Answered(new HotlineId(PK, 1), Optional.empty(), true, words),
            new ReportFact.SitrepIssued(incident, sitrep(2)),
            new ReportFact.DailyReported(daily()),
            new WatchFact.Offered(
                new WatchId(PK, 3),
                Role.WATCH_OFFICER,
                Optional.of(officer(PK, Role.WATCH_OFFICER)),
                checklist()),
            new WatchFact.Taken(
                Role.WATCH_OFFICER,
                Optional.of(new WatchId(PK, 3)),
                Optional.of(Merkle.sha256(Bytes.ofUtf8("list"))),
                words),
            new WatchFact.Vacated(Role.WATCH_OFFICER, words),
            new HistoryFact.Imported(new HistoryId(PK, 1), history()),
            new RunCardFact.Written(RunCards.builtIn().getFirst()),
            new ClockFact.Passed(deadline()),
            new ClockFact.Escalated(deadline(), Role.CHIEF))) {
      facts.put(fact.kind(), fact);
    }
    return facts;
  }
}
