package org.sarhad.core.joint;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.sarhad.core.geo.Position;
import org.sarhad.core.response.FirstArrivals;
import org.sarhad.core.travel.CostGrid;
import org.sarhad.core.travel.Gate;

/// A gate as a place where units of both sides could meet, each on its own soil (protocol clause
/// 19-7). Agreed on by an act of hand-over, as any other place is; this is what a node would
/// propose.
///
/// @param gate its name
/// @param at where it is
/// @param ownSeconds until the first own unit is there; empty where none is in reach
/// @param otherSeconds until the first unit of the other side is there, of those it has shown
public record MeetingPoint(
    String gate, Position at, OptionalLong ownSeconds, OptionalLong otherSeconds) {
  private static final Comparator<MeetingPoint> LATER_ARRIVAL_SOONEST =
      Comparator.comparingLong(MeetingPoint::later).thenComparing(MeetingPoint::gate);

  /// The open gates, the one first at which the later side arrives soonest; those that one side is
  /// not known to reach come last.
  ///
  /// @param own how soon own units are anywhere
  /// @param other how soon units that the other side has shown are anywhere
  public static List<MeetingPoint> all(CostGrid grid, FirstArrivals own, FirstArrivals other) {
    return grid.gates().stream()
        .filter(Gate::isOpen)
        .map(gate -> of(grid, gate, own, other))
        .sorted(LATER_ARRIVAL_SOONEST)
        .toList();
  }

  private static MeetingPoint of(CostGrid grid, Gate gate, FirstArrivals own, FirstArrivals other) {
    Position at = grid.frame().centre(gate.left());
    return new MeetingPoint(gate.name(), at, own.seconds(at), other.seconds(at));
  }

  /// When both are there; the longest time there is if one side is not known to come.
  private long later() {
    return Math.max(ownSeconds.orElse(Long.MAX_VALUE), otherSeconds.orElse(Long.MAX_VALUE));
  }
}
