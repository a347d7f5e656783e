package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What a watch officer does in the first minute, without a mouse.
class KeyboardPathTest extends BrowserTest {
  @Test
  void signsInTakesTheWatchAndAcknowledges() {
    node.play("door");
    page.go(at("floor")).until("document.activeElement?.id === 'login'");
    page.type("watch").press("Tab").type("long enough password").press("Enter");
    page.until("document.querySelector('.queue h1')");

    page.until("document.querySelectorAll('[data-incident]').length === 6");
    page.press("j").press("j").press("k");
    assertThat(focused("dataset.incident")).isEqualTo("pk-2026-0007");
    page.press("Enter").until("location.hash === '#/incident/pk-2026-0007'");
    page.until("document.querySelector('.room-head h1')");
    page.press("a").until("document.querySelector('.said').innerText");

    assertThat(node.writes())
        .anySatisfy(
            write -> assertThat(write.path()).isEqualTo("/incidents/pk-2026-0007/acknowledge"));
  }

  @Test
  void raisesAnAlertWithItsAudienceFirst() {
    visit("live", "floor");
    page.press("n").until("document.querySelector('dialog[open]')");
    page.until("document.activeElement?.value === 'internal'");
    assertThat(page.ask("document.querySelector('#alert-what').matches(':disabled')").asBoolean())
        .as("nothing can be typed before the audience is chosen")
        .isTrue();

    page.press(" ").until("!document.querySelector('#alert-what').matches(':disabled')");
    page.ask("document.querySelector('#alert-what').focus()");
    page.type("Lorry on fire").press("Tab").type("Taftan");
    page.until("document.querySelector('.hints')");
    page.ask("document.querySelector('input[value=P2]').click()");
    page.until("!document.querySelector('dialog .first').disabled");
    page.ask("document.querySelector('#alert-what').focus()");
    page.press("Enter").until("location.hash.startsWith('#/incident/')");

    assertThat(node.writes())
        .singleElement()
        .satisfies(
            write -> {
              assertThat(write.path()).isEqualTo("/incidents");
              assertThat(write.body())
                  .contains("\"priority\":\"P2\"", "\"label\":\"Taftan\"", "\"lat\":28.9");
            });
  }

  @Test
  void everyKeyOfTheMapDoesWhatItSays() {
    visit("live", "floor");
    page.until("document.querySelectorAll('[data-incident]').length === 6");

    page.press("?").until("document.querySelector('dialog .keys')");
    page.press("Escape").until("!document.querySelector('dialog')");
    page.press("/").until("document.activeElement?.id === 'queue-find'");
    page.press("n");
    assertThat(page.ask("document.querySelector('dialog[open]') === null").asBoolean())
        .as("a key typed into a field is a letter")
        .isTrue();
    page.ask("document.activeElement.blur()");
    page.press("h").until("location.hash === '#/handover'");
    page.press(".").until("location.hash === '#/incident/pk-2026-0007'");
    page.until("document.querySelector('.room-head h1')");
    page.press("t").until("document.querySelector('dialog .ranking')");
    page.press("Escape").until("!document.querySelector('dialog')");
    page.press("r").until("document.querySelector('#assist-what')");
  }

  /// The same keys under a Persian layout, where `N` writes `د`.
  @Test
  void keysWorkUnderAPersianLayout() {
    visit("live", "floor");
    page.ask(
        "dispatchEvent(new KeyboardEvent('keydown', {key: 'د', code: 'KeyN', bubbles: true}))");
    page.until("document.querySelector('dialog[open] #alert-what')");
  }

  @Test
  void focusIsAlwaysVisible() {
    visit("live", "floor");
    page.until("document.querySelectorAll('[data-incident]').length === 6");
    for (int i = 0; i < 24; i++) {
      page.press("Tab");
      String outline = page.ask("getComputedStyle(document.activeElement).outlineStyle").asText();
      assertThat(outline)
          .as("outline of " + focused("outerHTML.slice(0, 80)"))
          .isNotEqualTo("none");
      assertThat(
              page.ask(
                      """
                      (() => { const b = document.activeElement.getBoundingClientRect();
                        return b.bottom > 0 && b.top < innerHeight && b.right > 0 && b.left < innerWidth; })()
                      """)
                  .asBoolean())
          .as("on the screen: " + focused("outerHTML.slice(0, 80)"))
          .isTrue();
    }
  }

  private String focused(String property) {
    return page.ask("document.activeElement." + property).asText();
  }
}
