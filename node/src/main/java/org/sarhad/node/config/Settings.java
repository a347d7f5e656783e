package org.sarhad.node.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// A configuration file that is being asked for its values. Each record of this package asks for
/// its own keys, with the default beside; what was asked for is remembered, so afterwards [#finish]
/// can say which lines nobody wanted and [#described] can print a whole file.
///
/// A value that is wrong is a complaint, kept for later; the default stands in so that reading goes
/// on and every complaint is found in one go.
final class Settings {
  private static final int NEAR_EDITS = 3;

  private final SequencedMap<String, ConfigFile.Value> written;
  private final Map<String, String> retired;
  private final SequencedMap<String, Asked> asked = new LinkedHashMap<>();
  private final List<Complaint> complaints = new ArrayList<>();

  /// A key that somebody asked for.
  ///
  /// @param standard the default as it would be written; empty when the key is required
  /// @param meaning one sentence for the operator
  record Asked(String key, Optional<String> standard, String meaning) {}

  /// @param retired keys of earlier versions and what to write instead
  Settings(ConfigFile file, Map<String, String> retired) {
    this.written = file.values();
    this.retired = Map.copyOf(retired);
  }

  /// A text that must be given.
  String required(String key, String example, String meaning) {
    asked.put(key, new Asked(key, Optional.empty(), meaning));
    var value = written.get(key);
    if (value == null || value.text().isEmpty()) {
      complaints.add(
          new Complaint(
              Optional.ofNullable(value).map(ConfigFile.Value::line),
              key,
              "is required and not given.",
              "%s For example: %s = %s".formatted(meaning, key, example)));
      return example;
    }
    return value.text();
  }

  /// A text.
  String text(String key, String standard, String meaning) {
    return value(key, standard, meaning, Function.identity(), "any text");
  }

  /// One of the constants of `type`, written in lower case with dashes.
  <E extends Enum<E>> E choice(String key, E standard, Class<E> type, String meaning) {
    var words = Stream.of(type.getEnumConstants()).map(Settings::word).toList();
    return value(
        key,
        word(standard),
        meaning,
        text -> type.getEnumConstants()[indexOrThrow(words, text)],
        "one of " + String.join(", ", words));
  }

  /// `yes` or `no`.
  boolean flag(String key, boolean standard, String meaning) {
    return value(
        key,
        standard ? "yes" : "no",
        meaning,
        text -> indexOrThrow(List.of("no", "yes"), text) == 1,
        "yes or no");
  }

  /// A whole number in `[min, max]`.
  int number(String key, int standard, int min, int max, String meaning) {
    return value(
        key,
        Integer.toString(standard),
        meaning,
        text -> within(Integer.parseInt(text), min, max),
        "a whole number from %d to %d".formatted(min, max));
  }

  /// A size in bytes, written with `B`, `KiB`, `MiB` or `GiB`.
  long size(String key, String standard, String meaning) {
    return value(key, standard, meaning, Settings::bytes, "a size such as 64 KiB, 8 MiB or 2 GiB");
  }

  /// A length of time, written with `ms`, `s`, `min` or `h`; more than nothing.
  Duration duration(String key, String standard, String meaning) {
    return value(
        key,
        standard,
        meaning,
        Settings::timeSpan,
        "a length of time such as 500 ms, 15 s, 10 min or 12 h");
  }

  /// A `host:port`; port 0 lets the system choose one.
  HostPort hostPort(String key, String standard, String meaning) {
    return value(
        key,
        standard,
        meaning,
        HostPort::parse,
        "host:port, for example 127.0.0.1:7101 or [::1]:7101");
  }

  /// A time zone by its IANA name.
  ZoneId zone(String key, String standard, String meaning) {
    return value(key, standard, meaning, ZoneId::of, "an IANA time zone such as Asia/Tehran");
  }

  /// A value of a type whose parser throws [IllegalArgumentException]; the message of the exception
  /// becomes part of the complaint.
  <T> T parsed(
      String key, String standard, String meaning, Function<String, T> parser, String expected) {
    return value(key, standard, meaning, parser, expected);
  }

  /// A required value of a type whose parser throws [IllegalArgumentException].
  <T> T requiredParsed(String key, String example, String meaning, Function<String, T> parser) {
    var text = required(key, example, meaning);
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      complain(key, text, String.valueOf(e.getMessage()), meaning);
      return parser.apply(example);
    }
  }

  /// Adds a complaint about values that do not go together.
  void complain(String key, String problem, String help) {
    complaints.add(
        new Complaint(
            Optional.ofNullable(written.get(key)).map(ConfigFile.Value::line), key, problem, help));
  }

  /// Throws if there is any complaint, adding one for each line that nobody asked for.
  void finish() throws MalformedConfigException {
    written.forEach(
        (key, value) -> {
          if (!asked.containsKey(key)) {
            complaints.add(unwanted(key, value.line()));
          }
        });
    if (!complaints.isEmpty()) {
      complaints.sort(Comparator.comparing(c -> c.line().orElse(Integer.MAX_VALUE)));
      throw new MalformedConfigException(complaints);
    }
  }

  /// Every key that was asked for, in that order.
  List<Asked> described() {
    return List.copyOf(asked.values());
  }

  private Complaint unwanted(String key, int line) {
    var instead = retired.get(key);
    if (instead != null) {
      return new Complaint(Optional.of(line), key, "is no longer a key.", instead);
    }
    return new Complaint(
        Optional.of(line),
        key,
        "is not a key.",
        nearest(key, asked.keySet())
            .map("Maybe you meant %s."::formatted)
            .orElse("`sarhad node --print-config` lists every key."));
  }

  /// The known key with the fewest edits from `key`, if there are at most three; of several, the
  /// first in alphabetical order.
  static Optional<String> nearest(String key, Set<String> known) {
    return known.stream()
        .sorted()
        .min(Comparator.comparingInt(k -> edits(key, k)))
        .filter(k -> edits(key, k) <= NEAR_EDITS);
  }

  /// Levenshtein distance.
  private static int edits(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  private <T> T value(
      String key, String standard, String meaning, Function<String, T> parser, String expected) {
    asked.put(key, new Asked(key, Optional.of(standard), meaning));
    var value = written.get(key);
    if (value != null) {
      try {
        return parser.apply(value.text());
      } catch (IllegalArgumentException | DateTimeException _) {
        complain(key, value.text(), "expected " + expected, meaning);
      }
    }
    return parser.apply(standard);
  }

  private void complain(String key, String found, String expected, String meaning) {
    complain(key, "found \"%s\", %s.".formatted(ConfigFile.shortened(found), expected), meaning);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static int indexOrThrow(List<String> words, String text) {
    int index = words.indexOf(text);
    if (index < 0) {
      throw new IllegalArgumentException(text);
    }
    return index;
  }

  private static int within(int number, int min, int max) {
    if (number < min || number > max) {
      throw new IllegalArgumentException("out of range");
    }
    return number;
  }

  private static long bytes(String text) {
    var parts = text.split(" ", 2);
    if (parts.length != 2) {
      throw new IllegalArgumentException(text);
    }
    long unit =
        switch (parts[1]) {
          case "B" -> 1L;
          case "KiB" -> 1L << 10;
          case "MiB" -> 1L << 20;
          case "GiB" -> 1L << 30;
          default -> throw new IllegalArgumentException(text);
        };
    long count = Long.parseLong(parts[0]);
    if (count < 1 || count > Long.MAX_VALUE / unit) {
      throw new IllegalArgumentException(text);
    }
    return count * unit;
  }

  private static Duration timeSpan(String text) {
    var parts = text.split(" ", 2);
    if (parts.length != 2) {
      throw new IllegalArgumentException(text);
    }
    int count = Integer.parseInt(parts[0]);
    if (count < 1) {
      throw new IllegalArgumentException(text);
    }
    return switch (parts[1]) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "min" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> throw new IllegalArgumentException(text);
    };
  }
}
