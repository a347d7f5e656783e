package org.sarhad.node.snapshot;

import java.io.IOException;
import java.util.function.Supplier;

/// Values that occur many times and are written once: the first time whole, behind a 0; from then
/// on as the number of that first time, from 1. Read back, all of them are one object.
final class Shared<T> implements Shape<T> {
  private final Shape<T> shape;
  private final Supplier<Written> kind;
  private final int max;

  private Shared(Shape<T> shape, Supplier<Written> kind, int max) {
    this.shape = shape;
    this.kind = kind;
    this.max = max;
  }

  /// Of values that are equal, the first is written; `max` are remembered at most.
  static <T> Shared<T> equal(Shape<T> shape, int max) {
    return new Shared<>(shape, () -> Written.equal(max), max);
  }

  /// Of an object that is met again, the first time is written.
  static <T> Shared<T> same(Shape<T> shape) {
    return new Shared<>(shape, Written::same, Integer.MAX_VALUE);
  }

  Written written() {
    return kind.get();
  }

  @Override
  public void write(T value, ShapeOutput out) throws IOException {
    var written = out.written(this);
    int place = written.find(value);
    out.size(place + 1L);
    if (place < 0) {
      shape.write(value, out);
      written.add(value);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // only this shape puts values into its list
  public T read(ShapeInput in) throws IOException, MalformedSnapshotException {
    var read = in.read(this);
    long place = in.size();
    if (place < 0 || place > read.size()) {
      throw new MalformedSnapshotException(
          "a value met before", Long.toString(place), "1 to %d".formatted(read.size()));
    }
    if (place > 0) {
      return (T) read.get((int) place - 1);
    }
    T value = shape.read(in);
    if (read.size() < max) {
      read.add(value);
    }
    return value;
  }
}
