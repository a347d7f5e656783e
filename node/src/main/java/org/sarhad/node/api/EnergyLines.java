package org.sarhad.node.api;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sarhad.core.barter.Account;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.Rounded;
import org.sarhad.core.barter.ShortfallTerms;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.barter.UntakenMonth;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.energy.DayClose;
import org.sarhad.core.energy.EnergyDay;
import org.sarhad.core.energy.EnergyFact;
import org.sarhad.core.energy.EnergyState;
import org.sarhad.core.energy.Hole;
import org.sarhad.core.energy.InKind;
import org.sarhad.core.energy.Line;
import org.sarhad.core.energy.LineDay;
import org.sarhad.core.energy.MonthClose;
import org.sarhad.core.energy.Quality;
import org.sarhad.core.energy.Reading;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Word;
import org.sarhad.node.api.view.EnergyViews;
import org.sarhad.node.api.view.IncidentViews.Author;

/// Lines, days and months of energy as the contract shows them: by everything that is known
/// (protocol clauses 18-4 and 18-5). In watt hours.
final class EnergyLines {
  private static final int DAY_LENGTH = "2019-04-21".length();

  /// What of the schedules of a day stands.
  private enum Scheduled {
    NONE,
    /// One side has said nothing.
    ONE,
    DIFFER,
    AGREED
  }

  private final Lens lens;
  private final Consignments consignments;
  private final BookState book;
  private final EnergyState known;
  private final long tolerance;

  EnergyLines(Lens lens) {
    this.lens = lens;
    this.consignments = new Consignments(lens);
    this.book = lens.view().expected().book();
    this.known = lens.view().expected().energy();
    this.tolerance = lens.view().agreed().barterSettings().tolerance();
  }

  /// Those that stand, then those that are over.
  EnergyViews.Lines lines() {
    var all =
        Stream.of(false, true)
            .flatMap(ended -> known.lines().values().filter(line -> line.isEnded() == ended))
            .map(this::view)
            .toList();
    return new EnergyViews.Lines(lens.now(), all);
  }

  Optional<Line> find(EntryId id) {
    return known.lines().find(id);
  }

  EnergyViews.LineView view(Line line) {
    Contract contract = contract(line);
    Account account = account();
    return new EnergyViews.LineView(
        lens.entryName(line.id()),
        line.id().toString(),
        consignments.goods(contract),
        Codes.of(contract.terms().weighed()),
        contract.terms().price().toJson(),
        tolerance,
        account.from().toString().substring(DAY_LENGTH),
        account.dayOf(lens.now()),
        line.isEnded(),
        line.terms().toJson());
  }

  private Contract contract(Line line) {
    return book.trade().contracts().get(line.terms().contract());
  }

  private Account account() {
    return book.account().orElseThrow();
  }

  // ---- a month --------------------------------------------------------------------------------

  /// @throws ArithmeticException when a sum is beyond 2^63
  EnergyViews.Month month(Line line, YearMonth month) {
    return new EnergyViews.Month(
        lens.now(),
        view(line),
        month.toString(),
        IntStream.rangeClosed(1, month.lengthOfMonth())
            .mapToObj(day -> row(line, new LineDay(line.id(), month.atDay(day))))
            .toList(),
        close(line, MonthClose.of(known, line, month, book, tolerance)));
  }

  private EnergyViews.DayRow row(Line line, LineDay of) {
    return new EnergyViews.DayRow(of.day(), Codes.of(scheduled(line, of)), close(of));
  }

  private Scheduled scheduled(Line line, LineDay of) {
    EnergyDay day = known.day(of);
    return switch (day.schedules().size()) {
      case 0 -> Scheduled.NONE;
      case 1 -> Scheduled.ONE;
      default -> day.agreed(line).isPresent() ? Scheduled.AGREED : Scheduled.DIFFER;
    };
  }

  private EnergyViews.CloseView close(Line line, MonthClose month) {
    return new EnergyViews.CloseView(
        month.open(),
        month.accepted(),
        month.disputed(),
        month.deviations(),
        month.shortfall(),
        month.shortfall() == 0 ? Optional.empty() : worth(line, month).map(Money::minor),
        draft(line, month).map(terms -> terms.toJson()),
        paidBy(line, month).map(lens::entryName),
        month.returned().map(exact -> inKind(line.terms().returned().orElseThrow(), exact)));
  }

  private Optional<Money> worth(Line line, MonthClose month) {
    return month.worth(contract(line)).map(Rounded::money);
  }

  private Optional<EntryId> paidBy(Line line, MonthClose month) {
    return book.trade()
        .untaken()
        .find(new UntakenMonth(line.terms().contract(), month.month().atDay(1)));
  }

  /// The act by which what was not taken is paid for, as this side would propose it.
  private Optional<ShortfallTerms> draft(Line line, MonthClose month) {
    LocalDate today = account().dayOf(lens.now());
    return month.shortfall() == 0 || !line.isOf(lens.own()) || paidBy(line, month).isPresent()
        ? Optional.empty()
        : worth(line, month)
            .map(
                worth ->
                    new ShortfallTerms(
                        book.journal().last(lens.own(), VoucherKind.SHORTFALL) + 1,
                        book.openFrom().filter(today::isBefore).orElse(today),
                        line.terms().contract(),
                        month.month(),
                        new Quantity(month.shortfall(), UnitCode.WHR),
                        worth));
  }

  private static EnergyViews.InKindView inKind(InKind agreed, Rational due) {
    return new EnergyViews.InKindView(
        due.toString(),
        due.numerator().divide(due.denominator()).toString(),
        agreed.due().unit().code());
  }

  // ---- a day ----------------------------------------------------------------------------------

  EnergyViews.Day day(Line line, LocalDate date) {
    LineDay of = new LineDay(line.id(), date);
    EnergyDay day = known.day(of);
    return new EnergyViews.Day(
        lens.now(),
        view(line),
        date,
        account().begin(date),
        !lens.now().isBefore(account().begin(date.plusDays(1))),
        Codes.of(scheduled(line, of)),
        day.schedules().stream().map(each -> schedule(each.key(), each.value())).toList(),
        day.meters().stream().map(each -> meter(each.key(), each.value())).toList(),
        close(of),
        known.accepted(of, book, tolerance).map(quarters -> quarters.wh()));
  }

  private EnergyViews.ScheduleView schedule(PartyId by, Word<EnergyFact.Scheduled> word) {
    return new EnergyViews.ScheduleView(
        by.value(),
        lens.entryName(word.entry()),
        author(by, word),
        word.at(),
        word.said().version(),
        word.said().quarters().wh());
  }

  private EnergyViews.MeterView meter(PartyId by, Word<EnergyFact.Metered> word) {
    Reading reading = word.said().reading();
    return new EnergyViews.MeterView(
        by.value(),
        lens.entryName(word.entry()),
        author(by, word),
        word.at(),
        word.said().version(),
        reading.serial(),
        reading.from(),
        reading.to(),
        letters(reading.quality()),
        reading.quarters().wh(),
        reading.filled().wh());
  }

  private static String letters(List<Quality> quality) {
    var letters = new StringBuilder();
    quality.forEach(one -> letters.append(one.letter()));
    return letters.toString();
  }

  private Author author(PartyId by, Word<?> word) {
    return lens.author(
        by, lens.view().entry(word.entry()).flatMap(entry -> entry.author()), Optional.empty());
  }

  private EnergyViews.DayView close(LineDay of) {
    return switch (known.close(of, book, tolerance).orElseThrow()) {
      case DayClose.Open open ->
          new EnergyViews.DayView(
              false,
              open.missing().stream().map(PartyId::value).toList(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              Optional.empty());
      case DayClose.Closed closed ->
          new EnergyViews.DayView(
              true,
              List.of(),
              Optional.of(closed.sent()),
              Optional.of(closed.received()),
              Optional.of(closed.isTolerated()),
              Optional.of(closed.accepted()),
              Optional.of(closed.disputed()),
              closed.holes().stream().map(EnergyLines::hole).toList(),
              closed.deviations().map(all -> all));
    };
  }

  private static EnergyViews.HoleView hole(Hole hole) {
    return switch (hole) {
      case Hole.Quarters(PartyId side, int from, int count) ->
          new EnergyViews.HoleView(
              side.value(), "quarters", Optional.of(from), Optional.of(count), Optional.empty());
      case Hole.BetweenDays(PartyId side, long wh) ->
          new EnergyViews.HoleView(
              side.value(), "between_days", Optional.empty(), Optional.empty(), Optional.of(wh));
    };
  }
}
