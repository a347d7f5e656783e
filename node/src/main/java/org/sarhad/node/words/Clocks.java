package org.sarhad.node.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Times as a duty officer reads them, in one language: on the wall of every side and in UTC. A
/// time never stands without saying whose clock it is.
///
/// @param walls the clocks of the sides, the own one first; at least one
public record Clocks(Language language, List<Wall> walls) {
  private static final char ISOLATE = '\u2066';
  private static final char END = '\u2069';

  /// Copies the list.
  public Clocks {
    walls = List.copyOf(walls);
  }

  /// The Gregorian date on the own wall: `22 April 2019`.
  public String date(Instant time) {
    var format = DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale());
    return language.digits(format.withZone(walls.getFirst().zone()).format(time));
  }

  /// A day in both calendars: `22 April 2019 · 1398/02/02`.
  public String day(LocalDate day) {
    var format = DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale());
    return "%s · %c%s%c"
        .formatted(
            language.digits(format.format(day)),
            ISOLATE,
            language.digits(SolarHijri.of(day).toString()),
            END);
  }

  /// On every wall: `13:30 THR · 14:00 KHI · 09:00Z`. One run from left to right, whatever stands
  /// around it.
  public String onAllWalls(Instant time) {
    var local =
        walls.stream()
            .filter(wall -> !wall.zone().equals(ZoneOffset.UTC))
            .map(wall -> on(wall, time));
    return Stream.concat(local, Stream.of(zulu(time)))
        .collect(Collectors.joining(" · ", ISOLATE + "", END + ""));
  }

  private String on(Wall wall, Instant time) {
    return language.digits(clock().withZone(wall.zone()).format(time)) + " " + wall.label();
  }

  /// UTC is in European digits in every language, as it is in the record.
  private static String zulu(Instant time) {
    return clock().withZone(ZoneOffset.UTC).format(time) + "Z";
  }

  private static DateTimeFormatter clock() {
    return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  }

  /// The date, and the time on every wall.
  public String atLength(Instant time) {
    return date(time) + " · " + onAllWalls(time);
  }
}
