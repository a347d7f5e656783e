package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.response.Samples.IR;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.testing.Seeded;
import org.sarhad.tlog.Bytes;

/// docs/domain/response.md §2: what is written is what is read, and nothing else is.
class FactCodecTest {
  private static final JsonLimits LIMITS = JsonLimits.ofBytes(1 << 20);

  @ParameterizedTest
  @EnumSource
  void everyKindComesBackAsItWent(FactKind kind) throws MalformedJsonException {
    ResponseFact fact = sample(kind);

    Bytes signed = fact.toJson().canonical();
    ResponseFact back = ResponseFact.parse(kind.code(), Json.parseCanonicalObject(signed, LIMITS));

    assertThat(back).isEqualTo(fact);
    assertThat(back.kind()).isEqualTo(kind);
    assertThat(back.toJson().canonical()).isEqualTo(signed);
  }

  @ParameterizedTest
  @EnumSource
  void aMemberTooManyOrTooFewIsRefused(FactKind kind) throws MalformedJsonException {
    Json.Obj body = sample(kind).toJson();

    var more = Json.obj().put("surplus", 1);
    for (String name : body.names()) {
      more.put(name, body.get(name));
      Json.Obj less = body.without(name);
      if (isOptional(name)) {
        continue;
      }
      assertThatThrownBy(() -> ResponseFact.parse(kind.code(), less))
          .as("%s without %s", kind, name)
          .isInstanceOf(MalformedJsonException.class);
    }
    assertThatThrownBy(() -> ResponseFact.parse(kind.code(), more.build()))
        .isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void anExtensionAndAFinalFigureAreNoneWithoutThem() {
    Json.Obj asked = sample(FactKind.ASSISTANCE_EXTENSION_ASKED).toJson().without("until");
    Json.Obj figure = sample(FactKind.ASSISTANCE_COST_STATED).toJson();
    Json.Obj bare =
        figure.without("cost").names().stream()
            .reduce(
                Json.obj()
                    .put(
                        "cost",
                        NounWriter.cost(new CostLine(Words.NONE, IR, "IRR", Optional.empty()))),
                (json, name) -> json.put(name, figure.find(name).orElseThrow()),
                (one, _) -> one)
            .build();

    for (Json.Obj body : List.of(figure.without("cost"), bare)) {
      assertThatThrownBy(() -> ResponseFact.parse("response.assistance_cost_stated", body))
          .isInstanceOf(MalformedJsonException.class);
    }
    assertThatThrownBy(() -> ResponseFact.parse("response.assistance_extension_asked", asked))
        .isInstanceOf(MalformedJsonException.class);
  }

  /// Members that came later may be absent, so that what was written before them is read as it was.
  @ParameterizedTest
  @EnumSource
  void howFarTheMeansAreIsReadToo(Deployment status) throws MalformedJsonException {
    AssistanceFact.Said said =
        new AssistanceFact.Said(
            new AssistanceId(IR, 2),
            Samples.incident(IR, 1),
            AssistanceFact.Verb.DEPLOYMENT_STATUS,
            Words.en("As planned"),
            Optional.of(status));
    Json.Obj body = said.toJson();

    assertThat(ResponseFact.parse(said.kind().code(), body)).isEqualTo(said);
    assertThat(ResponseFact.parse(said.kind().code(), body.without("status")))
        .isEqualTo(
            new AssistanceFact.Said(said.assistance(), said.incident(), said.verb(), said.words()));
  }

  @Test
  void onlyAReportOnDeploymentHasAStatus() {
    Json.Obj body = sample(FactKind.ASSISTANCE_SAID).toJson().without("verb");
    var other = Json.obj().put("verb", "ask").put("status", "at_work");
    body.names().forEach(name -> other.put(name, body.find(name).orElseThrow()));

    assertThatThrownBy(() -> ResponseFact.parse("response.assistance_said", other.build()))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("AT_WORK");
  }

  @Test
  void anUnknownKindIsRefusedByName() {
    assertThatThrownBy(() -> ResponseFact.parse("response.telepathy", Json.obj().build()))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("response.telepathy");
  }

  @Test
  void aRefusalOfAConstructorBecomesTheOneException() {
    Json.Obj body =
        Json.obj()
            .put("unit", "U-PK-0")
            .put("reason", Json.obj().put("lang", "en").put("text", "gone").build())
            .build();

    assertThatThrownBy(() -> ResponseFact.parse("response.unit_retired", body))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("U-PK-0");
  }

  /// Whatever a peer sends in place of a value: the answer is a fact or the one exception, and a
  /// fact that is accepted writes exactly what was read.
  @Test
  void mutatedBodiesNeverSurprise() {
    List<FactKind> kinds = List.of(FactKind.values());
    Seeded.check(
        3_000,
        random -> {
          FactKind kind = kinds.get(random.nextInt(kinds.size()));
          Json.Obj mutated = (Json.Obj) mutate(random, sample(kind).toJson(), 0);
          FactKind claimed =
              random.nextInt(10) == 0 ? kinds.get(random.nextInt(kinds.size())) : kind;
          try {
            ResponseFact fact = ResponseFact.parse(claimed.code(), mutated);
            assertThat(fact.toJson()).isEqualTo(mutated);
          } catch (MalformedJsonException expected) {
            assertThat(expected.getMessage()).isNotBlank();
          }
        });
  }

  private static ResponseFact sample(FactKind kind) {
    return Optional.ofNullable(Samples.oneOfEach().get(kind)).orElseThrow();
  }

  private static boolean isOptional(String name) {
    // "until" and "cost" are not in every kind that has them; there another test is about them.
    return List.of("cost", "incident", "fix", "about", "to", "offer", "checklist", "until")
        .contains(name);
  }

  private static Json mutate(SplittableRandom random, Json value, int depth) {
    if (depth > 0 && random.nextInt(12) == 0) {
      return strange(random);
    }
    return switch (value) {
      case Json.Obj object -> {
        var copy = Json.obj();
        for (String name : object.names()) {
          if (random.nextInt(40) != 0) {
            copy.put(name, mutate(random, object.find(name).orElseThrow(), depth + 1));
          }
        }
        yield copy.build();
      }
      case Json.Arr array -> {
        var values = new ArrayList<Json>();
        for (Json item : array.values()) {
          for (int times = random.nextInt(3); times > 0; times--) {
            values.add(mutate(random, item, depth + 1));
          }
        }
        yield Json.arr(values.stream());
      }
      case Json.Str _, Json.Int _, Json.Bool _, Json.Null _ -> value;
    };
  }

  private static Json strange(SplittableRandom random) {
    List<Json> values =
        List.of(
            Json.of(""),
            Json.of("-1"),
            Json.of("INC-PK-999999"),
            Json.of("U-ZZ-1"),
            Json.of("مرز"),
            Json.of("x".repeat(5_000)),
            Json.of(-1),
            Json.of(Json.INTEGER_MAX),
            Json.of(true),
            Json.ofNull(),
            Json.arr(),
            Json.arr(Json.of(1)),
            Json.obj().build());
    return values.get(random.nextInt(values.size()));
  }
}
