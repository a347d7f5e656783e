package org.sarhad.node.snapshot;

import java.io.IOException;

/// How the values of one type are written and read back.
public interface Shape<T> {
  /// Writes `value`.
  void write(T value, ShapeOutput out) throws IOException;

  /// Reads what [#write] wrote: a value equal to it.
  ///
  /// @throws MalformedSnapshotException if the bytes are no such value
  T read(ShapeInput in) throws IOException, MalformedSnapshotException;
}
