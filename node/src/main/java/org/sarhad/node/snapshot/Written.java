package org.sarhad.node.snapshot;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Which values one shared shape has written, and as which.
interface Written {
  /// As which `value` was written, from 0; -1 if it was not.
  int find(Object value);

  /// `value` was written, the next after all before it.
  void add(Object value);

  /// Equal values are one; beyond `max` of them none is remembered.
  static Written equal(int max) {
    return new Equal(max);
  }

  /// Only the same object is the same value.
  static Written same() {
    return new Same();
  }

  /// By equality.
  final class Equal implements Written {
    private final Map<Object, Integer> places = new HashMap<>();
    private final int max;

    private Equal(int max) {
      this.max = max;
    }

    @Override
    public int find(Object value) {
      return places.getOrDefault(value, -1);
    }

    @Override
    public void add(Object value) {
      if (places.size() < max) {
        places.put(value, places.size());
      }
    }
  }

  /// By identity, for millions: open addressing, 8 bytes a slot, at most two thirds full.
  final class Same implements Written {
    private Object[] values = new Object[1 << 10];
    private int[] places = new int[1 << 10];
    private int size;

    private Same() {}

    @Override
    @SuppressWarnings("ReferenceEquality") // which object it is, is the question
    public int find(Object value) {
      int slot = slot(value);
      return values[slot] == value ? places[slot] : -1;
    }

    @Override
    public void add(Object value) {
      if (3L * size >= 2L * values.length) {
        grow();
      }
      int slot = slot(value);
      values[slot] = value;
      places[slot] = size++;
    }

    /// Where `value` is, or an empty slot for it.
    @SuppressWarnings("ReferenceEquality") // which object it is, is the question
    private int slot(Object value) {
      int mask = values.length - 1;
      int slot = (System.identityHashCode(value) * 0x9e3779b9) >>> 7 & mask;
      while (values[slot] != null && values[slot] != value) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }

    private void grow() {
      var oldValues = values;
      var oldPlaces = places;
      values = new Object[2 * oldValues.length];
      places = new int[values.length];
      for (int i = 0; i < oldValues.length; i++) {
        if (oldValues[i] != null) {
          int slot = slot(oldValues[i]);
          values[slot] = oldValues[i];
          places[slot] = oldPlaces[i];
        }
      }
      Arrays.fill(oldValues, null);
    }
  }
}
