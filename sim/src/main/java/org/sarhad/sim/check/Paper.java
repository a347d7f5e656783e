package org.sarhad.sim.check;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.barter.BarterSettings;
import org.sarhad.core.barter.BarterTerms;
import org.sarhad.core.barter.Basis;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.barter.VoucherRef;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.screening.ScreeningSettings;

/// What may be booked, as it stands in the entries.
sealed interface Paper {
  /// What it is known by in the book.
  EntryId id();

  /// The time that its author's node gives, or that of the last signature.
  Instant time();

  /// Signed by both.
  ///
  /// @param id the act
  /// @param since the entry that makes it effective
  /// @param time of that entry
  /// @param proposer in whose series it is numbered
  /// @param terms what was signed
  /// @param settings what is agreed there
  /// @param screening what is agreed there about those who trade
  record Signed(
      EntryId id,
      EntryId since,
      Instant time,
      PartyId proposer,
      BarterTerms terms,
      BarterSettings settings,
      ScreeningSettings screening)
      implements Paper {
    VoucherRef ref() {
      return VoucherRef.of(id);
    }
  }

  /// Said by one side.
  ///
  /// @param by the entry
  /// @param author whose it is
  /// @param fact what it says
  record Said(Testimony by, PartyId author, BarterFact fact) implements Paper {
    @Override
    public EntryId id() {
      return by.entry().id();
    }

    @Override
    public Instant time() {
      return by.entry().envelope().time();
    }

    /// Its place and its bytes, for what will rest on it.
    Basis basis() {
      return new Basis(by.entry().id(), by.entry().leafHash());
    }

    /// The series that it has a number in, and the number; empty for what the book numbers itself.
    Optional<VoucherKind> series() {
      return switch (fact) {
        case BarterFact.Despatched _ -> Optional.of(VoucherKind.DESPATCH);
        case BarterFact.Received _ -> Optional.of(VoucherKind.RECEIPT);
        case BarterFact.Certified _ -> Optional.of(VoucherKind.CERTIFICATE);
        case BarterFact.Lapsed _ -> Optional.empty();
      };
    }

    int number() {
      return switch (fact) {
        case BarterFact.Despatched despatched -> despatched.number();
        case BarterFact.Received received -> received.number();
        case BarterFact.Certified certified -> certified.number();
        case BarterFact.Lapsed _ -> 0;
      };
    }
  }

  /// An assent was proven to be stale.
  ///
  /// @param id the entry of the proof
  /// @param time of that entry
  /// @param act whose assent it was
  record Proven(EntryId id, Instant time, EntryId act) implements Paper {}
}
