package org.sarhad.sim.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.link.Hello;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.machine.GuardState;
import org.sarhad.node.machine.LogView;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.witness.AddCheckpoint;

/// What is signed and what is seen: I1 (one history), I3 (places and spelling), I4 (`seen`), I5
/// (nothing leaves before it is kept), I6 (what was cosigned is seen), I14 (no head goes back).
public final class HeadsChecker implements Checker {
  private final SimWorld world;
  private final Histories histories;
  private final Map<Origin, Seen> lastSeen = new HashMap<>();
  private final List<Promise> promises = new ArrayList<>();
  private final Map<Origin, Long> accepted = new HashMap<>();
  private final Map<Origin, Long> delivered = new HashMap<>();
  private final Map<PartyId, Map<Origin, Long>> shown = new HashMap<>();

  /// A cosigner's promise: every entry of `cosigner` from index `from` on has seen at least `size`
  /// entries of `origin`.
  private record Promise(Origin cosigner, long from, Origin origin, long size) {}

  /// A checker of `world`; what it learns of the logs goes into `histories`.
  public HeadsChecker(SimWorld world, Histories histories) {
    this.world = world;
    this.histories = histories;
  }

  @Override
  public void sent(SimNode from, PartyId to, PeerRequest request) {
    if (request instanceof PeerRequest.AddCheckpoint(var body)) {
      try {
        signed(from, AddCheckpoint.parse(body).head());
      } catch (MalformedException e) {
        throw new Violation("I1", from.party() + " offers a malformed head: " + e.getMessage());
      }
    }
  }

  private void signed(SimNode author, SignedCheckpoint head) {
    var origin = author.origin();
    var view = author.seen();
    // I5: a head that leaves is the one in the lock, or an older one.
    long published =
        view.log(origin).flatMap(LogView::newest).map(SignedCheckpoint::size).orElse(-1L);
    Violation.unless(
        head.size() <= published,
        "I5",
        "head %d of %s left before it was kept",
        head.size(),
        origin);
    for (var entry : histories.of(origin).signed(author, head.checkpoint())) {
      entered(origin, entry);
    }
  }

  private void entered(Origin origin, Entry entry) {
    var seen = entry.envelope().seen();
    var before = lastSeen.getOrDefault(origin, Seen.NOTHING);
    for (var head : before.heads()) {
      Violation.unless(
          seen.sizeOf(head.key()) >= head.value().size(),
          "I4",
          "%s has seen %d of %s after %d",
          entry.id(),
          seen.sizeOf(head.key()),
          head.key(),
          head.value().size());
    }
    for (var head : seen.heads()) {
      var claimed = head.value();
      var root = histories.of(head.key()).rootAt(claimed.size());
      Violation.unless(
          root.equals(Optional.of(claimed.root())),
          "I4",
          "%s has seen what %s never signed, at %d",
          entry.id(),
          head.key(),
          claimed.size());
    }
    lastSeen.put(origin, seen);
    for (var promise : promises) {
      Violation.unless(
          !promise.cosigner().equals(origin)
              || entry.id().index() < promise.from()
              || seen.sizeOf(promise.origin()) >= promise.size(),
          "I6",
          "%s has not seen the %d entries of %s its side cosigned",
          entry.id(),
          promise.size(),
          promise.origin());
    }
  }

  @Override
  public void answered(SimNode from, PartyId to, PeerRequest request, PeerResponse response) {
    shown(from, request, response);
    if (request instanceof PeerRequest.AddEntries upload && response.status() == 200) {
      var origin = Origin.of(upload.header().origin());
      long cosigned = upload.header().end();
      var view = from.seen();
      long kept = view.log(origin).map(LogView::size).orElse(0L);
      Violation.unless(
          kept >= cosigned,
          "I5",
          "%s cosigned %d of %s and has %d",
          from.party(),
          cosigned,
          origin,
          kept);
      var own = from.origin();
      long from0 = view.log(own).map(LogView::size).orElse(0L);
      promises.removeIf(
          old -> old.cosigner().equals(own) && old.from() >= from0 && old.size() <= cosigned);
      promises.add(new Promise(own, from0, origin, cosigned));
    }
  }

  /// A head also leaves when the other side fetches it, or greets.
  private void shown(SimNode from, PeerRequest request, PeerResponse response) {
    try {
      if (request instanceof PeerRequest.GetHello) {
        var standing = Hello.parse(response.body()).standing();
        standing.flatMap(Hello.Standing::own).ifPresent(head -> signed(from, head));
      } else if (request instanceof PeerRequest.GetResource(String path)
          && path.equals("log/checkpoint")
          && response.succeeded()) {
        signed(from, SignedCheckpoint.parse(response.body()));
      }
    } catch (MalformedException e) {
      throw new Violation("I1", from.party() + " shows a malformed head: " + e.getMessage());
    }
  }

  @Override
  public void look(SimNode node) {
    arrived(node);
    node.seen().logs().forEach(log -> grown(node, log));
  }

  /// I14: what is shown of a log never becomes less.
  private void grown(SimNode node, LogView log) {
    var sizes = shown.computeIfAbsent(node.party(), _ -> new HashMap<>());
    long before = sizes.getOrDefault(log.origin(), 0L);
    // What is under no head may give way after a restore (06-6.5); PromisesChecker looks after it.
    boolean mayLack = log.kind() == LogView.Kind.OWN;
    Violation.unless(
        log.size() >= before || mayLack,
        "I14",
        "%s shows %d entries of %s after %d",
        node.party(),
        log.size(),
        log.origin(),
        before);
    sizes.put(log.origin(), Math.max(before, log.size()));
    if (log.kind() == LogView.Kind.OWN && node.seen().guard() == GuardState.PASSED) {
      committed(node, log);
    }
  }

  /// A node that may sign holds everything it ever committed to (I2).
  private void committed(SimNode node, LogView log) {
    var history = histories.of(log.origin());
    Violation.unless(
        log.size() >= history.size(),
        "I2",
        "%s may sign and has %d of the %d entries it signed",
        node.party(),
        log.size(),
        history.size());
  }

  /// What left the node after the backup was taken and never reached the other side might as well
  /// not have been said: nobody knows of it, the node least of all.
  @Override
  public void restoredFromBackup(SimNode node, long ownShown) {
    shown.remove(node.party());
    // What it had accepted, and what it held of others' cosignatures, it has forgotten too.
    accepted.remove(world.other(node).origin());
    delivered.remove(node.origin());
    var own = node.origin();
    long stands = Math.max(ownShown, accepted.getOrDefault(own, 0L));
    histories.of(own).forget(stands);
    lastSeen.put(
        own,
        histories.of(own).size() == 0
            ? Seen.NOTHING
            : histories.of(own).entry(histories.of(own).size() - 1).envelope().seen());
    var kept = new ArrayList<Promise>();
    for (var promise : promises) {
      if (!promise.cosigner().equals(own)) {
        kept.add(promise);
      } else if (promise.size() <= delivered.getOrDefault(promise.origin(), 0L)) {
        kept.add(
            new Promise(own, Math.min(promise.from(), stands), promise.origin(), promise.size()));
      }
    }
    promises.clear();
    promises.addAll(kept);
  }

  /// What has arrived: heads that the other side accepted, cosignatures that the author holds.
  private void arrived(SimNode node) {
    for (var link : node.seen().links()) {
      var theirs = link.card().orElseThrow().origin();
      accepted.merge(theirs, link.pending(), Math::max);
      delivered.merge(node.origin(), link.cosigned(), Math::max);
    }
  }
}
