package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What takes both sides: joint visits with their pass and their minutes, and links of names and
/// matters. Each is asked for in the form of one side and seen, and answered, by the other.
class InquiryTogetherTest extends InquiryFormTest {
  private static final String VISITS = JOINT + "?tab=visits";

  /// A visit that runs, of which we are the host, and one that is over.
  private static final String RUNS = "[data-visit='ir/137'] ";

  private static final String OVER = "[data-visit='ir/131'] ";
  private static final String MINUTES = OVER + "[data-minutes='ir/133'] ";

  // ---- the pass -------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"en", "fa"})
  void theHostSaysThatItAdmittedTheExperts(String language) {
    open("inquiry", language, VISITS, RUNS + "[data-act=pass]");
    assertThat(page.ask("document.querySelector('#use-pass-at').value").asText())
        .as("the visit runs, so it is now")
        .isEqualTo("2019-05-06 09:10");
    assertThat(page.ask("document.querySelector('#use-pass-experts').value").asText())
        .as("all that were agreed on")
        .isEqualTo("3");
    fill("use-pass-at", "yesterday");
    assertThat(isReady()).as("without a time").isFalse();
    fill("use-pass-at", "2019-05-06 08:40");
    choose("use-pass-experts", "2");
    screenshot("inquiry-pass-" + language);
    assertThat(send())
        .isEqualTo(
            json(
                """
                {"kind": "inquiry.visit_pass_used", "body":
                  {"at": "2019-05-06T08:40:00.000Z", "experts": 2, "visit": "ir.sarhad.example/joint#137"}}
                """));
  }

  @Test
  void thePassIsUsedWithoutAMouse() {
    visit("inquiry", VISITS);
    page.until("document.querySelector(%s)".formatted(Page.quoted(RUNS + "[data-act=pass]")));
    page.tabTo(RUNS + "[data-act=pass]").press("Enter");
    page.until("document.activeElement?.id === 'use-pass-experts'").settled();
    page.tabTo("dialog .first").press("Enter").until("!document.querySelector('dialog[open]')");
    assertThat(json(node.writes().getLast().body()).at("/body/experts").asInt()).isEqualTo(3);
  }

  /// Whoever is not the host sees what it said, and is not asked to say it.
  @ParameterizedTest
  @CsvSource({"inquiry, 1", "inquiry-there, 0"})
  void bothSidesSeeThePassAndOnlyTheHostUsesIt(String scene, int offered) {
    visit(scene, VISITS);
    page.until("document.querySelectorAll('[data-visit]').length === 2");
    page.settled();
    assertThat(count(RUNS + "[data-act=pass]")).isEqualTo(offered);
    assertThat(texts(RUNS + "dl")).singleElement().asString().contains("Pass not used");
    assertThat(count(OVER + "[data-act=pass]")).as("a pass is used once").isZero();
    assertThat(texts(OVER + "dl")).singleElement().asString().contains("2 admitted", "ir/132");
  }

  @Test
  void whyThePassIsRefusedIsSaidInASentence() {
    node.refuseWrites("inquiry.pass_used");
    open("inquiry", "en", VISITS, RUNS + "[data-act=pass]");
    page.click("dialog .first").until("document.querySelector('dialog .refusal')");
    assertThat(seen()).contains("The experts of this visit have been admitted");
    assertThat(page.ask("document.querySelector('#use-pass-at').value").asText()).isNotEmpty();
  }

  // ---- the minutes ----------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"en", "ur"})
  void minutesAreProposedInTheLanguagesOfBothSides(String language) {
    open("inquiry", language, VISITS, RUNS + "[data-act=minutes]");
    assertThat(isReady()).as("without words").isFalse();
    fill("propose-minutes-words-en", "The ford was measured.");
    fill("propose-minutes-words-fa", "گدار اندازه‌گیری شد.");
    page.click("dialog fieldset [aria-pressed]:nth-child(3)").settled();
    page.click("dialog fieldset [aria-pressed]:nth-child(1)").settled();
    screenshot("inquiry-minutes-" + language);
    assertThat(send())
        .isEqualTo(
            json(
                """
                {"kind": "joint_minutes", "as": "chief", "terms": {
                  "exhibits": ["ir.sarhad.example/joint#119", "pk.sarhad.example/joint#217"],
                  "visit": "ir.sarhad.example/joint#137",
                  "words": [{"lang": "en", "text": "The ford was measured."}, {"lang": "fa", "text": "گدار اندازه‌گیری شد."}]}}
                """));
    assertThat(node.writes().getLast().path()).isEqualTo("/acts");
  }

  /// One signs what stands there; the other has proposed it and can only take it back.
  @ParameterizedTest
  @CsvSource({"inquiry-there, en", "inquiry-there, ur"})
  void theOtherSideSignsTheMinutesWhereTheyAreShown(String scene, String language) {
    open(scene, language, VISITS, MINUTES + "[data-offer=assent]:enabled");
    screenshot("inquiry-minutes-signing-" + language);
    assertThat(texts("dialog .terms"))
        .singleElement()
        .asString()
        .contains("The experts saw the place and eleven cartridge cases.");
    assertThat(isReady()).as("before it is said to be read").isFalse();
    page.click("dialog .tick input").settled();
    JsonNode sent = send();
    assertThat(node.writes().getLast().path()).isEqualTo("/acts/ir/133/assents");
    assertThat(sent).isEqualTo(json("{\"leaf\": \"%s\", \"as\": \"chief\"}".formatted(leaf())));
  }

  private static String leaf() {
    return canned("live", "acts/ir/133").at("/act/leaf").asText();
  }

  @Test
  void theOtherSideDeclinesTheMinutesWithItsReason() {
    open("inquiry-there", "en", VISITS, MINUTES + "[data-offer=refuse]");
    fill("refuse-act-reason", "There were nine cases.");
    JsonNode sent = send();
    assertThat(node.writes().getLast().path()).isEqualTo("/acts/ir/133/refusals");
    assertThat(sent.path("reason").asText()).isEqualTo("There were nine cases.");
  }

  @Test
  void theOtherSideAnswersTheMinutesInOtherWordsThatBeginWithThose() {
    open("inquiry-there", "en", VISITS, MINUTES + "[data-act=counters]");
    assertThat(page.ask("document.querySelector('#propose-minutes-words-en').value").asText())
        .isEqualTo("The experts saw the place and eleven cartridge cases.");
    fill("propose-minutes-words-en", "The experts saw the place and nine cartridge cases.");
    JsonNode sent = send();
    assertThat(sent.at("/counters/act").asText()).isEqualTo("ir/133");
    assertThat(sent.at("/terms/exhibits"))
        .as("what they rest on is taken over")
        .isEqualTo(json("[\"ir.sarhad.example/joint#119\"]"));
    assertThat(sent.at("/terms/words/0/text").asText()).contains("nine");
  }

  @Test
  void whoProposedTheMinutesCanOnlyTakeThemBack() {
    visit("inquiry", VISITS);
    page.until(
        "document.querySelector(%s)".formatted(Page.quoted(MINUTES + "[data-offer=withdraw]")));
    assertThat(count(MINUTES + "[data-offer]")).isEqualTo(1);
    assertThat(count(MINUTES + "[data-act=counters]")).isZero();
    assertThat(texts(OVER + ".minutes"))
        .singleElement()
        .asString()
        .contains("eleven cartridge cases", "Proposed by Iran", "ir/119");
    assertThat(texts(OVER + ".dissent"))
        .containsExactly(
            "Pakistan on minutes that were not agreed: The second paragraph says more than was seen.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fa"})
  void aSideSaysWhyThereAreNoAgreedMinutes(String language) {
    open("inquiry", language, VISITS, RUNS + "[data-act=not-agreed]");
    assertThat(isReady()).as("without a reason").isFalse();
    fill("minutes-not-agreed-text", "There was no time to read them.");
    choose("minutes-not-agreed-language", "en");
    screenshot("inquiry-not-agreed-" + language);
    assertThat(send())
        .isEqualTo(
            json(
                """
                {"kind": "inquiry.minutes_not_agreed", "body": {"visit": "ir.sarhad.example/joint#137",
                  "words": {"lang": "en", "text": "There was no time to read them."}}}
                """));
  }

  // ---- links ----------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"en", "ur"})
  void twoNamesAreProposedToMeanTheSame(String language) {
    open("inquiry", language, JOINT, ".offers [data-act=alias]");
    assertThat(
            page.ask(
                "[...document.querySelectorAll('#names-on-board option')].map(e => e.value).sort()"))
        .as("the names of the board are offered")
        .isEqualTo(
            json("[\"Jaish al-Adl\", \"Jaish ul-Adl\", \"east\", \"unknown camp\", \"west\"]"));
    fill("propose-alias-one", "the northern camp");
    fill("propose-alias-other", "the northern camp");
    assertThat(isReady()).as("one name is no link").isFalse();
    fill("propose-alias-other", "Camp 3");
    screenshot("inquiry-alias-names-" + language);
    assertThat(send())
        .isEqualTo(
            json(
                """
                {"kind": "alias", "as": "chief", "terms": {"labels": ["Camp 3", "the northern camp"], "matter": "%s"}}
                """
                    .formatted(MATTER)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fa"})
  void twoMattersAreProposedToBeAboutOneEvent(String language) {
    open("inquiry", language, JOINT, ".offers [data-act=alias]");
    choose("propose-alias-what", "matters");
    assertThat(isReady()).as("the newest other matter is chosen").isTrue();
    choose("propose-alias-matter", "ir.sarhad.example/joint#100");
    screenshot("inquiry-alias-matters-" + language);
    assertThat(send())
        .isEqualTo(
            json(
                """
                {"kind": "alias", "as": "chief", "terms": {"matters": ["ir.sarhad.example/joint#100", "%s"]}}
                """
                    .formatted(MATTER)));
  }

  /// Only with both signatures is it a link: until then it is shown as what one side proposes.
  @ParameterizedTest
  @CsvSource({"assent, assents", "refuse, refusals"})
  void theOtherSideConfirmsALinkOrDeclinesIt(String offer, String path) {
    open(
        "inquiry",
        "en",
        "inquiry/ir/100?tab=findings",
        "[data-alias='pk/236'] [data-offer=%s]:enabled".formatted(offer));
    if (offer.equals("assent")) {
      page.click("dialog .tick input").settled();
    } else {
      fill("refuse-act-reason", "They are two events.");
    }
    send();
    assertThat(node.writes().getLast().path()).isEqualTo("/acts/pk/236/" + path);
  }

  @ParameterizedTest
  @CsvSource({"inquiry, assent refuse", "inquiry-there, withdraw"})
  void bothSidesSeeALinkThatIsProposed(String scene, String offers) {
    visit(scene, "inquiry/ir/100?tab=findings");
    page.until("document.querySelector('[data-alias] [data-offer]')");
    page.settled();
    assertThat(texts("[data-alias='pk/236']"))
        .singleElement()
        .asString()
        .contains("ir/100 and pk/205", "Proposed by Pakistan");
    assertThat(
            page.ask(
                    "[...document.querySelectorAll('[data-alias] [data-offer]')].map(e => e.dataset.offer).join(' ')")
                .asText())
        .isEqualTo(offers);
    visit(scene, JOINT + "?tab=findings");
    page.until("document.querySelector('[data-alias]')");
    assertThat(texts("[data-alias='ir/134']"))
        .singleElement()
        .asString()
        .contains("Jaish al-Adl and Jaish ul-Adl");
    assertThat(count("[data-alias='ir/134'] [data-offer]")).as("it is in force").isZero();
  }
}
