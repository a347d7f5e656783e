package org.sarhad.node.snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.sarhad.core.data.IndexMap;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;

/// Shapes of what holds other values: how many, then each.
final class Collected {
  private Collected() {}

  static Shape<Object> optional(Shape<Object> item) {
    return new Shape<>() {
      @Override
      public void write(Object value, ShapeOutput out) throws IOException {
        var held = (Optional<?>) value;
        out.size(held.isPresent() ? 1 : 0);
        if (held.isPresent()) {
          item.write(held.get(), out);
        }
      }

      @Override
      public Object read(ShapeInput in) throws IOException, MalformedSnapshotException {
        return Choice.read(in, Optional.class, 2) == 0
            ? Optional.empty()
            : Optional.of(item.read(in));
      }
    };
  }

  static Shape<Object> list(Shape<Object> item) {
    return new Shape<>() {
      @Override
      public void write(Object value, ShapeOutput out) throws IOException {
        writeAll((List<?>) value, item, out);
      }

      @Override
      public Object read(ShapeInput in) throws IOException, MalformedSnapshotException {
        return List.copyOf(readAll(item, in));
      }
    };
  }

  /// Of a set in the natural order of its elements.
  static Shape<Object> set(Shape<Object> item) {
    return new Shape<>() {
      @Override
      public void write(Object value, ShapeOutput out) throws IOException {
        writeAll((Set<?>) value, item, out);
      }

      @Override
      @SuppressWarnings({"unchecked", "rawtypes"}) // an element that has no order is refused below
      public Object read(ShapeInput in) throws IOException, MalformedSnapshotException {
        try {
          return Ordered.set((Collection) readAll(item, in));
        } catch (ClassCastException e) {
          throw new MalformedSnapshotException("a set", String.valueOf(e.getMessage()), "an order");
        }
      }
    };
  }

  /// Of a map of the JDK in the natural order of its keys.
  static Shape<Object> sortedMap(Shape<Object> key, Shape<Object> value) {
    var shape = map(key, value);
    return new Shape<>() {
      @Override
      @SuppressWarnings({"unchecked", "rawtypes"}) // what has no order is refused on reading
      public void write(Object map, ShapeOutput out) throws IOException {
        PersistentMap persistent = PersistentMap.empty();
        for (var entry : ((Map<?, ?>) map).entrySet()) {
          persistent = persistent.put((Comparable) entry.getKey(), entry.getValue());
        }
        shape.write(persistent, out);
      }

      @Override
      @SuppressWarnings({"unchecked", "rawtypes"}) // keys are of the type the map declared
      public Object read(ShapeInput in) throws IOException, MalformedSnapshotException {
        var map = new TreeMap<>();
        for (var entry : (PersistentMap<?, ?>) shape.read(in)) {
          map.put(entry.key(), entry.value());
        }
        return Ordered.map((Map) map);
      }
    };
  }

  /// Of a map in the order of its keys.
  static Shape<Object> map(Shape<Object> key, Shape<Object> value) {
    return new Shape<>() {
      @Override
      public void write(Object map, ShapeOutput out) throws IOException {
        out.size(((PersistentMap<?, ?>) map).size());
        for (var entry : (PersistentMap<?, ?>) map) {
          key.write(entry.key(), out);
          value.write(entry.value(), out);
        }
      }

      @Override
      @SuppressWarnings({"unchecked", "rawtypes"}) // keys are of the type the map declared
      public Object read(ShapeInput in) throws IOException, MalformedSnapshotException {
        int count = in.count();
        List keys = new ArrayList<>();
        List values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          keys.add(key.read(in));
          values.add(value.read(in));
        }
        try {
          return PersistentMap.ofAscending(keys, values);
        } catch (IllegalArgumentException e) {
          throw new MalformedSnapshotException(
              "a map", String.valueOf(e.getMessage()), "keys that ascend");
        }
      }
    };
  }

  /// Of a map of running numbers, ascending.
  static Shape<Object> indexed(Shape<Object> value) {
    return new Shape<>() {
      @Override
      public void write(Object map, ShapeOutput out) throws IOException {
        out.size(((IndexMap<?>) map).size());
        for (var entry : (IndexMap<?>) map) {
          out.number(entry.index());
          value.write(entry.value(), out);
        }
      }

      @Override
      public Object read(ShapeInput in) throws IOException, MalformedSnapshotException {
        int count = in.count();
        var indices = LongStream.builder();
        var values = new ArrayList<Object>();
        for (int i = 0; i < count; i++) {
          indices.add(in.number());
          values.add(value.read(in));
        }
        try {
          return IndexMap.ofAscending(indices.build().toArray(), values);
        } catch (IllegalArgumentException e) {
          throw new MalformedSnapshotException(
              "a map", String.valueOf(e.getMessage()), "indices that ascend");
        }
      }
    };
  }

  private static void writeAll(Collection<?> items, Shape<Object> shape, ShapeOutput out)
      throws IOException {
    out.size(items.size());
    for (Object item : items) {
      shape.write(item, out);
    }
  }

  private static List<Object> readAll(Shape<Object> shape, ShapeInput in)
      throws IOException, MalformedSnapshotException {
    int count = in.count();
    var items = new ArrayList<Object>();
    for (int i = 0; i < count; i++) {
      items.add(shape.read(in));
    }
    return items;
  }
}
