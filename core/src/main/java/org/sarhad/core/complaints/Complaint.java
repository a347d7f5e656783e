package org.sarhad.core.complaints;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Mentions;
import org.sarhad.core.register.Word;

/// One complaint, as it stands at some place of the joint order (protocol clause 10-7). Immutable.
///
/// @param by the side that complained
/// @param lodged its words; the complaint is known by their entry
/// @param answer the last answer of the side complained of
/// @param matters the matters it was referred to, and where and by which side first
/// @param closed how the side that complained has done with it
/// @param mentions every statement of it, the first one first
public record Complaint(
    PartyId by,
    Word<ComplaintFact.Lodged> lodged,
    Optional<Word<ComplaintFact.Answered>> answer,
    PersistentMap<EntryId, Word<PartyId>> matters,
    Optional<Word<ComplaintFact.Closed>> closed,
    Mentions mentions) {

  static Complaint of(PartyId by, Word<ComplaintFact.Lodged> lodged) {
    return new Complaint(
        by, lodged, Optional.empty(), PersistentMap.empty(), Optional.empty(), Mentions.NONE);
  }

  /// The entry that lodged it, by which it is known.
  public EntryId id() {
    return lodged.entry();
  }

  /// The side complained of.
  public PartyId against() {
    return lodged.said().against();
  }

  /// How far it is.
  public ComplaintStage stage() {
    if (closed.isPresent()) {
      return ComplaintStage.CLOSED;
    }
    boolean isAnswered =
        answer
            .filter(word -> word.said().answer() != ComplaintFact.Answer.LOOKING_INTO)
            .isPresent();
    return isAnswered ? ComplaintStage.ANSWERED : ComplaintStage.UNANSWERED;
  }

  /// How old it is at `now`: since it was lodged.
  public Duration age(Instant now) {
    return lodged.age(now);
  }

  Complaint answered(Word<ComplaintFact.Answered> word) {
    return new Complaint(by, lodged, Optional.of(word), matters, closed, mentions);
  }

  Complaint referred(EntryId matter, Word<PartyId> side) {
    return matters.containsKey(matter)
        ? this
        : new Complaint(by, lodged, answer, matters.put(matter, side), closed, mentions);
  }

  Complaint closed(Word<ComplaintFact.Closed> word) {
    return new Complaint(by, lodged, answer, matters, Optional.of(word), mentions);
  }

  Complaint mentionedIn(EntryId entry) {
    return new Complaint(by, lodged, answer, matters, closed, mentions.with(entry));
  }
}
