package org.sarhad.node.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.Role;
import org.sarhad.core.tracks.MalformedTracksException;
import org.sarhad.core.tracks.Motion;
import org.sarhad.core.tracks.Sighting;
import org.sarhad.core.tracks.ThingKind;
import org.sarhad.core.tracks.TrackFix;
import org.sarhad.core.tracks.TrackFrames;
import org.sarhad.core.tracks.TrackId;
import org.sarhad.core.tracks.TrackRules;
import org.sarhad.node.api.view.TrackViews;

/// Positions of units and of things that sensors follow (protocol chapter 20). They are shown to
/// own people and leave the node only as the crossings that are told by rule, which whoever sends
/// the positions signs.
final class TrackOperations {
  /// Most positions in one request.
  static final int BATCH_MAX = 1_000;

  static final String ROOT = "/api/v1/tracks";

  /// Who sees them.
  static final Access WATCH =
      Access.of(Role.WATCH_OFFICER, Role.DISPATCHER, Role.SECTOR_COMMANDER, Role.CHIEF);

  private static final int SHOWN = 1_000;
  private static final int SHOWN_MAX = 5_000;
  private static final int MARK_LENGTH_MAX = 40;
  private static final int CROSSINGS_SHOWN = 100;
  private static final Map<String, ThingKind> KINDS = Codes.lower(ThingKind.class);

  private final Surface surface;
  private final TrackIntake intake;

  TrackOperations(Surface surface, TrackIntake intake) {
    this.surface = surface;
    this.intake = intake;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("getTracks", ROOT, WATCH, this::tracks),
        Operation.post("sendTracks", ROOT, Access.holding(TrackRules.SPEAKERS), this::take),
        Operation.positions(
            "sendTrackFrames",
            ROOT + "/frames",
            Access.holding(TrackRules.SPEAKERS),
            this::takeFrames));
  }

  // ---- taking ---------------------------------------------------------------------------------

  private Answer take(Call call) throws MalformedRequestException {
    var fields = call.body();
    var sightings = fields.objects("positions", BATCH_MAX, TrackOperations::sighting);
    fields.finish();
    return take(call, sightings);
  }

  private Answer takeFrames(Call call) throws MalformedRequestException {
    try {
      return take(call, TrackFrames.parse(call.upload()));
    } catch (MalformedTracksException e) {
      throw MalformedRequestException.of(
          "body", e.what() + ": " + e.found(), "expected " + e.expected());
    }
  }

  private Answer take(Call call, List<Sighting> sightings) {
    return Answer.ok(TrackWords.view(intake.take(call, sightings)));
  }

  private static Sighting sighting(Fields fields) {
    var position = fields.optionalPosition("position");
    if (position.isEmpty()) {
      fields.complain("position", "", "expected lat and lon in degrees");
    }
    var fix =
        new TrackFix(
            position.orElse(NOWHERE),
            (int) fields.mustNumber("radiusM", 0, TrackFix.RADIUS_MAX_M),
            fields.time("at"));
    return new Sighting(id(fields), fields.choice("kind", KINDS), fix, motion(fields));
  }

  private static final Position NOWHERE = new Position(0, 0);

  private static TrackId id(Fields fields) {
    var text = fields.text("id", 1, TrackId.LENGTH_MAX);
    try {
      return new TrackId(text);
    } catch (IllegalArgumentException e) {
      fields.complain("id", text, "expected 1 to 64 characters of [A-Za-z0-9._:-]");
      return new TrackId("unknown");
    }
  }

  private static Optional<Motion> motion(Fields fields) {
    var course = fields.optionalNumber("courseDegrees", 0, 359);
    var speed = fields.optionalNumber("speedKmh", 0, Motion.SPEED_MAX_KMH);
    if (course.isPresent() != speed.isPresent()) {
      fields.complain("speedKmh", "", "course and speed come together");
    }
    return course.flatMap(
        degrees -> speed.map(kmh -> new Motion(degrees.intValue(), kmh.intValue())));
  }

  // ---- showing --------------------------------------------------------------------------------

  private Answer tracks(Call call) throws MalformedRequestException {
    var query = call.query();
    int limit = query.number("limit", SHOWN, 1, SHOWN_MAX);
    var text = query.text("since", MARK_LENGTH_MAX);
    query.finish();
    var since = text.flatMap(HeldTracks.Mark::parse);
    if (text.isPresent() && since.isEmpty()) {
      throw MalformedRequestException.of("since", "", "expected the mark of an earlier answer");
    }
    var lens = surface.look(call);
    var agreed = lens.view().agreed();
    var limits = agreed.trackLimits(HeldTracks.THINGS_MAX);
    var seen = intake.held().since(since, agreed, lens.now());
    return Answer.ok(
        new TrackViews.Tracks(
            lens.now(),
            limits.retention().toSeconds(),
            limits.staleAfter().toSeconds(),
            seen.followed(),
            seen.mark().toString(),
            seen.isWhole(),
            seen.tracks().stream()
                .limit(limit)
                .map(track -> TrackWords.view(track, seen.line(), lens, limits.staleAfter()))
                .toList(),
            agreed.tracks().newestFirst().stream()
                .limit(CROSSINGS_SHOWN)
                .map(word -> TrackWords.view(word, lens))
                .toList(),
            intake.untold().newestFirst().stream().map(TrackWords::view).toList()));
  }
}
