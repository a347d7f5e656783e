package org.sarhad.core.names;

/// What is left of a word when its vowels are not written and letters that sound alike are one: the
/// same for `Mohammad`, `Muhammed` and محمد. Pure.
final class Sound {
  // What is written with several letters, the longest first, and the one letter that stands for it.
  private static final String[] SEVERAL = {
    "tsch", "C", "shch", "S", "sch", "S", "tch", "C", "dzh", "j", "kh", "x", "gh", "q", "sh", "S",
    "ch", "C", "zh", "j", "dj", "j", "ph", "f", "th", "t", "dh", "d", "ck", "k", "ts", "Z", "tz",
    "Z"
  };

  private Sound() {}

  /// The sound of `word`: its consonants, each run of the same one once, and `a` in the place of a
  /// vowel that it begins with. Words with digits sound like nothing but themselves.
  ///
  /// @param word small Latin letters, as [FoldedName] has them
  static String of(String word) {
    StringBuilder sound = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); ) {
      int several = several(word, i);
      char heard = several >= 0 ? SEVERAL[several + 1].charAt(0) : heard(word, i);
      boolean isVowel = heard == 0;
      if (isVowel && i == 0) {
        sound.append('a');
      } else if (!isVowel && (sound.isEmpty() || sound.charAt(sound.length() - 1) != heard)) {
        sound.append(heard);
      }
      i += several >= 0 ? SEVERAL[several].length() : 1;
    }
    return sound.toString();
  }

  private static int several(String word, int at) {
    for (int i = 0; i < SEVERAL.length; i += 2) {
      if (word.startsWith(SEVERAL[i], at)) {
        return i;
      }
    }
    return -1;
  }

  /// The letter that is heard at `at`; 0 for none.
  private static char heard(String word, int at) {
    char c = word.charAt(at);
    char next = at + 1 < word.length() ? word.charAt(at + 1) : 0;
    return switch (c) {
      case 'a', 'e', 'i', 'o', 'u' -> 0;
      case 'y' -> at == 0 ? 'y' : 0;
      // Mute at the end, as in `khazane` and `khazaneh`.
      case 'h' -> next == 0 && at > 0 ? 0 : 'h';
      case 'w' -> 'v';
      case 'c' -> next == 'e' || next == 'i' || next == 'y' ? 's' : 'k';
      default -> c;
    };
  }
}
