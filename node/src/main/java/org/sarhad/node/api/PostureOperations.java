package org.sarhad.node.api;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.geo.Place;
import org.sarhad.core.joint.PosturePlanner;
import org.sarhad.core.modalities.ResponseTerms;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.posture.PostureRules;
import org.sarhad.core.response.StraightLineTravel;
import org.sarhad.core.response.UnitType;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.tlog.Bytes;

/// Where to stand, and what both sides say they reach (protocol chapter 15). A plan is made here
/// and stays in the private journal; its summary is released in the words of that chapter, as it
/// was shown.
final class PostureOperations {
  private static final String ROOT = "/api/v1/posture";
  private static final Access PLANS = Access.holding(PostureRules.PLANNERS);

  /// Minutes within which somebody is to be there, unless it is said otherwise.
  private static final int WITHIN_MIN = 60;

  /// How much of its time a unit is taken to be busy, unless it is said otherwise.
  private static final int BUSY_PERMILLE = 250;

  private static final int WITHIN_MAX = 24 * 60;
  private static final int BUSY_MAX = 900;
  private static final int CANDIDATES_MAX = 400;

  private final Surface surface;
  private final List<Place> posts;

  /// @param posts the operator's posts as GeoJSON; empty when there are none
  PostureOperations(Surface surface, Optional<Bytes> posts) {
    this.surface = surface;
    this.posts = posts.map(PostsFile::places).orElse(List.of());
  }

  List<Operation> list() {
    return List.of(
        Operation.get("getPosture", ROOT, Access.signedIn(), this::posture),
        Operation.get("listPosturePlans", ROOT + "/plans", PLANS, this::plans),
        Operation.post("makePosturePlan", ROOT + "/plans", PLANS, this::plan));
  }

  private Answer posture(Call call) {
    return Answer.ok(new Postures(surface.look(call)).view());
  }

  private Answer plans(Call call) {
    return Answer.ok(new Postures(surface.look(call)).plans());
  }

  private Answer plan(Call call) throws MalformedRequestException {
    var lens = surface.look(call);
    var fields = call.body();
    var wish = wish(fields, lens);
    fields.finish();
    var zone = new ResponseTerms(lens.view().agreed().modalities().settings()).zone();
    return new PosturePlanner(lens.border(), zone, StraightLineTravel.DEFAULT)
        .plan(wish)
        .map(plan -> keep(call, plan))
        .orElseGet(() -> new Answer.Refused(ApiRefusal.LINE_MISSING.plain()));
  }

  private Answer keep(Call call, PostureFact.Planned plan) {
    return surface.ask(call, new NodeRequest.Plan(plan));
  }

  private PosturePlanner.Wish wish(Fields fields, Lens lens) {
    int units = fields.number("posts", 1, 1, PostureFact.Planned.POSTS_MAX);
    int within = fields.number("withinMin", WITHIN_MIN, 1, WITHIN_MAX);
    int busy = fields.number("busyPermille", BUSY_PERMILLE, 0, BUSY_MAX);
    var type =
        fields.optionalChoice("unitType", Codes.lower(UnitType.class)).orElse(UnitType.PATROL);
    var given = fields.places("candidates", CANDIDATES_MAX);
    given.stream()
        .filter(site -> !isOwn(lens, site))
        .findFirst()
        .ifPresent(
            site -> fields.complain("candidates", site.label(), "is not certainly on own soil"));
    var candidates =
        given.isEmpty() ? posts.stream().filter(site -> isOwn(lens, site)).toList() : given;
    if (candidates.size() < units) {
      fields.complain(
          "posts", Integer.toString(units), "there are %d sites".formatted(candidates.size()));
    }
    return new PosturePlanner.Wish(candidates, units, within, busy, type);
  }

  private static boolean isOwn(Lens lens, Place site) {
    return site.position().flatMap(lens.border().soil()::of).filter(lens.own()::equals).isPresent();
  }
}
