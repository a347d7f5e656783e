package org.sarhad.core.travel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;

/// What people know of a region, out of which its grid is made (protocol clause 19-2.4): areas of
/// ground, one painted over the other; roads over them all; the operational line; the gates in it.
///
/// @param frame the cells
/// @param left the side to the left of who walks along the line
/// @param right the side to the right
/// @param line how it runs
/// @param areas in the order in which they are painted
/// @param roads the faster counts where two meet
/// @param gates in any order
public record Survey(
    GridFrame frame,
    PartyId left,
    PartyId right,
    List<Position> line,
    List<Area> areas,
    List<Road> roads,
    List<GatePoint> gates) {

  /// Copies the lists.
  public Survey {
    line = List.copyOf(line);
    areas = List.copyOf(areas);
    roads = List.copyOf(roads);
    gates = List.copyOf(gates);
  }

  /// Ground of one kind. What lies in an even number of its edges is not part of it.
  ///
  /// @param edges outer edges and holes, each closed by itself: the last point is joined with the
  ///   first
  public record Area(Terrain terrain, List<List<Position>> edges) {
    /// Copies the lists.
    public Area {
      edges = edges.stream().map(List::copyOf).toList();
    }

    /// What is wrong with it, if anything.
    public Optional<SurveyFlaw> flaw(GridFrame frame) {
      if (edges.isEmpty() || edges.stream().anyMatch(edge -> edge.size() < 3)) {
        return Optional.of(SurveyFlaw.EMPTY);
      }
      return placed(frame, edges.stream().flatMap(List::stream).toList())
          .or(() -> EdgeCheck.of(frame.region(), edges).map(EdgeCheck::flaw));
    }
  }

  /// A road.
  ///
  /// @param terrain what it is made of; one that [Terrain#isRoad]
  /// @param course how it runs
  public record Road(Terrain terrain, List<Position> course) {
    /// Copies the list.
    ///
    /// @throws IllegalArgumentException when it is made of no road
    public Road {
      if (!terrain.isRoad()) {
        throw new IllegalArgumentException("a road of " + terrain);
      }
      course = List.copyOf(course);
    }

    /// What is wrong with it, if anything.
    public Optional<SurveyFlaw> flaw(GridFrame frame) {
      return course.size() < 2 ? Optional.of(SurveyFlaw.EMPTY) : placed(frame, course);
    }
  }

  /// Where one gets through the line.
  ///
  /// @param name as that of a [Gate]
  /// @param at near the line
  public record GatePoint(String name, Position at, boolean isOpen, boolean changesHand) {
    /// What is wrong with it by itself, if anything.
    public Optional<SurveyFlaw> flaw(GridFrame frame) {
      return placed(frame, List.of(at));
    }
  }

  private static Optional<SurveyFlaw> placed(GridFrame frame, List<Position> points) {
    return SurveyFlaw.of(frame.region().fit(points));
  }

  /// What is wrong with its parts. O(points · log points), longer where an edge winds much.
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    collect(findings, "area", areas.stream().map(area -> area.flaw(frame)));
    collect(findings, "road", roads.stream().map(road -> road.flaw(frame)));
    collect(findings, "gate", gates.stream().map(gate -> gate.flaw(frame)));
    return List.copyOf(findings);
  }

  private static void collect(
      List<Finding> findings, String part, Stream<Optional<SurveyFlaw>> flaws) {
    List<Optional<SurveyFlaw>> all = flaws.toList();
    for (int i = 0; i < all.size(); i++) {
      int number = i;
      all.get(i).ifPresent(flaw -> findings.add(new Finding(part, number, flaw)));
    }
  }

  /// A part of a survey with something wrong.
  ///
  /// @param part `area`, `road` or `gate`
  /// @param number which of them, from 0
  public record Finding(String part, int number, SurveyFlaw flaw) {}

  /// The same without the parts that [#findings] names.
  public Survey sound() {
    return new Survey(
        frame,
        left,
        right,
        line,
        areas.stream().filter(area -> area.flaw(frame).isEmpty()).toList(),
        roads.stream().filter(road -> road.flaw(frame).isEmpty()).toList(),
        gates.stream().filter(gate -> gate.flaw(frame).isEmpty()).toList());
  }

  /// The grid. O(cells + points · cells along them).
  ///
  /// @throws UnfitSurveyException when a part has a flaw, the line does not keep the sides apart,
  ///   or a gate is not at it
  public CostGrid grid() throws UnfitSurveyException {
    List<Finding> findings = findings();
    if (!findings.isEmpty()) {
      throw new UnfitSurveyException(findings.getFirst().flaw(), Optional.empty());
    }
    return GridMaker.made(this);
  }
}
