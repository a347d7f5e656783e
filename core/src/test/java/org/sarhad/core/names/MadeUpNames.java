package org.sarhad.core.names;

import java.util.List;
import java.util.SplittableRandom;

/// Names that nobody has, near enough to each other for some of them to be alike.
final class MadeUpNames {
  private static final List<String> WORDS =
      List.of(
          "taftan",
          "tafthan",
          "saindak",
          "saimdak",
          "copper",
          "coper",
          "kopper",
          "qeshm",
          "gheshm",
          "nur",
          "noor",
          "trading",
          "general",
          "marine",
          "depot",
          "11",
          "12",
          "bel",
          "tech",
          "beltech",
          "chagai",
          "chaghi",
          "khazar",
          "hazar",
          "x",
          "chromite",
          "chromites");

  private MadeUpNames() {}

  static FoldedName folded(SplittableRandom random) {
    return FoldedName.of(name(random));
  }

  static String name(SplittableRandom random) {
    StringBuilder name = new StringBuilder();
    int words = random.nextInt(1, 5);
    for (int i = 0; i < words; i++) {
      name.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
    }
    return name.toString();
  }
}
