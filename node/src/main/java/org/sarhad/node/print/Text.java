package org.sarhad.node.print;

import java.text.Bidi;
import java.util.regex.Pattern;

/// Words on paper, and which way they run.
///
/// @param words what is set
/// @param flow which way
public record Text(String words, Flow flow) {
  /// What draws nothing or turns what stands around it; the joiners of the Arabic script are not
  /// among them. The console shows the same ones (`terms.js`).
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\x{0}-\\x{8}\\x{b}-\\x{1f}\\x{7f}-\\x{9f}\\x{ad}\\x{61c}\\x{180e}\\x{200b}\\x{200e}"
              + "\\x{200f}\\x{2028}-\\x{202e}\\x{2060}-\\x{2069}\\x{feff}]");

  /// Which way words run.
  public enum Flow {
    /// As the sheet does: words of the catalogues.
    SHEET,
    /// As their first letter says, and from that edge of the page: what a person wrote. A single
    /// line begins where those of the sheet do, beside its name.
    OWN,
    /// From left to right, at the edge where the sheet's lines begin: names of entries, hashes.
    CODE,
    /// From left to right and from the left edge of the page: exact bytes.
    EXACT
  }

  /// Words of the sheet's language.
  public static Text of(String words) {
    return new Text(words, Flow.SHEET);
  }

  /// What a person wrote. Characters that do not show are made to, so that nothing signed can hide
  /// or turn its neighbours around.
  public static Text written(String words) {
    var shown =
        UNSEEN
            .matcher(words.replace("\r\n", "\n"))
            .replaceAll(found -> "[U+%04X]".formatted(found.group().codePointAt(0)));
    return new Text(shown, Flow.OWN);
  }

  /// A name or a hash.
  public static Text code(String words) {
    return new Text(words, Flow.CODE);
  }

  /// A text in its exact letters.
  static Text exact(String words) {
    return new Text(words, Flow.EXACT);
  }

  /// Whether its lines run from right to left on a sheet that does or does not.
  boolean isRightToLeft(boolean sheetIs) {
    return switch (flow) {
      case SHEET -> sheetIs;
      case CODE, EXACT -> false;
      case OWN ->
          !new Bidi(
                  words,
                  sheetIs
                      ? Bidi.DIRECTION_DEFAULT_RIGHT_TO_LEFT
                      : Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT)
              .baseIsLeftToRight();
    };
  }

  /// Whether its lines begin at the right edge of what they stand in.
  boolean beginsAtRight(boolean sheetIs) {
    return flow == Flow.CODE ? sheetIs : isRightToLeft(sheetIs);
  }
}
