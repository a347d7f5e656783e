package org.sarhad.node.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sarhad.tlog.tree.Hash;

/// What one value is read from; the counterpart of [ShapeOutput].
///
/// Whatever the bytes say, no more memory is taken for them than a small multiple of how many there
/// are.
public final class ShapeInput {
  private static final int BUFFER_BYTES = 64 << 10;

  private final InputStream in;
  private final Function<Class<?>, Object> given;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final Map<Shared<?>, List<Object>> read = new HashMap<>();
  private int at;
  private int end;

  /// Bytes that have not come into the buffer yet.
  private long behind;

  /// Reads the `size` bytes of `in`. What is not in the bytes ([Shapes#giving]) `given` knows.
  public ShapeInput(InputStream in, long size, Function<Class<?>, Object> given) {
    this.in = in;
    this.behind = size;
    this.given = given;
  }

  /// How many bytes are left.
  public long left() {
    return behind + (end - at);
  }

  /// A number that [ShapeOutput#size] wrote.
  public long size() throws IOException, MalformedSnapshotException {
    long number = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = next();
      number |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new MalformedSnapshotException("a number", "more than ten bytes", "an end");
  }

  /// A number that [ShapeOutput#number] wrote.
  public long number() throws IOException, MalformedSnapshotException {
    long folded = size();
    return (folded >>> 1) ^ -(folded & 1);
  }

  /// How many there are of something that takes at least one byte each.
  public int count() throws IOException, MalformedSnapshotException {
    long count = size();
    if (count < 0 || count > left() || count > Integer.MAX_VALUE - 8) {
      throw new MalformedSnapshotException(
          "how many", Long.toString(count), "no more than the %d bytes left".formatted(left()));
    }
    return (int) count;
  }

  Hash hash() throws IOException, MalformedSnapshotException {
    need(Hash.SIZE);
    at += Hash.SIZE;
    return Hash.of(buffer, at - Hash.SIZE);
  }

  /// A text.
  public String text() throws IOException, MalformedSnapshotException {
    int size = count();
    if (size > BUFFER_BYTES) {
      return new String(large(size), StandardCharsets.UTF_8);
    }
    need(size);
    at += size;
    return new String(buffer, at - size, size, StandardCharsets.UTF_8);
  }

  byte[] bytes() throws IOException, MalformedSnapshotException {
    return large(count());
  }

  private byte[] large(int size) throws IOException, MalformedSnapshotException {
    var bytes = new byte[size];
    for (int done = 0; done < size; ) {
      need(1);
      int now = Math.min(size - done, end - at);
      System.arraycopy(buffer, at, bytes, done, now);
      at += now;
      done += now;
    }
    return bytes;
  }

  /// What `shape` has read so far.
  List<Object> read(Shared<?> shape) {
    return read.computeIfAbsent(shape, _ -> new ArrayList<>());
  }

  Object given(Class<?> type) {
    return given.apply(type);
  }

  private byte next() throws IOException, MalformedSnapshotException {
    if (at == end) {
      need(1);
    }
    return buffer[at++];
  }

  /// Brings the next `bytes` bytes, no more than the buffer holds, into the buffer.
  private void need(int bytes) throws IOException, MalformedSnapshotException {
    if (end - at >= bytes) {
      return;
    }
    System.arraycopy(buffer, at, buffer, 0, end - at);
    end -= at;
    at = 0;
    while (end < bytes) {
      int more =
          behind == 0 ? -1 : in.read(buffer, end, (int) Math.min(BUFFER_BYTES - end, behind));
      if (more < 0) {
        throw new MalformedSnapshotException(
            "a value", "the end of the bytes", "%d more".formatted(bytes - end));
      }
      end += more;
      behind -= more;
    }
  }
}
