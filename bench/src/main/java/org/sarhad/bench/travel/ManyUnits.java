package org.sarhad.bench.travel;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.response.FirstArrivals;
import org.sarhad.core.response.ResponseState;
import org.sarhad.core.response.UnitDescription;
import org.sarhad.core.response.UnitFact;
import org.sarhad.core.response.UnitId;
import org.sarhad.core.response.UnitStatus;
import org.sarhad.core.response.UnitType;
import org.sarhad.core.travel.CostGrid;
import org.sarhad.core.travel.GridFile;
import org.sarhad.core.travel.MalformedGridException;
import org.sarhad.core.travel.PacedGrid;
import org.sarhad.core.travel.Speeds;
import org.sarhad.node.Main;
import org.sarhad.tlog.Bytes;

/// The ground of the demo, with two hundred ready units of one side all over it; another choice for
/// each seed.
///
/// @param ground the grid at the initial speeds
/// @param state in which the units are registered
/// @param units where they stand
/// @param incidents places within 20 km of the line, of either side's
record ManyUnits(
    PacedGrid ground,
    ResponseState state,
    List<FirstArrivals.Standing> units,
    List<Position> incidents) {
  static final int UNITS = 200;
  static final PartyId OWN = PartyId.of("pk");
  static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
  private static final List<UnitType> TYPES =
      List.of(UnitType.PATROL, UnitType.QUICK_REACTION, UnitType.AMBULANCE, UnitType.RESCUE);
  private static final int NEAR_CELLS = 20;

  static PacedGrid demo() throws IOException {
    try (InputStream in = Main.class.getResourceAsStream("/org/sarhad/demo/travel.grid")) {
      var file = Bytes.of(Objects.requireNonNull(in).readAllBytes());
      return new PacedGrid(GridFile.parse(file), Speeds.DEFAULT);
    } catch (MalformedGridException e) {
      throw new IOException(e);
    }
  }

  static ManyUnits of(PacedGrid ground, long seed, int incidents) {
    var random = new SplittableRandom(seed);
    var units = new ArrayList<FirstArrivals.Standing>();
    var state = ResponseState.of(PartyId.of("ir"), OWN);
    for (int i = 0; i < UNITS; i++) {
      var unit =
          new FirstArrivals.Standing(
              somewhere(ground.grid(), random), TYPES.get(random.nextInt(TYPES.size())));
      units.add(unit);
      state = state.apply(context(i), registered(i, unit));
    }
    var places = new ArrayList<Position>();
    while (places.size() < incidents) {
      nearTheLine(ground.grid(), random).ifPresent(places::add);
    }
    return new ManyUnits(ground, state, units, places);
  }

  private static FactContext context(int index) {
    return new FactContext(
        EntryId.of(Origin.of("pk.sarhad.example/journal"), index),
        OWN,
        false,
        NOON,
        Optional.of(OfficerId.of("pk.sarhad.example/officer/1")),
        Set.of(Role.DISPATCHER));
  }

  private static UnitFact registered(int index, FirstArrivals.Standing unit) {
    return new UnitFact.Registered(
        new UnitId(OWN, index + 1),
        new UnitDescription("Unit", unit.type(), Place.at("Post", unit.at(), 0), Set.of()),
        UnitStatus.AVL);
  }

  private static Position somewhere(CostGrid grid, SplittableRandom random) {
    while (true) {
      int cell = random.nextInt(grid.frame().cells());
      if (grid.whose(cell).equals(Optional.of(OWN))) {
        return grid.frame().centre(cell);
      }
    }
  }

  /// A cell with ground of the other side within so many cells to the east or the west.
  private static Optional<Position> nearTheLine(CostGrid grid, SplittableRandom random) {
    int columns = grid.frame().columns();
    int cell =
        random.nextInt(grid.frame().rows()) * columns
            + random.nextInt(NEAR_CELLS, columns - NEAR_CELLS);
    var here = grid.whose(cell);
    boolean isNear =
        here.isPresent()
            && List.of(cell - NEAR_CELLS, cell + NEAR_CELLS).stream()
                .map(grid::whose)
                .anyMatch(other -> other.isPresent() && !other.equals(here));
    return isNear ? Optional.of(grid.frame().centre(cell)) : Optional.empty();
  }
}
