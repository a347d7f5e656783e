package org.sarhad.node.api;

import java.io.InputStream;
import java.util.Optional;
import org.sarhad.node.ground.Dataset;
import org.sarhad.node.ground.Shelf;
import org.sarhad.node.ground.Tray;

/// One kind of geography that an administrator imports: how a file of it is read, where it lies,
/// and how it is shown.
interface ImportKind<T extends Dataset> {
  /// What it is called in paths and in the audit trail.
  String code();

  /// Where it lies; empty for what is in force only as a joint rule.
  Optional<Shelf<T>> shelf();

  /// What was read of it.
  Tray<T> tray();

  /// Why nothing can be read now, if so.
  default Optional<ApiRefusal> missing() {
    return Optional.empty();
  }

  /// How a file is read, by the query of the call.
  Tray.Reading<T> reading(Call call, InputStream in) throws MalformedRequestException;

  /// What is in force and what would be, as the contract has it.
  Object view(Lens lens);
}
