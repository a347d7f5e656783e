package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands beside an original and never in its place: copies of exhibits, translations of
/// claims.
class InquiryCopiesTest extends InquiryFormTest {
  private static final String CUSTODY = JOINT + "?tab=custody";

  /// SHA-256 of the three letters that a file from the desk has.
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private void hash() {
    take("copy-exhibit-file", "abc");
    page.until("document.querySelector('#copy-exhibit-digest').value.length === 64");
    page.settled();
  }

  private String typed(String field) {
    return page.ask("document.querySelector('#copy-exhibit-%s').value".formatted(field)).asText();
  }

  // ---- copies ---------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"en", "fa"})
  void aWorkingCopyIsRegisteredWithItsOriginal(String language) {
    open("inquiry", language, CUSTODY, "[data-exhibit='ir/119'] [data-act=copy]");
    assertThat(isReady()).as("without a file").isFalse();
    hash();
    screenshot("inquiry-working-copy-" + language);
    assertThat(send())
        .isEqualTo(
            json(
                """
                {"kind": "inquiry.evidence_registered", "body": {"copy": "working", "level": "exists",
                 "matter": "%s", "of": "ir.sarhad.example/joint#119", "sha256": "%s"}}
                """
                    .formatted(MATTER, ABC)));
  }

  /// It begins with what the copy has in common with the original, and says what was taken out.
  @ParameterizedTest
  @ValueSource(strings = {"en", "ur"})
  void aRedactedCopyIsRegisteredWithItsReasonAndItsOriginal(String language) {
    open("inquiry", language, CUSTODY, "[data-exhibit='ir/119'] [data-act=copy]");
    choose("copy-exhibit-copy", "redacted");
    assertThat(typed("organisation")).isEqualTo("District forensic laboratory");
    hash();
    assertThat(isReady()).as("without a reason").isFalse();
    fill("copy-exhibit-reason", "Names of patients are covered.");
    fill("copy-exhibit-text", "admissions, names covered");
    choose("copy-exhibit-language", "en");
    screenshot("inquiry-redacted-copy-" + language);
    assertThat(send())
        .isEqualTo(
            json(
                """
                {"kind": "inquiry.evidence_redacted", "body": {
                 "description": {
                   "collected": {"type": "interval", "from": "2019-04-25T03:00:00.000Z", "to": "2019-04-25T04:00:00.000Z"},
                   "custodian": {"function": "evidence room", "organisation": "District forensic laboratory"},
                   "media": "application/octet-stream", "place": {"label": "Pillar 154"}, "size": 3,
                   "words": {"lang": "en", "text": "admissions, names covered"}},
                 "of": "ir.sarhad.example/joint#119",
                 "reason": {"lang": "en", "text": "Names of patients are covered."}, "sha256": "%s"}}
                """
                    .formatted(ABC)));
  }

  @Test
  void theFileOfTheOriginalIsNoRedactedCopyOfIt() {
    open("inquiry", "en", CUSTODY, "[data-exhibit='ir/119'] [data-act=copy]");
    choose("copy-exhibit-copy", "redacted");
    fill("copy-exhibit-digest", "d3e7ecaa24cc6fa4698b2970322a1d1321d0cb4de6057ad5d2e5e47eddb11966");
    assertThat(texts("dialog .refusal"))
        .containsExactly("This is the file of the original: nothing has been taken out of it.");
  }

  @Test
  void whyACopyIsRefusedIsSaidInASentence() {
    node.refuseWrites("inquiry.matter_closed");
    open("inquiry", "en", CUSTODY, "[data-exhibit='ir/120'] [data-act=copy]");
    hash();
    page.click("dialog .first").until("document.querySelector('dialog .refusal')");
    assertThat(seen()).contains("Your side has closed this matter; open it again first.");
    assertThat(typed("digest")).as("nothing typed is lost").isEqualTo(ABC);
  }

  /// Each side sees of every copy what it was made of; only the holder makes another one.
  @ParameterizedTest
  @CsvSource({"inquiry, ir", "inquiry-there, pk"})
  void bothSidesSeeWhatACopyWasMadeOf(String scene, String holder) {
    visit(scene, CUSTODY);
    page.until("document.querySelectorAll('.exhibit').length === 6");
    assertThat(texts("[data-exhibit='ir/136']"))
        .singleElement()
        .asString()
        .contains("working copy", "Made of ir/119 d3e7ecaa");
    assertThat(texts("[data-exhibit='ir/119']"))
        .singleElement()
        .asString()
        .contains("Copies made of it ir/136");
    assertThat(texts("[data-exhibit='pk/230']"))
        .singleElement()
        .asString()
        .contains("redacted copy", "Made of pk/217", "Faces of bystanders are covered.");
    assertThat(
            page.ask(
                "[...new Set([...document.querySelectorAll('.exhibit [data-act=copy]')].map(e => e.closest('.exhibit').dataset.exhibit.split('/')[0]))]"))
        .isEqualTo(json("[\"%s\"]".formatted(holder)));
  }

  // ---- translations ---------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"en", "ur"})
  void aClaimOfEitherSideIsTranslated(String language) {
    String claim = language.equals("en") ? "ir/126" : "ir/121";
    open(
        language.equals("en") ? "inquiry" : "inquiry-there",
        language,
        "inquiry/claim/" + claim,
        "[data-claim='%s'] [data-act=translate]".formatted(claim));
    assertThat(isReady()).as("without words").isFalse();
    fill("translate-claim-text", "Two patrols, one at each way out.");
    screenshot("inquiry-translation-" + language);
    assertThat(send())
        .isEqualTo(
            json(
                """
                {"kind": "inquiry.claim_translated", "body": {"claim": "%s",
                 "words": {"lang": "%s", "text": "Two patrols, one at each way out."}}}
                """
                    .formatted(claim.replace("/", ".sarhad.example/joint#"), language)));
  }

  /// The whole of it stands in the form, not the beginning that the board shows, and not the
  /// language in which it stands already.
  @Test
  void whoTranslatesSeesAllThatWasSaid() {
    open("inquiry-there", "en", JOINT, ".board [data-claim='ir/121'] [data-act=translate]");
    page.until("document.querySelector('dialog q')");
    assertThat(texts("dialog q"))
        .singleElement()
        .asString()
        .contains("found on the road before the first ambulance came.");
    assertThat(
            page.ask(
                "[...document.querySelectorAll('#translate-claim-language option')].map(e => e.value)"))
        .isEqualTo(json("[\"fa\", \"ur\"]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"inquiry", "inquiry-there"})
  void bothSidesSeeATranslationBesideItsOriginal(String scene) {
    visit(scene, JOINT);
    page.until("document.querySelector(\".board [data-claim='ir/126']\")");
    assertThat(texts(".board [data-claim='ir/126'] [data-field=value]"))
        .as("the original stands")
        .singleElement()
        .asString()
        .contains("دو گشت");
    page.click(".board [data-claim='ir/126'] [data-field=history] a")
        .until("document.querySelector('[data-translation]')");
    assertThat(texts("[data-translation='pk/228']"))
        .singleElement()
        .asString()
        .contains("Two patrols closed the ways out.", "translated by Pakistan", "pk/228");
  }

  @Test
  void whatHasNoWordsHasNothingToTranslate() {
    visit("inquiry", JOINT);
    page.until("document.querySelector('.board')");
    JsonNode offered =
        page.ask(
            "[...document.querySelectorAll('.board [data-act=translate]')].map(e => e.closest('.claim').dataset.claim).sort()");
    assertThat(offered).isEqualTo(json("[\"ir/121\", \"ir/126\"]"));
  }
}
