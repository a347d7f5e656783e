package org.sarhad.core.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.handover.HandoverScene.INCIDENT;
import static org.sarhad.core.handover.HandoverScene.IR;
import static org.sarhad.core.handover.HandoverScene.OM;
import static org.sarhad.core.handover.HandoverScene.PK;
import static org.sarhad.core.handover.HandoverScene.SEARCH;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.IncidentName;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Voices;

/// Responsibility moves at acceptance, and never otherwise (protocol clauses 12-2 to 12-5).
class HandoverTest {
  private static final Surroundings CALM = surroundings(Surroundings.Standing.OPEN, false);

  private final HandoverScene scene = HandoverScene.ofTwo();

  private static Surroundings surroundings(Surroundings.Standing standing, boolean alarm) {
    return new Surroundings() {
      @Override
      public Standing standing(IncidentName incident) {
        return standing;
      }

      @Override
      public boolean isAlarmUnacknowledged() {
        return alarm;
      }
    };
  }

  // ---- refusals -------------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsGivenForItsReason(HandoverRefusal refusal) {
    assertThat(provoke(refusal)).contains(refusal);
  }

  /// The switch has no default: a new refusal does not compile before it has its case here.
  private Optional<HandoverRefusal> provoke(HandoverRefusal refusal) {
    HandoverTerms good = HandoverScene.terms(SEARCH, PK, IR, Optional.empty());
    return switch (refusal) {
      case TERMS_UNREADABLE ->
          object(PK, HandoverScene.proposal(Json.obj().put("incident", "INC-PK-3").build()));
      case SIDE_UNKNOWN -> object(PK, HandoverScene.terms(SEARCH, PK, OM, Optional.empty()));
      case PARTY_LEFT_OUT ->
          HandoverRules.objectionToTerms(
              scene.state, PK, Ordered.set(PK, OM), HandoverScene.proposal(good.toJson()), CALM);
      case SAME_SIDE -> object(PK, HandoverScene.terms(SEARCH, PK, PK, Optional.empty()));
      case NOT_THE_OFFERER -> object(IR, good);
      case NOT_RESPONSIBLE -> object(IR, HandoverScene.terms(SEARCH, IR, PK, Optional.empty()));
      case OVERTAKEN -> {
        scene.accept(IR, scene.offer(SEARCH, PK, IR));
        scene.accept(PK, scene.offer(SEARCH, IR, PK));
        yield object(PK, good);
      }
      case SUPERSEDES -> {
        Act old = scene.offer(SEARCH, PK, IR);
        ActFact.Proposed said = HandoverScene.proposal(good.toJson());
        yield object(
            PK,
            new ActFact.Proposed(
                said.act(),
                said.terms(),
                said.modalities(),
                said.as(),
                said.expires(),
                said.counters(),
                Optional.of(new ActRef(old.id(), old.proposal().leaf()))));
      }
      case INCIDENT_UNKNOWN -> object(good, surroundings(Surroundings.Standing.UNKNOWN, true));
      case NOT_RELEASED -> object(good, surroundings(Surroundings.Standing.NOT_RELEASED, true));
      case INCIDENT_CLOSED -> object(good, surroundings(Surroundings.Standing.CLOSED_BY_ALL, true));
      case ALARM_UNACKNOWLEDGED -> object(good, surroundings(Surroundings.Standing.OPEN, true));
    };
  }

  private Optional<HandoverRefusal> object(PartyId proposer, HandoverTerms terms) {
    return object(proposer, HandoverScene.proposal(terms.toJson()));
  }

  private Optional<HandoverRefusal> object(HandoverTerms terms, Surroundings here) {
    return HandoverRules.objectionToTerms(
        scene.state, PK, scene.voices.parties(), HandoverScene.proposal(terms.toJson()), here);
  }

  private Optional<HandoverRefusal> object(PartyId proposer, ActFact.Proposed said) {
    return HandoverRules.objectionToTerms(
        scene.state, proposer, scene.voices.parties(), said, CALM);
  }

  @Test
  void whatCanBeOfferedCanBeAccepted() {
    Act act = scene.offer(SEARCH, PK, IR);

    assertThat(object(PK, act.proposal().said())).isEmpty();
    assertThat(HandoverRules.objectionToAssent(scene.state, act, CALM)).isEmpty();
    assertThat(
            HandoverRules.objectionToAssent(
                scene.state, act, surroundings(Surroundings.Standing.OPEN, true)))
        .contains(HandoverRefusal.ALARM_UNACKNOWLEDGED);
  }

  @Test
  void otherKindsOfActAreNoneOfItsBusiness() {
    ActEntry entry = scene.voices.says(PK, Role.CHIEF);
    ActFact.Proposed crossing =
        ActFact.Proposed.of(ActKind.of("crossing"), Json.obj().build(), Capacity.of(Role.CHIEF));

    assertThat(object(PK, crossing)).isEmpty();
    assertThat(scene.state.moved(entry, Voices.act(entry, entry, crossing, scene.voices.parties())))
        .isEqualTo(scene.state);
  }

  // ---- who is responsible ---------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void toBeginWithTheOpenerIsResponsiblePartByPart(Part.Kind kind) {
    Part part = kind == Part.Kind.OTHER ? Part.other("dogs") : Part.of(kind);

    assertThat(scene.holding(part)).isEqualTo(new Holding(PK, Optional.empty()));
    assertThat(scene.state.responsible(IncidentName.of("INC-IR-1"), part).side()).isEqualTo(IR);
  }

  @Test
  void untilAnotherAcceptsNothingChanges() {
    Act act = scene.offer(SEARCH, PK, IR);
    assertThat(scene.responsible(SEARCH)).isEqualTo(PK);
    assertThat(scene.standing(act)).isEqualTo(OfferStanding.OPEN);

    EntryId since = scene.accept(IR, act);

    assertThat(scene.holding(SEARCH)).isEqualTo(new Holding(IR, Optional.of(since)));
    assertThat(scene.responsible(Part.of(Part.Kind.MEDICAL))).isEqualTo(PK);
    assertThat(scene.responsible(Part.WHOLE)).isEqualTo(PK);
    assertThat(scene.standing(act)).isEqualTo(OfferStanding.ACCEPTED);
  }

  /// What becomes of an offer for each end that its act can take, and who is responsible then.
  @ParameterizedTest
  @EnumSource
  void onlyAnActInForceMovesAnything(ActStage stage) {
    Map<ActStage, OfferStanding> expected = new EnumMap<>(ActStage.class);
    expected.put(ActStage.PROPOSED, OfferStanding.OPEN);
    expected.put(ActStage.ASSENTED, OfferStanding.OPEN);
    expected.put(ActStage.EFFECTIVE, OfferStanding.ACCEPTED);
    expected.put(ActStage.REFUSED, OfferStanding.REFUSED);
    expected.put(ActStage.WITHDRAWN, OfferStanding.TAKEN_BACK);
    expected.put(ActStage.EXPIRED, OfferStanding.TAKEN_BACK);
    expected.put(ActStage.SUPERSEDED, OfferStanding.WITHOUT_EFFECT);
    expected.put(ActStage.VOIDED, OfferStanding.VOIDED);
    Act act = scene.offer(SEARCH, PK, IR);

    scene.move(IR, act, stage);

    assertThat(scene.standing(act)).isEqualTo(expected.get(stage));
    assertThat(scene.responsible(SEARCH)).isEqualTo(stage == ActStage.EFFECTIVE ? IR : PK);
    assertThat(scene.state.voids().isEmpty()).isTrue();
  }

  @Test
  void theHistorySaysSinceWhichActAndByWhoseSignatures() {
    Act first = scene.offer(SEARCH, PK, IR);
    EntryId there = scene.accept(IR, first);
    Act second = scene.offer(SEARCH, IR, PK);
    EntryId back = scene.accept(PK, second);
    scene.accept(IR, scene.offer(Part.of(Part.Kind.FIRE), PK, IR));

    List<Passage> history = scene.state.charge(INCIDENT).history(SEARCH);

    assertThat(history).extracting(Passage::act).containsExactly(first.id(), second.id());
    assertThat(history).extracting(Passage::since).containsExactly(there, back);
    assertThat(history).extracting(Passage::to).containsExactly(IR, PK);
    assertThat(scene.state.charge(INCIDENT).history(Part.WHOLE)).isEmpty();
    assertThat(scene.state.offers(INCIDENT)).extracting(Offer::act).hasSize(3);
  }

  @Test
  void bothSignaturesStandInTheHistory() {
    ActEntry proposal = scene.voices.says(PK, Role.SECTOR_COMMANDER);
    ActEntry assent = scene.voices.says(IR, Role.SECTOR_COMMANDER);
    Act signed = Signed.by(proposal, assent, HandoverScene.terms(SEARCH, PK, IR, Optional.empty()));

    HandoverState state = scene.state.moved(assent, signed);

    assertThat(state.charge(INCIDENT).history(SEARCH).getFirst().signatures().stream())
        .extracting(signature -> signature.key() + " of " + signature.value())
        .containsExactly(assent.id() + " of ir", proposal.id() + " of pk");
  }

  // ---- offers that cross ----------------------------------------------------------------------

  /// `offers`, in the order in which they are accepted, and what each comes to. `PK>IR@0` rests on
  /// the opening; `@1` on what the first of them did.
  @Test
  void offersThatCross() {
    assertCrossing(List.of("PK>IR@0", "PK>IR@0"), List.of("ACCEPTED", "NOT_RESPONSIBLE"), IR);
    assertCrossing(List.of("PK>IR@0", "PK>OM@0"), List.of("ACCEPTED", "NOT_RESPONSIBLE"), IR);
    assertCrossing(List.of("PK>OM@0", "PK>IR@0"), List.of("ACCEPTED", "NOT_RESPONSIBLE"), OM);
    assertCrossing(List.of("PK>IR@0", "IR>PK@1"), List.of("ACCEPTED", "ACCEPTED"), PK);
    assertCrossing(List.of("IR>PK@0", "PK>IR@0"), List.of("NOT_RESPONSIBLE", "ACCEPTED"), IR);
    assertCrossing(
        List.of("PK>IR@0", "IR>PK@1", "PK>OM@0"), List.of("ACCEPTED", "ACCEPTED", "OVERTAKEN"), PK);
    assertCrossing(
        List.of("PK>IR@0", "IR>OM@1", "IR>PK@1"),
        List.of("ACCEPTED", "ACCEPTED", "NOT_RESPONSIBLE"),
        OM);
    assertCrossing(List.of("PK>IR@0", "IR>PK@0"), List.of("ACCEPTED", "OVERTAKEN"), IR);
  }

  private static void assertCrossing(List<String> offers, List<String> becomes, PartyId at) {
    HandoverScene scene = new HandoverScene("ir", "om", "pk");
    Optional<EntryId> first = Optional.empty();
    List<Act> early = new ArrayList<>();
    for (String offer : offers) {
      if (offer.endsWith("@0")) {
        early.add(scene.propose(from(offer), terms(offer, Optional.empty())));
      }
    }
    for (int i = 0; i < offers.size(); i++) {
      String offer = offers.get(i);
      Act act =
          offer.endsWith("@0")
              ? early.removeFirst()
              : scene.propose(from(offer), terms(offer, first));
      EntryId by = scene.accept(to(offer), act);
      first = first.isEmpty() ? Optional.of(by) : first;
      String became =
          scene.state.voids().find(by).map(Enum::name).orElse(scene.standing(act).name());
      assertThat(became).as("%s of %s", offer, offers).isEqualTo(becomes.get(i));
    }
    assertThat(scene.responsible(SEARCH)).as("%s", offers).isEqualTo(at);
  }

  private static HandoverTerms terms(String offer, Optional<EntryId> basis) {
    return HandoverScene.terms(SEARCH, from(offer), to(offer), basis);
  }

  private static PartyId from(String offer) {
    return PartyId.of(offer.substring(0, 2).toLowerCase(Locale.ROOT));
  }

  private static PartyId to(String offer) {
    return PartyId.of(offer.substring(3, 5).toLowerCase(Locale.ROOT));
  }

  @Test
  void anOfferIsSeenToBeOvertakenBeforeAnybodySignsIt() {
    Act one = scene.offer(SEARCH, PK, IR);
    Act other = scene.offer(SEARCH, PK, IR);
    scene.accept(IR, one);

    assertThat(scene.standing(other)).isEqualTo(OfferStanding.OVERTAKEN);
    assertThat(HandoverRules.objectionToAssent(scene.state, other, CALM))
        .contains(HandoverRefusal.NOT_RESPONSIBLE);
  }

  // ---- the whole and its parts ----------------------------------------------------------------

  @Test
  void whoTakesTheWholeTakesWhatTheGiverHad() {
    Part fire = Part.of(Part.Kind.FIRE);
    scene.accept(IR, scene.offer(SEARCH, PK, IR));
    EntryId firesSince = scene.accept(IR, scene.offer(fire, PK, IR));
    scene.accept(PK, scene.offer(SEARCH, IR, PK));
    EntryId whole = scene.accept(IR, scene.offer(Part.WHOLE, PK, IR));

    assertThat(scene.holding(SEARCH)).isEqualTo(new Holding(IR, Optional.of(whole)));
    assertThat(scene.holding(Part.WHOLE)).isEqualTo(new Holding(IR, Optional.of(whole)));
    assertThat(scene.holding(fire))
        .as("its own")
        .isEqualTo(new Holding(IR, Optional.of(firesSince)));
    assertThat(scene.state.charge(INCIDENT).history(SEARCH)).hasSize(3);
  }

  @Test
  void whatAThirdSideHasStaysWithIt() {
    HandoverScene three = new HandoverScene("ir", "om", "pk");
    three.accept(OM, three.offer(SEARCH, PK, OM));
    three.accept(IR, three.offer(Part.WHOLE, PK, IR));

    assertThat(three.responsible(SEARCH)).isEqualTo(OM);
    assertThat(three.responsible(Part.of(Part.Kind.RESCUE))).isEqualTo(IR);
  }

  // ---- a stale assent -------------------------------------------------------------------------

  @Test
  void aVoidedHandoverGoesBack() {
    Act act = scene.offer(SEARCH, PK, IR);
    scene.accept(IR, act);
    EntryId contest = scene.move(PK, act, ActStage.VOIDED);

    assertThat(scene.holding(SEARCH)).isEqualTo(new Holding(PK, Optional.of(contest)));
    assertThat(scene.standing(act)).isEqualTo(OfferStanding.VOIDED);
    assertThat(scene.state.charge(INCIDENT).history(SEARCH))
        .extracting(Passage::cause)
        .containsExactly(Passage.Cause.HANDED_OVER, Passage.Cause.GIVEN_BACK);
  }

  @Test
  void whatWasHandedOnUnderAVoidedHandoverStays() {
    HandoverScene three = new HandoverScene("ir", "om", "pk");
    Act act = three.offer(SEARCH, PK, IR);
    three.accept(IR, act);
    EntryId since = three.accept(OM, three.offer(SEARCH, IR, OM));
    three.move(PK, act, ActStage.VOIDED);

    assertThat(three.holding(SEARCH)).isEqualTo(new Holding(OM, Optional.of(since)));
  }

  @Test
  void aVoidedHandoverOfTheWholeLeavesTheTakerItsOwn() {
    scene.accept(IR, scene.offer(SEARCH, PK, IR));
    Act whole = scene.offer(Part.WHOLE, PK, IR);
    scene.accept(IR, whole);
    scene.move(PK, whole, ActStage.VOIDED);

    assertThat(scene.responsible(SEARCH)).isEqualTo(IR);
    assertThat(scene.responsible(Part.of(Part.Kind.FIRE))).isEqualTo(PK);
  }

  @Test
  void anOldOfferIsNotRevivedByAVoidedHandover() {
    Act one = scene.offer(SEARCH, PK, IR);
    Act other = scene.offer(SEARCH, PK, IR);
    scene.accept(IR, one);
    scene.move(PK, one, ActStage.VOIDED);

    assertThat(scene.acceptInVain(IR, other)).isEqualTo(HandoverRefusal.OVERTAKEN);
  }

  @Test
  void aPaperInItsPlaceUndoesNothing() {
    Act act = scene.offer(SEARCH, PK, IR);
    scene.accept(IR, act);
    scene.move(PK, act, ActStage.SUPERSEDED);

    assertThat(scene.responsible(SEARCH)).isEqualTo(IR);
    assertThat(scene.standing(act)).isEqualTo(OfferStanding.ACCEPTED);
  }

  // ---- attacks --------------------------------------------------------------------------------

  @Test
  void peerOffersInMyName() {
    Act forged = scene.propose(IR, HandoverScene.terms(SEARCH, PK, IR, Optional.empty()));

    assertThat(scene.standing(forged)).isEqualTo(OfferStanding.OVERTAKEN);
    assertThat(scene.acceptInVain(IR, forged)).isEqualTo(HandoverRefusal.NOT_THE_OFFERER);
  }

  @Test
  void peerTakesWithAnActThatDoesNotNeedMe() {
    HandoverScene three = new HandoverScene("ir", "om", "pk");
    HandoverTerms terms = HandoverScene.terms(SEARCH, PK, IR, Optional.empty());
    Act forged =
        three.propose(PK, HandoverScene.proposal(terms.toJson()), Ordered.set(List.of(OM, PK)));

    assertThat(three.acceptInVain(OM, forged)).isEqualTo(HandoverRefusal.PARTY_LEFT_OUT);
  }

  @Test
  void peerSaysThatTheOpenerIsSomebodyWhoIsNoSide() {
    HandoverTerms terms = HandoverScene.terms(SEARCH, PK, IR, Optional.empty());
    Act forged =
        scene.propose(
            PK,
            new HandoverTerms(
                IncidentName.of("INC-TM-1"),
                terms.part(),
                PK,
                IR,
                Optional.empty(),
                terms.reasons(),
                terms.briefing()));

    assertThat(scene.acceptInVain(IR, forged)).isEqualTo(HandoverRefusal.SIDE_UNKNOWN);
  }

  @Test
  void unreadableTermsMoveNothing() {
    Act act =
        scene.propose(
            PK,
            HandoverScene.proposal(Json.obj().put("all", true).build()),
            scene.voices.parties());
    EntryId entry = scene.accept(IR, act);

    assertThat(scene.state.voids().get(entry)).isEqualTo(HandoverRefusal.TERMS_UNREADABLE);
    assertThat(scene.state.charges().isEmpty()).isTrue();
    assertThat(scene.state.offers().isEmpty()).isTrue();
  }

  /// Whatever is proposed and whatever becomes of it: somebody is responsible, and it changes by
  /// nothing but an act in force or its contest; two nodes that fold the same come to the same.
  @Test
  void somebodyIsAlwaysResponsibleAndOnlyOne() {
    List<PartyId> sides = List.of(IR, OM, PK);
    List<Part> parts = List.of(Part.WHOLE, SEARCH, Part.of(Part.Kind.FIRE));
    List<ActStage> stages = List.of(ActStage.values());
    int[] moved = new int[1];
    Seeded.check(
        300,
        random -> {
          HandoverScene one = new HandoverScene("ir", "om", "pk");
          List<Act> acts = new ArrayList<>();
          for (int step = 0; step < 30; step++) {
            Part part = parts.get(random.nextInt(parts.size()));
            PartyId from =
                random.nextInt(4) > 0 ? one.responsible(part) : sides.get(random.nextInt(3));
            List<PartyId> before = parts.stream().map(one::responsible).toList();
            boolean canMove = false;
            if (acts.isEmpty() || random.nextBoolean()) {
              Optional<EntryId> basis =
                  random.nextInt(4) > 0 ? one.holding(part).since() : Optional.empty();
              acts.add(
                  one.propose(
                      random.nextInt(6) == 0 ? sides.get(random.nextInt(3)) : from,
                      HandoverScene.terms(part, from, sides.get(random.nextInt(3)), basis)));
            } else {
              Act act = acts.get(acts.size() - 1 - random.nextInt(Math.min(3, acts.size())));
              ActStage stage =
                  random.nextBoolean()
                      ? ActStage.EFFECTIVE
                      : stages.get(random.nextInt(stages.size()));
              canMove = stage == ActStage.EFFECTIVE || stage == ActStage.VOIDED;
              one.move(sides.get(random.nextInt(3)), act, stage);
            }
            List<PartyId> after = parts.stream().map(one::responsible).toList();
            assertThat(canMove || before.equals(after)).isTrue();
            moved[0] += before.equals(after) ? 0 : 1;
          }
          assertThat(one.voices.parties())
              .containsAll(parts.stream().map(one::responsible).toList());
        });
    assertThat(moved[0]).isGreaterThan(200);
  }

  @Test
  void twoNodesComeToTheSameDigest() {
    HandoverScene other = HandoverScene.ofTwo();
    for (HandoverScene each : List.of(scene, other)) {
      each.accept(IR, each.offer(SEARCH, PK, IR));
      each.move(IR, each.offer(Part.WHOLE, PK, IR), ActStage.REFUSED);
    }

    assertThat(other.state).isEqualTo(scene.state);
    assertThat(other.state.digest()).isEqualTo(scene.state.digest());
    assertThat(scene.state.digest()).isNotEqualTo(HandoverScene.ofTwo().state.digest());
    assertThat(scene.state.among(Ordered.set(IR, OM, PK)).digest()).isEqualTo(scene.state.digest());
    assertThat(scene.voices.time()).isEqualTo(Sides.EIGHT);
  }
}
