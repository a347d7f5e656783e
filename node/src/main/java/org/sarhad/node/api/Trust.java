package org.sarhad.node.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.party.Origin;
import org.sarhad.core.record.SideKeys;
import org.sarhad.node.machine.NodeView;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.policy.Policy;

/// What somebody who takes proofs away is to demand of the heads they lead to, as a tlog-policy:
/// the log's own signature and, once there is one, the countersignature of every other side's
/// mirror.
///
/// The keys are those this node believes. A stranger compares them with what the other side says
/// before believing them; no file can do that for anybody.
final class Trust {
  private Trust() {}

  /// The policy for these heads, of one log or of several. No side's mirror is a witness of its own
  /// log, so of several logs as many must have cosigned as there are other sides.
  static Policy of(NodeView view, List<SignedCheckpoint> heads) {
    var sides =
        view.channel().sides().values().map(side -> side.roster().keysAt(side.size())).toList();
    var logs =
        sides.stream()
            .filter(side -> heads.stream().anyMatch(head -> isOf(head, side)))
            .flatMap(Trust::logKeys)
            .map(key -> new Policy.Log(key, Optional.empty()))
            .toList();
    var cosigned = heads.stream().map(head -> cosigners(head, sides)).toList();
    var witnesses = cosigned.stream().flatMap(List::stream).distinct().toList();
    int least = cosigned.stream().mapToInt(List::size).min().orElse(0);
    var names = witnesses.stream().map(Policy.Witness::name).toList();
    if (least == 0 || names.size() < 2) {
      return new Policy(logs, witnesses, List.of(), least == 0 ? Policy.NONE : names.getFirst());
    }
    var enough = new Policy.Group(Bytes.ofUtf8("mirrors"), least, names);
    return new Policy(logs, witnesses, List.of(enough), enough.name());
  }

  /// The mirrors of other sides that have signed a head.
  private static List<Policy.Witness> cosigners(SignedCheckpoint head, List<SideKeys> sides) {
    return sides.stream()
        .filter(side -> !isOf(head, side))
        .flatMap(Trust::witnesses)
        .filter(witness -> head.note().signatures().stream().anyMatch(l -> l.claims(witness.key())))
        .toList();
  }

  private static boolean isOf(SignedCheckpoint head, SideKeys side) {
    return head.origin().equals(side.log().value());
  }

  /// The Ed25519 key of the log `origin`, for a command that names it.
  static Optional<VerifierKey> logKey(NodeView view, Origin origin) {
    return view.channel()
        .sides()
        .find(origin)
        .flatMap(side -> logKeys(side.roster().keysAt(side.size())).findFirst());
  }

  private static Stream<VerifierKey> logKeys(SideKeys side) {
    return side.logKeys().stream().filter(key -> key.type() == KeyType.ED25519_NOTE);
  }

  private static Stream<Policy.Witness> witnesses(SideKeys side) {
    return side.mirrorKeys().stream()
        .filter(key -> key.type() == KeyType.ED25519_COSIGNATURE)
        .map(
            key ->
                new Policy.Witness(
                    Bytes.ofUtf8(side.party().value() + "-mirror"), key, Optional.empty()));
  }
}
