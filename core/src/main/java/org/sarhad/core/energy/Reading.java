package org.sarhad.core.energy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;

/// What one meter says of one day (protocol clause 18-4.4).
///
/// @param serial of the meter; 1 to 64 characters. A meter that is exchanged is another one
/// @param from its register before the first quarter, in watt hours, 0 to 2^53 - 1
/// @param to its register behind the last one
/// @param quarters what flowed; 0 where there is no figure
/// @param quality where each figure is from
public record Reading(String serial, long from, long to, Quarters quarters, List<Quality> quality) {
  private static final int SERIAL_MAX = 64;

  /// @throws IllegalArgumentException when a value is out of range, or a gap has a figure
  public Reading {
    quality = List.copyOf(quality);
    Optional<String> flaw = Text.flawInIdentifier(serial, SERIAL_MAX);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException("serial of a meter has " + flaw.get());
    }
    requireRegister(from);
    requireRegister(to);
    if (quality.size() != Quarters.COUNT) {
      throw new IllegalArgumentException(
          "quality of %d quarters; expected %d".formatted(quality.size(), Quarters.COUNT));
    }
    for (int i = 0; i < Quarters.COUNT; i++) {
      if (quality.get(i) == Quality.GAP && quarters.wh().get(i) != 0) {
        throw new IllegalArgumentException("quarter " + i + " is a gap and has a figure");
      }
    }
  }

  private static void requireRegister(long wh) {
    if (wh < 0 || wh > Json.INTEGER_MAX) {
      throw new IllegalArgumentException(
          "register at %d Wh; expected 0 to %d".formatted(wh, Json.INTEGER_MAX));
    }
  }

  /// What the register says has flowed; less than nothing where it ran backwards.
  public long delta() {
    return to - from;
  }

  /// The quarters without a figure, ascending.
  public List<Integer> gaps() {
    return IntStream.range(0, Quarters.COUNT)
        .filter(i -> quality.get(i) == Quality.GAP)
        .boxed()
        .toList();
  }

  /// Whether the register and the quarters say the same; with gaps, whether what is left for them
  /// can have flowed in them.
  public boolean agrees() {
    long left = delta() - quarters.sum();
    return left >= 0 && left <= gaps().size() * Quarters.MOST;
  }

  /// The quarters, with what the register has beyond them spread over the gaps. Adds up to
  /// [#delta()] where the two agree.
  public Quarters filled() {
    return quarters.spread(gaps(), delta() - quarters.sum());
  }

  void putInto(JsonBuilder json) {
    StringBuilder letters = new StringBuilder();
    quality.forEach(one -> letters.append(one.letter()));
    json.put("from", from)
        .put("quality", letters.toString())
        .put("quarters", quarters.toJson())
        .put("serial", serial)
        .put("to", to);
  }

  static Reading fromJson(Json.Obj json) throws MalformedJsonException {
    return new Reading(
        json.text("serial"),
        json.integer("from", 0, Json.INTEGER_MAX),
        json.integer("to", 0, Json.INTEGER_MAX),
        Quarters.fromJson(json.array("quarters")),
        json.as("quality", Reading::letters));
  }

  private static List<Quality> letters(String text) {
    return text.chars()
        .mapToObj(
            letter ->
                Quality.find((char) letter)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "quality \"%s\"; expected the letters m, e, s and -"
                                    .formatted(text))))
        .toList();
  }
}
