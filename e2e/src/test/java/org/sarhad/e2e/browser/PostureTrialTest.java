package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/// Own plans tried out on a year of calls, and the negotiation of both postures.
class PostureTrialTest extends BrowserTest {
  private static final String ASK = "[aria-labelledby=counsel] .first";

  // ---- plans tried out ------------------------------------------------------------------------

  @Test
  void twoPlansStandBesideEachOtherAsBarsAndAsFigures() {
    visit("line-trial", "posture/trial");
    page.until("document.querySelectorAll('.year-sectors .share-bar').length === 6");
    assertThat(read(".year-figures")).contains("55.4 %", "38.5 %", "1 h 18 min", "1,168");
    assertThat(read(".verdict")).isEqualTo("With this plan 16.9 points more are in time.");
    assertThat(read(".year-sectors")).contains("centre", "64.6 %", "30.8 %", "1,302");
    assertThat(
            page.ask("document.querySelectorAll('.year-sectors .share-bar .second').length")
                .asInt())
        .isEqualTo(3);
    choose("plan", "ir-journal/44");
    page.until("document.querySelector('.verdict').innerText.includes('fewer')");
  }

  @Test
  void theLeastDrivingStandsThereWithItsSum() {
    visit("line-trial", "posture/trial");
    page.until("document.querySelectorAll('.moves tbody tr').length === 2");
    assertThat(read(".moves")).contains("Mirjaveh post", "Well 3", "1 h 34 min", "stays");
    assertThat(seen()).contains("Without a unit: Mirjaveh post");
  }

  @Test
  void whatACrossingIsWorthIsSaidForEach() {
    visit("line-trial", "posture/trial");
    page.until("document.querySelectorAll('.gates tbody tr').length === 3");
    assertThat(seen()).contains("these posts reach 16.4 % in time");
    assertThat(read(".gates"))
        .contains("pishin", "closed", "19.6 %", "3.2 points more")
        .contains("mirjaveh", "open", "12.3 points less")
        .contains("rimdan", "no change");
  }

  @Test
  void howManyPostsTheLineTakesIsSaidWithWhatIsProven() {
    visit("line-trial", "posture/trial");
    page.until("document.querySelectorAll('.sizing .held li').length === 16");
    assertThat(read(".sizing")).contains("50 %", "100 %", "at least 8, proven");
  }

  @Test
  void whereTheRecordIsAskedNoRateIs() {
    visit("line-trial", "posture/trial");
    page.until("document.querySelector('#posture-trial-rate')");
    choose("source", "recorded");
    page.until("!document.querySelector('#posture-trial-rate')");
  }

  // ---- the negotiation ------------------------------------------------------------------------

  @Test
  void theOffersStandInTheirOrderWithCountsAlone() {
    visit("line-trial", "posture/negotiation");
    page.until("document.querySelectorAll('.rounds > li').length === 4");
    assertThat(seen()).contains("It is for us to answer, or to accept.", "15 min are lost");
    assertThat(read(".offers")).contains("centre", "1.5", "1 sure", "2 sure");
    assertThat(page.ask("document.querySelectorAll('.offers .share-bar').length").asInt())
        .isEqualTo(12);
  }

  @Test
  void whatOurNodeCounselsIsShownAndSignedToTheLetter() {
    visit("line-trial", "posture/negotiation");
    page.until("document.querySelector('" + ASK + "')");
    page.click(ASK).until("document.querySelector('.counselled')");
    assertThat(json(written().getFirst().body()).path("posts").asInt())
        .as("as many as in our newest plan")
        .isEqualTo(4);
    assertThat(read(".counselled")).contains("58.7 %", "45.1 %", "46.8 %", "held", "Well 3");
    page.click("[data-offer=offer]").until("document.querySelector('dialog .offers')");
    assertThat(read("dialog .offers")).contains("centre", "north", "south");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    JsonNode sent = json(written().get(1).body());
    assertThat(written().get(1).path()).isEqualTo("/statements");
    assertThat(sent.path("kind").asText()).isEqualTo("posture.offer");
    assertThat(sent.at("/body/answers").asText()).isEqualTo("pk.sarhad.example/joint#51");
    assertThat(sent.at("/body/sectors/0/across").asInt()).isEqualTo(4);
    assertThat(sent.path("body").toString()).doesNotContain("Well 3", "lat");
  }

  @Test
  void anOfferOfTheirsIsAcceptedByItsName() {
    visit("line-trial", "posture/negotiation");
    page.until("document.querySelector('" + ASK + "')");
    page.click(ASK).until("document.querySelector('[data-offer=accept]')");
    page.click("[data-offer=accept]").until("document.querySelector('dialog .first')");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    JsonNode sent = json(written().get(1).body());
    assertThat(sent.path("kind").asText()).isEqualTo("posture.acceptance");
    assertThat(sent.at("/body/offer").asText()).isEqualTo("pk.sarhad.example/joint#51");
  }

  @Test
  void whatIsSettledSaysSoAndThatNobodyIsBound() {
    visit("line-settled", "posture/negotiation");
    page.until("document.querySelectorAll('.rounds > li').length === 4");
    assertThat(seen()).contains("Settled", "Nobody is bound by it to come", "What stands together");
    assertThat(read(".rounds")).contains("accepted");
  }

  @Test
  void whereNoneHasBegunItIsSaid() {
    visit("line", "posture/negotiation");
    page.until("document.querySelector('#rounds')");
    assertThat(seen()).contains("No negotiation has begun");
  }

  private void choose(String field, String value) {
    page.ask(
        "(e => { e.value = '%s'; e.dispatchEvent(new Event('change')); })(document.querySelector('#posture-trial-%s'))"
            .formatted(value, field));
  }

  /// What stands there, without the marks that keep values apart from the sentence around them.
  private String read(String selector) {
    return page.ask("document.querySelector('%s').innerText".formatted(selector))
        .asText()
        .replaceAll("[\u2068\u2069]", "");
  }
}
