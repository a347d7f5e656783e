package org.sarhad.node.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.sarhad.node.account.Sessions;
import org.sarhad.node.http.Exchange;

/// What a hub tells, as server-sent events: each listener on a virtual thread of its own, which
/// waits for the hub and writes what there is. Who comes back with the number of the last event
/// goes on behind it; who is too far behind is told `gap`.
///
/// @param <D> what an event says
final class EventStream<D> {
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);
  private static final Duration OPEN_AGAIN = Duration.ofSeconds(5);
  private static final int RETRY_MS = 2_000;

  private final EventHub<D> hub;
  private final Sessions sessions;
  private final OpenStreams open;
  private final Saying<D> saying;

  /// What this stream says by itself, and to whom it says what.
  interface Saying<D> {
    /// Nothing but when.
    D at();

    /// That so many were missed.
    D missed(long count);

    /// An event as this caller may see it; empty for one that is not for them.
    Optional<D> shown(EventHub.Event<D> event, Call.Caller caller);

    /// Looks whether something is to be told that only time brings; returns after how long to look
    /// again.
    default Duration look() {
      return KEEP_ALIVE;
    }
  }

  EventStream(EventHub<D> hub, Sessions sessions, OpenStreams open, Saying<D> saying) {
    this.hub = hub;
    this.sessions = sessions;
    this.open = open;
    this.saying = saying;
  }

  /// The stream for whoever calls, or that there are too many.
  Answer answer(Call call) {
    var login = call.caller().session().account().login();
    if (!open.enter(login)) {
      return new Answer.Refused(ApiRefusal.TOO_MANY_STREAMS.plain().after(OPEN_AGAIN));
    }
    return new Answer.Stream(
        exchange -> {
          try {
            stream(exchange, call.caller());
          } finally {
            open.leave(login);
          }
        });
  }

  private void stream(Exchange exchange, Call.Caller caller) throws IOException {
    var lastHad = exchange.header("Last-Event-ID");
    var resumed = lastHad.flatMap(hub::after);
    exchange.set("Cache-Control", "no-store").set("X-Accel-Buffering", "no");
    try (var out = exchange.stream(200, "text/event-stream; charset=utf-8")) {
      long from = resumed.orElseGet(hub::next);
      write(out, "retry: %d\n".formatted(RETRY_MS) + text(from - 1, "hello", saying.at()));
      if (lastHad.isPresent() && resumed.isEmpty()) {
        write(out, text(from - 1, "gap", saying.at()));
      }
      listen(exchange, caller, out, from);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen(Exchange exchange, Call.Caller caller, OutputStream out, long first)
      throws IOException, InterruptedException {
    long from = first;
    var silent = Duration.ZERO;
    while (!hub.isClosed() && isSignedIn(exchange)) {
      var wait = saying.look();
      var taken = hub.take(from, wait.toMillis());
      var lines = new StringBuilder();
      if (taken.missed() > 0) {
        from += taken.missed();
        lines.append(text(from - 1, "gap", saying.missed(taken.missed())));
      }
      for (var event : taken.events()) {
        from = event.number() + 1;
        saying
            .shown(event, caller)
            .ifPresent(data -> lines.append(text(event.number(), event.name(), data)));
      }
      silent = lines.isEmpty() ? silent.plus(wait) : Duration.ZERO;
      if (silent.compareTo(KEEP_ALIVE) >= 0) {
        lines.append(": still here\n\n");
        silent = Duration.ZERO;
      }
      write(out, lines.toString());
    }
  }

  /// Looking at a session keeps it alive; a stream alone must not.
  private boolean isSignedIn(Exchange exchange) {
    return exchange.cookie(Api.COOKIE).filter(sessions::isOpen).isPresent();
  }

  private String text(long number, String name, D data) {
    return "id: %s\nevent: %s\ndata: %s\n\n".formatted(hub.id(number), name, ApiJson.line(data));
  }

  private static void write(OutputStream out, String text) throws IOException {
    if (!text.isEmpty()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }
}
