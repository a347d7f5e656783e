package org.sarhad.node.machine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.fact.RefusalCode;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.intake.IntakeFrame;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.note.NamedKey;

/// Brings a node back that an old backup made forget (06-6): fetches its own log from a peer's
/// mirror, lets what was written in ignorance give way, and folds everything anew. Meanwhile
/// nothing is released; internal work goes on.
///
/// Two things can have been forgotten, alone or together: own entries that a peer's mirror holds,
/// and entries of a peer that this node once cosigned. Either way own entries under no head go
/// first, then whatever is missing comes back, then all is folded from the logs.
final class Restoring {
  private final Kernel kernel;
  private final Signing signing;
  private Optional<Restore> going = Optional.empty();
  private boolean mustGiveWay;
  private boolean mustRefold;
  private Optional<Moment> begunAt = Optional.empty();

  /// A restore that is under way.
  private record Restore(PartyId peer, PullSession pull, RestoreKeeper keeper) {}

  Restoring(Kernel kernel, Signing signing) {
    this.kernel = kernel;
    this.signing = signing;
  }

  // ---- beginning ------------------------------------------------------------------------------

  /// Begins to fetch the own log from `peer`; why not, if it cannot.
  Optional<RefusalCode> begin(PartyId peer, Moment now) {
    if (kernel.guard().state() != GuardState.BEHIND) {
      return Optional.of(NodeRefusal.NOT_BEHIND);
    }
    if (kernel.link(peer).isEmpty()) {
      return Optional.of(NodeRefusal.PEER_UNKNOWN);
    }
    begunAt = Optional.of(now);
    kernel.guard().restoring();
    kernel.changed();
    giveWay();
    var own = kernel.self().origin().value();
    going =
        Optional.of(
            new Restore(
                peer,
                new PullSession(Logs.directoryName(own) + "/", own),
                new RestoreKeeper(
                    kernel.self().card().log(),
                    kernel.verifier(),
                    kernel.standing().own().head(),
                    kernel.logs().own())));
    return Optional.empty();
  }

  /// Begins by itself, where that is configured, and not again and again.
  void beginAtOnce(PartyId peer, Moment now) {
    boolean isTime =
        begunAt.isEmpty() || now.isAtLeast(kernel.settings().link().retryMax(), begunAt.get());
    if (kernel.settings().restoreAtOnce() && isTime) {
      begin(peer, now);
    }
  }

  /// A peer shows its `head` with our cosignature: so much of it we have known. What was written
  /// since under no head, not knowing it, gives way.
  void reminded(PartyId peer, SignedCheckpoint head) {
    boolean isNews = kernel.remind(peer, head.size());
    var own = kernel.standing().own();
    var mirror = kernel.standing().peers().get(peer).mirror();
    boolean isMissing = mirror.size() < head.size();
    // A bundle may have brought all of it back before this was heard (06-6.2).
    boolean isForgotten = isNews && !mirror.remembers(head.size(), cosignedAt(head));
    if (own.tree().size() > own.signed()
        && (isMissing || (isForgotten && isDenied(head, own.signed())))) {
      giveWay();
    }
  }

  private Optional<Instant> cosignedAt(SignedCheckpoint head) {
    return Standing.time(head, kernel.self().mirror().stream().map(NamedKey::verifierKey).toList());
  }

  /// Whether the own entry at `index` has not seen as much as is under `head`, as far as that can
  /// be read already.
  private boolean isDenied(SignedCheckpoint head, long index) {
    var log = kernel.logs().own();
    var origin = Origin.of(head.origin());
    return index >= log.size()
        || Refold.parsed(log.entry(index)).envelope().seen().sizeOf(origin) < head.size();
  }

  private void giveWay() {
    kernel.freeze(true);
    mustGiveWay = true;
  }

  // ---- going on -------------------------------------------------------------------------------

  /// Does what can be done by now.
  void step(Moment now) {
    boolean isSettled = kernel.stage().isEmpty();
    if (mustGiveWay && isSettled) {
      displace(now);
      mustGiveWay = kernel.standing().own().tree().size() > kernel.standing().own().signed();
      mustRefold = going.isEmpty();
    } else if (mustRefold && isSettled) {
      mustRefold = false;
      refold(now);
    } else if (going.isPresent() && !mustGiveWay) {
      fetch(going.get(), isSettled, now);
    }
  }

  /// Own entries under no head give way, the last ones first, as many at once as one frame takes.
  /// Their exact bytes go into the journal.
  private void displace(Moment now) {
    var own = kernel.standing().own();
    var kept = new ArrayDeque<List<Draft>>();
    long from = own.tree().size();
    for (long bytes = 0; from > own.signed() && bytes < IntakeFrame.FULL_BYTES; from--) {
      var drafts = Displacement.drafts(kernel.logs().own(), from - 1);
      bytes += drafts.stream().mapToLong(Draft::attachedBytes).sum();
      kept.addFirst(drafts);
    }
    var batch = kernel.batch(Optional.empty(), now);
    kept.forEach(drafts -> drafts.forEach(batch::writeAsNode));
    batch.keep(new IntakeRecord.Displaced(from, batch.standing().journal().size()));
    kernel.commit(batch);
  }

  private void refold(Moment now) {
    kernel.freeze(false);
    // The head up to which the log is back is one we signed once: it is seen as it was.
    kernel.standing().own().head().map(SignedCheckpoint::bytes).ifPresent(signing::lock);
    kernel.refold(now);
  }

  private void fetch(Restore restore, boolean isSettled, Moment now) {
    var link = kernel.link(restore.peer());
    if (link.isEmpty() || link.get().isFetching()) {
      return;
    }
    switch (restore.pull().next(restore.keeper())) {
      case PullSession.Step.Ask(String path) -> {
        // A disk may be slower than a line: what came is durable before more is fetched.
        if (isSettled) {
          ask(link.get(), restore, path, now);
        }
      }
      case PullSession.Step.Ingest step -> {
        switch (restore.keeper().take(step)) {
          case RestoreKeeper.Progress.Came(List<IntakeRecord> records) ->
              records.forEach(record -> kernel.keep(List.of(record)));
          case RestoreKeeper.Progress.Failed(String sentence) -> fail(sentence);
        }
        kernel.changed();
        going.ifPresent(still -> fetch(still, kernel.stage().isEmpty(), now));
      }
      case PullSession.Step.Done _ -> {
        if (isSettled) {
          finish(now);
        }
      }
      case PullSession.Step.Failed(String sentence) -> fail(sentence);
    }
  }

  private void ask(PeerLink link, Restore restore, String path, Moment now) {
    link.fetching(true);
    kernel.call(
        link,
        new PeerRequest.GetResource(path),
        new Kernel.Answer() {
          @Override
          public void came(PeerResponse response, Moment at) {
            link.fetching(false);
            if (response.succeeded()) {
              restore.pull().found(path, response.body());
            } else {
              restore.pull().absent(path);
            }
          }

          @Override
          public void failed(String reason, Moment at) {
            link.fetching(false);
            fail("the peer cannot be reached: " + reason);
          }
        },
        now);
  }

  private void finish(Moment now) {
    going = Optional.empty();
    refold(now);
    kernel.guard().restored(kernel.standing().own().tree().size());
  }

  /// It cannot go on. What came back stays; the rest can be fetched another time.
  private void fail(String why) {
    if (going.isPresent()) {
      going = Optional.empty();
      mustRefold = true;
      kernel.guard().restoreFailed("the restore stopped: " + why);
      kernel.changed();
    }
  }

  /// How far it is.
  Optional<NodeView.RestoreView> view() {
    return going.map(
        restore ->
            new NodeView.RestoreView(
                restore.keeper().next(),
                restore.keeper().target().map(SignedCheckpoint::size).orElse(0L)));
  }
}
