package org.sarhad.core.json;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Random values of the profile.
public final class RandomJson {
  private static final String[] TEXTS = {
    "",
    "a",
    "مرز",
    "سرحد پر",
    "می\u200cروند",
    "\"\\\b\f\n\r\t\u0001\u007f",
    "é",
    "𐍈 and 😀",
    "\u2028",
  };

  private RandomJson() {}

  /// An object with up to `width` members, nested up to `depth` levels.
  public static Json.Obj object(SplittableRandom random, int depth, int width) {
    JsonBuilder object = Json.obj();
    int members = random.nextInt(width + 1);
    for (int i = 0; i < members; i++) {
      String name = "n" + Integer.toString(random.nextInt(1000), 36) + "_" + i;
      object.put(name, value(random, depth - 1, width));
    }
    return object.build();
  }

  /// Any value, nested up to `depth` levels.
  public static Json value(SplittableRandom random, int depth, int width) {
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> Json.ofNull();
      case 1 -> Json.of(random.nextBoolean());
      case 2 -> Json.of(random.nextLong(-Json.INTEGER_MAX, Json.INTEGER_MAX + 1));
      case 3 -> Json.of(random.nextInt(-20, 20));
      case 4 -> Json.of(text(random) + text(random));
      case 5 -> object(random, depth, width);
      default ->
          Json.arr(
              IntStream.range(0, random.nextInt(width + 1))
                  .mapToObj(_ -> value(random, depth - 1, width)));
    };
  }

  private static String text(SplittableRandom random) {
    return TEXTS[random.nextInt(TEXTS.length)];
  }
}
