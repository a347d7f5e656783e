package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What both sides sign. An officer sees all of it and exactly it, is told what a signature means,
/// and sends no other hash than the one on the screen.
class AgreementsTest extends BrowserTest {

  @Test
  void whatWaitsForUsComesFirst() {
    visit("accord", "agreements");
    assertThat(texts(".panel h2"))
        .startsWith("Waiting for us", "Waiting for them", "In force", "Ended");
    assertThat(texts(".acts-us li")).hasSize(2);
    assertThat(texts(".acts-them li")).hasSize(2);
    assertThat(texts(".acts-force li")).hasSize(3);
    assertThat(seen())
        .contains(
            "waiting for Iran: 1 security chief",
            "waiting for Pakistan: 1 liaison officer",
            "taken back by itself in 5 h",
            "Being withdrawn: may still be assented to",
            "12:50 THR · 13:20 KHI · 08:20Z");
    page.click(".acts-ended summary").settled();
    assertThat(texts(".acts-ended .stage"))
        .containsExactly("Void", "Expired", "Withdrawn", "Refused", "Superseded");
  }

  @Test
  void whatWaitsForUsIsSeenFromEveryScreen() {
    visit("accord", "units");
    page.until("document.querySelector('.rail .waiting')");
    assertThat(texts(".rail .waiting")).containsExactly("2");
    visit("empty", "units");
    assertThat(texts(".rail .waiting")).isEmpty();
  }

  /// An act leads to what it names and to what names it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pk/27 | Answers ir/20",
        "ir/20 | Answered by pk/27",
        "pk/9 | Is to take the place of pk/3",
        "pk/3 | Its place is to be taken by pk/9"
      })
  void anActLeadsToItsNeighbours(String act, String words) {
    visit("accord", "agreements/" + act);
    assertThat(texts(".related span")).contains(words);
  }

  /// A stage that can still change says so, in the list and on the page.
  @Test
  void whatIsNotFinalBindsNobodyYet() {
    visit("accord", "agreements");
    assertThat(texts(".act-list li")).filteredOn(row -> row.contains("Not final yet")).hasSize(1);
    visit("accord", "agreements/pk/28");
    assertThat(seen()).contains("Not final yet", "it binds nobody yet");
    visit("accord", "agreements/pk/27");
    assertThat(seen()).doesNotContain("Not final yet");
  }

  @Test
  void anAssentNamesTheHashOnTheScreenAndWaitsForTheTick() {
    visit("accord", "agreements/pk/27");
    page.until("document.querySelector('.verdict')?.innerText.includes('the same')");
    String shown = grouped(".exactly .leaf");
    page.click(".offers [data-offer=assent]").until("document.querySelector('dialog[open]')");
    page.settled();

    assertThat(seen()).contains("irrevocable", "You sign as", "Security chief");
    assertThat(grouped("dialog .leaf")).isEqualTo(shown);
    assertThat(isReady()).as("before it is said to be read").isFalse();
    page.click("dialog .tick input").until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog')");

    assertThat(node.writes())
        .singleElement()
        .satisfies(
            write -> {
              assertThat(write.path()).isEqualTo("/acts/pk/27/assents");
              assertThat(json(write.body()))
                  .isEqualTo(json("{\"leaf\":\"%s\",\"as\":\"chief\"}".formatted(shown)));
            });
    assertThat(shown).isEqualTo(canned("live", "acts/pk/27").path("act").path("leaf").asText());
  }

  /// An act of which the node shows other bytes than those that have its hash is not signed.
  @Test
  void bytesThatHaveAnotherHashAreNotSigned() throws IOException {
    Path scene = Files.createTempDirectory("sarhad-scene");
    var forged = canned("live", "acts/pk/27").deepCopy();
    ((com.fasterxml.jackson.databind.node.ObjectNode) forged)
        .put("bytes", forged.path("bytes").asText().replace("\"seq\":27", "\"seq\":26"));
    Files.createDirectories(scene.resolve("acts/pk"));
    Files.writeString(scene.resolve("acts/pk/27.json"), forged.toString());
    for (String file : List.of("session.json", "overview.json")) {
      Files.copy(answers().resolve("accord").resolve(file), scene.resolve(file));
    }
    node.addScene("forged", scene);
    visit("forged", "agreements/pk/27");
    page.until("document.querySelector('.exactly .refusal')");
    assertThat(seen()).contains("computes another leaf hash");
    assertThat(
            page.ask("document.querySelector('[data-offer=assent]').disabled").asBoolean()
                && !page.ask("document.querySelector('[data-offer=refuse]').disabled").asBoolean())
        .as("only a refusal is possible")
        .isTrue();
  }

  /// An act that both have signed and from which nothing follows says so, and why.
  @ParameterizedTest
  @CsvSource({
    "en, and nothing follows from it, A figure comes out otherwise here",
    "fa, اما چیزی از آن لازم نمی‌آید, barter.figure_differs",
    "ur, مگر اس سے کچھ لازم نہیں آتا, barter.figure_differs"
  })
  void whatComesToNothingSaysWhy(String language, String means, String why) throws IOException {
    Path scene = Files.createTempDirectory("sarhad-scene");
    var signed = canned("live", "acts/pk/9").deepCopy();
    ((com.fasterxml.jackson.databind.node.ObjectNode) signed.path("act"))
        .putObject("flaw")
        .put("code", "barter.figure_differs")
        .put("sentence", "Refused by the canned node.");
    Files.createDirectories(scene.resolve("acts/pk"));
    Files.writeString(scene.resolve("acts/pk/9.json"), signed.toString());
    for (String file : List.of("session.json", "overview.json")) {
      Files.copy(answers().resolve("accord").resolve(file), scene.resolve(file));
    }
    node.addScene("flawed", scene);
    visit("flawed", "agreements/pk/9");
    prefer(language, "light");
    page.until("document.querySelector('.standing .refusal')");
    screenshot("agreement-flawed-" + language);
    assertThat(texts(".standing").getFirst())
        .contains(means, why)
        .as("it binds nobody")
        .doesNotContain("both sides are bound");
  }

  static Stream<String> acts() {
    var names = new ArrayList<String>();
    canned("live", "acts").path("items").forEach(act -> names.add(act.path("act").asText()));
    return names.stream();
  }

  /// Whatever the terms are made of: each value and each name in them is on the page, unhidden.
  @ParameterizedTest
  @MethodSource("acts")
  void nothingOfTheTermsIsHidden(String name) {
    JsonNode detail = canned("live", "acts/" + name);
    for (String language : List.of("en", "fa")) {
      visit("accord", "agreements/" + name);
      prefer(language, "dark");
      String shown =
          page.ask("document.querySelector('.terms').innerText").asText().replaceAll("\\s+", " ");
      assertThat(leaves(detail.path("act").path("terms")))
          .isNotEmpty()
          .allSatisfy(leaf -> assertThat(shown).contains(leaf.strip().replaceAll("\\s+", " ")));
      assertThat(
              page.ask(
                      "document.querySelector('.terms').scrollHeight <= "
                          + "document.querySelector('.terms').clientHeight + 1")
                  .asBoolean())
          .as("nothing has to be scrolled into sight")
          .isTrue();
    }
    JsonNode exact =
        page.ask("[...document.querySelectorAll('.exactly pre')].map(e => e.textContent)");
    assertThat(exact.path(0).asText()).isEqualTo(detail.path("bytes").asText());
    assertThat(exact.path(1).asText()).isEqualTo(detail.path("body").asText());
  }

  /// In the record and on paper too.
  @ParameterizedTest
  @CsvSource({"record, .two", "paper, .sheet"})
  void anActIsWholeWhereverItIsRead(String place, String where) {
    visit("accord", place + "/pk/27");
    page.until("document.querySelector('.terms')");
    String shown =
        page.ask("document.querySelector('%s').innerText".formatted(where))
            .asText()
            .replaceAll("\\s+", " ");
    screenshot("act-on-" + place);
    JsonNode body = json(canned("live", "acts/pk/27").path("body").asText());
    assertThat(leaves(body))
        .hasSizeGreaterThan(7)
        .allSatisfy(leaf -> assertThat(shown).contains(leaf.strip().replaceAll("\\s+", " ")));
  }

  /// A character that turns its neighbours around is drawn as what it is.
  @Test
  void whatDoesNotShowIsMadeToShow() {
    visit("accord", "agreements");
    String drawn =
        page.ask(
                """
                Promise.all([import('/console/lib/lit-html/lit-html.js'), import('/console/js/parts/terms.js')])
                  .then(([lit, terms]) => { const p = document.createElement('p');
                    lit.render(terms.plainly('pay \\u202e000,1\\u202c می\\u200cرود'), p); return p.textContent; })
                """)
            .asText();
    assertThat(drawn).isEqualTo("pay U+202E000,1U+202C می\u200cرود");
  }

  @Test
  void aLentRoleIsOfferedToWhoHasNoneOfTheirOwn() {
    visit("accord-lent", "agreements/pk/27");
    page.click(".offers [data-offer=assent]").until("document.querySelector('dialog[open]')");
    page.settled();
    assertThat(seen())
        .contains("Security chief, lent by Security chief, Sistan and Baluchestan (ir/36)");
    page.click("dialog .tick input").until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(node.writes())
        .singleElement()
        .satisfies(
            write ->
                assertThat(write.body()).contains("\"as\":\"chief\"", "\"delegation\":\"ir/36\""));
  }

  /// What is lent for some kinds of act covers no other, and nobody is offered what they may not.
  @Test
  void aLentRoleCoversItsKindsOnly() {
    visit("accord-lent", "agreements/pk/28");
    assertThat(texts(".offers button")).containsExactly("Assent…", "Refuse…");
    visit("accord-lent", "agreements/ir/38");
    assertThat(texts(".offers button")).as("a recurring duty is not lent").isEmpty();
    visit("live", "agreements/pk/27");
    assertThat(texts(".offers button")).as("lent to the same desk").isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pk/27 | Assent…, Refuse…, Answer with another proposal…",
        "pk/28 | Assent…, Refuse…",
        "ir/38 | Withdraw…",
        "ir/40 | ''",
        "ir/34 | Propose what takes its place…",
        "ir/18 | ''",
        "ir/20 | ''"
      })
  void whatIsOfferedFollowsFromTheStageAndTheSide(String act, String offers) {
    visit("accord", "agreements/" + act);
    assertThat(String.join(", ", texts(".offers button"))).isEqualTo(offers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ir/20 | Refused | The host commands; propose it with that.",
        "pk/16 | Withdrawn | It has been withdrawn or has expired.",
        "ir/26 | Expired | took the proposal back, as announced",
        "ir/29 | Void | Pakistan assented",
        "ir/18 | In force | Your role does not allow this.",
        "pk/3 | Superseded | Another agreement in force has taken its place."
      })
  void whatBecameOfItIsSaidWithItsReasons(String act, String stage, String said) {
    visit("accord", "agreements/" + act);
    assertThat(texts(".standing .stage")).containsExactly(stage);
    assertThat(seen()).contains(said);
  }

  @Test
  void aStatementThatDoesNotHoldStaysWithItsSentence() {
    visit("accord", "agreements/pk/16");
    assertThat(texts(".act-statements .void"))
        .singleElement()
        .satisfies(
            said ->
                assertThat(said)
                    .contains("Iran assented", "does not hold", "ir/24", "act.act_withdrawn"));
  }

  @ParameterizedTest
  @CsvSource({"refuse, pk/27, refusals", "withdraw, ir/38, withdrawals"})
  void aNoNeedsItsReason(String offer, String act, String path) {
    visit("accord", "agreements/" + act);
    page.click(".offers [data-offer=%s]".formatted(offer))
        .until("document.activeElement?.matches('dialog textarea')");
    assertThat(isReady()).isFalse();
    page.type("Clause 2 needs the host.")
        .until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(node.writes())
        .singleElement()
        .satisfies(
            write -> {
              assertThat(write.path()).isEqualTo("/acts/" + act + "/" + path);
              assertThat(json(write.body()).path("leaf"))
                  .isEqualTo(canned("live", "acts/" + act).path("act").path("leaf"));
              assertThat(json(write.body()).path("reason").asText())
                  .isEqualTo("Clause 2 needs the host.");
            });
  }

  @Test
  void anAnswerBeginsWithTheWordsItAnswers() {
    visit("accord", "agreements/pk/27");
    page.click(".offers [data-offer=counter]").until("document.querySelector('#propose-title')");
    page.settled();
    JsonNode old = canned("live", "acts/pk/27").path("act");
    assertThat(page.ask("document.querySelector('#propose-title').value").asText())
        .isEqualTo(old.path("terms").path("title").asText());
    assertThat(page.ask("document.querySelector('#propose-text').value").asText())
        .isEqualTo(old.path("terms").path("text").asText());
    assertThat(seen()).contains("It refuses pk/27 if that is still open.");
    page.ask("document.querySelector('#propose-title').select()");
    page.type("Joint force, second text").settled();
    page.ask(
        "(() => { const s = document.querySelector('#propose-expiresIn'); s.value = '24';"
            + " s.dispatchEvent(new Event('change')); })()");
    page.settled();
    assertThat(seen()).containsPattern("23 April 2019 · 3 Ordibehesht 1398 · 13:4\\d THR");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(node.writes())
        .singleElement()
        .satisfies(
            write -> {
              JsonNode body = json(write.body());
              assertThat(write.path()).isEqualTo("/acts");
              assertThat(body.path("kind").asText()).isEqualTo("memorandum");
              assertThat(body.path("counters").path("act").asText()).isEqualTo("pk/27");
              assertThat(body.path("counters").path("leaf")).isEqualTo(old.path("leaf"));
              assertThat(body.path("terms").path("title").asText())
                  .isEqualTo("Joint force, second text");
              assertThat(body.path("terms").path("text")).isEqualTo(old.path("terms").path("text"));
              assertThat(body.path("expires").asText()).startsWith("2019-04-23T09:1");
            });
  }

  /// A fresh proposal does not begin with the words of an answer that was not sent.
  @Test
  void anAnswerLeavesNothingInAFreshProposal() {
    visit("accord", "agreements/ir/34");
    page.click(".offers [data-offer=replace]")
        .until("document.querySelector('#propose-title')?.value");
    page.press("Escape").until("!document.querySelector('dialog')");
    page.ask("location.hash = '#/agreements'");
    page.until("document.querySelector('.acts-us')").settled();
    page.click(".page-head .first").until("document.querySelector('#propose-title')").settled();
    assertThat(page.ask("document.querySelector('#propose-title').value").asText()).isEmpty();
    assertThat(isReady()).isFalse();
  }

  @Test
  void aRoleIsLentAndTakenBack() {
    visit("accord", "agreements");
    page.click(".lent header button").until("document.querySelector('#lend-to')").settled();
    page.ask("document.querySelector('#lend-to').focus()");
    page.type("commander").until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog')").settled();
    page.click(".lent .acts-of button").until("document.querySelector('dialog[open]')").settled();
    assertThat(seen()).contains("What was signed in it stands.");
    page.click("dialog .first").until("!document.querySelector('dialog')");
    assertThat(node.writes()).hasSize(2);
    assertThat(json(node.writes().getFirst().body()))
        .isEqualTo(json("{\"to\":\"commander\",\"role\":\"chief\"}"));
    assertThat(node.writes().getLast().path()).isEqualTo("/delegations/ir/36/end");
  }

  /// Whoever looks: the same sides in the same order, with the same words and equally wide.
  @ParameterizedTest
  @CsvSource({"ir/18", "pk/27", "ir/38"})
  void bothSidesAreShownAlikeFromEitherSide(String act) {
    visit("accord", "agreements/" + act);
    List<String> here = sides();
    visit("accord-across", "agreements/" + act);
    assertThat(sides()).isEqualTo(here).hasSize(2);
    JsonNode widths =
        page.ask(
            "[...document.querySelectorAll('.table-of')].map(e =>"
                + " Math.round(e.getBoundingClientRect().width))");
    assertThat(Math.abs(widths.path(0).asInt() - widths.path(1).asInt())).isLessThanOrEqualTo(1);
  }

  /// What they say, but for the times, which each side reads on its own wall first.
  private List<String> sides() {
    return strings(
        """
        [...document.querySelectorAll('.table-of')].map(e => { const copy = e.cloneNode(true);
          copy.querySelectorAll('time').forEach(t => t.remove()); return e.dataset.side + ' ' + copy.textContent.replace(/\\s+/g, ' '); })
        """);
  }

  @Test
  void whatIsSaidElsewhereArrivesByItself() {
    visit("accord", "agreements/pk/27");
    page.click(".offers [data-offer=assent]").until("document.querySelector('dialog[open]')");
    page.press("Escape").until("!document.querySelector('dialog')");
    int before = asked();
    node.tell("record", "{\"at\":\"2019-04-22T09:10:01.000Z\",\"entries\":[\"pk/29\"]}");
    page.until(
        "performance.getEntriesByType('resource').filter(e => e.name.includes('/acts/pk/27'))"
            + ".length > "
            + before);
  }

  private int asked() {
    return page.ask(
            "performance.getEntriesByType('resource').filter(e => e.name.includes('/acts/pk/27')).length")
        .asInt();
  }

  @Test
  void whatCannotBeSignedNowSaysWhy() {
    visit("unpaired", "agreements");
    assertThat(seen())
        .contains("there is nobody to agree with yet", "Nothing has been proposed yet");
    visit("accord-silent", "agreements/pk/27");
    assertThat(seen()).contains("Pakistan is out of reach: it may have signed");
    visit("forked", "agreements/pk/27");
    assertThat(seen()).contains("Joint signing is paused, because the two records do not agree.");
    assertThat(
            page.ask("[...document.querySelectorAll('.offers button')].every(b => b.disabled)")
                .asBoolean())
        .isTrue();
    visit("empty", "agreements");
    assertThat(seen())
        .contains("Nothing has been proposed yet, by either side.", "No role is lent.");
    visit("accord", "agreements/ir/999");
    assertThat(seen()).contains("ir/999", "Refused by the canned node.");
  }

  /// From the rail to the signature without a mouse.
  @Test
  void anActIsSignedByTheKeyboardAlone() {
    visit("accord", "agreements");
    page.tabTo(".acts-us .act-name").press("Enter").until("document.querySelector('.exactly')");
    page.tabTo("[data-offer=assent]")
        .press("Enter")
        .until("document.querySelector('dialog[open]')");
    page.tabTo("dialog .tick input").press(" ");
    page.tabTo("dialog .first:enabled").press("Enter").until("!document.querySelector('dialog')");
    assertThat(node.writes()).hasSize(1);
  }

  private boolean isReady() {
    return !page.ask("document.querySelector('dialog .first').disabled").asBoolean();
  }

  private String grouped(String selector) {
    return page.ask("document.querySelector('%s').textContent".formatted(selector))
        .asText()
        .replaceAll("\\s", "");
  }

  /// Every value in it and every name that no word stands for, as text.
  private static List<String> leaves(JsonNode terms) {
    var leaves = new ArrayList<String>();
    if (terms.isContainerNode()) {
      terms.forEach(part -> leaves.addAll(leaves(part)));
    } else if (!terms.asText().isBlank()) {
      leaves.add(terms.asText());
    }
    return leaves;
  }

  private List<String> strings(String expression) {
    var strings = new ArrayList<String>();
    page.ask(expression).forEach(text -> strings.add(text.asText()));
    return strings;
  }
}
