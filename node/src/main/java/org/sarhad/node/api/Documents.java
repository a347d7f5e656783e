package org.sarhad.node.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.modalities.Binding;
import org.sarhad.core.modalities.ClauseNumber;
import org.sarhad.core.modalities.Comment;
import org.sarhad.core.modalities.Diff;
import org.sarhad.core.modalities.Document;
import org.sarhad.core.modalities.EffectPreview;
import org.sarhad.core.modalities.ModalitiesRefusal;
import org.sarhad.core.modalities.ModalitiesState;
import org.sarhad.core.modalities.Offer;
import org.sarhad.core.modalities.Settings;
import org.sarhad.core.modalities.Version;
import org.sarhad.node.api.view.ActViews;
import org.sarhad.node.api.view.ComparisonViews;
import org.sarhad.node.api.view.DocumentViews;

/// Documents of the agreed rules as the contract shows them: what is known of each, what was said
/// about its clauses, and how it differs from another.
final class Documents {
  private final Lens lens;
  private final ModalitiesState known;

  Documents(Lens lens) {
    this.lens = lens;
    this.known = lens.view().expected().modalities();
  }

  // ---- all of them ----------------------------------------------------------------------------

  /// A page of things, and the name of its last one if there are more.
  record Page<T>(List<T> items, Optional<String> next) {}

  /// All that were ever proposed, the newest first. O(n log n) in their number.
  Stream<Offer> newestFirst() {
    return known
        .offers()
        .values()
        .sorted(
            Comparator.comparing((Offer offer) -> timeOf(offer.id()))
                .thenComparing(Offer::id)
                .reversed());
  }

  /// At most `limit` of them, those after the one called `cursor`.
  Page<Offer> page(Optional<EntryId> cursor, int limit) {
    return page(newestFirst().toList(), Offer::id, cursor, limit);
  }

  private <T> Page<T> page(
      List<T> all, Function<T, EntryId> id, Optional<EntryId> cursor, int limit) {
    var rest =
        cursor
            .map(
                last -> all.stream().dropWhile(one -> !id.apply(one).equals(last)).skip(1).toList())
            .orElse(all);
    var items = rest.stream().limit(limit).toList();
    return new Page<>(
        items,
        rest.size() > limit
            ? Optional.of(lens.entryName(id.apply(items.getLast())))
            : Optional.empty());
  }

  Optional<Offer> find(EntryId act) {
    return known.offers().find(act);
  }

  DocumentViews.Line line(Offer offer) {
    var proposal = offer.act().proposal();
    var document = offer.document();
    return new DocumentViews.Line(
        lens.entryName(offer.id()),
        proposal.leaf().toString(),
        proposal.proposer().value(),
        timeOf(offer.id()),
        document.map(Document::number),
        known.stage(offer.id()).map(Codes::of).orElse(""),
        document.map(said -> said.toJson().find("title").orElseThrow()),
        document.flatMap(Document::inForceFrom),
        document.map(Document::reviewBy),
        offer.comments().size(),
        proposal.said().counters().map(ActRef::entry).map(lens::entryName),
        offer.objection().map(Documents::reason));
  }

  static ActViews.VoidView reason(ModalitiesRefusal why) {
    return new ActViews.VoidView(
        "modalities." + why.name().toLowerCase(Locale.ROOT), why.sentence());
  }

  // ---- one of them ----------------------------------------------------------------------------

  DocumentViews.Detail detail(Offer offer) {
    var version = version(offer);
    var terms = offer.act().proposal().said().terms();
    return new DocumentViews.Detail(
        line(offer),
        offer.id().toString(),
        offer.document().map(Document::toJson),
        offer.document().isPresent() ? Optional.empty() : Document.flaw(terms),
        version.map(Version::signed).map(this::place),
        version.flatMap(Version::began).map(this::place),
        version.flatMap(Version::voided).map(this::place),
        offer.document().filter(document -> document.isReviewOverdue(lens.now())).isPresent(),
        offer.document().stream().flatMap(Document::unknown).map(Binding::key).toList());
  }

  private DocumentViews.Place place(EntryId entry) {
    return new DocumentViews.Place(lens.entryName(entry), timeOf(entry));
  }

  private Instant timeOf(EntryId id) {
    return lens.view().entry(id).map(entry -> entry.envelope().time()).orElse(Instant.EPOCH);
  }

  private Optional<Version> version(Offer offer) {
    return offer
        .document()
        .flatMap(document -> known.versions().find(document.number()))
        .filter(version -> version.act().equals(offer.id()));
  }

  // ---- what was said about clauses ------------------------------------------------------------

  Page<Comment> comments(
      Offer offer, Optional<ClauseNumber> clause, Optional<EntryId> cursor, int limit) {
    var said =
        clause
            .map(offer::commentsOn)
            .orElseGet(() -> offer.comments().values())
            .sorted(
                Comparator.comparing((Comment comment) -> timeOf(comment.entry()))
                    .thenComparing(Comment::entry))
            .toList();
    return page(said, Comment::entry, cursor, limit);
  }

  DocumentViews.CommentView comment(Comment comment) {
    var said = comment.said();
    return new DocumentViews.CommentView(
        lens.entryName(comment.entry()),
        said.clause().toString(),
        said.language(),
        said.text(),
        lens.author(comment.party(), Optional.of(comment.officer()), Optional.empty()),
        timeOf(comment.entry()));
  }

  // ---- against another ------------------------------------------------------------------------

  /// A document, and the act by which it was proposed; one that nobody proposed has none.
  record Compared(Optional<EntryId> act, Document document) {
    static Optional<Compared> of(Offer offer) {
      return offer.document().map(document -> new Compared(Optional.of(offer.id()), document));
    }

    static Compared of(Version version) {
      return new Compared(Optional.of(version.act()), version.document());
    }
  }

  /// With what an officer compares `offer` if they do not say: a version with the one before it,
  /// anything else with what is in force.
  Optional<Compared> before(Offer offer) {
    return version(offer)
        .map(
            version ->
                known.versions().lower(version.number()).map(entry -> Compared.of(entry.value())))
        .orElseGet(this::inForce);
  }

  Optional<Compared> inForce() {
    return known.inForce().map(Compared::of);
  }

  /// What is different from `from`, nothing if it is empty, to `to`; and what that would do to what
  /// is under way. Linear in what is under way.
  ComparisonViews.Comparison compare(Optional<Compared> from, Compared to) {
    var diff =
        from.map(older -> Diff.of(older.document(), to.document()))
            .orElseGet(() -> Diff.ofFirst(to.document()));
    var preview =
        EffectPreview.of(
            from.map(older -> older.document().settings()).orElse(Settings.INITIAL),
            to.document().settings(),
            new UnderWay(lens));
    return new ComparisonViews.Comparison(
        from.map(this::compared),
        compared(to),
        diff.changes().stream().map(Comparing::change).toList(),
        preview.effects().stream().map(Comparing::effect).toList(),
        lens.now());
  }

  private ComparisonViews.Compared compared(Compared one) {
    return new ComparisonViews.Compared(
        one.act().map(lens::entryName),
        Optional.of(one.document().number()),
        one.document().toJson());
  }
}
