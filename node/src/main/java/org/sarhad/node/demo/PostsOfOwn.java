package org.sarhad.node.demo;

import static org.sarhad.node.demo.JointWork.SOON;
import static org.sarhad.node.demo.JointWork.await;
import static org.sarhad.node.demo.JointWork.say;
import static org.sarhad.node.demo.JointWork.state;
import static org.sarhad.node.demo.Side.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Where each side means to stand, which it keeps to itself, and what it says it reaches from
/// there: step 8 of the acceptance scenario, but for the calendar, over the public API.
final class PostsOfOwn {
  private static final String POSTURE = "/api/v1/posture";
  private static final String PLANS = POSTURE + "/plans";
  private static final String ENTRIES = "/api/v1/record/entries";
  private static final int POSTS = 6;
  private static final int WITHIN_MIN = 60;

  private final Side a;
  private final Side b;
  private final Checks checks;

  PostsOfOwn(Side a, Side b, Checks checks) {
    this.a = a;
    this.b = b;
    this.checks = checks;
  }

  // --- 8: posts on own soil ----------------------------------------------------------------------

  /// Each commander plans six posts and releases what they reach; both nodes show the same gaps.
  ///
  /// @param sites made-up candidates of both sides, as GeoJSON
  void plan(JsonNode sites) {
    checks.step(8, "Each commander plans six posts on own soil and tells only what they reach");
    checks.equal(
        "a site on the other side's soil is refused",
        "request.malformed",
        make(a, Stream.concat(of(sites, a), of(sites, b)).toList()).code());
    var plans = List.of(planned(a, sites), planned(b, sites));
    checks.equal(
        "a plan is not said between the sides, whoever tries",
        "request.malformed",
        say(a, Desk.COMMANDER, "posture.planned", plans.getFirst().at("/said/body")).code());
    release(a, b, plans.getFirst());
    release(b, a, plans.getLast());
    for (var side : List.of(a, b)) {
      checks.within(
          SOON,
          side.neighbour().letter() + " has both summaries, each final",
          () -> summaries(side).filter(one -> one.path("isFinal").asBoolean()).count() == 2);
    }
    var gaps = a.read(POSTURE).path("gaps");
    checks.equal("both nodes show the same gaps", gaps, b.read(POSTURE).path("gaps"));
    checks.that(
        "of every agreed sector, and nobody is silent on one",
        gaps.size() == a.read(POSTURE).path("sectors").size()
            && StreamSupport.stream(gaps.spliterator(), false)
                .allMatch(gap -> gap.path("silent").isEmpty()));
    gaps.forEach(this::tell);
    keptApart(a, b);
    keptApart(b, a);
  }

  private JsonNode planned(Side side, JsonNode sites) {
    make(side, of(sites, side).toList()).orThrow("planning");
    var plan = plans(side).path(0);
    checks.that(
        "%s's plan lies in its own journal: six posts, and no choice is better by more than %d ‰"
            .formatted(side.neighbour().letter(), plan.path("gapPermille").asLong()),
        plan.at("/said/body/posts").size() == POSTS
            && plan.at("/said/body/value").asLong() <= plan.at("/said/body/bound").asLong());
    return plan;
  }

  private static Answer make(Side side, List<JsonNode> candidates) {
    var wish = object().put("posts", POSTS).put("withinMin", WITHIN_MIN);
    wish.putArray("candidates").addAll(candidates);
    return side.as(Desk.COMMANDER).post(PLANS, wish);
  }

  /// The sites of `side`, as the API takes places.
  private static Stream<JsonNode> of(JsonNode sites, Side side) {
    return StreamSupport.stream(sites.path("features").spliterator(), false)
        .filter(site -> site.at("/properties/side").asText().equals(side.id()))
        .map(PostsOfOwn::place);
  }

  private static JsonNode place(JsonNode site) {
    var at = site.at("/geometry/coordinates");
    var place = object().put("label", site.at("/properties/name").asText());
    place.set(
        "position", object().put("lat", at.path(1).asDouble()).put("lon", at.path(0).asDouble()));
    return place;
  }

  private static void release(Side by, Side to, JsonNode plan) {
    await(to, state(by, Desk.COMMANDER, "posture.summary", plan.path("summary")));
  }

  private static JsonNode plans(Side side) {
    return side.as(Desk.COMMANDER).get(PLANS).orThrow(PLANS).path("items");
  }

  private static Stream<JsonNode> summaries(Side side) {
    return StreamSupport.stream(side.read(POSTURE).path("summaries").spliterator(), false);
  }

  private void tell(JsonNode gap) {
    checks.tell(
        "%s: reached by %s; open for %d to %d ‰"
            .formatted(
                gap.path("sector").asText(),
                gap.path("reachedBy"),
                gap.path("openAtLeastPermille").asInt(),
                gap.path("openAtMostPermille").asInt()));
  }

  /// All that `other` holds of the log of `side` tells nothing of where it means to stand.
  private void keptApart(Side side, Side other) {
    var told = new StringBuilder();
    var kinds = new ArrayList<String>();
    for (var entry : other.read(ENTRIES + "?limit=100&log=" + side.id()).path("items")) {
      kinds.add(entry.path("kind").asText());
      told.append(other.read(ENTRIES + "/" + entry.path("entry").asText()));
    }
    var posts = plans(side).at("/0/said/body/posts");
    checks.that(
        "%s's record at %s's node holds a summary, no plan, and no post's name or position"
            .formatted(side.neighbour().letter(), other.neighbour().letter()),
        kinds.contains("posture.summary")
            && !kinds.contains("posture.planned")
            && StreamSupport.stream(posts.spliterator(), false)
                .noneMatch(post -> isTold(told, post)));
  }

  private static boolean isTold(StringBuilder told, JsonNode post) {
    return told.indexOf(post.path("label").asText()) >= 0
        || (told.indexOf(post.path("lat").asText()) >= 0
            && told.indexOf(post.path("lon").asText()) >= 0);
  }
}
