package org.sarhad.core.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Verdict;
import org.sarhad.core.testing.Voices;

/// A register of commitments in a test: who speaks knows everything before, unless a test lets
/// words cross.
final class CommitmentScene {
  static final PartyId IR = Sides.IR;
  static final PartyId PK = Sides.PK;
  static final PartyId OM = PartyId.of("om");
  static final Wording TEXT = Wording.of("en", "Electricity exports times ten");
  static final Source SOURCE = new Source(LocalDate.of(2019, 4, 22), "joint press conference");

  final Voices voices;
  CommitmentsState state;

  CommitmentScene(String... parties) {
    voices = Voices.of(parties);
    state = CommitmentsState.of(voices.parties());
  }

  static CommitmentScene ofTwo() {
    return new CommitmentScene("ir", "pk");
  }

  // ---- samples --------------------------------------------------------------------------------

  /// Iran owes, Pakistan benefits; 1 000 MW; no date set.
  static CommitmentTerms power() {
    return terms(Ordered.set(IR), Ordered.set(PK), Optional.empty());
  }

  static CommitmentTerms terms(
      SortedSet<PartyId> owners, SortedSet<PartyId> beneficiaries, Optional<String> due) {
    return new CommitmentTerms(
        TEXT,
        "energy",
        owners,
        beneficiaries,
        due.map(DueDate::parse),
        new Measure.Counted(new Quantity(1_000, "MW")),
        Optional.of(SOURCE));
  }

  static CommitmentFact.Remarks remarks(EntryId... evidence) {
    return new CommitmentFact.Remarks(Wording.of("en", "seen"), Ordered.set(evidence));
  }

  static CommitmentFact progress(CommitmentId id, int percent) {
    return new CommitmentFact.ProgressStated(
        id, Sides.EIGHT, Optional.of(new CommitmentFact.Extent.Percent(percent)), remarks());
  }

  static CommitmentFact fulfilled(CommitmentId id) {
    return new CommitmentFact.FulfilledStated(id, Sides.EIGHT, remarks());
  }

  static CommitmentFact disputed(CommitmentId id) {
    return new CommitmentFact.Disputed(id, remarks());
  }

  static CommitmentFact acknowledged(CommitmentId id) {
    return new CommitmentFact.Acknowledged(id);
  }

  static CommitmentFact withdrawn(CommitmentId id) {
    return new CommitmentFact.Withdrawn(id, Wording.of("en", "a mistake of ours"));
  }

  static ClosureTerms closure(CommitmentId id, ClosureTerms.How how) {
    return new ClosureTerms(id, how, Wording.of("en", "agreed in Islamabad"));
  }

  // ---- saying ---------------------------------------------------------------------------------

  /// `side` states `fact`, which must hold.
  EntryId say(PartyId side, CommitmentFact fact) {
    ActEntry entry = voices.says(side, Role.CLERK);
    Verdict.accepted(CommitmentRules.decide(state, entry.context(), entry.seen(), fact), fact);
    return hear(entry, fact);
  }

  EntryId hear(ActEntry entry, CommitmentFact fact) {
    state = state.apply(entry, fact);
    return entry.id();
  }

  CommitmentId register(PartyId side, CommitmentTerms terms) {
    return CommitmentId.of(say(side, new CommitmentFact.Registered(terms)));
  }

  /// Why `fact` is refused when asked, and void when said all the same: both alike.
  CommitmentRefusal refuse(ActEntry entry, CommitmentFact fact) {
    CommitmentsState before = state;
    var refused =
        Verdict.refused(CommitmentRules.decide(state, entry.context(), entry.seen(), fact), fact);
    hear(entry, fact);
    assertThat(state.voids().get(entry.id())).isEqualTo(refused.refusal());
    assertThat(state.commitments()).isEqualTo(before.commitments());
    assertThat(state.digest()).isNotEqualTo(before.digest());
    return refused.refusal();
  }

  CommitmentRefusal refuse(PartyId side, CommitmentFact fact) {
    return refuse(voices.says(side, Role.CLERK), fact);
  }

  // ---- acts -----------------------------------------------------------------------------------

  Act agree(CommitmentTerms terms) {
    return agree(CommitmentActs.COMMITMENT, terms.toJson());
  }

  Act agree(ClosureTerms terms) {
    return agree(CommitmentActs.COMMITMENT_CLOSED, terms.toJson());
  }

  /// All sides agree, and that counts.
  Act agree(ActKind kind, Json.Obj terms) {
    Act act = effective(kind, terms, voices.parties());
    assertThat(state.voids().containsKey(act.by())).isFalse();
    return act;
  }

  Act effective(ActKind kind, Json.Obj terms, SortedSet<PartyId> sides) {
    ActEntry proposal = voices.says(sides.first(), Role.CHIEF);
    ActEntry assent = voices.says(sides.last(), Role.CHIEF);
    Act act =
        Voices.act(
            proposal, assent, ActFact.Proposed.of(kind, terms, Capacity.of(Role.CHIEF)), sides);
    state = state.moved(assent, act);
    return act;
  }

  /// Why an act of these terms does not count; both when asked and where it comes into force.
  CommitmentRefusal refuseTerms(ActKind kind, Json.Obj terms, SortedSet<PartyId> sides) {
    CommitmentsState before = state;
    CommitmentRefusal refusal =
        CommitmentRules.objectionToTerms(state, sides, kind, terms).orElseThrow();
    Act act = effective(kind, terms, sides);
    assertThat(state.voids().get(act.by())).isEqualTo(refusal);
    assertThat(state.commitments()).isEqualTo(before.commitments());
    return refusal;
  }

  void end(Act act, ActStage stage) {
    ActEntry entry = voices.says(voices.parties().first(), Role.CHIEF);
    state = state.moved(entry, Voices.at(act, stage, entry));
  }

  static Json.Obj named(CommitmentTerms... terms) {
    return Json.obj()
        .put(CommitmentActs.MEMBER, Json.arr(List.of(terms).stream().map(CommitmentTerms::toJson)))
        .put("text", "what else was found")
        .build();
  }

  Commitment get(CommitmentId id) {
    return state.commitment(id).orElseThrow();
  }
}
