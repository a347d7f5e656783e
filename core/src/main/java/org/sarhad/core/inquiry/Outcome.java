package org.sarhad.core.inquiry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;

/// What the sides established of one property (protocol clause 09-7.3). Each outcome holds the
/// values that fit it, and no others.
public sealed interface Outcome {

  /// The sides agree on one value.
  ///
  /// @param value no range
  record AgreedValue(Value value) implements Outcome {
    /// @throws IllegalArgumentException when the value leaves a range open
    public AgreedValue {
      if (value.isRange()) {
        throw new IllegalArgumentException("an agreed value that is a range: agree on the range");
      }
    }
  }

  /// The sides agree that it is within a range.
  ///
  /// @param range a count between bounds, or some length of time
  record AgreedRange(Value range) implements Outcome {
    /// @throws IllegalArgumentException when the value is no range
    public AgreedRange {
      if (!range.isRange()) {
        throw new IllegalArgumentException("an agreed range that is one value");
      }
    }
  }

  /// Each side found something, and not the same. Both stay.
  ///
  /// @param values one of each side that found something: 2 to 16, by side, not all alike
  record Differ(List<SideValue> values) implements Outcome {
    private static final int VALUES_MAX = 16;

    /// @throws IllegalArgumentException when there are fewer than two, sides do not ascend, or all
    ///   values are the same
    public Differ {
      values = List.copyOf(values);
      Codes.requireAtMost("values", values.size(), VALUES_MAX);
      Lists.requireAscending("side", values.stream().map(SideValue::side).toList());
      if (values.stream().map(SideValue::value).distinct().count() < 2) {
        throw new IllegalArgumentException("findings that differ have at least two values");
      }
    }
  }

  /// Neither side could establish it.
  record NeitherEstablished() implements Outcome {}

  /// What one side found.
  record SideValue(PartyId side, Value value) {}

  /// The values in it.
  default Stream<Value> everyValue() {
    return switch (this) {
      case AgreedValue(Value value) -> Stream.of(value);
      case AgreedRange(Value range) -> Stream.of(range);
      case Differ(List<SideValue> found) -> found.stream().map(SideValue::value);
      case NeitherEstablished _ -> Stream.empty();
    };
  }

  /// The word in signed bytes: `agreed_value`.
  default String code() {
    return switch (this) {
      case AgreedValue _ -> "agreed_value";
      case AgreedRange _ -> "agreed_range";
      case Differ _ -> "differ";
      case NeitherEstablished _ -> "neither_established";
    };
  }

  /// Puts it among the members of a finding's item.
  default JsonBuilder putInto(JsonBuilder json) {
    Optional<Value> one =
        switch (this) {
          case AgreedValue(Value value) -> Optional.of(value);
          case AgreedRange(Value range) -> Optional.of(range);
          case Differ _, NeitherEstablished _ -> Optional.empty();
        };
    List<SideValue> many = this instanceof Differ(List<SideValue> found) ? found : List.of();
    return json.put("outcome", code())
        .putIfPresent("value", one.map(Value::toJson))
        .putIfPresent("values", Lists.written(many, Outcome::sideValue));
  }

  private static Json.Obj sideValue(SideValue found) {
    return Json.obj()
        .put("side", found.side().value())
        .put("value", found.value().toJson())
        .build();
  }

  /// The outcome among the members of `json`. Inverse of [#putInto].
  static Outcome fromJson(Json.Obj json) throws MalformedJsonException {
    String code = json.text("outcome");
    return switch (code) {
      case "agreed_value" -> new AgreedValue(Value.fromJson(json.object("value")));
      case "agreed_range" -> new AgreedRange(Value.fromJson(json.object("value")));
      case "differ" ->
          new Differ(
              Lists.read(
                  json,
                  "values",
                  found ->
                      new SideValue(
                          found.as("side", PartyId::of), Value.fromJson(found.object("value")))));
      case "neither_established" -> new NeitherEstablished();
      default ->
          throw new MalformedJsonException("member \"outcome\"", code, "an outcome of a finding");
    };
  }
}
