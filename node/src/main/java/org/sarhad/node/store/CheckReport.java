package org.sarhad.node.store;

import java.util.List;
import java.util.Optional;
import org.sarhad.tlog.checkpoint.Checkpoint;

/// What [DirectoryCheck] found.
///
/// @param size how many entries were looked for
/// @param provenSize how many of them stand under a head that was accepted: their hashes lead to
///   its root
/// @param checkpoint the signed head in the directory, if it was accepted
/// @param payloads how many payloads were compared with their hashes
/// @param erased how many payloads are known to have been erased
/// @param damage everything that is wrong, in the order of the entries concerned
public record CheckReport(
    long size,
    long provenSize,
    Optional<Checkpoint> checkpoint,
    long payloads,
    long erased,
    List<Damage> damage) {
  /// Copies the list.
  public CheckReport {
    damage = List.copyOf(damage);
  }

  /// Whether nothing is wrong.
  public boolean isClean() {
    return damage.isEmpty();
  }
}
