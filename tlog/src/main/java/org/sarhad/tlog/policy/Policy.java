package org.sarhad.tlog.policy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.note.NoteVerdict;
import org.sarhad.tlog.note.VerifierKey;

/// Whom somebody trusts: which logs, which witnesses, and how many of them; tlog-policy.
///
/// ```
/// log ir.sarhad.example/joint+…
/// witness ir-mirror ir.sarhad.example/mirror+…
/// witness pk-mirror pk.sarhad.example/mirror+…
/// group both all ir-mirror pk-mirror
/// quorum both
/// ```
///
/// Names and URLs are bytes, not text: the format compares them so, and it need not be UTF-8.
///
/// @param logs the logs that are accepted, at most {@value #LINES_MAX}
/// @param witnesses the witnesses that are known, at most {@value #LINES_MAX}
/// @param groups groups of witnesses and of groups above them, at most {@value #LINES_MAX}
/// @param quorum the name of the witness or group that must have cosigned; [#NONE] if none must
public record Policy(List<Log> logs, List<Witness> witnesses, List<Group> groups, Bytes quorum) {
  /// The quorum that is always there.
  public static final Bytes NONE = Bytes.ofUtf8("none");

  /// The most logs, witnesses, and groups that a policy may have, each.
  public static final int LINES_MAX = 256;

  /// A log that is accepted.
  ///
  /// @param key whose name is the log's origin
  /// @param url where it is; not used here
  public record Log(VerifierKey key, Optional<Bytes> url) {
    /// Throws [IllegalArgumentException] if the URL is not one word.
    public Log {
      url.ifPresent(Policy::checkWord);
    }
  }

  /// A witness that is known.
  ///
  /// @param name what it is called in this policy
  /// @param key a cosigner's key
  /// @param url where it is; not used here
  public record Witness(Bytes name, VerifierKey key, Optional<Bytes> url) {
    /// Throws [IllegalArgumentException] if name or URL is not one word, or the key no cosigner's.
    public Witness {
      checkWord(name);
      url.ifPresent(Policy::checkWord);
      if (!key.type().isCosignature()) {
        throw new IllegalArgumentException(
            "%s is not a cosigner's key, its type is %s".formatted(key.name(), key.type()));
      }
    }
  }

  /// Several witnesses or groups, of which some must have cosigned.
  ///
  /// @param name what it is called in this policy
  /// @param threshold how many of the members are needed, 1 to all
  /// @param members at least one
  public record Group(Bytes name, int threshold, List<Bytes> members) {
    /// Throws [IllegalArgumentException] if the name is not one word or the threshold out of range.
    public Group {
      checkWord(name);
      members = List.copyOf(members);
      if (threshold < 1 || threshold > members.size()) {
        throw new IllegalArgumentException("%d of %d members".formatted(threshold, members.size()));
      }
    }
  }

  /// Throws [IllegalArgumentException] if a name is defined twice or used before it is defined, a
  /// key is listed twice, a member is listed twice, or there is too much of something.
  public Policy {
    logs = List.copyOf(logs);
    witnesses = List.copyOf(witnesses);
    groups = List.copyOf(groups);
    if (Math.max(Math.max(logs.size(), witnesses.size()), groups.size()) > LINES_MAX) {
      throw new IllegalArgumentException("more than %d lines of a kind".formatted(LINES_MAX));
    }
    checkDistinct(logs.stream().map(Log::key).toList());
    checkDistinct(witnesses.stream().map(Witness::key).toList());
    checkNames(witnesses, groups, quorum);
  }

  /// The policy in `bytes`.
  public static Policy parse(Bytes bytes) throws MalformedPolicyException {
    return PolicyText.parse(bytes);
  }

  /// The policy as text in its plainest form, without comments: logs, witnesses, groups, quorum.
  /// Parsing it gives an equal policy.
  public Bytes bytes() {
    return PolicyText.print(this);
  }

  /// Whether `head` is to be believed under this policy.
  public PolicyVerdict judge(SignedCheckpoint head, Verifier verifier) {
    var logKeys =
        logs.stream().map(Log::key).filter(key -> key.name().equals(head.origin())).toList();
    return switch (head.verify(logKeys, verifier)) {
      case NoteVerdict.Forged forged -> new PolicyVerdict.Forged(forged.key());
      case NoteVerdict.Unsigned _ -> new PolicyVerdict.NotByLog(head.origin());
      case NoteVerdict.Signed byLog ->
          judgeQuorum(byLog.signatures().getFirst().key(), head, verifier);
    };
  }

  private PolicyVerdict judgeQuorum(VerifierKey log, SignedCheckpoint head, Verifier verifier) {
    var witnessKeys = witnesses.stream().map(Witness::key).toList();
    return switch (head.verify(witnessKeys, verifier)) {
      case NoteVerdict.Forged forged -> new PolicyVerdict.Forged(forged.key());
      case NoteVerdict.Unsigned _ -> judgeCosigned(log, List.of());
      case NoteVerdict.Signed signed ->
          judgeCosigned(
              log,
              witnesses.stream()
                  .filter(witness -> signed.isBy(witness.key()))
                  .map(Witness::name)
                  .toList());
    };
  }

  private PolicyVerdict judgeCosigned(VerifierKey log, List<Bytes> cosigned) {
    return isQuorum(Set.copyOf(cosigned))
        ? new PolicyVerdict.Satisfied(log, cosigned)
        : new PolicyVerdict.QuorumMissed(cosigned);
  }

  /// Whether the witnesses named in `cosigned` are enough.
  public boolean isQuorum(Set<Bytes> cosigned) {
    var holds = new HashSet<>(cosigned);
    holds.add(NONE);
    // Groups come after their members, so one pass settles them all.
    for (var group : groups) {
      if (group.members().stream().filter(holds::contains).count() >= group.threshold()) {
        holds.add(group.name());
      }
    }
    return holds.contains(quorum);
  }

  private static void checkDistinct(List<VerifierKey> keys) {
    // SPEC: two vkeys are duplicate if they wrap the same public key, even if they differ by key
    // name and key id.
    var seen = new HashSet<Bytes>();
    for (var key : keys) {
      if (!seen.add(key.key())) {
        throw new IllegalArgumentException("the key of %s is listed twice".formatted(key.name()));
      }
    }
  }

  private static void checkNames(List<Witness> witnesses, List<Group> groups, Bytes quorum) {
    // Which names are defined, and whether a group has taken them in.
    Map<Bytes, Boolean> taken = new HashMap<>();
    for (var witness : witnesses) {
      define(taken, witness.name());
    }
    for (var group : groups) {
      for (var member : group.members()) {
        // SPEC: each defined name can be listed as a group member at most once.
        var before = taken.replace(member, true);
        if (before == null || before) {
          throw new IllegalArgumentException(
              "group member %s is not defined above, or listed twice".formatted(shown(member)));
        }
      }
      define(taken, group.name());
    }
    if (!quorum.equals(NONE) && !taken.containsKey(quorum)) {
      throw new IllegalArgumentException("quorum %s is not defined".formatted(shown(quorum)));
    }
  }

  private static void define(Map<Bytes, Boolean> taken, Bytes name) {
    if (name.equals(NONE) || taken.putIfAbsent(name, false) != null) {
      throw new IllegalArgumentException("the name %s is taken".formatted(shown(name)));
    }
  }

  /// A word of a policy file: at least one byte, no control characters, no space.
  private static void checkWord(Bytes word) {
    if (word.isEmpty()) {
      throw new IllegalArgumentException("an empty word");
    }
    for (int i = 0; i < word.size(); i++) {
      if (isControl(word.at(i)) || word.at(i) == ' ') {
        throw new IllegalArgumentException(
            "%s has a space or control character in it".formatted(shown(word)));
      }
    }
  }

  /// Whether `octet` may not stand in a word or a comment.
  static boolean isControl(byte octet) {
    int value = Byte.toUnsignedInt(octet);
    return value < 0x20 || value == 0x7f;
  }

  /// A name for a message: as text if it is text.
  static String shown(Bytes name) {
    return name.findUtf8().orElseGet(name::hex);
  }
}
