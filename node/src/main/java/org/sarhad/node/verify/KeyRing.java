package org.sarhad.node.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.record.SideKeys;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.policy.Policy;

/// The keys that signatures are checked with, and where they come from.
///
/// @param given those the reader brought; if there are any, no others count for heads
/// @param policy what the reader demands of a head beside the log's signature, if anything
/// @param told what the logs say of themselves: the sides named by a genesis or accepted later
public record KeyRing(List<VerifierKey> given, Optional<Policy> policy, List<SideKeys> told) {
  /// No keys.
  public static final KeyRing EMPTY = new KeyRing(List.of(), Optional.empty(), List.of());

  /// Copies the lists.
  public KeyRing {
    given = List.copyOf(given);
    told = List.copyOf(told);
  }

  /// What the reader brought: `keys`, and those of `policy`.
  public static KeyRing of(List<VerifierKey> keys, Optional<Policy> policy) {
    var given = new ArrayList<>(keys);
    policy.ifPresent(
        trust -> {
          trust.logs().forEach(log -> given.add(log.key()));
          trust.witnesses().forEach(witness -> given.add(witness.key()));
        });
    return new KeyRing(given.stream().distinct().toList(), policy, List.of());
  }

  /// These and what another log says.
  public KeyRing with(List<SideKeys> more) {
    var all = new ArrayList<>(told);
    more.stream().filter(side -> !all.contains(side)).forEach(all::add);
    return new KeyRing(given, policy, all);
  }

  /// Whether nobody's keys are known.
  public boolean isEmpty() {
    return given.isEmpty() && told.isEmpty();
  }

  /// Whether heads are judged by keys that the reader brought.
  public boolean isGiven() {
    return !given.isEmpty();
  }

  /// The keys that may sign heads of the log `origin`.
  public List<VerifierKey> logKeys(String origin) {
    return isGiven()
        ? given.stream().filter(key -> key.name().equals(origin)).toList()
        : told.stream()
            .filter(side -> side.log().value().equals(origin))
            .flatMap(side -> side.logKeys().stream())
            .distinct()
            .toList();
  }

  /// The keys that may cosign heads of the log `origin`.
  public List<VerifierKey> cosignerKeys(String origin) {
    return isGiven()
        ? given.stream()
            .filter(key -> key.type().isCosignature() && !key.name().equals(origin))
            .toList()
        : told.stream()
            .filter(side -> !side.log().value().equals(origin))
            .flatMap(side -> side.mirrorKeys().stream())
            .distinct()
            .toList();
  }
}
