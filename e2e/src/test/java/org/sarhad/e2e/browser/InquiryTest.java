package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an investigator does on the board: each thing that is sent is exactly what its chapter of
/// the protocol says, and nothing is offered that the rules would refuse.
class InquiryTest extends InquiryFormTest {
  @Test
  void aCountIsStatedWithItsBoundsItsBasisAndItsTime() {
    open(JOINT, ".offers [data-act=claim]");
    assertThat(isReady()).as("without a value").isFalse();
    choose("state-claim-property", "injured");
    fill("state-claim-low", "2");
    fill("state-claim-high", "۵");
    fill("state-claim-bestGuess", "3");
    fill("state-claim-asOf", "2019-04-25 06:00");
    choose("state-claim-basis", "own_observation");
    fill("state-claim-source", "District hospital");
    choose("state-claim-reliability", "B");
    choose("state-claim-credibility", "2");
    fill("state-claim-text", "Counted at noon.");
    screenshot("inquiry-state");
    assertThat(send())
        .isEqualTo(
            json(
                """
                {"kind": "inquiry.claim_stated", "body": {"matter": "%s", "claim": {
                  "as_of": "2019-04-25T06:00:00.000Z", "property": "injured",
                  "provenance": {"basis": "own_observation", "behalf": "own", "grading": "B2", "sources": [{"name": "District hospital"}]},
                  "value": {"type": "quantity", "low": 2, "high": 5, "best": 3, "unit": "persons", "category": "civil"},
                  "words": [{"lang": "en", "text": "Counted at noon."}]}}}
                """
                    .formatted(MATTER)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "claimed_by | label | BRAS | {\"type\":\"label\",\"text\":\"BRAS\"}",
        "damage | account | two cars | {\"type\":\"text\",\"text\":\"two cars\"}",
        "time | from | 2019-04-25 02:10 | {\"type\":\"interval\",\"from\":\"2019-04-25T02:10:00.000Z\",\"to\":\"2019-04-25T02:10:00.000Z\"}",
        "vehicles | low | 3 | {\"type\":\"quantity\",\"low\":3,\"high\":3,\"unit\":\"vehicles\"}"
      })
  void everySortOfValueIsTyped(String property, String field, String typed, String value) {
    open(JOINT, ".offers [data-act=claim]");
    choose("state-claim-property", property);
    fill("state-claim-" + field, typed);
    assertThat(send().at("/body/claim/value")).isEqualTo(json(value));
  }

  @Test
  void aThirdPartysAccountNamesItsSource() {
    open(JOINT, ".offers [data-act=claim]");
    choose("state-claim-behalf", "press");
    fill("state-claim-low", "4");
    assertThat(isReady()).as("without a source").isFalse();
    fill("state-claim-source", "Wire report");
    assertThat(send().at("/body/claim/provenance"))
        .isEqualTo(
            json(
                "{\"basis\":\"press\",\"behalf\":\"press\",\"sources\":[{\"name\":\"Wire report\"}]}"));
  }

  @Test
  void aSealedClaimGoesToTheSealsWithATimeToShowItBy() {
    open(JOINT, ".offers [data-act=seal]");
    choose("state-claim-property", "prior_warning_given");
    assertThat(isReady()).as("without a promise").isFalse();
    choose("state-claim-revealByIn", "24");
    assertThat(seen()).contains("Only its fingerprint goes to Pakistan now");
    JsonNode sent = send();
    assertThat(node.writes().getLast().path()).isEqualTo("/inquiry/seals");
    assertThat(sent.path("matter").asText()).isEqualTo("pk/216");
    assertThat(sent.path("revealBy").asText()).startsWith("2019-05-07T09:1");
    assertThat(sent.at("/claim/value")).isEqualTo(json("{\"type\":\"yes_no\",\"yes\":true}"));
  }

  /// Only the side that sealed a claim is offered to reveal it; nothing has to be typed.
  @Test
  void aSealIsRevealedFromThisNodeWithoutCopyingAnything() {
    visit("inquiry", "inquiry/pk/205");
    page.until("document.querySelector('.seals [data-act=reveal]')");
    assertThat(
            page.ask(
                    "[...document.querySelectorAll('.seals [data-act=reveal]')].map(e => e.closest('li').querySelector('.side').textContent).join('')")
                .asText())
        .isEqualTo("A");
    page.click(".seals [data-act=reveal]").until("document.querySelector('dialog[open]')");
    page.settled();
    page.click("dialog .first").until("!document.querySelector('dialog[open]')");
    assertThat(node.writes())
        .singleElement()
        .satisfies(
            write -> {
              assertThat(write.path()).matches("/inquiry/seals/ir/[0-9]+/reveal");
              assertThat(write.body()).isEmpty();
            });
    assertThat(seen()).contains("Iran: 2 sealed, 1 revealed, 0 late, 1 lapsed");
  }

  @Test
  void ourClaimIsSupersededOrWithdrawnWithAReason() {
    open(JOINT, ".board td[data-side=ir] [data-act=supersede]");
    fill("state-claim-low", "4");
    assertThat(isReady()).as("without a reason").isFalse();
    fill("state-claim-reason", "The list was read again.");
    JsonNode sent = send();
    assertThat(sent.path("kind").asText()).isEqualTo("inquiry.claim_superseded");
    assertThat(sent.at("/body/old").asText()).isEqualTo("ir.sarhad.example/joint#121");
    assertThat(sent.at("/body/reason/text").asText()).isEqualTo("The list was read again.");
    assertThat(sent.at("/body/claim/value/category").asText()).isEqualTo("civil");

    open(JOINT, ".board td[data-side=ir] [data-act=withdraw]");
    assertThat(isReady()).isFalse();
    fill("withdraw-claim-reason", "It was another day.");
    assertThat(send())
        .isEqualTo(
            json(
                "{\"kind\":\"inquiry.claim_withdrawn\",\"body\":{\"claim\":\"ir.sarhad.example/joint#121\",\"reason\":{\"lang\":\"en\",\"text\":\"It was another day.\"}}}"));
  }

  /// Nothing of theirs can be changed, only answered.
  @Test
  void theirClaimIsAnswered() {
    visit("inquiry", JOINT);
    page.until("document.querySelector('.board')");
    assertThat(
            page.ask(
                    "document.querySelectorAll('td[data-side=pk] [data-act=supersede], td[data-side=pk] [data-act=withdraw], td[data-side=ir] [data-act=position]').length")
                .asInt())
        .isZero();
    open(JOINT, ".board-row[data-row='injured/civil'] td[data-side=pk] [data-act=position]");
    assertThat(isReady()).as("to accept needs no reason").isTrue();
    choose("take-position-stance", "dispute");
    assertThat(isReady()).isFalse();
    choose("take-position-stance", "accept_part");
    fill("take-position-low", "4");
    fill("take-position-high", "5");
    fill("take-position-reason", "By our list.");
    JsonNode sent = send();
    assertThat(sent.path("kind").asText()).isEqualTo("inquiry.position_taken");
    assertThat(sent.at("/body/stance").asText()).isEqualTo("accept_part");
    assertThat(sent.at("/body/part"))
        .isEqualTo(
            json(
                "{\"type\":\"quantity\",\"low\":4,\"high\":5,\"unit\":\"persons\",\"category\":\"civil\"}"));
  }

  @Test
  void aCounterClaimIsAClaimOfOurOwnBesideTheirs() {
    open(JOINT, ".board-row[data-row='injured/civil'] td[data-side=pk] [data-act=position]");
    choose("take-position-stance", "dispute");
    fill("take-position-reason", "We counted others.");
    page.click("dialog .tick input");
    page.settled();
    page.click("dialog .first").until("document.querySelector('#state-claim-low')");
    fill("state-claim-low", "2");
    assertThat(send().at("/body/claim/property").asText()).isEqualTo("injured");
    assertThat(node.writes()).hasSize(2);
  }

  /// The digest is computed in the browser; the file goes nowhere.
  @Test
  void anExhibitIsRegisteredByTheDigestOfAFileOnTheDesk() {
    open(JOINT + "?tab=custody", "[data-act=register]");
    take("register-exhibit-file", "abc");
    page.until("document.querySelector('#register-exhibit-digest').value.length === 64");
    assertThat(texts("dialog [data-usual]"))
        .containsExactly(
            "By the agreed rules evidence usually stays with the side that has it until that side opens it.");
    assertThat(send())
        .isEqualTo(
            json(
                """
                {"kind": "inquiry.evidence_registered", "body": {"copy": "evidentiary", "level": "exists", "matter": "%s",
                 "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}}
                """
                    .formatted(MATTER)));
    assertThat(node.writes()).hasSize(1);
  }

  @Test
  void custodyIsShownAsAChainWithItsRedactionAndItsRequests() {
    visit("inquiry", JOINT + "?tab=custody");
    page.until("document.querySelectorAll('.exhibit').length === 6");
    assertThat(seen())
        .contains(
            "District forensic laboratory, evidence room",
            "District court, registry",
            "Faces of bystanders are covered.",
            "An exhibit that exists; it is not described",
            "At a joint visit",
            "No answer yet.");
    assertThat(page.ask("document.querySelectorAll('[data-act=answer]').length").asInt())
        .as("one request waits for us")
        .isEqualTo(1);
  }

  /// A finding is proposed through the same ceremony as every agreement, and begins with the
  /// overlap.
  @Test
  void aFindingIsProposedFromTheRowsThatOverlap() {
    open(JOINT, ".offers [data-act=finding]");
    assertThat(seen()).contains("The words stay on record on both nodes for ever.");
    choose("finding-add", "injured/civil");
    assertThat(page.ask("document.querySelector('#propose-finding-low').value").asText())
        .isEqualTo("4");
    assertThat(page.ask("document.querySelector('#propose-finding-high').value").asText())
        .isEqualTo("5");
    assertThat(texts("dialog [data-usual]"))
        .containsExactly("By the agreed rules a joint finding is for both sides.");
    screenshot("inquiry-finding");
    JsonNode sent = send();
    assertThat(node.writes().getLast().path()).isEqualTo("/acts");
    assertThat(sent.path("kind").asText()).isEqualTo("finding");
    assertThat(sent.path("as").asText()).isEqualTo("chief");
    JsonNode item = sent.at("/terms/items/0");
    assertThat(item.path("outcome").asText()).isEqualTo("agreed_range");
    assertThat(item.path("value"))
        .isEqualTo(
            json(
                "{\"type\":\"quantity\",\"low\":4,\"high\":5,\"unit\":\"persons\",\"category\":\"civil\"}"));
    assertThat(item.path("rests_on")).hasSize(2);
  }

  @Test
  void aListIsLookedAtBeforeItIsEntered() {
    open("inquiry", "[data-act=list]");
    take("enter-list-file", "incident,title");
    page.until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("document.querySelector('dialog .preview')");
    page.settled();
    assertThat(seen())
        .contains(
            "Entered later: no proof of earlier notice", "cannot be read", "2 matters, 3 claims");
    assertThat(isReady()).as("before it is said to be looked at").isFalse();
    page.click("dialog .tick input").until("!document.querySelector('dialog .first').disabled");
    page.click("dialog .first").until("!document.querySelector('dialog[open]')");
    assertThat(node.writes())
        .extracting(CannedNode.Write::path)
        .containsExactly("/inquiry/lists/preview", "/inquiry/lists");
  }

  /// What came before the record says so wherever it is named.
  @Test
  void importedHistorySaysThatNothingProvesNotice() {
    for (String place : List.of("inquiry", "inquiry/ir/100", "inquiry/ir/100/print")) {
      visit("inquiry", place);
      page.until("document.querySelector('.stamp')");
      assertThat(seen()).contains("Entered later: no proof of earlier notice");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "timeline, .timeline li",
    "casualties, .chart",
    "custody, .exhibit",
    "visits, [data-visit]",
    "findings, [data-finding]"
  })
  void everyPageOfAMatterHasItsContent(String tab, String selector) {
    visit("inquiry", JOINT + "?tab=" + tab);
    page.until("document.querySelector(%s)".formatted(Page.quoted(selector)));
    assertThat(page.complaints()).isEmpty();
    assertThat(seen()).doesNotContain("⟦");
  }

  /// Who may only look is offered nothing; a matter that is not here says so.
  @Test
  void whoMayOnlyLookIsOfferedNothing() {
    visit("live", JOINT);
    page.until("document.querySelector('.board')");
    assertThat(page.ask("document.querySelectorAll('main [data-act]').length").asInt()).isZero();
    visit("inquiry", "inquiry/ir/99999");
    page.until("document.querySelector('main .refusal')");
    assertThat(seen()).contains("Refused by the canned node.");
    visit("empty", "inquiry");
    assertThat(seen()).contains("No matter is under inquiry.");
    visit("inquiry-silent", JOINT);
    page.until("document.querySelector('.notice')");
    assertThat(seen()).contains("Pakistan is out of reach");
  }
}
