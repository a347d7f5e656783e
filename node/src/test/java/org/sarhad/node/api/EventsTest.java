package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;

/// The event stream of a running node, as a console uses it.
@Tag("slow")
@Timeout(60)
class EventsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path directory;
  private static TestNode node;

  @BeforeAll
  static void start() throws Exception {
    node =
        TestNode.start(
            directory.resolve("ir"),
            "ir",
            "console.streams-per-account = 2",
            "console.stream-queue = 16");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  /// One event as it came.
  private record Event(String id, String name, JsonNode data) {
    boolean isAbout(String entry) {
      for (var name : data.path("entries")) {
        if (name.asText().equals(entry)) {
          return true;
        }
      }
      return false;
    }
  }

  /// A stream, read event by event.
  private static final class Listener implements AutoCloseable {
    private final Stream<String> stream;
    private final Iterator<String> lines;

    Listener(HttpResponse<Stream<String>> response) {
      assertThat(response.statusCode()).isEqualTo(200);
      this.stream = response.body();
      this.lines = stream.iterator();
    }

    Event next() throws Exception {
      var id = "";
      var name = "";
      while (lines.hasNext()) {
        var line = lines.next();
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          return new Event(id, name, JSON.readTree(line.substring(6)));
        }
      }
      throw new AssertionError("the stream ended");
    }

    /// Everything up to and with the first event called `name`.
    List<Event> upTo(String name) throws Exception {
      var events = new ArrayList<Event>();
      do {
        events.add(next());
      } while (!events.getLast().name().equals(name));
      return events;
    }

    /// Everything up to and with the `record` that tells of `entry`, which is told last of what an
    /// entry changes. Between are the audit trail's own entries, and heads that were signed.
    List<Event> upToEntry(String entry) throws Exception {
      var events = new ArrayList<Event>();
      do {
        events.add(next());
      } while (!events.getLast().name().equals("record") || !events.getLast().isAbout(entry));
      return events;
    }

    /// What is told of `entry`, in order.
    List<Event> about(String entry) throws Exception {
      return upToEntry(entry).stream().filter(event -> event.isAbout(entry)).toList();
    }

    @Override
    public void close() {
      stream.close();
    }
  }

  @Test
  void aStreamBeginsWithHelloAndTellsWhatIsWritten() throws Exception {
    try (var watch = node.signIn("watch");
        var listener = new Listener(watch.events(""))) {
      assertThat(listener.next().name()).isEqualTo("hello");

      var written = alert(watch, "P3", "release");

      var told = listener.about(written.at("/entries/0").asText());
      assertThat(told).extracting(Event::name).containsExactly("incident", "record");
      assertThat(told.getFirst().data().path("incident").asText())
          .isEqualTo(written.path("id").asText());
    }
  }

  @Test
  void onlyGraveAlertsSound() throws Exception {
    try (var watch = node.signIn("watch");
        var listener = new Listener(watch.events(""))) {
      var mild = alert(watch, "P3", "release").at("/entries/0").asText();
      var grave = alert(watch, "P1", "release").at("/entries/0").asText();

      assertThat(listener.about(mild)).extracting(Event::name).doesNotContain("alarm");
      assertThat(listener.about(grave))
          .filteredOn(event -> event.name().equals("alarm"))
          .singleElement()
          .extracting(event -> event.data().path("alarm").asText())
          .isEqualTo("p1");
    }
  }

  @Test
  void whoComesBackGetsWhatWasMissedAndNothingTwice() throws Exception {
    try (var watch = node.signIn("watch")) {
      String last;
      String had;
      try (var listener = new Listener(watch.events(""))) {
        had = alert(watch, "P3", "release").at("/entries/0").asText();
        last = listener.upToEntry(had).getLast().id();
      }
      var missed = alert(watch, "P3", "release").at("/entries/0").asText();

      try (var listener = new Listener(watch.events(last))) {
        var told = listener.upToEntry(missed);

        assertThat(told.getFirst().name()).isEqualTo("hello");
        assertThat(told).noneMatch(event -> event.isAbout(had));
        assertThat(told).filteredOn(event -> event.isAbout(missed)).hasSize(2);
        assertThat(told).extracting(Event::id).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void anIdFromBeforeARestartIsAGap() throws Exception {
    try (var watch = node.signIn("watch");
        var listener = new Listener(watch.events("otherrun-17"))) {
      assertThat(listener.next().name()).isEqualTo("hello");
      assertThat(listener.next().name()).isEqualTo("gap");
    }
  }

  @Test
  void whoIsTooFarBehindIsToldSo() throws Exception {
    try (var watch = node.signIn("watch")) {
      String last;
      try (var listener = new Listener(watch.events(""))) {
        last = listener.next().id();
      }
      for (int i = 0; i < 20; i++) {
        alert(watch, "P3", "release");
      }

      try (var listener = new Listener(watch.events(last))) {
        var told = listener.upTo("gap");

        assertThat(told.getLast().data().path("missed").asInt()).isPositive();
        assertThat(listener.next().name()).isIn("incident", "record");
      }
    }
  }

  @Test
  void anObserverHearsNothingOfWhatIsInternal() throws Exception {
    try (var watch = node.signIn("watch");
        var observer = node.signIn("observer");
        var listener = new Listener(observer.events(""))) {
      var secret = alert(watch, "P1", "internal").path("id").asText();
      var open = alert(watch, "P3", "release").path("id").asText();

      var told = listener.upTo("incident");

      assertThat(told.toString()).contains(open).doesNotContain(secret).doesNotContain("journal/");
    }
  }

  @Test
  void streamsOfOneAccountAreCounted() throws Exception {
    try (var chief = node.signIn("chief");
        var _ = new Listener(chief.events(""));
        var _ = new Listener(chief.events(""))) {
      var third = chief.events("");

      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(third.headers().firstValue("Retry-After")).isPresent();
      assertThat(third.body().toList().toString()).contains("events.too_many");
    }
  }

  @Test
  void aStreamEndsWithItsSession() throws Exception {
    try (var clerk = node.signIn("clerk");
        var watch = node.signIn("watch");
        var listener = new Listener(clerk.events(""))) {
      assertThat(listener.next().name()).isEqualTo("hello");
      clerk.delete("/api/v1/session");
      alert(watch, "P3", "release");

      while (listener.lines.hasNext()) {
        assertThat(listener.lines.next()).isNotNull();
      }
    }
  }

  private static JsonNode alert(TestClient watch, String priority, String audience)
      throws Exception {
    return watch
        .post(
            "/api/v1/incidents",
            """
            {"codeWord":"TUFAN","what":"Smoke","where":{"label":"Post 42"},"when":"%s",
             "priority":"%s","audience":"%s"}
            """
                .formatted(Instant.now().minusSeconds(60).toString(), priority, audience))
        .expect(201);
  }
}
