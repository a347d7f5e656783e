package org.sarhad.core.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.information.Requests.answered;
import static org.sarhad.core.information.Requests.askedBack;
import static org.sarhad.core.information.Requests.explained;
import static org.sarhad.core.information.Requests.ordinary;
import static org.sarhad.core.information.Requests.received;
import static org.sarhad.core.information.Requests.urgent;
import static org.sarhad.core.information.Requests.withdrawn;

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
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Verdict;
import org.sarhad.core.testing.Voices;

/// Requests of information: every refusal, and what becomes of them (protocol clauses 13-3, 13-6).
class InformationTest {
  private static final PartyId IR = Sides.IR;
  private static final PartyId PK = Sides.PK;
  private static final PartyId OM = PartyId.of("om");
  private static final EntryId NOTHING = new EntryId(Sides.PK_LOG, 0);

  private final Voices voices = Voices.of("ir", "om", "pk");
  private InformationState state = InformationState.of(voices.parties());

  // ---- refusals -------------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsGivenForItsReason(InformationRefusal refusal) {
    assertThat(provoke(refusal)).isEqualTo(refusal);
  }

  /// The switch has no default: a new refusal does not compile before it has its case here.
  private InformationRefusal provoke(InformationRefusal refusal) {
    return switch (refusal) {
      case NOT_A_SIDE -> refuse(Voices.of("tm").says(PartyId.of("tm"), Role.CHIEF), ordinary(PK));
      case NOT_RELEASED -> refuse(voices.internal(IR, Role.CHIEF), ordinary(PK));
      case NO_OFFICER -> refuse(voices.node(IR), ordinary(PK));
      case ROLE_MISSING -> refuse(voices.says(IR, Role.DISPATCHER, Role.CLERK), ordinary(PK));
      case REQUEST_UNKNOWN -> refuse(IR, withdrawn(NOTHING));
      case NOT_SEEN -> {
        EntryId id = say(IR, ordinary(PK));
        yield refuse(voices.blind(PK, Role.CHIEF), answered(id));
      }
      case SIDE_UNKNOWN -> refuse(IR, ordinary(PartyId.of("tm")));
      case OWN_SIDE -> refuse(IR, ordinary(IR));
      case NOT_ASKED -> refuse(OM, answered(say(IR, ordinary(PK))));
      case NOT_THE_ASKER -> refuse(PK, withdrawn(say(IR, ordinary(PK))));
      case REQUEST_CLOSED -> {
        EntryId id = say(IR, ordinary(PK));
        say(PK, answered(id));
        yield refuse(IR, withdrawn(id));
      }
      case ALREADY_RECEIVED -> {
        EntryId id = say(IR, ordinary(PK));
        say(PK, received(id));
        yield refuse(PK, received(id));
      }
      case CLARIFICATION_OPEN -> {
        EntryId id = say(IR, ordinary(PK));
        say(PK, askedBack(id));
        yield refuse(PK, askedBack(id));
      }
      case QUESTION_UNKNOWN -> {
        EntryId id = say(IR, ordinary(PK));
        yield refuse(IR, explained(id, id));
      }
      case ALREADY_CLARIFIED -> {
        EntryId id = say(IR, ordinary(PK));
        EntryId question = say(PK, askedBack(id));
        say(IR, explained(id, question));
        yield refuse(IR, explained(id, question));
      }
      case EVIDENCE_UNKNOWN ->
          refuse(
              IR,
              new InformationFact.Asked(
                  PK,
                  Urgency.ORDINARY,
                  Optional.empty(),
                  Requests.TEXT,
                  Requests.TEXT,
                  Requests.TEXT,
                  Ordered.set(new EntryId(Sides.PK_LOG, 77))));
      case REASON_MISSING -> {
        EntryId id = say(IR, urgent(PK));
        yield refuse(PK, deferred(id, Duration.ofDays(1), false));
      }
      case DATE_NOT_PLAUSIBLE -> {
        EntryId id = say(IR, ordinary(PK));
        assertThat(refuse(PK, deferred(id, Duration.ofDays(367), true))).isEqualTo(refusal);
        yield refuse(PK, deferred(id, Duration.ZERO, true));
      }
      case DEFERRED_TOO_OFTEN -> {
        EntryId id = say(IR, ordinary(PK));
        for (int i = 1; i <= InformationRules.DEFERRALS_MAX; i++) {
          say(PK, deferred(id, Duration.ofDays(i), false));
        }
        yield refuse(PK, deferred(id, Duration.ofDays(30), true));
      }
    };
  }

  @Test
  void anUrgentRequestTakesReasons() {
    InformationFact.Asked good = urgent(PK);
    InformationFact bare =
        new InformationFact.Asked(
            good.to(),
            good.urgency(),
            Optional.empty(),
            good.subject(),
            good.text(),
            good.purpose(),
            good.about());

    assertThat(refuse(IR, bare)).isEqualTo(InformationRefusal.REASON_MISSING);
  }

  // ---- what becomes of it ---------------------------------------------------------------------

  @Test
  void fromTheQuestionToTheAnswer() {
    EntryId id = say(IR, ordinary(PK));
    assertThat(stage(id)).isEqualTo(InformationStage.ASKED);
    say(PK, received(id));
    assertThat(stage(id)).isEqualTo(InformationStage.RECEIVED);
    EntryId question = say(PK, askedBack(id));
    assertThat(stage(id)).isEqualTo(InformationStage.CLARIFYING);
    say(IR, explained(id, question));
    assertThat(stage(id)).isEqualTo(InformationStage.RECEIVED);
    say(PK, answered(id));
    assertThat(stage(id)).isEqualTo(InformationStage.ANSWERED);
    assertThat(state.open()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whichAnswersAreTheLast(Reply reply) {
    EntryId id = say(IR, ordinary(PK));
    Optional<Ground> ground =
        reply == Reply.REFUSED ? Optional.of(Ground.SAFETY) : Optional.empty();
    say(PK, answered(id, reply, ground));

    assertThat(stage(id))
        .isEqualTo(reply == Reply.PARTIAL ? InformationStage.RECEIVED : InformationStage.ANSWERED);
  }

  @Test
  void someOfItWithAGroundForTheRestIsTheLast() {
    EntryId id = say(IR, ordinary(PK));
    say(PK, answered(id, Reply.PARTIAL, Optional.empty()));
    assertThat(state.open()).hasSize(1);
    say(PK, answered(id, Reply.PARTIAL, Optional.of(Ground.NATIONAL_SECURITY)));

    assertThat(stage(id)).isEqualTo(InformationStage.ANSWERED);
    assertThat(request(id).answers().size()).isEqualTo(2);
  }

  @Test
  void anAnswerThatCrossesTheWithdrawalIsAnAnswer() {
    EntryId id = say(IR, ordinary(PK));
    Seen before = voices.all(PK);
    say(IR, withdrawn(id));
    assertThat(stage(id)).isEqualTo(InformationStage.WITHDRAWN);
    hear(voices.seeing(PK, before, Role.LIAISON), answered(id));

    assertThat(state.voids().isEmpty()).isTrue();
    assertThat(stage(id)).isEqualTo(InformationStage.ANSWERED);
  }

  @Test
  void theOldestComesFirst() {
    voices.at(Sides.EIGHT.plusSeconds(60));
    EntryId later = say(IR, ordinary(PK));
    voices.at(Sides.EIGHT);
    EntryId earlier = say(PK, ordinary(IR));

    assertThat(state.open()).extracting(InformationRequest::id).containsExactly(earlier, later);
  }

  // ---- attacks --------------------------------------------------------------------------------

  @Test
  void peerAnswersItsOwnRequestInMyName() {
    EntryId id = say(PK, ordinary(IR));

    assertThat(refuse(PK, answered(id))).isEqualTo(InformationRefusal.NOT_ASKED);
    assertThat(stage(id)).isEqualTo(InformationStage.ASKED);
  }

  @Test
  void peerWithdrawsMyRequest() {
    EntryId id = say(IR, urgent(PK));

    assertThat(refuse(PK, withdrawn(id))).isEqualTo(InformationRefusal.NOT_THE_ASKER);
    assertThat(stage(id)).isEqualTo(InformationStage.ASKED);
  }

  @Test
  void peersNodeHasItInHandAndNoPersonDoes() {
    EntryId id = say(IR, urgent(PK));

    assertThat(refuse(voices.node(PK), received(id))).isEqualTo(InformationRefusal.NO_OFFICER);
    assertThat(request(id).received()).isEmpty();
  }

  @Test
  void peerAnswersItsOwnQuestionBackInMyName() {
    EntryId id = say(IR, ordinary(PK));
    EntryId question = say(PK, askedBack(id));

    assertThat(refuse(PK, explained(id, question))).isEqualTo(InformationRefusal.NOT_THE_ASKER);
    assertThat(stage(id)).isEqualTo(InformationStage.CLARIFYING);
  }

  /// Whatever is said: nobody answers for another side, what is over stays over, and two nodes that
  /// fold the same come to the same.
  @Test
  void whateverIsSaid() {
    int[] met = new int[2];
    Seeded.check(
        200,
        random -> {
          Voices two = Voices.of("ir", "pk");
          InformationState one = InformationState.of(two.parties());
          InformationState again = one;
          List<EntryId> ids = new ArrayList<>(List.of(NOTHING));
          for (int step = 0; step < 25; step++) {
            PartyId side = random.nextBoolean() ? IR : PK;
            ActEntry entry =
                random.nextInt(5) == 0 ? two.blind(side, Role.CHIEF) : two.says(side, Role.CHIEF);
            EntryId id = ids.get(random.nextInt(ids.size()));
            InformationFact fact =
                switch (random.nextInt(8)) {
                  case 0, 1 -> random.nextBoolean() ? urgent(PK) : ordinary(IR);
                  case 2 -> received(id);
                  case 3 -> askedBack(id);
                  case 4 -> explained(id, ids.get(random.nextInt(ids.size())));
                  case 5 ->
                      answered(
                          id, random.nextBoolean() ? Reply.FULL : Reply.PARTIAL, Optional.empty());
                  case 6 -> withdrawn(id);
                  default -> deferred(id, Duration.ofDays(1), random.nextBoolean());
                };
            InformationState before = one;
            one = one.apply(entry, fact);
            again = again.apply(entry, fact);
            if (one.voids().containsKey(entry.id())) {
              assertThat(one.requests()).isEqualTo(before.requests());
              met[0]++;
            } else {
              met[1]++;
              ids.add(entry.id());
            }
            one.requests().values().forEach(InformationTest::check);
          }
          assertThat(again).isEqualTo(one);
        });
    assertThat(met[0]).isGreaterThan(500);
    assertThat(met[1]).isGreaterThan(1_000);
  }

  private static void check(InformationRequest request) {
    assertThat(request.to()).isNotEqualTo(request.by());
    assertThat(request.answers().keys())
        .allMatch(entry -> entry.origin().equals(Voices.log(request.to())));
    assertThat(request.clarifications().keys())
        .allMatch(entry -> entry.origin().equals(Voices.log(request.to())));
    request
        .withdrawn()
        .ifPresent(word -> assertThat(word.entry().origin()).isEqualTo(Voices.log(request.by())));
  }

  @Test
  void aSideMayJoinLater() {
    InformationState two = InformationState.of(Ordered.set(IR, PK));
    ActEntry entry = voices.says(IR, Role.LIAISON);

    assertThat(two.apply(entry, ordinary(OM)).voids().get(entry.id()))
        .isEqualTo(InformationRefusal.SIDE_UNKNOWN);
    assertThat(two.among(voices.parties()).apply(entry, ordinary(OM)).open()).hasSize(1);
    assertThat(two.among(voices.parties()).digest()).isEqualTo(two.digest());
  }

  @Test
  void noActChangesAnything() {
    say(IR, ordinary(PK));
    ActEntry entry = voices.says(IR, Role.CHIEF);

    assertThat(
            state.moved(
                entry,
                Voices.act(
                    entry, entry, ActKind.of("handover"), Json.obj().build(), voices.parties())))
        .isEqualTo(state);
  }

  // ---- saying ---------------------------------------------------------------------------------

  private InformationFact deferred(EntryId id, Duration by, boolean reason) {
    return new InformationFact.Deferred(
        id, Sides.EIGHT.plus(by), reason ? Optional.of(Requests.TEXT) : Optional.empty());
  }

  private InformationRequest request(EntryId id) {
    return state.request(id).orElseThrow();
  }

  private InformationStage stage(EntryId id) {
    return request(id).stage();
  }

  private EntryId say(PartyId side, InformationFact fact) {
    ActEntry entry = voices.says(side, Role.LIAISON);
    Verdict.accepted(InformationRules.decide(state, entry.context(), entry.seen(), fact), fact);
    return hear(entry, fact);
  }

  private EntryId hear(ActEntry entry, InformationFact fact) {
    state = state.apply(entry, fact);
    return entry.id();
  }

  private InformationRefusal refuse(PartyId side, InformationFact fact) {
    return refuse(voices.says(side, Role.LIAISON), fact);
  }

  private InformationRefusal refuse(ActEntry entry, InformationFact fact) {
    InformationState before = state;
    var refused =
        Verdict.refused(InformationRules.decide(state, entry.context(), entry.seen(), fact), fact);
    hear(entry, fact);
    assertThat(state.voids().get(entry.id())).isEqualTo(refused.refusal());
    assertThat(state.requests()).isEqualTo(before.requests());
    return refused.refusal();
  }
}
