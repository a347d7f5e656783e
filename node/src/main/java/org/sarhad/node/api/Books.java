package org.sarhad.node.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.sarhad.core.act.Act;
import org.sarhad.core.barter.AcceptanceTree;
import org.sarhad.core.barter.AcceptancesTerms;
import org.sarhad.core.barter.Account;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.barter.BarterSettings;
import org.sarhad.core.barter.BarterTerms;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.barter.Delivery;
import org.sarhad.core.barter.Grounds;
import org.sarhad.core.barter.Line;
import org.sarhad.core.barter.Outlook;
import org.sarhad.core.barter.Outstanding;
import org.sarhad.core.barter.Pace;
import org.sarhad.core.barter.PeriodStatement;
import org.sarhad.core.barter.StatementTerms;
import org.sarhad.core.barter.Voucher;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.barter.VoucherRef;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.api.view.ActivityViews.SaidView;
import org.sarhad.node.api.view.BookViews;
import org.sarhad.node.machine.NodeView;
import org.sarhad.tlog.tree.Hash;

/// The barter account as the contract shows it (protocol clause 14-8): by what is final, so that
/// both nodes show the same after the same entries. What is about to be signed goes by all that is
/// known, as the rules do.
final class Books {
  private final Lens lens;
  private final NodeView.FinalBook last;
  private final BookState book;
  private final BookState known;
  private final BarterSettings settings;
  private final Acts acts;
  private final Entries entries;
  private final Grounds grounds;

  Books(Lens lens) {
    this.lens = lens;
    this.last = lens.view().finalBook();
    this.book = last.book();
    this.known = lens.view().expected().book();
    this.settings = lens.view().agreed().barterSettings();
    this.acts = new Acts(lens);
    this.entries = new Entries(lens);
    this.grounds = new Grounds(book, this::terms);
  }

  /// The book that is shown.
  BookState book() {
    return book;
  }

  private Optional<BarterTerms> terms(EntryId act) {
    return acts.find(act).flatMap(one -> BarterTerms.find(one.proposal().said()));
  }

  // ---- the account ----------------------------------------------------------------------------

  BookViews.Account account() {
    return new BookViews.Account(
        lens.now(),
        new Sameness(lens, last, this::bookedBy).view(),
        new BookViews.Rules(
            settings.swing().minor(),
            settings.freeSwing().minor(),
            settings.interest(),
            settings.overDelivery(),
            settings.tolerance(),
            settings.periodMonths(),
            settings.settlementDays()),
        numbers(),
        Math.max(0, known.journal().order().size() - book.journal().order().size()),
        book.account().map(this::opened));
  }

  /// The next number of this side in each series of what it proposes or states.
  private Map<String, Integer> numbers() {
    var next = new LinkedHashMap<String, Integer>();
    for (var kind : VoucherKind.values()) {
      if (kind != VoucherKind.LAPSE && kind != VoucherKind.VOIDING) {
        next.put(kind.code(), known.journal().last(lens.own(), kind) + 1);
      }
    }
    return next;
  }

  private BookViews.Opened opened(Account account) {
    var today = account.dayOf(lens.now());
    return new BookViews.Opened(
        lens.entryName(account.act()),
        account.unit(),
        account.from().toString(),
        account.until().map(Object::toString),
        today.toString(),
        book.journal().net().minor(),
        List.of(side(book, account.a()), side(book, account.b())),
        parts(AccountCode.clearing()),
        parts(AccountCode.differences()),
        period(today),
        Outstanding.of(book, settings).map(due -> due(due, today)),
        outlook(today),
        pace(today),
        book.periods().size() - book.years());
  }

  /// What `side` stands at in `book`, which has an account.
  static BookViews.Side side(BookState book, PartyId side) {
    return new BookViews.Side(
        side.value(),
        book.account().orElseThrow().limit(side).minor(),
        book.credit(side).minor(),
        book.owed(side).minor(),
        book.reserved(side).minor(),
        book.exposure(side).minor(),
        book.room(side).minor());
  }

  private List<BookViews.Part> parts(List<AccountCode> codes) {
    return codes.stream()
        .map(code -> new BookViews.Part(code.code(), book.journal().balance(code).minor()))
        .toList();
  }

  private BookViews.Period period(LocalDate today) {
    var from = book.openFrom().orElseThrow();
    var until = from.plusMonths(settings.periodMonths()).minusDays(1);
    return new BookViews.Period(
        book.periods().size() + 1, from.toString(), until.toString(), today.isAfter(until));
  }

  private BookViews.Due due(Outstanding due, LocalDate today) {
    return new BookViews.Due(
        due.order().debtor().value(),
        due.order().amount().minor(),
        due.paid().minor(),
        due.left().minor(),
        book.periods().size(),
        due.since().toString(),
        due.order().by().toString(),
        due.isLate(today));
  }

  /// Absent where it comes to more than can be kept.
  private Optional<BookViews.Curve> outlook(LocalDate today) {
    try {
      return Outlook.of(book, today, settings).map(Books::curve);
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }

  private static BookViews.Curve curve(Outlook outlook) {
    return new BookViews.Curve(
        outlook.days().stream()
            .map(
                day ->
                    new BookViews.CurveDay(
                        day.day().toString(), day.reserved().minor(), day.contracted().minor()))
            .toList(),
        outlook
            .beyond()
            .map(beyond -> new BookViews.Beyond(beyond.side().value(), beyond.day().toString())));
  }

  private Optional<BookViews.PaceView> pace(LocalDate today) {
    return Pace.of(book, today)
        .map(
            pace ->
                new BookViews.PaceView(
                    pace.days(),
                    pace.moved().minor(),
                    pace.reach()
                        .map(reach -> new BookViews.Reach(reach.side().value(), reach.days()))));
  }

  // ---- vouchers -------------------------------------------------------------------------------

  /// The entry by whose place in the joint order a voucher was booked.
  private EntryId bookedBy(Voucher voucher) {
    return voucher.id().kind().act().isPresent()
        ? acts.find(voucher.entry()).map(Act::by).orElse(voucher.entry())
        : voucher.entry();
  }

  /// Those that `which` wants, the newest first. O(vouchers).
  List<Voucher> vouchers(Predicate<Voucher> which) {
    return new ArrayList<>(book.journal().booked().filter(which).toList()).reversed();
  }

  boolean isOn(Voucher voucher, AccountCode code) {
    return voucher.posted().stream().anyMatch(line -> line.account() == code)
        || voucher.held().stream().anyMatch(line -> line.account() == code);
  }

  boolean isOf(Voucher voucher, EntryId contract) {
    return voucher.entry().equals(contract)
        || Grounds.contract(grounds(voucher)).equals(Optional.of(contract));
  }

  /// The period that `voucher` counts for, from 1; empty where it moves no money.
  Optional<Integer> period(Voucher voucher) {
    return voucher
        .on()
        .map(
            on ->
                book.periods()
                    .values()
                    .filter(closed -> !on.isAfter(closed.until()))
                    .map(PeriodStatement::period)
                    .findFirst()
                    .orElse(book.periods().size() + 1));
  }

  BookViews.VoucherView view(Voucher voucher) {
    var contract =
        voucher.id().kind() == VoucherKind.CONTRACT
            ? Optional.of(voucher.entry())
            : Grounds.contract(grounds(voucher));
    return new BookViews.VoucherView(
        lens.voucherName(voucher.ref()),
        voucher.id().toString(),
        voucher.id().kind().code(),
        voucher.id().side().value(),
        voucher.on().map(LocalDate::toString),
        period(voucher),
        voucher.moved().minor(),
        contract.map(lens::entryName),
        contract.flatMap(this::goods),
        lines(voucher),
        voucher.reversedBy().map(lens::voucherName));
  }

  /// What is delivered under a contract, in the words that were signed.
  private Optional<Object> goods(EntryId contract) {
    return book.trade()
        .contracts()
        .find(contract)
        .map(Contract::terms)
        .map(terms -> terms.goods().name().toJson());
  }

  /// What `voucher` books: what is held, and what is posted.
  static List<BookViews.LineView> lines(Voucher voucher) {
    var lines = new ArrayList<BookViews.LineView>();
    voucher.held().forEach(line -> lines.add(line(line, true)));
    voucher.posted().forEach(line -> lines.add(line(line, false)));
    return lines;
  }

  private static BookViews.LineView line(Line line, boolean isHeld) {
    return new BookViews.LineView(
        line.ledger().name(), line.account().code(), line.amount(), isHeld);
  }

  Optional<BookViews.VoucherDetail> detail(VoucherRef ref) {
    return book.journal().voucher(ref).map(this::detail);
  }

  private BookViews.VoucherDetail detail(Voucher voucher) {
    return new BookViews.VoucherDetail(
        lens.now(),
        book.account().map(Account::unit),
        place(voucher),
        view(voucher),
        voucher.content().toString(),
        voucher.digest().toString(),
        voucher.residue(),
        acts.find(voucher.entry()).map(acts::view),
        line(voucher),
        fact(voucher).map(fact -> said(voucher, fact)),
        grounds(voucher).stream().map(this::view).toList());
  }

  /// From 1. O(vouchers).
  private int place(Voucher voucher) {
    return 1 + book.journal().order().values().toList().indexOf(voucher.ref());
  }

  /// Its place in an act of many, and the proof of that; empty where the act is its own.
  private Optional<BookViews.LineOfAct> line(Voucher voucher) {
    int line = voucher.ref().line();
    return voucher.id().kind() == VoucherKind.ACCEPTANCE && line > 0
        ? terms(voucher.entry())
            .filter(AcceptancesTerms.class::isInstance)
            .map(AcceptancesTerms.class::cast)
            .flatMap(book::tree)
            .map(tree -> line(tree.proof(line)))
        : Optional.empty();
  }

  private static BookViews.LineOfAct line(AcceptanceTree.Proof proof) {
    return new BookViews.LineOfAct(
        proof.line(),
        proof.of(),
        proof.root().toString(),
        proof.text().utf8(),
        proof.path().stream().map(Hash::toString).toList());
  }

  private List<Grounds.Ground> grounds(Voucher voucher) {
    return fact(voucher)
        .map(fact -> grounds.of(voucher, fact))
        .orElseGet(() -> grounds.of(voucher));
  }

  /// What one side has stated in the entry of `voucher`; empty for an act.
  private Optional<BarterFact> fact(Voucher voucher) {
    return voucher.id().kind().act().isPresent()
        ? Optional.empty()
        : lens.view().entry(voucher.entry()).flatMap(this::fact);
  }

  private Optional<BarterFact> fact(Entry entry) {
    try {
      var body = entries.body(entry);
      var statement =
          body.isPresent()
              ? Statement.parse(entry.envelope().kind(), body.get())
              : Optional.<Statement>empty();
      return statement.orElse(null) instanceof Statement.OnBarter(BarterFact fact)
          ? Optional.of(fact)
          : Optional.empty();
    } catch (MalformedJsonException _) {
      return Optional.empty();
    }
  }

  private SaidView said(Voucher voucher, BarterFact fact) {
    var entry = lens.view().entry(voucher.entry()).orElseThrow();
    return new SaidView(
        lens.entryName(entry.id()),
        entry.id().toString(),
        lens.author(voucher.id().side(), entry.author(), Optional.empty()),
        entry.envelope().time(),
        fact.toJson());
  }

  private BookViews.GroundView view(Grounds.Ground ground) {
    var entry = lens.view().entry(ground.entry());
    return new BookViews.GroundView(
        Codes.of(ground.as()),
        lens.voucherName(ground.ref()),
        ground.ref().toString(),
        book.journal().voucher(ground.ref()).map(voucher -> voucher.id().toString()),
        leaf(ground),
        entry.map(one -> entries.author(one).value()),
        entry.map(one -> one.envelope().time()),
        lens.view().isFinal(ground.entry()));
  }

  /// The exact bytes that an acceptance names.
  private Optional<String> leaf(Grounds.Ground ground) {
    return switch (ground.as()) {
      case DESPATCH ->
          book.trade()
              .deliveries()
              .find(ground.entry())
              .map(delivery -> delivery.despatch().leaf().toString());
      case RECEIPT ->
          book.trade()
              .deliveries()
              .values()
              .flatMap(delivery -> delivery.arrival().stream())
              .map(Delivery.Arrival::receipt)
              .filter(receipt -> receipt.entry().equals(ground.entry()))
              .map(receipt -> receipt.leaf().toString())
              .findFirst();
      case CONTRACT, RESERVATION, ACCEPTANCE, PRICE, ORIGINAL, EVIDENCE, SCREENING, REVERSAL ->
          Optional.empty();
    };
  }

  // ---- statements -----------------------------------------------------------------------------

  BookViews.Statements statements() {
    var signed = signed();
    return new BookViews.Statements(
        lens.now(),
        book.account().map(Account::unit),
        draft(),
        new ArrayList<>(book.periods().values().map(closed -> closed(closed, signed)).toList())
            .reversed());
  }

  /// The statement of `period`, closed or open; empty when that has not come.
  Optional<BookViews.StatementDetail> statement(int period) {
    var closed = book.periods().find(period);
    var open = draft().filter(draft -> draft.figures().period() == period);
    if (closed.isEmpty() && open.isEmpty()) {
      return Optional.empty();
    }
    var account = book.account().orElseThrow();
    var signed = signed();
    return Optional.of(
        new BookViews.StatementDetail(
            lens.now(),
            account.unit(),
            List.of(account.a().value(), account.b().value()),
            closed.map(one -> closed(one, signed)),
            open,
            closed.flatMap(one -> act(one, signed)).map(acts::view),
            vouchers(
                    voucher ->
                        voucher.id().kind() == VoucherKind.SETTLEMENT
                            && period(voucher).equals(Optional.of(period)))
                .stream()
                .map(this::view)
                .toList()));
  }

  /// By what each closed period was signed, by its last day. O(vouchers).
  private Map<LocalDate, Voucher> signed() {
    var signed = new TreeMap<LocalDate, Voucher>();
    book.journal()
        .booked()
        .filter(voucher -> voucher.id().kind() == VoucherKind.STATEMENT)
        .forEach(voucher -> signed.put(voucher.on().orElseThrow(), voucher));
    return signed;
  }

  /// The act by which both have signed `closed`.
  Optional<Act> act(PeriodStatement closed) {
    return act(closed, signed());
  }

  private Optional<Act> act(PeriodStatement closed, Map<LocalDate, Voucher> signed) {
    return Optional.ofNullable(signed.get(closed.until()))
        .flatMap(voucher -> acts.find(voucher.entry()));
  }

  private BookViews.Closed closed(PeriodStatement closed, Map<LocalDate, Voucher> signed) {
    var voucher = Optional.ofNullable(signed.get(closed.until())).orElseThrow();
    var today = book.account().orElseThrow().dayOf(lens.now());
    boolean isLast = closed.period() == book.periods().size();
    return new BookViews.Closed(
        figures(closed),
        closed.isOf(closed.counted(book.journal())),
        new BookViews.Ref(lens.voucherName(voucher.ref()), voucher.id().toString()),
        lens.view().entry(bookedBy(voucher)).map(entry -> entry.envelope().time()).orElseThrow(),
        isLast ? Outstanding.of(book, settings).map(due -> due(due, today)) : Optional.empty());
  }

  private static BookViews.Figures figures(PeriodStatement statement) {
    return new BookViews.Figures(
        statement.period(),
        statement.from().toString(),
        statement.until().toString(),
        statement.opening().minor(),
        statement.interest().minor(),
        statement.closing().minor(),
        statement.vouchers(),
        statement.journal().toString());
  }

  /// What would be signed now; absent without an account, or where it cannot be kept.
  private Optional<BookViews.Draft> draft() {
    try {
      return known
          .statement(settings)
          .filter(next -> next.period() == book.periods().size() + 1)
          .map(this::draft);
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }

  private BookViews.Draft draft(PeriodStatement next) {
    var account = known.account().orElseThrow();
    var terms = next.terms(known.journal().last(lens.own(), VoucherKind.STATEMENT) + 1);
    return new BookViews.Draft(
        figures(next),
        account.dayOf(lens.now()).isAfter(next.until()),
        terms.toJson(),
        acts.all().filter(Act::isOpen).flatMap(act -> proposed(act, next).stream()).toList());
  }

  /// A proposal of the statement of that period, and where its figures are others than here.
  private Optional<BookViews.Proposed> proposed(Act act, PeriodStatement here) {
    return BarterTerms.find(act.proposal().said()).orElse(null) instanceof StatementTerms there
            && there.period() == here.period()
        ? Optional.of(new BookViews.Proposed(acts.view(act), differences(here, there)))
        : Optional.empty();
  }

  private static List<BookViews.FigureDifference> differences(
      PeriodStatement here, StatementTerms there) {
    var own = here.terms(there.number()).toJson();
    var theirs = there.toJson();
    return own.names().stream()
        .filter(name -> !own.find(name).equals(theirs.find(name)))
        .map(
            name ->
                new BookViews.FigureDifference(
                    name, own.find(name).orElseThrow(), theirs.find(name).orElseThrow()))
        .toList();
  }

  /// Closed periods, by number.
  PersistentMap<Integer, PeriodStatement> periods() {
    return book.periods();
  }
}
