package org.sarhad.node.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A stream of events that a node sends, read one by one.
public final class EventReader implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Stream<String> stream;
  private final Iterator<String> lines;

  /// One event as it came.
  public record Event(String id, String name, JsonNode data) {
    /// Whether it tells of `entry`.
    public boolean isAbout(String entry) {
      for (var named : data.path("entries")) {
        if (named.asText().equals(entry)) {
          return true;
        }
      }
      return false;
    }
  }

  /// Reads what `response` brings, which must be no refusal.
  public EventReader(HttpResponse<Stream<String>> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    this.stream = response.body();
    this.lines = stream.iterator();
  }

  /// The next event; waits for it. A stream that ends is an [AssertionError].
  public Event next() throws JsonProcessingException {
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

  /// Reads on until the node ends the stream.
  public void untilItEnds() {
    lines.forEachRemaining(line -> assertThat(line).isNotNull());
  }

  /// Everything up to and with the first event called `name`.
  public List<Event> upTo(String name) throws JsonProcessingException {
    return upTo(event -> event.name().equals(name));
  }

  /// Everything up to and with the `record` that tells of `entry`, which is told last of what an
  /// entry changes. Between are the audit trail's own entries, and heads that were signed.
  public List<Event> upToEntry(String entry) throws JsonProcessingException {
    return upTo(event -> event.name().equals("record") && event.isAbout(entry));
  }

  /// What is told of `entry`, in order.
  public List<Event> about(String entry) throws JsonProcessingException {
    return upToEntry(entry).stream().filter(event -> event.isAbout(entry)).toList();
  }

  private List<Event> upTo(Predicate<Event> last) throws JsonProcessingException {
    var events = new ArrayList<Event>();
    do {
      events.add(next());
    } while (!last.test(events.getLast()));
    return events;
  }

  @Override
  public void close() {
    stream.close();
  }
}
