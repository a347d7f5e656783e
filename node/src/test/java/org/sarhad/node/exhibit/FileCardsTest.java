package org.sarhad.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.node.testing.Mutated;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// What lies beside the bytes of files says exactly one thing, or is refused.
class FileCardsTest {
  private static final Instant WHEN = Instant.parse("2019-04-22T08:00:00.123Z");
  private static final Hash SHA256 = Merkle.sha256(Bytes.ofUtf8("a file"));

  private static PartCard part(PartCard.Outcome outcome) {
    return new PartCard(
        WHEN,
        "pk",
        Optional.of(Fixtures.PK),
        Fixtures.MEDIA,
        9_000_000,
        4 << 20,
        Optional.of(SHA256),
        outcome);
  }

  private static HeldCard held() {
    return new HeldCard(
        WHEN,
        "clerk",
        Optional.empty(),
        Fixtures.MEDIA,
        5 << 20,
        4 << 20,
        List.of(SHA256, SHA256),
        new TreeSet<>(List.of(Fixtures.entry(Fixtures.IR, 4), Fixtures.entry(Fixtures.PK, 7))),
        false);
  }

  @Test
  void cardsReadBack() throws Exception {
    for (var outcome :
        List.of(
            new PartCard.Outcome.Gathering(),
            new PartCard.Outcome.Done(SHA256),
            new PartCard.Outcome.Contradicted(SHA256))) {
      assertThat(PartCard.parse(part(outcome).bytes())).isEqualTo(part(outcome));
    }
    assertThat(HeldCard.parse(held().bytes())).isEqualTo(held());
    assertThat(HeldCard.parse(held().erased().bytes()).isErased()).isTrue();
  }

  @Test
  void whateverLiesThereIsACardOfAPartOrIsRefusedAsNone() throws Exception {
    var refused = new AtomicInteger();
    Mutated.each(
        part(new PartCard.Outcome.Done(SHA256)).bytes().toArray(),
        5_000,
        damaged -> {
          try {
            assertThat(PartCard.parse(Bytes.of(damaged)).bytes()).isEqualTo(Bytes.of(damaged));
          } catch (MalformedJsonException _) {
            refused.incrementAndGet();
          }
        });
    assertThat(refused).hasValueGreaterThan(2_500);
  }

  @Test
  void whateverLiesThereIsACardOfAFileOrIsRefusedAsNone() throws Exception {
    var refused = new AtomicInteger();
    Mutated.each(
        held().bytes().toArray(),
        5_000,
        damaged -> {
          try {
            assertThat(HeldCard.parse(Bytes.of(damaged)).bytes()).isEqualTo(Bytes.of(damaged));
          } catch (MalformedJsonException _) {
            refused.incrementAndGet();
          }
        });
    assertThat(refused).hasValueGreaterThan(2_500);
  }

  @Test
  void namesOfWrongChunksReadBackAndNothingElseIsOne() throws Exception {
    var chunk = new WrongChunk(SHA256, 17, Fixtures.PK, Merkle.sha256(Bytes.EMPTY), WHEN);
    assertThat(WrongChunk.parse(chunk.name())).contains(chunk);
    Mutated.each(
        Bytes.ofUtf8(chunk.name()).toArray(),
        5_000,
        damaged -> {
          var name = Bytes.of(damaged).findUtf8();
          name.flatMap(WrongChunk::parse)
              .ifPresent(read -> assertThat(WrongChunk.parse(read.name())).contains(read));
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "video", "VIDEO/mp4", "text/html; charset=utf-8", "a/b\r\nX: y", "/x"})
  void whatIsNoMediaTypeIsNotTaken(String media) {
    assertThat(PartCard.isMedia(media)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PartCard(
                    WHEN,
                    "clerk",
                    Optional.empty(),
                    media,
                    1,
                    1,
                    Optional.empty(),
                    new PartCard.Outcome.Gathering()));
  }
}
