package org.sarhad.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.testing.Sides.EIGHT;
import static org.sarhad.core.testing.Sides.says;
import static org.sarhad.core.testing.TestSide.idOf;
import static org.sarhad.core.testing.TestSide.with;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Envelope;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.entry.Release;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Keys;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.TestSide;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.note.NoteSigner;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Merkle;

/// Every refusal of [RecordRules], one row each, and what is accepted in their place.
class RecordRulesTest {
  // ---- the situation --------------------------------------------------------------------------
  // Iran's side has begun, raised an alert, sealed two claims and revealed the second, erased two
  // notes, revoked the officer "gone", enrolled an observer, and published that Pakistan's log
  // forked.
  // Pakistan's side has begun, has seen all of that, and has confirmed the second erasure. A third
  // side
  // is paired and has not begun.

  private static final TestSide IR = new TestSide(Sides.CHANNEL, "ir");
  private static final TestSide PK = new TestSide(Sides.CHANNEL, "pk");
  private static final TestSide NEW = new TestSide(Sides.CHANNEL, "new");
  private static final NoteSigner CHIEF = IR.officer("c0c0");
  private static final NoteSigner OBSERVER = IR.officer("0b5e");
  private static final NoteSigner GONE = IR.officer("9999");
  private static final Payload WORDS = says("sealed until tomorrow");
  private static final PayloadId ALERT;
  private static final PayloadId SEALED;
  private static final PayloadId SHOWN;
  private static final PayloadId ERASED;
  private static final PayloadId CONFIRMED;
  private static final ChannelState STATE;
  private static final Seen SEEN;

  static {
    IR.begin();
    PK.begin();
    ALERT =
        new PayloadId(
            IR.say("response.alert", IR.watch()).entry().id(), says("response.alert").sha256());
    SEALED = seal();
    SHOWN = seal();
    IR.say(new RecordFact.Revealed(SHOWN), CHIEF);
    ERASED = new PayloadId(IR.say("response.note").entry().id(), says("response.note").sha256());
    IR.say(new RecordFact.Erased(ERASED, "Court order 12"), CHIEF);
    IR.say(new RecordFact.OfficerGranted(with(GONE, Role.CLERK)), IR.admin());
    IR.say(new RecordFact.OfficerRevoked(idOf(GONE), KeyEnd.LEFT), IR.admin());
    IR.say(new RecordFact.OfficerGranted(with(OBSERVER, Role.OBSERVER)), IR.admin());
    IR.say(new RecordFact.ForkPublished(PK.log(), 1, Merkle.EMPTY_ROOT));
    CONFIRMED = new PayloadId(IR.say("response.note").entry().id(), says("response.note").sha256());
    IR.say(new RecordFact.Erased(CONFIRMED, "Court order 13"), CHIEF);
    PK.sees(IR);
    PK.say(new RecordFact.ErasureConfirmed(CONFIRMED));
    STATE = Fold.of(IR, PK).with(NEW.card());
    SEEN = Seen.of(PK.log(), new SeenHead(1, PK.rootAt(1)));
  }

  private static PayloadId seal() {
    TestSide.Said said =
        IR.add(
            IR.next(Kind.of("inquiry.claim"))
                .ref("M2")
                .release(Release.SEALED)
                .payload(WORDS.ref("body").sealedUntil(EIGHT.plusSeconds(3600)))
                .by(CHIEF)
                .seal(IR.node()),
            Optional.empty());
    return new PayloadId(said.entry().id(), WORDS.sha256());
  }

  // ---- the table ------------------------------------------------------------------------------

  record Asked(FactContext context, Seen seen, RecordFact fact) {
    @Override
    public String toString() {
      return fact.kind() + " by " + context.author();
    }
  }

  record Row(RecordRefusal refusal, Asked asked) {}

  private static Asked by(NoteSigner officer, RecordFact fact) {
    return new Asked(Fold.next(STATE, IR, officer), SEEN, fact);
  }

  private static Asked byNode(RecordFact fact) {
    return new Asked(Fold.nextByNode(STATE, IR), SEEN, fact);
  }

  static Stream<Row> table() {
    FactContext byAdmin = Fold.next(STATE, IR, IR.admin());
    OfficerId nobody = OfficerId.of("nobody");
    NoteSigner fresh = IR.officer("f00d");
    RecordFact.Ack ack = new RecordFact.Ack(1, Merkle.EMPTY_ROOT);
    return Stream.of(
        new Row(
            RecordRefusal.NOT_A_SIDE,
            new Asked(
                new FactContext(IR.at(9), PK.party(), true, EIGHT, Optional.empty(), Set.of()),
                SEEN,
                ack)),
        new Row(
            RecordRefusal.NOT_RELEASED,
            new Asked(
                new FactContext(IR.at(9), IR.party(), false, EIGHT, Optional.empty(), Set.of()),
                SEEN,
                ack)),
        new Row(
            RecordRefusal.NO_GENESIS, new Asked(Fold.nextByNode(STATE, NEW), Seen.NOTHING, ack)),
        new Row(RecordRefusal.GENESIS_TWICE, byNode(IR.genesis())),
        new Row(
            RecordRefusal.GENESIS_MISMATCH,
            new Asked(Fold.nextByNode(STATE, NEW), Seen.NOTHING, IR.genesis())),
        new Row(
            RecordRefusal.NO_OFFICER,
            byNode(new RecordFact.OfficerRevoked(idOf(CHIEF), KeyEnd.LEFT))),
        new Row(RecordRefusal.NO_OFFICER, byNode(new RecordFact.Read(List.of(PK.at(0))))),
        new Row(
            RecordRefusal.ROLE_MISSING,
            by(CHIEF, new RecordFact.OfficerGranted(with(fresh, Role.CLERK)))),
        new Row(RecordRefusal.ROLE_MISSING, by(CHIEF, new RecordFact.PeerAccepted(PK.card()))),
        new Row(RecordRefusal.ROLE_MISSING, by(OBSERVER, new RecordFact.Read(List.of(PK.at(0))))),
        new Row(
            RecordRefusal.ROLE_MISSING, by(IR.watch(), new RecordFact.Erased(ALERT, "because"))),
        new Row(
            RecordRefusal.ROLE_MISSING,
            by(GONE, new RecordFact.RoleGranted(idOf(CHIEF), Role.CLERK))),
        new Row(
            RecordRefusal.OFFICER_UNKNOWN,
            by(IR.admin(), new RecordFact.RoleGranted(nobody, Role.CLERK))),
        new Row(
            RecordRefusal.OFFICER_UNKNOWN,
            by(IR.admin(), new RecordFact.OfficerRevoked(nobody, KeyEnd.LEFT))),
        new Row(
            RecordRefusal.OFFICER_ENDED,
            by(IR.admin(), new RecordFact.RoleGranted(idOf(GONE), Role.CLERK))),
        new Row(
            RecordRefusal.KEY_IN_USE,
            by(
                IR.admin(),
                new RecordFact.OfficerGranted(
                    with(renamed(IR.watch(), "ir.sarhad.example/officer/other"), Role.CLERK)))),
        new Row(
            RecordRefusal.KEY_IN_USE,
            by(IR.admin(), new RecordFact.OfficerGranted(with(GONE, Role.CLERK)))),
        new Row(
            RecordRefusal.KEY_IN_USE,
            by(IR.admin(), new RecordFact.OfficerGranted(with(IR.node(), Role.CLERK)))),
        new Row(
            RecordRefusal.KEY_IN_USE, by(IR.admin(), rotation(IR.node().verifierKey(), IR.node()))),
        new Row(
            RecordRefusal.ROLE_HELD,
            by(IR.admin(), new RecordFact.RoleGranted(idOf(CHIEF), Role.CHIEF))),
        new Row(
            RecordRefusal.ROLE_NOT_HELD,
            by(IR.admin(), new RecordFact.RoleRevoked(idOf(CHIEF), Role.CLERK))),
        new Row(
            RecordRefusal.LAST_ADMIN,
            by(IR.admin(), new RecordFact.RoleRevoked(idOf(IR.admin()), Role.ADMIN))),
        new Row(
            RecordRefusal.LAST_ADMIN,
            by(IR.admin(), new RecordFact.OfficerRevoked(idOf(IR.admin()), KeyEnd.STOLEN))),
        new Row(
            RecordRefusal.LAST_ADMIN,
            by(IR.admin(), new RecordFact.OfficerGranted(with(IR.admin(), Role.CLERK)))),
        new Row(RecordRefusal.OWN_ENTRY, by(CHIEF, new RecordFact.Read(List.of(IR.at(1))))),
        new Row(RecordRefusal.OWN_ENTRY, by(CHIEF, new RecordFact.ErasureConfirmed(ERASED))),
        new Row(
            RecordRefusal.NOT_SEEN, by(CHIEF, new RecordFact.Read(List.of(PK.at(0), PK.at(1))))),
        new Row(
            RecordRefusal.NOT_OWN_ENTRY,
            by(CHIEF, new RecordFact.Erased(new PayloadId(PK.at(0), WORDS.sha256()), "x"))),
        new Row(
            RecordRefusal.NOT_OWN_ENTRY,
            by(CHIEF, new RecordFact.Erased(new PayloadId(IR.at(99), WORDS.sha256()), "x"))),
        new Row(
            RecordRefusal.NOT_OWN_ENTRY,
            by(CHIEF, new RecordFact.Revealed(new PayloadId(PK.at(0), WORDS.sha256())))),
        new Row(
            RecordRefusal.NO_SUCH_PAYLOAD,
            by(CHIEF, new RecordFact.Erased(new PayloadId(IR.at(1), Merkle.EMPTY_ROOT), "x"))),
        new Row(
            RecordRefusal.RECORD_FACT,
            by(
                CHIEF,
                new RecordFact.Erased(
                    new PayloadId(
                        IR.at(0),
                        IR.said().getFirst().entry().envelope().payloads().getFirst().sha256()),
                    "x"))),
        new Row(RecordRefusal.ALREADY_ERASED, by(CHIEF, new RecordFact.Erased(ERASED, "again"))),
        new Row(
            RecordRefusal.NOT_ERASED,
            new Asked(
                Fold.next(STATE, PK, PK.watch()),
                Seen.of(IR.log(), Sides.head(9)),
                new RecordFact.ErasureConfirmed(ALERT))),
        // Erased by entry 6, which a head of size 6 does not cover.
        new Row(
            RecordRefusal.NOT_ERASED,
            new Asked(
                Fold.next(STATE, PK, PK.watch()),
                Seen.of(IR.log(), Sides.head(6)),
                new RecordFact.ErasureConfirmed(ERASED))),
        new Row(
            RecordRefusal.ALREADY_CONFIRMED,
            new Asked(
                Fold.nextByNode(STATE, PK),
                Seen.of(IR.log(), Sides.head(IR.size())),
                new RecordFact.ErasureConfirmed(CONFIRMED))),
        new Row(RecordRefusal.NOT_SEALED, by(CHIEF, new RecordFact.Revealed(ALERT))),
        new Row(RecordRefusal.ALREADY_REVEALED, by(CHIEF, new RecordFact.Revealed(SHOWN))),
        new Row(
            RecordRefusal.LOG_UNKNOWN,
            by(CHIEF, new RecordFact.ForkPublished(unknownLog(), 1, Merkle.EMPTY_ROOT))),
        new Row(
            RecordRefusal.LOG_UNKNOWN,
            by(CHIEF, new RecordFact.KeysRevoked(unknownLog(), 1, IR.recovers(Bytes.EMPTY)))),
        new Row(
            RecordRefusal.LOG_UNKNOWN,
            by(CHIEF, new RecordFact.Successor(PK.log(), Sides.head(1), IR.recovers(Bytes.EMPTY)))),
        new Row(
            RecordRefusal.ALREADY_PUBLISHED,
            by(CHIEF, new RecordFact.ForkPublished(PK.log(), 1, Merkle.EMPTY_ROOT))),
        new Row(
            RecordRefusal.KEY_UNFIT,
            by(
                IR.admin(),
                new RecordFact.KeyRotated(
                    KeyUse.NODE,
                    mirrorKey(),
                    IR.recovers(Bytes.EMPTY).signature(),
                    Optional.empty()))),
        new Row(
            RecordRefusal.NO_POSSESSION, by(IR.admin(), rotation(fresh.verifierKey(), IR.admin()))),
        new Row(
            RecordRefusal.NO_RECOVERY,
            by(
                IR.admin(),
                new RecordFact.KeyRotated(
                    KeyUse.NODE,
                    fresh.verifierKey(),
                    rotation(fresh.verifierKey(), fresh).possession(),
                    Optional.of(IR.recovers(Bytes.ofUtf8("something else")))))),
        new Row(
            RecordRefusal.NO_RECOVERY,
            by(CHIEF, new RecordFact.KeysRevoked(PK.log(), 1, IR.recovers(revocation(PK, 1))))),
        new Row(
            RecordRefusal.NO_RECOVERY,
            by(CHIEF, new RecordFact.KeysRevoked(PK.log(), 1, PK.recovers(revocation(PK, 2))))),
        new Row(
            RecordRefusal.ALREADY_ENDED,
            new Asked(
                byAdmin,
                SEEN,
                new RecordFact.KeysRevoked(PK.log(), 1, PK.recovers(revocation(PK, 1))))),
        new Row(
            RecordRefusal.NOT_ENDED,
            by(
                CHIEF,
                new RecordFact.Successor(
                    IR.log(),
                    Sides.head(1),
                    IR.recovers(
                        KeyStatement.succession(
                            Sides.CHANNEL, IR.log(), Sides.head(1), IR.log()))))));
  }

  @ParameterizedTest
  @MethodSource("table")
  void refusals(Row row) {
    ChannelState state = row.refusal == RecordRefusal.ALREADY_ENDED ? afterRevocation() : STATE;

    Decision<RecordFact, RecordFact, RecordRefusal> decision =
        RecordRules.decide(
            state, row.asked.context, row.asked.seen, row.asked.fact, RecordRulesTest::envelope);

    assertThat(decision)
        .isEqualTo(Decision.refuse(row.refusal, row.asked.fact.kind().kind().value()));
  }

  @Test
  void everyRefusalIsInTheTable() {
    Set<RecordRefusal> met = EnumSet.noneOf(RecordRefusal.class);
    table().forEach(row -> met.add(row.refusal));

    assertThat(met).containsExactly(RecordRefusal.values());
  }

  @Test
  void everyRefusalSaysWhatAndWhatNext() {
    assertThat(RecordRefusal.values())
        .allSatisfy(
            refusal -> {
              assertThat(refusal.sentence()).endsWith(".").hasSizeBetween(20, 100);
              assertThat(refusal.retry()).isNotNull();
            });
  }

  // ---- what is accepted -----------------------------------------------------------------------

  static Stream<Asked> accepted() {
    NoteSigner fresh = IR.officer("f00d");
    NoteSigner newKey = Keys.signer(IR.watch().name(), "after a reset");
    return Stream.of(
        byNode(new RecordFact.Ack(1, Merkle.EMPTY_ROOT)),
        by(CHIEF, new RecordFact.Read(List.of(PK.at(0)))),
        by(CHIEF, new RecordFact.Revealed(SEALED)),
        by(CHIEF, new RecordFact.Erased(ALERT, "Order 13")),
        by(IR.admin(), new RecordFact.PeerAccepted(PK.card())),
        by(IR.admin(), new RecordFact.OfficerGranted(with(fresh, Role.ADMIN))),
        by(IR.admin(), new RecordFact.OfficerGranted(with(newKey, Role.WATCH_OFFICER))),
        // The same key again, with other roles.
        by(IR.admin(), new RecordFact.OfficerGranted(with(IR.watch(), Role.CLERK))),
        by(IR.admin(), new RecordFact.RoleRevoked(idOf(IR.watch()), Role.DISPATCHER)),
        by(IR.admin(), rotation(fresh.verifierKey(), fresh)),
        // With the recovery key nobody else is needed.
        byNode(
            new RecordFact.KeyRotated(
                KeyUse.NODE,
                fresh.verifierKey(),
                rotation(fresh.verifierKey(), fresh).possession(),
                Optional.of(
                    IR.recovers(
                        KeyStatement.rotation(
                            Sides.CHANNEL, IR.log(), KeyUse.NODE, fresh.verifierKey()))))),
        byNode(new RecordFact.KeysRevoked(PK.log(), 1, PK.recovers(revocation(PK, 1)))),
        new Asked(
            Fold.nextByNode(STATE, PK),
            Seen.of(IR.log(), Sides.head(9)),
            new RecordFact.ErasureConfirmed(ERASED)));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void whatIsAcceptedIsReleased(Asked asked) {
    assertThat(
            RecordRules.decide(
                STATE, asked.context, asked.seen, asked.fact, RecordRulesTest::envelope))
        .isEqualTo(Decision.accept(List.of(Authored.released(asked.fact)), asked.fact));
    assertThat(Authored.released(asked.fact).audience()).isEqualTo(Audience.RELEASE);
  }

  // ---- pieces ---------------------------------------------------------------------------------

  private static ChannelState afterRevocation() {
    TestSide pk = new TestSide(Sides.CHANNEL, "pk").begin();
    pk.say(new RecordFact.KeysRevoked(PK.log(), 1, PK.recovers(revocation(PK, 1))));
    return Fold.of(IR, pk);
  }

  private static Optional<Envelope> envelope(EntryId id) {
    return IR.said().stream()
        .map(said -> said.entry().envelope())
        .filter(envelope -> envelope.id().equals(id))
        .findFirst();
  }

  private static RecordFact.KeyRotated rotation(VerifierKey next, NoteSigner signer) {
    Bytes statement = KeyStatement.rotation(Sides.CHANNEL, IR.log(), KeyUse.NODE, next);
    return new RecordFact.KeyRotated(
        KeyUse.NODE, next, Bytes.of(signer.key().sign(statement.toArray())), Optional.empty());
  }

  private static Bytes revocation(TestSide side, long size) {
    return KeyStatement.revocation(Sides.CHANNEL, side.log(), size);
  }

  private static VerifierKey mirrorKey() {
    String name = "ir.sarhad.example/mirror.2";
    KeyType type = KeyType.ED25519_COSIGNATURE;
    return new VerifierKey(name, type, TestSide.secret(name, type).publicKey());
  }

  private static Origin unknownLog() {
    return Origin.of("elsewhere.example/joint");
  }

  private static NoteSigner renamed(NoteSigner signer, String name) {
    return new NoteSigner(name, signer.key());
  }
}
