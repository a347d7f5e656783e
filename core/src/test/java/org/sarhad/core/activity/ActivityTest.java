package org.sarhad.core.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Verdict;
import org.sarhad.core.testing.Voices;

/// Notices of activity: every refusal, and what becomes of them (protocol clauses 12-7, 12-9).
class ActivityTest {
  private static final PartyId IR = Sides.IR;
  private static final PartyId PK = Sides.PK;
  private static final EntryId NOTHING = new EntryId(Sides.PK_LOG, 0);
  private static final Window PAST = new Window(Sides.EIGHT.minusSeconds(60), Sides.EIGHT);

  private final Voices voices = Voices.of("ir", "pk");
  private ActivityState state = ActivityState.of(voices.parties());

  // ---- refusals -------------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsGivenForItsReason(ActivityRefusal refusal) {
    assertThat(provoke(refusal)).isEqualTo(refusal);
  }

  /// The switch has no default: a new refusal does not compile before it has its case here.
  private ActivityRefusal provoke(ActivityRefusal refusal) {
    return switch (refusal) {
      case NOT_A_SIDE -> refuse(Voices.of("tm").says(PartyId.of("tm"), Role.CHIEF), given());
      case NOT_RELEASED -> refuse(voices.internal(IR, Role.CHIEF), given());
      case NO_OFFICER -> refuse(voices.node(IR), given());
      case ROLE_MISSING -> refuse(voices.says(IR, Role.DISPATCHER, Role.CLERK), given());
      case ACTIVITY_UNKNOWN -> refuse(IR, cancelled(NOTHING));
      case NOT_SEEN -> {
        EntryId id = say(IR, given());
        yield refuse(voices.blind(PK, Role.CHIEF), noted(id, id));
      }
      case NOT_YOURS -> refuse(PK, cancelled(say(IR, given())));
      case OWN_ACTIVITY -> {
        EntryId id = say(IR, given());
        yield refuse(IR, noted(id, id));
      }
      case ACTIVITY_CANCELLED -> {
        EntryId id = say(IR, given());
        say(IR, cancelled(id));
        yield refuse(PK, noted(id, id));
      }
      case ACTIVITY_OVER -> {
        EntryId id = say(IR, given());
        voices.at(Notices.works().window().until());
        yield refuse(IR, cancelled(id));
      }
      case VERSION_UNKNOWN -> refuse(PK, noted(say(IR, given()), NOTHING));
      case NOT_LATEST -> {
        EntryId id = say(IR, given());
        say(IR, changed(id, Notices.patrol()));
        yield refuse(PK, noted(id, id));
      }
      case OTHER_UNKNOWN -> {
        EntryId id = say(IR, given());
        yield refuse(PK, beside(id, id));
      }
      case ALREADY_ACKNOWLEDGED -> {
        EntryId id = say(IR, given());
        say(PK, noted(id, id));
        yield refuse(PK, noted(id, id));
      }
      case WINDOW_PAST -> refuse(IR, new ActivityFact.Given(Notices.works(PAST)));
      case UNCHANGED -> {
        EntryId id = say(IR, given());
        yield refuse(IR, changed(id, Notices.works()));
      }
      case CHANGED_TOO_OFTEN -> {
        EntryId id = say(IR, given());
        for (int i = 1; i < ActivityRules.VERSIONS_MAX; i++) {
          say(IR, changed(id, i % 2 == 0 ? Notices.works() : Notices.patrol()));
        }
        yield refuse(IR, changed(id, Notices.works()));
      }
    };
  }

  // ---- what becomes of it ---------------------------------------------------------------------

  @Test
  void aNoticeIsPlannedRunningAndOver() {
    EntryId id = say(IR, given());
    Window window = Notices.works().window();

    assertThat(activity(id).stage(window.from().minusMillis(1))).isEqualTo(ActivityStage.PLANNED);
    assertThat(activity(id).stage(window.from())).isEqualTo(ActivityStage.RUNNING);
    assertThat(activity(id).stage(window.until())).isEqualTo(ActivityStage.OVER);
    assertThat(state.live(window.until())).isEmpty();
    say(IR, cancelled(id));
    assertThat(activity(id).stage(window.from())).isEqualTo(ActivityStage.CANCELLED);
    assertThat(state.presences(window.from())).isEmpty();
  }

  @Test
  void aChangeStandsBesideWhatItChanges() {
    EntryId id = say(IR, given());
    say(PK, noted(id, id));
    assertThat(activity(id).isAcknowledgedBy(PK)).isTrue();
    EntryId later = say(IR, changed(id, Notices.patrol()));

    assertThat(activity(id).versions().values())
        .extracting(word -> word.said().kind())
        .containsExactly(ActivityKind.WORKS, ActivityKind.PATROL);
    assertThat(activity(id).isAcknowledgedBy(PK)).as("of the version that counts").isFalse();
    assertThat(state.unacknowledged(PK, Sides.EIGHT)).extracting(Activity::id).containsExactly(id);
    say(PK, noted(id, later));
    assertThat(state.unacknowledged(PK, Sides.EIGHT)).isEmpty();
    assertThat(state.unacknowledged(IR, Sides.EIGHT)).isEmpty();
  }

  @Test
  void aNoteThatCrossesAChangeIsHeardForWhatWasRead() {
    EntryId id = say(IR, given());
    Seen before = voices.all(PK);
    say(IR, changed(id, Notices.patrol()));
    hear(voices.seeing(PK, before, Role.LIAISON), noted(id, id));

    assertThat(state.voids().isEmpty()).isTrue();
    assertThat(activity(id).acknowledgedBy(PK)).hasSize(1);
    assertThat(activity(id).isAcknowledgedBy(PK)).isFalse();
  }

  @Test
  void aNoteThatCrossesTheCancellationIsHeard() {
    EntryId id = say(IR, given());
    Seen before = voices.all(PK);
    say(IR, cancelled(id));
    hear(voices.seeing(PK, before, Role.LIAISON), noted(id, id));

    assertThat(state.voids().isEmpty()).isTrue();
    assertThat(activity(id).stage(Sides.EIGHT)).isEqualTo(ActivityStage.CANCELLED);
  }

  /// Each side says of the other's activity, beside its own, how they keep out of each other's way.
  @Test
  void bothSaySoWhenTheyKeepOutOfEachOthersWay() {
    EntryId works = say(IR, given());
    EntryId patrol = say(PK, new ActivityFact.Given(Notices.patrol()));
    say(PK, beside(works, patrol));
    say(IR, beside(patrol, works));

    assertThat(activity(works).beside(patrol)).extracting(Activity.Said::side).containsExactly(PK);
    assertThat(activity(patrol).beside(works)).extracting(Activity.Said::side).containsExactly(IR);
    say(IR, changed(works, Notices.works(new Window(Notices.TEN, Notices.TEN.plusSeconds(60)))));
    assertThat(activity(works).beside(patrol)).as("of the version that counts").isEmpty();
  }

  @Test
  void anybodyMayCommentAtAnyTime() {
    EntryId id = say(IR, given());
    say(IR, cancelled(id));
    voices.at(Notices.TEN.plus(Duration.ofDays(1)));
    say(PK, new ActivityFact.Commented(id, Wording.of("ur", "دھواں اب بھی ہے")));
    say(IR, new ActivityFact.Commented(id, Notices.TEXT));

    assertThat(activity(id).comments().values())
        .extracting(Activity.Said::side)
        .containsExactly(IR, PK);
  }

  @Test
  void shortNoticeIsSaidAndNotRefused() {
    EntryId id = say(IR, given());

    Duration length =
        Duration.between(
            activity(id).notice().window().from(), activity(id).notice().window().until());
    assertThat(activity(id).longerBy(length)).isEmpty();
    assertThat(activity(id).longerBy(length.minusHours(1))).contains(Duration.ofHours(1));
    assertThat(activity(id).shortBy(Duration.ofHours(48), Sides.EIGHT))
        .contains(Duration.ofHours(46));
    assertThat(activity(id).shortBy(Duration.ofHours(2), Sides.EIGHT)).isEmpty();
    assertThat(activity(id).shortBy(Duration.ofHours(2), Sides.EIGHT.plusMillis(1)))
        .contains(Duration.ofMillis(1));
  }

  @Test
  void theSoonestComesFirst() {
    EntryId later = say(IR, new ActivityFact.Given(Notices.patrol()));
    EntryId sooner = say(PK, given());

    assertThat(state.live(Sides.EIGHT)).extracting(Activity::id).containsExactly(sooner, later);
    assertThat(state.presences(Sides.EIGHT))
        .extracting(Presence::name)
        .containsExactly(sooner.toString(), later.toString());
  }

  // ---- attacks --------------------------------------------------------------------------------

  @Test
  void peerCancelsAndChangesMyNotice() {
    EntryId id = say(IR, given());
    Activity before = activity(id);

    assertThat(refuse(PK, cancelled(id))).isEqualTo(ActivityRefusal.NOT_YOURS);
    assertThat(refuse(PK, changed(id, Notices.patrol()))).isEqualTo(ActivityRefusal.NOT_YOURS);
    assertThat(activity(id)).isEqualTo(before);
  }

  @Test
  void peersNodeTakesNoteAndNoPersonDid() {
    EntryId id = say(IR, given());

    assertThat(refuse(voices.node(PK), noted(id, id))).isEqualTo(ActivityRefusal.NO_OFFICER);
    assertThat(activity(id).isAcknowledgedBy(PK)).isFalse();
  }

  @Test
  void peerTakesNoteOfAVersionThatIsNoneOfMine() {
    EntryId id = say(IR, given());
    EntryId theirs = say(PK, new ActivityFact.Given(Notices.patrol()));

    assertThat(refuse(PK, noted(id, theirs))).isEqualTo(ActivityRefusal.VERSION_UNKNOWN);
  }

  /// Whatever is said: nobody but its side changes an activity, what was said stays, and two nodes
  /// that fold the same come to the same.
  @Test
  void whateverIsSaid() {
    int[] met = new int[2];
    Seeded.check(
        200,
        random -> {
          Voices two = Voices.of("ir", "pk");
          ActivityState one = ActivityState.of(two.parties());
          ActivityState again = one;
          List<EntryId> ids = new ArrayList<>(List.of(NOTHING));
          for (int step = 0; step < 25; step++) {
            PartyId side = random.nextBoolean() ? IR : PK;
            ActEntry entry =
                random.nextInt(4) == 0 ? two.blind(side, Role.CHIEF) : two.says(side, Role.CHIEF);
            EntryId id = ids.get(random.nextInt(ids.size()));
            Notice notice = random.nextBoolean() ? Notices.works() : Notices.patrol();
            ActivityFact fact =
                switch (random.nextInt(6)) {
                  case 0, 1 -> new ActivityFact.Given(notice);
                  case 2 -> changed(id, notice);
                  case 3 -> cancelled(id);
                  case 4 -> noted(id, ids.get(random.nextInt(ids.size())));
                  default -> beside(id, ids.get(random.nextInt(ids.size())));
                };
            ActivityState before = one;
            one = one.apply(entry, fact);
            again = again.apply(entry, fact);
            if (one.voids().containsKey(entry.id())) {
              assertThat(one.activities()).isEqualTo(before.activities());
              met[0]++;
            } else {
              met[1]++;
              ids.add(fact instanceof ActivityFact.Given ? entry.id() : id);
            }
            one.activities().values().forEach(ActivityTest::check);
          }
          assertThat(again).isEqualTo(one);
        });
    assertThat(met[0]).isGreaterThan(500);
    assertThat(met[1]).isGreaterThan(1_000);
  }

  private static void check(Activity activity) {
    assertThat(activity.versions().values())
        .allMatch(word -> word.entry().origin().equals(Voices.log(activity.by())));
    assertThat(activity.acknowledgements().values())
        .noneMatch(said -> said.side().equals(activity.by()));
  }

  @Test
  void aSideMayJoinLater() {
    ActivityState three = state.among(Ordered.set(IR, PK, PartyId.of("om")));

    assertThat(three.digest()).isEqualTo(state.digest());
    assertThat(three.parties()).hasSize(3);
    assertThat(state.among(state.parties())).isSameAs(state);
  }

  @Test
  void noActChangesAnything() {
    say(IR, given());
    ActEntry entry = voices.says(IR, Role.CHIEF);

    assertThat(
            state.moved(
                entry,
                Voices.act(
                    entry, entry, ActKind.of("handover"), Json.obj().build(), voices.parties())))
        .isEqualTo(state);
  }

  // ---- saying ---------------------------------------------------------------------------------

  private static ActivityFact given() {
    return new ActivityFact.Given(Notices.works());
  }

  private static ActivityFact changed(EntryId id, Notice notice) {
    return new ActivityFact.Changed(id, notice, Notices.TEXT);
  }

  private static ActivityFact cancelled(EntryId id) {
    return new ActivityFact.Cancelled(id, Notices.TEXT);
  }

  private static ActivityFact noted(EntryId id, EntryId version) {
    return new ActivityFact.Acknowledged(id, version, Optional.empty(), Optional.empty());
  }

  private static ActivityFact beside(EntryId id, EntryId other) {
    return new ActivityFact.Acknowledged(
        id, id, Optional.of(other), Optional.of(Wording.of("en", "We stay west of the road")));
  }

  private Activity activity(EntryId id) {
    return state.activity(id).orElseThrow();
  }

  private EntryId say(PartyId side, ActivityFact fact) {
    ActEntry entry = voices.says(side, Role.WATCH_OFFICER);
    Verdict.accepted(ActivityRules.decide(state, entry.context(), entry.seen(), fact), fact);
    return hear(entry, fact);
  }

  private EntryId hear(ActEntry entry, ActivityFact fact) {
    state = state.apply(entry, fact);
    return entry.id();
  }

  private ActivityRefusal refuse(PartyId side, ActivityFact fact) {
    return refuse(voices.says(side, Role.WATCH_OFFICER), fact);
  }

  private ActivityRefusal refuse(ActEntry entry, ActivityFact fact) {
    ActivityState before = state;
    var refused =
        Verdict.refused(ActivityRules.decide(state, entry.context(), entry.seen(), fact), fact);
    hear(entry, fact);
    assertThat(state.voids().get(entry.id())).isEqualTo(refused.refusal());
    assertThat(state.activities()).isEqualTo(before.activities());
    assertThat(state.digest()).isNotEqualTo(before.digest());
    return refused.refusal();
  }
}
