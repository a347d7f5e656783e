package org.sarhad.core.posture;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;

/// What one side offers to reach, on its own soil and on the other's (protocol clause 15-7).
///
/// @param answers the offer of the other side that it answers; empty for one that begins
/// @param withinMin minutes within which a unit is there, 1 to 1440
/// @param handoverMin minutes that are lost at the line, 1 to 1440
/// @param depthM how far beyond the line its units go, in metres, 1 to 50 000
/// @param sectors 1 to 500, ascending by name, each once
public record PostureOffer(
    Optional<EntryId> answers,
    int withinMin,
    int handoverMin,
    int depthM,
    List<SectorHelp> sectors) {
  private static final int MINUTES_MAX = 24 * 60;
  private static final int SECTORS_MAX = 500;

  /// @throws IllegalArgumentException when a value is not in its range, or the names do not ascend
  public PostureOffer {
    sectors = List.copyOf(Bodies.counted("sectors", sectors, 1, SECTORS_MAX));
    checkMinutes(withinMin);
    checkMinutes(handoverMin);
    if (depthM < 1 || depthM > Assistance.Crossing.DEPTH_MAX) {
      throw new IllegalArgumentException(
          "%d metres beyond the line; expected 1 to %d"
              .formatted(depthM, Assistance.Crossing.DEPTH_MAX));
    }
    for (int i = 1; i < sectors.size(); i++) {
      if (sectors.get(i - 1).compareTo(sectors.get(i)) >= 0) {
        throw new IllegalArgumentException(
            "sector \"" + sectors.get(i).sector() + "\" does not ascend");
      }
    }
  }

  private static void checkMinutes(int minutes) {
    if (minutes < 1 || minutes > MINUTES_MAX) {
      throw new IllegalArgumentException(
          "%d minutes; expected 1 to %d".formatted(minutes, MINUTES_MAX));
    }
  }

  /// Whether both are on the same terms, and about the same sectors.
  boolean isLike(PostureOffer other) {
    return withinMin == other.withinMin
        && handoverMin == other.handoverMin
        && depthM == other.depthM
        && names().equals(other.names());
  }

  /// The names of the sectors, ascending.
  List<String> names() {
    return sectors.stream().map(SectorHelp::sector).toList();
  }

  Json.Obj toJson() {
    JsonBuilder json = Json.obj();
    answers.ifPresent(to -> json.put("answers", to.toString()));
    return json.put("depth_m", depthM)
        .put("handover_min", handoverMin)
        .put("sectors", Bodies.objects(sectors.stream().map(SectorHelp::toJson)))
        .put("within_min", withinMin)
        .build();
  }

  static PostureOffer fromJson(Json.Obj json) throws MalformedJsonException {
    return new PostureOffer(
        json.has("answers") ? Optional.of(json.as("answers", EntryId::parse)) : Optional.empty(),
        json.smallInteger("within_min", 1, MINUTES_MAX),
        json.smallInteger("handover_min", 1, MINUTES_MAX),
        json.smallInteger("depth_m", 1, Assistance.Crossing.DEPTH_MAX),
        Bodies.list(json, "sectors", SectorHelp::fromJson));
  }
}
