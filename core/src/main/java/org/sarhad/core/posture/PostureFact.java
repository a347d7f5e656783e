package org.sarhad.core.posture;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.geo.Place;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;

/// Everything a side can say about where it stands. Each fact is one entry; who says it and when
/// stands in the entry, not here (protocol clause 15-2).
///
/// As JSON each is the body payload of an entry of its [#kind()].
public sealed interface PostureFact {
  /// The kind, whose word stands in the envelope.
  PostureFactKind kind();

  /// The body, without salt. Inverse of [#fromJson].
  Json.Obj toJson();

  /// The fact of `kind` in `body`; only in its one spelling.
  ///
  /// @throws MalformedJsonException when the body is not such a fact
  static PostureFact fromJson(PostureFactKind kind, Json.Obj body) throws MalformedJsonException {
    return Bodies.closed(kind.kind().value(), body, json -> read(kind, json), PostureFact::toJson);
  }

  private static PostureFact read(PostureFactKind kind, Json.Obj json)
      throws MalformedJsonException {
    return switch (kind) {
      case PLANNED ->
          new Planned(
              json.has("name") ? Optional.of(json.text("name")) : Optional.empty(),
              Bodies.list(json, "posts", Place::fromJson),
              json.smallInteger("candidates", 1, Planned.CANDIDATES_MAX),
              json.smallInteger("busy_permille", 0, Planned.BUSY_MAX),
              Coverage.fromJson(json),
              new Certificate(json.integer("value", 0, Json.INTEGER_MAX), bound(json)),
              json.integer("whole", 0, Json.INTEGER_MAX));
      case SUMMARY -> new Summary(Coverage.fromJson(json));
      case OFFER -> new Offered(PostureOffer.fromJson(json));
      case ACCEPTANCE -> new Accepted(json.as("offer", EntryId::parse));
    };
  }

  private static long bound(Json.Obj json) throws MalformedJsonException {
    return json.integer("bound", 0, Json.INTEGER_MAX);
  }

  /// "Here we mean to stand." For own eyes: a place that is known is a place that is avoided.
  ///
  /// @param name what its makers call it, 1 to 80 characters in one line; empty if they do not
  /// @param posts one for each unit, 1 to 64, each with its position
  /// @param candidates out of how many sites they were chosen, 1 to 1000
  /// @param busyPermille how much of its time a unit was taken to be busy, 0 to 999
  /// @param coverage what is reached from there, exactly
  /// @param certificate what that is worth, and what no choice of as many sites exceeds, in parts
  ///   of a million of the weight
  /// @param whole what it would be worth if everything were certainly covered
  record Planned(
      Optional<String> name,
      List<Place> posts,
      int candidates,
      int busyPermille,
      Coverage coverage,
      Certificate certificate,
      long whole)
      implements PostureFact {
    /// Most sites to choose from.
    public static final int CANDIDATES_MAX = 1_000;

    /// Most posts of a plan.
    public static final int POSTS_MAX = 64;

    /// Longest name.
    public static final int NAME_MAX = 80;

    private static final int BUSY_MAX = 999;

    /// @throws IllegalArgumentException when a value is not in its range, or a post has no position
    public Planned {
      if (name.filter(text -> !isName(text)).isPresent()) {
        throw new IllegalArgumentException(
            "a name that is not 1 to %d characters in one line".formatted(NAME_MAX));
      }
      posts = List.copyOf(Bodies.counted("posts", posts, 1, POSTS_MAX));
      if (posts.stream().anyMatch(post -> post.position().isEmpty())) {
        throw new IllegalArgumentException("a post without a position");
      }
      if (candidates < 1
          || candidates > CANDIDATES_MAX
          || busyPermille < 0
          || busyPermille > BUSY_MAX) {
        throw new IllegalArgumentException(
            "%d candidates, busy for %d permille; expected 1 to %d, and 0 to %d"
                .formatted(candidates, busyPermille, CANDIDATES_MAX, BUSY_MAX));
      }
      if (certificate.value() > certificate.bound() || certificate.value() > whole) {
        throw new IllegalArgumentException(
            "a plan worth %d, bound %d, of %d"
                .formatted(certificate.value(), certificate.bound(), whole));
      }
    }

    private static boolean isName(String text) {
      return !text.isBlank()
          && text.length() <= NAME_MAX
          && text.chars().noneMatch(Character::isISOControl);
    }

    /// The same by that name.
    public Planned named(Optional<String> other) {
      return new Planned(other, posts, candidates, busyPermille, coverage, certificate, whole);
    }

    /// What of it the other side may be told. The name is not in it.
    public Summary summary() {
      return new Summary(coverage.coarse());
    }

    @Override
    public PostureFactKind kind() {
      return PostureFactKind.PLANNED;
    }

    @Override
    public Json.Obj toJson() {
      return coverage
          .putInto(Json.obj())
          .put("bound", certificate.bound())
          .put("busy_permille", busyPermille)
          .put("candidates", candidates)
          .putTextIfPresent("name", name)
          .put("posts", Bodies.objects(posts.stream().map(Place::toJson)))
          .put("value", certificate.value())
          .put("whole", whole)
          .build();
    }
  }

  /// "This is what we reach in time." The last one counts.
  ///
  /// @param coverage of every sector, with shares in steps of [SectorCoverage#STEP_PERMILLE]
  record Summary(Coverage coverage) implements PostureFact {
    /// @throws IllegalArgumentException when a share is finer than may be released
    public Summary {
      if (!coverage.isCoarse()) {
        throw new IllegalArgumentException(
            "a share that is no multiple of " + SectorCoverage.STEP_PERMILLE + " permille");
      }
    }

    @Override
    public PostureFactKind kind() {
      return PostureFactKind.SUMMARY;
    }

    @Override
    public Json.Obj toJson() {
      return coverage.putInto(Json.obj()).build();
    }
  }

  /// "If you stand as you offered, we reach this." Who answers keeps to a floor of its own: it is
  /// not left with less than it has alone.
  record Offered(PostureOffer offer) implements PostureFact {
    @Override
    public PostureFactKind kind() {
      return PostureFactKind.OFFER;
    }

    @Override
    public Json.Obj toJson() {
      return offer.toJson();
    }
  }

  /// "So be it": that offer, beside the own one that it answers, leaves nobody below what it has
  /// alone, as far as this side can tell.
  ///
  /// @param offer the entry of the other side's offer
  record Accepted(EntryId offer) implements PostureFact {
    @Override
    public PostureFactKind kind() {
      return PostureFactKind.ACCEPTANCE;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("offer", offer.toString()).build();
    }
  }
}
