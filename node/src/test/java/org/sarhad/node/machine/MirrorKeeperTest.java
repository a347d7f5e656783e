package org.sarhad.node.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.response.ResponseState;
import org.sarhad.node.intake.EvidenceKind;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.node.link.Hello;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.testing.Scribe;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.mirror.AddEntries;
import org.sarhad.tlog.mirror.EntryPackage;
import org.sarhad.tlog.mirror.MirrorInfo;
import org.sarhad.tlog.note.Note;
import org.sarhad.tlog.note.NoteSigner;
import org.sarhad.tlog.note.NoteVerdict;
import org.sarhad.tlog.tree.Frontier;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.Tree;
import org.sarhad.tlog.witness.AddCheckpoint;

/// What the mirror of a log makes of each thing its author sends (06-4): the log of `ir`, mirrored
/// by `pk`.
class MirrorKeeperTest {
  private static final int SIZE = 5;
  private static final Signatures SIGNATURES = Signatures.jdk();
  private static final Scribe PK = new Scribe("pk");
  private static final NodeIdentity SELF = PK.identity();

  private final Scribe ir = Scribe.begun("ir").say(SIZE - 1);
  private Moment now = new Moment(Instant.ofEpochSecond(Scribe.SIGNED_AT + 60), 0);
  private NodeSettings settings = NodeSettings.DEFAULTS;
  private Standing standing = Standing.EMPTY;
  private Facts facts =
      Facts.of(
          ChannelState.of(SELF.channel(), SIGNATURES).with(PK.keys()).with(ir.keys()),
          ResponseState.of(PartyId.of("pk"), PartyId.of("ir")));
  private MirrorKeeper keeper = keeper();

  private MirrorKeeper keeper() {
    return new MirrorKeeper(
        SELF,
        SIGNATURES,
        settings,
        ir.log(),
        ir.hashes(),
        Set.of(),
        (_, _) -> Optional.empty(),
        now);
  }

  @BeforeEach
  void pair() {
    keep(new IntakeRecord.Paired(Hello.cardBytes(ir.identity().card())));
  }

  // ---- heads ------------------------------------------------------------------------------------

  @Test
  void aHeadThatProvesIsPending() {
    var ruling = offers(0, head(SIZE));

    assertThat(ruling.answer().status()).isEqualTo(200);
    assertThat(ruling.records()).containsExactly(new IntakeRecord.PeerHead(head(SIZE).bytes()));
    assertThat(author().mirror().pending()).isEqualTo(SIZE);
    assertThat(author().mirror().size()).as("nothing is cosigned yet").isZero();
  }

  @Test
  void aHeadThatIsKnownChangesNothing() {
    offers(0, head(SIZE));
    var ruling = offers(SIZE, head(SIZE));

    assertThat(ruling.answer().status()).isEqualTo(200);
    assertThat(ruling.records()).isEmpty();
  }

  @Test
  void headsThatAreNotTaken() {
    offers(0, head(3));

    assertRefused(offer(Bytes.ofUtf8("nonsense")), 400, "");
    assertRefused(offers(4, List.of(), head(3)), 400, "old size 4 above the size 3");
    assertRefused(offers(3, signed(PK.heads(), ir.log(), SIZE)), 403, "");
    assertRefused(
        offers(3, signed(Scribe.signer("af.example/joint"), Origin.of("af.example/joint"), SIZE)),
        404,
        "no log called af.example/joint is mirrored here");
    var behind = offers(0, head(SIZE));
    assertRefused(behind, 409, "3");
    assertThat(author().mirror().pending()).isEqualTo(3);
  }

  @Test
  void aSmallerHeadIsNeverTaken() {
    offers(0, head(SIZE));

    assertRefused(offers(0, head(3)), 409, "" + SIZE);
    assertThat(author().mirror().pending()).isEqualTo(SIZE);
  }

  @Test
  void twoHeadsOfOneSizeAreAFork() {
    offers(0, head(SIZE));

    assertFork(offers(SIZE, List.of(), twin()));
  }

  @Test
  void aHeadThatExtendsAnotherPastIsAFork() {
    offers(0, head(3));
    var other = Scribe.begun("ir").say(1).put(Bytes.ofUtf8("another past")).say(2);
    var twin = signed(ir.heads(), new Checkpoint(ir.log().value(), SIZE, other.root(SIZE)));

    assertFork(offers(3, Tree.consistencyProof(3, SIZE, other.hashes()), twin));
  }

  @Test
  void aHeadWithoutProofIsLookedInto() {
    offers(0, head(3));
    var ruling = offers(3, List.of(), head(SIZE));

    assertRefused(ruling, 422, "");
    assertThat(ruling.finding())
        .containsInstanceOf(Ruling.Finding.Unproven.class)
        .map(found -> ((Ruling.Finding.Unproven) found).head().size())
        .hasValue((long) SIZE);
    assertThat(ruling.records()).as("no evidence yet").isEmpty();
  }

  // ---- entries ----------------------------------------------------------------------------------

  @Test
  void whatIsWholeIsStoredCosignedAndKnown() {
    offers(0, head(SIZE));
    hands(0, SIZE);
    var ruling = uploads(0, SIZE);

    assertThat(ruling.answer().status()).isEqualTo(200);
    assertThat(ruling.records())
        .extracting(Object::getClass)
        .containsExactly(IntakeRecord.PeerEntries.class, IntakeRecord.MirrorCosigned.class);
    assertThat(cosignature(ruling)).isInstanceOf(NoteVerdict.Signed.class);
    assertThat(ruling.known())
        .extracting(told -> told.id().index())
        .containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(author().mirror().size()).isEqualTo(SIZE);
    assertThat(author().mirror().receiptTimes().newest()).contains(now.wall());
  }

  @Test
  void askedAgainItGivesTheSameCosignature() {
    var first = taken(SIZE);
    now = now.plus(Duration.ofMinutes(1));
    var again = uploads(0, SIZE);

    assertThat(again.answer()).isEqualTo(first.answer());
    assertThat(again.records()).isEmpty();
  }

  @Test
  void entriesWithoutAHeadAreNotTaken() {
    hands(0, SIZE);

    assertRefused(uploads(0, SIZE), 422, "no head of this log was accepted yet");
  }

  @Test
  void payloadsComeFirst() throws Exception {
    offers(0, head(SIZE));
    var nothing = uploads(0, SIZE);
    assertThat(nothing.answer().status()).isEqualTo(409);
    assertThat(nothing.records()).isEmpty();

    hands(0, 3);
    var part = uploads(0, SIZE);
    assertThat(part.answer().status()).isEqualTo(202);
    assertThat(MirrorInfo.parse(part.answer().body()).next()).isEqualTo(3);
    assertThat(author().mirror().state().next()).isEqualTo(3);
    assertThat(author().mirror().size()).isZero();

    hands(3, SIZE);
    assertThat(uploads(3, SIZE).answer().status()).isEqualTo(200);
  }

  @Test
  void anEntryThatIsNotTheOneUnderTheHeadIsNotTaken() {
    offers(0, head(SIZE));
    hands(0, SIZE);
    var other = Scribe.begun("ir").say(SIZE - 2).put(ir.entry(0));
    var ruling = kept(keeper.upload(standing, author(), facts, upload(other, 0, SIZE), now));

    assertRefused(ruling, 422, "");
    assertThat(ruling.finding()).containsInstanceOf(Ruling.Finding.Suspect.class);
    assertThat(ruling.records()).isEmpty();
  }

  @Test
  void whatIsInTheLogAndNoEntryIsEvidence() {
    ir.put(Bytes.ofUtf8("no entry at all"));
    offers(0, head(SIZE + 1));
    hands(0, SIZE);
    var ruling = uploads(0, SIZE + 1);

    assertThat(ruling.answer().status()).as("what came before it is taken").isEqualTo(202);
    assertThat(author().mirror().state().next()).isEqualTo(SIZE);
    assertThat(evidence(ruling).kind()).isEqualTo(EvidenceKind.INADMISSIBLE);
    assertThat(evidence(ruling).content()).isEqualTo(Bytes.ofUtf8("no entry at all"));
    assertRefused(uploads(SIZE, SIZE + 1), 422, "not an entry");
    assertThat(author().mirror().size()).as("never cosigned").isZero();
  }

  /// The author has seen more of our log than we ever signed: perhaps we have forgotten it.
  @Test
  void anEntryThatHasSeenMoreOfOurLogThanThereIsMakesUsDoubt() {
    ir.sees(PK, 9, Merkle.EMPTY_ROOT).say(1);
    offers(0, head(SIZE + 1));
    hands(0, SIZE + 1);
    uploads(0, SIZE + 1);
    var ruling = uploads(SIZE, SIZE + 1);

    assertRefused(ruling, 503, "not yet");
    assertThat(ruling.finding()).contains(new Ruling.Finding.Behind(9));
    assertThat(ruling.records()).isEmpty();
  }

  @Test
  void moreEntriesThanAgreedWait() {
    settings = settings.with(new NodeSettings.Rate(1, SIZE - 1));
    keeper = keeper();
    offers(0, head(SIZE));
    hands(0, SIZE);
    assertRefused(uploads(0, SIZE), 429, "more entries at once than agreed");

    now = now.plus(Duration.ofSeconds(9));
    assertRefused(uploads(0, SIZE), 429, "");
    var carried = kept(keeper.carried(standing, author(), facts, upload(ir, 0, SIZE), now));
    assertThat(carried.answer().status()).as("carried by hand").isEqualTo(200);
  }

  // ---- erased payloads --------------------------------------------------------------------------

  @Test
  void aPayloadThatWasErasedIsExcusedByTheErasureUnderTheHead() {
    ir.erase(2);
    offers(0, head(SIZE + 1));
    hands(0, 2);
    hands(new PayloadFrame.Erased(ir.payloads(2, 3).getFirst().sha256(), SIZE));
    hands(3, SIZE + 1);

    assertRefused(uploads(0, SIZE + 1), 200, "");
  }

  @Test
  void aPayloadThatIsSaidToBeErasedAndIsNotIsNotCosigned() {
    offers(0, head(SIZE));
    hands(0, 2);
    hands(new PayloadFrame.Erased(ir.payloads(2, 3).getFirst().sha256(), SIZE));
    hands(3, SIZE);
    var ruling = uploads(0, SIZE);

    assertRefused(ruling, 422, "is said to be erased and is not");
    assertThat(author().mirror().size()).isZero();
  }

  @Test
  void whatIsAboutTheChannelIsNeverErased() {
    offers(0, head(SIZE));
    hands(new PayloadFrame.Erased(ir.payloads(0, 1).getFirst().sha256(), SIZE));
    hands(1, SIZE);
    var ruling = uploads(0, SIZE);

    assertRefused(ruling, 422, "entry 0 is a record.genesis, and its payload is said to be erased");
    assertThat(evidence(ruling).content()).isEqualTo(ir.entry(0));
  }

  // ---- the clock --------------------------------------------------------------------------------

  @Test
  void aClockFarBehindTheLastCosignatureCosignsNothing() {
    taken(3);
    var last = now.wall();
    now = new Moment(last.minusSeconds(3), now.nanos());
    offers(3, head(SIZE));
    hands(3, SIZE);

    var ruling = uploads(3, SIZE);
    assertRefused(ruling, 503, "clock is behind");
    assertThat(author().mirror().state().next()).as("stored all the same").isEqualTo(SIZE);

    now = new Moment(last.minusSeconds(2), now.nanos());
    assertThat(uploads(SIZE, SIZE).answer().status()).isEqualTo(200);
    assertThat(author().mirror().receiptTimes().at(SIZE)).as("never goes back").contains(last);
  }

  /// Heads and cosignatures are words of one side, and together they must not go back (07-7.6).
  @Test
  void aCosignatureIsNotDatedBeforeAHeadOfOurs() {
    var dated = now.wall().plusSeconds(2);
    var head = Heads.sign(SELF, Frontier.EMPTY, dated);
    standing =
        new Standing(
            standing.own().withHead(head, Optional.of(dated)),
            standing.journal(),
            standing.peers(),
            standing.answers(),
            standing.evidence());

    taken(SIZE);

    assertThat(author().mirror().receiptTimes().newest()).contains(dated);
  }

  // ---- a log that forked ------------------------------------------------------------------------

  @Test
  void ofALogThatForkedNothingMoreIsTaken() {
    offers(0, head(SIZE));
    offers(SIZE, List.of(), twin());
    hands(0, SIZE);

    assertRefused(offers(SIZE, head(SIZE)), 422, "two histories");
    assertRefused(uploads(0, SIZE), 422, "two histories");
  }

  // ---- what the author does ---------------------------------------------------------------------

  /// A head of the same size over another past.
  private SignedCheckpoint twin() {
    var other = Scribe.begun("ir").say(SIZE - 2).put(Bytes.ofUtf8("another past"));
    return signed(ir.heads(), new Checkpoint(ir.log().value(), SIZE, other.root(SIZE)));
  }

  private SignedCheckpoint head(int size) {
    return signed(ir.heads(), ir.log(), size);
  }

  private SignedCheckpoint signed(NoteSigner signer, Origin origin, int size) {
    return signed(signer, new Checkpoint(origin.value(), size, ir.root(size)));
  }

  private static SignedCheckpoint signed(NoteSigner signer, Checkpoint head) {
    return SignedCheckpoint.of(head, List.of(signer.sign(head.text())));
  }

  private Ruling offers(int old, SignedCheckpoint head) {
    return offers(old, Tree.consistencyProof(old, head.size(), ir.hashes()), head);
  }

  private Ruling offers(int old, List<Hash> proof, SignedCheckpoint head) {
    return offer(new AddCheckpoint(old, proof, head).bytes());
  }

  private Ruling offer(Bytes body) {
    return kept(keeper.offer(author(), facts, body, now));
  }

  private void hands(int from, int to) {
    hands(ir.payloads(from, to).toArray(PayloadFrame[]::new));
  }

  private void hands(PayloadFrame... frames) {
    kept(keeper.hand(facts, new PeerRequest.PushPayloads(List.of(frames))));
  }

  private Ruling uploads(int start, int end) {
    return kept(keeper.upload(standing, author(), facts, upload(ir, start, end), now));
  }

  private static PeerRequest.AddEntries upload(Scribe log, int start, int end) {
    var header = new AddEntries(log.log().value(), start, end, Bytes.EMPTY);
    var packages = new ArrayList<EntryPackage>();
    for (long i = 0; i < header.packageCount(); i++) {
      var range = header.range(i);
      var entries = new ArrayList<Bytes>();
      for (long index = range.start(); index < range.end(); index++) {
        entries.add(log.entry((int) index));
      }
      packages.add(EntryPackage.of(range, entries, end, log.hashes()));
    }
    return new PeerRequest.AddEntries(header, packages, PeerRequest.Ending.WHOLE);
  }

  private Ruling taken(int size) {
    offers(0, head(size));
    hands(0, size);
    var ruling = uploads(0, size);
    assertThat(ruling.answer().status()).isEqualTo(200);
    return ruling;
  }

  // ---- what the mirror remembers ----------------------------------------------------------------

  private PeerStanding author() {
    return standing.peers().get(PartyId.of("ir"));
  }

  private Ruling kept(Ruling ruling) {
    ruling.records().forEach(this::keep);
    facts = ruling.facts();
    return ruling;
  }

  private void keep(IntakeRecord record) {
    standing =
        standing.apply(
            record, new Standing.Context(SELF.card().log(), (_, _) -> Merkle.EMPTY_ROOT));
  }

  // ---- sentences --------------------------------------------------------------------------------

  private static void assertRefused(Ruling ruling, int status, String sentence) {
    assertThat(ruling.answer().status()).as("%s", ruling.answer()).isEqualTo(status);
    assertThat(ruling.answer().body().findUtf8().orElseThrow()).contains(sentence);
  }

  private void assertFork(Ruling ruling) {
    assertRefused(ruling, 422, "");
    assertThat(ruling.finding())
        .hasValueSatisfying(
            found -> {
              try {
                var proof = ((Ruling.Finding.Fork) found).proof();
                proof.verify(ir.keys().logKeys(), SIGNATURES);
                assertThat(evidence(ruling).content()).isEqualTo(proof.bytes());
              } catch (org.sarhad.tlog.tree.ProofException e) {
                throw new AssertionError(e);
              }
            });
    assertThat(evidence(ruling).kind()).isEqualTo(EvidenceKind.FORK);
    assertThat(author().mirror().isFrozen()).isTrue();
  }

  private static IntakeRecord.EvidenceKept evidence(Ruling ruling) {
    return ruling.records().stream()
        .filter(IntakeRecord.EvidenceKept.class::isInstance)
        .map(IntakeRecord.EvidenceKept.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /// The answer, as the author verifies it.
  private NoteVerdict cosignature(Ruling ruling) {
    try {
      var lines = Note.parseLines(ruling.answer().body());
      return SignedCheckpoint.of(head(SIZE).checkpoint(), lines)
          .verify(List.of(PK.mirrorKey()), SIGNATURES);
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }
}
