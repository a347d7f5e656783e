package org.sarhad.core.modalities;

import java.time.Duration;
import java.util.Optional;
import org.sarhad.core.act.Seats;
import org.sarhad.core.entry.Release;
import org.sarhad.core.geo.Zone;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.Role;

/// What sort of value a setting has: its class, its unit, its range and its one spelling (protocol
/// clause 08-3.2).
///
/// A value stands in a document as the member `value` of an object, beside its `unit` if it has
/// one. The range is part of the type: a value outside it is no value.
///
/// @param <T> the class of the values
public sealed interface ValueType<T> {
  /// The class of the values.
  Class<T> valueClass();

  /// The value in the member `value` of `bound`. Inverse of [#write].
  ///
  /// @throws MalformedJsonException when it is not one, or out of range
  /// @throws IllegalArgumentException the same, from the constructors of nouns
  T read(Json.Obj bound) throws MalformedJsonException;

  /// The one spelling of `value`.
  Json write(T value);

  /// The unit that has to stand beside the value; empty for a value without one.
  default Optional<String> unit() {
    return Optional.empty();
  }

  /// The smallest and the largest value, in the unit; empty for what has no order.
  default Optional<Bounds> bounds() {
    return Optional.empty();
  }

  /// The word for the sort of value, for programs that show it: `span`, `measure`, `cards`.
  String word();

  /// What a whole number may be.
  ///
  /// @param min smallest, in the unit of the value
  /// @param max largest, in the same
  record Bounds(long min, long max) {}

  /// A length of time, in whole units.
  ///
  /// @param in the unit
  /// @param min smallest count of it
  /// @param max largest count of it
  record Span(SpanUnit in, long min, long max) implements ValueType<Duration> {
    @Override
    public Class<Duration> valueClass() {
      return Duration.class;
    }

    @Override
    public Duration read(Json.Obj bound) throws MalformedJsonException {
      return in.times(bound.integer("value", min, max));
    }

    @Override
    public Json write(Duration value) {
      return Json.of(in.in(value));
    }

    @Override
    public Optional<String> unit() {
      return Optional.of(in.code());
    }

    @Override
    public Optional<Bounds> bounds() {
      return Optional.of(new Bounds(min, max));
    }

    @Override
    public String word() {
      return "span";
    }
  }

  /// A whole number of something.
  ///
  /// @param of what is counted: `m`, `km2`, or nothing for a plain count
  record Whole(Optional<String> of, long min, long max) implements ValueType<Long> {
    @Override
    public Class<Long> valueClass() {
      return Long.class;
    }

    @Override
    public Long read(Json.Obj bound) throws MalformedJsonException {
      return bound.integer("value", min, max);
    }

    @Override
    public Json write(Long value) {
      return Json.of(value);
    }

    @Override
    public Optional<String> unit() {
      return of;
    }

    @Override
    public Optional<Bounds> bounds() {
      return Optional.of(new Bounds(min, max));
    }

    @Override
    public String word() {
      return of.isPresent() ? "measure" : "count";
    }
  }

  /// Yes or no.
  record Flag() implements ValueType<Boolean> {
    @Override
    public Class<Boolean> valueClass() {
      return Boolean.class;
    }

    @Override
    public Boolean read(Json.Obj bound) throws MalformedJsonException {
      return bound.bool("value");
    }

    @Override
    public Json write(Boolean value) {
      return Json.of(value);
    }

    @Override
    public String word() {
      return "flag";
    }
  }

  /// A line that is not crossed: `true` when it is drawn. Where the product itself draws it, a
  /// document can only repeat it; where it does not, a document may draw it (protocol clause
  /// 08-4.1).
  ///
  /// @param floor whether the product draws it, whatever a document says
  record RedLine(boolean floor) implements ValueType<Boolean> {
    @Override
    public Class<Boolean> valueClass() {
      return Boolean.class;
    }

    @Override
    public Boolean read(Json.Obj bound) throws MalformedJsonException {
      return bound.bool("value");
    }

    @Override
    public Json write(Boolean value) {
      return Json.of(value);
    }

    @Override
    public String word() {
      return "red_line";
    }
  }

  /// A time of day at an offset.
  record TimeOfDay() implements ValueType<LocalClock> {
    @Override
    public Class<LocalClock> valueClass() {
      return LocalClock.class;
    }

    @Override
    public LocalClock read(Json.Obj bound) throws MalformedJsonException {
      return LocalClock.fromJson(bound.object("value"));
    }

    @Override
    public Json write(LocalClock value) {
      return value.toJson();
    }

    @Override
    public String word() {
      return "time_of_day";
    }
  }

  /// One role.
  record OneRole() implements ValueType<Role> {
    @Override
    public Class<Role> valueClass() {
      return Role.class;
    }

    @Override
    public Role read(Json.Obj bound) throws MalformedJsonException {
      return RoleSet.readRole(bound.text("value"));
    }

    @Override
    public Json write(Role value) {
      return Json.of(value.code());
    }

    @Override
    public String word() {
      return "role";
    }
  }

  /// Several roles, any one of which will do.
  record AnyRole() implements ValueType<RoleSet> {
    @Override
    public Class<RoleSet> valueClass() {
      return RoleSet.class;
    }

    @Override
    public RoleSet read(Json.Obj bound) throws MalformedJsonException {
      return RoleSet.fromJson(bound.array("value"));
    }

    @Override
    public Json write(RoleSet value) {
      return value.toJson();
    }

    @Override
    public String word() {
      return "roles";
    }
  }

  /// Who of each side signs an act.
  record OneQuorum() implements ValueType<Seats> {
    @Override
    public Class<Seats> valueClass() {
      return Seats.class;
    }

    @Override
    public Seats read(Json.Obj bound) throws MalformedJsonException {
      return SeatTable.seatsFromJson(bound.object("value"));
    }

    @Override
    public Json write(Seats value) {
      return SeatTable.seatsToJson(value);
    }

    @Override
    public String word() {
      return "quorum";
    }
  }

  /// The same for each kind of act.
  record QuorumPerKind() implements ValueType<SeatTable> {
    @Override
    public Class<SeatTable> valueClass() {
      return SeatTable.class;
    }

    @Override
    public SeatTable read(Json.Obj bound) throws MalformedJsonException {
      return SeatTable.fromJson(bound.object("value"));
    }

    @Override
    public Json write(SeatTable value) {
      return value.toJson();
    }

    @Override
    public String word() {
      return "quorums";
    }
  }

  /// A release level (protocol clause 02-6).
  record Level() implements ValueType<Release> {
    @Override
    public Class<Release> valueClass() {
      return Release.class;
    }

    @Override
    public Release read(Json.Obj bound) throws MalformedJsonException {
      String code = bound.text("value");
      return Release.find(code)
          .orElseThrow(
              () -> new MalformedJsonException("member \"value\"", code, "a release level"));
    }

    @Override
    public Json write(Release value) {
      return Json.of(value.code());
    }

    @Override
    public String word() {
      return "release";
    }
  }

  /// Who bears the cost.
  record Cost() implements ValueType<CostRule> {
    @Override
    public Class<CostRule> valueClass() {
      return CostRule.class;
    }

    @Override
    public CostRule read(Json.Obj bound) throws MalformedJsonException {
      return bound.as("value", CostRule::of);
    }

    @Override
    public Json write(CostRule value) {
      return Json.of(value.code());
    }

    @Override
    public String word() {
      return "cost";
    }
  }

  /// A file that both sides hold.
  record Dataset() implements ValueType<DatasetRef> {
    @Override
    public Class<DatasetRef> valueClass() {
      return DatasetRef.class;
    }

    @Override
    public DatasetRef read(Json.Obj bound) throws MalformedJsonException {
      return DatasetRef.fromJson(bound.object("value"));
    }

    @Override
    public Json write(DatasetRef value) {
      return value.toJson();
    }

    @Override
    public String word() {
      return "dataset";
    }
  }

  /// A zone with its sectors.
  record Sectors() implements ValueType<Zone> {
    @Override
    public Class<Zone> valueClass() {
      return Zone.class;
    }

    @Override
    public Zone read(Json.Obj bound) throws MalformedJsonException {
      return Zone.fromJson(bound.array("value"));
    }

    @Override
    public Json write(Zone value) {
      return value.toJson();
    }

    @Override
    public String word() {
      return "zone";
    }
  }

  /// Run cards.
  record Cards() implements ValueType<AgreedCards> {
    @Override
    public Class<AgreedCards> valueClass() {
      return AgreedCards.class;
    }

    @Override
    public AgreedCards read(Json.Obj bound) throws MalformedJsonException {
      return AgreedCards.fromJson(bound.array("value"));
    }

    @Override
    public Json write(AgreedCards value) {
      return value.toJson();
    }

    @Override
    public String word() {
      return "cards";
    }
  }

  /// Goods.
  record Goods() implements ValueType<Commodities> {
    @Override
    public Class<Commodities> valueClass() {
      return Commodities.class;
    }

    @Override
    public Commodities read(Json.Obj bound) throws MalformedJsonException {
      return Commodities.fromJson(bound.array("value"));
    }

    @Override
    public Json write(Commodities value) {
      return value.toJson();
    }

    @Override
    public String word() {
      return "goods";
    }
  }

  /// Hospitals and meeting points.
  record Points() implements ValueType<LanePoints> {
    @Override
    public Class<LanePoints> valueClass() {
      return LanePoints.class;
    }

    @Override
    public LanePoints read(Json.Obj bound) throws MalformedJsonException {
      return LanePoints.fromJson(bound.array("value"));
    }

    @Override
    public Json write(LanePoints value) {
      return value.toJson();
    }

    @Override
    public String word() {
      return "points";
    }
  }
}
