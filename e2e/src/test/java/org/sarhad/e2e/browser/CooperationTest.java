package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the sides keep together, as a person meets it: what lapses is in sight with its age, no
/// side speaks for another, and what is sent is what the protocol says.
class CooperationTest extends BrowserTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  // ---- health ---------------------------------------------------------------------------------

  @Test
  void whatLapsesStandsBeforeTheFigures() {
    visit("kept", "cooperation");
    assertThat(texts(".panel h2")).containsExactly("What is lapsing", "Figures");
    assertThat(texts(".lapsing h3"))
        .containsExactly(
            "Duties that are late 3",
            "Commitments that ask for attention 8",
            "Meetings without a joint record 1",
            "Complaints without an answer 2",
            "The oldest unanswered question");
    assertThat(seen())
        .contains(
            "late by 130 days 13 h",
            "before: Security chief",
            "no statement: Iran, Pakistan",
            "Pakistan was asked 59 days 1 h ago and has not answered.");
  }

  /// What is not known is neither nothing nor all, in any language.
  @Test
  void whatIsNotKnownIsNotShownAsAFigure() {
    visit("empty", "cooperation");
    assertThat(texts(".figures tr:first-child td")).containsExactly("not known", "not known", "–");
    assertThat(seen())
        .contains("this node watched none of the period", "What is on no record cannot be seen");
    prefer("fa", "dark");
    assertThat(texts(".figures tr:first-child td")).startsWith("نامعلوم", "نامعلوم");
  }

  /// Nothing here is ever drawn in a colour that says that all is well.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cooperation",
        "cooperation/calendar",
        "cooperation/commitments",
        "cooperation/complaints"
      })
  void nothingIsGreen(String place) {
    visit("kept", place);
    assertThat(
            page.ask(
                    """
                [...document.querySelectorAll('main *')].flatMap(e => {
                  const s = getComputedStyle(e);
                  return [s.color, s.backgroundColor, s.borderTopColor].map(c => c.match(/\\d+/g).map(Number))
                    .filter(([r, g, b, a]) => a !== 0 && g > r + 40 && g > b + 40);
                }).length""")
                .asInt())
        .isZero();
  }

  @Test
  void aSilentPeerIsSaidOnEveryPage() {
    for (String place :
        List.of("cooperation", "cooperation/calendar", "cooperation/meetings/ir/51")) {
      visit("kept-silent", place);
      assertThat(seen()).as(place).contains("Pakistan has not been heard since");
    }
  }

  // ---- calendar and meetings ------------------------------------------------------------------

  @Test
  void eachSideHasACellOfItsOwnAlsoWhenItHasSaidNothing() {
    visit("kept", "cooperation/calendar");
    assertThat(texts("[aria-labelledby=late] li:first-child .cells dd"))
        .containsExactly("No statement", "No statement");
    assertThat(texts("[aria-labelledby=late] li:nth-child(2) .cells b"))
        .containsExactly("Not held", "Walked out of");
    assertThat(
            page.ask(
                    "(() => {const w = [...document.querySelectorAll('.occurrences li:nth-child(2) .cells > div')]"
                        + ".map(e => Math.round(e.getBoundingClientRect().width)); return w[0] === w[1]})()")
                .asBoolean())
        .as("one width for both")
        .isTrue();
  }

  @Test
  void bothAgendasStandSideBySideAndTheirsCanBeAccepted() {
    visit("kept", "cooperation/meetings/ir/51");
    assertThat(texts("[aria-labelledby=agendas] .table-of h3"))
        .containsExactly("A Iran", "B Pakistan");
    assertThat(texts("[aria-labelledby=agendas] .table-of:nth-child(2) li"))
        .startsWith("New crossing points at Gabd and Pishin");
    assertThat(seen()).contains("No agenda is agreed", "1 earlier version is on record.");
    send("accept");
    assertThat(statement("meeting.agenda_accepted"))
        .isEqualTo(
            spelled(
                "{'meeting':'ir.sarhad.example/joint#51','agenda':'pk.sarhad.example/joint#38'}"));
  }

  /// A walk-out names who left, and over which item of whose agenda.
  @Test
  void aWalkOutIsStatedWithItsItem() {
    visit("kept", "cooperation/meetings/ir/51");
    open("outcome");
    choose("#outcome-outcome", "walked_out");
    assertThat(isReady()).as("nobody is named yet").isFalse();
    page.click("dialog fieldset button:last-child").settled();
    choose("#outcome-item", "pk.sarhad.example/joint#38 2");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(statement("meeting.outcome_stated"))
        .isEqualTo(
            spelled(
                "{'meeting':'ir.sarhad.example/joint#51','outcome':'walked_out','by':['pk'],"
                    + "'item':{'agenda':'pk.sarhad.example/joint#38','number':2}}"));
  }

  @Test
  void aMeetingIsCalledForAnInstantOnAChosenWall() {
    visit("kept", "cooperation/calendar");
    open("call");
    type("#call-at", "2019-12-15");
    choose("#call-atWall", "pk");
    type("#call-atTime", "۰۹:۳۰");
    type("#call-place-en", "Taftan");
    assertThat(isReady()).isFalse();
    type("#call-subject-en", "Winter patrols");
    assertThat(seen())
        .contains("15 December 2019 · 24 Azar 1398", "08:00 THR · 09:30 KHI · 04:30Z");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(statement("meeting.called"))
        .isEqualTo(
            spelled(
                "{'level':'sector','sides':['ir','pk'],'at':'2019-12-15T04:30:00.000Z',"
                    + "'place':{'en':'Taftan'},'subject':{'en':'Winter patrols'}}"));
  }

  /// A joint record goes through the ceremony that every act goes through.
  @Test
  void aJointRecordBeginsWithTheItemsOfBothAgendas() {
    visit("kept", "cooperation/meetings/ir/51");
    open("record");
    assertThat(page.ask("document.querySelectorAll('dialog fieldset > legend').length").asInt())
        .isGreaterThan(6);
    assertThat(page.ask("document.querySelector('#propose-subject3-en').value").asText())
        .isEqualTo("New crossing points at Gabd and Pishin");
    assertThat(seen()).contains("Your proposal is your side’s first signature under this text.");
    assertThat(isReady()).as("nothing is agreed on yet").isFalse();
    for (int item = 0; item < 6; item++) {
      type("#propose-text%d-en".formatted(item), "agreed");
    }
    page.click("dialog .first").until("!document.querySelector('dialog')");
    JsonNode act = act();
    assertThat(act.path("kind").asText()).isEqualTo("joint_record");
    assertThat(act.at("/terms/items")).hasSize(6);
    assertThat(act.at("/terms/items/3/outcome").asText()).isEqualTo("agreed");
    assertThat(act.at("/terms/meeting").asText()).isEqualTo("ir.sarhad.example/joint#51");
    assertThat(act.path("as").asText()).isEqualTo("chief");
  }

  /// What is signed has an offset and no name of a zone, and says what follows when it is missed.
  @Test
  void aRecurringDutyIsProposedWithItsLadder() {
    visit("kept", "cooperation/calendar");
    open("duty");
    choose("#propose-level", "commission");
    assertThat(page.ask("document.querySelector('#propose-every').value").asText()).isEqualTo("90");
    type("#propose-title-en", "Border commission");
    type("#propose-first", "2020-06-30");
    choose("#propose-firstWall", "pk");
    assertThat(seen()).contains("Sector commander → Security chief");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(act().path("terms"))
        .isEqualTo(
            spelled(
                "{'what':'meeting','level':'commission','cycle':'P90D','first':'2020-06-30+05:00',"
                    + "'title':{'en':'Border commission'},'escalation':{'grace_days':7,"
                    + "'step_days':7,'ladder':['sector_commander','chief']}}"));
  }

  // ---- commitments ----------------------------------------------------------------------------

  @Test
  void theMatrixHasACellForEachSideAndSaysThatNoDateWasSet() {
    visit("kept", "cooperation/commitments");
    assertThat(texts(".matrix thead th"))
        .containsExactly(
            "Commitment", "To be kept by", "Due", "Last word of Iran", "Last word of Pakistan");
    assertThat(texts(".matrix tbody tr:first-child td"))
        .anySatisfy(cell -> assertThat(cell).contains("Lapsed", "As Pakistan says"))
        .contains("No date set", "No statement");
    assertThat(texts(".matrix tbody tr:nth-child(2) .cell"))
        .anySatisfy(cell -> assertThat(cell).contains("Progress", "40 per cent", "31 days 1 h ago"))
        .anySatisfy(cell -> assertThat(cell).contains("Disputed"));
  }

  @ParameterizedTest
  @CsvSource({"condition, overdue", "silentDays, 120", "due, undated", "owner, pk"})
  void theMatrixIsFiltered(String filter, String value) {
    visit("kept", "cooperation/commitments");
    choose("#f-" + filter, value);
    page.until("location.hash.includes('%s=%s')".formatted(filter, value));
    assertThat(page.ask("document.querySelector('#f-%s').value".formatted(filter)).asText())
        .isEqualTo(value);
  }

  @Test
  void progressIsStatedWithItsExtentAndWhatItRestsOn() {
    visit("kept", "cooperation/commitments/ir/38/1");
    assertThat(seen()).contains("No list of units has reached us.", "Refused");
    open("progress");
    choose("#say-of-extent", "percent");
    type("#say-of-amount", "۶۰");
    type("#say-of-text", "The posts are built.");
    type("#say-of-evidence", "pk/9, ir/62");
    assertThat(isReady()).isTrue();
    type("#say-of-evidence", "xx/9");
    assertThat(isReady()).as("no such log is here").isFalse();
    type("#say-of-evidence", "pk/9, ir/62");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(statement("commitment.progress_stated"))
        .isEqualTo(
            spelled(
                "{'commitment':{'entry':'ir.sarhad.example/joint#38','number':1},"
                    + "'as_of':'2019-11-30T09:10:00.000Z','extent':{'percent':60},"
                    + "'text':{'en':'The posts are built.'},"
                    + "'evidence':['ir.sarhad.example/joint#62','pk.sarhad.example/joint#9']}"));
  }

  /// Step 3 of the scenario: the eleven commitments of April 2019 are proposed from a file, each
  /// under a signature of its own.
  @Test
  void theCommitmentsOfApril2019AreProposedFromTheirFile() throws IOException {
    JsonNode file = JSON.readTree(PROJECT.resolve("docs/scenarios/commitments-2019.json").toFile());
    visit("kept", "cooperation/commitments");
    open("load");
    give(file.toString());
    page.until("document.querySelectorAll('.load-list li').length === 11");
    assertThat(seen()).contains("I have read all 11 that are chosen, in full.");
    assertThat(isReady()).as("before they are said to be read").isFalse();
    page.click(".load-list li:last-child input").settled();
    page.click("dialog .tick input").settled();
    page.click("dialog .first");
    page.until(
        "document.querySelectorAll('.load-list li').length === 0 || !document.querySelector('dialog')");
    assertThat(node.writes())
        .hasSize(10)
        .allSatisfy(write -> assertThat(write.path()).isEqualTo("/acts"))
        .extracting(write -> json(write.body()).path("terms"))
        .containsExactlyElementsOf(file.path("commitments").findValues("terms").subList(0, 10));
  }

  @Test
  void whatIsNoListOfCommitmentsIsNotTaken() {
    visit("kept", "cooperation/commitments");
    open("load");
    for (String text : List.of("", "{}", "{\"commitments\":[{\"terms\":{}}]}", "[1]")) {
      give(text);
      page.until("document.querySelector('dialog .refusal')");
      assertThat(isReady()).isFalse();
    }
    assertThat(seen()).contains("That is no list of commitments.");
    assertThat(node.writes()).isEmpty();
  }

  @Test
  void aCommitmentIsProposedInTheTermsOfTheProtocol() {
    visit("kept", "cooperation/commitments");
    open("propose");
    type("#propose-title-fa", "صدور برق ده برابر شود");
    page.click("dialog fieldset.field:first-of-type button").settled();
    type("#propose-subject", "energy");
    choose("#propose-counted", "quantity");
    type("#propose-amount", "1000");
    type("#propose-unit", "MW");
    assertThat(isReady()).isTrue();
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(act().path("terms"))
        .isEqualTo(
            spelled(
                "{'title':{'fa':'صدور برق ده برابر شود'},'subject':'energy','owners':['ir'],"
                    + "'beneficiaries':[],'due':'no_date_set',"
                    + "'measure':{'quantity':{'amount':1000,'unit':'MW'}}}"));
  }

  // ---- complaints -----------------------------------------------------------------------------

  @Test
  void whatWaitsForAnAnswerIsAnsweredByTheSideComplainedOf() {
    visit("kept", "cooperation/complaints/pk/34");
    assertThat(seen())
        .contains(
            "waits for 139 days 1 h", "Looking into it", "or only that it is looking into it");
    assertThat(texts("main [data-offer]")).containsExactly("Answer…", "Refer to inquiry…");
    open("answer");
    choose("#answer-complaint-answer", "rejected");
    type("#answer-complaint-text", "We know of no such notice.");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(statement("complaint.answered"))
        .isEqualTo(
            spelled(
                "{'complaint':'pk.sarhad.example/joint#34','answer':'rejected','evidence':[],"
                    + "'text':{'en':'We know of no such notice.'}}"));
    visit("kept", "cooperation/complaints/ir/55");
    assertThat(texts("main [data-offer]")).containsExactly("Refer to inquiry…", "Close it…");
  }

  /// Who only looks is offered nothing to say.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "calendar",
        "meetings/ir/51",
        "commitments",
        "commitments/ir/38/1",
        "complaints/pk/34"
      })
  void anObserverIsOfferedNothing(String place) {
    visit("kept-observer", "cooperation/" + place);
    assertThat(texts("main [data-offer]")).isEmpty();
    assertThat(texts("main .menu")).isEmpty();
  }

  /// What the node refuses is said, and what was typed stays.
  @Test
  void aRefusalKeepsTheWords() throws IOException {
    Path scene = Files.createTempDirectory("sarhad-scene");
    for (String file : List.of("session.json", "overview.json")) {
      Files.copy(answers().resolve("kept").resolve(file), scene.resolve(file));
    }
    node.addScene("kept-refusing", scene);
    visit("kept-refusing", "cooperation/complaints");
    open("lodge");
    type("#lodge-text", "Herds were turned back.");
    node.refuseWrites("complaint.not_released");
    page.click("dialog .first").until("document.querySelector('dialog .refusal')");
    assertThat(seen()).contains("A complaint is always shared; choose release.");
    assertThat(page.ask("document.querySelector('#lodge-text').value").asText())
        .isEqualTo("Herds were turned back.");
  }

  // ---- evaluation -----------------------------------------------------------------------------

  /// Four sections, and rows of one form for either side, in the language of the paper.
  @ParameterizedTest
  @CsvSource({
    "en, Evaluation of the cooperation, not known",
    "fa, ارزیابی همکاری, نامعلوم",
    "ur, تعاون کی جائزہ رپورٹ, معلوم نہیں"
  })
  void theEvaluationIsPrintedInThreeLanguages(String language, String title, String unknown) {
    visit("kept", "cooperation/report");
    prefer(language, "dark");
    assertThat(texts(".sheet h1")).containsExactly(title);
    assertThat(texts(".sheet h2")).hasSize(4);
    assertThat(texts(".sheet td")).contains(unknown);
    page.ask(
        """
        (() => {const make = URL.createObjectURL;
          URL.createObjectURL = blob => {blob.text().then(text => {window.saved = text}); return make(blob)};
          return 0})()""");
    page.click("[data-offer=text]").until("window.saved");
    String text = page.ask("window.saved").asText();
    assertThat(text).startsWith(title).contains(unknown, "2018-11-30", "sarhad.example/ir-pk");
    assertThat(text)
        .as("no marks that only steer a screen")
        .doesNotContainPattern("[\\u2066-\\u2069]");
  }

  // ---- the page -------------------------------------------------------------------------------

  private void open(String offer) {
    String button = "[data-offer=%s]".formatted(offer);
    page.until("document.querySelector('%s')".formatted(button));
    page.click(button).until("document.querySelector('dialog[open]')").settled();
  }

  private void send(String offer) {
    open(offer);
    page.click("dialog .first").until("!document.querySelector('dialog')");
  }

  private void type(String field, String text) {
    set(field, text, "input");
  }

  private void choose(String field, String value) {
    set(field, value, "change");
  }

  private void set(String field, String value, String event) {
    page.ask(
        "(() => {const e = document.querySelector('%s'); e.value = %s; e.dispatchEvent(new Event('%s', {bubbles: true})); return 0})()"
            .formatted(field, JSON.valueToTree(value), event));
    page.settled();
  }

  /// Gives the file field of the dialog a file with this text.
  private void give(String text) {
    page.ask(
        """
        (() => {const t = new DataTransfer(); t.items.add(new File([%s], 'list.json', {type: 'application/json'}));
          const e = document.querySelector('#load-file'); e.files = t.files;
          e.dispatchEvent(new Event('change', {bubbles: true})); return 0})()"""
            .formatted(JSON.valueToTree(text)));
    page.settled();
  }

  private boolean isReady() {
    return !page.ask("document.querySelector('dialog footer .first').disabled").asBoolean();
  }

  /// The body of the only statement that was sent, which is of `kind`.
  private JsonNode statement(String kind) {
    assertThat(node.writes()).hasSize(1);
    var write = node.writes().getFirst();
    assertThat(write.path()).isEqualTo("/statements");
    assertThat(json(write.body()).path("kind").asText()).isEqualTo(kind);
    return json(write.body()).path("body");
  }

  /// The only act that was proposed.
  private JsonNode act() {
    assertThat(node.writes()).hasSize(1);
    assertThat(node.writes().getFirst().path()).isEqualTo("/acts");
    return json(node.writes().getFirst().body());
  }

  /// JSON with the quotation marks that need no escape in Java.
  private static JsonNode spelled(String json) {
    return json(json.replace('\'', '"'));
  }
}
