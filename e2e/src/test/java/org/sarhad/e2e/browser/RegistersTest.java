package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.node.paper.Pieces;

/// The places where things are kept in order: units, run cards, daily reports, accounts, the
/// pairing, and what goes on paper.
class RegistersTest extends BrowserTest {
  @Test
  void ownUnitsAreChangedAndTheOthersAreAskedFor() {
    visit("live", "units");
    assertThat(texts(".registers section:first-child .acts-of button.small"))
        .hasSize(7)
        .allMatch("Change"::equals);
    assertThat(texts(".registers section:last-child .acts-of button"))
        .hasSize(3)
        .allMatch("Ask…"::equals);
    assertThat(seen()).contains("ask, don’t task");

    page.click(".registers section:last-child .acts-of button").settled();
    page.ask("document.querySelector('#ask-unit-what').focus()");
    page.type("Hold the road at your side.").settled();
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(node.writes())
        .singleElement()
        .satisfies(
            write -> {
              assertThat(write.path()).endsWith("/assistance");
              assertThat(write.body()).contains("\"units\":[\"pk-pat-2\"]");
            });
  }

  @Test
  void aUnitWithoutNewsIsCountedAndMarked() {
    visit("live", "units");
    assertThat(seen()).contains("last seen 1 h 31 min ago", "No news", "3 ready", "1 no news");
    visit("empty", "units");
    assertThat(seen()).contains("No units are registered.", "Pakistan has shown no unit.");
  }

  @Test
  void theNextVersionOfARunCardBeginsWithTheLast() {
    openNextVersion();
    assertThat(page.ask("document.querySelector('dialog h1').innerText").asText())
        .isEqualTo("Run card SAND, version 6");
    assertThat(
            page.ask("document.querySelector('[id=\"card-title-en\"]').matches(':disabled')")
                .asBoolean())
        .as("the audience comes first")
        .isTrue();
    assertThat(texts("dialog .steps-of-card li"))
        .as("what both sides have agreed on is shown, and no side changes it alone")
        .containsExactly("Acknowledge or tell", "Close the opposite track");
    page.click("dialog input[value=internal]").settled();
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(node.writes())
        .singleElement()
        .satisfies(
            write ->
                assertThat(write.body())
                    .contains(
                        "\"codeWord\":\"SAND\"",
                        "\"checklist\":[{\"en\":\"Nearest ready units to the line, hold\","
                            + "\"fa\":\"نزدیک‌ترین یگان‌های آماده پشت خط، ایست\"",
                        "\"hospital\":{\"label\":\"Zahedan, Khatam hospital\"}",
                        "\"audience\":\"internal\""));
  }

  /// A line that only one language has is not dropped without a word.
  @Test
  void aStepWithoutEnglishIsSaidAndNotSent() {
    openNextVersion();
    page.click("dialog input[value=internal]").settled();
    assertThat(isReady()).isTrue();
    page.ask(
        "(() => { const f = document.querySelector('[id=\"card-steps-fa\"]'); f.focus();"
            + " f.setSelectionRange(f.value.length, f.value.length); })()");
    page.type("\nگام تازه").settled();

    assertThat(isReady()).isFalse();
    assertThat(seen()).contains("A line has no English.");
    for (String language : List.of("en", "fa", "ur")) {
      prefer(language, "light");
      screenshot("step-without-english-" + language);
    }
  }

  /// A unit that moves to another post is not ranked from where it was.
  @Test
  void aUnitThatMovesLeavesItsOldPositionBehind() {
    visit("live", "units");
    page.ask(
        "[...document.querySelectorAll('.menu button')].find(b =>"
            + " b.textContent.includes('Change the entry')).click()");
    page.until("document.querySelector('[id=\"describe-station\"]')").settled();
    String position = "document.querySelector('[id=\"describe-position\"]').value";
    String before = page.ask(position).asText();
    assertThat(before).isNotEmpty();
    page.ask("document.querySelector('[id=\"describe-station\"]').select()");
    page.type("Chabahar").settled();
    assertThat(page.ask(position).asText()).as("what is shown is what is sent").isEmpty();
    for (String language : List.of("en", "fa", "ur")) {
      prefer(language, "dark");
      screenshot("unit-moves-" + language);
    }
    prefer("en", "dark");
    page.click("dialog .first").until("!document.querySelector('dialog')");

    assertThat(node.writes())
        .singleElement()
        .satisfies(
            write ->
                assertThat(write.body())
                    .contains("\"label\":\"Chabahar\"", "\"position\":")
                    .doesNotContain(before.split(" ", 2)[0]));
  }

  /// The dialog in which the next version of the first run card is written.
  private void openNextVersion() {
    visit("live", "units?tab=cards");
    page.click(".run-card footer button").until("document.querySelector('dialog h1')");
  }

  private boolean isReady() {
    return !page.ask("document.querySelector('dialog .first').disabled").asBoolean();
  }

  @Test
  void theDailyReportHasEveryLineAndAsksWhatCouldNotBeSeen() {
    visit("live", "daily");
    assertThat(texts("form .day-counts tbody tr")).hasSize(9);
    assertThat(seen()).contains("Our day ends at 19:30, Asia/Tehran.", "What we could not see");
    assertThat(page.ask("document.querySelector('form .first').disabled").asBoolean())
        .as("nothing is filed before its audience is chosen")
        .isTrue();
    page.click("form input[value=release]").settled();
    assertThat(seen()).contains("Only what was released is counted");
    page.click("form .first").until("document.querySelector('.said').innerText");
    assertThat(node.writes())
        .singleElement()
        .satisfies(
            write -> {
              assertThat(write.path()).isEqualTo("/reports/daily");
              assertThat(write.body()).contains("\"audience\":\"release\"");
            });
  }

  /// No hurried press ends a pairing.
  @Test
  void unpairingSaysWhatItMeansAndWantsTheNameTyped() {
    visit("live", "link");
    page.ask(
        "[...document.querySelectorAll('button')].find(b => b.innerText === 'End the"
            + " pairing…').click()");
    page.until("document.querySelector('#unpair-typed')").settled();
    assertThat(seen())
        .contains(
            "Nothing of ours reaches Pakistan any more",
            "What both sides hold stays",
            "two people compare fingerprints again");
    page.until("document.querySelector('dialog .first').disabled");
    page.ask("document.querySelector('#unpair-typed').focus()");
    page.type("pk").until("!document.querySelector('dialog .first').disabled");
    page.press("Enter").until("!document.querySelector('dialog')");
    assertThat(node.writes())
        .singleElement()
        .satisfies(write -> assertThat(write.path()).isEqualTo("/link/unpair"));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 3, /accounts/commander/lock",
    "3, 3, /accounts/clerk/unlock",
    "5, 1, /accounts/newdesk/enrol"
  })
  void anAdministratorLocksUnlocksAndEnrols(int row, int act, String path) {
    visit("live", "admin");
    page.click("tbody tr:nth-child(%d) .menu summary".formatted(row));
    page.click("tbody tr:nth-child(%d) .menu li:nth-child(%d) button".formatted(row, act));
    page.settled();
    if (path.endsWith("/lock")) {
      page.click("dialog .first");
    }
    page.until("document.querySelector('.said').innerText");
    assertThat(node.writes())
        .singleElement()
        .satisfies(write -> assertThat(write.path()).isEqualTo(path));
  }

  /// One's own account has nothing in its menu that would shut one out.
  @Test
  void nobodyLocksThemselves() {
    visit("live", "admin");
    page.click("tbody tr:nth-child(1) .menu summary").settled();
    assertThat(texts("tbody tr:nth-child(1) .menu button")).containsExactly("Change roles");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fa", "ur"})
  void whatIsOnPaperIsAllThere(String language) throws Exception {
    visit("live", "paper/ir/44");
    prefer(language, "dark");
    page.until("document.querySelectorAll('.qr').length === 4").onPaper();
    screenshot("on-paper-" + language);
    assertNothingOfTheFrameIsPrinted();
    assertThat(seen())
        .contains("Tanker upright again", "واحد آتش‌نشانی زاهدان", "./sarhad verify --scanned");
    var scans = page.pictures(".qr").stream().map(PaperScan::read).toList();
    assertThat(Pieces.join(scans))
        .hasSize(3)
        .anySatisfy(text -> assertThat(text).contains("Tanker upright again", "واحد آتش‌نشانی"))
        .anySatisfy(text -> assertThat(text).startsWith("c2sp.org/tlog-proof@v1\n"))
        .anySatisfy(text -> assertThat(text).startsWith("log "));
  }
}
