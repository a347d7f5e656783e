package org.sarhad.core.commitments;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;

/// What follows from a joint finding, as commitments (protocol clauses 09-7.2, 10-6.1): whoever
/// owes a remedy owes it to every other side, so that none can say of itself alone that it was
/// done.
final class Remedies {
  private static final ActKind FINDING = ActKind.of("finding");
  private static final String MEMBER = "remedies";
  private static final String SUBJECT = "remedy";

  private Remedies() {}

  /// The remedies in the terms of an act of `kind`, in order; none if it is no finding.
  ///
  /// @param sides of the channel
  /// @throws MalformedJsonException when one of them cannot be read
  static List<CommitmentTerms> in(ActKind kind, Json.Obj terms, SortedSet<PartyId> sides)
      throws MalformedJsonException {
    if (!kind.equals(FINDING) || !terms.has(MEMBER)) {
      return List.of();
    }
    List<CommitmentTerms> remedies = new ArrayList<>();
    for (Json.Obj remedy : terms.array(MEMBER).objects()) {
      remedies.add(remedy(remedy, sides));
    }
    return remedies;
  }

  private static CommitmentTerms remedy(Json.Obj remedy, SortedSet<PartyId> sides)
      throws MalformedJsonException {
    PartyId owner = remedy.as("owner", PartyId::of);
    Json.Obj words = remedy.object("words");
    String language = words.text("lang");
    String text = words.text("text");
    Optional<Instant> due = remedy.findTime("due");
    SortedSet<PartyId> others = new TreeSet<>(sides);
    others.remove(owner);
    try {
      Wording wording = Wording.of(language, text);
      return new CommitmentTerms(
          wording,
          SUBJECT,
          new TreeSet<>(List.of(owner)),
          others,
          due.map(at -> new DueDate(at.atOffset(ZoneOffset.UTC).toLocalDate(), ZoneOffset.UTC)),
          new Measure.Described(wording),
          Optional.empty());
    } catch (IllegalArgumentException misfit) {
      throw new MalformedJsonException("a remedy", text, String.valueOf(misfit.getMessage()));
    }
  }
}
