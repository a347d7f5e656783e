package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists that have become long in a year: what stands on the screen is little enough to be there at
/// once, and the rest is reached from it, by the keyboard too.
class LongListsTest extends BrowserTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROOM = "incidents/ir-2026-0031";
  private static final int ITEMS = 1_500;
  private static final int FIRST = 100;
  private static final int READS_MOST = 256;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SAID = "document.querySelectorAll('.moment .card:not(.arrival)')";

  @TempDir Path heavy;

  /// A room of so many notes of the other side that nobody has read, a second apart.
  private void longRoom() throws IOException {
    var room = (ObjectNode) canned("live", ROOM);
    JsonNode note = null;
    for (JsonNode item : room.path("items")) {
      if (item.path("entry").asText().equals("pk/58")) {
        note = item;
      }
    }
    ArrayNode items = room.putArray("items");
    for (int i = 0; i < ITEMS; i++) {
      var time = Instant.parse("2026-11-22T01:00:00Z").plusSeconds(i).toString();
      ObjectNode item = note.deepCopy();
      item.put("entry", "pk/" + (10_000 + i)).put("time", time);
      ((ObjectNode) item.path("ladder")).remove("read");
      for (JsonNode known : item.path("known")) {
        ((ObjectNode) known).put("at", time);
      }
      items.add(item);
    }
    keep(ROOM, room);
  }

  private void keep(String answer, JsonNode body) throws IOException {
    Path file = heavy.resolve(answer + ".json");
    Files.createDirectories(file.getParent());
    JSON.writeValue(file.toFile(), body);
    node.addScene("heavy", heavy);
  }

  @Test
  void aLongRoomOpensWithTheNewestAndShowsTheOlderOnesWhenAsked() throws IOException {
    longRoom();
    visit("heavy", "incident/ir-2026-0031");
    assertThat(page.ask(SAID + ".length").asInt()).isEqualTo(FIRST);
    assertThat(seen()).contains("pk/11499").doesNotContain("pk/11399");
    page.tabTo("[data-act=older]").press("Enter").until(SAID + ".length === 200");
    assertThat(seen()).contains("pk/11300").doesNotContain("pk/11299");
    for (int shown = 400; shown < ITEMS; shown *= 2) {
      page.press("Enter").until(SAID + ".length === " + shown);
    }
    page.press("Enter").until(SAID + ".length === " + ITEMS);
    assertThat(seen()).contains("pk/10000");
    assertThat(page.ask("document.querySelector('[data-act=older]')").isNull()).isTrue();
  }

  /// What has just come to the screen comes above what was read, which stays where it is.
  @Test
  void whatWasReadStaysWhereItIs() throws IOException {
    longRoom();
    visit("heavy", "incident/ir-2026-0031");
    String toEnd =
        "(e => Math.round(e.scrollHeight - e.scrollTop))(document.querySelector('.ledger > .scroll'))";
    page.ask("document.querySelector('.ledger > .scroll').scrollTo({top: 0})");
    int before = page.ask(toEnd).asInt();
    page.tabTo("[data-act=older]").press("Enter").until(SAID + ".length === 200").settled();
    page.until("Math.abs(" + toEnd + " - " + before + ") < 60");
  }

  /// Only what stood on the screen is told to the other side as read, and no more at once than the
  /// node takes.
  @Test
  void onlyWhatStoodOnTheScreenIsRead() throws IOException {
    longRoom();
    visit("heavy", "incident/ir-2026-0031");
    assertThat(reads(FIRST)).hasSize(FIRST);
    for (int shown = 200; shown <= 800; shown *= 2) {
      page.tabTo("[data-act=older]").press("Enter").until(SAID + ".length === " + shown);
    }
    assertThat(reads(800)).doesNotHaveDuplicates().hasSize(800);
    assertThat(node.writes())
        .filteredOn(write -> write.path().equals("/reads"))
        .allSatisfy(
            write ->
                assertThat(json(write.body()).path("entries").size()).isBetween(1, READS_MOST));
  }

  /// The entries that were told as read, once there are at least so many.
  private List<String> reads(int count) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    var read = read();
    while (read.size() < count && System.nanoTime() < end) {
      Chromium.pause(Duration.ofMillis(50));
      read = read();
    }
    return read;
  }

  private List<String> read() {
    var entries = new ArrayList<String>();
    for (var write : node.writes()) {
      if (write.path().equals("/reads")) {
        json(write.body()).path("entries").forEach(entry -> entries.add(entry.asText()));
      }
    }
    return entries;
  }

  /// A contract of which more was delivered than stands on one page.
  @Test
  void theRestOfAContractIsReachedByItsPages() throws IOException {
    var contract = (ObjectNode) canned("committee", "contracts/ir/96");
    contract.put("deliveriesTotal", 1_200).put("deliveriesNext", "50");
    contract.put("papersTotal", 3_000).put("papersNext", "50");
    keep("contracts/ir/96", contract);
    keep("session", canned("committee", "session"));
    visit("heavy", "contracts/ir/96");
    assertThat(texts("#contract-deliveries, #papers"))
        .allSatisfy(heading -> assertThat(heading).containsAnyOf("1,200", "3,000"));
    page.tabTo("a[href*='deliveries=50']").press("Enter").settled();
    page.tabTo("a[href*='papers=50']").press("Enter").settled();
    assertThat(page.requests())
        .anyMatch(address -> address.endsWith("/contracts/ir/96?deliveries=50"))
        .anyMatch(address -> address.endsWith("/contracts/ir/96?deliveries=50&papers=50"));
    page.tabTo("a[href$='contracts/ir/96?papers=50']").press("Enter").settled();
    assertThat(page.requests()).anyMatch(address -> address.endsWith("/contracts/ir/96?papers=50"));
  }
}
