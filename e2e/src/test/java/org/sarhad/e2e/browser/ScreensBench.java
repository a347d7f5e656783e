package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sarhad.e2e.process.Officer;
import org.sarhad.e2e.process.Sarhad;

/// How long an officer waits for each screen of the console of a node that holds a hundred thousand
/// entries: a real node in a process of its own, linked to the neighbour's, and a real browser on
/// the same machine.
///
/// A round of a screen begins with the console loaded anew at a place that is light, so nothing of
/// what the screen shows has been read before; then the address changes, and the clock runs until
/// the last answer is drawn. The first round of each screen, in which the node still translates its
/// code, is told apart. `-Dsarhad.entries=` and `-Dsarhad.rounds=` ask for other sizes; the filled
/// nodes are kept below `-Dsarhad.kept=` and serve again.
///
/// A usual run of tests leaves this class alone by its name.
@Tag("browser")
class ScreensBench {
  private static final int ENTRIES = Integer.getInteger("sarhad.entries", 100_000);
  private static final int ROUNDS = Integer.getInteger("sarhad.rounds", 5);
  private static final Path KEPT =
      Path.of(
          System.getProperty(
              "sarhad.kept", BrowserTest.PROJECT.resolve("e2e/target/kept").toString()));

  /// Only screens of which the names are like this.
  private static final Pattern ONLY = Pattern.compile(System.getProperty("sarhad.screens", ".*"));

  private static final double PROMISED_MS = 1_000;

  /// Where each round begins: a place that asks the node for little.
  private static final String LIGHT = "handover";

  /// Where the round of that place itself begins.
  private static final String LIGHT_TOO = "daily";

  /// Counts what was asked of the node and is not read yet, and what came.
  private static final String COUNTED =
      """
      (() => {
        const asked = (self.asked = {waiting: 0, answers: []});
        const fetched = self.fetch;
        self.fetch = async (path, ...rest) => {
          const begun = performance.now();
          asked.waiting++;
          const read = () => {
            asked.waiting--;
            asked.answers.push([String(path), Math.round(performance.now() - begun)]);
          };
          try {
            const answer = await fetched(path, ...rest);
            const json = answer.json.bind(answer);
            if (answer.status === 204) {
              read();
            } else {
              answer.json = () => json().finally(read);
            }
            return answer;
          } catch (failure) {
            read();
            throw failure;
          }
        };
      })()
      """;

  /// Resolves, once nothing has been asked for during three frames and nothing on the screen says
  /// that it is on its way, with when that began.
  private static final String DRAWN =
      """
      async () => {
        let calm = 0, since = 0;
        while (calm < 3) {
          await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
          const main = document.querySelector('main');
          const isDrawn = main?.querySelector('h1, h2') &&
            ![...main.querySelectorAll('.empty[role=status]')].some(e => e.innerText.includes('Loading'));
          if (asked.waiting || !isDrawn) {
            calm = 0;
          } else if (calm++ === 0) {
            since = performance.now();
          }
          if (performance.now() > 60000) {
            throw new Error('never drawn: ' + document.body.innerText);
          }
        }
        return since;
      }
      """;

  /// What one round of one screen took.
  ///
  /// @param waited from the change of the address to the last answer drawn, ms
  /// @param node processor time of the node, ms
  /// @param page of the page's own thread, ms
  private record Took(double waited, double node, double page) {}

  private final List<String> late = new ArrayList<>();

  /// Both are there before anything is measured.
  @SuppressWarnings("NullAway.Init")
  private BusyBorder border;

  @SuppressWarnings("NullAway.Init")
  private Page page;

  @Test
  void everyScreenIsThereWithinASecond() throws Exception {
    var program = Chromium.find();
    Assumptions.assumeTrue(
        program.isPresent(), "ScreensBench needs a Chromium. To get one: " + Chromium.TO_GET_IT);
    var jar = Path.of(Sarhad.commandLine().getLast());
    Assumptions.assumeTrue(Files.isRegularFile(jar), jar + " is not built; run: mvn package");
    try (var both = BusyBorder.of(KEPT, ENTRIES);
        var chromium = Chromium.start(program.get())) {
      border = both;
      both.even();
      var places = places();
      System.out.printf(
          "load average %s, %d rounds%n",
          Files.readString(Path.of("/proc/loadavg")).strip(), ROUNDS);
      cold(chromium);
      try (var tab = signedIn(chromium)) {
        page = tab;
        for (var place : places.entrySet()) {
          if (ONLY.matcher(place.getKey()).matches()) {
            measure(place.getKey(), place.getValue());
          }
        }
        assertThat(page.complaints()).filteredOn(complaint -> !isOfTheBench(complaint)).isEmpty();
      }
      System.out.printf("the node has %d MB resident%n", both.residentMb());
    }
    assertThat(late).as("screens that took longer than promised").isEmpty();
  }

  /// Nobody is signed in at first; and a console that is loaded anew every second asks for its next
  /// stream of events before the node knows that the former ones are gone.
  private static boolean isOfTheBench(String complaint) {
    return complaint.contains("/api/v1/session")
        || complaint.contains("/api/v1/events")
        || complaint.contains("/api/v1/tracks/events");
  }

  // ---- where to go ------------------------------------------------------------------------------

  /// Every place that an officer gets to, by a name for it; of things that there are many of, the
  /// one with most in it.
  private Map<String, String> places() throws Exception {
    try (var chief = border.officer("ir", "chief")) {
      System.out.println(held(chief));
      var places = new LinkedHashMap<String, String>();
      places.put("floor", "floor");
      var queue = chief.get("/api/v1/incidents?limit=500").path("items");
      var longest = longest(chief, queue);
      places.put("room, the longest", "incident/" + longest);
      places.put("room", "incident/" + queue.at("/0/id").asText());
      places.put("look back", "incident/%s?as=own".formatted(longest));
      places.put("look back, both", "incident/%s?as=both".formatted(longest));
      places.put("units", "units");
      places.put("units, run cards", "units?tab=cards");
      places.put("daily report", "daily");
      places.put("modalities", "modalities");
      var rules = chief.get("/api/v1/modalities").at("/inForce/act").asText();
      places.put("modalities, a document", "modalities/" + rules);
      places.put("modalities, on paper", "modalities/" + rules + "/paper");
      places.put("agreements", "agreements");
      var act = first(chief, "/api/v1/acts?limit=1", "/items/0/act");
      places.put("agreement", "agreements/" + act);
      places.put("agreement, on paper", "agreements/" + act + "/paper");
      places.put("cooperation", "cooperation");
      places.put("cooperation, calendar", "cooperation/calendar");
      places.put("cooperation, commitments", "cooperation/commitments");
      places.put("cooperation, complaints", "cooperation/complaints");
      places.put(
          "complaint",
          "cooperation/complaints/"
              + first(chief, "/api/v1/complaints?limit=1", "/items/0/complaint"));
      places.put("cooperation, report", "cooperation/report");
      inquiry(chief, places);
      places.put("crossings", "crossings");
      places.put("notices", "notices");
      places.put("notice", "notices/" + first(chief, "/api/v1/activities", "/items/0/activity"));
      places.put("requests", "requests");
      places.put("requests, counted", "requests?tab=count");
      places.put("request", "requests/" + first(chief, "/api/v1/information", "/items/0/request"));
      places.put("posture", "posture");
      places.put("posture, trial", "posture/trial");
      places.put("posture, negotiation", "posture/negotiation");
      places.put("posture, planner", "posture/planner");
      places.put("tracks", "tracks");
      barter(chief, places);
      places.put("record", "record");
      places.put("record, heads", "record?tab=heads");
      places.put("record, evidence", "record?tab=evidence");
      places.put("entry", "record/pk/12000");
      places.put("entry, on paper", "paper/pk/12000");
      places.put("history", "history");
      places.put("link", "link");
      places.put("handover", "handover");
      places.put("officers", "admin");
      places.put("audit", "admin?tab=audit");
      places.put("ground", "admin?tab=ground");
      return places;
    }
  }

  private static void inquiry(Officer chief, Map<String, String> places) throws Exception {
    places.put("inquiry", "inquiry");
    var most = "";
    int claims = -1;
    for (var matter : chief.get("/api/v1/inquiry/matters?limit=200").path("items")) {
      if (matter.path("claims").asInt() > claims) {
        claims = matter.path("claims").asInt();
        most = matter.path("matter").asText();
      }
    }
    places.put("matter, board", "inquiry/" + most);
    for (var tab : List.of("timeline", "casualties", "custody", "visits", "findings", "claims")) {
      places.put("matter, " + tab, "inquiry/%s?tab=%s".formatted(most, tab));
    }
    places.put("matter, on paper", "inquiry/" + most + "/print");
    places.put(
        "claim",
        "inquiry/claim/"
            + first(
                chief, "/api/v1/inquiry/matters/" + most + "/claims?limit=1", "/items/0/claim"));
  }

  private static void barter(Officer chief, Map<String, String> places) throws Exception {
    places.put("account", "account");
    places.put(
        "voucher",
        "account/" + first(chief, "/api/v1/barter/vouchers?limit=1", "/items/0/voucher"));
    places.put("statements", "statements");
    places.put("statement", "statements/1");
    places.put("statement, draft", "statements/2");
    places.put("committee", "committee");
    places.put("round", "committee/" + first(chief, "/api/v1/market/rounds", "/items/0/act"));
    places.put("contracts", "contracts");
    places.put("contracts, permits", "contracts?show=permits");
    places.put("contract", "contracts/" + first(chief, "/api/v1/contracts", "/items/0/act"));
    places.put("deliveries", "deliveries");
    places.put(
        "consignment",
        "deliveries/"
            + first(chief, "/api/v1/deliveries/consignments?limit=1", "/items/0/consignment"));
    places.put("energy", "energy");
    var line = first(chief, "/api/v1/energy/lines", "/items/0/line");
    var metered = LocalDate.now(ZoneOffset.UTC).minusDays(2);
    places.put(
        "energy, month", "energy/%s?month=%s".formatted(line, metered.toString().substring(0, 7)));
    places.put("energy, day", "energy/%s/%s".formatted(line, metered));
    places.put("energy, meters", "energy/" + line + "/compare");
    places.put("screening", "screening");
    places.put("screening, party", "screening/party/FIRM-0001");
  }

  /// The room with most said in it.
  private static String longest(Officer chief, JsonNode queue) throws Exception {
    var longest = "";
    int most = -1;
    for (var incident : queue) {
      int said =
          chief.get("/api/v1/incidents/" + incident.path("id").asText()).path("items").size();
      if (said > most) {
        most = said;
        longest = incident.path("id").asText();
      }
    }
    return longest;
  }

  private static String first(Officer officer, String path, String pointer) throws Exception {
    var found = officer.get(path).at(pointer).asText();
    assertThat(found).as("%s of %s", pointer, path).isNotEmpty();
    return found;
  }

  /// What the node says it holds.
  private static String held(Officer officer) throws Exception {
    var held = new StringBuilder("entries");
    for (var log : officer.get("/api/v1/record/heads").path("logs")) {
      held.append(" %s %,d".formatted(log.path("log").asText(), log.path("size").asLong()));
    }
    return held.toString();
  }

  // ---- going there ------------------------------------------------------------------------------

  private Page signedIn(Chromium chromium) {
    var tab = chromium.newPage().size(1440, 900).before(COUNTED);
    tab.go(border.at(LIGHT)).until("document.activeElement?.id === 'login'");
    tab.type("chief").press("Tab").type(BusyBorder.password("ir", "chief")).press("Enter");
    tab.until("document.querySelector('main h1, main h2')").settled();
    tab.call("Performance.setTimeDomain", Map.of("timeDomain", "threadTicks"));
    tab.call("Performance.enable", Map.of());
    return tab;
  }

  /// The first load, with nothing of the console in the browser: from the address to the floor with
  /// all that it shows.
  private void cold(Chromium chromium) {
    var waited = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      try (var tab = signedIn(chromium)) {
        tab.call("Network.clearBrowserCache", Map.of());
        tab.go(at("cold=" + round, "floor"));
        tab.until("self.asked && document.querySelector('main h1, main h2')");
        waited[round] = tab.ask("(" + DRAWN + ")()").asDouble();
      }
    }
    System.out.printf("%-28s %s%n", "first load, cold, floor", spread(waited, "ms"));
  }

  /// A place in a document of its own: going there loads the console anew.
  private URI at(String visit, String place) {
    return border.at(place).resolve("/?%s#/%s".formatted(visit, place));
  }

  private void measure(String name, String place) throws Exception {
    var first = go(place, -1);
    var rounds = new ArrayList<Took>();
    for (int round = 0; round < ROUNDS; round++) {
      rounds.add(go(place, round));
    }
    var waited = rounds.stream().mapToDouble(Took::waited).toArray();
    var slowest =
        page.ask(
            "self.asked.answers.toSorted((one, other) => other[1] - one[1]).slice(0, 2)"
                + ".map(([path, ms]) => `${path} ${ms}`).join(', ')");
    var bytes =
        page.ask(
            "Math.round(performance.getEntriesByType('resource').filter(({name}) =>"
                + " name.includes('/api/')).reduce((sum, one) => sum + one.decodedBodySize, 0) / 1000)");
    System.out.printf(
        "%-28s %s  at first %4.0f  node %4.0f  page %4.0f ms of the processor  %5d elements  %5d kB  %s%n",
        name,
        spread(waited, "ms"),
        first.waited(),
        median(rounds.stream().mapToDouble(Took::node)),
        median(rounds.stream().mapToDouble(Took::page)),
        page.ask("document.querySelectorAll('main *').length").asInt(),
        bytes.asInt(),
        slowest.asText());
    if (median(Arrays.stream(waited)) >= PROMISED_MS) {
      late.add("%s: %s".formatted(name, spread(waited, "ms")));
    }
  }

  private Took go(String place, int round) {
    var begin = place.equals(LIGHT) ? LIGHT_TOO : LIGHT;
    page.go(at("round=" + round + place.hashCode(), begin));
    page.until("self.asked && document.querySelector('main h1, main h2')");
    page.ask("(" + DRAWN + ")()");
    page.ask("performance.clearResourceTimings(); self.asked.answers.length = 0");
    var node = border.cpu();
    double busy = busyMs();
    double waited =
        page.ask(
                """
                (async () => {
                  const begun = performance.now();
                  location.hash = %s;
                  await new Promise(done => addEventListener('hashchange', done, {once: true}));
                  return await (%s)() - begun;
                })()
                """
                    .formatted(Page.quoted("#/" + place), DRAWN))
            .asDouble();
    return new Took(waited, border.cpu().minus(node).toNanos() / 1e6, busyMs() - busy);
  }

  private double busyMs() {
    for (JsonNode metric : page.call("Performance.getMetrics", Map.of()).path("metrics")) {
      if (metric.path("name").asText().equals("TaskDuration")) {
        return metric.path("value").asDouble() * 1_000;
      }
    }
    throw new AssertionError("this Chromium does not count its work");
  }

  private static double median(DoubleStream values) {
    var sorted = values.sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static String spread(double[] values, String unit) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return "%5.0f (%.0f – %.0f) %s"
        .formatted(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1], unit);
  }
}
