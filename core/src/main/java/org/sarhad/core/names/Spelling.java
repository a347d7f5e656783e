package org.sarhad.core.names;

/// How many slips of a pen lie between two words: a letter left out, put in, put for another, or
/// two neighbours changed over. Pure.
final class Spelling {
  private Spelling() {}

  /// How many slips a word of `length` letters may have and still be taken for the same: none in a
  /// short one, where every letter tells.
  static int slipsAllowed(int length) {
    if (length < 4) {
      return 0;
    }
    return length < 8 ? 1 : length < 12 ? 2 : 3;
  }

  /// The number of slips between `one` and `other`, or `max + 1` if there are more than `max`.
  /// O(length²), and much less for words that are unlike.
  static int slips(String one, String other, int max) {
    int width = other.length();
    if (Math.abs(one.length() - width) > max) {
      return max + 1;
    }
    int[] before = new int[width + 1];
    int[] last = new int[width + 1];
    int[] row = new int[width + 1];
    for (int j = 0; j <= width; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= width; j++) {
        row[j] = slips(one, other, i, j, before, last, row);
        least = Math.min(least, row[j]);
      }
      if (least > max) {
        return max + 1;
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return Math.min(last[width], max + 1);
  }

  private static int slips(
      String one, String other, int i, int j, int[] before, int[] last, int[] row) {
    boolean isSame = one.charAt(i - 1) == other.charAt(j - 1);
    int slips = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (isSame ? 0 : 1));
    boolean isChangedOver =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return isChangedOver ? Math.min(slips, before[j - 2] + 1) : slips;
  }

  /// Which letters a word has, as bits: what differs in more of them than two for each slip is not
  /// worth counting.
  static long letters(String word) {
    long letters = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      letters |= 1L << (c >= 'a' && c <= 'z' ? c - 'a' : c >= '0' && c <= '9' ? 26 + c - '0' : 63);
    }
    return letters;
  }
}
