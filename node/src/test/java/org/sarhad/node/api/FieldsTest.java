package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.node.testing.Mutated;

/// Bodies of requests, whoever sent them.
class FieldsTest {
  private static final String GOOD =
      """
      {"codeWord":"TUFAN","what":"دود در کوه","where":{"label":"Post 42","position":{"lat":26.2381,
       "lon":61.9},"radiusM":500},"when":"2019-04-22T08:00:00Z","exercise":false,"roles":["admin"]}
      """;

  @Test
  void whateverComesIsAnObjectOrARefusalWithASentence() throws Exception {
    var refused = new AtomicInteger();
    Mutated.each(
        GOOD.getBytes(StandardCharsets.UTF_8),
        10_000,
        damaged -> {
          try {
            var fields = Fields.read(damaged);
            fields.text("what", 1, 200);
            fields.optionalText("codeWord", 20);
            fields.finish();
          } catch (MalformedRequestException e) {
            assertThat(e.problem().detail()).isNotEmpty();
            refused.incrementAndGet();
          }
        });
    assertThat(refused).hasPositiveValue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "nonsense",
        "{\"a\":1",
        "{\"a\":1}{\"a\":1}",
        "{\"a\":1,\"a\":2}",
        "{'a':1}",
        "{\"a\":NaN}",
        "{\"a\":1} //"
      })
  void whatIsNoJsonObjectIsRefused(String body) {
    assertThatThrownBy(() -> Fields.read(body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedRequestException.class);
  }

  @Test
  void depthAndLengthHaveAnEnd() {
    assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(5_000)))
        .isInstanceOf(MalformedRequestException.class);
    assertThatThrownBy(() -> read("{\"a\":\"" + "x".repeat(70_000) + "\"}"))
        .isInstanceOf(MalformedRequestException.class);
    assertThatThrownBy(() -> read("{\"a\":" + "9".repeat(1_000) + "}"))
        .isInstanceOf(MalformedRequestException.class);
  }

  private static Fields read(String body) throws Exception {
    return Fields.read(body.getBytes(StandardCharsets.UTF_8));
  }
}
