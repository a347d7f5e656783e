package org.sarhad.core.names;

/// One word of a folded name.
///
/// @param text small Latin letters and digits; letters that no table writes in Latin as they are
/// @param sound what is heard of it ([Sound]); empty for a word with digits
/// @param weight how much it tells: 1000, less for one that many names have
record Word(String text, String sound, int weight) {
  static final int FULL = 1000;

  private static final int SOUND_MIN = 3;

  static Word of(String text) {
    boolean hasDigit = text.chars().anyMatch(c -> c >= '0' && c <= '9');
    return new Word(text, hasDigit ? "" : Sound.of(text), PlainWords.weight(text));
  }

  boolean isNumber() {
    return sound.isEmpty();
  }

  /// Whether enough is heard of it to tell it from others.
  boolean isHeard() {
    return sound.length() >= SOUND_MIN;
  }

  /// How alike it is to `other`, 0 to 1000. Numbers are the same or not: `11` is not nearly `12`.
  int likeness(Word other) {
    if (text.equals(other.text)) {
      return Likeness.FULL;
    }
    if (isNumber() || other.isNumber()) {
      return 0;
    }
    int longer = Math.max(text.length(), other.text.length());
    int allowed = Spelling.slipsAllowed(longer);
    int slips = Spelling.slips(text, other.text, allowed);
    int spelled = slips <= allowed ? Likeness.FULL - slips * Likeness.FULL / longer : 0;
    boolean soundsSame = isHeard() && sound.equals(other.sound);
    return soundsSame ? Math.max(spelled, Likeness.SAME_SOUND) : spelled;
  }

  Meeting.How how(Word other) {
    if (text.equals(other.text)) {
      return Meeting.How.SAME;
    }
    return isHeard() && sound.equals(other.sound) ? Meeting.How.SOUND : Meeting.How.SPELLING;
  }
}
