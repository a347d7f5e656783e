package org.sarhad.node.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.config.AccountConfig;
import org.sarhad.node.testing.CountedRandomness;
import org.sarhad.node.testing.HandClock;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Signatures;

class AnsweredTest {
  private static final Instant NOW = Instant.parse("2019-04-22T08:00:00Z");
  private static final Bytes REQUEST = Bytes.ofUtf8("POST /a {}");
  private static final Answered.Answer ANSWER =
      new Answered.Answer(201, "application/json", Bytes.ofUtf8("{}"));

  @TempDir Path directory;
  private Accounts accounts;
  private Answered answered;

  @BeforeEach
  void open() {
    accounts =
        Accounts.open(
            directory.resolve("accounts.db"),
            "ir.sarhad.example",
            new AccountConfig(
                Duration.ofMinutes(30),
                Duration.ofHours(13),
                8_192,
                1,
                5,
                20,
                Duration.ofMinutes(15)),
            new HandClock(),
            new CountedRandomness(1),
            Signatures.jdk());
    answered = accounts.answered();
  }

  @AfterEach
  void close() {
    accounts.close();
  }

  @Test
  void theSameRequestGetsTheSameAnswer() {
    assertThat(claim("key-0001", REQUEST, NOW)).isEqualTo(new Answered.Claim.Fresh());
    answered.keep("watch", "key-0001", ANSWER);

    assertThat(claim("key-0001", REQUEST, NOW)).isEqualTo(new Answered.Claim.Before(ANSWER));
  }

  @Test
  void anotherRequestUnderTheSameKeyIsReuse() {
    claim("key-0001", REQUEST, NOW);
    answered.keep("watch", "key-0001", ANSWER);

    assertThat(claim("key-0001", Bytes.ofUtf8("POST /b {}"), NOW))
        .isEqualTo(new Answered.Claim.Reused());
  }

  @Test
  void aKeyWhoseAnswerNobodySawIsUnknownAlsoAfterARestart() {
    claim("key-0001", REQUEST, NOW);

    accounts.close();
    open();

    assertThat(claim("key-0001", REQUEST, NOW)).isEqualTo(new Answered.Claim.Unknown());
    assertThat(answered.find("watch", "key-0001")).isEmpty();
  }

  @Test
  void aKeyGivenBackIsFreshAgain() {
    claim("key-0001", REQUEST, NOW);
    answered.giveBack("watch", "key-0001");

    assertThat(claim("key-0001", REQUEST, NOW)).isEqualTo(new Answered.Claim.Fresh());
  }

  @Test
  void keysOfDifferentAccountsAreDifferent() {
    claim("key-0001", REQUEST, NOW);

    assertThat(answered.claim("chief", "key-0001", REQUEST, NOW))
        .isEqualTo(new Answered.Claim.Fresh());
  }

  @Test
  void answersAreForgottenAfterADay() {
    claim("key-0001", REQUEST, NOW);
    answered.keep("watch", "key-0001", ANSWER);

    assertThat(claim("key-0001", REQUEST, NOW.plus(Answered.KEPT)))
        .isEqualTo(new Answered.Claim.Before(ANSWER));
    assertThat(claim("key-0001", REQUEST, NOW.plus(Answered.KEPT).plusMillis(1)))
        .isEqualTo(new Answered.Claim.Fresh());
  }

  private Answered.Claim claim(String key, Bytes request, Instant now) {
    return answered.claim("watch", key, request, now);
  }
}
