package org.sarhad.node.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sarhad.node.intake.IntakeFrame;

/// What has been decided and is not yet durable, and everything that must not be seen before it is.
///
/// The rule is one sentence: *whatever leaves waits for everything that was decided before it.* It
/// is stricter than need be, and leaves nothing to get wrong.
final class Stage {
  private final Deque<Staged> waiting = new ArrayDeque<>();
  private final List<Effect> out = new ArrayList<>();
  private long nextNumber;

  /// A frame on its way to the disk.
  ///
  /// @param number of its record
  /// @param frame what is remembered
  /// @param standing how far every log is after it
  /// @param facts what is said after it
  /// @param spoken own and internal entries in it
  /// @param known entries of a peer that a cosignature in it makes known
  /// @param effects what waits for it
  record Staged(
      long number,
      IntakeFrame frame,
      Standing standing,
      Facts facts,
      List<Batch.Spoken> spoken,
      List<Told> known,
      List<Effect> effects) {}

  /// Numbers begin at `nextNumber`.
  Stage(long nextNumber) {
    this.nextNumber = nextNumber;
  }

  /// Appends a frame, after which things stand so.
  void append(
      IntakeFrame frame,
      Standing standing,
      Facts facts,
      List<Batch.Spoken> spoken,
      List<Told> known) {
    out.add(new Effect.Append(nextNumber, frame));
    waiting.add(new Staged(nextNumber++, frame, standing, facts, spoken, known, new ArrayList<>()));
  }

  /// Lets `effect` happen once all that was decided so far is durable.
  void emit(Effect effect) {
    if (waiting.isEmpty()) {
      out.add(effect);
    } else {
      waiting.getLast().effects().add(effect);
    }
  }

  /// Lets `effect` happen at once: it rests on nothing but what is durable already.
  void emitNow(Effect effect) {
    out.add(effect);
  }

  /// Everything below `number` is durable: hands over each frame, then lets go what waited for it.
  void durable(long number, Consumer<Staged> taken) {
    while (!waiting.isEmpty() && waiting.getFirst().number() < number) {
      var staged = waiting.removeFirst();
      taken.accept(staged);
      out.addAll(staged.effects());
    }
  }

  /// What was said and is not durable yet, in order: own and internal entries, and a peer's that
  /// became known.
  Stream<Told> told() {
    return waiting.stream()
        .flatMap(
            staged ->
                Stream.concat(
                    staged.spoken().stream().map(Batch.Spoken::told), staged.known().stream()));
  }

  /// Whether nothing waits.
  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /// What is to be done now, in order.
  List<Effect> drain() {
    var drained = List.copyOf(out);
    out.clear();
    return drained;
  }
}
