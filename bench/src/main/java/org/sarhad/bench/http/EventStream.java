package org.sarhad.bench.http;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Server-sent events as they come.
public final class EventStream {
  private final BufferedReader lines;

  EventStream(InputStream body) {
    lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  /// One event.
  ///
  /// @param id of the event, empty if it has none
  /// @param name what kind it is; `message` if it does not say
  /// @param data all its lines
  public record Event(String id, String name, String data) {}

  /// Waits for the next event. Throws [IOException] when the stream ends.
  public Event next() throws IOException {
    String id = "";
    String name = "message";
    var data = new StringBuilder();
    while (true) {
      String line =
          Optional.ofNullable(lines.readLine())
              .orElseThrow(() -> new EOFException("the event stream ended"));
      if (line.isEmpty() && !data.isEmpty()) {
        return new Event(id, name, data.toString());
      } else if (line.startsWith("data:")) {
        data.append(data.isEmpty() ? "" : "\n").append(line.substring(5).strip());
      } else if (line.startsWith("event:")) {
        name = line.substring(6).strip();
      } else if (line.startsWith("id:")) {
        id = line.substring(3).strip();
      }
    }
  }
}
