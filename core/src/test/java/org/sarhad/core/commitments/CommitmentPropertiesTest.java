package org.sarhad.core.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.JointScript;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Voices;

/// Whatever two or three sides say of commitments, honest or not, over links that deliver late: the
/// fold never throws, every node computes the same, nobody speaks for another, and nobody
/// discharges themselves or is committed by others.
class CommitmentPropertiesTest {
  private record Step(Optional<CommitmentFact> fact, List<Act> acts) {}

  @ParameterizedTest
  @ValueSource(strings = {"ir pk", "ir om pk"})
  void whateverIsSaid(String names) {
    Set<CommitmentRefusal> refused = EnumSet.noneOf(CommitmentRefusal.class);
    Set<CommitmentStage> stages = EnumSet.noneOf(CommitmentStage.class);
    Seeded.check(
        16,
        random -> {
          SortedSet<PartyId> parties =
              Ordered.set(Stream.of(names.split(" ", -1)).map(PartyId::of).toList());
          Script script = new Script(random, parties);
          for (int i = 0; i < 130; i++) {
            script.step();
          }
          CommitmentsState state = CommitmentsState.of(parties);
          for (JointScript.Line<Step> line : script.joint.order(1)) {
            state = checked(state, line);
          }
          CommitmentsState other = CommitmentsState.of(parties);
          for (JointScript.Line<Step> line : script.joint.order(2)) {
            other = folded(other, line);
          }
          assertThat(other).isEqualTo(state);
          assertThat(state.matrix(script.time, CommitmentSettings.defaults()))
              .hasSize(state.commitments().size());
          state.voids().values().forEach(refused::add);
          state.commitments().values().forEach(commitment -> stages.add(commitment.stage()));
        });

    assertThat(stages).containsExactly(CommitmentStage.values());
    assertThat(refused).hasSizeGreaterThan(12);
  }

  private static CommitmentsState folded(CommitmentsState state, JointScript.Line<Step> line) {
    CommitmentsState next = state;
    if (line.carried().fact().isPresent()) {
      next = next.apply(line.entry(), line.carried().fact().get());
    }
    for (Act act : line.carried().acts()) {
      next = next.moved(line.entry(), act);
    }
    return next;
  }

  private static CommitmentsState checked(CommitmentsState before, JointScript.Line<Step> line) {
    CommitmentsState after = folded(before, line);
    if (after.voids().containsKey(line.entry().id())) {
      assertThat(after.commitments()).isEqualTo(before.commitments());
    }
    boolean isNothing = line.carried().fact().isEmpty() && line.carried().acts().isEmpty();
    assertThat(after.digest().equals(before.digest())).isEqualTo(isNothing || after.equals(before));
    for (CommitmentId id : before.commitments().differing(after.commitments())) {
      check(before.commitment(id), after.commitment(id).orElseThrow(), line);
    }
    return after;
  }

  private static void check(Optional<Commitment> was, Commitment is, JointScript.Line<Step> line) {
    PartyId author = line.entry().context().author();
    // Nobody speaks for another side.
    if (was.isPresent()) {
      assertThat(was.get().terms()).isEqualTo(is.terms());
      for (PartyId side : was.get().words().differing(is.words())) {
        assertThat(side).isEqualTo(author);
      }
      for (PartyId side : was.get().acknowledged().differing(is.acknowledged())) {
        assertThat(side).isEqualTo(author);
      }
    }
    // Nobody is committed by an act of others.
    if (was.isEmpty() && is.standing() == Standing.AGREED) {
      Act act = line.carried().acts().getLast();
      assertThat(is.terms().owners()).allMatch(act.proposal().quorum()::needs);
    }
    // Nobody is discharged but by the word of all, or by an act of all.
    boolean isEndedNow =
        is.stage() == CommitmentStage.FULFILLED
            && was.filter(c -> c.stage() == CommitmentStage.FULFILLED).isEmpty();
    if (isEndedNow) {
      boolean isSaidByAll =
          is.terms().concerned().stream()
              .allMatch(
                  side ->
                      is.words()
                          .find(side)
                          .filter(w -> w.said() instanceof CommitmentFact.FulfilledStated)
                          .isPresent());
      boolean isClosedByAll =
          line.carried().acts().stream()
              .anyMatch(
                  act -> is.terms().concerned().stream().allMatch(act.proposal().quorum()::needs));
      assertThat(isSaidByAll || isClosedByAll).isTrue();
    }
  }

  private static final class Script {
    final SplittableRandom random;
    final SortedSet<PartyId> parties;
    final JointScript<Step> joint;
    final List<ActEntry> proposals = new ArrayList<>();
    final List<Act> acts = new ArrayList<>();
    final List<CommitmentId> commitments = new ArrayList<>();
    Instant time = Sides.EIGHT;

    Script(SplittableRandom random, SortedSet<PartyId> parties) {
      this.random = random;
      this.parties = parties;
      this.joint = new JointScript<>(random, parties);
    }

    void step() {
      time = time.plus(Duration.ofHours(random.nextInt(60)));
      for (int i = random.nextInt(4); i > 0; i--) {
        joint.deliver();
      }
      PartyId side = joint.anySide();
      switch (random.nextInt(8)) {
        case 0 -> propose(side);
        case 1 -> move(side);
        default -> state(side);
      }
    }

    private void propose(PartyId side) {
      ActEntry entry = joint.next(side, time, true, Ordered.set(Role.CHIEF));
      joint.write(entry, new Step(Optional.empty(), List.of()));
      proposals.add(entry);
    }

    private void move(PartyId side) {
      ActEntry entry = joint.next(side, time, true, Ordered.set(Role.CHIEF));
      List<ActEntry> known = proposals.stream().filter(p -> entry.knows(p.id())).toList();
      List<Act> inForce = acts.stream().filter(act -> entry.knows(act.by())).toList();
      List<Act> moved = new ArrayList<>();
      if (!inForce.isEmpty() && random.nextInt(3) == 0) {
        Act act = any(inForce);
        acts.remove(act);
        moved.add(
            Voices.at(act, random.nextBoolean() ? ActStage.SUPERSEDED : ActStage.VOIDED, entry));
      } else if (!known.isEmpty()) {
        ActEntry proposal = any(known);
        proposals.remove(proposal);
        Act act = agreed(proposal, entry);
        acts.add(act);
        moved.add(act);
      }
      joint.write(entry, new Step(Optional.empty(), moved));
    }

    private Act agreed(ActEntry proposal, ActEntry by) {
      SortedSet<PartyId> sides =
          random.nextInt(3) == 0 ? Ordered.set(parties.first(), parties.last()) : parties;
      commitments.add(CommitmentId.of(proposal.id()));
      return switch (random.nextInt(6)) {
        case 0 -> Voices.act(proposal, by, ActKind.of("crossing"), Json.obj().build(), sides);
        case 1 ->
            Voices.act(
                proposal,
                by,
                ActKind.of("joint_record"),
                CommitmentScene.named(terms(), terms()),
                sides);
        case 2, 3 ->
            Voices.act(
                proposal,
                by,
                CommitmentActs.COMMITMENT_CLOSED,
                CommitmentScene.closure(any(), any(List.of(ClosureTerms.How.values()))).toJson(),
                sides);
        default -> Voices.act(proposal, by, CommitmentActs.COMMITMENT, terms().toJson(), sides);
      };
    }

    private CommitmentTerms terms() {
      PartyId owner = random.nextInt(12) == 0 ? PartyId.of("tm") : joint.anySide();
      return CommitmentScene.terms(
          Ordered.set(owner, joint.anySide()),
          random.nextBoolean() ? Ordered.set() : Ordered.set(joint.anySide()),
          random.nextBoolean() ? Optional.empty() : Optional.of("2019-06-30+05:00"));
    }

    private void state(PartyId side) {
      CommitmentFact fact = fact();
      Set<Role> roles =
          random.nextInt(25) == 0
              ? Ordered.set()
              : Ordered.set(random.nextInt(20) == 0 ? Role.OBSERVER : Role.CLERK);
      Instant said = random.nextInt(10) == 0 ? Sides.EIGHT.minus(Duration.ofDays(1)) : time;
      ActEntry entry = joint.next(side, said, random.nextInt(30) > 0, roles);
      joint.write(entry, new Step(Optional.of(fact), List.of()));
      if (fact instanceof CommitmentFact.Registered) {
        commitments.add(CommitmentId.of(entry.id()));
      }
    }

    private CommitmentFact fact() {
      return switch (random.nextInt(10)) {
        case 0 -> new CommitmentFact.Registered(terms());
        case 1 -> CommitmentScene.acknowledged(any());
        case 2 -> CommitmentScene.withdrawn(any());
        case 3 -> CommitmentScene.disputed(any());
        case 4 ->
            new CommitmentFact.ProgressStated(
                any(),
                Sides.EIGHT,
                Optional.of(
                    new CommitmentFact.Extent.Amount(
                        new Quantity(random.nextInt(900), random.nextInt(4) > 0 ? "MW" : "t"))),
                CommitmentScene.remarks(
                    new EntryId(Voices.log(joint.anySide()), random.nextInt(20))));
        default -> CommitmentScene.fulfilled(any());
      };
    }

    /// Of the last few, so that several sides speak of the same.
    private CommitmentId any() {
      return commitments.isEmpty() || random.nextInt(25) == 0
          ? new CommitmentId(new EntryId(Voices.log(joint.anySide()), random.nextInt(99)), 2)
          : any(commitments.subList(Math.max(0, commitments.size() - 3), commitments.size()));
    }

    private <T> T any(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }
  }
}
