package org.sarhad.roads;

import com.graphhopper.util.DistanceCalcEarth;
import com.graphhopper.util.PointList;
import com.graphhopper.util.RamerDouglasPeucker;

/// How a road winds. Ways over the ground go from cell to cell, and none of them follows a bend
/// that is smaller than a cell; a vehicle does. On a road up a mountain it drives two or three
/// times as far as it gets on.
///
/// @param drivenM its length in metres
/// @param gainedM how long it is without the bends that cells do not see; as long where it ends
///   where it began, as a roundabout does
record Winding(double drivenM, double gainedM) {
  /// That of `course`, of two points or more. O(points · log points), longer where it winds much.
  ///
  /// @param unseenM bends that leave the straight way by no more are not seen: half a cell
  static Winding of(PointList course, double unseenM) {
    double driven = length(course);
    var seen = course.clone(false);
    new RamerDouglasPeucker().setMaxDistance(unseenM).simplify(seen);
    double gained = length(seen);
    return new Winding(driven, gained > 0 ? gained : driven);
  }

  private static double length(PointList course) {
    return DistanceCalcEarth.DIST_EARTH.calcDistance(course);
  }

  /// How fast somebody gets on along it who drives at `kmh`; 1 or more.
  int gettingOn(int kmh) {
    return drivenM > 0 ? Math.max(1, (int) Math.round(kmh * gainedM / drivenM)) : kmh;
  }
}
