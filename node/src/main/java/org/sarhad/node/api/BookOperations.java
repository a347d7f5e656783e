package org.sarhad.node.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sarhad.core.act.Act;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.BeancountJournal;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Camt053;
import org.sarhad.core.barter.HledgerJournal;
import org.sarhad.core.barter.Mt950;
import org.sarhad.core.barter.PeriodStatement;
import org.sarhad.core.barter.Voucher;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.barter.VoucherRef;
import org.sarhad.core.barter.VoucherTable;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.api.view.BookViews;
import org.sarhad.node.print.Press;
import org.sarhad.node.sheet.StatementSheet;
import org.sarhad.node.sheet.Voice;
import org.sarhad.node.words.Language;
import org.sarhad.tlog.Bytes;

/// The barter account (protocol chapter 14): what it comes to, what was booked, what both have
/// signed of it, and the same in the forms of other programs. To trade is stated and signed in the
/// words of that chapter.
final class BookOperations {
  private static final String ROOT = "/api/v1/barter";
  private static final String VOUCHERS = ROOT + "/vouchers";
  private static final String STATEMENTS = ROOT + "/statements";
  private static final String STATEMENT = STATEMENTS + "/{period}";
  private static final int PERIOD_MAX = 100_000;
  private static final int CHOSEN_LENGTH_MAX = 4_000;
  private static final Pattern COMMA = Pattern.compile(",");

  private final Surface surface;
  private final Press press = new Press();

  BookOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        get("getBarterAccount", ROOT + "/account", this::account),
        get("listVouchers", VOUCHERS, this::vouchers),
        get("getVoucher", VOUCHERS + "/{log}/{index}", this::voucher),
        get("getVoucherOfLine", VOUCHERS + "/{log}/{index}/{line}", this::voucherOfLine),
        get("listWaitingAcceptances", ROOT + "/acceptances", this::waiting),
        get("listStatements", STATEMENTS, this::statements),
        get("getStatement", STATEMENT, this::statement),
        get("downloadCamt053", STATEMENT + "/camt053", this::camt053),
        get("downloadMt950", STATEMENT + "/mt950", this::mt950),
        get("downloadVouchers", STATEMENT + "/csv", this::csv),
        get("downloadStatement", STATEMENT + "/pdf", this::pdf),
        get(
            "downloadHledger",
            ROOT + "/journals/hledger",
            call -> journal(call, "hledger.journal", HledgerJournal::of)),
        get(
            "downloadBeancount",
            ROOT + "/journals/beancount",
            call -> journal(call, "beancount", BeancountJournal::of)));
  }

  private static Operation get(String id, String path, Operation.Run run) {
    return Operation.get(id, path, Access.signedIn(), run);
  }

  // ---- looking --------------------------------------------------------------------------------

  private Answer account(Call call) throws MalformedRequestException {
    call.query().finish();
    return Answer.ok(new Books(surface.look(call)).account());
  }

  private Answer vouchers(Call call) throws MalformedRequestException {
    var lens = surface.look(call);
    var query = call.query();
    var account = query.parsed("account", AccountCode::of, "expected an account, such as 1000");
    var kind =
        query.parsed("kind", BookOperations::kind, "expected a kind of voucher, such as contra");
    int period = query.number("period", 0, 0, PERIOD_MAX);
    var contract =
        query.parsed(
            "contract",
            name ->
                lens.parties().entry(lens.view(), name).orElseThrow(IllegalArgumentException::new),
            "expected the entry of a contract, such as ir/17");
    var asked = Paging.Asked.of(query);
    query.finish();
    var books = new Books(lens);
    var page = Paging.of(books.vouchers(which(books, account, kind, period, contract)), asked);
    return Answer.ok(
        new BookViews.VoucherPage(
            lens.now(),
            page.items().stream().map(books::view).toList(),
            page.total(),
            page.next()));
  }

  private static VoucherKind kind(String code) {
    return Optional.ofNullable(Codes.lower(VoucherKind.class).get(code))
        .orElseThrow(IllegalArgumentException::new);
  }

  private static Predicate<Voucher> which(
      Books books,
      Optional<AccountCode> account,
      Optional<VoucherKind> kind,
      int period,
      Optional<EntryId> contract) {
    return voucher ->
        (kind.isEmpty() || kind.get() == voucher.id().kind())
            && (account.isEmpty() || books.isOn(voucher, account.get()))
            && (period == 0 || books.period(voucher).equals(Optional.of(period)))
            && (contract.isEmpty() || books.isOf(voucher, contract.get()));
  }

  private Answer voucher(Call call) {
    var lens = surface.look(call);
    return lens.entry(call)
        .map(VoucherRef::of)
        .flatMap(new Books(lens)::detail)
        .map(Answer::ok)
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  private Answer voucherOfLine(Call call) {
    var lens = surface.look(call);
    return lens.entry(call)
        .flatMap(act -> line(call).map(line -> VoucherRef.of(act, line)))
        .flatMap(new Books(lens)::detail)
        .map(Answer::ok)
        .orElseGet(() -> Answer.unknown(call.entryName() + "/" + call.part("line")));
  }

  private static Optional<Integer> line(Call call) {
    var name = call.part("line");
    return name.matches("[1-9][0-9]{0,3}") ? Optional.of(Integer.valueOf(name)) : Optional.empty();
  }

  /// What waits for its acceptance, and the one act that takes over those which are chosen.
  private Answer waiting(Call call) throws MalformedRequestException {
    var lens = surface.look(call);
    var query = call.query();
    var exporter = query.parsed("exporter", PartyId::of, "expected a side, such as ir");
    var chosen =
        query.parsed(
            "chosen",
            names -> entries(lens, names),
            "expected despatches, such as ir/17,ir/21, at most %d characters"
                .formatted(CHOSEN_LENGTH_MAX));
    var asked = Paging.Asked.of(query);
    query.finish();
    return Answer.ok(
        new WaitingAcceptances(lens).view(exporter, chosen.orElse(Ordered.set()), asked));
  }

  private static SortedSet<EntryId> entries(Lens lens, String names) {
    if (names.length() > CHOSEN_LENGTH_MAX) {
      throw new IllegalArgumentException();
    }
    return Ordered.set(
        COMMA
            .splitAsStream(names)
            .map(
                name ->
                    lens.parties()
                        .entry(lens.view(), name)
                        .orElseThrow(IllegalArgumentException::new))
            .toArray(EntryId[]::new));
  }

  private Answer statements(Call call) throws MalformedRequestException {
    call.query().finish();
    return Answer.ok(new Books(surface.look(call)).statements());
  }

  private Answer statement(Call call) throws MalformedRequestException {
    call.query().finish();
    return number(call)
        .flatMap(new Books(surface.look(call))::statement)
        .map(Answer::ok)
        .orElseGet(() -> Answer.unknown(call.part("period")));
  }

  private static Optional<Integer> number(Call call) {
    var name = call.part("period");
    return name.matches("[1-9][0-9]{0,4}") ? Optional.of(Integer.valueOf(name)) : Optional.empty();
  }

  // ---- other programs -------------------------------------------------------------------------

  /// A closed period in some form; the file has the time of its last signature, so that the same
  /// state gives the same file.
  private Answer closed(
      Call call,
      String mediaType,
      String ending,
      BiFunction<Books, PeriodStatement, Optional<Bytes>> maker) {
    var books = new Books(surface.look(call));
    return number(call)
        .flatMap(books.periods()::find)
        .flatMap(
            period ->
                maker
                    .apply(books, period)
                    .<Answer>map(
                        file ->
                            new Answer.Bytes(
                                mediaType,
                                file,
                                "statement-%d%s".formatted(period.period(), ending))))
        .orElseGet(() -> Answer.unknown(call.part("period")));
  }

  private Answer camt053(Call call) throws MalformedRequestException {
    var owner = owner(call);
    return closed(
        call,
        "application/xml",
        "-%s.camt.053.001.08.xml".formatted(owner),
        (books, period) ->
            Camt053.of(books.book(), period.period(), owner, signedAt(call, books, period))
                .map(Bytes::ofUtf8));
  }

  private Answer mt950(Call call) throws MalformedRequestException {
    var owner = owner(call);
    return closed(
        call,
        "text/plain",
        "-%s.mt950.txt".formatted(owner),
        (books, period) -> Mt950.of(books.book(), period.period(), owner).map(Bytes::ofUtf8));
  }

  /// Whose statement it is: this side's own, if it is not said.
  private PartyId owner(Call call) throws MalformedRequestException {
    var query = call.query();
    var owner = query.parsed("owner", PartyId::of, "expected a side, such as ir");
    query.finish();
    return owner.orElse(surface.parties().ownId());
  }

  private Instant signedAt(Call call, Books books, PeriodStatement period) {
    var view = surface.look(call).view();
    return books
        .act(period)
        .map(Act::by)
        .flatMap(view::entry)
        .map(entry -> entry.envelope().time())
        .orElse(Instant.EPOCH);
  }

  private Answer csv(Call call) throws MalformedRequestException {
    call.query().finish();
    return closed(
        call,
        Operation.CSV,
        ".csv",
        (books, period) ->
            Optional.of(Bytes.ofUtf8(VoucherTable.of(period.booked(books.book().journal())))));
  }

  private Answer journal(Call call, String ending, Function<BookState, String> maker)
      throws MalformedRequestException {
    call.query().finish();
    var text = maker.apply(new Books(surface.look(call)).book());
    return new Answer.Bytes("text/plain", Bytes.ofUtf8(text), "barter-account." + ending);
  }

  // ---- paper ----------------------------------------------------------------------------------

  private Answer pdf(Call call) throws MalformedRequestException {
    var query = call.query();
    var language = query.choice("language", Language.byCode(), Language.EN);
    query.finish();
    return closed(
        call,
        "application/pdf",
        "-%s.pdf".formatted(language.code()),
        (books, period) -> books.act(period).map(act -> print(call, language, books, period, act)));
  }

  private Bytes print(Call call, Language language, Books books, PeriodStatement period, Act act) {
    var lens = surface.look(call);
    var parties = lens.parties();
    var acts = new Acts(lens);
    var voice = Voice.of(language, parties.own(), parties.peers(lens.view()));
    var entries =
        Stream.concat(lens.view().entry(act.id()).stream(), acts.said(act)).distinct().toList();
    var paper = PaperOperations.set(lens, lens.entryName(act.id()), entries);
    return press.print(
        new StatementSheet(voice, books.book().account().orElseThrow(), lens::voucherName)
            .of(period, period.booked(books.book().journal()), acts.view(act), paper));
  }
}
