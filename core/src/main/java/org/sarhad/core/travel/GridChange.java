package org.sarhad.core.travel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a new grid changes of the one that is held: what an operator looks at before it takes its
/// place.
///
/// @param before what is held
/// @param after what would take its place
public record GridChange(CostGrid before, CostGrid after) {
  /// So many cells that were of one terrain would be of another.
  ///
  /// @param cells 1 or more
  public record Turn(Terrain from, Terrain to, int cells) {}

  /// A gate that is not the same in both.
  ///
  /// @param before as it is; empty for one that is added
  /// @param after as it would be; empty for one that is gone
  public record GateChange(String name, Optional<Gate> before, Optional<Gate> after) {}

  /// Whether cells lie in the same places, so that they can be compared one by one.
  public boolean isSameRegion() {
    return before.frame().equals(after.frame());
  }

  /// Whether the sides on the hands of the line are the same.
  public boolean hasSameSides() {
    return before.left().equals(after.left()) && before.right().equals(after.right());
  }

  /// How many cells would be counted to the other side than now, or to one where they were to none,
  /// and the reverse; 0 for another region. O(cells).
  public int sidesChanged() {
    int changed = 0;
    for (int cell = 0; isSameRegion() && cell < before.frame().cells(); cell++) {
      changed += before.whose(cell).equals(after.whose(cell)) ? 0 : 1;
    }
    return changed;
  }

  /// The terrain that changes, the most cells first, then in the order of terrains; none for
  /// another region. O(cells).
  public List<Turn> turns() {
    if (!isSameRegion()) {
      return List.of();
    }
    int[][] counts = new int[Terrain.count()][Terrain.count()];
    for (int cell = 0; cell < before.frame().cells(); cell++) {
      counts[before.code(cell)][after.code(cell)]++;
    }
    List<Turn> turns = new ArrayList<>();
    for (int from = 0; from < counts.length; from++) {
      for (int to = 0; to < counts.length; to++) {
        if (from != to && counts[from][to] > 0) {
          turns.add(new Turn(Terrain.at(from), Terrain.at(to), counts[from][to]));
        }
      }
    }
    turns.sort(Comparator.comparingInt((Turn turn) -> -turn.cells()));
    return List.copyOf(turns);
  }

  /// The gates that are added, gone or other than before, by name. Where a gate is, is looked at in
  /// degrees, so that it is the same in another region. O(gates).
  public List<GateChange> gates() {
    SequencedMap<String, Gate> old = byName(before);
    SequencedMap<String, Gate> now = byName(after);
    return Stream.concat(old.keySet().stream(), now.keySet().stream())
        .distinct()
        .sorted()
        .map(
            name ->
                new GateChange(
                    name, Optional.ofNullable(old.get(name)), Optional.ofNullable(now.get(name))))
        .filter(change -> !isSame(change))
        .toList();
  }

  private static SequencedMap<String, Gate> byName(CostGrid grid) {
    SequencedMap<String, Gate> gates = new TreeMap<>();
    grid.gates().forEach(gate -> gates.put(gate.name(), gate));
    return gates;
  }

  private boolean isSame(GateChange change) {
    return Objects.equals(
        change.before().map(gate -> said(before, gate)),
        change.after().map(gate -> said(after, gate)));
  }

  private static List<Object> said(CostGrid grid, Gate gate) {
    return Arrays.asList(
        grid.frame().centre(gate.left()),
        grid.frame().centre(gate.right()),
        gate.isOpen(),
        gate.changesHand());
  }

  /// Whether nothing changes at all.
  public boolean isNone() {
    return isSameRegion()
        && hasSameSides()
        && sidesChanged() == 0
        && turns().isEmpty()
        && gates().isEmpty();
  }
}
