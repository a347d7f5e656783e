package org.sarhad.core.energy;

import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;

/// Everything a side can say about energy by itself. Each fact is one entry; who says it, when and
/// where stands in the entry, not here. All of them are released (protocol clause 18-4.1).
///
/// What is said of a day can be said again, as the next version; the last one counts, and those
/// before it stay in the record. As JSON each is the body payload of an entry of its [#kind()].
public sealed interface EnergyFact {
  /// How often a side can say something of one day.
  int VERSIONS_MAX = 64;

  /// The kind, whose word stands in the envelope.
  EnergyFactKind kind();

  /// Of which day of which line it speaks.
  LineDay of();

  /// From 1, without gaps, for each side, day and kind.
  int version();

  /// The body, without salt. Inverse of [#fromJson].
  Json.Obj toJson();

  /// The fact of `kind` in `body`; only in its one spelling.
  ///
  /// @throws MalformedJsonException when the body is not such a fact
  static EnergyFact fromJson(EnergyFactKind kind, Json.Obj body) throws MalformedJsonException {
    return Bodies.closed(kind.kind().value(), body, json -> read(kind, json), EnergyFact::toJson);
  }

  private static EnergyFact read(EnergyFactKind kind, Json.Obj json) throws MalformedJsonException {
    LineDay of = LineDay.fromJson(json);
    int version = json.smallInteger("version", 1, VERSIONS_MAX);
    return switch (kind) {
      case SCHEDULE -> new Scheduled(of, version, Quarters.fromJson(json.array("quarters")));
      case METER -> new Metered(of, version, Reading.fromJson(json));
    };
  }

  private static JsonBuilder about(LineDay of, int version) {
    JsonBuilder json = Json.obj().put("version", version);
    of.putInto(json);
    return json;
  }

  /// @throws IllegalArgumentException when `version` is none
  private static void requireVersion(int version) {
    if (version < 1 || version > VERSIONS_MAX) {
      throw new IllegalArgumentException(
          "version %d of a day; expected 1 to %d".formatted(version, VERSIONS_MAX));
    }
  }

  /// "So much is to flow on this day." It is agreed when the last words of both sides say the same.
  ///
  /// @param of which day
  /// @param version which word on it
  /// @param quarters what is to flow
  record Scheduled(LineDay of, int version, Quarters quarters) implements EnergyFact {
    /// @throws IllegalArgumentException when the version is out of range
    public Scheduled {
      requireVersion(version);
    }

    @Override
    public EnergyFactKind kind() {
      return EnergyFactKind.SCHEDULE;
    }

    @Override
    public Json.Obj toJson() {
      return about(of, version).put("quarters", quarters.toJson()).build();
    }
  }

  /// "Our meter says that so much has flowed on this day."
  ///
  /// @param of which day
  /// @param version which word on it
  /// @param reading what the meter says
  record Metered(LineDay of, int version, Reading reading) implements EnergyFact {
    /// @throws IllegalArgumentException when the version is out of range
    public Metered {
      requireVersion(version);
    }

    @Override
    public EnergyFactKind kind() {
      return EnergyFactKind.METER;
    }

    @Override
    public Json.Obj toJson() {
      JsonBuilder json = about(of, version);
      reading.putInto(json);
      return json.build();
    }
  }
}
