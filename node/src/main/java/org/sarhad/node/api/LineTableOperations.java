package org.sarhad.node.api;

import java.util.List;
import org.sarhad.core.barter.Account;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.market.LineSheet;
import org.sarhad.core.market.LineTable;
import org.sarhad.core.market.MarketRefusal;
import org.sarhad.core.market.MarketRules;
import org.sarhad.node.api.view.MarketViews;
import org.sarhad.node.machine.Outcome;
import org.sarhad.tlog.Bytes;

/// The lines of a protocol as a table for spreadsheets (protocol clause 17-2.7): looked at before
/// they are put into a draft, with everything that cannot be taken, and given out again. Nothing is
/// stated here; what was taken is signed with the protocol.
final class LineTableOperations {
  private static final String LINES = "/api/v1/market/lines";
  private static final Access SPEAKS = Access.holding(MarketRules.SPEAKERS);

  private final Surface surface;

  LineTableOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.table("previewLines", LINES + "/preview", SPEAKS, this::preview),
        Operation.get("downloadEmptyLines", LINES + "/empty", Access.signedIn(), this::empty),
        Operation.get(
            "downloadLines",
            "/api/v1/market/rounds/{log}/{index}/lines",
            Access.signedIn(),
            this::lines));
  }

  private Answer preview(Call call) throws MalformedRequestException {
    var query = call.query();
    var asked = Paging.Asked.of(query);
    query.finish();
    var text = call.table();
    var known = surface.look(call).view().expected();
    if (known.book().account().isEmpty()) {
      return new Answer.Refused(
          Surface.problem(Outcome.Refused.of("market", MarketRefusal.NO_ACCOUNT, "")));
    }
    Account account = known.book().account().get();
    var table =
        LineTable.read(
            text,
            new LineTable.Grounds(
                Ordered.set(account.a(), account.b()), known.bookGrounds().settings()));
    var refused = Paging.of(table.refused(), asked);
    return Answer.ok(
        new MarketViews.LinePreview(
            table.lines().stream().<Object>map(line -> line.toJson()).toList(),
            List.copyOf(table.indices()),
            refused.items().stream().map(LineTableOperations::view).toList(),
            refused.total(),
            refused.next()));
  }

  private static MarketViews.RefusedCell view(LineTable.Refused one) {
    return new MarketViews.RefusedCell(
        one.line(), one.column(), one.value(), Codes.of(one.why()), one.why().sentence());
  }

  private Answer empty(Call call) throws MalformedRequestException {
    call.query().finish();
    return file(LineSheet.empty(), "protocol-lines.csv");
  }

  private Answer lines(Call call) throws MalformedRequestException {
    call.query().finish();
    var lens = surface.look(call);
    return lens.entry(call)
        .flatMap(new Markets(lens)::round)
        .map(
            round ->
                file(
                    LineSheet.of(round.protocol().lines()),
                    "protocol-lines-%s.csv".formatted(round.protocol().from().day())))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  private static Answer file(String text, String name) {
    return new Answer.Bytes(Operation.CSV, Bytes.ofUtf8(text), name);
  }
}
