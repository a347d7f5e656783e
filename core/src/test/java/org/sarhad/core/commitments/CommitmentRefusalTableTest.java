package org.sarhad.core.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.commitments.CommitmentScene.IR;
import static org.sarhad.core.commitments.CommitmentScene.OM;
import static org.sarhad.core.commitments.CommitmentScene.PK;
import static org.sarhad.core.commitments.CommitmentScene.acknowledged;
import static org.sarhad.core.commitments.CommitmentScene.closure;
import static org.sarhad.core.commitments.CommitmentScene.disputed;
import static org.sarhad.core.commitments.CommitmentScene.fulfilled;
import static org.sarhad.core.commitments.CommitmentScene.named;
import static org.sarhad.core.commitments.CommitmentScene.power;
import static org.sarhad.core.commitments.CommitmentScene.progress;
import static org.sarhad.core.commitments.CommitmentScene.remarks;
import static org.sarhad.core.commitments.CommitmentScene.terms;
import static org.sarhad.core.commitments.CommitmentScene.withdrawn;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Voices;

/// Every refusal of [CommitmentRules], by what provokes it: refused when asked, and void when said
/// all the same.
class CommitmentRefusalTableTest {
  private static final CommitmentId NOTHING = CommitmentId.of(new EntryId(Sides.PK_LOG, 0));

  private final CommitmentScene scene = CommitmentScene.ofTwo();

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsGivenForItsReason(CommitmentRefusal refusal) {
    assertThat(provoke(refusal)).isEqualTo(refusal);
  }

  /// The switch has no default: a new refusal does not compile before it has its case here.
  private CommitmentRefusal provoke(CommitmentRefusal refusal) {
    return switch (refusal) {
      case NOT_A_SIDE ->
          scene.refuse(
              Voices.of("om").says(OM, Role.CLERK), new CommitmentFact.Registered(power()));
      case NOT_RELEASED ->
          scene.refuse(
              scene.voices.internal(IR, Role.CLERK), new CommitmentFact.Registered(power()));
      case NO_OFFICER ->
          scene.refuse(scene.voices.node(IR), new CommitmentFact.Registered(power()));
      case ROLE_MISSING ->
          scene.refuse(
              scene.voices.says(IR, Role.INVESTIGATOR, Role.OBSERVER),
              new CommitmentFact.Registered(power()));
      case TERMS_UNREADABLE ->
          scene.refuseTerms(
              ActKind.of("joint_record"),
              Json.obj().put(CommitmentActs.MEMBER, Json.arr(Json.of(1))).build(),
              scene.voices.parties());
      case COMMITMENT_UNKNOWN -> scene.refuse(IR, disputed(NOTHING));
      case NOT_SEEN -> {
        CommitmentId id = scene.register(IR, power());
        yield scene.refuse(scene.voices.blind(PK, Role.CLERK), acknowledged(id));
      }
      case SIDE_UNKNOWN ->
          scene.refuse(
              IR,
              new CommitmentFact.Registered(
                  terms(Ordered.set(IR), Ordered.set(OM), Optional.empty())));
      case NO_SOURCE -> scene.refuse(IR, new CommitmentFact.Registered(withoutSource(power())));
      case OWNER_LEFT_OUT -> {
        CommitmentScene three = new CommitmentScene("ir", "pk", "om");
        CommitmentTerms theirs = terms(Ordered.set(OM), Ordered.set(), Optional.empty());
        yield three.refuseTerms(
            ActKind.of("joint_record"), named(power(), theirs), Ordered.set(IR, PK));
      }
      case PARTY_LEFT_OUT -> {
        CommitmentScene three = new CommitmentScene("ir", "pk", "om");
        CommitmentId id = CommitmentId.of(three.agree(power()).id());
        yield three.refuseTerms(
            CommitmentActs.COMMITMENT_CLOSED,
            closure(id, ClosureTerms.How.DROPPED).toJson(),
            Ordered.set(IR, OM));
      }
      case NOT_CONCERNED -> {
        CommitmentScene three = new CommitmentScene("ir", "pk", "om");
        yield three.refuse(OM, fulfilled(three.register(IR, power())));
      }
      case MADE_BY_ACT -> scene.refuse(PK, acknowledged(agreed()));
      case NOT_REGISTRANT -> scene.refuse(PK, withdrawn(scene.register(IR, power())));
      case COMMITMENT_ENDED -> {
        CommitmentId id = agreed();
        scene.agree(closure(id, ClosureTerms.How.DROPPED));
        yield scene.refuse(PK, progress(id, 10));
      }
      case ALREADY_ACKNOWLEDGED -> scene.refuse(IR, acknowledged(scene.register(IR, power())));
      case RELIED_UPON -> {
        CommitmentId id = scene.register(IR, power());
        scene.say(PK, acknowledged(id));
        yield scene.refuse(IR, withdrawn(id));
      }
      case OTHER_UNIT ->
          scene.refuse(
              IR,
              new CommitmentFact.ProgressStated(
                  agreed(),
                  Sides.EIGHT,
                  Optional.of(new CommitmentFact.Extent.Amount(new Quantity(1, "GW"))),
                  remarks()));
      case EVIDENCE_UNKNOWN ->
          scene.refuse(
              IR, new CommitmentFact.Disputed(agreed(), remarks(new EntryId(Sides.PK_LOG, 99))));
      case NOT_YET ->
          scene.refuse(
              PK,
              new CommitmentFact.FulfilledStated(agreed(), Sides.EIGHT.plusMillis(1), remarks()));
    };
  }

  /// The objections that facts and acts share, met the other way.
  @Test
  void otherWaysToTheSameRefusals() {
    CommitmentId registered = scene.register(IR, power());
    CommitmentId agreed = agreed();
    assertThat(scene.refuse(IR, withdrawn(agreed))).isEqualTo(CommitmentRefusal.MADE_BY_ACT);
    assertThat(
            scene.refuseTerms(
                CommitmentActs.COMMITMENT_CLOSED,
                closure(NOTHING, ClosureTerms.How.FULFILLED).toJson(),
                scene.voices.parties()))
        .isEqualTo(CommitmentRefusal.COMMITMENT_UNKNOWN);
    assertThat(
            scene.refuseTerms(
                CommitmentActs.COMMITMENT,
                terms(Ordered.set(IR), Ordered.set(OM), Optional.empty()).toJson(),
                scene.voices.parties()))
        .isEqualTo(CommitmentRefusal.SIDE_UNKNOWN);
    Act dropped = scene.agree(closure(registered, ClosureTerms.How.DROPPED));
    assertThat(
            scene.refuseTerms(
                CommitmentActs.COMMITMENT_CLOSED,
                closure(registered, ClosureTerms.How.FULFILLED).toJson(),
                scene.voices.parties()))
        .isEqualTo(CommitmentRefusal.COMMITMENT_ENDED);
    assertThat(scene.get(registered).end().orElseThrow().said().act()).contains(dropped.id());
    assertThat(scene.refuse(PK, acknowledged(registered)))
        .isEqualTo(CommitmentRefusal.COMMITMENT_ENDED);
  }

  private CommitmentId agreed() {
    return CommitmentId.of(scene.agree(power()).id());
  }

  private static CommitmentTerms withoutSource(CommitmentTerms terms) {
    return new CommitmentTerms(
        terms.title(),
        terms.subject(),
        terms.owners(),
        terms.beneficiaries(),
        terms.due(),
        terms.measure(),
        Optional.empty());
  }
}
