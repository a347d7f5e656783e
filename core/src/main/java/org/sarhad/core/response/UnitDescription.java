package org.sarhad.core.response;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.sarhad.core.geo.Place;

/// What a register says of a unit: how it is called on the radio, its type, where it stands when
/// nothing happens, what it can do.
public record UnitDescription(
    String callSign, UnitType type, Place station, Set<Capability> capabilities) {
  public UnitDescription {
    if (callSign.isBlank()) {
      throw new IllegalArgumentException("callSign is blank. Maybe \"Mirjaveh 1\"?");
    }
    capabilities = Collections.unmodifiableSortedSet(new TreeSet<>(capabilities));
  }
}
