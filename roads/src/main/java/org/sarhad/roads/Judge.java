package org.sarhad.roads;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.routing.ev.ArrayEdgeIntAccess;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.FerrySpeed;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.Roundabout;
import com.graphhopper.routing.ev.Surface;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.ev.VehicleSpeed;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.routing.util.WayAccess;
import com.graphhopper.routing.util.parsers.CarAccessParser;
import com.graphhopper.routing.util.parsers.CarAverageSpeedParser;
import com.graphhopper.routing.util.parsers.OSMRoadClassParser;
import com.graphhopper.routing.util.parsers.OSMRoundaboutParser;
import com.graphhopper.routing.util.parsers.OSMSurfaceParser;
import com.graphhopper.routing.util.parsers.TagParser;
import com.graphhopper.storage.IntsRef;
import com.graphhopper.util.PMap;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.travel.Terrain;

/// What a way of OpenStreetMap is to a patrol vehicle. Whether a car may be on it, in which
/// directions and how fast, GraphHopper says by its own parsers of tags; private ways count, since
/// a patrol does not ask.
///
/// | terrain | when |
/// |---|---|
/// | `track` | it is a track, is not paved, or is driven at no more than [Made#TRACK_KMH] |
/// | `highway` | of the others a motorway, or a trunk or primary road of one direction that is no roundabout: its lanes are apart |
/// | `road` | all others |
///
/// Not thread-safe.
final class Judge {
  private static final String CAR = "car";
  private static final int SPEED_BITS = 7;
  private static final double SPEED_STEP = 2;
  private static final int EDGE = 0;

  private final BooleanEncodedValue access = VehicleAccess.create(CAR);
  private final DecimalEncodedValue speed = VehicleSpeed.create(CAR, SPEED_BITS, SPEED_STEP, true);
  private final BooleanEncodedValue roundabout = Roundabout.create();
  private final EnumEncodedValue<RoadClass> roadClass = RoadClass.create();
  private final EnumEncodedValue<Surface> surface = Surface.create();
  private final EncodingManager values =
      EncodingManager.start()
          .add(access)
          .add(speed)
          .add(roundabout)
          .add(roadClass)
          .add(surface)
          .add(FerrySpeed.create())
          .build();
  private final CarAccessParser accessParser =
      new CarAccessParser(values, new PMap("block_private=false"));
  private final List<TagParser> parsers =
      List.of(
          new OSMRoundaboutParser(roundabout),
          accessParser,
          new CarAverageSpeedParser(values),
          new OSMRoadClassParser(roadClass),
          new OSMSurfaceParser(surface));

  /// What it is; empty when it is none for a car.
  Optional<Made> of(ReaderWay way) {
    return accessParser.getAccess(way) == WayAccess.WAY ? judged(way) : Optional.empty();
  }

  private Optional<Made> judged(ReaderWay way) {
    var edge = ArrayEdgeIntAccess.createFromBytes(values.getBytesForFlags());
    var none = new IntsRef(1);
    parsers.forEach(parser -> parser.handleWayTags(EDGE, edge, way, none));
    boolean isForth = access.getBool(false, EDGE, edge);
    boolean isBack = access.getBool(true, EDGE, edge);
    if (!isForth && !isBack) {
      return Optional.empty();
    }
    int kmh = Math.max(1, (int) Math.round(speed.getDecimal(!isForth, EDGE, edge)));
    boolean isApart = isForth != isBack && !roundabout.getBool(false, EDGE, edge);
    var found = roadClass.getEnum(false, EDGE, edge);
    return Optional.of(
        new Made(terrain(found, surface.getEnum(false, EDGE, edge), kmh, isApart), found, kmh));
  }

  private static Terrain terrain(RoadClass roadClass, Surface surface, int kmh, boolean isApart) {
    if (roadClass == RoadClass.TRACK || !isPaved(surface) || kmh <= Made.TRACK_KMH) {
      return Terrain.TRACK;
    }
    boolean isHighway =
        switch (roadClass) {
          case MOTORWAY -> true;
          case TRUNK, PRIMARY -> isApart;
          default -> false;
        };
    return isHighway ? Terrain.HIGHWAY : Terrain.ROAD;
  }

  /// Where nothing is said it is taken to be: GraphHopper does so.
  private static boolean isPaved(Surface surface) {
    return surface.compareTo(Surface.UNPAVED) < 0;
  }
}
