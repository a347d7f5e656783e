package org.sarhad.core.inquiry;

import static org.sarhad.core.inquiry.InquiryRefusal.SEALS_WAITING;
import static org.sarhad.core.inquiry.Sight.earlier;
import static org.sarhad.core.inquiry.Sight.when;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// The objections to claims and to what is said to them (protocol clauses 09-2 to 09-4).
record ClaimJudge(Sight sight, InquirySettings settings) {
  Optional<InquiryRefusal> objection(ClaimFact fact) {
    return switch (fact) {
      case ClaimFact.Stated(EntryId matter, Statement says) ->
          earlier(sight.toMatter(matter), sight.toExhibits(matter, says.exhibits()))
              .or(() -> sight.toOpenMatter(matter))
              .or(() -> toContent(sight, says));
      case ClaimFact.Superseded(EntryId old, Words _, Statement says) ->
          earlier(sight.toClaim(old), sight.toExhibits(matterOf(old), says.exhibits()))
              .or(() -> toSuccessor(claim(old), says));
      case ClaimFact.Withdrawn(EntryId claim, Words _) ->
          sight.toClaim(claim).or(() -> toOwn(claim(claim))).or(() -> toEnded(claim(claim)));
      case ClaimFact.Translated(EntryId claim, Words _) -> sight.toClaim(claim);
      case ClaimFact.Sealed(EntryId matter, Hash _, Instant revealBy) ->
          sight
              .toMatter(matter)
              .or(() -> sight.toOpenMatter(matter))
              .or(() -> when(!isInWindow(revealBy), InquiryRefusal.SEAL_WINDOW))
              .or(() -> when(waiting(matter) >= settings.sealedClaims(), SEALS_WAITING));
      case ClaimFact.Revealed revealed -> toReveal(revealed);
      case ClaimFact.Asked asked ->
          sight
              .toMatter(asked.matter())
              .or(() -> sight.toOpenMatter(asked.matter()))
              .or(() -> sight.toSide(asked.to()))
              .or(() -> when(asked.to().equals(sight.author()), InquiryRefusal.OWN_QUESTION));
      case ClaimFact.PositionTaken taken ->
          earlier(
                  toReadable(taken.claim()),
                  sight.toExhibits(matterOf(taken.claim()), taken.exhibits()))
              .or(() -> toPosition(claim(taken.claim()), taken));
    };
  }

  // ---- claims ---------------------------------------------------------------------------------

  private Optional<InquiryRefusal> toSuccessor(Claim old, Statement says) {
    EntryId matter = matterOf(old.id());
    boolean isOther =
        old.says().property() != says.property()
            || old.says().provenance().behalf() != says.provenance().behalf();
    return sight
        .toOpenMatter(matter)
        .or(() -> toOwn(old))
        .or(() -> toEnded(old))
        .or(() -> when(isOther, InquiryRefusal.OTHER_SUBJECT))
        .or(() -> toContent(sight, says));
  }

  /// To what a claim says, at the place that `from` looks from.
  private static Optional<InquiryRefusal> toContent(Sight from, Statement says) {
    return when(!says.isOwn() && isOfSide(from, says), InquiryRefusal.SPEAKS_FOR_SIDE)
        .or(() -> when(says.asOf().isAfter(from.time()), InquiryRefusal.AS_OF_LATER));
  }

  /// Whether a third party's account is said to be that of a side.
  private static boolean isOfSide(Sight from, Statement says) {
    return says.provenance().sources().stream()
        .map(source -> source.name().strip().toLowerCase(Locale.ROOT))
        .anyMatch(
            name -> from.state().sides().stream().anyMatch(side -> side.value().equals(name)));
  }

  private Optional<InquiryRefusal> toOwn(Claim claim) {
    return when(!claim.by().equals(sight.author()), InquiryRefusal.NOT_YOUR_CLAIM);
  }

  private static Optional<InquiryRefusal> toEnded(Claim claim) {
    return when(!claim.isStanding(), InquiryRefusal.CLAIM_ENDED);
  }

  // ---- seals ----------------------------------------------------------------------------------

  /// Whether a promise is for later, and soon enough: two times of one author.
  private boolean isInWindow(Instant revealBy) {
    return revealBy.isAfter(sight.time())
        && !revealBy.isAfter(sight.time().plus(settings.revealWithin()));
  }

  /// What was sealed is judged where it was sealed: by what its author knew there (09-3.4).
  private Optional<InquiryRefusal> toReveal(ClaimFact.Revealed revealed) {
    Optional<SealedClaim> found =
        sight
            .state()
            .findFile(revealed.seal())
            .flatMap(file -> file.accounts().seals().find(revealed.seal()));
    if (found.isEmpty()) {
      return Optional.of(InquiryRefusal.SEAL_UNKNOWN);
    }
    SealedClaim seal = found.get();
    Sight there = new Sight(sight.state(), seal.entry());
    EntryId matter = seal.said().matter();
    return earlier(
            there.toExhibits(matter, revealed.says().exhibits()), sight.toSeeing(revealed.seal()))
        .or(() -> when(!seal.sealed().by().equals(sight.author()), InquiryRefusal.NOT_YOUR_CLAIM))
        .or(() -> toContent(there, revealed.says()))
        .or(() -> when(seal.shown().isPresent(), InquiryRefusal.ALREADY_REVEALED))
        .or(() -> when(!isWhatWasSealed(seal, revealed), InquiryRefusal.REVEAL_MISMATCH));
  }

  /// How many claims the author has sealed in a matter and not shown, in time or late. A promise
  /// that was not kept goes on counting: otherwise whoever breaks it could seal on.
  private long waiting(EntryId matter) {
    return sight
        .state()
        .matter(matter)
        .map(
            file ->
                file.accounts()
                    .seals()
                    .values()
                    .filter(seal -> seal.sealed().by().equals(sight.author()))
                    .filter(seal -> seal.shown().isEmpty())
                    .count())
        .orElse(0L);
  }

  private static boolean isWhatWasSealed(SealedClaim seal, ClaimFact.Revealed revealed) {
    Bytes salt = revealed.salt();
    return ClaimFact.commitment(seal.sealed().by(), seal.said().matter(), revealed.says(), salt)
        .equals(seal.said().commitment());
  }

  // ---- positions ------------------------------------------------------------------------------

  /// To a position on `claim`. One that was superseded or withdrawn is answered in good faith by
  /// whoever did not know (09-4.3).
  private Optional<InquiryRefusal> toPosition(Claim claim, ClaimFact.PositionTaken taken) {
    EntryId matter = matterOf(claim.id());
    boolean isKnownToBeOver =
        claim.end().filter(end -> sight.entry().knows(end.said().entry())).isPresent();
    return sight
        .toOpenMatter(matter)
        .or(() -> when(claim.by().equals(sight.author()), InquiryRefusal.OWN_CLAIM))
        .or(() -> when(isKnownToBeOver, InquiryRefusal.CLAIM_ENDED))
        .or(() -> when(!isPart(claim.says().value(), taken), InquiryRefusal.PART_MISFIT));
  }

  /// To speaking of a claim. Who had its seal did not have what it says.
  private Optional<InquiryRefusal> toReadable(EntryId id) {
    return sight
        .toClaim(id)
        .or(() -> claim(id).revealed().flatMap(shown -> sight.toSeeing(shown.entry())));
  }

  private static boolean isPart(Value whole, ClaimFact.PositionTaken taken) {
    if (taken.stance() != Stance.ACCEPT_PART) {
      return true;
    }
    // Of what has no bounds, the reason says which part.
    return whole.span().isEmpty()
        ? taken.part().isEmpty()
        : taken.part().filter(part -> isWithin(part, whole)).isPresent();
  }

  private static boolean isWithin(Value part, Value whole) {
    return part.type() == whole.type()
        && Subject.of(Property.OCCURRED, part).equals(Subject.of(Property.OCCURRED, whole))
        && whole.span().orElseThrow().contains(part.span().orElseThrow());
  }

  // ---- asking ---------------------------------------------------------------------------------

  private Claim claim(EntryId claim) {
    return sight.state().claim(claim).orElseThrow();
  }

  /// In which matter `item` is; of what is nowhere, itself, which is no matter anything is in.
  private EntryId matterOf(EntryId item) {
    return sight.state().findFile(item).map(MatterFile::id).orElse(item);
  }
}
