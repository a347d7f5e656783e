package org.sarhad.node.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Accord;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.ChannelId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.response.ResponseState;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.node.testing.Scribe;
import org.sarhad.tlog.crypto.Signatures;

/// What is carried on entry by entry is what comes of folding everything anew: whatever two sides
/// say about acts, in whatever order it comes here, and however much of it waits for the disk.
class OutlookTest {
  private static final Capacity CHIEF = Capacity.of(Role.CHIEF);
  private static final int WRITTEN = 40;

  private final Map<String, Scribe> sides =
      Map.of("ir", Scribe.begun("ir"), "pk", Scribe.begun("pk"));
  private final Map<EntryId, Entry> entries = new HashMap<>();
  private final Map<Origin, List<Told>> written = new HashMap<>();
  private final ChannelState begun =
      ChannelState.of(ChannelId.of("sarhad.example/ir-pk"), Signatures.jdk())
          .with(side("ir").keys())
          .with(side("pk").keys());
  private final ResponseState response = ResponseState.of(PartyId.of("ir"), PartyId.of("pk"));
  private Facts facts = Facts.of(begun, response);

  private final List<Told> durable = new ArrayList<>();
  private final Deque<Told> waiting = new ArrayDeque<>();
  private final JointFold all = fold();
  private final JointFold fold = fold();
  private final Outlook outlook = new Outlook();

  private Scribe side(String party) {
    return Optional.ofNullable(sides.get(party)).orElseThrow();
  }

  private JointFold fold() {
    return new JointFold(
        List.of(side("ir").log(), side("pk").log()),
        begun,
        response,
        id -> Optional.ofNullable(entries.get(id)).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void isWhatAFoldOfEverythingComesTo(long seed) throws Exception {
    var random = new SplittableRandom(seed);
    talk(random);
    var told = new HashMap<Origin, Integer>();
    int looks = 0;
    while (!waiting.isEmpty() || written.keySet().stream().anyMatch(log -> isLeft(told, log))) {
      if (random.nextInt(3) == 0 && !waiting.isEmpty()) {
        beDurable(waiting.remove(), random);
      } else {
        say(told, random);
      }
      // Not after every step: what came in between is carried on together.
      if (random.nextInt(3) != 0) {
        assertThat(outlook.on(fold, facts.channel(), waiting.stream()))
            .as("seed %d after %d of %d", seed, durable.size(), WRITTEN)
            .satisfies(this::isAsAnew);
        looks++;
      }
    }

    assertThat(outlook.on(fold, facts.channel(), waiting.stream())).satisfies(this::isAsAnew);
    assertThat(looks).isGreaterThan(WRITTEN);
    assertThat(fold.finalCount()).isPositive();
  }

  private boolean isLeft(Map<Origin, Integer> told, Origin log) {
    return told.getOrDefault(log, 0) < written.getOrDefault(log, List.of()).size();
  }

  /// The next of either log is known here, be it before what it has seen.
  private void say(Map<Origin, Integer> told, SplittableRandom random) {
    var logs = written.keySet().stream().sorted().filter(log -> isLeft(told, log)).toList();
    if (!logs.isEmpty()) {
      var log = logs.get(random.nextInt(logs.size()));
      int index = told.merge(log, 1, Integer::sum) - 1;
      var next = written.getOrDefault(log, List.of()).get(index);
      outlook.say(facts.channel(), List.of(next).stream());
      waiting.add(next);
    }
  }

  private void beDurable(Told next, SplittableRandom random) {
    // After a crash something may be told once more.
    for (int times = random.nextInt(8) == 0 ? 2 : 1; times > 0; times--) {
      durable.add(next);
      fold.deliver(next, Optional.empty(), facts.channel());
    }
  }

  private void isAsAnew(Accord accord) {
    var anew = fold();
    durable.forEach(told -> anew.deliver(told, Optional.empty(), facts.channel()));
    var expected = Outlook.after(anew.expected(), facts.channel(), waiting.stream());
    assertThat(accord.digest()).isEqualTo(expected.digest());
    assertThat(accord.acts().acts().values().toList())
        .isEqualTo(expected.acts().acts().values().toList());
    assertThat(fold.expected().digest()).isEqualTo(anew.expected().digest());
  }

  // ---- what the sides write -------------------------------------------------------------------

  /// Each proposes, assents, refuses and takes back, having seen more or less of the other.
  private void talk(SplittableRandom random) throws Exception {
    tell(side("ir"));
    tell(side("pk"));
    var stages = new HashMap<ActStage, Integer>();
    while (side("ir").size() + side("pk").size() < WRITTEN) {
      var writer = side(random.nextBoolean() ? "ir" : "pk");
      var other = side(writer == side("ir") ? "pk" : "ir");
      if (random.nextBoolean()) {
        writer.sees(other, other.size());
      }
      say(writer, random);
      tell(writer);
    }
    all.expected()
        .acts()
        .acts()
        .values()
        .forEach(act -> stages.merge(act.stage(), 1, Integer::sum));
    assertThat(stages.size()).as("stages %s", stages).isGreaterThan(2);
  }

  private void say(Scribe writer, SplittableRandom random) {
    var open = all.expected().acts().acts().values().filter(Act::isOpen).toList();
    if (open.isEmpty() || random.nextInt(3) == 0) {
      var terms = Json.obj().put("minutes", writer.size()).build();
      writer.states(ActFact.Proposed.of(ActKind.of("local_agreement"), terms, CHIEF));
      return;
    }
    var act = open.get(random.nextInt(open.size())).ref();
    writer.states(
        switch (random.nextInt(4)) {
          case 0 -> new ActFact.Refused(act, CHIEF, "not so");
          case 1 -> new ActFact.Withdrawn(act, CHIEF, "not any more");
          default -> new ActFact.Assented(act, 0, CHIEF);
        });
  }

  /// Reads the last entry of `side`.
  private void tell(Scribe side) throws Exception {
    int index = side.size() - 1;
    var entry = Entry.parse(side.entry(index));
    var payloads =
        side.payloads(index, index + 1).stream()
            .map(frame -> ((PayloadFrame.Content) frame).bytes())
            .toList();
    var step = facts.stored(entry, payloads);
    facts = step.facts();
    entries.put(entry.id(), entry);
    written.computeIfAbsent(side.log(), _ -> new ArrayList<>()).add(step.told());
    all.deliver(step.told(), Optional.of(entry), facts.channel());
  }
}
