package org.sarhad.node.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Makes what is shown: the [NodeView] of the last durable frame, and the links in words.
final class Views {
  private final Kernel kernel;
  private final Arrivals arrivals;
  private final Comparison comparison;
  private final Restoring restoring;

  /// The entry that waited longest when somebody last looked, and its time.
  private long oldestIndex = -1;

  private Instant oldestTime = Instant.EPOCH;

  Views(Kernel kernel, Arrivals arrivals, Comparison comparison, Restoring restoring) {
    this.kernel = kernel;
    this.arrivals = arrivals;
    this.comparison = comparison;
    this.restoring = restoring;
  }

  /// What the node knows now.
  NodeView view(Moment now) {
    var guard = kernel.guard();
    return new DurableView(
        now.wall(),
        kernel.self(),
        kernel.logs(),
        kernel.served(),
        kernel.durable(),
        kernel.durableFacts(),
        arrivals.times(),
        kernel.published(),
        kernel.joint(),
        comparison.view(kernel.joint()),
        links(now),
        new DurableView.GuardView(
            guard.state(),
            guard.sentence(),
            restoring.view(),
            kernel.durableFacts().journaled().displaced()));
  }

  /// Reckons the states of the links anew.
  void reckon(Moment now) {
    for (var peer : kernel.durable().peers().values().toList()) {
      var link = kernel.link(peer.party());
      if (link.isPresent() && link.get().reckon(peer, kernel.guard(), waiting(peer, now), now)) {
        kernel.changed();
        kernel.tell(new Change.Link(peer.party()));
      }
    }
  }

  private List<LinkView> links(Moment now) {
    var views = new ArrayList<LinkView>();
    for (var peer : kernel.durable().peers().values().toList()) {
      kernel.link(peer.party()).ifPresent(link -> views.add(view(peer, link, now)));
    }
    return List.copyOf(views);
  }

  private LinkView view(PeerStanding peer, PeerLink link, Moment now) {
    var durable = kernel.durable();
    boolean isBehind = link.state() == LinkState.BEHIND_OWN_MIRROR;
    return new LinkView(
        peer.party(),
        Optional.of(peer.card()),
        link.state(),
        link.since(),
        isBehind ? kernel.guard().sentence() : link.suspicion().orElse(""),
        durable.own().tree().size() - peer.delivery().size(),
        waiting(peer, now).map(age -> now.wall().minus(age)),
        link.lastHeard(),
        peer.delivery().size(),
        peer.delivery().times().newest(),
        peer.mirror().size(),
        peer.mirror().pending(),
        isBehind ? kernel.guard().behindBy() : OptionalLong.empty(),
        link.skew(),
        newestEvidence(peer, durable));
  }

  private static Optional<String> newestEvidence(PeerStanding peer, Standing durable) {
    return durable
        .evidence()
        .values()
        .filter(kept -> kept.about().equals(peer.card().origin()))
        .reduce((_, later) -> later)
        .map(EvidenceView::name);
  }

  /// How long the oldest entry has waited that `peer` has not cosigned; empty if none waits.
  private Optional<Duration> waiting(PeerStanding peer, Moment now) {
    long index = peer.delivery().size();
    if (index >= kernel.durable().own().tree().size()) {
      return Optional.empty();
    }
    if (oldestIndex != index) {
      oldestIndex = index;
      oldestTime = Refold.parsed(kernel.logs().own().entry(index)).envelope().time();
    }
    return Optional.of(Duration.between(oldestTime, now.wall()));
  }
}
