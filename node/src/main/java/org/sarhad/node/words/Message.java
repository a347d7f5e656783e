package org.sarhad.node.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.tlog.BugException;

/// One message of a catalogue, in the small part of ICU MessageFormat that the catalogues use
/// (`message.js` of the console has the same):
///
/// ```
/// {side} unreachable since {time}.
/// {count, plural, =0 {nothing} one {# act is waiting} other {# acts are waiting}}
/// ```
///
/// What does not follow it is a mistake in a catalogue, and a bug.
record Message(List<Piece> pieces) {
  private static final char ISOLATE = '\u2068';
  private static final char END = '\u2069';

  Message {
    pieces = List.copyOf(pieces);
  }

  /// A part of a message.
  sealed interface Piece {
    record Literal(String text) implements Piece {}

    record Parameter(String name) implements Piece {}

    record Plural(String name, Map<String, Message> arms) implements Piece {
      Message arm(long number, Language language) {
        return Optional.ofNullable(arms.get("=" + number))
            .or(() -> Optional.ofNullable(arms.get("one")).filter(_ -> language.isOne(number)))
            .orElseGet(() -> arms.get("other"));
      }
    }
  }

  static Message parse(String source) {
    var reader = new Reader(source);
    var message = reader.message(Optional.empty());
    reader.finish();
    return message;
  }

  /// The message with `values` in it: numbers in the digits of the language, everything else set
  /// apart from the direction around it.
  String fill(Map<String, ?> values, Language language) {
    var text = new StringBuilder();
    for (var piece : pieces) {
      switch (piece) {
        case Piece.Literal(String literal) -> text.append(literal);
        case Piece.Parameter(String name) -> text.append(shown(value(values, name), language));
        case Piece.Plural plural ->
            text.append(
                plural
                    .arm(((Number) value(values, plural.name())).longValue(), language)
                    .fill(values, language));
      }
    }
    return text.toString();
  }

  private static String shown(Object value, Language language) {
    return value instanceof Number number
        ? language.number(number.longValue())
        : ISOLATE + value.toString() + END;
  }

  private static Object value(Map<String, ?> values, String name) {
    var value = values.get(name);
    if (value == null) {
      throw new BugException("message parameter \"%s\" was not given".formatted(name));
    }
    return value;
  }

  /// Reads a message from left to right and never backs up.
  private static final class Reader {
    private final String source;
    private int at;

    Reader(String source) {
      this.source = source;
    }

    /// @param counted the parameter that `#` stands for, inside a plural
    Message message(Optional<String> counted) {
      var pieces = new ArrayList<Piece>();
      while (at < source.length() && source.charAt(at) != '}') {
        if (source.charAt(at) == '{') {
          pieces.add(parameter());
        } else if (counted.isPresent() && source.charAt(at) == '#') {
          at++;
          pieces.add(new Piece.Parameter(counted.get()));
        } else {
          pieces.add(new Piece.Literal(until(counted.isPresent() ? "{}#" : "{}")));
        }
      }
      return new Message(pieces);
    }

    private Piece parameter() {
      take('{');
      var name = until(",}").strip();
      if (isAt('}')) {
        at++;
        return new Piece.Parameter(name);
      }
      take(',');
      if (!until(",}").strip().equals("plural")) {
        throw mistake("only plural is known");
      }
      take(',');
      return new Piece.Plural(name, arms(name));
    }

    private Map<String, Message> arms(String counted) {
      var arms = new LinkedHashMap<String, Message>();
      for (var label = until("{}").strip(); !label.isEmpty(); label = until("{}").strip()) {
        take('{');
        arms.put(label, message(Optional.of(counted)));
        take('}');
      }
      take('}');
      if (!arms.containsKey("other")) {
        throw mistake("a plural needs an arm \"other\"");
      }
      return arms;
    }

    private String until(String stops) {
      int from = at;
      while (at < source.length() && stops.indexOf(source.charAt(at)) < 0) {
        at++;
      }
      return source.substring(from, at);
    }

    private boolean isAt(char wanted) {
      return at < source.length() && source.charAt(at) == wanted;
    }

    private void take(char wanted) {
      if (!isAt(wanted)) {
        throw mistake("expected '%s' at %d".formatted(wanted, at));
      }
      at++;
    }

    void finish() {
      if (at < source.length()) {
        throw mistake("an unmatched '}'");
      }
    }

    private BugException mistake(String what) {
      return new BugException("%s in the message \"%s\"".formatted(what, source));
    }
  }
}
