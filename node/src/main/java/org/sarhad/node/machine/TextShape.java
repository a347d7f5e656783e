package org.sarhad.node.machine;

import java.io.IOException;
import java.util.function.Function;
import org.sarhad.node.snapshot.MalformedSnapshotException;
import org.sarhad.node.snapshot.Shape;
import org.sarhad.node.snapshot.ShapeInput;
import org.sarhad.node.snapshot.ShapeOutput;
import org.sarhad.tlog.MalformedException;

/// A value that has a text of its own, and exactly one: a key, a signed head, a JSON object.
///
/// @param printer gives the text
/// @param parser inverse of `printer`
record TextShape<T>(Function<T, String> printer, Parser<String, T> parser) implements Shape<T> {

  /// Reads one thing out of another, or throws what its format throws.
  @FunctionalInterface
  interface Parser<F, T> {
    T parse(F from) throws MalformedException;
  }

  @Override
  public void write(T value, ShapeOutput out) throws IOException {
    out.text(printer.apply(value));
  }

  @Override
  public T read(ShapeInput in) throws IOException, MalformedSnapshotException {
    try {
      return parser.parse(in.text());
    } catch (MalformedException e) {
      throw new MalformedSnapshotException(e.what(), e.found(), e.expected());
    }
  }
}
