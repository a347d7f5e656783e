package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.node.verify.KeyRing;
import org.sarhad.node.verify.Scanned;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.policy.Policy;

/// A co-signed act on one sheet. The canned one was signed by two nodes, so that what is scanned
/// from the picture of the paper can be judged as a stranger would judge it.
class ActPaperTest extends BrowserTest {
  private static final String SHEET = "agreements/ir/4/paper";

  @Test
  void allThatWasSignedIsOnOneSheet() {
    visit("signed", SHEET);
    page.until("document.querySelectorAll('.qr').length === 5");
    var act = canned("signed", "acts/ir/4");
    assertThat(texts(".act-sheet .stamp")).containsExactly("In force");
    assertThat(texts(".act-sheet h1").getFirst())
        .contains("Joint quick reaction force on the common border");
    assertThat(texts(".act-sheet .letterhead .of").getFirst())
        .contains("between Iran and Pakistan");
    assertThat(texts(".said-on-paper").getFirst())
        .contains("No unit crosses the line without an assent to that crossing.");
    assertThat(texts(".signatures-on-paper > div"))
        .satisfiesExactly(
            ir -> assertThat(ir).contains("Iran", "Security chief", "ir/4", "officer/0e96d26f"),
            pk -> assertThat(pk).contains("Pakistan", "Security chief", "pk/4", "12:12Z"));
    assertThat(texts(".act-sheet .leaf").getFirst().replaceAll("\\s", ""))
        .isEqualTo(act.at("/act/leaf").asText());
    assertThat(
            page.ask("[...document.querySelectorAll('.act-sheet pre.exact')].map(e => e.innerText)")
                .valueStream()
                .map(text -> text.asText().strip())
                .toList())
        .containsExactly(act.path("bytes").asText().strip(), act.path("body").asText());
    assertThat(texts(".by-entry [data-entry] h3"))
        .satisfiesExactly(
            proposed -> assertThat(proposed).contains("Iran", "ir/4"),
            assented -> assertThat(assented).contains("Pakistan", "pk/4"));
  }

  /// With the codes alone, and whatever the order: both signatures, in one go.
  @Test
  void theCodesProveBothSignaturesAndNoOtherWord() throws Exception {
    visit("signed", SHEET);
    page.until("document.querySelectorAll('.qr').length === 5").onPaper();
    List<String> scans = page.pictures(".qr").stream().map(PaperScan::read).toList();
    var policy = Policy.parse(Bytes.ofUtf8(scans.getLast() + "\n"));
    List<String> heap = scans.subList(0, scans.size() - 1).reversed();
    assertThat(heap).as("an entry and a proof of each").hasSize(4);

    assertThat(judged(heap, policy)).containsExactly(true, true);
    assertThat(Scanned.read(heap))
        .extracting(print -> print.entry().id().toString())
        .containsExactlyInAnyOrder("ir.sarhad.example/joint#4", "pk.sarhad.example/joint#4");
    List<String> tampered =
        heap.stream().map(text -> text.replace("within 40 km", "within 90 km")).toList();
    assertThat(tampered).isNotEqualTo(heap);
    assertThat(judged(tampered, policy)).containsExactlyInAnyOrder(true, false);
  }

  private static List<Boolean> judged(List<String> scans, Policy policy) throws Exception {
    var ring = KeyRing.of(List.of(), Optional.of(policy));
    var verdicts = new ArrayList<Boolean>();
    for (var print : Scanned.read(scans)) {
      verdicts.add(print.judge(ring, Signatures.jdk()).isProven());
    }
    return verdicts;
  }

  /// Where an act is read, its sheet is one press away; modalities have theirs as a treaty.
  @ParameterizedTest
  @CsvSource({
    "signed, agreements/ir/4, #/agreements/ir/4/paper",
    "live, agreements/ir/12, #/modalities/ir/12/paper",
    "line, crossings, #/agreements/pk/41/paper"
  })
  void theSheetIsOnePressAway(String scene, String place, String sheet) {
    visit(scene, place);
    page.until("document.querySelector('main a[href=\"%s\"]')".formatted(sheet));
  }

  /// What no head covers yet says so, and does not look proven.
  @Test
  void whatIsNotProvenYetSaysSo() {
    visit("rules", "modalities/ir/12/paper");
    page.until("document.querySelector('.by-entry')");
    assertThat(texts(".by-entry").getFirst()).contains("Not everything is under a signed head");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fa", "ur"})
  void itPrintsWellInEveryLanguage(String language) {
    page.size(900, 3400);
    visit("signed", SHEET);
    prefer(language, "dark");
    page.until("document.querySelectorAll('.qr').length === 5").onPaper();
    screenshot("act-paper-" + language);
    assertThat(seen()).doesNotContain("⟦");
    assertNothingOfTheFrameIsPrinted();
    assertThat(page.ask("document.documentElement.scrollWidth <= innerWidth").asBoolean())
        .as("nothing runs off the paper")
        .isTrue();
    assertThat(
            page.ask(
                    "[...document.querySelectorAll('.sheet bdi.code, .sheet .leaf, .sheet pre')]"
                        + ".every(e => getComputedStyle(e).direction === 'ltr')")
                .asBoolean())
        .as("names, hashes and bytes run left to right")
        .isTrue();
  }
}
