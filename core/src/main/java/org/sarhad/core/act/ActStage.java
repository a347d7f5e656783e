package org.sarhad.core.act;

import java.util.Locale;

/// How far an act is (protocol clause 07-5). The order is that of an act's life; an act moves from
/// one to a later one and never back.
public enum ActStage {
  /// Nobody but the proposer has signed.
  PROPOSED,
  /// Some of the others' seats are filled, not all.
  ASSENTED,
  /// All seats are filled: in force.
  EFFECTIVE,
  /// One of the others said no.
  REFUSED,
  /// The proposer took it back before a side had assented, and that side knows.
  WITHDRAWN,
  /// The same, announced in the proposal.
  EXPIRED,
  /// Another act in force has taken its place.
  SUPERSEDED,
  /// An assent to it was proven to be stale.
  VOIDED;

  /// Whether it can still become effective.
  public boolean isOpen() {
    return this == PROPOSED || this == ASSENTED;
  }

  /// Whether nothing follows. An act has at most one terminal stage (I10).
  public boolean isTerminal() {
    return !isOpen() && this != EFFECTIVE;
  }

  /// Whether an act of this stage may come to `next` by a single entry. An act that supersedes may
  /// be proposed and refused, but never skips being effective.
  public boolean mayBecome(ActStage next) {
    return switch (this) {
      case PROPOSED, ASSENTED -> next != PROPOSED && next != SUPERSEDED;
      case EFFECTIVE -> next == SUPERSEDED || next == VOIDED;
      case REFUSED, WITHDRAWN, EXPIRED, SUPERSEDED, VOIDED -> false;
    };
  }

  /// The word that users and programs see: `effective`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
