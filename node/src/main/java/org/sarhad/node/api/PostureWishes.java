package org.sarhad.node.api;

import java.util.List;
import org.sarhad.core.geo.Place;
import org.sarhad.core.joint.PosturePlanner;
import org.sarhad.core.modalities.ResponseTerms;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.response.UnitType;
import org.sarhad.node.ground.PointsFile;
import org.sarhad.node.ground.Shelf;

/// What is asked of a planner of posts, read from a request, and the planner that is asked.
final class PostureWishes {
  /// Minutes within which somebody is to be there, unless it is said otherwise.
  private static final int WITHIN_MIN = 60;

  /// How much of its time a unit is taken to be busy, unless it is said otherwise.
  private static final int BUSY_PERMILLE = 250;

  private static final int WITHIN_MAX = 24 * 60;
  private static final int BUSY_MAX = 900;
  private static final int CANDIDATES_MAX = 400;

  private final Shelf<PointsFile> posts;
  private final Ground ground;

  /// @param posts the operator's posts
  PostureWishes(Shelf<PointsFile> posts, Ground ground) {
    this.posts = posts;
    this.ground = ground;
  }

  /// Plans for the own side by what `lens` sees.
  PosturePlanner planner(Lens lens) {
    var zone = new ResponseTerms(lens.view().agreed().modalities().settings()).zone();
    return new PosturePlanner(lens.border(), zone, ground.travel(lens), lens.own());
  }

  /// Minutes out of `fields`.
  static int within(Fields fields) {
    return fields.number("withinMin", WITHIN_MIN, 1, WITHIN_MAX);
  }

  /// The rest of a wish out of `fields`. What is wrong with it, they complain of.
  ///
  /// @param standard how many posts, unless it is said otherwise
  /// @param within minutes
  PosturePlanner.Wish wish(Fields fields, Lens lens, int standard, int within) {
    int units = fields.number("posts", standard, 1, PostureFact.Planned.POSTS_MAX);
    int busy = fields.number("busyPermille", BUSY_PERMILLE, 0, BUSY_MAX);
    var type =
        fields.optionalChoice("unitType", Codes.lower(UnitType.class)).orElse(UnitType.PATROL);
    var given = fields.places("candidates", CANDIDATES_MAX);
    given.stream()
        .filter(site -> !isOwn(lens, site))
        .findFirst()
        .ifPresent(
            site -> fields.complain("candidates", site.label(), "is not certainly on own soil"));
    return new PosturePlanner.Wish(
        given.isEmpty() ? sites(lens) : given, units, within, busy, type);
  }

  /// The operator's posts that are certainly on own soil.
  List<Place> sites(Lens lens) {
    return posts.held().stream()
        .flatMap(held -> held.places().stream())
        .filter(site -> isOwn(lens, site))
        .toList();
  }

  /// Complains of fewer sites than posts.
  ///
  /// @param more sites beside those of the wish
  static void checkRoom(Fields fields, PosturePlanner.Wish wish, int more) {
    int sites = wish.candidates().size() + more;
    if (sites < wish.posts()) {
      fields.complain(
          "posts", Integer.toString(wish.posts()), "there are %d sites".formatted(sites));
    }
  }

  private static boolean isOwn(Lens lens, Place site) {
    return site.position().flatMap(lens.border().soil()::of).filter(lens.own()::equals).isPresent();
  }
}
