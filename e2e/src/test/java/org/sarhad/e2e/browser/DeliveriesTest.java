package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/// Goods on their way, whether two scales agree, and energy over a line: what is drawn stands in a
/// table too, and what is sent is what was shown.
class DeliveriesTest extends BrowserTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  // ---- goods ----------------------------------------------------------------------------------

  @Test
  void aConsignmentSaysWhatBothSidesSay() {
    visit("deliveries", "deliveries/pk/41");
    page.until("document.querySelectorAll('svg.corridor .stop').length === 12");
    assertThat(seen())
        .contains("Happened, both stamps", "Propose the acceptance")
        .contains("240,000 kg", "236,400 kg", "-3,600 kg", "± 1,200 kg");
    assertThat(page.ask("document.querySelectorAll('svg.unit-tree rect').length").asInt())
        .isEqualTo(7);
    assertThat(page.ask("document.querySelectorAll('svg.unit-tree .break').length").asInt())
        .as("the gauge breaks once")
        .isOne();
  }

  @Test
  void whereOneStampIsMissingOursCanBePut() {
    visit("deliveries", "deliveries/pk/38");
    press("[data-offer=stamp]");
    assertThat(read("dialog")).contains("Pakistan says: Border, out");
    JsonNode sent = send();
    assertThat(sent.path("kind").asText()).isEqualTo("delivery.stamped");
    assertThat(sent.at("/body/event").asText()).isEqualTo("pk.sarhad.example/joint#42");
  }

  @Test
  void anEventIsOfThisSoilAndOfTheUnitsThatAreChosen() {
    visit("deliveries", "deliveries/pk/41");
    press("[data-offer=event]");
    assertThat(
            page.ask(
                    "[...document.querySelectorAll('#control-event-point option')].map(o => o.value)")
                .toString())
        .contains("border_entry", "received")
        .doesNotContain("border_exit", "\"loaded\"");
    page.click("dialog .unit-choice label:nth-of-type(2) input");
    JsonNode sent = send();
    assertThat(sent.path("kind").asText()).isEqualTo("delivery.event");
    assertThat(sent.at("/body/units").toString()).isEqualTo("[6]");
    assertThat(sent.at("/body/at").asText()).startsWith("2019-04-22T");
    assertThat(sent.at("/body").has("place")).isFalse();
  }

  @Test
  void asMuchGoesIntoTheNewUnitsAsWasInTheOldOnes() {
    visit("deliveries", "deliveries/pk/41");
    press("[data-offer=reload]");
    fill("reload-lines", "ZBL 1, 120000\nnothing");
    page.until("document.querySelector('dialog .hint.wrong').innerText.includes('nothing')");
    assertThat(read("dialog .hint.wrong")).contains("It has to be 240,000 kg", "No unit: nothing");
    assertThat(isReady()).isFalse();
    fill("reload-lines", "ZBL 1, 120000\nZBL 2، ۱۲۰۰۰۰");
    page.until("!document.querySelector('dialog .first').disabled");
    JsonNode sent = send();
    assertThat(sent.at("/body/from").toString()).isEqualTo("[5,6,7]");
    assertThat(sent.at("/body/into/1").toString())
        .isEqualTo("{\"kind\":\"truck\",\"mark\":\"ZBL 2\",\"quantity\":120000}");
  }

  @Test
  void whatIsTakenOverIsWhatTheNodeDrafted() {
    visit("deliveries", "deliveries/pk/41");
    press("[data-offer=accept]");
    assertThat(read("dialog")).contains("94,560.00 UA", "1,440.00 UA", "236,400 kg");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    JsonNode sent = json(written().getFirst().body());
    assertThat(written().getFirst().path()).isEqualTo("/acts");
    assertThat(sent.path("kind").asText()).isEqualTo("barter_acceptance");
    assertThat(sent.at("/terms/value").asLong()).isEqualTo(945_600_000);
    assertThat(sent.at("/terms/disputed").asLong()).isEqualTo(14_400_000);
    assertThat(sent.at("/terms/despatch/entry").asText()).isEqualTo("pk.sarhad.example/joint#40");
  }

  /// What is chosen is one act; the sums and every line of it are shown before it is signed.
  @Test
  void severalAreTakenOverInOneAct() {
    visit("deliveries", "deliveries");
    page.until("document.querySelectorAll('[name^=pick-]').length === 3");
    assertThat(page.ask("document.querySelector('[data-offer=accept-many]').disabled").asBoolean())
        .as("nothing is chosen")
        .isTrue();
    page.click("[name='pick-pk/46']")
        .until("document.querySelector('[name=\"pick-pk/46\"]').checked");
    page.click("[name='pick-pk/52']")
        .until("document.querySelector('main').innerText.includes('2 are chosen')");
    press("[data-offer=accept-many]");
    page.until("document.querySelector('dialog dl.worth')");
    assertThat(read("dialog")).contains("71,920.00 UA", "47,920.00 UA", "pk/46", "pk/52");
    assertThat(read("dialog")).doesNotContain("pk/40");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    JsonNode sent = json(written().getFirst().body());
    assertThat(written().getFirst().path()).isEqualTo("/acts");
    assertThat(sent.path("kind").asText()).isEqualTo("barter_acceptances");
    assertThat(sent.at("/terms/lines").toString())
        .isEqualTo("[[46,39,479200000,0],[52,44,240000000,0]]");
  }

  @Test
  void aDisputeIsAFormThatIsFilled() {
    visit("deliveries", "deliveries/pk/41");
    press("[data-offer=dispute]");
    JsonNode sent = send();
    assertThat(sent.path("kind").asText()).isEqualTo("inquiry.matter_opened");
    assertThat(sent.at("/body/about").asText()).isEqualTo("pk.sarhad.example/joint#40");
    assertThat(sent.at("/body/matter").asText()).isEqualTo("delivery_dispute");
    assertThat(sent.at("/body/title/text").asText())
        .isEqualTo("Rice, long grain: 3,600 kg weighed by one side only");
  }

  @Test
  void theMatterIsShownBesideThePapersAndNotOfferedAgain() {
    visit("deliveries", "deliveries/pk/29");
    page.until("document.querySelector('.outcome a[href*=inquiry]')");
    assertThat(seen()).contains("3,600.00 UA is disputed still");
    assertThat(page.ask("document.querySelectorAll('[data-offer=dispute]').length").asInt())
        .isZero();
  }

  @Test
  void aRefusalIsInWords() {
    visit("deliveries", "deliveries");
    press("[data-offer=despatch]");
    fill("despatch-amount", "1 000");
    node.refuseWrites("barter.quantity_exceeded");
    page.click("dialog .first").until("document.querySelector('dialog .refusal')");
    assertThat(read("dialog .refusal"))
        .doesNotContain("canned")
        .contains("barter.quantity_exceeded");
    assertThat(json(written().getFirst().body()).at("/body/quantity").toString())
        .isEqualTo("{\"amount\":1000,\"unit\":\"WHR\"}");
  }

  // ---- scales ---------------------------------------------------------------------------------

  /// The sentence, the rate at which it errs, and as many rows as the drawing has points.
  @Test
  void theTestSpeaksOfInstrumentsAndOfNobody() {
    visit("deliveries", "deliveries/compare/pk/12");
    page.until("document.querySelectorAll('svg.chart').length === 2");
    assertThat(seen())
        .contains("The two scales disagree systematically; a joint calibration is due.")
        .contains("13.5 % of all series")
        .contains("says of neither that it is right");
    int drawn =
        page.ask("document.querySelectorAll('.chart .within, .chart .beyond').length").asInt();
    assertThat(page.ask("document.querySelectorAll('.tall tbody tr').length").asInt())
        .isEqualTo(drawn)
        .isEqualTo(60);
  }

  // ---- energy ---------------------------------------------------------------------------------

  @Test
  void aDayIsDrawnAndSaidQuarterByQuarter() {
    visit("deliveries", "energy/ir/16/2019-04-21");
    page.until("document.querySelector('svg.day-chart .hole')");
    assertThat(seen()).contains("No figure from 10:15 to 11:30", "the receiving one counts");
    assertThat(page.ask("document.querySelectorAll('.tall tbody tr').length").asInt())
        .isEqualTo(96);
    assertThat(read(".tall tbody tr:nth-child(42)")).contains("10:15", "filled");
  }

  @Test
  void whatWasNotTakenIsPaidForAsItWasComputed() {
    visit("deliveries", "energy/ir/16?month=2019-03");
    press("[data-offer=untaken]");
    assertThat(read("dialog")).contains("1,255 MWh", "9,663.50 UA");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    JsonNode sent = json(written().getFirst().body());
    assertThat(sent.path("kind").asText()).isEqualTo("barter_shortfall");
    assertThat(sent.at("/terms/quantity/amount").asLong()).isEqualTo(1_255_000_000);
    assertThat(sent.at("/terms/month").asText()).isEqualTo("2019-03");
  }

  @Test
  void theirScheduleIsTakenOver() {
    visit("deliveries", "energy/ir/16/2019-04-23");
    press("[data-offer=schedule]");
    assertThat(isReady()).isFalse();
    page.click("[data-offer=theirs]").until("!document.querySelector('dialog .first').disabled");
    JsonNode sent = send();
    assertThat(sent.path("kind").asText()).isEqualTo("energy.schedule");
    assertThat(sent.at("/body/quarters")).hasSize(96);
    assertThat(sent.at("/body/quarters/0").asLong()).isEqualTo(18_000_000);
    assertThat(sent.at("/body/quarters/70").asLong()).isEqualTo(26_000_000);
    assertThat(sent.at("/body/version").asInt()).isOne();
  }

  @Test
  void anExportIsLookedAtBeforeItIsStated() {
    visit("deliveries", "energy/ir/16/2019-04-21");
    press("[data-offer=meter]");
    page.ask(
        """
        (() => {
          const files = new DataTransfer();
          files.items.add(new File(['serial,from,wh,register,quality\\n'], 'meter.csv'));
          const field = document.querySelector('#meter-file');
          field.files = files.files;
          field.dispatchEvent(new Event('change'));
        })()
        """);
    page.until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("document.querySelector('dialog .refused-lines')");
    assertThat(read("dialog"))
        .contains("3 lines are not taken", "21.04.2019 04:00", "That is no time with an offset.")
        .contains("2 days can be stated");
    assertThat(isReady()).as("before it is agreed that lines are left out").isFalse();
    page.click("dialog .tick input").until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(written().getLast().path()).isEqualTo("/energy/lines/ir/16/meter");
  }

  // ---- lines ----------------------------------------------------------------------------------

  @Test
  void aLineIsProposedWithItsBandsAndItsLoss() {
    visit("deliveries", "energy");
    press("[data-offer=energy-line]");
    page.until("document.querySelectorAll('#energy-line-contract option').length === 2");
    assertThat(isReady()).isFalse();
    fill("energy-line-name", "polan-gabd");
    fill("energy-line-loss", "۱٫۲");
    fill("energy-line-minimum", "60000");
    fill("energy-line-bands", "00:00 low\n17:10 peak");
    page.until("document.querySelector('dialog .hint.wrong')");
    fill("energy-line-bands", "00:00 low\n17:00 peak\n22:00 low");
    page.until("!document.querySelector('dialog .first').disabled");
    assertThat(read("dialog .band-strip")).contains("peak 17:00–22:00", "low 22:00–24:00");
    assertThat(propose("energy_line").path("terms").toString())
        .isEqualTo(
            "{\"bands\":[{\"from\":0,\"name\":\"low\"},{\"from\":68,\"name\":\"peak\"},{\"from\":88,\"name\":\"low\"}],"
                + "\"contract\":\"ir.sarhad.example/joint#14\",\"loss\":12,\"metering\":\"ends\","
                + "\"minimum\":60000000000,\"name\":\"polan-gabd\"}");
  }

  /// With both meters at one point nothing is lost, and the contract goes by what is loaded.
  @Test
  void metersAtOnePointNeedAnotherContract() {
    visit("deliveries", "energy");
    press("[data-offer=energy-line]");
    page.until("document.querySelectorAll('#energy-line-contract option').length === 2");
    fill("energy-line-name", "polan-gabd");
    choose("energy-line-metering", "point");
    page.until("document.querySelector('dialog .hint.wrong')");
    assertThat(read("dialog .hint.wrong")).contains("has to go by what is loaded");
    choose("energy-line-contract", "ir.sarhad.example/joint#101");
    page.until("!document.querySelector('dialog .first').disabled");
    JsonNode terms = propose("energy_line").path("terms");
    assertThat(terms.path("loss").asInt()).isZero();
    assertThat(terms.path("contract").asText()).isEqualTo("ir.sarhad.example/joint#101");
  }

  @Test
  void aLineIsAgreedOnAnewAsItStands() {
    visit("deliveries", "energy/ir/16?month=2019-03");
    press("[data-offer=line-anew]");
    page.until("!document.querySelector('dialog .first').disabled");
    JsonNode sent = propose("energy_line");
    assertThat(sent.at("/supersedes/act").asText()).isEqualTo("ir/16");
    assertThat(sent.at("/terms/bands")).hasSize(4);
    assertThat(sent.at("/terms/loss").asInt()).isEqualTo(12);
    assertThat(sent.at("/terms/returned").toString())
        .isEqualTo(
            "{\"due\":{\"amount\":1,\"unit\":\"MTQ\"},\"per\":{\"amount\":3,\"unit\":\"KWH\"}}");
  }

  // ---- in kind --------------------------------------------------------------------------------

  /// The other way, in whole units; the goods are named by whoever proposes.
  @Test
  void whatIsDueInKindOpensAContractTheOtherWay() {
    visit("deliveries", "energy/ir/16?month=2019-03");
    page.until("document.querySelectorAll('[data-offer=in-kind]').length === 5");
    page.click("dl.worth > div:last-child [data-offer=in-kind]")
        .until("document.querySelector('dialog[open]')");
    assertThat(read("dialog .notice")).contains("jakigur-mand, 2019-03: 19,581,666.667 m³");
    fill("in-kind-name-en", "Natural gas");
    fill("in-kind-commodity", "271121");
    fill("in-kind-formula", "0.2");
    fill("in-kind-until", "2019-12-20");
    page.until("!document.querySelector('dialog .first').disabled");
    JsonNode terms = propose("barter_contract").path("terms");
    assertThat(terms.path("quantity").toString())
        .isEqualTo("{\"amount\":19581666,\"unit\":\"MTQ\"}");
    assertThat(terms.at("/goods/exporter").asText()).isEqualTo("pk");
    assertThat(terms.at("/goods/seller").asText()).isEqualTo("Makran Grid");
    assertThat(terms.at("/goods/buyer").asText()).isEqualTo("Sistan Power");
    assertThat(terms.path("number").asInt()).isEqualTo(3);
  }

  /// Less flowed than was scheduled: the exporter gives it, at the price of the line.
  @Test
  void aDeviationIsClearedInKindAtThePriceOfTheLine() {
    visit("deliveries", "energy/ir/16?month=2019-03");
    page.until("document.querySelectorAll('[data-offer=in-kind]').length === 5");
    page.click("dl.worth > div:nth-child(5) [data-offer=in-kind]")
        .until("document.querySelector('dialog[open]')");
    assertThat(read("dialog .notice")).contains("low: -620 MWh against the schedule");
    fill("in-kind-until", "2019-12-20");
    page.until("!document.querySelector('dialog .first').disabled");
    JsonNode terms = propose("barter_contract").path("terms");
    assertThat(terms.at("/goods/exporter").asText()).isEqualTo("ir");
    assertThat(terms.at("/goods/account").asText()).isEqualTo("1010");
    assertThat(terms.path("quantity").toString())
        .isEqualTo("{\"amount\":620000000,\"unit\":\"WHR\"}");
    assertThat(terms.at("/price/formula").asText()).isEqualTo("3.2 + 0.075 * p");
    assertThat(terms.path("indices").toString()).isEqualTo("{\"p\":\"60\"}");
  }

  // ---- evidence -------------------------------------------------------------------------------

  /// An exhibit is ticked, another entry typed; what is sent has both, ascending, as the record
  /// names them.
  @Test
  void anEventRestsOnExhibitsAndEntries() {
    visit("deliveries", "deliveries/pk/41");
    press("[data-offer=event]");
    page.until("document.querySelectorAll('dialog .evidence-list li').length === 5");
    assertThat(read("dialog .evidence-list li:nth-child(1)")).contains("Weighbridge ticket");
    page.click("dialog .evidence-list li:nth-child(1) input")
        .until("document.querySelector('#control-event-evidence').value === 'ir/112'");
    fill("control-event-evidence", "ir/112 zz/4");
    page.until("document.querySelector('dialog .hint .wrong')");
    assertThat(isReady()).isFalse();
    fill("control-event-evidence", "ir/112، pk/7");
    page.until("!document.querySelector('dialog .first').disabled");
    assertThat(send().at("/body/evidence").toString())
        .isEqualTo("[\"ir.sarhad.example/joint#112\",\"pk.sarhad.example/joint#7\"]");
  }

  @Test
  void aDespatchRestsOnWhatIsTicked() {
    visit("deliveries", "deliveries");
    press("[data-offer=despatch]");
    fill("despatch-amount", "1000");
    page.until("document.querySelectorAll('dialog .evidence-list li').length === 5");
    page.click("dialog .evidence-list li:nth-child(4) input")
        .until("!document.querySelector('dialog .first').disabled");
    assertThat(send().at("/body/evidence").toString())
        .isEqualTo("[\"ir.sarhad.example/joint#109\"]");
  }

  // ---- doing ----------------------------------------------------------------------------------

  private void press(String selector) {
    page.until("document.querySelector('%s')".formatted(selector));
    page.click(selector).until("document.querySelector('dialog[open]')");
  }

  private boolean isReady() {
    return !page.ask("document.querySelector('dialog .first').disabled").asBoolean();
  }

  /// What was proposed as an act of that kind.
  private JsonNode propose(String kind) {
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(written().getFirst().path()).isEqualTo("/acts");
    JsonNode sent = json(written().getFirst().body());
    assertThat(sent.path("kind").asText()).isEqualTo(kind);
    return sent;
  }

  private void choose(String field, String value) {
    page.ask(
        "(e => { e.value = '%s'; e.dispatchEvent(new Event('change')); })(document.querySelector('#%s'))"
            .formatted(value, field));
  }

  private JsonNode send() {
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(written().getFirst().path()).isEqualTo("/statements");
    return json(written().getFirst().body());
  }

  /// What stands there, without the marks that keep values apart from the sentence around them.
  private String read(String selector) {
    return page.ask("document.querySelector('%s').innerText".formatted(selector))
        .asText()
        .replaceAll("[\u2066-\u2069]", "");
  }

  private void fill(String field, String text) {
    page.ask(
        "(e => { e.value = %s; e.dispatchEvent(new Event('input')); })(document.querySelector('#%s'))"
            .formatted(JSON.getNodeFactory().textNode(text), field));
  }
}
