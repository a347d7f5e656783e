package org.sarhad.core.inquiry;

import java.util.List;

/// What a claim is about: the fixed vocabulary of the inquiry (protocol clause 09-2.2). What does
/// not fit is an account in words under [#ACTION_TAKEN] or [#DAMAGE], or a matter for the next
/// version: a free name would make two accounts of one thing incomparable.
///
/// The order is that in which rows of one state are shown; it ranks nothing.
public enum Property {
  /// Whether it happened at all.
  OCCURRED(ValueType.YES_NO),
  /// When.
  TIME(ValueType.INTERVAL),
  /// Where.
  PLACE(ValueType.PLACE),
  /// How many died.
  KILLED(ValueType.QUANTITY),
  /// How many were hurt.
  INJURED(ValueType.QUANTITY),
  /// How many are not accounted for.
  MISSING(ValueType.QUANTITY),
  /// How many were taken away.
  ABDUCTED(ValueType.QUANTITY),
  /// How many of them came back.
  RECOVERED(ValueType.QUANTITY),
  /// How many vehicles were part of it.
  VEHICLES(ValueType.QUANTITY),
  /// How many projectiles landed.
  PROJECTILES(ValueType.QUANTITY),
  /// Which group did it, by the name the claimant uses. Groups only, never persons.
  PERPETRATOR_GROUP(ValueType.LABEL),
  /// Which group says that it did.
  CLAIMED_BY(ValueType.LABEL),
  /// Where they came from.
  ORIGIN_OF_PERPETRATORS(ValueType.LABEL),
  /// Which way they left.
  EXIT_DIRECTION(ValueType.LABEL),
  /// Whether the other side had been warned.
  PRIOR_WARNING_GIVEN(ValueType.YES_NO),
  /// When a warning was given; one claim for each.
  PRIOR_WARNING_TIME(ValueType.INTERVAL),
  /// What was done.
  ACTION_TAKEN(ValueType.TEXT),
  /// What was damaged.
  DAMAGE(ValueType.TEXT),
  /// How much of the goods of a delivery arrived.
  GOODS_QUANTITY(ValueType.QUANTITY),
  /// In what condition they arrived.
  GOODS_CONDITION(ValueType.TEXT);

  private final ValueType type;

  Property(ValueType type) {
    this.type = type;
  }

  /// The sort of value it takes.
  public ValueType type() {
    return type;
  }

  /// In which units, if it is a quantity; none otherwise.
  public List<Unit> units() {
    return switch (this) {
      case KILLED, INJURED, MISSING, ABDUCTED, RECOVERED -> List.of(Unit.PERSONS);
      case VEHICLES -> List.of(Unit.VEHICLES);
      case PROJECTILES -> List.of(Unit.PROJECTILES);
      case GOODS_QUANTITY ->
          List.of(
              Unit.WAGONS,
              Unit.PIECES,
              Unit.KILOGRAMS,
              Unit.LITRES,
              Unit.CUBIC_METRES,
              Unit.KILOWATT_HOURS);
      case OCCURRED,
          TIME,
          PLACE,
          PERPETRATOR_GROUP,
          CLAIMED_BY,
          ORIGIN_OF_PERPETRATORS,
          EXIT_DIRECTION,
          PRIOR_WARNING_GIVEN,
          PRIOR_WARNING_TIME,
          ACTION_TAKEN,
          DAMAGE,
          GOODS_CONDITION ->
          List.of();
    };
  }

  /// Whether `value` can be a value of this property.
  public boolean takes(Value value) {
    return switch (value) {
      case Value.Quantity quantity -> units().contains(quantity.unit());
      case Value.Interval _, Value.Location _, Value.Label _, Value.YesNo _, Value.Account _ ->
          value.type() == type;
    };
  }

  /// The word in signed bytes: `prior_warning_given`.
  public String code() {
    return Codes.of(this);
  }
}
