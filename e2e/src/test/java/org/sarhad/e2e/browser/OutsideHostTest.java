package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The console asks no host but its own node for anything; [EveryScreenTest] looks at every screen.
class OutsideHostTest extends BrowserTest {
  /// The map, with everything that is drawn on it.
  @Test
  void theMapAsksNobodyButItsNode() {
    visit("live", "floor");
    page.until("document.querySelector('.map .town-name')");
    assertNobodyElseWasAsked();
  }

  /// Even a script that found its way onto the page could not: the page's policy forbids it.
  @Test
  void thePageCannotAskAnyoneElse() {
    visit("live", "floor");
    String answer =
        page.ask("fetch('http://127.0.0.1:9/steal').then(() => 'went out', e => 'kept in')")
            .asText();
    assertThat(answer).isEqualTo("kept in");
    assertThat(page.complaints())
        .anySatisfy(complaint -> assertThat(complaint).contains("Content Security Policy"));
  }
}
