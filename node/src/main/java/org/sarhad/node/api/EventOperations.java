package org.sarhad.node.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.node.account.Sessions;
import org.sarhad.node.api.view.EventView;
import org.sarhad.node.config.ConsoleConfig;
import org.sarhad.node.http.Exchange;

/// The event stream: each listener on a virtual thread of its own, which waits for the hub and
/// writes what there is.
final class EventOperations {
  private static final long KEEP_ALIVE_MS = 10_000;
  private static final int RETRY_MS = 2_000;

  private final Surface surface;
  private final EventHub hub;
  private final ConsoleConfig config;
  private final Sessions sessions;
  private final Map<String, Integer> open = new HashMap<>();

  EventOperations(Surface surface, EventHub hub, ConsoleConfig config, Sessions sessions) {
    this.surface = surface;
    this.hub = hub;
    this.config = config;
    this.sessions = sessions;
  }

  List<Operation> list() {
    return List.of(Operation.get("watchEvents", "/api/v1/events", Access.signedIn(), this::watch));
  }

  /// How many streams are open.
  int count() {
    synchronized (open) {
      return open.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  private Answer watch(Call call) {
    var login = call.caller().session().account().login();
    if (!enter(login)) {
      return new Answer.Refused(
          ApiRefusal.TOO_MANY_STREAMS.plain().after(java.time.Duration.ofSeconds(5)));
    }
    return new Answer.Stream(
        exchange -> {
          try {
            stream(exchange, call.caller());
          } finally {
            leave(login);
          }
        });
  }

  private boolean enter(String login) {
    synchronized (open) {
      int total = open.values().stream().mapToInt(Integer::intValue).sum();
      int own = open.getOrDefault(login, 0);
      if (total >= config.streamsMax() || own >= config.streamsPerAccount()) {
        return false;
      }
      open.put(login, own + 1);
      return true;
    }
  }

  private void leave(String login) {
    synchronized (open) {
      open.merge(login, -1, Integer::sum);
      open.remove(login, 0);
    }
  }

  private void stream(Exchange exchange, Call.Caller caller) throws IOException {
    var lastHad = exchange.header("Last-Event-ID");
    var resumed = lastHad.flatMap(hub::after);
    exchange.set("Cache-Control", "no-store").set("X-Accel-Buffering", "no");
    try (var out = exchange.stream(200, "text/event-stream; charset=utf-8")) {
      long from = resumed.orElseGet(hub::next);
      write(out, "retry: %d\n".formatted(RETRY_MS) + text(from - 1, "hello", at()));
      if (lastHad.isPresent() && resumed.isEmpty()) {
        write(out, text(from - 1, "gap", at()));
      }
      listen(exchange, caller, out, from);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen(Exchange exchange, Call.Caller caller, OutputStream out, long first)
      throws IOException, InterruptedException {
    long from = first;
    while (!hub.isClosed() && isSignedIn(exchange)) {
      var taken = hub.take(from, KEEP_ALIVE_MS);
      var lines = new StringBuilder();
      if (taken.missed() > 0) {
        from += taken.missed();
        lines.append(text(from - 1, "gap", missed(taken.missed())));
      }
      for (var event : taken.events()) {
        from = event.number() + 1;
        shown(event, caller)
            .ifPresent(data -> lines.append(text(event.number(), event.name(), data)));
      }
      write(out, lines.isEmpty() ? ": still here\n\n" : lines.toString());
    }
  }

  /// Looking at a session keeps it alive; a stream alone must not.
  private boolean isSignedIn(Exchange exchange) {
    return exchange.cookie(Api.COOKIE).filter(sessions::isOpen).isPresent();
  }

  /// An event as this caller may see it: an observer is not told of the journal.
  private Optional<EventView> shown(EventHub.Event event, Call.Caller caller) {
    if (!caller.observesOnly() || event.data().entries().isEmpty()) {
      return Optional.of(event.data());
    }
    var data = event.data();
    var released =
        data.entries().orElseThrow().stream()
            .filter(name -> !name.startsWith(Parties.JOURNAL + "/"))
            .toList();
    return released.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new EventView(
                data.at(),
                data.incident(),
                data.unit(),
                Optional.of(released),
                data.peer(),
                data.state(),
                data.alarm(),
                data.missed()));
  }

  private EventView at() {
    return EventView.at(surface.clock().now());
  }

  private EventView missed(long count) {
    return new EventView(
        surface.clock().now(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(count));
  }

  private String text(long number, String name, EventView data) {
    return "id: %s\nevent: %s\ndata: %s\n\n".formatted(hub.id(number), name, ApiJson.line(data));
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
