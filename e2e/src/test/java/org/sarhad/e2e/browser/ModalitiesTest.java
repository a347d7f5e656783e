package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The agreed rules on the screen: an officer reads them as a treaty, sees what another document
/// changes and would do, drafts one, and suspends and resumes.
class ModalitiesTest extends BrowserTest {

  // ---- what is in force -----------------------------------------------------------------------

  @Test
  void whatIsInForceIsReadInTwoLanguages() {
    visit("rules", "modalities");
    assertThat(texts(".page-head .stage")).containsExactly("In force");
    assertThat(texts(".tongues-of p")).containsExactly("English", "فارسی");
    page.until("[...document.querySelectorAll('.bound')].every(b => b.innerText.trim())");
    assertThat(texts("#clause-6\\.1 .text"))
        .containsExactly(
            "A side tells the other of an incident in the zone within 15 minutes.",
            "هر طرف رویداد در منطقه را ظرف ۱۵ دقیقه به طرف دیگر اطلاع می‌دهد.");
    assertThat(texts("#clause-6\\.1 .binds").getFirst())
        .contains("First notice to the other side", "15 minutes", "clock.tell_peer");
    choose(".in-force .pair select:last-child", "ur");
    page.until("document.querySelector('.tongues-of p:last-child').lang === 'ur'");
    page.until(
        "document.querySelector('#clause-6\\\\.1 .words:last-child b').innerText.includes('منٹ')");
    assertThat(texts("#clause-6\\.1 .text").getLast()).contains("15 منٹ");
  }

  /// A node that judges places by another line than the agreed one says so, and what to do: who
  /// signs rules is led to a proposal of the line that is here.
  @ParameterizedTest
  @CsvSource({"en, dark", "fa, light", "ur, dark"})
  void anotherLineThanTheAgreedOneIsSaid(String language, String theme) {
    visit("rules-suspended", "modalities");
    prefer(language, theme);
    page.until("document.querySelector('.notice[role=status] [data-begin=line]')");
    screenshot("rules-other-line-" + language);
    page.click("[data-begin=line]");
    page.until("location.hash.includes('modalities/draft')").settled();
    page.until(
        "document.querySelector('.drafting')?.innerText.includes('iran-pakistan-border-ne10m')");
    visit("rules", "modalities");
    assertThat(page.ask("document.querySelector('[data-begin=line]') === null").asBoolean())
        .isTrue();
  }

  /// A value stands once: every language of the document says it, in its own words and digits.
  @ParameterizedTest
  @ValueSource(strings = {"en", "fa", "ur"})
  void noPlaceForAValueIsLeftEmpty(String language) {
    visit("rules", "modalities");
    prefer(language, "light");
    page.until("[...document.querySelectorAll('.bound')].every(b => b.innerText.trim())");
    assertThat(texts(".bound")).hasSizeGreaterThan(100).doesNotContain("");
    assertThat(seen()).doesNotContain("{value}", "⟦");
  }

  @Test
  void whereNothingIsInForceItSaysWhatToDo() {
    visit("rules-none", "modalities");
    assertThat(seen())
        .contains("No modalities are in force", "every other agreement is refused", "What to do");
    page.click("[data-begin=model]").until("document.querySelector('.drafting')");
    page.settled();
    assertThat(page.ask("location.hash").asText()).isEqualTo("#/modalities/draft");
    assertThat(texts(".clauses > li")).hasSizeGreaterThan(90);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rules-suspended | The review is overdue since 20 April 2019",
        "rules-noticed | The review is due in 17 days"
      })
  void aReviewIsRememberedWithoutEffect(String scene, String said) {
    visit(scene, "modalities");
    assertThat(texts(".notice").toString()).contains(said);
  }

  // ---- what an offer changes ------------------------------------------------------------------

  @Test
  void anOfferSaysWhatItWouldDo() {
    visit("rules", "modalities/pk/30");
    assertThat(texts(".effect-summary").getFirst())
        .contains("4 values change", "3 run cards change", "1 would be late at once");
    assertThat(texts(".effect-list > li").toString())
        .contains(
            "First notice to the other side: 15 minutes becomes 10 minutes",
            "SAHRA: priority P2 becomes P1",
            "Assent to a crossing: 0 sector commanders becomes 1 sector commander on each side",
            "First notice to the other side: 2 running duties move");
  }

  @Test
  void everyChangeIsShownWithoutAHue() {
    visit("rules", "modalities/pk/30");
    assertThat(texts(".change-kind"))
        .contains("≠ Other words", "≠ Other value", "+ Added", "− Removed", "⇅ Moved");
    assertThat(texts("#change-11\\.1 .words:nth-child(2) ins").toString())
        .contains("12,000", "measured from the nearest point of it.");
    assertThat(texts("#change-11\\.1 .words:nth-child(3) ins").toString()).contains("نزدیک‌ترین");
    assertThat(texts("#change-12\\.6 .comes .text")).hasSize(2);
    assertThat(texts("#change-29-.goes, #change-29 .quiet").toString()).contains("was clause 27");
    JsonNode lines =
        page.ask(
            "['ins', 'del'].map(tag => getComputedStyle(document.querySelector('.differences ' +"
                + " tag)).textDecorationLine)");
    assertThat(lines.path(0).asText()).isEqualTo("underline");
    assertThat(lines.path(1).asText()).isEqualTo("line-through");
  }

  @Test
  void wordsThatStayAreNotMarked() {
    visit("rules", "modalities");
    String marked =
        page.ask(
                """
                import('/console/js/screens/modalities/word-diff.js').then(({wordDiff}) => {
                  const all = (runs) => runs.map(r => r.changed ? `[${r.text}]` : r.text).join('');
                  const {before, after} = wordDiff('no further than 10 km from it', 'no further than 12 km, by air, from it');
                  return all(before) + ' | ' + all(after) + ' | ' + all(wordDiff('same', 'same').after);
                })
                """)
            .asText();
    assertThat(marked)
        .isEqualTo(
            "no further than [10 km] from it | no further than [12 km, by air, ]from it | same");
  }

  @Test
  void remarksStandAtTheirClause() {
    visit("rules", "modalities/pk/30?show=document");
    assertThat(texts("#clause-6\\.1 .remarks blockquote")).hasSize(2);
    page.click("#clause-6\\.1 .remarks button").until("document.querySelector('dialog textarea')");
    page.type("ten is too short").until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(node.writes().getFirst().path()).isEqualTo("/statements");
    assertThat(json(node.writes().getFirst().body()))
        .isEqualTo(
            json(
                """
                {"kind": "modalities.commented", "body": {"act": "pk.sarhad.example/joint#30",
                 "clause": "6.1", "language": "en", "text": "ten is too short"}}
                """));
  }

  // ---- signing --------------------------------------------------------------------------------

  @Test
  void anOfferIsSignedUnderItsHashWithTheEffectBeforeTheEyes() {
    visit("rules", "modalities/pk/30");
    page.click("[data-offer=assent]").until("document.querySelector('dialog .tick')");
    assertThat(texts("dialog .ceremony-effects").getFirst()).contains("3 run cards change");
    page.click("dialog .tick input").until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(node.writes().getFirst().path()).isEqualTo("/acts/pk/30/assents");
    assertThat(json(node.writes().getFirst().body()).path("leaf"))
        .isEqualTo(canned("live", "acts/pk/30").path("act").path("leaf"));
  }

  /// Whoever cannot read a document can refuse it, and nothing else.
  @Test
  void whatThisProgramCannotReadIsNotSigned() {
    visit("rules", "modalities/pk/31");
    assertThat(seen()).contains("Do not sign", "catalogue 9");
    assertThat(enabled(".offers button")).containsExactly("Refuse…");
  }

  /// Its terms are read where they are compared, not as a heap of members.
  @Test
  void anActOfTheRulesLeadsToThem() {
    visit("rules", "agreements/pk/30");
    assertThat(texts(".offers button")).isEmpty();
    page.click(".ceremony .button.first").until("document.querySelector('.effects')");
    assertThat(page.ask("location.hash").asText()).isEqualTo("#/modalities/pk/30");
  }

  // ---- drafting -------------------------------------------------------------------------------

  @Test
  void aCounterProposalBeginsWithWhatItAnswersAndIsCheckedBeforeItIsProposed() {
    visit("rules", "modalities/pk/30");
    page.click("[data-offer=counter]").until("document.querySelector('.drafting')").settled();
    assertThat(seen()).contains("It answers pk/30.", "It is to take the place of ir/12.");
    assertThat(enabled("[data-draft]")).containsExactly("Check and preview");
    page.click(".clauses > li:nth-child(16) .clause-acts button")
        .until("document.querySelector('#value')")
        .settled();
    assertThat(page.ask("document.querySelector('#value').value").asText()).isEqualTo("10");
    assertThat(seen()).contains("1 to 1,440 minutes", "Was: 15 minutes");
    page.ask("document.querySelector('#value').select()");
    page.type("2000").until("document.querySelector('#value[aria-invalid=true]')").settled();
    assertThat(seen()).contains("Not within the range that no version can leave.");
    page.ask("document.querySelector('#value').select()");
    page.type("12").until("document.querySelector('#value[aria-invalid=false]')").settled();
    page.click(".clause-editor .first").until("!document.querySelector('.clause-editor')");
    page.click("[data-draft=check]")
        .until("document.querySelector('[data-draft=propose]:enabled')");
    page.settled();
    page.click("[data-draft=propose]").until("document.querySelector('dialog .tick')").settled();
    assertThat(seen()).contains("It refuses pk/30 if that is still open.");
    page.click("dialog .tick input").until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog')");

    assertThat(node.writes()).extracting(CannedNode.Write::path).contains("/modalities/previews");
    JsonNode sent = json(node.writes().getLast().body());
    assertThat(node.writes().getLast().path()).isEqualTo("/acts");
    assertThat(sent.at("/counters/act").asText()).isEqualTo("pk/30");
    assertThat(sent.at("/supersedes/act").asText()).isEqualTo("ir/12");
    assertThat(sent.at("/terms/number").asInt()).isEqualTo(2);
    assertThat(sent.at("/terms/clauses/15/bind"))
        .isEqualTo(json("{\"key\": \"clock.tell_peer\", \"unit\": \"min\", \"value\": 12}"));
  }

  /// A draft that was changed after it was checked is checked again before it is proposed.
  @Test
  void whatWasChangedIsCheckedAgain() {
    visit("rules-none", "modalities");
    page.click("[data-begin=model]").until("document.querySelector('.drafting')").settled();
    page.click("[data-draft=check]")
        .until("document.querySelector('[data-draft=propose]:enabled')");
    page.ask("document.querySelector('#title-en').focus()");
    page.type("!").until("document.querySelector('[data-draft=propose]:disabled')").settled();
    assertThat(seen()).contains("Changed since it was last checked.");
  }

  @Test
  void aClauseIsAddedBoundAndRemoved() {
    visit("rules-none", "modalities");
    page.click("[data-begin=model]").until("document.querySelector('.drafting')").settled();
    int before = texts(".clauses > li").size();
    page.click(".clauses > li:nth-child(16) .clause-acts button:last-child")
        .until("document.querySelector('#clause-number')")
        .settled();
    assertThat(page.ask("document.querySelector('#clause-number').value").asText())
        .isEqualTo("6.2");
    assertThat(texts("#binds option").toString())
        .as("what another clause binds is not offered")
        .doesNotContain("First notice to the other side");
    page.click(".clause-editor footer button").until("!document.querySelector('.clause-editor')");
    assertThat(texts(".clauses > li")).hasSize(before);
  }

  // ---- suspension -----------------------------------------------------------------------------

  @Test
  void aSuspensionIsAnnouncedForTheAgreedTime() {
    visit("rules", "modalities");
    page.click("[data-act=suspend]").until("document.querySelector('dialog textarea')").settled();
    assertThat(seen()).contains("By notice of 2 days", "Only your side can end it.");
    page.ask("document.querySelector('dialog textarea').focus()");
    page.type("elections").until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    JsonNode sent = json(node.writes().getFirst().body());
    assertThat(sent.path("kind").asText()).isEqualTo("modalities.suspension_noticed");
    assertThat(sent.at("/body/from").asText())
        .as("48 hours after 09:10, and time to write it")
        .startsWith("2019-04-24T09:");
    assertThat(sent.at("/body/reason").asText()).isEqualTo("elections");
  }

  @Test
  void anEmergencyIsLabelledBeforeItIsSigned() {
    visit("rules", "modalities");
    page.click("[data-act=suspend]").until("document.querySelector('#suspend-how')").settled();
    choose("#suspend-how", "emergency");
    page.settled();
    assertThat(seen()).contains("it is labelled an emergency for ever");
    page.ask("document.querySelector('dialog textarea').focus()");
    page.type("unrest").until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(json(node.writes().getFirst().body()))
        .isEqualTo(json("{\"kind\":\"modalities.suspended\",\"body\":{\"emergency\":\"unrest\"}}"));
  }

  @Test
  void whoHasSuspendedIsSaidWithItsReasonAndLabel() {
    visit("rules-suspended", "modalities");
    assertThat(texts(".suspension").toString())
        .contains(
            "Iran has suspended the modalities.",
            "Emergency: at once, without notice",
            "Pakistan suspends from 24 April 2019");
    assertThat(seen())
        .contains("New agreements are refused.", "The fast lane for life stays open.");
    visit("rules-noticed", "modalities");
    page.click("[data-act=withdraw-notice]").until("document.querySelector('dialog textarea')");
    page.type("not needed").until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(json(node.writes().getFirst().body()).at("/body/notice").asText())
        .isEqualTo("ir.sarhad.example/joint#46");
  }

  /// A desk whose role does not suspend or sign is shown everything and offered nothing.
  @Test
  void whoMayNotSignIsOfferedNothing() {
    visit("live", "modalities");
    assertThat(texts("[data-act], .begin button, .remarks button")).isEmpty();
    visit("live", "modalities/pk/30");
    assertThat(texts(".offers button")).isEmpty();
    assertThat(texts(".effect-list > li")).isNotEmpty();
  }

  // ---- on paper -------------------------------------------------------------------------------

  @Test
  void aTreatyIsPrintedWithItsSignaturesHashAndCodes() {
    visit("rules", "modalities/ir/12/paper");
    page.until("document.querySelector('.qr')");
    assertThat(texts(".treaty-sheet h1")).hasSize(1);
    assertThat(texts(".signatures-on-paper > div")).hasSize(2);
    assertThat(texts(".treaty-sheet .leaf").getFirst().replaceAll("\\s", ""))
        .isEqualTo(canned("live", "acts/ir/12").path("act").path("leaf").asText());
    assertThat(texts(".treaty-sheet .clauses > li")).hasSizeGreaterThan(90);
    screenshot("treaty");
  }

  // ---- parts ----------------------------------------------------------------------------------

  private void choose(String selector, String value) {
    page.ask(
        "(() => { const s = document.querySelector(%s); s.value = %s; s.dispatchEvent(new Event('change')); })()"
            .formatted(Page.quoted(selector), Page.quoted(value)));
  }

  private List<String> enabled(String selector) {
    return texts(selector + ":enabled");
  }
}
