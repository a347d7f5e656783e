package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/// Needs and offers, the match that is made of them, and the contracts and the room that follow.
class CommitteeTest extends BrowserTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void eachSideStandsBesideTheOtherGoodsByGoods() {
    visit("committee", "committee");
    assertThat(read("[data-line=rice]"))
        .contains("Rice, new harvest", "a lot is 60 t, worth 24,000.00 UA")
        .contains("34 lots: 2,040 t", "52 lots: 3,120 t", "in 3 bids");
    assertThat(read(".tallies tbody tr:nth-child(2)"))
        .containsSubsequence("Pakistan", "4", "2", "1", "1", "8 of at most 512");
  }

  @Test
  void howGoodAMatchIsStandsInPlainWords() {
    visit("committee", "committee");
    assertThat(read(".certificate"))
        .contains("Proven: within 0.032 % of the best there can be")
        .contains("1,271,800.00 UA", "1,272,200.00 UA", "400.00 UA");
    assertThat(read(".turnover")).contains("385,000.00 UA is not trapped");
    assertThat(read(".matches li:first-child")).contains("In force", "checked, holds");
  }

  @Test
  void whatThisNodeFindsFalseIsNotShownAsAMatch() {
    visit("committee", "committee/ir/61?match=pk/97");
    assertThat(read(".matches li:nth-child(3)"))
        .contains("does not hold: The prices prove another bound here");
    page.until(
        "document.querySelector('.match')?.innerText.includes('has found a fault in its certificate')");
    assertThat(page.ask("document.querySelectorAll('.certificate').length").asInt()).isZero();
  }

  @Test
  void aChangeSaysWhatItWouldBeWorthAtMost() {
    visit("committee", "committee");
    assertThat(read(".outcome")).contains("no match is worth more than 1,272,200.00 UA");
    String rail = ".what-if [data-row='corridor quetta_rail']";
    page.click(rail + " button:last-child").click(rail + " button:last-child").settled();
    assertThat(read(rail)).contains("With 2 pieces more", "up to 24,000.00 UA more");
    assertThat(read(".outcome")).contains("1,296,200.00 UA", "24,000.00 UA beside now");
    String power = ".what-if [data-row='corridor jakigur_mand']";
    page.click(power + " button:first-child").settled();
    assertThat(read(power)).contains("With 1 GWh less", "falls by 20,600.00 UA");
    assertThat(read(".outcome")).contains("1,275,600.00 UA");
    page.click(".outcome button").settled();
    assertThat(read(".outcome")).contains("1,272,200.00 UA");
  }

  @Test
  void aNeedOrAnOfferFollowsFromWhoseTheGoodsAre() {
    visit("committee", "committee/pk/77");
    page.click("[data-offer=bid]").until("document.querySelector('dialog #market-bid-lots')");
    assertThat(read("dialog")).contains("Ours: we offer", "Lowest price per t");
    choose("market-bid-line", "rice");
    page.until("document.querySelector('dialog').innerText.includes('Theirs')");
    assertThat(read("dialog")).contains("Theirs: we need", "Highest price per t");
    fill("market-bid-lots", "۱۲");
    fill("market-bid-limit", "410.50");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(written().getFirst().path()).isEqualTo("/statements");
    assertThat(written().getFirst().body())
        .isEqualTo(
            "{\"kind\":\"market.stated\",\"body\":{\"bid\":{\"limit\":\"410.5\",\"line\":\"rice\","
                + "\"lots\":12,\"way\":\"need\"},\"protocol\":\"pk.sarhad.example/joint#77\"}}");
  }

  @Test
  void whoSealsNamesNoSalt() {
    visit("committee", "committee/pk/77");
    page.click("[data-offer=seal]").until("document.querySelector('dialog #market-bid-lots')");
    fill("market-bid-lots", "61");
    page.until("document.querySelector('dialog .first').disabled"); // more than the line has
    fill("market-bid-lots", "7");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(written().getFirst().path()).isEqualTo("/market/seals");
    assertThat(written().getFirst().body())
        .isEqualTo(
            "{\"round\":\"pk/77\",\"bid\":{\"line\":\"bitumen\",\"lots\":7,\"way\":\"offer\"}}");
  }

  @Test
  void whatWasSealedHereIsRevealedByThisNode() {
    visit("committee", "committee/pk/80");
    assertThat(read("[data-bid='ir/84']")).contains("needs Rice", "Only this node can read it");
    assertThat(read("[data-bid='pk/85']")).contains("Sealed: goods, way, lots and price");
    page.click("[data-offer=reveal]").until("document.querySelector('dialog')");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(written().getFirst().path()).isEqualTo("/market/seals/ir/84/reveal");
  }

  @Test
  void whatThisNodeHasFoundIsProposedAsItIs() {
    visit("committee", "committee/ir/61?find=search");
    page.until("document.querySelector('[data-offer=match]')");
    page.click("[data-offer=match]").until("document.querySelector('dialog .certificate')");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    JsonNode sent = json(written().getFirst().body());
    assertThat(sent.path("kind").asText()).isEqualTo("barter_match");
    assertThat(sent.path("terms"))
        .isEqualTo(canned("committee", "market/rounds/ir/61/match").path("terms"));
    assertThat(sent.at("/supersedes/act").asText()).as("the one in force").isEqualTo("ir/92");
  }

  @Test
  void aLookWhileBidsStillComeIsNotProposed() {
    visit("committee", "committee/pk/77?find=preview");
    page.until("document.querySelector('.notice-line')");
    assertThat(read(".notice-line")).contains("Not all bids are in");
    assertThat(page.ask("document.querySelectorAll('[data-offer=match]').length").asInt()).isZero();
  }

  @Test
  void aContractIsReadBeforeItIsSigned() {
    visit("committee", "committee");
    page.click("[data-offer=contract]").until("document.querySelector('#market-contract-seller')");
    page.until("document.querySelector('dialog .first').disabled");
    fill("market-contract-seller", "Makran Rice Mills");
    fill("market-contract-buyer", "Sistan Foods");
    page.until("document.querySelector('dialog .drafted')");
    assertThat(read("dialog .drafted")).contains("Makran Rice Mills", "100630");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    JsonNode sent = json(written().getFirst().body());
    assertThat(sent.path("kind").asText()).isEqualTo("barter_contract");
    assertThat(sent.at("/terms/quantity/amount").asInt()).isEqualTo(840);
  }

  @Test
  void withWhomNobodyHasScreenedNothingIsSigned() {
    visit("committee-unscreened", "committee");
    page.click("[data-offer=contract]").until("document.querySelector('#market-contract-seller')");
    fill("market-contract-seller", "Makran Rice Mills");
    fill("market-contract-buyer", "Sistan Foods");
    page.until("document.querySelector('dialog .drafted')");
    assertThat(read("dialog [role=status]")).contains("Not every side has screened");
    page.until("document.querySelector('dialog .first').disabled");
  }

  @Test
  void theRoomTestStandsBeforeTheSignature() {
    visit("committee", "contracts/ir/96");
    page.click("[data-offer=permit]").until("document.querySelector('dialog .room-test .fits')");
    assertThat(read("dialog .room-test")).contains("266,000.00 UA", "634,000.00 UA is left");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(json(written().getFirst().body()).path("kind").asText())
        .isEqualTo("barter_reservation");
  }

  @Test
  void whereThereIsNoRoomNothingCanBeSigned() {
    visit("committee", "contracts/ir/99");
    page.click("[data-offer=permit]").until("document.querySelector('dialog .room-test .refusal')");
    assertThat(read("dialog .room-test")).contains("There is no room: 48,100.00 UA too much");
    page.until("document.querySelector('dialog .first').disabled");
  }

  @Test
  void whoObservesSeesAllOfItAndIsOfferedNothing() {
    visit("committee-observer", "committee");
    assertThat(read(".certificate")).contains("Proven");
    String offers = "document.querySelectorAll('main [data-offer], main [data-find]').length";
    assertThat(page.ask(offers).asInt()).isZero();
    visit("committee-observer", "contracts/ir/96");
    assertThat(read(".contract-head")).contains("Makran Rice Mills");
    assertThat(page.ask(offers).asInt()).isZero();
  }

  @Test
  void contractsStandByHowFarTheyAre() {
    visit("committee", "contracts");
    page.until("document.querySelectorAll('.stage-column').length === 5");
    assertThat(read("[aria-labelledby=stage-active]"))
        .contains("taken over 240 t", "arrived 60 t", "on its way 60 t", "not reserved 300 t")
        .contains("Holds 126,600.00 UA of room");
    assertThat(read("[aria-labelledby=stage-drafted]")).contains("Waits for Iran");
    visit("committee", "contracts?show=permits");
    assertThat(read("[aria-labelledby=stage-live]")).contains("100,800.00 UA", "60 t has left");
  }

  @Test
  void aProtocolBeginsWithTheLastOneAndIsSignedWhole() {
    visit("committee", "committee");
    page.click("[data-offer=protocol]").until("document.querySelector('#market-protocol-from')");
    assertThat(page.ask("document.querySelectorAll('.goods-line').length").asInt()).isEqualTo(4);
    fill("market-protocol-from", "2019-08-01");
    fill("market-protocol-until", "2019-10-31");
    fill("market-protocol-closes", "2019-05-01");
    fill("market-protocol-closesTime", "12:00");
    fill("market-protocol-reveal", "2019-05-02");
    fill("market-protocol-revealTime", "۱۲:۰۰");
    fill("market-protocol-corridors", "rail eight H87 rice=2");
    page.until("document.querySelector('dialog .first').disabled");
    fill("market-protocol-corridors", "rail 8 H87 rice=2");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    JsonNode terms = json(written().getFirst().body()).path("terms");
    JsonNode last = canned("committee", "market/rounds").at("/items/0/terms");
    assertThat(terms.path("lines")).isEqualTo(last.path("lines"));
    assertThat(terms.path("quotas")).isEqualTo(last.path("quotas"));
    assertThat(terms.path("indices")).isEqualTo(last.path("indices"));
    assertThat(terms.path("from").asText()).isEqualTo("2019-08-01+04:30");
    assertThat(terms.path("reveal_by").asText()).isEqualTo("2019-05-02T07:30:00.000Z");
    assertThat(terms.at("/corridors/0/uses/rice").asInt()).isEqualTo(2);
  }

  /// What no published price names is chosen in the form of the account, and nothing else.
  @Test
  void aPriceThatIsDueIsGivenFromThePageOfItsContract() {
    visit("account", "contracts/ir/21");
    assertThat(read(".price-due")).contains("2 acceptances", "provisional", "brent");
    page.click("[data-offer=book-price]")
        .until("document.querySelector('#book-price-index-brent')");
    assertThat(value("book-price-index-brent")).isEqualTo("62.4");
    page.until("document.querySelectorAll('dialog .priced tbody tr').length === 3");
    assertThat(
            page.ask(
                    "[...document.querySelectorAll('dialog .priced tbody input')].map(e => e.checked).join()")
                .asText())
        .isEqualTo("false,true,true");
    visit("committee", "contracts/ir/96");
    page.until("document.querySelector('.contract-head')");
    assertThat(page.ask("document.querySelector('.price-due') === null").asBoolean()).isTrue();
  }

  // ---- lines out of a table -------------------------------------------------------------------

  @Test
  void everythingThatCannotBeTakenIsNamedBeforeAnythingIsTaken() {
    lookAtATable();
    assertThat(read("dialog .scroll table")).contains("3 lines can be taken", "Gas oil, 10 ppm");
    assertThat(read("dialog .refused-lines tbody tr:first-child"))
        .contains("5", "commodity", "930690", "The agreed rules bar these goods");
    assertThat(read("dialog .refused-lines")).contains("7 things are to be mended", "200,000");
    assertThat(read("dialog")).contains("published indices", "brent floor");
    assertThat(page.ask("document.querySelector('dialog .first').disabled").asBoolean())
        .as("before somebody has said that the others are left out")
        .isTrue();
    assertThat(written()).allMatch(write -> write.path().equals("/market/lines/preview"));
  }

  @Test
  void whatIsTakenStandsInTheFormAndIsSignedThere() {
    lookAtATable();
    page.click("dialog .tick input").until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("document.querySelector('#market-protocol-from')");
    assertThat(page.ask("document.querySelectorAll('.goods-line').length").asInt()).isEqualTo(3);
    assertThat(value("market-protocol-text0")).isEqualTo("Gas oil, 10 ppm");
    fill("market-protocol-from", "2019-08-01");
    fill("market-protocol-until", "2019-10-31");
    fill("market-protocol-closes", "2019-05-01");
    fill("market-protocol-closesTime", "12:00");
    fill("market-protocol-reveal", "2019-05-02");
    fill("market-protocol-revealTime", "12:00");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    JsonNode lines = json(written().getLast().body()).at("/terms/lines");
    assertThat(lines).isEqualTo(canned("committee", "market/lines/preview").path("lines"));
  }

  /// One of the same name gives way, and the others stay: four of the last round, one of which is
  /// `mango` too.
  @Test
  void linesCanBeTakenBesideThoseOfTheForm() {
    lookAtATable();
    page.click("dialog .tick input");
    page.click("dialog .tick + .tick input").click("dialog .first");
    page.until("document.querySelector('#market-protocol-from')");
    assertThat(page.ask("document.querySelectorAll('.goods-line').length").asInt()).isEqualTo(6);
    assertThat(
            page.ask(
                    "[...document.querySelectorAll('input[id^=market-protocol-name]')].map(e => e.value).join()")
                .asText())
        .isEqualTo("bitumen,power,rice,diesel,maize,mango");
  }

  @Test
  void linesAreGivenOutAsATableToo() {
    visit("committee", "committee/ir/61");
    page.until("document.querySelector('[aria-labelledby=round]')");
    assertThat(
            page.ask("document.querySelector('a[href$=\"/market/rounds/ir/61/lines\"]').download")
                .asText())
        .isEmpty();
  }

  private void lookAtATable() {
    visit("committee", "committee");
    page.click("[data-offer=protocol]").click("dialog [data-act=lines-file]");
    page.until("document.querySelector('#market-lines-file')");
    page.ask(
        """
        (() => {
          const all = new DataTransfer();
          all.items.add(new File(['name'], 'lines.csv', {type: 'text/csv'}));
          const field = document.querySelector('#market-lines-file');
          field.files = all.files;
          field.dispatchEvent(new Event('change'));
        })()""");
    page.click("dialog .first").until("document.querySelector('dialog .refused-lines')");
  }

  private String value(String field) {
    return page.ask("document.querySelector('#%s').value".formatted(field)).asText();
  }

  /// What stands there, without the marks that keep values apart from the sentence around them.
  private String read(String selector) {
    page.until("document.querySelector(%s)".formatted(Page.quoted(selector)));
    return page.ask("document.querySelector(%s).innerText".formatted(Page.quoted(selector)))
        .asText()
        .replaceAll("[\u2068\u2069]", "")
        .replaceAll("\\s+", " ");
  }

  private void fill(String field, String text) {
    say(field, "input", text);
  }

  private void choose(String field, String value) {
    say(field, "change", value);
  }

  private void say(String field, String event, String text) {
    page.ask(
        "(e => { e.value = %s; e.dispatchEvent(new Event('%s')); })(document.querySelector('#%s'))"
            .formatted(JSON.getNodeFactory().textNode(text), event, field));
  }
}
