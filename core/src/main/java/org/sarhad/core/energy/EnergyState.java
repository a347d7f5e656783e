package org.sarhad.core.energy;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.delivery.BiasTest;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Outcomes;
import org.sarhad.core.register.Word;
import org.sarhad.tlog.tree.Hash;

/// Lines, schedules and meters of a channel, folded in the joint order (protocol clause 18-4).
/// Immutable. It rests on the book and never changes it.
///
/// @param parties the sides of the channel
/// @param lines by the act that agreed on them
/// @param days what was said, by line and day
/// @param outcomes what became of each fact and of the terms of each act
public record EnergyState(
    SortedSet<PartyId> parties,
    PersistentMap<EntryId, Line> lines,
    PersistentMap<LineDay, EnergyDay> days,
    Outcomes<EnergyRefusal> outcomes) {
  /// Copies its collection.
  public EnergyState {
    parties = Ordered.set(parties);
  }

  /// No line yet.
  ///
  /// @param parties the sides of the channel
  public static EnergyState of(SortedSet<PartyId> parties) {
    return new EnergyState(
        parties, PersistentMap.empty(), PersistentMap.empty(), Outcomes.of("energy"));
  }

  /// This state on a channel of these sides: sides are given before an entry is folded, as the
  /// channel has them there. O(sides).
  public EnergyState among(SortedSet<PartyId> sides) {
    return sides.equals(parties) ? this : new EnergyState(sides, lines, days, outcomes);
  }

  // ---- folding --------------------------------------------------------------------------------

  /// This state after `fact`, which stands in `entry`. Total: a fact that does not hold changes
  /// nothing but is kept in [#voids()]. O(log n).
  ///
  /// @param book as it stands there
  public EnergyState apply(ActEntry entry, EnergyFact fact, BookState book) {
    Optional<EnergyRefusal> objection = EnergyRules.objection(this, entry, fact, book);
    return objection.isPresent()
        ? with(outcomes.voided(entry, objection.get()))
        : held(entry, fact).with(outcomes.held(entry));
  }

  private EnergyState held(ActEntry entry, EnergyFact fact) {
    PartyId author = entry.context().author();
    EnergyDay day = day(fact.of());
    EnergyDay next =
        switch (fact) {
          case EnergyFact.Scheduled said -> day.scheduled(author, Word.in(entry.context(), said));
          case EnergyFact.Metered said -> day.metered(author, Word.in(entry.context(), said));
        };
    return new EnergyState(parties, lines, days.put(fact.of(), next), outcomes);
  }

  /// This state after an entry by which `act` came to the stage it has now. Total: terms that do
  /// not hold make no line and are kept in [#voids()]. O(lines).
  ///
  /// @param book as it stands there
  public EnergyState moved(ActEntry entry, Act act, BookState book) {
    if (!act.proposal().said().act().equals(LineTerms.KIND)) {
      return this;
    }
    return switch (act.stage()) {
      case EFFECTIVE -> effective(entry, act, book);
      case SUPERSEDED, VOIDED -> ended(entry, act);
      case PROPOSED, ASSENTED, REFUSED, WITHDRAWN, EXPIRED -> this;
    };
  }

  private EnergyState effective(ActEntry entry, Act act, BookState book) {
    ActFact.Proposed said = act.proposal().said();
    Optional<EnergyRefusal> objection = EnergyRules.objection(this, sides(act), said, book);
    return objection.isPresent()
        ? with(outcomes.voided(entry, act, objection.get()))
        : with(line(entry, act, EnergyRules.read(said).orElseThrow(), book))
            .with(outcomes.moved(entry, act));
  }

  private static Line line(ActEntry entry, Act act, LineTerms terms, BookState book) {
    PartyId exporter = book.trade().contracts().get(terms.contract()).exporter();
    PartyId importer = book.account().orElseThrow().other(exporter);
    return new Line(act.id(), entry.id(), terms, exporter, importer, false);
  }

  private EnergyState ended(ActEntry entry, Act act) {
    return lines
        .find(act.id())
        .map(line -> with(line.ended()).with(outcomes.moved(entry, act)))
        .orElse(this);
  }

  static SortedSet<PartyId> sides(Act act) {
    return Ordered.set(act.proposal().quorum().seats().keys().toList());
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// What was said of `day` of its line; nothing, if nothing was.
  public EnergyDay day(LineDay day) {
    return days.getOrElse(day, EnergyDay.NONE);
  }

  /// What `day` comes to, as both nodes compute it; empty where there is no such line.
  ///
  /// @param book as it stands
  /// @param tolerance by how much two meters may differ, in ten-thousandths of what was sent
  public Optional<DayClose> close(LineDay day, BookState book, long tolerance) {
    return lines
        .find(day.line())
        .map(line -> new DayClosing(this, line, contract(line, book), tolerance).of(day));
  }

  /// What was sent and received over `line`, day by day, to be held against each other in a
  /// [BiasTest]; days that are not closed are left out. O(its days).
  ///
  /// @param book as it stands
  public List<BiasTest.Pair> meters(Line line, BookState book) {
    return closed(line, book, 0).stream()
        .map(day -> new BiasTest.Pair(day.sent(), day.received()))
        .toList();
  }

  /// The days of `line` that are closed, ascending. O(its days).
  ///
  /// @param book as it stands
  /// @param tolerance by how much two meters may differ, in ten-thousandths of what was sent
  public List<DayClose.Closed> closed(Line line, BookState book, long tolerance) {
    DayClosing closing = new DayClosing(this, line, contract(line, book), tolerance);
    return days.from(new LineDay(line.id(), LineDay.FIRST))
        .keys()
        .takeWhile(day -> day.line().equals(line.id()))
        .map(closing::of)
        .flatMap(day -> day instanceof DayClose.Closed closed ? Stream.of(closed) : Stream.empty())
        .toList();
  }

  /// What counts of each quarter of `day`, which adds up to what is accepted of it; empty as long
  /// as it is open.
  ///
  /// @param book as it stands
  /// @param tolerance by how much two meters may differ, in ten-thousandths of what was sent
  public Optional<Quarters> accepted(LineDay day, BookState book, long tolerance) {
    return lines
        .find(day.line())
        .flatMap(line -> new DayClosing(this, line, contract(line, book), tolerance).accepted(day));
  }

  private static Contract contract(Line line, BookState book) {
    return book.trade().contracts().get(line.terms().contract());
  }

  /// The digest by which two nodes compare their states.
  public Hash digest() {
    return outcomes.digest();
  }

  /// Facts, and terms of acts, that do not hold, by entry.
  public PersistentMap<EntryId, EnergyRefusal> voids() {
    return outcomes.voids();
  }

  private EnergyState with(Line line) {
    return new EnergyState(parties, lines.put(line.id(), line), days, outcomes);
  }

  private EnergyState with(Outcomes<EnergyRefusal> next) {
    return new EnergyState(parties, lines, days, next);
  }
}
