package org.sarhad.core.inquiry;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.time.UtcTime;

/// The columns of a list of incidents as CSV, in whatever order its heading names them.
///
/// | column | what it holds |
/// |---|---|
/// | `incident` | the name of the incident in the list; lines with one name are of one matter |
/// | `title`, `lang` | what it is called, and in which language (`en` when empty) |
/// | `place`, `lat`, `lon`, `radius_m` | where: words, degrees, metres |
/// | `property` | what the line is about; a code of [Property] |
/// | `low`, `high`, `best` | a quantity: whole numbers; one of `low` and `best` alone is exact, and `high` left empty with `low` given as `20+` is open above |
/// | `unit`, `category` | of a quantity; codes, `persons` and `unknown` when empty |
/// | `value` | any other value: words, `yes` or `no`, or a time or day, two with a slash between |
/// | `behalf`, `source`, `locator` | whose account (`press` when empty), and where it was said |
/// | `as_of` | a time or a day |
///
/// @param names the heading
record IncidentColumns(List<String> names) {
  private static final List<String> KNOWN =
      List.of(
          "incident",
          "title",
          "lang",
          "place",
          "lat",
          "lon",
          "radius_m",
          "property",
          "low",
          "high",
          "best",
          "unit",
          "category",
          "value",
          "behalf",
          "source",
          "locator",
          "as_of");
  private static final List<String> NEEDED =
      List.of("incident", "title", "property", "source", "as_of");

  IncidentColumns {
    names = List.copyOf(names);
  }

  /// The columns of `heading`.
  ///
  /// @throws IllegalArgumentException when one is unknown, stands twice or lacks
  static IncidentColumns of(List<String> heading) {
    List<String> names = heading.stream().map(String::strip).toList();
    for (String name : names) {
      if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException(
            "column \"" + name + "\"; expected some of " + String.join(", ", KNOWN));
      }
    }
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("a column twice");
    }
    for (String needed : NEEDED) {
      if (!names.contains(needed)) {
        throw new IllegalArgumentException("no column \"" + needed + "\"");
      }
    }
    return new IncidentColumns(names);
  }

  private Optional<String> find(List<String> fields, String name) {
    int at = names.indexOf(name);
    return at < 0 || at >= fields.size() || fields.get(at).isBlank()
        ? Optional.empty()
        : Optional.of(fields.get(at).strip());
  }

  private String get(List<String> fields, String name) {
    return find(fields, name)
        .orElseThrow(() -> new IllegalArgumentException("nothing in column \"" + name + "\""));
  }

  /// The name of the incident of a line.
  ///
  /// @throws IllegalArgumentException when the line has more fields than the heading, or no name
  String name(List<String> fields) {
    if (fields.size() > names.size()) {
      throw new IllegalArgumentException(
          fields.size() + " fields under a heading of " + names.size());
    }
    return get(fields, "incident");
  }

  /// What opens the matter of a line.
  ///
  /// @throws IllegalArgumentException naming what is missing or wrong
  MatterFact.Opened matter(List<String> fields) {
    Words title = new Words(find(fields, "lang").orElse("en"), get(fields, "title"));
    return new MatterFact.Opened(
        MatterKind.INCIDENT, title, place(fields), Optional.empty(), List.of(), true);
  }

  private Optional<Place> place(List<String> fields) {
    Optional<String> label = find(fields, "place");
    if (label.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        find(fields, "lat").isEmpty()
            ? Place.named(label.get())
            : Place.at(
                label.get(),
                new Position(degrees(fields, "lat"), degrees(fields, "lon")),
                Math.toIntExact(
                    Math.min(
                        find(fields, "radius_m").map(m -> number("radius_m", m)).orElse(0L),
                        Integer.MAX_VALUE))));
  }

  private int degrees(List<String> fields, String name) {
    String text = get(fields, name);
    try {
      return new BigDecimal(text).movePointRight(6).intValueExact();
    } catch (NumberFormatException | ArithmeticException _) {
      throw new IllegalArgumentException(
          name + " is \"" + text + "\", expected degrees with at most six decimals");
    }
  }

  /// The claim of a line.
  ///
  /// @throws IllegalArgumentException naming what is missing or wrong
  Statement claim(List<String> fields) {
    Property property = code(fields, "property", Property.class);
    Instant asOf = time("as_of", get(fields, "as_of"));
    Source source = new Source(get(fields, "source"), find(fields, "locator"), Optional.of(asOf));
    Behalf behalf =
        find(fields, "behalf").map(code -> Codes.parse(code, Behalf.class)).orElse(Behalf.PRESS);
    Provenance provenance =
        switch (behalf) {
          case OWN ->
              new Provenance(Behalf.OWN, Basis.OWN_AGENCY, List.of(source), Optional.empty());
          case THIRD_PARTY -> Provenance.thirdParty(source);
          case PRESS -> Provenance.press(source);
        };
    return Statement.of(property, value(property, fields), asOf, provenance);
  }

  private Value value(Property property, List<String> fields) {
    return switch (property.type()) {
      case QUANTITY -> quantity(fields);
      case INTERVAL -> interval(get(fields, "value"));
      case PLACE ->
          new Value.Location(
              place(fields)
                  .orElseThrow(() -> new IllegalArgumentException("nothing in column \"place\"")));
      case LABEL -> new Value.Label(get(fields, "value"));
      case YES_NO -> new Value.YesNo(yes(get(fields, "value")));
      case TEXT -> new Value.Account(get(fields, "value"));
    };
  }

  private Value.Quantity quantity(List<String> fields) {
    Unit unit =
        find(fields, "unit").map(code -> Codes.parse(code, Unit.class)).orElse(Unit.PERSONS);
    Optional<Category> category =
        find(fields, "category").map(code -> Codes.parse(code, Category.class));
    Optional<Long> best = find(fields, "best").map(text -> number("best", text));
    Span bounds = bounds(fields, best);
    return new Value.Quantity(
        bounds,
        bounds.isExact() ? Optional.empty() : best,
        unit,
        unit == Unit.PERSONS ? category.or(() -> Optional.of(Category.UNKNOWN)) : category);
  }

  private Span bounds(List<String> fields, Optional<Long> best) {
    Optional<String> low = find(fields, "low");
    Optional<Long> high = find(fields, "high").map(text -> number("high", text));
    if (low.isEmpty()) {
      return high.map(most -> Span.between(0, most))
          .or(() -> best.map(Span::exactly))
          .orElseThrow(() -> new IllegalArgumentException("neither low, high nor best"));
    }
    if (low.get().endsWith("+")) {
      if (high.isPresent()) {
        throw new IllegalArgumentException("low is open above, and there is a high");
      }
      return Span.atLeast(number("low", low.get().substring(0, low.get().length() - 1)));
    }
    long least = number("low", low.get());
    return high.map(most -> Span.between(least, most)).orElseGet(() -> Span.exactly(least));
  }

  private static long number(String name, String text) {
    if (!text.matches("[0-9]{1,12}")) {
      throw new IllegalArgumentException(
          name + " is \"" + text + "\", expected a whole number of at most twelve digits");
    }
    return Long.parseLong(text);
  }

  private static boolean yes(String text) {
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new IllegalArgumentException("\"" + text + "\" is neither yes nor no");
    };
  }

  private static Value.Interval interval(String text) {
    int slash = text.indexOf('/');
    String from = slash < 0 ? text : text.substring(0, slash);
    String to = slash < 0 ? text : text.substring(slash + 1);
    Instant end = time("value", to);
    // A day as the end of an interval is all of that day.
    return new Value.Interval(
        time("value", from), isDay(to) ? end.plusSeconds(86_400).minusMillis(1) : end);
  }

  private static boolean isDay(String text) {
    return text.length() == 10;
  }

  private static Instant time(String name, String text) {
    Optional<Instant> time = UtcTime.parse(text);
    try {
      return time.orElseGet(() -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeParseException _) {
      throw new IllegalArgumentException(
          name + " is \"" + text + "\", expected 2019-02-13 or 2019-02-13T08:00:00.000Z");
    }
  }

  private <E extends Enum<E>> E code(List<String> fields, String name, Class<E> type) {
    return Codes.parse(get(fields, name), type);
  }
}
