package org.sarhad.core.crossing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.IncidentName;
import org.sarhad.core.register.Outcomes;
import org.sarhad.core.register.Word;
import org.sarhad.tlog.tree.Hash;

/// All crossings of a channel, folded in the joint order (protocol clause 11-7). Immutable.
///
/// For every entry by which an act of kind [CrossingTerms#KIND] came to another stage, [#moved];
/// for every entry that states a [CrossingFact], [#apply].
///
/// @param parties the sides of the channel
/// @param crossings by the entry of their proposal, or of the use of the fast lane
/// @param inside units that are on other soil, by their side's last word
/// @param stops every STOP, by its entry
/// @param breaches every unit that its own side says crossed without a leave, by the entry that
///   says so
/// @param outcomes what became of each fact, and of the terms of each act
public record CrossingState(
    SortedSet<PartyId> parties,
    PersistentMap<EntryId, Crossing> crossings,
    PersistentMap<UnitName, Inside> inside,
    PersistentMap<EntryId, Stop> stops,
    PersistentMap<EntryId, Breach> breaches,
    Outcomes<CrossingRefusal> outcomes) {
  /// Most statements that [#due] gives at once.
  static final int DUE_MAX = 64;

  /// What is missing is the leave itself, and not the right to say so.
  private static final Set<CrossingRefusal> LACKS =
      Ordered.set(
          CrossingRefusal.CROSSING_UNKNOWN,
          CrossingRefusal.NOT_SEEN,
          CrossingRefusal.NOT_VISITOR,
          CrossingRefusal.UNIT_NOT_IN_IT,
          CrossingRefusal.NO_ASSENT,
          CrossingRefusal.UNDER_STOP,
          CrossingRefusal.ENDED,
          CrossingRefusal.OUTSIDE_WINDOW);

  /// Copies its collection.
  public CrossingState {
    parties = Ordered.set(parties);
  }

  /// Nobody has asked to cross.
  ///
  /// @param parties the sides of the channel
  public static CrossingState of(SortedSet<PartyId> parties) {
    return new CrossingState(
        parties,
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        Outcomes.of("crossings"));
  }

  /// This state on a channel of these sides: sides are given before an entry is folded, as the
  /// channel has them there. O(sides).
  public CrossingState among(SortedSet<PartyId> sides) {
    return sides.equals(parties)
        ? this
        : new CrossingState(sides, crossings, inside, stops, breaches, outcomes);
  }

  // ---- what is signed -------------------------------------------------------------------------

  /// This state after an entry by which `act`, of kind [CrossingTerms#KIND], came to the stage it
  /// has now. Terms that keep no limit give no leave, and are kept in [#voids()]. O(crossings)
  /// where an act comes into force, O(log n) otherwise.
  public CrossingState moved(ActEntry entry, Act act, CrossingGrounds grounds, Officers officers) {
    return new Signing(this, entry, act).moved(grounds, officers);
  }

  // ---- what is said ---------------------------------------------------------------------------

  /// This state after `fact`, which stands in `entry`. Total: a fact that does not hold changes
  /// nothing but is kept in [#voids()]; and if a side says by it that a unit of its own crossed
  /// without a leave, that is kept too, as a breach. O(crossings) for a STOP and a use of the fast
  /// lane, O(log n) otherwise.
  public CrossingState apply(ActEntry entry, CrossingFact fact, CrossingGrounds grounds) {
    Optional<CrossingRefusal> objection =
        CrossingRules.objection(this, grounds, entry, fact).map(CrossingObjection::refusal);
    return objection.isPresent()
        ? breached(entry, fact, objection.get()).with(outcomes.voided(entry, objection.get()))
        : held(entry, fact).with(outcomes.held(entry));
  }

  private CrossingState held(ActEntry entry, CrossingFact fact) {
    PartyId author = entry.context().author();
    return switch (fact) {
      case CrossingFact.Entered(EntryId id, UnitName unit, Instant at) -> {
        Word<Instant> when = Word.in(entry.context(), at);
        Crossing crossing = crossings.get(id);
        yield with(crossing.with(crossing.course().entered(unit, when)))
            .withInside(unit, new Inside(Optional.of(id), when));
      }
      case CrossingFact.Left(UnitName unit, Instant at) -> left(unit, Word.in(entry.context(), at));
      case CrossingFact.Stopped said -> stopped(entry, said);
      case CrossingFact.StopConfirmed(EntryId stop, UnitName unit, Instant at) ->
          with(stops.get(stop).confirmed(unit, Word.in(entry.context(), at)));
      case CrossingFact.ChargeTaken(EntryId id) ->
          with(
              id,
              crossings
                  .get(id)
                  .course()
                  .charged(
                      new Charge(
                          entry.context().officer().orElseThrow(), Optional.of(entry.id()))));
      case CrossingFact.Ended(EntryId id, CrossingFact.End why) ->
          with(id, crossings.get(id).course().ended(Word.in(entry.context(), why)));
      case CrossingFact.Reported said ->
          with(
              said.crossing(),
              crossings
                  .get(said.crossing())
                  .course()
                  .reported(author, Word.in(entry.context(), said)));
      case CrossingFact.ReportOverdue(EntryId id) ->
          with(id, crossings.get(id).course().overdue(entry.id()));
      case CrossingFact.FastLaneUsed said -> with(inLane(entry, said));
    };
  }

  /// A STOP that its author did not know of stops the units in the lane from the beginning,
  /// whatever it is dated: nobody has weighed it yet. One that they knew of and that still keeps
  /// them out has refused the use.
  private Crossing inLane(ActEntry entry, CrossingFact.FastLaneUsed said) {
    LaneUse use = new LaneUse(entry.context().author(), entry.context().time(), said);
    Course course = Course.of(Optional.empty());
    for (UnitName unit : use.units()) {
      Optional<Stop> stop =
          stops
              .values()
              .filter(known -> known.by().equals(use.host()) && known.isFor(unit))
              .filter(known -> !entry.knows(known.id()))
              .findFirst();
      course = stop.isPresent() ? course.stopped(unit, stop.get().id()) : course;
    }
    return new Crossing(entry.id(), use, Grant.beforehand(entry.id()), course);
  }

  /// A STOP stops its units under every leave they have from its author.
  private CrossingState stopped(ActEntry entry, CrossingFact.Stopped said) {
    SortedSet<UnitName> units =
        said.units().isEmpty()
            ? crossings.get(said.crossing().orElseThrow()).leave().units()
            : said.units();
    PartyId host = entry.context().author();
    CrossingState next =
        with(new Stop(host, Word.in(entry.context(), said), units, PersistentMap.empty()));
    List<Crossing> given =
        crossings
            .values()
            .filter(known -> known.leave().host().equals(host))
            .filter(known -> known.grant().given().isPresent())
            .toList();
    for (Crossing known : given) {
      Course course = known.course();
      for (UnitName unit : known.leave().units()) {
        course = units.contains(unit) ? course.stopped(unit, entry.id()) : course;
      }
      next = next.with(known.with(course));
    }
    return next;
  }

  private CrossingState left(UnitName unit, Word<Instant> when) {
    Inside there = inside.get(unit);
    CrossingState next =
        new CrossingState(parties, crossings, inside.remove(unit), stops, breaches, outcomes);
    if (there.crossing().isEmpty()) {
      return next.with(breaches.get(there.entered().entry()).until(when));
    }
    List<Crossing> visited =
        crossings.values().filter(crossing -> crossing.isVisitedBy(unit)).toList();
    for (Crossing crossing : visited) {
      next = next.with(crossing.with(crossing.course().left(unit, when)));
    }
    return next;
  }

  private CrossingState breached(ActEntry entry, CrossingFact fact, CrossingRefusal why) {
    if (!(fact instanceof CrossingFact.Entered said)
        || !said.unit().owner().equals(entry.context().author())
        || !LACKS.contains(why)) {
      return this;
    }
    Breach breach =
        new Breach(entry.context().author(), Word.in(entry.context(), said), why, Optional.empty());
    Inside there = new Inside(Optional.empty(), Word.in(entry.context(), said.at()));
    CrossingState next = with(breach);
    return inside.containsKey(said.unit()) ? next : next.withInside(said.unit(), there);
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// The digest by which two nodes compare their states (protocol clause 11-7.2).
  public Hash digest() {
    return outcomes.digest();
  }

  /// Facts, and terms of acts, that do not hold, by entry.
  public PersistentMap<EntryId, CrossingRefusal> voids() {
    return outcomes.voids();
  }

  /// The crossing that was asked for, or begun in the fast lane, by the entry `id`.
  public Optional<Crossing> crossing(EntryId id) {
    return crossings.find(id);
  }

  /// The STOP in the entry `id`, if one is.
  public Optional<Stop> stop(EntryId id) {
    return stops.find(id);
  }

  /// Units that are on the host's soil under the crossing `id`, by their side's last word, in the
  /// order of their names. One that goes on under an extension is there under the extension.
  /// O(units that are across).
  public Stream<UnitName> insideUnder(EntryId id) {
    return inside.stream()
        .filter(there -> there.value().crossing().equals(Optional.of(id)))
        .map(PersistentMap.Entry::key);
  }

  /// The leaves that `unit` has at `at`, as far as was said. O(crossings).
  public Stream<Crossing> leavesOf(UnitName unit, Instant at) {
    return crossings.values().filter(crossing -> crossing.isLeaveFor(unit, at));
  }

  /// STOPs of the host that keep `unit` out of the fast lane: those about the same incident, and
  /// those of the last hours, as many as anybody may stay at all. O(STOPs).
  Stream<Stop> stopsOn(LaneUse use, UnitName unit, CrossingGrounds grounds) {
    return stops
        .values()
        .filter(stop -> stop.by().equals(use.host()) && stop.isFor(unit))
        .filter(
            stop ->
                use.from().isBefore(stop.said().at().plus(grounds.limits().hardCap()))
                    || isAbout(stop, use.incident()));
  }

  private boolean isAbout(Stop stop, IncidentName incident) {
    return stop.said()
        .said()
        .crossing()
        .flatMap(this::crossing)
        .filter(crossing -> crossing.leave().incident().equals(incident))
        .isPresent();
  }

  /// What the node of `own` has to state at `now`, each alone, without an officer: that a window is
  /// over, and that an own report is late; at most 64 at once. The host's node says the former only
  /// if the visitor's has not within the time for a confirmation. O(crossings).
  public List<CrossingFact> due(PartyId own, Instant now, CrossingGrounds grounds) {
    List<CrossingFact> due = new ArrayList<>();
    for (Crossing crossing : (Iterable<Crossing>) crossings.values()::iterator) {
      boolean isVisitor = crossing.leave().visitor().equals(own);
      boolean isHost = crossing.leave().host().equals(own);
      Instant end =
          isVisitor
              ? crossing.leave().until()
              : crossing.leave().until().plus(grounds.confirmation());
      if ((isVisitor || isHost)
          && crossing.grant().holds()
          && crossing.course().ended().isEmpty()
          && !now.isBefore(end)) {
        due.add(new CrossingFact.Ended(crossing.id(), CrossingFact.End.WINDOW_OVER));
      }
      if (isVisitor
          && crossing.owesReport()
          && crossing.course().overdue().isEmpty()
          && !now.isBefore(crossing.reportDue(grounds.report()))) {
        due.add(new CrossingFact.ReportOverdue(crossing.id()));
      }
    }
    return due.stream().limit(DUE_MAX).toList();
  }

  // ---- copies with one part changed -----------------------------------------------------------

  CrossingState with(Crossing crossing) {
    return new CrossingState(
        parties, crossings.put(crossing.id(), crossing), inside, stops, breaches, outcomes);
  }

  private CrossingState with(EntryId id, Course course) {
    return with(crossings.get(id).with(course));
  }

  CrossingState withInside(UnitName unit, Inside there) {
    return new CrossingState(
        parties, crossings, inside.put(unit, there), stops, breaches, outcomes);
  }

  private CrossingState with(Stop stop) {
    return new CrossingState(
        parties, crossings, inside, stops.put(stop.id(), stop), breaches, outcomes);
  }

  private CrossingState with(Breach breach) {
    return new CrossingState(
        parties, crossings, inside, stops, breaches.put(breach.id(), breach), outcomes);
  }

  CrossingState with(Outcomes<CrossingRefusal> next) {
    return new CrossingState(parties, crossings, inside, stops, breaches, next);
  }
}
