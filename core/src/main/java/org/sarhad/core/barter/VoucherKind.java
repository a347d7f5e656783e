package org.sarhad.core.barter;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sarhad.core.act.ActKind;

/// The series in which vouchers are numbered (protocol clause 14-2.3). Those of what is signed
/// together are kinds of joint act.
public enum VoucherKind {
  /// The account is opened.
  ACCOUNT(true),
  /// Goods for a price.
  CONTRACT(true),
  /// Room in the account for a part of a contract.
  RESERVATION(true),
  /// What has arrived is taken over.
  ACCEPTANCE(true),
  /// Many deliveries are taken over by one act; each of its lines is an [#ACCEPTANCE].
  ACCEPTANCES(true),
  /// A dispute about a slice is at an end.
  DIFFERENCE(true),
  /// Something is booked the other way.
  CONTRA(true),
  /// What was booked at a provisional price has its price.
  PRICE(true),
  /// A period is closed.
  STATEMENT(true),
  /// A debt is paid.
  SETTLEMENT(true),
  /// What a side may owe is changed.
  SWING(true),
  /// A year is closed.
  YEAR_END(true),
  /// A part of what is owed stands beside the limit.
  CREDIT(true),
  /// What is owed is stated anew, because the unit of account is worth something else.
  RESTATEMENT(true),
  /// The account comes to an end.
  TERMINATION(true),
  /// What was not taken is paid for all the same.
  SHORTFALL(true),
  /// Goods have left.
  DESPATCH(false),
  /// Goods have arrived.
  RECEIPT(false),
  /// Somebody has weighed or looked.
  CERTIFICATE(false),
  /// What was reserved is free again; numbered by the book itself.
  LAPSE(false),
  /// What a voided act had booked is booked back; numbered by the book itself.
  VOIDING(false);

  private static final String ACT = "barter_";

  private static final Map<String, VoucherKind> BY_ACT =
      Stream.of(values())
          .filter(kind -> kind.joint)
          .collect(Collectors.toUnmodifiableMap(kind -> ACT + kind.code, kind -> kind));

  private final boolean joint;
  private final String code;

  VoucherKind(boolean joint) {
    this.joint = joint;
    this.code = name().toLowerCase(Locale.ROOT);
  }

  /// The word of the series: `year_end`.
  public String code() {
    return code;
  }

  /// The kind of joint act that makes such vouchers, `barter_year_end`; empty for what one side
  /// says by itself.
  public Optional<ActKind> act() {
    return joint ? Optional.of(ActKind.of(ACT + code)) : Optional.empty();
  }

  /// The series that acts of `kind` are numbered in; empty for an act of another application.
  public static Optional<VoucherKind> find(ActKind kind) {
    return Optional.ofNullable(BY_ACT.get(kind.value()));
  }
}
