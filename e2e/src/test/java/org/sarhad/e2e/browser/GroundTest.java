package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/// The import of geography: what was read is looked at beside what is in force, and put in place
/// only by a hand.
class GroundTest extends BrowserTest {
  private static final String PLACE = "admin?tab=ground";

  private void previewed() {
    visit("ground", PLACE);
    page.until("document.querySelectorAll('.ground-map').length === 2");
  }

  @Test
  void whatIsWrongIsNamedByItsFeatureWithWhatToDo() {
    previewed();
    assertThat(read(".ground-refusals"))
        .contains("2 features were left out", "Feature 32:", "Draw it so that it does not")
        .contains("Feature 33:", "GeoJSON has the longitude first");
  }

  @Test
  void whatChangesIsDrawnAndSaid() {
    previewed();
    assertThat(read(".ground-changes"))
        .contains("8,540 cells: open ground becomes sand", "Gate kuhak is added");
    assertThat(page.ask("document.querySelectorAll('.ground-map .turned').length").asInt())
        .as("where it differs")
        .isBetween(20, 400);
    assertThat(page.ask("document.querySelectorAll('figure:first-child .turned').length").asInt())
        .as("not on what is in force")
        .isZero();
    assertThat(read(".ground-cells")).contains("+8,540");
    assertThat(read(".ground-preview header")).contains("Not in force");
  }

  @Test
  void itIsPutInPlaceByItsName() {
    previewed();
    page.click("[data-offer=put]");
    page.until("document.querySelector('.said')?.innerText.includes('In place')");
    JsonNode sent = json(written().getFirst().body());
    assertThat(written().getFirst().path()).isEqualTo("/geo/ground");
    assertThat(sent.path("sha256").asText()).hasSize(64);
  }

  @Test
  void itIsThrownAwayAndTheOneBeforeTakenBack() {
    previewed();
    page.click("[data-offer=discard]");
    page.until("document.querySelector('[data-offer=take-back]')").settled();
    page.click("[data-offer=take-back]");
    page.until("document.querySelector('.said')?.innerText.includes('before is in place')");
    assertThat(written())
        .extracting(write -> write.method() + " " + write.path())
        .containsExactly("DELETE /geo/ground/draft", "POST /geo/ground/former");
  }

  @Test
  void whoHoldsNoGroundSaysForWhichRegionAFileIs() {
    visit("live", PLACE);
    page.until("document.querySelector('.file-button input')");
    assertThat(seen()).contains("This node holds no ground");
    assertThat(page.ask("document.querySelector('.file-button input').disabled").asBoolean())
        .isTrue();
    page.ask(
        """
        (e => { e.value = '24.9, 60.3, 30.1, 64.2'; e.dispatchEvent(new Event('input')); })(
            document.querySelector('#ground-read-region'))""");
    page.until("!document.querySelector('.file-button input').disabled");
    page.ask(
        """
        (input => {
          const files = new DataTransfer();
          files.items.add(new File(['{"type":"FeatureCollection","features":[]}'], 'land.geojson'));
          input.files = files.files;
          input.dispatchEvent(new Event('change'));
        })(document.querySelector('.file-button input'))""");
    page.until("!document.querySelector('progress')").settled();
    assertThat(written().getFirst().path()).isEqualTo("/geo/ground/draft");
    assertThat(written().getFirst().body()).contains("FeatureCollection");
  }

  private String read(String selector) {
    return page.ask("document.querySelector('%s').innerText".formatted(selector))
        .asText()
        .replaceAll("[\u2068\u2069]", "");
  }
}
