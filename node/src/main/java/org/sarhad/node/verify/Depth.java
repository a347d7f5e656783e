package org.sarhad.node.verify;

/// Whose signatures are verified. Those under heads always are, and hashes and payloads are always
/// compared, all of them: this is about the lines under each entry, which is most of the work.
public sealed interface Depth {
  /// A sample has one of so many entries.
  int SAMPLE_OF = 16;

  /// Every entry.
  record All() implements Depth {}

  /// One entry in [#SAMPLE_OF], and each that says something about keys, since the others rest on
  /// it.
  ///
  /// @param draw any number, another one each time: whoever writes a log must not be able to know
  ///   which of its entries will be looked at
  record Sample(long draw) implements Depth {}

  /// No entry: they are believed by the head alone.
  record Heads() implements Depth {}

  /// Whether the entry at `index` is among those that are looked at.
  default boolean takes(long index) {
    return switch (this) {
      case All _ -> true;
      case Sample(long draw) -> mixed(draw ^ mixed(index)) % SAMPLE_OF == 0;
      case Heads _ -> false;
    };
  }

  /// Spreads the bits of `value` (the finalizer of MurmurHash3); its sign bit is cleared.
  private static long mixed(long value) {
    long once = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    long twice = (once ^ (once >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return (twice ^ (twice >>> 33)) & Long.MAX_VALUE;
  }
}
