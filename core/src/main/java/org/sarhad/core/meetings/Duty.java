package org.sarhad.core.meetings;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Word;

/// A recurring duty in force, or one that was. Immutable.
///
/// @param id the entry of its proposal, by which it is known
/// @param since the entry by which it came into force
/// @param sides who is bound
/// @param terms to what
/// @param occurrences those of which something was said, by number
/// @param settled all occurrences up to this number are over, or have gone up the whole ladder
/// @param ended where it was superseded or voided, and how, with the time given there for display
public record Duty(
    EntryId id,
    EntryId since,
    SortedSet<PartyId> sides,
    DutyTerms terms,
    PersistentMap<Integer, Occurrence> occurrences,
    int settled,
    Optional<Word<ActStage>> ended) {
  /// Copies its collection.
  public Duty {
    sides = Ordered.set(sides);
  }

  /// A duty that just came into force.
  static Duty of(EntryId id, EntryId since, SortedSet<PartyId> sides, DutyTerms terms) {
    return new Duty(id, since, sides, terms, PersistentMap.empty(), 0, Optional.empty());
  }

  /// Occurrence `number`, which there is.
  public Occurrence occurrence(int number) {
    return occurrences.find(number).orElseGet(() -> Occurrence.of(number));
  }

  /// How many occurrences have a due date that is over at `now`, or was when the duty ended.
  public int countDue(Instant now) {
    Instant until = ended.map(Word::at).filter(now::isAfter).orElse(now);
    return terms.countDue(until);
  }

  /// Whether nothing can be said of occurrence `number` any more by the author of `entry`: they
  /// knew that the duty has ended, and nothing was said of that occurrence before.
  boolean isOverFor(ActEntry entry, int number) {
    return ended.filter(end -> entry.knows(end.entry())).isPresent()
        && !occurrences.containsKey(number);
  }

  /// With one occurrence changed.
  Duty with(Occurrence occurrence) {
    boolean isSettled = occurrence.isSettled(terms.escalation().rungs());
    Duty next =
        new Duty(
            id,
            since,
            sides,
            terms,
            occurrences.put(occurrence.number(), occurrence),
            isSettled ? settled : Math.min(settled, occurrence.number() - 1),
            ended);
    return next.settledUp();
  }

  /// Moves the mark up to the first occurrence that is not settled. Each is passed once for every
  /// time it is settled, so a step is O(log n) on average.
  private Duty settledUp() {
    int mark = settled;
    int rungs = terms.escalation().rungs();
    while (occurrences.find(mark + 1).filter(known -> known.isSettled(rungs)).isPresent()) {
      mark++;
    }
    return mark == settled ? this : new Duty(id, since, sides, terms, occurrences, mark, ended);
  }

  Duty endedBy(Word<ActStage> by) {
    return new Duty(id, since, sides, terms, occurrences, settled, Optional.of(by));
  }
}
