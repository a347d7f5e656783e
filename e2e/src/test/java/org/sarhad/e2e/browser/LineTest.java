package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// At the line: giving leave, what each side can say of its units, and that who is responsible
/// stays so until another accepts.
class LineTest extends BrowserTest {
  private static final String ROOM = "incident/INC-PK-7";

  // ---- what is said ---------------------------------------------------------------------------

  @Test
  void theVisitorHasNoStopAndSaysWhatItsUnitsDo() {
    visit("line-visitor", ROOM);
    page.until("document.querySelector('[data-says]')");
    assertThat(page.ask("document.querySelectorAll('.stop-button').length").asInt()).isZero();
    page.click("[data-says=left]").until("document.querySelector('.said').innerText");
    page.settled();
    page.click("[data-says=entered]");
    page.until("!document.querySelector('[data-says=entered]')?.disabled").settled();
    assertThat(written()).hasSize(2);
    JsonNode left = json(written().getFirst().body());
    assertThat(left.path("kind").asText()).isEqualTo("crossing.left");
    assertThat(left.path("body").path("unit").asText()).isEqualTo("U-PK-2");
    JsonNode entered = json(written().getLast().body());
    assertThat(entered.path("kind").asText()).isEqualTo("crossing.entered");
    assertThat(entered.path("body").path("crossing").asText())
        .isEqualTo("pk.sarhad.example/joint#41");
    assertThat(entered.path("body").path("unit").asText()).isEqualTo("U-PK-5");
  }

  // ---- giving leave ---------------------------------------------------------------------------

  @Test
  void withoutALiveAssentUnitsStageAtTheLine() {
    visit("line-none", ROOM);
    page.until("document.querySelector('.crossings .staged')");
    assertThat(seen()).contains("No live assent: units stage at the line.");
    visit("line", ROOM);
    page.until("document.querySelector('.crossing-card')");
    assertThat(seen()).doesNotContain("No live assent");
  }

  @Test
  void grantingShowsTheTextAndSignsTheHashThatWasShown() {
    visit("line", ROOM);
    page.until("document.querySelector('[data-offer=assent]:enabled')");
    page.click("[data-offer=assent]").until("document.querySelector('dialog[open] .terms')");
    assertThat(page.ask("document.querySelector('dialog .terms').innerText").asText())
        .contains("U-PK-5", "Search the wadi for two missing road workers", "29276000");
    page.click("dialog .tick input").until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    JsonNode sent = json(written().getFirst().body());
    assertThat(written().getFirst().path()).isEqualTo("/acts/pk/44/assents");
    assertThat(sent.path("leaf").asText())
        .isEqualTo(canned("line", "acts/pk/44").at("/act/leaf").asText());
  }

  @Test
  void askingWritesTheTermsInTheirOneSpelling() {
    visit("line-none", ROOM);
    page.until("document.querySelector('[data-offer=crossing]')");
    page.click("[data-offer=crossing]")
        .until("document.querySelector('dialog[open] fieldset button')");
    page.settled();
    page.click("dialog fieldset button");
    page.ask("document.querySelector('#crossing-why').focus()");
    page.type("Follow the tracks").settled();
    page.until("!document.querySelector('dialog footer .first').disabled");
    page.click("dialog footer .first").until("!document.querySelector('dialog')");
    JsonNode sent = json(written().getFirst().body());
    JsonNode terms = sent.path("terms");
    assertThat(sent.path("kind").asText()).isEqualTo("crossing");
    assertThat(sent.path("expires").asText()).isNotEmpty();
    assertThat(terms.properties().stream().map(java.util.Map.Entry::getKey))
        .containsExactlyInAnyOrder(
            "area",
            "from",
            "host",
            "in_charge",
            "incident",
            "languages",
            "purpose",
            "units",
            "until",
            "visitor");
    assertThat(terms.path("visitor").asText()).isEqualTo("ir");
    assertThat(terms.path("in_charge").asText()).isEqualTo("pk.sarhad.example/officer/90be");
    assertThat(terms.path("area")).hasSize(24);
    assertThat(terms.path("area"))
        .allSatisfy(value -> assertThat(value.isIntegralNumber()).isTrue());
  }

  // ---- who is responsible ---------------------------------------------------------------------

  @Test
  void whoIsResponsibleStaysSoUntilAnotherAccepts() {
    visit("line", ROOM);
    page.until("document.querySelector('.responsibility .offer [data-offer=assent]:enabled')");
    assertThat(seen()).contains("Pakistan remains responsible until Iran accepts.");
    assertThat(page.ask("document.querySelector('.room-head').innerText").asText())
        .contains("Pakistan");
    assertThat(texts(".briefing dd")).anySatisfy(text -> assertThat(text).contains("T-PK-3"));
    page.click(".responsibility [data-offer=assent]")
        .until("document.querySelector('dialog[open] .tick')");
    page.click("dialog .tick input").until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(written().getFirst().path()).isEqualTo("/acts/pk/43/assents");
  }

  @Test
  void anOfferNamesWhatItRestsOnAndCarriesTheBriefing() {
    visit("line-stopped", ROOM);
    page.until("document.querySelector('[data-offer=handover]')");
    page.click("[data-offer=handover]").until("document.querySelector('dialog[open] textarea')");
    page.ask("document.querySelector('#offer-handover-reasons').focus()");
    page.type("On your soil now").settled();
    page.click("dialog footer .first").until("!document.querySelector('dialog')");
    JsonNode terms = json(written().getFirst().body()).path("terms");
    assertThat(terms.has("basis")).as("the opener's offer rests on the opening").isFalse();
    assertThat(terms.path("part")).isEqualTo(json("{\"kind\":\"whole\"}"));
    assertThat(terms.path("briefing").path("tasks")).isEqualTo(json("[\"T-PK-3\"]"));
    assertThat(terms.path("briefing").path("units")).isEqualTo(json("[\"U-PK-2\"]"));
  }

  // ---- notices and requests -------------------------------------------------------------------

  @Test
  void whatComesNearIsSaidWithBothClocksAndHoldsNothingUp() {
    visit("line", "notices/pk/31");
    page.until("document.querySelector('.near-list')");
    assertThat(seen())
        .contains("On the same ground from", "640 m apart", "THR", "KHI", "A warning only")
        .contains("Notice is 1 day 4 h shorter than agreed");
    page.click("[data-offer=beside]").until("document.querySelector('dialog[open] textarea')");
    page.type("We keep to the western bank").settled();
    page.click("dialog footer .first").until("!document.querySelector('dialog')");
    JsonNode said = json(written().getFirst().body()).path("body");
    assertThat(said.path("beside").asText()).isEqualTo("ir.sarhad.example/joint#45");
    assertThat(said.path("version").asText()).isEqualTo("pk.sarhad.example/joint#31");
  }

  @Test
  void theDeskSaysWhatIsDueOverdueAndCannotBeJudged() {
    visit("line", "requests");
    page.until("document.querySelector('.things')");
    assertThat(seen())
        .contains("For us to answer", "Overdue", "late", "The time runs", "left")
        .contains("Cannot be judged while the other side is out of sight")
        .contains("The clock stands until it is explained");
    assertThat(
            page.ask(
                    "[...document.querySelectorAll('.things .cannot_be_judged .countdown b')].length")
                .asInt())
        .as("no figure is guessed")
        .isZero();
  }

  @Test
  void aPersonIsNotAskedAbout() {
    visit("line", "requests");
    page.click(".page-head .first").until("document.querySelector('dialog[open]')");
    assertThat(seen()).contains("Do not write a person’s name here");
  }

  // ---- direction ------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"fa", "ur"})
  void namesAndCoordinatesStayLeftToRight(String language) {
    for (String place : List.of(ROOM, "crossings", "notices/pk/31", "requests/pk/39")) {
      visit("line", place);
      prefer(language, "dark");
      page.settled();
      JsonNode directions =
          page.ask(
              "[...document.querySelectorAll('main bdi.code')].map(e => getComputedStyle(e).direction)");
      assertThat(directions).as(place).isNotEmpty();
      assertThat(directions)
          .allSatisfy(direction -> assertThat(direction.asText()).isEqualTo("ltr"));
      assertThat(seen()).as(place).doesNotContain("⟦");
    }
  }
}
