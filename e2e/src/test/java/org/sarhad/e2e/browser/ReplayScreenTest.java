package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Looking back at an incident: what it says, how one moves in it without a mouse, and that nothing
/// can be done in it.
class ReplayScreenTest extends BrowserTest {
  private static final String ROOM = "incident/ir-2026-0031";
  private static final String AT = "&at=2026-11-22T02:31:02.000Z";
  private static final String SLIDER = ".past-slider input";

  private void look(String as) {
    visit("live", ROOM + "?as=" + as + AT);
    page.until("document.querySelector('.past-banner')").settled();
  }

  @Test
  void theRoomLeadsIntoThePastAndBack() {
    visit("live", ROOM);
    page.click(".to-replay").until("document.querySelector('.past-banner')").settled();
    assertThat(address()).isEqualTo("#/incident/ir-2026-0031?as=own");
    page.click(".past-banner .button").until("!document.querySelector('.past-banner')");
    assertThat(address()).isEqualTo("#/incident/ir-2026-0031");
  }

  @Test
  void itSaysWhoseKnowledgeWhenOnEveryWallAndWhatItRestsOn() {
    look("pk");
    assertThat(seen())
        .contains(
            "Replay: as Pakistan knew at 06:01 THR · 07:31 KHI · 02:31Z",
            "Made of what was released only: Pakistan knew at least this",
            "Not decidable at that moment");
    look("own");
    assertThat(seen()).contains("Replay: as Iran knew at", "Made of everything this side kept.");
    look("both");
    assertThat(seen()).contains("Replay: as both knew at", "by their signatures alone");
  }

  @Test
  void theSwitchKeepsTheMomentAndTheAddressHoldsTheQuestion() {
    look("own");
    page.click(".past-controls .choice button:nth-child(2)")
        .until("document.querySelector('.past-banner').innerText.includes('Pakistan')");
    assertThat(address()).contains("as=pk", "at=2026-11-22T02%3A31%3A02.000Z");
    page.click(".past-controls .choice button:last-child")
        .until("document.querySelector('.past-banner').innerText.includes('both')");
    assertThat(page.ask("document.querySelectorAll('.choice [aria-pressed=true]').length").asInt())
        .as("one viewpoint, one mode of the columns")
        .isEqualTo(2);
  }

  @Test
  void theKeyboardGoesFromChangeToChange() {
    look("own");
    page.ask("document.querySelector('.past-slider input').focus()");
    int here = value();
    int last = page.ask("Number(document.querySelector('.past-slider input').max)").asInt();
    press("ArrowLeft", here - 1);
    press("ArrowRight", here);
    press("Home", -1);
    assertThat(
            page.ask("document.querySelector('.past-slider input').getAttribute('aria-valuetext')")
                .asText())
        .isEqualTo("Before anything was known");
    press("End", last);
    assertThat(page.ask("document.activeElement.type").asText()).isEqualTo("range");
    page.click(".past-slider button:first-child");
    awaitValue(last - 1);
    page.click(".past-slider button:last-of-type");
    awaitValue(last);
    assertThat(
            page.ask("document.querySelector('.past-slider button:last-of-type').disabled")
                .asBoolean())
        .as("there is nothing after the last")
        .isTrue();
  }

  /// In a page that runs from right to left the slider does too: the arrow goes where it points.
  @ParameterizedTest
  @ValueSource(strings = {"fa", "ur"})
  void fromRightToLeftTheArrowsGoWhereTheyPoint(String language) {
    look("own");
    prefer(language, "dark");
    page.ask("document.querySelector('.past-slider input').focus()");
    int here = value();
    press("ArrowRight", here - 1);
    press("ArrowLeft", here);
    assertThat(
            page.ask(
                    "document.querySelector('.past-slider button:first-child').getBoundingClientRect().left"
                        + " > document.querySelector('.past-slider button:last-of-type').getBoundingClientRect().left")
                .asBoolean())
        .as("the change before is at the right")
        .isTrue();
    assertThat(
            page.ask(
                "[...document.querySelectorAll('bdi.code')].map(e => getComputedStyle(e).direction)"))
        .allSatisfy(direction -> assertThat(direction.asText()).isEqualTo("ltr"));
  }

  @Test
  void nothingCanBeDoneInThePast() {
    look("own");
    assertThat(
            page.ask(
                    "document.querySelectorAll('.composer, .menu, .room-rail button, .acts button').length")
                .asInt())
        .isEqualTo(page.ask("document.querySelectorAll('.acts[hidden] button').length").asInt());
    for (String key : List.of("a", "t", "r", "n")) {
      page.ask("document.querySelector('main').focus()");
      page.press(key);
      page.until("document.querySelector('.said').innerText.includes('This is a replay')");
      assertThat(page.ask("document.querySelectorAll('dialog[open]').length").asInt()).isZero();
    }
    Chromium.pause(java.time.Duration.ofSeconds(3));
    assertThat(node.writes()).as("nor is looking back a reading").isEmpty();
    page.press("?");
    page.until("document.querySelector('dialog[open]')");
  }

  @Test
  void whatWasNotKnownIsNotThere() {
    node.play("past");
    visit("past", ROOM + "?as=pk&at=2026-11-22T01:10:00.000Z");
    page.until("document.querySelector('.past-unknown')").settled();
    assertThat(seen()).contains("At that moment Pakistan did not know of this incident.");
    assertThat(page.ask("document.querySelectorAll('.card').length").asInt()).isZero();
  }

  /// Clocks and ages are those of the moment, not of the desk that looks back.
  @Test
  void agesAndClocksAreReckonedFromTheMoment() {
    look("own");
    String clock = page.ask("document.querySelector('.room-head .countdown').innerText").asText();
    assertThat(clock).contains("late");
    assertThat(seen()).doesNotContain("1 h 41 min");
  }

  /// Most watches never look back: what draws the past is not part of the first screen.
  @Test
  void thePastIsFetchedWhenSomebodyLooksBack() {
    visit("live", ROOM);
    assertThat(page.requests()).noneMatch(address -> address.matches(".*replay\\.(js|css)"));
    page.click(".to-replay").until("document.querySelector('.past-banner')").settled();
    assertThat(page.requests()).anyMatch(address -> address.endsWith("replay.js"));
  }

  @Test
  void itPrintsAsAReviewWithItsDigest() {
    look("both");
    page.call("Emulation.setEmulatedMedia", java.util.Map.of("media", "print"));
    page.settled();
    assertThat(seen())
        .contains("After-action review", "Both nodes print the same digest", "Printed");
    assertThat(shown(".past-controls")).isFalse();
    assertThat(shown(".past-banner .button")).isFalse();
    assertThat(shown(".past-report bdi.code")).isTrue();
    screenshot("print-replay");
  }

  private boolean shown(String selector) {
    return page.ask("document.querySelector('%s').checkVisibility()".formatted(selector))
        .asBoolean();
  }

  private void press(String key, int expected) {
    page.press(key);
    awaitValue(expected);
  }

  private void awaitValue(int expected) {
    page.until("Number(document.querySelector('%s').value) === %d".formatted(SLIDER, expected))
        .settled();
    page.until(
        "document.querySelector('.past-head').getAttribute('aria-busy') === 'false'"
            + " && Number(document.querySelector('%s').value) === %d".formatted(SLIDER, expected));
  }

  private int value() {
    return page.ask("Number(document.querySelector('%s').value)".formatted(SLIDER)).asInt();
  }

  private String address() {
    return page.ask("location.hash").asText();
  }
}
