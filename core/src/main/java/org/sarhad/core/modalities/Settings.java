package org.sarhad.core.modalities;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.Role;

/// The values that a version of the modalities gives to the settings; what it does not say has its
/// initial value. Immutable. They fit together (protocol clause 08-3.3).
///
/// `settings.get(ClockSettings.TELL_PEER)` is a `Duration`.
///
/// @param values by key, each of the class of its setting's type
public record Settings(PersistentMap<String, Object> values) {
  /// What holds where no modalities are in force.
  public static final Settings INITIAL = new Settings(PersistentMap.empty());

  /// Reads what `clauses` bind.
  ///
  /// @param catalogue by which they are read
  /// @throws MalformedJsonException when a value is not of its type, a setting is bound twice, or
  ///   values contradict each other
  static Settings read(int catalogue, List<Clause> clauses) throws MalformedJsonException {
    PersistentMap<String, Object> values = PersistentMap.empty();
    PersistentMap<String, ClauseNumber> bound = PersistentMap.empty();
    for (Clause clause : clauses) {
      if (clause.binding().isPresent()) {
        Binding binding = clause.binding().get();
        if (bound.containsKey(binding.key())) {
          throw new MalformedJsonException(
              "clause " + clause.number(), binding.key(), "a setting that no clause binds before");
        }
        bound = bound.put(binding.key(), clause.number());
        Optional<Setting<?>> setting = Catalogue.find(binding.key(), catalogue);
        if (setting.isPresent()) {
          values = values.put(binding.key(), read(clause, setting.get(), binding));
        }
      }
    }
    Settings settings = new Settings(values);
    settings.checkTogether();
    return settings;
  }

  private static Object read(Clause clause, Setting<?> setting, Binding binding)
      throws MalformedJsonException {
    try {
      return setting.read(binding);
    } catch (MalformedJsonException misfit) {
      throw new MalformedJsonException("clause " + clause.number(), misfit);
    }
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// The value of `setting`.
  ///
  /// @throws NoSuchElementException when nobody has said it and it has no initial value; ask
  ///   [#find] for such a setting
  public <T> T get(Setting<T> setting) {
    return find(setting)
        .orElseThrow(() -> new NoSuchElementException("no value of " + setting.key()));
  }

  /// The value of `setting`, or empty when nobody has said it and it has no initial value.
  public <T> Optional<T> find(Setting<T> setting) {
    return values.find(setting.key()).map(setting.type().valueClass()::cast).or(setting::initial);
  }

  /// The value of `setting` in its one spelling.
  public <T> Optional<Json> spelled(Setting<T> setting) {
    return find(setting).map(setting.type()::write);
  }

  /// The red lines that these settings would loosen: none, in a version that can come in force.
  public List<Setting<Boolean>> loosened() {
    return RedLines.drawn().stream().filter(line -> !get(line)).toList();
  }

  // ---- for those who obey ---------------------------------------------------------------------

  /// What the response goes by.
  public ResponseTerms response() {
    return new ResponseTerms(this);
  }

  /// What an assent to cross may grant.
  public CrossingLimits crossing() {
    return new CrossingLimits(
        get(CrossingSettings.DEPTH),
        get(CrossingSettings.AREA),
        get(CrossingSettings.UNITS),
        get(CrossingSettings.DURATION),
        get(CrossingSettings.HARD_CAP),
        get(CrossingSettings.HOST_ROLE),
        get(CrossingSettings.STOP_ROLES));
  }

  /// What ambulances and fire engines may do without being asked each time.
  public FastLane fastLane() {
    return new FastLane(
        get(CrossingSettings.LANE_DEPTH),
        get(CrossingSettings.LANE_DURATION),
        get(CrossingSettings.LANE_UNITS),
        get(CrossingSettings.LANE_POINTS),
        get(CrossingSettings.LANE_SURVIVES));
  }

  /// What travel and dispatch go by.
  public TravelTerms travel() {
    return new TravelTerms(this);
  }

  /// Who signs which act, as version `number`.
  public AgreedQuorums quorums(long number) {
    return new AgreedQuorums(number, get(PeopleSettings.QUORUMS), get(PeopleSettings.QUORUM_OTHER));
  }

  // ---- keeping --------------------------------------------------------------------------------

  /// Everything that was said, as bindings. Inverse of [#fromJson].
  public Json.Obj toJson() {
    return Json.obj()
        .put("bind", Json.arr(values.stream().map(value -> bound(value).toJson())))
        .build();
  }

  private static Binding bound(PersistentMap.Entry<String, Object> value) {
    return bound(Catalogue.find(value.key(), Catalogue.NEWEST).orElseThrow(), value.value());
  }

  private static <T> Binding bound(Setting<T> setting, Object value) {
    return setting.to(setting.type().valueClass().cast(value));
  }

  /// The settings that [#toJson()] gave.
  ///
  /// @throws MalformedJsonException when it gave no such thing
  public static Settings fromJson(Json.Obj json) throws MalformedJsonException {
    PersistentMap<String, Object> values = PersistentMap.empty();
    for (Json.Obj one : json.array("bind").objects()) {
      Binding binding = Binding.fromJson(one);
      Optional<Setting<?>> setting = Catalogue.find(binding.key(), Catalogue.NEWEST);
      if (setting.isEmpty()) {
        throw new MalformedJsonException("binding", binding.key(), "the key of a setting");
      }
      values = values.put(binding.key(), setting.get().read(binding));
    }
    return new Settings(values);
  }

  // ---- fitting together -----------------------------------------------------------------------

  private void checkTogether() throws MalformedJsonException {
    ascends(ClockSettings.ACKNOWLEDGE, ClockSettings.ESCALATE);
    ascends(ClockSettings.ESCALATE, ClockSettings.ESCALATE_CHIEF);
    ascends(ClockSettings.INFORMATION_URGENT, ClockSettings.INFORMATION_INDIRECT);
    ascends(ClockSettings.INFORMATION_INDIRECT, ClockSettings.INFORMATION_OTHER);
    ascends(CrossingSettings.DURATION, CrossingSettings.HARD_CAP);
    ascends(CrossingSettings.LANE_DURATION, CrossingSettings.HARD_CAP);
    if (get(RecordSettings.TEXT_FIRST_LINE) > get(RecordSettings.TEXT_LENGTH)) {
      throw contradiction(RecordSettings.TEXT_FIRST_LINE, RecordSettings.TEXT_LENGTH);
    }
    if (quorums(0).seats(new ActKind("modalities")).count(Role.CHIEF) == 0) {
      throw new MalformedJsonException(
          "signatures under modalities",
          SeatTable.seatsToJson(quorums(0).seats(new ActKind("modalities"))).toString(),
          "at least one security chief of each side");
    }
  }

  private void ascends(Setting<Duration> first, Setting<Duration> second)
      throws MalformedJsonException {
    if (get(first).compareTo(get(second)) > 0) {
      throw contradiction(first, second);
    }
  }

  private <T> MalformedJsonException contradiction(Setting<T> first, Setting<T> second) {
    return new MalformedJsonException(
        first.key(),
        String.valueOf(get(first)),
        "at most %s, which is %s".formatted(second.key(), get(second)));
  }
}
