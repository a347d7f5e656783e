package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The barter account on the screen: what it comes to, whether both have the same, and the way from
/// a figure down to its two confirmations.
class BookTest extends BrowserTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  // ---- the account ----------------------------------------------------------------------------

  @Test
  void theAccountSaysWhoOwesWhatAndThatBothHaveTheSame() {
    visit("account", "account");
    page.until("document.querySelector('.gauge')");
    assertThat(read("main"))
        .contains("3,184,500.25", "Pakistan owes Iran")
        .contains("The same on both nodes", "as of Iran 117 · Pakistan 95", "31 vouchers")
        .contains("55 days", "112,000.00 UA", "18 June 2019 · 28 Khordad 1398")
        .contains("915,499.75 UA", "It stays within both limits.");
    assertThat(page.ask("document.querySelectorAll('.sameness.differs').length").asInt()).isZero();
  }

  /// What the drawings say stands there in words and figures too.
  @Test
  void theDrawingsAreSaidInWords() {
    visit("account", "account");
    page.until("document.querySelector('.gauge svg')");
    assertThat(page.ask("document.querySelector('.gauge svg').getAttribute('aria-label')").asText())
        .contains("owes", "3,184,500.25 UA", "900,000.00 UA", "1,240,000.00 UA", "5,000,000 UA");
    page.ask("document.querySelector('.book details').open = true");
    assertThat(read(".book details"))
        .contains("22 April 2019 · 2 Ordibehesht 1398", "20 June 2019");
  }

  /// The gauge is true to scale: the balance stands between nothing and the limit as it should.
  @Test
  void theGaugeIsToScale() {
    visit("account", "account");
    page.until("document.querySelector('.gauge svg')");
    double zero = at("zero", 0);
    double limit = at("limit", 1);
    double balance = at("balance", 0);
    assertThat((balance - zero) / (limit - zero)).isCloseTo(0.6369, Offset.offset(0.0001));
  }

  private double at(String name, int which) {
    return page.ask(
            "Number(/M([0-9.]+)/.exec(document.querySelectorAll('.gauge path.%s')[%d].getAttribute('d'))[1])"
                .formatted(name, which))
        .asDouble();
  }

  @Test
  void aDifferenceIsLoudAndNamesTheFirstVoucher() {
    visit("account-differs", "account");
    page.until("document.querySelector('.sameness.differs[role=alert]')");
    assertThat(read(".sameness"))
        .contains(
            "do not have the same", "pk/89", "pk/acceptance/3", "Until Iran 104 · Pakistan 88");
    assertThat(read("main"))
        .doesNotContain("The same on both nodes")
        .contains("None", "would owe more than it may", "Its day is over", "is not signed");
  }

  @Test
  void whatWasNotComparedIsNotCalledTheSame() {
    visit("account-silent", "account");
    page.until("document.querySelector('.sameness.not-compared')");
    assertThat(read(".sameness")).contains("Not compared yet", "pk/91", "Until Iran 104");
    assertThat(read("main")).doesNotContain("The same on both nodes");
  }

  @Test
  void theJournalIsFilteredByTheAddress() {
    visit("account", "account");
    page.until("document.querySelector('#journal-kind')");
    page.ask(
        "(e => { e.value = 'acceptance'; e.dispatchEvent(new Event('change')); })"
            + "(document.querySelector('#journal-kind'))");
    page.until("location.hash === '#/account?kind=acceptance'");
    page.settled();
    assertThat(page.requests()).anyMatch(url -> url.endsWith("/barter/vouchers?kind=acceptance"));
    page.click(".pager a:last-child").until("location.hash.includes('cursor=13')");
  }

  // ---- from a figure to its proof -------------------------------------------------------------

  @Test
  void aVoucherLeadsToBothConfirmationsAndTheirProofs() {
    visit("account", "account");
    page.until("document.querySelector('.vouchers tbody tr')");
    page.click(".vouchers tbody tr:nth-child(2) th a")
        .until("document.querySelector('.grounds li')");
    assertThat(read("main"))
        .contains(
            "Confirmed by both sides", "1,596,000.00", "both have signed for its exact bytes");
    assertThat(links(".confirmations .of-side a"))
        .containsExactlyInAnyOrder("#/record/ir/108", "#/record/pk/91");
    assertThat(links(".grounds a.button"))
        .containsExactly("#/record/pk/33", "#/record/pk/70", "#/record/pk/84", "#/record/ir/104");
    page.click(".grounds li:nth-child(3) a.code").until("location.hash === '#/account/pk/84'");
    page.until("document.querySelector('h1').innerText.includes('pk/despatch/6')");
    assertThat(read("main")).contains("Stated by one side", "4,000,000");
  }

  /// The line of an act of many: its place, what proves it, and a contra of this line alone.
  @Test
  void aLineOfAnActOfManyIsProvenByItself() {
    visit("account", "account/ir/98/2");
    page.until("document.querySelector('#of-many')");
    assertThat(read("main"))
        .contains("Line 2 of 3 in its act", "2 hashes up to the root", "\"value\":479200000");
    assertThat(links("[aria-labelledby=of-many] a"))
        .containsExactly("#/account/ir/98", "#/account/ir/98/1", "#/account/ir/98/3");
    page.until("document.querySelector('[data-offer=book-contra]')");
    page.click("[data-offer=book-contra]").until("document.querySelector('dialog')");
    fill("book-contra-reason-en", "The wrong lorry");
    page.until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(written().getFirst().body()).contains("ir.sarhad.example/joint#98/2");
  }

  private List<String> links(String selector) {
    List<String> links = new ArrayList<>();
    page.ask(
            "[...document.querySelectorAll('%s')].map(a => a.getAttribute('href'))"
                .formatted(selector))
        .forEach(link -> links.add(link.asText()));
    return links;
  }

  // ---- statements -----------------------------------------------------------------------------

  @Test
  void aStatementHasBothSignaturesItsAgeAndItsFiles() {
    visit("account", "statements");
    page.until("document.querySelector('#closed-periods')");
    page.click(".closed-periods tbody a").until("document.querySelector('.files a')");
    assertThat(read("main"))
        .contains("5,212,000.00 UA", "came out of the vouchers again", "33 days old")
        .contains("to be netted off by 18 June 2019", "112,000.00 UA left");
    assertThat(links(".files a"))
        .contains(
            "/api/v1/barter/statements/1/camt053?owner=ir",
            "/api/v1/barter/statements/1/mt950?owner=pk",
            "/api/v1/barter/statements/1/csv",
            "/api/v1/barter/statements/1/pdf?language=en",
            "/api/v1/barter/journals/hledger",
            "/api/v1/barter/journals/beancount");
  }

  @Test
  void aProposalThatDiffersIsLaidBesideOurFigures() {
    visit("account-differs", "statements/2");
    page.until("document.querySelector('.proposal table')");
    assertThat(read(".proposal"))
        .contains("cannot be signed", "4,720,000.00", "4,720,700.00", "17", "18");
    page.click("[data-offer=book-statement]").until("document.querySelector('dialog table')");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    JsonNode sent = json(written().getFirst().body());
    assertThat(sent.path("kind").asText()).isEqualTo("barter_statement");
    assertThat(sent.at("/terms/closing").asLong()).isEqualTo(47_200_000_000L);
  }

  // ---- proposing ------------------------------------------------------------------------------

  @Test
  void anAccountIsOpenedWithALimitForEachSide() {
    visit("account-none", "account");
    page.until("document.querySelector('[data-offer=book-account]')");
    page.click("[data-offer=book-account]").until("document.querySelector('#book-account-from')");
    fill("book-account-from", "2019-05-01");
    fill("book-account-limit-ir", "5,000,000");
    fill("book-account-limit-pk", "۴٬۰۰۰٬۰۰۰٫۵");
    page.until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(json(written().getFirst().body()).path("terms").toString())
        .isEqualTo(
            "{\"from\":\"2019-05-01+04:30\",\"limits\":{\"ir\":50000000000,\"pk\":40000005000},"
                + "\"number\":1,\"unit\":\"UA\"}");
  }

  @Test
  void whoSignsNothingIsOfferedNothing() {
    visit("account-visitor", "account");
    page.until("document.querySelector('.vouchers tbody tr')");
    assertThat(page.ask("document.querySelectorAll('[data-offer]').length").asInt()).isZero();
    assertThat(read(".net")).contains("3,184,500.25");
  }

  /// A limit below the worst case has to be called what it is.
  @Test
  void aLimitBelowWhatIsOwedHasToRunDown() {
    visit("account", "account");
    page.until("document.querySelector('[data-offer=book-swing]')");
    page.click("[data-offer=book-swing]").until("document.querySelector('#book-swing-whose')");
    page.ask(
        "(e => { e.value = 'pk'; e.dispatchEvent(new Event('change')); })"
            + "(document.querySelector('#book-swing-whose'))");
    fill("book-swing-limit", "4000000");
    page.until("document.querySelector('dialog .tick input')");
    page.until("document.querySelector('dialog .first').disabled");
    page.click("dialog .tick input").until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(json(written().getFirst().body()).path("terms").toString())
        .isEqualTo("{\"limit\":40000000000,\"number\":2,\"run_down\":true,\"side\":\"pk\"}");
  }

  @Test
  void aDebtIsSettledUpToWhatIsOwedAndARefusalIsSaidInWords() {
    visit("account", "account");
    page.until("document.querySelector('[data-offer=book-settlement]')");
    page.click("[data-offer=book-settlement]")
        .until("document.querySelector('#book-settlement-reference')");
    fill("book-settlement-reference", "TT-77");
    fill("book-settlement-amount", "3184500.2501");
    page.until("document.querySelector('dialog .first').disabled");
    fill("book-settlement-amount", "112000");
    page.until("!document.querySelector('dialog .first').disabled");
    node.refuseWrites("barter.overpaid");
    page.click("dialog .first").until("document.querySelector('dialog .refusal')");
    assertThat(read("dialog .refusal")).contains("does not owe so much");
    assertThat(json(written().getFirst().body()).path("terms").toString())
        .isEqualTo(
            "{\"amount\":1120000000,\"by\":\"money\",\"debtor\":\"pk\",\"number\":1,"
                + "\"on\":\"2019-04-22\",\"reference\":\"TT-77\"}");
  }

  // ---- what is seldom done --------------------------------------------------------------------

  private void seldom(int act, String until) {
    visit("account", "account");
    page.until("document.querySelector('.page-head .menu')");
    page.click(".page-head .menu summary");
    page.click(".page-head .menu li:nth-child(%d) button".formatted(act)).until(until);
  }

  /// Waits until the node was asked for it, and has answered.
  private void untilAsked(String what) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (page.requests().stream().noneMatch(url -> url.contains(what))) {
      page.settled();
      assertThat(System.nanoTime()).as("asked for " + what).isLessThan(end);
    }
    page.settled();
  }

  private JsonNode send() {
    page.until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(written().getLast().path()).isEqualTo("/acts");
    return json(written().getLast().body());
  }

  /// The balance and both limits before and after, what would be posted, and by which clause; what
  /// is sent is what the node has drafted.
  @Test
  void aCreditIsTriedBeforeItIsProposed() {
    seldom(1, "document.querySelector('dialog .tried table')");
    assertThat(page.requests())
        .anyMatch(url -> url.endsWith("/barter/drafts/credit?side=pk&amount=0&on=2019-04-22"));
    fill("book-credit-amount", "۲۵۰٬۰۰۰");
    untilAsked("/drafts/credit?side=pk&amount=2500000000&on=2019-04-22");
    page.until("document.querySelector('dialog .tried caption')");
    assertThat(read("dialog .tried"))
        .contains("3,184,500.25 UA", "250,000.00 UA", "unchanged")
        .contains("1090 Technical credit", "1000 Goods and services", "14-5.9");
    JsonNode sent = send();
    assertThat(sent.path("kind").asText()).isEqualTo("barter_credit");
    assertThat(sent.path("terms").toString())
        .isEqualTo("{\"amount\":2500000000,\"number\":1,\"on\":\"2019-04-22\",\"side\":\"pk\"}");
  }

  @Test
  void theBalanceIsRestatedByAFactor() {
    seldom(2, "document.querySelector('#book-restatement-factor')");
    fill("book-restatement-factor", "1.050");
    page.until("document.querySelector('dialog .hint .wrong')");
    assertThat(read("dialog .hint .wrong")).contains("That is no factor");
    fill("book-restatement-factor", "۱٫۰۵");
    page.until("document.querySelector('dialog .tried table')");
    assertThat(read("dialog .tried")).contains("3,343,725.2625 UA", "8000 Restated", "14-5.10");
    assertThat(page.requests()).anyMatch(url -> url.contains("/restatement?factor=1.05&"));
    assertThat(send().path("terms").toString())
        .isEqualTo("{\"delta\":1592250125,\"factor\":\"1.05\",\"number\":1,\"on\":\"2019-04-22\"}");
  }

  /// What is not explained is carried by name, and a day that is over ends nothing.
  @Test
  void theAccountGetsALastDay() {
    seldom(3, "document.querySelector('#book-termination-until')");
    fill("book-termination-reason5100-en", "Moisture of rice");
    fill("book-termination-reason5300-en", "The matter of wagon 5");
    fill("book-termination-until", "2019-04-01");
    page.until("document.querySelector('dialog .hint .wrong')");
    assertThat(page.ask("document.querySelector('dialog .first').disabled").asBoolean()).isTrue();
    fill("book-termination-until", "2019-12-20");
    JsonNode terms = send().path("terms");
    assertThat(terms.path("until").asText()).isEqualTo("2019-12-20+03:30");
    assertThat(terms.at("/carried/0").toString())
        .isEqualTo(
            "{\"account\":\"5100\",\"amount\":-1260000,\"reason\":{\"en\":\"Moisture of rice\"}}");
    assertThat(terms.path("carried")).hasSize(2);
  }

  /// The indices begin with the provisional ones; each acceptance has its difference, and those
  /// that are chosen their sum.
  @Test
  void oneActPricesSeveralAcceptances() {
    visit("account", "account/ir/60");
    page.until("document.querySelector('[data-offer=book-price]')");
    page.click("[data-offer=book-price]").until("document.querySelector('dialog .priced tfoot')");
    assertThat(page.ask("document.querySelector('#book-price-index-brent').value").asText())
        .isEqualTo("62.4");
    assertThat(read("dialog .priced tfoot")).contains("1 acceptance", "+45,000.00");
    fill("book-price-index-brent", "63.2");
    page.click("dialog .priced tbody tr:nth-child(3) input")
        .until(
            "document.querySelector('dialog .priced tfoot').innerText.includes('2 acceptances')");
    assertThat(read("dialog .priced tfoot")).contains("+44,952.00");
    assertThat(read("dialog .priced tbody tr:nth-child(2)")).contains("4,166.667 MWh", "+312.50");
    untilAsked(
        "/drafts/price?contract=ir%2F21&acceptances=ir%2F60%2Cir%2F84"
            + "&indices=brent%3D63.2&on=2019-04-22");
    JsonNode sent = send();
    assertThat(sent.path("kind").asText()).isEqualTo("barter_price");
    assertThat(sent.at("/terms/delta").asLong())
        .as("as the node drafted it")
        .isEqualTo(450_000_000);
    page.click("[data-offer=book-price]")
        .until("document.querySelector('dialog .priced thead input')");
    page.click("dialog .priced tbody tr:nth-child(1) input")
        .until(
            "document.querySelector('dialog .priced tfoot').innerText.includes('None is chosen')");
    assertThat(page.ask("document.querySelector('dialog .first').disabled").asBoolean()).isTrue();
  }

  /// Who owes beyond the limit delivers: the contract says how much, and what for.
  @Test
  void whatIsDueIsSettledInGoods() {
    visit("account", "account");
    page.until("document.querySelector('.waits [data-offer=in-kind]')");
    page.click(".waits [data-offer=in-kind]").until("document.querySelector('#in-kind-seller')");
    assertThat(read("dialog .notice")).contains("Pakistan is to settle", "112,000.00 UA");
    fill("in-kind-name-en", "Rice");
    fill("in-kind-commodity", "100630");
    fill("in-kind-seller", "Makran Rice Mills");
    fill("in-kind-buyer", "Sistan Foods");
    fill("in-kind-amount", "280");
    fill("in-kind-formula", "400");
    fill("in-kind-until", "2019-06-18");
    assertThat(send().path("terms").toString())
        .isEqualTo(
            "{\"goods\":{\"account\":\"1000\",\"buyer\":\"Sistan Foods\",\"commodity\":\"100630\","
                + "\"exporter\":\"pk\",\"name\":{\"en\":\"Rice\"},\"seller\":\"Makran Rice Mills\"},"
                + "\"indices\":{},\"number\":3,\"price\":{\"formula\":\"400\",\"per\":\"TNE\",\"where\":{}},"
                + "\"quantity\":{\"amount\":280,\"unit\":\"TNE\"},\"screening\":[],"
                + "\"until\":\"2019-06-18+04:30\",\"weighed\":\"outturn\"}");
  }

  private void fill(String id, String text) {
    page.ask(
        "(e => { e.value = %s; e.dispatchEvent(new Event('input')); })(document.getElementById('%s'))"
            .formatted(JSON.getNodeFactory().textNode(text), id));
  }

  /// What stands there, without the marks that keep values apart from the sentence around them.
  private String read(String selector) {
    return page.ask("document.querySelector('%s').innerText".formatted(selector))
        .asText()
        .replaceAll("[\u2066\u2067\u2068\u2069]", "");
  }
}
