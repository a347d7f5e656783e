package org.sarhad.core.response;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.travel.Arrivals;
import org.sarhad.core.travel.CostGrid;
import org.sarhad.core.travel.PacedGrid;
import org.sarhad.core.travel.Passage;

/// Over the ground of a grid (protocol clause 19-5).
///
/// A place that lies on own soil, or so near the line that own soil is near it, is reached on own
/// soil; any other only through an open gate. The grid knows how fast a patrol vehicle is; other
/// types are as much faster or slower everywhere as their planning speeds are. Who flies or swims,
/// and whoever is where the grid has no ground, is estimated by the straight line.
///
/// @param ground the grid, and how fast one is on it
/// @param otherwise answers where the grid has no ground
public record GridTravel(PacedGrid ground, StraightLineTravel otherwise) implements TravelTime {
  private static final long MS_PER_SECOND = 1_000;

  /// Over `ground`, and along the default straight line where there is none.
  public GridTravel(PacedGrid ground) {
    this(ground, StraightLineTravel.DEFAULT);
  }

  @Override
  public Approach toward(Position to, PartyId by, Duration horizon) {
    CostGrid grid = ground.grid();
    OptionalInt own = grid.anchor(to, Optional.of(by));
    OptionalInt any = own.isPresent() ? own : grid.anchor(to, Optional.empty());
    if (any.isEmpty()) {
      return otherwise.toward(to, by, horizon);
    }
    return new Ways(this, to, by, any.getAsInt(), own.isPresent(), horizon);
  }

  private Arrivals arrivals(int cell, Passage passage, Duration horizon) {
    return Arrivals.at(ground, List.of(cell), passage, horizon);
  }

  /// To one place. Who is abroad comes home through a gate as well, though it lies on own soil;
  /// that way is looked for when the first such unit is asked about. Not for several threads.
  private static final class Ways implements Approach {
    private final GridTravel travel;
    private final Position to;
    private final PartyId by;
    private final int cell;
    private final Duration horizon;
    private Optional<Arrivals> onOwnSoil = Optional.empty();
    private Optional<Arrivals> throughGates = Optional.empty();

    Ways(GridTravel travel, Position to, PartyId by, int cell, boolean isOwn, Duration horizon) {
      this.travel = travel;
      this.to = to;
      this.by = by;
      this.cell = cell;
      this.horizon = horizon;
      if (isOwn) {
        onOwnSoil = Optional.of(travel.arrivals(cell, Passage.OWN_SOIL, horizon));
      }
    }

    @Override
    public Optional<Travel> from(Position from, UnitType type) {
      OptionalInt start = isDriven(type) ? travel.place(from, by) : OptionalInt.empty();
      return start.isPresent()
          ? travel(arrivals(start.getAsInt()), start.getAsInt(), type)
          : Optional.of(travel.otherwise.estimate(from, to, type));
    }

    private Arrivals arrivals(int start) {
      boolean isHome = travel.ground.grid().whose(start).equals(Optional.of(by));
      if (isHome && onOwnSoil.isPresent()) {
        return onOwnSoil.get();
      }
      Arrivals open =
          throughGates.orElseGet(() -> travel.arrivals(cell, Passage.OPEN_GATES, horizon));
      throughGates = Optional.of(open);
      return open;
    }
  }

  private static Optional<Travel> travel(Arrivals arrivals, int start, UnitType type) {
    return arrivals
        .way(start)
        .map(
            way ->
                new Travel(
                    Duration.ofSeconds(scaled(way.millis(), type) / MS_PER_SECOND),
                    way.metres(),
                    Basis.ROUTED,
                    Optional.of(way)));
  }

  /// The cell a unit of `by` sets out from: on its own soil if that is near.
  private OptionalInt place(Position from, PartyId by) {
    OptionalInt own = ground.grid().anchor(from, Optional.of(by));
    return own.isPresent() ? own : ground.grid().anchor(from, Optional.empty());
  }

  /// Whether a unit of `type` goes over the ground.
  static boolean isDriven(UnitType type) {
    return !type.flies() && type != UnitType.BOAT;
  }

  /// What takes a patrol vehicle `millis` takes a unit of `type` as much longer or shorter as its
  /// planning speed says.
  static long scaled(long millis, UnitType type) {
    return millis * UnitType.PATROL.speedKmh() / type.speedKmh();
  }
}
