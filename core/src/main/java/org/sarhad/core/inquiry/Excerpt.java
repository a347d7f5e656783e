package org.sarhad.core.inquiry;

/// The part of a text that is visible before "more": the same length for everybody (protocol clause
/// 09-8.2).
///
/// @param shown the beginning, at most [#LENGTH] characters, never half a character
/// @param hasMore whether something follows
public record Excerpt(String shown, boolean hasMore) {
  /// Visible characters (code points).
  public static final int LENGTH = 280;

  /// The beginning of `text`.
  public static Excerpt of(String text) {
    if (text.codePointCount(0, text.length()) <= LENGTH) {
      return new Excerpt(text, false);
    }
    return new Excerpt(text.substring(0, text.offsetByCodePoints(0, LENGTH)), true);
  }
}
