package org.sarhad.core.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.crossing.CrossingScene.HOST;
import static org.sarhad.core.crossing.CrossingScene.VISITOR;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Voices;

/// Whatever the sides sign and say, honest or not, knowing each other's words or not: the fold
/// never throws, folded again it is the same, and no leave is there that nobody gave, after a STOP,
/// beyond five hours, or for a unit of somebody else.
class CrossingPropertiesTest {
  private static final List<UnitName> UNITS =
      List.of(CrossingScene.FIRST, CrossingScene.SECOND, CrossingScene.THEIRS);

  /// One step of a script, to be folded again.
  private interface Step {
    CrossingState on(CrossingState state);
  }

  @Test
  void whateverIsSignedAndSaid() {
    Set<CrossingRefusal> refused = EnumSet.noneOf(CrossingRefusal.class);
    Set<CrossingStage> stages = EnumSet.noneOf(CrossingStage.class);
    Seeded.check(
        60,
        random -> {
          Script script = new Script(random);
          for (int i = 0; i < 120; i++) {
            script.step();
            script.check();
          }
          assertThat(script.refolded()).isEqualTo(script.scene.state);
          script.scene.state.voids().values().forEach(refused::add);
          script
              .scene
              .state
              .crossings()
              .values()
              .map(c -> c.stage(script.scene.voices.time(), CrossingScene.REPORT))
              .forEach(stages::add);
        });
    assertThat(refused)
        .contains(
            CrossingRefusal.NO_ASSENT,
            CrossingRefusal.UNDER_STOP,
            CrossingRefusal.OUTSIDE_WINDOW,
            CrossingRefusal.UNIT_NOT_IN_IT,
            CrossingRefusal.NOT_HOST,
            CrossingRefusal.NOT_SEEN,
            CrossingRefusal.TOO_LONG)
        .hasSizeGreaterThan(20);
    assertThat(stages)
        .contains(
            CrossingStage.ASKED,
            CrossingStage.NOT_GIVEN,
            CrossingStage.VOID,
            CrossingStage.REPLACED,
            CrossingStage.LIVE,
            CrossingStage.STOPPED,
            CrossingStage.REPORT_DUE);
  }

  private static final class Script {
    final CrossingScene scene = new CrossingScene();
    private final SplittableRandom random;
    private final List<Step> steps = new ArrayList<>();

    Script(SplittableRandom random) {
      this.random = random;
    }

    void step() {
      if (random.nextInt(3) == 0) {
        scene.voices.at(scene.voices.time().plusSeconds(random.nextInt(1_500)));
      }
      switch (random.nextInt(5)) {
        case 0 -> sign();
        case 1 -> advance();
        default -> say();
      }
    }

    private void sign() {
      Instant from = scene.voices.time().plusSeconds(random.nextInt(-600, 1_200));
      Instant until = from.plus(Duration.ofMinutes(random.nextInt(1, 100)));
      CrossingTerms terms = CrossingScene.terms(from, until, some(2));
      var said = scene.proposed(terms);
      if (random.nextInt(8) == 0) {
        said = CrossingScene.proposed(terms.toJson());
      }
      Optional<Act> old =
          random.nextInt(3) == 0 ? act(stage -> stage == ActStage.EFFECTIVE) : Optional.empty();
      var next = old.isPresent() ? said.superseding(old.get().ref()) : said;
      PartyId by = side();
      ActEntry entry = scene.voices.says(by, Role.CHIEF);
      moved(
          entry,
          Voices.at(
              Voices.act(entry, entry, next, scene.voices.parties()), ActStage.PROPOSED, entry));
    }

    private void advance() {
      Optional<Act> open = act(ActStage::isOpen);
      if (open.isEmpty()) {
        return;
      }
      PartyId other = open.get().proposal().proposer().equals(HOST) ? VISITOR : HOST;
      ActStage stage =
          switch (random.nextInt(6)) {
            case 0 -> ActStage.REFUSED;
            case 1 -> ActStage.EXPIRED;
            default -> ActStage.EFFECTIVE;
          };
      ActEntry entry = scene.voices.says(other, Role.CHIEF);
      moved(entry, Voices.at(open.get(), stage, entry));
      open.get()
          .proposal()
          .said()
          .supersedes()
          .map(ref -> scene.acts.get(ref.entry()))
          .filter(old -> stage == ActStage.EFFECTIVE && old.isEffective())
          .ifPresent(old -> moved(entry, Voices.at(old, ActStage.SUPERSEDED, entry)));
    }

    private void say() {
      PartyId side = side();
      CrossingFact fact = fact();
      ActEntry entry =
          random.nextInt(12) == 0
              ? scene.voices.blind(side, Role.WATCH_OFFICER, Role.SECTOR_COMMANDER)
              : scene.next(side, fact);
      add(state -> state.apply(entry, fact, scene.grounds()));
    }

    private CrossingFact fact() {
      EntryId id = id();
      UnitName unit = UNITS.get(random.nextInt(UNITS.size()));
      Instant at = scene.voices.time().minusSeconds(random.nextInt(-5, 300));
      return switch (random.nextInt(10)) {
        case 0, 1 -> new CrossingFact.Entered(id, unit, at);
        case 2 -> new CrossingFact.Left(unit, at);
        case 3 -> random.nextBoolean() ? CrossingScene.stop(id) : CrossingScene.stop(some(2));
        case 4 -> new CrossingFact.StopConfirmed(stop(), unit, at);
        case 5 -> new CrossingFact.ChargeTaken(id);
        case 6 ->
            new CrossingFact.Ended(
                id, random.nextBoolean() ? CrossingFact.End.EARLY : CrossingFact.End.WINDOW_OVER);
        case 7 -> CrossingScene.reported(id);
        case 8 -> new CrossingFact.ReportOverdue(id);
        default ->
            CrossingScene.lane(
                scene.voices.time().plus(Duration.ofMinutes(random.nextInt(-5, 200))), some(2));
      };
    }

    private void moved(ActEntry entry, Act act) {
      scene.acts.put(act.id(), act);
      add(state -> state.moved(entry, act, scene.grounds(), CrossingScene.officers()));
    }

    private void add(Step step) {
      steps.add(step);
      scene.state = step.on(scene.state);
    }

    CrossingState refolded() {
      CrossingState state = CrossingState.of(scene.voices.parties());
      for (Step step : steps) {
        state = step.on(state);
      }
      return state;
    }

    // ---- what must hold -----------------------------------------------------------------------

    void check() {
      Instant now = scene.voices.time();
      for (UnitName unit : UNITS) {
        scene.state.leavesOf(unit, now).forEach(crossing -> checkLeave(crossing, unit));
      }
      scene.state.inside().stream()
          .forEach(
              there ->
                  assertThat(there.value().entered().entry().origin())
                      .as("only its own side says where a unit is")
                      .isEqualTo(Voices.log(there.key().owner())));
      scene
          .state
          .breaches()
          .values()
          .forEach(b -> assertThat(b.said().said().unit().owner()).isEqualTo(b.by()));
    }

    private void checkLeave(Crossing crossing, UnitName unit) {
      Leave leave = crossing.leave();
      assertThat(unit.owner()).isEqualTo(leave.visitor()).isNotEqualTo(leave.host());
      assertThat(leave.length()).isLessThanOrEqualTo(Duration.ofHours(3));
      assertThat(crossing.inCharge().isPresent() || crossing.isInLane()).isTrue();
      assertThat(scene.state.voids().containsKey(crossing.grant().given().orElseThrow())).isFalse();
      if (!crossing.isInLane()) {
        assertThat(scene.act(crossing.id()).isEffective()).isTrue();
        assertThat(leave.length()).isLessThanOrEqualTo(Duration.ofMinutes(90));
      }
      assertThat(Stay.length(scene.state, crossing.id(), leave))
          .isLessThanOrEqualTo(Duration.ofHours(5));
      // A STOP of this unit stands before what gave the leave, or there is no leave.
      scene
          .state
          .stops()
          .values()
          .filter(stop -> stop.isFor(unit) && stop.by().equals(leave.host()))
          .forEach(stop -> checkAfter(stop, crossing));
    }

    private void checkAfter(Stop stop, Crossing crossing) {
      if (crossing.isInLane()) {
        assertThat(stop.said().at().plus(Duration.ofHours(5)))
            .as("%s stopped by %s", crossing.id(), stop.id())
            .isBeforeOrEqualTo(crossing.leave().from());
      } else {
        assertThat(hostSigned(crossing).index())
            .as("%s stopped by %s", crossing.id(), stop.id())
            .isGreaterThan(stop.id().index());
      }
    }

    /// Where the host gave its yes: its proposal or its assent.
    private EntryId hostSigned(Crossing crossing) {
      return crossing.id().origin().equals(Voices.log(HOST))
          ? crossing.id()
          : crossing.grant().given().orElseThrow();
    }

    // ---- picking ------------------------------------------------------------------------------

    private PartyId side() {
      return random.nextBoolean() ? HOST : VISITOR;
    }

    private UnitName[] some(int most) {
      int count = random.nextInt(1, most + 1);
      return Ordered.set(
              random.ints(count, 0, 9).mapToObj(i -> UNITS.get(i < 8 ? i % 2 : 2)).toList())
          .toArray(UnitName[]::new);
    }

    private EntryId id() {
      List<EntryId> ids = scene.state.crossings().keys().toList();
      return ids.isEmpty() || random.nextInt(20) == 0
          ? new EntryId(Voices.log(HOST), 5_000)
          : ids.get(ids.size() - 1 - random.nextInt(Math.min(3, ids.size())));
    }

    private EntryId stop() {
      return scene.state.stops().last().map(last -> last.key()).orElseGet(this::id);
    }

    private Optional<Act> act(java.util.function.Predicate<ActStage> stage) {
      List<Act> some = scene.acts.values().stream().filter(act -> stage.test(act.stage())).toList();
      return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
    }
  }
}
