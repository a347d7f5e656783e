package org.sarhad.node.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sarhad.node.testing.HandClock;
import org.sarhad.tlog.Bytes;

class AnsweredTest {
  private static final Bytes REQUEST = Bytes.ofUtf8("POST /a {}");
  private static final Answered.Answer ANSWER =
      new Answered.Answer(201, "application/json", Bytes.ofUtf8("{}"));

  private final HandClock clock = new HandClock();
  private final Answered answered = new Answered(clock);

  @Test
  void theSameRequestGetsTheSameAnswer() {
    assertThat(answered.find("watch", "key-0001", REQUEST)).isEqualTo(new Answered.Known.Nothing());
    answered.keep("watch", "key-0001", REQUEST, ANSWER);

    assertThat(answered.find("watch", "key-0001", REQUEST))
        .isEqualTo(new Answered.Known.Before(ANSWER));
  }

  @Test
  void anotherRequestUnderTheSameKeyIsReuse() {
    answered.keep("watch", "key-0001", REQUEST, ANSWER);

    assertThat(answered.find("watch", "key-0001", Bytes.ofUtf8("POST /b {}")))
        .isEqualTo(new Answered.Known.Reused());
  }

  @Test
  void keysOfDifferentAccountsAreDifferent() {
    answered.keep("watch", "key-0001", REQUEST, ANSWER);

    assertThat(answered.find("chief", "key-0001", REQUEST)).isEqualTo(new Answered.Known.Nothing());
  }

  @Test
  void answersAreForgottenAfterADay() {
    answered.keep("watch", "key-0001", REQUEST, ANSWER);

    clock.pass(Answered.KEPT);
    assertThat(answered.find("watch", "key-0001", REQUEST))
        .isEqualTo(new Answered.Known.Before(ANSWER));
    clock.pass(Duration.ofMillis(1));
    assertThat(answered.find("watch", "key-0001", REQUEST)).isEqualTo(new Answered.Known.Nothing());
  }

  @Test
  void whatIsKeptAgainIsAsNewAsWhatCameLast() {
    answered.keep("watch", "key-0001", REQUEST, ANSWER);
    answered.keep("watch", "key-0002", REQUEST, ANSWER);
    clock.pass(Answered.KEPT);
    answered.keep("watch", "key-0001", REQUEST, ANSWER);
    clock.pass(Duration.ofMillis(1));

    assertThat(answered.find("watch", "key-0001", REQUEST))
        .isEqualTo(new Answered.Known.Before(ANSWER));
    assertThat(answered.find("watch", "key-0002", REQUEST)).isEqualTo(new Answered.Known.Nothing());
  }

  @Test
  void memoryIsBounded() {
    for (int i = 0; i < 20_001; i++) {
      answered.keep("watch", "key-" + i, REQUEST, ANSWER);
    }

    assertThat(answered.find("watch", "key-0", REQUEST)).isEqualTo(new Answered.Known.Nothing());
    assertThat(answered.find("watch", "key-20000", REQUEST))
        .isEqualTo(new Answered.Known.Before(ANSWER));
  }
}
