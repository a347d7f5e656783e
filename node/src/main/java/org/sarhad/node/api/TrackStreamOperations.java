package org.sarhad.node.api;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.tracks.MalformedTracksException;
import org.sarhad.core.tracks.TrackFrames;
import org.sarhad.core.tracks.TrackRules;
import org.sarhad.node.account.Sessions;
import org.sarhad.node.api.view.TrackViews;
import org.sarhad.node.http.BodyException;
import org.sarhad.node.http.Exchange;
import org.sarhad.tlog.Bytes;

/// Tracks bit by bit, both ways: what happens to those who listen, and positions from who sends
/// them without end (protocol clauses 20-8.4 and 20-9).
final class TrackStreamOperations {
  /// The media type of one JSON object a line.
  private static final String LINES = "application/x-ndjson";

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration OPEN_AGAIN = Duration.ofSeconds(5);

  private final Surface surface;
  private final TrackIntake intake;
  private final OpenStreams open;
  private final Sessions sessions;
  private final EventStream<TrackViews.Happened> stream;

  TrackStreamOperations(Surface surface, TrackIntake intake, OpenStreams open, Sessions sessions) {
    this.surface = surface;
    this.intake = intake;
    this.open = open;
    this.sessions = sessions;
    this.stream = new EventStream<>(intake.hub(), sessions, open, new Telling(surface, intake));
  }

  List<Operation> list() {
    return List.of(
        Operation.get(
            "watchTracks", TrackOperations.ROOT + "/events", TrackOperations.WATCH, stream::answer),
        Operation.positionStream(
            "streamTracks",
            TrackOperations.ROOT + "/stream",
            Access.holding(TrackRules.SPEAKERS),
            this::receive));
  }

  private record Telling(Surface surface, TrackIntake intake)
      implements EventStream.Saying<TrackViews.Happened> {
    @Override
    public TrackViews.Happened at() {
      return TrackViews.Happened.at(surface.clock().now());
    }

    @Override
    public TrackViews.Happened missed(long count) {
      return new TrackViews.Happened(
          surface.clock().now(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(count));
    }

    @Override
    public Optional<TrackViews.Happened> shown(
        EventHub.Event<TrackViews.Happened> event, Call.Caller caller) {
      return Optional.of(event.data());
    }

    @Override
    public Duration look() {
      intake.look();
      return LOOK_EVERY;
    }
  }

  // ---- positions without end ------------------------------------------------------------------

  private Answer receive(Call call) throws IOException {
    var type = call.exchange().header("Content-Type").orElse("");
    if (!type.startsWith(Operation.BYTES)) {
      throw new BodyException(
          BodyException.Reason.BAD_ENCODING, "Content-Type is \"%s\"".formatted(type));
    }
    var login = call.caller().session().account().login();
    if (!open.enter(login)) {
      return new Answer.Refused(ApiRefusal.TOO_MANY_STREAMS.plain().after(OPEN_AGAIN));
    }
    return new Answer.Stream(
        exchange -> {
          try {
            readOn(exchange, call);
          } finally {
            open.leave(login);
          }
        });
  }

  /// One batch after the other: what is not in the picture yet is not read past, and what is not
  /// acknowledged is not either, so whoever is faster than this node, or does not read its answers,
  /// waits at the wire.
  private void readOn(Exchange exchange, Call call) throws IOException {
    exchange.set("Cache-Control", "no-store").set("X-Accel-Buffering", "no");
    long number = 0;
    try (var out = exchange.stream(200, LINES)) {
      var body = exchange.body(Long.MAX_VALUE);
      var in = new DataInputStream(body);
      var end = Optional.<String>empty();
      while (end.isEmpty()) {
        body.renewDeadline();
        var next = next(in);
        if (!isWelcome(exchange, call)) {
          end = Optional.of("signed_out");
        } else if (next.end().isPresent()) {
          end = next.end();
        } else {
          write(out, receipt(++number, call, next.batch()));
        }
      }
      write(out, new TrackViews.Receipt(number, Optional.empty(), Optional.empty(), end));
    }
  }

  /// What came next: a batch, or why there is none.
  private record Next(Bytes batch, Optional<String> end) {
    static Next ended(String why) {
      return new Next(Bytes.EMPTY, Optional.of(why));
    }
  }

  private static Next next(DataInputStream in) throws IOException {
    try {
      int first = in.read();
      if (first < 0) {
        return Next.ended("complete");
      }
      int length = (first << 24) | (in.readUnsignedByte() << 16) | in.readUnsignedShort();
      if (length < 0 || length > TrackFrames.BYTES_MAX) {
        return Next.ended("too_long");
      }
      byte[] batch = new byte[length];
      in.readFully(batch);
      return new Next(Bytes.of(batch), Optional.empty());
    } catch (EOFException _) {
      return Next.ended("cut_short");
    } catch (BodyException _) {
      return Next.ended("too_slow");
    }
  }

  /// Sending alone must not keep a session alive.
  private boolean isWelcome(Exchange exchange, Call call) {
    var officer = call.caller().session().account().key().officer();
    return exchange.cookie(Api.COOKIE).filter(sessions::isOpen).isPresent()
        && TrackIntake.mayFeed(surface.node().rolesOf(officer));
  }

  private TrackViews.Receipt receipt(long number, Call call, Bytes batch) {
    try {
      var taken = TrackWords.view(intake.take(call, TrackFrames.parse(batch)));
      return new TrackViews.Receipt(number, Optional.of(taken), Optional.empty(), Optional.empty());
    } catch (MalformedTracksException e) {
      var sentence = "%s: %s; expected %s".formatted(e.what(), e.found(), e.expected());
      return new TrackViews.Receipt(
          number, Optional.empty(), Optional.of(sentence), Optional.empty());
    }
  }

  private static void write(OutputStream out, TrackViews.Receipt receipt) throws IOException {
    out.write((ApiJson.line(receipt) + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
