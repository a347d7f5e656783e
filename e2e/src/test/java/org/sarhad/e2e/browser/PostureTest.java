package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where a side stands, which it keeps to itself, and what both say they reach.
class PostureTest extends BrowserTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OPEN_PLAN = ".page-head .first";

  @Test
  void theTableIsCompleteWithoutAMap() {
    visit("line", "posture");
    page.until("document.querySelectorAll('.scroll .gaps tbody tr').length === 3");
    assertThat(read(".gaps"))
        .contains("centre", "2 units", "45 % of it", "Reached by nobody: 25 to 55 %")
        .contains("south", "nobody", "Nobody reaches it", "Reached by nobody: 100 %");
    assertThat(
            page.ask("document.querySelectorAll('.small-map, .leaflet-container').length").asInt())
        .isZero();
  }

  /// As units stand now, for our own eyes: a bar and the same in figures.
  @Test
  void howSoonTheFirstUnitIsThereStandsThereBySector() {
    visit("line", "posture");
    page.until("document.querySelectorAll('.first-unit tbody tr').length === 3");
    assertThat(read(".first-unit"))
        .contains("16 min", "55 min", "14 of 34 points", "The dashed mark is the target: 1 h")
        .contains("nobody", "0 of 28 points");
    assertThat(seen())
        .contains("The ground is the agreed one")
        .contains("none of these minutes is told to the other side");
    assertThat(page.ask("document.querySelectorAll('.minutes-bar').length").asInt()).isEqualTo(3);
    for (var variant : List.of("en dark", "fa light")) {
      prefer(variant.substring(0, 2), variant.substring(3));
      page.ask("document.querySelector('.first-unit').scrollIntoView()");
      screenshot("minutes-" + variant.replace(' ', '-'));
    }
  }

  @Test
  void whereNoGroundIsHeldItIsSaid() {
    visit("line-silent", "posture");
    page.until("document.querySelector('#first-unit')");
    assertThat(seen()).contains("This node holds no ground");
  }

  @Test
  void whoHasSaidNothingIsNotTakenToReachNothing() {
    visit("line-silent", "posture");
    page.until("document.querySelectorAll('.scroll .gaps tbody tr').length === 2");
    assertThat(seen())
        .contains("Nothing said", "Not known", "Kilometres 0 to 20 of the line")
        .doesNotContain("Nobody reaches it");
  }

  @Test
  void whatIsReleasedIsWhatWasShownAndHoldsNoPlace() {
    visit("line", "posture");
    page.until("document.querySelector('[data-offer=release]')");
    page.click("[data-offer=release]").until("document.querySelector('dialog[open] .gaps')");
    String shown = read("dialog .gaps");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    JsonNode sent = json(written().getFirst().body());
    assertThat(written().getFirst().path()).isEqualTo("/statements");
    assertThat(sent.path("kind").asText()).isEqualTo("posture.summary");
    for (JsonNode sector : sent.at("/body/sectors")) {
      assertThat(shown)
          .contains(sector.path("sector").asText())
          .contains(sector.path("share_permille").asInt() / 10 + " %");
    }
    assertThat(sent.path("body").toString())
        .isEqualTo(
            "{\"sectors\":[{\"sector\":\"centre\",\"share_permille\":450,\"units\":2},"
                + "{\"sector\":\"north\",\"share_permille\":700,\"units\":3},"
                + "{\"sector\":\"south\",\"share_permille\":0,\"units\":0}],\"within_min\":60}");
  }

  /// For own eyes: what five more minutes at the line cost, and which posts few units hold.
  @Test
  void whatAClauseIsWorthStandsBesideTheNewestPlan() {
    visit("line", "posture");
    page.until("document.querySelectorAll('.clauses tbody tr').length === 19");
    page.ask("document.querySelectorAll('.own-plans details').forEach(one => one.open = true)");
    assertThat(seen()).contains("5 min more at the line cost 2.1 points");
    assertThat(read(".clauses")).contains("agreed", "33.2 %", "2.1 points less", "nobody crosses");
    assertThat(read(".few")).contains("Mirjaveh post", "26.2 %");
    assertThat(page.ask("document.querySelectorAll('.clauses .agreed').length").asInt())
        .isEqualTo(4);
    for (var variant : List.of("en light", "fa dark")) {
      prefer(variant.substring(0, 2), variant.substring(3));
      page.until("document.querySelector('.clauses')");
      page.ask("document.querySelectorAll('.own-plans details').forEach(one => one.open = true)");
      page.ask("document.querySelector('.clauses').scrollIntoView()");
      screenshot("clauses-" + variant.replace(' ', '-'));
    }
  }

  @Test
  void aPlanIsAskedForWithSitesOneALine() {
    visit("line", "posture");
    page.until("document.querySelector('" + OPEN_PLAN + "')");
    page.click(OPEN_PLAN).until("document.querySelector('dialog #posture-plan-sites')");
    fill("sites", "Well 3, 28.41, 61.79\nnowhere");
    page.until("document.querySelector('dialog [role=status]')");
    page.until("document.querySelector('dialog .first').disabled");
    fill("sites", "Well 3, 28.41, 61.79\nکوهک، 27.13، ۶۳");
    fill("posts", "۲");
    page.until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    JsonNode sent = json(written().getFirst().body());
    assertThat(written().getFirst().path()).isEqualTo("/posture/plans");
    assertThat(sent.path("posts").asInt()).isEqualTo(2);
    assertThat(sent.path("unitType").asText()).isEqualTo("patrol");
    assertThat(sent.path("busyPermille").asInt()).isEqualTo(250);
    assertThat(sent.at("/candidates/1/label").asText()).isEqualTo("کوهک");
    assertThat(sent.at("/candidates/1/position/lon").asDouble()).isEqualTo(63);
  }

  /// What stands there, without the marks that keep values apart from the sentence around them.
  private String read(String selector) {
    return page.ask("document.querySelector('%s').innerText".formatted(selector))
        .asText()
        .replaceAll("[\u2068\u2069]", "");
  }

  private void fill(String field, String text) {
    page.ask(
        "(e => { e.value = %s; e.dispatchEvent(new Event('input')); })(document.querySelector('#posture-plan-%s'))"
            .formatted(JSON.getNodeFactory().textNode(text), field));
  }
}
