package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Help between the sides, from the answer to the last figure: what stands in the room on either
/// side, and what each form sends.
class HelpTest extends BrowserTest {
  private static final String INCIDENT = "ir-2026-0031";
  private static final String ROOM = "incident/" + INCIDENT;

  // ---- what is shown --------------------------------------------------------------------------

  @Test
  void theWholeCourseIsReadInTheRoom() {
    room("help");
    assertThat(thread("AR-IR-1"))
        .contains("Accepted on conditions", "It stays on our side of the gate.")
        .contains("they bind nobody yet");
    assertThat(thread("AR-IR-2"))
        .contains("Under way", "At work", "Asked to stay until", "The crew has worked all night.")
        .contains("125,500.50 PKR", "300 litres", "Iran pays", "Final figure, not answered");
    assertThat(thread("AR-PK-3"))
        .contains("Taken.", "On the way", "Not answered yet.", "and one doctor")
        .contains("amount open (IRR)");
    assertThat(thread("AR-PK-2"))
        .contains("Ended, cost open", "Does not stay longer.", "It is needed at Taftan.")
        .contains("Iran needs it no longer.", "Pakistan has ended its part.")
        .contains("Disputed", "It came back after two hours, not four.");
  }

  /// Both sides read the same; only what they can do about it differs.
  @Test
  void bothSidesReadTheSame() {
    String facts = ".help-thread .help-facts dd";
    room("help");
    List<String> ours = texts(facts).stream().map(HelpTest::withoutButtons).toList();
    assertThat(acts("AR-IR-1")).containsExactly("conditions", "say", "end");
    assertThat(acts("AR-IR-2")).containsExactly("agree", "longer", "say", "end");
    assertThat(acts("AR-PK-3"))
        .containsExactly("figure", "stay", "commit", "status", "return", "say", "end");
    assertThat(acts("AR-PK-2")).isEmpty();
    room("help-across");
    assertThat(texts(facts).stream().map(HelpTest::withoutButtons).map(HelpTest::withoutTimes))
        .isEqualTo(ours.stream().map(HelpTest::withoutTimes).toList());
    assertThat(acts("AR-IR-1")).containsExactly("commit", "say", "end");
    assertThat(acts("AR-IR-2"))
        .containsExactly("figure", "commit", "status", "return", "say", "end");
    assertThat(acts("AR-PK-3")).containsExactly("longer", "say", "end");
    assertThat(acts("AR-PK-2")).containsExactly("figure");
  }

  private static String withoutButtons(String text) {
    return text.replaceAll(" (State the final|Answer the) figure$", "");
  }

  /// Each desk reads its own wall.
  private static String withoutTimes(String text) {
    return text.replaceAll("\\d\\d:\\d\\d", "");
  }

  // ---- what each form sends -------------------------------------------------------------------

  @Test
  void conditionsAreTaken() {
    room("help");
    open("AR-IR-1", "conditions");
    assertThat(dialog()).contains("It stays on our side of the gate.");
    assertThat(sent("AR-IR-1/conditions"))
        .isEqualTo(json("{\"accepts\": true, \"language\": \"en\"}"));
  }

  @Test
  void conditionsAreNotTakenWithoutAReason() {
    room("help");
    open("AR-IR-1", "conditions");
    choose("help-conditions-accepts", "no");
    page.until("document.querySelector('dialog footer .first').disabled");
    write("help-conditions-text", "Then it is of no use.");
    assertThat(sent("AR-IR-1/conditions"))
        .isEqualTo(
            json(
                """
                {"accepts": false, "text": "Then it is of no use.", "language": "en"}"""));
  }

  @Test
  void meansAreCommittedWithTheirCost() {
    room("help");
    open("AR-PK-3", "commit");
    page.until("document.querySelector('dialog fieldset button')").settled();
    assertThat(texts("dialog fieldset button")).as("own units that are shown").hasSize(7);
    page.click("dialog fieldset button:nth-of-type(5)");
    page.until("document.querySelector('dialog fieldset button[aria-pressed=true]')");
    page.click("dialog .tick input").until("document.querySelector('#help-commit-costWhat')");
    page.until(
        "document.querySelector('dialog').innerText.includes('the side that is helped pays')");
    assertThat(isReady()).as("a cost that is begun is said whole").isFalse();
    write("help-commit-costWhat", "Fuel");
    write("help-commit-currency", "irr");
    assertThat(sent("AR-PK-3/commitments"))
        .isEqualTo(
            json(
                """
                {"units": ["ir-amb-3"], "language": "en",
                 "cost": {"what": "Fuel", "payer": "pk", "currency": "IRR"}}"""));
  }

  @Test
  void howFarTheyAreIsSaidForPeopleAndMachines() {
    room("help");
    open("AR-PK-3", "status");
    choose("help-status-status", "at_rendezvous");
    write("help-status-text", "At the northern gate.");
    assertThat(sent("AR-PK-3/messages"))
        .isEqualTo(
            json(
                """
                {"verb": "deployment_status", "status": "at_rendezvous",
                 "text": "At the northern gate.", "language": "en"}"""));
  }

  @Test
  void longerIsAskedUntilAMoment() {
    room("help");
    open("AR-IR-2", "longer");
    write("help-longer-text", "The road is long.");
    assertThat(isReady()).as("no moment").isFalse();
    write("help-longer-untilAt", "0800");
    page.until("document.querySelector('dialog .moment-field .hint')");
    assertThat(dialog()).contains("08:00 THR", "09:30 KHI", "04:30Z");
    assertThat(sent("AR-IR-2/extensions"))
        .isEqualTo(
            json(
                """
                {"until": "2026-11-22T04:30:00.000Z", "text": "The road is long.",
                 "language": "en"}"""));
  }

  /// As asked, until another time, or not; the last with the reason.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "asked |      |             | {'until': '2026-11-22T06:00:00.000Z', 'language': 'en'}",
        "other | 0900 |             | {'until': '2026-11-22T05:30:00.000Z', 'language': 'en'}",
        "none  |      | Needed here | {'text': 'Needed here', 'language': 'en'}"
      })
  void longerIsAnswered(String answer, String time, String words, String body) {
    room("help");
    open("AR-PK-3", "stay");
    choose("help-stay-answer", answer);
    if (time != null) {
      page.until("document.querySelector('#help-stay-untilAt')");
      write("help-stay-untilAt", time);
    }
    if (words != null) {
      assertThat(isReady()).isFalse();
      write("help-stay-text", words);
    }
    assertThat(sent("AR-PK-3/extensions/answer")).isEqualTo(json(body.replace('\'', '"')));
  }

  @Test
  void meansAreAskedBack() {
    room("help");
    open("AR-PK-3", "return");
    write("help-return-text", "The station is empty.");
    assertThat(sent("AR-PK-3/messages"))
        .isEqualTo(
            json(
                """
                {"verb": "ask_return", "text": "The station is empty.", "language": "en"}"""));
  }

  /// What settles nothing is told or asked.
  @ParameterizedTest
  @CsvSource({"tell", "ask"})
  void somethingElseIsSaid(String verb) {
    room("help");
    open("AR-PK-3", "say");
    assertThat(isReady()).as("no words").isFalse();
    choose("help-say-verb", verb);
    write("help-say-text", "The bridge is closed.");
    assertThat(sent("AR-PK-3/messages"))
        .isEqualTo(
            json(
                """
                {"verb": "%s", "text": "The bridge is closed.", "language": "en"}"""
                    .formatted(verb)));
  }

  @Test
  void helpIsOfferedThatNobodyAskedFor() {
    room("help");
    page.ask(
        "[...document.querySelectorAll('.acts button')].find(e => e.innerText.includes('Offer')).click()");
    page.until("document.querySelector('dialog[open] form')").settled();
    assertThat(dialog()).contains("nothing comes before");
    write("offer-help-what", "Two ambulances");
    screenshot("help-offer");
    page.click("dialog .first").until("!document.querySelector('dialog[open]')");
    var write = written().getLast();
    assertThat(write.path()).endsWith("/offers");
    assertThat(json(write.body()))
        .isEqualTo(json("{\"what\": \"Two ambulances\", \"language\": \"en\"}"));
  }

  @Test
  void eitherSideEndsItsPart() {
    room("help");
    open("AR-IR-2", "end");
    write("help-end-text", "Thank you.");
    assertThat(sent("AR-IR-2/end"))
        .isEqualTo(json("{\"text\": \"Thank you.\", \"language\": \"en\"}"));
  }

  /// What was estimated stands in the form; an amount is read back before it is sent.
  @Test
  void theFinalFigureHasAnAmountInMinorUnits() {
    room("help");
    open("AR-PK-3", "figure");
    assertThat(isReady()).as("no amount").isFalse();
    write("help-figure-amount", "۱٬۲۵۰٬۰۰۰٫۵");
    page.until("document.querySelector('dialog').innerText.includes('1,250,000.50 IRR')");
    write("help-figure-quantity", "60");
    assertThat(isReady()).as("a quantity without a unit").isFalse();
    write("help-figure-unit", "litres");
    assertThat(sent("AR-PK-3/costs"))
        .isEqualTo(
            json(
                """
                {"commitment": "ir/42", "language": "en",
                 "cost": {"what": "Fuel and crew", "payer": "pk", "currency": "IRR",
                          "amountMinor": 125000050, "quantity": {"amount": 60, "unit": "litres"}}}"""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,50", "1.234", "12 50", "1,2345", "-3", "2 rials"})
  void whatIsNoAmountIsNotSent(String typed) {
    room("help");
    open("AR-PK-3", "figure");
    write("help-figure-amount", typed);
    assertThat(dialog()).contains("Not an amount of this currency");
    assertThat(isReady()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yes |                   | {'statement': 'pk/61', 'agrees': true, 'language': 'en'}",
        "no  | It was 200 litres | {'statement': 'pk/61', 'agrees': false, 'text': 'It was 200 litres', 'language': 'en'}"
      })
  void aFigureIsAgreedOnOrDisputed(String answer, String words, String body) {
    room("help");
    open("AR-IR-2", "agree");
    assertThat(dialog()).contains("125,500.50 PKR", "300 litres");
    choose("help-agree-agrees", answer);
    if (words != null) {
      write("help-agree-text", words);
    }
    assertThat(sent("AR-IR-2/costs/answer")).isEqualTo(json(body.replace('\'', '"')));
  }

  @Test
  void aRequestIsAnsweredWithUnitsOrConditions() {
    visit("live", ROOM);
    page.until("document.querySelector('[data-help-act]')").settled();
    open("as-5", "answer");
    choose("help-answer-answer", "conditional");
    page.until("document.querySelector('#help-answer-conditions')");
    write("help-answer-conditions", "By day only.");
    page.until("document.querySelector('dialog fieldset button')");
    page.click("dialog fieldset button:nth-of-type(5)");
    page.until("document.querySelector('dialog fieldset button[aria-pressed=true]')");
    assertThat(sent("as-5/answer"))
        .isEqualTo(
            json(
                """
                {"answer": "conditional", "conditions": "By day only.", "units": ["ir-amb-3"],
                 "language": "en"}"""));
  }

  /// What the node says against it is a sentence, and what was typed stays.
  @Test
  void aRefusalIsShownAndLosesNothing() {
    room("help");
    node.refuseWrites("response.assistance_ended");
    open("AR-PK-3", "return");
    write("help-return-text", "The station is empty.");
    page.click("dialog footer .first").until("document.querySelector('dialog .refusal')");
    assertThat(dialog()).contains("This assistance has ended.");
    assertThat(page.ask("document.querySelector('#help-return-text').value").asText())
        .isEqualTo("The station is empty.");
  }

  /// From the card to what was sent without a mouse.
  @Test
  void theKeyboardIsEnough() {
    room("help");
    page.tabTo("[data-help='AR-IR-1'] [data-help-act=conditions]").press("Enter");
    page.until("document.querySelector('dialog[open]')").settled();
    page.tabTo("dialog footer .first").press("Enter").until("!document.querySelector('dialog')");
    assertThat(written()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fa", "ur"})
  void itIsReadInEveryLanguage(String language) {
    page.size(1440, 2200);
    room("help");
    prefer(language, "light");
    page.settled();
    assertThat(seen()).doesNotContain("⟦");
    assertThat(
            page.ask(
                "[...document.querySelectorAll('.help-thread bdi.code')].every(e => getComputedStyle(e).direction === 'ltr')"))
        .isEqualTo(json("true"));
    page.ask("document.querySelector('.help-thread').scrollIntoView()");
    screenshot("help-" + language);
    open("AR-PK-3", "figure");
    write("help-figure-amount", "1250000.5");
    assertThat(seen()).doesNotContain("⟦");
    screenshot("help-figure-" + language);
  }

  // ---- hands ----------------------------------------------------------------------------------

  private void room(String scene) {
    visit(scene, ROOM);
    page.until("document.querySelector('.help-thread')").settled();
  }

  private String thread(String id) {
    return texts("[data-help='%s']".formatted(id)).getFirst();
  }

  private List<String> acts(String thread) {
    return page.ask(
            "[...document.querySelectorAll('[data-help=\"%s\"] [data-help-act]')].map(e => e.dataset.helpAct)"
                .formatted(thread))
        .valueStream()
        .map(JsonNode::asText)
        .toList();
  }

  private void open(String thread, String form) {
    page.click("[data-help='%s'] [data-help-act=%s]".formatted(thread, form));
    page.until("document.querySelector('dialog[open] form')").settled();
  }

  private String dialog() {
    return texts("dialog").getFirst();
  }

  private boolean isReady() {
    return page.settled()
        .ask("!document.querySelector('dialog footer .first').disabled")
        .asBoolean();
  }

  private void write(String field, String text) {
    page.ask("document.getElementById('%s').focus(); 0".formatted(field));
    page.type(text).settled();
  }

  private void choose(String field, String code) {
    page.ask(
        """
        (() => { const e = document.getElementById('%s'); e.value = '%s';
          e.dispatchEvent(new Event('change', {bubbles: true})); return 0; })()"""
            .formatted(field, code));
    page.settled();
  }

  /// Presses the one button of the form, and gives what came of it.
  private JsonNode sent(String path) {
    page.until("!document.querySelector('dialog footer .first').disabled");
    page.click("dialog footer .first").until("!document.querySelector('dialog')");
    CannedNode.Write write = written().getFirst();
    assertThat(write.path()).isEqualTo("/incidents/%s/assistance/%s".formatted(INCIDENT, path));
    return json(write.body());
  }
}
