package org.sarhad.core.energy;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;

/// A tariff band: from a quarter of the day on, until the next one begins.
///
/// @param name 1 to 16 characters; two stretches of a day can have the same
/// @param from the quarter that it begins with, 0 to 95
public record Band(String name, int from) {
  /// Most stretches of a day.
  public static final int MOST = 16;

  private static final int NAME_MAX = 16;

  /// @throws IllegalArgumentException when a value is out of range
  public Band {
    Optional<String> flaw = Text.flawInIdentifier(name, NAME_MAX);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException("name of a band has " + flaw.get());
    }
    if (from < 0 || from >= Quarters.COUNT) {
      throw new IllegalArgumentException("a band from quarter " + from + "; expected 0 to 95");
    }
  }

  /// `bands`, if they make up a day.
  ///
  /// @throws IllegalArgumentException when they do not begin with it, or do not ascend
  static List<Band> ofADay(List<Band> bands) {
    boolean isDay = !bands.isEmpty() && bands.size() <= MOST && bands.getFirst().from == 0;
    for (int i = 1; i < bands.size(); i++) {
      isDay &= bands.get(i - 1).from < bands.get(i).from;
    }
    if (!isDay) {
      throw new IllegalArgumentException(
          "bands %s; expected 1 to %d, ascending, the first from 0".formatted(bands, MOST));
    }
    return List.copyOf(bands);
  }

  Json.Obj toJson() {
    return Json.obj().put("from", from).put("name", name).build();
  }

  static Band fromJson(Json.Obj json) throws MalformedJsonException {
    return new Band(json.text("name"), json.smallInteger("from", 0, Quarters.COUNT - 1));
  }
}
