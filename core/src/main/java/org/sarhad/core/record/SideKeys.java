package org.sarhad.core.record;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.note.VerifierKey;

/// One side of a channel, by its log and the keys of its node: what two people compared when the
/// nodes were paired, and what the genesis of its log must say.
///
/// As JSON `{"log":"ir.…/joint","log_keys":["…"],"mirror_keys":["…"],"node":"…","party":"ir"}`,
/// keys as verifier key text.
///
/// @param party the side
/// @param log its log
/// @param node signs entries beside the officer; an Ed25519 note key
/// @param logKeys sign heads of the log, 1 to 4; the first is an Ed25519 note key
/// @param mirrorKeys cosign heads of others' logs, 1 to 4; all of cosignature types
public record SideKeys(
    PartyId party,
    Origin log,
    VerifierKey node,
    List<VerifierKey> logKeys,
    List<VerifierKey> mirrorKeys) {
  private static final int KEYS_MAX = 4;

  /// @throws IllegalArgumentException when a key cannot do its job, or has two
  public SideKeys {
    logKeys = List.copyOf(logKeys);
    mirrorKeys = List.copyOf(mirrorKeys);
    requireCount("log", logKeys.size());
    requireCount("mirror", mirrorKeys.size());
    requireType("node", node, node.type() == KeyType.ED25519_NOTE);
    requireType("log", logKeys.getFirst(), logKeys.getFirst().type() == KeyType.ED25519_NOTE);
    for (VerifierKey key : mirrorKeys) {
      requireType("mirror", key, key.type().isCosignature());
    }
    TreeSet<Bytes> used = new TreeSet<>();
    all(node, logKeys, mirrorKeys)
        .forEach(
            key -> {
              if (!used.add(key.key())) {
                throw new IllegalArgumentException("key " + key.name() + " has two jobs");
              }
            });
  }

  /// All keys: the node's, the log's, the mirror's.
  public Stream<VerifierKey> all() {
    return all(node, logKeys, mirrorKeys);
  }

  /// These with `next` for the use `use`: in the place of the key of the same type, or behind the
  /// others when there is none.
  ///
  /// @throws IllegalArgumentException as the constructor
  public SideKeys rotated(KeyUse use, VerifierKey next) {
    return switch (use) {
      case NODE -> new SideKeys(party, log, next, logKeys, mirrorKeys);
      case LOG -> new SideKeys(party, log, node, replaced(logKeys, next), mirrorKeys);
      case MIRROR -> new SideKeys(party, log, node, logKeys, replaced(mirrorKeys, next));
    };
  }

  /// As JSON; inverse of [#fromJson(Json.Obj)].
  public Json.Obj toJson() {
    return Json.obj()
        .put("log", log.value())
        .put("log_keys", Json.arr(logKeys.stream().map(key -> Json.of(key.text()))))
        .put("mirror_keys", Json.arr(mirrorKeys.stream().map(key -> Json.of(key.text()))))
        .put("node", node.text())
        .put("party", party.value())
        .build();
  }

  /// Inverse of [#toJson()].
  ///
  /// @throws MalformedJsonException when it is not a side
  public static SideKeys fromJson(Json.Obj json) throws MalformedJsonException {
    json.allowOnly("log", "log_keys", "mirror_keys", "node", "party");
    PartyId party = json.as("party", PartyId::of);
    VerifierKey node = Keys.read(json, "node");
    List<VerifierKey> logKeys = Keys.readAll(json, "log_keys");
    List<VerifierKey> mirrorKeys = Keys.readAll(json, "mirror_keys");
    return json.as("log", log -> new SideKeys(party, Origin.of(log), node, logKeys, mirrorKeys));
  }

  private static Stream<VerifierKey> all(
      VerifierKey node, List<VerifierKey> logKeys, List<VerifierKey> mirrorKeys) {
    return Stream.of(Stream.of(node), logKeys.stream(), mirrorKeys.stream()).flatMap(keys -> keys);
  }

  private static List<VerifierKey> replaced(List<VerifierKey> keys, VerifierKey next) {
    List<VerifierKey> replaced = new ArrayList<>(keys);
    for (int i = 0; i < replaced.size(); i++) {
      if (replaced.get(i).type() == next.type()) {
        replaced.set(i, next);
        return replaced;
      }
    }
    replaced.add(next);
    return replaced;
  }

  private static void requireCount(String use, int count) {
    if (count < 1 || count > KEYS_MAX) {
      throw new IllegalArgumentException(
          "%d %s keys; expected 1 to %d".formatted(count, use, KEYS_MAX));
    }
  }

  private static void requireType(String use, VerifierKey key, boolean fits) {
    if (!fits) {
      throw new IllegalArgumentException(
          "key %s of type %s cannot be a %s key".formatted(key.name(), key.type(), use));
    }
  }
}
