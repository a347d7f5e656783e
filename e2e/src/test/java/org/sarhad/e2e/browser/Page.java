package org.sarhad.e2e.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;

/// One tab: goes places, presses keys, asks questions in JavaScript, and keeps what the page asked
/// the network for and what it complained about.
final class Page implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Chromium chromium;
  private final String session;
  private final String context;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /// Requests that have no answer yet, and the loading of a document that each belongs to.
  private final Map<String, String> underWay = new ConcurrentHashMap<>();

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> scripts = new ArrayList<>();

  Page(Chromium chromium, String session, String context) {
    this.chromium = chromium;
    this.session = session;
    this.context = context;
    chromium.listen(this::hear);
    for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
      call(domain + ".enable", Map.of());
    }
  }

  private void hear(String of, JsonNode event) {
    if (!of.equals(session)) {
      return;
    }
    JsonNode params = event.path("params");
    switch (event.path("method").asText()) {
      case "Network.requestWillBeSent" -> {
        requests.add(params.path("request").path("url").asText());
        if (!params.path("type").asText().equals("EventSource")) {
          underWay.put(params.path("requestId").asText(), params.path("loaderId").asText());
        }
      }
      case "Network.loadingFinished", "Network.loadingFailed" ->
          underWay.remove(params.path("requestId").asText());
      // What the page before this one still asked for is never answered, nor said to have failed.
      case "Page.frameNavigated" ->
          underWay.values().retainAll(Set.of(params.path("frame").path("loaderId").asText()));
      case "Runtime.exceptionThrown" ->
          complaints.add(
              params.path("exceptionDetails").path("exception").path("description").asText());
      case "Log.entryAdded" -> {
        JsonNode entry = params.path("entry");
        if (entry.path("level").asText().equals("error")) {
          complaints.add(entry.path("text").asText() + " " + entry.path("url").asText());
        }
      }
      default -> {}
    }
  }

  /// The browser context of this tab: its own cookies, store and downloads.
  String context() {
    return context;
  }

  JsonNode call(String method, Map<String, ?> parameters) {
    return chromium.call(session, method, parameters);
  }

  /// Size of the window in pixels.
  Page size(int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    return this;
  }

  /// A script that runs before any of the page's own, until the page is [forgotten][#forget].
  Page before(String script) {
    scripts.add(
        call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script))
            .path("identifier")
            .asText());
    return this;
  }

  /// Becomes a tab in which nobody has been anywhere yet, though with what the browser has fetched
  /// and compiled. On the way it shows something of the same origin: for any other the browser
  /// would start a new process.
  ///
  /// @param origin whose cookies and store are thrown away
  Page forget(URI origin) {
    for (String script : scripts) {
      call("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script));
    }
    scripts.clear();
    call("Network.setBlockedURLs", Map.of("urls", List.of()));
    call("Emulation.setEmulatedMedia", Map.of("media", ""));
    call("Performance.disable", Map.of());
    go(origin.resolve("/console/mark.svg")).until("document.documentElement.tagName === 'svg'");
    call(
        "Storage.clearDataForOrigin",
        Map.of("origin", origin.resolve("/").toString(), "storageTypes", "cookies,local_storage"));
    requests.clear();
    complaints.clear();
    return this;
  }

  Page go(URI address) {
    call("Page.navigate", Map.of("url", address.toString()));
    return this;
  }

  /// Value of an expression; a promise is waited for.
  JsonNode ask(String expression) {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(expression + "\n" + answer.path("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  /// Waits until an expression is true.
  Page until(String expression) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!ask("Boolean(" + expression + ")").asBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "Never became true: %s%nThe page says: %s%nIt complained: %s"
                .formatted(expression, ask("document.body.innerText"), complaints));
      }
      Chromium.pause(Duration.ofMillis(15));
    }
    return this;
  }

  /// Waits until every answer the page asked for has come, and what came of it is drawn. The stream
  /// of events never ends and is not waited for.
  Page settled() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    int calmFrames = 0;
    while (calmFrames < 2) {
      ask("new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
      calmFrames = underWay.isEmpty() ? calmFrames + 1 : 0;
      if (System.nanoTime() > end) {
        throw new AssertionError("never answered: " + underWay);
      }
    }
    return this;
  }

  /// Presses and lets go of one key, such as `n`, `Tab`, `Enter`.
  Page press(String key) {
    boolean letter = key.length() == 1;
    String code = letter ? "Key" + key.toUpperCase(java.util.Locale.ROOT) : key;
    int number =
        switch (key) {
          case "Tab" -> 9;
          case "Enter" -> 13;
          case "Escape" -> 27;
          case " " -> 32;
          case "End" -> 35;
          case "Home" -> 36;
          case "ArrowLeft" -> 37;
          case "ArrowRight" -> 39;
          case "ArrowDown" -> 40;
          default -> letter ? key.toUpperCase(java.util.Locale.ROOT).charAt(0) : 0;
        };
    String text = letter ? key : key.equals("Enter") ? "\r" : "";
    call(
        "Input.dispatchKeyEvent",
        Map.of(
            "type",
            "keyDown",
            "key",
            key,
            "code",
            code,
            "windowsVirtualKeyCode",
            number,
            "text",
            text));
    call(
        "Input.dispatchKeyEvent",
        Map.of("type", "keyUp", "key", key, "code", code, "windowsVirtualKeyCode", number));
    return this;
  }

  /// Presses Tab until an element that matches has the focus, as somebody without a mouse gets
  /// there.
  Page tabTo(String selector) {
    for (int presses = 0; presses < 100; presses++) {
      if (ask("document.activeElement.matches(" + quoted(selector) + ")").asBoolean()) {
        return this;
      }
      press("Tab");
    }
    throw new AssertionError("No way to " + selector + " by the keyboard.");
  }

  /// Types text into whatever has the focus.
  Page type(String text) {
    call("Input.insertText", Map.of("text", text));
    return this;
  }

  /// Clicks in the middle of the first element that matches, once it has stopped moving.
  Page click(String selector) {
    settled();
    JsonNode box =
        ask(
            """
            (() => { const e = document.querySelector(%s); e.scrollIntoView({block: 'nearest'});
              const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()
            """
                .formatted(quoted(selector)));
    for (String kind : List.of("mousePressed", "mouseReleased")) {
      call(
          "Input.dispatchMouseEvent",
          Map.of(
              "type",
              kind,
              "x",
              box.get(0).asDouble(),
              "y",
              box.get(1).asDouble(),
              "button",
              "left",
              "clickCount",
              1));
    }
    return this;
  }

  /// What is on the screen, as PNG.
  void screenshot(Path file) {
    byte[] png =
        Base64.getDecoder()
            .decode(call("Page.captureScreenshot", Map.of("format", "png")).path("data").asText());
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, png);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// The page as it goes to paper, until it is closed.
  Page onPaper() {
    call("Emulation.setEmulatedMedia", Map.of("media", "print"));
    return settled();
  }

  /// A picture of each element that matches, three pixels for one of the page, as from a scanner.
  List<BufferedImage> pictures(String selector) {
    var pictures = new ArrayList<BufferedImage>();
    for (JsonNode box :
        ask(
            """
            [...document.querySelectorAll(%s)].map(e => { const b = e.getBoundingClientRect();
              return {x: b.x + scrollX, y: b.y + scrollY, width: b.width, height: b.height, scale: 3}; })
            """
                .formatted(quoted(selector)))) {
      JsonNode shot =
          call(
              "Page.captureScreenshot",
              Map.of("format", "png", "clip", box, "captureBeyondViewport", true));
      byte[] png = Base64.getDecoder().decode(shot.path("data").asText());
      try {
        pictures.add(ImageIO.read(new ByteArrayInputStream(png)));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return pictures;
  }

  /// Every address the page has asked for.
  List<String> requests() {
    return List.copyOf(requests);
  }

  /// Exceptions, failed loads and violated policies.
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  @Override
  public void close() {
    chromium.call("", "Target.disposeBrowserContext", Map.of("browserContextId", context));
  }
}
