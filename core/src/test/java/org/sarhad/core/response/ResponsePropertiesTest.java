package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Seeded;

/// docs/domain/response.md §1 and §5: what holds whatever people ask and whatever a peer sends.
class ResponsePropertiesTest {
  private static final Set<Role> EVERY_ROLE = EnumSet.allOf(Role.class);

  private record Arrival(FactContext context, ResponseFact fact) {}

  /// Facts of both sides, sensible and not, in any interleaving that keeps each side's own order.
  @Test
  void everyInterleavingOfTwoSidesGivesTheSameState() {
    Seeded.check(
        300,
        random -> {
          List<Arrival> ir = strangeFacts(random, IR);
          List<Arrival> pk = strangeFacts(random, PK);

          ResponseState one = fold(interleave(random, ir, pk));
          ResponseState other = fold(interleave(random, ir, pk));

          assertThat(other).isEqualTo(one);
          assertThat(other.digest()).isEqualTo(one.digest());
        });
  }

  /// A fact of one side leaves every other side's state the very same object.
  @Test
  void noFactTouchesAnotherSidesState() {
    Seeded.check(
        300,
        random -> {
          List<Arrival> both =
              interleave(random, strangeFacts(random, IR), strangeFacts(random, PK));
          ResponseState state = ResponseState.of(IR, PK);
          for (Arrival arrival : both) {
            ResponseState next = state.apply(arrival.context(), arrival.fact());
            PartyId other = arrival.context().author().equals(IR) ? PK : IR;
            assertThat(next.side(other)).isSameAs(state.side(other));
            state = next;
          }
        });
  }

  /// Every fact is kept, and one said in vain changes nothing but the list of what was said.
  @Test
  void nothingSaidIsLost() {
    Seeded.check(
        200,
        random -> {
          List<Arrival> facts = strangeFacts(random, PK);
          ResponseState state = fold(facts);
          Ledger ledger = state.side(PK).ledger();
          assertThat(ledger.said().values().map(Said::fact).toList())
              .isEqualTo(facts.stream().map(Arrival::fact).toList());
          assertThat(ledger.anomalies().values().allMatch(said -> said.anomaly().isPresent()))
              .isTrue();
        });
  }

  /// Two people with every role ask whatever comes to mind, for a while.
  @Test
  void whatTheRulesAcceptIsNeverAnAnomalyAndNeverForeign() {
    Seeded.check(
        40,
        random -> {
          Scene scene = new Scene();
          var requests = new RandomRequests(random);
          for (int i = 0; i < 120; i++) {
            PartyId side = random.nextBoolean() ? IR : PK;
            play(scene, side, requests.next(scene.at(side), side, scene.now()));
            if (random.nextInt(10) == 0) {
              scene.pass(Duration.ofMinutes(random.nextInt(30)));
            }
            if (random.nextInt(15) == 0) {
              scene.cutLink();
            } else if (random.nextInt(10) == 0) {
              scene.healLink();
            }
          }
          scene.healLink();
          for (PartyId side : List.of(IR, PK)) {
            assertThat(scene.at(side).side(side).ledger().anomalies())
                .as("what %s did at home", side)
                .isEmpty();
            assertThat(scene.joint().side(side).ledger().anomalies())
                .as("what %s released", side)
                .isEmpty();
          }
        });
  }

  private static void play(Scene scene, PartyId side, ResponseRequest request) {
    var decision = scene.decide(side, EVERY_ROLE, request);
    if (decision instanceof Decision.Accepted<ResponseFact, ResponseReply, Refusal> accepted) {
      for (var authored : accepted.facts()) {
        boolean released = authored.audience() == Audience.RELEASE;
        assertThat(authored.fact().kind().reach().allows(released))
            .as("audience of %s", authored)
            .isTrue();
        if (authored.fact() instanceof UnitFact unit) {
          assertThat(unit.unit().owner()).as("red line 4: %s", request).isEqualTo(side);
        }
        if (released) {
          assertNamesNothingInternal(scene, side, authored.fact());
        }
        scene.write(side, Role.WATCH_OFFICER, authored);
      }
    }
  }

  /// Every name in a released fact is new with it, or the other side knows it already: nothing
  /// internal gets out by being named.
  private static void assertNamesNothingInternal(Scene scene, PartyId side, ResponseFact fact) {
    Set<String> known = new HashSet<>();
    ResponseState joint = scene.joint();
    joint.incidents().forEach(incident -> known.add(incident.id().toString()));
    joint
        .sides()
        .values()
        .forEach(
            party -> {
              party.units().units().keys().forEach(id -> known.add(id.toString()));
              party.units().taskings().keys().forEach(id -> known.add(id.toString()));
              party.help().threads().keys().forEach(id -> known.add(id.toString()));
              party.help().calls().keys().forEach(id -> known.add(id.toString()));
              party.ledger().said().values().forEach(said -> known.add(said.entry().toString()));
            });
    for (String name : names(fact.toJson())) {
      assertThat(known.contains(name) || isNewNameOf(fact, name))
          .as("%s names %s, which the other side of %s does not know", fact, name, side)
          .isTrue();
    }
  }

  private static boolean isNewNameOf(ResponseFact fact, String name) {
    String created =
        switch (fact) {
          case IncidentFact.Opened f -> f.incident().toString();
          case IncidentFact.Notified f -> f.incident().toString();
          case UnitFact.Shown f -> f.unit().toString();
          case UnitFact.Tasked f -> f.task().toString();
          case AssistanceFact.Requested f -> f.assistance().toString();
          case AssistanceFact.Offered f -> f.assistance().toString();
          case HotlineFact.Logged f -> f.hotline().toString();
          case HistoryFact.Imported f -> f.history().toString();
          case ResponseFact _ -> "";
        };
    return name.equals(created);
  }

  /// Everything in a body that looks like a name or an entry.
  private static List<String> names(Json json) {
    return switch (json) {
      case Json.Obj object ->
          object.names().stream()
              .flatMap(name -> names(object.find(name).orElseThrow()).stream())
              .toList();
      case Json.Arr array -> array.values().stream().flatMap(item -> names(item).stream()).toList();
      case Json.Str text ->
          text.value().matches("(INC|EX|U|T|AR|HN|W|H)-[A-Z]+-\\d+|.*/(joint|journal)#\\d+")
              ? List.of(text.value())
              : List.of();
      case Json.Int _, Json.Bool _, Json.Null _ -> List.of();
    };
  }

  // ---- strange facts --------------------------------------------------------------------------

  /// Well-formed facts of one side that name anything of anybody, in its logs' order.
  private static List<Arrival> strangeFacts(SplittableRandom random, PartyId side) {
    var facts = new ArrayList<Arrival>();
    for (int i = random.nextInt(40); i > 0; i--) {
      boolean released = random.nextBoolean();
      long index = facts.size();
      EntryId entry = EntryId.of(released ? Samples.log(side) : Samples.journal(side), index);
      FactContext context =
          Samples.context(
              entry,
              side,
              released,
              Samples.NOON.plusSeconds(random.nextInt(600)),
              Role.WATCH_OFFICER);
      facts.add(new Arrival(context, StrangeFacts.next(random)));
    }
    return facts;
  }

  private static List<Arrival> interleave(
      SplittableRandom random, List<Arrival> one, List<Arrival> other) {
    Deque<Arrival> left = new ArrayDeque<>(one);
    Deque<Arrival> right = new ArrayDeque<>(other);
    var merged = new ArrayList<Arrival>();
    while (!left.isEmpty() || !right.isEmpty()) {
      boolean fromLeft = right.isEmpty() || (!left.isEmpty() && random.nextBoolean());
      merged.add(fromLeft ? left.removeFirst() : right.removeFirst());
    }
    return merged;
  }

  private static ResponseState fold(List<Arrival> arrivals) {
    ResponseState state = ResponseState.of(IR, PK);
    for (Arrival arrival : arrivals) {
      state = state.apply(arrival.context(), arrival.fact());
    }
    return state;
  }
}
