package org.sarhad.core.joint;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.geo.Place;
import org.sarhad.core.posture.BusyFraction;
import org.sarhad.core.posture.ClauseWorth;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.Effort;
import org.sarhad.core.posture.Negotiation;
import org.sarhad.core.posture.Negotiator;
import org.sarhad.core.posture.PostureOffer;
import org.sarhad.core.posture.PostureTerms;

/// Counsels one side in a negotiation of posture (protocol clause 15-7): what to offer next, what
/// to accept, and where it would stand for it. What counts is the soil of both sides
/// ([BorderStrip]).
///
/// It remembers nothing: where the own side stood for an earlier offer is found again, since the
/// same sites and the same counts give the same posts.
///
/// @param planner of the own side
/// @param terms what is agreed; the time in them is the wish's
public record PostureCounsel(PosturePlanner planner, PostureTerms terms) {
  private static final int OWN = 0;

  /// What to do.
  ///
  /// @param next the offer to make; empty when it is not the own side's turn
  /// @param posts where it would stand for that, or stood for its last offer
  /// @param accept the offer of the other side to accept, if none better can be had; empty when
  ///   there is none beside which the own side is sure to keep what it has alone
  /// @param together what both would have by `next`, or by its last offer, as the own side reckons
  /// @param sure what of it the own side is sure to have on its soil
  /// @param alone what it has there without the other
  /// @param whole what certain coverage of both sides' soil would be worth
  public record Counsel(
      Optional<PostureOffer> next,
      List<Place> posts,
      Optional<EntryId> accept,
      long together,
      long sure,
      long alone,
      long whole) {
    /// Copies the list.
    public Counsel {
      posts = List.copyOf(posts);
    }
  }

  /// The counsel; empty where no line is known, or none of it lies in a sector. O(rounds · a plan).
  ///
  /// @param wish the own sites, and how many posts
  /// @param known the last negotiation that was begun
  public Optional<Counsel> on(PosturePlanner.Wish wish, Optional<Negotiation> known) {
    return negotiator(wish).map(own -> counsel(own, wish, known.filter(Negotiation::isOpen)));
  }

  private Counsel counsel(Negotiator own, PosturePlanner.Wish wish, Optional<Negotiation> open) {
    Effort effort = Effort.DEFAULT.fitting(own.problem());
    Negotiator.Stance alone = own.alone(effort);
    Negotiator.Stance last = alone;
    Negotiator.Pick pick = Negotiator.Pick.NONE;
    List<Negotiation.Made> offers = open.map(Negotiation::offers).orElse(List.of());
    for (int number = 0; number < offers.size(); number++) {
      Negotiation.Made made = offers.get(number);
      if (isOwn(made)) {
        last = number == 0 ? alone : reply(own, alone, offers.get(number - 1), effort);
      } else if (number > 0 && isFound(last, offers.get(number - 1))) {
        pick = pick.or(number, own.beside(last, made.offer().sectors()));
      }
    }
    Optional<Negotiation.Made> answered = open.map(Negotiation::last).filter(made -> !isOwn(made));
    boolean isTurn = open.isEmpty() || (answered.isPresent() && hasRounds(open.get()));
    Negotiator.Stance next = answered.map(to -> reply(own, alone, to, effort)).orElse(last);
    Negotiator.Stance stance = isTurn ? next : last;
    return new Counsel(
        isTurn ? Optional.of(offer(next, answered)) : Optional.empty(),
        posts(wish, stance),
        pick.offer().map(number -> offers.get(number).entry()),
        stance.together(),
        stance.sure(),
        stance.floor(),
        own.problem().whole());
  }

  private boolean isOwn(Negotiation.Made made) {
    return made.by().equals(planner.own());
  }

  private boolean hasRounds(Negotiation open) {
    return open.roundsOf(planner.own()) < terms.rounds();
  }

  /// Whether the own offer `made` was that of `stance`: it was not if other sites were given then.
  private static boolean isFound(Negotiator.Stance stance, Negotiation.Made made) {
    return stance.told().equals(made.offer().sectors());
  }

  private static Negotiator.Stance reply(
      Negotiator own, Negotiator.Stance alone, Negotiation.Made to, Effort effort) {
    return own.reply(alone, to.offer().sectors(), effort);
  }

  private PostureOffer offer(Negotiator.Stance stance, Optional<Negotiation.Made> answered) {
    return new PostureOffer(
        answered.map(Negotiation.Made::entry),
        terms.withinMin(),
        terms.handoverMin(),
        terms.depthM(),
        stance.told());
  }

  private static List<Place> posts(PosturePlanner.Wish wish, Negotiator.Stance stance) {
    return IntStream.range(0, stance.units().size())
        .filter(site -> stance.units().get(site) > 0)
        .mapToObj(wish.candidates()::get)
        .toList();
  }

  // ---- what a clause is worth -----------------------------------------------------------------

  /// What posts are worth if an agreed rule were another (protocol clause 15-8.1); empty as [#on].
  ///
  /// @param wish whose sites are the posts, a unit at each
  /// @param isCrossing whether it is agreed that units cross
  public Optional<List<ClauseWorth>> clauses(PosturePlanner.Wish wish, boolean isCrossing) {
    List<Integer> units = wish.candidates().stream().map(_ -> 1).toList();
    return problem(wish, planner.strip(), ClauseWorth.BEYOND_MIN)
        .map(
            problem ->
                ClauseWorth.of(
                    new ClauseWorth.Standing(problem, OWN, units, terms.crossing(), isCrossing)));
  }

  // ---- the points of both ---------------------------------------------------------------------

  private Optional<Negotiator> negotiator(PosturePlanner.Wish wish) {
    BorderStrip strip = planner.strip();
    List<String> all = List.copyOf(strip.line().bySector(planner.zone()).keySet());
    return problem(wish, strip, 0)
        .map(problem -> new Negotiator(problem, OWN, strip.sectors(), all));
  }

  private Optional<CoverageProblem> problem(
      PosturePlanner.Wish wish, BorderStrip strip, int beyondMin) {
    if (strip.isEmpty()) {
      return Optional.empty();
    }
    List<List<Integer>> rows = planner.rows(wish, strip.own(), beyondMin);
    return Optional.of(
        new CoverageProblem(
            strip.demand(),
            List.of(
                new CoverageProblem.Side(strip.reach(rows, wish.type()), wish.posts(), 1),
                new CoverageProblem.Side(strip.noReach(), 0, 1)),
            wish.withinMin(),
            BusyFraction.permille(wish.busyPermille()),
            terms.crossing()));
  }
}
