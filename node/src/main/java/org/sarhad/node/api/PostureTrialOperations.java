package org.sarhad.node.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.geo.Position;
import org.sarhad.core.joint.PosturePlanner;
import org.sarhad.core.joint.PostureTrial;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.posture.PostureRules;
import org.sarhad.core.response.Alert;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.UnitType;
import org.sarhad.core.simulation.Season;

/// Posts of this side tried out (protocol clause 15-10), and what it takes to get to others. All of
/// it is for own eyes, and nothing of it is written.
final class PostureTrialOperations {
  private static final String ROOT = "/api/v1/posture";
  private static final String ONE = ROOT + "/plans/{log}/{index}";
  private static final Access PLANS = Access.holding(PostureRules.PLANNERS);

  private static final int YEAR_DAYS = 365;
  private static final int CALLS = 20;
  private static final int CALLS_MAX = 200;
  private static final int SERVICE_MIN = 180;
  private static final int SERVICE_MAX = 24 * 60;
  private static final int WITHIN_MIN = 60;
  private static final int WITHIN_MAX = 24 * 60;
  private static final int PERMILLE = 1_000;
  private static final int SITES_MAX = 400;
  private static final int NAME_MAX = 100;

  /// Another one would be another year; it is the same for every plan, so that plans differ and not
  /// the calls.
  private static final long SEED = 1;

  /// Where calls come from.
  enum Source {
    /// Drawn, at every point of the line alike.
    DRAWN,
    /// Incidents of the record on own soil, exercises left out.
    RECORDED
  }

  private final Surface surface;
  private final PostureWishes wishes;
  private final Ground ground;

  PostureTrialOperations(Surface surface, PostureWishes wishes, Ground ground) {
    this.surface = surface;
    this.wishes = wishes;
    this.ground = ground;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("getPosturePlanYear", ONE + "/year", PLANS, this::year),
        Operation.get("getPosturePlanMoves", ONE + "/moves", PLANS, this::moves),
        Operation.get("getPosturePlanCrossings", ONE + "/crossings", PLANS, this::crossings),
        Operation.get("getPostureSizing", ROOT + "/sizing", PLANS, this::sizing));
  }

  private PostureTrial trial(Lens lens) {
    return new PostureTrial(wishes.planner(lens), lens.view().agreed().postureTerms().crossing());
  }

  private static PosturePlanner.Wish wish(PostureFact.Planned plan) {
    return new PosturePlanner.Wish(
        plan.posts(),
        plan.posts().size(),
        plan.coverage().withinMin(),
        plan.busyPermille(),
        UnitType.PATROL);
  }

  private static Answer lineMissing() {
    return new Answer.Refused(ApiRefusal.LINE_MISSING.plain());
  }

  // ---- a year ---------------------------------------------------------------------------------

  /// @param perDay how many calls a day are drawn
  /// @param serviceMin how long a unit stays
  private record Asked(Source source, int perDay, int serviceMin) {}

  private Answer year(Call call) throws MalformedRequestException {
    var lens = surface.look(call);
    var query = call.query();
    var asked =
        new Asked(
            query.choice("source", Codes.lower(Source.class), Source.DRAWN),
            query.number("callsPerDay", CALLS, 1, CALLS_MAX),
            query.number("serviceMin", SERVICE_MIN, 0, SERVICE_MAX));
    query.finish();
    return new Postures(lens)
        .planned(call.entryName())
        .map(plan -> year(lens, wish(plan), asked))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  private Answer year(Lens lens, PosturePlanner.Wish wish, Asked asked) {
    var trials = new PostureTrials(lens);
    return switch (asked.source()) {
      case DRAWN ->
          trial(lens)
              .drawn(wish, Season.even(YEAR_DAYS, asked.perDay(), SEED), asked.serviceMin())
              .map(out -> Answer.ok(trials.year(asked.source(), YEAR_DAYS, 0, out.together())))
              .orElseGet(PostureTrialOperations::lineMissing);
      case RECORDED -> recorded(lens, wish, asked, trials);
    };
  }

  private Answer recorded(Lens lens, PosturePlanner.Wish wish, Asked asked, PostureTrials trials) {
    var incidents =
        lens.response().incidents().stream()
            .filter(incident -> !incident.id().exercise())
            .filter(lens::shows)
            .toList();
    var happened =
        incidents.stream().flatMap(incident -> happened(lens, incident).stream()).toList();
    return trial(lens)
        .recorded(wish, happened, asked.serviceMin())
        .map(
            out ->
                Answer.ok(
                    trials.year(
                        asked.source(),
                        days(happened),
                        incidents.size() - happened.size(),
                        out.together())))
        .orElseGet(PostureTrialOperations::lineMissing);
  }

  /// An incident with a position on own soil.
  private static Optional<PostureTrial.Happened> happened(Lens lens, Incident incident) {
    return incident
        .alert()
        .flatMap(
            alert ->
                position(lens, alert)
                    .map(where -> new PostureTrial.Happened(alert.occurredAt(), where)));
  }

  private static Optional<Position> position(Lens lens, Alert alert) {
    return alert
        .where()
        .position()
        .filter(where -> lens.border().soil().of(where).filter(lens.own()::equals).isPresent());
  }

  /// How many days lie between the first and the last, both counted.
  private static int days(List<PostureTrial.Happened> happened) {
    var times = happened.stream().map(PostureTrial.Happened::at).sorted().toList();
    return times.isEmpty()
        ? 0
        : Math.toIntExact(Duration.between(times.getFirst(), times.getLast()).toDays() + 1);
  }

  // ---- from one plan to another ---------------------------------------------------------------

  private Answer moves(Call call) throws MalformedRequestException {
    var lens = surface.look(call);
    var query = call.query();
    var from = query.text("from", NAME_MAX);
    query.finish();
    var postures = new Postures(lens);
    if (from.isEmpty()) {
      throw MalformedRequestException.of("from", "", "expected the name of another plan");
    }
    var plan = postures.planned(call.entryName());
    var before = postures.planned(from.get());
    if (plan.isEmpty() || before.isEmpty()) {
      return Answer.unknown(plan.isEmpty() ? call.entryName() : from.get());
    }
    var moves = trial(lens).moves(wish(before.get()), plan.get().posts());
    return Answer.ok(
        new PostureTrials(lens).moves(from.get(), before.get().posts(), plan.get().posts(), moves));
  }

  // ---- crossings ------------------------------------------------------------------------------

  private Answer crossings(Call call) throws MalformedRequestException {
    var lens = surface.look(call);
    call.query().finish();
    return new Postures(lens)
        .planned(call.entryName())
        .map(plan -> crossings(lens, plan))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  private Answer crossings(Lens lens, PostureFact.Planned plan) {
    var trials = new PostureTrials(lens);
    return Answer.ok(
        ground
            .paced(lens)
            .flatMap(
                paced ->
                    other(lens).flatMap(peer -> trial(lens).crossings(wish(plan), paced, peer)))
            .map(trials::crossings)
            .orElseGet(trials::noCrossings));
  }

  private static Optional<PartyId> other(Lens lens) {
    return lens.view().expected().posture().parties().stream()
        .filter(side -> !side.equals(lens.own()))
        .findFirst();
  }

  // ---- how many posts -------------------------------------------------------------------------

  private Answer sizing(Call call) throws MalformedRequestException {
    var lens = surface.look(call);
    var query = call.query();
    int within = query.number("withinMin", WITHIN_MIN, 1, WITHIN_MAX);
    int share = query.number("sharePermille", PERMILLE, 1, PERMILLE);
    var type = query.choice("unitType", Codes.lower(UnitType.class), UnitType.PATROL);
    query.finish();
    var sites = wishes.sites(lens).stream().limit(SITES_MAX).toList();
    var wish = new PosturePlanner.Wish(sites, 1, within, 0, type);
    return Answer.ok(new PostureTrials(lens).sizing(sites, trial(lens).fewest(wish, share)));
  }
}
