package org.sarhad.core.energy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sarhad.core.data.Csv;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.Text;

/// What a meter exports, as CSV: one line for each quarter of an hour, of one or more meters
/// (protocol clause 18-4.5).
///
/// The heading is `serial,from,wh,register,quality`: the meter, when the quarter begins, with an
/// offset (`2019-06-30T00:15+05:00`), what flowed, the register behind it, and `m`, `e` or `s`.
///
/// Nothing is guessed and nothing is left out: a line that is not taken is in the report with its
/// number, the value that is the reason, and why; its quarter is a gap. Pure, and total.
///
/// @param readings what can be stated, by meter and day
/// @param refused the lines that were not taken, ascending
public record MeterCsv(List<OfDay> readings, List<Refused> refused) {
  /// Longest export, in characters: two meters and a year.
  public static final int LENGTH_MAX = 8 << 20;

  /// Most lines, the heading with them.
  public static final int LINES_MAX = 100_000;

  private static final List<String> HEADING =
      List.of("serial", "from", "wh", "register", "quality");

  private static final int SERIAL_MAX = 64;
  private static final int NUMBER_MAX = 16;
  private static final long QUARTER_SECONDS = Duration.ofMinutes(15).toSeconds();

  /// Copies its lists.
  public MeterCsv {
    readings = List.copyOf(readings);
    refused = List.copyOf(refused);
  }

  /// What one meter says of one day.
  ///
  /// @param day which
  /// @param reading what
  public record OfDay(LocalDate day, Reading reading) {}

  /// A line that was not taken.
  ///
  /// @param line its number, from 1
  /// @param value what of it is the reason; the line itself where it is all of it
  /// @param why it was not
  public record Refused(int line, String value, Why why) {
    /// Most characters that are shown of a value.
    public static final int VALUE_MAX = 200;

    /// Cuts a value that is too long to be shown.
    public Refused {
      value = value.substring(0, Math.min(VALUE_MAX, value.length()));
    }
  }

  /// Why a line was not taken.
  public enum Why {
    /// The whole text is too long: nothing of it was read.
    TOO_LONG("The export is too long; divide it. Nothing of it was read."),
    /// The first line is not the heading.
    HEADING("The first line is not the heading serial,from,wh,register,quality."),
    /// A quote is never closed.
    QUOTE("A quote in it is never closed."),
    /// It has more or fewer fields.
    FIELDS("It has not five fields."),
    /// No name of a meter.
    SERIAL("That is no name of a meter, of 1 to 64 characters."),
    /// No time with an offset.
    TIME("That is no time with an offset, such as 2019-06-30T00:15+05:00."),
    /// No quarter of an hour begins then.
    NOT_A_QUARTER("No quarter of an hour begins then."),
    /// No whole number of watt hours, or out of range.
    WH("That is no whole number of watt hours, or more than a line carries."),
    /// No whole number that a register can have.
    REGISTER("That is no whole number that a register can have."),
    /// Not one of the letters.
    QUALITY("The quality is m, e or s."),
    /// There is a line for that quarter already.
    TWICE("There is a line for that quarter already."),
    /// The register says less than a line before it.
    REGISTER_BACKWARDS("The register says less than a line before it."),
    /// The register did not move by what flowed.
    REGISTER_DIFFERS("The register did not move by what flowed.");

    private final String sentence;

    Why(String sentence) {
      this.sentence = sentence;
    }

    /// The reason in a sentence, in English.
    public String sentence() {
      return sentence;
    }
  }

  /// Reads `text`.
  ///
  /// @param offset at which days end
  public static MeterCsv of(String text, ZoneOffset offset) {
    if (text.length() > LENGTH_MAX) {
      return refusing(new Refused(1, String.valueOf(text.length()), Why.TOO_LONG));
    }
    long count = text.chars().filter(c -> c == '\n').count();
    if (count > LINES_MAX) {
      return refusing(new Refused(1, String.valueOf(count), Why.TOO_LONG));
    }
    List<Csv.Line> lines = Csv.parse(text);
    if (lines.isEmpty() || !lines.getFirst().fields().equals(HEADING)) {
      String first = lines.isEmpty() ? "" : String.join(",", lines.getFirst().fields());
      return refusing(new Refused(1, first, Why.HEADING));
    }
    Collector collector = new Collector(offset);
    lines.stream().skip(1).forEach(collector::read);
    return collector.done();
  }

  private static MeterCsv refusing(Refused refused) {
    return new MeterCsv(List.of(), List.of(refused));
  }

  /// One line that makes sense by itself.
  ///
  /// @param line its number
  /// @param serial of which meter
  /// @param begin of the quarter
  /// @param wh what flowed
  /// @param register behind it
  private record Point(
      int line, String serial, Instant begin, long wh, long register, Quality quality) {
    long before() {
      return register - wh;
    }
  }

  /// Why a line makes none.
  private static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final String value;
    private final Why why;

    RefusedException(String value, Why why) {
      super(why + ": " + value);
      this.value = value;
      this.why = why;
    }
  }

  /// Reads the fields of a line.
  private static final class Fields {
    private Fields() {}

    static Point point(Csv.Line line) throws RefusedException {
      List<String> fields = line.fields();
      if (!line.isClosed()) {
        throw new RefusedException(String.join(",", fields), Why.QUOTE);
      }
      if (fields.size() != HEADING.size()) {
        throw new RefusedException(String.join(",", fields), Why.FIELDS);
      }
      return new Point(
          line.number(),
          serial(fields.get(0)),
          begin(fields.get(1)),
          number(fields.get(2), Quarters.MOST, Why.WH),
          number(fields.get(3), Json.INTEGER_MAX, Why.REGISTER),
          quality(fields.get(4)));
    }

    private static String serial(String text) throws RefusedException {
      if (Text.flawInIdentifier(text, SERIAL_MAX).isPresent()) {
        throw new RefusedException(text, Why.SERIAL);
      }
      return text;
    }

    private static Instant begin(String text) throws RefusedException {
      Instant begin;
      try {
        begin = OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException _) {
        throw new RefusedException(text, Why.TIME);
      }
      int year = begin.atOffset(ZoneOffset.UTC).getYear();
      if (year <= 1900 || year >= 2999) {
        throw new RefusedException(text, Why.TIME);
      }
      if (begin.getNano() != 0 || begin.getEpochSecond() % QUARTER_SECONDS != 0) {
        throw new RefusedException(text, Why.NOT_A_QUARTER);
      }
      return begin;
    }

    private static long number(String text, long max, Why why) throws RefusedException {
      boolean isNumber =
          !text.isEmpty()
              && text.length() <= NUMBER_MAX
              && text.chars().allMatch(c -> c >= '0' && c <= '9');
      if (!isNumber || Long.parseLong(text) > max) {
        throw new RefusedException(text, why);
      }
      return Long.parseLong(text);
    }

    private static Quality quality(String text) throws RefusedException {
      return Optional.of(text)
          .filter(letters -> letters.length() == 1)
          .flatMap(letters -> Quality.find(letters.charAt(0)))
          .filter(quality -> quality != Quality.GAP)
          .orElseThrow(() -> new RefusedException(text, Why.QUALITY));
    }
  }

  /// Puts points together to days.
  private static final class Collector {
    private final ZoneOffset offset;
    private final SortedMap<String, TreeMap<Instant, Point>> meters = new TreeMap<>();
    private final List<Refused> refused = new ArrayList<>();

    Collector(ZoneOffset offset) {
      this.offset = offset;
    }

    void read(Csv.Line line) {
      try {
        Point point = Fields.point(line);
        TreeMap<Instant, Point> known =
            meters.computeIfAbsent(point.serial(), _ -> new TreeMap<>());
        if (known.putIfAbsent(point.begin(), point) != null) {
          refused.add(new Refused(line.number(), line.fields().get(1), Why.TWICE));
        }
      } catch (RefusedException misfit) {
        refused.add(new Refused(line.number(), misfit.value, misfit.why));
      }
    }

    MeterCsv done() {
      List<OfDay> readings = new ArrayList<>();
      meters
          .values()
          .forEach(points -> days(points).forEach((day, of) -> readings.add(of(day, of))));
      refused.sort(Comparator.comparingInt(Refused::line));
      return new MeterCsv(readings, refused);
    }

    /// The points of one meter that follow from each other, by day.
    private SortedMap<LocalDate, List<Point>> days(SortedMap<Instant, Point> points) {
      TreeMap<LocalDate, List<Point>> days = new TreeMap<>();
      Optional<Point> last = Optional.empty();
      for (Point point : points.values()) {
        Optional<Why> misfit = last.flatMap(before -> misfit(before, point));
        if (misfit.isPresent()) {
          refused.add(new Refused(point.line(), String.valueOf(point.register()), misfit.get()));
        } else if (point.before() < 0) {
          refused.add(
              new Refused(point.line(), String.valueOf(point.register()), Why.REGISTER_DIFFERS));
        } else {
          days.computeIfAbsent(day(point), _ -> new ArrayList<>()).add(point);
          last = Optional.of(point);
        }
      }
      return days;
    }

    private static Optional<Why> misfit(Point before, Point point) {
      if (point.register() < before.register()) {
        return Optional.of(Why.REGISTER_BACKWARDS);
      }
      long between =
          Duration.between(before.begin(), point.begin()).toSeconds() / QUARTER_SECONDS - 1;
      long unread = point.before() - before.register();
      // No line carries more, so what is left for a gap has a bound; without one it is nothing.
      return unread < 0 || Math.ceilDiv(unread, Quarters.MOST) > between
          ? Optional.of(Why.REGISTER_DIFFERS)
          : Optional.empty();
    }

    private LocalDate day(Point point) {
      return point.begin().atOffset(offset).toLocalDate();
    }

    private OfDay of(LocalDate day, List<Point> points) {
      Long[] wh = new Long[Quarters.COUNT];
      Arrays.fill(wh, 0L);
      List<Quality> quality = new ArrayList<>(Collections.nCopies(Quarters.COUNT, Quality.GAP));
      Instant midnight = day.atStartOfDay().toInstant(offset);
      for (Point point : points) {
        int at =
            Math.toIntExact(
                Duration.between(midnight, point.begin()).toSeconds() / QUARTER_SECONDS);
        wh[at] = point.wh();
        quality.set(at, point.quality());
      }
      return new OfDay(
          day,
          new Reading(
              points.getFirst().serial(),
              points.getFirst().before(),
              points.getLast().register(),
              new Quarters(List.of(wh)),
              quality));
    }
  }
}
