package org.sarhad.node.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.barter.Account;
import org.sarhad.core.barter.BarterTerms;
import org.sarhad.core.barter.ClosedPeriod;
import org.sarhad.core.barter.Journal;
import org.sarhad.core.barter.Ledger;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PeriodStatement;
import org.sarhad.core.barter.StatementTerms;
import org.sarhad.core.barter.Voucher;
import org.sarhad.core.joint.Accord;
import org.sarhad.core.joint.Objection;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.node.machine.AccountBundle;
import org.sarhad.node.machine.OutsideFold;
import org.sarhad.node.store.LogReader;
import org.sarhad.node.verify.AccountVerdict.Counts;
import org.sarhad.node.verify.AccountVerdict.Row;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Verifier;

/// Computes the statement of a period again from the logs of a bundle, with the fold of the nodes,
/// and holds against it what the bundle says and what both have signed (14-9). That the logs are
/// what their heads say is checked beside this, by [LogVerifier].
public final class AccountCheck {
  private static final JsonLimits LIMITS = JsonLimits.ofBytes(1 << 16);

  private final List<LogPlace> logs;
  private final LogReader beside;
  private final Verifier verifier;
  private final List<String> findings = new ArrayList<>();
  private final List<Signed> seen = new ArrayList<>();

  /// A statement that all have signed, where it took effect.
  ///
  /// @param said what it says
  /// @param computed what the period came to there
  /// @param flaw why it closes nothing
  private record Signed(
      Act act, StatementTerms said, PeriodStatement computed, Optional<Objection> flaw) {}

  /// @param logs both logs of a bundle, in the order in which they are in it
  public AccountCheck(List<LogPlace> logs, Verifier verifier) {
    this.logs = List.copyOf(logs);
    this.beside = new LogReader(logs.getFirst().disk(), "");
    this.verifier = verifier;
  }

  /// Computes everything from the first entry on. O(n log n) for n entries.
  public AccountVerdict run() {
    long startNanos = System.nanoTime();
    var claim = claim();
    long period = claim.flatMap(said -> said.find("period")).map(AccountCheck::number).orElse(0L);
    var fold = folded(period);
    var accord = fold.map(done -> done.state().accord());
    var closed = accord.flatMap(known -> ClosedPeriod.of(known.book(), (int) period));
    if (accord.isPresent() && closed.isEmpty()) {
      notClosed(accord.get(), period);
    }
    var rows = rows(claim, closed);
    rows.stream().filter(row -> !row.isOne()).map(AccountCheck::differing).forEach(findings::add);
    int compared = closed.map(this::compare).orElse(0);
    return new AccountVerdict(
        period,
        accord.flatMap(known -> known.book().account()).map(AccountCheck::words).orElse("nobody"),
        signed(closed).map(one -> signers(one.act)).orElse(List.of()),
        rows,
        new Counts(
            fold.map(done -> done.state().count()).orElse(0L),
            accord.map(known -> (int) known.book().journal().booked().count()).orElse(0),
            compared,
            accord.map(known -> balanced(known.book().journal())).orElse(0)),
        findings,
        (System.nanoTime() - startNanos) / 1_000_000);
  }

  private static String words(Account account) {
    return "%s (A) and %s (B), in %s".formatted(account.a(), account.b(), account.unit());
  }

  private static long number(Json value) {
    return value instanceof Json.Int(long number) && number > 0 && number <= Integer.MAX_VALUE
        ? number
        : 0;
  }

  // ---- what the bundle says -------------------------------------------------------------------

  private Optional<Json.Obj> claim() {
    try {
      var file = beside.file(AccountBundle.STATEMENT);
      if (file.isPresent()) {
        return Optional.of(Json.parseCanonicalObject(file.get(), LIMITS));
      }
      findings.add(AccountBundle.STATEMENT + " is missing");
    } catch (MalformedJsonException e) {
      findings.add("%s: %s".formatted(AccountBundle.STATEMENT, e.getMessage()));
    }
    return Optional.empty();
  }

  /// The texts of the vouchers in the bundle, in their order.
  private List<String> carried() {
    var texts = new ArrayList<String>();
    var text = new StringBuilder();
    for (var line : file(AccountBundle.VOUCHERS).lines().toList()) {
      if (line.isEmpty()) {
        texts.add(text.toString());
        text.setLength(0);
      } else {
        text.append(line).append('\n');
      }
    }
    if (!text.isEmpty()) {
      texts.add(text.toString());
    }
    return texts;
  }

  private String file(String path) {
    return beside.file(path).flatMap(Bytes::findUtf8).orElse("");
  }

  // ---- what follows from the logs -------------------------------------------------------------

  private Optional<OutsideFold> folded(long period) {
    var told = logs.stream().map(log -> Told.by(log.reader(), log.payloads(), verifier)).toList();
    if (told.stream().anyMatch(one -> one.origin().isEmpty() || one.sides().isEmpty())) {
      findings.add("a log does not begin with the entry that says whose it is");
      return Optional.empty();
    }
    var sources = new ArrayList<ReadLog>();
    for (int i = 0; i < logs.size(); i++) {
      long size = logs.get(i).findHead().map(head -> head.size()).orElse(0L);
      sources.add(new ReadLog(told.get(i).origin().orElseThrow(), logs.get(i).reader(), size));
    }
    var fold =
        new OutsideFold(
            List.copyOf(sources),
            told.stream().map(one -> one.sides().getFirst()).toList(),
            verifier);
    fold.run(step -> look(step, period));
    fold.stuck(sources.stream().map(ReadLog::size).toList())
        .forEach(
            entry ->
                findings.add(
                    "%s cannot be taken: it is not here, or rests on an entry that is not"
                        .formatted(entry)));
    return Optional.of(fold);
  }

  /// Keeps what both have signed for `period`, and what it came to where they had.
  private void look(OutsideFold.Step step, long period) {
    var accord = step.after().accord();
    for (var act : accord.acts().moved()) {
      closing(act)
          .filter(signed -> signed.period() == period && act.stage() == ActStage.EFFECTIVE)
          .ifPresent(
              signed -> {
                var before = step.before().accord();
                before
                    .book()
                    .statement(before.barterSettings())
                    .ifPresent(
                        computed -> seen.add(new Signed(act, signed, computed, accord.flaw(act))));
              });
    }
  }

  private static Optional<StatementTerms> closing(Act act) {
    return BarterTerms.find(act.proposal().said())
        .filter(StatementTerms.class::isInstance)
        .map(StatementTerms.class::cast);
  }

  private void notClosed(Accord accord, long period) {
    for (var one : seen) {
      findings.add(
          "both have signed a statement of period %d (%s), and it closes nothing: %s"
              .formatted(
                  period, one.act.id(), one.flaw.map(flaw -> flaw.refusal().name()).orElse("-")));
    }
    if (seen.isEmpty()) {
      var proposed =
          accord
              .acts()
              .acts()
              .values()
              .filter(act -> closing(act).filter(said -> said.period() == period).isPresent())
              .map(AccountCheck::unsigned)
              .toList();
      findings.addAll(
          proposed.isEmpty()
              ? List.of("no statement of period %d is in what is final here".formatted(period))
              : proposed);
    }
  }

  private static String unsigned(Act act) {
    return "the statement %s is not signed by both: it is %s, and waits for %s"
        .formatted(
            act.id(),
            act.stage().name().toLowerCase(java.util.Locale.ROOT),
            act.lacking().map(Object::toString).collect(Collectors.joining(", ")));
  }

  private static List<String> signers(Act act) {
    return act.assents().stream()
        .flatMap(
            side ->
                side.value()
                    .values()
                    .map(
                        assent ->
                            "%s: %s, in %s"
                                .formatted(side.key(), assent.officer(), assent.entry())))
        .toList();
  }

  // ---- figures --------------------------------------------------------------------------------

  /// The figures of the statement: as the bundle has them, as both have signed them, as they come
  /// out again.
  private List<Row> rows(Optional<Json.Obj> claim, Optional<ClosedPeriod> closed) {
    var rows = new ArrayList<Row>();
    closed.ifPresent(
        period ->
            List.of("a", "b", "unit", "act", "from")
                .forEach(name -> rows.add(given(claim, name, member(period, name)))));
    signed(closed).ifPresent(one -> rows.addAll(figures(claim, one)));
    return rows;
  }

  /// The statement that closed the period, or else the last one that was to.
  private Optional<Signed> signed(Optional<ClosedPeriod> closed) {
    return seen.stream()
        .filter(one -> closed.isEmpty() || one.flaw.isEmpty())
        .reduce((_, later) -> later);
  }

  private static Row given(Optional<Json.Obj> claim, String name, String computed) {
    return new Row(name, carried(claim, name, AccountCheck::plain), Optional.empty(), computed);
  }

  private static String member(ClosedPeriod period, String name) {
    return period.toJson().find(name).map(AccountCheck::plain).orElseThrow();
  }

  private static List<Row> figures(Optional<Json.Obj> claim, Signed one) {
    var said = one.said;
    var computed = one.computed;
    return List.of(
        counted(claim, "until", said.until(), computed.until()),
        money(claim, "opening", said.opening(), computed.opening()),
        money(claim, "interest", said.interest(), computed.interest()),
        money(claim, "closing", said.closing(), computed.closing()),
        counted(claim, "vouchers", said.vouchers(), computed.vouchers()),
        counted(claim, "journal", said.journal(), computed.journal()));
  }

  private static Row money(Optional<Json.Obj> claim, String name, Money signed, Money computed) {
    return new Row(
        name,
        carried(claim, name, AccountCheck::amount),
        Optional.of(signed.toString()),
        computed.toString());
  }

  private static Row counted(
      Optional<Json.Obj> claim, String name, Object signed, Object computed) {
    return new Row(
        name,
        carried(claim, name, AccountCheck::plain),
        Optional.of(signed.toString()),
        computed.toString());
  }

  private static String carried(
      Optional<Json.Obj> claim, String name, Function<Json, String> writing) {
    return claim.flatMap(said -> said.find(name)).map(writing).orElse("nothing");
  }

  private static String plain(Json value) {
    return value instanceof Json.Str(String text) ? text : value.toString();
  }

  private static String amount(Json value) {
    return value instanceof Json.Int(long minor) ? Money.of(minor).toString() : plain(value);
  }

  private static String differing(Row row) {
    return row.signed()
        .map(
            signed ->
                "%s: the bundle says %s, both have signed %s, and it comes to %s"
                    .formatted(row.name(), row.carried(), signed, row.computed()))
        .orElseGet(
            () ->
                "%s: the bundle says %s, and it comes to %s"
                    .formatted(row.name(), row.carried(), row.computed()));
  }

  // ---- vouchers -------------------------------------------------------------------------------

  /// Compares the vouchers of the period with those in the bundle, and names the first one that
  /// differs; returns how many are the same before it.
  private int compare(ClosedPeriod closed) {
    var carried = carried();
    var computed = closed.vouchers().stream().map(Voucher::text).toList();
    int same = 0;
    while (same < Math.min(carried.size(), computed.size())
        && carried.get(same).equals(computed.get(same))) {
      same++;
    }
    if (same < Math.max(carried.size(), computed.size())) {
      findings.add(firstDifference(same, carried, closed.vouchers()));
    }
    return same;
  }

  private static String firstDifference(int at, List<String> carried, List<Voucher> computed) {
    if (at >= computed.size()) {
      return "voucher %d in the bundle was never booked: %s"
          .formatted(at + 1, firstLine(carried.get(at)));
    }
    var voucher = computed.get(at);
    var name = "voucher %d, %s of %s,".formatted(at + 1, voucher.id(), voucher.ref());
    if (at >= carried.size()) {
      return name + " is missing in the bundle";
    }
    var found = carried.get(at).lines().toList();
    var right = voucher.text().lines().toList();
    for (int line = 0; line < Math.max(found.size(), right.size()); line++) {
      var isThere = line < found.size() ? found.get(line) : "nothing";
      var ought = line < right.size() ? right.get(line) : "nothing";
      if (!isThere.equals(ought)) {
        return "%s differs: the bundle has \"%s\", and it comes to \"%s\""
            .formatted(name, isThere, ought);
      }
    }
    return name + " differs";
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  /// How many ledgers there are; one that does not sum to nothing is a finding (I1).
  private int balanced(Journal journal) {
    var sums = new TreeMap<Ledger, Long>();
    for (var one : journal.posted()) {
      sums.merge(one.key().ledger(), one.value(), Math::addExact);
    }
    sums.forEach(
        (ledger, sum) -> {
          if (sum != 0) {
            findings.add("the ledger %s sums to %d".formatted(ledger, sum));
          }
        });
    return sums.size();
  }
}
