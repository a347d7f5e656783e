package org.sarhad.node.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sarhad.node.store.Damage.Repair;
import org.sarhad.node.store.DirectoryCheck;
import org.sarhad.node.verify.Finding.Kind;
import org.sarhad.tlog.checkpoint.Cosignature;
import org.sarhad.tlog.checkpoint.MalformedCheckpointException;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.note.Note;
import org.sarhad.tlog.note.NoteVerdict;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.policy.PolicyVerdict;

/// Judges the signed head of a log: by the log's key, by the log it is in, and then by whose else.
public final class HeadCheck implements DirectoryCheck.HeadJudge {
  private final KeyRing keys;
  private final Optional<String> origin;
  private final Verifier verifier;

  /// A line under a head.
  ///
  /// @param name who it claims to be by
  /// @param role `log` or `cosigner`; `wrong` for a line that is not by the key it names; `unknown`
  ///   for a key that nobody here knows, such a line was not checked
  /// @param time when it was signed, as the signer says; notes of Ed25519 say nothing
  public record Line(String name, String role, Optional<Instant> time) {}

  /// @param origin the log that the entries are of, if they say
  HeadCheck(KeyRing keys, Optional<String> origin, Verifier verifier) {
    this.keys = keys;
    this.origin = origin;
    this.verifier = verifier;
  }

  @Override
  public Optional<String> findObjection(Note note) {
    SignedCheckpoint head;
    try {
      head = SignedCheckpoint.of(note);
    } catch (MalformedCheckpointException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    return objectionToLog(head).or(() -> objectionByPolicy(head));
  }

  private Optional<String> objectionToLog(SignedCheckpoint head) {
    if (origin.filter(name -> !name.equals(head.origin())).isPresent()) {
      return Optional.of(
          "it is of the log %s, the entries are of %s".formatted(head.origin(), origin.get()));
    }
    var logKeys = keys.logKeys(head.origin());
    if (logKeys.isEmpty()) {
      return Optional.of("no key of " + head.origin() + " is known here; name it with --key");
    }
    return switch (head.verify(logKeys, verifier)) {
      case NoteVerdict.Unsigned _ -> Optional.of("it is not signed by the key of " + head.origin());
      case NoteVerdict.Forged(var key) ->
          Optional.of("the signature as " + key.name() + " is wrong");
      case NoteVerdict.Signed _ -> Optional.empty();
    };
  }

  private Optional<String> objectionByPolicy(SignedCheckpoint head) {
    return keys.policy()
        .flatMap(
            policy ->
                switch (policy.judge(head, verifier)) {
                  case PolicyVerdict.Satisfied _ -> Optional.empty();
                  case PolicyVerdict.QuorumMissed(var cosigned) ->
                      Optional.of(
                          "the policy's quorum is missed: %d of its witnesses cosigned"
                              .formatted(cosigned.size()));
                  case PolicyVerdict.NotByLog(var log) ->
                      Optional.of("the policy does not know the log " + log);
                  case PolicyVerdict.Forged(var key) ->
                      Optional.of("the signature as " + key.name() + " is wrong");
                });
  }

  /// Which cosignatures under `head` are wrong. They do not make the head less true; whoever relies
  /// on one of them must know.
  List<Finding> wrongCosignatures(SignedCheckpoint head, boolean isMirrored) {
    return keys.cosignerKeys(head.origin()).stream()
        .filter(key -> isWrong(head, key))
        .map(
            key ->
                new Finding(
                    Kind.COSIGNATURE,
                    "checkpoint",
                    0,
                    head.size(),
                    "the cosignature as %s is wrong".formatted(key.name()),
                    isMirrored ? Repair.NONE : Repair.UNKNOWN))
        .toList();
  }

  private boolean isWrong(SignedCheckpoint head, VerifierKey key) {
    return head.verify(List.of(key), verifier) instanceof NoteVerdict.Forged;
  }

  /// Who signed `head`, line by line; the log's own line must be free of objections.
  List<Line> lines(SignedCheckpoint head) {
    var lines = new ArrayList<Line>();
    for (var line : head.note().signatures()) {
      lines.add(line(head, line));
    }
    return lines;
  }

  private Line line(SignedCheckpoint head, SignatureLine line) {
    for (var key : keys.logKeys(head.origin())) {
      if (line.claims(key)) {
        return new Line(key.name(), "log", time(Cosignature.timeSeconds(key, line)));
      }
    }
    for (var key : keys.cosignerKeys(head.origin())) {
      if (line.claims(key)) {
        return isWrong(head, key)
            ? new Line(key.name(), "wrong", Optional.empty())
            : new Line(key.name(), "cosigner", time(Cosignature.timeSeconds(key, line)));
      }
    }
    return new Line(line.name(), "unknown", Optional.empty());
  }

  /// A signer may claim any time; one that no calendar holds is left out.
  private static Optional<Instant> time(OptionalLong seconds) {
    return seconds.isPresent() && seconds.getAsLong() <= Instant.MAX.getEpochSecond()
        ? Optional.of(Instant.ofEpochSecond(seconds.getAsLong()))
        : Optional.empty();
  }
}
