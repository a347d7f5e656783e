package org.sarhad.node.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.sarhad.core.entry.Entry;
import org.sarhad.node.intake.IntakeFrame;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.node.intake.IntakeRecord.Stored;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.mirror.EntryPackage;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.ProofException;
import org.sarhad.tlog.witness.AddCheckpoint;
import org.sarhad.tlog.witness.Witness;
import org.sarhad.tlog.witness.WitnessOutcome;

/// Takes the own log back from a mirror (06-6.4). The neighbour is distrusted and still a good
/// backup: what it hands over counts only under a head that carries our own old signature and
/// extends the last one we know of.
final class RestoreKeeper implements PullSession.Receiver {
  private final List<VerifierKey> ownKeys;
  private final Verifier verifier;
  private final Optional<SignedCheckpoint> known;
  private final HashReader held;
  private final PayloadShelf shelf = new PayloadShelf();
  private final TreeMap<Long, Hash> fresh = new TreeMap<>();
  private Optional<SignedCheckpoint> target = Optional.empty();
  private long next;

  /// What a step of the restore led to.
  sealed interface Progress {
    /// These entries are back; none if the step brought none.
    record Came(List<IntakeRecord> records) implements Progress {}

    /// It cannot go on.
    record Failed(String sentence) implements Progress {}
  }

  /// A restore that goes on from `known`, the newest head of ours that is here.
  ///
  /// @param held the hashes of the entries under it
  RestoreKeeper(
      List<VerifierKey> ownKeys,
      Verifier verifier,
      Optional<SignedCheckpoint> known,
      HashReader held) {
    this.ownKeys = List.copyOf(ownKeys);
    this.verifier = verifier;
    this.known = known;
    this.held = held;
    this.next = base();
  }

  /// Entries that stay: those under the newest head that is here.
  long base() {
    return known.map(SignedCheckpoint::size).orElse(0L);
  }

  @Override
  public long headSize() {
    return base();
  }

  @Override
  public long next() {
    return next;
  }

  /// The head up to which entries come back, once it is known.
  Optional<SignedCheckpoint> target() {
    return target;
  }

  /// Takes what would have been pushed.
  Progress take(PullSession.Step.Ingest step) {
    return switch (step.request()) {
      case PeerRequest.AddCheckpoint(Bytes body) -> head(body);
      case PeerRequest.PushPayloads push -> {
        shelf.put(push.frames());
        yield new Progress.Came(List.of());
      }
      case PeerRequest.AddEntries upload -> entries(upload.packages(), step.isAll());
      case PeerRequest.GetPayload _,
          PeerRequest.GetResource _,
          PeerRequest.GetFilePiece _,
          PeerRequest.GetHello _ ->
          new Progress.Failed("not part of a restore");
    };
  }

  private Progress head(Bytes body) {
    try {
      var outcome = Witness.update(known, AddCheckpoint.parse(body), ownKeys, verifier);
      if (outcome instanceof WitnessOutcome.Accepted(SignedCheckpoint head)) {
        target = Optional.of(head);
        return new Progress.Came(List.of());
      }
      return new Progress.Failed("the head does not extend the last one we signed: " + outcome);
    } catch (MalformedException e) {
      return new Progress.Failed(String.valueOf(e.getMessage()));
    }
  }

  /// Takes entries with what is here of their payloads; if more of those is to come, up to the
  /// first that lacks one.
  private Progress entries(List<EntryPackage> packages, boolean isAll) {
    var head = target.orElseThrow();
    var came = new ArrayList<IntakeRecord>();
    for (var part : packages) {
      var stored = new ArrayList<Stored>();
      long bytesIn = 0;
      try {
        part.verify(head.checkpoint(), this::leaf);
        for (var bytes : part.entriesFrom(next)) {
          var entry = Entry.parse(bytes);
          if (bytesIn >= IntakeFrame.FULL_BYTES || !(isAll || isWhole(entry))) {
            break;
          }
          fresh.put(next + stored.size(), entry.leafHash());
          var payloads = payloads(entry);
          stored.add(new Stored(bytes, payloads));
          bytesIn += bytes.size() + payloads.stream().mapToLong(Bytes::size).sum();
        }
      } catch (ProofException | MalformedException e) {
        return new Progress.Failed("the mirror's entries: " + e.getMessage());
      }
      if (!stored.isEmpty()) {
        came.add(new IntakeRecord.OwnRestored(next, stored, head.bytes()));
        next += stored.size();
        fresh.headMap(next - (next % 256)).clear();
      }
    }
    return new Progress.Came(came);
  }

  private boolean isWhole(Entry entry) {
    return entry.envelope().payloads().stream()
        .allMatch(
            ref ->
                ref.isSealed()
                    || shelf.find(ref.sha256()).isPresent()
                    || shelf.isErased(ref.sha256()));
  }

  /// What the mirror has of the payloads: neither what was withheld nor what was erased.
  private List<Bytes> payloads(Entry entry) {
    return entry.envelope().payloads().stream()
        .flatMap(ref -> shelf.find(ref.sha256()).filter(ref::isOf).stream())
        .toList();
  }

  private Hash leaf(int level, long index) {
    return level == 0 && fresh.containsKey(index) ? fresh.get(index) : held.hash(level, index);
  }
}
