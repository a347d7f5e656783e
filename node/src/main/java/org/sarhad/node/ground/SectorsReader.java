package org.sarhad.node.ground;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Region;
import org.sarhad.core.geo.Ring;
import org.sarhad.core.geo.Zone;
import org.sarhad.core.travel.SurveyFlaw;

/// Reads sectors that are to be proposed to the other side: polygons without holes, each with its
/// name. What is wrong with one of them leaves it out, and no other. Mutable, for one file.
public final class SectorsReader {
  private static final int TRIANGLE = 3;

  private final String name;
  private final Optional<Region> region;
  private final TreeMap<String, Zone.Sector> kept = new TreeMap<>();
  private final Refusals refusals = new Refusals();

  private SectorsReader(String name, Optional<Region> region) {
    this.name = name;
    this.region = region;
  }

  /// Reads sectors out of a stream, which is not closed, feature by feature.
  ///
  /// @param name of the file, for sentences
  /// @param region where they are to lie; empty where that is not known
  public static Tray.Reading<HeldSectors> reading(
      String name, InputStream in, Optional<Region> region) {
    return progress -> new SectorsReader(name, region).read(in, progress);
  }

  private Draft<HeldSectors> read(InputStream in, LongConsumer progress)
      throws IOException, MalformedSurveyException {
    new FeatureReader(name, in, progress)
        .read(
            (feature, json) ->
                flaw(json).ifPresent(flaw -> refusals.add(Refusal.of(name, feature, flaw))));
    if (kept.isEmpty() && refusals.count() == 0) {
      throw new MalformedSurveyException("%s has no feature.".formatted(name));
    }
    try {
      var zone = new Zone(List.copyOf(kept.values()));
      return new Draft<>(HeldSectors.of(zone), !kept.isEmpty(), refusals.count(), refusals.first());
    } catch (IllegalArgumentException e) {
      throw new MalformedSurveyException("%s: %s.".formatted(name, e.getMessage()));
    }
  }

  private Optional<SurveyFlaw> flaw(JsonNode feature) {
    var coordinates = feature.path("geometry").path("coordinates");
    boolean isPolygon = feature.path("geometry").path("type").asText().equals("Polygon");
    if (!isPolygon || coordinates.size() > 1) {
      return Optional.of(SurveyFlaw.WRONG_KIND);
    }
    try {
      var called = feature.path("properties").path("name").asText();
      return flaw(called, Coordinates.edge(coordinates.path(0)));
    } catch (IllegalArgumentException _) {
      return Optional.of(Coordinates.flaw(coordinates.path(0)));
    }
  }

  private Optional<SurveyFlaw> flaw(String called, List<Position> edge) {
    if (edge.size() < TRIANGLE) {
      return Optional.of(SurveyFlaw.EMPTY);
    }
    if (edge.size() > Ring.CORNERS_MAX) {
      return Optional.of(SurveyFlaw.INTRICATE);
    }
    return region
        .flatMap(here -> SurveyFlaw.of(here.fit(edge)))
        .or(() -> ring(edge).isEmpty() ? Optional.of(SurveyFlaw.SELF_CROSSING) : Optional.empty())
        .or(() -> kept(called, edge));
  }

  private Optional<SurveyFlaw> kept(String called, List<Position> edge) {
    if (!Zone.isName(called)) {
      return Optional.of(SurveyFlaw.NO_NAME);
    }
    var before = kept.putIfAbsent(called, new Zone.Sector(called, ring(edge).orElseThrow()));
    return before == null ? Optional.empty() : Optional.of(SurveyFlaw.TWICE);
  }

  private static Optional<Ring> ring(List<Position> edge) {
    try {
      return Optional.of(new Ring(edge));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
