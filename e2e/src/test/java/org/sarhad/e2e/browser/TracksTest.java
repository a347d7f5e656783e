package org.sarhad.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What moves near the line: where it is, how old that is, and what crossed.
class TracksTest extends BrowserTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int THINGS = 5_000;

  /// How many milliseconds each frame took, over two seconds.
  private static final String FRAMES =
      """
      new Promise(done => { const at = []; const begun = performance.now();
        const next = now => { at.push(now); now - begun < 2000 ? requestAnimationFrame(next) : done(at); };
        requestAnimationFrame(next); })
      .then(at => at.slice(1).map((t, i) => t - at[i]))
      """;

  /// Of a frame at 60 a second, so that a machine with nothing else to do draws them all.
  private static final double MOST_MS_A_FRAME = 16;

  /// So many times two seconds are looked at, and more only as long as none was undisturbed.
  private static final int SAMPLES = 5;

  private static final int SAMPLES_MOST = 15;

  /// How much of a canvas is not empty, as a share of a thousand.
  private static final String DRAWN =
      """
      (() => { const c = document.querySelector('canvas.%s');
        const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
        let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] ? 1 : 0;
        return Math.round(1000 * n / (d.length / 4)); })()
      """;

  @TempDir Path moving;

  @Test
  void theTableSaysWhatTheMapShows() {
    visit("tracks", "tracks");
    page.until("document.querySelectorAll('.tracks-table tbody tr').length === 35");
    var rows = texts(".tracks-table tbody tr");
    assertThat(rows.getFirst()).as("what approaches comes first").contains("approaching");
    assertThat(rows)
        .anySatisfy(row -> assertThat(row).contains("radar-1:9", "In the band: nobody can say"))
        .anySatisfy(row -> assertThat(row).contains("radar-2:41", "old: last seen 20 min ago"))
        .anySatisfy(row -> assertThat(row).contains("radar-1:15", "Not believed"));
    assertThat(rows.stream().filter(row -> row.contains("old: last seen")).toList())
        .as("what is old is never without the word")
        .hasSameSizeAs(
            canned("tracks", "tracks").path("items").findValues("stale").stream()
                .filter(JsonNode::asBoolean)
                .toList());
    page.until("document.querySelector('canvas.things')?.width > 100");
    page.until(DRAWN.formatted("things") + " > 0");
    assertNobodyElseWasAsked();
  }

  @Test
  void whatIsOnlyPossibleIsNotSaidToHaveCrossed() {
    visit("tracks", "tracks");
    page.until("document.querySelector('.tracks-crossings')");
    var told = texts("[aria-labelledby=tracks-crossings] li");
    assertThat(told).hasSize(3);
    assertThat(told.getFirst())
        .contains("Crossed", "from the side of Pakistan to that of Iran", "pk/31", "9,000 m")
        .contains("Told by", "25b97c8bd5c3");
    assertThat(told.get(1))
        .contains("Possibly crossed", "where it is now, nobody asserts")
        .doesNotContain("to that of");
    assertThat(
            page.ask(
                    "document.querySelector('[aria-labelledby=tracks-crossings] a[href^=\"#\"]').hash")
                .asText())
        .isEqualTo("#/record/pk/31");
    assertThat(
            page.ask(
                    "document.querySelector('[aria-labelledby=tracks-crossings] a[download]').pathname")
                .asText())
        .as("the line by which it was judged")
        .startsWith("/api/v1/geo/lines/25b97c8bd5c3");
    var untold = texts("[aria-labelledby=tracks-untold] li");
    assertThat(untold.getFirst()).contains("tried 7 times, will be tried again");
    assertThat(untold.getLast()).contains("cannot be told", "Get that file");
  }

  @Test
  void theFilterIsForMapAndTable() {
    visit("tracks", "tracks");
    page.until("document.querySelectorAll('.tracks-table tbody tr').length === 35");
    page.click("[data-kind=boat]")
        .until("document.querySelectorAll('.tracks-table tbody tr').length < 35");
    assertThat(texts(".tracks-table tbody td.named"))
        .allSatisfy(row -> assertThat(row).contains("Boat"));
    page.click("[data-kind='']").click(".tracks-filter input").type("U-IR");
    page.until("document.querySelectorAll('.tracks-table tbody tr').length === 1");
    assertThat(texts(".tracks-table tbody td.named")).containsExactly("Unit U-IR-3");
  }

  @Test
  void whatHappensIsSaidAsItComes() {
    visit("tracks", "tracks");
    page.until("document.querySelector('#tracks-news')");
    node.tellOfTracks(
        "approaching",
        "{\"at\":\"2026-11-22T02:49:08.000Z\",\"id\":\"radar-1:7\",\"kind\":\"vehicle\",\"minutes\":8}");
    node.tellOfTracks(
        "jumped",
        "{\"at\":\"2026-11-22T02:49:09.000Z\",\"id\":\"radar-1:15\",\"kind\":\"vehicle\"}");
    page.until("document.querySelectorAll('.tracks-news li').length === 2");
    var news = texts(".tracks-news li");
    assertThat(news.getFirst()).contains("radar-1:15", "not believed");
    assertThat(news.getLast()).contains("straight on, it is at the line in 8 minutes");
    assertThat(page.ask("document.querySelector('.tracks-news').ariaLive").asText())
        .isEqualTo("polite");
  }

  @Test
  void whenTheNodeIsSilentNothingStaysFresh() {
    visit("tracks", "tracks");
    page.until("document.querySelectorAll('.tracks-table tbody tr').length === 35");
    node.addScene("tracks-lost", moving.resolve("nothing"));
    page.ask("globalThis.fetch = () => Promise.reject(new TypeError('gone')), 0");
    page.until("document.querySelector('.page-head .warn')");
    assertThat(texts(".page-head .warn").getFirst()).contains("only grow older");
  }

  @Test
  void anObserverIsShownNone() {
    visit("kept-observer", "tracks");
    assertThat(seen()).contains("shown to the watch, dispatchers");
    assertThat(page.requests()).noneMatch(address -> address.contains("/tracks?"));
  }

  /// Five thousand things, each reported anew every second, and each drawn at every frame on its
  /// way: frames a second and how long a frame takes, in the page, over ten seconds. The machine's
  /// other work is in it, and the canned node's, which writes a megabyte a second.
  @Test
  void fiveThousandThingsMoveSmoothly() throws Exception {
    List<byte[]> seconds = new ArrayList<>();
    for (int second = 0; second < 20; second++) {
      seconds.add(crowd(second));
    }
    put(seconds.getFirst());
    node.addScene("moving", moving);
    try (var clock = Executors.newSingleThreadScheduledExecutor()) {
      int[] second = {0};
      var _ =
          clock.scheduleAtFixedRate(
              () -> put(seconds.get(++second[0] % seconds.size())), 1, 1, TimeUnit.SECONDS);
      visit("moving", "tracks");
      page.until("document.querySelector('canvas.things')?.width > 100");
      page.until(DRAWN.formatted("things") + " > 0");
      page.ask("new Promise(done => setTimeout(done, 3000))");
      page.call("Performance.setTimeDomain", Map.of("timeDomain", "threadTicks"));
      page.call("Performance.enable", Map.of());
      List<Double> frames = new ArrayList<>();
      double workMs = Double.MAX_VALUE;
      for (int sample = 0;
          sample < SAMPLES || (sample < SAMPLES_MOST && workMs >= MOST_MS_A_FRAME);
          sample++) {
        double busyBefore = busySeconds();
        JsonNode took = page.ask(FRAMES);
        workMs = Math.min(workMs, (busySeconds() - busyBefore) * 1_000 / took.size());
        took.forEach(frame -> frames.add(frame.asDouble()));
      }
      frames.sort(null);
      System.out.printf(
          "%,d moving things: %.1f frames/s, a frame p50 %.1f ms, p95 %.1f ms, worst %.0f ms;"
              + " of the page's own thread %.1f ms of processor time a frame; load average %.1f%n",
          THINGS,
          1_000 / frames.stream().mapToDouble(frame -> frame).average().orElseThrow(),
          frames.get(frames.size() / 2),
          frames.get(frames.size() * 95 / 100),
          frames.getLast(),
          workMs,
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
      // What else the machine does makes frames fewer and dearer; those of the best time hardly.
      assertThat(workMs).isLessThan(MOST_MS_A_FRAME);
      screenshot("tracks-5000");
      clock.shutdownNow();
    }
  }

  private double busySeconds() {
    for (JsonNode metric : page.call("Performance.getMetrics", Map.of()).path("metrics")) {
      if (metric.path("name").asText().equals("TaskDuration")) {
        return metric.path("value").asDouble();
      }
    }
    throw new AssertionError("this Chromium does not count its work");
  }

  private void put(byte[] answer) {
    try {
      Path next = Files.write(moving.resolve("next"), answer);
      Files.move(next, moving.resolve("tracks.json"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The same things on their ways along the whole line, `second` seconds later.
  private static byte[] crowd(int second) throws IOException {
    ObjectNode answer = canned("tracks", "tracks").deepCopy();
    ArrayNode items = JSON.createArrayNode();
    var random = new SplittableRandom(7);
    var kinds = List.of("vehicle", "aircraft", "drone", "boat", "unit");
    for (int i = 0; i < THINGS; i++) {
      double turn = random.nextDouble(2 * Math.PI);
      ObjectNode item =
          items
              .addObject()
              .put("id", "t-" + i)
              .put("kind", kinds.get(random.nextInt(kinds.size())));
      item.putObject("position")
          .put("lat", random.nextDouble(25.2, 29.8) + second * 0.004 * Math.sin(turn))
          .put("lon", random.nextDouble(60, 64) + second * 0.004 * Math.cos(turn));
      item.put("radiusM", 50)
          .put("at", "2026-11-22T02:49:%02d.000Z".formatted(second))
          .put("ageSeconds", 0)
          .put("stale", false)
          .put("approaching", random.nextInt(50) == 0);
    }
    answer.put("followed", THINGS);
    answer.set("items", items);
    return JSON.writeValueAsBytes(answer);
  }
}
