package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// STOP: two presses of one key and never out of sight; whom it is for and why may be said, and
/// never has to be; and each unit is seen to confirm.
class StopTest extends BrowserTest {
  private static final String ROOM = "incident/INC-PK-7";
  private static final String UNITS = "[data-crossing='pk/41'] .crossing-units > li";

  @Test
  void stopTakesTwoPressesOfOneKey() {
    visit("line", ROOM);
    page.until("document.querySelector('.room-rail .stop-button')");
    page.ask("document.querySelector('.room-rail .stop-button').focus()");
    page.press("Enter").until("document.querySelector('.room-rail .stop.armed')");
    assertThat(written()).as("one press arms").isEmpty();
    assertThat(seen()).contains("Press once more to stop 2 units of Pakistan");
    page.ask("new Promise(done => setTimeout(done, 500)).then(() => 0)");
    page.press("Enter").until("document.querySelector('.said').innerText.includes('STOP is said')");
    assertThat(written())
        .singleElement()
        .satisfies(
            write -> {
              assertThat(write.path()).isEqualTo("/crossings/pk/41/stop");
              assertThat(json(write.body())).isEqualTo(json("{}"));
            });
  }

  @Test
  void theTwoHalvesOfADoubleClickAreOnePress() {
    visit("line", ROOM);
    page.until("document.querySelector('.room-rail .stop-button')");
    page.ask(
        "document.querySelector('.room-rail .stop-button').click();"
            + " document.querySelector('.room-rail .stop-button').click(); 0");
    page.until("document.querySelector('.room-rail .stop.armed')");
    assertThat(written()).isEmpty();
    page.click(".room-rail .stop-not").until("!document.querySelector('.stop.armed')");
    assertThat(written()).isEmpty();
  }

  /// However small the window and however far one has read.
  @ParameterizedTest
  @CsvSource({"1440, 900", "1280, 700", "1024, 768", "420, 900", "390, 640"})
  void stopIsNeverBelowTheFold(int width, int height) {
    page.size(width, height);
    visit("line", ROOM);
    page.until("document.querySelector('.stop-button')").settled();
    assertThat(stopsInSight()).as("to begin with").isEqualTo(1);
    page.ask("document.querySelector('main').scrollTo(0, 100000)");
    page.settled();
    assertThat(stopsInSight()).as("at the end of the room").isEqualTo(1);
  }

  private int stopsInSight() {
    return page.ask(
            """
            [...document.querySelectorAll('.stop-button')].filter(e => {
              const box = e.getBoundingClientRect();
              const x = box.left + box.width / 2, y = box.top + box.height / 2;
              return box.height >= 44 && y > 0 && y < innerHeight && e.contains(document.elementFromPoint(x, y));
            }).length
            """)
        .asInt();
  }

  @Test
  void afterStopTheClockRunsUntilEveryUnitHasConfirmed() {
    visit("line-stopped", ROOM);
    page.until("document.querySelector('.stopped.waits')");
    assertThat(page.ask("document.querySelector('.bars').innerText").asText())
        .contains("STOP not confirmed by 1 unit", "U-PK-2");
    assertThat(seen())
        .contains("1 of 2 confirmed", "Confirm the STOP", "Nothing takes a STOP back");
    page.click(".room-rail .stopped.waits .first")
        .until("document.querySelector('.said').innerText");
    JsonNode said = json(written().getFirst().body());
    assertThat(said.path("kind").asText()).isEqualTo("crossing.stop_confirmed");
    assertThat(said.path("body").path("stop").asText()).isEqualTo("ir.sarhad.example/joint#52");
  }

  @Test
  void aSideOutOfSightIsNotSaidToHaveDisobeyed() {
    visit("line-silent", ROOM);
    page.until("document.querySelector('.stopped.waits')");
    assertThat(page.ask("document.querySelector('.stopped.waits').innerText").asText())
        .contains("cannot be judged")
        .doesNotContain("late");
  }

  // ---- whom, and why --------------------------------------------------------------------------

  @Test
  void someUnitsAreStoppedWithAReason() {
    visit("line", ROOM);
    page.until("document.querySelector('.room-rail .stop-choice')");
    page.click(".stop-choice summary").until("document.querySelector('.stop-choice[open]')");
    assertThat(texts(".stop-choice [aria-pressed=true]"))
        .as("all units to begin with")
        .containsExactly("Taftan 2 U-PK-2", "Saindak quick reaction U-PK-5");
    page.click(".stop-choice [aria-pressed=true]");
    page.ask("document.querySelector('#stop-pk-41-reason').focus()");
    page.type("Shots ahead").settled();
    assertThat(texts(".room-rail .stop-button").getFirst())
        .contains("Saindak quick reaction of Pakistan, at once");
    twoPresses();
    assertThat(sent())
        .isEqualTo(
            json(
                """
                {"units": ["U-PK-5"], "reason": "Shots ahead", "language": "en"}"""));
  }

  /// What was armed for all units does not stop some, and the other way round.
  @Test
  void anotherChoiceDisarms() {
    visit("line", ROOM);
    page.until("document.querySelector('.room-rail .stop-choice')");
    page.click(".stop-choice summary").until("document.querySelector('.stop-choice[open]')");
    page.click(".room-rail .stop-button").until("document.querySelector('.stop.armed')");
    page.click(".stop-choice [aria-pressed=true]").until("!document.querySelector('.stop.armed')");
    twoPresses();
    assertThat(sent()).isEqualTo(json("{\"units\": [\"U-PK-5\"]}"));
  }

  /// STOP never stops nobody.
  @Test
  void anEmptyChoiceIsNoChoice() {
    visit("line", ROOM);
    page.until("document.querySelector('.room-rail .stop-choice')");
    page.click(".stop-choice summary").until("document.querySelector('.stop-choice[open]')");
    for (int i = 0; i < 2; i++) {
      page.click(".stop-choice [aria-pressed=true]").settled();
    }
    assertThat(texts(".room-rail .stop-button").getFirst()).contains("2 units of Pakistan");
    twoPresses();
    assertThat(sent()).isEqualTo(json("{}"));
  }

  @Test
  void whoIsNotStoppedYetCanStillBe() {
    visit("line-some", ROOM);
    page.until("document.querySelector('.room-rail .stopped')");
    assertThat(texts(UNITS))
        .satisfiesExactly(
            free -> assertThat(free).contains("U-PK-2").doesNotContain("STOP"),
            stopped -> assertThat(stopped).contains("U-PK-5", "STOP: confirmed", "13:38"));
    assertThat(texts(".room-rail .stop-button").getFirst()).contains("1 unit of Pakistan");
  }

  @Test
  void eachUnitIsSeenToConfirm() {
    visit("line-stopped", ROOM);
    page.until("document.querySelector('.crossing-units')");
    assertThat(texts(UNITS))
        .satisfiesExactly(
            waits -> assertThat(waits).contains("U-PK-2", "STOP: not confirmed yet"),
            confirmed -> assertThat(confirmed).contains("U-PK-5", "STOP: confirmed", "14:08"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fa", "ur"})
  void theChoiceIsReadInEveryLanguage(String language) {
    visit("line", ROOM);
    prefer(language, "light");
    page.until("document.querySelector('.room-rail .stop-choice')");
    page.click(".stop-choice summary").until("document.querySelector('.stop-choice[open]')");
    page.click(".stop-choice [aria-pressed=true]").settled();
    assertThat(seen()).doesNotContain("⟦");
    screenshot("stop-choice-" + language);
    visit("line-some", ROOM);
    prefer(language, "light");
    page.until("document.querySelector('.room-rail .stopped')").settled();
    screenshot("stop-some-" + language);
  }

  private void twoPresses() {
    page.click(".room-rail .stop-button").until("document.querySelector('.room-rail .stop.armed')");
    page.ask("new Promise(done => setTimeout(done, 500)).then(() => 0)");
    page.click(".room-rail .stop-button")
        .until("document.querySelector('.said').innerText.includes('STOP is said')");
  }

  private JsonNode sent() {
    CannedNode.Write write = written().getFirst();
    assertThat(write.path()).isEqualTo("/crossings/pk/41/stop");
    return json(write.body());
  }
}
