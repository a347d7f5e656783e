package org.sarhad.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.JointScript;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Sides;

/// Whatever two sides say of screening, honest or not, over links that deliver late: the fold never
/// throws, both nodes compute the same, nobody decides for another side or alone, and no licence is
/// used beyond its quota.
class ScreeningPropertiesTest {
  private static final ScreeningSettings AGREED = ScreeningSettings.defaults();
  private static final List<SubjectId> SUBJECTS =
      List.of(Lists.RICE, SubjectId.of("another"), SubjectId.of("a third"));

  @Test
  void whateverIsSaid() {
    Set<ScreeningRefusal> refused = EnumSet.noneOf(ScreeningRefusal.class);
    Set<Standing> standings = EnumSet.noneOf(Standing.class);
    Seeded.check(
        40,
        random -> {
          Script script = new Script(random);
          for (int i = 0; i < 160; i++) {
            script.step();
          }
          ScreeningState state = ScreeningState.of(Ordered.set(Sides.IR, Sides.PK));
          for (JointScript.Line<ScreeningFact> line : script.joint.order(1)) {
            ScreeningState before = state;
            state = state.apply(line.entry(), line.carried(), AGREED);
            check(before, state, line.entry());
            standings.add(standing(state, line.entry(), random));
          }
          ScreeningState other = ScreeningState.of(Ordered.set(Sides.IR, Sides.PK));
          for (JointScript.Line<ScreeningFact> line : script.joint.order(2)) {
            other = other.apply(line.entry(), line.carried(), AGREED);
          }
          assertThat(other).isEqualTo(state);
          state.voids().values().forEach(refused::add);
        });

    assertThat(standings).containsExactly(Standing.values());
    assertThat(refused).hasSizeGreaterThan(15);
  }

  private static Standing standing(ScreeningState state, ActEntry entry, SplittableRandom random) {
    return state.standing(
        entry.context().author(),
        SUBJECTS.get(random.nextInt(SUBJECTS.size())),
        entry.context().time(),
        AGREED);
  }

  private static void check(ScreeningState before, ScreeningState after, ActEntry entry) {
    PartyId author = entry.context().author();
    if (after.voids().containsKey(entry.id())) {
      assertThat(after.subjects()).isEqualTo(before.subjects());
      assertThat(after.lists()).isEqualTo(before.lists());
      assertThat(after.bases()).isEqualTo(before.bases());
    }
    assertThat(after.digest()).isNotEqualTo(before.digest());
    for (SubjectKey key : before.subjects().differing(after.subjects())) {
      assertThat(key.side()).isEqualTo(author);
      check(after, after.subjects().get(key), entry);
    }
    for (EntryId basis : before.bases().differing(after.bases())) {
      assertThat(after.bases().get(basis).side()).isEqualTo(author);
      assertThat(after.bases().get(basis).left()).isNotNegative();
    }
  }

  /// What is decided is decided by two, by the lists of the day, and the agreed threshold.
  private static void check(ScreeningState state, Screened screened, ActEntry entry) {
    boolean isDecidedHere =
        screened.decision().filter(d -> d.word().entry().equals(entry.id())).isPresent();
    if (isDecidedHere) {
      Screened.Decided decided = screened.decision().orElseThrow();
      assertThat(decided.officer()).isNotEqualTo(decided.proposal().officer());
      assertThat(decided.said().grounds().lists())
          .isEqualTo(state.listsOf(entry.context().author()))
          .containsKey(ListSource.UN);
      assertThat(decided.said().grounds().threshold()).isLessThanOrEqualTo(AGREED.threshold());
      assertThat(state.isStale(entry.context().author(), entry.context().time(), AGREED)).isFalse();
    }
  }

  private static final class Script {
    final SplittableRandom random;
    final JointScript<ScreeningFact> joint;
    final List<EntryId> said = new ArrayList<>();
    Instant time = Sides.EIGHT;
    ScreeningState newest = ScreeningState.of(Ordered.set(Sides.IR, Sides.PK));

    Script(SplittableRandom random) {
      this.random = random;
      this.joint = new JointScript<>(random, Ordered.set(Sides.IR, Sides.PK));
    }

    void step() {
      time = time.plus(Duration.ofHours(random.nextInt(12)));
      joint.deliver();
      PartyId side = joint.anySide();
      ScreeningFact fact = fact(side);
      ActEntry entry =
          joint.next(
              side,
              time,
              random.nextInt(30) > 0,
              random.nextInt(20) > 0 ? Ordered.set(Role.COMPLIANCE) : Ordered.set(Role.CHIEF));
      ActEntry signed = random.nextBoolean() ? entry : ScreeningScene.second(entry);
      newest = newest.apply(signed, fact, AGREED);
      said.add(signed.id());
      joint.write(signed, fact);
    }

    private ScreeningFact fact(PartyId side) {
      return switch (random.nextInt(14)) {
        case 0 -> new ScreeningFact.ListTaken(list("un"));
        case 1 -> new ScreeningFact.ListTaken(random.nextInt(4) == 0 ? list("eu") : again(side));
        case 2 ->
            new ScreeningFact.ListEnded(
                ListSource.of(random.nextBoolean() ? "eu" : "un"), Lists.WHY);
        case 3 -> new ScreeningFact.Held(subject(), grounds(side));
        case 4, 5, 6 -> proposed(side);
        case 7, 8, 9 -> new ScreeningFact.Confirmed(waiting(side).orElseGet(this::any));
        case 10 ->
            new ScreeningFact.BasisRecorded(
                subject(), Lists.WHY, time, time.plus(Duration.ofDays(2)), Lists.quota());
        case 11 ->
            Lists.drawn(
                basis(side), random.nextBoolean() ? "100630" : "2709", 1 + random.nextInt(600));
        case 12 -> new ScreeningFact.BasisReturned(any(), Lists.WHY);
        default -> new ScreeningFact.BasisEnded(basis(side), Lists.WHY);
      };
    }

    private ScreeningFact proposed(PartyId side) {
      SubjectId subject = subject();
      Optional<Status> status = newest.screened(side, subject).status();
      boolean isStopped = status.filter(now -> !now.isOpen()).isPresent();
      Status next =
          random.nextInt(6) == 0
              ? Status.REFUSED
              : isStopped != (random.nextInt(6) == 0) ? Status.RELEASED : Status.CLEAR;
      boolean isByLicence = next == Status.RELEASED && random.nextBoolean();
      return new ScreeningFact.Proposed(
          subject, next, grounds(side), isByLicence ? Optional.of(basis(side)) : Optional.empty());
    }

    private Grounds grounds(PartyId side) {
      boolean isCurrent = random.nextInt(8) > 0 && !newest.listsOf(side).isEmpty();
      return isCurrent
          ? Grounds.of(newest.listsOf(side), random.nextInt(10) == 0 ? 850 : 790)
          : Lists.grounds(list(random.nextBoolean() ? "un" : "eu"));
    }

    private Optional<EntryId> waiting(PartyId side) {
      return SUBJECTS.stream()
          .flatMap(subject -> newest.screened(side, subject).proposal().stream())
          .map(proposal -> proposal.word().entry())
          .findFirst();
    }

    private ListState again(PartyId side) {
      return newest
          .lists()
          .find(new ListKey(side, ListSource.UN))
          .map(word -> word.said())
          .orElseGet(() -> list("un"));
    }

    private ListState list(String source) {
      return Lists.state(source, "file " + random.nextInt(3));
    }

    private SubjectId subject() {
      return SUBJECTS.get(random.nextInt(SUBJECTS.size()));
    }

    private EntryId basis(PartyId side) {
      return newest
          .bases()
          .values()
          .filter(basis -> basis.side().equals(side))
          .reduce((_, later) -> later)
          .map(LegalBasis::id)
          .orElseGet(this::any);
    }

    private EntryId any() {
      return said.isEmpty()
          ? new EntryId(Sides.IR_LOG, 999)
          : said.get(random.nextInt(said.size()));
    }
  }
}
