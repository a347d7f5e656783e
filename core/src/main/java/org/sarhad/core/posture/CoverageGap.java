package org.sarhad.core.posture;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.party.PartyId;

/// What the sides have said of one sector, laid beside each other: where the line is open (protocol
/// clause 15-5). A pure function of what was released, so that both nodes show the same.
///
/// @param sector its name
/// @param said by each side that has said something of it
/// @param silent the sides that have not
public record CoverageGap(
    String sector, SortedMap<PartyId, SectorCoverage> said, SortedSet<PartyId> silent) {
  private static final int PERMILLE = 1_000;

  /// Who reaches a sector in time.
  public enum Reached {
    /// Somebody of every side.
    BY_ALL,
    /// Somebody, but not of every side.
    BY_SOME,
    /// Nobody.
    BY_NONE,
    /// A side has not said whether it does.
    UNKNOWN
  }

  /// Copies its collections.
  public CoverageGap {
    said = Ordered.map(said);
    silent = Ordered.set(silent);
  }

  /// One for each sector that a side has spoken of, ascending by name. O(sides · sectors).
  public static List<CoverageGap> of(PostureState state) {
    TreeMap<String, TreeMap<PartyId, SectorCoverage>> rows = new TreeMap<>();
    for (PartyId side : state.parties()) {
      state.summary(side).stream()
          .flatMap(word -> word.said().coverage().sectors().stream())
          .forEach(row -> rows.computeIfAbsent(row.sector(), _ -> new TreeMap<>()).put(side, row));
    }
    return rows.entrySet().stream()
        .map(row -> new CoverageGap(row.getKey(), row.getValue(), without(state, row.getValue())))
        .toList();
  }

  private static SortedSet<PartyId> without(
      PostureState state, SortedMap<PartyId, SectorCoverage> said) {
    TreeSet<PartyId> silent = new TreeSet<>(state.parties());
    silent.removeAll(said.keySet());
    return silent;
  }

  /// The sides of which somebody reaches some of it.
  public SortedSet<PartyId> reachedBy() {
    TreeSet<PartyId> sides = new TreeSet<>();
    said.forEach(
        (side, row) -> {
          if (row.isReached()) {
            sides.add(side);
          }
        });
    return Ordered.set(sides);
  }

  /// The same in a word. A side that is silent is not taken to reach nothing.
  public Reached reached() {
    if (!silent.isEmpty()) {
      return Reached.UNKNOWN;
    }
    int sides = reachedBy().size();
    if (sides == said.size()) {
      return Reached.BY_ALL;
    }
    return sides == 0 ? Reached.BY_NONE : Reached.BY_SOME;
  }

  /// How much of it, in permille, nobody reaches even if the sides reach different parts of it, as
  /// far as they have spoken.
  public int openAtLeastPermille() {
    return Math.max(
        0, PERMILLE - said.values().stream().mapToInt(SectorCoverage::sharePermille).sum());
  }

  /// The same if they reach the same part of it.
  public int openAtMostPermille() {
    return PERMILLE
        - said.values().stream().mapToInt(SectorCoverage::sharePermille).max().orElse(0);
  }
}
