package org.sarhad.node.print;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.util.List;
import org.sarhad.tlog.BugException;

/// The fonts of a sheet: Inter for the Latin script, Vazirmatn for the Arabic one, each regular and
/// bold, cut to these scripts. Loaded once, the first time anything is printed: a quarter of a
/// second and a few megabytes.
///
/// What neither has, such as a letter of a third script, is drawn as an empty box; its exact bytes
/// are in the attached files.
enum Typeface {
  INTER("inter-regular"),
  VAZIRMATN("vazirmatn-regular"),
  INTER_BOLD("inter-bold"),
  VAZIRMATN_BOLD("vazirmatn-bold");

  /// Points in which letters are shaped; outlines and widths are scaled from there.
  static final int UNITS = 1_000;

  /// Without a grid of pixels: what is shaped at one size is right at every size.
  static final FontRenderContext FREE = new FontRenderContext(null, true, true);

  private static final List<Typeface> REGULAR = List.of(INTER, VAZIRMATN);
  private static final List<Typeface> BOLD = List.of(INTER_BOLD, VAZIRMATN_BOLD);

  @SuppressWarnings("ImmutableEnumChecker") // a font never changes
  private final Font font;

  Typeface(String file) {
    this.font = load(file).deriveFont((float) UNITS);
  }

  private static Font load(String file) {
    try (var in = Typeface.class.getResourceAsStream(file + ".ttf")) {
      if (in == null) {
        throw new BugException("no font " + file);
      }
      Headless.begin();
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException | FontFormatException e) {
      throw new BugException("font %s cannot be read: %s".formatted(file, e.getMessage()));
    }
  }

  /// Loads the fonts, unless that was done before.
  static void prepare() {
    // That the class is there is all.
  }

  Font font() {
    return font;
  }

  /// The typeface of every `char` of `words`. O(length).
  static Typeface[] of(String words, boolean isBold) {
    var choices = isBold ? BOLD : REGULAR;
    var faces = new Typeface[words.length()];
    var current = choices.getFirst();
    int at = 0;
    while (at < words.length()) {
      int letter = words.codePointAt(at);
      current = choose(letter, current, choices);
      int end = at + Character.charCount(letter);
      while (at < end) {
        faces[at++] = current;
      }
    }
    return faces;
  }

  /// The typeface of the run that `letter` stands in, where that can draw it and the letter belongs
  /// to no script of its own: a blank or a full stop tears no word apart.
  private static Typeface choose(int letter, Typeface current, List<Typeface> choices) {
    boolean isShared =
        switch (Character.UnicodeScript.of(letter)) {
          case COMMON, INHERITED -> isInvisible(letter) || current.font.canDisplay(letter);
          default -> false;
        };
    return isShared
        ? current
        : choices.stream().filter(face -> face.font.canDisplay(letter)).findFirst().orElse(current);
  }

  private static boolean isInvisible(int letter) {
    return Character.getType(letter) == Character.FORMAT || Character.isWhitespace(letter);
  }
}
