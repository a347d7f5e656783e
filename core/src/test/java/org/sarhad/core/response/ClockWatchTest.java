package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Seeded;

/// The walk over everything says what is right; the watch must say the same, and look at less.
class ClockWatchTest {
  private final ResponseSettings settings = ResponseSettings.defaults();

  @Test
  void saysWhatTheWalkSaysWhateverPeopleAsk() {
    Seeded.check(
        25,
        random -> {
          Scene scene = new Scene();
          var requests = new RandomRequests(random);
          var atIr = new ClockWatch(IR, settings);
          var atPk = new ClockWatch(PK, settings);
          for (int i = 0; i < 150; i++) {
            PartyId side = random.nextBoolean() ? IR : PK;
            ask(scene, side, requests.next(scene.at(side), side, scene.now()));
            stumble(scene, random);
            PartyId looker = random.nextBoolean() ? IR : PK;
            compare(scene, looker, looker.equals(IR) ? atIr : atPk, random.nextInt(3) > 0);
          }
        });
  }

  @Test
  void saysWhatTheWalkSaysWhateverAPeerSends() {
    Seeded.check(
        80,
        random -> {
          var state = ResponseState.of(IR, PK);
          var watch = new ClockWatch(IR, settings);
          Instant now = Samples.NOON;
          for (int i = 0; i < 60; i++) {
            state = strange(state, random, i);
            now = now.plusSeconds(random.nextInt(600));
            assertThat(watch.review(state, now, EntryWays.UNKNOWN))
                .isEqualTo(walk(state, IR, now, EntryWays.UNKNOWN));
          }
        });
  }

  @Test
  void aPartyThatJoinsBringsNewDuties() {
    var scene = new Scene();
    scene.alert(PK, Audience.RELEASE);
    var watch = new ClockWatch(PK, settings);
    assertThat(watch.review(scene.at(PK), scene.now(), scene)).isEmpty();

    var joined = scene.at(PK).joinedBy(new PartyId("af"));
    Instant later = scene.now().plus(Duration.ofHours(2));

    assertThat(watch.review(joined, later, scene))
        .isNotEmpty()
        .isEqualTo(walk(joined, PK, later, scene));
  }

  @Test
  void whatWasNotWrittenIsSaidAgain() {
    var scene = new Scene();
    scene.alert(PK, Audience.INTERNAL);
    scene.pass(Duration.ofHours(1));
    var watch = new ClockWatch(PK, settings);

    var first = watch.review(scene.at(PK), scene.now(), scene);

    assertThat(first).hasSize(1);
    assertThat(watch.review(scene.at(PK), scene.now(), scene)).isEqualTo(first);
    watch.forget();
    assertThat(watch.review(scene.at(PK), scene.now(), scene)).isEqualTo(first);
  }

  /// Two thousand incidents that nothing happens to are not looked at.
  @Test
  void aLookCostsWhatHasChanged() {
    var state = ResponseState.of(IR, PK);
    for (int i = 0; i < 2_000; i++) {
      state = state.apply(context(PK, i), new IncidentFact.Opened(incident(i), Samples.alert()));
    }
    var watch = new ClockWatch(IR, settings);
    var ways = new CountedWays();
    watch.review(state, Samples.NOON, ways);
    assertThat(ways.asked).isGreaterThanOrEqualTo(2_000);

    ways.asked = 0;
    assertThat(watch.review(state, Samples.NOON.plusSeconds(1), ways)).isEmpty();
    assertThat(ways.asked).as("nothing changed, nothing is due").isZero();

    var more =
        state.apply(context(PK, 2_000), new IncidentFact.Opened(incident(2_000), Samples.alert()));
    watch.review(more, Samples.NOON.plusSeconds(2), ways);
    assertThat(ways.asked).as("one incident is new").isBetween(1, 5);
  }

  private static IncidentId incident(int number) {
    return new IncidentId(PK, 1 + number, false);
  }

  private static FactContext context(PartyId author, int index) {
    return Samples.context(
        EntryId.of(Samples.log(author), index), author, true, Samples.NOON, Role.WATCH_OFFICER);
  }

  /// Everything was received at noon; counts who asks.
  private static final class CountedWays implements EntryWays {
    int asked;

    @Override
    public EntryTimes times(EntryId entry) {
      asked++;
      return new EntryTimes(
          Optional.empty(),
          Optional.empty(),
          Optional.of(
              new EntryTimes.Receipt(
                  IR,
                  org.sarhad.core.time.TimeBracket.between(Samples.NOON, Samples.NOON),
                  "ir.sarhad.example/mirror")),
          Optional.empty());
    }

    @Override
    public boolean saw(EntryId writer, EntryId earlier) {
      return true;
    }
  }

  // ---- both -----------------------------------------------------------------------------------

  private void compare(Scene scene, PartyId side, ClockWatch watch, boolean isWritten) {
    var facts = watch.review(scene.at(side), scene.now(), scene);
    assertThat(facts).isEqualTo(walk(scene.at(side), side, scene.now(), scene));
    if (isWritten) {
      facts.forEach(fact -> scene.write(side, Role.WATCH_OFFICER, fact));
    }
  }

  private List<Authored<ResponseFact>> walk(
      ResponseState state, PartyId side, Instant now, EntryWays ways) {
    return ResponseClocks.review(state, side, settings, now, Optional.empty(), ways).facts();
  }

  private static void ask(Scene scene, PartyId side, ResponseRequest request) {
    if (scene.decide(side, EnumSet.allOf(Role.class), request)
        instanceof Decision.Accepted<ResponseFact, ResponseReply, Refusal> accepted) {
      accepted.facts().forEach(fact -> scene.write(side, Role.WATCH_OFFICER, fact));
    }
  }

  private static void stumble(Scene scene, SplittableRandom random) {
    if (random.nextInt(4) == 0) {
      scene.pass(Duration.ofMinutes(random.nextInt(20)));
    }
    if (random.nextInt(15) == 0) {
      scene.cutLink();
    } else if (random.nextInt(10) == 0) {
      scene.healLink();
    }
  }

  private static ResponseState strange(ResponseState state, SplittableRandom random, int index) {
    PartyId side = random.nextBoolean() ? IR : PK;
    boolean released = random.nextBoolean();
    EntryId entry = EntryId.of(released ? Samples.log(side) : Samples.journal(side), index);
    FactContext context = Samples.context(entry, side, released, Samples.NOON, Role.WATCH_OFFICER);
    return state.apply(context, StrangeFacts.next(random));
  }
}
