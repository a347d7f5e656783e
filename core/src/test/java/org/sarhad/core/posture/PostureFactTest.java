package org.sarhad.core.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.geo.Place;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.testing.FactFuzz;
import org.sarhad.core.testing.Seeded;
import org.sarhad.tlog.Bytes;

/// The bodies of facts about posture, to the letter (protocol clause 15-2).
class PostureFactTest {
  static Stream<PostureFact> facts() {
    EntryId theirs = EntryId.parse("pk.sarhad.example/joint#7");
    return Stream.of(
        Plans.plan(),
        Plans.summary(),
        Plans.plan().summary(),
        Plans.offer(),
        Plans.offer(theirs),
        new PostureFact.Accepted(theirs));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void whatIsWrittenIsRead(PostureFact fact) throws Exception {
    Json.Obj body =
        Json.parseCanonicalObject(fact.toJson().canonical(), JsonLimits.ofBytes(100_000));

    assertThat(PostureFact.fromJson(fact.kind(), body)).isEqualTo(fact);
  }

  @Test
  void thereIsASampleOfEveryKind() {
    Set<PostureFactKind> met = EnumSet.noneOf(PostureFactKind.class);
    facts().forEach(fact -> met.add(fact.kind()));

    assertThat(met).containsExactly(PostureFactKind.values());
  }

  @ParameterizedTest
  @EnumSource
  void aKindIsFoundByItsWord(PostureFactKind kind) {
    assertThat(PostureFactKind.find(kind.kind())).contains(kind);
    assertThat(PostureFactKind.find(Kind.of("posture.revealed"))).isEmpty();
    assertThat(kind.kind().application()).isEqualTo(PostureFactKind.APPLICATION);
  }

  @Test
  void aSummaryAsItStandsInTheRecord() {
    assertThat(Plans.plan().summary().toJson().toString())
        .isEqualTo(
            "{\"sectors\":[{\"sector\":\"centre\",\"share_permille\":0,\"units\":0},"
                + "{\"sector\":\"north\",\"share_permille\":650,\"units\":2},"
                + "{\"sector\":\"south\",\"share_permille\":1000,\"units\":1}],"
                + "\"within_min\":60}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"within_min\":60` | `\"within_min\":0`",
        "`\"within_min\":60` | `\"within_min\":1441`",
        "`\"units\":2` | `\"units\":501`",
        "`\"units\":2` | `\"units\":-1`",
        "`\"units\":2` | `\"units\":0`",
        "`650` | `649`",
        "`650` | `1050`",
        "`\"centre\"` | `\"north\"`",
        "`\"centre\"` | `\"zenith\"`",
        "`\"centre\"` | `\"Mirjaveh gate\"`"
      })
  void whatIsNotQuiteASummaryIsRefused(String right, String wrong) {
    assertNoSummary(right, wrong);
  }

  /// Whoever tries to say in a summary where somebody stands.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"lat\":29014800,\"lon\":61449600,",
        "\"at\":[29014800,61449600],",
        "\"posts\":[{\"label\":\"post 12\",\"lat\":29014800,\"lon\":61449600,\"radius_m\":0}],",
        "\"label\":\"post 12\",",
        "\"ring\":[0,0,0,1,1,1],",
        "\"remark\":\"29.0148, 61.4496\",",
        "\"candidates\":12,",
        "\"value\":29014800,"
      })
  void aSummaryHasNoMemberForAPlace(String smuggled) {
    assertNoSummary("\"within_min\"", smuggled + "\"within_min\"");
    assertNoSummary("\"units\":2", smuggled + "\"units\":2");
    assertNoSummary("\"sector\":\"north\"", smuggled + "\"sector\":\"north\"");
  }

  @Test
  void anOfferAsItStandsInTheRecord() {
    assertThat(Plans.offer().toJson().toString())
        .isEqualTo(
            "{\"depth_m\":10000,\"handover_min\":15,\"sectors\":["
                + "{\"across\":2,\"home\":3,\"sector\":\"centre\",\"sure\":1},"
                + "{\"across\":0,\"home\":0,\"sector\":\"north\",\"sure\":0},"
                + "{\"across\":5,\"home\":1,\"sector\":\"south\",\"sure\":2}],"
                + "\"within_min\":60}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"within_min\":60` | `\"within_min\":0`",
        "`\"handover_min\":15` | `\"handover_min\":1441`",
        "`\"depth_m\":10000` | `\"depth_m\":0`",
        "`\"depth_m\":10000` | `\"depth_m\":50001`",
        "`\"depth_m\":10000,` | ``",
        "`\"across\":2` | `\"across\":1`",
        "`\"across\":5` | `\"across\":1001`",
        "`\"home\":3` | `\"home\":-1`",
        "`\"home\":3` | `\"home\":1001`",
        "`\"sure\":2` | `\"sure\":3`",
        "`\"centre\"` | `\"zenith\"`",
        "`\"centre\"` | `\"post 12\"`",
        "`\"home\":3` | `\"home\":3,\"lat\":29014800`",
        "`\"within_min\"` | `\"units\":[1,0,1],\"within_min\"`"
      })
  void whatIsNotQuiteAnOfferIsRefused(String right, String wrong) {
    String text = Plans.offer().toJson().toString();
    assertThat(text).contains(right);
    assertNo(PostureFactKind.OFFER, text.replace(right, wrong));
  }

  private static void assertNoSummary(String right, String wrong) {
    String text = Plans.plan().summary().toJson().toString();
    assertThat(text).contains(right);
    assertNo(PostureFactKind.SUMMARY, text.replace(right, wrong));
  }

  private static void assertNo(PostureFactKind kind, String body) {
    assertThatThrownBy(
            () ->
                PostureFact.fromJson(
                    kind,
                    Json.parseCanonicalObject(Bytes.ofUtf8(body), JsonLimits.ofBytes(100_000))))
        .isInstanceOf(MalformedJsonException.class);
  }

  /// Whatever is planned, the summary holds no number that a position of it could be read from: two
  /// plans of the same coverage have the same summary, to the byte.
  @Test
  void aSummaryTellsNothingOfWhereThePostsAre() {
    Seeded.check(
        200,
        random -> {
          List<Place> posts =
              IntStream.range(0, 1 + random.nextInt(6))
                  .mapToObj(
                      i ->
                          Plans.post(
                              "post " + i, 25 + random.nextDouble() * 5, 60 + random.nextDouble()))
                  .toList();
          PostureFact.Summary summary = Plans.plan(posts).summary();

          assertThat(summary).isEqualTo(Plans.plan().summary());
          for (Place post : posts) {
            assertThat(summary.toJson().toString())
                .doesNotContain(
                    post.label(),
                    Integer.toString(post.position().orElseThrow().latitudeMicro()),
                    Integer.toString(post.position().orElseThrow().longitudeMicro()));
          }
        });
  }

  @Test
  void whatIsOutOfRangeIsRefused() {
    assertThatThrownBy(() -> Plans.plan(List.of())).hasMessageContaining("0 in posts");
    assertThatThrownBy(() -> Plans.plan(List.of(Place.named("Mirjaveh"))))
        .hasMessageContaining("without a position");
    assertThatThrownBy(() -> new PostureFact.Summary(Plans.plan().coverage()))
        .hasMessageContaining("50 permille");
    assertThatThrownBy(() -> new Coverage(60, List.of())).hasMessageContaining("0 in sectors");
    assertThatThrownBy(() -> new SectorCoverage("north", 0, 50))
        .hasMessageContaining("reached by nobody");
    assertThatThrownBy(
            () ->
                new PostureFact.Planned(
                    Optional.empty(),
                    Plans.plan().posts(),
                    1,
                    0,
                    Plans.plan().coverage(),
                    new Certificate(3, 2),
                    9))
        .hasMessageContaining("worth 3");
    assertThatThrownBy(
            () ->
                new PostureFact.Planned(
                    Optional.empty(),
                    Plans.plan().posts(),
                    0,
                    0,
                    Plans.plan().coverage(),
                    new Certificate(2, 3),
                    9))
        .hasMessageContaining("0 candidates");
  }

  @Test
  void damagedBodiesAreRefusedOrMeanWhatTheySay() {
    FactFuzz.assertReadsBackAlike(
        6_000,
        facts().toList(),
        PostureFact::toJson,
        (original, body) -> PostureFact.fromJson(original.kind(), body));
  }

  @Test
  void piecesOfTheLineAreNamedByWhereTheyBegin() {
    assertThat(LinePieces.at(0)).isEqualTo("km_0000");
    assertThat(LinePieces.at(19_999)).isEqualTo("km_0000");
    assertThat(LinePieces.at(20_000)).isEqualTo("km_0020");
    assertThat(LinePieces.at(817_400)).isEqualTo("km_0800");
    assertThat(LinePieces.areAll(List.of("km_0000", "km_0020"))).isTrue();
    assertThat(LinePieces.areAll(List.of("km_0020"))).isFalse();
    assertThat(LinePieces.areAll(List.of("km_0000", "km_0040"))).isFalse();
  }
}
