package org.sarhad.core.handover;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.register.IncidentName;

/// Who is responsible for what of one incident, and how that came about. Immutable.
///
/// @param whole who has the incident as a whole
/// @param parts who has a part that has passed on by itself; no others
/// @param passages everything that has happened, numbered from 0
public record Charge(
    Holding whole, PersistentMap<Part, Holding> parts, PersistentMap<Integer, Passage> passages) {

  /// As it is when nothing has been handed over: the opener has all of it.
  static Charge of(IncidentName incident) {
    return new Charge(Holding.ofOpener(incident), PersistentMap.empty(), PersistentMap.empty());
  }

  /// Who has `part`: who has had it by itself, or else who has the whole.
  public Holding of(Part part) {
    return parts.getOrElse(part, whole);
  }

  /// What has happened to `part` and to the whole it belongs to, in that order.
  public List<Passage> history(Part part) {
    return passages
        .values()
        .filter(passage -> passage.part().isWhole() || passage.part().equals(part))
        .toList();
  }

  /// The last time that `part` itself passed on.
  Optional<Passage> last(Part part) {
    return passages
        .values()
        .filter(passage -> passage.part().equals(part))
        .reduce((_, later) -> later);
  }

  /// After `passage`. Who takes the whole takes every part that the giver had; what others have by
  /// themselves, the taker's own among it, stays as it is (protocol clause 12-4.3).
  Charge after(Passage passage) {
    Holding next = new Holding(passage.to(), Optional.of(passage.since()));
    PersistentMap<Integer, Passage> all = passages.put(passages.size(), passage);
    if (!passage.part().isWhole()) {
      return new Charge(whole, parts.put(passage.part(), next), all);
    }
    return switch (passage.cause()) {
      case HANDED_OVER -> new Charge(next, partsNotOf(passage), all);
      // What the taker had by itself is none of what is given back.
      case GIVEN_BACK -> new Charge(next, parts, all);
    };
  }

  private PersistentMap<Part, Holding> partsNotOf(Passage passage) {
    PersistentMap<Part, Holding> kept = parts;
    for (PersistentMap.Entry<Part, Holding> part : parts) {
      boolean isGivers = part.value().side().equals(passage.from());
      kept = isGivers ? kept.remove(part.key()) : kept;
    }
    return kept;
  }
}
