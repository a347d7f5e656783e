package org.sarhad.core.inquiry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.time.UtcTime;

/// What a claim says (protocol clause 09-2): one value for one property, since when it is held to
/// be so, and from where it is known.
///
/// @param property what it is about
/// @param value of the sort the property takes
/// @param asOf the state of knowledge it gives
/// @param provenance whose account, how known
/// @param exhibits what it rests on, by the entries that registered it; ascending, at most 32
/// @param words the claimant's own words and official translations of them: the original first,
///   each language once, at most 4; empty when the value says it all
public record Statement(
    Property property,
    Value value,
    Instant asOf,
    Provenance provenance,
    List<EntryId> exhibits,
    List<Words> words) {
  private static final int EXHIBITS_MAX = 32;
  private static final int WORDS_MAX = 4;

  /// @throws IllegalArgumentException when the value is not one of the property's, a list is too
  ///   long or not in order, or the time has no spelling
  public Statement {
    exhibits = List.copyOf(exhibits);
    words = List.copyOf(words);
    UtcTime.print(asOf);
    if (!property.takes(value)) {
      throw new IllegalArgumentException(
          "%s takes a %s of its units; found %s"
              .formatted(property.code(), Codes.of(property.type()), value.toJson()));
    }
    Codes.requireAtMost("exhibits", exhibits.size(), EXHIBITS_MAX);
    Lists.requireAscending("exhibit", exhibits);
    Codes.requireAtMost("languages", words.size(), WORDS_MAX);
    if (words.stream().map(Words::language).distinct().count() < words.size()) {
      throw new IllegalArgumentException("one language twice");
    }
  }

  /// A claim without exhibits and without words.
  public static Statement of(Property property, Value value, Instant asOf, Provenance provenance) {
    return new Statement(property, value, asOf, provenance, List.of(), List.of());
  }

  /// The row of the board it belongs to.
  public Subject subject() {
    return Subject.of(property, value);
  }

  /// Whether it is the account of the side that states it.
  public boolean isOwn() {
    return provenance.behalf() == Behalf.OWN;
  }

  /// The text in which it was written, if words go with it.
  public Optional<Words> original() {
    return words.stream().findFirst();
  }

  /// Inverse of [#fromJson].
  public Json.Obj toJson() {
    return Json.obj()
        .put("as_of", asOf)
        .putIfPresent("exhibits", Lists.entries(exhibits))
        .put("property", property.code())
        .put("provenance", provenance.toJson())
        .put("value", value.toJson())
        .putIfPresent("words", Lists.written(words, Words::toJson))
        .build();
  }

  static Statement fromJson(Json.Obj json) throws MalformedJsonException {
    json.allowOnly("as_of", "exhibits", "property", "provenance", "value", "words");
    List<Words> words = new ArrayList<>(Lists.read(json, "words", Words::fromJson));
    return new Statement(
        Codes.read(json, "property", Property.class),
        Value.fromJson(json.object("value")),
        json.time("as_of"),
        Provenance.fromJson(json.object("provenance")),
        Lists.entries(json, "exhibits"),
        words);
  }
}
