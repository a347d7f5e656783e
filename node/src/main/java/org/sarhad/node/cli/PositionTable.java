package org.sarhad.node.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sarhad.core.geo.Position;
import org.sarhad.core.response.UnitType;
import org.sarhad.core.tracks.TrackFix;
import org.sarhad.core.travel.SpeedGauge;
import org.sarhad.node.ground.SurveyReader;

/// Positions of own units out of a table, line by line: so a file of any length is read in the same
/// memory.
///
/// The first line is [#HEAD]. Units that fly, and boats, are passed over.
final class PositionTable {
  /// The names of the columns.
  static final String HEAD = "unit,type,at,lat,lon,radius_m";

  private static final int LINE_MAX = 500;
  private static final int UNIT_MAX = 64;
  private static final List<String> COLUMNS = List.of(HEAD.split(",", -1));

  private final Path file;
  private final SurveyReader.Progress progress;
  private long number;
  private long read;

  PositionTable(Path file, SurveyReader.Progress progress) {
    this.file = file;
    this.progress = progress;
  }

  /// Gives every position to `taking`, and says how many there were.
  ///
  /// @throws CannotException naming the first line that is none
  long read(Consumer<SpeedGauge.Seen> taking) throws IOException, CannotException {
    if (!Files.isRegularFile(file)) {
      throw new CannotException("%s is no file. Maybe the path is misspelt.".formatted(file));
    }
    long size = Files.size(file);
    long positions = 0;
    try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      var head = line(in);
      if (head.filter(HEAD::equals).isEmpty()) {
        throw wrong("expected " + HEAD);
      }
      for (var line = line(in); line.isPresent(); line = line(in)) {
        seen(line.get()).ifPresent(taking);
        positions++;
        progress.read(read, size);
      }
      return positions;
    } catch (MalformedInputException _) {
      throw wrong("the file is no UTF-8");
    }
  }

  private CannotException wrong(String what) {
    return new CannotException("%s, line %d: %s.".formatted(file, number, what));
  }

  /// The next line that is not empty; none at the end.
  private Optional<String> line(BufferedReader in) throws IOException, CannotException {
    var line = new StringBuilder();
    number++;
    for (int next = in.read(); next >= 0; next = in.read()) {
      read++;
      if (next == '\n' && !line.isEmpty()) {
        return Optional.of(line.toString());
      }
      if (next == '\n') {
        number++;
      } else if (next != '\r') {
        line.append((char) next);
      }
      if (line.length() > LINE_MAX) {
        throw wrong("it is longer than %d characters".formatted(LINE_MAX));
      }
    }
    return Optional.of(line.toString()).filter(last -> !last.isEmpty());
  }

  private Optional<SpeedGauge.Seen> seen(String line) throws CannotException {
    var values = List.of(line.split(",", -1));
    if (values.size() != COLUMNS.size()) {
      throw wrong("%d values; expected %s".formatted(values.size(), HEAD));
    }
    var type = type(values.get(1));
    return type.flies() || type == UnitType.BOAT
        ? Optional.empty()
        : Optional.of(seen(values, type));
  }

  private SpeedGauge.Seen seen(List<String> values, UnitType type) throws CannotException {
    var unit = values.getFirst();
    if (unit.isBlank() || unit.length() > UNIT_MAX) {
      throw wrong("\"%s\" names no unit".formatted(unit));
    }
    try {
      var position =
          Position.ofDegrees(Double.parseDouble(values.get(3)), Double.parseDouble(values.get(4)));
      var fix =
          new TrackFix(position, Integer.parseInt(values.get(5)), Instant.parse(values.get(2)));
      return new SpeedGauge.Seen(
          unit,
          fix.position(),
          fix.radiusM(),
          fix.at(),
          type.speedKmh() * SpeedGauge.PACE_WHOLE / UnitType.PATROL.speedKmh());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private UnitType type(String code) throws CannotException {
    return Stream.of(UnitType.values())
        .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(code))
        .findFirst()
        .orElseThrow(() -> wrong("\"%s\" is no type of unit".formatted(code)));
  }
}
