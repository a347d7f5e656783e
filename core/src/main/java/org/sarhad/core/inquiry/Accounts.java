package org.sarhad.core.inquiry;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;

/// What was claimed, sealed and asked in one matter.
///
/// @param claims by their places, so in the order of the record
/// @param places of each claim, by its entry
/// @param seals by the entry that sealed
/// @param questions by their places
public record Accounts(
    PersistentMap<Long, Claim> claims,
    PersistentMap<EntryId, Long> places,
    PersistentMap<EntryId, SealedClaim> seals,
    PersistentMap<Long, Question> questions) {

  static final Accounts EMPTY =
      new Accounts(
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty());

  /// The claim that is known by `entry`.
  public Optional<Claim> find(EntryId entry) {
    return places.find(entry).map(claims::get);
  }

  Accounts with(Claim claim) {
    long place = claim.stated().place();
    return new Accounts(claims.put(place, claim), places.put(claim.id(), place), seals, questions);
  }

  Accounts changed(EntryId claim, UnaryOperator<Claim> change) {
    return with(change.apply(claims.get(places.get(claim))));
  }

  Accounts with(SealedClaim seal) {
    return new Accounts(claims, places, seals.put(seal.sealed().entry(), seal), questions);
  }

  Accounts with(Question question) {
    return new Accounts(claims, places, seals, questions.put(question.asked().place(), question));
  }
}
