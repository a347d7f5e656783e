package org.sarhad.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.testing.Sides.EIGHT;
import static org.sarhad.core.testing.TestSide.idOf;
import static org.sarhad.core.testing.TestSide.with;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryBuilder;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.MalformedEntryException;
import org.sarhad.core.entry.Release;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.order.RootReader;
import org.sarhad.core.order.SeenVerdict;
import org.sarhad.core.party.ChannelId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Keys;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.TestSide;
import org.sarhad.core.time.TimeBracket;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.note.NoteSigner;
import org.sarhad.tlog.tree.Merkle;

/// What Iran's node makes of what comes from Pakistan's, protocol clause 04-7. The names are the
/// attacks.
class EntryAdmissionTest {
  private static final Kind ALERT = Kind.of("response.alert");
  private static final Set<SuspectReason> MET = EnumSet.noneOf(SuspectReason.class);

  private final TestSide ir = new TestSide(Sides.CHANNEL, "ir").begin();
  private final TestSide pk = new TestSide(Sides.CHANNEL, "pk").begin();

  /// Iran's node holds its own tree and its mirror of Pakistan's.
  private final RootReader trees =
      (log, size) -> {
        TestSide side = log.equals(ir.log()) ? ir : pk;
        return side.log().equals(log) && size <= side.size()
            ? Optional.of(side.rootAt(size))
            : Optional.empty();
      };

  // ---- what is taken --------------------------------------------------------------------------

  @Test
  void anHonestEntryIsTaken() {
    pk.sees(ir);
    Entry alert = next().by(pk.watch()).seal(pk.node());

    assertThat(judge(alert)).isEqualTo(new Admission.Admitted(alert, ClockNote.AGREES));
  }

  @Test
  void aGenesisByTheConfirmedNodeIsTaken() {
    Entry genesis = pk.said().getFirst().entry();
    ChannelState paired = Fold.empty(ir, pk);

    assertThat(admission().judge(paired, genesis.id(), genesis.bytes(), TimeBracket.OPEN))
        .isEqualTo(new Admission.Admitted(genesis, ClockNote.AGREES));
  }

  @Test
  void anEntryOfUnknownKindIsTaken() {
    Entry unknown = pk.next(Kind.of("weather.report")).by(pk.watch()).seal(pk.node());

    assertThat(judge(unknown)).isInstanceOf(Admission.Admitted.class);
  }

  @Test
  void anEntryOfTheNodeAloneIsTaken() {
    assertThat(judge(next().seal(pk.node()))).isInstanceOf(Admission.Admitted.class);
  }

  @Test
  void oldSignaturesStayGoodAfterTheOfficerIsGone() {
    Entry old = pk.say("response.alert", pk.watch()).entry();
    ChannelState before = Fold.of(new TestSide(Sides.CHANNEL, "pk").begin());
    pk.say(new RecordFact.OfficerRevoked(idOf(pk.watch()), KeyEnd.LEFT), pk.admin());

    // A node that only now catches up judges it where it stands.
    assertThat(admission().judge(before, old.id(), old.bytes(), TimeBracket.OPEN))
        .isInstanceOf(Admission.Admitted.class);
  }

  // ---- what is not ----------------------------------------------------------------------------

  @Test
  void otherSpelling() {
    Bytes spaced =
        Bytes.ofUtf8(next().seal(pk.node()).bytes().utf8().replace("\"v\":1", "\"v\": 1"));

    assertSuspect(
        SuspectReason.MALFORMED, admission().judge(state(), pk.at(1), spaced, TimeBracket.OPEN));
  }

  @Test
  void replayedInAnotherChannel() {
    Entry other =
        EntryBuilder.at(ChannelId.of("sarhad.example/ir-tr"), pk.at(1), ALERT, EIGHT)
            .by(pk.watch())
            .seal(pk.node());

    assertSuspect(SuspectReason.OTHER_CHANNEL, judge(other));
  }

  @Test
  void replayedAtAnotherPlace() {
    Entry first = pk.say("response.alert", pk.watch()).entry();

    assertSuspect(
        SuspectReason.OTHER_PLACE,
        admission().judge(state(), pk.at(2), first.bytes(), TimeBracket.OPEN));
  }

  @Test
  void copiedFromAnotherLog() {
    Entry ours = ir.next(ALERT).by(ir.watch()).seal(ir.node());

    assertSuspect(
        SuspectReason.OTHER_PLACE,
        admission().judge(state(), pk.at(1), ours.bytes(), TimeBracket.OPEN));
  }

  @Test
  void internalInASharedLog() {
    assertSuspect(
        SuspectReason.NOT_SHARED,
        judge(next().release(Release.OWN).by(pk.watch()).seal(pk.node())));
  }

  @Test
  void secondGenesis() {
    assertSuspect(
        SuspectReason.GENESIS_PLACE, judge(pk.next(RecordKind.GENESIS.kind()).seal(pk.node())));
  }

  @Test
  void logWithoutGenesis() {
    TestSide bare = new TestSide(Sides.CHANNEL, "pk");
    Entry first = bare.next(ALERT).seal(pk.node());

    assertSuspect(
        SuspectReason.GENESIS_PLACE,
        admission().judge(Fold.empty(pk), first.id(), first.bytes(), TimeBracket.OPEN));
  }

  @Test
  void writtenBehindTheEndOfTheLog() {
    Bytes end = KeyStatement.revocation(Sides.CHANNEL, pk.log(), 1);
    ir.say(new RecordFact.KeysRevoked(pk.log(), 1, pk.recovers(end)));

    assertSuspect(SuspectReason.LOG_ENDED, judge(next().by(pk.watch()).seal(pk.node())));
  }

  @Test
  void unknownNodeKey() {
    NoteSigner other = Keys.signer(pk.node().name(), "made up");

    assertSuspect(SuspectReason.NODE_KEY, judge(next().by(pk.watch()).seal(other)));
  }

  @Test
  void nodeKeyThatWasRotatedAway() {
    NoteSigner old = pk.node();
    NoteSigner fresh = Keys.signer(old.name(), "2");
    Bytes statement =
        KeyStatement.rotation(Sides.CHANNEL, pk.log(), KeyUse.NODE, fresh.verifierKey());
    pk.say(
        new RecordFact.KeyRotated(
            KeyUse.NODE,
            fresh.verifierKey(),
            Bytes.of(fresh.key().sign(statement.toArray())),
            Optional.empty()),
        pk.admin());

    assertSuspect(SuspectReason.NODE_KEY, judge(next().seal(old)));
    assertThat(judge(next().seal(fresh))).isInstanceOf(Admission.Admitted.class);
  }

  @Test
  void mismatchedNodeSignature() {
    Entry honest = next().by(pk.watch()).seal(pk.node());
    Entry other = next().ref("INC-2").by(pk.watch()).seal(pk.node());

    assertSuspect(SuspectReason.NODE_SIGNATURE, judge(spliced(other, honest)));
  }

  @Test
  void officerNobodyEnrolled() {
    assertSuspect(
        SuspectReason.OFFICER_UNKNOWN, judge(next().by(pk.officer("nobody")).seal(pk.node())));
    // Nor does an officer of the other side count.
    assertSuspect(SuspectReason.OFFICER_UNKNOWN, judge(next().by(ir.watch()).seal(pk.node())));
  }

  @Test
  void officerEnrolledByTheVeryEntryTheySign() {
    NoteSigner fresh = pk.officer("f00d");
    Entry entry = pk.next(RecordKind.OFFICER_GRANTED.kind()).by(fresh).seal(pk.node());

    assertSuspect(SuspectReason.OFFICER_UNKNOWN, judge(entry));
  }

  @Test
  void secondSignerNobodyEnrolled() {
    assertSuspect(
        SuspectReason.OFFICER_UNKNOWN,
        judge(next().by(pk.watch()).by(pk.officer("nobody")).seal(pk.node())));
  }

  /// Whatever ended the key, it signs nothing behind the entry that says so.
  @ParameterizedTest
  @EnumSource(KeyEnd.class)
  void revokedOfficer(KeyEnd why) {
    pk.say(new RecordFact.OfficerRevoked(idOf(pk.watch()), why), pk.admin());

    Admission judged = judge(next().by(pk.watch()).seal(pk.node()));

    assertSuspect(SuspectReason.OFFICER_REVOKED, judged);
    assertThat(judged)
        .extracting("detail")
        .isEqualTo("pk.sarhad.example/officer/7f3a, " + why.code());
  }

  @Test
  void keyFromBeforeAReset() {
    NoteSigner after = Keys.signer(pk.watch().name(), "after a reset");
    pk.say(new RecordFact.OfficerGranted(with(after, Role.WATCH_OFFICER)), pk.admin());

    assertSuspect(SuspectReason.OFFICER_KEY, judge(next().by(pk.watch()).seal(pk.node())));
    assertThat(judge(next().by(after).seal(pk.node()))).isInstanceOf(Admission.Admitted.class);
  }

  @Test
  void mismatchedOfficerSignature() {
    Entry honest = next().by(pk.watch()).seal(pk.node());
    Entry unsigned = next().ref("INC-2").seal(pk.node());
    String officer = honest.officers().getFirst().line();
    String note = unsigned.bytes().utf8().replace("\n\n", "\n\n" + officer);

    assertSuspect(
        SuspectReason.OFFICER_SIGNATURE,
        admission().judge(state(), pk.at(1), Bytes.ofUtf8(note), TimeBracket.OPEN));
  }

  @Test
  void futureSeen() {
    Seen future = Seen.of(ir.log(), Sides.head(99));

    assertSuspect(
        SuspectReason.SEEN_BEYOND, judge(next().seen(future).by(pk.watch()).seal(pk.node())));
  }

  // ---- what is evidence by itself -------------------------------------------------------------

  @Test
  void seenOfAFork() {
    SeenHead forked = new SeenHead(1, Merkle.EMPTY_ROOT);
    Entry entry = next().seen(Seen.of(ir.log(), forked)).by(pk.watch()).seal(pk.node());

    assertThat(judge(entry))
        .isEqualTo(
            new Admission.Exhibit(
                entry, new SeenVerdict.OtherTree(ir.log(), forked, new SeenHead(1, ir.rootAt(1)))));
  }

  @Test
  void seenThatGoesBack() {
    ir.say("response.alert");
    pk.sees(ir);
    pk.say("response.alert", pk.watch());
    SeenHead less = new SeenHead(1, ir.rootAt(1));
    Entry entry = next().seen(Seen.of(ir.log(), less)).by(pk.watch()).seal(pk.node());

    assertThat(judge(entry))
        .isEqualTo(
            new Admission.Exhibit(
                entry,
                new SeenVerdict.Contradicts(
                    ir.log(), new SeenHead(2, ir.rootAt(2)), Optional.of(less))));
  }

  // ---- clocks ---------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0      | AGREES
          120    | AGREES
          -120   | AGREES
          121    | DIFFERS
          -121   | DIFFERS
          600    | DIFFERS
          601    | DISPUTED
          -601   | DISPUTED
          -86400 | DISPUTED
          """)
  void aClockIsFlaggedAndNeverRefused(long offBySeconds, ClockNote note) {
    Entry entry = next().by(pk.watch()).seal(pk.node());
    Instant now = entry.envelope().time().minusSeconds(offBySeconds);

    assertThat(admission().judge(state(), pk.at(1), entry.bytes(), TimeBracket.between(now, now)))
        .isEqualTo(new Admission.Admitted(entry, note));
  }

  @Test
  void waitingForALinkIsNotAWrongClock() {
    Entry entry = next().by(pk.watch()).seal(pk.node());
    TimeBracket threeWeeks =
        TimeBracket.between(EIGHT.minusSeconds(5), EIGHT.plusSeconds(21 * 86_400));

    assertThat(admission().judge(state(), pk.at(1), entry.bytes(), threeWeeks))
        .isEqualTo(new Admission.Admitted(entry, ClockNote.AGREES));
    assertThat(ClockNote.of(EIGHT, TimeBracket.OPEN)).isEqualTo(ClockNote.AGREES);
  }

  // ---- the caller -----------------------------------------------------------------------------

  @Test
  void judgingOutOfOrderIsABug() {
    Entry entry = next().seal(pk.node());

    assertThatThrownBy(() -> admission().judge(state(), pk.at(5), entry.bytes(), TimeBracket.OPEN))
        .isInstanceOf(BugException.class);
  }

  @AfterAll
  static void everyReasonIsMet() {
    assertThat(MET).containsExactly(SuspectReason.values());
    assertThat(SuspectReason.values())
        .allSatisfy(reason -> assertThat(reason.sentence()).endsWith("."));
  }

  private EntryAdmission admission() {
    return new EntryAdmission(trees, Keys.SIGNATURES);
  }

  private ChannelState state() {
    return Fold.of(pk, ir);
  }

  private EntryBuilder next() {
    return pk.next(ALERT);
  }

  private Admission judge(Entry entry) {
    EntryId place = pk.at(pk.size());
    return admission().judge(state(), place, entry.bytes(), TimeBracket.OPEN);
  }

  /// The text of one entry under the signatures of another.
  private static Entry spliced(Entry text, Entry signatures) {
    String lines = signatures.bytes().utf8().split("\n\n", -1)[1];
    try {
      return Entry.parse(Bytes.ofUtf8(text.signedText().utf8() + "\n" + lines));
    } catch (MalformedEntryException fault) {
      throw new AssertionError(fault);
    }
  }

  private static void assertSuspect(SuspectReason reason, Admission admission) {
    assertThat(admission)
        .isInstanceOfSatisfying(
            Admission.Suspect.class,
            suspect -> assertThat(suspect.reason()).as(suspect.detail()).isEqualTo(reason));
    MET.add(reason);
  }
}
