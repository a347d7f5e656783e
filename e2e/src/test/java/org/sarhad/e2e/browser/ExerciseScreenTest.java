package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An exercise cannot be taken for something real: on the floor, in its room, on paper, by its
/// sound. Scenario step 27.
class ExerciseScreenTest extends BrowserTest {
  @Test
  void itIsSaidOnEveryScreenWhileItRuns() {
    for (String place : new String[] {"floor", "record", "incident/ir-2026-0031"}) {
      visit("exercise", place);
      page.until("document.querySelector('.bar.exercise')");
      assertThat(seen())
          .contains("EXERCISE", "An exercise is running:", "EX-PK-1", "Counted apart");
    }
    visit("live", "floor");
    assertThat(page.ask("document.querySelector('.bar.exercise')").isNull()).isTrue();
  }

  /// Its clock runs out before any real one, and hides none of them.
  @Test
  void itsClockIsInItsBarAndTheRealOneInTheStrip() {
    visit("exercise", "floor");
    page.until("document.querySelector('.bar.exercise .countdown')");
    assertThat(texts(".bar.exercise .countdown").getFirst()).startsWith("Acknowledge 01:");
    assertThat(texts(".facts .countdown")).hasSize(1).first().asString().startsWith("Acknowledge 02:");
  }

  @Test
  void itCountsApartInTheQueueAndBearsItsMark() {
    visit("exercise", "floor");
    page.until("document.querySelector('.item.exercise')");
    assertThat(page.ask("document.querySelector('.queue header').innerText").asText())
        .contains("6", "and 1 exercise");
    assertThat(page.ask("document.querySelectorAll('.item.exercise').length").asInt()).isEqualTo(1);
    assertThat(page.ask("document.querySelector('.item.exercise').innerText").asText())
        .contains("EXERCISE");
  }

  @ParameterizedTest
  @CsvSource({"en, EXERCISE", "fa, تمرین", "ur, مشق"})
  void itsRoomSaysSoInEveryLanguage(String language, String mark) {
    visit("exercise", "incident/EX-PK-1");
    prefer(language, "dark");
    assertThat(page.ask("document.querySelector('.exercise-banner').innerText").asText())
        .contains(mark);
    assertThat(
            page.ask("getComputedStyle(document.querySelector('.card'), '::after').backgroundImage")
                .asText())
        .as("each card bears the stripes")
        .contains("repeating-linear-gradient");
  }

  /// Everything of an exercise that can be put on paper has the mark across the sheet.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "paper/ir/44",
        "incident/EX-PK-1",
        "incident/EX-PK-1?as=own&at=2026-11-22T02:49:00.000Z"
      })
  void everyPrintOfItIsMarked(String place) {
    visit("exercise", place);
    page.until("document.querySelector('.watermark')").settled();
    page.call("Emulation.setEmulatedMedia", Map.of("media", "print"));
    assertThat(page.ask("document.querySelector('.watermark').checkVisibility()").asBoolean())
        .isTrue();
    assertThat(page.ask("document.querySelector('.watermark span').dataset.word").asText())
        .isEqualTo("EXERCISE");
    screenshot("print-exercise-" + place.replaceAll("\\W+", "-"));
  }

  @Test
  void noPrintOfAnythingRealIsMarked() {
    visit("live", "paper/ir/44");
    assertThat(page.ask("document.querySelector('.watermark')").isNull()).isTrue();
    visit("exercise", "incident/ir-2026-0031");
    assertThat(page.ask("document.querySelector('.watermark')").isNull()).isTrue();
  }

  /// The two alarms begin with another pitch; a real one drowns every exercise.
  @Test
  void itSoundsOtherwise() {
    page.before(
        """
        window.heard = [];
        window.AudioContext = class { state = 'running'; currentTime = 0; async resume() {} };
        window.OscillatorNode = class {
          constructor(audio, {frequency}) { window.heard.push(frequency); }
          connect(next) { return next; }
          start() {}
          stop() {}
        };
        window.GainNode = class {
          gain = {setValueAtTime() {}, linearRampToValueAtTime() {}};
          connect(next) { return next; }
        };
        """);
    visit("live", "floor");
    assertThat(
            page.ask(
                    """
                    import('/console/js/app/alarm.js').then(({Alarm}) => {
                      const alarm = new Alarm(() => {});
                      const round = what => {
                        window.heard.length = 0;
                        alarm.sound(what);
                        return [...window.heard];
                      };
                      return JSON.stringify([round('exercise'), round('exercise'), round('real'), round(''),
                                             alarm.sounding]);
                    })
                    """)
                .asText())
        .isEqualTo("[[330,330,330,440,554],[],[880,660,880,660],[],false]");
  }
}
