package org.sarhad.core.record;

/// How an officer stands at some position in the log of their side.
public sealed interface Standing {
  /// The officer, with the key and the roles last held.
  Officer officer();

  /// The key is good and the roles hold.
  record Good(Officer officer) implements Standing {}

  /// The key signs nothing any more.
  record Ended(Officer officer, KeyEnd why) implements Standing {}
}
