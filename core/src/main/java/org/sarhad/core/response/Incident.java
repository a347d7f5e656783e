package org.sarhad.core.response;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sarhad.core.party.PartyId;

/// One incident as it stands for everybody: the sides' words on it, read together. A view of a
/// [ResponseState]; costs nothing until it is asked.
public record Incident(ResponseState state, IncidentId id) {
  private static final Comparator<Said> READING_ORDER = Comparator.comparing(Said::time);

  /// What `party` has said about it.
  public IncidentFile file(PartyId party) {
    return state.side(party).incidents().file(id);
  }

  /// The side that opened it.
  public PartyId owner() {
    return id.owner();
  }

  /// What it is, in the opener's words; empty while only others have spoken of it.
  public Optional<Alert> alert() {
    return file(owner()).alert();
  }

  /// When it was opened, or announced where the opening is not visible, by the opener's clock.
  public Optional<Instant> reportedAt() {
    IncidentFile file = file(owner());
    return file.opened().or(file::notified).map(Said::time);
  }

  /// The entry that told the other side, once there is one.
  public Optional<Said> notice() {
    return file(owner()).firstReleased();
  }

  /// Whether the other side has been told.
  public boolean isReleased() {
    return notice().isPresent();
  }

  /// Whether the officer on watch of `party` can see it at all.
  public boolean isKnownTo(PartyId party) {
    return party.equals(owner()) || isReleased();
  }

  /// The acknowledgement of `party`, which is not the owner.
  public Optional<Said> acknowledgedBy(PartyId party) {
    return file(party).acknowledged();
  }

  /// How far `party` says its own work is.
  public Stage stageOf(PartyId party) {
    return file(party).stage();
  }

  /// The sides that know it: the opener; once it is released, every side of the channel.
  public Set<PartyId> knowers() {
    var knowers = new TreeSet<PartyId>();
    knowers.add(owner());
    if (isReleased()) {
      knowers.addAll(state.parties());
    }
    return knowers;
  }

  /// The sides that have closed their part.
  public Set<PartyId> closedBy() {
    var closed = new TreeSet<PartyId>();
    knowers().stream().filter(party -> stageOf(party) == Stage.CLOSED).forEach(closed::add);
    return closed;
  }

  /// Whether every side that knows it has closed its part.
  public boolean isClosedByAll() {
    return closedBy().size() == knowers().size();
  }

  /// Where it stands for everybody. Never further than what each side declared for itself.
  public IncidentStage stage() {
    Set<PartyId> knowers = knowers();
    Set<PartyId> closed = closedBy();
    if (closed.size() == knowers.size()) {
      return IncidentStage.CLOSED_BY_ALL;
    }
    if (!closed.isEmpty()) {
      return IncidentStage.CLOSED_BY_ONE;
    }
    if (knowers.stream().allMatch(party -> stageOf(party) == Stage.CONTAINED)) {
      return IncidentStage.CONTAINED;
    }
    List<Assistance> threads = assistance();
    if (!threads.isEmpty()) {
      return threads.stream().allMatch(Assistance::isAnswered)
          ? IncidentStage.ASSISTANCE_ANSWERED
          : IncidentStage.ASSISTANCE_REQUESTED;
    }
    if (knowers.stream().anyMatch(party -> acknowledgedBy(party).isPresent())) {
      return IncidentStage.PEER_ACKNOWLEDGED;
    }
    return isReleased() ? IncidentStage.PEER_NOTIFIED : IncidentStage.OPEN;
  }

  /// Everything said about it by any side, each side's in its own order, oldest author's time
  /// first. Times of two sides come from two clocks: this is an order for reading, not a proof.
  public List<Said> said() {
    var all = new ArrayList<Said>();
    state.sides().values().forEach(side -> all.addAll(file(side.party()).said().toList()));
    all.sort(READING_ORDER);
    return List.copyOf(all);
  }

  /// The requests and offers of assistance made for it, by name.
  public List<Assistance> assistance() {
    return state
        .sides()
        .values()
        .flatMap(side -> file(side.party()).said())
        .filter(said -> said.anomaly().isEmpty())
        .flatMap(Incident::opensThread)
        .sorted()
        .flatMap(thread -> state.assistance(thread).stream())
        .toList();
  }

  /// The taskings made for it that this fold may see, by name.
  public List<Tasking> taskings() {
    return state
        .sides()
        .values()
        .flatMap(
            side ->
                file(side.party())
                    .said()
                    .filter(said -> said.anomaly().isEmpty())
                    .flatMap(
                        said ->
                            said.fact() instanceof UnitFact.Tasked order
                                ? side.units().taskings().find(order.task()).stream()
                                : Stream.empty()))
        .toList();
  }

  /// The situation reports on it, oldest first.
  public List<Said> sitreps() {
    return said().stream().filter(said -> said.fact() instanceof ReportFact.SitrepIssued).toList();
  }

  private static Stream<AssistanceId> opensThread(Said said) {
    return switch (said.fact()) {
      case AssistanceFact.Requested fact -> Stream.of(fact.assistance());
      case AssistanceFact.Offered fact -> Stream.of(fact.assistance());
      case ResponseFact _ -> Stream.empty();
    };
  }
}
