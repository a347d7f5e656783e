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

/// What somebody who takes a proof away is to demand of the head it leads to, as a tlog-policy: the
/// log's own signature and, once there is one, the countersignature of every other side's mirror.
///
/// The keys are those this node believes. A stranger compares them with what the other side says
/// before believing them; no file can do that for anybody.
final class Trust {
  private Trust() {}

  /// The policy for a head of the log `origin`.
  static Policy of(NodeView view, Origin origin, SignedCheckpoint head) {
    var sides =
        view.channel().sides().values().map(side -> side.roster().keysAt(side.size())).toList();
    var logs =
        sides.stream()
            .filter(side -> side.log().equals(origin))
            .flatMap(Trust::logKeys)
            .map(key -> new Policy.Log(key, Optional.empty()))
            .toList();
    var witnesses =
        sides.stream()
            .filter(side -> !side.log().equals(origin))
            .flatMap(Trust::witnesses)
            .filter(
                witness -> head.note().signatures().stream().anyMatch(l -> l.claims(witness.key())))
            .toList();
    var names = witnesses.stream().map(Policy.Witness::name).toList();
    if (names.size() < 2) {
      return new Policy(logs, witnesses, List.of(), names.stream().findFirst().orElse(Policy.NONE));
    }
    var everyone = new Policy.Group(Bytes.ofUtf8("mirrors"), names.size(), names);
    return new Policy(logs, witnesses, List.of(everyone), everyone.name());
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
