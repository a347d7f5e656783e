package org.sarhad.core.posture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Answers the questions of this room through a [SiteSolver], to hold the own engine to (protocol
/// clause 15-4.7). What the solver is asked is written here, and so is what its answer comes to: a
/// choice that breaks a rule is no answer, and its worth is reckoned in whole numbers. That nothing
/// is better is the solver's word.
///
/// @param solver whoever answers
/// @param limit how long it may take for one question
public record Exact(SiteSolver solver, Duration limit) {
  /// What came of a question.
  ///
  /// @param sites for each side how many units at each of its sites; one list where there are no
  ///   sides
  /// @param value what that is worth, or costs, by our own reckoning
  /// @param isProven whether the solver says that nothing is better
  public record Answer(List<List<Integer>> sites, long value, boolean isProven) {
    /// Copies the lists.
    public Answer {
      sites = sites.stream().map(List::copyOf).toList();
    }
  }

  // ---- expected coverage of two sides ---------------------------------------------------------

  /// The plan of all sides together with none below its floor (*individual rationality*); empty
  /// where the solver finds none, or what it finds is none.
  ///
  /// @param floors what each side has at least, in parts of a million of the weight
  public Optional<Answer> coverage(CoverageProblem problem, List<Long> floors) {
    CoverModel model = new CoverModel(problem);
    return solver
        .solve(programme(model, floors), limit)
        .flatMap(found -> coverage(model, floors, found));
  }

  /// A whole variable for each site, and for each point and each number of units in reach of it one
  /// that is at most 1. Since each further unit adds less, the first ones come first by themselves.
  private static SiteProgramme programme(CoverModel model, List<Long> floors) {
    SiteProgramme.Draft draft = new SiteProgramme.Draft();
    List<List<SiteProgramme.Part>> inReach = lists(model.points());
    for (int site = 0; site < model.sites(); site++) {
      draft.whole(model.perSite(model.sideOf(site)), 0);
      for (int i = 0; i < model.breadth(site); i++) {
        inReach.get(model.point(site, i)).add(new SiteProgramme.Part(site, 1));
      }
    }
    for (int side = 0; side < model.sides(); side++) {
      draft.atMost(
          model.units(side),
          IntStream.range(model.firstSite(side), model.firstSite(side + 1)).boxed().toList());
    }
    List<List<SiteProgramme.Part>> worth = lists(model.sides());
    for (int point = 0; point < model.points(); point++) {
      List<SiteProgramme.Part> parts = inReach.get(point);
      long most = most(model, parts);
      for (int k = 0; k < most && model.gain(point, k) > 0; k++) {
        int covered = draft.share(model.gain(point, k));
        parts.add(new SiteProgramme.Part(covered, -1));
        worth.get(model.owner(point)).add(new SiteProgramme.Part(covered, model.gain(point, k)));
      }
      draft.atLeast(0, parts);
    }
    for (int side = 0; side < floors.size(); side++) {
      draft.atLeast(floors.get(side), worth.get(side));
    }
    return draft.done();
  }

  /// How many units can be in reach at most.
  private static long most(CoverModel model, List<SiteProgramme.Part> sites) {
    long[] room = new long[2];
    for (SiteProgramme.Part part : sites) {
      int side = model.sideOf(part.variable());
      room[side] = Math.min(model.units(side), room[side] + model.perSite(side));
    }
    return room[0] + room[1];
  }

  private static <T> List<List<T>> lists(int count) {
    return IntStream.range(0, count).<List<T>>mapToObj(_ -> new ArrayList<>()).toList();
  }

  private static Optional<Answer> coverage(
      CoverModel model, List<Long> floors, SiteSolver.Found found) {
    int[] units = found.values().stream().mapToInt(Math::toIntExact).toArray();
    if (units.length != model.sites() || !isAllowed(model, units)) {
      return Optional.empty();
    }
    long[] worth = model.worth(units);
    boolean keepsFloors =
        IntStream.range(0, floors.size()).allMatch(side -> worth[side] >= floors.get(side));
    return keepsFloors
        ? Optional.of(
            new Answer(
                IntStream.range(0, model.sides())
                    .mapToObj(
                        side ->
                            IntStream.range(model.firstSite(side), model.firstSite(side + 1))
                                .mapToObj(site -> units[site])
                                .toList())
                    .toList(),
                LongStream.of(worth).sum(),
                found.isProven()))
        : Optional.empty();
  }

  private static boolean isAllowed(CoverModel model, int... units) {
    return IntStream.range(0, model.sites())
            .allMatch(site -> units[site] >= 0 && units[site] <= model.perSite(model.sideOf(site)))
        && IntStream.range(0, model.sides())
            .allMatch(
                side ->
                    IntStream.range(model.firstSite(side), model.firstSite(side + 1))
                            .map(site -> units[site])
                            .sum()
                        <= model.units(side));
  }

  // ---- the least sum of ways ------------------------------------------------------------------

  /// The p-median problem: for each point and each length that a way to it has, whether its way is
  /// longer than that (García, Labbé and Marín 2011), so that lengths that nobody takes cost
  /// little.
  public Optional<Answer> median(MedianProblem problem) {
    SiteProgramme.Draft draft = new SiteProgramme.Draft();
    List<Integer> sites =
        IntStream.range(0, problem.sites()).mapToObj(_ -> draft.whole(1, 0)).toList();
    draft.atMost(problem.open(), sites);
    draft.atLeast(1, sites.stream().map(site -> new SiteProgramme.Part(site, 1)).toList());
    for (int point = 0; point < problem.points(); point++) {
      lengths(problem, point, draft);
    }
    return solver
        .solve(draft.done(), limit)
        .flatMap(found -> chosen(found, problem.open()).map(all -> median(problem, all, found)));
  }

  /// That a way is longer than one length follows for the next one, unless a site of that length is
  /// open.
  private static void lengths(MedianProblem problem, int point, SiteProgramme.Draft draft) {
    int[] lengths =
        IntStream.range(0, problem.sites())
            .map(site -> problem.cost(site, point))
            .sorted()
            .distinct()
            .toArray();
    Optional<SiteProgramme.Part> before = Optional.empty();
    for (int i = 0; i + 1 < lengths.length; i++) {
      int length = lengths[i];
      SiteProgramme.Part longer =
          new SiteProgramme.Part(draft.share((long) length - lengths[i + 1]), 1);
      List<SiteProgramme.Part> parts = new ArrayList<>(List.of(longer));
      IntStream.range(0, problem.sites())
          .filter(site -> problem.cost(site, point) == length)
          .forEach(site -> parts.add(new SiteProgramme.Part(site, 1)));
      before.ifPresent(last -> parts.add(new SiteProgramme.Part(last.variable(), -1)));
      draft.atLeast(before.isPresent() ? 0 : 1, parts);
      before = Optional.of(longer);
    }
  }

  private static Answer median(MedianProblem problem, List<Integer> sites, SiteSolver.Found found) {
    return new Answer(List.of(sites), problem.cost(sites), found.isProven());
  }

  /// The sites that `found` opens, if those are any and not more than `most`.
  private static Optional<List<Integer>> chosen(SiteSolver.Found found, int most) {
    List<Integer> sites =
        IntStream.range(0, found.values().size())
            .filter(site -> found.values().get(site) > 0)
            .boxed()
            .toList();
    return sites.isEmpty() || sites.size() > most ? Optional.empty() : Optional.of(sites);
  }

  // ---- to be everywhere -----------------------------------------------------------------------

  /// The fewest posts that reach every point within `withinMin` (*set covering*); the value is
  /// their number.
  public Optional<Answer> fewest(Reach reach, int withinMin) {
    SiteProgramme.Draft draft = new SiteProgramme.Draft();
    IntStream.range(0, reach.sites()).forEach(_ -> draft.whole(1, -1));
    for (int point = 0; point < reach.points(); point++) {
      int there = point;
      draft.atLeast(
          1,
          IntStream.range(0, reach.sites())
              .filter(site -> reach.minutes(site, there) <= withinMin)
              .mapToObj(site -> new SiteProgramme.Part(site, 1))
              .toList());
    }
    return solver
        .solve(draft.done(), limit)
        .flatMap(
            found ->
                chosen(found, reach.sites())
                    .map(all -> new Answer(List.of(all), all.size(), found.isProven())))
        .filter(answer -> reaches(reach, answer.sites().getFirst(), withinMin));
  }

  private static boolean reaches(Reach reach, List<Integer> sites, int withinMin) {
    return IntStream.range(0, reach.points())
        .allMatch(
            point -> sites.stream().anyMatch(site -> reach.minutes(site, point) <= withinMin));
  }

  /// The shortest time within which `posts` of the sites reach every point (*p-center*): the least
  /// time for which so many are enough, by halving the times that there are.
  public Optional<Answer> shortest(Reach reach, int posts) {
    List<Integer> times = times(reach);
    int low = 0;
    int high = times.size() - 1;
    Optional<Answer> best = Optional.empty();
    boolean isProven = true;
    while (low <= high) {
      int middle = (low + high) / 2;
      int within = times.get(middle);
      Optional<Answer> tried = fewest(reach, within);
      Optional<Answer> enough = tried.filter(answer -> answer.value() <= posts);
      if (enough.isPresent()) {
        best = Optional.of(new Answer(enough.get().sites(), within, true));
        high = middle - 1;
      } else {
        isProven &= isOutOfReach(reach, within) || tried.filter(Answer::isProven).isPresent();
        low = middle + 1;
      }
    }
    boolean isBest = isProven;
    return best.map(answer -> new Answer(answer.sites(), answer.value(), isBest));
  }

  /// Whether there is a point that no site reaches in time: then no number of posts is enough.
  private static boolean isOutOfReach(Reach reach, int within) {
    return IntStream.range(0, reach.points())
        .anyMatch(
            point ->
                IntStream.range(0, reach.sites())
                    .allMatch(site -> reach.minutes(site, point) > within));
  }

  private static List<Integer> times(Reach reach) {
    TreeSet<Integer> times = new TreeSet<>();
    for (int site = 0; site < reach.sites(); site++) {
      for (int point = 0; point < reach.points(); point++) {
        times.add(reach.minutes(site, point));
      }
    }
    times.remove(Reach.NEVER);
    return List.copyOf(times);
  }
}
