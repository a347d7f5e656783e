package org.sarhad.node.snapshot;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// Shapes of the values that have no parts.
final class Values {
  private interface Writer<T> {
    void write(T value, ShapeOutput out) throws IOException;
  }

  private interface Reader<T> {
    T read(ShapeInput in) throws IOException, MalformedSnapshotException;
  }

  private static final Shape<Long> LONG = of((n, out) -> out.number(n), ShapeInput::number);
  private static final Shape<Integer> INT =
      of((n, out) -> out.number(n), in -> (int) bounded(in, Integer.MIN_VALUE, Integer.MAX_VALUE));
  private static final Shape<Boolean> BOOLEAN =
      of((is, out) -> out.size(is ? 1 : 0), in -> Choice.read(in, Boolean.class, 2) == 1);

  /// By type.
  static final Map<Class<?>, Shape<?>> SHAPES =
      Map.ofEntries(
          Map.entry(long.class, LONG),
          Map.entry(Long.class, LONG),
          Map.entry(int.class, INT),
          Map.entry(Integer.class, INT),
          Map.entry(boolean.class, BOOLEAN),
          Map.entry(Boolean.class, BOOLEAN),
          Map.entry(String.class, of((text, out) -> out.text(text), ShapeInput::text)),
          Map.entry(Hash.class, of((hash, out) -> out.hash(hash), ShapeInput::hash)),
          Map.entry(
              Bytes.class,
              of((bytes, out) -> out.bytes(bytes.toArray()), in -> Bytes.of(in.bytes()))),
          Map.entry(
              BigInteger.class,
              of((n, out) -> out.bytes(n.toByteArray()), in -> integer(in.bytes()))),
          Map.entry(
              LocalDate.class,
              of(
                  (date, out) -> out.number(date.toEpochDay()),
                  in ->
                      LocalDate.ofEpochDay(
                          bounded(in, LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay())))),
          Map.entry(
              ZoneOffset.class,
              of(
                  (offset, out) -> out.number(offset.getTotalSeconds()),
                  in ->
                      ZoneOffset.ofTotalSeconds(
                          (int)
                              bounded(
                                  in,
                                  ZoneOffset.MIN.getTotalSeconds(),
                                  ZoneOffset.MAX.getTotalSeconds())))),
          Map.entry(Instant.class, of(Values::write, Values::instant)),
          Map.entry(Duration.class, of(Values::write, Values::duration)));

  private Values() {}

  private static <T> Shape<T> of(Writer<T> writer, Reader<T> reader) {
    return new Shape<>() {
      @Override
      public void write(T value, ShapeOutput out) throws IOException {
        writer.write(value, out);
      }

      @Override
      public T read(ShapeInput in) throws IOException, MalformedSnapshotException {
        return reader.read(in);
      }
    };
  }

  private static long bounded(ShapeInput in, long min, long max)
      throws IOException, MalformedSnapshotException {
    long number = in.number();
    if (number < min || number > max) {
      throw new MalformedSnapshotException(
          "a number", Long.toString(number), "%d to %d".formatted(min, max));
    }
    return number;
  }

  private static BigInteger integer(byte[] bytes) throws MalformedSnapshotException {
    if (bytes.length == 0) {
      throw new MalformedSnapshotException("a whole number", "nothing", "some bytes");
    }
    return new BigInteger(bytes);
  }

  private static void write(Instant time, ShapeOutput out) throws IOException {
    out.number(time.getEpochSecond());
    out.size(time.getNano());
  }

  private static Instant instant(ShapeInput in) throws IOException, MalformedSnapshotException {
    long seconds = bounded(in, Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond());
    return Instant.ofEpochSecond(seconds, nanos(in));
  }

  private static void write(Duration time, ShapeOutput out) throws IOException {
    out.number(time.getSeconds());
    out.size(time.getNano());
  }

  private static Duration duration(ShapeInput in) throws IOException, MalformedSnapshotException {
    return Duration.ofSeconds(in.number(), nanos(in));
  }

  private static long nanos(ShapeInput in) throws IOException, MalformedSnapshotException {
    long nanos = in.size();
    if (nanos < 0 || nanos > 999_999_999) {
      throw new MalformedSnapshotException(
          "a part of a second", Long.toString(nanos), "0 to 999 999 999");
    }
    return nanos;
  }
}
