package org.sarhad.node.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.modalities.Catalogue;
import org.sarhad.core.modalities.ClauseNumber;
import org.sarhad.core.modalities.Document;
import org.sarhad.core.modalities.ModalitiesRefusal;
import org.sarhad.core.modalities.ModalitiesRules;
import org.sarhad.core.modalities.ModalitiesState;
import org.sarhad.core.modalities.Setting;
import org.sarhad.core.modalities.ValueType;
import org.sarhad.core.party.Role;
import org.sarhad.node.api.view.ComparisonViews;
import org.sarhad.node.api.view.DocumentViews;
import org.sarhad.node.api.view.Problem;
import org.sarhad.node.machine.Outcome;
import org.sarhad.tlog.Bytes;

/// Documents of the agreed rules: those that were proposed, what each changes and would do, what
/// was said about their clauses, and the settings that a clause can bind. Nothing here is written:
/// a document is proposed and signed as a joint act, a comment is a statement.
final class DocumentOperations {
  private static final String ROOT = "/api/v1/modalities";
  private static final String ALL = ROOT + "/documents";
  private static final String ONE = ALL + "/{log}/{index}";
  private static final int PAGE_MAX = 200;

  /// With what a document is compared, where it is no other document.
  private static final String IN_FORCE = "in_force";

  private static final String NOTHING = "nothing";

  private final Surface surface;

  DocumentOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("listSettings", ROOT + "/catalogue", Access.signedIn(), this::catalogue),
        Operation.get("listDocuments", ALL, Access.signedIn(), this::documents),
        Operation.get("getDocument", ONE, Access.signedIn(), this::document),
        Operation.get("listClauseComments", ONE + "/comments", Access.signedIn(), this::comments),
        Operation.get("compareDocuments", ONE + "/changes", Access.signedIn(), this::changes),
        Operation.post("previewDocument", ROOT + "/previews", Access.signedIn(), this::preview));
  }

  // ---- settings -------------------------------------------------------------------------------

  private Answer catalogue(Call call) throws MalformedRequestException {
    call.query().finish();
    return Answer.ok(
        new DocumentViews.Catalogue(
            Catalogue.NEWEST, Catalogue.all().stream().map(DocumentOperations::setting).toList()));
  }

  private static <T> DocumentViews.SettingType setting(Setting<T> setting) {
    var type = setting.type();
    return new DocumentViews.SettingType(
        setting.key(),
        type.word(),
        type.unit(),
        type.bounds().map(ValueType.Bounds::min),
        type.bounds().map(ValueType.Bounds::max),
        setting.initial().map(type::write),
        type instanceof ValueType.RedLine(boolean floor) && floor,
        setting.meaning(),
        setting.since());
  }

  // ---- documents ------------------------------------------------------------------------------

  private Answer documents(Call call) throws MalformedRequestException {
    var lens = surface.look(call);
    var documents = new Documents(lens);
    var query = call.query();
    int limit = query.number("limit", 50, 1, PAGE_MAX);
    var cursor = cursor(query, lens, id -> documents.find(id).isPresent());
    query.finish();
    var page = documents.page(cursor, limit);
    return Answer.ok(
        new DocumentViews.Page(page.items().stream().map(documents::line).toList(), page.next()));
  }

  private Answer document(Call call) throws MalformedRequestException {
    call.query().finish();
    var lens = surface.look(call);
    var documents = new Documents(lens);
    return lens.entry(call)
        .flatMap(documents::find)
        .map(documents::detail)
        .map(Answer::ok)
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  private Answer comments(Call call) throws MalformedRequestException {
    var lens = surface.look(call);
    var documents = new Documents(lens);
    var offer = lens.entry(call).flatMap(documents::find);
    var query = call.query();
    var clause =
        query.parsed("clause", ClauseNumber::parse, "expected the number of a clause, such as 7.2");
    int limit = query.number("limit", 100, 1, PAGE_MAX);
    var cursor =
        cursor(query, lens, id -> offer.filter(one -> one.comments().containsKey(id)).isPresent());
    query.finish();
    return offer
        .map(one -> documents.comments(one, clause, cursor, limit))
        .map(
            page ->
                Answer.ok(
                    new DocumentViews.Comments(
                        page.items().stream().map(documents::comment).toList(), page.next())))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  private static Optional<EntryId> cursor(Query query, Lens lens, Predicate<EntryId> known) {
    return query.parsed(
        "cursor",
        text ->
            lens.parties()
                .entry(lens.view(), text)
                .filter(known)
                .orElseThrow(IllegalArgumentException::new),
        "expected `next` of the page before");
  }

  // ---- differences ----------------------------------------------------------------------------

  private Answer changes(Call call) throws MalformedRequestException {
    var lens = surface.look(call);
    var documents = new Documents(lens);
    var offer = lens.entry(call).flatMap(documents::find);
    var query = call.query();
    var from = query.text("from", 80);
    query.finish();
    if (offer.isEmpty()) {
      return Answer.unknown(call.entryName());
    }
    var to = Documents.Compared.of(offer.get());
    if (to.isEmpty()) {
      return new Answer.Refused(unreadable(offer.get().id()));
    }
    if (from.isEmpty()) {
      return Answer.ok(documents.compare(documents.before(offer.get()), to.get()));
    }
    return compared(documents, lens, from.get())
        .map(older -> Answer.ok(documents.compare(older.document(), to.get())))
        .orElseGet(() -> Answer.unknown(from.get()));
  }

  private static Problem unreadable(EntryId act) {
    var why = ModalitiesRefusal.MALFORMED_DOCUMENT;
    return Surface.problem(
        new Outcome.Refused(
            Documents.reason(why).code(), why.sentence(), act.toString(), why.retry()));
  }

  /// What a document is compared with: another one, or nothing.
  private record Older(Optional<Documents.Compared> document) {}

  /// What `name` stands for: nothing, the version in force, or a document; empty when there is
  /// none.
  private static Optional<Older> compared(Documents documents, Lens lens, String name) {
    return switch (name) {
      case NOTHING -> Optional.of(new Older(Optional.empty()));
      case IN_FORCE -> Optional.of(new Older(documents.inForce()));
      default ->
          lens.parties()
              .entry(lens.view(), name)
              .flatMap(documents::find)
              .flatMap(Documents.Compared::of)
              .map(document -> new Older(Optional.of(document)));
    };
  }

  /// Whether a draft is a document, whether it could come in force if it were signed now, what it
  /// changes and would do. Nothing is kept of it, here or anywhere.
  private Answer preview(Call call) throws MalformedRequestException {
    var lens = surface.look(call);
    var documents = new Documents(lens);
    var fields = call.body();
    var terms = fields.json("document");
    var from =
        fields.optionalParsed(
            "from",
            text -> compared(documents, lens, text).orElseThrow(IllegalArgumentException::new),
            "expected nothing, in_force, or the name of a document that is known here");
    fields.finish();
    var answer =
        preview(lens, documents, from.map(Older::document).orElseGet(documents::inForce), terms);
    // As bytes, so that it is not kept under its key like an answer to something that was done.
    return new Answer.Bytes("application/json", Bytes.of(ApiJson.bytes(answer)), "");
  }

  private static ComparisonViews.Preview preview(
      Lens lens, Documents documents, Optional<Documents.Compared> from, Json.Obj terms) {
    Document draft;
    try {
      draft = Document.fromJson(terms);
    } catch (MalformedJsonException flaw) {
      return new ComparisonViews.Preview(
          Optional.ofNullable(flaw.getMessage()), Optional.empty(), Optional.empty());
    }
    var to = new Documents.Compared(Optional.empty(), draft);
    return new ComparisonViews.Preview(
        Optional.empty(),
        ModalitiesRules.objection(lens.view().expected().modalities(), proposal(lens, terms))
            .map(Documents::reason),
        Optional.of(documents.compare(from, to)));
  }

  private static ActFact.Proposed proposal(Lens lens, Json.Obj terms) {
    var known = lens.view().expected();
    return new ActFact.Proposed(
        ModalitiesState.KIND,
        terms,
        known.version(),
        new Capacity(Role.CHIEF, Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        known.modalities().toBeSuperseded());
  }
}
