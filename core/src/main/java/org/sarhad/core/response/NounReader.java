package org.sarhad.core.response;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;

/// Reads what [NounWriter] wrote. Constructors of the nouns may still refuse a value by
/// [IllegalArgumentException]; [FactReader] turns that into the one exception of the format.
final class NounReader {
  private static final int COUNT_MAX = 1_000_000_000;

  private NounReader() {}

  /// One member read as its own kind of thing.
  @FunctionalInterface
  interface Reading<T> {
    T read(Json.Obj json) throws MalformedJsonException;
  }

  static Words words(Json.Obj json) throws MalformedJsonException {
    return new Words(json.text("lang"), json.text("text"));
  }

  static Words words(Json.Obj json, String name) throws MalformedJsonException {
    return words(json.object(name));
  }

  static List<Words> wordsList(Json.Obj json, String name) throws MalformedJsonException {
    return list(json, name, NounReader::words);
  }

  static <T> List<T> list(Json.Obj json, String name, Reading<T> reading)
      throws MalformedJsonException {
    var all = new ArrayList<T>();
    for (Json.Obj item : json.array(name).objects()) {
      all.add(reading.read(item));
    }
    return all;
  }

  static <T> Optional<T> find(Json.Obj json, String name, Reading<T> reading)
      throws MalformedJsonException {
    return json.has(name) ? Optional.of(reading.read(json.object(name))) : Optional.empty();
  }

  static <E extends Enum<E>> E code(Json.Obj json, String name, Class<E> type)
      throws MalformedJsonException {
    return json.as(name, text -> constant(text, type));
  }

  static <E extends Enum<E>> List<E> codes(Json.Obj json, String name, Class<E> type)
      throws MalformedJsonException {
    return texts(json, name, text -> constant(text, type));
  }

  static <E extends Enum<E>> Set<E> codeSet(Json.Obj json, String name, Class<E> type)
      throws MalformedJsonException {
    var set = EnumSet.noneOf(type);
    set.addAll(codes(json, name, type));
    return set;
  }

  static <T> List<T> texts(Json.Obj json, String name, Function<String, T> parse)
      throws MalformedJsonException {
    return json.array(name).texts().stream().map(parse).toList();
  }

  static Role role(Json.Obj json, String name) throws MalformedJsonException {
    return json.as(name, NounReader::role);
  }

  private static Role role(String code) {
    return Role.find(code)
        .orElseThrow(() -> new IllegalArgumentException("\"" + code + "\" is no role"));
  }

  private static <E extends Enum<E>> E constant(String code, Class<E> type) {
    if (!code.equals(code.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("\"" + code + "\" is not in small letters");
    }
    return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
  }

  static Fix fix(Json.Obj json) throws MalformedJsonException {
    var position =
        new Position(
            json.smallInteger("lat", -90 * Position.MICRO, 90 * Position.MICRO),
            json.smallInteger("lon", -180 * Position.MICRO, 180 * Position.MICRO));
    return new Fix(position, json.smallInteger("precision_m", 0, 1_000_000), json.time("at"));
  }

  static Alert alert(Json.Obj json) throws MalformedJsonException {
    return new Alert(
        json.findText("code_word"),
        words(json),
        Place.fromJson(json.object("where")),
        json.time("occurred_at"),
        code(json, "priority", Priority.class));
  }

  static UnitDescription unit(Json.Obj json) throws MalformedJsonException {
    return new UnitDescription(
        json.text("call_sign"),
        code(json, "type", UnitType.class),
        Place.fromJson(json.object("station")),
        codeSet(json, "capabilities", Capability.class));
  }

  static Need need(Json.Obj json) throws MalformedJsonException {
    return new Need(
        words(json),
        codeSet(json, "capabilities", Capability.class),
        codeSet(json, "types", UnitType.class),
        texts(json, "units", UnitId::parse),
        find(json, "where", Place::fromJson),
        json.findTime("answer_by"));
  }

  static CostLine cost(Json.Obj json) throws MalformedJsonException {
    return new CostLine(
        words(json),
        json.as("payer", PartyId::of),
        json.text("currency"),
        json.findInteger("amount_minor", 0, Json.INTEGER_MAX),
        json.has("quantity") || json.has("unit")
            ? Optional.of(
                new CostLine.Quantity(
                    json.integer("quantity", 0, Json.INTEGER_MAX), json.text("unit")))
            : Optional.empty());
  }

  static Call call(Json.Obj json) throws MalformedJsonException {
    return new Call(
        code(json, "direction", Call.Direction.class),
        code(json, "channel", Call.Channel.class),
        json.text("counterpart"),
        json.time("at"),
        words(json),
        code(json, "read_back", Call.ReadBack.class),
        words(json, "read_back_words"));
  }

  static Sitrep sitrep(Json.Obj json) throws MalformedJsonException {
    var letters = new TreeMap<Sitrep.Letter, Words>();
    Json.Obj written = json.object("letters");
    for (String name : written.names()) {
      letters.put(constant(name, Sitrep.Letter.class), words(written, name));
    }
    return new Sitrep(
        json.smallInteger("number", 1, ResponseId.MAX_NUMBER),
        code(json, "form", Sitrep.Form.class),
        code(json, "phase", Sitrep.Phase.class),
        json.time("as_of"),
        letters,
        words(json, "restrictions"));
  }

  static DailyReport daily(Json.Obj json) throws MalformedJsonException {
    return new DailyReport(
        json.smallInteger("number", 1, ResponseId.MAX_NUMBER),
        json.as("day", NounReader::day),
        json.time("from"),
        json.time("to"),
        counts(json.object("counts")),
        counts(json.object("previous")),
        words(json, "restrictions"));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notADay) {
      throw new IllegalArgumentException("expected a day such as 2019-04-22", notADay);
    }
  }

  private static SortedMap<DailyReport.Count, Integer> counts(Json.Obj json)
      throws MalformedJsonException {
    var counts = new TreeMap<DailyReport.Count, Integer>();
    for (String name : json.names()) {
      counts.put(constant(name, DailyReport.Count.class), json.smallInteger(name, 0, COUNT_MAX));
    }
    return counts;
  }

  static Checklist checklist(Json.Obj json) throws MalformedJsonException {
    return new Checklist(
        json.time("at"),
        texts(json, "open", IncidentId::parse),
        texts(json, "unacknowledged", IncidentId::parse),
        texts(json, "unanswered", AssistanceId::parse),
        texts(json, "units_out", UnitId::parse),
        list(json, "due", NounReader::deadline),
        json.text("link_state"),
        words(json, "standing_orders"),
        words(json, "remarks"));
  }

  static DeadlineKey deadline(Json.Obj json) throws MalformedJsonException {
    return new DeadlineKey(
        code(json, "duty", Duty.class),
        json.as("incident", IncidentId::parse),
        json.findAs("assistance", AssistanceId::parse),
        json.time("due"));
  }

  static HistoryItem history(Json.Obj json) throws MalformedJsonException {
    return new HistoryItem(
        json.text("external_id"),
        words(json),
        json.as("occurred", HistoryItem.ReportedDate::new),
        json.findAs("soil", PartyId::of),
        Place.fromJson(json.object("place")),
        list(json, "claims", NounReader::claim));
  }

  private static HistoryItem.ReportedClaim claim(Json.Obj json) throws MalformedJsonException {
    return new HistoryItem.ReportedClaim(
        code(json, "property", HistoryItem.Property.class),
        json.text("figure"),
        count(json, "low"),
        count(json, "best"),
        count(json, "high"),
        json.text("said_by"),
        json.text("source"),
        json.as("as_of", HistoryItem.ReportedDate::new),
        json.bool("superseded"));
  }

  private static Optional<Integer> count(Json.Obj json, String name) throws MalformedJsonException {
    return json.findInteger(name, 0, COUNT_MAX).map(Math::toIntExact);
  }

  static RunCard card(Json.Obj json) throws MalformedJsonException {
    return new RunCard(
        new CodeWord(json.text("word"), json.text("word_fa"), json.text("word_ur")),
        json.smallInteger("version", 1, ResponseId.MAX_NUMBER),
        label(json.object("title")),
        code(json, "priority", Priority.class),
        new RunCard.Notice(
            new TreeSet<>(texts(json, "notify_roles", NounReader::role)),
            json.bool("notify_peer"),
            Duration.ofSeconds(json.integer("reminder_s", 1, COUNT_MAX))),
        new RunCard.Support(
            codes(json, "types", UnitType.class),
            codeSet(json, "capabilities", Capability.class),
            find(json, "rendezvous", Place::fromJson),
            find(json, "hospital", Place::fromJson)),
        list(json, "checklist", NounReader::label));
  }

  private static Label label(Json.Obj json) throws MalformedJsonException {
    return new Label(json.text("en"), json.text("fa"), json.text("ur"));
  }
}
