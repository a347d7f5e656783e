package org.sarhad.node.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.inquiry.Claim;
import org.sarhad.core.inquiry.ClaimEnd;
import org.sarhad.core.inquiry.Excerpt;
import org.sarhad.core.inquiry.Grading;
import org.sarhad.core.inquiry.MatterFile;
import org.sarhad.core.inquiry.Position;
import org.sarhad.core.inquiry.SealedClaim;
import org.sarhad.core.inquiry.Source;
import org.sarhad.core.inquiry.Stamp;
import org.sarhad.core.inquiry.Statement;
import org.sarhad.core.inquiry.Translation;
import org.sarhad.core.inquiry.Verb;
import org.sarhad.core.inquiry.Words;
import org.sarhad.node.api.view.MatterViews;

/// Claims of one matter as the contract shows them: every one by the same rule, whoever made it
/// (protocol clause 09-8.2).
final class Claims {
  private final MatterFile file;
  private final Naming naming;

  Claims(MatterFile file, Naming naming) {
    this.file = file;
    this.naming = naming;
  }

  static MatterViews.WordsView words(Words words) {
    return new MatterViews.WordsView(words.language(), words.text());
  }

  List<String> names(List<EntryId> entries) {
    return entries.stream().map(naming::entry).toList();
  }

  /// The claim with the visible beginning of its words.
  MatterViews.SaidView said(Claim claim) {
    Statement says = claim.says();
    Optional<Words> original = says.original();
    Optional<Excerpt> excerpt = original.map(Words::text).map(Excerpt::of);
    return said(
        claim,
        original.map(
            whole ->
                new MatterViews.WordsView(
                    whole.language(), excerpt.map(Excerpt::shown).orElse(whole.text()))),
        excerpt.map(Excerpt::hasMore).orElse(false) || says.words().size() > 1);
  }

  private MatterViews.SaidView said(
      Claim claim, Optional<MatterViews.WordsView> words, boolean hasMore) {
    Statement says = claim.says();
    Optional<ClaimEnd> end = claim.end();
    return new MatterViews.SaidView(
        naming.entry(claim.id()),
        claim.id().toString(),
        claim.by().value(),
        says.subject().toString(),
        Codes.of(Verb.of(claim)),
        !claim.isStanding(),
        says.value().toJson(),
        says.asOf(),
        Codes.of(says.provenance().behalf()),
        Codes.of(says.provenance().basis()),
        says.provenance().sources().stream().map(Claims::source).toList(),
        says.provenance().grading().map(Grading::code),
        names(says.exhibits()),
        words,
        hasMore,
        claim.translations().values().map(made -> made.words().language()).distinct().toList(),
        latest(claim),
        new MatterViews.HistoryView(
            claim.supersedes().map(naming::entry),
            end.flatMap(ClaimEnd::successor).map(naming::entry),
            end.map(ClaimEnd::reason).map(Claims::words),
            end.map(ClaimEnd::said).map(Stamp::time)),
        claim.revealed().map(shown -> reveal(claim, shown)),
        claim.stated().time(),
        naming.isFinal(claim.id()));
  }

  private static MatterViews.SourceView source(Source source) {
    return new MatterViews.SourceView(source.name(), source.locator(), source.at());
  }

  private MatterViews.RevealView reveal(Claim claim, Stamp shown) {
    SealedClaim seal = file.accounts().seals().get(claim.id());
    return new MatterViews.RevealView(
        claim.stated().time(),
        shown.time(),
        seal.said().revealBy(),
        seal.stage(shown.time()) == SealedClaim.Stage.LATE);
  }

  /// The newest position of each side, in the order of their names.
  private List<MatterViews.PositionView> latest(Claim claim) {
    return claim
        .positions()
        .keys()
        .flatMap(side -> claim.positionOf(side).stream())
        .map(taken -> position(taken, true))
        .toList();
  }

  MatterViews.PositionView position(Position position, boolean isLatest) {
    Stamp taken = position.taken();
    return new MatterViews.PositionView(
        naming.entry(taken.entry()),
        taken.by().value(),
        Codes.of(position.stance()),
        position.said().part().map(part -> part.toJson()),
        position.said().reason().map(Claims::words),
        names(position.said().exhibits()),
        taken.time(),
        isLatest,
        naming.isFinal(taken.entry()));
  }

  /// The claim with all that became of it: what it took the place of, and what took its place, from
  /// the first to the last; every position; every translation.
  MatterViews.ClaimDetail detail(Claim claim) {
    return new MatterViews.ClaimDetail(
        naming.entry(file.id()),
        file.id().toString(),
        words(file.said().title()),
        said(claim, claim.says().original().map(Claims::words), false),
        claim.says().words().stream().map(Claims::words).toList(),
        chain(claim).stream().map(this::said).toList(),
        positions(claim),
        claim.translations().values().map(this::translation).toList(),
        file.accounts().seals().find(claim.id()).map(seal -> seal.said().commitment().hex()));
  }

  private List<Claim> chain(Claim claim) {
    List<Claim> chain = new ArrayList<>();
    for (Optional<Claim> one = Optional.of(claim); one.isPresent(); one = before(one.get())) {
      chain.addFirst(one.get());
    }
    for (Optional<Claim> one = after(claim); one.isPresent(); one = after(one.get())) {
      chain.addLast(one.get());
    }
    return chain;
  }

  private Optional<Claim> before(Claim claim) {
    return claim.supersedes().flatMap(file.accounts()::find);
  }

  private Optional<Claim> after(Claim claim) {
    return claim.end().flatMap(ClaimEnd::successor).flatMap(file.accounts()::find);
  }

  private List<MatterViews.PositionView> positions(Claim claim) {
    Stream<Position> all =
        claim.everyPosition().sorted(Comparator.comparingLong(one -> one.taken().place()));
    return all.map(
            one ->
                position(one, claim.positionOf(one.taken().by()).filter(one::equals).isPresent()))
        .toList();
  }

  private MatterViews.TranslationView translation(Translation made) {
    Stamp signed = made.signed();
    return new MatterViews.TranslationView(
        naming.entry(signed.entry()), signed.by().value(), signed.time(), words(made.words()));
  }
}
