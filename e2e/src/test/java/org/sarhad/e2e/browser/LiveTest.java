package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What changes shows at once; what no longer can be heard shows too; and a P1 sounds until
/// somebody answers.
class LiveTest extends BrowserTest {
  @Test
  void anEventChangesTheScreenWithoutATouch() {
    visit("empty", "floor");
    page.until("document.querySelector('.queue').innerText.includes('No open items.')");
    node.play("live");
    long begun = System.nanoTime();
    node.tell(
        "incident",
        "{\"at\":\"2026-11-22T02:49:10.000Z\",\"incident\":\"pk-2026-0007\",\"alarm\":\"p1\"}");
    page.until("document.querySelectorAll('[data-incident]').length === 6");
    System.out.printf(
        "event to screen %d ms%n", Duration.ofNanos(System.nanoTime() - begun).toMillis());
    assertThat(page.ask("document.querySelector('.item.waits').dataset.incident").asText())
        .isEqualTo("pk-2026-0007");
  }

  @Test
  void aConsoleThatHearsNothingSaysSo() {
    visit("live", "floor");
    page.until("document.querySelectorAll('[data-incident]').length === 6");
    node.close();
    page.until("document.querySelector('.bars').innerText.includes('No live updates since')");
    assertThat(page.ask("document.querySelectorAll('[data-incident]').length").asInt())
        .as("what was known stays on the screen")
        .isEqualTo(6);
    leave();
  }

  @Test
  void aBrowserThatHoldsTheSoundBackIsSaid() {
    visit("live", "floor");
    page.until(
        "document.querySelector('.bars').innerText.includes('The browser is holding the alarm sound back.')");
    page.click(".bar button")
        .until("!document.querySelector('.bars').innerText.includes('holding the alarm')");
  }

  @Test
  void openingARoomIsReportedAsReading() {
    visit("live", "incident/pk-2026-0007");
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (node.writes().isEmpty() && System.nanoTime() < end) {
      Chromium.pause(Duration.ofMillis(100));
    }
    assertThat(node.writes())
        .singleElement()
        .satisfies(
            write -> {
              assertThat(write.path()).isEqualTo("/reads");
              assertThat(write.body()).contains("pk/62", "pk/63");
            });
  }

  @Test
  void aNoteIsSentOnceHoweverOftenItIsPressed() {
    visit("live", "incident/ir-2026-0031");
    page.click(".composer input[value=release]").until("!document.querySelector('#note').disabled");
    page.ask("document.querySelector('#note').focus()");
    page.type("Foam is on its way.");
    page.until("!document.querySelector('.composer .first').disabled");
    page.ask(
        """
        (() => { const form = document.querySelector('.composer');
          form.requestSubmit(); form.requestSubmit(); form.requestSubmit(); })()
        """);
    page.until("document.querySelector('.said').innerText.includes('Released')");
    assertThat(node.writes().stream().filter(write -> write.path().endsWith("/notes"))).hasSize(1);
  }
}
