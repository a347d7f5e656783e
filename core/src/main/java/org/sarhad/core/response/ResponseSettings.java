package org.sarhad.core.response;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Zone;
import org.sarhad.core.party.Role;

/// What the rules go by that both sides agree on. [#defaults()] is what they start from; the
/// modalities in force replace it as a whole.
///
/// @param cards the code-words that both know, each once
/// @param zone where they have promised to tell each other; [Zone#NONE] for everywhere
/// @param clocks how long each duty may take
/// @param duplicates how near two alerts are to be offered as perhaps one
/// @param releasedPositionM radius in metres to which a unit's position is coarsened before the
///   other side sees it, 0 to 100 000
/// @param reportingInterval how often a unit in the field is expected to report; after twice that,
///   its last report is shown as old
/// @param daily when the day ends for the daily report, and in which zone
/// @param lengths how long texts may be
public record ResponseSettings(
    List<SharedCard> cards,
    Zone zone,
    Clocks clocks,
    Duplicates duplicates,
    int releasedPositionM,
    Duration reportingInterval,
    Daily daily,
    Lengths lengths) {
  public ResponseSettings {
    cards = List.copyOf(cards);
    if (releasedPositionM < 0 || releasedPositionM > 100_000) {
      throw new IllegalArgumentException(
          "releasedPositionM is " + releasedPositionM + ", expected 0 to 100 000 metres");
    }
    requirePositive("reportingInterval", reportingInterval);
  }

  /// The defaults of docs/domain/response.md §3.
  public static ResponseSettings defaults() {
    return new ResponseSettings(
        RunCards.initial(),
        Zone.NONE,
        new Clocks(
            Duration.ofMinutes(15),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Role.SECTOR_COMMANDER,
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            Duration.ofMinutes(60)),
        new Duplicates(2_000, Duration.ofMinutes(30)),
        1_000,
        Duration.ofMinutes(10),
        new Daily(LocalTime.of(19, 30), ZoneOffset.UTC),
        new Lengths(500, 8_000));
  }

  /// These settings with other clocks.
  public ResponseSettings withClocks(Clocks other) {
    return new ResponseSettings(
        cards, zone, other, duplicates, releasedPositionM, reportingInterval, daily, lengths);
  }

  /// These settings for another zone.
  ResponseSettings withZone(Zone other) {
    return new ResponseSettings(
        cards, other, clocks, duplicates, releasedPositionM, reportingInterval, daily, lengths);
  }

  /// The sector in which a place lies, by its centre; empty outside the zone, where no zone is
  /// agreed, and for a place without a position.
  public Optional<Zone.Sector> sectorOf(Place place) {
    return place.position().flatMap(zone::find);
  }

  /// Whether what happens at `place` is to be told: it lies in the zone, or nobody can say that it
  /// does not.
  boolean concernsBoth(Place place) {
    return zone.sectors().isEmpty() || place.position().isEmpty() || sectorOf(place).isPresent();
  }

  /// How long each duty may take, counted from when it began ([ResponseClocks]).
  ///
  /// @param tellPeer from opening an incident to telling the other side
  /// @param acknowledge from receipt to acknowledgement by a person
  /// @param escalate from receipt to putting it before `secondCall` as well
  /// @param secondCall who is called when nobody acknowledges
  /// @param escalateToChief from receipt to putting it before the chief
  /// @param answerAssistance from receipt of a request or offer to its answer
  /// @param sitrep from one situation report on a P1 incident to the next
  public record Clocks(
      Duration tellPeer,
      Duration acknowledge,
      Duration escalate,
      Role secondCall,
      Duration escalateToChief,
      Duration answerAssistance,
      Duration sitrep) {
    public Clocks {
      requirePositive("tellPeer", tellPeer);
      requirePositive("acknowledge", acknowledge);
      requirePositive("escalate", escalate);
      requirePositive("escalateToChief", escalateToChief);
      requirePositive("answerAssistance", answerAssistance);
      requirePositive("sitrep", sitrep);
      if (acknowledge.compareTo(escalate) > 0 || escalate.compareTo(escalateToChief) > 0) {
        throw new IllegalArgumentException(
            "acknowledge, escalate, escalateToChief are "
                + acknowledge
                + ", "
                + escalate
                + ", "
                + escalateToChief
                + ", expected in ascending order");
      }
    }
  }

  /// How near two alerts must be to be offered as perhaps one.
  ///
  /// @param radiusM metres between two places, 1 to 100 000
  /// @param within time between two occurrences
  public record Duplicates(int radiusM, Duration within) {
    public Duplicates {
      if (radiusM < 1 || radiusM > 100_000) {
        throw new IllegalArgumentException("radiusM is " + radiusM + ", expected 1 to 100 000");
      }
      requirePositive("within", within);
    }
  }

  /// When the day ends.
  ///
  /// @param cutOff the local time at which a reporting day ends; printed with its zone
  /// @param zone the zone of `cutOff`
  public record Daily(LocalTime cutOff, ZoneId zone) {}

  /// How long texts may be, in UTF-16 units.
  ///
  /// @param what characters in the first line of an alert
  /// @param text characters in any other text
  public record Lengths(int what, int text) {
    public Lengths {
      if (what < 1 || text < what) {
        throw new IllegalArgumentException(
            "what, text are " + what + ", " + text + ", expected 1 ≤ what ≤ text");
      }
    }
  }

  private static void requirePositive(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(name + " is " + duration + ", expected more than zero");
    }
  }
}
