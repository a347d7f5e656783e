package org.sarhad.core.json;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Optional;

/// Which strings may be signed, and which of them may be shown to a person as a name or as prose.
///
/// Three circles, each inside the one before (protocol clauses 02-3.4, 02-8):
///
/// 1. *signable*: Unicode text in Normalization Form C without lone surrogates and noncharacters,
///    with at most 30 combining marks in a row;
/// 2. *prose*: no control characters but line feed and tab, nothing that overrides the direction of
///    the text around it;
/// 3. *identifier*: one line, no invisible characters, and no word that mixes scripts, so that two
///    identifiers that look alike are alike as far as that can be had.
///
/// Each check answers with what is wrong, as the end of a sentence, or with nothing. Normalization
/// is that of the running JDK's Unicode version; characters assigned later count as normalized.
public final class Text {
  /// Below this every character is normalized by itself (no combining mark, no composition).
  private static final int FIRST_COMBINING = 0x300;

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;

  /// The Stream-Safe Text Format of UAX #15 §13. Sorting a run of marks takes time with the square
  /// of its length: without a limit, one payload of 600 kB keeps a node busy for minutes.
  private static final int MARKS_MAX = 30;

  private Text() {}

  /// `text` in Normalization Form C: what a person's input goes through before it is signed. Text
  /// with too many marks in a row is left as it is, and refused when it is to be signed.
  public static String normalized(String text) {
    return isPlainlyNormalized(text) || flawInCharacters(text).isPresent()
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /// Why `text` cannot be signed; empty when it can. O(length).
  public static Optional<String> flawInSignable(String text) {
    if (isPlainlyNormalized(text)) {
      return Optional.empty();
    }
    Optional<String> flaw = flawInCharacters(text);
    if (flaw.isPresent() || Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
      return flaw;
    }
    return Optional.of("text that is not in Unicode Normalization Form C");
  }

  private static Optional<String> flawInCharacters(String text) {
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        return Optional.of("half a surrogate pair, %s at %d".formatted(named(c), i));
      }
      if ((c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)) {
        return Optional.of("a noncharacter, %s at %d".formatted(named(c), i));
      }
      marks = isMark(c) ? marks + 1 : 0;
      if (marks > MARKS_MAX) {
        return Optional.of("more than %d marks in a row, at %d".formatted(MARKS_MAX, i));
      }
      i += Character.charCount(c);
    }
    return Optional.empty();
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  /// Why `text` cannot stand as prose of at most `lengthMax` UTF-16 units; empty when it can.
  public static Optional<String> flawInProse(String text, int lengthMax) {
    return flawInShown(text, lengthMax, false);
  }

  /// Why `text` cannot stand as an identifier of at most `lengthMax` UTF-16 units; empty when it
  /// can. Letters of any script may be used; the zero-width non-joiner only between two
  /// Arabic-script letters, where Persian needs it.
  public static Optional<String> flawInIdentifier(String text, int lengthMax) {
    Optional<String> flaw = flawInShown(text, lengthMax, true);
    return flaw.isPresent() ? flaw : flawInWords(text);
  }

  private static Optional<String> flawInShown(String text, int lengthMax, boolean identifier) {
    if (text.isEmpty()) {
      return Optional.of("nothing");
    }
    if (text.length() > lengthMax) {
      return Optional.of("%d characters where %d are allowed".formatted(text.length(), lengthMax));
    }
    if (text.isBlank() || (identifier && !text.equals(text.strip()))) {
      return Optional.of(text.isBlank() ? "only white space" : "white space at an end");
    }
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (identifier ? !isVisible(text, c, i) : !isProse(c)) {
        return Optional.of("%s at %d".formatted(named(c), i));
      }
      i += Character.charCount(c);
    }
    return flawInSignable(text);
  }

  private static boolean isProse(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\n' || c == '\t';
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.PRIVATE_USE -> false;
      // Embeddings and overrides reach beyond their own word. Isolates and marks do not.
      case Character.FORMAT -> c < 0x202A || c > 0x202E;
      default -> true;
    };
  }

  private static boolean isVisible(String text, int c, int at) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      case Character.FORMAT -> c == ZERO_WIDTH_NON_JOINER && isBetweenArabicLetters(text, at);
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }

  private static boolean isBetweenArabicLetters(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && UnicodeScript.of(text.codePointBefore(at)) == UnicodeScript.ARABIC
        && UnicodeScript.of(text.codePointAt(at + 1)) == UnicodeScript.ARABIC;
  }

  /// One script per word, a word being a run without spaces and marks: `INC-7/مرز` is two words.
  private static Optional<String> flawInWords(String text) {
    UnicodeScript word = UnicodeScript.COMMON;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      UnicodeScript script = UnicodeScript.of(c);
      if (!Character.isLetterOrDigit(c) && script == UnicodeScript.COMMON) {
        word = UnicodeScript.COMMON;
      } else if (script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED) {
        if (word != UnicodeScript.COMMON && word != script) {
          return Optional.of(
              "%s letter %s at %d in a %s word".formatted(script, named(c), i, word));
        }
        word = script;
      }
      i += Character.charCount(c);
    }
    return Optional.empty();
  }

  private static boolean isPlainlyNormalized(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_COMBINING) {
        return false;
      }
    }
    return true;
  }

  private static String named(int c) {
    return String.format("U+%04X", c);
  }
}
