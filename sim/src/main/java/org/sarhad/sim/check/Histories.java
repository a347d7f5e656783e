package org.sarhad.sim.check;

import java.util.Map;
import java.util.TreeMap;
import org.sarhad.core.party.Origin;

/// The histories of all logs.
public final class Histories {
  private final Map<Origin, History> byOrigin = new TreeMap<>();

  /// The history of `origin`.
  public History of(Origin origin) {
    return byOrigin.computeIfAbsent(origin, History::new);
  }
}
