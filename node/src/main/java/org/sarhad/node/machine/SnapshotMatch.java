package org.sarhad.node.machine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sarhad.core.party.Origin;
import org.sarhad.core.record.PayloadId;
import org.sarhad.core.record.SideKeys;
import org.sarhad.node.store.LogDirectory;
import org.sarhad.node.store.Snapshots.Header;
import org.sarhad.node.store.Snapshots.Reach;

/// Whether a snapshot is of the history that is here (05-5.1): the same logs, each beginning with
/// exactly the entries that were folded, and the same sides. An objection is a few words for the
/// operator's log.
///
/// @param standing how far every log is here
record SnapshotMatch(NodeIdentity self, Logs logs, Standing standing) {

  /// The logs that a snapshot is of, by origin: own, journal, mirrors.
  private Map<Origin, LogDirectory> folded() {
    var folded = new TreeMap<Origin, LogDirectory>();
    folded.put(self.origin(), logs.own());
    folded.put(self.journal(), logs.journal());
    for (var peer : standing.peers().values().toList()) {
      var origin = peer.card().origin();
      logs.find(origin).ifPresent(log -> folded.put(origin, log));
    }
    return folded;
  }

  /// How far the logs are in `image`, if they are all here.
  Optional<Map<String, Reach>> reach(StateImage image) {
    var reach = new TreeMap<String, Reach>();
    for (var log : folded().entrySet()) {
      long size = size(image, log.getKey());
      if (size > log.getValue().size()) {
        return Optional.empty();
      }
      reach.put(log.getKey().value(), new Reach(size, log.getValue().root(size)));
    }
    return Optional.of(reach);
  }

  private long size(StateImage image, Origin log) {
    return log.equals(self.journal()) ? image.journal() : image.size(log);
  }

  /// Why a snapshot that says `header` does not count; empty if it may.
  Optional<String> objection(Header header) {
    if (!header.shape().equals(StateImage.FINGERPRINT)) {
      return Optional.of("by another version of this program");
    }
    var folded = folded();
    var names = folded.keySet().stream().map(Origin::value).collect(Collectors.toSet());
    if (!names.equals(header.logs().keySet())) {
      return Optional.of("of other logs");
    }
    return folded.entrySet().stream()
        .filter(
            log ->
                header
                    .find(log.getKey().value())
                    .filter(reach -> begins(log.getValue(), reach))
                    .isEmpty())
        .map(log -> "of another history of " + log.getKey())
        .findFirst();
  }

  private static boolean begins(LogDirectory log, Reach reach) {
    return reach.size() <= log.size() && log.root(reach.size()).equals(reach.root());
  }

  /// Why `image`, which stood under `header`, does not count; empty if it does.
  Optional<String> objection(StateImage image, Header header) {
    boolean isWhole =
        image.isSound()
            && folded().keySet().stream().allMatch(log -> isThere(image, log, header))
            && image.joint().isPresent() == !standing.peers().isEmpty();
    if (!isWhole) {
      return Optional.of("not what its digests say");
    }
    boolean sameSides =
        image.facts().channel().channel().equals(self.channel())
            && image.facts().channel().sides().size() == 1 + standing.peers().size()
            && began(image, self.origin(), self.card().keys())
            && standing
                .peers()
                .values()
                .allMatch(peer -> began(image, peer.card().origin(), peer.card().keys()));
    if (!sameSides) {
      return Optional.of("of other sides");
    }
    boolean isAhead = standing.peers().values().anyMatch(peer -> isAhead(image, peer));
    return isAhead ? Optional.of("ahead of what was cosigned") : Optional.empty();
  }

  private boolean isThere(StateImage image, Origin log, Header header) {
    return header.find(log.value()).filter(reach -> reach.size() == size(image, log)).isPresent();
  }

  private static boolean began(StateImage image, Origin log, SideKeys keys) {
    return image
        .facts()
        .channel()
        .sides()
        .find(log)
        .flatMap(side -> side.roster().keys().find(-1L))
        .filter(keys::equals)
        .isPresent();
  }

  private static boolean isAhead(StateImage image, PeerStanding peer) {
    var origin = peer.card().origin();
    return image.cosigned(origin) > peer.mirror().size()
        || image.size(origin) > peer.mirror().state().next();
  }

  /// Whether something in `image` was erased since, of which `after`, folded from it, knows.
  boolean holdsErased(StateImage image, Facts after) {
    Set<PayloadId> before = image.facts().channel().erasures().keys().collect(Collectors.toSet());
    return after
        .channel()
        .erasures()
        .keys()
        .anyMatch(
            payload ->
                !before.contains(payload)
                    && payload.entry().index() < size(image, payload.entry().origin()));
  }
}
