package org.sarhad.core.joint;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.crossing.CrossingFactKind;
import org.sarhad.core.crossing.CrossingRefusal;
import org.sarhad.core.crossing.CrossingTerms;
import org.sarhad.core.crossing.LaneWork;
import org.sarhad.core.crossing.Leave;
import org.sarhad.core.crossing.UnitName;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.geo.Position;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.modalities.CrossingLimits;
import org.sarhad.core.register.IncidentName;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.ResponseState;
import org.sarhad.core.response.Unit;
import org.sarhad.core.response.UnitType;

/// What a node looks at besides, before its own officer asks, offers, or assents to a crossing, or
/// uses the fast lane: that both sides know the incident and the units, and how deep the area
/// reaches as far as its own line can tell (protocol clause 11-2.5); and before it says that a unit
/// has entered, that it had no STOP for it by then, whatever time the STOP bears (clause 11-3.3).
/// The joint order cannot ask that: it knows neither what a side has shown nor which file it has,
/// and only one's own clock tells what came first there.
///
/// @param accord by everything that is known
/// @param response what this side knows
/// @param border its own line
/// @param arrivals since when this node has the other side's entries
public record CrossingRequests(
    Accord accord, ResponseState response, Border border, Arrivals arrivals) {
  /// When entries of the other side came, by this node's own clock.
  @FunctionalInterface
  public interface Arrivals {
    /// The moment this node signed that it has `entry`, in whole seconds; empty while it has not.
    Optional<Instant> of(EntryId entry);
  }

  /// Why one's own side should not say `statement`; empty when there is no reason here.
  public Optional<Objection> objection(Statement statement) {
    return switch (statement) {
      case Statement.OnAct(ActFact fact) -> toAct(fact);
      case Statement.OnCrossings(CrossingFact fact) -> toCrossing(fact);
      case Statement.OnChannel _,
          Statement.OnModalities _,
          Statement.OnInquiry _,
          Statement.OnMeetings _,
          Statement.OnCommitments _,
          Statement.OnComplaints _,
          Statement.OnActivities _,
          Statement.OnInformation _,
          Statement.OnPosture _,
          Statement.OnTracks _,
          Statement.OnBarter _,
          Statement.OnScreening _,
          Statement.OnDeliveries _,
          Statement.OnEnergy _,
          Statement.OnMarket _,
          Statement.OnResponse _ ->
          Optional.empty();
    };
  }

  private Optional<Objection> toCrossing(CrossingFact fact) {
    return switch (fact) {
      case CrossingFact.Entered said -> toEntry(said);
      case CrossingFact.FastLaneUsed said -> toLane(said);
      case CrossingFact.Left _,
          CrossingFact.Stopped _,
          CrossingFact.StopConfirmed _,
          CrossingFact.ChargeTaken _,
          CrossingFact.Ended _,
          CrossingFact.Reported _,
          CrossingFact.ReportOverdue _ ->
          Optional.empty();
    };
  }

  /// A host whose clock is ahead dates its STOP later than it comes: a unit does not enter between.
  private Optional<Objection> toEntry(CrossingFact.Entered said) {
    return accord
        .crossings()
        .crossing(said.crossing())
        .flatMap(crossing -> crossing.course().stopped().find(said.unit()))
        .flatMap(arrivals::of)
        .filter(arrived -> !said.at().isBefore(arrived))
        .flatMap(arrived -> refused(CrossingRefusal.UNDER_STOP, said.unit() + " since " + arrived));
  }

  /// To propose and to assent; to say no, and to take back, is always open.
  private Optional<Objection> toAct(ActFact fact) {
    return switch (fact) {
      case ActFact.Proposed said -> toTerms(said);
      case ActFact.Assented said ->
          accord.acts().act(said.act().entry()).flatMap(act -> toTerms(act.proposal().said()));
      case ActFact.Refused _,
          ActFact.Withdrawn _,
          ActFact.Expired _,
          ActFact.Contested _,
          ActFact.Delegated _,
          ActFact.DelegationEnded _ ->
          Optional.empty();
    };
  }

  private Optional<Objection> toTerms(ActFact.Proposed said) {
    if (!said.act().equals(CrossingTerms.KIND)) {
      return Optional.empty();
    }
    try {
      CrossingTerms terms = CrossingTerms.fromJson(said.terms());
      return toIncident(terms.incident()).or(() -> toUnits(terms)).or(() -> toDepth(terms));
    } catch (MalformedJsonException _) {
      // Its own rules have said so already.
      return Optional.empty();
    }
  }

  private Optional<Objection> toLane(CrossingFact.FastLaneUsed said) {
    return toIncident(said.incident())
        .or(
            () ->
                said.services().keySet().stream()
                    .flatMap(unit -> toShown(unit).stream())
                    .findFirst())
        .or(() -> toServices(said.services()));
  }

  private Optional<Objection> toIncident(IncidentName name) {
    return response
            .incident(IncidentId.parse(name.value()))
            .filter(Incident::isReleased)
            .isPresent()
        ? Optional.empty()
        : refused(CrossingRefusal.INCIDENT_UNKNOWN, name.value());
  }

  private Optional<Objection> toUnits(Leave leave) {
    return leave.units().stream().flatMap(unit -> toShown(unit).stream()).findFirst();
  }

  private Optional<Objection> toShown(UnitName name) {
    return response.unit(CrossingPasses.unit(name)).filter(Unit::isShown).isPresent()
        ? Optional.empty()
        : refused(CrossingRefusal.UNIT_NOT_SHOWN, name.toString());
  }

  private Optional<Objection> toServices(SortedMap<UnitName, LaneWork> services) {
    return services.entrySet().stream()
        .filter(unit -> !isFor(unit.getKey(), unit.getValue()))
        .findFirst()
        .flatMap(unit -> refused(CrossingRefusal.LANE_SERVICE, unit.getKey().toString()));
  }

  private boolean isFor(UnitName name, LaneWork service) {
    UnitType wanted =
        switch (service) {
          case MEDICAL -> UnitType.AMBULANCE;
          case FIRE -> UnitType.FIRE;
        };
    return response
        .unit(CrossingPasses.unit(name))
        .filter(unit -> unit.description().type() == wanted)
        .isPresent();
  }

  /// Corners on the visitor's soil reach no depth at all. Where no line is known, nothing is said.
  private Optional<Objection> toDepth(CrossingTerms terms) {
    CrossingLimits limits = accord.crossingGrounds().limits();
    return terms.where().corners().stream()
        .filter(corner -> border.soil().of(corner).filter(terms.host()::equals).isPresent())
        .flatMap(this::depth)
        .filter(metres -> metres > limits.depthM())
        .max(Long::compare)
        .flatMap(
            metres ->
                refused(CrossingRefusal.AREA_TOO_DEEP, accord.crossingGrounds().depth(metres)));
  }

  private Stream<Long> depth(Position corner) {
    OptionalLong metres = border.line().metresFrom(corner);
    return metres.isPresent() ? Stream.of(metres.getAsLong()) : Stream.empty();
  }

  private static Optional<Objection> refused(CrossingRefusal refusal, String detail) {
    return Optional.of(new Objection(CrossingFactKind.APPLICATION, refusal, detail));
  }
}
