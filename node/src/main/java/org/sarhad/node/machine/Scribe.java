package org.sarhad.node.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryBuilder;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.party.Origin;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.node.port.Randomness;
import org.sarhad.tlog.Bytes;

/// Puts drafts down as entries: place, what this side has seen, salt, signatures.
final class Scribe {
  private final NodeIdentity self;
  private final Randomness randomness;

  Scribe(NodeIdentity self, Randomness randomness) {
    this.self = self;
    this.randomness = randomness;
  }

  /// An entry and the record that keeps it.
  record Written(Entry entry, List<Bytes> payloads, IntakeRecord record) {}

  /// `draft` as the next entry of its log, by `session`, or by the node alone.
  Written write(Standing standing, Draft draft, Optional<Session> session, Moment now) {
    boolean released = draft.isReleased();
    var id =
        released
            ? new EntryId(self.origin(), standing.own().tree().size())
            : new EntryId(self.journal(), standing.journal().size());
    var builder =
        EntryBuilder.at(self.channel(), id, draft.kind(), now.wall())
            .ref(draft.ref())
            .release(draft.release())
            .seen(released ? seen(standing) : seenInside(standing));
    var payloads = new ArrayList<Bytes>();
    draft
        .body()
        .ifPresent(
            body -> {
              add(builder, payloads, PayloadRef.BODY, Payload.salted(body, salt()));
            });
    draft
        .attachments()
        .forEach(attached -> add(builder, payloads, attached.role(), attached.payload()));
    session.ifPresent(officer -> builder.by(officer.signer()));
    var entry = builder.seal(self.node());
    var stored = new IntakeRecord.Stored(entry.bytes(), payloads);
    return new Written(
        entry,
        payloads,
        released
            ? new IntakeRecord.OwnEntry(id.index(), stored)
            : new IntakeRecord.JournalEntry(id.index(), stored));
  }

  /// Bytes that nobody can guess.
  Bytes salt() {
    return Bytes.of(randomness.bytes(Payload.SALT_BYTES));
  }

  private static void add(
      EntryBuilder builder, List<Bytes> payloads, String role, Payload payload) {
    builder.payload(payload.ref(role));
    payloads.add(payload.bytes());
  }

  /// What this side has of the others' logs: the heads it cosigned. A log that forked stays at the
  /// last common one.
  static Seen seen(Standing standing) {
    PersistentMap<Origin, SeenHead> heads = PersistentMap.empty();
    for (var peer : standing.peers()) {
      var receipt = peer.value().mirror().receipt();
      if (receipt.isPresent() && receipt.get().size() > 0) {
        var head = receipt.get().checkpoint();
        heads = heads.put(peer.value().card().origin(), new SeenHead(head.size(), head.root()));
      }
    }
    return new Seen(heads, List.of());
  }

  /// The same for the journal, with the own log as it is at this very moment, signed or not: that
  /// is where an internal entry stands among the released ones.
  private Seen seenInside(Standing standing) {
    var tree = standing.own().tree();
    var seen = seen(standing);
    return tree.size() == 0
        ? seen
        : seen.with(self.origin(), new SeenHead(tree.size(), tree.root()));
  }
}
