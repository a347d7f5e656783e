package org.sarhad.node.api;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.posture.CoverageGap;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.posture.PostureState;
import org.sarhad.core.register.Word;
import org.sarhad.node.api.view.PostureViews;

/// Posture as the contract shows it: what each side has released, laid beside each other, by
/// everything that is known; and the own plans.
final class Postures {
  private static final int PERMILLE = 1_000;

  private final Lens lens;
  private final PostureState known;
  private final PostureState agreed;

  Postures(Lens lens) {
    this.lens = lens;
    this.known = lens.view().expected().posture();
    this.agreed = lens.view().agreed().posture();
  }

  PostureViews.Posture view() {
    return new PostureViews.Posture(
        lens.now(),
        lens.view().agreed().sectors(),
        known.parties().stream()
            .flatMap(side -> known.summary(side).map(word -> summary(side, word)).stream())
            .toList(),
        CoverageGap.of(known).stream().map(Postures::gap).toList());
  }

  private PostureViews.SummaryView summary(PartyId side, Word<PostureFact.Summary> word) {
    return new PostureViews.SummaryView(
        side.value(),
        agreed.summary(side).equals(Optional.of(word)),
        lens.said(side, word, word.said().toJson()));
  }

  private static PostureViews.GapView gap(CoverageGap gap) {
    var said = new LinkedHashMap<String, PostureViews.ReachView>();
    gap.said()
        .forEach(
            (side, row) ->
                said.put(
                    side.value(), new PostureViews.ReachView(row.units(), row.sharePermille())));
    return new PostureViews.GapView(
        gap.sector(),
        Codes.of(gap.reached()),
        gap.reachedBy().stream().map(PartyId::value).toList(),
        gap.silent().stream().map(PartyId::value).toList(),
        said,
        gap.openAtLeastPermille(),
        gap.openAtMostPermille());
  }

  // ---- own plans ------------------------------------------------------------------------------

  /// The newest first.
  PostureViews.Plans plans() {
    return new PostureViews.Plans(
        lens.now(), lens.view().plans().newestFirst().stream().map(this::plan).toList());
  }

  private PostureViews.PlanView plan(Word<PostureFact.Planned> word) {
    var plan = word.said();
    return new PostureViews.PlanView(
        lens.said(lens.own(), word, plan.toJson()),
        plan.whole() == 0 ? 0 : plan.certificate().value() * PERMILLE / plan.whole(),
        plan.certificate().gap(PERMILLE),
        plan.summary().toJson());
  }
}
