package org.sarhad.core.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A name as it is compared: words in small Latin letters and digits, without marks, legal forms
/// and the small words between. Two spellings that people take for the same are often one folded
/// name, and one name has one folded form on every node.
///
/// @param words at least one, unless the name has no letter and no digit at all
/// @param joined the same without blanks, and with the small words between: `van der bilt` is
///   `vanderbilt`
public record FoldedName(List<Word> words, String joined) {
  /// Copies the list.
  public FoldedName {
    words = List.copyOf(words);
  }

  /// `name`, folded. O(length).
  public static FoldedName of(String name) {
    List<String> all = split(name);
    List<String> left = LegalForms.without(all);
    List<String> telling = left.stream().filter(word -> !PlainWords.isSmall(word)).toList();
    return new FoldedName(
        (telling.isEmpty() ? left : telling).stream().map(Word::of).toList(),
        String.join("", left));
  }

  /// Whether there is nothing to compare.
  public boolean isEmpty() {
    return words.isEmpty();
  }

  /// The words with a blank between them.
  @Override
  public String toString() {
    return String.join(" ", words.stream().map(Word::text).toList());
  }

  int weight() {
    return words.stream().mapToInt(Word::weight).sum();
  }

  // ---- letters and words ----------------------------------------------------------------------

  /// The words of `name` in Latin letters, all of them. Initials are one word: `L.L.C.` and `L L C`
  /// are `llc`.
  static List<String> split(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    StringBuilder initials = new StringBuilder();
    for (int start = 0; start < plain.length(); ) {
      int end = endOfWord(plain, start);
      String word = latin(plain, start, end);
      boolean isInitial = end == start + 1 && Character.isLetter(plain.charAt(start));
      if (isInitial) {
        initials.append(word);
      } else if (!word.isEmpty()) {
        flush(initials, words);
        words.add(word);
      }
      start = Math.max(end, start + 1);
    }
    flush(initials, words);
    return List.copyOf(words);
  }

  private static void flush(StringBuilder initials, List<String> words) {
    if (!initials.isEmpty()) {
      words.add(initials.toString());
      initials.setLength(0);
    }
  }

  private static int endOfWord(String plain, int start) {
    int end = start;
    while (end < plain.length()) {
      int c = plain.codePointAt(end);
      if (!isOfWord(c)) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  /// Letters and digits, and what stands in a word without dividing it: marks, apostrophes, the
  /// joiners of Persian.
  private static boolean isOfWord(int c) {
    return Character.isLetterOrDigit(c) || isMark(c) || isUnwritten(c);
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  private static boolean isUnwritten(int c) {
    return switch (c) {
      case '\'', '`', 0x2018, 0x2019, 0x02BB, 0x02BC, 0x02BE, 0x02BF, 0x200C, 0x200D -> true;
      default -> false;
    };
  }

  private static String latin(String plain, int start, int end) {
    int[] letters =
        plain
            .substring(start, end)
            .codePoints()
            .filter(c -> !isMark(c) && !isUnwritten(c))
            .toArray();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < letters.length; i++) {
      int digit = Character.digit(letters[i], 10);
      word.append(
          digit >= 0
              ? Integer.toString(digit)
              : Letters.latin(
                  letters[i],
                  i == 0 ? 0 : letters[i - 1],
                  i + 1 == letters.length ? 0 : letters[i + 1]));
    }
    return word.toString();
  }
}
