package org.sarhad.core.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sarhad.core.commitments.Commitment;
import org.sarhad.core.commitments.CommitmentStage;
import org.sarhad.core.commitments.Condition;
import org.sarhad.core.complaints.Complaint;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.meetings.LateDuty;
import org.sarhad.core.meetings.Meeting;
import org.sarhad.core.register.Ages;

/// How the cooperation itself is doing: what lapses, with its age (protocol clause 10-10). A pure
/// projection for display; nothing that is folded comes from it.
///
/// Sides stand in the order of their names, in rows that are all alike. Nothing is ranked, nothing
/// is a score.
///
/// @param asOf when it was drawn up; ages count to here
/// @param figures over the period
/// @param previous over the one before it
/// @param late duties that are late, the oldest first
/// @param withoutRecord meetings without a joint record, the oldest first
/// @param commitments how many of each stage, every stage
/// @param conditions how many of each condition, every condition
/// @param unanswered complaints without an answer, the oldest first
/// @param oldestQuestion the question that has waited longest, if one waits
public record CooperationHealth(
    Instant asOf,
    HealthFigures figures,
    HealthFigures previous,
    List<LateDuty> late,
    List<Aged<Meeting>> withoutRecord,
    SortedMap<CommitmentStage, Integer> commitments,
    SortedMap<Condition, Integer> conditions,
    List<Aged<Complaint>> unanswered,
    Optional<Aged<HealthInputs.OpenQuestion>> oldestQuestion) {
  /// Copies its collections.
  public CooperationHealth {
    late = List.copyOf(late);
    withoutRecord = List.copyOf(withoutRecord);
    commitments = Ordered.map(commitments);
    conditions = Ordered.map(conditions);
    unanswered = List.copyOf(unanswered);
  }

  /// Something, and how old it is.
  public record Aged<T>(T what, Duration age) {}

  /// Draws it up.
  ///
  /// @param registers as they stand
  /// @param period over which is counted; the one before it is [HealthPeriod#previous()]
  /// @param now ages count to here
  /// @param inputs of the period
  /// @param previously of the one before it
  public static CooperationHealth of(
      Registers registers,
      HealthPeriod period,
      Instant now,
      HealthInputs inputs,
      HealthInputs previously) {
    return new CooperationHealth(
        now,
        HealthFigures.of(period, registers.meetings(), inputs),
        HealthFigures.of(period.previous(), registers.meetings(), previously),
        registers.meetings().late(now),
        registers.meetings().withoutRecord().stream()
            .map(meeting -> new Aged<>(meeting, meeting.age(now)))
            .toList(),
        counts(all(registers), CommitmentStage.values(), Commitment::stage),
        counts(
            all(registers),
            Condition.values(),
            commitment -> commitment.condition(now, registers.settings())),
        registers.complaints().unanswered().stream()
            .map(complaint -> new Aged<>(complaint, complaint.age(now)))
            .toList(),
        inputs
            .oldestQuestion()
            .map(question -> new Aged<>(question, Ages.since(question.since(), now))));
  }

  private static Stream<Commitment> all(Registers registers) {
    return registers.commitments().commitments().values();
  }

  private static <K extends Comparable<K>> SortedMap<K, Integer> counts(
      Stream<Commitment> commitments, K[] kinds, Function<Commitment, K> kind) {
    TreeMap<K, Integer> counts = new TreeMap<>();
    for (K each : kinds) {
      counts.put(each, 0);
    }
    commitments.forEach(commitment -> counts.merge(kind.apply(commitment), 1, Integer::sum));
    return counts;
  }
}
