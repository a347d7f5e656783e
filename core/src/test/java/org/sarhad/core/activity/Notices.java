package org.sarhad.core.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Ring;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.Sides;

/// Notices for tests: near the gate of Mirjaveh, from ten o'clock.
final class Notices {
  static final Instant TEN = Sides.EIGHT.plus(Duration.ofHours(2));
  static final Position GATE = Position.ofDegrees(29.0148, 61.4496);
  static final Wording TEXT = Wording.of("en", "The fence is mended");

  private Notices() {}

  static Area.Circle circle(double latitude, double longitude, int radiusM) {
    return new Area.Circle(Position.ofDegrees(latitude, longitude), radiusM);
  }

  /// A box of two corners.
  static Area.Enclosed box(double south, double west, double north, double east) {
    return new Area.Enclosed(
        new Ring(
            List.of(
                Position.ofDegrees(south, west),
                Position.ofDegrees(south, east),
                Position.ofDegrees(north, east),
                Position.ofDegrees(north, west))));
  }

  static Notice works() {
    return works(new Window(TEN, TEN.plus(Duration.ofHours(4))));
  }

  static Notice works(Window window) {
    return new Notice(
        ActivityKind.WORKS,
        TEXT,
        Wording.of("fa", "کنار دروازهٔ میرجاوه"),
        new Area.Circle(GATE, 500),
        window,
        List.of(new Means(2, Wording.of("en", "excavators"))),
        Role.WATCH_OFFICER,
        Optional.of(Wording.of("en", "channel 7")));
  }

  static Notice patrol() {
    return new Notice(
        ActivityKind.PATROL,
        Wording.of("ur", "معمول کا گشت"),
        Wording.of("en", "East of the gate"),
        box(29.0, 61.45, 29.1, 61.6),
        new Window(TEN.plus(Duration.ofHours(1)), TEN.plus(Duration.ofHours(2))),
        List.of(),
        Role.SECTOR_COMMANDER,
        Optional.empty());
  }
}
