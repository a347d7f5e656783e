package org.sarhad.node.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sarhad.core.entry.EntryLimits;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.node.api.view.Problem;
import org.sarhad.tlog.Bytes;

/// A JSON object that is being read field by field.
///
/// What is wrong is collected, and a stand-in value given instead, so that reading goes on; then
/// [#finish] refuses with everything at once, fields that nobody asked for included. Values that
/// were read before `finish` returned must not be used.
final class Fields {
  private static final int DEPTH_MAX = 16;
  private static final int STRING_MAX = 64 << 10;
  private static final int NUMBER_MAX = 40;

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH_MAX)
                          .maxStringLength(STRING_MAX)
                          .maxNumberLength(NUMBER_MAX)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .readerFor(JsonNode.class);

  private final JsonNode node;
  private final String path;
  private final List<Problem.FieldProblem> problems;
  private final Set<String> asked = new LinkedHashSet<>();

  private Fields(JsonNode node, String path, List<Problem.FieldProblem> problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
  }

  /// Reads the one JSON object that `body` must be.
  static Fields read(byte[] body) throws IOException, MalformedRequestException {
    JsonNode node;
    try {
      node = READER.readTree(body);
    } catch (JsonProcessingException e) {
      var where = e.getLocation();
      throw MalformedRequestException.of(
          "body",
          where == null
              ? ""
              : "line %d, column %d".formatted(where.getLineNr(), where.getColumnNr()),
          "JSON; " + e.getOriginalMessage());
    }
    if (!node.isObject()) {
      throw MalformedRequestException.of(
          "body", node.getNodeType().name(), "expected a JSON object");
    }
    return new Fields(node, "", new ArrayList<>());
  }

  /// An object without fields: what a write without a body is read as.
  static Fields empty() {
    return new Fields(JsonNodeFactory.instance.objectNode(), "", new ArrayList<>());
  }

  /// A text of `min` to `max` characters, with no control characters but line breaks.
  String text(String name, int min, int max) {
    return required(name, "", value -> textOf(name, value, min, max));
  }

  /// The same, or empty when it is left out.
  Optional<String> optionalText(String name, int max) {
    return optional(name, value -> textOf(name, value, 0, max)).filter(text -> !text.isEmpty());
  }

  /// One of the words of `choices`.
  <T> T choice(String name, Map<String, T> choices) {
    return required(
        name, choices.values().iterator().next(), value -> choiceOf(name, value, choices));
  }

  /// The same, or empty when it is left out.
  <T> Optional<T> optionalChoice(String name, Map<String, T> choices) {
    return optional(name, value -> choiceOf(name, value, choices));
  }

  /// A whole number in `[min, max]`, or `standard` when it is left out.
  int number(String name, int standard, int min, int max) {
    return optional(
            name,
            value ->
                value.isIntegralNumber()
                        && value.canConvertToInt()
                        && value.intValue() >= min
                        && value.intValue() <= max
                    ? Optional.of(value.intValue())
                    : wrong(
                        name, value, "expected a whole number from %d to %d".formatted(min, max)))
        .orElse(standard);
  }

  /// A whole number in `[min, max]`, which may be larger than an `int`; must be given.
  long mustNumber(String name, long min, long max) {
    return required(name, min, value -> numberOf(name, value, min, max));
  }

  /// The same, or empty when it is left out.
  Optional<Long> optionalNumber(String name, long min, long max) {
    return optional(name, value -> numberOf(name, value, min, max));
  }

  private Optional<Long> numberOf(String name, JsonNode value, long min, long max) {
    return value.isIntegralNumber()
            && value.canConvertToLong()
            && value.longValue() >= min
            && value.longValue() <= max
        ? Optional.of(value.longValue())
        : wrong(name, value, "expected a whole number from %d to %d".formatted(min, max));
  }

  /// `true` or `false`, or `standard` when it is left out.
  boolean flag(String name, boolean standard) {
    return optional(
            name,
            value ->
                value.isBoolean()
                    ? Optional.of(value.booleanValue())
                    : wrong(name, value, "expected true or false"))
        .orElse(standard);
  }

  /// `true` or `false`; must be given.
  boolean mustFlag(String name) {
    return required(
        name,
        false,
        value ->
            value.isBoolean()
                ? Optional.of(value.booleanValue())
                : wrong(name, value, "expected true or false"));
  }

  /// An instant, to the millisecond.
  Instant time(String name) {
    return required(name, Instant.EPOCH, value -> timeOf(name, value));
  }

  /// The same, or empty when it is left out.
  Optional<Instant> optionalTime(String name) {
    return optional(name, value -> timeOf(name, value));
  }

  /// A value of a type whose constructor throws [IllegalArgumentException].
  <T> T parsed(String name, T standIn, Function<String, T> parser, String expected) {
    return required(name, standIn, value -> parsedOf(name, value, parser, expected));
  }

  /// The same, or empty when it is left out.
  <T> Optional<T> optionalParsed(String name, Function<String, T> parser, String expected) {
    return optional(name, value -> parsedOf(name, value, parser, expected));
  }

  /// A list of at most `max` texts, each read by `parser`; empty when it is left out.
  <T> List<T> list(String name, int max, Function<String, T> parser, String expected) {
    return array(name, max, (element, value) -> parsedOf(element, value, parser, expected));
  }

  /// A list of at most `count` whole numbers in `[min, max]`; empty when it is left out.
  List<Integer> numbers(String name, int count, int min, int max) {
    return array(
        name, count, (element, value) -> numberOf(element, value, min, max).map(Long::intValue));
  }

  /// A list of at most `max` objects; empty when it is left out.
  <T> List<T> objects(String name, int max, Function<Fields, T> reader) {
    return array(
        name,
        max,
        (element, value) ->
            value.isObject()
                ? Optional.of(nested(element, value, reader))
                : wrong(element, value, "expected an object"));
  }

  /// An object, or empty when it is left out.
  <T> Optional<T> optionalObject(String name, Function<Fields, T> reader) {
    return optional(
        name,
        value ->
            value.isObject()
                ? Optional.of(nested(name, value, reader))
                : wrong(name, value, "expected an object"));
  }

  /// The texts of an object whose names are `allowed`, in their order; empty when it is left out.
  Map<String, String> texts(String name, Set<String> allowed, int max) {
    return optionalObject(
            name,
            fields -> {
              var texts = new LinkedHashMap<String, String>();
              for (var key : allowed) {
                fields.optionalText(key, max).ifPresent(text -> texts.put(key, text));
              }
              return texts;
            })
        .orElseGet(LinkedHashMap::new);
  }

  /// An object of the profile that can be signed (02-3): no fractions, no nulls in disguise.
  Json.Obj json(String name) {
    return required(name, Json.obj().build(), value -> jsonOf(name, value));
  }

  private Optional<Json.Obj> jsonOf(String name, JsonNode value) {
    try {
      if (Json.parse(Bytes.ofUtf8(value.toString()), EntryLimits.PAYLOAD)
          instanceof Json.Obj object) {
        return Optional.of(object);
      }
      return wrong(name, value, "expected an object");
    } catch (MalformedJsonException e) {
      return wrong(
          name, value, "expected %s, at %s, found %s".formatted(e.expected(), e.what(), e.found()));
    }
  }

  /// A place: label, and perhaps a position with its radius in metres.
  Place place(String name) {
    return required(name, Place.named("?"), value -> placeOf(name, value));
  }

  /// The same, or empty when it is left out.
  Optional<Place> optionalPlace(String name) {
    return optional(name, value -> placeOf(name, value));
  }

  /// A list of at most `max` places; empty when it is left out.
  List<Place> places(String name, int max) {
    return array(name, max, this::placeOf);
  }

  /// A position in degrees, or empty when it is left out.
  Optional<Position> optionalPosition(String name) {
    return optionalObject(name, fields -> fields.positionHere());
  }

  /// Adds a complaint about a field that was read but does not fit.
  void complain(String name, String value, String problem) {
    problems.add(new Problem.FieldProblem(path + name, Optional.of(shortened(value)), problem));
  }

  /// Refuses with everything that was wrong, if anything was.
  void finish() throws MalformedRequestException {
    refuseUnasked();
    if (!problems.isEmpty()) {
      throw new MalformedRequestException(problems);
    }
  }

  static String shortened(String value) {
    return value.length() <= 80 ? value : value.substring(0, 80) + "…";
  }

  private void refuseUnasked() {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!asked.contains(name)) {
                problems.add(
                    new Problem.FieldProblem(
                        path + shortened(name),
                        Optional.empty(),
                        "no such field; known are " + String.join(", ", asked)));
              }
            });
  }

  private <T> T nested(String name, JsonNode value, Function<Fields, T> reader) {
    var fields = new Fields(value, path + name + ".", problems);
    var read = reader.apply(fields);
    fields.refuseUnasked();
    return read;
  }

  private Position positionHere() {
    int lat = microDegrees("lat", 90);
    int lon = microDegrees("lon", 180);
    return new Position(lat, lon);
  }

  private int microDegrees(String name, int bound) {
    return required(
        name,
        0,
        value ->
            value.isNumber() && value.decimalValue().abs().compareTo(BigDecimal.valueOf(bound)) <= 0
                ? Optional.of(
                    value
                        .decimalValue()
                        .movePointRight(6)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .intValueExact())
                : wrong(name, value, "expected degrees from -%d to %d".formatted(bound, bound)));
  }

  private Optional<Place> placeOf(String name, JsonNode value) {
    if (!value.isObject()) {
      return wrong(name, value, "expected an object with a label");
    }
    return Optional.of(
        nested(
            name,
            value,
            fields -> {
              var label = fields.text("label", 1, Place.LABEL_MAX);
              var position = fields.optionalPosition("position");
              int radius = fields.number("radiusM", 0, 0, Place.RADIUS_MAX_M);
              if (position.isEmpty() && radius != 0) {
                fields.complain("radiusM", Integer.toString(radius), "a radius needs a position");
                radius = 0;
              }
              return placeOrStandIn(fields, label, position, radius);
            }));
  }

  private static Place placeOrStandIn(
      Fields fields, String label, Optional<Position> position, int radius) {
    try {
      return new Place(label, position, radius);
    } catch (IllegalArgumentException e) {
      if (!label.isEmpty()) {
        fields.complain("label", label, String.valueOf(e.getMessage()));
      }
      return Place.named("?");
    }
  }

  private Optional<String> textOf(String name, JsonNode value, int min, int max) {
    if (!value.isTextual()) {
      return wrong(name, value, "expected a text");
    }
    var text = value.textValue();
    if (text.length() > max || text.strip().length() < min) {
      return wrong(name, value, "expected a text of %d to %d characters".formatted(min, max));
    }
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
      return wrong(name, value, "expected a text without control characters");
    }
    return Optional.of(text);
  }

  private <T> Optional<T> choiceOf(String name, JsonNode value, Map<String, T> choices) {
    var chosen =
        Optional.ofNullable(value.textValue())
            .flatMap(text -> Optional.ofNullable(choices.get(text)));
    return chosen.isPresent()
        ? chosen
        : wrong(name, value, "expected one of " + String.join(", ", choices.keySet()));
  }

  private Optional<Instant> timeOf(String name, JsonNode value) {
    var text = value.textValue();
    try {
      if (text != null && text.endsWith("Z")) {
        return Optional.of(Instant.parse(text).truncatedTo(ChronoUnit.MILLIS));
      }
    } catch (DateTimeException _) {
      // the complaint below says it
    }
    return wrong(name, value, "expected a time in UTC such as 2019-04-22T08:00:00.000Z");
  }

  private <T> Optional<T> parsedOf(
      String name, JsonNode value, Function<String, T> parser, String expected) {
    var text = value.textValue();
    try {
      if (text != null) {
        return Optional.of(parser.apply(text));
      }
    } catch (IllegalArgumentException _) {
      // the complaint below says it
    }
    return wrong(name, value, expected);
  }

  private interface ElementReader<T> {
    Optional<T> read(String element, JsonNode value);
  }

  private <T> List<T> array(String name, int max, ElementReader<T> reader) {
    return this.<List<T>>optional(
            name,
            value -> {
              if (!value.isArray() || value.size() > max) {
                return wrong(name, value, "expected a list of at most %d".formatted(max));
              }
              var read = new ArrayList<T>();
              for (int i = 0; i < value.size(); i++) {
                reader.read("%s[%d]".formatted(name, i), value.get(i)).ifPresent(read::add);
              }
              return Optional.of(List.copyOf(read));
            })
        .orElse(List.of());
  }

  private <T> T required(String name, T standIn, Function<JsonNode, Optional<T>> reader) {
    asked.add(name);
    var value = node.get(name);
    if (value == null || value.isNull()) {
      problems.add(
          new Problem.FieldProblem(path + name, Optional.empty(), "expected, and not given"));
      return standIn;
    }
    return reader.apply(value).orElse(standIn);
  }

  private <T> Optional<T> optional(String name, Function<JsonNode, Optional<T>> reader) {
    asked.add(name);
    var value = node.get(name);
    return value == null || value.isNull() ? Optional.empty() : reader.apply(value);
  }

  private <T> Optional<T> wrong(String name, JsonNode value, String problem) {
    problems.add(
        new Problem.FieldProblem(
            path + name,
            Optional.of(shortened(value.isTextual() ? value.textValue() : value.toString())),
            problem));
    return Optional.empty();
  }
}
