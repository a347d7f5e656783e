package org.sarhad.node.snapshot;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.util.List;
import org.sarhad.tlog.BugException;

/// Values of a record: its components, one behind the other. Read back, they go through the
/// record's own constructor, which checks them as it always does.
final class Composed implements Shape<Object> {
  private final Class<?> type;
  private final Part[] parts;
  private final MethodHandle constructor;

  /// One component.
  ///
  /// @param get takes the record and returns the component, both as Object
  record Part(Shape<Object> shape, MethodHandle get) {}

  /// @param constructor takes the components as one array and returns the record as Object
  Composed(Class<?> type, List<Part> parts, MethodHandle constructor) {
    this.type = type;
    this.parts = parts.toArray(Part[]::new);
    this.constructor = constructor;
  }

  @Override
  public void write(Object value, ShapeOutput out) throws IOException {
    for (var part : parts) {
      part.shape.write(get(part, value), out);
    }
  }

  private Object get(Part part, Object value) {
    try {
      return (Object) part.get.invokeExact(value);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) { // what invokeExact declares; an accessor throws nothing checked
      throw new BugException("%s cannot be taken apart: %s".formatted(type, e));
    }
  }

  @Override
  public Object read(ShapeInput in) throws IOException, MalformedSnapshotException {
    var values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = parts[i].shape.read(in);
    }
    try {
      return (Object) constructor.invokeExact(values);
    } catch (RuntimeException e) {
      throw new MalformedSnapshotException(
          type.getSimpleName(), String.valueOf(e.getMessage()), "what its constructor takes");
    } catch (Error e) {
      throw e;
    } catch (Throwable e) { // what invokeExact declares; no record's constructor throws it
      throw new BugException("%s cannot be put together: %s".formatted(type, e));
    }
  }
}
