package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.testing.EventReader;
import org.sarhad.node.testing.EventReader.Event;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;

/// The event stream of a running node, as a console uses it.
@Tag("slow")
@Timeout(60)
class EventsTest {

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

  @Test
  void aStreamBeginsWithHelloAndTellsWhatIsWritten() throws Exception {
    try (var watch = node.signIn("watch");
        var listener = new EventReader(watch.events(""))) {
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
        var listener = new EventReader(watch.events(""))) {
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
      try (var listener = new EventReader(watch.events(""))) {
        had = alert(watch, "P3", "release").at("/entries/0").asText();
        last = listener.upToEntry(had).getLast().id();
      }
      var missed = alert(watch, "P3", "release").at("/entries/0").asText();

      try (var listener = new EventReader(watch.events(last))) {
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
        var listener = new EventReader(watch.events("otherrun-17"))) {
      assertThat(listener.next().name()).isEqualTo("hello");
      assertThat(listener.next().name()).isEqualTo("gap");
    }
  }

  @Test
  void whoIsTooFarBehindIsToldSo() throws Exception {
    try (var watch = node.signIn("watch")) {
      String last;
      try (var listener = new EventReader(watch.events(""))) {
        last = listener.next().id();
      }
      for (int i = 0; i < 20; i++) {
        alert(watch, "P3", "release");
      }

      try (var listener = new EventReader(watch.events(last))) {
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
        var listener = new EventReader(observer.events(""))) {
      var secret = alert(watch, "P1", "internal").path("id").asText();
      var open = alert(watch, "P3", "release").path("id").asText();

      var told = listener.upTo("incident");

      assertThat(told.toString()).contains(open).doesNotContain(secret).doesNotContain("journal/");
    }
  }

  @Test
  void streamsOfOneAccountAreCounted() throws Exception {
    try (var chief = node.signIn("chief");
        var _ = new EventReader(chief.events(""));
        var _ = new EventReader(chief.events(""))) {
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
        var listener = new EventReader(clerk.events(""))) {
      assertThat(listener.next().name()).isEqualTo("hello");
      clerk.delete("/api/v1/session");
      alert(watch, "P3", "release");

      listener.untilItEnds();
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
