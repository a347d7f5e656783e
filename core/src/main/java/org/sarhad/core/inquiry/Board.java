package org.sarhad.core.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// A matter as it is shown (protocol clause 09-8): a row for each subject, a column for each side,
/// one for third parties, and one for what the sides found together. What is fair in it is decided
/// here; a page or a print only draws it, in this order.
///
/// @param head what matter, and how it stands as a whole
/// @param columns the sides, in the fixed order of the channel, which is the same for every viewer
/// @param rows agreed ones first, then overlapping, disputed, unverified, unanswered ones; within
///   that in the order of the vocabulary. Never by credibility
/// @param meter how many are in which state, and since when
/// @param dues answers that are owed, in the order of the record
public record Board(
    Head head, List<Column> columns, List<BoardRow> rows, Meter meter, List<PositionDue> dues) {
  public Board {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    dues = List.copyOf(dues);
  }

  /// A side's column.
  ///
  /// @param badge its letter, from A: what tells the sides apart, instead of a colour
  /// @param side which side
  public record Column(char badge, PartyId side) {}

  /// What stands above the rows.
  ///
  /// @param matter the entry that opened it
  /// @param said what it is
  /// @param asOf the time the board was made at
  /// @param linked matters that are linked to it by an alias in force
  /// @param names names that are linked, in the order in which that came into force
  /// @param seals for each side what it sealed and showed
  /// @param closed which sides have closed it
  /// @param scene what is owed to the scene, if there is one
  public record Head(
      EntryId matter,
      MatterFact.Opened said,
      Instant asOf,
      List<EntryId> linked,
      List<AliasTerms.OfLabels> names,
      PersistentMap<PartyId, SealTally> seals,
      List<PartyId> closed,
      Optional<SceneClock> scene) {
    public Head {
      linked = List.copyOf(linked);
      names = List.copyOf(names);
      closed = List.copyOf(closed);
    }

    /// Whether every print says "entered later, no proof of earlier notice".
    public boolean hasNoProofOfNotice() {
      return said.isImported();
    }
  }

  /// The board of the matter that `matter` opened, which must be one of `state`. O(n log n) in what
  /// was said in it.
  public static Board of(InquiryState state, EntryId matter, BoardView view) {
    return new BoardMaker(state.matters().get(matter), state.sides(), view).board();
  }

  /// The rows on which the sides could agree next: what they hold to overlaps already. The range to
  /// agree on, where there is one, is the row's [Joint#overlap()].
  public List<BoardRow> nextAgreements() {
    return rows.stream().filter(row -> row.state() == RowState.OVERLAPPING).toList();
  }

  /// Its text, one line for each thing, columns and rows in their order.
  public List<String> lines() {
    return BoardText.lines(this);
  }

  /// SHA-256 of `sarhad board v1`, a line feed, and its lines, each with one: stands on a print, so
  /// that two prints of one board can be told to be of one.
  public Hash digest() {
    String text = "sarhad board v1\n" + String.join("\n", lines()) + "\n";
    return Merkle.sha256(Bytes.ofUtf8(text));
  }
}
