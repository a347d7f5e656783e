package org.sarhad.node.machine;

import java.lang.invoke.MethodHandles;
import java.util.Optional;
import java.util.function.Function;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.EntryLimits;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.json.Json;
import org.sarhad.core.modalities.Document;
import org.sarhad.core.modalities.Settings;
import org.sarhad.core.order.JointOrder;
import org.sarhad.core.party.ChannelId;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.record.Officer;
import org.sarhad.core.record.SideKeys;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.ResponseFact;
import org.sarhad.core.response.Said;
import org.sarhad.node.snapshot.Shape;
import org.sarhad.node.snapshot.Shapes;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Everything that was folded, at one place of every log: what a snapshot holds.
///
/// @param facts what is said
/// @param joint what is said and final; empty as long as there is no peer
/// @param journal how many entries of the private journal are in it; of the other logs `facts` says
/// @param digest of all of it, as it was when it was made
record StateImage(Facts facts, Optional<JointFold.Image> joint, long journal, Hash digest) {
  private static final Shapes SHAPES =
      new Shapes(MethodHandles.lookup())
          .giving(Verifier.class)
          .knowing(JointOrder.class, new JointOrderShape())
          .knowing(VerifierKey.class, new TextShape<>(VerifierKey::text, VerifierKey::parse))
          .knowing(
              SignedCheckpoint.class,
              new TextShape<>(
                  head -> head.bytes().utf8(), text -> SignedCheckpoint.parse(Bytes.ofUtf8(text))))
          .knowing(Json.Obj.class, inJson(json -> json, json -> json))
          .knowing(Document.class, inJson(Document::toJson, Document::fromJson))
          .knowing(Settings.class, inJson(Settings::toJson, Settings::fromJson))
          // Names and what is judged by them: few values in many places.
          .sharingEqual(
              PartyId.class,
              Origin.class,
              OfficerId.class,
              ChannelId.class,
              Kind.class,
              IncidentId.class,
              Seen.class,
              VerifierKey.class,
              SideKeys.class,
              Officer.class)
          // What was said: once for each entry, in the books, the ledger and the joint fold.
          .sharingSame(FactContext.class, ResponseFact.class, Said.class, Told.class);

  private static <T> TextShape<T> inJson(
      Function<T, Json.Obj> printer, TextShape.Parser<Json.Obj, T> parser) {
    return new TextShape<>(
        value -> printer.apply(value).toString(),
        text -> parser.parse(Json.parseCanonicalObject(Bytes.ofUtf8(text), EntryLimits.PAYLOAD)));
  }

  /// How it is written.
  static final Shape<StateImage> SHAPE = SHAPES.of(StateImage.class);

  /// What a fold makes of the same entries may differ from version to version of this program.
  static final Hash FINGERPRINT =
      Merkle.sha256(
          Bytes.concat(SHAPES.fingerprint().toBytes(), Bytes.ofUtf8("version " + version())));

  private static String version() {
    return Optional.ofNullable(StateImage.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /// These folds as they are now.
  static StateImage of(Facts facts, Optional<JointFold> joint, long journal) {
    var image = joint.map(JointFold::image);
    return new StateImage(facts, image, journal, digest(facts, image));
  }

  /// How many entries of `log`, own or a peer's, are in it; 0 if it knows nothing of that log.
  long size(Origin log) {
    return facts.channel().sides().find(log).map(side -> side.size()).orElse(0L);
  }

  /// How many entries of a peer's `log` are in it that were cosigned.
  long cosigned(Origin log) {
    return facts
        .waiting()
        .find(log)
        .flatMap(left -> left.first())
        .map(told -> told.key())
        .orElse(size(log));
  }

  /// Whether an erasure is in it that is carried out only when its entry is cosigned, as is not
  /// yet.
  boolean hasPendingErasure() {
    return facts.channel().erasures().values().anyMatch(erasure -> isWaiting(erasure.by()));
  }

  private boolean isWaiting(EntryId entry) {
    return facts
        .waiting()
        .find(entry.origin())
        .filter(told -> told.containsKey(entry.index()))
        .isPresent();
  }

  /// Whether it is what it was when it was made, as far as its digests tell.
  boolean isSound() {
    return digest.equals(digest(facts, joint));
  }

  private static Hash digest(Facts facts, Optional<JointFold.Image> joint) {
    return Merkle.sha256(
        Bytes.concat(
            facts.channel().digest().toBytes(),
            facts.response().digest().toBytes(),
            joint.map(image -> image.joint().digest().toBytes()).orElse(Bytes.EMPTY),
            joint.map(image -> image.state().toBytes()).orElse(Bytes.EMPTY)));
  }
}
