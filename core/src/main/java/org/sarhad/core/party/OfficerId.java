package org.sarhad.core.party;

/// A person on duty, by the name of the key they sign with: `ir.sarhad.example/officer/7f3a`. A
/// pseudonym: which person holds the key is known to their own side only.
///
/// @param value 1 to 128 characters of `[a-z0-9./_-]`, beginning with a letter; it is the name on
///   the officer's signature line
public record OfficerId(String value) implements Comparable<OfficerId> {
  /// @throws IllegalArgumentException when the name is not of the alphabet above
  public OfficerId {
    Names.check("officer", value, "./_-", 128);
  }

  /// The officer called `value`; same as the constructor.
  public static OfficerId of(String value) {
    return new OfficerId(value);
  }

  @Override
  public int compareTo(OfficerId other) {
    return value.compareTo(other.value);
  }

  /// The name itself.
  @Override
  public String toString() {
    return value;
  }
}
