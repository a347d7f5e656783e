package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/// No place of the console asks any host but its own node for anything.
class OutsideHostTest extends BrowserTest {
  @Test
  void noScreenAsksAnyoneButItsNode() {
    for (Screen screen : Screen.ALL) {
      visit(screen.scene(), screen.place());
      screen.open(page);
    }
    visit("live", "floor");
    page.until("document.querySelector('.map .town-name')");
    assertThat(page.requests()).isNotEmpty();
    assertThat(page.requests())
        .filteredOn(address -> !address.startsWith("data:"))
        .allSatisfy(
            address ->
                assertThat(URI.create(address).getAuthority())
                    .isEqualTo(node.address().getAuthority()));
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
