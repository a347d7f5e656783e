package org.sarhad.core.crossing;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.geo.Ring;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.IncidentName;
import org.sarhad.core.register.Wording;
import org.sarhad.core.time.UtcTime;

/// The terms of an act of kind `crossing`: these units may be there, so long, under that officer
/// (protocol clause 11-2; US-Canada shiprider agreement: the host's officer is in charge).
///
/// Every limit is tested against the agreed rules elsewhere ([CrossingTermsRules]); here stand only
/// the bounds of any such text.
///
/// @param incident what it is for
/// @param visitor whose units cross
/// @param host whose soil they cross to
/// @param units 1 to 20 units
/// @param where the edge of the area, corners in micro-degrees
/// @param from first moment, UTC to the millisecond
/// @param until the moment after the last; after `from`
/// @param purpose why; at most 2 000 characters in all languages
/// @param inCharge the officer of the host who is in charge of them on the host's soil
/// @param conditions what the host asks for beside the limits; at most 4 000 characters
/// @param languages 1 to 4 ISO 639 codes: what can be spoken with the units on the spot
public record CrossingTerms(
    IncidentName incident,
    PartyId visitor,
    PartyId host,
    SortedSet<UnitName> units,
    Ring where,
    Instant from,
    Instant until,
    Wording purpose,
    OfficerId inCharge,
    Optional<Wording> conditions,
    SortedSet<String> languages)
    implements Leave {
  /// The kind of these acts.
  public static final ActKind KIND = ActKind.of("crossing");

  /// Most units in one body, whatever is agreed.
  static final int UNITS_MAX = 50;

  private static final int PURPOSE_MAX = 2_000;
  private static final int CONDITIONS_MAX = 4_000;
  private static final int LANGUAGES_MAX = 4;
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  /// @throws IllegalArgumentException when a value is not in its range
  public CrossingTerms {
    units = Bodies.counted("units", Ordered.set(units), 1, UNITS_MAX);
    languages = Bodies.counted("languages", Ordered.set(languages), 1, LANGUAGES_MAX);
    purpose.atMost("purpose", PURPOSE_MAX);
    conditions.ifPresent(words -> words.atMost("conditions", CONDITIONS_MAX));
    checkWindow(from, until);
    for (String language : languages) {
      if (!LANGUAGE.matcher(language).matches()) {
        throw new IllegalArgumentException(
            "language \"" + language + "\"; expected two or three small letters. Maybe \"ur\"?");
      }
    }
  }

  /// @throws IllegalArgumentException when a moment has no spelling, or the end is not after the
  ///   begin
  static void checkWindow(Instant from, Instant until) {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "from %s until %s; expected an end after the beginning"
              .formatted(UtcTime.print(from), UtcTime.print(until)));
    }
  }

  @Override
  public Optional<Ring> area() {
    return Optional.of(where);
  }

  /// Inverse of [#fromJson].
  public Json.Obj toJson() {
    return Json.obj()
        .put("area", where.toJson())
        .putIfPresent("conditions", conditions.map(Wording::toJson))
        .put("from", UtcTime.print(from))
        .put("host", host.value())
        .put("in_charge", inCharge.value())
        .put("incident", incident.value())
        .put("languages", Bodies.named(languages))
        .put("purpose", purpose.toJson())
        .put("units", Bodies.named(units))
        .put("until", UtcTime.print(until))
        .put("visitor", visitor.value())
        .build();
  }

  /// Reads terms in their one spelling.
  ///
  /// @throws MalformedJsonException when they are none
  public static CrossingTerms fromJson(Json.Obj terms) throws MalformedJsonException {
    return Bodies.closed("crossing", terms, CrossingTerms::read, CrossingTerms::toJson);
  }

  private static CrossingTerms read(Json.Obj json) throws MalformedJsonException {
    return new CrossingTerms(
        json.as("incident", IncidentName::new),
        json.as("visitor", PartyId::of),
        json.as("host", PartyId::of),
        Ordered.set(Bodies.texts(json, "units", UnitName::parse)),
        Ring.fromJson(json.array("area")),
        json.time("from"),
        json.time("until"),
        Bodies.wording(json, "purpose"),
        json.as("in_charge", OfficerId::of),
        Bodies.find(json, "conditions", Wording::fromJson),
        Ordered.set(json.array("languages").texts()));
  }
}
