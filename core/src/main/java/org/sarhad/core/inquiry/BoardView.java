package org.sarhad.core.inquiry;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// From where a board is looked at.
///
/// @param now the time of whoever looks; decides ages and what is overdue, and nothing else
/// @param settings the agreed numbers
/// @param receipts what is proven about who has what since when
public record BoardView(Instant now, InquirySettings settings, Receipts receipts) {
  /// What the sides' own signatures prove of receipt.
  @FunctionalInterface
  public interface Receipts {
    /// Nothing is proven.
    Receipts NONE = (_, _) -> Optional.empty();

    /// By when `side` had `entry`, as it signed itself (protocol clause 03-6).
    Optional<Instant> receivedBy(EntryId entry, PartyId side);
  }
}
