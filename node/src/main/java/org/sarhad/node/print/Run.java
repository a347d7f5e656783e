package org.sarhad.node.print;

import java.awt.Font;
import java.awt.font.GlyphVector;
import java.awt.font.TextLayout;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/// Shaped letters of one typeface and one direction, in the order in which they stand.
///
/// @param letters shaped at [Typeface#UNITS] points
record Run(Typeface face, GlyphVector letters) {

  /// The runs of one line, from its left end to its right one.
  ///
  /// @param laid the line, as it was broken
  /// @param words the paragraph, and `faces` the typeface of each `char` of it
  /// @param from where the line begins in the paragraph
  static List<Run> of(TextLayout laid, char[] words, Typeface[] faces, int from) {
    int length = laid.getCharacterCount();
    var runs = new ArrayList<Run>();
    var levels = new ArrayList<Byte>();
    int begin = 0;
    for (int at = 1; at <= length; at++) {
      byte level = laid.getCharacterLevel(begin);
      if (at == length
          || laid.getCharacterLevel(at) != level
          || faces[from + at] != faces[from + begin]) {
        runs.add(shaped(words, from + begin, from + at, faces[from + begin], level));
        levels.add(level);
        begin = at;
      }
    }
    return inOrder(runs, levels);
  }

  private static Run shaped(char[] words, int from, int to, Typeface face, byte level) {
    int direction = level % 2 == 0 ? Font.LAYOUT_LEFT_TO_RIGHT : Font.LAYOUT_RIGHT_TO_LEFT;
    return new Run(face, face.font().layoutGlyphVector(Typeface.FREE, words, from, to, direction));
  }

  private static List<Run> inOrder(List<Run> runs, List<Byte> levels) {
    var ordered = runs.toArray();
    var plain = new byte[levels.size()];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = levels.get(i);
    }
    Bidi.reorderVisually(plain, 0, ordered, 0, ordered.length);
    return List.of(ordered).stream().map(Run.class::cast).toList();
  }

  /// Its width, in [Typeface#UNITS].
  double advance() {
    return letters.getGlyphPosition(letters.getNumGlyphs()).getX();
  }
}
