package org.sarhad.core.crossing;

import static org.sarhad.core.crossing.CrossingTermsRules.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Objections;

/// What may be said about crossings, by whom and when (docs/protocol/11-crossing.md, clauses 11-3
/// to 11-5). The same objections decide a request of one's own and judge a fact of the other side.
public final class CrossingRules {
  /// Who says where the own units are, and that they obey a STOP (protocol clause 11-3.2).
  public static final Set<Role> UNIT_ROLES =
      Ordered.set(
          Role.WATCH_OFFICER,
          Role.DISPATCHER,
          Role.LIAISON,
          Role.UNIT_LEADER,
          Role.SECTOR_COMMANDER,
          Role.CHIEF);

  /// Who sends units through the fast lane, and reports.
  public static final Set<Role> DESK_ROLES =
      Ordered.set(
          Role.WATCH_OFFICER, Role.DISPATCHER, Role.LIAISON, Role.SECTOR_COMMANDER, Role.CHIEF);

  private CrossingRules() {}

  /// Decides whether `fact` can be stated now, by one's own side.
  ///
  /// @param state as this node knows it: what is final, and on top of it what is not yet
  /// @param grounds what is agreed by now
  /// @param entry the one it would become; its leaf hash is not looked at
  /// @return the fact itself, released; or the first refusal that applies, with the value meant
  public static Decision<CrossingFact, CrossingFact, CrossingRefusal> decide(
      CrossingState state, CrossingGrounds grounds, ActEntry entry, CrossingFact fact) {
    return objection(state, grounds, entry, fact)
        .<Decision<CrossingFact, CrossingFact, CrossingRefusal>>map(
            found -> Decision.refuse(found.refusal(), found.detail()))
        .orElseGet(() -> Decision.accept(List.of(Authored.released(fact)), fact));
  }

  /// Why `fact` does not hold where it stands; empty when it does.
  static Optional<CrossingObjection> objection(
      CrossingState state, CrossingGrounds grounds, ActEntry entry, CrossingFact fact) {
    FactContext context = entry.context();
    String kind = fact.kind().kind().value();
    return when(
            !state.parties().contains(context.author()),
            CrossingRefusal.NOT_A_SIDE,
            context.author().value())
        .or(() -> when(!context.released(), CrossingRefusal.NOT_RELEASED, kind))
        .or(() -> toSpeaker(grounds, context, fact, kind))
        .or(() -> new Judge(state, grounds, entry).objection(fact));
  }

  private static Optional<CrossingObjection> toSpeaker(
      CrossingGrounds grounds, FactContext context, CrossingFact fact, String kind) {
    boolean isByNode = context.officer().isEmpty();
    Set<Role> allowed = speakers(grounds, fact);
    if (allowed.isEmpty()) {
      return when(!isByNode, CrossingRefusal.NODE_ONLY, kind);
    }
    return when(isByNode, CrossingRefusal.NO_OFFICER, kind)
        .or(
            () ->
                when(
                    !Objections.hasOneOf(context, allowed),
                    CrossingRefusal.ROLE_MISSING,
                    "allowed: " + allowed.stream().sorted().map(Role::title).toList()));
  }

  /// Who may say `fact` for their side; nobody where only a node does.
  private static Set<Role> speakers(CrossingGrounds grounds, CrossingFact fact) {
    return switch (fact) {
      case CrossingFact.Entered _, CrossingFact.Left _, CrossingFact.StopConfirmed _ -> UNIT_ROLES;
      case CrossingFact.Stopped _ -> grounds.limits().stopRoles().roles();
      case CrossingFact.ChargeTaken _ -> Ordered.set(grounds.limits().hostRole());
      case CrossingFact.Ended(EntryId _, CrossingFact.End why) ->
          switch (why) {
            case WINDOW_OVER -> Ordered.set();
            case EARLY -> UNIT_ROLES;
          };
      case CrossingFact.Reported _, CrossingFact.FastLaneUsed _ -> DESK_ROLES;
      case CrossingFact.ReportOverdue _ -> Ordered.set();
    };
  }

  /// The objections that look at one fact where it stands.
  private record Judge(CrossingState state, CrossingGrounds grounds, ActEntry entry) {
    Optional<CrossingObjection> objection(CrossingFact fact) {
      return switch (fact) {
        case CrossingFact.Entered said ->
            toKnown(said.crossing()).or(() -> toEntry(crossing(said.crossing()), said));
        case CrossingFact.Left said -> toLeaving(said);
        case CrossingFact.Stopped said -> toStop(said);
        case CrossingFact.StopConfirmed said -> toConfirmation(said);
        case CrossingFact.ChargeTaken(EntryId id) -> toKnown(id).or(() -> toCharge(crossing(id)));
        case CrossingFact.Ended(EntryId id, CrossingFact.End why) ->
            toKnown(id).or(() -> toEnd(crossing(id), why));
        case CrossingFact.Reported said ->
            toKnown(said.crossing()).or(() -> toReport(crossing(said.crossing())));
        case CrossingFact.ReportOverdue(EntryId id) ->
            toKnown(id).or(() -> toOverdue(crossing(id)));
        case CrossingFact.FastLaneUsed said -> new LaneRules(state, grounds, entry).objection(said);
      };
    }

    // ---- units ------------------------------------------------------------------------------

    private Optional<CrossingObjection> toEntry(Crossing crossing, CrossingFact.Entered said) {
      UnitName unit = said.unit();
      String name = unit.toString();
      return Stream.of(
              toVisitor(crossing),
              toOwner(unit),
              when(!crossing.leave().units().contains(unit), CrossingRefusal.UNIT_NOT_IN_IT, name),
              toMoment(said.at()),
              when(
                  !crossing.grant().holdsFor(entry),
                  CrossingRefusal.NO_ASSENT,
                  crossing.id().toString()),
              when(isStoppedAt(crossing, unit, said.at()), CrossingRefusal.UNDER_STOP, name),
              when(isEndedAt(crossing, said.at()), CrossingRefusal.ENDED, name),
              when(
                  !crossing.leave().isOpenAt(said.at()),
                  CrossingRefusal.OUTSIDE_WINDOW,
                  "from %s until %s".formatted(crossing.leave().from(), crossing.leave().until())),
              when(state.inside().containsKey(unit), CrossingRefusal.ALREADY_INSIDE, name))
          .flatMap(Optional::stream)
          .findFirst();
    }

    /// Whether the author knew that the host had stopped `unit` before it entered. What was entered
    /// before may be written down after it.
    private boolean isStoppedAt(Crossing crossing, UnitName unit, Instant at) {
      return crossing
          .course()
          .stopped()
          .find(unit)
          .filter(entry::knows)
          .filter(stop -> !at.isBefore(state.stops().get(stop).said().at()))
          .isPresent();
    }

    private boolean isEndedAt(Crossing crossing, Instant at) {
      return crossing
          .course()
          .ended()
          .filter(end -> entry.knows(end.entry()) && !at.isBefore(end.at()))
          .isPresent();
    }

    private Optional<CrossingObjection> toLeaving(CrossingFact.Left said) {
      Optional<Inside> inside = state.inside().find(said.unit());
      return toOwner(said.unit())
          .or(() -> toMoment(said.at()))
          .or(
              () ->
                  when(
                      inside.filter(there -> !said.at().isBefore(there.entered().said())).isEmpty(),
                      CrossingRefusal.NOT_INSIDE,
                      said.unit().toString()));
    }

    // ---- STOP -------------------------------------------------------------------------------

    /// Nothing stands against a STOP but who says it, and about whom: not the window, not the stage
    /// of the act, not a suspension, not an earlier STOP (red line 3).
    private Optional<CrossingObjection> toStop(CrossingFact.Stopped said) {
      if (said.crossing().isEmpty()) {
        return said.units().stream()
            .filter(unit -> unit.owner().equals(author()) || !isSide(unit.owner()))
            .findFirst()
            .map(unit -> new CrossingObjection(CrossingRefusal.NOT_HOST, unit.toString()));
      }
      EntryId id = said.crossing().get();
      return toKnown(id)
          .or(() -> toHost(crossing(id)))
          .or(
              () ->
                  said.units().stream()
                      .filter(unit -> !crossing(id).leave().units().contains(unit))
                      .findFirst()
                      .map(
                          unit ->
                              new CrossingObjection(
                                  CrossingRefusal.UNIT_NOT_IN_IT, unit.toString())));
    }

    private Optional<CrossingObjection> toConfirmation(CrossingFact.StopConfirmed said) {
      Optional<Stop> stop = state.stop(said.stop());
      String name = said.unit().toString();
      if (stop.isEmpty()) {
        return Optional.of(
            new CrossingObjection(CrossingRefusal.STOP_UNKNOWN, said.stop().toString()));
      }
      return Stream.of(
              when(!entry.knows(said.stop()), CrossingRefusal.NOT_SEEN, said.stop().toString()),
              toOwner(said.unit()),
              when(!stop.get().isFor(said.unit()), CrossingRefusal.UNIT_NOT_IN_IT, name),
              toMoment(said.at()),
              when(
                  stop.get().confirmed().containsKey(said.unit()),
                  CrossingRefusal.ALREADY_CONFIRMED,
                  name))
          .flatMap(Optional::stream)
          .findFirst();
    }

    // ---- the whole crossing -----------------------------------------------------------------

    private Optional<CrossingObjection> toCharge(Crossing crossing) {
      return toHost(crossing)
          .or(() -> toGiven(crossing))
          .or(
              () ->
                  when(
                      isEndedAt(crossing, entry.context().time()),
                      CrossingRefusal.ENDED,
                      crossing.id().toString()))
          .or(
              () ->
                  when(
                      crossing.inCharge().equals(entry.context().officer()),
                      CrossingRefusal.ALREADY_IN_CHARGE,
                      crossing.id().toString()));
    }

    private Optional<CrossingObjection> toEnd(Crossing crossing, CrossingFact.End why) {
      Optional<CrossingObjection> toWhom =
          switch (why) {
            case EARLY -> toVisitor(crossing);
            case WINDOW_OVER -> toConcerned(crossing);
          };
      return toWhom
          .or(() -> toGiven(crossing))
          .or(
              () ->
                  when(
                      why == CrossingFact.End.WINDOW_OVER
                          && entry.context().time().isBefore(crossing.leave().until()),
                      CrossingRefusal.WINDOW_OPEN,
                      "until " + crossing.leave().until()))
          .or(
              () ->
                  when(
                      why == CrossingFact.End.EARLY
                          && state.insideUnder(crossing.id()).findAny().isPresent(),
                      CrossingRefusal.UNITS_INSIDE,
                      state.insideUnder(crossing.id()).toList().toString()))
          .or(
              () ->
                  when(
                      crossing.course().ended().filter(end -> entry.knows(end.entry())).isPresent(),
                      CrossingRefusal.ALREADY_SAID,
                      crossing.id().toString()));
    }

    private Optional<CrossingObjection> toReport(Crossing crossing) {
      return toConcerned(crossing)
          .or(() -> toEverGiven(crossing))
          .or(
              () ->
                  when(
                      !crossing.isOverAt(entry.context().time()),
                      CrossingRefusal.NOT_OVER,
                      "until " + crossing.over()))
          .or(
              () ->
                  when(
                      crossing.course().reports().containsKey(author()),
                      CrossingRefusal.ALREADY_SAID,
                      crossing.id().toString()));
    }

    private Optional<CrossingObjection> toOverdue(Crossing crossing) {
      return toVisitor(crossing)
          .or(
              () ->
                  when(
                      !crossing.owesReport()
                          || entry.context().time().isBefore(crossing.reportDue(grounds.report())),
                      CrossingRefusal.NOT_OVERDUE,
                      "due " + crossing.reportDue(grounds.report())))
          .or(
              () ->
                  when(
                      crossing.course().overdue().isPresent(),
                      CrossingRefusal.ALREADY_SAID,
                      crossing.id().toString()));
    }

    // ---- parts ------------------------------------------------------------------------------

    private Optional<CrossingObjection> toKnown(EntryId id) {
      return state.crossing(id).isEmpty()
          ? Optional.of(new CrossingObjection(CrossingRefusal.CROSSING_UNKNOWN, id.toString()))
          : when(!entry.knows(id), CrossingRefusal.NOT_SEEN, id.toString());
    }

    private Optional<CrossingObjection> toVisitor(Crossing crossing) {
      return when(
          !crossing.leave().visitor().equals(author()),
          CrossingRefusal.NOT_VISITOR,
          crossing.leave().visitor().value());
    }

    private Optional<CrossingObjection> toHost(Crossing crossing) {
      return when(
          !crossing.leave().host().equals(author()),
          CrossingRefusal.NOT_HOST,
          crossing.leave().host().value());
    }

    private Optional<CrossingObjection> toConcerned(Crossing crossing) {
      return crossing.leave().host().equals(author()) ? Optional.empty() : toVisitor(crossing);
    }

    private Optional<CrossingObjection> toOwner(UnitName unit) {
      return when(
          !unit.owner().equals(author()), CrossingRefusal.UNIT_NOT_VISITORS, unit.toString());
    }

    private Optional<CrossingObjection> toMoment(Instant at) {
      return when(at.isAfter(entry.context().time()), CrossingRefusal.NOT_YET, at.toString());
    }

    private Optional<CrossingObjection> toGiven(Crossing crossing) {
      return when(
          !crossing.grant().holdsFor(entry), CrossingRefusal.NO_ASSENT, crossing.id().toString());
    }

    private Optional<CrossingObjection> toEverGiven(Crossing crossing) {
      return when(
          crossing.grant().given().isEmpty(), CrossingRefusal.NO_ASSENT, crossing.id().toString());
    }

    private boolean isSide(PartyId side) {
      return state.parties().contains(side);
    }

    private Crossing crossing(EntryId id) {
      return state.crossing(id).orElseThrow();
    }

    private PartyId author() {
      return entry.context().author();
    }
  }
}
