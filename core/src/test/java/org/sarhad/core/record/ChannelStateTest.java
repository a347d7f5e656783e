package org.sarhad.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.testing.Sides.EIGHT;
import static org.sarhad.core.testing.Sides.says;
import static org.sarhad.core.testing.TestSide.idOf;
import static org.sarhad.core.testing.TestSide.with;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryBuilder;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.entry.Release;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Keys;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.TestSide;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.note.NoteSigner;
import org.sarhad.tlog.tree.Merkle;

/// What the channel knows of itself, docs/protocol/04-keys-and-people.md clause by clause.
class ChannelStateTest {
  private static final List<Role> SOME_ROLES = List.of(Role.ADMIN, Role.CLERK, Role.CHIEF);

  private final TestSide ir = new TestSide(Sides.CHANNEL, "ir").begin();
  private final TestSide pk = new TestSide(Sides.CHANNEL, "pk").begin();

  // ---- 04-2: an officer is good behind the grant, never before it
  // ---------------------------------

  @Test
  void aGrantHoldsBehindItsEntryAndNotAtIt() {
    NoteSigner fresh = ir.officer("f00d");
    long grant =
        ir.say(new RecordFact.OfficerGranted(with(fresh, Role.CLERK)), ir.admin())
            .entry()
            .id()
            .index();
    Roster roster = Fold.of(ir).side(ir.log()).roster();

    assertThat(roster.officerAt(idOf(fresh), grant)).isEmpty();
    assertThat(roster.officerAt(idOf(fresh), grant + 1)).contains(with(fresh, Role.CLERK));
    assertThat(roster.officerAt(idOf(fresh), grant + 1_000_000)).isPresent();
  }

  @Test
  void aRevocationDoesNotReachBack() {
    long revocation =
        ir.say(new RecordFact.OfficerRevoked(idOf(ir.watch()), KeyEnd.STOLEN), ir.admin())
            .entry()
            .id()
            .index();
    Roster roster = Fold.of(ir).side(ir.log()).roster();

    assertThat(roster.officerAt(idOf(ir.watch()), revocation)).isPresent();
    assertThat(roster.officerAt(idOf(ir.watch()), revocation + 1)).isEmpty();
    assertThat(roster.standingAt(idOf(ir.watch()), revocation + 1))
        .contains(
            new Standing.Ended(
                with(ir.watch(), Role.WATCH_OFFICER, Role.DISPATCHER), KeyEnd.STOLEN));
  }

  @Test
  void aPasswordResetEnrolsAnotherKeyUnderTheSameName() {
    NoteSigner after = Keys.signer(ir.watch().name(), "after a reset");
    long reset =
        ir.say(new RecordFact.OfficerGranted(with(after, Role.WATCH_OFFICER)), ir.admin())
            .entry()
            .id()
            .index();
    Roster roster = Fold.of(ir).side(ir.log()).roster();

    assertThat(roster.officerAt(idOf(after), reset).orElseThrow().key())
        .isEqualTo(ir.watch().verifierKey());
    assertThat(roster.officerAt(idOf(after), reset + 1).orElseThrow().key())
        .isEqualTo(after.verifierKey());
  }

  // ---- 04-3: roles at the position of the entry
  // ---------------------------------------------------

  @Test
  void rolesAreThoseHeldWhereTheEntryStands() {
    Entry before = ir.say("response.alert", ir.watch()).entry();
    ir.say(new RecordFact.RoleGranted(idOf(ir.watch()), Role.CHIEF), ir.admin());
    Entry between = ir.say("response.alert", ir.watch()).entry();
    ir.say(new RecordFact.RoleRevoked(idOf(ir.watch()), Role.WATCH_OFFICER), ir.admin());
    Entry after = ir.say("response.alert", ir.watch()).entry();
    ChannelState state = Fold.of(ir);

    // Asked long afterwards, each is judged where it stands.
    assertThat(state.context(before).roles()).containsExactly(Role.WATCH_OFFICER, Role.DISPATCHER);
    assertThat(state.context(between).roles())
        .containsExactly(Role.WATCH_OFFICER, Role.DISPATCHER, Role.CHIEF);
    assertThat(state.context(after).roles()).containsExactly(Role.DISPATCHER, Role.CHIEF);
  }

  @Test
  void theContextOfAnEntryIsWhatItSaysAndWhereItStands() {
    Entry alert = ir.say("response.alert", ir.watch()).entry();

    assertThat(Fold.of(ir).context(alert))
        .isEqualTo(
            new FactContext(
                ir.at(1),
                ir.party(),
                true,
                EIGHT.plusSeconds(1),
                Optional.of(idOf(ir.watch())),
                Set.of(Role.WATCH_OFFICER, Role.DISPATCHER)));
  }

  @Test
  void anEntryOfTheNodeItselfHasNoOfficerAndNoRoles() {
    FactContext context = Fold.of(ir).context(ir.say("response.deadline").entry());

    assertThat(context.officer()).isEmpty();
    assertThat(context.roles()).isEmpty();
  }

  /// A private journal has no place in the log; it says how much of the log there was.
  @Test
  void anInternalEntryIsJudgedByWhatItHadSeenOfItsOwnLog() {
    ir.say(new RecordFact.RoleGranted(idOf(ir.watch()), Role.CHIEF), ir.admin());
    ChannelState state = Fold.of(ir);
    Origin journal = Origin.of("ir.sarhad.example/journal");
    Entry early = internal(journal, 0, 1);
    Entry late = internal(journal, 1, 2);

    assertThat(state.contextOfInternal(early, ir.log()).roles()).doesNotContain(Role.CHIEF);
    assertThat(state.contextOfInternal(late, ir.log()).roles()).contains(Role.CHIEF);
    assertThat(state.contextOfInternal(late, ir.log()).released()).isFalse();
  }

  private Entry internal(Origin journal, long seq, long size) {
    return EntryBuilder.at(
            Sides.CHANNEL, new EntryId(journal, seq), Kind.of("response.note"), EIGHT)
        .release(Release.OWN)
        .seen(Seen.of(ir.log(), new SeenHead(size, ir.rootAt(size))))
        .by(ir.watch())
        .seal(ir.node());
  }

  // ---- 04-4: receipts, erasure, seals
  // -------------------------------------------------------------

  @Test
  void aReceiptSaysWhoReadWhatAndWhere() {
    EntryId alert = ir.say("response.alert", ir.watch()).entry().id();
    pk.sees(ir);
    EntryId first = pk.say(new RecordFact.Read(List.of(alert)), pk.watch()).entry().id();
    EntryId second = pk.say(new RecordFact.Read(List.of(alert)), pk.officer("c0c0")).entry().id();
    pk.say(new RecordFact.Read(List.of(ir.at(0), alert)), pk.watch());
    ChannelState state = Fold.of(ir, pk);

    // Each reader once, where they said so first.
    assertThat(state.receiptsOf(alert)).extracting(Receipt::by).containsExactly(first, second);
    Receipt receipt = state.firstRead(alert, pk.party()).orElseThrow();
    assertThat(receipt.officer()).isEqualTo(idOf(pk.watch()));
    assertThat(receipt.roles()).containsExactly(Role.WATCH_OFFICER, Role.DISPATCHER);
    assertThat(state.firstRead(alert, ir.party())).isEmpty();
    assertThat(state.receiptsOf(ir.at(0))).hasSize(1);
    assertThat(state.receiptsOf(pk.at(0))).isEmpty();
  }

  @Test
  void anErasureIsOnRecordOnBothSidesAndChangesNoHash() {
    Entry note = ir.say("response.note", ir.watch()).entry();
    PayloadId words = new PayloadId(note.id(), says("response.note").sha256());
    EntryId erasure =
        ir.say(new RecordFact.Erased(words, "Order 12"), ir.officer("c0c0")).entry().id();
    pk.sees(ir);
    EntryId confirmation = pk.say(new RecordFact.ErasureConfirmed(words)).entry().id();
    ChannelState state = Fold.of(ir, pk);

    assertThat(state.isErased(words.entry(), words.sha256())).isTrue();
    assertThat(state.isErased(ir.at(0), words.sha256())).isFalse();
    Erasure erased = state.erasures().get(words);
    assertThat(erased.by()).isEqualTo(erasure);
    assertThat(erased.basis()).isEqualTo("Order 12");
    assertThat(erased.confirmed().get(pk.party())).isEqualTo(confirmation);
    assertThat(note.leafHash()).isEqualTo(Merkle.leaf(note.bytes()));
  }

  @Test
  void aSealIsKeptShownLateOrLapses() {
    Instant deadline = EIGHT.plusSeconds(60);
    PayloadId kept = seal("M2", "the dates", deadline);
    PayloadId broken = seal("M2", "other dates", deadline);
    PayloadId late = seal("M2", "more dates", EIGHT);
    ir.say(new RecordFact.Revealed(kept), ir.officer("c0c0"));
    ir.say(new RecordFact.Revealed(late), ir.officer("c0c0"));
    ChannelState state = Fold.of(ir);

    assertThat(stage(state, kept, deadline)).isEqualTo(Seal.Stage.REVEALED);
    assertThat(stage(state, late, deadline)).isEqualTo(Seal.Stage.LATE);
    assertThat(stage(state, broken, deadline)).isEqualTo(Seal.Stage.SEALED);
    assertThat(stage(state, broken, deadline.plusMillis(1))).isEqualTo(Seal.Stage.LAPSED);
  }

  /// Seal many alternatives and reveal the lucky one: everybody can count.
  @Test
  void sealManyRevealOneIsCounted() {
    Instant deadline = EIGHT.plusSeconds(60);
    PayloadId lucky = seal("M2", "killed 14", deadline);
    for (int i = 0; i < 9; i++) {
      seal("M2", "killed " + i, deadline);
    }
    seal("M3", "another matter", deadline);
    ir.say(new RecordFact.Revealed(lucky), ir.officer("c0c0"));

    assertThat(Fold.of(ir).sealCount(ir.log(), "M2")).isEqualTo(new SealCount(10, 1));
    assertThat(Fold.of(ir, pk).sealCount(pk.log(), "M2")).isEqualTo(new SealCount(0, 0));
  }

  private PayloadId seal(String ref, String words, Instant deadline) {
    Payload payload = says(words);
    Entry entry =
        ir.next(Kind.of("inquiry.claim"))
            .ref(ref)
            .release(Release.SEALED)
            .payload(payload.ref("body").sealedUntil(deadline))
            .by(ir.officer("c0c0"))
            .seal(ir.node());
    return new PayloadId(ir.add(entry, Optional.empty()).entry().id(), payload.sha256());
  }

  private static Seal.Stage stage(ChannelState state, PayloadId payload, Instant now) {
    return state.seals().get(payload).stage(now);
  }

  // ---- 04-5, 04-6: keys and ends
  // -------------------------------------------------------------------

  @Test
  void aRotatedKeyHoldsBehindTheRotation() {
    NoteSigner next = Keys.signer("ir.sarhad.example/node", "2");
    ir.say(rotation(KeyUse.NODE, next), ir.admin());
    ir.useNode(next);
    Roster roster = Fold.of(ir).side(ir.log()).roster();

    assertThat(roster.keysAt(0)).isEqualTo(ir.card());
    assertThat(roster.keysAt(1)).isEqualTo(ir.card());
    assertThat(roster.keysAt(2).node()).isEqualTo(next.verifierKey());
    assertThat(roster.keysAt(2).logKeys()).isEqualTo(ir.card().logKeys());
  }

  @Test
  void aRotatedLogKeyTakesThePlaceOfTheOneOfItsType() {
    NoteSigner next = Keys.signer("ir.sarhad.example/joint", "2");
    ir.say(rotation(KeyUse.LOG, next), ir.admin());

    assertThat(Fold.of(ir).side(ir.log()).roster().keysAt(2).logKeys())
        .containsExactly(next.verifierKey(), ir.card().logKeys().getLast());
  }

  private RecordFact.KeyRotated rotation(KeyUse use, NoteSigner next) {
    Bytes statement = KeyStatement.rotation(Sides.CHANNEL, ir.log(), use, next.verifierKey());
    return new RecordFact.KeyRotated(
        use, next.verifierKey(), Bytes.of(next.key().sign(statement.toArray())), Optional.empty());
  }

  @Test
  void aLogEndsByItsRecoveryKeyAndIsFollowed() {
    SeenHead last = new SeenHead(1, pk.rootAt(1));
    Bytes end = KeyStatement.revocation(Sides.CHANNEL, pk.log(), 1);
    ir.say(new RecordFact.KeysRevoked(pk.log(), 1, pk.recovers(end)));
    TestSide next = new TestSide(Sides.CHANNEL, "pk", "joint.2").begin();
    Bytes follows = KeyStatement.succession(Sides.CHANNEL, pk.log(), last, next.log());
    next.say(new RecordFact.Successor(pk.log(), last, pk.recovers(follows)));

    ChannelState state = Fold.of(pk, ir, next);

    assertThat(state.voids().isEmpty()).isTrue();
    assertThat(state.side(pk.log()).end()).contains(1L);
    assertThat(state.side(next.log()).follows()).contains(pk.log());
  }

  @Test
  void aGenesisThatIsNotWhatWasPairedBeginsNothing() {
    TestSide other = new TestSide(Sides.CHANNEL, "other").begin();
    other.say("response.alert", other.watch());
    SideKeys paired = other.card();
    ChannelState state =
        Fold.empty()
            .with(
                new SideKeys(
                    pk.party(), other.log(), paired.node(), paired.logKeys(), paired.mirrorKeys()));

    for (TestSide.Said said : other.said()) {
      state = Fold.step(state, said);
    }

    assertThat(state.voids().get(other.at(0))).isEqualTo(RecordRefusal.GENESIS_MISMATCH);
    assertThat(state.side(other.log()).isBegun()).isFalse();
    assertThat(state.context(other.said().getLast().entry()).roles()).isEmpty();
  }

  @Test
  void aForkIsPublishedByWhoeverSawIt() {
    ir.say(new RecordFact.ForkPublished(pk.log(), 771, Merkle.EMPTY_ROOT));

    assertThat(Fold.of(ir, pk).forksOf(pk.log()).get(ir.party()))
        .isEqualTo(new ForkNotice(ir.at(1), 771, Merkle.EMPTY_ROOT));
    assertThat(Fold.of(ir, pk).forksOf(ir.log()).isEmpty()).isTrue();
  }

  @Test
  void anAcknowledgementIsTheLastWordOnTheJointState() {
    ir.say(new RecordFact.Ack(3, Merkle.EMPTY_ROOT));
    RecordFact.Ack later = new RecordFact.Ack(5, Merkle.EMPTY_ROOT);
    ir.say(later);

    assertThat(Fold.of(ir).side(ir.log()).lastAck())
        .contains(new SideState.LastAck(ir.at(2), later));
  }

  // ---- the fold is total, and the same on both nodes
  // ----------------------------------------------

  @Test
  void aFactItsAuthorHadNoBusinessStatingIsKeptAndChangesNothing() {
    NoteSigner usurper = pk.officer("bad");
    pk.say(new RecordFact.OfficerGranted(with(usurper, Role.CHIEF)), pk.watch());
    ChannelState state = Fold.of(pk);

    assertThat(state.voids().get(pk.at(1))).isEqualTo(RecordRefusal.ROLE_MISSING);
    assertThat(state.side(pk.log()).roster().officerAt(idOf(usurper), 99)).isEmpty();
    assertThat(state.side(pk.log()).size()).isEqualTo(2);
  }

  @Test
  void entriesOfUnknownKindsAreFoldedLikeAllOthers() {
    ir.say("weather.report");

    assertThat(Fold.of(ir).side(ir.log()).size()).isEqualTo(2);
    assertThat(Fold.of(ir).digest())
        .isNotEqualTo(Fold.of(new TestSide(Sides.CHANNEL, "ir").begin()).digest());
  }

  @Test
  void foldingOutOfOrderIsABug() {
    Entry later = ir.say("a.b").entry();
    ChannelState begun = Fold.empty(ir);

    assertThatThrownBy(() -> begun.enter(later)).isInstanceOf(BugException.class);
    assertThatThrownBy(() -> Fold.empty().side(ir.log())).isInstanceOf(BugException.class);
    assertThatThrownBy(() -> begun.apply(Fold.nextByNode(begun, ir), ir.genesis()))
        .isInstanceOf(BugException.class);
  }

  @Test
  void pairingAgainChangesNothing() {
    ChannelState state = Fold.of(ir, pk);

    assertThat(state.with(pk.card())).isSameAs(state);
  }

  /// I9: however the two logs interleave on arrival, causes before effects, the state is the same.
  @Test
  void theStateDoesNotDependOnHowTheLogsInterleave() {
    Seeded.check(
        10,
        random -> {
          List<TestSide.Said> written = conversation(random);
          ChannelState inOrder = Fold.empty(ir, pk);
          for (TestSide.Said said : written) {
            inOrder = Fold.step(inOrder, said);
          }
          ChannelState shuffled = Fold.empty(ir, pk);
          for (TestSide.Said said : shuffledCausally(written, random)) {
            shuffled = Fold.step(shuffled, said);
          }
          assertThat(shuffled.digest()).isEqualTo(inOrder.digest());
          assertThat(shuffled).isEqualTo(inOrder);
        });
  }

  /// Fifty entries by both sides: officers come and go, roles change, entries are read and erased;
  /// some of it by people who may not.
  private static List<TestSide.Said> conversation(SplittableRandom random) {
    TestSide a = new TestSide(Sides.CHANNEL, "ir");
    TestSide b = new TestSide(Sides.CHANNEL, "pk");
    List<TestSide.Said> written = new ArrayList<>();
    written.add(a.say(a.genesis()));
    written.add(b.say(b.genesis()));
    for (int i = 0; i < 50; i++) {
      boolean first = random.nextBoolean();
      TestSide side = first ? a : b;
      TestSide other = first ? b : a;
      if (random.nextInt(3) == 0) {
        side.sees(other);
      }
      NoteSigner signer =
          random.nextInt(3) == 0
              ? side.watch()
              : random.nextBoolean() ? side.admin() : side.officer("c0c0");
      NoteSigner someone = side.officer("s" + random.nextInt(4));
      PayloadId some =
          new PayloadId(
              (random.nextBoolean() ? side : other).at(random.nextInt(20)),
              says("response.note").sha256());
      written.add(
          switch (random.nextInt(9)) {
            case 0 ->
                side.say(
                    new RecordFact.OfficerGranted(
                        with(someone, SOME_ROLES.get(random.nextInt(SOME_ROLES.size())))),
                    signer);
            case 1 -> side.say(new RecordFact.OfficerRevoked(idOf(someone), KeyEnd.LEFT), signer);
            case 2 -> side.say(new RecordFact.RoleGranted(idOf(someone), Role.CLERK), signer);
            case 3 -> side.say(new RecordFact.RoleRevoked(idOf(someone), Role.CLERK), signer);
            case 4 -> side.say(new RecordFact.Read(List.of(other.at(random.nextInt(20)))), signer);
            case 5 -> side.say(new RecordFact.Erased(some, "Order"), signer);
            case 6 -> side.say(new RecordFact.ErasureConfirmed(some), signer);
            case 7 -> side.say(new RecordFact.Ack(i, Merkle.EMPTY_ROOT));
            default -> side.say("response.note", signer);
          });
    }
    return written;
  }

  /// Another order of the same entries in which each log is in its own order and no entry comes
  /// before what it has seen.
  private static List<TestSide.Said> shuffledCausally(
      List<TestSide.Said> written, SplittableRandom random) {
    List<TestSide.Said> rest = new ArrayList<>(written);
    List<TestSide.Said> shuffled = new ArrayList<>();
    while (!rest.isEmpty()) {
      TestSide.Said next = rest.get(random.nextInt(rest.size()));
      if (isNext(next.entry(), shuffled)) {
        shuffled.add(next);
        rest.remove(next);
      }
    }
    return shuffled;
  }

  private static boolean isNext(Entry entry, List<TestSide.Said> before) {
    boolean seenAll =
        entry.envelope().seen().heads().stream()
            .allMatch(head -> count(before, head.key()) >= head.value().size());
    return seenAll && count(before, entry.id().origin()) == entry.id().index();
  }

  private static long count(List<TestSide.Said> said, Origin log) {
    return said.stream().filter(s -> s.entry().id().origin().equals(log)).count();
  }
}
