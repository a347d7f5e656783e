package org.sarhad.e2e.browser;

import java.util.List;
import java.util.stream.IntStream;

/// In which of its variants a screen is looked at: in some, by turns, so that a run of all screens
/// has seen each variant of every part that screens share; in all of them when `SARHAD_SCREENSHOTS`
/// asks for pictures, which takes three times as long.
final class Variants {
  /// Whether every variant is looked at, and kept as a picture.
  static final boolean ALL = System.getenv("SARHAD_SCREENSHOTS") != null;

  private Variants() {}

  /// Those of `all` in which `screen` is looked at: `taken` of them, neighbours in the list.
  static <T> List<T> of(Screen screen, List<T> all, int taken) {
    int first = Screen.ALL.indexOf(screen);
    return ALL
        ? all
        : IntStream.range(0, taken).mapToObj(i -> all.get((first + i) % all.size())).toList();
  }
}
