package org.sarhad.core.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.inquiry.InquiryScene.COURT;
import static org.sarhad.core.inquiry.InquiryScene.INVESTIGATOR;
import static org.sarhad.core.inquiry.InquiryScene.IR;
import static org.sarhad.core.inquiry.InquiryScene.LAB;
import static org.sarhad.core.inquiry.InquiryScene.OM;
import static org.sarhad.core.inquiry.InquiryScene.PK;
import static org.sarhad.core.inquiry.InquiryScene.T0;
import static org.sarhad.core.inquiry.InquiryScene.WHY;
import static org.sarhad.core.inquiry.InquiryScene.description;
import static org.sarhad.core.inquiry.InquiryScene.file;
import static org.sarhad.core.inquiry.InquiryScene.finding;
import static org.sarhad.core.inquiry.InquiryScene.item;
import static org.sarhad.core.inquiry.InquiryScene.killed;
import static org.sarhad.core.inquiry.InquiryScene.label;
import static org.sarhad.core.inquiry.InquiryScene.press;
import static org.sarhad.core.inquiry.InquiryScene.salt;
import static org.sarhad.core.inquiry.InquiryScene.visit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.geo.Place;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.Role;
import org.sarhad.tlog.tree.Merkle;

/// Every refusal of [InquiryRules], by what provokes it: refused when asked, and void when said all
/// the same.
class InquiryRefusalTableTest {
  private static final EntryId NOWHERE = new EntryId(InquiryScene.log(IR), 0);

  private final InquiryScene scene = InquiryScene.of("ir", "pk");
  private final EntryId matter = scene.opened(IR);

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsGivenForItsReason(InquiryRefusal refusal) {
    assertThat(provoke(refusal)).isEqualTo(refusal);
  }

  /// When several apply, the one that comes first in the enum is given.
  @Test
  void theFirstInOrderIsGiven() {
    ActEntry strange = context(scene.next(OM, Ordered.set(Role.OBSERVER)), false, true);
    ClaimFact.Stated later =
        new ClaimFact.Stated(
            NOWHERE,
            Statement.of(
                Property.OCCURRED,
                new Value.YesNo(true),
                T0.plus(Duration.ofDays(9)),
                Provenance.press(Source.named("pk"))));

    assertThat(scene.refuse(strange, later)).isEqualTo(InquiryRefusal.NOT_A_SIDE);
    assertThat(
            scene.refuse(context(scene.next(IR, Ordered.set(Role.OBSERVER)), false, true), later))
        .isEqualTo(InquiryRefusal.NOT_RELEASED);
    ClaimFact.Stated here = new ClaimFact.Stated(matter, later.says());
    assertThat(scene.refuse(IR, here)).isEqualTo(InquiryRefusal.SPEAKS_FOR_SIDE);
    scene.say(IR, new MatterFact.Closed(matter, WHY));
    assertThat(scene.refuse(IR, here)).isEqualTo(InquiryRefusal.MATTER_CLOSED);
  }

  /// A fact that names several things is judged by all of them: the first objection in the order
  /// counts, not the first thing that is named.
  @Test
  void ofSeveralReferencesTheWorstCounts() {
    scene.blinded(PK);
    EntryId claim = scene.claim(IR, matter, killed(3));
    EntryId unknown = new EntryId(InquiryScene.log(PK), 99);
    Statement resting =
        new Statement(
            Property.KILLED,
            killed(4).value(),
            T0,
            InquiryScene.AGENCY,
            List.of(unknown),
            List.of());
    ClaimFact.PositionTaken position =
        new ClaimFact.PositionTaken(
            claim, Stance.ACCEPT, Optional.empty(), Optional.empty(), List.of(unknown));

    assertThat(scene.refuse(PK, accept(claim))).isEqualTo(InquiryRefusal.NOT_SEEN);
    MatterFact.Opened dispute = MatterFact.Opened.of(MatterKind.DELIVERY_DISPUTE, WHY);
    assertThat(scene.refuse(PK, dispute.about(claim))).isEqualTo(InquiryRefusal.NOT_SEEN);
    assertThat(scene.refuse(PK, position)).isEqualTo(InquiryRefusal.EXHIBIT_UNKNOWN);
    assertThat(scene.refuse(PK, new ClaimFact.Superseded(claim, WHY, resting)))
        .isEqualTo(InquiryRefusal.EXHIBIT_UNKNOWN);
    assertThat(scene.refuse(PK, new ClaimFact.Superseded(unknown, WHY, resting)))
        .isEqualTo(InquiryRefusal.CLAIM_UNKNOWN);
    assertThat(scene.refuse(PK, new ClaimFact.Stated(unknown, resting)))
        .isEqualTo(InquiryRefusal.MATTER_UNKNOWN);
    assertThat(scene.refuseTerms(PK, new MinutesTerms(unknown, List.of(WHY), List.of(unknown))))
        .isEqualTo(InquiryRefusal.EXHIBIT_UNKNOWN);
  }

  /// The switch has no default: a new refusal does not compile before it has its case here.
  private InquiryRefusal provoke(InquiryRefusal refusal) {
    return switch (refusal) {
      case NOT_A_SIDE -> scene.refuse(OM, stated(killed(3)));
      case NOT_RELEASED ->
          scene.refuse(context(scene.next(IR, INVESTIGATOR), false, true), stated(killed(3)));
      case NO_OFFICER ->
          scene.refuse(context(scene.next(IR, INVESTIGATOR), true, false), stated(killed(3)));
      case ROLE_MISSING ->
          scene.refuse(scene.next(IR, Ordered.set(Role.DISPATCHER)), stated(killed(3)));
      case TERMS_MALFORMED ->
          scene.refuseTerms(
              IR,
              ActFact.Proposed.of(
                  InquiryActKind.FINDING.kind(),
                  Json.obj().put("verdict", "guilty").build(),
                  Capacity.of(Role.CHIEF)));
      case MATTER_UNKNOWN ->
          scene.refuse(PK, new ClaimFact.Stated(new EntryId(matter.origin(), 77), killed(3)));
      case CLAIM_UNKNOWN -> scene.refuse(IR, new ClaimFact.Withdrawn(matter, WHY));
      case SEAL_UNKNOWN -> scene.refuse(IR, new ClaimFact.Revealed(matter, salt(1), killed(3)));
      case EXHIBIT_UNKNOWN ->
          scene.refuse(IR, new ExhibitFact.AccessRequested(matter, Level.RELEASED, WHY));
      case REQUEST_UNKNOWN ->
          scene.refuse(IR, new ExhibitFact.AccessAnswered(matter, AccessAnswer.GRANTED, WHY));
      case VISIT_UNKNOWN -> scene.refuse(IR, new JointFact.MinutesNotAgreed(matter, WHY));
      case FINDING_UNKNOWN ->
          scene.refuse(IR, new JointFact.Dissented(matter, Optional.empty(), WHY));
      case GROUND_UNKNOWN ->
          scene.refuseTerms(IR, finding(matter, item(killed(3), agreed(3), matter)));
      case NOT_SEEN -> {
        scene.blinded(PK);
        EntryId claim = scene.claim(IR, matter, killed(3));
        yield scene.refuse(PK, accept(claim));
      }
      case OTHER_MATTER -> {
        EntryId exhibit = scene.say(IR, file(scene.opened(IR), "x"));
        Statement resting =
            new Statement(
                Property.KILLED,
                killed(3).value(),
                T0,
                InquiryScene.AGENCY,
                List.of(exhibit),
                List.of());
        yield scene.refuse(IR, stated(resting));
      }
      case MATTER_CLOSED -> {
        scene.say(IR, new MatterFact.Closed(matter, WHY));
        yield scene.refuse(IR, stated(killed(3)));
      }
      case ALREADY_CLOSED -> {
        scene.say(IR, new MatterFact.Closed(matter, WHY));
        yield scene.refuse(IR, new MatterFact.Closed(matter, WHY));
      }
      case NOT_CLOSED -> scene.refuse(PK, new MatterFact.Reopened(matter, WHY));
      case NOT_YOUR_CLAIM ->
          scene.refuse(PK, new ClaimFact.Withdrawn(scene.claim(IR, matter, killed(3)), WHY));
      case OWN_CLAIM -> scene.refuse(IR, accept(scene.claim(IR, matter, killed(3))));
      case NOT_YOUR_EXHIBIT ->
          scene.refuse(
              PK,
              new ExhibitFact.Redacted(
                  scene.say(IR, file(matter, "x")), Merkle.EMPTY_ROOT, WHY, description(3)));
      case OWN_EXHIBIT ->
          scene.refuse(
              IR,
              new ExhibitFact.AccessRequested(
                  scene.say(IR, file(matter, "x")), Level.RELEASED, WHY));
      case NOT_HOST -> scene.refuse(PK, new JointFact.PassUsed(scene.agree(visit(matter)), 1, T0));
      case UNKNOWN_SIDE ->
          scene.refuse(IR, new ClaimFact.Asked(matter, Property.KILLED, OM, Optional.empty()));
      case OWN_QUESTION ->
          scene.refuse(IR, new ClaimFact.Asked(matter, Property.KILLED, IR, Optional.empty()));
      case CLAIM_ENDED -> {
        EntryId claim = scene.claim(IR, matter, killed(3));
        scene.say(IR, new ClaimFact.Withdrawn(claim, WHY));
        yield scene.refuse(PK, accept(claim));
      }
      case OTHER_SUBJECT ->
          scene.refuse(
              IR,
              new ClaimFact.Superseded(
                  scene.claim(IR, matter, killed(3)), WHY, label(Property.CLAIMED_BY, "somebody")));
      case SPEAKS_FOR_SIDE -> scene.refuse(IR, stated(press("PK", Span.exactly(3))));
      case AS_OF_LATER ->
          scene.refuse(
              IR,
              stated(
                  Statement.of(
                      Property.OCCURRED,
                      new Value.YesNo(true),
                      T0.plus(Duration.ofDays(1)),
                      InquiryScene.AGENCY)));
      case PART_MISFIT -> {
        EntryId claim = scene.claim(IR, matter, killed(Span.between(4, 6)));
        yield scene.refuse(
            PK,
            new ClaimFact.PositionTaken(
                claim,
                Stance.ACCEPT_PART,
                Optional.of(killed(Span.between(4, 7)).value()),
                Optional.of(WHY),
                List.of()));
      }
      case SEAL_WINDOW ->
          scene.refuse(
              IR,
              new ClaimFact.Sealed(
                  matter, Merkle.EMPTY_ROOT, scene.time().plus(Duration.ofHours(73))));
      case SEALS_WAITING -> {
        for (int number = 1; number <= InquiryScene.SETTINGS.sealedClaims(); number++) {
          scene.say(IR, scene.seal(IR, matter, killed(number), number));
        }
        // Those of the other side, and those that are shown, do not count.
        EntryId theirs = scene.say(PK, scene.seal(PK, matter, killed(9), 9));
        scene.say(PK, new ClaimFact.Revealed(theirs, salt(9), killed(9)));
        yield scene.refuse(IR, scene.seal(IR, matter, killed(8), 8));
      }
      case ALREADY_REVEALED -> {
        EntryId seal = scene.say(IR, scene.seal(IR, matter, killed(3), 1));
        scene.say(IR, new ClaimFact.Revealed(seal, salt(1), killed(3)));
        yield scene.refuse(IR, new ClaimFact.Revealed(seal, salt(1), killed(3)));
      }
      case REVEAL_MISMATCH -> {
        EntryId seal = scene.say(IR, scene.seal(IR, matter, killed(3), 1));
        yield scene.refuse(IR, new ClaimFact.Revealed(seal, salt(1), killed(4)));
      }
      case NOT_DESCRIBED ->
          scene.refuse(
              IR,
              new ExhibitFact.Released(
                  scene.say(IR, file(matter, "x")),
                  Level.RELEASED,
                  Optional.empty(),
                  Optional.empty()));
      case ALREADY_DESCRIBED ->
          scene.refuse(IR, released(described(), Level.RELEASED, Optional.of(description(4))));
      case LEVEL_NOT_HIGHER ->
          scene.refuse(IR, released(described(), Level.DESCRIBED, Optional.empty()));
      case MANIFEST_MISFIT ->
          scene.refuse(
              IR,
              new ExhibitFact.Released(
                  described(),
                  Level.RELEASED,
                  Optional.empty(),
                  Optional.of(new Manifest(5, List.of(Merkle.EMPTY_ROOT)))));
      case NOT_CUSTODIAN ->
          scene.refuse(IR, new ExhibitFact.CustodyPassed(described(), COURT, LAB, T0, WHY));
      case CUSTODY_TIME ->
          scene.refuse(
              IR,
              new ExhibitFact.CustodyPassed(
                  described(), LAB, COURT, T0.plus(Duration.ofDays(1)), WHY));
      case ALREADY_ANSWERED -> {
        EntryId request =
            scene.say(PK, new ExhibitFact.AccessRequested(described(), Level.RELEASED, WHY));
        var answer = new ExhibitFact.AccessAnswered(request, AccessAnswer.VISIT, WHY);
        scene.say(IR, answer);
        yield scene.refuse(IR, answer);
      }
      case PASS_USED -> {
        EntryId visit = scene.agree(visit(matter));
        scene.say(IR, new JointFact.PassUsed(visit, 2, T0));
        yield scene.refuse(IR, new JointFact.PassUsed(visit, 1, T0));
      }
      case OUTSIDE_WINDOW ->
          scene.refuse(
              IR, new JointFact.PassUsed(scene.agree(visit(matter)), 1, T0.minusMillis(1)));
      case TOO_MANY_VISITORS ->
          scene.refuseTerms(
              IR,
              new VisitTerms(
                  matter,
                  IR,
                  visit(matter).place(),
                  visit(matter).window(),
                  List.of(
                      new VisitTerms.Experts(PK, "examiner", 2),
                      new VisitTerms.Experts(PK, "observer", 3))));
      case TOO_MANY_EXPERTS ->
          scene.refuse(IR, new JointFact.PassUsed(scene.agree(visit(matter)), 3, T0));
      case MINUTES_AGREED -> {
        EntryId visit = scene.agree(visit(matter));
        scene.agree(new MinutesTerms(visit, List.of(WHY), List.of()));
        yield scene.refuse(PK, new JointFact.MinutesNotAgreed(visit, WHY));
      }
      case VALUE_NOT_THEIRS -> {
        EntryId ours = scene.claim(IR, matter, killed(3));
        EntryId theirs = scene.claim(PK, matter, killed(4));
        yield scene.refuseTerms(IR, finding(matter, item(killed(3), differ(3, 5), ours, theirs)));
      }
    };
  }

  // ---- the same objection elsewhere -----------------------------------------------------------

  @Test
  void termsAreJudgedLikeFacts() {
    EntryId unknown = new EntryId(matter.origin(), 77);
    EntryId other = scene.opened(IR);
    EntryId claim = scene.claim(IR, other, killed(3));
    EntryId visit = scene.agree(visit(matter));
    scene.agree(new MinutesTerms(visit, List.of(WHY), List.of()));

    assertThat(scene.refuseTerms(IR, new AliasTerms.OfMatters(List.of(matter, unknown))))
        .isEqualTo(InquiryRefusal.MATTER_UNKNOWN);
    assertThat(scene.refuseTerms(IR, new AliasTerms.OfLabels(unknown, List.of("a", "b"))))
        .isEqualTo(InquiryRefusal.MATTER_UNKNOWN);
    assertThat(scene.refuseTerms(IR, finding(matter, item(killed(3), agreed(3), claim))))
        .isEqualTo(InquiryRefusal.OTHER_MATTER);
    assertThat(
            scene.refuseTerms(
                IR,
                finding(
                    other,
                    item(
                        label(Property.CLAIMED_BY, "x"), new Outcome.NeitherEstablished(), claim))))
        .isEqualTo(InquiryRefusal.OTHER_SUBJECT);
    assertThat(
            scene.refuseTerms(
                IR,
                new VisitTerms(
                    matter,
                    OM,
                    Place.named("km 12"),
                    visit(matter).window(),
                    visit(matter).experts())))
        .isEqualTo(InquiryRefusal.UNKNOWN_SIDE);
    assertThat(
            scene.refuseTerms(
                IR,
                new FindingTerms(
                    matter,
                    FindingTerms.Standard.CLEAR_AND_CONVINCING,
                    List.of(item(killed(3), agreed(3))),
                    List.of(new FindingTerms.Remedy(OM, WHY, Optional.empty())),
                    List.of())))
        .isEqualTo(InquiryRefusal.UNKNOWN_SIDE);
    assertThat(scene.refuseTerms(PK, new MinutesTerms(claim, List.of(WHY), List.of())))
        .isEqualTo(InquiryRefusal.VISIT_UNKNOWN);
    assertThat(scene.refuseTerms(PK, new MinutesTerms(visit, List.of(WHY), List.of())))
        .isEqualTo(InquiryRefusal.MINUTES_AGREED);
    assertThat(scene.refuseTerms(PK, new MinutesTerms(visit, List.of(WHY), List.of(claim))))
        .isEqualTo(InquiryRefusal.EXHIBIT_UNKNOWN);
  }

  /// Each side's value is one that it claimed itself, and as its own account.
  @Test
  void whereFindingsDifferNobodyIsGivenAnothersValue() {
    EntryId ours = scene.claim(IR, matter, killed(3));
    EntryId theirs = scene.claim(PK, matter, killed(4));
    EntryId report = scene.claim(PK, matter, press("a paper", Span.exactly(5)));

    assertThat(scene.refuseTerms(IR, finding(matter, item(killed(3), differ(4, 3), ours, theirs))))
        .isEqualTo(InquiryRefusal.VALUE_NOT_THEIRS);
    assertThat(scene.refuseTerms(IR, finding(matter, item(killed(3), differ(3, 5), ours, report))))
        .isEqualTo(InquiryRefusal.VALUE_NOT_THEIRS);
    assertThat(scene.refuseTerms(IR, finding(matter, item(killed(3), differ(3, 4), ours))))
        .isEqualTo(InquiryRefusal.VALUE_NOT_THEIRS);
    EntryId act = scene.agree(finding(matter, item(killed(3), differ(3, 4), ours, theirs)));
    assertThat(scene.state().act(act).orElseThrow().isInForce()).isTrue();
  }

  @Test
  void aDissentIsFromWhatTheFindingFinds() {
    EntryId finding = scene.propose(IR, finding(matter, item(killed(3), agreed(3))));

    assertThat(
            scene.refuse(PK, new JointFact.Dissented(finding, Optional.of(Property.INJURED), WHY)))
        .isEqualTo(InquiryRefusal.OTHER_SUBJECT);
  }

  @Test
  void theSideThatClaimedPressWordsChangesThem() {
    EntryId claim = scene.claim(IR, matter, press("a paper", Span.atLeast(20)));

    assertThat(scene.refuse(IR, new ClaimFact.Superseded(claim, WHY, killed(27))))
        .isEqualTo(InquiryRefusal.OTHER_SUBJECT);
    assertThat(
            scene.refuse(
                PK, new ClaimFact.Superseded(claim, WHY, press("a paper", Span.atLeast(41)))))
        .isEqualTo(InquiryRefusal.NOT_YOUR_CLAIM);
  }

  // ---- short cuts -----------------------------------------------------------------------------

  private ClaimFact.Stated stated(Statement says) {
    return new ClaimFact.Stated(matter, says);
  }

  private static ClaimFact.PositionTaken accept(EntryId claim) {
    return ClaimFact.PositionTaken.of(claim, Stance.ACCEPT, Optional.empty());
  }

  private static Outcome agreed(long count) {
    return new Outcome.AgreedValue(killed(count).value());
  }

  private static Outcome differ(long ir, long pk) {
    return new Outcome.Differ(
        List.of(
            new Outcome.SideValue(IR, killed(ir).value()),
            new Outcome.SideValue(PK, killed(pk).value())));
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

  private static ExhibitFact.Released released(
      EntryId exhibit, Level level, Optional<Description> description) {
    return new ExhibitFact.Released(exhibit, level, description, Optional.empty());
  }

  private static ActEntry context(ActEntry entry, boolean released, boolean isSigned) {
    FactContext old = entry.context();
    return new ActEntry(
        new FactContext(
            old.entry(),
            old.author(),
            released,
            old.time(),
            isSigned ? old.officer() : Optional.empty(),
            isSigned ? old.roles() : Set.of()),
        entry.seen(),
        entry.leaf());
  }

  @Test
  void aSideThatProposedKnowsItsOwnVisit() {
    EntryId visit = scene.propose(IR, visit(matter));

    assertThat(scene.refuse(IR, new JointFact.PassUsed(visit, 1, T0)))
        .isEqualTo(InquiryRefusal.VISIT_UNKNOWN);
    scene.bring(PK, visit, ActStage.EFFECTIVE);
    scene.say(IR, new JointFact.PassUsed(visit, 1, T0));
    scene.bring(PK, visit, ActStage.VOIDED);
    assertThat(scene.refuse(IR, new JointFact.MinutesNotAgreed(visit, WHY)))
        .isEqualTo(InquiryRefusal.VISIT_UNKNOWN);
  }
}
