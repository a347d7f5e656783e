package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.replay.Certainty;
import org.sarhad.core.replay.LastWord;
import org.sarhad.core.replay.Past;
import org.sarhad.core.replay.Replay;
import org.sarhad.core.replay.Viewpoint;
import org.sarhad.core.testing.Seeded;

/// docs/domain/response.md §9: what holds of every replay, whatever was said and however clocks
/// lie.
class ReplayPropertiesTest {
  private static final List<Viewpoint> VIEWS =
      List.of(Viewpoint.of(IR), Viewpoint.of(PK), Viewpoint.BOTH);
  private static final int CASES = 150;

  @Test
  void knowledgeIsNeverLostAsTimeGoesOn() {
    Seeded.check(
        CASES,
        random -> {
          ReplayWorld world = ReplayWorld.random(random);
          Instant one = ReplayWorld.moment(random);
          Instant other = ReplayWorld.moment(random);
          Instant earlier = one.isBefore(other) ? one : other;
          Instant later = one.isBefore(other) ? other : one;
          each(
              world,
              (own, incident, replay) -> {
                for (Viewpoint as : VIEWS) {
                  for (Said said : incident.said()) {
                    Optional<Certainty> then = replay.certainty(as, said, earlier);
                    Optional<Certainty> now = replay.certainty(as, said, later);
                    assertThat(now.isPresent()).isEqualTo(then.isPresent());
                    then.ifPresent(
                        before ->
                            assertThat(now.orElseThrow())
                                .as("%s as %s", said.entry(), as)
                                .isGreaterThanOrEqualTo(before));
                  }
                  assertThat(known(replay.at(as, later)))
                      .containsAll(known(replay.at(as, earlier)));
                }
              });
        });
  }

  @Test
  void whatBothKnewEachOfThemKnew() {
    Seeded.check(
        CASES,
        random -> {
          ReplayWorld world = ReplayWorld.random(random);
          Instant at = ReplayWorld.moment(random);
          each(
              world,
              (own, _, replay) -> {
                Set<EntryId> both = known(replay.at(Viewpoint.BOTH, at));
                assertThat(known(replay.at(Viewpoint.of(IR), at))).containsAll(both);
                assertThat(known(replay.at(Viewpoint.of(PK), at))).containsAll(both);
              });
        });
  }

  /// Whatever came later could have been anything else, and nothing shown would be different.
  @Test
  void nothingThatArrivedLaterShinesThrough() {
    Seeded.check(
        CASES,
        random -> {
          ReplayWorld world = ReplayWorld.random(random);
          Instant at = ReplayWorld.moment(random);
          for (PartyId own : List.of(IR, PK)) {
            for (Viewpoint as : VIEWS) {
              ReplayWorld other = withAnotherFuture(world, own, as, at, random);
              ResponseState state = world.stateOf(own);
              for (Incident incident : state.incidents()) {
                Past past = past(world, own, incident.id(), as, at).orElseThrow();
                past(other, own, incident.id(), as, at)
                    .ifPresentOrElse(
                        same -> assertThat(shown(same)).isEqualTo(shown(past)),
                        () -> assertThat(past.incident()).isEmpty());
              }
            }
          }
        });
  }

  private static ReplayWorld withAnotherFuture(
      ReplayWorld world, PartyId own, Viewpoint as, Instant at, SplittableRandom random) {
    Set<EntryId> known =
        world.stateOf(own).incidents().stream()
            .map(incident -> Replay.of(incident, own, world.waysOf(own), _ -> true))
            .flatMap(
                replay ->
                    world.lines().stream()
                        .filter(line -> isKnown(replay, as, line, at))
                        .map(ReplayWorld.Line::entry))
            .collect(Collectors.toCollection(TreeSet::new));
    return world.map(
        line ->
            (known.contains(line.entry()) ? line : line.saying(StrangeFacts.next(random)))
                .receivedOtherwiseAfter(at, random.nextLong(ReplayWorld.SPAN_S)));
  }

  private static boolean isKnown(Replay replay, Viewpoint as, ReplayWorld.Line line, Instant at) {
    return replay.certainty(as, line.said(), at).filter(Certainty.KNOWN::equals).isPresent();
  }

  /// What belongs to the other side alone is never seen through its eyes, nor through both sides'.
  @Test
  void whatIsInternalNeverLeavesItsSide() {
    Seeded.check(
        CASES,
        random -> {
          ReplayWorld world = ReplayWorld.random(random);
          each(
              world,
              (own, _, replay) -> {
                Viewpoint other = Viewpoint.of(own.equals(IR) ? PK : IR);
                for (Viewpoint as : List.of(other, Viewpoint.BOTH)) {
                  Past past = replay.at(as, Instant.MAX);
                  assertThat(
                          past.state()
                              .sides()
                              .values()
                              .flatMap(side -> side.ledger().said().values()))
                      .allMatch(Said::released);
                  assertThat(past.undecided()).allMatch(item -> item.said().released());
                }
              });
        });
  }

  /// The end of a replay is the present: the few facts it folds are all that the room rests on.
  @Test
  void atTheEndOfTimeTheReplayIsTheLiveRoom() {
    Seeded.check(
        CASES,
        random -> {
          ReplayWorld world = ReplayWorld.random(random);
          each(
              world,
              (own, incident, replay) -> {
                Past past = replay.at(Viewpoint.of(own), Instant.MAX);
                Incident then = past.incident().orElseThrow();
                assertThat(then.said()).isEqualTo(incident.said());
                assertThat(then.stage()).isEqualTo(incident.stage());
                assertThat(then.taskings()).isEqualTo(incident.taskings());
                assertThat(then.assistance().stream().map(Assistance::progress))
                    .isEqualTo(incident.assistance().stream().map(Assistance::progress).toList());
                assertThat(then.assistance().stream().map(Assistance::committed))
                    .isEqualTo(incident.assistance().stream().map(Assistance::committed).toList());
                assertThat(past.undecided()).isEmpty();
              });
        });
  }

  /// Attack: a side dates its entries back, to have told sooner, or forward, to have known later.
  @Test
  void authorsTimesMoveNothingOfAnotherSide() {
    Seeded.check(
        CASES,
        random -> {
          ReplayWorld honest = ReplayWorld.random(random);
          Instant at = ReplayWorld.moment(random);
          for (PartyId own : List.of(IR, PK)) {
            ReplayWorld lying =
                honest.map(
                    line ->
                        line.author().equals(own)
                            ? line
                            : line.dated(
                                line.written().plusSeconds(random.nextInt(-9_000, 9_000))));
            for (Incident incident : honest.stateOf(own).incidents()) {
              for (Viewpoint as : VIEWS) {
                Past past = past(honest, own, incident.id(), as, at).orElseThrow();
                Past same = past(lying, own, incident.id(), as, at).orElseThrow();
                assertThat(known(same)).isEqualTo(known(past));
                assertThat(same.digest()).isEqualTo(past.digest());
                assertThat(undecided(same)).isEqualTo(undecided(past));
              }
            }
          }
        });
  }

  /// Attack: a node dates its own entries back for its own review. The bracket holds it.
  @Test
  void anOwnClockCannotLeaveTheBracket() {
    Seeded.check(
        CASES,
        random -> {
          ReplayWorld world =
              ReplayWorld.random(random)
                  .map(line -> line.dated(line.written().minusSeconds(random.nextInt(9_000))));
          Instant at = ReplayWorld.moment(random);
          each(
              world,
              (own, _, replay) -> {
                for (ReplayWorld.Line line : world.lines()) {
                  boolean tooEarly =
                      line.bracket()
                          .filter(bracket -> !bracket.isContradictory())
                          .flatMap(bracket -> bracket.notBefore())
                          .filter(at::isBefore)
                          .isPresent();
                  if (line.author().equals(own) && tooEarly) {
                    assertThat(replay.certainty(Viewpoint.of(own), line.said(), at))
                        .contains(Certainty.NOT_YET);
                  }
                }
              });
        });
  }

  @Test
  void bothNodesPrintTheSameOfWhatBothKnew() {
    Seeded.check(
        CASES,
        random -> {
          ReplayWorld world = ReplayWorld.random(random);
          Instant at = ReplayWorld.moment(random);
          for (Incident incident : world.stateOf(IR).incidents()) {
            Optional<Past> here = past(world, IR, incident.id(), Viewpoint.BOTH, at);
            Optional<Past> there = past(world, PK, incident.id(), Viewpoint.BOTH, at);
            if (there.isPresent()) {
              assertThat(there.get().digest()).isEqualTo(here.orElseThrow().digest());
            } else {
              assertThat(here.orElseThrow().incident()).isEmpty();
            }
          }
        });
  }

  @Test
  void betweenTwoChangesNothingChanges() {
    Seeded.check(
        CASES,
        random -> {
          ReplayWorld world = ReplayWorld.random(random);
          each(
              world,
              (own, _, replay) -> {
                for (Viewpoint as : VIEWS) {
                  List<Instant> changes = replay.changes(as);
                  assertThat(changes).isSorted().doesNotHaveDuplicates();
                  for (int i = 0; i + 1 < changes.size() && i < 5; i++) {
                    Past begin = replay.at(as, changes.get(i));
                    Past end = replay.at(as, changes.get(i + 1).minusMillis(1));
                    assertThat(known(end)).isEqualTo(known(begin));
                    assertThat(undecided(end)).isEqualTo(undecided(begin));
                  }
                }
              });
        });
  }

  // ---- what is compared -----------------------------------------------------------------------

  private interface Check {
    void of(PartyId own, Incident incident, Replay replay);
  }

  private static void each(ReplayWorld world, Check check) {
    for (PartyId own : List.of(IR, PK)) {
      for (Incident incident : world.stateOf(own).incidents()) {
        check.of(own, incident, Replay.of(incident, own, world.waysOf(own), _ -> true));
      }
    }
  }

  private static Optional<Past> past(
      ReplayWorld world, PartyId own, IncidentId id, Viewpoint as, Instant at) {
    return world
        .stateOf(own)
        .incident(id)
        .map(incident -> Replay.of(incident, own, world.waysOf(own), _ -> true).at(as, at));
  }

  private static Set<EntryId> known(Past past) {
    return past.incident().stream()
        .flatMap(incident -> incident.said().stream())
        .map(Said::entry)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<EntryId> undecided(Past past) {
    return past.undecided().stream()
        .map(item -> item.said().entry())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Everything that a room shows of a moment.
  private static Map<String, Object> shown(Past past) {
    var shown = new HashMap<String, Object>();
    shown.put("digest", past.digest());
    past.incident()
        .ifPresent(
            incident -> {
              shown.put("alert", incident.alert());
              shown.put("stage", incident.stage());
              shown.put("closed", incident.closedBy());
              shown.put("reported", incident.reportedAt());
              shown.put("items", past.room().orElseThrow().items());
              shown.put("taskings", incident.taskings());
              shown.put(
                  "help",
                  incident.assistance().stream()
                      .map(thread -> List.of(thread.id(), thread.progress(), thread.committed()))
                      .toList());
              shown.put("sitreps", incident.sitreps());
              shown.put("duties", past.deadlines(ResponseSettings.defaults(), LastWord.UNKNOWN));
            });
    return shown;
  }
}
