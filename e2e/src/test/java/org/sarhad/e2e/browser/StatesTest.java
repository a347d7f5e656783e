package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The words for what has gone wrong, or has not happened: exact, because an officer at three in
/// the morning acts on them.
class StatesTest extends BrowserTest {
  @Test
  void aSilentPeerIsSaidWithBothClocksAndWhatWaits() {
    visit("silent", "floor");
    assertThat(bars())
        .contains(
            "Pakistan unreachable since 05:20 (B 06:50 · 01:50Z).",
            "3 acts waiting to be delivered.",
            "Last seen of Pakistan: entry pk/57.",
            "Nothing after that is known.");
    assertThat(seen()).contains("Pakistan to acknowledge cannot be judged");
    page.click(".bar button").until("document.querySelector('dialog[open] #hotline-text')");
  }

  @Test
  void theEndOfACutSaysWhatGotThroughAndStaysUntilNoted() {
    visit("silent", "floor");
    node.play("live");
    node.tell("link", "{\"at\":\"2026-11-22T02:49:10.000Z\",\"peer\":\"pk\",\"state\":\"live\"}");
    page.until("document.querySelector('.bars').innerText.includes('Link restored')");
    page.settled();
    assertThat(bars())
        .contains(
            "Link restored 06:01. 3 of yours delivered, 4 of Pakistan’s received. 2 crossed each other.");
    page.click(".bar button").until("!document.querySelector('.bars').innerText.includes('Link')");
  }

  @Test
  void theRoomLooksTheSameAfterTheMapAsWithoutIt() {
    visit("live", "incident/ir-2026-0031");
    String colours =
        "JSON.stringify([...document.querySelectorAll('main path')].map(p => getComputedStyle(p).stroke))";
    String without = page.ask(colours).asText();
    int paths = page.ask("document.querySelectorAll('main path').length").asInt();
    visit("live", "floor");
    page.until("document.querySelector('.map .town-name')");
    page.ask("location.hash = '#/incident/ir-2026-0031'");
    page.until("document.querySelector('.room-head h1')");
    page.until("document.querySelectorAll('main path').length === " + paths);
    assertThat(page.ask(colours).asText()).isEqualTo(without);
  }

  @ParameterizedTest
  @ValueSource(strings = {"barter", "toString", "record/%", "%zz"})
  void anAddressThatNobodyKnowsLeadsSomewhereThatWorks(String place) {
    visit("live", "floor");
    page.ask("location.hash = '#/%s'".formatted(place));
    page.settled();
    assertThat(page.ask("document.querySelector('main').className").asText())
        .isEqualTo(place.startsWith("record") ? "record" : "floor");
    assertThat(page.complaints()).filteredOn(one -> one.contains("Error:")).isEmpty();
  }

  /// What the last act did is said where it hides nothing: the next act can begin at once.
  @Test
  void aSecondNoteCanFollowTheFirstAtOnce() {
    visit("live", "incident/ir-2026-0031");
    for (String text : new String[] {"First.", "Second."}) {
      page.click(".composer input[value=internal]")
          .until("!document.querySelector('#note').disabled");
      page.ask("document.querySelector('#note').focus()");
      page.type(text).settled();
      page.click(".composer .first").until("document.querySelector('#note').disabled");
      page.until("document.querySelector('.said').innerText.includes('Kept on this node')");
    }
    assertThat(node.writes().stream().filter(write -> write.path().endsWith("/notes"))).hasSize(2);
  }

  /// One instant on both walls and in UTC; and on every time that one points at.
  @Test
  void bothWallsAndUtcAreAlwaysShown() {
    visit("live", "incident/ir-2026-0031");
    assertThat(page.ask("[...document.querySelectorAll('.walls .big')].map(e => e.innerText)"))
        .extracting(JsonNode::asText)
        .containsExactly("06:19", "07:49", "02:49Z");
    assertThat(page.ask("document.querySelector('.card header time').title").asText())
        .endsWith("THR · 06:12 KHI · 01:12Z");
  }

  /// Where the map cannot be had, its panel says so, and nothing is missing: incidents are in the
  /// queue, units in the list.
  @Test
  void theFloorIsWholeWithoutTheMap() {
    page.call("Network.setBlockedURLs", Map.of("urls", List.of("*/leaflet/*")));
    visit("live", "floor");
    page.until("document.querySelector('.map').innerText.includes('The map cannot be shown.')");
    assertThat(page.ask("document.querySelectorAll('[data-incident]').length").asInt())
        .isEqualTo(6);
    page.click(".ground .choice button:last-child")
        .until("document.querySelectorAll('.units tbody tr').length === 10");
    assertThat(seen()).contains("Khash ambulance 3", "Mashkel quick reaction", "last seen");
  }

  @Test
  void whatWasDeliveredAndNotReadIsSaid() {
    visit("live", "incident/ir-2026-0031");
    assertThat(seen()).contains("No person at Pakistan has opened it (14 min).");
  }

  @Test
  void aGapBetweenTheSidesIsDrawnAsLongAsItWas() {
    visit("live", "incident/ir-2026-0031");
    assertThat(
            page.ask("[...document.querySelectorAll('.gap span')].map(e => e.innerText)")
                .toString())
        .contains("39 min", "35 min", "26 min");
  }

  @Test
  void twoHistoriesPauseJointSigningAndNothingElse() {
    visit("forked", "record?tab=evidence");
    assertThat(bars())
        .contains(
            "Pakistan has shown two different histories at entry 771.",
            "Evidence saved. Joint signing is paused; response continues.");
    assertThat(seen())
        .contains("Two different histories at entry 771.", "./sarhad verify fork-pk-771.tlog-fork");
  }

  @Test
  void aNodeBehindItsOwnMirrorOffersToBeRestored() {
    visit("behind", "link");
    assertThat(seen())
        .contains(
            "This node is 444 entries older than what Pakistan already holds. Restore from Pakistan?");
  }

  @Test
  void anEmptyQueueSaysWhenItLooked() {
    visit("empty", "floor");
    assertThat(seen()).contains("No open items.", "Last checked 06:19:09.");
    assertThat(bars())
        .contains("Pakistan’s clock differs by 94 s; order is taken from the logs, not clocks.");
  }

  @Test
  void aStaleUnitIsHollowAndKept() {
    visit("live", "floor");
    page.until("document.querySelector('.unit.stale')");
    assertThat(
            page.ask(
                    "getComputedStyle(document.querySelector('.unit.stale .frame')).strokeDasharray")
                .asText())
        .isNotEqualTo("none");
    page.click(".ground .choice button:last-child").until("document.querySelector('tr.stale')");
    assertThat(seen()).contains("last seen 1 h 31 min ago");
  }

  @Test
  void theOtherSidesUnitsCanBeAskedForAndNotTasked() {
    visit("live", "incident/ir-2026-0031");
    page.click(".acts button:nth-child(1)")
        .until("document.querySelectorAll('.ranking label').length === 6");
    assertThat(
            page.ask("[...document.querySelectorAll('.cannot input')].every(e => e.disabled)")
                .asBoolean())
        .isTrue();
    assertThat(seen()).contains("ask, don’t task");
  }

  @Test
  void importedHistoryProvesNoNotice() {
    visit("live", "history");
    assertThat(seen())
        .contains(
            "Imported, no proof of notice",
            "27 members of the Revolutionary Guards killed",
            "at least 27 Iranian security personnel killed",
            "nearly 30 members of the IRGC killed");
  }

  @Test
  void aRefusalKeepsWhatWasTyped() {
    node.play("door");
    page.go(at("floor")).until("document.activeElement?.id === 'login'");
    page.type("watch").press("Tab").type("wrong").press("Enter");
    page.until("document.querySelector('[role=alert]')");
    assertThat(seen()).contains("Account or password is wrong.");
    assertThat(page.ask("document.querySelector('#login').value").asText()).isEqualTo("watch");
  }

  private String bars() {
    return page.ask("document.querySelector('.bars').innerText.replace(/\\s+/g, ' ')").asText();
  }
}
