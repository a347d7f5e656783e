package org.sarhad.sim.act;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What a line of a model log says.
enum Move {
  /// The genesis.
  BEGIN(0),
  /// Nothing but how much was seen.
  ACK(1),
  /// An act is proposed, with an announced expiry.
  PROPOSE(2),
  /// The same, as an answer to another act.
  COUNTER(3),
  /// The same, to take the place of another act.
  SUPERSEDE(4),
  ASSENT(5),
  /// An assent that says less than its author had seen.
  STALE_ASSENT(6),
  REFUSE(7),
  WITHDRAW(8),
  EXPIRE(9),
  /// An assent is contested, with a head that is dated later than the cosignature.
  CONTEST(10),
  /// The same, with one of the same second, which proves nothing.
  CONTEST_SAME_SECOND(11);

  private static final List<Move> BY_CODE =
      Arrays.stream(values()).sorted(Comparator.comparingInt(Move::code)).toList();

  private final int code;

  Move(int code) {
    this.code = code;
  }

  /// Its number in a packed line, 0 to 15.
  int code() {
    return code;
  }

  /// Inverse of [#code].
  static Move of(int code) {
    return BY_CODE.get(code);
  }

  /// Whether it makes an act.
  boolean isProposal() {
    return this == PROPOSE || this == COUNTER || this == SUPERSEDE;
  }

  /// Whether it says something about acts, and so has to be answered.
  boolean isFact() {
    return this != BEGIN && this != ACK;
  }

  /// Whether somebody chose to say it; a contest follows from the evidence.
  boolean isChosen() {
    return isFact() && this != CONTEST && this != CONTEST_SAME_SECOND;
  }

  /// Whether it is a yes.
  boolean isAssent() {
    return this == ASSENT || this == STALE_ASSENT;
  }
}
