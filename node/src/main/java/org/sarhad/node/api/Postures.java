package org.sarhad.node.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.PostureCounsel;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.posture.ClauseWorth;
import org.sarhad.core.posture.ComplianceTable;
import org.sarhad.core.posture.CoverageGap;
import org.sarhad.core.posture.Negotiation;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.posture.PostureState;
import org.sarhad.core.register.Word;
import org.sarhad.node.api.view.GeoViews;
import org.sarhad.node.api.view.PostureViews;

/// Posture as the contract shows it: what each side has released, laid beside each other, by
/// everything that is known; and the own plans.
final class Postures {
  private static final int PERMILLE = 1_000;
  private static final int TEN_THOUSANDTHS = 10_000;

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
        CoverageGap.of(known).stream().map(Postures::gap).toList(),
        known.negotiation().map(this::negotiation),
        known.settled().map(this::negotiation));
  }

  private PostureViews.NegotiationView negotiation(Negotiation negotiation) {
    return new PostureViews.NegotiationView(
        negotiation.offers().stream()
            .map(
                made ->
                    new PostureViews.OfferView(
                        lens.entryName(made.entry()),
                        made.entry().toString(),
                        made.by().value(),
                        new PostureFact.Offered(made.offer()).toJson()))
            .toList(),
        negotiation.accepted().map(EntryId::toString));
  }

  /// What to offer, or to accept.
  PostureViews.Counsel counsel(PostureCounsel.Counsel counsel) {
    long soil = counsel.whole() / 2;
    return new PostureViews.Counsel(
        lens.now(),
        counsel.next().map(offer -> new PostureFact.Offered(offer).toJson()),
        counsel.posts().stream().map(GeoViews::of).toList(),
        counsel.accept().map(EntryId::toString),
        share(counsel.together(), counsel.whole(), PERMILLE),
        share(counsel.sure(), soil, PERMILLE),
        share(counsel.alone(), soil, PERMILLE));
  }

  private static long share(long worth, long whole, int parts) {
    return whole == 0 ? 0 : worth * parts / whole;
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

  /// The plan in the entry called `name`, as the newest ones are at hand.
  Optional<PostureFact.Planned> planned(String name) {
    return lens.view().plans().newestFirst().stream()
        .filter(word -> lens.entryName(word.entry()).equals(name))
        .map(Word::said)
        .findFirst();
  }

  /// What its posts are worth if a clause changes, and which are held with few units.
  PostureViews.WorthView worth(
      PostureFact.Planned plan, List<ClauseWorth> clauses, ComplianceTable table) {
    var rows = table.rows();
    return new PostureViews.WorthView(
        lens.now(),
        clauses.stream().map(clause -> clause(clause, plan.whole())).toList(),
        IntStream.range(0, rows.size())
            .mapToObj(
                i ->
                    new PostureViews.HeldView(
                        i + 1,
                        rows.get(i).held(),
                        share(rows.get(i).certificate().value(), plan.whole(), PERMILLE),
                        i + 1 < rows.size() ? rows.get(i).movedBy(rows.get(i + 1)) : 0))
            .toList());
  }

  static PostureViews.ClauseView clause(ClauseWorth clause, long whole) {
    return new PostureViews.ClauseView(
        Codes.of(clause.rule()),
        clause.value(),
        clause.isAgreed(),
        share(clause.home(), whole, TEN_THOUSANDTHS),
        share(clause.across(), whole, TEN_THOUSANDTHS));
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
