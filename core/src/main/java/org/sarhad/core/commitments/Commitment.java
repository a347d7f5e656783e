package org.sarhad.core.commitments;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Ages;
import org.sarhad.core.register.Mentions;
import org.sarhad.core.register.Word;

/// One commitment, as it stands at some place of the joint order (protocol clause 10-6). Immutable.
///
/// @param id how it is known
/// @param terms what was committed to
/// @param made the entry by which it came to be here, and how
/// @param acknowledged the sides that say it was committed to, of one that was registered; the
///   registering side is one
/// @param words the last word of each side that has said something of it
/// @param end how it was ended other than by all sides' words
/// @param mentions every statement of it, the first one first
public record Commitment(
    CommitmentId id,
    CommitmentTerms terms,
    Word<Maker> made,
    PersistentMap<PartyId, EntryId> acknowledged,
    PersistentMap<PartyId, Word<CommitmentFact.Statement>> words,
    Optional<Word<End>> end,
    Mentions mentions) {

  /// How a commitment came to be here.
  public sealed interface Maker {
    /// By a joint act.
    record ByAct() implements Maker {}

    /// One side entered what was stated publicly.
    record ByRegistration(PartyId party) implements Maker {}
  }

  /// How a commitment was ended.
  ///
  /// @param stage what it came to; not open
  /// @param act the closing act, or the act that made it; empty when a registration was withdrawn
  public record End(CommitmentStage stage, Optional<EntryId> act) {}

  static Commitment agreed(CommitmentId id, CommitmentTerms terms, Word<Maker> made) {
    return new Commitment(
        id,
        terms,
        made,
        PersistentMap.empty(),
        PersistentMap.empty(),
        Optional.empty(),
        Mentions.NONE);
  }

  static Commitment registered(
      CommitmentId id, CommitmentTerms terms, Word<Maker> made, PartyId by) {
    return new Commitment(
        id,
        terms,
        made,
        PersistentMap.of(by, made.entry()),
        PersistentMap.empty(),
        Optional.empty(),
        Mentions.NONE);
  }

  /// On whose word it stands.
  public Standing standing() {
    return switch (made.said()) {
      case Maker.ByAct _ -> Standing.AGREED;
      case Maker.ByRegistration _ ->
          terms.concerned().stream().allMatch(acknowledged::containsKey)
              ? Standing.ACKNOWLEDGED
              : Standing.REGISTERED;
    };
  }

  /// What became of it.
  public CommitmentStage stage() {
    return end.map(how -> how.said().stage())
        .orElseGet(() -> isSaidFulfilled() ? CommitmentStage.FULFILLED : CommitmentStage.OPEN);
  }

  /// Whether all sides concerned say, as their last word, that it was kept. Nobody's silence
  /// counts.
  private boolean isSaidFulfilled() {
    return terms.concerned().stream()
        .allMatch(
            side ->
                words
                    .find(side)
                    .filter(word -> word.said() instanceof CommitmentFact.FulfilledStated)
                    .isPresent());
  }

  /// Whether it is over, and the author of `entry` knew that.
  boolean isEndKnownTo(ActEntry entry) {
    return end.filter(how -> entry.knows(how.entry())).isPresent()
        || (isSaidFulfilled()
            && terms.concerned().stream().allMatch(side -> entry.knows(words.get(side).entry())));
  }

  /// When somebody last said something of it, or it was made.
  public Instant lastSaid() {
    return words
        .values()
        .map(Word::at)
        .max(Comparator.naturalOrder())
        .filter(made.at()::isBefore)
        .orElse(made.at());
  }

  /// How long no side has said anything of it: "no statement by either side 120 d".
  public Duration silence(Instant now) {
    return Ages.since(lastSaid(), now);
  }

  /// Whether the due date is over while it is open. Never, when no date was set.
  public boolean isOverdue(Instant now) {
    return stage() == CommitmentStage.OPEN
        && terms.due().filter(due -> !due.over().isAfter(now)).isPresent();
  }

  /// What it looks like at `now`.
  public Condition condition(Instant now, CommitmentSettings settings) {
    if (stage() != CommitmentStage.OPEN) {
      return Condition.CLOSED;
    }
    boolean isLate = isOverdue(now);
    Duration silence = silence(now);
    if ((isLate || terms.due().isEmpty()) && silence.compareTo(settings.lapsed()) >= 0) {
      return Condition.LAPSED;
    }
    if (isLate) {
      return Condition.OVERDUE;
    }
    return silence.compareTo(settings.silent()) >= 0 ? Condition.SILENT : Condition.CURRENT;
  }

  // ---- copies with one part changed -----------------------------------------------------------

  Commitment acknowledgedBy(PartyId side, EntryId entry) {
    return new Commitment(id, terms, made, acknowledged.put(side, entry), words, end, mentions);
  }

  Commitment said(PartyId side, Word<CommitmentFact.Statement> word) {
    return new Commitment(id, terms, made, acknowledged, words.put(side, word), end, mentions);
  }

  Commitment ended(Optional<Word<End>> how) {
    return new Commitment(id, terms, made, acknowledged, words, how, mentions);
  }

  Commitment mentionedIn(EntryId entry) {
    return new Commitment(id, terms, made, acknowledged, words, end, mentions.with(entry));
  }
}
