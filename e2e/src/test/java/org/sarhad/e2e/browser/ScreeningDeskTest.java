package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The compliance desk: what waits for whom, what is signed by it, and what stays with it.
class ScreeningDeskTest extends BrowserTest {
  private static final String DESK = "screening";
  private static final String PARTY = "screening/party/Chagai%20Minerals";
  private static final String OPEN = "document.querySelector('dialog[open]')";
  private static final String SHUT = "!document.querySelector('dialog')";

  @TempDir Path directory;

  @Test
  void whatWaitsStandsFirst() {
    visit(DESK, DESK);
    until(".waits li");
    assertThat(texts(".waits > li"))
        .hasSize(5)
        .first()
        .asString()
        .contains("Chagai Minerals", "proposed: refused", "Confirm…");
    assertThat(texts(".waits > li"))
        .anyMatch(line -> line.contains("European Union: the list is soon too old"))
        .anyMatch(line -> line.contains("Gwatar Shipping") && line.contains("screened again"))
        .anyMatch(line -> line.contains("Desert Wings") && line.contains("release or refuse"));
    assertThat(texts(".page-head, .panel h2").get(1)).isEqualTo("Waiting for our side");
  }

  /// Four eyes are two officers: nobody is offered to confirm what they have proposed.
  @Test
  void nobodyConfirmsTheirOwnProposal() {
    visit(DESK, DESK);
    until(".waits li");
    assertThat(texts(".waits > li"))
        .filteredOn(line -> line.contains("Quetta Grain House"))
        .singleElement()
        .asString()
        .contains("a colleague has to confirm")
        .doesNotContain("Confirm…");
    assertThat(count(".waits [data-offer=confirm]")).isEqualTo(1);
  }

  @Test
  void everyPageSaysWhatScreeningIsNot() {
    for (String place : new String[] {DESK, PARTY}) {
      visit(DESK, place);
      until(".desk");
      assertThat(seen())
          .contains("does not make a transaction lawful")
          .contains("Firms, banks and ships are screened. Persons are not");
    }
  }

  @Test
  void bothSidesStandBesideEachOther() {
    visit(DESK, DESK);
    until(".screened tbody tr");
    assertThat(texts("[aria-labelledby=parties] tbody tr"))
        .hasSize(7)
        .anyMatch(
            row ->
                row.startsWith("Chagai Minerals Held")
                    && row.contains("Good")
                    && row.endsWith("Draft only"))
        .anyMatch(row -> row.startsWith("Hamun Medical") && row.endsWith("May be signed"))
        .anyMatch(row -> row.startsWith("Zirreh Trading Refused"));
    assertThat(texts(".both > section").getLast()).isNotBlank();
    assertThat(texts("[aria-labelledby=lists] .both > section").get(1))
        .contains("Pakistan", "United Kingdom", "Too old to decide by")
        .doesNotContain("Renew");
  }

  // ---- deciding -------------------------------------------------------------------------------

  @Test
  void theSecondOfficerLooksAndSigns() {
    visit(DESK, DESK);
    open("confirm");
    assertThat(seen()).contains("You are the second officer", "United Nations", "chagai");
    assertThat(isReady()).as("before it was looked at").isFalse();
    page.click("dialog .tick input").until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until(SHUT);
    assertThat(said("screening.confirmed"))
        .isEqualTo(json("{\"proposal\":\"ir.sarhad.example/joint#77\"}"));
  }

  @Test
  void aProposalRestsOnTheListsOfTheDay() {
    visit(DESK, PARTY);
    until(".desk");
    open("propose");
    assertThat(texts("#screening-propose-status option")).containsExactly("released", "refused");
    fill("screening-propose-threshold", "۸۰۱");
    page.click("dialog .tick input");
    assertThat(isReady()).as("looser than agreed").isFalse();
    fill("screening-propose-threshold", "۷۵۰");
    page.until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until(SHUT);
    JsonNode body = said("screening.proposed");
    assertThat(body.path("status").asText()).isEqualTo("released");
    assertThat(body.path("subject").asText()).isEqualTo("Chagai Minerals");
    assertThat(body.has("basis")).isFalse();
    assertThat(body.path("grounds"))
        .isEqualTo(
            json(
                "{\"edition\":1,\"lists\":{\"eu\":\"%s\",\"un\":\"%s\"},\"threshold\":750}"
                    .formatted("4e27a3c8".repeat(8), "9b1c6d0f".repeat(8))));
  }

  @Test
  void aRefusalIsSaidInWordsAndLosesNothing() {
    visit(DESK, DESK);
    node.refuseWrites("screening.lists_not_current");
    open("hold");
    fill("screening-hold-subject", "Nimruz Transit");
    page.until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("document.querySelector('dialog .refusal')");
    assertThat(seen()).contains("The lists have changed since; screen this party again.");
    assertThat(page.ask("document.querySelector('#screening-hold-subject').value").asText())
        .isEqualTo("Nimruz Transit");
    assertThat(said("screening.held").path("subject").asText()).isEqualTo("Nimruz Transit");
  }

  // ---- lists ----------------------------------------------------------------------------------

  @Test
  void aListIsReadBeforeItIsGoneBy() throws IOException {
    visit(DESK, DESK);
    open("list");
    choose("#screening-list-file", "un.xml", "<CONSOLIDATED_LIST/>");
    page.click("dialog .first").until("document.querySelector('dialog .preview')");
    assertThat(seen())
        .contains("731, none of them kept")
        .contains("2 records or lines were not read whole")
        .contains("line 4,120", "XXe.013", "no name with a letter");
    page.click("dialog .first").until(SHUT);
    assertThat(written().getFirst().path()).isEqualTo("/screening/files");
    assertThat(said("screening.list_taken").path("list").path("sha256").asText())
        .isEqualTo("77aa01fe".repeat(8));
  }

  /// Who looked and found nothing newer says so, without a file.
  @Test
  void aListIsSaidToBeTheNewestStill() {
    visit(DESK, DESK);
    open("newer");
    page.click("dialog [data-offer=still]").until(SHUT);
    assertThat(said("screening.list_taken").path("list").path("source").asText()).isEqualTo("eu");
    assertThat(written()).hasSize(1);
  }

  // ---- what stays -----------------------------------------------------------------------------

  @Test
  void whichWordsMetIsShownToComplianceOfficersAlone() throws IOException {
    visit(DESK, PARTY);
    until(".hit");
    assertThat(texts(".hit").getFirst())
        .startsWith("946")
        .contains("chagai sound alike 910 chaghi", "company met none");
    as("chief");
    visit("screening-chief", PARTY);
    until(".desk");
    assertThat(seen()).contains("Chagai Minerals", "Held").doesNotContain("XXe.014", "chaghi");
    assertThat(count("[data-offer]")).isZero();
    visit("screening-chief", DESK);
    until(".waits li");
    assertThat(seen()).contains("Waiting for our side").doesNotContain("Our own table");
    assertThat(count("main [data-offer]")).isZero();
    assertThat(page.requests().stream().filter(one -> one.contains("/api/v1/screening/own")))
        .as("nothing is asked for that would be refused")
        .hasSize(1);
  }

  @Test
  void aTableWithAFaultIsTakenOnlyOnceThatWasSeen() throws IOException {
    visit(DESK, DESK);
    open("table");
    choose("#screening-table-file", "parties.csv", "party,sort,name,number\n");
    page.click("dialog .first").until("document.querySelector('dialog .remarks')");
    assertThat(seen())
        .contains("4 parties could be read. The table is not taken yet.")
        .contains("line 6", "Persons are not screened");
    page.click("dialog .first").settled();
    assertThat(written()).hasSize(2);
  }

  @Test
  void aDryRunSaysNothingToAnybody() {
    visit(DESK, DESK);
    open("look");
    assertThat(texts("#screening-look-sort option")).containsExactly("Firm", "Bank", "Ship");
    fill("screening-look-names", "Chagai Minerals Company\n\nمعادن چاغی");
    page.until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("document.querySelector('dialog .hit')");
    assertThat(written()).hasSize(1);
    assertThat(written().getFirst().path()).isEqualTo("/screening/hits");
    assertThat(json(written().getFirst().body()))
        .isEqualTo(
            json("{\"sort\":\"firm\",\"names\":[\"Chagai Minerals Company\",\"معادن چاغی\"]}"));
  }

  // ---- licences -------------------------------------------------------------------------------

  @Test
  void aLicenceIsRecordedByItsDays() {
    visit(DESK, DESK);
    open("licence");
    fill("screening-licence-subject", "Hamun Medical");
    fill("screening-licence-title", "Exemption HG-2026/58");
    fill("screening-licence-from", "2026-12-01");
    fill("screening-licence-until", "2026-12-31");
    fill("screening-licence-goods", "3005, ۳۰۰۴");
    fill("screening-licence-amount", "۱٬۲۰۰");
    page.until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until(SHUT);
    assertThat(said("screening.basis_recorded"))
        .isEqualTo(
            json(
                """
                {"from":"2026-11-30T20:30:00.000Z","quota":{"amount":1200,
                 "commodities":["3004","3005"],"unit":"TNE"},"subject":"Hamun Medical",
                 "title":{"en":"Exemption HG-2026/58"},"until":"2026-12-31T20:30:00.000Z"}
                """));
  }

  @Test
  void noMoreIsUsedThanIsLeft() {
    visit(DESK, DESK);
    open("draw");
    fill("screening-draw-amount", "361");
    page.until("document.querySelector('dialog .refusal')");
    assertThat(isReady()).isFalse();
    fill("screening-draw-amount", "360");
    page.until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until(SHUT);
    assertThat(said("screening.basis_drawn"))
        .isEqualTo(
            json(
                """
                {"amount":360,"basis":"ir.sarhad.example/joint#61",
                 "by":"ir.sarhad.example/joint#38","commodity":"300490"}
                """));
  }

  // ---- paper ----------------------------------------------------------------------------------

  @Test
  void theDeskIsPrintedWithoutItsButtons() {
    visit(DESK, DESK);
    until(".screened tbody tr");
    page.onPaper();
    assertThat(
            page.ask(
                    "[...document.querySelectorAll('.rail, main button, main .button')].every(e => getComputedStyle(e).display === 'none')")
                .asBoolean())
        .isTrue();
    assertThat(seen()).contains("Chagai Minerals", "does not make a transaction lawful");
  }

  // ---- helpers --------------------------------------------------------------------------------

  private void until(String selector) {
    page.until("document.querySelector(%s)".formatted(Page.quoted(selector)));
    page.settled();
  }

  private void open(String offer) {
    until("[data-offer=%s]".formatted(offer));
    page.click("[data-offer=%s]".formatted(offer)).until(OPEN);
    page.settled();
  }

  private int count(String selector) {
    return page.ask("document.querySelectorAll(%s).length".formatted(Page.quoted(selector)))
        .asInt();
  }

  private boolean isReady() {
    return !page.ask("document.querySelector('dialog .first').disabled").asBoolean();
  }

  private void fill(String field, String text) {
    page.ask(
        "(e => { e.value = %s; e.dispatchEvent(new Event('input')); })(document.querySelector('#%s'))"
            .formatted(JsonNodeFactory.instance.textNode(text), field));
  }

  /// Chooses a file, as its officer would.
  private void choose(String field, String name, String content) {
    page.ask(
        """
        (e => { const all = new DataTransfer(); all.items.add(new File([%s], %s)); e.files = all.files;
                e.dispatchEvent(new Event('change')); })(document.querySelector('%s'))
        """
            .formatted(
                JsonNodeFactory.instance.textNode(content),
                JsonNodeFactory.instance.textNode(name),
                field));
    page.until("!document.querySelector('dialog .first').disabled");
  }

  /// The body of the one statement of `kind`.
  private JsonNode said(String kind) {
    return written().stream()
        .filter(write -> write.path().equals("/statements"))
        .map(write -> json(write.body()))
        .filter(statement -> statement.path("kind").asText().equals(kind))
        .map(statement -> statement.path("body"))
        .findFirst()
        .orElseThrow();
  }

  /// A scene in which an officer has this role alone.
  private void as(String role) throws IOException {
    Path scene = directory.resolve(role);
    Files.createDirectories(scene.resolve(DESK));
    for (String name : List.of(DESK, DESK + "/parties", DESK + "/party", DESK + "/look-back")) {
      Files.writeString(scene.resolve(name + ".json"), canned(DESK, name).toString());
    }
    ObjectNode session = (ObjectNode) canned("live", "session");
    session.set("roles", ((ArrayNode) json("[]")).add(role));
    Files.writeString(scene.resolve("session.json"), session.toString());
    node.addScene("screening-" + role, scene);
  }
}
