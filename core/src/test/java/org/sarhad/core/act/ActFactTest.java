package org.sarhad.core.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.act.ActScene.CHIEF;
import static org.sarhad.core.act.ActScene.CROSSING;
import static org.sarhad.core.act.ActScene.crossing;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.RecordRules;
import org.sarhad.core.testing.FactFuzz;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.TestSide;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Cosignature;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// The bodies of facts about acts: protocol clause 07-2.
class ActFactTest {
  private static final TestSide IR = new TestSide(Sides.CHANNEL, "ir").begin();
  private static final TestSide PK = new TestSide(Sides.CHANNEL, "pk").begin();
  private static final ActRef ACT = new ActRef(IR.at(12), Merkle.EMPTY_ROOT);
  private static final Capacity LENT = Capacity.lent(Role.CHIEF, PK.at(7));
  private static final OfficerId WATCH = TestSide.idOf(PK.watch());
  private static final StaleProof PROOF =
      new StaleProof(
          ActScene.cosigned(ActScene.head(IR, 1, 10), PK, 10),
          ActScene.head(PK, 1, 11),
          List.of(Merkle.EMPTY_ROOT, Merkle.sha256(Bytes.EMPTY)));

  static Stream<ActFact> facts() {
    return Stream.of(
        crossing(),
        crossing().expiring(Sides.EIGHT).countering(ACT).superseding(ACT),
        new ActFact.Proposed(
            ActKind.of("modalities"),
            Json.obj().put("text", "متن موافقت").build(),
            3,
            LENT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new ActFact.Assented(ACT, 3, CHIEF),
        new ActFact.Assented(ACT, 0, LENT),
        new ActFact.Refused(ACT, CHIEF, "نه امشب"),
        new ActFact.Withdrawn(ACT, LENT, "we changed our mind"),
        new ActFact.Expired(ACT),
        new ActFact.Contested(ACT, PK.at(4), PROOF),
        new ActFact.Delegated(WATCH, Role.CHIEF, List.of(), Optional.empty()),
        new ActFact.Delegated(
            WATCH,
            Role.SECTOR_COMMANDER,
            List.of(CROSSING, ActKind.of("handover")),
            Optional.of(Sides.EIGHT)),
        new ActFact.DelegationEnded(PK.at(7), DelegationEnd.REVOKED),
        new ActFact.DelegationEnded(PK.at(7), DelegationEnd.EXPIRED));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void whatIsWrittenIsRead(ActFact fact) throws Exception {
    Json.Obj body =
        Json.parseCanonicalObject(fact.toJson().canonical(), JsonLimits.ofBytes(100_000));

    assertThat(ActFact.fromJson(fact.kind(), body)).isEqualTo(fact);
  }

  @Test
  void thereIsASampleOfEveryKind() {
    Set<ActFactKind> met = EnumSet.noneOf(ActFactKind.class);
    facts().forEach(fact -> met.add(fact.kind()));

    assertThat(met).containsExactly(ActFactKind.values());
  }

  @ParameterizedTest
  @EnumSource
  void aKindIsFoundByItsWord(ActFactKind kind) {
    assertThat(ActFactKind.find(kind.kind())).contains(kind);
    assertThat(kind.kind().application()).isEqualTo("act");
  }

  /// 02-7.5: one side cannot undo an act by erasing it.
  @ParameterizedTest
  @EnumSource
  void noBodyIsErased(ActFactKind kind) {
    assertThat(RecordRules.isKept(kind.kind())).isTrue();
    assertThat(RecordRules.isKept(Kind.of("response.note"))).isFalse();
  }

  @Test
  void anotherKindIsNone() {
    assertThat(ActFactKind.find(Kind.of("act.blessed"))).isEmpty();
    assertThat(ActFactKind.find(Kind.of("record.ack"))).isEmpty();
  }

  @Test
  void bodiesAsTheyStandInTheRecord() {
    assertThat(new ActFact.Assented(ACT, 3, LENT).toJson().toString())
        .isEqualTo(
            """
            {"act":{"entry":"ir.sarhad.example/joint#12",\
            "leaf":"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="},\
            "as":"chief","delegation":"pk.sarhad.example/joint#7","modalities":3}""");
    assertThat(crossing().expiring(Sides.EIGHT).toJson().toString())
        .isEqualTo(
            """
            {"as":"chief","expires":"2019-04-22T08:00:00.123Z","kind":"crossing",\
            "modalities":0,"terms":{"area":"Mirjaveh"}}""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          PROPOSED         | {"as":"chief","kind":"crossing","modalities":0}                        | member "terms": found "nothing"
          PROPOSED         | {"as":"chief","kind":"Crossing","modalities":0,"terms":{}}             | member "kind": found "Crossing"
          PROPOSED         | {"as":"king","kind":"crossing","modalities":0,"terms":{}}              | member "as": found "king"
          PROPOSED         | {"as":"chief","kind":"crossing","modalities":-1,"terms":{}}            | member "modalities": found "-1"
          PROPOSED         | {"as":"chief","kind":"crossing","modalities":0,"more":1,"terms":{}}    | act.proposed: found
          PROPOSED         | {"as":"chief","counters":{},"kind":"a","modalities":0,"terms":{}}      | member "entry": found "nothing"
          PROPOSED         | {"as":"chief","expires":"soon","kind":"a","modalities":0,"terms":{}}   | member "expires": found "soon"
          ASSENTED         | {"act":{"entry":"a#1","leaf":"x"},"as":"chief","modalities":0}         | member "leaf": found "x"
          ASSENTED         | {"act":{"entry":"a","leaf":"x"},"as":"chief","modalities":0}           | member "entry": found "a"
          ASSENTED         | {"as":"chief","modalities":0}                                          | member "act": found "nothing"
          EXPIRED          | {"act":[]}                                                             | member "act": found "an array"
          CONTESTED        | {"act":{}}                                                             | member "entry": found "nothing"
          DELEGATED        | {"role":"chief","to":"A"}                                              | member "to": found "A"
          DELEGATED        | {"kinds":[],"role":"chief","to":"a"}                                   | act.delegated: found
          DELEGATED        | {"kinds":["b","a"],"role":"chief","to":"a"}                            | act.delegated: found "kind a does not ascend"
          DELEGATED        | {"kinds":["B"],"role":"chief","to":"a"}                                | act.delegated: found
          DELEGATION_ENDED | {"delegation":"a#1","why":"bored"}                                     | member "why": found "bored"
          DELEGATION_ENDED | {"delegation":"a#01","why":"revoked"}                                  | member "delegation": found "a#01"
          """)
  void whatIsNotTheOneSpellingOfAFactIsRefused(ActFactKind kind, String body, String message)
      throws Exception {
    Json.Obj json = Json.parseCanonicalObject(Bytes.ofUtf8(body), JsonLimits.ofBytes(10_000));

    assertThatThrownBy(() -> ActFact.fromJson(kind, json))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void aHeadInAContestIsOne() throws Exception {
    Json.Obj contest = new ActFact.Contested(ACT, PK.at(4), PROOF).toJson();
    Json.Obj other =
        Json.obj()
            .put("act", contest.get("act"))
            .put("assent", contest.get("assent"))
            .put("cosigned", contest.get("cosigned"))
            .put("dated", "no head")
            .put("proof", contest.get("proof"))
            .build();

    assertThatThrownBy(() -> ActFact.fromJson(ActFactKind.CONTESTED, other))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageStartingWith("member \"dated\": found \"no head\"");
  }

  @Test
  void factsHaveLimits() {
    Json.Obj long64 = Json.obj().put("text", "x".repeat(64 * 1024)).build();
    List<ActKind> many =
        IntStream.range(0, 17).mapToObj(i -> new ActKind("k" + (char) ('a' + i))).toList();
    List<Hash> hashes = IntStream.range(0, 64).mapToObj(_ -> Merkle.EMPTY_ROOT).toList();

    assertIllegal(() -> ActFact.Proposed.of(CROSSING, long64, CHIEF), "terms of 65547 bytes");
    assertIllegal(() -> new ActFact.Refused(ACT, CHIEF, ""), "reason has nothing");
    assertIllegal(() -> new ActFact.Withdrawn(ACT, CHIEF, "x".repeat(501)), "501 characters");
    assertIllegal(() -> new ActFact.Refused(ACT, CHIEF, "left \u202e right"), "U+202E");
    assertIllegal(() -> new ActFact.Assented(ACT, -1, CHIEF), "version -1");
    assertIllegal(
        () -> new ActFact.Delegated(WATCH, Role.CHIEF, many, Optional.empty()), "17 kinds");
    assertIllegal(() -> new ActKind("k".repeat(33)), "1 to 32 characters");
    assertIllegal(() -> new ActKind("1st"), "1 to 32 characters");
    assertIllegal(
        () -> new StaleProof(PROOF.cosigned(), PROOF.dated(), hashes), "proof of 64 hashes");
    assertIllegal(() -> Seats.of(Role.CHIEF, 0), "1 to 8 each");
    assertIllegal(() -> Seats.of(Role.CHIEF, 9), "1 to 8 each");
    assertIllegal(() -> new Seats(PersistentMap.empty()), "at least one role");
    assertIllegal(
        () -> Quorum.alike(List.of(Sides.IR), Seats.of(Role.CHIEF, 1)), "a quorum of 1 sides");
  }

  /// A head may be long, but not of any length.
  @Test
  void aHeadWithTooManySignaturesIsNoEvidence() {
    SignedCheckpoint head = PROOF.cosigned();
    for (int i = 0; i < 12; i++) {
      String name = "pk.sarhad.example/mirror" + i;
      head =
          head.with(
              List.of(
                  Cosignature.sign(
                      name, TestSide.secret(name, KeyType.ML_DSA_44), head.checkpoint(), 10)));
    }
    SignedCheckpoint heavy = head;

    assertIllegal(() -> new StaleProof(heavy, PROOF.dated(), List.of()), "at most 32768");
  }

  /// I3 and I13: a fact is read from its one spelling or refused with the one exception.
  @Test
  void mutatedFactsAreRefusedOrWrittenBackAlike() {
    FactFuzz.assertReadsBackAlike(
        6_000,
        facts().toList(),
        ActFact::toJson,
        (fact, json) -> ActFact.fromJson(fact.kind(), json));
  }

  private static void assertIllegal(ThrowingCallable mistake, String message) {
    assertThatThrownBy(mistake)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
