package org.sarhad.core.delivery;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sarhad.core.barter.Basis;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.barter.Delivery;
import org.sarhad.core.barter.Measured;
import org.sarhad.core.barter.VoucherRef;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// The papers of a consignment, as they stand in the book: despatch and receipt, and what either
/// side has certified (protocol clause 18-2.4). The book keeps them; this finds them.
///
/// @param despatch by which it left
/// @param receipt by which it arrived
/// @param loading certificates of the exporter
/// @param outturn certificates of the importer
/// @param measured what the two weights come to; empty as long as one is missing
/// @param acceptance the act, or the line of one, by which it was taken over
public record Papers(
    Basis despatch,
    Optional<Basis> receipt,
    SortedSet<EntryId> loading,
    SortedSet<EntryId> outturn,
    Optional<Measured> measured,
    Optional<VoucherRef> acceptance) {
  /// The kind of matter that is suggested, as the inquiry has it.
  public static final String DISPUTE = "delivery_dispute";

  /// Copies its collections.
  public Papers {
    loading = Ordered.set(loading);
    outturn = Ordered.set(outturn);
  }

  /// The papers of `one`; empty as long as it has no despatch.
  ///
  /// @param book as it stands
  /// @param tolerance by how much two weights may differ, in ten-thousandths of what was sent
  public static Optional<Papers> of(Consignment one, BookState book, long tolerance) {
    return one.despatch().map(id -> of(one, book.trade().deliveries().get(id), book, tolerance));
  }

  private static Papers of(Consignment one, Delivery delivery, BookState book, long tolerance) {
    Contract contract = book.trade().contract(book.trade().reservation(delivery));
    return new Papers(
        delivery.despatch(),
        delivery.arrival().map(Delivery.Arrival::receipt),
        certificates(delivery, book, one.exporter()),
        certificates(delivery, book, one.importer()),
        delivery
            .arrival()
            .map(
                there ->
                    Measured.of(
                        delivery.sent(), there.received(), tolerance, contract.terms().weighed())),
        delivery.taken().map(Delivery.Taken::act));
  }

  private static SortedSet<EntryId> certificates(Delivery delivery, BookState book, PartyId side) {
    TreeSet<EntryId> all = new TreeSet<>();
    delivery.certificates().stream().forEach(all::add);
    all.removeIf(
        id -> book.journal().voucher(id).filter(one -> one.id().side().equals(side)).isEmpty());
    return all;
  }

  /// Whether both weights stand, so that it can be accepted.
  public boolean isComplete() {
    return receipt.isPresent();
  }

  /// The kind of matter that is worth opening in the inquiry, because the two weights differ by
  /// more than they may; empty when they do not. It is a suggestion for an officer's form: nobody
  /// opens a matter but an officer, in their own side's name.
  public Optional<String> suggestedMatter() {
    return measured.filter(both -> !both.isTolerated()).map(_ -> DISPUTE);
  }
}
