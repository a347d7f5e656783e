package org.sarhad.node.api;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.sarhad.core.barter.BarterRefusal;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.VoucherRef;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.api.view.BookViews;
import org.sarhad.node.machine.Outcome;

/// What acts about the account would come to, before anybody signs them (protocol clause 14-6.2).
/// They are proposed in the words of chapter 14, as any act.
final class BookDraftOperations {
  private static final String ROOT = "/api/v1/barter/drafts";
  private static final int INDEX_NAME_MAX = 32;

  private final Surface surface;

  BookDraftOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("draftCredit", ROOT + "/credit", Access.signedIn(), this::credit),
        Operation.get("draftPrice", ROOT + "/price", Access.signedIn(), this::price),
        Operation.get(
            "draftRestatement", ROOT + "/restatement", Access.signedIn(), this::restatement));
  }

  private Answer credit(Call call) throws MalformedRequestException {
    var query = call.query();
    var side = query.parsed("side", PartyId::of, "expected a side, such as ir");
    var amount =
        query.parsed("amount", BookDraftOperations::amount, "expected ten-thousandths, 0 or more");
    var on = day(query);
    query.finish();
    var lens = surface.look(call);
    return drafted(
        lens,
        drafts ->
            Optional.of(drafts.credit(side.orElse(lens.own()), amount.orElse(Money.ZERO), on)));
  }

  private static Money amount(String text) {
    return Money.of(Long.parseUnsignedLong(text));
  }

  private Answer restatement(Call call) throws MalformedRequestException {
    var query = call.query();
    var factor = query.parsed("factor", Rational::ofDecimal, "expected a decimal, such as 1.05");
    var on = day(query);
    query.finish();
    return drafted(
        surface.look(call),
        drafts -> Optional.of(drafts.restatement(factor.orElse(Rational.ONE), on)));
  }

  private Answer price(Call call) throws MalformedRequestException {
    var lens = surface.look(call);
    Function<String, EntryId> entry =
        text -> lens.parties().entry(lens.view(), text).orElseThrow(IllegalArgumentException::new);
    var query = call.query();
    var contract = query.parsed("contract", entry, "expected the entry of a contract: ir/17");
    var acceptances =
        query.parsed(
            "acceptances",
            text ->
                Ordered.set(
                    Arrays.stream(text.split(",", -1)).map(name -> ref(entry, name)).toList()),
            "expected acceptances of the contract, as ir/19,ir/25/3");
    var indices =
        query.parsed(
            "indices", BookDraftOperations::indices, "expected published numbers, as BRENT=71.25");
    var on = day(query);
    query.finish();
    return drafted(
        lens,
        drafts ->
            contract.flatMap(
                known ->
                    drafts.price(
                        known,
                        indices.orElseGet(TreeMap::new),
                        acceptances.orElseGet(Ordered::set),
                        on)));
  }

  /// `ir/19`, or `ir/19/3` for a line of an act of many.
  private static VoucherRef ref(Function<String, EntryId> entry, String name) {
    var parts = name.split("/", -1);
    return parts.length == 3
        ? VoucherRef.of(entry.apply(parts[0] + "/" + parts[1]), Integer.parseUnsignedInt(parts[2]))
        : VoucherRef.of(entry.apply(name));
  }

  private static SortedMap<String, Rational> indices(String text) {
    var indices = new TreeMap<String, Rational>();
    for (var each : text.split(",", -1)) {
      int sign = each.indexOf('=');
      if (sign < 1 || sign > INDEX_NAME_MAX) {
        throw new IllegalArgumentException(each);
      }
      indices.put(each.substring(0, sign), Rational.ofDecimal(each.substring(sign + 1)));
    }
    return indices;
  }

  private static Optional<LocalDate> day(Query query) {
    return query.parsed("on", LocalDate::parse, "expected a day, such as 2026-03-21");
  }

  private static Answer drafted(Lens lens, Function<BookDrafts, Optional<BookViews.Tried>> maker) {
    var drafts = BookDrafts.of(lens);
    if (drafts.isEmpty()) {
      return refused(BarterRefusal.NO_ACCOUNT, "");
    }
    try {
      return maker
          .apply(drafts.get())
          .map(Answer::ok)
          .orElseGet(() -> refused(BarterRefusal.PRICE_UNDEFINED, ""));
    } catch (ArithmeticException e) {
      return refused(BarterRefusal.OUT_OF_RANGE, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return new Answer.Refused(ApiRefusal.MALFORMED.because(String.valueOf(e.getMessage())));
    }
  }

  private static Answer refused(BarterRefusal why, String detail) {
    return new Answer.Refused(Surface.problem(Outcome.Refused.of("barter", why, detail)));
  }
}
