package org.sarhad.node.machine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.record.RecordFact;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.tlog.Bytes;

/// What follows when something has become durable: it goes into the log directories, takes its
/// place in the joint order, is shown, and what waited for it is let go.
final class Arrivals {
  private final Kernel kernel;
  private final Signing signing;
  private final Voice voice;
  private final Comparison comparison;
  private final List<NodeStore.Numbered> unkept;
  private final Set<EntryId> appeared = new LinkedHashSet<>();
  private HeadLine times = HeadLine.EMPTY;
  private long number;

  Arrivals(
      Kernel kernel,
      Signing signing,
      Voice voice,
      Comparison comparison,
      NodeStore.Recovered recovered) {
    this.kernel = kernel;
    this.signing = signing;
    this.voice = voice;
    this.comparison = comparison;
    this.unkept = new ArrayList<>(recovered.unkept());
    this.number = recovered.nextNumber();
  }

  /// Everything below `upTo` is durable.
  void durable(long upTo, Moment now) {
    kernel.stage().durable(upTo, staged -> durable(staged, now));
    number = Math.max(number, upTo);
    if (!appeared.isEmpty()) {
      kernel.tell(new Change.Entries(List.copyOf(appeared)));
      appeared.clear();
    }
  }

  private void durable(Stage.Staged staged, Moment now) {
    kernel.arrived(staged);
    try {
      for (var record : staged.frame().records()) {
        kernel.logs().take(record);
        follow(record, now);
      }
      for (var spoken : staged.spoken()) {
        kernel.logs().read(spoken.entry());
        told(spoken.told(), Optional.of(spoken.entry()), now);
      }
      for (var told : staged.known()) {
        told(told, Optional.empty(), now);
      }
    } catch (IOException e) {
      kernel.halt(String.valueOf(e.getMessage()));
    }
    NodeStore.stripped(staged.frame())
        .ifPresent(frame -> unkept.add(new NodeStore.Numbered(staged.number(), frame)));
    times = times.with(kernel.durable().own().tree().size(), now.wall());
  }

  private void follow(IntakeRecord record, Moment now) {
    switch (record) {
      case IntakeRecord.OwnHead(Bytes note) -> signing.lock(note);
      case IntakeRecord.PeerEntries(Origin origin, long start, var entries) ->
          kernel
              .standing()
              .peerOf(origin.value())
              .flatMap(peer -> kernel.link(peer.party()))
              .ifPresent(link -> link.keeper().durable(start + entries.size()));
      case IntakeRecord.PeerCosigned(var peer, Bytes _) -> kernel.tell(new Change.Link(peer));
      case IntakeRecord.EvidenceKept kept -> kernel.tell(new Change.EvidenceKept(kept.name()));
      case IntakeRecord.ForkLocated(String name, long _) ->
          kernel.tell(new Change.EvidenceKept(name));
      case IntakeRecord.Paired _ -> {
        kernel.admit(now);
        kernel
            .guard()
            .start(
                kernel.signedHeads(signing.locked()),
                kernel.hasPeers(),
                kernel.standing().own().tree().size(),
                kernel.logs().own());
      }
      case IntakeRecord.OwnEntry _,
          IntakeRecord.JournalEntry _,
          IntakeRecord.PeerHead _,
          IntakeRecord.MirrorCosigned _,
          IntakeRecord.OwnRestored _,
          IntakeRecord.Displaced _,
          IntakeRecord.Unpaired _,
          IntakeRecord.Answered _,
          IntakeRecord.GuardWaived _,
          IntakeRecord.Advanced _,
          IntakeRecord.Kept _ -> {}
    }
  }

  /// An entry is known here, durably.
  private void told(Told told, Optional<Entry> entry, Moment now) throws IOException {
    appeared.add(told.id());
    if (told.record().isPresent()) {
      stated(told, told.record().get());
    }
    if (told.context().released() && kernel.joint().isPresent()) {
      var fold = kernel.joint().get();
      boolean isNews = !told.isAck() || fold.isFirstToKnow(told);
      fold.deliver(told, entry, kernel.durableFacts().channel());
      voice.heard(told, isNews, fold, now);
      comparison.told(told, kernel.self().party());
      if (comparison.compare(fold)) {
        comparison.disagreeing().ifPresent(peer -> kernel.tell(new Change.Diverged(peer)));
      }
    }
  }

  /// An erasure that holds is carried out, and one by the other side confirmed.
  private void stated(Told told, RecordFact fact) throws IOException {
    boolean holds = !kernel.durableFacts().channel().voids().containsKey(told.id());
    if (holds && fact instanceof RecordFact.Erased(var payload, String _)) {
      boolean isDone = kernel.erase(payload);
      if (isDone && !told.context().author().equals(kernel.self().party())) {
        voice.say(Draft.of(new RecordFact.ErasureConfirmed(payload)));
      }
    }
  }

  /// When, by this node's clock, how many own entries were durable; of this run only.
  HeadLine times() {
    return times;
  }

  /// The number of the last durable frame; -1 if there never was one.
  long last() {
    return number - 1;
  }

  /// What is durable and not yet in files and ledger; handed out once.
  NodeStore.KeepBatch takeUnkept() {
    var batch = new NodeStore.KeepBatch(unkept, last());
    unkept.clear();
    return batch;
  }
}
