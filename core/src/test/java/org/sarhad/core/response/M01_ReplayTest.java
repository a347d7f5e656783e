package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;
import static org.sarhad.core.response.Scene.WATCH;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.replay.Certainty;
import org.sarhad.core.replay.LastWord;
import org.sarhad.core.replay.Past;
import org.sarhad.core.replay.Replay;
import org.sarhad.core.replay.Viewpoint;

/// FEATURE UNDER TEST: as A knew, as B knew, as both knew at a moment (docs/domain/response.md §9).
/// Scenario step 28.
class M01_ReplayTest {
  private static final Viewpoint AS_IR = Viewpoint.of(IR);
  private static final Viewpoint AS_PK = Viewpoint.of(PK);

  private final Scene scene = new Scene();
  private final IncidentId id = scene.alert(PK, Audience.RELEASE);

  @Test
  void whatHadNotArrivedIsHiddenFromTheSideThatLackedIt() {
    Instant told = scene.now();
    scene.cutLink().pass(Duration.ofMinutes(10));
    scene.ask(PK, WATCH, Scene.note(id, "they left eastwards", Audience.RELEASE));
    Instant written = scene.now();
    scene.pass(Duration.ofMinutes(50)).healLink();
    Instant arrived = scene.now();

    assertThat(texts(IR, AS_IR, written)).isEmpty();
    assertThat(texts(IR, AS_IR, arrived)).containsExactly("they left eastwards");
    assertThat(texts(PK, AS_PK, written)).as("its author").containsExactly("they left eastwards");
    assertThat(texts(PK, Viewpoint.BOTH, written)).isEmpty();
    assertThat(texts(PK, Viewpoint.BOTH, arrived)).containsExactly("they left eastwards");
    assertThat(replay(IR).changes(AS_IR)).containsExactly(told.minusSeconds(2), told, arrived);
  }

  @Test
  void betweenTheBracketsItIsSaidToBeUndecided() {
    scene.pass(Duration.ofMinutes(10));
    scene.ask(PK, WATCH, Scene.note(id, "smoke", Audience.RELEASE));
    Said note = scene.last(PK, id);
    Instant arrived = scene.now();

    assertThat(certainty(IR, AS_IR, note, arrived.minusSeconds(3))).contains(Certainty.NOT_YET);
    assertThat(certainty(IR, AS_IR, note, arrived.minusSeconds(1))).contains(Certainty.UNDECIDED);
    assertThat(certainty(IR, AS_IR, note, arrived)).contains(Certainty.KNOWN);
    Past past = replay(IR).at(AS_IR, arrived.minusSeconds(1));
    assertThat(past.undecided())
        .extracting(item -> item.said().entry())
        .containsExactly(note.entry());
    assertThat(past.room().orElseThrow().items()).hasSize(1);
  }

  @Test
  void theOtherSideIsSeenThroughWhatItWasToldOnly() {
    scene.ask(PK, WATCH, Scene.note(id, "for us", Audience.INTERNAL));
    scene.ask(PK, WATCH, Scene.note(id, "for both", Audience.RELEASE));

    assertThat(texts(PK, AS_PK, scene.now())).containsExactly("for us", "for both");
    assertThat(texts(PK, AS_IR, scene.now())).containsExactly("for both");
    assertThat(texts(PK, Viewpoint.BOTH, scene.now())).containsExactly("for both");
    assertThat(certainty(PK, AS_IR, internalNote(), Instant.MAX)).as("for ever").isEmpty();
  }

  private Said internalNote() {
    return scene.incident(PK, id).said().stream()
        .filter(said -> !said.released())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anIncidentThatIsNotKnownIsNotThere() {
    Instant before = scene.now().minusSeconds(60);
    for (Viewpoint as : List.of(AS_IR, AS_PK, Viewpoint.BOTH)) {
      Past past = replay(PK).at(as, before);
      assertThat(past.incident()).isEmpty();
      assertThat(past.room()).isEmpty();
      assertThat(past.deadlines(ResponseSettings.defaults(), LastWord.UNKNOWN)).isEmpty();
    }
  }

  /// The stage, the answer and the promised units are those of the moment, not of today.
  @Test
  void whatIsComputedIsComputedOfThatMoment() {
    AssistanceId thread = scene.request(PK, id);
    Instant asked = scene.now();
    scene.pass(Duration.ofMinutes(5));
    scene.ask(IR, Role.SECTOR_COMMANDER, Scene.yes(thread));
    Instant answered = scene.now();
    scene.pass(Duration.ofMinutes(30));
    for (PartyId side : List.of(PK, IR)) {
      scene.ask(
          side,
          WATCH,
          new ResponseRequest.ReachStage(id, Stage.CLOSED, Words.NONE, Audience.RELEASE));
    }

    assertThat(stage(AS_PK, asked)).isEqualTo(IncidentStage.ASSISTANCE_REQUESTED);
    assertThat(stage(AS_PK, answered)).isEqualTo(IncidentStage.ASSISTANCE_ANSWERED);
    assertThat(stage(AS_PK, scene.now())).isEqualTo(IncidentStage.CLOSED_BY_ALL);
    Incident then = replay(PK).at(AS_PK, asked).incident().orElseThrow();
    assertThat(then.assistance().getFirst().progress()).isEqualTo(Assistance.Progress.REQUESTED);
    Room room = replay(PK).at(AS_PK, asked).room().orElseThrow();
    assertThat(room.items().getLast().ladder().acted()).as("nobody had answered").isEmpty();
  }

  /// A unit is shown as it then was: under the call sign, and with the status, of the moment.
  @Test
  void unitsAreShownAsTheyThenWere() {
    UnitId unit = scene.unit(PK, Audience.INTERNAL);
    TaskId task = scene.task(PK, id, unit, Audience.INTERNAL);
    Instant sent = scene.now();
    scene.pass(Duration.ofMinutes(10));
    scene.ask(
        PK,
        Role.DISPATCHER,
        new ResponseRequest.ReportStatus(
            unit, UnitStatus.ONS, Optional.empty(), Words.NONE, Audience.INTERNAL));
    scene.ask(
        PK,
        Role.SECTOR_COMMANDER,
        new ResponseRequest.DescribeUnit(unit, Samples.patrol("Renamed")));

    Past past = replay(PK).at(AS_PK, sent);
    Tasking then = past.incident().orElseThrow().taskings().getFirst();
    assertThat(then.id()).isEqualTo(task);
    assertThat(then.status()).isEqualTo(UnitStatus.DSP);
    assertThat(past.state().unit(unit).orElseThrow().description().callSign()).isEqualTo("Patrol");
    Past now = replay(PK).at(AS_PK, scene.now());
    assertThat(now.incident().orElseThrow().taskings().getFirst().status())
        .isEqualTo(UnitStatus.ONS);
    assertThat(now.state().unit(unit).orElseThrow().description().callSign()).isEqualTo("Renamed");
  }

  @Test
  void dutiesAreThoseOfTheMoment() {
    Instant told = scene.now();
    scene.pass(Duration.ofMinutes(2));
    scene.ask(IR, WATCH, new ResponseRequest.Acknowledge(id, Words.NONE));

    assertThat(duties(IR, AS_IR, told.plusSeconds(60), LastWord.UNKNOWN))
        .contains("ACKNOWLEDGE ir RUNNING");
    assertThat(duties(IR, AS_IR, scene.now(), LastWord.UNKNOWN))
        .noneMatch(duty -> duty.startsWith("ACKNOWLEDGE"));
  }

  /// A duty of the other side that fell due before anything later was heard of it may have been
  /// done: silence proves nothing.
  @Test
  void anothersDutyIsMissedOnlyWhereALaterWordWasHeard() {
    scene.pass(Duration.ofHours(2));
    Instant late = scene.now();

    assertThat(duties(PK, AS_PK, late, LastWord.UNKNOWN))
        .contains("ACKNOWLEDGE ir CANNOT_BE_JUDGED");
    assertThat(duties(PK, AS_PK, late, (_, at) -> Optional.of(at.minusSeconds(30))))
        .contains("ACKNOWLEDGE ir OVERDUE");
    assertThat(duties(IR, AS_IR, late, LastWord.UNKNOWN))
        .as("its own duty")
        .contains("ACKNOWLEDGE ir OVERDUE");
    assertThat(replay(IR).at(AS_IR, late).deadlines(ResponseSettings.defaults(), LastWord.UNKNOWN))
        .noneMatch(Deadline::audible);
  }

  /// A receipt counts from the time that stands on it, and another's disk is nobody's business.
  @Test
  void theRungsOfALadderAreThoseOfTheMoment() {
    Said notice = scene.last(PK, id);
    Instant told = scene.now();
    EntryWays before = replay(PK).at(AS_PK, told.minusSeconds(1)).ways();
    EntryWays then = replay(PK).at(AS_PK, told).ways();

    assertThat(before.times(notice.entry()).received()).isEmpty();
    assertThat(then.times(notice.entry()).received()).isPresent();
  }

  /// A reading is an entry of the reader: the author knew of it when that entry had come, whatever
  /// time the reader says.
  @Test
  void aReadingCountsWhenItHadArrived() {
    Said notice = scene.last(PK, id);
    scene.pass(Duration.ofMinutes(4)).read(notice);
    scene.ask(IR, WATCH, new ResponseRequest.Acknowledge(id, Words.NONE));
    Said reading = scene.last(IR, id);
    Instant came = scene.now();
    EntryWays read =
        new EntryWays() {
          @Override
          public EntryTimes times(EntryId entry) {
            EntryTimes known = scene.times(entry);
            var claimed = Samples.NOON.minusSeconds(3_600);
            return new EntryTimes(
                known.durable(),
                known.published(),
                known.received(),
                known
                    .read()
                    .map(
                        _ ->
                            new EntryTimes.Reading(
                                IR, Optional.of(WATCH), claimed, reading.entry())));
          }

          @Override
          public boolean saw(EntryId writer, EntryId earlier) {
            return scene.saw(writer, earlier);
          }
        };
    Replay replay = Replay.of(scene.incident(PK, id), PK, read, _ -> true);

    assertThat(replay.at(AS_PK, came.minusSeconds(1)).ways().times(notice.entry()).read())
        .isEmpty();
    assertThat(replay.at(AS_PK, came).ways().times(notice.entry()).read()).isPresent();
  }

  /// What was erased is in no state any more, and so in no replay either.
  @Test
  void whatWasErasedIsNotShownAtAnyTime() {
    scene.ask(PK, WATCH, Scene.note(id, "a name", Audience.RELEASE));
    Said note = scene.last(PK, id);
    ResponseState without = ResponseState.of(IR, PK);
    for (Said said : scene.incident(PK, id).said()) {
      without =
          said.entry().equals(note.entry()) ? without : without.apply(said.context(), said.fact());
    }

    Replay replay = Replay.of(without.incident(id).orElseThrow(), PK, scene, _ -> true);
    for (Viewpoint as : List.of(AS_PK, AS_IR, Viewpoint.BOTH)) {
      Past past = replay.at(as, scene.now());
      assertThat(past.incident().orElseThrow().said())
          .extracting(Said::entry)
          .doesNotContain(note.entry());
      assertThat(past.undecided()).isEmpty();
    }
  }

  @Test
  void whoMayNotSeeAnItemSeesItAtNoTime() {
    scene.ask(PK, WATCH, Scene.note(id, "for us", Audience.INTERNAL));
    Replay replay = Replay.of(scene.incident(PK, id), PK, scene, Said::released);
    assertThat(texts(replay.at(AS_PK, scene.now()))).isEmpty();
  }

  @Test
  void theDigestNamesTheQuestionAndTheAnswer() {
    Past one = replay(PK).at(AS_PK, scene.now());
    assertThat(replay(PK).at(AS_PK, scene.now()).digest()).isEqualTo(one.digest());
    assertThat(replay(PK).at(AS_IR, scene.now()).digest()).isNotEqualTo(one.digest());
    assertThat(replay(PK).at(AS_PK, scene.now().plusSeconds(1)).digest())
        .isNotEqualTo(one.digest());
    scene.ask(PK, WATCH, Scene.note(id, "more", Audience.RELEASE));
    assertThat(replay(PK).at(AS_PK, scene.now()).digest()).isNotEqualTo(one.digest());
  }

  // ---- asking ---------------------------------------------------------------------------------

  private Replay replay(PartyId node) {
    return Replay.of(scene.incident(node, id), node, scene, _ -> true);
  }

  private Optional<Certainty> certainty(PartyId node, Viewpoint as, Said said, Instant at) {
    return replay(node).certainty(as, said, at);
  }

  private IncidentStage stage(Viewpoint as, Instant at) {
    return replay(PK).at(as, at).incident().orElseThrow().stage();
  }

  private List<String> duties(PartyId node, Viewpoint as, Instant at, LastWord heard) {
    return replay(node).at(as, at).deadlines(ResponseSettings.defaults(), heard).stream()
        .map(duty -> duty.key().duty() + " " + duty.owner() + " " + duty.status())
        .toList();
  }

  private List<String> texts(PartyId node, Viewpoint as, Instant at) {
    return texts(replay(node).at(as, at));
  }

  private static List<String> texts(Past past) {
    return past.room().stream()
        .flatMap(room -> room.items().stream())
        .map(item -> item.said().fact())
        .filter(IncidentFact.Noted.class::isInstance)
        .map(fact -> ((IncidentFact.Noted) fact).words().text())
        .toList();
  }
}
