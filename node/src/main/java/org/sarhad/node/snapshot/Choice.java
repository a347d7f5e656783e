package org.sarhad.node.snapshot;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Values of a sealed type: which of the permitted records, then that record.
final class Choice implements Shape<Object> {
  private final Class<?> type;
  private final List<Shape<Object>> shapes;
  private final Map<Class<?>, Integer> places = new HashMap<>();

  /// @param leaves the records that a value can be
  /// @param shapes their shapes, in the same order
  Choice(Class<?> type, List<Class<?>> leaves, List<Shape<Object>> shapes) {
    this.type = type;
    this.shapes = shapes;
    for (int i = 0; i < leaves.size(); i++) {
      places.put(leaves.get(i), i);
    }
  }

  @Override
  public void write(Object value, ShapeOutput out) throws IOException {
    int place = places.getOrDefault(value.getClass(), -1);
    out.size(place);
    shapes.get(place).write(value, out);
  }

  @Override
  public Object read(ShapeInput in) throws IOException, MalformedSnapshotException {
    return shapes.get(read(in, type, shapes.size())).read(in);
  }

  /// Which of `count`.
  static int read(ShapeInput in, Class<?> type, int count)
      throws IOException, MalformedSnapshotException {
    long place = in.size();
    if (place < 0 || place >= count) {
      throw new MalformedSnapshotException(
          type.getSimpleName(), Long.toString(place), "one of %d".formatted(count));
    }
    return (int) place;
  }
}
