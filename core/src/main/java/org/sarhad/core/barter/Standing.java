package org.sarhad.core.barter;

/// How a side stands in the account: what its limit is about (protocol clause 14-5.3).
///
/// @param owed what it owes; less than nothing where the other one owes it
/// @param held what is reserved for deliveries to it
/// @param credit how much of what it owes stands beside the limit
record Standing(Money owed, Money held, Money credit) {
  /// What it would owe if everything came that is reserved for it, and nothing of its own went.
  Money exposure() {
    return owed.plus(held);
  }

  /// The room test: whether it may come to stand like this, where it stood as `before`. Who owes
  /// more than they may comes to owe no more.
  boolean isWithin(Money limit, Standing before) {
    return exposure().compareTo(limit) <= 0
        || exposure().compareTo(before.exposure()) <= 0
        || isOnCredit(limit, before);
  }

  /// Whether it owes more than its limit by what was granted beside that, and nothing more is
  /// reserved for it: what is only held draws on no credit.
  private boolean isOnCredit(Money limit, Standing before) {
    return held.compareTo(before.held) <= 0 && exposure().compareTo(limit.plus(credit)) <= 0;
  }
}
