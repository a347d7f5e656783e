package org.sarhad.core.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.commitments.CommitmentFact;
import org.sarhad.core.commitments.CommitmentId;
import org.sarhad.core.commitments.CommitmentSettings;
import org.sarhad.core.commitments.CommitmentStage;
import org.sarhad.core.commitments.CommitmentTerms;
import org.sarhad.core.commitments.CommitmentsState;
import org.sarhad.core.commitments.Condition;
import org.sarhad.core.commitments.Measure;
import org.sarhad.core.commitments.Source;
import org.sarhad.core.complaints.Complaint;
import org.sarhad.core.complaints.ComplaintFact;
import org.sarhad.core.complaints.ComplaintsState;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.meetings.Cycle;
import org.sarhad.core.meetings.DutyKind;
import org.sarhad.core.meetings.DutyTally;
import org.sarhad.core.meetings.DutyTerms;
import org.sarhad.core.meetings.Escalation;
import org.sarhad.core.meetings.LateDuty;
import org.sarhad.core.meetings.Level;
import org.sarhad.core.meetings.Meeting;
import org.sarhad.core.meetings.MeetingActs;
import org.sarhad.core.meetings.MeetingFact;
import org.sarhad.core.meetings.MeetingsState;
import org.sarhad.core.meetings.Occasion;
import org.sarhad.core.meetings.OccurrenceId;
import org.sarhad.core.meetings.Outcome;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Voices;

/// The health of the cooperation and its evaluation (protocol clause 10-10): a year in which the
/// commission was due four times and met once.
class HealthTest {
  private static final PartyId IR = Sides.IR;
  private static final PartyId PK = Sides.PK;
  private static final Wording TEXT = Wording.of("en", "as it was");
  private static final HealthPeriod YEAR =
      new HealthPeriod(
          Instant.parse("2019-05-01T00:00:00Z"), Instant.parse("2020-05-01T00:00:00Z"));
  private static final Instant NOW = Instant.parse("2020-05-02T00:00:00Z");

  private final Voices voices = Voices.of("ir", "pk");
  private MeetingsState meetings = MeetingsState.of(voices.parties());
  private CommitmentsState commitments = CommitmentsState.of(voices.parties());
  private ComplaintsState complaints = ComplaintsState.of(voices.parties());
  private EntryId held = new EntryId(Sides.IR_LOG, 0);
  private EntryId walkedOut = new EntryId(Sides.IR_LOG, 0);
  private EntryId unspoken = new EntryId(Sides.IR_LOG, 0);
  private CommitmentId silent = CommitmentId.of(new EntryId(Sides.IR_LOG, 0));
  private EntryId complaint = new EntryId(Sides.IR_LOG, 0);

  /// Due on the 1st of June, the 30th of August, the 28th of November and the 26th of February.
  @BeforeEach
  void aYear() {
    Json.Obj duty =
        new DutyTerms(
                DutyKind.MEETING,
                Level.COMMISSION,
                TEXT,
                Cycle.ofDays(90),
                DueDate.parse("2019-06-01+04:30"),
                Optional.empty(),
                new Escalation(7, 7, List.of(Role.SECTOR_COMMANDER, Role.CHIEF)))
            .toJson();
    EntryId commission = agree(MeetingActs.RECURRING_DUTY, duty);
    held = call(commission, 1, "2019-05-30");
    walkedOut = call(commission, 2, "2019-08-29");
    voices.at(Instant.parse("2019-09-01T00:00:00Z"));
    for (PartyId side : List.of(IR, PK)) {
      say(side, new MeetingFact.MeetingOutcomeStated(held, new Outcome.Held(), Optional.empty()));
      say(
          side,
          new MeetingFact.MeetingOutcomeStated(
              walkedOut,
              new Outcome.WalkedOut(Ordered.set(PK), Optional.empty()),
              Optional.empty()));
    }
    unspoken = call(commission, 3, "2019-11-20");

    silent = register("Rail");
    CommitmentId spokenOf = register("Electricity");
    voices.at(Instant.parse("2020-02-01T00:00:00Z"));
    ActEntry statement = voices.says(PK, Role.CLERK);
    commitments =
        commitments.apply(
            statement, new CommitmentFact.Disputed(spokenOf, CommitmentFact.Remarks.of(TEXT)));
    ActEntry lodging = voices.says(PK, Role.CLERK);
    complaint = lodging.id();
    complaints =
        complaints.apply(
            lodging,
            new ComplaintFact.Lodged(IR, Optional.empty(), Optional.empty(), TEXT, Ordered.set()));
    assertThat(meetings.voids().isEmpty()).isTrue();
    assertThat(commitments.voids().isEmpty()).isTrue();
    assertThat(complaints.voids().isEmpty()).isTrue();
  }

  private EntryId agree(ActKind kind, Json.Obj terms) {
    ActEntry proposal = voices.says(IR, Role.CHIEF);
    ActEntry assent = voices.says(PK, Role.CHIEF);
    meetings =
        meetings.moved(
            assent,
            Voices.act(
                proposal,
                assent,
                ActFact.Proposed.of(kind, terms, Capacity.of(Role.CHIEF)),
                voices.parties()));
    return proposal.id();
  }

  private EntryId call(EntryId duty, int number, String day) {
    return say(
        IR,
        new MeetingFact.MeetingCalled(
            new Occasion.OfDuty(new OccurrenceId(duty, number)),
            Instant.parse(day + "T06:00:00Z"),
            TEXT,
            TEXT));
  }

  private EntryId say(PartyId side, MeetingFact fact) {
    ActEntry entry = voices.says(side, Role.CLERK);
    meetings = meetings.apply(entry, fact);
    return entry.id();
  }

  private CommitmentId register(String title) {
    ActEntry entry = voices.says(IR, Role.CLERK);
    commitments =
        commitments.apply(
            entry,
            new CommitmentFact.Registered(
                new CommitmentTerms(
                    Wording.of("en", title),
                    "energy",
                    Ordered.set(IR),
                    Ordered.set(PK),
                    Optional.empty(),
                    new Measure.Described(TEXT),
                    Optional.of(new Source(LocalDate.of(2019, 4, 22), "press conference")))));
    return CommitmentId.of(entry.id());
  }

  private static HealthInputs inputs(long upHours, int activations, PartyId quick) {
    TreeMap<PartyId, List<Duration>> times = new TreeMap<>();
    times.put(quick, List.of(Duration.ofMinutes(3), Duration.ofMinutes(1)));
    return new HealthInputs(
        new HealthInputs.Link(Duration.ofHours(upHours), Duration.ofHours(1_000)),
        new HealthInputs.Hotline(activations, 1),
        times,
        Optional.of(new HealthInputs.OpenQuestion(PK, Instant.parse("2020-04-23T00:00:00Z"))));
  }

  private Registers registers() {
    return new Registers(meetings, commitments, complaints, CommitmentSettings.defaults());
  }

  private CooperationHealth health() {
    return CooperationHealth.of(registers(), YEAR, NOW, inputs(999, 31, IR), inputs(400, 2, PK));
  }

  // ---- health ---------------------------------------------------------------------------------

  @Test
  void theFiguresOfTheYear() {
    CooperationHealth health = health();

    assertThat(health.figures().linkPermille()).hasValue(999);
    assertThat(health.previous().linkPermille()).hasValue(400);
    assertThat(health.figures().hotline()).isEqualTo(new HealthInputs.Hotline(31, 1));
    assertThat(health.figures().duties()).hasSize(4);
    assertThat(health.figures().duties().get(Level.COMMISSION))
        .isEqualTo(new DutyTally(1, 0, 1, 0, 2));
    assertThat(health.previous().duties().get(Level.COMMISSION)).isEqualTo(DutyTally.NONE);
    assertThat(health.late())
        .extracting(late -> late.due().day().toString())
        .containsExactly("2019-08-30", "2019-11-28", "2020-02-26");
    assertThat(health.withoutRecord())
        .extracting(aged -> aged.what().id())
        .containsExactly(held, walkedOut);
    assertThat(health.unanswered().getFirst().what().id()).isEqualTo(complaint);
    assertThat(health.unanswered().getFirst().age()).isEqualTo(Duration.ofDays(91));
    assertThat(health.oldestQuestion().orElseThrow().age()).isEqualTo(Duration.ofDays(9));
  }

  @Test
  void everyStageAndConditionIsCounted() {
    CooperationHealth health = health();

    assertThat(health.commitments()).hasSize(CommitmentStage.values().length);
    assertThat(health.commitments().get(CommitmentStage.OPEN)).isEqualTo(2);
    assertThat(health.commitments().get(CommitmentStage.FULFILLED)).isZero();
    assertThat(health.conditions()).hasSize(Condition.values().length);
    assertThat(health.conditions().get(Condition.SILENT)).isEqualTo(2);
  }

  /// Nobody watched: that is neither a link that was down nor one that was up.
  @Test
  void theUnknownIsNotNothing() {
    HealthInputs nothing =
        new HealthInputs(
            HealthInputs.Link.UNKNOWN,
            new HealthInputs.Hotline(0, 0),
            Ordered.map(new TreeMap<PartyId, List<Duration>>()),
            Optional.empty());
    CooperationHealth health = CooperationHealth.of(registers(), YEAR, NOW, nothing, nothing);

    assertThat(health.figures().linkPermille()).isEqualTo(OptionalInt.empty());
    assertThat(health.figures().acknowledgements().keySet()).containsExactly(IR, PK);
    assertThat(health.figures().acknowledgements().get(PK))
        .isEqualTo(new AcknowledgementTimes(0, Optional.empty(), Optional.empty()));
    assertThat(health.oldestQuestion()).isEmpty();
    Figure link = EvaluationReport.of(registers(), health).numbers().getFirst();
    assertThat(link.value()).isEmpty();
    assertThat(link.change()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', , ",
    "'7', 7, 7",
    "'9 1', 1, 9",
    "'3 1 2', 2, 3",
    "'4 3 2 1', 2, 4",
    "'1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20', 10, 19",
    "'1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21', 11, 20"
  })
  void percentilesAreOfWhatWasMeasured(String seconds, @Nullable Long median, @Nullable Long p95) {
    List<Duration> times =
        Arrays.stream(seconds.split(" ", -1))
            .filter(text -> !text.isEmpty())
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .toList();
    AcknowledgementTimes of = AcknowledgementTimes.of(times);

    assertThat(of.count()).isEqualTo(times.size());
    assertThat(of.median()).isEqualTo(Optional.ofNullable(median).map(Duration::ofSeconds));
    assertThat(of.p95()).isEqualTo(Optional.ofNullable(p95).map(Duration::ofSeconds));
  }

  @Test
  void inputsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new HealthPeriod(NOW, NOW)).hasMessageContaining("to last");
    assertThatThrownBy(() -> new HealthInputs.Hotline(1, 2)).hasMessageContaining("no fewer");
    assertThatThrownBy(() -> new HealthInputs.Link(Duration.ofHours(2), Duration.ofHours(1)))
        .hasMessageContaining("up ≤ watched");
    SortedMap<PartyId, List<Duration>> times = new TreeMap<>();
    times.put(IR, List.of(Duration.ofSeconds(-1)));
    assertThatThrownBy(
            () ->
                new HealthInputs(
                    HealthInputs.Link.UNKNOWN,
                    new HealthInputs.Hotline(0, 0),
                    times,
                    Optional.empty()))
        .hasMessageContaining("no negative time");
  }

  @Test
  void thePeriodBeforeIsAsLong() {
    assertThat(YEAR.previous().to()).isEqualTo(YEAR.from());
    assertThat(YEAR.previous().length()).isEqualTo(YEAR.length());
    assertThat(YEAR.has(YEAR.from())).isTrue();
    assertThat(YEAR.has(YEAR.to())).isFalse();
  }

  // ---- the report -----------------------------------------------------------------------------

  @Test
  void whatWasNotHeldAndWhatNobodyStated() {
    EvaluationReport report = EvaluationReport.of(registers(), health());

    assertThat(report.notHeld().duties()).hasSize(3);
    assertThat(report.notHeld().meetings()).extracting(Meeting::id).containsExactly(walkedOut);
    assertThat(report.unstated().duties())
        .extracting(LateDuty::occurrence)
        .extracting(OccurrenceId::number)
        .containsExactly(3, 4);
    assertThat(report.unstated().meetings()).extracting(Meeting::id).containsExactly(unspoken);
    assertThat(report.unstated().commitments())
        .extracting(commitment -> commitment.id())
        .containsExactly(silent);
    assertThat(report.unanswered()).extracting(Complaint::id).containsExactly(complaint);
  }

  @Test
  void numbersStandBesideThoseOfTheYearBefore() {
    EvaluationReport report = EvaluationReport.of(registers(), health());
    Figure link = find(report, Figure.Name.LINK_UP_PERMILLE);
    Figure missed =
        report.numbers().stream()
            .filter(figure -> figure.level().equals(Optional.of(Level.COMMISSION)))
            .filter(figure -> figure.name() == Figure.Name.DUTIES_MISSED)
            .findFirst()
            .orElseThrow();

    assertThat(link.change()).hasValue(599);
    assertThat(missed.value()).hasValue(3);
    assertThat(missed.previous()).hasValue(0);
    assertThat(find(report, Figure.Name.ACKNOWLEDGED_MEDIAN_S).value()).hasValue(60);
    assertThat(find(report, Figure.Name.ACKNOWLEDGED_P95_S).value()).hasValue(180);
    assertThat(report.numbers()).extracting(Figure::name).contains(Figure.Name.values());
  }

  /// The same form for each side, whatever the numbers are: with the sides' numbers exchanged, the
  /// rows stand where they stood.
  @Test
  void noSideIsRanked() {
    EvaluationReport one = EvaluationReport.of(registers(), health());
    CooperationHealth exchanged =
        CooperationHealth.of(registers(), YEAR, NOW, inputs(999, 31, PK), inputs(400, 2, IR));
    EvaluationReport other = EvaluationReport.of(registers(), exchanged);

    assertThat(rows(one)).isEqualTo(rows(other));
    assertThat(rowsOf(one, IR)).isEqualTo(rowsOf(one, PK));
    assertThat(valuesOf(one, IR)).isEqualTo(valuesOf(other, PK));
    assertThat(valuesOf(one, PK)).isEqualTo(valuesOf(other, IR));
  }

  private static List<String> rows(EvaluationReport report) {
    return report.numbers().stream()
        .map(figure -> figure.name() + " " + figure.side() + " " + figure.level())
        .toList();
  }

  private static List<Figure.Name> rowsOf(EvaluationReport report, PartyId side) {
    return report.numbers().stream()
        .filter(figure -> figure.side().equals(Optional.of(side)))
        .map(Figure::name)
        .toList();
  }

  private static List<OptionalLong> valuesOf(EvaluationReport report, PartyId side) {
    return report.numbers().stream()
        .filter(figure -> figure.side().equals(Optional.of(side)))
        .map(Figure::value)
        .toList();
  }

  private static Figure find(EvaluationReport report, Figure.Name name) {
    return report.numbers().stream()
        .filter(figure -> figure.name() == name)
        .findFirst()
        .orElseThrow();
  }
}
