package org.sarhad.core.record;

import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// A statement by the recovery key: the key that the genesis committed to by its hash only, and
/// that has been in a safe since. It speaks when the node's own keys cannot be trusted any more.
///
/// @param key the recovery key, now shown; its [#commitment] stands in the genesis
/// @param signature over a [KeyStatement]
public record RecoverySignature(VerifierKey key, Bytes signature) {
  /// What a genesis says of a recovery key: SHA-256 of its verifier key text.
  public static Hash commitment(VerifierKey key) {
    return Merkle.sha256(Bytes.ofUtf8(key.text()));
  }

  /// Whether this is a signature over `statement` by the key that was committed to.
  public boolean holds(Optional<Hash> commitment, Bytes statement, Verifier verifier) {
    return commitment.equals(Optional.of(commitment(key)))
        && verifier.verify(key.type(), key.key(), statement.toArray(), signature.toArray());
  }

  Json.Obj toJson() {
    return Json.obj().put("key", key.text()).put("signature", signature.base64()).build();
  }

  static RecoverySignature fromJson(Json.Obj json) throws MalformedJsonException {
    json.allowOnly("key", "signature");
    return new RecoverySignature(Keys.read(json, "key"), Keys.readSignature(json, "signature"));
  }
}
