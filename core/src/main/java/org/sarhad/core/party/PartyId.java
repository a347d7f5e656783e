package org.sarhad.core.party;

/// One sovereign side of a channel, by its short name: `ir`, `pk`.
///
/// Order is that of the name and serves determinism only; it says nothing about rank.
///
/// @param value 1 to 16 characters of `[a-z0-9-]`, beginning with a letter
public record PartyId(String value) implements Comparable<PartyId> {
  /// @throws IllegalArgumentException when the name is not of the alphabet above
  public PartyId {
    Names.check("party", value, "-", 16);
  }

  /// The party called `value`; same as the constructor.
  public static PartyId of(String value) {
    return new PartyId(value);
  }

  @Override
  public int compareTo(PartyId other) {
    // Nearly always the same one; to find that out is cheaper than to compare.
    return value.equals(other.value) ? 0 : value.compareTo(other.value);
  }

  /// The short name itself.
  @Override
  public String toString() {
    return value;
  }
}
