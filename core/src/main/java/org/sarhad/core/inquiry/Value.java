package org.sarhad.core.inquiry;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.geo.Place;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.time.UtcTime;

/// The value of a claim, of the sort its property takes. A side that knows a number only between
/// bounds says the bounds; nothing here rounds, averages or fills in.
///
/// As JSON one flat object whose member `type` says which: `{"type":"quantity","low":20,
/// "high":41,"unit":"persons","category":"security"}`.
public sealed interface Value {
  /// Which sort it is.
  ValueType type();

  /// Inverse of [#fromJson].
  Json.Obj toJson();

  /// Its bounds as whole numbers: of the count, or milliseconds of the epoch; empty for a value
  /// without bounds.
  default Optional<Span> span() {
    return switch (this) {
      case Quantity quantity -> Optional.of(quantity.bounds());
      case Interval(Instant from, Instant to) ->
          Optional.of(Span.between(from.toEpochMilli(), to.toEpochMilli()));
      case Location _, Label _, YesNo _, Account _ -> Optional.empty();
    };
  }

  /// Whether it leaves a range open: a count between bounds, a time of some length.
  default boolean isRange() {
    return span().filter(span -> !span.isExact()).isPresent();
  }

  /// A count or a measure: low, best, high (UCDP).
  ///
  /// @param bounds from the least to the most, 0 to 10¹²; open above for "at least"
  /// @param best the claimant's best estimate within the bounds, where they give one; absent when
  ///   the bounds are one number
  /// @param unit what is counted
  /// @param category who the people were; present exactly for [Unit#PERSONS]
  record Quantity(Span bounds, Optional<Long> best, Unit unit, Optional<Category> category)
      implements Value {
    private static final long MAX = 1_000_000_000_000L;

    /// @throws IllegalArgumentException when a number is out of range, the best estimate is not
    ///   within the bounds or says nothing more than they do, or the category does not fit the unit
    public Quantity {
      if (bounds.low() < 0 || bounds.high().orElse(bounds.low()) > MAX) {
        throw new IllegalArgumentException("quantity " + bounds + " is not within 0 to " + MAX);
      }
      if (best.isPresent() && (bounds.isExact() || !bounds.contains(best.get()))) {
        throw new IllegalArgumentException(
            "best estimate " + best.get() + " is not one within " + bounds);
      }
      if (best.isPresent() && best.get() > MAX) {
        throw new IllegalArgumentException("quantity " + best.get() + " is beyond " + MAX);
      }
      if (category.isPresent() != (unit == Unit.PERSONS)) {
        throw new IllegalArgumentException("a category goes with persons, and only with them");
      }
    }

    /// People of a category, without a best estimate.
    public static Quantity persons(Span bounds, Category category) {
      return new Quantity(bounds, Optional.empty(), Unit.PERSONS, Optional.of(category));
    }

    /// So much of something that is not people.
    public static Quantity of(Span bounds, Unit unit) {
      return new Quantity(bounds, Optional.empty(), unit, Optional.empty());
    }

    @Override
    public ValueType type() {
      return ValueType.QUANTITY;
    }

    @Override
    public Json.Obj toJson() {
      return typed(type())
          .putIfPresent("best", best.map(Json::of))
          .putTextIfPresent("category", category.map(Codes::of))
          .putIfPresent("high", bounds.high().map(Json::of))
          .put("low", bounds.low())
          .put("unit", Codes.of(unit))
          .build();
    }

    private static Quantity read(Json.Obj json) throws MalformedJsonException {
      json.allowOnly("best", "category", "high", "low", "type", "unit");
      return new Quantity(
          new Span(json.integer("low", 0, MAX), json.findInteger("high", 0, MAX)),
          json.findInteger("best", 0, MAX),
          Codes.read(json, "unit", Unit.class),
          Codes.find(json, "category", Category.class));
    }
  }

  /// Some time between two instants; an instant when both are one.
  ///
  /// @param from not before
  /// @param to not after
  record Interval(Instant from, Instant to) implements Value {
    /// @throws IllegalArgumentException when it ends before it begins, or an end has no spelling
    public Interval {
      UtcTime.print(from);
      UtcTime.print(to);
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("an interval from " + from + " to " + to);
      }
    }

    @Override
    public ValueType type() {
      return ValueType.INTERVAL;
    }

    @Override
    public Json.Obj toJson() {
      return typed(type()).put("from", from).put("to", to).build();
    }

    private static Interval read(Json.Obj json) throws MalformedJsonException {
      json.allowOnly("from", "to", "type");
      return new Interval(json.time("from"), json.time("to"));
    }
  }

  /// Somewhere: in words, and with position and radius where they are known.
  record Location(Place place) implements Value {
    @Override
    public ValueType type() {
      return ValueType.PLACE;
    }

    @Override
    public Json.Obj toJson() {
      JsonBuilder json = typed(type());
      Json.Obj members = place.toJson();
      members.names().forEach(name -> json.putIfPresent(name, members.find(name)));
      return json.build();
    }
  }

  /// A name, exactly as the claimant uses it. Two names of one group are linked by a joint act and
  /// never rewritten.
  ///
  /// @param text prose of 1 to 200 characters
  record Label(String text) implements Value {
    /// Longest name, in UTF-16 units.
    public static final int TEXT_MAX = 200;

    /// @throws IllegalArgumentException when the text is not prose
    public Label {
      Codes.requireProse("label", text, TEXT_MAX);
    }

    @Override
    public ValueType type() {
      return ValueType.LABEL;
    }

    @Override
    public Json.Obj toJson() {
      return typed(type()).put("text", text).build();
    }

    private static Label read(Json.Obj json) throws MalformedJsonException {
      json.allowOnly("text", "type");
      return new Label(json.text("text"));
    }
  }

  /// Yes or no.
  record YesNo(boolean yes) implements Value {
    @Override
    public ValueType type() {
      return ValueType.YES_NO;
    }

    @Override
    public Json.Obj toJson() {
      return typed(type()).put("yes", yes).build();
    }

    private static YesNo read(Json.Obj json) throws MalformedJsonException {
      json.allowOnly("type", "yes");
      return new YesNo(json.bool("yes"));
    }
  }

  /// An account in words, in the language of the claim's words.
  ///
  /// @param text prose of 1 to 2000 characters
  record Account(String text) implements Value {
    /// @throws IllegalArgumentException when the text is not prose
    public Account {
      Codes.requireProse("account", text, Words.TEXT_MAX);
    }

    @Override
    public ValueType type() {
      return ValueType.TEXT;
    }

    @Override
    public Json.Obj toJson() {
      return typed(type()).put("text", text).build();
    }

    private static Account read(Json.Obj json) throws MalformedJsonException {
      json.allowOnly("text", "type");
      return new Account(json.text("text"));
    }
  }

  /// The value in `json`. Inverse of [#toJson()].
  ///
  /// @throws MalformedJsonException when a member is missing, unknown or of another kind
  /// @throws IllegalArgumentException when members do not agree
  static Value fromJson(Json.Obj json) throws MalformedJsonException {
    return switch (Codes.read(json, "type", ValueType.class)) {
      case QUANTITY -> Quantity.read(json);
      case INTERVAL -> Interval.read(json);
      case PLACE -> new Location(Place.fromJson(json.without("type")));
      case LABEL -> Label.read(json);
      case YES_NO -> YesNo.read(json);
      case TEXT -> Account.read(json);
    };
  }

  private static JsonBuilder typed(ValueType type) {
    return Json.obj().put("type", Codes.of(type));
  }
}
