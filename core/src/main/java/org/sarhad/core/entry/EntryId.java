package org.sarhad.core.entry;

import org.sarhad.core.party.Origin;

/// Where an entry stands for ever: which log, and how many entries precede it there.
///
/// Things said in an entry are known by it (an alert *is* the entry that raised it). Order is by
/// log name, then index; the joint order of several logs is `order`'s business.
///
/// @param origin the log
/// @param index the leaf index, from 0
public record EntryId(Origin origin, long index) implements Comparable<EntryId> {
  private static final int DIGITS_MAX = 18;

  /// @throws IllegalArgumentException when the index is negative
  public EntryId {
    if (index < 0) {
      throw new IllegalArgumentException("entry index " + index + " of " + origin + " is negative");
    }
  }

  /// The entry at `index` of the log `origin`.
  public static EntryId of(Origin origin, long index) {
    return new EntryId(origin, index);
  }

  /// Inverse of [#toString()].
  ///
  /// @throws IllegalArgumentException when the text is not `origin#index` in its one spelling
  public static EntryId parse(String text) {
    int hash = text.lastIndexOf('#');
    if (hash < 0) {
      throw new IllegalArgumentException("\"" + text + "\" is not an entry: expected origin#index");
    }
    String digits = text.substring(hash + 1);
    if (!isIndex(digits)) {
      throw new IllegalArgumentException(
          "\"" + digits + "\" is not an index: expected digits without leading zeros");
    }
    return new EntryId(new Origin(text.substring(0, hash)), Long.parseLong(digits));
  }

  private static boolean isIndex(String digits) {
    boolean isPlain = !digits.isEmpty() && digits.length() <= DIGITS_MAX;
    for (int i = 0; isPlain && i < digits.length(); i++) {
      char c = digits.charAt(i);
      isPlain = c >= '0' && c <= '9';
    }
    return isPlain && (digits.length() == 1 || digits.charAt(0) != '0');
  }

  @Override
  public int compareTo(EntryId other) {
    int byOrigin = origin.compareTo(other.origin);
    return byOrigin != 0 ? byOrigin : Long.compare(index, other.index);
  }

  /// `ir.sarhad.example/joint#4711`.
  @Override
  public String toString() {
    return origin + "#" + index;
  }
}
