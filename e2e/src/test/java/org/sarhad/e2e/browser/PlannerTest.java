package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Three plans of posts beside each other, for own eyes: what is compared, tried, kept and
/// released.
class PlannerTest extends BrowserTest {
  private static final String PLACE = "posture/planner";
  private static final String CARDS = "document.querySelectorAll('.plan-card .covered b').length";

  private void laid() {
    visit("planner", PLACE);
    page.until(CARDS + " === 3");
  }

  @Test
  void threePlansStandBesideEachOtherWithTheirProof() {
    laid();
    assertThat(read(".three-plans"))
        .contains("Today", "10.5 %", "59.3 %", "15.2 points above this plan")
        .contains("The best found", "25.7 %", "0.1 %")
        .contains("Your own", "18.6 %")
        .contains("Sure with the last offer of Pakistan", "below the floor");
    assertThat(read(".asked")).contains("6 posts (Patrol), within 1 h, 25 % of the time busy");
  }

  @Test
  void theStripAndTheTableSayTheSame() {
    laid();
    assertThat(page.ask("document.querySelectorAll('.lane svg').length").asInt()).isEqualTo(4);
    assertThat(read(".lanes")).contains("538 km with nobody", "Pakistan says");
    page.ask("document.querySelector('.lanes ~ details').open = true");
    page.until("document.querySelector('.lanes ~ details .beside').offsetHeight > 0");
    int drawn =
        page.ask(
                "[...document.querySelectorAll('.lane:nth-child(2) .gap')]"
                    + ".reduce((sum, one) => sum + Number(one.getAttribute('width')), 0)")
            .asInt();
    int told =
        page.ask(
                "[...document.querySelectorAll('.lanes ~ details tbody tr')]"
                    + ".reduce((sum, row) => sum + Number(/(\\d+)/.exec(row.children[3].querySelector('p')?.innerText ?? '0')[1]), 0)")
            .asInt();
    assertThat(told).isEqualTo(538);
    assertThat(drawn).isBetween(told * 1_000 / 818 - 4, told * 1_000 / 818 + 4);
  }

  @Test
  void aPostThatIsMovedIsAskedAboutAndNothingIsWritten() {
    laid();
    page.ask(
        """
        performance.clearResourceTimings();
        (select => { select.value = '7'; select.dispatchEvent(new Event('change')); })(
            document.querySelector('[data-post="2"]'))""");
    page.until(
        "performance.getEntriesByType('resource').some(one => one.name.endsWith('figures?sites=20,20,7,22,23,24'))");
    page.until("document.querySelector('[data-remove=\"5\"]')");
    page.click("[data-remove=\"5\"]")
        .until("document.querySelectorAll('.own-posts li').length === 5");
    page.click("[data-offer=add]").until("document.querySelectorAll('.own-posts li').length === 6");
    page.click("[data-begin=best]")
        .until("document.querySelector('[data-post=\"0\"]').value === '2'");
    assertThat(written()).isEmpty();
  }

  @Test
  void whoMovesAndWhatItGainsIsSaid() {
    laid();
    assertThat(read(".two-lists"))
        .contains("Saravan 1 to Site west 4")
        .contains("114 km straight", "+4.2 points")
        .contains("Zahedan 3: from Zahedan 1 to");
    assertThat(read("[aria-labelledby=clauses-beside] .agreed")).contains("agreed", "25.7 %");
  }

  @Test
  void aPlanIsKeptByItsName() {
    laid();
    page.click("[data-offer=keep]").until("document.querySelector('dialog #posture-keep-name')");
    page.ask(
        "(e => { e.value = 'نوروز'; e.dispatchEvent(new Event('input')); })(document.querySelector('#posture-keep-name'))");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(written().getFirst().path()).isEqualTo("/posture/comparison/3/plans");
    JsonNode sent = json(written().getFirst().body());
    assertThat(sent.path("name").asText()).isEqualTo("نوروز");
    assertThat(sent.path("sites").toString()).isEqualTo("[20,20,21,22,23,24]");
  }

  @Test
  void aKeptPlanIsReleasedAsTheSummaryThatWasShown() {
    laid();
    page.ask("document.querySelector('.kept-plans').open = true");
    assertThat(read(".kept-plans")).contains("Nowruz roads");
    page.click(".kept-plans [data-offer=release]").until("document.querySelector('dialog .gaps')");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    JsonNode sent = json(written().getFirst().body());
    assertThat(sent.path("kind").asText()).isEqualTo("posture.summary");
    assertThat(sent.toString()).doesNotContain("Nowruz");
  }

  @Test
  void whatIsComparedIsAskedInAForm() {
    laid();
    page.click(".page-head .first")
        .until("document.querySelector('dialog #posture-compare-posts')");
    assertThat(page.ask("document.querySelector('#posture-compare-posts').value").asText())
        .as("as it was asked last")
        .isEqualTo("6");
    page.ask(
        "(e => { e.value = ''; e.dispatchEvent(new Event('input')); })(document.querySelector('#posture-compare-posts'))");
    page.until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(written().getFirst().path()).isEqualTo("/posture/comparison");
    JsonNode sent = json(written().getFirst().body());
    assertThat(sent.has("posts")).as("as many as there are units").isFalse();
    assertThat(sent.path("withinMin").asInt()).isEqualTo(60);
    assertThat(sent.path("busyPermille").asInt()).isEqualTo(250);
  }

  @Test
  void aReckoningSaysHowFarItIsAndCanBeStopped() {
    visit("planner-running", PLACE);
    page.until("document.querySelector('progress')");
    assertThat(seen()).contains("Journeys reckoned from 9 of 25 sites");
    assertThat(page.ask("document.querySelector('progress').value").asInt()).isEqualTo(9);
    page.click("[data-offer=stop]");
    page.until("document.querySelector('progress')");
    assertThat(written()).extracting(CannedNode.Write::method).containsExactly("DELETE");
    node.play("planner");
    page.until(CARDS + " === 3");
  }

  @Test
  void onANarrowScreenNothingIsCutOff() {
    page.size(390, 844);
    laid();
    for (var variant : List.of("en dark", "fa light")) {
      prefer(variant.substring(0, 2), variant.substring(3));
      page.until(CARDS + " === 3");
      assertThat(page.ask("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(390);
      screenshot("planner-390-" + variant.replace(' ', '-'));
    }
  }

  /// What stands there, without the marks that keep values apart from the sentence around them.
  private String read(String selector) {
    return page.ask("document.querySelector('%s').innerText".formatted(selector))
        .asText()
        .replaceAll("[\u2068\u2069]", "");
  }
}
