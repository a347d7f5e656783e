package org.sarhad.roads;

import com.graphhopper.routing.ev.RoadClass;
import org.sarhad.core.travel.Terrain;

/// What a road is made of, and how fast GraphHopper drives a car on it.
///
/// @param terrain one that [Terrain#isRoad]
/// @param roadClass as OpenStreetMap has it
/// @param kmh 1 or more
record Made(Terrain terrain, RoadClass roadClass, int kmh) {
  /// At most this fast is a track, whatever it is called; km/h.
  static final int TRACK_KMH = 30;

  /// What it is to who wants to get on: one on which he gets on no faster than on a track is a
  /// track.
  Made along(Winding winding) {
    int gettingOn = winding.gettingOn(kmh);
    return new Made(gettingOn <= TRACK_KMH ? Terrain.TRACK : terrain, roadClass, gettingOn);
  }
}
