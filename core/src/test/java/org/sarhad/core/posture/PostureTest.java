package org.sarhad.core.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Verdict;
import org.sarhad.core.testing.Voices;

/// What is said of posture: every refusal, what becomes of it, and the gaps (protocol clauses 15-3
/// to 15-6).
class PostureTest {
  private static final PartyId IR = Sides.IR;
  private static final PartyId PK = Sides.PK;

  private static final PostureTerms NO_SECTORS = new PostureTerms(List.of(), 60, 15, 10_000, 3);

  private final Voices voices = Voices.of("ir", "pk");
  private PostureState state = PostureState.of(voices.parties());

  // ---- refusals -------------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsGivenForItsReason(PostureRefusal refusal) {
    assertThat(provoke(refusal)).isEqualTo(refusal);
  }

  /// The switch has no default: a new refusal does not compile before it has its case here.
  private PostureRefusal provoke(PostureRefusal refusal) {
    return switch (refusal) {
      case NOT_A_SIDE ->
          refuse(Voices.of("tm").says(PartyId.of("tm"), Role.CHIEF), Plans.summary());
      case NOT_RELEASED -> refuse(voices.internal(IR, Role.CHIEF), Plans.summary());
      case NOT_PRIVATE -> refuse(voices.says(IR, Role.CHIEF), Plans.plan());
      case NO_OFFICER -> refuse(voices.node(IR), Plans.summary());
      case ROLE_MISSING -> refuse(voices.says(IR, Role.WATCH_OFFICER), Plans.summary());
      case NOT_OWN_SOIL -> {
        Decision.Refused<PostureFact, PostureFact, PostureRefusal> refused =
            Verdict.refused(
                PostureRules.plan(
                    voices.internal(IR, Role.CHIEF).context(), Plans.plan(), PostureTest::isWest),
                Plans.plan());
        assertThat(refused.detail()).isEqualTo("well 3");
        yield refused.refusal();
      }
      case OTHER_SECTORS ->
          refuse(
              voices.says(IR, Role.CHIEF),
              new PostureFact.Summary(
                  new Coverage(60, Plans.summary().coverage().sectors().subList(0, 2))));
      case OTHER_TERMS -> refuse(voices.says(IR, Role.CHIEF), Plans.offer(45, Optional.empty()));
      case OFFER_UNKNOWN -> {
        EntryId own = say(IR, Plans.offer());
        assertThat(refuse(voices.says(IR, Role.CHIEF), Plans.offer(own))).isEqualTo(refusal);
        yield refuse(voices.says(IR, Role.CHIEF), new PostureFact.Accepted(own));
      }
      case OFFER_OVERTAKEN -> {
        EntryId first = say(IR, Plans.offer());
        say(IR, Plans.offer(say(PK, Plans.offer(first))));
        yield refuse(voices.says(PK, Role.CHIEF), Plans.offer(first));
      }
      case ROUNDS_OVER -> {
        EntryId last = say(IR, Plans.offer());
        for (int answer = 0; answer < 5; answer++) {
          last = say(answer % 2 == 0 ? PK : IR, Plans.offer(last));
        }
        yield refuse(voices.says(IR, Role.CHIEF), Plans.offer(last));
      }
      case NOTHING_BESIDE -> {
        EntryId first = say(IR, Plans.offer());
        yield refuse(voices.says(PK, Role.CHIEF), new PostureFact.Accepted(first));
      }
      case UNCHANGED -> {
        say(IR, Plans.summary());
        yield refuse(voices.says(IR, Role.CHIEF), Plans.summary());
      }
    };
  }

  // ---- a plan is for own eyes -----------------------------------------------------------------

  @Test
  void aPlanGoesIntoThePrivateJournalAndNowhereElse() {
    Decision<PostureFact, PostureFact, PostureRefusal> decision =
        PostureRules.plan(
            voices.internal(IR, Role.SECTOR_COMMANDER).context(), Plans.plan(), _ -> true);
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    assertThat(((Decision.Accepted<PostureFact, PostureFact, PostureRefusal>) decision).facts())
        .allMatch(authored -> authored.audience() == Audience.INTERNAL)
        .hasSize(1);
  }

  @Test
  void aPlanInALogThatOthersReadIsNoPlan() {
    ActEntry released = voices.says(IR, Role.CHIEF);
    state = state.apply(released, Plans.plan(), Plans.TERMS);

    assertThat(state.voids().find(released.id())).contains(PostureRefusal.NOT_PRIVATE);
    assertThat(state.summaries().isEmpty()).isTrue();
    assertThat(PosturePlans.NONE.apply(released.context(), Plans.plan()))
        .isEqualTo(PosturePlans.NONE);
  }

  @Test
  void theNewestPlansAreKept() {
    PosturePlans plans = PosturePlans.NONE;
    List<ActEntry> entries = new ArrayList<>();
    for (int i = 0; i < PosturePlans.KEPT + 3; i++) {
      entries.add(voices.internal(IR, Role.CHIEF));
      plans = plans.apply(entries.getLast().context(), Plans.plan());
    }
    assertThat(plans.newestFirst()).hasSize(PosturePlans.KEPT);
    assertThat(plans.newestFirst().getFirst().entry()).isEqualTo(entries.getLast().id());
    assertThat(plans.plan(entries.getFirst().id())).isEmpty();
    assertThat(plans.plan(entries.getLast().id())).isPresent();
    assertThat(plans.apply(entries.getLast().context(), Plans.summary())).isEqualTo(plans);
  }

  // ---- summaries and gaps ---------------------------------------------------------------------

  @Test
  void theLastSummaryOfEachSideCounts() {
    say(IR, Plans.summary());
    PostureFact.Summary later = Plans.summary(0, 0, 0, 0, 1, 50);
    say(IR, later);
    assertThat(state.summary(IR).orElseThrow().said()).isEqualTo(later);
    assertThat(state.summary(PK)).isEmpty();
  }

  @Test
  void aSummaryIsJudgedByTheSectorsThatHoldWhereItStands() {
    PostureFact.Summary ofTheLine =
        new PostureFact.Summary(
            new Coverage(
                60,
                List.of(
                    new SectorCoverage("km_0000", 1, 500), new SectorCoverage("km_0020", 0, 0))));
    ActEntry entry = voices.says(IR, Role.CHIEF);
    assertThat(state.apply(entry, ofTheLine, NO_SECTORS).summary(IR)).isPresent();
    assertThat(state.apply(entry, ofTheLine, Plans.TERMS).voids().find(entry.id()))
        .contains(PostureRefusal.OTHER_SECTORS);
    assertThat(state.apply(entry, Plans.summary(), NO_SECTORS).voids().find(entry.id()))
        .contains(PostureRefusal.OTHER_SECTORS);
  }

  @Test
  void theGapsOfTheLine() {
    say(IR, Plans.summary(2, 400, 0, 0, 0, 0));
    say(PK, Plans.summary(1, 350, 0, 0, 3, 1_000));
    List<CoverageGap> gaps = CoverageGap.of(state);

    assertThat(gaps).extracting(CoverageGap::sector).containsExactly("centre", "north", "south");
    assertThat(gaps)
        .extracting(CoverageGap::reached)
        .containsExactly(
            CoverageGap.Reached.BY_ALL, CoverageGap.Reached.BY_NONE, CoverageGap.Reached.BY_SOME);
    assertThat(gaps.get(2).reachedBy()).containsExactly(PK);
    assertThat(gaps).extracting(CoverageGap::openAtLeastPermille).containsExactly(250, 1_000, 0);
    assertThat(gaps).extracting(CoverageGap::openAtMostPermille).containsExactly(600, 1_000, 0);
  }

  /// Nobody is taken to reach nothing because they have said nothing.
  @Test
  void silenceIsNoGap() {
    say(PK, Plans.summary());
    List<CoverageGap> gaps = CoverageGap.of(state);

    assertThat(gaps).allMatch(gap -> gap.reached() == CoverageGap.Reached.UNKNOWN);
    assertThat(gaps).allMatch(gap -> gap.silent().equals(Ordered.set(IR)));
    assertThat(CoverageGap.of(PostureState.of(voices.parties()))).isEmpty();
  }

  /// Whatever is said in whatever order between the sides: the gaps depend on the last words alone.
  @Test
  void whateverIsSaid() {
    Seeded.check(
        100,
        random -> {
          PostureState one = PostureState.of(voices.parties());
          PostureState other = one;
          List<ActEntry> theirs = new ArrayList<>();
          List<PostureFact.Summary> said = new ArrayList<>();
          for (int i = 0; i < 6; i++) {
            theirs.add(voices.says(i % 2 == 0 ? IR : PK, Role.CHIEF));
            said.add(Plans.summary(1, 50 * random.nextInt(21), 0, 0, 1, 50 * random.nextInt(21)));
          }
          for (int i = 0; i < 6; i++) {
            one = one.apply(theirs.get(i), said.get(i), Plans.TERMS);
          }
          for (int i : List.of(0, 2, 4, 1, 3, 5)) {
            other = other.apply(theirs.get(i), said.get(i), Plans.TERMS);
          }
          assertThat(CoverageGap.of(one)).isEqualTo(CoverageGap.of(other));
          for (CoverageGap gap : CoverageGap.of(one)) {
            assertThat(gap.openAtLeastPermille()).isBetween(0, gap.openAtMostPermille());
          }
        });
  }

  // ---- a negotiation --------------------------------------------------------------------------

  @Test
  void whatIsAcceptedStandsBesideWhatItAnswers() {
    EntryId first = say(IR, Plans.offer());
    EntryId answer = say(PK, Plans.offer(first));
    EntryId third = say(IR, Plans.offer(answer));
    say(IR, new PostureFact.Accepted(answer));

    assertThat(state.settled().orElseThrow().settled())
        .extracting(Negotiation.Made::entry)
        .containsExactly(first, answer);
    assertThat(refuse(voices.says(PK, Role.CHIEF), Plans.offer(third)))
        .isEqualTo(PostureRefusal.OFFER_UNKNOWN);
    assertThat(refuse(voices.says(PK, Role.CHIEF), new PostureFact.Accepted(third)))
        .isEqualTo(PostureRefusal.OFFER_UNKNOWN);
  }

  /// What was settled stands until something else is.
  @Test
  void whoeverBeginsAnewEndsWhatWasOpen() {
    EntryId first = say(IR, Plans.offer());
    EntryId answer = say(PK, Plans.offer(first));
    say(IR, new PostureFact.Accepted(answer));
    EntryId anew = say(PK, Plans.offer());

    assertThat(state.negotiation().orElseThrow().offers())
        .extracting(Negotiation.Made::entry)
        .containsExactly(anew);
    assertThat(state.settled().orElseThrow().accepted()).contains(answer);
    assertThat(state.negotiation().orElseThrow().settled()).isEmpty();
  }

  /// An offer for other times says nothing of one that was made before they were agreed.
  @Test
  void anAnswerIsOnTheTermsOfWhatItAnswers() {
    EntryId first = say(IR, Plans.offer());
    PostureTerms later = new PostureTerms(Plans.SECTORS, 45, 15, 10_000, 3);
    ActEntry entry = voices.says(PK, Role.CHIEF);

    assertThat(
            state.apply(entry, Plans.offer(45, Optional.of(first)), later).voids().find(entry.id()))
        .contains(PostureRefusal.OTHER_TERMS);
    assertThat(state.apply(entry, Plans.offer(45, Optional.empty()), later).voids().isEmpty())
        .isTrue();
  }

  /// Nor does one for another depth: what it says of the other side's soil is of other points.
  @Test
  void anOfferOfAnotherDepthIsOnOtherTerms() {
    EntryId first = say(IR, Plans.offer());
    PostureFact.Offered deeper = Plans.offer(60, 20_000, Optional.of(first));
    assertThat(refuse(voices.says(PK, Role.CHIEF), deeper)).isEqualTo(PostureRefusal.OTHER_TERMS);

    // It is agreed by now, but was not where the other offer stands.
    PostureTerms later = new PostureTerms(Plans.SECTORS, 60, 15, 20_000, 3);
    ActEntry entry = voices.says(PK, Role.CHIEF);
    assertThat(state.apply(entry, deeper, later).voids().find(entry.id()))
        .contains(PostureRefusal.OTHER_TERMS);
    assertThat(
            state.apply(entry, Plans.offer(60, 20_000, Optional.empty()), later).voids().isEmpty())
        .isTrue();
  }

  private static boolean isWest(Position at) {
    return at.longitudeDegrees() < 61.5;
  }

  private EntryId say(PartyId side, PostureFact fact) {
    ActEntry entry = voices.says(side, Role.CHIEF);
    Verdict.accepted(PostureRules.decide(state, entry.context(), fact, Plans.TERMS), fact);
    state = state.apply(entry, fact, Plans.TERMS);
    assertThat(state.voids().isEmpty()).isTrue();
    return entry.id();
  }

  /// The refusal of `fact`, whether it is asked for or stands there already.
  private PostureRefusal refuse(ActEntry entry, PostureFact fact) {
    PostureState after = state.apply(entry, fact, Plans.TERMS);
    assertThat(after.summaries()).isEqualTo(state.summaries());
    assertThat(after.negotiation()).isEqualTo(state.negotiation());
    PostureRefusal refusal =
        Verdict.refused(PostureRules.decide(state, entry.context(), fact, Plans.TERMS), fact)
            .refusal();
    assertThat(after.voids().find(entry.id())).contains(refusal);
    return refusal;
  }
}
