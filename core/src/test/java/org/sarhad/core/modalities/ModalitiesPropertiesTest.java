package org.sarhad.core.modalities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.modalities.ModalitiesScene.Speaker;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.TestSide;

/// Whatever sides say in whatever order, knowing what they may: the fold takes it, and what must
/// hold does after every step.
class ModalitiesPropertiesTest {
  private static final int STEPS = 100;

  @ParameterizedTest
  @CsvSource({"2, ir pk", "3, ir pk om"})
  void whateverIsSaidTheRulesHold(int sides, String parties) {
    EnumMap<VersionStage, Integer> stages = new EnumMap<>(VersionStage.class);
    EnumSet<ModalitiesRefusal> refusals = EnumSet.noneOf(ModalitiesRefusal.class);
    EnumSet<ModalitiesFactKind> held = EnumSet.noneOf(ModalitiesFactKind.class);
    Seeded.check(
        32 / sides,
        random -> {
          Script script = new Script(random, parties.split(" "));
          for (int i = 0; i < STEPS; i++) {
            script.step();
            script.check();
            ModalitiesState state = script.scene.state();
            state
                .offers()
                .keys()
                .forEach(act -> stages.merge(state.stage(act).orElseThrow(), 1, Integer::sum));
          }
          assertThat(script.scene.refolded()).isEqualTo(script.scene.state());
          script.scene.state().voids().values().forEach(refusals::add);
          held.addAll(script.held);
        });

    // Worth nothing if little of it happens.
    assertThat(stages).containsOnlyKeys(VersionStage.values());
    assertThat(held).containsExactly(ModalitiesFactKind.values());
    assertThat(refusals).hasSizeGreaterThan(18);
  }

  /// What a side has said about suspending, kept by other means than the state.
  private static final class Book {
    Optional<EntryId> notice = Optional.empty();
    boolean isActive;
    boolean isEmergency;
  }

  private static final class Script {
    private final SplittableRandom random;
    private final ModalitiesScene scene;
    private final EnumSet<ModalitiesFactKind> held = EnumSet.noneOf(ModalitiesFactKind.class);
    private final TreeMap<PartyId, Book> books = new TreeMap<>();
    private long inForce;
    private boolean isVoiding;

    Script(SplittableRandom random, String... parties) {
      this.random = random;
      this.scene = new ModalitiesScene(parties);
      scene.sides().forEach(side -> books.put(side.party(), new Book()));
    }

    // ---- what happens -------------------------------------------------------------------------

    void step() {
      isVoiding = false;
      TestSide side = pick(scene.sides());
      if (random.nextInt(3) > 0) {
        scene.sees(side);
      }
      scene.at(scene.now().plus(Duration.ofHours(random.nextInt(30))));
      switch (random.nextInt(16)) {
        case 0, 1, 2 -> scene.act(side, proposal());
        case 3, 4, 5, 6 -> assent();
        case 7 -> contest();
        case 8 -> answer(side);
        default -> say(side);
      }
    }

    private ActFact.Proposed proposal() {
      long next = scene.state().nextNumber();
      long number = random.nextInt(6) > 0 ? next : Math.max(1, next - 1 + random.nextInt(3));
      Binding[] bindings = {
        ClockSettings.TELL_PEER.to(Duration.ofMinutes(1 + random.nextInt(59))),
        CycleSettings.SUSPENSION_NOTICE.to(Duration.ofHours(1 + random.nextInt(72))),
        PeopleSettings.SUSPEND.to(pick(List.of(Role.CHIEF, Role.CHIEF, Role.CLERK))),
        RedLines.HOST_MAY_STOP.to(random.nextInt(8) > 0)
      };
      Document document =
          random.nextBoolean()
              ? Docs.version(number, bindings)
              : Docs.document(
                  number,
                  Optional.of(scene.now().plus(Duration.ofHours(random.nextInt(60)))),
                  Docs.version(number, bindings).clauses());
      Json.Obj terms =
          random.nextInt(10) > 0 ? document.toJson() : Json.obj().put("number", number).build();
      Optional<ActRef> supersedes =
          random.nextInt(8) > 0 ? scene.state().toBeSuperseded() : Optional.empty();
      ActFact.Proposed plain = Docs.proposal(terms, scene.inForce(), supersedes);
      Optional<ActRef> other = act(ActStage.PROPOSED).map(Act::ref);
      return random.nextInt(4) == 0 && other.isPresent() ? plain.countering(other.get()) : plain;
    }

    private void assent() {
      act(ActStage.PROPOSED)
          .or(() -> act(ActStage.ASSENTED))
          .ifPresent(
              act ->
                  scene
                      .sides()
                      .forEach(
                          side -> {
                            scene.sees(side);
                            scene.act(
                                side,
                                new ActFact.Assented(
                                    act.ref(), act.proposal().said().modalities(), Docs.CHIEF));
                          }));
    }

    private void contest() {
      if (random.nextInt(3) == 0) {
        act(ActStage.EFFECTIVE)
            .ifPresent(
                act -> {
                  isVoiding = true;
                  scene.voided(act.ref());
                });
      }
    }

    private void answer(TestSide side) {
      act(ActStage.PROPOSED)
          .ifPresent(
              act ->
                  scene.act(
                      side,
                      random.nextBoolean()
                          ? new ActFact.Refused(act.ref(), Docs.CHIEF, "no")
                          : new ActFact.Withdrawn(act.ref(), Docs.CHIEF, "no")));
    }

    private void say(TestSide side) {
      ModalitiesFact fact = fact(side);
      Speaker speaker = speaker(fact);
      EntryId entry = scene.nextEntry(side);
      if (scene.attempt(side, speaker, fact).isEmpty()) {
        held.add(fact.kind());
        note(side.party(), entry, fact);
      }
    }

    private ModalitiesFact fact(TestSide side) {
      Duration ahead = Duration.ofHours(random.nextInt(120));
      return switch (random.nextInt(9)) {
        case 0 ->
            new ModalitiesFact.Commented(
                act(pick(List.of(ActStage.values()))).map(Act::id).orElseGet(() -> side.at(0)),
                new ClauseNumber(1 + random.nextInt(5), 0),
                "en",
                "hm");
        case 1, 2 -> new ModalitiesFact.Began(Math.max(1, scene.inForce() + random.nextInt(3)));
        case 3 -> new ModalitiesFact.SuspensionNoticed(scene.now().plus(ahead), "so");
        case 4 -> ModalitiesFact.Suspended.after(notice(side));
        case 5 -> ModalitiesFact.Suspended.atOnce("now");
        case 6 -> new ModalitiesFact.ResumptionNoticed(scene.now().plus(ahead), "so");
        case 7 ->
            random.nextBoolean()
                ? ModalitiesFact.Resumed.after(notice(side))
                : ModalitiesFact.Resumed.atOnce("over");
        default -> new ModalitiesFact.NoticeWithdrawn(notice(side), "settled");
      };
    }

    /// A notice of this side, of another one, or none at all.
    private EntryId notice(TestSide side) {
      PartyId whose = random.nextInt(5) > 0 ? side.party() : pick(scene.sides()).party();
      return scene
          .state()
          .suspension(whose)
          .notice()
          .map(Suspension.Notice::entry)
          .orElseGet(() -> side.at(0));
    }

    private Speaker speaker(ModalitiesFact fact) {
      if (random.nextInt(8) == 0) {
        return pick(
            List.of(
                Speaker.NODE,
                ModalitiesScene.CHIEF,
                ModalitiesScene.CHIEF.internally(),
                Speaker.officer(Role.DISPATCHER)));
      }
      boolean isByNode =
          switch (fact) {
            case ModalitiesFact.Began _ -> true;
            case ModalitiesFact.Suspended suspended -> suspended.notice().isPresent();
            case ModalitiesFact.Resumed resumed -> resumed.notice().isPresent();
            default -> false;
          };
      return isByNode ? Speaker.NODE : Speaker.officer(Role.CHIEF, Role.CLERK);
    }

    private Optional<Act> act(ActStage stage) {
      List<Act> acts = scene.acts().acts().values().filter(act -> act.stage() == stage).toList();
      return acts.isEmpty() ? Optional.empty() : Optional.of(pick(acts));
    }

    private <T> T pick(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }

    // ---- what must hold -----------------------------------------------------------------------

    /// What a fact that holds makes of its side's suspension, and that it could.
    private void note(PartyId party, EntryId entry, ModalitiesFact fact) {
      Book book = books.computeIfAbsent(party, _ -> new Book());
      switch (fact) {
        case ModalitiesFact.SuspensionNoticed _ -> {
          assertThat(book.isActive).isFalse();
          assertThat(book.notice).isEmpty();
          book.notice = Optional.of(entry);
        }
        case ModalitiesFact.ResumptionNoticed _ -> {
          assertThat(book.isActive).isTrue();
          assertThat(book.notice).isEmpty();
          book.notice = Optional.of(entry);
        }
        case ModalitiesFact.Suspended(Optional<EntryId> notice, Optional<String> emergency) -> {
          assertThat(book.isActive).isFalse();
          assertThat(notice.isEmpty() || notice.equals(book.notice)).isTrue();
          book.isActive = true;
          book.isEmergency = emergency.isPresent();
          book.notice = Optional.empty();
        }
        case ModalitiesFact.Resumed(Optional<EntryId> notice, Optional<String> _) -> {
          assertThat(book.isActive).isTrue();
          assertThat(notice.isPresent() ? notice.equals(book.notice) : book.isEmergency).isTrue();
          book.isActive = false;
          book.notice = Optional.empty();
        }
        case ModalitiesFact.NoticeWithdrawn(EntryId notice, String _) -> {
          assertThat(book.notice).contains(notice);
          book.notice = Optional.empty();
        }
        case ModalitiesFact.Commented _, ModalitiesFact.Began _ -> {
          // Not about suspending.
        }
      }
    }

    void check() {
      ModalitiesState state = scene.state();
      checkVersions(state);
      books.forEach(
          (party, book) -> {
            assertThat(state.suspension(party).isActive()).isEqualTo(book.isActive);
            assertThat(state.suspension(party).notice().map(Suspension.Notice::entry))
                .isEqualTo(book.notice);
          });
      boolean isSuspended = books.values().stream().anyMatch(book -> book.isActive);
      assertThat(state.isSuspended()).isEqualTo(isSuspended);
      assertThat(state.objectionToJointActs())
          .isEqualTo(
              state.inForce().isEmpty()
                  ? Optional.of(ModalitiesRefusal.NO_MODALITIES)
                  : isSuspended ? Optional.of(ModalitiesRefusal.SUSPENDED) : Optional.empty());
    }

    private void checkVersions(ModalitiesState state) {
      // No number is used twice, and none is left out.
      assertThat(state.versions().keys().toList())
          .isEqualTo(LongStream.range(1, state.nextNumber()).boxed().toList());
      for (Version version : state.versions().values().toList()) {
        assertThat(version.settings().loosened()).isEmpty();
        assertThat(version.quorum().seats().size()).isEqualTo(scene.sides().size());
        assertThat(version.document().number()).isEqualTo(version.number());
        ActStage stage = scene.act(version.act()).stage();
        assertThat(stage).isIn(ActStage.EFFECTIVE, ActStage.SUPERSEDED, ActStage.VOIDED);
        assertThat(version.voided().isPresent()).isEqualTo(stage == ActStage.VOIDED);
      }
      long inForces =
          state
              .offers()
              .keys()
              .map(act -> state.stage(act).orElseThrow())
              .filter(s -> s == VersionStage.IN_FORCE || s == VersionStage.SUSPENDED)
              .count();
      long now = scene.inForce();
      assertThat(inForces).isEqualTo(now > 0 ? 1 : 0);
      // Rules are only ever followed by later ones, but for a stale assent.
      assertThat(now >= inForce || isVoiding).isTrue();
      inForce = now;
    }
  }
}
