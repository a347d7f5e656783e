package org.sarhad.node.machine;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// Puts a link into words for people.
final class LinkViews {
  private LinkViews() {}

  /// The link with `peer` as `durable` has it.
  ///
  /// @param waiting how long the oldest entry has waited for its cosignature
  static LinkView of(
      PeerStanding peer,
      PeerLink link,
      GuardWatch guard,
      Standing durable,
      Optional<Duration> waiting,
      Moment now) {
    boolean isBehind = link.state() == LinkState.BEHIND_OWN_MIRROR;
    return new LinkView(
        peer.party(),
        Optional.of(peer.card()),
        link.state(),
        link.since(),
        isBehind ? guard.sentence() : link.suspicion().orElse(""),
        durable.own().tree().size() - peer.delivery().size(),
        waiting.map(age -> now.wall().minus(age)),
        link.lastHeard(),
        peer.delivery().size(),
        peer.delivery().times().newest(),
        peer.mirror().size(),
        peer.mirror().pending(),
        isBehind ? guard.behindBy() : OptionalLong.empty(),
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
}
