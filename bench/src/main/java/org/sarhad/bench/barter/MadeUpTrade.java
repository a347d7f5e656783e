package org.sarhad.bench.barter;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.act.Proposal;
import org.sarhad.core.act.Quorum;
import org.sarhad.core.act.Seats;
import org.sarhad.core.barter.AcceptanceTerms;
import org.sarhad.core.barter.AcceptancesTerms;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.AccountTerms;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.barter.BarterSettings;
import org.sarhad.core.barter.BarterTerms;
import org.sarhad.core.barter.Basis;
import org.sarhad.core.barter.BookGrounds;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.ContractTerms;
import org.sarhad.core.barter.Goods;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceRule;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.ReservationTerms;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Two sides who deliver to each other in turns, as the fold of the book is given it: no log, no
/// signature, production code from there on. All of it is made up. For one thread.
final class MadeUpTrade {
  static final PartyId IR = PartyId.of("ir");
  static final PartyId PK = PartyId.of("pk");

  private static final Origin IR_LOG = Origin.of("ir.sarhad.example/joint");
  private static final Origin PK_LOG = Origin.of("pk.sarhad.example/joint");

  /// The first day, and the day of everything: long over when it is signed for.
  static final DueDate FROM = new DueDate(LocalDate.of(2019, 4, 1), ZoneOffset.UTC);

  private static final LocalDate DAY = LocalDate.of(2019, 4, 2);
  private static final DueDate LATE = new DueDate(LocalDate.of(2029, 4, 1), ZoneOffset.UTC);
  private static final SortedSet<PartyId> SIDES = Ordered.set(IR, PK);
  private static final Capacity CHIEF = Capacity.of(Role.CHIEF);
  private static final long KILOGRAMS = 50_000_000_000L;
  private static final long SENT = 9_000;

  /// Wide limits, half a per cent of tolerance, months as periods.
  static final BarterSettings SETTINGS =
      new BarterSettings(
          Money.of(1_000_000_000_000_000L),
          Money.ZERO,
          Money.ofUnits(1_000),
          365,
          500,
          50,
          1,
          30,
          Ordered.set());

  /// With everybody cleared.
  private static final BookGrounds GROUNDS = new BookGrounds(SETTINGS, (_, _) -> Optional.empty());

  private final TreeMap<PartyId, Long> sizes = new TreeMap<>();
  private final TreeMap<PartyId, EntryId> rooms = new TreeMap<>();
  private final TreeMap<String, Integer> numbers = new TreeMap<>();
  private BookState book = BookState.of(SIDES);
  private long delivered;

  /// One step of the fold.
  interface Step {
    /// The book after it.
    BookState on(BookState book);

    /// What officers of both sides sign; empty where one side says something alone.
    default Bytes signed() {
      return Bytes.EMPTY;
    }
  }

  /// An act whose last signature came.
  private record InForce(ActEntry assent, Act act, Bytes signed) implements Step {
    @Override
    public BookState on(BookState book) {
      return book.moved(assent, act, GROUNDS);
    }
  }

  /// With an account, a contract each way, and room for all that comes.
  MadeUpTrade() {
    this(Money.of(900_000_000_000_000L));
  }

  /// The same, in which each side may owe `limit`.
  MadeUpTrade(Money limit) {
    TreeMap<PartyId, Money> limits = new TreeMap<>();
    SIDES.forEach(side -> limits.put(side, limit));
    take(signed(IR, new AccountTerms(1, FROM, "UA", limits)).step());
  }

  /// Both sides reserve room for half of everything.
  MadeUpTrade withRoom() {
    for (PartyId exporter : SIDES) {
      EntryId contract = contract(exporter);
      rooms.put(exporter, reserve(exporter, contract, KILOGRAMS).orElseThrow());
    }
    return this;
  }

  /// The book, after all that was taken.
  BookState book() {
    return book;
  }

  /// Takes a step; whether it was booked.
  boolean take(Step step) {
    int before = book.voids().size();
    book = step.on(book);
    return book.voids().size() == before;
  }

  // ---- papers ---------------------------------------------------------------------------------

  /// A contract of `exporter`, at 0.4 for a kilogram, by what is received.
  EntryId contract(PartyId exporter) {
    Signed signed =
        signed(
            exporter,
            new ContractTerms(
                next(exporter, VoucherKind.CONTRACT),
                new Goods(
                    exporter,
                    "seller-1",
                    "buyer-1",
                    "100630",
                    Wording.of("en", "Rice"),
                    AccountCode.GOODS),
                new Quantity(KILOGRAMS, UnitCode.KGM),
                PriceRule.fixed(Rational.of(400), UnitCode.TNE),
                new TreeMap<>(),
                ContractTerms.Weighed.OUTTURN,
                LATE,
                Ordered.set()));
    take(signed.step());
    return signed.act();
  }

  /// Room for so many kilograms; empty where there is none.
  Optional<EntryId> reserve(PartyId exporter, EntryId contract, long kilograms) {
    Quantity most = new Quantity(kilograms * 105 / 100, UnitCode.KGM);
    Signed signed =
        signed(
            exporter,
            new ReservationTerms(
                next(exporter, VoucherKind.RESERVATION),
                contract,
                new Quantity(kilograms, UnitCode.KGM),
                worth(most.amount()),
                LATE));
    return take(signed.step()) ? Optional.of(signed.act()) : Optional.empty();
  }

  /// What leaves under `room`, comes, and is taken over: three steps, in their order.
  List<Step> delivery(PartyId exporter, EntryId room, long sent, long received) {
    PartyId importer = exporter.equals(IR) ? PK : IR;
    ActEntry left = says(exporter, Role.CLERK);
    Step despatch = despatch(exporter, room, sent, left);
    ActEntry came = says(importer, Role.CLERK);
    Step receipt = receipt(importer, left, received, came);
    return List.of(
        despatch, receipt, signed(importer, acceptance(importer, left, came, received)).step());
  }

  private Step despatch(PartyId exporter, EntryId room, long sent, ActEntry left) {
    BarterFact fact =
        new BarterFact.Despatched(
            next(exporter, VoucherKind.DESPATCH),
            room,
            new Quantity(sent, UnitCode.KGM),
            Ordered.set());
    return book -> book.apply(left, fact);
  }

  private Step receipt(PartyId importer, ActEntry left, long received, ActEntry came) {
    BarterFact fact =
        new BarterFact.Received(
            next(importer, VoucherKind.RECEIPT),
            left.id(),
            new Quantity(received, UnitCode.KGM),
            Ordered.set());
    return book -> book.apply(came, fact);
  }

  private AcceptanceTerms acceptance(
      PartyId importer, ActEntry left, ActEntry came, long received) {
    return new AcceptanceTerms(
        next(importer, VoucherKind.ACCEPTANCE),
        DAY,
        new Basis(left.id(), left.leaf()),
        new Basis(came.id(), came.leaf()),
        worth(received),
        Money.ZERO);
  }

  /// The next delivery of a trade with room, one way and the other in turns, one kilogram short.
  List<Step> next() {
    PartyId exporter = delivered++ % 2 == 0 ? IR : PK;
    return delivery(
        exporter, rooms.getOrDefault(exporter, EntryId.of(log(exporter), 0)), SENT, SENT - 1);
  }

  /// So many deliveries one way, which leave and come, and one act that takes all of them over: the
  /// steps in their order, the act last. The next call is the other way.
  List<Step> many(int count) {
    PartyId exporter = delivered++ % 2 == 0 ? IR : PK;
    PartyId importer = exporter.equals(IR) ? PK : IR;
    EntryId room = rooms.getOrDefault(exporter, EntryId.of(log(exporter), 0));
    List<Step> steps = new ArrayList<>(2 * count + 1);
    List<AcceptanceTerms> lines = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ActEntry left = says(exporter, Role.CLERK);
      ActEntry came = says(importer, Role.CLERK);
      steps.add(despatch(exporter, room, SENT, left));
      steps.add(receipt(importer, left, SENT - 1, came));
      lines.add(acceptance(importer, left, came, SENT - 1));
    }
    steps.add(
        signed(importer, AcceptancesTerms.of(next(importer, VoucherKind.ACCEPTANCES), lines))
            .step());
    return steps;
  }

  /// The statement of the open period is signed.
  boolean close() {
    BarterTerms terms =
        book.statement(SETTINGS).orElseThrow().terms(next(IR, VoucherKind.STATEMENT));
    return take(signed(IR, terms).step());
  }

  private static Money worth(long kilograms) {
    return Money.of(kilograms * 4_000);
  }

  /// The next number of a series, whether or not what had the one before was booked.
  private int next(PartyId side, VoucherKind kind) {
    int booked = book.journal().last(side, kind);
    return numbers.merge(side + " " + kind, booked + 1, (last, first) -> Math.max(last + 1, first));
  }

  /// A number that was drawn for nothing is drawn again.
  void drawAgain(PartyId side, VoucherKind kind) {
    numbers.remove(side + " " + kind);
  }

  // ---- entries --------------------------------------------------------------------------------

  private record Signed(EntryId act, Step step) {}

  private Signed signed(PartyId proposer, BarterTerms terms) {
    ActEntry proposal = says(proposer, Role.CHIEF);
    ActEntry assent = says(proposer.equals(IR) ? PK : IR, Role.CHIEF);
    ActFact.Proposed said =
        ActFact.Proposed.of(terms.kind().act().orElseThrow(), terms.toJson(), CHIEF);
    Act act =
        new Act(
            new Proposal(
                proposal.id(),
                proposer,
                proposal.leaf(),
                said,
                Quorum.alike(SIDES, Seats.of(Role.CHIEF, 1))),
            PersistentMap.empty(),
            Optional.empty(),
            ActStage.EFFECTIVE,
            assent.id());
    return new Signed(act.id(), new InForce(assent, act, said.terms().canonical()));
  }

  private ActEntry says(PartyId side, Role role) {
    long index = sizes.merge(side, 1L, Long::sum) - 1;
    EntryId id = EntryId.of(log(side), index);
    PartyId other = side.equals(IR) ? PK : IR;
    long known = sizes.getOrDefault(other, 0L);
    Seen seen =
        known == 0
            ? Seen.NOTHING
            : Seen.NOTHING.with(log(other), new SeenHead(known, Merkle.EMPTY_ROOT));
    FactContext context =
        new FactContext(
            id,
            side,
            true,
            DAY.plusYears(1).atStartOfDay().toInstant(ZoneOffset.UTC),
            Optional.of(OfficerId.of(side + ".sarhad.example/officer/0001")),
            Ordered.set(role));
    return new ActEntry(context, seen, leaf(id));
  }

  /// One name for each of the two logs, as a node has them.
  private static Origin log(PartyId side) {
    return side.equals(IR) ? IR_LOG : PK_LOG;
  }

  private static Hash leaf(EntryId id) {
    return Merkle.sha256(Bytes.ofUtf8(id.toString()));
  }
}
