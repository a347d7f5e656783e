package org.sarhad.core.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.inquiry.InquiryScene.COURT;
import static org.sarhad.core.inquiry.InquiryScene.INVESTIGATOR;
import static org.sarhad.core.inquiry.InquiryScene.IR;
import static org.sarhad.core.inquiry.InquiryScene.LAB;
import static org.sarhad.core.inquiry.InquiryScene.PK;
import static org.sarhad.core.inquiry.InquiryScene.T0;
import static org.sarhad.core.inquiry.InquiryScene.WHY;
import static org.sarhad.core.inquiry.InquiryScene.description;
import static org.sarhad.core.inquiry.InquiryScene.file;
import static org.sarhad.core.inquiry.InquiryScene.finding;
import static org.sarhad.core.inquiry.InquiryScene.item;
import static org.sarhad.core.inquiry.InquiryScene.killed;
import static org.sarhad.core.inquiry.InquiryScene.visit;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.entry.EntryId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Exhibits, joint visits and what the sides agree on (09-5 to 09-7).
class ExhibitsTest {
  private static final int CHUNK = Manifest.CHUNK_BYTES;

  private final InquiryScene scene = InquiryScene.of("ir", "pk");
  private final EntryId matter = scene.opened(IR);

  // ---- levels ---------------------------------------------------------------------------------

  /// Every step from one level to another: forward only.
  @ParameterizedTest
  @CsvSource({
    "DESCRIBED, DESCRIBED, false",
    "DESCRIBED, INSPECT_ON_SITE, true",
    "DESCRIBED, RELEASED, true",
    "INSPECT_ON_SITE, DESCRIBED, false",
    "INSPECT_ON_SITE, INSPECT_ON_SITE, false",
    "INSPECT_ON_SITE, RELEASED, true",
    "RELEASED, DESCRIBED, false",
    "RELEASED, INSPECT_ON_SITE, false",
    "RELEASED, RELEASED, false"
  })
  void aLevelGoesForwardOnly(Level from, Level to, boolean holds) {
    EntryId exhibit =
        scene.say(
            IR,
            new ExhibitFact.Registered(
                matter,
                Merkle.EMPTY_ROOT,
                CopyClass.EVIDENTIARY,
                Optional.empty(),
                from,
                Optional.of(description(3))));
    ExhibitFact.Released fact =
        new ExhibitFact.Released(exhibit, to, Optional.empty(), Optional.empty());

    assertThat(objection(fact))
        .isEqualTo(holds ? Optional.empty() : Optional.of(InquiryRefusal.LEVEL_NOT_HIGHER));
  }

  @Test
  void anExhibitIsOpenedStepByStep() {
    EntryId exhibit = scene.say(IR, file(matter, "video"));
    assertThat(exhibit(exhibit).opening().description()).isEmpty();
    assertThat(exhibit(exhibit).custodian()).isEmpty();

    scene.say(
        IR,
        new ExhibitFact.Released(
            exhibit, Level.DESCRIBED, Optional.of(description(CHUNK + 1L)), Optional.empty()));
    Manifest manifest = new Manifest(CHUNK + 1L, List.of(Merkle.EMPTY_ROOT, Merkle.EMPTY_ROOT));
    scene.say(
        IR,
        new ExhibitFact.Released(exhibit, Level.RELEASED, Optional.empty(), Optional.of(manifest)));

    assertThat(exhibit(exhibit).opening().level()).isEqualTo(Level.RELEASED);
    assertThat(exhibit(exhibit).opening().description()).contains(description(CHUNK + 1L));
    assertThat(exhibit(exhibit).opening().manifest()).contains(manifest);
    assertThat(exhibit(exhibit).sha256()).isEqualTo(Merkle.sha256(Bytes.ofUtf8("video")));
  }

  // ---- custody --------------------------------------------------------------------------------

  @Test
  void custodyIsAChain() {
    EntryId exhibit = described();
    scene.say(IR, new ExhibitFact.CustodyPassed(exhibit, LAB, COURT, T0, WHY));
    assertThat(exhibit(exhibit).custodian()).contains(COURT);

    assertThat(scene.refuse(IR, new ExhibitFact.CustodyPassed(exhibit, LAB, COURT, T0, WHY)))
        .isEqualTo(InquiryRefusal.NOT_CUSTODIAN);
    assertThat(
            scene.refuse(
                IR, new ExhibitFact.CustodyPassed(exhibit, COURT, LAB, T0.minusMillis(1), WHY)))
        .isEqualTo(InquiryRefusal.CUSTODY_TIME);
    assertThat(scene.refuse(PK, new ExhibitFact.CustodyPassed(exhibit, COURT, LAB, T0, WHY)))
        .isEqualTo(InquiryRefusal.NOT_YOUR_EXHIBIT);
    scene.say(IR, new ExhibitFact.CustodyPassed(exhibit, COURT, LAB, T0, WHY));

    assertThat(exhibit(exhibit).custody().values())
        .extracting(transfer -> transfer.said().to())
        .containsExactly(COURT, LAB);
  }

  // ---- copies ---------------------------------------------------------------------------------

  @Test
  void aRedactionKeepsTheLinkToTheOriginal() {
    EntryId original = scene.say(IR, file(matter, "whole"));
    Hash redacted = Merkle.sha256(Bytes.ofUtf8("parts"));
    EntryId copy = scene.say(IR, new ExhibitFact.Redacted(original, redacted, WHY, description(3)));

    Exhibit.Lineage lineage = exhibit(copy).lineage();
    assertThat(lineage.copy()).isEqualTo(CopyClass.REDACTED);
    assertThat(lineage.of()).contains(original);
    assertThat(lineage.original()).contains(Merkle.sha256(Bytes.ofUtf8("whole")));
    assertThat(lineage.redaction()).contains(WHY);
    assertThat(exhibit(copy).sha256()).isEqualTo(redacted);
    assertThat(exhibit(original).opening().level()).isEqualTo(Level.EXISTS);
    assertThat(dossier().exhibits().madeOf(original)).extracting(Exhibit::id).containsExactly(copy);
  }

  @Test
  void aWorkingCopyIsMadeOfOnesOwnExhibitInTheSameMatter() {
    EntryId original = scene.say(IR, file(matter, "whole"));
    EntryId copy = scene.say(IR, working(matter, original));

    assertThat(exhibit(copy).lineage().original()).contains(Merkle.sha256(Bytes.ofUtf8("whole")));
    assertThat(scene.refuse(PK, working(matter, original)))
        .isEqualTo(InquiryRefusal.NOT_YOUR_EXHIBIT);
    assertThat(scene.refuse(IR, working(scene.opened(IR), original)))
        .isEqualTo(InquiryRefusal.OTHER_MATTER);
    assertThat(scene.refuse(IR, working(matter, matter))).isEqualTo(InquiryRefusal.EXHIBIT_UNKNOWN);
  }

  private static ExhibitFact.Registered working(EntryId matter, EntryId of) {
    return new ExhibitFact.Registered(
        matter,
        Merkle.sha256(Bytes.ofUtf8("enlarged")),
        CopyClass.WORKING,
        Optional.of(of),
        Level.EXISTS,
        Optional.empty());
  }

  // ---- access ---------------------------------------------------------------------------------

  @Test
  void aRequestIsAnsweredOnceAndOpensNothingByItself() {
    EntryId exhibit = described();
    EntryId request = scene.say(PK, new ExhibitFact.AccessRequested(exhibit, Level.RELEASED, WHY));
    assertThat(dossier().exhibits().unanswered())
        .extracting(r -> r.asked().entry())
        .containsExactly(request);
    assertThat(scene.refuse(PK, new ExhibitFact.AccessAnswered(request, AccessAnswer.GRANTED, WHY)))
        .isEqualTo(InquiryRefusal.NOT_YOUR_EXHIBIT);

    scene.say(IR, new ExhibitFact.AccessAnswered(request, AccessAnswer.GRANTED, WHY));

    assertThat(dossier().exhibits().unanswered()).isEmpty();
    assertThat(exhibit(exhibit).opening().level()).isEqualTo(Level.DESCRIBED);
  }

  /// Whoever did not know that it was opened may still have asked.
  @Test
  void whoDidNotKnowMayAskForWhatIsOpen() {
    EntryId exhibit = described();
    scene.blinded(PK);
    scene.say(
        IR, new ExhibitFact.Released(exhibit, Level.RELEASED, Optional.empty(), Optional.empty()));

    scene.say(PK, new ExhibitFact.AccessRequested(exhibit, Level.RELEASED, WHY));

    scene.sighted(PK);
    assertThat(scene.refuse(PK, new ExhibitFact.AccessRequested(exhibit, Level.RELEASED, WHY)))
        .isEqualTo(InquiryRefusal.LEVEL_NOT_HIGHER);
  }

  // ---- manifests ------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "1, 1, true", "4194304, 1, true", "4194305, 2, true", "4194305, 1, false",
    "2147483648, 512, true", "2147483648, 511, false", "2147483649, 513, false", "0, 0, false"
  })
  void aManifestHasAsManyChunksAsItsSizeAsks(long size, int chunks, boolean isOne) {
    List<Hash> hashes = Collections.nCopies(chunks, Merkle.EMPTY_ROOT);

    if (isOne) {
      Manifest manifest = new Manifest(size, hashes);
      long sum = 0;
      for (int i = 0; i < chunks; i++) {
        sum += manifest.sizeOf(i);
      }
      assertThat(sum).isEqualTo(size);
    } else {
      assertThatThrownBy(() -> new Manifest(size, hashes))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aChunkIsCheckedBySizeAndHash() {
    Bytes chunk = Bytes.ofUtf8("five!");
    Manifest manifest = new Manifest(5, List.of(Merkle.sha256(chunk)));

    assertThat(manifest.isChunk(0, chunk)).isTrue();
    assertThat(manifest.isChunk(0, Bytes.ofUtf8("other"))).isFalse();
    assertThat(manifest.isChunk(0, Bytes.ofUtf8("five"))).isFalse();
    assertThat(manifest.isChunk(1, chunk)).isFalse();
    assertThat(manifest.isChunk(-1, chunk)).isFalse();
    assertThatThrownBy(() -> manifest.sizeOf(1)).isInstanceOf(IndexOutOfBoundsException.class);
    // sha256sum of the three lines 09-5.6 names.
    assertThat(new Manifest(5, List.of(Merkle.EMPTY_ROOT)).digest())
        .isEqualTo(
            Merkle.sha256(
                Bytes.ofUtf8(
                    """
                    sarhad chunks v1
                    5
                    e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                    """)));
  }

  // ---- visits ---------------------------------------------------------------------------------

  @Test
  void aVisitFromAgreementToMinutes() {
    EntryId visit = scene.agree(visit(matter));
    scene.say(IR, new JointFact.PassUsed(visit, 2, T0));
    scene.say(PK, new JointFact.MinutesNotAgreed(visit, WHY));
    Visit found = dossier().joint().visit(visit).orElseThrow();
    assertThat(found.pass().orElseThrow().said().experts()).isEqualTo(2);
    assertThat(found.minutes()).isEmpty();
    assertThat(found.notAgreed()).hasSize(1);

    EntryId minutes = scene.agree(new MinutesTerms(visit, List.of(WHY), List.of()));

    found = dossier().joint().visit(visit).orElseThrow();
    assertThat(found.minutes().orElseThrow().id()).isEqualTo(minutes);
    assertThat(found.notAgreed()).hasSize(1);
    EntryId better =
        scene.supersede(minutes, new MinutesTerms(visit, List.of(Samples.FARSI), List.of()));
    assertThat(dossier().joint().minutesOf(visit).orElseThrow().id()).isEqualTo(better);
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "1, true", "172800000, false"})
  void thePassIsUsedWithinTheWindowAndNotInTheFuture(long afterMs, boolean holds) {
    EntryId visit = scene.agree(visit(matter));

    assertThat(objection(new JointFact.PassUsed(visit, 1, T0.plusMillis(afterMs))).isEmpty())
        .isEqualTo(holds);
    scene.pass(Duration.ofDays(3));
    assertThat(objection(new JointFact.PassUsed(visit, 1, T0.plus(Duration.ofDays(2))))).isEmpty();
    assertThat(
            objection(new JointFact.PassUsed(visit, 1, T0.plus(Duration.ofDays(2)).plusMillis(1))))
        .contains(InquiryRefusal.OUTSIDE_WINDOW);
  }

  // ---- aliases and findings -------------------------------------------------------------------

  /// 09-7.1: linked, and each keeps what is its own.
  @Test
  void anAliasLinksAndMixesNothing() {
    EntryId other = scene.opened(PK);
    scene.claim(IR, matter, killed(27));
    scene.claim(PK, other, killed(14));
    MatterFile before = dossier();
    MatterFile otherBefore = scene.state().matter(other).orElseThrow();
    List<EntryId> both = List.of(matter, other).stream().sorted().toList();

    EntryId act = scene.propose(IR, new AliasTerms.OfMatters(both));
    assertThat(scene.board(matter).head().linked()).isEmpty();
    scene.bring(PK, act, ActStage.EFFECTIVE);

    assertThat(scene.board(matter).head().linked()).containsExactly(other);
    assertThat(scene.board(other).head().linked()).containsExactly(matter);
    assertThat(dossier().accounts()).isEqualTo(before.accounts());
    assertThat(scene.state().matter(other).orElseThrow().accounts())
        .isEqualTo(otherBefore.accounts());
    scene.bring(PK, act, ActStage.SUPERSEDED);
    assertThat(scene.board(matter).head().linked()).isEmpty();
    assertThat(scene.board(other).head().linked()).isEmpty();
  }

  @Test
  void namesAreLinkedInChains() {
    scene.agree(new AliasTerms.OfLabels(matter, List.of("b", "c")));
    scene.agree(new AliasTerms.OfLabels(matter, List.of("a", "b")));
    scene.agree(new AliasTerms.OfLabels(matter, List.of("a", "c")));
    scene.agree(new AliasTerms.OfLabels(matter, List.of("x", "y")));
    Aliases names = Aliases.of(dossier().joint().inForce());

    assertThat(List.of("a", "b", "c", "x", "y", "z").stream().map(names::representative))
        .containsExactly("a", "a", "a", "x", "x", "z");
  }

  @Test
  void aFindingIsSupersededByTheNextVersion() {
    EntryId one = scene.agree(finding(matter, item(killed(4), agreed(4))));
    EntryId two = scene.supersede(one, finding(matter, item(killed(5), agreed(5))));

    assertThat(scene.state().act(one).orElseThrow().stage()).isEqualTo(ActStage.SUPERSEDED);
    assertThat(scene.state().act(two).orElseThrow().version()).isEqualTo(2);
    assertThat(dossier().joint().findings()).extracting(AgreedAct::id).containsExactly(two);
    scene.say(PK, new JointFact.Dissented(one, Optional.empty(), WHY));
    assertThat(dossier().joint().dissentsFrom(one)).hasSize(1);
  }

  /// Two signatures may agree on anything: more than either claimed, and on what nobody claimed.
  @Test
  void whatIsAgreedNeedNotHaveBeenClaimed() {
    EntryId claim = scene.claim(IR, matter, killed(4));
    scene.agree(finding(matter, item(killed(9), agreed(9), claim)));

    assertThat(scene.row(matter, Property.KILLED).state()).isEqualTo(RowState.AGREED);
  }

  /// 09-7.5: several in force, all are shown, and for a row the last one counts.
  @Test
  void ofSeveralFindingsTheLastOneCountsAndAllAreShown() {
    EntryId one = scene.agree(finding(matter, item(killed(4), agreed(4))));
    EntryId two = scene.agree(finding(matter, item(killed(4), new Outcome.NeitherEstablished())));

    BoardRow row = scene.row(matter, Property.KILLED);
    assertThat(row.state()).isEqualTo(RowState.UNVERIFIED);
    assertThat(row.joint().found()).extracting(found -> found.act().id()).containsExactly(one, two);
  }

  @Test
  void anActThatIsVoidedAgreesOnNothing() {
    EntryId act = scene.agree(finding(matter, item(killed(4), agreed(4))));
    assertThat(scene.row(matter, Property.KILLED).state()).isEqualTo(RowState.AGREED);

    scene.bring(PK, act, ActStage.VOIDED);

    assertThat(scene.board(matter).rows()).isEmpty();
  }

  // ---- short cuts -----------------------------------------------------------------------------

  private static Outcome agreed(long count) {
    return new Outcome.AgreedValue(killed(count).value());
  }

  private Optional<InquiryRefusal> objection(InquiryFact fact) {
    return InquiryRules.objection(
        scene.state(), scene.next(IR, INVESTIGATOR), fact, InquiryScene.SETTINGS);
  }

  private EntryId described() {
    return scene.say(
        IR,
        new ExhibitFact.Registered(
            matter,
            Merkle.EMPTY_ROOT,
            CopyClass.EVIDENTIARY,
            Optional.empty(),
            Level.DESCRIBED,
            Optional.of(description(3))));
  }

  private MatterFile dossier() {
    return scene.state().matter(matter).orElseThrow();
  }

  private Exhibit exhibit(EntryId id) {
    return scene.state().exhibit(id).orElseThrow();
  }
}
