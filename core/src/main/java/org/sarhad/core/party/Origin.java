package org.sarhad.core.party;

/// The name of one log, as the first line of its checkpoints says it: `ir.sarhad.example/joint`.
///
/// One log per party and channel. A log that ended in a fork or with a lost key is followed by a
/// *successor* with another origin (`…/joint.2`); an origin is never used again.
///
/// The tlog-checkpoint specification allows any text; ours are a smaller set, so that an origin can
/// be a JSON member name, a URL path and a key name without escaping, and so that no two origins
/// look alike. Order is byte order and breaks ties in the joint order (protocol clause 03-4).
///
/// @param value 1 to 128 characters of `[a-z0-9./_-]`, beginning with a letter
public record Origin(String value) implements Comparable<Origin> {
  /// Longest name, in characters and in bytes.
  public static final int LENGTH_MAX = 128;

  /// @throws IllegalArgumentException when the name is not of the alphabet above
  public Origin {
    Names.check("origin", value, "./_-", LENGTH_MAX);
  }

  /// The log called `value`; same as the constructor.
  public static Origin of(String value) {
    return new Origin(value);
  }

  /// Whether `value` could be an origin; never throws.
  public static boolean isOrigin(String value) {
    return Names.isName(value, "./_-", LENGTH_MAX);
  }

  @Override
  public int compareTo(Origin other) {
    // Nearly always the same one; to find that out is cheaper than to compare.
    return this == other || value.equals(other.value) ? 0 : value.compareTo(other.value);
  }

  /// The name itself.
  @Override
  public String toString() {
    return value;
  }
}
