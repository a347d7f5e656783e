package org.sarhad.node.api;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.sarhad.core.geo.Position;
import org.sarhad.core.joint.LinePoints;
import org.sarhad.core.joint.PostureComparison;
import org.sarhad.core.posture.Certificate;
import org.sarhad.core.posture.Negotiation;
import org.sarhad.core.posture.PlanMove;
import org.sarhad.core.posture.PostureOffer;
import org.sarhad.node.api.view.GeoViews;
import org.sarhad.node.api.view.PostureComparisonViews;

/// A comparison of plans as the contract shows it. Shares are in ten-thousandths of what certain
/// coverage of everything would be; what is proven is rounded up.
final class PosturesLaid {
  private static final int PARTS = 10_000;
  private static final int PERMILLE = 1_000;

  private final Lens lens;

  PosturesLaid(Lens lens) {
    this.lens = lens;
  }

  PostureComparisonViews.State view(Optional<HeldComparison.Held> held) {
    return held.map(this::view)
        .orElseGet(
            () ->
                new PostureComparisonViews.State(
                    lens.now(),
                    "none",
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    0,
                    Optional.empty()));
  }

  private PostureComparisonViews.State view(HeldComparison.Held held) {
    var wish = held.wish();
    var asked =
        new PostureComparisonViews.Asked(
            wish.posts(), wish.withinMin(), wish.busyPermille(), Codes.of(wish.type()));
    return switch (held.stage()) {
      case HeldComparison.Stage.Running(int sites, int of) ->
          state(held, asked, "running", sites, of, Optional.empty());
      case HeldComparison.Stage.Done(PostureComparison comparison) -> {
        int sites = comparison.wish().candidates().size();
        yield state(
            held, asked, "done", sites, sites, Optional.of(laid(comparison, held.leftOut())));
      }
      case HeldComparison.Stage.Stopped _ -> state(held, asked, "stopped", 0, 0, Optional.empty());
      case HeldComparison.Stage.Failed _ -> state(held, asked, "failed", 0, 0, Optional.empty());
    };
  }

  private PostureComparisonViews.State state(
      HeldComparison.Held held,
      PostureComparisonViews.Asked asked,
      String stage,
      int done,
      int sites,
      Optional<PostureComparisonViews.Laid> plans) {
    return new PostureComparisonViews.State(
        lens.now(), stage, Optional.of(held.number()), Optional.of(asked), done, sites, plans);
  }

  private PostureComparisonViews.Laid laid(PostureComparison comparison, int leftOut) {
    var places = comparison.wish().candidates();
    return new PostureComparisonViews.Laid(
        IntStream.range(0, places.size())
            .mapToObj(
                site ->
                    new PostureComparisonViews.SiteView(
                        GeoViews.of(places.get(site)), comparison.standing().get(site)))
            .toList(),
        comparison.perSite(),
        LinePoints.SPACING_M,
        comparison.points().stream()
            .map(at -> new PostureComparisonViews.PointView(at.sector(), at.metres()))
            .toList(),
        leftOut,
        share(comparison.certificate().value(), comparison),
        Math.ceilDiv(comparison.certificate().bound() * PARTS, comparison.whole()),
        figures(comparison, comparison.today()),
        figures(comparison, comparison.best()));
  }

  /// What the plan `units` is.
  PostureComparisonViews.FiguresView figures(PostureComparison comparison, List<Integer> units) {
    var figures = comparison.of(units);
    return new PostureComparisonViews.FiguresView(
        sites(units),
        share(figures.value(), comparison),
        figures.bound().map(PosturesLaid::gap),
        theirs()
            .flatMap(offer -> comparison.sure(units, offer.sectors()))
            .map(sure -> share(sure, comparison)),
        figures.coverage().sectors().stream()
            .map(
                sector ->
                    new PostureComparisonViews.SectorView(
                        sector.sector(), sector.units(), sector.sharePermille()))
            .toList(),
        figures.present(),
        figures.clauses().stream()
            .map(clause -> Postures.clause(clause, comparison.whole()))
            .toList(),
        figures.moves().stream().map(move -> move(comparison, move)).toList());
  }

  private static long gap(Certificate certificate) {
    return certificate.gap(PERMILLE);
  }

  private static long share(long worth, PostureComparison comparison) {
    return worth * PARTS / comparison.whole();
  }

  private static List<Integer> sites(List<Integer> units) {
    return IntStream.range(0, units.size())
        .boxed()
        .flatMap(site -> Collections.nCopies(units.get(site), site).stream())
        .toList();
  }

  private static PostureComparisonViews.MoveView move(PostureComparison comparison, PlanMove move) {
    var from = boxed(move.from());
    var to = boxed(move.to());
    return new PostureComparisonViews.MoveView(
        from,
        to,
        from.flatMap(
            start -> to.map(end -> at(comparison, start).distanceTo(at(comparison, end)).metres())),
        share(move.gain(), comparison));
  }

  private static Optional<Integer> boxed(OptionalInt site) {
    return site.stream().boxed().findFirst();
  }

  private static Position at(PostureComparison comparison, int site) {
    return comparison.wish().sites().get(site);
  }

  /// Of the negotiation that is open, or of the last that was settled, the last offer of the other
  /// side.
  private Optional<PostureOffer> theirs() {
    var known = lens.view().expected().posture();
    return known.negotiation().flatMap(this::last).or(() -> known.settled().flatMap(this::last));
  }

  private Optional<PostureOffer> last(Negotiation negotiation) {
    return negotiation.offers().reversed().stream()
        .filter(made -> !made.by().equals(lens.own()))
        .map(Negotiation.Made::offer)
        .findFirst();
  }
}
