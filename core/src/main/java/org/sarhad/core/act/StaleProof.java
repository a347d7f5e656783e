package org.sarhad.core.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;
import org.sarhad.core.party.Origin;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.record.SideKeys;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Cosignature;
import org.sarhad.tlog.checkpoint.MalformedCheckpointException;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.note.NoteVerdict;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.ProofException;
import org.sarhad.tlog.tree.Tree;

/// Proof that an assent is stale, by two signatures of the side that gave it (protocol clause
/// 07-7).
///
/// "We hold their log up to here", said over a head that covers the withdrawal; and, dated later,
/// "this is all we have written", over a head that does not cover the assent. So the assent was
/// written by a node that had the withdrawal, and says it had not. Both times are that side's own;
/// no clock of anybody else is asked. Pure; checked with the keys on record and nothing else.
///
/// @param cosigned a head of the withdrawing log, with the cosignature of the assenting side
/// @param dated a head of the assenting log, with that log's dated signature
/// @param inclusion that the withdrawal is under `cosigned`; at most 63 hashes
public record StaleProof(SignedCheckpoint cosigned, SignedCheckpoint dated, List<Hash> inclusion) {
  private static final int HEAD_CHARACTERS_MAX = 32 * 1024;

  /// @throws IllegalArgumentException when a head cannot stand in signed JSON, or the proof is
  ///   longer than any
  public StaleProof {
    inclusion = List.copyOf(inclusion);
    checkHead(cosigned);
    checkHead(dated);
    if (inclusion.size() > Tree.PROOF_HASHES_MAX) {
      throw new IllegalArgumentException("an inclusion proof of " + inclusion.size() + " hashes");
    }
  }

  private static void checkHead(SignedCheckpoint head) {
    String text = head.note().print();
    Optional<String> flaw = Text.flawInSignable(text);
    if (text.length() > HEAD_CHARACTERS_MAX || flaw.isPresent()) {
      throw new IllegalArgumentException(
          "a head of %d characters; %s"
              .formatted(text.length(), flaw.orElse("at most " + HEAD_CHARACTERS_MAX)));
    }
  }

  // ---- judging --------------------------------------------------------------------------------

  /// Why this does not prove that the assent at `assent` is stale; empty when it does. Cost: three
  /// signatures.
  ///
  /// @param channel whose keys were good where; both logs are logs of it
  /// @param withdrawal of the act that was assented to
  public Optional<ActRefusal> objection(
      ChannelState channel, Withdrawal withdrawal, EntryId assent) {
    Origin withdrawing = withdrawal.entry().origin();
    if (!isHeadOf(channel, cosigned, withdrawing) || !isIncluded(withdrawal)) {
      return Optional.of(ActRefusal.NOT_COVERED);
    }
    SideKeys mirror = channel.side(assent.origin()).roster().keysAt(assent.index());
    OptionalLong knewAt = times(cosigned, mirror.mirrorKeys(), channel.verifier()).min();
    if (knewAt.isEmpty()) {
      return Optional.of(ActRefusal.NOT_COSIGNED);
    }
    if (!isHeadOf(channel, dated, assent.origin()) || dated.size() > assent.index()) {
      return Optional.of(ActRefusal.NOT_SILENT);
    }
    OptionalLong silentAt =
        times(dated, logKeys(channel, dated, assent.origin()), channel.verifier()).max();
    // Whole seconds: equal ones do not say which of the two came first.
    return silentAt.isPresent() && silentAt.getAsLong() > knewAt.getAsLong()
        ? Optional.empty()
        : Optional.of(ActRefusal.NOT_LATER);
  }

  private static boolean isHeadOf(ChannelState channel, SignedCheckpoint head, Origin log) {
    return head.origin().equals(log.value())
        && head.verify(logKeys(channel, head, log), channel.verifier())
            instanceof NoteVerdict.Signed;
  }

  private static List<VerifierKey> logKeys(
      ChannelState channel, SignedCheckpoint head, Origin log) {
    return channel.side(log).roster().keysAt(head.size() - 1).logKeys();
  }

  private boolean isIncluded(Withdrawal withdrawal) {
    long index = withdrawal.entry().index();
    if (index >= cosigned.size()) {
      return false;
    }
    try {
      Tree.verifyInclusion(
          withdrawal.leaf(), index, cosigned.size(), cosigned.checkpoint().root(), inclusion);
      return true;
    } catch (ProofException _) {
      return false;
    }
  }

  /// The times at which `keys` verifiably signed `head`; none if one of them was forged.
  private static LongStream times(
      SignedCheckpoint head, List<VerifierKey> keys, Verifier verifier) {
    return switch (head.verify(keys, verifier)) {
      case NoteVerdict.Signed(List<NoteVerdict.KeySignature> signatures) ->
          signatures.stream()
              .map(signed -> Cosignature.timeSeconds(signed.key(), signed.line()))
              .flatMapToLong(OptionalLong::stream);
      case NoteVerdict.Unsigned _, NoteVerdict.Forged _ -> LongStream.empty();
    };
  }

  // ---- as JSON --------------------------------------------------------------------------------

  JsonBuilder putInto(JsonBuilder json) {
    return json.put("cosigned", cosigned.note().print())
        .put("dated", dated.note().print())
        .put("proof", Json.arr(inclusion.stream().map(hash -> Json.of(hash.toString()))));
  }

  static StaleProof fromJson(Json.Obj json) throws MalformedJsonException {
    List<Hash> inclusion = new ArrayList<>();
    for (String text : json.array("proof").texts()) {
      inclusion.add(
          Hash.parseBase64(text)
              .orElseThrow(
                  () -> new MalformedJsonException("an item of \"proof\"", text, "a hash")));
    }
    return new StaleProof(head(json, "cosigned"), head(json, "dated"), inclusion);
  }

  private static SignedCheckpoint head(Json.Obj json, String name) throws MalformedJsonException {
    String text = json.text(name);
    try {
      return SignedCheckpoint.parse(Bytes.ofUtf8(text));
    } catch (MalformedCheckpointException fault) {
      throw new MalformedJsonException("member \"" + name + "\"", text, fault.expected());
    }
  }
}
