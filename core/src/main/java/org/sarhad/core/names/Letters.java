package org.sarhad.core.names;

import java.util.Arrays;

/// Writes letters of other scripts in Latin ones, as simply as can be: what two clerks would make
/// of the same name differs anyway, and [Sound] and [Spelling] take care of that. Pure tables.
///
/// Arabic script is read as Persian and Urdu read it. `و` and `ی` are vowels between consonants and
/// consonants beside a vowel: نور is `nur`, توانیر is `tvanir`... as far as one can tell without
/// the vowels that are not written.
final class Letters {
  /// Nothing is written for it, and the word goes on.
  static final String SILENT = "";

  private static final int ALEF = 0x0627;
  private static final int WAW = 0x0648;

  // Runs of "letters latin", separated by blanks. A letter written as nothing stands before `-`.
  private static final String[] TABLES = {
    // Latin letters that no decomposition takes apart.
    "ßss æae œoe øo đd ðd łl þth ıi əe ŋng ħh ŧt ĸk ɐa",
    // Arabic, Persian, Urdu, Pashto. Waw and yeh are looked at apart.
    "اa بb پp تt ٹt ثs جj چch حh خkh دd ڈd ذz رr ڑr زz ژzh سs شsh صs ضz طt ظz ع- غgh فf قq كk کk گg",
    "لl مm نn ںn هh ہh ھh ةh ۃh ۀh ء- ىi ىi ٱa ېe ۍi ځdz څts ډd ړr ږzh ښsh ګg ڼn ـ- ڤv ڭng ڪk ۇu ێe ۆo",
    // Cyrillic.
    "аa бb вv гg дd еe жzh зz иi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ- ыy ь- эe",
    "юyu яya ёe йi іi їi єe ґg ўu јj љlj њnj ћc ђdj џdz ѓg ќk ѕdz",
    // Greek.
    "αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo"
  };

  private static final int[] KEYS;
  private static final String[] LATIN;

  static {
    String[] pairs = String.join(" ", TABLES).split(" ", -1);
    Arrays.sort(pairs);
    KEYS = new int[pairs.length];
    LATIN = new String[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      KEYS[i] = pairs[i].codePointAt(0);
      String latin = pairs[i].substring(1);
      LATIN[i] = latin.equals("-") ? SILENT : latin;
    }
  }

  private Letters() {}

  /// Letter `c`, in small letters `a` to `z`; itself if no table has it.
  ///
  /// @param c a letter, small and without marks
  /// @param before the letter before it in its word; 0 at the beginning
  /// @param after the letter after it; 0 at the end
  static String latin(int c, int before, int after) {
    if (c >= 'a' && c <= 'z') {
      return Character.toString(c);
    }
    if (c == WAW) {
      return before == 0 || isLongVowel(before) || after == ALEF || isYeh(after) ? "v" : "u";
    }
    if (isYeh(c)) {
      return before == 0 || before == ALEF || after == ALEF || after == WAW ? "y" : "i";
    }
    // A word that begins with ain begins with a vowel, whichever it is.
    if (c == 0x0639 && before == 0) {
      return "a";
    }
    int at = Arrays.binarySearch(KEYS, c);
    return at >= 0 ? LATIN[at] : Character.toString(c);
  }

  private static boolean isLongVowel(int c) {
    return c == ALEF || c == WAW || isYeh(c);
  }

  private static boolean isYeh(int c) {
    return c == 0x06CC || c == 0x064A || c == 0x0649 || c == 0x06D2;
  }
}
