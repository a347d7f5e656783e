package org.sarhad.node.api;

import static org.sarhad.core.party.Role.CLERK;
import static org.sarhad.core.party.Role.INVESTIGATOR;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.HistoryFact;
import org.sarhad.core.response.HistoryItem;
import org.sarhad.core.response.HistoryItem.Property;
import org.sarhad.core.response.HistoryItem.ReportedClaim;
import org.sarhad.core.response.HistoryItem.ReportedDate;
import org.sarhad.core.response.Ladder;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.Said;
import org.sarhad.node.api.view.GeoViews;
import org.sarhad.node.api.view.HistoryViews;

/// What happened before the record: every figure as its source gave it.
final class HistoryOperations {
  private static final String DATE = "expected YYYY, YYYY-MM or YYYY-MM-DD";
  private static final int CLAIMS_MAX = 50;

  private final Surface surface;

  HistoryOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("listHistory", "/api/v1/history", Access.signedIn(), this::listed),
        Operation.post(
            "importHistory", "/api/v1/history", Access.of(INVESTIGATOR, CLERK), this::imported));
  }

  private Answer listed(Call call) throws MalformedRequestException {
    var query = call.query();
    var from =
        query.parsed("cursor", Integer::parseUnsignedInt, "expected `next` of the page before");
    int limit = query.number("limit", 50, 1, 500);
    query.finish();
    var lens = surface.look(call);
    var all =
        lens.response()
            .sides()
            .values()
            .flatMap(side -> side.shelf().history().values())
            .filter(lens::shows)
            .sorted(
                Comparator.comparing((Said said) -> item(said).occurred().text())
                    .thenComparing(Said::entry))
            .toList();
    int start = Math.min(from.orElse(0), all.size());
    int end = Math.min(start + limit, all.size());
    return Answer.ok(
        new HistoryViews.Page(
            all.subList(start, end).stream().map(said -> view(lens, said)).toList(),
            all.size(),
            end < all.size() ? Optional.of(Integer.toString(end)) : Optional.empty()));
  }

  private static HistoryItem item(Said said) {
    return ((HistoryFact.Imported) said.fact()).item();
  }

  private static HistoryViews.ItemView view(Lens lens, Said said) {
    var fact = (HistoryFact.Imported) said.fact();
    var item = fact.item();
    return new HistoryViews.ItemView(
        fact.history().toString(),
        item.externalId(),
        HistoryItem.LABEL,
        item.occurred().text(),
        item.title().text(),
        item.soil().map(PartyId::value),
        GeoViews.of(item.place()),
        item.claims().stream().map(HistoryOperations::view).toList(),
        said.author().value(),
        said.time(),
        lens.entryName(said.entry()),
        lens.ladder(Ladder.of(said, lens.view()), said.entry()));
  }

  private static HistoryViews.ClaimView view(ReportedClaim claim) {
    return new HistoryViews.ClaimView(
        Codes.of(claim.property()),
        claim.figure(),
        claim.low(),
        claim.best(),
        claim.high(),
        claim.saidBy(),
        claim.source(),
        claim.asOf().text(),
        claim.superseded());
  }

  private Answer imported(Call call) throws MalformedRequestException {
    var fields = call.body();
    var audience = fields.choice("audience", Codes.AUDIENCES);
    Texts.in(fields);
    var item = fields.optionalObject("item", object -> item(object, fields));
    if (item.isEmpty()) {
      fields.complain("item", "", "expected the matter to import");
    }
    fields.finish();
    return surface.respond(call, new ResponseRequest.ImportHistory(item.orElseThrow(), audience));
  }

  private static HistoryItem item(Fields object, Fields around) {
    var id = object.text("externalId", 1, 64);
    return new HistoryItem(
        id.isEmpty() ? "?" : id,
        Texts.within(object, around).words("title", 500),
        object.parsed("occurred", new ReportedDate("2000"), ReportedDate::new, DATE),
        object.optionalParsed("soil", PartyId::new, "expected a party, such as ir"),
        object.place("where"),
        object.objects("claims", CLAIMS_MAX, HistoryOperations::claim));
  }

  private static ReportedClaim claim(Fields claim) {
    var low = bound(claim, "low");
    var high = bound(claim, "high");
    if (low.isPresent() && high.isPresent() && low.get() > high.get()) {
      claim.complain("low", low.get().toString(), "expected at most high");
      low = Optional.empty();
    }
    return new ReportedClaim(
        claim.choice("property", Codes.lower(Property.class)),
        claim.text("figure", 1, 1_000),
        low,
        bound(claim, "best"),
        high,
        claim.optionalText("saidBy", 500).orElse(""),
        claim.text("source", 1, 1_000),
        claim.parsed("asOf", new ReportedDate("2000"), ReportedDate::new, DATE),
        claim.flag("superseded", false));
  }

  private static Optional<Integer> bound(Fields claim, String name) {
    int value = claim.number(name, -1, 0, Integer.MAX_VALUE);
    return value < 0 ? Optional.empty() : Optional.of(value);
  }
}
