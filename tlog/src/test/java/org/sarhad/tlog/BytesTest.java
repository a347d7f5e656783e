package org.sarhad.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.sarhad.tlog.testing.Seeded;

class BytesTest {
  @Test
  void whatGoesInIsCopied() {
    var array = new byte[] {1, 2, 3};
    var bytes = Bytes.of(array);
    array[0] = 9;
    bytes.toArray()[1] = 9;
    assertThat(bytes).isEqualTo(Bytes.of((byte) 1, (byte) 2, (byte) 3));
    assertThat(bytes.asByteBuffer().isReadOnly()).isTrue();
  }

  @Test
  void aSliceIsAValueLikeAnyOther() {
    Seeded.check(
        500,
        random -> {
          var array = new byte[random.nextInt(40)];
          random.nextBytes(array);
          int from = random.nextInt(array.length + 1);
          int to = from + random.nextInt(array.length - from + 1);
          var slice = Bytes.of(array).slice(from, to);
          var copy = Bytes.of(array, from, to);
          assertThat(slice).isEqualTo(copy).hasSameHashCodeAs(copy).isEqualByComparingTo(copy);
          assertThat(slice.hex()).isEqualTo(HexFormat.of().formatHex(array, from, to));
          assertThat(slice.base64()).isEqualTo(Base64.getEncoder().encodeToString(copy.toArray()));
          assertThat(Bytes.parseHex(slice.hex())).contains(copy);
          assertThat(Bytes.parseBase64(slice.base64())).contains(copy);
          assertThat(Bytes.of(slice.asByteBuffer())).isEqualTo(copy);
          assertThat(
                  Bytes.concat(Bytes.of(array, 0, from), slice, Bytes.of(array, to, array.length)))
              .isEqualTo(Bytes.of(array));
          var out = new ByteArrayOutputStream();
          slice.writeTo(out);
          assertThat(out.toByteArray()).isEqualTo(copy.toArray());
          var buffer = ByteBuffer.allocate(slice.size());
          slice.putInto(buffer);
          assertThat(buffer.array()).isEqualTo(copy.toArray());
        });
  }

  @Test
  void base64AndHexHaveOneSpelling() {
    for (var text :
        new String[] {
          "A", "AA", "AAA", "AA==\n", "AB==", "AAB=", "A===", "====", "AA=A", " AA=="
        }) {
      assertThat(Bytes.parseBase64(text)).as(text).isEmpty();
    }
    for (var text : new String[] {"0", "0G", "AB", "0x00", " 00"}) {
      assertThat(Bytes.parseHex(text)).as(text).isEmpty();
    }
    // The last bits are looked at in a long text too, and the first ones are not forgotten.
    for (var text :
        new String[] {"AAAA".repeat(9) + "AB==", "AAAA".repeat(9) + "AAB=", "AA==AAAA"}) {
      assertThat(Bytes.parseBase64(text)).as(text).isEmpty();
    }
    assertThat(Bytes.parseBase64("")).contains(Bytes.EMPTY);
  }

  @Test
  void textIsUtf8AndNothingElse() {
    // The replacement character is text like any other, though decoders put it where there is none.
    for (var text : new String[] {"", "سرحد", "a\uFFFDb", "\uD83D\uDE00", "x\uD83D\uDE00"}) {
      assertThat(Bytes.ofUtf8(text).utf8()).isEqualTo(text);
    }
    // An overlong slash, half a surrogate pair, a byte too few, no start of anything.
    for (var hex : new String[] {"c0af", "eda080", "e280", "ff", "efbfbdff"}) {
      assertThat(Bytes.parseHex(hex).orElseThrow().findUtf8()).as(hex).isEmpty();
    }
    for (var half :
        new String[] {"\ud800", "a\udc00", "\ud800\ud800\udc00", "\ud83d\ude00\ude00"}) {
      assertThatThrownBy(() -> Bytes.ofUtf8(half)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Bytes.of((byte) 0xff).utf8()).isInstanceOf(BugException.class);
  }

  @Test
  void orderIsByUnsignedBytes() {
    assertThat(Bytes.of((byte) 0x7f)).isLessThan(Bytes.of((byte) 0x80));
    assertThat(Bytes.of((byte) 1)).isLessThan(Bytes.of((byte) 1, (byte) 0));
    assertThat(Bytes.EMPTY).isLessThan(Bytes.of((byte) 0));
  }

  @Test
  void searching() {
    var bytes = Bytes.ofUtf8("a\nb\n");
    assertThat(bytes.indexOf((byte) '\n', 0)).isEqualTo(1);
    assertThat(bytes.indexOf((byte) '\n', 2)).isEqualTo(3);
    assertThat(bytes.indexOf((byte) 'x', 0)).isEqualTo(-1);
    assertThat(bytes.indexOf((byte) 'a', 99)).isEqualTo(-1);
    assertThat(bytes.startsWith(Bytes.ofUtf8("a\n"))).isTrue();
    assertThat(bytes.startsWith(Bytes.ofUtf8("a\nb\nc"))).isFalse();
    assertThat(bytes).hasToString("Bytes[4: 610a620a]");
  }

  @Test
  void outsideIsOutside() {
    var bytes = Bytes.of((byte) 1, (byte) 2, (byte) 3).slice(1, 2);
    assertThatThrownBy(() -> bytes.at(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> bytes.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> bytes.slice(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> bytes.slice(1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
