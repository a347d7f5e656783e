package org.sarhad.core.barter;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// The terms of the joint acts that make the book: what both sides sign (protocol clause 14-2).
/// Every figure that follows from others stands in them all the same, so that it was seen by who
/// signed; the fold computes it again and books nothing if it comes to another one.
public sealed interface BarterTerms {
  /// Most characters of a reason.
  int REASON_MAX = 2_000;

  /// The number of the voucher in its proposer's series.
  int number();

  /// Which series, and with it the kind of act.
  VoucherKind kind();

  /// The terms as they stand in the proposal. Inverse of [#fromJson].
  Json.Obj toJson();

  /// Reads terms of `kind` in their one spelling.
  ///
  /// @throws MalformedJsonException when they are none
  static BarterTerms fromJson(VoucherKind kind, Json.Obj terms) throws MalformedJsonException {
    return Bodies.closed(
        "barter_" + kind.code(), terms, json -> read(kind, json), BarterTerms::toJson);
  }

  /// What the terms of `said` say; empty when they cannot be read, or are of another application.
  static Optional<BarterTerms> find(ActFact.Proposed said) {
    try {
      Optional<VoucherKind> kind = VoucherKind.find(said.act());
      return kind.isPresent() ? Optional.of(fromJson(kind.get(), said.terms())) : Optional.empty();
    } catch (MalformedJsonException _) {
      return Optional.empty();
    }
  }

  private static BarterTerms read(VoucherKind kind, Json.Obj json) throws MalformedJsonException {
    return switch (kind) {
      case ACCOUNT -> Opening.read(json);
      case CONTRACT -> Contracting.read(json);
      case RESERVATION -> Reserving.read(json);
      case ACCEPTANCE -> Accepting.read(json);
      case ACCEPTANCES -> AcceptingMany.read(json);
      case DIFFERENCE -> Settling.read(json);
      case CONTRA -> Contra.read(json);
      case PRICE -> Pricing.read(json);
      case STATEMENT -> Closing.read(json);
      case SETTLEMENT -> Paying.read(json);
      case SWING -> Swing.read(json);
      case YEAR_END -> YearEnd.read(json);
      case CREDIT -> Crediting.read(json);
      case RESTATEMENT -> Restating.read(json);
      case TERMINATION -> Ending.read(json);
      case SHORTFALL -> Untaken.read(json);
      case DESPATCH, RECEIPT, CERTIFICATE, LAPSE, VOIDING ->
          throw new IllegalArgumentException(kind.code() + " is no joint act");
    };
  }

  /// Terms by which something is booked on a day.
  sealed interface Dated extends BarterTerms {
    /// The day it counts for.
    LocalDate on();
  }

  /// Terms about goods.
  sealed interface OfGoods extends BarterTerms {}

  /// Terms about the account itself.
  sealed interface OfAccount extends BarterTerms {}

  // ---- the account ----------------------------------------------------------------------------

  /// "There is an account between us."
  ///
  /// @param from its first day, and the offset from UTC at which its days end
  /// @param unit the unit of account: 2 to 8 capital letters
  /// @param limits how much each of the two sides may owe; none negative
  record Opening(int number, DueDate from, String unit, SortedMap<PartyId, Money> limits)
      implements OfAccount {
    private static final Pattern UNIT = Pattern.compile("[A-Z]{2,8}");

    /// @throws IllegalArgumentException when a value is not of that form
    public Opening {
      Members.checkedNumber(number);
      limits = Ordered.map(limits);
      if (limits.size() != 2 || !UNIT.matcher(unit).matches()) {
        throw new IllegalArgumentException(
            "account of %d sides in \"%s\"; expected 2, and 2 to 8 capital letters"
                .formatted(limits.size(), unit));
      }
      limits.values().forEach(limit -> Members.atLeast("limit", limit, Money.ZERO));
    }

    @Override
    public VoucherKind kind() {
      return VoucherKind.ACCOUNT;
    }

    @Override
    public Json.Obj toJson() {
      JsonBuilder sides = Json.obj();
      limits.forEach((side, limit) -> sides.put(side.value(), limit.minor()));
      return Json.obj()
          .put("from", from.toString())
          .put("limits", sides.build())
          .put("number", number)
          .put("unit", unit)
          .build();
    }

    private static Opening read(Json.Obj json) throws MalformedJsonException {
      Json.Obj sides = json.object("limits");
      TreeMap<PartyId, Money> limits = new TreeMap<>();
      for (String side : sides.names()) {
        limits.put(PartyId.of(side), Members.money(sides, side, 0));
      }
      return new Opening(
          Members.number(json), json.as("from", DueDate::parse), json.text("unit"), limits);
    }
  }

  /// "This side may owe so much from here on."
  ///
  /// @param limit from nothing on
  /// @param isRunDown whether it may be less than what the side owes already: it then owes more to
  ///   nobody until it has come below
  record Swing(int number, PartyId side, Money limit, boolean isRunDown) implements OfAccount {
    /// @throws IllegalArgumentException when a value is out of range
    public Swing {
      Members.checkedNumber(number);
      Members.atLeast("limit", limit, Money.ZERO);
    }

    @Override
    public VoucherKind kind() {
      return VoucherKind.SWING;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("limit", limit.minor())
          .put("number", number)
          .put("run_down", isRunDown)
          .put("side", side.value())
          .build();
    }

    private static Swing read(Json.Obj json) throws MalformedJsonException {
      return new Swing(
          Members.number(json),
          json.as("side", PartyId::of),
          Members.money(json, "limit", 0),
          json.bool("run_down"));
    }
  }

  // ---- goods ----------------------------------------------------------------------------------

  /// "These goods, so much of them, at this price."
  ///
  /// @param quantity more than nothing; in the unit that all of it is counted in
  /// @param price by which it is booked; for a unit of the same dimension
  /// @param indices what the price rests on, as far as it is known: provisional until there is a
  ///   [Pricing]
  /// @param weighed which weight counts where the two differ within what is tolerated
  /// @param until the day after which nothing new is reserved
  /// @param screening entries by which both sides have screened it, at most 16
  record Contracting(
      int number,
      Goods goods,
      Quantity quantity,
      PriceRule price,
      SortedMap<String, Rational> indices,
      Weighed weighed,
      DueDate until,
      SortedSet<EntryId> screening)
      implements OfGoods {
    private static final int SCREENING_MAX = 16;

    /// Which weight counts.
    public enum Weighed {
      /// What was loaded.
      LOADED,
      /// What came out.
      OUTTURN,
      /// Half of both.
      MEAN
    }

    /// @throws IllegalArgumentException when a value is out of range
    public Contracting {
      Members.checkedNumber(number);
      indices = Members.checkedIndices(indices);
      screening = Bodies.counted("screening", Ordered.set(screening), 0, SCREENING_MAX);
      if (quantity.amount() == 0 || quantity.in(price.per()).isEmpty()) {
        throw new IllegalArgumentException(
            "%s at a price for one %s; expected some, of the same dimension"
                .formatted(quantity, price.per().code()));
      }
    }

    @Override
    public VoucherKind kind() {
      return VoucherKind.CONTRACT;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("goods", goods.toJson())
          .put("indices", Members.indices(indices))
          .put("number", number)
          .put("price", price.toJson())
          .put("quantity", quantity.toJson())
          .put("screening", Bodies.named(screening))
          .put("until", until.toString())
          .put("weighed", Bodies.code(weighed))
          .build();
    }

    private static Contracting read(Json.Obj json) throws MalformedJsonException {
      return new Contracting(
          Members.number(json),
          Goods.fromJson(json.object("goods")),
          Quantity.fromJson(json.object("quantity")),
          PriceRule.fromJson(json.object("price")),
          Members.indices(json.object("indices")),
          json.as("weighed", code -> Bodies.constant(code, Weighed.class)),
          json.as("until", DueDate::parse),
          Bodies.entries(json, "screening"));
    }
  }

  /// "There is room in the account for this part of it."
  ///
  /// @param contract the act that made the contract
  /// @param quantity in the unit of the contract; more than nothing
  /// @param hold what the most that may be delivered under it is worth
  /// @param until the day after which the exporter's node takes back what was not despatched
  record Reserving(int number, EntryId contract, Quantity quantity, Money hold, DueDate until)
      implements OfGoods {
    /// @throws IllegalArgumentException when a value is out of range
    public Reserving {
      Members.checkedNumber(number);
      Members.atLeast("hold", hold, Money.ZERO);
      if (quantity.amount() == 0) {
        throw new IllegalArgumentException("a reservation of nothing");
      }
    }

    @Override
    public VoucherKind kind() {
      return VoucherKind.RESERVATION;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("contract", contract.toString())
          .put("hold", hold.minor())
          .put("number", number)
          .put("quantity", quantity.toJson())
          .put("until", until.toString())
          .build();
    }

    private static Reserving read(Json.Obj json) throws MalformedJsonException {
      return new Reserving(
          Members.number(json),
          json.as("contract", EntryId::parse),
          Quantity.fromJson(json.object("quantity")),
          Members.money(json, "hold", 0),
          json.as("until", DueDate::parse));
    }
  }

  /// "It has arrived, and we take it over."
  ///
  /// @param despatch by which it left
  /// @param receipt by which it arrived
  /// @param value what is owed for it
  /// @param disputed what is owed for the slice that only one side has weighed, if that is more
  ///   than is tolerated: it is owed by nobody until a [Settling] says so
  record Accepting(
      int number, LocalDate on, Basis despatch, Basis receipt, Money value, Money disputed)
      implements Dated, OfGoods {
    /// @throws IllegalArgumentException when a value is out of range
    public Accepting {
      Members.checkedNumber(number);
      Members.checkedDay(on);
      Members.atLeast("value", value, Money.ZERO);
      Members.atLeast("disputed", disputed, Money.ZERO);
    }

    @Override
    public VoucherKind kind() {
      return VoucherKind.ACCEPTANCE;
    }

    /// The canonical text of [#toJson()], written at once: an act of many has a thousand of them,
    /// and every part of it is plain.
    Bytes canonical() {
      return Bytes.ofUtf8(
          "{\"despatch\":"
              + despatch.canonical()
              + ",\"disputed\":"
              + disputed.minor()
              + ",\"number\":"
              + number
              + ",\"on\":\""
              + on
              + "\",\"receipt\":"
              + receipt.canonical()
              + ",\"value\":"
              + value.minor()
              + "}");
    }

    /// The same under another number.
    public Accepting numbered(int next) {
      return new Accepting(next, on, despatch, receipt, value, disputed);
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("despatch", despatch.toJson())
          .put("disputed", disputed.minor())
          .put("number", number)
          .put("on", on.toString())
          .put("receipt", receipt.toJson())
          .put("value", value.minor())
          .build();
    }

    private static Accepting read(Json.Obj json) throws MalformedJsonException {
      return new Accepting(
          Members.number(json),
          Members.day(json, "on"),
          Basis.fromJson(json.object("despatch")),
          Basis.fromJson(json.object("receipt")),
          Members.money(json, "value", 0),
          Members.money(json, "disputed", 0));
    }
  }

  /// "All of these have arrived, and we take them over": one act of many lines, each of which is
  /// judged and booked like an [Accepting] of its own, in their order. All of them or none.
  ///
  /// @param number in the series of such acts
  /// @param first the number of the first line in the series of acceptances; the others follow
  /// @param on the day that all of them count for
  /// @param despatches the log that they left by
  /// @param receipts the log that they arrived by
  /// @param lines 1 to 1 000, ascending by despatch
  /// @param root of the Merkle tree over the lines, each as the terms of an act of its own
  ///   ([AcceptanceTree])
  record AcceptingMany(
      int number,
      int first,
      LocalDate on,
      Origin despatches,
      Origin receipts,
      List<Line> lines,
      Hash root)
      implements Dated {
    /// Most lines of an act: so many fit into what terms may have, whatever their figures are, in
    /// logs of less than a thousand million entries.
    public static final int LINES_MAX = 1_000;

    private static final long INDEX_MAX = Json.INTEGER_MAX;

    /// One delivery.
    ///
    /// @param despatch the index of the entry by which it left
    /// @param receipt the index of that by which it arrived
    /// @param value as of an [Accepting]
    /// @param disputed likewise
    public record Line(long despatch, long receipt, Money value, Money disputed) {
      /// @throws IllegalArgumentException when a value is out of range
      public Line {
        if (despatch < 0 || despatch > INDEX_MAX || receipt < 0 || receipt > INDEX_MAX) {
          throw new IllegalArgumentException(
              "a line of entries %d and %d; expected 0 or more".formatted(despatch, receipt));
        }
        Members.atLeast("value", value, Money.ZERO);
        Members.atLeast("disputed", disputed, Money.ZERO);
      }

      private Json toJson() {
        return Json.arr(
            Json.of(despatch), Json.of(receipt), Json.of(value.minor()), Json.of(disputed.minor()));
      }

      private static Line read(List<Long> numbers) {
        if (numbers.size() != 4) {
          throw new IllegalArgumentException(
              "a line of %d numbers; expected despatch, receipt, value and disputed"
                  .formatted(numbers.size()));
        }
        return new Line(
            numbers.get(0), numbers.get(1), Money.of(numbers.get(2)), Money.of(numbers.get(3)));
      }
    }

    /// @throws IllegalArgumentException when a value is out of range, or despatches do not ascend
    public AcceptingMany {
      Members.checkedNumber(number);
      Members.checkedNumber(first);
      Members.checkedDay(on);
      lines = Bodies.counted("lines", List.copyOf(lines), 1, LINES_MAX);
      Members.checkedNumber(Math.addExact(first, lines.size() - 1));
      for (int i = 1; i < lines.size(); i++) {
        if (lines.get(i - 1).despatch() >= lines.get(i).despatch()) {
          throw new IllegalArgumentException(
              "despatch %d behind %d; expected each once, ascending"
                  .formatted(lines.get(i).despatch(), lines.get(i - 1).despatch()));
        }
      }
    }

    /// Whether so many lines make an act.
    static boolean isCount(int lines) {
      return lines >= 1 && lines <= LINES_MAX;
    }

    /// The act of `lines`, which have one day, ascend by despatch, are numbered one after the other
    /// and are of one log each way; at least one of them.
    ///
    /// @param number in the series of such acts
    public static AcceptingMany of(int number, List<Accepting> lines) {
      Accepting first = lines.getFirst();
      return new AcceptingMany(
          number,
          first.number(),
          first.on(),
          first.despatch().entry().origin(),
          first.receipt().entry().origin(),
          lines.stream()
              .map(
                  line ->
                      new Line(
                          line.despatch().entry().index(),
                          line.receipt().entry().index(),
                          line.value(),
                          line.disputed()))
              .toList(),
          new AcceptanceTree(lines).root());
    }

    @Override
    public VoucherKind kind() {
      return VoucherKind.ACCEPTANCES;
    }

    /// The entry by which line `line` left.
    ///
    /// @param line from 1
    public EntryId despatch(int line) {
      return EntryId.of(despatches, lines.get(line - 1).despatch());
    }

    /// The entry by which line `line` arrived.
    ///
    /// @param line from 1
    public EntryId receipt(int line) {
      return EntryId.of(receipts, lines.get(line - 1).receipt());
    }

    /// Line `line` as the terms of an act of its own, where its papers have these leaf hashes.
    ///
    /// @param line from 1
    public Accepting accepting(int line, Hash despatch, Hash receipt) {
      Line one = lines.get(line - 1);
      return new Accepting(
          first + line - 1,
          on,
          new Basis(despatch(line), despatch),
          new Basis(receipt(line), receipt),
          one.value(),
          one.disputed());
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("despatches", despatches.value())
          .put("first", first)
          .put("lines", Json.arr(lines.stream().map(Line::toJson)))
          .put("number", number)
          .put("on", on.toString())
          .put("receipts", receipts.value())
          .putHash("root", root)
          .build();
    }

    private static AcceptingMany read(Json.Obj json) throws MalformedJsonException {
      List<Line> lines = new ArrayList<>();
      for (Json.Arr line : json.array("lines").arrays()) {
        lines.add(Line.read(line.integers(0, Json.INTEGER_MAX)));
      }
      return new AcceptingMany(
          Members.number(json),
          json.smallInteger("first", 1, VoucherId.NUMBER_MAX),
          Members.day(json, "on"),
          json.as("despatches", Origin::of),
          json.as("receipts", Origin::of),
          lines,
          json.hash("root"));
    }
  }

  /// "So much of it was not taken in that month, and is paid for all the same": take-or-pay.
  ///
  /// @param contract the act that made it
  /// @param month of which, a calendar month of the account
  /// @param quantity how much was not taken, in the unit of the contract; more than nothing
  /// @param value what that is worth at its newest price
  record Untaken(
      int number, LocalDate on, EntryId contract, YearMonth month, Quantity quantity, Money value)
      implements Dated, OfGoods {
    /// @throws IllegalArgumentException when a value is out of range
    public Untaken {
      Members.checkedNumber(number);
      Members.checkedDay(on);
      Members.checkedDay(month.atDay(1));
      Members.atLeast("value", value, Money.ZERO);
      if (quantity.amount() < 1) {
        throw new IllegalArgumentException("nothing was not taken; expected 1 or more");
      }
    }

    @Override
    public VoucherKind kind() {
      return VoucherKind.SHORTFALL;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("contract", contract.toString())
          .put("month", month.toString())
          .put("number", number)
          .put("on", on.toString())
          .put("quantity", quantity.toJson())
          .put("value", value.minor())
          .build();
    }

    private static Untaken read(Json.Obj json) throws MalformedJsonException {
      return new Untaken(
          Members.number(json),
          Members.day(json, "on"),
          json.as("contract", EntryId::parse),
          Members.month(json, "month"),
          Quantity.fromJson(json.object("quantity")),
          Members.money(json, "value", 0));
    }
  }

  /// "The dispute about this slice is at an end."
  ///
  /// @param acceptance the act that left it open, or the line of one
  /// @param granted how much of it is owed; the rest is nobody's
  /// @param as what the rest is put down to
  record Settling(int number, LocalDate on, VoucherRef acceptance, Money granted, As as)
      implements Dated, OfGoods {
    /// What a difference is put down to.
    public enum As {
      /// Weight or measure.
      MEASURE,
      /// Quality.
      QUALITY
    }

    /// @throws IllegalArgumentException when a value is out of range
    public Settling {
      Members.checkedNumber(number);
      Members.checkedDay(on);
      Members.atLeast("granted", granted, Money.ZERO);
    }

    @Override
    public VoucherKind kind() {
      return VoucherKind.DIFFERENCE;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("acceptance", acceptance.toString())
          .put("as", Bodies.code(as))
          .put("granted", granted.minor())
          .put("number", number)
          .put("on", on.toString())
          .build();
    }

    private static Settling read(Json.Obj json) throws MalformedJsonException {
      return new Settling(
          Members.number(json),
          Members.day(json, "on"),
          json.as("acceptance", VoucherRef::parse),
          Members.money(json, "granted", 0),
          json.as("as", code -> Bodies.constant(code, As.class)));
    }
  }

  /// "The numbers are published: this is the price of what was booked."
  ///
  /// @param contract whose price it is
  /// @param indices what the price rests on; provisional for what is accepted later
  /// @param acceptances the acts, or lines of acts, that it is the price of, 1 to 64
  /// @param delta what is owed more for them together, or less
  record Pricing(
      int number,
      LocalDate on,
      EntryId contract,
      SortedMap<String, Rational> indices,
      SortedSet<VoucherRef> acceptances,
      Money delta)
      implements Dated {
    /// Most acceptances of one act.
    public static final int ACCEPTANCES_MAX = 64;

    /// @throws IllegalArgumentException when a value is out of range
    public Pricing {
      Members.checkedNumber(number);
      Members.checkedDay(on);
      indices = Members.checkedIndices(indices);
      acceptances = Bodies.counted("acceptances", Ordered.set(acceptances), 1, ACCEPTANCES_MAX);
    }

    @Override
    public VoucherKind kind() {
      return VoucherKind.PRICE;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("acceptances", Bodies.named(acceptances))
          .put("contract", contract.toString())
          .put("delta", delta.minor())
          .put("indices", Members.indices(indices))
          .put("number", number)
          .put("on", on.toString())
          .build();
    }

    private static Pricing read(Json.Obj json) throws MalformedJsonException {
      return new Pricing(
          Members.number(json),
          Members.day(json, "on"),
          json.as("contract", EntryId::parse),
          Members.indices(json.object("indices")),
          Ordered.set(Bodies.texts(json, "acceptances", VoucherRef::parse)),
          Members.signed(json, "delta"));
    }
  }

  /// "This was wrong, and is booked the other way." What was wrong stays as it is.
  ///
  /// @param act whose postings, or those of which line of it
  /// @param reason at most 2 000 characters
  record Contra(int number, LocalDate on, VoucherRef act, Wording reason)
      implements Dated, OfAccount {
    /// @throws IllegalArgumentException when a value is out of range
    public Contra {
      Members.checkedNumber(number);
      Members.checkedDay(on);
      reason.atMost("reason", REASON_MAX);
    }

    @Override
    public VoucherKind kind() {
      return VoucherKind.CONTRA;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("act", act.toString())
          .put("number", number)
          .put("on", on.toString())
          .put("reason", reason.toJson())
          .build();
    }

    private static Contra read(Json.Obj json) throws MalformedJsonException {
      return new Contra(
          Members.number(json),
          Members.day(json, "on"),
          json.as("act", VoucherRef::parse),
          Bodies.wording(json, "reason"));
    }
  }

  // ---- time and money -------------------------------------------------------------------------

  /// "This is what the account was in this period."
  ///
  /// @param period 1 for the first
  /// @param until its last day
  /// @param opening what B owed A when it began; less than nothing where A owed B
  /// @param interest what of that is due for the period, of the same sign
  /// @param closing what B owes A at its end, interest included
  /// @param vouchers how many were booked in it
  /// @param journal the hash over all of them
  record Closing(
      int number,
      int period,
      LocalDate until,
      Money opening,
      Money interest,
      Money closing,
      int vouchers,
      Hash journal)
      implements OfAccount {
    /// @throws IllegalArgumentException when a value is out of range
    public Closing {
      Members.checkedNumber(number);
      Members.checkedNumber(period);
      Members.checkedDay(until);
      if (vouchers < 0) {
        throw new IllegalArgumentException(vouchers + " vouchers; expected 0 or more");
      }
    }

    @Override
    public VoucherKind kind() {
      return VoucherKind.STATEMENT;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("closing", closing.minor())
          .put("interest", interest.minor())
          .putHash("journal", journal)
          .put("number", number)
          .put("opening", opening.minor())
          .put("period", period)
          .put("until", until.toString())
          .put("vouchers", vouchers)
          .build();
    }

    private static Closing read(Json.Obj json) throws MalformedJsonException {
      return new Closing(
          Members.number(json),
          json.smallInteger("period", 1, VoucherId.NUMBER_MAX),
          Members.day(json, "until"),
          Members.signed(json, "opening"),
          Members.signed(json, "interest"),
          Members.signed(json, "closing"),
          json.smallInteger("vouchers", 0, VoucherId.NUMBER_MAX),
          json.hash("journal"));
    }
  }

  /// "So much of the debt is paid."
  ///
  /// @param debtor who pays
  /// @param amount more than nothing, and no more than is owed
  /// @param by in what
  /// @param reference of the payment at the banks; 1 to 64 characters
  record Paying(int number, LocalDate on, PartyId debtor, Money amount, By by, String reference)
      implements Dated, OfAccount {
    private static final int REFERENCE_MAX = 64;

    /// In what a debt is paid.
    public enum By {
      /// In goods outside any contract of the account.
      GOODS,
      /// In convertible money.
      MONEY,
      /// By a loan, which is another paper's matter.
      LOAN
    }

    /// @throws IllegalArgumentException when a value is out of range
    public Paying {
      Members.checkedNumber(number);
      Members.checkedDay(on);
      Members.atLeast("amount", amount, Money.of(1));
      Optional<String> flaw = Text.flawInIdentifier(reference, REFERENCE_MAX);
      if (flaw.isPresent()) {
        throw new IllegalArgumentException("reference has " + flaw.get());
      }
    }

    @Override
    public VoucherKind kind() {
      return VoucherKind.SETTLEMENT;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("amount", amount.minor())
          .put("by", Bodies.code(by))
          .put("debtor", debtor.value())
          .put("number", number)
          .put("on", on.toString())
          .put("reference", reference)
          .build();
    }

    private static Paying read(Json.Obj json) throws MalformedJsonException {
      return new Paying(
          Members.number(json),
          Members.day(json, "on"),
          json.as("debtor", PartyId::of),
          Members.money(json, "amount", 1),
          json.as("by", code -> Bodies.constant(code, By.class)),
          json.text("reference"));
    }
  }

  /// "The year is closed, and these differences go on by name."
  ///
  /// @param carried every account of differences that is not at nothing, ascending
  record YearEnd(int number, List<Carried> carried) implements OfAccount {
    /// A difference that is not explained yet.
    ///
    /// @param amount what stands on the account
    /// @param reason at most 2 000 characters
    public record Carried(AccountCode account, Money amount, Wording reason) {
      /// @throws IllegalArgumentException when the reason is too long
      public Carried {
        reason.atMost("reason", REASON_MAX);
      }

      private Json.Obj toJson() {
        return Json.obj()
            .put("account", account.code())
            .put("amount", amount.minor())
            .put("reason", reason.toJson())
            .build();
      }

      private static Carried read(Json.Obj json) throws MalformedJsonException {
        return new Carried(
            json.as("account", AccountCode::of),
            Members.signed(json, "amount"),
            Bodies.wording(json, "reason"));
      }
    }

    /// @throws IllegalArgumentException when accounts do not ascend, or are none of differences
    public YearEnd {
      Members.checkedNumber(number);
      carried = checked(carried);
    }

    private static List<Carried> checked(List<Carried> carried) {
      List<AccountCode> accounts = new ArrayList<>(carried.stream().map(Carried::account).toList());
      if (!accounts.equals(accounts.stream().sorted().distinct().toList())
          || !AccountCode.differences().containsAll(accounts)) {
        throw new IllegalArgumentException(
            "carried " + accounts + "; expected accounts of differences, ascending");
      }
      return List.copyOf(carried);
    }

    @Override
    public VoucherKind kind() {
      return VoucherKind.YEAR_END;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("carried", Bodies.objects(carried.stream().map(Carried::toJson)))
          .put("number", number)
          .build();
    }

    private static YearEnd read(Json.Obj json) throws MalformedJsonException {
      return new YearEnd(Members.number(json), Bodies.list(json, "carried", Carried::read));
    }
  }

  /// "So much of what this side owes stands beside its limit from here on." It is owed all the
  /// same.
  ///
  /// @param amount how much, in the place of what stood there before; nothing ends it
  record Crediting(int number, LocalDate on, PartyId side, Money amount)
      implements Dated, OfAccount {
    /// @throws IllegalArgumentException when a value is out of range
    public Crediting {
      Members.checkedNumber(number);
      Members.checkedDay(on);
      Members.atLeast("amount", amount, Money.ZERO);
    }

    @Override
    public VoucherKind kind() {
      return VoucherKind.CREDIT;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("amount", amount.minor())
          .put("number", number)
          .put("on", on.toString())
          .put("side", side.value())
          .build();
    }

    private static Crediting read(Json.Obj json) throws MalformedJsonException {
      return new Crediting(
          Members.number(json),
          Members.day(json, "on"),
          json.as("side", PartyId::of),
          Members.money(json, "amount", 0));
    }
  }

  /// "The unit of account is worth something else: what is owed is so many times as much of it."
  ///
  /// @param factor so many times; more than nothing
  /// @param delta what B owes A more by that; less than nothing where it is less
  record Restating(int number, LocalDate on, Rational factor, Money delta)
      implements Dated, OfAccount {
    /// @throws IllegalArgumentException when a value is out of range
    public Restating {
      Members.checkedNumber(number);
      Members.checkedDay(on);
      if (factor.signum() <= 0) {
        throw new IllegalArgumentException("factor " + factor + "; expected more than nothing");
      }
    }

    @Override
    public VoucherKind kind() {
      return VoucherKind.RESTATEMENT;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("delta", delta.minor())
          .put("factor", factor.toDecimal())
          .put("number", number)
          .put("on", on.toString())
          .build();
    }

    private static Restating read(Json.Obj json) throws MalformedJsonException {
      return new Restating(
          Members.number(json),
          Members.day(json, "on"),
          json.as("factor", Rational::ofDecimal),
          Members.signed(json, "delta"));
    }
  }

  /// "The account has a last day. What is open then is delivered and settled."
  ///
  /// @param until the day after which nothing new is contracted
  /// @param carried every account of differences that is not at nothing, ascending
  record Ending(int number, DueDate until, List<YearEnd.Carried> carried) implements OfAccount {
    /// @throws IllegalArgumentException when accounts do not ascend, or are none of differences
    public Ending {
      Members.checkedNumber(number);
      carried = YearEnd.checked(carried);
    }

    @Override
    public VoucherKind kind() {
      return VoucherKind.TERMINATION;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("carried", Bodies.objects(carried.stream().map(YearEnd.Carried::toJson)))
          .put("number", number)
          .put("until", until.toString())
          .build();
    }

    private static Ending read(Json.Obj json) throws MalformedJsonException {
      return new Ending(
          Members.number(json),
          json.as("until", DueDate::parse),
          Bodies.list(json, "carried", YearEnd.Carried::read));
    }
  }
}
