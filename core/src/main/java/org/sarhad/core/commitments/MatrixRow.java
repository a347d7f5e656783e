package org.sarhad.core.commitments;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Word;

/// One row of the register as a matrix: a commitment, and what each side last said of it. All sides
/// have a cell, also those that have said nothing.
///
/// @param commitment the commitment itself
/// @param cells one for each side of the channel
/// @param silence how long no side has said anything
/// @param condition what it looks like
public record MatrixRow(
    Commitment commitment, SortedMap<PartyId, Cell> cells, Duration silence, Condition condition) {
  /// Copies its collection.
  public MatrixRow {
    cells = Ordered.map(cells);
  }

  /// What a side is to the commitment, and its last word.
  ///
  /// @param isOwner whether the side is to do it
  /// @param isBeneficiary whether it is done for the side
  /// @param isAcknowledged whether the side has signed it, registered it or acknowledged it
  /// @param word its last word; empty: no statement
  /// @param age of the last word; empty when there is none
  public record Cell(
      boolean isOwner,
      boolean isBeneficiary,
      boolean isAcknowledged,
      Optional<Word<CommitmentFact.Statement>> word,
      Optional<Duration> age) {}

  /// The row of `commitment` at `now`, with a cell for each of `parties`.
  public static MatrixRow of(
      Commitment commitment, SortedSet<PartyId> parties, Instant now, CommitmentSettings settings) {
    TreeMap<PartyId, Cell> cells = new TreeMap<>();
    for (PartyId side : parties) {
      cells.put(side, cell(commitment, side, now));
    }
    return new MatrixRow(
        commitment, cells, commitment.silence(now), commitment.condition(now, settings));
  }

  private static Cell cell(Commitment commitment, PartyId side, Instant now) {
    CommitmentTerms terms = commitment.terms();
    boolean isSigned = commitment.standing() == Standing.AGREED && terms.owners().contains(side);
    Optional<Word<CommitmentFact.Statement>> word = commitment.words().find(side);
    return new Cell(
        terms.owners().contains(side),
        terms.beneficiaries().contains(side),
        isSigned || commitment.acknowledged().containsKey(side),
        word,
        word.map(said -> said.age(now)));
  }
}
