package org.sarhad.core.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.testing.Sides.EIGHT;
import static org.sarhad.core.testing.Sides.IR_LOG;
import static org.sarhad.core.testing.Sides.PK_LOG;
import static org.sarhad.core.testing.Sides.alert;
import static org.sarhad.core.testing.Sides.head;
import static org.sarhad.core.testing.Sides.says;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.party.ChannelId;
import org.sarhad.core.party.Origin;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// The line of an entry, protocol clause 02-2.
class EnvelopeTest {
  /// The example of the protocol's chapter, member by member.
  private static final String LINE =
      """
      {"ch":"sarhad.example/ir-pk",\
      "kind":"response.alert",\
      "log":"ir.sarhad.example/joint",\
      "payload":[{"media":"application/json","role":"body",\
      "sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","size":812}],\
      "ref":"مرز/7",\
      "release":"peer",\
      "seen":{"pk.sarhad.example/joint":{\
      "root":"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=","size":100000}},\
      "seq":4711,\
      "time":"2019-04-22T08:00:00.123Z",\
      "v":1}""";

  private static final Envelope EXAMPLE =
      alert(4711)
          .ref("مرز/7")
          .seen(Seen.of(PK_LOG, new SeenHead(100_000, Merkle.EMPTY_ROOT)))
          .payload(
              new PayloadRef("body", "application/json", Merkle.EMPTY_ROOT, 812, Optional.empty()))
          .envelope();

  @Test
  void theExampleOfTheProtocol() throws Exception {
    assertThat(EXAMPLE.line().utf8()).isEqualTo(LINE);
    assertThat(Envelope.parse(Bytes.ofUtf8(LINE))).isEqualTo(EXAMPLE);
  }

  @Test
  void whatIsAbsentHasOneSpelling() throws Exception {
    Envelope bare = alert(0).release(Release.OWN).envelope();

    assertThat(bare.line().utf8())
        .isEqualTo(
            """
            {"ch":"sarhad.example/ir-pk","kind":"response.alert","log":"ir.sarhad.example/joint",\
            "payload":[],"ref":"","release":"own","seen":{},"seq":0,\
            "time":"2019-04-22T08:00:00.123Z","v":1}""");
    assertThat(Envelope.parse(bare.line())).isEqualTo(bare);
    assertThat(bare.body()).isEmpty();
  }

  @Test
  void missingPayloadsAndPromisesAreNamed() throws Exception {
    List<Hash> lacks =
        IntStream.range(0, 5).mapToObj(i -> says("lost " + i).sha256()).sorted().toList();
    Envelope envelope =
        alert(1)
            .release(Release.SEALED)
            .seen(new Seen(PersistentMap.of(PK_LOG, head(7)), lacks))
            .payload(says("the dates").ref("body").sealedUntil(EIGHT))
            .envelope();

    assertThat(envelope.line().utf8())
        .contains("\"lacks\":[\"" + lacks.getFirst().hex() + "\",")
        .contains("\"reveal_by\":\"2019-04-22T08:00:00.123Z\"");
    assertThat(Envelope.parse(envelope.line())).isEqualTo(envelope);
    assertThat(envelope.body().orElseThrow().isSealed()).isTrue();
    assertThat(envelope.seen().sizeOf(PK_LOG)).isEqualTo(7);
    assertThat(envelope.seen().sizeOf(IR_LOG)).isZero();
  }

  @Test
  void anUnknownKindIsAKind() throws Exception {
    String unknown = LINE.replace("response.alert", "weather.report.v2");

    assertThat(Envelope.parse(Bytes.ofUtf8(unknown)).kind().application()).isEqualTo("weather");
    assertThat(Envelope.parse(Bytes.ofUtf8(unknown)).kind().fact()).isEqualTo("report.v2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "v":1                     | "v":2                      | envelope: member "v": found "2", expected an integer from 1 to 1
          ,"v":1                    | ``                         | envelope: member "v": found "nothing", expected a value
          ,"v":1                    | ,"v":1,"x":1               | envelope: a member of an object: found "x"
          "seq":4711                | "seq":-1                   | envelope: member "seq": found "-1"
          "seq":4711                | "seq":"4711"               | envelope: member "seq": found "4711"
          "ch":"sarhad              | "ch":"Sarhad               | envelope: member "ch": found "Sarhad.example/ir-pk"
          "log":"ir                 | "log":"0                   | envelope: member "log": found "0.sarhad.example/joint"
          response.alert            | alert                      | envelope: member "kind": found "alert"
          response.alert            | response.                  | envelope: member "kind": found "response."
          "peer"                    | "secret"                   | envelope: member "release": found "secret"
          "peer"                    | "sealed"                   | envelope: the members together: found "release level sealed
          "size":812                | "reveal_by":"2019-04-22T08:00:00.123Z","x":1 | envelope: JSON text at byte
          "size":812                | "size":1048577             | envelope: member "size": found "1048577"
          "size":812                | "size":812,"x":1           | envelope: a member of an object: found "x"
          "role":"body"             | "role":"Body"              | envelope: member "role": found "Body"
          "application/json"        | "application"              | envelope: member "media": found "application"
          "application/json"        | "text/plain; charset=utf-8" | envelope: member "media": found "text/plain; charset=utf-8"
          e3b0                      | E3B0                       | envelope: member "sha256": found "E3B0
          e3b0                      | 3b0                        | envelope: member "sha256": found "3b0
          47DE                      | 47D                        | envelope: member "root": found "47D
          "size":100000             | "size":0                   | envelope: member "size": found "0"
          "size":100000             | "size":100000,"x":1        | envelope: a member of an object: found "x"
          "seen":{"pk               | "seen":{"ir                | envelope: the members together: found "an entry of ir.sarhad.example/joint that saw its own log"
          "seen":{"pk.              | "seen":{"_pk.              | envelope: a member of "seen": found "_pk.sarhad.example/joint"
          ,"log":"ir                | ,"lacks":[],"log":"ir      | envelope: member "lacks": found "0 payloads"
          ,"log":"ir                | ,"lacks":["x"],"log":"ir   | envelope: an item of "lacks": found "x"
          مرز/7                     | a\\u202eb                  | envelope: JSON text at byte
          مرز/7                     | a\u202eb                   | envelope: the members together: found "ref
          مرز/7                     | раk                        | envelope: the members together: found "ref
          T08:00:00.123Z            | T08:00:00Z                 | envelope: member "time": found "2019-04-22T08:00:00Z"
          {"ch                      | { "ch                      | envelope: JSON text at byte 1
          """)
  void whatIsNotTheOneSpellingIsRefusedByName(String part, String other, String message) {
    assertThat(LINE).contains(part);
    assertThatThrownBy(() -> Envelope.parse(Bytes.ofUtf8(LINE.replace(part, other))))
        .isInstanceOf(MalformedEntryException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void missingPayloadsAscend() {
    String a = "a".repeat(64);
    String b = "b".repeat(64);
    for (String lacks : List.of("\"" + b + "\",\"" + a + "\"", "\"" + a + "\",\"" + a + "\"")) {
      String line = LINE.replace("\"log\"", "\"lacks\":[" + lacks + "],\"log\"");
      assertThatThrownBy(() -> Envelope.parse(Bytes.ofUtf8(line)))
          .isInstanceOf(MalformedEntryException.class)
          .hasMessageContaining("expected ascending order");
    }
  }

  @Test
  void ourOwnMistakesAreRefusedBeforeTheyAreSigned() {
    assertIllegal(() -> alert(1).ref("a\nb").envelope(), "ref \"a\nb\" has U+000A at 1");
    assertIllegal(() -> alert(1L << 53).envelope(), "entry index 9007199254740992");
    assertIllegal(() -> alert(1).seen(Seen.of(IR_LOG, head(1))).envelope(), "saw its own log");
    assertIllegal(() -> alert(1).release(Release.SEALED).envelope(), "disagree");
    assertIllegal(
        () -> alert(1).payload(says("x").ref("body").sealedUntil(EIGHT)).envelope(), "disagree");
    assertIllegal(() -> head(0), "a seen size of 0");
    assertIllegal(
        () -> new Seen(PersistentMap.empty(), List.of(Merkle.EMPTY_ROOT, Merkle.EMPTY_ROOT)),
        "ascending");
    assertIllegal(() -> says("x").ref("Body"), "payload role");
    assertIllegal(() -> Kind.of("Response.alert"), "kind");
    assertIllegal(() -> Kind.of("a." + "b".repeat(63)), "kind");
    assertIllegal(
        () ->
            new Envelope(
                ChannelId.of("c"),
                new EntryId(Origin.of("a"), 0),
                Kind.of("a.b"),
                "",
                Release.PEER,
                Seen.NOTHING,
                List.of(),
                Instant.parse("2019-04-22T08:00:00.123456Z")),
        "whole milliseconds");
  }

  @Test
  void countsAreLimited() {
    EntryBuilder many = alert(1);
    IntStream.range(0, 17).forEach(i -> many.payload(says("p" + i).ref("part")));
    assertIllegal(many::envelope, "17 payloads");

    PersistentMap<Origin, SeenHead> heads = PersistentMap.empty();
    for (int i = 0; i < 17; i++) {
      heads = heads.put(Origin.of("log" + i), head(1));
    }
    PersistentMap<Origin, SeenHead> tooMany = heads;
    assertIllegal(() -> new Seen(tooMany, List.of()), "17 heads");
    List<Hash> lacks =
        IntStream.range(0, 33).mapToObj(i -> says("l" + i).sha256()).sorted().toList();
    assertIllegal(() -> new Seen(PersistentMap.empty(), lacks), "33 missing");
  }

  private static void assertIllegal(ThrowingCallable mistake, String message) {
    assertThatThrownBy(mistake)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
