package org.sarhad.node.api;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.joint.PostureComparison;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.posture.PostureRules;
import org.sarhad.core.response.Fix;
import org.sarhad.core.response.Unit;
import org.sarhad.node.api.view.PostureComparisonViews;
import org.sarhad.node.machine.NodeRequest;

/// Plans of posts beside each other (protocol clause 15-9): where units stand today, the best, and
/// what an officer tries. All of it is for own eyes; what is kept goes into the private journal.
final class PostureComparisonOperations {
  private static final String ROOT = "/api/v1/posture/comparison";
  private static final String ONE = ROOT + "/{number}";
  private static final Access PLANS = Access.holding(PostureRules.PLANNERS);
  private static final Duration WAIT = Duration.ofSeconds(5);
  private static final int SITES_MAX = 1_000;

  private final Surface surface;
  private final PostureWishes wishes;
  private final HeldComparison held = new HeldComparison();

  PostureComparisonOperations(Surface surface, PostureWishes wishes) {
    this.surface = surface;
    this.wishes = wishes;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("getPostureComparison", ROOT, PLANS, this::state),
        Operation.post("comparePostures", ROOT, PLANS, this::begin),
        Operation.delete("stopPostureComparison", ROOT, PLANS, this::stop),
        Operation.get("getPostureFigures", ONE + "/figures", PLANS, this::figures),
        Operation.post("addPostureSite", ONE + "/sites", PLANS, this::add),
        Operation.post("keepPosturePlan", ONE + "/plans", PLANS, this::keep));
  }

  private Answer state(Call call) throws MalformedRequestException {
    call.query().finish();
    return Answer.ok(new PosturesLaid(surface.look(call)).view(held.last()));
  }

  // ---- making one -----------------------------------------------------------------------------

  private Answer begin(Call call) throws MalformedRequestException {
    var lens = surface.look(call);
    var ready = ready(lens);
    var today = ready.stream().flatMap(unit -> standing(lens, unit).stream()).toList();
    var fields = call.body();
    int standard = Math.clamp(today.size(), 1, PostureFact.Planned.POSTS_MAX);
    var wish = wishes.wish(fields, lens, standard, PostureWishes.within(fields));
    PostureWishes.checkRoom(fields, wish, today.size());
    fields.finish();
    if (lens.border().course().isEmpty()) {
      return new Answer.Refused(ApiRefusal.LINE_MISSING.plain());
    }
    var planner = wishes.planner(lens);
    var agreed =
        new PostureComparison.Agreed(
            lens.view().agreed().postureTerms(),
            lens.view().agreed().modalities().settings().travel().isCrossing());
    return held.begin(
            wish,
            ready.size() - today.size(),
            watch -> PostureComparison.of(planner, wish, today, agreed, watch))
        .map(begun -> Answer.ok(new PosturesLaid(lens).view(Optional.of(begun))))
        .orElseGet(() -> new Answer.Refused(ApiRefusal.BUSY.plain().after(WAIT)));
  }

  private static List<Unit> ready(Lens lens) {
    return lens.response().side(lens.own()).units().units().values().filter(Unit::isReady).toList();
  }

  /// Where a unit stands that could hold a post: on the ground, and certainly on own soil.
  private static Optional<PostureComparison.Standing> standing(Lens lens, Unit unit) {
    return unit.fix()
        .map(Fix::position)
        .or(() -> unit.description().station().position())
        .filter(_ -> !unit.description().type().flies())
        .filter(at -> isOwn(lens, at))
        .map(at -> new PostureComparison.Standing(unit.description().callSign(), at));
  }

  private static boolean isOwn(Lens lens, Position at) {
    return lens.border().soil().of(at).filter(lens.own()::equals).isPresent();
  }

  private Answer stop(Call call) {
    held.stop();
    return Answer.ok(new PosturesLaid(surface.look(call)).view(held.last()));
  }

  // ---- a site more ----------------------------------------------------------------------------

  /// One at a time: each is a search for journeys and a plan, and whoever asks waits for it.
  private final ReentrantLock adding = new ReentrantLock();

  private Answer add(Call call) throws MalformedRequestException {
    var lens = surface.look(call);
    var fields = call.body();
    var site = fields.place("place");
    if (site.position().isEmpty()) {
      fields.complain("place", site.label(), "expected a position");
    }
    fields.finish();
    return about(call, comparison -> added(call, lens, comparison, site));
  }

  private Answer added(Call call, Lens lens, PostureComparison comparison, Place site) {
    var at = site.position().orElseThrow();
    if (!isOwn(lens, at)) {
      boolean isAbroad = lens.border().soil().of(at).isPresent();
      return new Answer.Refused(
          (isAbroad ? ApiRefusal.SITE_ABROAD : ApiRefusal.SITE_AT_LINE).plain());
    }
    long number = Long.parseLong(call.part("number"));
    var known = comparison.near(at);
    if (known.isPresent()) {
      return Answer.ok(new PostureComparisonViews.SiteAdded(number, known.getAsInt()));
    }
    if (comparison.standing().size() >= SITES_MAX || !adding.tryLock()) {
      return new Answer.Refused(ApiRefusal.BUSY.plain().after(WAIT));
    }
    try {
      return held.change(number, before -> before.with(site))
          .map(
              now ->
                  Answer.ok(
                      new PostureComparisonViews.SiteAdded(
                          now.number(), comparison.standing().size())))
          .orElseGet(() -> Answer.unknown(call.part("number")));
    } finally {
      adding.unlock();
    }
  }

  // ---- an officer's own -----------------------------------------------------------------------

  private Answer figures(Call call) throws MalformedRequestException {
    var query = call.query();
    var sites =
        query
            .parsed("sites", PostureComparisonOperations::numbers, "expected numbers, 0,4,7")
            .orElse(List.of());
    query.finish();
    var lens = surface.look(call);
    return about(
        call,
        comparison -> Answer.ok(new PosturesLaid(lens).figures(comparison, comparison.at(sites))));
  }

  private static List<Integer> numbers(String text) {
    return Arrays.stream(text.split(",", -1)).limit(SITES_MAX).map(Integer::valueOf).toList();
  }

  private Answer keep(Call call) throws MalformedRequestException {
    var fields = call.body();
    var name = fields.optionalText("name", PostureFact.Planned.NAME_MAX);
    var sites = fields.numbers("sites", SITES_MAX, 0, SITES_MAX);
    fields.finish();
    return about(
        call,
        comparison ->
            surface.ask(
                call, new NodeRequest.Plan(comparison.planned(comparison.at(sites), name))));
  }

  /// Answers about the comparison that the path names, if it is the last one and is there.
  private Answer about(Call call, Function<PostureComparison, Answer> then)
      throws MalformedRequestException {
    var number = call.part("number");
    var done =
        held.last()
            .filter(last -> Long.toString(last.number()).equals(number))
            .flatMap(HeldComparison::comparison);
    if (done.isEmpty()) {
      return Answer.unknown(number);
    }
    try {
      return then.apply(done.get());
    } catch (IllegalArgumentException e) {
      throw MalformedRequestException.of("sites", "", String.valueOf(e.getMessage()));
    }
  }
}
