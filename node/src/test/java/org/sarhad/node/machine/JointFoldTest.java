package org.sarhad.node.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.party.ChannelId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.response.ResponseState;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.node.testing.Scribe;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// What two sides say to each other becomes final in one order, whatever order it arrives in
/// (03-order, 06-9).
///
/// | entry | has seen | Lamport number | becomes final with |
/// |---|---|---|---|
/// | ir/0 | nothing | 1 | pk/0 |
/// | pk/0 | nothing | 1 | ir/0 |
/// | ir/1 | pk/0 | 2 | pk/1 |
/// | pk/1 | ir/0, ir/1 | 3 | ir/2 |
/// | ir/2 | pk/0, pk/1 | 4 | nothing yet |
class JointFoldTest {
  private static final Signatures SIGNATURES = Signatures.jdk();

  private final Scribe ir = Scribe.begun("ir");
  private final Scribe pk = Scribe.begun("pk");
  private final Map<EntryId, Entry> entries = new HashMap<>();
  private final Map<EntryId, Told> told = new HashMap<>();
  private final ChannelState channel =
      ChannelState.of(ChannelId.of("sarhad.example/ir-pk"), SIGNATURES)
          .with(ir.keys())
          .with(pk.keys());
  private final ResponseState response = ResponseState.of(PartyId.of("ir"), PartyId.of("pk"));
  private Facts facts = Facts.of(channel, response);
  private JointFold fold = fold();

  private JointFold fold() {
    return new JointFold(
        List.of(ir.log(), pk.log()),
        channel,
        response,
        id -> Optional.ofNullable(entries.get(id)).orElseThrow());
  }

  @BeforeEach
  void talk() throws Exception {
    tell(ir, 0);
    tell(pk, 0);
    tell(ir.sees(pk, 1).say(1), 1);
    tell(pk.sees(ir, 2).say(1), 1);
    tell(ir.sees(pk, 2).say(1), 2);
  }

  private void tell(Scribe side, int index) throws Exception {
    var entry = Entry.parse(side.entry(index));
    var step = facts.stored(entry, payloads(side, index));
    facts = step.facts();
    entries.put(entry.id(), entry);
    told.put(entry.id(), step.told());
  }

  private static List<Bytes> payloads(Scribe side, int index) {
    return side.payloads(index, index + 1).stream()
        .map(frame -> ((PayloadFrame.Content) frame).bytes())
        .toList();
  }

  private EntryId id(Scribe side, int index) {
    return new EntryId(side.log(), index);
  }

  private int deliver(Scribe side, int index) {
    return deliver(fold, id(side, index));
  }

  private int deliver(JointFold to, EntryId id) {
    return to.deliver(
        Optional.ofNullable(told.get(id)).orElseThrow(),
        Optional.ofNullable(entries.get(id)),
        facts.channel());
  }

  @Test
  void anEntryIsFinalOnceBothHaveSpokenPastIt() {
    assertThat(deliver(ir, 0)).isZero();
    assertThat(deliver(pk, 0)).as("both beginnings").isEqualTo(2);
    assertThat(deliver(ir, 1)).isZero();
    assertThat(deliver(pk, 1)).isEqualTo(1);
    assertThat(deliver(ir, 2)).isEqualTo(1);

    assertThat(fold.finalCount()).isEqualTo(4);
    assertThat(List.of(ir.log(), pk.log()))
        .extracting(log -> fold.isFinal(new EntryId(log, 1)))
        .containsExactly(true, true);
    assertThat(fold.isFinal(id(ir, 2))).isFalse();
    assertThat(Stream.of(3L, 4L).map(place -> fold.place(place).orElseThrow().entry()))
        .containsExactly(id(ir, 1), id(pk, 1));
    assertThat(fold.place(5)).isEmpty();
  }

  /// Every order in which the five can come, each log in its own.
  @Test
  void everyOrderOfArrivalComesToTheSame() {
    var outcomes = new ArrayList<List<Object>>();
    for (var order : interleavings(List.of(), 0, 0)) {
      var one = fold();
      order.forEach(id -> deliver(one, id));
      assertThat(one.heldBack()).as("%s", order).isZero();
      outcomes.add(List.of(one.finalCount(), one.known(), one.state(), places(one)));
    }

    assertThat(outcomes).hasSize(10);
    assertThat(outcomes.stream().distinct()).hasSize(1);
  }

  private List<List<EntryId>> interleavings(List<EntryId> before, int irs, int pks) {
    if (irs == 3 && pks == 2) {
      return List.of(before);
    }
    var all = new ArrayList<List<EntryId>>();
    if (irs < 3) {
      all.addAll(interleavings(with(before, id(ir, irs)), irs + 1, pks));
    }
    if (pks < 2) {
      all.addAll(interleavings(with(before, id(pk, pks)), irs, pks + 1));
    }
    return all;
  }

  private static List<EntryId> with(List<EntryId> before, EntryId next) {
    return Stream.concat(before.stream(), Stream.of(next)).toList();
  }

  private static List<EntryId> places(JointFold fold) {
    return Stream.iterate(1L, count -> count + 1)
        .limit(fold.finalCount())
        .map(count -> fold.place(count).orElseThrow().entry())
        .toList();
  }

  @Test
  void whatHasSeenMoreThanIsHereIsHeldBack() {
    deliver(pk, 0);
    assertThat(deliver(pk, 1)).isZero();
    assertThat(fold.heldBack()).isEqualTo(1);
    assertThat(fold.lamport(id(pk, 1))).isEmpty();

    deliver(ir, 0);
    assertThat(fold.heldBack()).isEqualTo(1);
    deliver(ir, 1);
    assertThat(fold.heldBack()).isZero();
    assertThat(fold.lamport(id(pk, 1))).contains(3L);
  }

  @Test
  void whatIsToldTwiceCountsOnce() {
    deliver(ir, 0);
    assertThat(deliver(ir, 0)).isZero();
    deliver(pk, 0);
    var once = fold.state();

    assertThat(deliver(ir, 0)).isZero();
    assertThat(deliver(pk, 0)).isZero();
    assertThat(fold.finalCount()).isEqualTo(2);
    assertThat(fold.state()).isEqualTo(once);
  }

  @Test
  void theStateIsAnotherAfterEachFinalEntry() {
    var states = new ArrayList<Object>(List.of(fold.state()));
    for (var id : List.of(id(ir, 0), id(pk, 0), id(ir, 1), id(pk, 1), id(ir, 2))) {
      deliver(fold, id);
      if (fold.finalCount() > 0) {
        states.add(fold.state());
      }
    }

    assertThat(states.stream().distinct()).as("0, 2, 3 and 4 entries").hasSize(4);
    assertThat(fold.known()).isEqualTo(new JointFold.Known(4, fold.state()));
    assertThat(fold.place(4).orElseThrow().state()).contains(fold.state());
  }

  @Test
  void whoHasNotAnsweredIsKnownByTheNumbers() {
    for (var id : List.of(id(ir, 0), id(pk, 0), id(ir, 1))) {
      deliver(fold, id);
    }

    assertThat(lastNumbers()).containsExactly(2L, 1L);
    assertThat(fold.highestUnanswered(pk.log())).as("pk owes an answer to ir/1").isEqualTo(2);
    assertThat(fold.highestUnanswered(ir.log())).isZero();

    deliver(pk, 1);
    assertThat(lastNumbers()).containsExactly(2L, 3L);
    assertThat(fold.highestUnanswered(pk.log())).isZero();
    assertThat(fold.highestUnanswered(ir.log())).isEqualTo(3);
  }

  private List<Long> lastNumbers() {
    return Stream.of(ir.log(), pk.log()).map(fold::lastLamport).toList();
  }

  // ---- what both compare ----------------------------------------------------------------------

  private final Comparison comparison = new Comparison();

  private void hears(long count, Hash state) {
    var context =
        new FactContext(
            id(pk, 9), PartyId.of("pk"), true, Instant.EPOCH, Optional.empty(), Set.of());
    comparison.told(
        new Told(
            context,
            new Kind("record.ack"),
            "",
            Seen.NOTHING,
            Merkle.EMPTY_ROOT,
            Optional.of(new Statement.OnChannel(new RecordFact.Ack(count, state))),
            Optional.empty()),
        PartyId.of("ir"));
    comparison.compare(fold);
  }

  private NodeView.JointView compared() {
    return comparison.view(Optional.of(fold));
  }

  private void deliverAll() {
    List.of(id(ir, 0), id(pk, 0), id(ir, 1), id(pk, 1), id(ir, 2)).forEach(id -> deliver(fold, id));
  }

  /// Nothing was traded, so the book is what it was at the beginning; and that is said to be the
  /// same on both only once something was compared.
  @Test
  void theBookIsTheSameOnceItWasCompared() {
    deliverAll();
    assertThat(fold.book().count()).isEqualTo(4);
    assertThat(fold.book().since()).isZero();
    assertThat(fold.book().isSame(compared())).isFalse();
    hears(3, fold.place(3).orElseThrow().state().orElseThrow());
    assertThat(compared().equalUntil()).isEqualTo(3);
    assertThat(fold.book().isSame(compared())).isTrue();
    assertThat(new NodeView.FinalBook(fold.book().book(), 4, 4).isSame(compared()))
        .as("what changed since was not compared")
        .isFalse();
  }

  /// From a difference on nothing is the same, whatever else is compared.
  @Test
  void aDifferenceEndsWhatIsTheSame() {
    deliverAll();
    hears(2, fold.place(2).orElseThrow().state().orElseThrow());
    hears(3, Merkle.EMPTY_ROOT);
    hears(4, fold.state());
    assertThat(compared().compared()).isEqualTo(4);
    assertThat(compared().equal()).isFalse();
    assertThat(compared().equalUntil()).isEqualTo(2);
    assertThat(compared().firstDifference()).contains(id(ir, 1));
    assertThat(fold.book().isSame(compared())).isFalse();
    comparison.clear();
    assertThat(compared().equalUntil()).isZero();
  }

  /// A node that starts from an image does not know since when the book is what it is.
  @Test
  void afterARestartTheBookHasToBeComparedAnew() {
    deliverAll();
    var restarted =
        new JointFold(
            fold.image(),
            facts.channel(),
            id -> Optional.ofNullable(entries.get(id)).orElseThrow());
    assertThat(restarted.book().since()).isEqualTo(4);
    assertThat(restarted.book().book()).isEqualTo(fold.book().book());
  }

  @Test
  void aLogThatIsNotOfTheChannelIsNeverFinal() {
    var stranger = new EntryId(Origin.of("af.example/joint"), 0);

    assertThat(fold.isFinal(stranger)).isFalse();
    assertThat(fold.lamport(stranger)).isEmpty();
  }
}
