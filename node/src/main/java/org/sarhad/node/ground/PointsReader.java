package org.sarhad.node.ground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Region;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.Soil;
import org.sarhad.core.travel.SurveyFlaw;
import org.sarhad.tlog.Bytes;

/// Reads a file of posts or towns that is to take the place of another. What is wrong with one of
/// them leaves it out, and no other. Mutable, for one file.
public final class PointsReader {
  /// Most points that are kept.
  public static final int POINTS_MAX = 10_000;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String name;
  private final Rules rules;
  private final ArrayNode kept = MAPPER.createArrayNode();
  private final Set<String> names = new HashSet<>();
  private final Set<Position> positions = new HashSet<>();
  private final Refusals refusals = new Refusals();

  /// By what points are judged.
  ///
  /// @param region where they are to lie; empty where that is not known
  /// @param own the side on whose soil they are to be; empty where they may be anywhere
  /// @param soil whose soil a place is on
  public record Rules(Optional<Region> region, Optional<PartyId> own, Soil soil) {}

  private PointsReader(String name, Rules rules) {
    this.name = name;
    this.rules = rules;
  }

  /// Reads points out of a stream, which is not closed, feature by feature.
  ///
  /// @param name of the file, for sentences
  public static Tray.Reading<PointsFile> reading(String name, InputStream in, Rules rules) {
    return progress -> new PointsReader(name, rules).read(in, progress);
  }

  private Draft<PointsFile> read(InputStream in, LongConsumer progress)
      throws IOException, MalformedSurveyException {
    var reader = new FeatureReader(name, in, progress);
    reader.read(this::take);
    if (kept.isEmpty() && refusals.count() == 0) {
      throw new MalformedSurveyException("%s has no feature.".formatted(name));
    }
    var collection = MAPPER.createObjectNode().put("type", "FeatureCollection");
    collection
        .put("source", reader.text("source", "the operator"))
        .put("licence", reader.text("licence", "the operator's"))
        .set("features", kept);
    var points = PointsFile.of(Bytes.ofUtf8(collection.toString()));
    return new Draft<>(points, !kept.isEmpty(), refusals.count(), refusals.first());
  }

  private void take(long feature, JsonNode json) throws MalformedSurveyException {
    flaw(json).ifPresent(flaw -> refusals.add(refusal(feature, json, flaw)));
    if (kept.size() > POINTS_MAX) {
      throw new MalformedSurveyException(
          "%s: with feature %d there are more than %d. Cut it to the region first."
              .formatted(name, feature, POINTS_MAX));
    }
  }

  private Refusal refusal(long feature, JsonNode json, SurveyFlaw flaw) {
    return Refusal.of(name, feature, flaw, at(json));
  }

  private static Optional<Position> at(JsonNode feature) {
    try {
      return Optional.of(Coordinates.position(feature.path("geometry").path("coordinates")));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Keeps the feature unless something is wrong with it.
  private Optional<SurveyFlaw> flaw(JsonNode feature) {
    var geometry = feature.path("geometry");
    if (!geometry.path("type").asText().equals("Point")) {
      return Optional.of(SurveyFlaw.WRONG_KIND);
    }
    var at = at(feature);
    if (at.isEmpty()) {
      return Optional.of(Coordinates.flaw(geometry.path("coordinates")));
    }
    var flaw = flaw(PointsFile.name(feature), at.get());
    if (flaw.isEmpty()) {
      kept.add(spelled(feature));
    }
    return flaw;
  }

  private Optional<SurveyFlaw> flaw(String called, Position at) {
    if (!isName(called, at)) {
      return Optional.of(SurveyFlaw.NO_NAME);
    }
    var placed = rules.region().flatMap(region -> SurveyFlaw.of(region.fit(List.of(at))));
    if (placed.isPresent()) {
      return placed;
    }
    var whose = whose(at);
    if (whose.isPresent()) {
      return whose;
    }
    boolean isNew = !names.contains(called) && !positions.contains(at);
    names.add(called);
    positions.add(at);
    return isNew ? Optional.empty() : Optional.of(SurveyFlaw.TWICE);
  }

  private static boolean isName(String called, Position at) {
    try {
      return Place.at(called, at, 0).position().isPresent();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private Optional<SurveyFlaw> whose(Position at) {
    if (rules.own().isEmpty()) {
      return Optional.empty();
    }
    if (rules.soil().isAtLine(at)) {
      return Optional.of(SurveyFlaw.IN_BAND);
    }
    boolean isOther =
        rules.soil().of(at).filter(side -> !rules.own().get().equals(side)).isPresent();
    return isOther ? Optional.of(SurveyFlaw.OTHER_SOIL) : Optional.empty();
  }

  private static ObjectNode spelled(JsonNode feature) {
    var spelled = MAPPER.createObjectNode().put("type", "Feature");
    spelled.set("properties", feature.path("properties"));
    spelled.set("geometry", feature.path("geometry"));
    return spelled;
  }
}
