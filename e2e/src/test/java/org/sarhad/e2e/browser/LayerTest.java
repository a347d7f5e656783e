package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The import of the line, of posts, sectors, lands and marks: what was read is looked at beside
/// what is in force; a line that is not the agreed one is said loudly, with the way to an
/// agreement.
class LayerTest extends BrowserTest {
  private static final String PLACE = "admin?tab=ground&layer=";

  private void previewed(String scene, String layer) {
    visit(scene, PLACE + layer);
    page.until("document.querySelector('.ground-preview .layer-map')").settled();
  }

  @Test
  void aLineIsDrawnBesideTheOneInForceAndSaidInFigures() {
    previewed("geo", "line");
    assertThat(read(".ground-preview"))
        .contains("818.5 km, 223 points, known to 800 m", "Iran on the left hand")
        .contains("1.3 km from each other at the most", "26.6379, 63.1366")
        .contains("10 cells of the ground in force", "centre", "364 km");
    assertThat(count(".ground-preview .layer-map"))
        .as("all of it, and where it differs")
        .isEqualTo(2);
    assertThat(count(".ground-preview .course.held")).isEqualTo(2);
    assertThat(count(".ground-preview .course.draft")).isEqualTo(2);
    assertThat(count(".ground-preview .spot")).isEqualTo(2);
    assertThat(
            page.ask(
                    "document.querySelectorAll('.ground-preview .layer-map')[1]"
                        + ".querySelector('.band.draft').getAttribute('stroke-width') > 20")
                .asBoolean())
        .as("the band has its true width")
        .isTrue();
    assertThat(read("[aria-labelledby=geo-held]")).contains("byte for byte");
    page.click("[data-offer=put]");
    page.until("document.querySelector('.said')?.innerText.includes('judged by this line')");
    assertThat(written().getFirst().path()).isEqualTo("/geo/imports/line");
    assertThat(json(written().getFirst().body()).path("sha256").asText()).hasSize(64);
  }

  @Test
  void aLineThatIsNotTheAgreedOneLeadsToItsProposal() {
    previewed("geo", "line");
    assertThat(read(".ground-preview .refusal"))
        .contains("not the line that both sides have agreed on", "iran-pakistan-border-ne10m 4.1");
    page.click("[data-offer=propose]");
    page.until("location.hash.includes('modalities/draft')").settled();
    page.until("document.querySelector('.drafting')?.innerText.includes('uncertain by 800 m')");
  }

  @Test
  void whoHoldsAnotherLineThanTheAgreedOneSeesItAndWhoMayNotSignIsToldWho() {
    visit("live", PLACE + "line");
    page.until("document.querySelector('.layer-map')").settled();
    assertThat(read("[aria-labelledby=geo-held] .refusal"))
        .contains("the two nodes may judge a place differently", "Whoever signs the rules");
    assertThat(count("[data-offer=propose]")).isZero();
    assertThat(count("[data-offer=take-back]")).isZero();
  }

  @Test
  void nothingIsLeftOutOfALineThatIsWrongAndItCannotBePutInPlace() {
    previewed("geo-wrong", "line");
    assertThat(read(".ground-refusals"))
        .contains("3 things are wrong", "Feature 1: It crosses itself", "uncertainty_m")
        .contains("Feature 2:", "GeoJSON has the longitude first");
    assertThat(count("[data-offer=put]")).isZero();
    assertThat(count(".ground-preview .layer-map .wrong")).isPositive();
  }

  @Test
  void anOlderLineIsLookedAtAgain() {
    previewed("geo", "line");
    assertThat(read("[aria-labelledby=geo-versions]")).contains("here since");
    assertThat(count("[aria-labelledby=geo-versions] a[download]")).isEqualTo(2);
    assertThat(count("[data-offer=again]")).as("not the one in force").isOne();
    page.click("[data-offer=take-back]");
    page.until("document.querySelector('.said')?.innerText.includes('before is in force')");
    assertThat(written().getFirst().path()).isEqualTo("/geo/imports/line/former");
  }

  @Test
  void aFileOfAnotherBorderIsSentWithoutTheGround() {
    visit("geo", PLACE + "line");
    page.until("document.querySelector('.file-button input')").settled();
    page.click("[aria-labelledby=geo-read] input[type=checkbox]");
    page.ask(
        """
        (input => {
          const files = new DataTransfer();
          files.items.add(new File(['{"type":"FeatureCollection","features":[]}'], 'line.geojson'));
          input.files = files.files;
          input.dispatchEvent(new Event('change'));
        })(document.querySelector('.file-button input'))""");
    page.until("!document.querySelector('progress')").settled();
    assertThat(written().getFirst().path()).startsWith("/geo/imports/line/draft");
    assertThat(written().getFirst().body()).contains("FeatureCollection");
  }

  @Test
  void postsAreCountedBeforeAndAfterAndWhatIsLeftOutIsNamed() {
    previewed("geo", "posts");
    assertThat(read(".ground-refusals"))
        .contains("5 features were left out", "Feature 4: It is on the soil of the other side")
        .contains("Feature 8: It is so near to the line", "Feature 9: Another one before it");
    assertThat(read(".ground-changes"))
        .contains("5 now, 5 then", "2 are added: Saravan post, Well 7", "1 lies elsewhere");
    assertThat(count(".ground-preview .post.draft")).isEqualTo(5);
    assertThat(count(".ground-preview .course.held")).as("the line beside them").isOne();
    page.click("[data-offer=put]");
    page.until("document.querySelector('.said')?.innerText.includes('have these posts')");
  }

  @Test
  void sectorsAreProposedNotPutInPlace() {
    previewed("geo", "sectors");
    assertThat(count("[data-offer=put]")).isZero();
    assertThat(read(".ground-changes")).contains("1 lies elsewhere: south");
    page.click("[data-offer=propose]");
    page.until("location.hash.includes('modalities/draft')").settled();
    page.until("document.querySelector('.drafting')");
  }

  @Test
  void landsAreDrawnBesideThoseInForceWithWhatTheMapShows() {
    previewed("geo", "lands");
    assertThat(read(".ground-refusals"))
        .contains("4 features were left out", "Feature 7: It crosses itself")
        .contains("Feature 8: It lies outside", "Feature 9:", "GeoJSON has the longitude first")
        .contains("Feature 10: It has no name");
    assertThat(read(".ground-changes"))
        .contains("7 now, 6 then", "1 is gone: TM", "1 is drawn otherwise: OM");
    assertThat(count(".ground-preview .sector.draft")).isGreaterThan(20);
    assertThat(count(".ground-preview .sector.held")).isGreaterThan(20);
    assertThat(count(".ground-preview .layer-map .edge")).as("then and now").isEqualTo(2);
    assertThat(
            page.ask(
                    "[...document.querySelectorAll('.ground-preview .sector-name')].map(e => e.textContent.slice(1, -1)).sort().join()")
                .asText())
        .as("each named once, in its largest part")
        .isEqualTo("AE,AF,IN,IR,OM,PK");
    assertThat(count(".ground-preview .layer-map .wrong"))
        .as("where the edge crosses itself")
        .isOne();
    assertThat(read(".picture-key")).contains("beyond it the map shows nothing");
    page.click("[data-offer=put]");
    page.until("document.querySelector('.said')?.innerText.includes('has these lands')");
    assertThat(written().getFirst().path()).isEqualTo("/geo/imports/lands");
  }

  @Test
  void marksAreDrawnByWhatTheyAre() {
    previewed("geo", "marks");
    assertThat(read(".ground-refusals"))
        .contains("4 features were left out", "Feature 18: Its kind is none that a map has")
        .contains("Feature 19: It is of another geometry", "Feature 21: It crosses itself");
    assertThat(read(".ground-changes"))
        .contains("2 are added: Chah Nimeh, Mashkel", "2 are gone: Hamun-i-Lora, Muscat")
        .contains("1 is drawn otherwise: Gwadar");
    assertThat(count(".ground-preview .river.draft")).isEqualTo(5);
    assertThat(count(".ground-preview .post.draft")).as("ports").isEqualTo(5);
    assertThat(count(".ground-preview .sector.draft")).as("lakes and salt flats").isEqualTo(7);
    page.click("[data-offer=discard]");
    page.until("!document.querySelector('[data-offer=discard][disabled]')").settled();
    assertThat(written().getFirst().method() + " " + written().getFirst().path())
        .isEqualTo("DELETE /geo/imports/marks/draft");
  }

  @Test
  void everyLayerIsAChoiceOfThePage() {
    visit("live", "admin?tab=ground");
    page.until("document.querySelector('.ground-import > nav a')").settled();
    assertThat(texts(".ground-import > nav a"))
        .containsExactly("Line", "Ground", "Posts", "Sectors", "Lands", "Towns", "Marks");
    page.click(".ground-import > nav a[href*=towns]");
    page.until("location.hash.includes('layer=towns')").settled();
    page.until("document.body.innerText.includes('holds no towns')");
    page.click(".ground-import > nav a:last-child");
    page.until("document.body.innerText.includes('The marks in force')").settled();
  }

  private int count(String selector) {
    return page.ask("document.querySelectorAll(%s).length".formatted(Page.quoted(selector)))
        .asInt();
  }

  private String read(String selector) {
    return page.ask("document.querySelector(%s).innerText".formatted(Page.quoted(selector)))
        .asText()
        .replaceAll("[\u2068\u2069]", "");
  }
}
