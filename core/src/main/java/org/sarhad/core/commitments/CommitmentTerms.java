package org.sarhad.core.commitments;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;

/// What was committed to, by whom, for whom, until when (protocol clause 10-6.2). The terms of an
/// act of kind `commitment`, an item of a joint record or finding, or what one side registered.
///
/// @param title for people; at most 600 characters
/// @param subject a word to sort by: `force`, `energy`; 1 to 32 characters of `[a-z0-9_]`
/// @param owners the sides that are to do it, 1 to 16
/// @param beneficiaries the sides it is done for, 0 to 16; they too have to say that it was done
/// @param due by when; empty when no date was set, which is said in as many words
/// @param measure how one can tell that it was done
/// @param source where it can be read outside this record; needed for what one side registers
public record CommitmentTerms(
    Wording title,
    String subject,
    SortedSet<PartyId> owners,
    SortedSet<PartyId> beneficiaries,
    Optional<DueDate> due,
    Measure measure,
    Optional<Source> source) {
  /// What stands in the place of a date when none was set.
  static final String NO_DATE_SET = "no_date_set";

  private static final int TITLE_MAX = 600;
  private static final int SIDES_MAX = 16;
  private static final Pattern SUBJECT = Pattern.compile("[a-z][a-z0-9_]{0,31}");

  /// @throws IllegalArgumentException when a value is not in its range
  public CommitmentTerms {
    title.atMost("title", TITLE_MAX);
    owners = Bodies.counted("owners", Ordered.set(owners), 1, SIDES_MAX);
    beneficiaries = Bodies.counted("beneficiaries", Ordered.set(beneficiaries), 0, SIDES_MAX);
    if (!SUBJECT.matcher(subject).matches()) {
      throw new IllegalArgumentException(
          "subject \"" + subject + "\" is not 1 to 32 characters of [a-z0-9_], a letter first");
    }
  }

  /// Owners and beneficiaries: the sides that all have to say that it was done.
  public SortedSet<PartyId> concerned() {
    TreeSet<PartyId> all = new TreeSet<>(owners);
    all.addAll(beneficiaries);
    return Ordered.set(all);
  }

  /// The JSON form. Inverse of [#fromJson].
  public Json.Obj toJson() {
    return Json.obj()
        .put("beneficiaries", Bodies.named(beneficiaries))
        .put("due", due.map(DueDate::toString).orElse(NO_DATE_SET))
        .put("measure", measure.toJson())
        .put("owners", Bodies.named(owners))
        .putIfPresent("source", source.map(Source::toJson))
        .put("subject", subject)
        .put("title", title.toJson())
        .build();
  }

  /// Reads terms in their one spelling.
  ///
  /// @throws MalformedJsonException when they are none
  public static CommitmentTerms fromJson(Json.Obj terms) throws MalformedJsonException {
    return Bodies.closed("commitment", terms, CommitmentTerms::read, CommitmentTerms::toJson);
  }

  private static CommitmentTerms read(Json.Obj json) throws MalformedJsonException {
    return new CommitmentTerms(
        Bodies.wording(json, "title"),
        json.text("subject"),
        Bodies.parties(json, "owners"),
        Bodies.parties(json, "beneficiaries"),
        json.text("due").equals(NO_DATE_SET)
            ? Optional.empty()
            : Optional.of(json.as("due", DueDate::parse)),
        Measure.fromJson(json.object("measure")),
        Bodies.find(json, "source", Source::fromJson));
  }
}
