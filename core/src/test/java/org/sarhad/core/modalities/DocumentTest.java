package org.sarhad.core.modalities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.testing.FactFuzz;
import org.sarhad.core.testing.Sides;
import org.sarhad.tlog.Bytes;

/// Documents and their one spelling: protocol clause 08-2.
class DocumentTest {
  private static final Document FULL =
      Docs.document(
          2,
          Optional.of(Sides.EIGHT),
          List.of(
              Docs.plain("1", "Purpose"),
              Docs.binding("2", ClockSettings.TELL_PEER.to(Duration.ofMinutes(30))),
              Docs.binding("2.1", ZoneSettings.RUN_CARDS.to(AgreedCards.INITIAL)),
              Docs.binding("2.2", RedLines.HOST_MAY_STOP.to(true)),
              Docs.binding("3", Docs.unknown())));

  /// `{words}` stands for words in both languages.
  private static final String CLAUSE =
      """
      {"number":"1","text":{words}}""";

  @Test
  void whatIsWrittenIsRead() throws Exception {
    Json.Obj terms =
        Json.parseCanonicalObject(FULL.toJson().canonical(), JsonLimits.ofBytes(100_000));

    assertThat(Document.fromJson(terms)).isEqualTo(FULL);
    assertThat(Document.flaw(terms)).isEmpty();
  }

  @Test
  void aSettingIsReadAndTheRestHasItsInitialValue() {
    Settings settings = FULL.settings();

    assertThat(settings.get(ClockSettings.TELL_PEER)).isEqualTo(Duration.ofMinutes(30));
    assertThat(settings.get(ClockSettings.ACKNOWLEDGE)).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.find(ZoneSettings.SECTORS)).isEmpty();
  }

  /// 08-3.4: barter's settings can come without breaking what was signed before.
  @Test
  void anUnknownKeyIsKeptAndShownAndObeyedByNobody() throws Exception {
    assertThat(FULL.unknown()).containsExactly(Docs.unknown());
    assertThat(FULL.settings().values().containsKey("barter.swing_limit")).isFalse();
    assertThat(Document.fromJson(FULL.toJson()).unknown()).containsExactly(Docs.unknown());
  }

  /// 08-3.4: a setting of a later catalogue is none for a document of an earlier one.
  @Test
  void aKeyOfALaterCatalogueIsUnknown() {
    assertThat(Catalogue.find("clock.tell_peer", 1)).isPresent();
    assertThat(Catalogue.find("clock.tell_peer", 0)).isEmpty();
    assertThat(Catalogue.find("barter.swing_limit", Catalogue.NEWEST)).isEmpty();
  }

  @Test
  void aClauseIsFoundByItsNumber() {
    assertThat(FULL.find(ClauseNumber.parse("2.2")).orElseThrow().binding())
        .contains(new Binding("red_line.host_may_stop", Optional.empty(), Json.of(true)));
    assertThat(FULL.find(ClauseNumber.parse("2.3"))).isEmpty();
  }

  @Test
  void anOverdueReviewIsSeen() {
    assertThat(FULL.isReviewOverdue(FULL.reviewBy())).isFalse();
    assertThat(FULL.isReviewOverdue(FULL.reviewBy().plusMillis(1))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          catalogue                | 0                                    | member "catalogue": found "0"
          catalogue                | 2                                    | modalities: found "catalogue 2; this program knows 1 to 1"
          number                   | 0                                    | member "number": found "0"
          languages                | ["en"]                               | modalities: found "languages [en]; expected 2
          languages                | ["fa","en"]                          | modalities: found "languages [fa, en]
          languages                | ["en","en"]                          | modalities: found "languages [en, en]
          languages                | ["en","F"]                           | modalities: found "languages [en, F]
          languages                | ["en","fa","ur"]                     | modalities: found "title in [en, fa]; the document is in [en, fa, ur]
          title                    | {"en":"x"}                           | modalities: found "title in [en]
          title                    | {"en":"","fa":"x"}                   | modalities: found "title in \\"en\\" has nothing
          review_by                | "2019-04-22T08:00:00.123Z"           | modalities: found "review by 2019-04-22T08:00:00.123Z, before it is in force
          review_by                | "soon"                               | member "review_by": found "soon"
          in_force_from            | "2019-04-22T08:00:00Z"               | member "in_force_from": found
          clauses                  | []                                   | modalities: found "0 clauses
          clauses                  | [{clause},{clause}]                  | modalities: found "clause 1 does not ascend
          clauses                  | [{"number":"1"}]                     | modalities: found "clause 1 says nothing to people
          clauses                  | [{"number":"1.0","text":{words}}]    | member "number": found "1.0"
          clauses                  | [{"number":"1","text":{"en":"x"}}]   | modalities: found "text of clause 1 in [en]
          clauses                  | [{"heading":{"en":"x"},"number":"1","text":{words}}] | modalities: found "heading of clause 1 in [en]
          clauses                  | [{"more":1,"number":"1","text":{words}}] | a member of an object: found "more"
          clauses                  | [{"number":"1","text":{"en":"{value}","fa":"x"}}] | modalities: found "clause 1 has a place for a value
          clauses                  | [{"bind":{"key":"a","value":1},"heading":{words},"number":"1"}] | modalities: found "clause 1 says nothing to people
          clauses                  | [{"bind":{"key":"A","value":1},"number":"1","text":{words}}] | modalities: found "\\"A\\" is not the key
          clauses                  | [{"bind":{"key":"a","unit":"KM","value":1},"number":"1","text":{words}}] | modalities: found "\\"KM\\" is not a unit
          clauses                  | [{"bind":{"key":"a"},"number":"1","text":{words}}] | member "value": found "nothing"
          more                     | 1                                    | modalities: found
          """)
  void whatIsNoDocumentIsRefused(String member, String value, String message) throws Exception {
    Json.Obj terms = with(member, value);

    assertThatThrownBy(() -> Document.fromJson(terms))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageStartingWith(message);
    assertThat(Document.flaw(terms).orElseThrow()).startsWith(message);
  }

  /// The full document with another value of one member.
  private static Json.Obj with(String member, String value) throws MalformedJsonException {
    String words = "{\"en\":\"x\",\"fa\":\"x\"}";
    String filled = value.replace("{clause}", CLAUSE).replace("{words}", words);
    Json other = Json.parse(Bytes.ofUtf8(filled), JsonLimits.ofBytes(10_000));
    Json.Obj rest = FULL.toJson().without(member);
    var json = Json.obj().put(member, other);
    for (String name : rest.names()) {
      json.put(name, rest.get(name));
    }
    return json.build();
  }

  @Test
  void aSettingIsBoundOnce() {
    Binding binding = ClockSettings.SITREP.to(Duration.ofMinutes(45));

    assertThatThrownBy(() -> Docs.version(1, binding, binding))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clause 3: found \"clock.sitrep\"");
    assertThatThrownBy(() -> Docs.version(1, Docs.unknown(), Docs.unknown()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("barter.swing_limit");
  }

  @Test
  void aDocumentHasLimits() {
    List<Clause> many =
        IntStream.rangeClosed(1, 401).mapToObj(i -> Docs.plain("" + i, "Text " + i)).toList();

    assertThatThrownBy(() -> Docs.document(1, Optional.empty(), many))
        .hasMessageContaining("401 clauses");
    assertThatThrownBy(() -> Docs.version(1, Instant.MAX)).hasMessageContaining("milliseconds");
    assertThatThrownBy(
            () ->
                new Document(
                    1,
                    1,
                    List.of("en", "fa"),
                    words(201),
                    many.subList(0, 1),
                    Optional.empty(),
                    Docs.REVIEW))
        .hasMessageContaining("201 characters");
  }

  private static Wording words(int length) {
    return Docs.words("x".repeat(length), "x");
  }

  @Test
  void wordsAreFoundByTheirLanguage() {
    Wording words = Docs.words("line", "خط");

    assertThat(words.in("fa")).isEqualTo("خط");
    assertThat(words.languages()).containsExactly("en", "fa");
    assertThat(new Wording(PersistentMap.empty()).languages()).isEmpty();
  }

  /// I3 and I13: terms are read from their one spelling or refused with the one exception.
  @Test
  void mutatedDocumentsAreRefusedOrWrittenBackAlike() {
    FactFuzz.assertReadsBackAlike(
        3_000,
        List.of(FULL, Docs.version(1), Docs.version(7, Samples.everySetting())),
        Document::toJson,
        (_, json) -> Document.fromJson(json));
  }
}
