package org.sarhad.core.register;

import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.RefusalCode;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// What became of each fact of a register, and the digest over all of it (protocol clause 10-9.2).
/// Immutable; a step is O(log n).
///
/// @param voids facts, and terms of acts, that do not hold, by the entry they came in, and why
/// @param digest chain of SHA-256 over what became of each entry
/// @param <R> the application's refusals
public record Outcomes<R extends RefusalCode>(PersistentMap<EntryId, R> voids, Hash digest) {
  /// Nothing yet.
  ///
  /// @param name the register: its digest begins as SHA-256 of `sarhad <name> v1` and a line feed
  public static <R extends RefusalCode> Outcomes<R> of(String name) {
    return new Outcomes<>(
        PersistentMap.empty(), Merkle.sha256(Bytes.ofUtf8("sarhad " + name + " v1\n")));
  }

  /// The fact in `entry` holds.
  public Outcomes<R> held(ActEntry entry) {
    return new Outcomes<>(voids, chained(line(entry, "held")));
  }

  /// The fact in `entry` does not hold.
  public Outcomes<R> voided(ActEntry entry, R why) {
    return new Outcomes<>(voids.put(entry.id(), why), chained(line(entry, why.name())));
  }

  /// By `entry` the act came to its stage, and that counts here.
  public Outcomes<R> moved(ActEntry entry, Act act) {
    return new Outcomes<>(voids, chained(line(entry, stage(act) + " held")));
  }

  /// By `entry` the act came to its stage, and its terms say what they have no business saying.
  public Outcomes<R> voided(ActEntry entry, Act act, R why) {
    return new Outcomes<>(
        voids.put(entry.id(), why), chained(line(entry, stage(act) + " " + why.name())));
  }

  /// The same, for one of the lines of its terms.
  ///
  /// @param number of the line, from 1
  public Outcomes<R> voided(ActEntry entry, Act act, R why, int number) {
    return new Outcomes<>(
        voids.put(entry.id(), why),
        chained(line(entry, stage(act) + " " + why.name() + " " + number)));
  }

  private static String stage(Act act) {
    return act.id() + "=" + act.stage().code();
  }

  private static String line(ActEntry entry, String outcome) {
    return entry.id() + " " + entry.leaf() + " " + outcome + "\n";
  }

  private Hash chained(String line) {
    return Merkle.chained(digest, Merkle.sha256(Bytes.ofUtf8(line)));
  }
}
