package org.sarhad.core.tracks;

import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Bodies;

/// Everything a side can say about what it follows. Each fact is one entry; who says it and when
/// stands in the entry, not here (protocol clause 20-5).
///
/// As JSON each is the body payload of an entry of its [#kind()].
public sealed interface TrackFact {
  /// The kind, whose word stands in the envelope.
  TrackFactKind kind();

  /// On what it rests.
  Observation seen();

  /// The body, without salt. Inverse of [#fromJson].
  Json.Obj toJson();

  /// The fact of `kind` in `body`; only in its one spelling.
  ///
  /// @throws MalformedJsonException when the body is not such a fact
  static TrackFact fromJson(TrackFactKind kind, Json.Obj body) throws MalformedJsonException {
    return Bodies.closed(kind.kind().value(), body, json -> read(kind, json), TrackFact::toJson);
  }

  private static TrackFact read(TrackFactKind kind, Json.Obj json) throws MalformedJsonException {
    Observation seen = Observation.fromJson(json);
    return switch (kind) {
      case CROSSED -> new Crossed(seen, json.as("to", PartyId::of));
      case POSSIBLY_CROSSED -> new PossiblyCrossed(seen);
    };
  }

  /// What is to be told of `event`: of a crossing, asserted or possible, by a thing that is no unit
  /// (protocol clause 20-5.1). Empty for everything else, which stays at the node.
  ///
  /// @param line by which it was judged
  static Optional<TrackFact> of(TrackEvent event, WatchedLine line) {
    if (!event.thing().isTold()) {
      return Optional.empty();
    }
    return switch (event.kind()) {
      case CROSSED -> {
        PartyId to = line.party(event.from() == LineSide.LEFT ? LineSide.RIGHT : LineSide.LEFT);
        yield Optional.of(new Crossed(seen(event, line), to));
      }
      case POSSIBLY_CROSSED -> Optional.of(new PossiblyCrossed(seen(event, line)));
      case APPROACHING, ENTERED_BAND, LEFT_BAND, JUMPED, STALE -> Optional.empty();
    };
  }

  private static Observation seen(TrackEvent event, WatchedLine line) {
    return new Observation(
        event.thing(), line.party(event.from()), event.before(), event.after(), line.version());
  }

  /// "It was certainly there, and is certainly here."
  ///
  /// @param to the side it is certainly on
  record Crossed(Observation seen, PartyId to) implements TrackFact {
    /// @throws IllegalArgumentException when it came to where it was
    public Crossed {
      if (to.equals(seen.from())) {
        throw new IllegalArgumentException("a crossing from " + to + " to itself");
      }
    }

    @Override
    public TrackFactKind kind() {
      return TrackFactKind.CROSSED;
    }

    @Override
    public Json.Obj toJson() {
      return seen.putInto(Json.obj()).put("to", to.value()).build();
    }
  }

  /// "It was certainly there, and may have been across since." Where it is now, nobody asserts.
  record PossiblyCrossed(Observation seen) implements TrackFact {
    @Override
    public TrackFactKind kind() {
      return TrackFactKind.POSSIBLY_CROSSED;
    }

    @Override
    public Json.Obj toJson() {
      return seen.putInto(Json.obj()).build();
    }
  }
}
