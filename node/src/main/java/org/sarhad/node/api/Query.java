package org.sarhad.node.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sarhad.node.api.view.Problem;
import org.sarhad.node.http.Exchange;

/// The query parameters of one call, read one by one like [Fields]: complaints are collected, and
/// [#finish] refuses with all of them, parameters that nobody asked for included.
final class Query {
  private final Exchange exchange;
  private final List<Problem.FieldProblem> problems = new ArrayList<>();
  private final Set<String> asked = new LinkedHashSet<>();

  Query(Exchange exchange) {
    this.exchange = exchange;
  }

  /// A text of at most `max` characters; empty when it is left out or empty.
  Optional<String> text(String name, int max) {
    return parsed(
            name,
            text -> {
              if (text.length() > max) {
                throw new IllegalArgumentException();
              }
              return text;
            },
            "expected at most %d characters".formatted(max))
        .filter(text -> !text.isEmpty());
  }

  /// One of the words of `choices`, or `standard`.
  <T> T choice(String name, Map<String, T> choices, T standard) {
    return parsed(
            name,
            text ->
                Optional.ofNullable(choices.get(text)).orElseThrow(IllegalArgumentException::new),
            "expected one of " + String.join(", ", choices.keySet()))
        .orElse(standard);
  }

  /// A whole number in `[min, max]`, or `standard`.
  int number(String name, int standard, int min, int max) {
    return parsed(
            name,
            text -> {
              int number = Integer.parseInt(text);
              if (number < min || number > max) {
                throw new IllegalArgumentException();
              }
              return number;
            },
            "expected a whole number from %d to %d".formatted(min, max))
        .orElse(standard);
  }

  /// Degrees in `[-bound, bound]`; must be given.
  double degrees(String name, int bound) {
    var degrees =
        parsed(
            name,
            text -> {
              double value = Double.parseDouble(text);
              if (!(Math.abs(value) <= bound)) {
                throw new IllegalArgumentException();
              }
              return value;
            },
            "expected degrees from -%d to %d".formatted(bound, bound));
    if (exchange.query(name).isEmpty()) {
      problems.add(new Problem.FieldProblem(name, Optional.empty(), "expected, and not given"));
    }
    return degrees.orElse(0.0);
  }

  /// An instant; empty when it is left out.
  Optional<Instant> time(String name) {
    return parsed(name, Instant::parse, "expected a time in UTC such as 2019-04-22T08:00:00.000Z");
  }

  /// A value of a type whose parser throws [IllegalArgumentException] or [DateTimeException].
  <T> Optional<T> parsed(String name, Function<String, T> parser, String expected) {
    asked.add(name);
    var text = exchange.query(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parser.apply(text.get()));
    } catch (IllegalArgumentException | DateTimeException _) {
      problems.add(
          new Problem.FieldProblem(name, Optional.of(Fields.shortened(text.get())), expected));
      return Optional.empty();
    }
  }

  /// Refuses with everything that was wrong, if anything was.
  void finish() throws MalformedRequestException {
    for (var name : exchange.queryNames()) {
      if (!asked.contains(name)) {
        problems.add(
            new Problem.FieldProblem(
                Fields.shortened(name),
                exchange.query(name).map(Fields::shortened),
                asked.isEmpty()
                    ? "no query parameters are known here"
                    : "no such parameter; known are " + String.join(", ", asked)));
      }
    }
    if (!problems.isEmpty()) {
      throw new MalformedRequestException(problems);
    }
  }
}
