package org.sarhad.node.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.sarhad.core.data.IndexMap;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.node.testing.Mutated;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

class ShapesTest {
  private static final Name IR = new Name("ir");
  private static final Name PK = new Name("pk");

  record Name(String value) implements Comparable<Name> {
    Name {
      if (value.isEmpty()) {
        throw new IllegalArgumentException("a name without letters");
      }
    }

    @Override
    public int compareTo(Name other) {
      return value.compareTo(other.value);
    }
  }

  enum Colour {
    AMBER,
    RED
  }

  sealed interface Event {
    record Seen(Name by, Instant at) implements Event {}

    record Lost() implements Event {}
  }

  /// Every kind of component there is.
  record Everything(
      long number,
      int small,
      boolean is,
      Optional<Long> boxed,
      String text,
      Hash hash,
      Bytes bytes,
      Instant time,
      Duration span,
      LocalDate date,
      BigInteger large,
      Colour colour,
      List<Event> events,
      Set<Name> names,
      SortedMap<Name, Integer> counts,
      PersistentMap<Name, List<Event>> byName,
      IndexMap<Event> byNumber) {}

  private static Everything everything(long number, String text) {
    var seen = new Event.Seen(PK, Instant.parse("2019-04-22T08:00:00.123Z"));
    return new Everything(
        number,
        (int) number,
        number % 2 == 0,
        Optional.of(number),
        text,
        Merkle.sha256(Bytes.ofUtf8(text)),
        Bytes.ofUtf8(text),
        Instant.ofEpochSecond(number % 1_000_000_000, 999_999_999),
        Duration.ofMillis(-1),
        LocalDate.EPOCH,
        BigInteger.valueOf(number).pow(3),
        Colour.RED,
        List.of(seen, new Event.Lost(), seen),
        Ordered.set(PK, IR),
        Ordered.map(Map.of(IR, 3, PK, -4)),
        PersistentMap.of(IR, List.<Event>of(seen)).put(PK, List.of()),
        IndexMap.<Event>of(40, seen).put(1L << 50, new Event.Lost()));
  }

  private static Shapes shapes() {
    return new Shapes(MethodHandles.lookup());
  }

  private static <T> byte[] written(Shape<T> shape, T value) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new ShapeOutput(bytes);
    shape.write(value, out);
    out.flush();
    return bytes.toByteArray();
  }

  private static <T> T read(Shape<T> shape, byte[] bytes) throws Exception {
    var in = input(bytes);
    T value = shape.read(in);
    assertThat(in.left()).isZero();
    return value;
  }

  private static ShapeInput input(byte[] bytes) {
    return new ShapeInput(new ByteArrayInputStream(bytes), bytes.length, _ -> "given");
  }

  // ---- there and back -------------------------------------------------------------------------

  @Test
  void everythingComesBackAsItWas() throws Exception {
    var shape = shapes().of(Everything.class);
    for (long number : new long[] {0, 1, -1, 63, 64, 1 << 20, Long.MAX_VALUE, Long.MIN_VALUE}) {
      for (var text : List.of("", "watch", "دیده‌بان", "x".repeat(200_000))) {
        var value = everything(number, text);
        assertThat(read(shape, written(shape, value))).isEqualTo(value);
      }
    }
  }

  @Test
  void manyValuesStandOneBehindTheOther() throws Exception {
    record Many(List<Everything> all) {}
    var shape = shapes().of(Many.class);
    var many =
        new Many(
            java.util.stream.LongStream.range(0, 5_000)
                .mapToObj(n -> everything(n * n, "entry " + n))
                .toList());
    assertThat(read(shape, written(shape, many))).isEqualTo(many);
  }

  @Test
  void equalValuesAreOneObjectWhereThatWasAgreed() throws Exception {
    record Pair(Name one, Name other) {}
    var shape = shapes().sharingEqual(Name.class).of(Pair.class);
    var bytes = written(shape, new Pair(new Name("ir"), new Name("ir")));
    var back = read(shape, bytes);
    assertThat(back.one()).isSameAs(back.other());
    var plain = shapes().of(Pair.class);
    assertThat(bytes).hasSizeLessThan(written(plain, new Pair(IR, IR)).length);
  }

  @Test
  void theSameObjectStaysOneAndEqualOnesStayTwo() throws Exception {
    record Two(Everything one, Everything other) {}
    var shape = shapes().sharingSame(Everything.class).of(Two.class);
    var value = everything(1, "same");
    var same = read(shape, written(shape, new Two(value, value)));
    assertThat(same.one()).isSameAs(same.other());
    var equal = read(shape, written(shape, new Two(value, everything(1, "same"))));
    assertThat(equal.one()).isEqualTo(equal.other()).isNotSameAs(equal.other());
  }

  @Test
  void whatIsGivenIsNotWritten() throws Exception {
    record With(CharSequence given, int number) {}
    var shape = shapes().giving(CharSequence.class).of(With.class);
    var bytes = written(shape, new With("anything", 7));
    assertThat(bytes).hasSize(1);
    assertThat(read(shape, bytes)).isEqualTo(new With("given", 7));
  }

  record OfGenerics(Generic<String> text, Generic<List<Generic<Long>>> numbers) {}

  @Test
  void aGenericRecordHasAShapeForEachOfItsArguments() throws Exception {
    var shape = shapes().of(OfGenerics.class);
    var value =
        new OfGenerics(
            new Generic<>("seven"), new Generic<>(List.of(new Generic<>(7L), new Generic<>(8L))));
    assertThat(read(shape, written(shape, value))).isEqualTo(value);
  }

  // ---- what has no shape ----------------------------------------------------------------------

  record Nested(Optional<Nested> inside) {}

  record Generic<T>(T value) {}

  record Holding(Thread thread) {}

  @Test
  void aTypeThatCannotBeHandledIsRefusedByName() {
    assertThatThrownBy(() -> shapes().of(Nested.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("contains itself");
    for (var type : List.of(Generic.class, Holding.class, Object.class)) {
      assertThatThrownBy(() -> shapes().of(type)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new Shapes(MethodHandles.publicLookup()).of(Name.class))
        .as("a class that the lookup may not use")
        .isInstanceOf(IllegalArgumentException.class);
  }

  // ---- other declarations ---------------------------------------------------------------------

  record Count(int number) {}

  record Sum(int number) {}

  record Wide(long number) {}

  @Test
  void everyDeclarationHasAFingerprintOfItsOwn() {
    assertThat(List.of(Count.class, Sum.class, Wide.class, Colour.class, Event.class))
        .extracting(ShapesTest::fingerprint)
        .doesNotHaveDuplicates();
    assertThat(fingerprint(Count.class)).isEqualTo(fingerprint(Count.class));
  }

  private static Hash fingerprint(Class<?> type) {
    var shapes = shapes();
    shapes.of(type);
    return shapes.fingerprint();
  }

  // ---- damaged bytes --------------------------------------------------------------------------

  @Test
  void damagedBytesAreAValueOrMalformedAndNothingElse() throws Exception {
    record Many(List<Everything> all) {}
    var shape = shapes().sharingEqual(Name.class).sharingSame(Event.class).of(Many.class);
    var good = written(shape, new Many(List.of(everything(1, "one"), everything(-2, "دو"))));
    Mutated.each(
        good,
        20_000,
        damaged -> {
          try {
            assertThat(shape.read(input(damaged))).isNotNull();
          } catch (MalformedSnapshotException e) {
            assertThat(e).hasMessageContaining("expected");
          }
        });
  }

  @Test
  void noLengthTakesMoreMemoryThanThereAreBytes() {
    record Lengths(List<Event> events, String text, Bytes bytes) {}
    var shape = shapes().of(Lengths.class);
    var huge = new byte[] {-1, -1, -1, -1, 7, 0, 0, 0};
    for (int skipped = 0; skipped < 3; skipped++) {
      var bytes = new byte[skipped + huge.length];
      System.arraycopy(huge, 0, bytes, skipped, huge.length);
      assertThatThrownBy(() -> shape.read(input(bytes)))
          .isInstanceOf(MalformedSnapshotException.class)
          .hasMessageContaining("how many");
    }
  }

  @Test
  void aConstructorThatRefusesMakesTheBytesMalformed() {
    var shape = shapes().of(Name.class);
    assertThatThrownBy(() -> shape.read(input(new byte[] {0})))
        .isInstanceOf(MalformedSnapshotException.class)
        .hasMessageContaining("a name without letters");
  }
}
