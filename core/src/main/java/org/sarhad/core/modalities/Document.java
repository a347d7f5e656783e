package org.sarhad.core.modalities;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.time.UtcTime;
import org.sarhad.tlog.BugException;

/// The agreed rules, as they are offered and signed: the terms of an act of kind `modalities`
/// (protocol clause 08-2). Whatever values it binds are of their types and fit together.
///
/// @param catalogue by which catalogue of settings it is read, 1 to [Catalogue#NEWEST]
/// @param number which version it becomes when it is signed, from 1
/// @param languages codes of its languages, all equally authentic: 2 to 8, ascending
/// @param title 1 to 200 characters in each language
/// @param clauses 1 to 400, in the order of their numbers; a setting is bound at most once
/// @param inForceFrom when it comes in force; empty when at once
/// @param reviewBy by when both sides mean to look at it again, after `inForceFrom`; shown when it
///   has passed, and without any other effect
public record Document(
    int catalogue,
    long number,
    List<String> languages,
    Wording title,
    List<Clause> clauses,
    Optional<Instant> inForceFrom,
    Instant reviewBy) {
  /// The largest version number.
  public static final long NUMBER_MAX = 1_000_000;

  private static final int LANGUAGES_MAX = 8;
  private static final int CLAUSES_MAX = 400;
  private static final int TITLE_MAX = 200;

  /// @throws IllegalArgumentException naming what is not as above
  public Document {
    languages = List.copyOf(languages);
    clauses = List.copyOf(clauses);
    if (catalogue < 1 || catalogue > Catalogue.NEWEST) {
      throw new IllegalArgumentException(
          "catalogue %d; this program knows 1 to %d".formatted(catalogue, Catalogue.NEWEST));
    }
    if (number < 1 || number > NUMBER_MAX) {
      throw new IllegalArgumentException("version " + number + "; expected 1 to " + NUMBER_MAX);
    }
    checkLanguages(languages);
    title.check("title", languages, TITLE_MAX);
    checkClauses(languages, clauses);
    inForceFrom.ifPresent(UtcTime::print);
    UtcTime.print(reviewBy);
    if (inForceFrom.isPresent() && !inForceFrom.get().isBefore(reviewBy)) {
      throw new IllegalArgumentException("review by " + reviewBy + ", before it is in force");
    }
    checkValues(catalogue, clauses);
  }

  private static void checkLanguages(List<String> languages) {
    if (languages.size() < 2
        || languages.size() > LANGUAGES_MAX
        || !languages.stream().allMatch(Wording::isLanguage)
        || !languages.equals(languages.stream().distinct().sorted().toList())) {
      throw new IllegalArgumentException(
          "languages %s; expected 2 to %d codes, ascending".formatted(languages, LANGUAGES_MAX));
    }
  }

  private static void checkClauses(List<String> languages, List<Clause> clauses) {
    if (clauses.isEmpty() || clauses.size() > CLAUSES_MAX) {
      throw new IllegalArgumentException(
          "%d clauses; expected 1 to %d".formatted(clauses.size(), CLAUSES_MAX));
    }
    for (int i = 0; i < clauses.size(); i++) {
      clauses.get(i).check(languages);
      if (i > 0 && clauses.get(i - 1).number().compareTo(clauses.get(i).number()) >= 0) {
        throw new IllegalArgumentException(
            "clause " + clauses.get(i).number() + " does not ascend");
      }
    }
  }

  private static void checkValues(int catalogue, List<Clause> clauses) {
    try {
      Settings.read(catalogue, clauses);
    } catch (MalformedJsonException misfit) {
      throw new IllegalArgumentException(misfit.getMessage(), misfit);
    }
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// What it tells the machines; what it does not say has its initial value. O(clauses).
  public Settings settings() {
    try {
      return Settings.read(catalogue, clauses);
    } catch (MalformedJsonException misfit) {
      // Checked when the document was made.
      throw new BugException("a document that does not read back: " + misfit.getMessage());
    }
  }

  /// The clause that people cite as `clause`, if there is one.
  public Optional<Clause> find(ClauseNumber clause) {
    return clauses.stream().filter(one -> one.number().equals(clause)).findFirst();
  }

  /// Bindings of keys that its catalogue does not have: kept, shown, obeyed by nobody.
  public Stream<Binding> unknown() {
    return clauses.stream()
        .flatMap(clause -> clause.binding().stream())
        .filter(binding -> Catalogue.find(binding.key(), catalogue).isEmpty());
  }

  /// Whether the review that it asks for is overdue at `now`. Without legal effect.
  public boolean isReviewOverdue(Instant now) {
    return now.isAfter(reviewBy);
  }

  // ---- as terms of an act ---------------------------------------------------------------------

  /// The terms. Inverse of [#fromJson].
  public Json.Obj toJson() {
    return Json.obj()
        .put("catalogue", catalogue)
        .put("clauses", Json.arr(clauses.stream().map(Clause::toJson)))
        .putTextIfPresent("in_force_from", inForceFrom.map(UtcTime::print))
        .put("languages", Json.arr(languages.stream().map(Json::of)))
        .put("number", number)
        .put("review_by", reviewBy)
        .put("title", title.toJson())
        .build();
  }

  /// The document in `terms`; only in its one spelling.
  ///
  /// @throws MalformedJsonException when they are none
  public static Document fromJson(Json.Obj terms) throws MalformedJsonException {
    Document document;
    try {
      document = read(terms);
    } catch (IllegalArgumentException misfit) {
      throw new MalformedJsonException(
          "modalities",
          String.valueOf(misfit.getMessage()),
          "a document as clause 08-2 defines it");
    }
    if (!document.toJson().equals(terms)) {
      throw new MalformedJsonException(
          "modalities", terms.toString(), "only the members of a document, in its one spelling");
    }
    return document;
  }

  private static Document read(Json.Obj terms) throws MalformedJsonException {
    List<Clause> clauses = new ArrayList<>();
    for (Json.Obj clause : terms.array("clauses").objects()) {
      clauses.add(Clause.fromJson(clause));
    }
    return new Document(
        terms.smallInteger("catalogue", 1, Integer.MAX_VALUE),
        terms.integer("number", 1, NUMBER_MAX),
        terms.array("languages").texts(),
        Wording.fromJson(terms.object("title")),
        clauses,
        terms.findTime("in_force_from"),
        terms.time("review_by"));
  }

  /// What is wrong with `terms`, for the person who wrote them; empty when they are a document.
  public static Optional<String> flaw(Json.Obj terms) {
    try {
      fromJson(terms);
      return Optional.empty();
    } catch (MalformedJsonException fault) {
      return Optional.ofNullable(fault.getMessage());
    }
  }
}
