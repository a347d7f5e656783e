package org.sarhad.node.api;

import static org.sarhad.core.party.Role.COMPLIANCE;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.fact.RefusalCode.Retry;
import org.sarhad.core.screening.Identifier;
import org.sarhad.core.screening.Sort;
import org.sarhad.core.screening.Subject;
import org.sarhad.node.api.view.OwnFileViews;
import org.sarhad.node.api.view.Problem;
import org.sarhad.node.api.view.ScreenViews;
import org.sarhad.node.lists.ListReader;
import org.sarhad.node.lists.ListShelf;
import org.sarhad.node.lists.MalformedListException;
import org.sarhad.node.lists.PartyTable;
import org.sarhad.node.lists.ReadList;
import org.sarhad.node.machine.AuditFact;

/// What this side screens by and stays with it (protocol clause 16-1.2): files of lists, and its
/// own table of those who trade, with what is found of them. For its compliance officers; nothing
/// of it goes into the record or to the neighbour, and no other role has an answer from here.
final class OwnFileOperations {
  private static final String ROOT = "/api/v1/screening";
  private static final Access OWN = Access.of(COMPLIANCE);
  private static final List<String> LIST_TYPES =
      List.of("application/xml", "text/xml", Operation.CSV, "application/octet-stream");

  /// A line for each entity.
  private static final String FTM = "application/x-ndjson";

  /// Most remarks of one answer.
  private static final int REMARKS_MAX = 500;

  private final Surface surface;
  private final ListShelf shelf;

  OwnFileOperations(Surface surface, ListShelf shelf) {
    this.surface = surface;
    this.shelf = shelf;
  }

  List<Operation> list() {
    return List.of(
        Operation.listFile("takeListFile", ROOT + "/files", OWN, this::takeList),
        Operation.get("listOwnParties", ROOT + "/own", OWN, this::parties),
        Operation.table("takeOwnParties", ROOT + "/own/table", OWN, this::takeParties),
        Operation.get("getOwnParty", ROOT + "/own/party", OWN, this::party),
        Operation.get("downloadOwnParties", ROOT + "/own/ftm", OWN, this::entities));
  }

  // ---- lists ----------------------------------------------------------------------------------

  private Answer takeList(Call call) throws MalformedRequestException, IOException {
    call.query().finish();
    var type = call.exchange().header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (LIST_TYPES.stream().noneMatch(type::startsWith)) {
      return new Answer.Refused(ApiRefusal.MEDIA_TYPE.because(Fields.shortened(type)));
    }
    if (shelf.isFull()) {
      return new Answer.Refused(ApiRefusal.SHELF_FULL.plain());
    }
    var body = call.exchange().body(ListReader.BYTES_MAX);
    try {
      var read = shelf.take(new StepByStep(body));
      audit(call, "list of %s %s".formatted(read.list().source(), read.list().sha256().hex()));
      return Answer.ok(view(read));
    } catch (MalformedListException e) {
      return new Answer.Refused(
          Problem.of(
              409,
              "screening_file." + Codes.of(e.flaw()),
              e.flaw().sentence(),
              "%s: %s".formatted(e.what(), Fields.shortened(e.found())),
              Retry.CHANGED,
              Surface.help(Retry.CHANGED)));
    }
  }

  private static OwnFileViews.ListView view(ReadList read) {
    return new OwnFileViews.ListView(
        read.list().source().code(),
        read.format().title(),
        read.list().dated().toString(),
        read.list().sha256().hex(),
        read.list().entities().size(),
        read.count(Sort.FIRM),
        read.count(Sort.VESSEL),
        read.persons(),
        read.aircraft(),
        read.leftOut(),
        read.remarks().stream()
            .limit(REMARKS_MAX)
            .map(
                remark ->
                    new OwnFileViews.FlawView(
                        remark.line(),
                        Optional.of(remark.reference()).filter(text -> !text.isEmpty()),
                        Codes.of(remark.flaw()),
                        remark.flaw().sentence(),
                        remark.detail()))
            .toList(),
        read.remarks().size() <= REMARKS_MAX);
  }

  // ---- the own table --------------------------------------------------------------------------

  /// What becomes of lines that could not be read.
  private enum Faults {
    REFUSE,
    LEAVE_OUT
  }

  private Answer takeParties(Call call) throws MalformedRequestException, IOException {
    var query = call.query();
    var faults = query.choice("faults", Codes.lower(Faults.class), Faults.REFUSE);
    query.finish();
    var type = call.exchange().header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.startsWith(Operation.CSV)) {
      return new Answer.Refused(ApiRefusal.MEDIA_TYPE.because(Fields.shortened(type)));
    }
    var text = call.upload().utf8();
    var table = PartyTable.read(text);
    boolean isTaken =
        !table.subjects().isEmpty() && (table.remarks().isEmpty() || faults == Faults.LEAVE_OUT);
    if (isTaken) {
      shelf.parties().take(text);
      audit(call, "table of %d parties".formatted(table.subjects().size()));
    }
    return Answer.ok(view(table, isTaken));
  }

  private static OwnFileViews.TableView view(PartyTable.Parties table, boolean isTaken) {
    return new OwnFileViews.TableView(
        isTaken,
        table.subjects().size(),
        table.remarks().stream()
            .limit(REMARKS_MAX)
            .map(
                remark ->
                    new OwnFileViews.FlawView(
                        remark.line(),
                        Optional.empty(),
                        Codes.of(remark.flaw()),
                        remark.flaw().sentence(),
                        Fields.shortened(remark.detail())))
            .toList(),
        table.remarks().size() <= REMARKS_MAX);
  }

  private Answer parties(Call call) throws MalformedRequestException, IOException {
    var query = call.query();
    var asked = Paging.Asked.of(query);
    query.finish();
    var lens = surface.look(call);
    var looking = new Looking(lens, shelf);
    int threshold = lens.view().agreed().screeningSettings().threshold();
    var page = Paging.of(shelf.parties().parties().subjects(), asked);
    return Answer.ok(
        new OwnFileViews.Page(
            page.items().stream()
                .map(subject -> row(subject, looking.found(subject, threshold)))
                .toList(),
            page.total(),
            page.next()));
  }

  /// All of the table in the words of another program; a download of it is audited.
  private Answer entities(Call call) throws MalformedRequestException, IOException {
    call.query().finish();
    var subjects = shelf.parties().parties().subjects();
    audit(call, "%d parties as FollowTheMoney".formatted(subjects.size()));
    return new Answer.Bytes(
        FTM, FtmEntities.of(surface.parties().ownId(), subjects), "parties.ftm.json");
  }

  private static OwnFileViews.RowView row(Subject subject, ScreenViews.Found found) {
    var hits = found.lists().stream().flatMap(list -> list.hits().stream()).toList();
    return new OwnFileViews.RowView(
        subject.id().value(),
        Codes.of(subject.sort()),
        hits.size(),
        hits.stream().mapToInt(ScreenViews.HitView::score).max().orElse(0),
        !found.lists().isEmpty() && found.lists().stream().allMatch(ScreenViews.ListView::isHeld));
  }

  private Answer party(Call call) throws MalformedRequestException, IOException {
    var lens = surface.look(call);
    int agreed = lens.view().agreed().screeningSettings().threshold();
    var query = call.query();
    var id = ScreeningOperations.subject(query);
    int threshold = query.number("threshold", agreed, 1, agreed);
    query.finish();
    return shelf
        .parties()
        .find(ScreeningOperations.given(id))
        .map(
            known ->
                Answer.ok(
                    new OwnFileViews.PartyView(
                        known.id().value(),
                        Codes.of(known.sort()),
                        known.names(),
                        known.identifiers().stream().map(Identifier::toString).toList(),
                        new Looking(lens, shelf).found(known, threshold))))
        .orElseGet(() -> Answer.unknown(""));
  }

  private void audit(Call call, String detail) {
    surface
        .node()
        .audit(
            new AuditFact(
                "screening",
                false,
                Optional.of(call.caller().session().account().login()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(call.exchange().remoteAddress()),
                detail));
  }
}
