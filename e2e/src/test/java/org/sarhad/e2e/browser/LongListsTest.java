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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private static final int CLOSED = 1_700;
  private static final String ROWS = "document.querySelectorAll('[data-incident]')";

  @TempDir Path heavy;

  /// A room of so many notes of the other side that nobody has read, a second apart.
  private void longRoom() throws IOException {
    var room = (ObjectNode) canned("live", ROOM);
    JsonNode note =
        room.path("items")
            .valueStream()
            .filter(item -> item.path("entry").asText().equals("pk/58"))
            .findFirst()
            .orElseThrow();
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

  /// So many closed incidents, from the first that the page has.
  private void closed(int from, int until) throws IOException {
    var answer = (ObjectNode) canned("live", "incidents");
    var one = answer.path("items").get(0);
    ArrayNode items = answer.putArray("items");
    for (int i = from; i < until; i++) {
      items.add(((ObjectNode) one.deepCopy()).put("id", "ir-2026-" + (10_000 + i)));
    }
    answer.put("total", CLOSED).remove("next");
    if (until < CLOSED) {
      answer.put("next", Integer.toString(until));
    }
    keep("incidents", answer);
  }

  /// The first page grows once, as far as a page goes; what is left has pages.
  @Test
  void everyIncidentOfTheQueueIsReached() throws IOException {
    closed(0, 20);
    visit("heavy", "floor");
    page.tabTo(".queue .choice button:last-child").press("Enter").settled();
    closed(0, 500);
    page.tabTo("[data-act=more]").press("Enter").until(ROWS + ".length === 500");
    page.press("/").until("document.activeElement.id === 'queue-find'");
    for (int from = 500; from < CLOSED; from += 500) {
      int until = Math.min(from + 500, CLOSED);
      closed(from, until);
      page.tabTo(".queue [data-page=next]").press("Enter");
      page.until(ROWS + "[0]?.dataset.incident === 'ir-2026-" + (10_000 + from) + "'");
      page.until(ROWS + ".length === " + (until - from));
      String asked = "state=closed&limit=500&cursor=" + from;
      assertThat(page.requests()).anyMatch(address -> address.endsWith(asked));
    }
    assertThat(page.ask("document.querySelector('.queue [data-page=next]')").isNull()).isTrue();
    page.tabTo(".queue [data-page=first]").press("Enter").until("location.hash === '#/floor'");
  }

  /// Nobody looks for urgent incidents at the end of others.
  @Test
  void whoAsksForOtherIncidentsIsOnTheirFirstPage() throws IOException {
    closed(500, 520);
    visit("heavy", "floor?queue=500");
    assertThat(texts(".queue .pager")).singleElement().asString().startsWith("20 of 1,700");
    page.tabTo("#queue-find").type("fire").until("location.hash === '#/floor'").settled();
    assertThat(page.ask("document.activeElement.id").asText()).isEqualTo("queue-find");
    assertThat(page.requests()).noneMatch(address -> address.matches(".*text=.*cursor=.*"));
  }

  /// A page that has run empty since says how many there are, and not that nothing is open.
  @Test
  void aPageOfTheQueueThatHasRunEmptyIsNotCalm() throws IOException {
    closed(500, 500);
    visit("heavy", "floor?queue=500");
    assertThat(texts(".queue .pager")).singleElement().asString().startsWith("0 of 1,700");
    assertThat(seen()).doesNotContain("No open items.");
  }

  /// Every other list that is longer than a page.
  @ParameterizedTest
  @CsvSource({
    "accord, live, agreements, acts, open",
    "accord, live, agreements, acts, in_force",
    "accord, live, agreements, acts, ended",
    "line, line, crossings, crossings, current",
    "line, line, crossings, crossings, past",
    "line, line, notices, activities, page",
    "line, line, requests, information, page",
    "committee, committee, contracts, contracts, page",
    "deliveries, deliveries, deliveries/pk/41, deliveries/consignments/pk/41, events",
    "screening, screening, screening, screening/look-back, lookBack",
    "inquiry, live, inquiry/pk/216?tab=custody, inquiry/matters/pk/216/exhibits, exhibits"
  })
  void theRestOfAListIsReachedByItsPages(
      String scene, String from, String place, String answer, String list) throws IOException {
    copy(scene);
    var whole = (ObjectNode) canned(from, answer);
    var part = whole.path("events") instanceof ObjectNode events ? events : whole;
    part.put("total", 1_300).put("next", "200");
    keep(answer, whole);
    visit("heavy", place);
    String next = "a[data-page=next][href*='" + list + "=200']";
    String folded = "document.querySelector(\"" + next + "\").closest('details:not([open])')";
    if (!page.settled().ask(folded).isNull()) {
      page.tabTo("details.panel > summary").press("Enter").until("!" + folded);
    }
    page.tabTo(next).press("Enter").until("location.hash.includes('" + list + "=200')").settled();
    assertThat(page.requests())
        .anyMatch(address -> address.contains(answer + "?") && address.contains("cursor=200"));
    assertThat(texts(".pager:has([data-page=first])"))
        .singleElement()
        .asString()
        .contains("are on this page.", "First page");
    page.tabTo("[data-page=first]").press("Enter");
    page.until("!location.hash.includes('" + list + "=200')");
  }

  /// That nothing waits for us is said of all open acts, never of one page of them.
  @Test
  void aPageOfAgreementsDoesNotSpeakForTheOthers() throws IOException {
    copy("accord");
    var acts = (ObjectNode) canned("live", "acts");
    acts.putArray("items");
    keep("acts", acts.put("total", 300));
    visit("heavy", "agreements?open=200");
    assertThat(texts(".acts-us, .acts-them"))
        .allSatisfy(group -> assertThat(group).endsWith("None on this page."));
    assertThat(texts(".acts-force")).noneMatch(group -> group.endsWith("None on this page."));
  }

  /// Everything that the scene answers, to be changed.
  private void copy(String scene) throws IOException {
    Path from = answers().resolve(scene);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = heavy.resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }
}
