package org.sarhad.node.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.node.testing.Mutated;
import org.sarhad.tlog.Bytes;

/// One stretch of a file of 1000 bytes, or none.
class ByteRangeTest {
  private static final long SIZE = 1_000;

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=0-499, 0, 500",
    "bytes=500-, 500, 1000",
    "bytes=-1, 999, 1000",
    "bytes=-5000, 0, 1000",
    "bytes=999-5000, 999, 1000",
    "bytes=0-999999999999999999, 0, 1000"
  })
  void aStretchIsCutAtTheEnd(String header, long from, long to) {
    assertThat(ByteRange.parse(header, SIZE)).contains(new ByteRange(from, to));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=-0",
        "bytes=5-4",
        "bytes=1000-",
        "bytes=1000-2000",
        "bytes=0-1,2-3",
        "bytes=0-,0-,0-",
        "bytes= 0-1",
        "Bytes=0-1",
        "lines=0-1",
        "bytes=+1-2",
        "bytes=0x1-2",
        "bytes=99999999999999999999-",
        "bytes=0-99999999999999999999",
        "bytes=--5"
      })
  void whatIsNoneIsNotThere(String header) {
    assertThat(ByteRange.parse(header, SIZE)).isEmpty();
  }

  @Test
  void whateverIsAskedForLiesWithinTheFile() throws Exception {
    Mutated.each(
        Bytes.ofUtf8("bytes=120-879").toArray(),
        20_000,
        damaged -> {
          var header = new String(damaged, java.nio.charset.StandardCharsets.ISO_8859_1);
          ByteRange.parse(header, SIZE)
              .ifPresent(
                  range -> {
                    assertThat(range.from()).isBetween(0L, SIZE - 1);
                    assertThat(range.to()).isBetween(range.from() + 1, SIZE);
                  });
        });
  }
}
