package org.sarhad.core.commitments;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Bodies;

/// The kinds of joint act that make commitments, or close them (protocol clause 10-6.1).
///
/// An act of any other kind makes commitments by a member `commitments` of its terms: a joint
/// record, a finding with remedies. [CommitmentsState#moved] is to be called for acts of all kinds;
/// those without that member change nothing.
public final class CommitmentActs {
  /// Makes one commitment; terms [CommitmentTerms].
  public static final ActKind COMMITMENT = ActKind.of("commitment");

  /// Closes one; terms [ClosureTerms].
  public static final ActKind COMMITMENT_CLOSED = ActKind.of("commitment_closed");

  /// The member by which the terms of another kind name commitments.
  public static final String MEMBER = "commitments";

  private CommitmentActs() {}

  /// The commitments that an act of `kind` with these terms makes, in order: those it names, then
  /// what a finding says that follows from it; usually none.
  ///
  /// @param sides of the channel
  /// @throws MalformedJsonException when it says that it makes some and they cannot be read
  public static List<CommitmentTerms> made(ActKind kind, Json.Obj terms, SortedSet<PartyId> sides)
      throws MalformedJsonException {
    if (kind.equals(COMMITMENT)) {
      return List.of(CommitmentTerms.fromJson(terms));
    }
    if (kind.equals(COMMITMENT_CLOSED)) {
      return List.of();
    }
    List<CommitmentTerms> made = new ArrayList<>();
    if (terms.has(MEMBER)) {
      for (Json.Obj item : terms.array(MEMBER).objects()) {
        made.add(CommitmentTerms.fromJson(item));
      }
    }
    made.addAll(Remedies.in(kind, terms, sides));
    try {
      return Bodies.counted(MEMBER, List.copyOf(made), 0, CommitmentId.NUMBER_MAX);
    } catch (IllegalArgumentException _) {
      throw new MalformedJsonException(
          MEMBER, made.size() + " commitments", "at most " + CommitmentId.NUMBER_MAX);
    }
  }
}
