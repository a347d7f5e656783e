package org.sarhad.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.testing.TestSide.idOf;
import static org.sarhad.core.testing.TestSide.with;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.FactFuzz;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.TestSide;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Facts about the channel as JSON.
class RecordFactTest {
  private static final TestSide IR = new TestSide(Sides.CHANNEL, "ir");
  private static final TestSide PK = new TestSide(Sides.CHANNEL, "pk");
  private static final Hash HASH = Merkle.EMPTY_ROOT;
  private static final String HEX = HASH.hex();
  private static final PayloadId PAYLOAD = new PayloadId(IR.at(7), HASH);
  private static final OfficerId OFFICER = OfficerId.of("ir.sarhad.example/officer/7f3a");

  static Stream<RecordFact> facts() {
    RecoverySignature recovery = IR.recovers(Bytes.ofUtf8("x"));
    Bytes signature = recovery.signature();
    VerifierKey next = IR.officer("next").verifierKey();
    return Stream.of(
        IR.genesis(),
        new RecordFact.Genesis(
            IR.card(), HASH, List.of(with(IR.admin(), Role.ADMIN)), List.of(PK.card())),
        new RecordFact.Ack(17, HASH),
        new RecordFact.PeerAccepted(PK.card()),
        new RecordFact.OfficerGranted(with(IR.watch(), Role.LIAISON, Role.CLERK)),
        new RecordFact.OfficerGranted(with(IR.watch())),
        new RecordFact.OfficerRevoked(idOf(IR.watch()), KeyEnd.STOLEN),
        new RecordFact.RoleGranted(OFFICER, Role.CHIEF),
        new RecordFact.RoleRevoked(OFFICER, Role.CHIEF),
        new RecordFact.Read(List.of(PK.at(1), PK.at(12))),
        new RecordFact.Revealed(PAYLOAD),
        new RecordFact.Erased(PAYLOAD, "Court order 12 of the province, article 5"),
        new RecordFact.ErasureConfirmed(PAYLOAD),
        new RecordFact.ForkPublished(PK.log(), 700, HASH),
        new RecordFact.KeyRotated(KeyUse.NODE, next, signature, Optional.empty()),
        new RecordFact.KeyRotated(KeyUse.LOG, next, signature, Optional.of(recovery)),
        new RecordFact.KeysRevoked(IR.log(), 700, recovery),
        new RecordFact.Successor(IR.log(), new SeenHead(700, HASH), recovery));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void writingAndReadingAreInverse(RecordFact fact) throws Exception {
    Json.Obj json =
        Json.parseCanonicalObject(fact.toJson().canonical(), JsonLimits.ofBytes(100_000));

    assertThat(RecordFact.fromJson(fact.kind(), json)).isEqualTo(fact);
  }

  @Test
  void everyKindIsTriedAbove() {
    assertThat(facts().map(RecordFact::kind).distinct()).containsExactly(RecordKind.values());
  }

  @Test
  void kindsAreFoundByTheirWord() {
    assertThat(RecordKind.values())
        .allSatisfy(kind -> assertThat(RecordKind.find(kind.kind())).contains(kind));
    assertThat(Arrays.stream(RecordKind.values()).map(RecordKind::kind)).doesNotHaveDuplicates();
    assertThat(RecordKind.find(Kind.of("record.weather"))).isEmpty();
    assertThat(RecordKind.find(Kind.of("response.ack"))).isEmpty();
  }

  @Test
  void whatStandsInTheLogs() {
    assertThat(new RecordFact.Ack(17, HASH).toJson())
        .hasToString("{\"final\":17,\"state\":\"" + HASH + "\"}");
    assertThat(new RecordFact.Read(List.of(PK.at(1), PK.at(12))).toJson())
        .hasToString(
            "{\"entries\":[\"pk.sarhad.example/joint#1\",\"pk.sarhad.example/joint#12\"]}");
    assertThat(new RecordFact.RoleGranted(OFFICER, Role.WATCH_OFFICER).toJson())
        .hasToString("{\"officer\":\"ir.sarhad.example/officer/7f3a\",\"role\":\"watch_officer\"}");
    assertThat(new RecordFact.Erased(PAYLOAD, "Order 12").toJson())
        .hasToString(
            "{\"basis\":\"Order 12\",\"entry\":\"ir.sarhad.example/joint#7\",\"sha256\":\""
                + HEX
                + "\"}");
    assertThat(new RecordFact.OfficerRevoked(OFFICER, KeyEnd.LOST).toJson())
        .hasToString("{\"officer\":\"ir.sarhad.example/officer/7f3a\",\"why\":\"lost\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ACK             | {}                                        | member "final": found "nothing"
          ACK             | {"final":-1}                              | member "final": found "-1"
          ACK             | {"final":1,"state":"x"}                   | member "state": found "x"
          ACK             | {"final":1,"more":1}                      | a member of an object: found "more"
          OFFICER_GRANTED | {"key":"x","roles":[]}                    | member "key": found "x"
          OFFICER_REVOKED | {"officer":"a","why":"bored"}             | member "why": found "bored"
          OFFICER_REVOKED | {"officer":"A","why":"left"}              | member "officer": found "A"
          ROLE_GRANTED    | {"officer":"a","role":"king"}             | a role: found "king"
          READ            | {"entries":[]}                            | member "entries": found "0 entries read
          READ            | {"entries":["a#2","a#1"]}                 | member "entries": found "entry a#1 does not ascend"
          READ            | {"entries":["a#1","a#1"]}                 | member "entries": found "entry a#1 does not ascend"
          READ            | {"entries":["a"]}                         | member "entries": found "\\"a\\" is not an entry
          READ            | {"entries":[1]}                           | item 0: found "1"
          ERASED          | {"basis":"","entry":"a#1","sha256":"00"}  | member "sha256": found "00"
          REVEALED        | {"entry":"a","sha256":"00"}               | member "entry": found "a"
          FORK_PUBLISHED  | {"common":1,"evidence":"x","log":"a"}     | member "evidence": found "x"
          FORK_PUBLISHED  | {"common":1,"evidence":"x","log":"A"}     | member "log": found "A"
          KEY_ROTATED     | {"next":"x","possession":"","use":"node"} | member "next": found "x"
          KEY_ROTATED     | {"next":"x","possession":"","use":"tea"}  | member "use": found "tea"
          KEYS_REVOKED    | {"log":"a","recovery":{},"size":1}        | member "key": found "nothing"
          SUCCESSOR       | {"ended":"a","recovery":{},"size":0}      | member "size": found "0"
          GENESIS         | {"custodians":{}}                         | member "custodians": found "an object"
          PEER_ACCEPTED   | {"peer":{}}                               | member "party": found "nothing"
          """)
  void whatIsNotTheOneSpellingOfAFactIsRefused(RecordKind kind, String body, String message)
      throws Exception {
    Json.Obj json = Json.parseCanonicalObject(Bytes.ofUtf8(body), JsonLimits.ofBytes(10_000));

    assertThatThrownBy(() -> RecordFact.fromJson(kind, json))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void anErasureNeedsAGroundThatCanBeRead() throws Exception {
    String body =
        new RecordFact.Erased(PAYLOAD, "ground").toJson().toString().replace("ground", "a\u202eb");
    Json.Obj json = Json.parseCanonicalObject(Bytes.ofUtf8(body), JsonLimits.ofBytes(10_000));

    assertThatThrownBy(() -> RecordFact.fromJson(RecordKind.ERASED, json))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("basis of an erasure has U+202E at 1");
  }

  @Test
  void rolesStandInTheirOrder() throws Exception {
    Json.Obj granted =
        new RecordFact.OfficerGranted(with(IR.watch(), Role.WATCH_OFFICER, Role.CHIEF)).toJson();
    String turned =
        granted.toString().replace("\"watch_officer\",\"chief\"", "\"chief\",\"watch_officer\"");
    Json.Obj json = Json.parseCanonicalObject(Bytes.ofUtf8(turned), JsonLimits.ofBytes(10_000));

    assertThatThrownBy(() -> RecordFact.fromJson(RecordKind.OFFICER_GRANTED, json))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("expected roles in their order");
  }

  @Test
  void keysHaveOneJobEach() {
    SideKeys card = IR.card();
    VerifierKey mirror = card.mirrorKeys().getFirst();
    VerifierKey log = card.logKeys().getFirst();
    VerifierKey same = new VerifierKey("other", KeyType.ED25519_NOTE, log.key());

    assertIllegal(
        () -> new SideKeys(IR.party(), IR.log(), same, card.logKeys(), card.mirrorKeys()),
        "has two jobs");
    assertIllegal(
        () -> new SideKeys(IR.party(), IR.log(), mirror, card.logKeys(), card.mirrorKeys()),
        "cannot be a node key");
    assertIllegal(
        () -> new SideKeys(IR.party(), IR.log(), card.node(), List.of(mirror), List.of(mirror)),
        "cannot be a log key");
    assertIllegal(
        () -> new SideKeys(IR.party(), IR.log(), card.node(), card.logKeys(), List.of(same)),
        "cannot be a mirror key");
    assertIllegal(
        () -> new SideKeys(IR.party(), IR.log(), card.node(), List.of(), card.mirrorKeys()),
        "0 log keys");
    assertIllegal(() -> new Officer(mirror, Set.of()), "cannot be an officer's");
    assertIllegal(
        () -> new RecordFact.Genesis(card, HASH, List.of(with(IR.node(), Role.ADMIN)), List.of()),
        "has two jobs");
  }

  @Test
  void aLogBeginsWithSomebodyWhoCanAdministerIt() {
    assertIllegal(
        () ->
            new RecordFact.Genesis(
                IR.card(), HASH, List.of(with(IR.watch(), Role.CHIEF)), List.of()),
        "no administrator");
    Officer admin = with(IR.admin(), Role.ADMIN);
    assertIllegal(
        () -> new RecordFact.Genesis(IR.card(), HASH, List.of(admin, admin), List.of()),
        "one custodian twice");
  }

  @Test
  void factsHaveLimits() {
    List<EntryId> many = IntStream.range(0, 257).mapToObj(i -> PK.at(i)).toList();
    assertIllegal(() -> new RecordFact.Read(many), "257 entries");
    assertIllegal(() -> new RecordFact.Erased(PAYLOAD, "x".repeat(501)), "501 characters");
    assertIllegal(() -> new RecordFact.Ack(-1, HASH), "-1 final entries");
    assertIllegal(() -> new RecordFact.ForkPublished(PK.log(), -1, HASH), "-1 common");
  }

  /// I3 and I13: a fact is read from its one spelling or refused with the one exception.
  @Test
  void mutatedFactsAreRefusedOrWrittenBackAlike() {
    FactFuzz.assertReadsBackAlike(
        4_000,
        facts().toList(),
        RecordFact::toJson,
        (fact, json) -> RecordFact.fromJson(fact.kind(), json));
  }

  private static void assertIllegal(ThrowingCallable mistake, String message) {
    assertThatThrownBy(mistake)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
