package org.sarhad.core.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.meetings.MeetingScene.IR;
import static org.sarhad.core.meetings.MeetingScene.OM;
import static org.sarhad.core.meetings.MeetingScene.PK;
import static org.sarhad.core.meetings.MeetingScene.accepts;
import static org.sarhad.core.meetings.MeetingScene.agenda;
import static org.sarhad.core.meetings.MeetingScene.comes;
import static org.sarhad.core.meetings.MeetingScene.extraordinary;
import static org.sarhad.core.meetings.MeetingScene.outcome;
import static org.sarhad.core.meetings.MeetingScene.record;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.Sides;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Meetings: agendas, what each side says came of it, joint records (protocol clause 10-5).
class MeetingTest {
  private final MeetingScene scene = MeetingScene.ofTwo();

  private static MeetingFact read(EntryId meeting, String word) {
    return switch (word) {
      case "comes" -> comes(meeting, true);
      case "stays-away" -> comes(meeting, false);
      case "held" -> outcome(meeting, new Outcome.Held());
      case "missed-by-pk" -> outcome(meeting, Outcome.NotHeld.missedBy(PK));
      case "missed-by-both" -> outcome(meeting, Outcome.NotHeld.missedBy(IR, PK));
      case "postponed" -> outcome(meeting, Outcome.NotHeld.because(Outcome.Reason.POSTPONED));
      case "no-agenda" ->
          outcome(meeting, Outcome.NotHeld.because(Outcome.Reason.AGENDA_NOT_AGREED));
      case "pk-left" -> outcome(meeting, new Outcome.WalkedOut(Ordered.set(PK), Optional.empty()));
      case "ir-left" -> outcome(meeting, new Outcome.WalkedOut(Ordered.set(IR), Optional.empty()));
      default -> throw new IllegalArgumentException(word);
    };
  }

  /// What is said of a meeting that ir called, as `side:word`; the stage; whether all say the very
  /// same.
  @ParameterizedTest
  @CsvSource({
    "'', PROPOSED, true",
    "'pk:stays-away', PROPOSED, true",
    "'pk:comes', AGREED, true",
    "'pk:comes ir:stays-away', PROPOSED, true",
    "'pk:comes ir:held', PARTLY_STATED, true",
    "'ir:held pk:held', HELD, true",
    "'ir:no-agenda pk:no-agenda', NOT_HELD, true",
    "'ir:missed-by-pk pk:postponed', NOT_HELD, false",
    "'ir:missed-by-pk pk:missed-by-both', NOT_HELD, false",
    "'ir:missed-by-pk pk:held', DIFFERING, false",
    "'ir:held pk:pk-left', DIFFERING, false",
    "'ir:pk-left pk:pk-left', WALKED_OUT, true",
    "'ir:pk-left pk:ir-left', WALKED_OUT, false",
    "'ir:pk-left pk:no-agenda', DIFFERING, false",
    "'ir:held ir:pk-left pk:pk-left', WALKED_OUT, true",
    "'ir:missed-by-pk pk:held ir:held', HELD, true"
  })
  void whatSidesSayOfAMeeting(String words, MeetingStage stage, boolean isUnanimous) {
    EntryId meeting = scene.say(IR, extraordinary(IR, PK));
    Arrays.stream(words.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.split(":", -1))
        .forEach(word -> scene.say(PartyId.of(word[0]), read(meeting, word[1])));

    assertThat(scene.meeting(meeting).stage()).isEqualTo(stage);
    assertThat(scene.meeting(meeting).words().isUnanimous()).isEqualTo(isUnanimous);
  }

  @Test
  void threeSidesMeetWhenAllThreeCome() {
    MeetingScene three = new MeetingScene("ir", "pk", "om");
    EntryId meeting = three.say(IR, extraordinary(IR, PK, OM));
    three.say(PK, comes(meeting, true));
    assertThat(three.meeting(meeting).stage()).isEqualTo(MeetingStage.PROPOSED);
    three.say(OM, comes(meeting, true));
    assertThat(three.meeting(meeting).stage()).isEqualTo(MeetingStage.AGREED);
    three.say(IR, outcome(meeting, new Outcome.Held()));
    three.say(PK, outcome(meeting, new Outcome.Held()));
    assertThat(three.meeting(meeting).stage()).isEqualTo(MeetingStage.PARTLY_STATED);
    three.say(OM, outcome(meeting, Outcome.NotHeld.missedBy(OM)));
    assertThat(three.meeting(meeting).stage()).isEqualTo(MeetingStage.DIFFERING);
  }

  /// Nobody says how it went before it began; that it comes to nothing can be known earlier.
  @ParameterizedTest
  @CsvSource({
    "held, false",
    "missed-by-pk, false",
    "pk-left, false",
    "postponed, true",
    "no-agenda, true"
  })
  void whatCanBeSaidBeforeTheTime(String word, boolean isHeld) {
    EntryId meeting = scene.say(IR, extraordinary(IR, PK));
    scene.voices.at(Sides.EIGHT.minusMillis(1));
    if (isHeld) {
      scene.say(PK, read(meeting, word));
      assertThat(scene.meeting(meeting).words().of(PK)).isPresent();
    } else {
      assertThat(scene.refuse(PK, read(meeting, word))).isEqualTo(MeetingRefusal.TOO_EARLY);
    }
  }

  /// IR corrects itself while PK, not knowing, says what would have made them agree: both are
  /// heard.
  @Test
  void aWordThatCrossesTheLastOneIsHeard() {
    EntryId meeting = scene.say(IR, extraordinary(IR, PK));
    scene.say(IR, outcome(meeting, new Outcome.Held()));
    Seen before = scene.voices.all(IR);
    scene.say(PK, outcome(meeting, new Outcome.Held()));
    assertThat(scene.meeting(meeting).stage()).isEqualTo(MeetingStage.HELD);

    ActEntry crossing = scene.voices.seeing(IR, before, Role.CLERK);
    scene.hear(crossing, outcome(meeting, Outcome.NotHeld.missedBy(PK)));
    assertThat(scene.meeting(meeting).stage()).isEqualTo(MeetingStage.DIFFERING);

    scene.say(IR, outcome(meeting, new Outcome.Held()));
    assertThat(scene.refuse(IR, outcome(meeting, Outcome.NotHeld.missedBy(PK))))
        .isEqualTo(MeetingRefusal.MEETING_ENDED);
  }

  // ---- agendas --------------------------------------------------------------------------------

  @Test
  void eachSideHasItsOwnAgenda() {
    EntryId meeting = scene.say(IR, extraordinary(IR, PK));
    EntryId ours = scene.say(IR, agenda(meeting, 1, "Fences", "Fuel"));
    EntryId theirs = scene.say(PK, agenda(meeting, 1, "Pilgrims"));
    assertThat(scene.meeting(meeting).isAgendaAgreed()).isFalse();

    scene.say(PK, accepts(meeting, ours));
    assertThat(scene.meeting(meeting).isAgendaAgreed()).isTrue();
    scene.say(IR, accepts(meeting, theirs));
    assertThat(scene.meeting(meeting).agendas().agreed(scene.voices.parties()))
        .extracting(Agenda::entry)
        .containsExactly(ours, theirs);
  }

  @Test
  void aNewVersionHasToBeAcceptedAnew() {
    EntryId meeting = scene.say(IR, extraordinary(IR, PK));
    EntryId first = scene.say(IR, agenda(meeting, 1, "Fences"));
    scene.say(PK, accepts(meeting, first));
    EntryId second = scene.say(IR, agenda(meeting, 2, "Fences", "Fuel"));
    assertThat(scene.meeting(meeting).isAgendaAgreed()).isFalse();
    scene.say(PK, accepts(meeting, second));

    assertThat(scene.meeting(meeting).isAgendaAgreed()).isTrue();
    assertThat(scene.meeting(meeting).agendas().find(first).orElseThrow().items())
        .containsExactly(Wording.of("en", "Fences"));
  }

  /// It accepts what it has read, and not what it has not.
  @Test
  void anAcceptanceThatCrossesANewVersionIsOfTheOldOne() {
    EntryId meeting = scene.say(IR, extraordinary(IR, PK));
    EntryId first = scene.say(IR, agenda(meeting, 1, "Fences"));
    Seen before = scene.voices.all(PK);
    scene.say(IR, agenda(meeting, 2, "Fences", "Fuel"));
    scene.hear(scene.voices.seeing(PK, before, Role.CLERK), accepts(meeting, first));

    assertThat(scene.state.voids().isEmpty()).isTrue();
    assertThat(scene.meeting(meeting).isAgendaAgreed()).isFalse();
    assertThat(scene.meeting(meeting).agendas().find(first).orElseThrow().accepted())
        .containsExactly(PK);
  }

  @Test
  void allOthersHaveToAcceptAnAgenda() {
    MeetingScene three = new MeetingScene("ir", "pk", "om");
    EntryId meeting = three.say(IR, extraordinary(IR, PK, OM));
    EntryId agenda = three.say(OM, agenda(meeting, 1, "Dhows"));
    three.say(IR, accepts(meeting, agenda));
    assertThat(three.meeting(meeting).isAgendaAgreed()).isFalse();
    three.say(PK, accepts(meeting, agenda));
    assertThat(three.meeting(meeting).isAgendaAgreed()).isTrue();
  }

  @Test
  void whoWalkedOutOverWhatIsAnItemOfAnAgenda() {
    EntryId meeting = scene.say(IR, extraordinary(IR, PK));
    EntryId agenda = scene.say(PK, agenda(meeting, 1, "Pilgrims", "Camps"));
    var over = new Outcome.ItemRef(agenda, 2);
    var left = new Outcome.WalkedOut(Ordered.set(IR), Optional.of(over));
    scene.say(IR, outcome(meeting, left));

    assertThat(scene.meeting(meeting).words().of(IR).orElseThrow().said()).isEqualTo(left);
    EntryId other = scene.say(PK, extraordinary(IR, PK));
    assertThat(scene.refuse(IR, outcome(other, left))).isEqualTo(MeetingRefusal.ITEM_UNKNOWN);
  }

  // ---- records --------------------------------------------------------------------------------

  @Test
  void aMeetingWithoutARecordHasAnAge() {
    EntryId meeting = scene.say(IR, extraordinary(IR, PK));
    assertThat(scene.state.withoutRecord()).isEmpty();
    scene.say(IR, outcome(meeting, new Outcome.Held()));
    scene.say(PK, outcome(meeting, new Outcome.Held()));

    assertThat(scene.state.withoutRecord()).extracting(Meeting::id).containsExactly(meeting);
    assertThat(scene.meeting(meeting).age(Sides.EIGHT.plus(Duration.ofDays(40))))
        .isEqualTo(Duration.ofDays(40));
    assertThat(scene.meeting(meeting).age(Sides.EIGHT.minusSeconds(1))).isEqualTo(Duration.ZERO);

    scene.agree(MeetingActs.JOINT_RECORD, record(meeting));
    assertThat(scene.state.withoutRecord()).isEmpty();
  }

  /// Who signs a record of a meeting says that it was held; the last word counts.
  @Test
  void aRecordIsTheWordOfThoseThatSignIt() {
    EntryId meeting = scene.say(IR, extraordinary(IR, PK));
    scene.say(IR, outcome(meeting, Outcome.NotHeld.missedBy(PK)));
    Act act = scene.agree(MeetingActs.JOINT_RECORD, record(meeting));

    assertThat(scene.meeting(meeting).stage()).isEqualTo(MeetingStage.HELD);
    assertThat(scene.meeting(meeting).record()).contains(act.id());
    assertThat(scene.meeting(meeting).words().of(PK).orElseThrow().entry()).isEqualTo(act.by());
  }

  @Test
  void aRecordCanBeMadeOfAMeetingThatWasWalkedOutOf() {
    EntryId meeting = scene.say(IR, extraordinary(IR, PK));
    scene.say(IR, read(meeting, "pk-left"));
    scene.say(PK, read(meeting, "pk-left"));
    assertThat(scene.state.withoutRecord()).hasSize(1);
    scene.agree(MeetingActs.JOINT_RECORD, record(meeting));

    assertThat(scene.meeting(meeting).stage()).isEqualTo(MeetingStage.WALKED_OUT);
    assertThat(scene.state.withoutRecord()).isEmpty();
  }

  /// The order in which the two acts of one entry are told makes no difference.
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aRecordTakesThePlaceOfAnother(boolean isOldFirst) {
    EntryId meeting = scene.say(IR, extraordinary(IR, PK));
    Act old = scene.agree(MeetingActs.JOINT_RECORD, record(meeting));
    if (isOldFirst) {
      scene.end(old, ActStage.SUPERSEDED);
      assertThat(scene.meeting(meeting).record()).isEmpty();
    }
    Act next =
        scene.effective(
            MeetingActs.JOINT_RECORD,
            record(meeting).toJson(),
            scene.voices.parties(),
            Optional.of(old));
    if (!isOldFirst) {
      scene.end(old, ActStage.SUPERSEDED);
    }

    assertThat(scene.state.voids().isEmpty()).isTrue();
    assertThat(scene.meeting(meeting).record()).contains(next.id());
  }

  @Test
  void aVoidedRecordIsNone() {
    EntryId meeting = scene.say(IR, extraordinary(IR, PK));
    Act act = scene.agree(MeetingActs.JOINT_RECORD, record(meeting));
    scene.end(act, ActStage.VOIDED);

    assertThat(scene.meeting(meeting).record()).isEmpty();
    assertThat(scene.state.withoutRecord()).hasSize(1);
  }

  @Test
  void minutesAreOneSidesAndNeedNobody() {
    EntryId meeting = scene.say(IR, extraordinary(IR, PK));
    var noted = new MeetingFact.MeetingMinutesNoted(meeting, MeetingScene.TEXT);
    EntryId ours = scene.say(IR, noted);
    scene.say(IR, outcome(meeting, new Outcome.Held()));
    scene.say(PK, outcome(meeting, new Outcome.Held()));
    EntryId theirs = scene.say(PK, noted);

    assertThat(scene.meeting(meeting).minutes().stream().map(m -> m.key() + " " + m.value()))
        .containsExactly(ours + " ir", theirs + " pk");
  }

  // ---- digests --------------------------------------------------------------------------------

  @Test
  void theDigestIsThatOfWhatBecameOfEachFact() {
    var begin = Merkle.sha256(Bytes.ofUtf8("sarhad meetings v1\n"));
    assertThat(scene.state.digest()).isEqualTo(begin);
    ActEntry entry = scene.voices.says(IR, Role.CLERK);
    scene.hear(entry, extraordinary(IR, PK));
    var one = chained(begin, entry.id() + " " + entry.leaf() + " held\n");
    assertThat(scene.state.digest()).isEqualTo(one);

    ActEntry second = scene.voices.says(PK, Role.ADMIN);
    scene.hear(second, comes(entry.id(), true));
    var two = chained(one, second.id() + " " + second.leaf() + " ROLE_MISSING\n");
    assertThat(scene.state.digest()).isEqualTo(two);

    Act act = scene.agree(MeetingActs.JOINT_RECORD, record(entry.id()));
    var leaf = Merkle.sha256(Bytes.ofUtf8(act.by().toString()));
    assertThat(scene.state.digest())
        .isEqualTo(chained(two, act.by() + " " + leaf + " " + act.id() + "=effective held\n"));
  }

  private static Hash chained(Hash digest, String line) {
    return Merkle.sha256(
        Bytes.concat(digest.toBytes(), Merkle.sha256(Bytes.ofUtf8(line)).toBytes()));
  }

  // ---- sides ----------------------------------------------------------------------------------

  /// A side that joins the channel later can be called from there on; nothing else is changed.
  @Test
  void aSideMayJoinLater() {
    EntryId meeting = scene.say(IR, extraordinary(IR, PK));
    assertThat(scene.refuse(IR, extraordinary(IR, OM))).isEqualTo(MeetingRefusal.SIDE_UNKNOWN);
    MeetingsState before = scene.state;
    scene.state = before.among(Ordered.set(IR, OM, PK));

    assertThat(scene.state.digest()).isEqualTo(before.digest());
    assertThat(scene.state.meetings()).isEqualTo(before.meetings());
    EntryId next = scene.say(IR, extraordinary(IR, OM));
    assertThat(scene.meeting(next).sides()).containsExactly(IR, OM);
    assertThat(scene.meeting(meeting).sides()).containsExactly(IR, PK);
  }

  @Test
  void everyWordAboutAMeetingIsKeptInItsOrder() {
    EntryId meeting = scene.say(IR, extraordinary(IR, PK));
    EntryId yes = scene.say(PK, comes(meeting, true));
    EntryId first = scene.say(PK, read(meeting, "postponed"));
    EntryId second = scene.say(PK, read(meeting, "held"));
    assertThat(scene.state.meeting(meeting).orElseThrow().mentions().stream())
        .containsExactly(meeting, yes, first, second);
  }
}
