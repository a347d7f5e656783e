package org.sarhad.core.names;

/// A word of one name that met a word of the other: a line of the reasons for a hit.
///
/// @param one word of the name that was asked for, folded
/// @param other word of the name that it was compared with, folded
/// @param how in what they agree
/// @param likeness 1 to 1000
public record Meeting(String one, String other, How how, int likeness) {
  /// In what two words agree.
  public enum How {
    /// They are the same.
    SAME,
    /// They sound the same.
    SOUND,
    /// They are spelled nearly the same.
    SPELLING,
    /// They do if the blanks between words are left out.
    JOINED
  }
}
