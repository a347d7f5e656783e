package org.sarhad.e2e.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Screens that are looked at one after the other in one tab: the first is loaded, to the others
/// goes what a link does. To load the console costs as much as to look at a screen.
///
/// All are of one scene and one chapter, so that none has words or a style sheet from another
/// chapter that it forgot to ask for itself. Only to the last of them anything is pressed: what
/// somebody has begun to write, the console keeps.
record Round(List<Screen> screens) {
  /// All of them, each in one round: by itself where everything is looked at ([Variants]).
  static List<Round> of(Stream<Screen> screens) {
    return Variants.ALL
        ? screens.map(screen -> new Round(List.of(screen))).toList()
        : ofChapters(screens);
  }

  private static List<Round> ofChapters(Stream<Screen> screens) {
    Map<String, List<Screen>> byChapter =
        screens.collect(
            Collectors.groupingBy(
                screen -> screen.scene() + " " + screen.chapter(),
                LinkedHashMap::new,
                Collectors.toList()));
    List<Round> rounds = new ArrayList<>();
    for (List<Screen> chapter : byChapter.values()) {
      List<Screen> round = new ArrayList<>(chapter);
      round.removeIf(Round::isPressed);
      for (Screen pressed : chapter.stream().filter(Round::isPressed).toList()) {
        round.add(pressed);
        rounds.add(new Round(List.copyOf(round)));
        round.clear();
      }
      if (!round.isEmpty()) {
        rounds.add(new Round(List.copyOf(round)));
      }
    }
    return rounds;
  }

  private static boolean isPressed(Screen screen) {
    return !screen.press().isEmpty();
  }

  @Override
  public String toString() {
    return screens.stream().map(Screen::name).collect(Collectors.joining(", "));
  }
}
