package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;
import static org.sarhad.core.response.Scene.WATCH;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;

/// docs/domain/response.md §4.4: a thread of assistance from the request to the last figure.
/// Pakistan's side asks, Iran's helps.
class C02_HelpToTheEndTest {
  private static final Words WORDS = Words.en("words");

  private final Scene scene = new Scene();
  private final IncidentId id = scene.alert(PK, Audience.RELEASE);
  private final UnitId unit = scene.unit(IR, Audience.RELEASE);
  private final AssistanceId help = scene.request(PK, id);

  // ---- conditions -----------------------------------------------------------------------------

  @Test
  void aYesUnderConditionsBindsOnlyWhenTheyAreTaken() {
    scene.ask(IR, Role.CHIEF, Scene.yesIf(help, unit));
    assertThat(stage()).isEqualTo(HelpStage.CONDITIONAL);
    assertThat(thread().isBinding()).isFalse();
    assertThat(thread().committed()).as("under the conditions").hasSize(1);

    scene.ask(PK, Role.CHIEF, conditions(true));

    assertThat(thread().isBinding()).isTrue();
    assertThat(thread().progress()).isEqualTo(Assistance.Progress.ACCEPTED);
    assertThat(stage()).isEqualTo(HelpStage.COMMITTED);
    assertThat(scene.refuse(PK, Role.CHIEF, conditions(true))).isEqualTo(Refusal.ALREADY_ANSWERED);
  }

  @Test
  void conditionsThatAreNotTakenAreAsGoodAsNo() {
    scene.ask(IR, Role.CHIEF, Scene.yesIf(help));
    scene.ask(PK, Role.CHIEF, conditions(false));

    assertThat(stage()).isEqualTo(HelpStage.CONDITIONS_DECLINED);
    assertThat(thread().progress()).isEqualTo(Assistance.Progress.DECLINED);
    assertThat(thread().isBinding()).isFalse();
    assertThat(scene.refuse(IR, Role.CHIEF, commit())).isEqualTo(Refusal.CONDITIONS_DECLINED);
  }

  @Test
  void whoMadeTheConditionsDoesNotTakeThem() {
    scene.ask(IR, Role.CHIEF, Scene.yesIf(help));

    assertThat(scene.refuse(IR, Role.CHIEF, conditions(true))).isEqualTo(Refusal.NOT_YOURS);
    assertThat(scene.refuse(PK, WATCH, conditions(true))).isEqualTo(Refusal.ROLE_MAY_NOT);
    assertThat(scene.refuse(PK, Role.CHIEF, bareNo())).isEqualTo(Refusal.FIELD_MISSING);
    assertThat(stage()).isEqualTo(HelpStage.CONDITIONAL);
  }

  private ResponseRequest bareNo() {
    return new ResponseRequest.AnswerConditions(help, false, Words.NONE);
  }

  @Test
  void theOfferersConditionsAreTheAskersToMakeAndTheOfferersToTake() {
    AssistanceId offered =
        AssistanceId.parse(
            scene.ask(
                IR,
                Role.CHIEF,
                new ResponseRequest.OfferAssistance(id, Need.of(WORDS), Optional.empty())));
    scene.ask(PK, Role.CHIEF, Scene.yesIf(offered));
    scene.ask(IR, Role.CHIEF, new ResponseRequest.AnswerConditions(offered, true, WORDS));

    Assistance thread = scene.at(PK).assistance(offered).orElseThrow();
    assertThat(thread.isBinding()).isTrue();
    assertThat(thread.helper()).contains(IR);
    assertThat(thread.helped()).contains(PK);
  }

  // ---- out and back ---------------------------------------------------------------------------

  @Test
  void everyStageOfAThread() {
    assertThat(stage()).isEqualTo(HelpStage.REQUESTED);
    scene.ask(IR, Role.CHIEF, Scene.yes(help));
    assertThat(stage()).isEqualTo(HelpStage.ACCEPTED);
    scene.ask(IR, Role.CHIEF, commit());
    assertThat(stage()).isEqualTo(HelpStage.COMMITTED);
    report(Deployment.MOBILISING);
    assertThat(stage()).isEqualTo(HelpStage.COMMITTED);
    report(Deployment.EN_ROUTE);
    assertThat(stage()).isEqualTo(HelpStage.DEPLOYED);
    report(Deployment.AT_WORK);
    assertThat(thread().deployment()).contains(Deployment.AT_WORK);
    scene.ask(
        IR,
        WATCH,
        new ResponseRequest.SayInAssistance(help, AssistanceFact.Verb.ASK_RETURN, WORDS));
    assertThat(stage()).isEqualTo(HelpStage.RETURN_ASKED);
    scene.ask(PK, WATCH, new ResponseRequest.EndAssistance(help, WORDS));
    assertThat(stage()).isEqualTo(HelpStage.ENDED);
    EntryId figure = state(IR, 9_000_00L);
    scene.ask(PK, Role.CHIEF, new ResponseRequest.AnswerCost(help, figure, true, Words.NONE));
    assertThat(stage()).isEqualTo(HelpStage.SETTLED);
  }

  @Test
  void helpWithoutCostIsSettledWithItsEnd() {
    scene.ask(IR, Role.CHIEF, Scene.yes(help, unit));
    scene.ask(PK, WATCH, new ResponseRequest.EndAssistance(help, WORDS));

    assertThat(stage()).isEqualTo(HelpStage.SETTLED);
    assertThat(thread().costs())
        .extracting(HelpCost::standing)
        .containsExactly(HelpCost.Standing.OPEN);
  }

  @Test
  void onlyTheHelperSaysHowFarItsMeansAre() {
    scene.ask(IR, Role.CHIEF, Scene.yes(help, unit));
    forge(
        new AssistanceFact.Said(
            help,
            id,
            AssistanceFact.Verb.DEPLOYMENT_STATUS,
            WORDS,
            Optional.of(Deployment.RETURNED)));
    forge(new AssistanceFact.Said(help, id, AssistanceFact.Verb.ASK_RETURN, WORDS));

    assertThat(thread().deployment()).isEmpty();
    assertThat(stage()).isEqualTo(HelpStage.COMMITTED);
  }

  // ---- staying longer -------------------------------------------------------------------------

  @Test
  void stayingLongerIsAskedAndAnswered() {
    scene.ask(IR, Role.CHIEF, Scene.yes(help, unit));
    Instant wanted = scene.now().plus(Duration.ofHours(6));
    Instant granted = scene.now().plus(Duration.ofHours(3));
    scene.ask(PK, WATCH, new ResponseRequest.AskExtension(help, wanted, WORDS));
    assertThat(thread().extensions().getFirst().wanted()).isEqualTo(wanted);
    assertThat(thread().until()).as("silence is no consent").isEmpty();

    scene.ask(IR, Role.CHIEF, extension(Optional.of(granted)));
    assertThat(thread().until()).contains(granted);
    assertThat(scene.refuse(IR, Role.CHIEF, extension(Optional.of(granted))))
        .isEqualTo(Refusal.NOTHING_TO_ANSWER);
    scene.ask(PK, WATCH, new ResponseRequest.AskExtension(help, wanted, WORDS));
    scene.ask(IR, Role.CHIEF, extension(Optional.empty()));
    assertThat(thread().until()).as("a no takes nothing away").contains(granted);
    assertThat(thread().extensions()).hasSize(2);
  }

  @Test
  void nobodyStaysUntilATimeThatHasBeenNorBeforeAYes() {
    assertThat(scene.refuse(PK, WATCH, longer(Duration.ofHours(1))))
        .isEqualTo(Refusal.ASSISTANCE_NOT_ACCEPTED);
    scene.ask(IR, Role.CHIEF, Scene.yes(help, unit));

    assertThat(scene.refuse(PK, WATCH, longer(Duration.ZERO)))
        .isEqualTo(Refusal.TIME_NOT_PLAUSIBLE);
    assertThat(scene.refuse(PK, WATCH, longer(Duration.ofDays(400))))
        .isEqualTo(Refusal.TIME_NOT_PLAUSIBLE);
    scene.ask(PK, WATCH, longer(Duration.ofHours(1)));
    assertThat(scene.refuse(IR, Role.CHIEF, extension(Optional.of(scene.now()))))
        .isEqualTo(Refusal.TIME_NOT_PLAUSIBLE);
    assertThat(
            scene.refuse(
                IR,
                Role.CHIEF,
                new ResponseRequest.AnswerExtension(help, Optional.empty(), Words.NONE)))
        .isEqualTo(Refusal.FIELD_MISSING);
  }

  // ---- what it has cost -----------------------------------------------------------------------

  @Test
  void aCostLineIsOpenedByTheCommitmentAndClosedByBoth() {
    scene.ask(IR, Role.CHIEF, Scene.yes(help));
    scene.ask(IR, Role.CHIEF, commit());
    assertThat(line().estimate()).contains(Samples.cost());
    assertThat(line().standing()).isEqualTo(HelpCost.Standing.OPEN);

    EntryId first = state(IR, 20_000_00L);
    assertThat(line().standing()).isEqualTo(HelpCost.Standing.STATED);
    scene.ask(PK, Role.CHIEF, new ResponseRequest.AnswerCost(help, first, false, WORDS));
    assertThat(line().standing()).isEqualTo(HelpCost.Standing.DISPUTED);
    EntryId second = state(IR, 15_000_00L);
    assertThat(line().standing()).as("another figure").isEqualTo(HelpCost.Standing.STATED);
    assertThat(line().figure().flatMap(CostLine::amountMinor)).contains(15_000_00L);
    scene.ask(PK, Role.CHIEF, new ResponseRequest.AnswerCost(help, second, true, Words.NONE));
    assertThat(line().standing()).isEqualTo(HelpCost.Standing.AGREED);
    assertThat(scene.refuse(IR, Role.CHIEF, cost(1L))).isEqualTo(Refusal.ALREADY_SO);
  }

  @Test
  void aFigureIsStatedByTheHelperAndAnsweredByTheHelped() {
    scene.ask(IR, Role.CHIEF, Scene.yes(help));
    scene.ask(IR, Role.CHIEF, commit());
    EntryId figure = state(IR, 1L);

    assertThat(scene.refuse(PK, Role.CHIEF, cost(1L))).isEqualTo(Refusal.NOT_THE_HELPER);
    assertThat(
            scene.refuse(IR, Role.CHIEF, new ResponseRequest.AnswerCost(help, figure, true, WORDS)))
        .isEqualTo(Refusal.NOT_THE_HELPED);
    assertThat(
            scene.refuse(
                PK, Role.CHIEF, new ResponseRequest.AnswerCost(help, figure, false, Words.NONE)))
        .isEqualTo(Refusal.FIELD_MISSING);
    assertThat(
            scene.refuse(
                PK,
                Role.CHIEF,
                new ResponseRequest.AnswerCost(help, Samples.entry(IR, 99), true, WORDS)))
        .isEqualTo(Refusal.NOTHING_TO_ANSWER);
    assertThat(
            scene.refuse(
                IR,
                Role.CHIEF,
                new ResponseRequest.StateCost(
                    help,
                    line().commitment().entry(),
                    new CostLine(WORDS, PK, "PKR", Optional.empty()))))
        .isEqualTo(Refusal.FIELD_MISSING);
  }

  // ---- attacks --------------------------------------------------------------------------------

  @Test
  void peerTakesItsOwnConditionsInMyStead() {
    AssistanceId mine = scene.request(IR, scene.alert(IR, Audience.RELEASE));
    scene.ask(PK, Role.CHIEF, Scene.yesIf(mine));
    EntryId answer = scene.at(IR).assistance(mine).orElseThrow().answer().orElseThrow().entry();
    forge(
        new AssistanceFact.ConditionsAnswered(
            mine, new IncidentId(IR, 1, false), answer, true, WORDS));

    assertAnomaly(Anomaly.NOT_THE_OWNER);
    assertThat(scene.at(IR).assistance(mine).orElseThrow().isBinding()).isFalse();
  }

  @Test
  void peerStatesTheCostOfWhatItNeverCommitted() {
    scene.ask(IR, Role.CHIEF, Scene.yes(help));
    scene.ask(IR, Role.CHIEF, commit());
    EntryId commitment = line().commitment().entry();
    forge(new AssistanceFact.CostStated(help, id, commitment, Samples.cost()));

    assertAnomaly(Anomaly.UNKNOWN_SUBJECT);
    assertThat(line().standing()).isEqualTo(HelpCost.Standing.OPEN);
  }

  @Test
  void helperAgreesToItsOwnFigureInMyStead() {
    scene.ask(IR, Role.CHIEF, Scene.yes(help));
    scene.ask(IR, Role.CHIEF, commit());
    EntryId figure = state(IR, 1_000_000_00L);
    scene.write(
        IR,
        Role.CHIEF,
        Authored.released(new AssistanceFact.CostAnswered(help, id, figure, true, WORDS)));

    assertThat(line().standing()).isEqualTo(HelpCost.Standing.STATED);
  }

  @Test
  void peerGrantsItselfTheLongerStay() {
    scene.ask(IR, Role.CHIEF, Scene.yes(help, unit));
    scene.ask(PK, WATCH, longer(Duration.ofHours(1)));
    EntryId question = thread().extensions().getFirst().asked().entry();
    forge(
        new AssistanceFact.ExtensionAnswered(
            help, id, question, Optional.of(scene.now().plusSeconds(99)), WORDS));

    assertThat(thread().until()).isEmpty();
  }

  @Test
  void whatWasRepliedIsRepliedOnce() {
    scene.ask(IR, Role.CHIEF, Scene.yesIf(help));
    scene.ask(PK, Role.CHIEF, conditions(false));
    EntryId answer = thread().answer().orElseThrow().entry();
    forge(new AssistanceFact.ConditionsAnswered(help, id, answer, true, WORDS));

    assertAnomaly(Anomaly.SAID_BEFORE);
    assertThat(stage()).isEqualTo(HelpStage.CONDITIONS_DECLINED);
  }

  // ---- asking ---------------------------------------------------------------------------------

  private ResponseRequest conditions(boolean accepts) {
    return new ResponseRequest.AnswerConditions(help, accepts, WORDS);
  }

  private ResponseRequest commit() {
    return new ResponseRequest.CommitAssistance(
        help, List.of(unit), Words.NONE, Optional.of(Samples.cost()));
  }

  private ResponseRequest longer(Duration by) {
    return new ResponseRequest.AskExtension(help, scene.now().plus(by), WORDS);
  }

  private ResponseRequest extension(Optional<Instant> until) {
    return new ResponseRequest.AnswerExtension(help, until, WORDS);
  }

  private void report(Deployment status) {
    scene.ask(
        IR,
        WATCH,
        new ResponseRequest.SayInAssistance(
            help, AssistanceFact.Verb.DEPLOYMENT_STATUS, WORDS, Optional.of(status)));
  }

  private ResponseRequest cost(long amountMinor) {
    return new ResponseRequest.StateCost(
        help,
        line().commitment().entry(),
        new CostLine(WORDS, PK, "PKR", Optional.of(amountMinor)));
  }

  private EntryId state(PartyId side, long amountMinor) {
    scene.ask(side, Role.CHIEF, cost(amountMinor));
    return line().stated().orElseThrow().entry();
  }

  private HelpCost line() {
    return thread().costs().getFirst();
  }

  private Assistance thread() {
    return scene.at(IR).assistance(help).orElseThrow();
  }

  private HelpStage stage() {
    assertThat(scene.at(PK).assistance(help).orElseThrow().stage()).isEqualTo(thread().stage());
    return thread().stage();
  }

  private void forge(ResponseFact fact) {
    scene.write(PK, Role.CHIEF, Authored.released(fact));
  }

  private void assertAnomaly(Anomaly anomaly) {
    assertThat(scene.at(IR).side(PK).ledger().anomalies().values())
        .extracting(said -> said.anomaly().orElseThrow())
        .contains(anomaly);
  }
}
