package org.sarhad.node.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.sarhad.core.modalities.TravelTerms;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.FirstArrivals;
import org.sarhad.core.response.GridTravel;
import org.sarhad.core.response.Ranking;
import org.sarhad.core.response.StraightLineTravel;
import org.sarhad.core.response.TravelTime;
import org.sarhad.core.travel.Isochrone;
import org.sarhad.core.travel.PacedGrid;
import org.sarhad.core.travel.Speeds;
import org.sarhad.node.ground.HeldGround;
import org.sarhad.node.ground.Shelf;

/// How journeys are reckoned here: over the ground that the node holds, at the speeds that are
/// agreed now; along the straight line where it holds none. Thread-safe.
final class Ground {
  private final Shelf<HeldGround> shelf;
  private final AtomicReference<Optional<Paced>> last = new AtomicReference<>(Optional.empty());
  private Optional<Reached> reached = Optional.empty();

  /// The steps of a ground, and which that is.
  private record Paced(HeldGround ground, PacedGrid grid) {
    boolean isOf(HeldGround other, Speeds speeds) {
      return ground.sha256().equals(other.sha256()) && grid.speeds().equals(speeds);
    }
  }

  /// @param shelf the node's file, or another that took its place
  Ground(Shelf<HeldGround> shelf) {
    this.shelf = shelf;
  }

  Optional<HeldGround> held() {
    return shelf.held();
  }

  /// The rules in force when `lens` looked.
  static TravelTerms terms(Lens lens) {
    return lens.view().agreed().modalities().settings().travel();
  }

  /// What answers how long a journey takes.
  TravelTime travel(Lens lens) {
    return paced(lens).<TravelTime>map(GridTravel::new).orElse(StraightLineTravel.DEFAULT);
  }

  /// The ground at the agreed speeds; made anew when either changes.
  Optional<PacedGrid> paced(Lens lens) {
    Speeds speeds = terms(lens).speeds();
    return held().map(ground -> paced(ground, speeds));
  }

  private PacedGrid paced(HeldGround ground, Speeds speeds) {
    var known = last.get().filter(paced -> paced.isOf(ground, speeds));
    if (known.isPresent()) {
      return known.get().grid();
    }
    var made = new Paced(ground, new PacedGrid(ground.grid(), speeds));
    last.set(Optional.of(made));
    return made.grid();
  }

  /// What was asked for last, and what came of it.
  private record Reached(
      PacedGrid ground,
      PartyId by,
      List<FirstArrivals.Standing> units,
      List<Duration> limits,
      List<Isochrone> isochrones) {
    boolean isFor(
        PacedGrid other, PartyId side, List<FirstArrivals.Standing> there, List<Duration> times) {
      return ground.equals(other) && by.equals(side) && units.equals(there) && limits.equals(times);
    }
  }

  /// Where the first of `units`, all of the side `by`, is within each of `limits`. One after the
  /// other, and not again while all of that is the same: however many people look at it, it costs
  /// one processor at most.
  synchronized List<Isochrone> isochrones(
      PacedGrid ground, PartyId by, List<FirstArrivals.Standing> units, List<Duration> limits) {
    var known = reached.filter(last -> last.isFor(ground, by, units, limits));
    if (known.isPresent()) {
      return known.get().isochrones();
    }
    var found = FirstArrivals.of(ground, by, units, Ranking.HORIZON).isochrones(limits);
    reached = Optional.of(new Reached(ground, by, units, limits, found));
    return found;
  }
}
