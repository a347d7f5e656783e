package org.sarhad.core.joint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.modalities.ClauseNumber;
import org.sarhad.core.modalities.ModalitiesState;
import org.sarhad.core.modalities.Setting;
import org.sarhad.core.modalities.TravelSettings;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.Ranking;
import org.sarhad.core.response.TravelTime;
import org.sarhad.core.response.UnitId;

/// What a ranking means for the one who has to decide: whether somebody is in time, what the other
/// side could be asked for and by which clause, and what is left where a unit is taken away. Hints,
/// all of it: nothing is sent by itself (protocol clause 19-6).
///
/// @param target how soon somebody is to be there
/// @param soonest when the first own unit is; empty when none is known to come
/// @param proposals what the other side may be asked for; none while somebody is in time
/// @param losses what it costs to take one of the first units, in the order of the ranking
public record Dispatch(
    Duration target, Optional<Duration> soonest, List<Proposal> proposals, List<CoverLoss> losses) {
  /// For how many units the loss is said.
  public static final int LOSSES_MAX = 5;

  /// Copies the lists.
  public Dispatch {
    proposals = List.copyOf(proposals);
    losses = List.copyOf(losses);
  }

  /// How the other side can help.
  public enum Mode {
    /// On its own soil, opposite the place.
    MIRRORED,
    /// Beyond the line, with an assent.
    CROSSING;

    private Setting<Boolean> setting() {
      return switch (this) {
        case MIRRORED -> TravelSettings.MIRRORED;
        case CROSSING -> TravelSettings.CROSSING;
      };
    }
  }

  /// Something that the other side may be asked for.
  ///
  /// @param key of the setting that allows it
  /// @param clause that sets it; empty when it holds by default
  public record Proposal(Mode mode, String key, Optional<ClauseNumber> clause) {}

  /// What the place of a unit is left with if the unit goes.
  ///
  /// @param others how many other ready units are there within the target
  /// @param permille by how much the chance falls that somebody free is there in time
  public record CoverLoss(UnitId unit, int others, int permille) {
    private static final int WHOLE = 1_000;

    /// As with `others` units left, each busy for `busyPermille` of its time: (1 − q) · qᵏ, the
    /// share of the last unit in the model of clause 15-4.1.
    static CoverLoss of(UnitId unit, int others, int busyPermille) {
      int loss = WHOLE - busyPermille;
      for (int i = 0; i < others && loss > 0; i++) {
        loss = loss * busyPermille / WHOLE;
      }
      return new CoverLoss(unit, others, loss);
    }
  }

  /// What `ranking` means by the rules in force.
  ///
  /// @param busyPermille how much of its time a unit is taken to be busy, 0 to 999
  public static Dispatch of(
      Ranking ranking, ModalitiesState rules, TravelTime travel, PartyId own, int busyPermille) {
    Duration target = rules.settings().travel().target();
    Optional<Duration> soonest =
        ranking.taskable().stream()
            .flatMap(unit -> unit.travel().stream())
            .map(TravelTime.Travel::duration)
            .findFirst();
    boolean isInTime = soonest.filter(first -> first.compareTo(target) <= 0).isPresent();
    return new Dispatch(
        target,
        soonest,
        isInTime ? List.of() : proposals(rules),
        losses(ranking, travel, own, target, busyPermille));
  }

  private static List<Proposal> proposals(ModalitiesState rules) {
    List<Proposal> proposals = new ArrayList<>();
    for (Mode mode : Mode.values()) {
      if (rules.settings().get(mode.setting())) {
        String key = mode.setting().key();
        proposals.add(new Proposal(mode, key, clause(rules, key)));
      }
    }
    return proposals;
  }

  private static Optional<ClauseNumber> clause(ModalitiesState rules, String key) {
    return rules
        .inForce()
        .flatMap(
            version ->
                version.document().clauses().stream()
                    .filter(
                        clause ->
                            clause.binding().filter(bound -> bound.key().equals(key)).isPresent())
                    .findFirst())
        .map(clause -> clause.number());
  }

  private static List<CoverLoss> losses(
      Ranking ranking, TravelTime travel, PartyId own, Duration target, int busyPermille) {
    return ranking.taskable().stream()
        .limit(LOSSES_MAX)
        .filter(unit -> unit.from().isPresent())
        .map(
            unit ->
                CoverLoss.of(unit.id(), others(unit, ranking, travel, own, target), busyPermille))
        .toList();
  }

  /// How many of the others are at the place of `unit` in time. Some types are faster than the
  /// patrol vehicle that a horizon is about, though none that drives is twice as fast.
  private static int others(
      Ranking.Candidate unit, Ranking ranking, TravelTime travel, PartyId own, Duration target) {
    TravelTime.Approach ways =
        travel.toward(unit.from().orElseThrow(), own, target.multipliedBy(2));
    long others =
        ranking.taskable().stream()
            .filter(other -> !other.id().equals(unit.id()))
            .flatMap(
                other ->
                    other
                        .from()
                        .flatMap(from -> ways.from(from, other.description().type()))
                        .stream())
            .filter(journey -> journey.duration().compareTo(target) <= 0)
            .count();
    return Math.toIntExact(others);
  }
}
