package org.sarhad.core.response;

import java.util.Optional;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.PartyId;

/// What one side has said in this application and what it amounts to: a fold of that side's facts
/// alone, in that side's order. It never looks at the other side, which is why no hand but the own
/// can change it and why the order in which two sides' facts arrive does not matter.
public record SideState(
    PartyId party,
    IncidentBook incidents,
    UnitRegister units,
    HelpDesk help,
    WatchBook watch,
    Shelf shelf,
    ClockBook clocks,
    Ledger ledger) {
  static SideState of(PartyId party) {
    return new SideState(
        party,
        IncidentBook.EMPTY,
        UnitRegister.EMPTY,
        HelpDesk.EMPTY,
        WatchBook.EMPTY,
        Shelf.EMPTY,
        ClockBook.EMPTY,
        Ledger.EMPTY);
  }

  SideState apply(FactContext context, ResponseFact fact) {
    Optional<IncidentId> incident = fact.aboutIncident().or(() -> incidentOf(fact));
    Folded<SideState> folded =
        flaw(context, fact)
            .map(anomaly -> Folded.unchanged(this, anomaly))
            .orElseGet(() -> fold(context, fact));
    return folded.state().noted(new Said(context, fact, folded.anomaly()), incident);
  }

  /// What is wrong with it before anything is known about its subject.
  private static Optional<Anomaly> flaw(FactContext context, ResponseFact fact) {
    if (!fact.kind().reach().allows(context.released())) {
      return Optional.of(Anomaly.WRONG_AUDIENCE);
    }
    boolean unsigned = fact.kind().takesPerson() && context.officer().isEmpty();
    boolean otherRole =
        fact instanceof IncidentFact.Acknowledged acknowledged && !context.has(acknowledged.role());
    return unsigned || otherRole ? Optional.of(Anomaly.NO_SUCH_PERSON) : Optional.empty();
  }

  private Folded<SideState> fold(FactContext context, ResponseFact fact) {
    return switch (fact) {
      case IncidentFact f -> incidents.apply(context, f).in(this::with);
      case UnitFact f -> units.apply(context, f).in(this::with);
      case AssistanceFact f -> help.apply(context, f).in(this::with);
      case HotlineFact f -> help.apply(context, f).in(this::with);
      case ReportFact.SitrepIssued f -> Folded.to(with(incidents.reported(context, f)));
      case ReportFact.DailyReported f -> shelf.apply(context, f).in(this::with);
      case WatchFact f -> watch.apply(context, f).in(this::with);
      case HistoryFact f -> shelf.apply(context, f).in(this::with);
      case RunCardFact f -> shelf.apply(f).in(this::with);
      case ClockFact f -> clocks.apply(f).in(this::with);
    };
  }

  /// A unit's report belongs to the incident the unit is working on when it reports.
  private Optional<IncidentId> incidentOf(ResponseFact fact) {
    return fact instanceof UnitFact.StatusReported report
        ? units.incidentOf(report.unit())
        : Optional.empty();
  }

  private SideState noted(Said said, Optional<IncidentId> incident) {
    IncidentBook book = incident.map(id -> incidents.noted(id, said)).orElse(incidents);
    IncidentFile file = incident.map(book::file).orElse(IncidentFile.EMPTY);
    return new SideState(
        party, book, units, help, watch, shelf, clocks, ledger.with(said, incident, file));
  }

  private SideState with(IncidentBook next) {
    return new SideState(party, next, units, help, watch, shelf, clocks, ledger);
  }

  private SideState with(UnitRegister next) {
    return new SideState(party, incidents, next, help, watch, shelf, clocks, ledger);
  }

  private SideState with(HelpDesk next) {
    return new SideState(party, incidents, units, next, watch, shelf, clocks, ledger);
  }

  private SideState with(WatchBook next) {
    return new SideState(party, incidents, units, help, next, shelf, clocks, ledger);
  }

  private SideState with(Shelf next) {
    return new SideState(party, incidents, units, help, watch, next, clocks, ledger);
  }

  private SideState with(ClockBook next) {
    return new SideState(party, incidents, units, help, watch, shelf, next, ledger);
  }
}
