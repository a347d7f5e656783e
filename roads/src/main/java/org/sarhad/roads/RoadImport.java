package org.sarhad.roads;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.util.PointList;
import com.graphhopper.util.RamerDouglasPeucker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.geo.Position;
import org.sarhad.core.travel.GridFrame;
import org.sarhad.core.travel.Survey;
import org.sarhad.core.travel.SurveyFlaw;

/// Roads of a region, out of the elements of a file in their order: nodes in the region and around
/// it are kept, and each way that a car may use becomes the pieces of it that lie there. Mutable,
/// for one file.
final class RoadImport implements Elements {
  /// Most points that a grid is made of (`SurveyReader.POINTS_MAX`).
  static final int POINTS_MAX = 2_000_000;

  /// How far a course may be from what it was before it was thinned: this part of a cell.
  private static final double THINNED = 0.1;

  /// Bends that leave the straight way by no more than this part of a cell, cells do not see.
  private static final double UNSEEN = 0.5;

  private static final double MM_PER_M = 1_000;

  /// How far around the region nodes are kept, so that a road which leaves it is drawn to its edge.
  private static final int AROUND_MICRO = Position.MICRO / 4;

  private final OsmFile file;
  private final GridFrame frame;
  private final NodeStore nodes;
  private final Optional<RoadsFile> out;
  private final Judge judge = new Judge();
  private final double cellM;
  private final RamerDouglasPeucker thinning;
  private final Tally tally = new Tally();
  private long lastNode = Long.MIN_VALUE;
  private long inside;
  private long swapped;

  /// @param out where roads go; empty when they are only counted
  RoadImport(OsmFile file, GridFrame frame, NodeStore nodes, Optional<RoadsFile> out) {
    this.file = file;
    this.frame = frame;
    this.cellM = frame.heightMm() / MM_PER_M;
    this.thinning = new RamerDouglasPeucker().setMaxDistance(THINNED * cellM);
    this.nodes = nodes;
    this.out = out;
  }

  /// Reads all of the file.
  ///
  /// @throws UnfitFileException when no roads come of it
  Tally read(CountedStream.Progress progress) throws IOException, UnfitFileException {
    file.read(progress, this);
    if (tally.roads() == 0) {
      throw file.unfit(Flaw.NO_ROADS, noRoads());
    }
    return tally;
  }

  private String noRoads() {
    if (inside > 0) {
      return "has no road for a car in the region.";
    }
    return swapped > 0
        ? "has nothing in the region, but would if latitude and longitude were exchanged. The region"
            + " is given as south, west, north, east."
        : "has nothing in the region. Maybe it is an extract of elsewhere.";
  }

  @Override
  public void take(ReaderElement element) throws IOException, UnfitFileException {
    switch (element) {
      case ReaderNode node -> node(node);
      case ReaderWay way -> way(way);
      default -> {}
    }
  }

  // ---- nodes ----------------------------------------------------------------------------------

  private void node(ReaderNode node) throws IOException, UnfitFileException {
    if (node.getId() <= lastNode || nodes.isComplete()) {
      throw file.unfit(
          Flaw.UNSORTED,
          "is not sorted: node %d is out of its order. Sort it first (osmium sort)."
              .formatted(node.getId()));
    }
    lastNode = node.getId();
    double latitude = node.getLat();
    double longitude = node.getLon();
    if (isPlace(latitude, longitude)) {
      var at = Position.ofDegrees(latitude, longitude);
      if (isAround(at)) {
        inside++;
        nodes.add(node.getId(), at);
      }
    }
    if (isPlace(longitude, latitude)
        && frame.cell(Position.ofDegrees(longitude, latitude)).isPresent()) {
      swapped++;
    }
  }

  private static boolean isPlace(double latitude, double longitude) {
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  }

  private boolean isAround(Position at) {
    long north = at.latitudeMicro() - (long) frame.southMicro();
    long east = at.longitudeMicro() - (long) frame.westMicro();
    return north >= -AROUND_MICRO
        && north <= (long) frame.rows() * frame.heightMicro() + AROUND_MICRO
        && east >= -AROUND_MICRO
        && east <= (long) frame.columns() * frame.widthMicro() + AROUND_MICRO;
  }

  // ---- ways -----------------------------------------------------------------------------------

  private void way(ReaderWay way) throws IOException, UnfitFileException {
    nodes.complete();
    var made = judge.of(way);
    if (made.isPresent()) {
      var piece = new PointList();
      for (int i = 0; i < way.getNodes().size(); i++) {
        var at = nodes.find(way.getNodes().get(i));
        if (at.isPresent()) {
          piece.add(at.get().latitudeDegrees(), at.get().longitudeDegrees());
        } else {
          add(made.get(), piece);
          piece = new PointList();
        }
      }
      add(made.get(), piece);
    }
  }

  private void add(Made made, PointList piece) throws IOException, UnfitFileException {
    if (piece.size() < 2) {
      return;
    }
    var winding = Winding.of(piece, UNSEEN * cellM);
    var along = made.along(winding);
    thinning.simplify(piece);
    var course = course(piece);
    Optional<SurveyFlaw> flaw = new Survey.Road(along.terrain(), course).flaw(frame);
    if (flaw.isEmpty()) {
      tally.add(made, along.terrain(), winding, course.size());
      if (tally.points() > POINTS_MAX) {
        throw file.unfit(
            Flaw.TOO_MANY,
            "has more roads in the region than a grid is made of (%d points). Choose a smaller region."
                .formatted(POINTS_MAX));
      }
      if (out.isPresent()) {
        out.get().add(along, course);
      }
    }
  }

  private static List<Position> course(PointList points) {
    List<Position> course = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      course.add(Position.ofDegrees(points.getLat(i), points.getLon(i)));
    }
    return course;
  }
}
