package org.sarhad.node.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.record.SideKeys;
import org.sarhad.node.testing.Mutated;
import org.sarhad.node.testing.Scribe;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// What a node says of itself before anybody believes it.
class HelloTest {
  private static final Scribe IR = Scribe.begun("ir").say(2);
  private static final PairingCard CARD =
      new PairingCard(
          new SideKeys(
              PartyId.of("ir"),
              IR.log(),
              IR.node().verifierKey(),
              List.of(IR.heads().verifierKey()),
              List.of(IR.mirrorKey())),
          Merkle.sha256(Bytes.ofUtf8("a certificate")),
          "127.0.0.1:7111");

  @Test
  void aGreetingReadsBack() throws Exception {
    var hello = hello();
    assertThat(Hello.parse(hello.bytes())).isEqualTo(hello);
    assertThat(Hello.parseCard(Hello.cardBytes(CARD))).isEqualTo(CARD);
  }

  @Test
  void whateverComesIsAGreetingOrIsRefusedAsNone() throws Exception {
    var refused = new AtomicInteger();
    Mutated.each(
        hello().bytes().toArray(),
        5_000,
        damaged -> {
          try {
            assertThat(Hello.parse(Bytes.of(damaged)).bytes()).isEqualTo(Bytes.of(damaged));
          } catch (MalformedHelloException _) {
            refused.incrementAndGet();
          }
        });
    assertThat(refused).hasPositiveValue();
  }

  @Test
  void whateverComesIsACardOrIsRefusedAsNone() throws Exception {
    var refused = new AtomicInteger();
    Mutated.each(
        Hello.cardBytes(CARD).toArray(),
        5_000,
        damaged -> {
          try {
            var card = Hello.parseCard(Bytes.of(damaged));
            assertThat(Hello.cardBytes(card)).isEqualTo(Bytes.of(damaged));
          } catch (MalformedHelloException _) {
            refused.incrementAndGet();
          }
        });
    assertThat(refused).hasPositiveValue();
  }

  private static Hello hello() throws Exception {
    var standing =
        new Hello.Standing(
            Optional.of(IR.head(3)), Optional.of(IR.head(2)), Optional.empty(), 7, false);
    return new Hello(CARD, Instant.ofEpochSecond(Scribe.SIGNED_AT), Optional.of(standing));
  }
}
