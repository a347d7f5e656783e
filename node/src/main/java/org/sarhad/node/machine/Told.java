package org.sarhad.node.machine;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.MalformedPayloadException;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.record.PayloadId;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.record.RecordKind;
import org.sarhad.core.response.ResponseFact;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// What an entry says, without its bytes: what the folds work on.
///
/// An entry whose kind this version does not know, whose payload is not here (withheld, erased) or
/// is not what the kind defines, says nothing to a fold. It is kept and shown all the same.
///
/// @param context who said it, where and when
/// @param kind its kind
/// @param ref the matter it belongs to; empty for none
/// @param seen what its author had seen
/// @param leaf its leaf hash
/// @param said the fact in it, if it is one
/// @param lacking SHA-256 of the body of a fact this version knows, if that body is not here
record Told(
    FactContext context,
    Kind kind,
    String ref,
    Seen seen,
    Hash leaf,
    Optional<Statement> said,
    Optional<Hash> lacking) {

  /// Where it stands.
  EntryId id() {
    return context.entry();
  }

  /// The same place, as acts see it.
  ActEntry place() {
    return new ActEntry(context, seen, leaf);
  }

  /// The fact about the channel in it, if it is one.
  Optional<RecordFact> record() {
    return said.isPresent() && said.get() instanceof Statement.OnChannel(var fact)
        ? Optional.of(fact)
        : Optional.empty();
  }

  /// The fact of the response in it, if it is one.
  Optional<ResponseFact> response() {
    return said.isPresent() && said.get() instanceof Statement.OnResponse(var fact)
        ? Optional.of(fact)
        : Optional.empty();
  }

  /// The fact about posture in it, if it is one.
  Optional<PostureFact> posture() {
    return said.isPresent() && said.get() instanceof Statement.OnPosture(var fact)
        ? Optional.of(fact)
        : Optional.empty();
  }

  /// Whether it takes a joint act back, or says that it has expired.
  boolean isWithdrawal() {
    return said.isPresent()
        && said.get() instanceof Statement.OnAct(var fact)
        && (fact instanceof ActFact.Withdrawn || fact instanceof ActFact.Expired);
  }

  /// Whether it is an acknowledgement by a node, which calls for no other.
  boolean isAck() {
    return kind.equals(RecordKind.ACK.kind());
  }

  /// What `entry` says, in `context`, with its payloads as far as `payloads` has them.
  static Told read(
      Entry entry, FactContext context, Function<PayloadRef, Optional<Bytes>> payloads) {
    var envelope = entry.envelope();
    var kind = envelope.kind();
    // What is sealed says nothing to either side's fold, not to its author's either.
    var ref = envelope.body().filter(body -> !body.isSealed());
    var bytes = ref.flatMap(payloads);
    var said =
        bytes
            .flatMap(found -> opened(ref.orElseThrow(), found))
            .flatMap(body -> Statement.read(kind, body));
    var lacking =
        ref.filter(_ -> Statement.isKnown(kind) && bytes.isEmpty()).map(PayloadRef::sha256);
    return new Told(
        context, kind, envelope.ref(), envelope.seen(), entry.leafHash(), said, lacking);
  }

  /// The same, of payloads that came along with the entry.
  static Told read(Entry entry, FactContext context, List<Bytes> payloads) {
    return read(
        entry, context, ref -> payloads.stream().filter(bytes -> ref.isOf(bytes)).findFirst());
  }

  /// Whether the payload with that hash is what `entry` says to a fold.
  static boolean isFact(Entry entry, Hash sha256) {
    return Statement.isKnown(entry.envelope().kind())
        && entry
            .envelope()
            .body()
            .filter(ref -> !ref.isSealed() && ref.sha256().equals(sha256))
            .isPresent();
  }

  private static Optional<Json.Obj> opened(PayloadRef ref, Bytes bytes) {
    try {
      return Payload.open(ref, bytes) instanceof Payload.Salted salted
          ? Optional.of(salted.body())
          : Optional.empty();
    } catch (MalformedPayloadException _) {
      return Optional.empty();
    }
  }

  /// The payload that the body of a `record.revealed` shows, if it is one.
  static Optional<PayloadId> revealedBy(Bytes body) {
    try {
      return RecordFact.fromJson(RecordKind.REVEALED, Payload.Salted.parse(body).body())
              instanceof RecordFact.Revealed(PayloadId payload)
          ? Optional.of(payload)
          : Optional.empty();
    } catch (MalformedPayloadException | MalformedJsonException _) {
      return Optional.empty();
    }
  }
}
