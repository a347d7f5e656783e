package org.sarhad.node.api;

import java.util.List;
import org.sarhad.core.joint.PostureCounsel;
import org.sarhad.core.joint.PosturePlanner;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.posture.PostureRules;
import org.sarhad.core.response.UnitType;
import org.sarhad.node.machine.NodeRequest;

/// Where to stand, and what both sides say they reach (protocol chapter 15). A plan is made here
/// and stays in the private journal; its summary is released in the words of that chapter, as it
/// was shown.
final class PostureOperations {
  private static final String ROOT = "/api/v1/posture";
  private static final String ONE = ROOT + "/plans/{log}/{index}";
  private static final Access PLANS = Access.holding(PostureRules.PLANNERS);

  private final Surface surface;
  private final PostureWishes wishes;

  PostureOperations(Surface surface, PostureWishes wishes) {
    this.surface = surface;
    this.wishes = wishes;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("getPosture", ROOT, Access.signedIn(), this::posture),
        Operation.get("listPosturePlans", ROOT + "/plans", PLANS, this::plans),
        Operation.post("makePosturePlan", ROOT + "/plans", PLANS, this::plan),
        Operation.get("getPosturePlanWorth", ONE + "/worth", PLANS, this::worth),
        Operation.post("counselPosture", ROOT + "/counsel", PLANS, this::counsel));
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
    var wish = wishes.wish(fields, lens, 1, PostureWishes.within(fields));
    PostureWishes.checkRoom(fields, wish, 0);
    fields.finish();
    return wishes
        .planner(lens)
        .plan(wish)
        .map(plan -> keep(call, plan))
        .orElseGet(() -> new Answer.Refused(ApiRefusal.LINE_MISSING.plain()));
  }

  /// What the posts of a plan are worth as they stand; type and time are the usual ones.
  private Answer worth(Call call) {
    var lens = surface.look(call);
    var postures = new Postures(lens);
    return postures
        .planned(call.entryName())
        .map(plan -> worth(lens, postures, plan))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  private Answer worth(Lens lens, Postures postures, PostureFact.Planned plan) {
    var planner = wishes.planner(lens);
    var terms = lens.view().agreed().postureTerms();
    var travel = lens.view().agreed().modalities().settings().travel();
    var wish =
        new PosturePlanner.Wish(
            plan.posts(),
            plan.posts().size(),
            plan.coverage().withinMin(),
            plan.busyPermille(),
            UnitType.PATROL);
    return new PostureCounsel(planner, terms)
        .clauses(wish, travel.isCrossing())
        .flatMap(
            clauses -> planner.compliance(wish).map(table -> postures.worth(plan, clauses, table)))
        .map(Answer::ok)
        .orElseGet(() -> new Answer.Refused(ApiRefusal.LINE_MISSING.plain()));
  }

  private Answer counsel(Call call) throws MalformedRequestException {
    var lens = surface.look(call);
    var expected = lens.view().expected();
    var terms = expected.postureTerms();
    var fields = call.body();
    var wish = wishes.wish(fields, lens, 1, terms.withinMin());
    PostureWishes.checkRoom(fields, wish, 0);
    fields.finish();
    return new PostureCounsel(wishes.planner(lens), terms)
        .on(wish, expected.posture().negotiation())
        .map(counsel -> Answer.ok(new Postures(lens).counsel(counsel)))
        .orElseGet(() -> new Answer.Refused(ApiRefusal.LINE_MISSING.plain()));
  }

  private Answer keep(Call call, PostureFact.Planned plan) {
    return surface.ask(call, new NodeRequest.Plan(plan));
  }
}
