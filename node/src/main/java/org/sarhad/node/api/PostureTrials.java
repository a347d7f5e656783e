package org.sarhad.node.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sarhad.core.geo.Place;
import org.sarhad.core.posture.BusyFraction;
import org.sarhad.core.posture.CrossingWorth;
import org.sarhad.core.posture.Negotiation;
import org.sarhad.core.posture.Relocation;
import org.sarhad.core.posture.SectorHelp;
import org.sarhad.core.posture.SitePlan;
import org.sarhad.core.simulation.Figures;
import org.sarhad.node.api.view.GeoViews;
import org.sarhad.node.api.view.PostureTrialViews;

/// What posts would come to, as the contract shows it.
final class PostureTrials {
  private static final int TEN_THOUSANDTHS = 10_000;

  private final Lens lens;

  PostureTrials(Lens lens) {
    this.lens = lens;
  }

  /// @param leftOut incidents of the record that have no place on own soil
  PostureTrialViews.Year year(
      PostureTrialOperations.Source source, int days, int leftOut, Figures figures) {
    var sure = sure();
    return new PostureTrialViews.Year(
        lens.now(),
        Codes.of(source),
        days,
        figures.calls(),
        figures.inTime(),
        figures.missed(),
        figures.medianMin(),
        figures.ninthMin(),
        figures.busyPermille(),
        sure.isEmpty() ? Optional.empty() : Optional.of(withHelpNear(figures, sure)),
        leftOut,
        figures.sectors().stream()
            .map(
                sector ->
                    new PostureTrialViews.SectorYear(
                        sector.sector(),
                        sector.calls(),
                        sector.inTime(),
                        Optional.ofNullable(sure.get(sector.sector()))))
            .toList());
  }

  /// How many units the other side is sure to have in reach, by sector, as it offered where both
  /// have settled; nothing where they have not.
  private Map<String, Integer> sure() {
    var units = new TreeMap<String, Integer>();
    lens.view().expected().posture().settled().stream()
        .map(Negotiation::settled)
        .flatMap(List::stream)
        .filter(made -> !made.by().equals(lens.own()))
        .flatMap(made -> made.offer().sectors().stream())
        .forEach((SectorHelp help) -> units.put(help.sector(), help.sure()));
    return units;
  }

  /// Of the calls that nobody of us reached in time, those where units of the other side may go, in
  /// sectors where it is sure to have one in reach.
  private static int withHelpNear(Figures figures, Map<String, Integer> sure) {
    return figures.sectors().stream()
        .filter(sector -> sure.getOrDefault(sector.sector(), 0) > 0)
        .mapToInt(Figures.SectorFigures::lateNear)
        .sum();
  }

  PostureTrialViews.Moves moves(
      String from, List<Place> before, List<Place> after, Relocation relocation) {
    return new PostureTrialViews.Moves(
        lens.now(),
        from,
        relocation.moves().stream()
            .map(
                move ->
                    new PostureTrialViews.MoveView(
                        GeoViews.of(before.get(move.from())),
                        GeoViews.of(after.get(move.to())),
                        move.isPossible() ? Optional.of(move.minutes()) : Optional.empty()))
            .toList(),
        relocation.freed().stream().map(before::get).map(GeoViews::of).toList(),
        relocation.waiting().stream().map(after::get).map(GeoViews::of).toList(),
        relocation.minutes());
  }

  PostureTrialViews.Crossings crossings(CrossingWorth worth) {
    return new PostureTrialViews.Crossings(
        lens.now(),
        share(worth.now(), worth.whole()),
        worth.crossings().stream()
            .map(
                other ->
                    new PostureTrialViews.CrossingView(
                        other.name(), other.isOpen(), share(other.across(), worth.whole())))
            .toList());
  }

  /// Where there is no ground, or none with a crossing.
  PostureTrialViews.Crossings noCrossings() {
    return new PostureTrialViews.Crossings(lens.now(), 0, List.of());
  }

  private static long share(long worth, long whole) {
    return whole < BusyFraction.WHOLE ? 0 : worth * TEN_THOUSANDTHS / whole;
  }

  PostureTrialViews.Sizing sizing(List<Place> sites, Optional<SitePlan> found) {
    return new PostureTrialViews.Sizing(
        lens.now(),
        sites.size(),
        found.map(plan -> plan.certificate().value()),
        found.map(plan -> plan.certificate().bound()),
        found.stream()
            .flatMap(plan -> plan.sites().stream())
            .map(sites::get)
            .map(GeoViews::of)
            .toList());
  }
}
