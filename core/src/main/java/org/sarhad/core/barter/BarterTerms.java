package org.sarhad.core.barter;

import java.time.LocalDate;
import java.util.Optional;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;

/// The terms of the joint acts that make the book: what both sides sign (protocol clause 14-2).
/// Every figure that follows from others stands in them all the same, so that it was seen by who
/// signed; the fold computes it again and books nothing if it comes to another one.
public sealed interface BarterTerms
    permits BarterTerms.Dated, BarterTerms.OfGoods, BarterTerms.OfAccount {
  /// Most characters of a reason.
  int REASON_MAX = 2_000;

  /// The number of the voucher in its proposer's series.
  int number();

  /// Which series, and with it the kind of act.
  VoucherKind kind();

  /// The terms as they stand in the proposal. Inverse of [#fromJson].
  Json.Obj toJson();

  /// Reads terms of `kind` in their one spelling.
  ///
  /// @throws MalformedJsonException when they are none
  static BarterTerms fromJson(VoucherKind kind, Json.Obj terms) throws MalformedJsonException {
    return Bodies.closed(
        "barter_" + kind.code(), terms, json -> read(kind, json), BarterTerms::toJson);
  }

  /// What the terms of `said` say; empty when they cannot be read, or are of another application.
  static Optional<BarterTerms> find(ActFact.Proposed said) {
    try {
      Optional<VoucherKind> kind = VoucherKind.find(said.act());
      return kind.isPresent() ? Optional.of(fromJson(kind.get(), said.terms())) : Optional.empty();
    } catch (MalformedJsonException _) {
      return Optional.empty();
    }
  }

  private static BarterTerms read(VoucherKind kind, Json.Obj json) throws MalformedJsonException {
    return switch (kind) {
      case ACCOUNT -> AccountTerms.read(json);
      case CONTRACT -> ContractTerms.read(json);
      case RESERVATION -> ReservationTerms.read(json);
      case ACCEPTANCE -> AcceptanceTerms.read(json);
      case ACCEPTANCES -> AcceptancesTerms.read(json);
      case DIFFERENCE -> DifferenceTerms.read(json);
      case CONTRA -> ContraTerms.read(json);
      case PRICE -> PriceTerms.read(json);
      case STATEMENT -> StatementTerms.read(json);
      case SETTLEMENT -> SettlementTerms.read(json);
      case SWING -> SwingTerms.read(json);
      case YEAR_END -> YearEndTerms.read(json);
      case CREDIT -> CreditTerms.read(json);
      case RESTATEMENT -> RestatementTerms.read(json);
      case TERMINATION -> TerminationTerms.read(json);
      case SHORTFALL -> ShortfallTerms.read(json);
      case DESPATCH, RECEIPT, CERTIFICATE, LAPSE, VOIDING ->
          throw new IllegalArgumentException(kind.code() + " is no joint act");
    };
  }

  /// Terms by which something is booked on a day.
  sealed interface Dated extends BarterTerms
      permits AcceptanceTerms,
          AcceptancesTerms,
          DifferenceTerms,
          ShortfallTerms,
          PriceTerms,
          ContraTerms,
          SettlementTerms,
          CreditTerms,
          RestatementTerms {
    /// The day it counts for.
    LocalDate on();
  }

  /// Terms about goods.
  sealed interface OfGoods extends BarterTerms
      permits ContractTerms, ReservationTerms, AcceptanceTerms, DifferenceTerms, ShortfallTerms {}

  /// Terms about the account itself.
  sealed interface OfAccount extends BarterTerms
      permits AccountTerms,
          SwingTerms,
          ContraTerms,
          StatementTerms,
          SettlementTerms,
          YearEndTerms,
          CreditTerms,
          RestatementTerms,
          TerminationTerms {}
}
