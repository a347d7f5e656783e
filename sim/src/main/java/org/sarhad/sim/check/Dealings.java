package org.sarhad.sim.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.ToLongFunction;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.Basis;
import org.sarhad.core.barter.ContractTerms;
import org.sarhad.core.barter.DifferenceTerms;
import org.sarhad.core.barter.Ledger;
import org.sarhad.core.barter.Line;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.ReservationTerms;
import org.sarhad.core.barter.SettlementTerms;
import org.sarhad.core.barter.ShortfallTerms;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.barter.VoucherRef;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.DueDate;

/// What two sides have under way, kept in the plainest way: contracts, rooms, loads, payments.
/// Nothing is booked here and nothing summed up as it goes: what is owed and held is counted from
/// what stands, whenever somebody asks. Amounts are in ten-thousandths.
final class Dealings {
  final Map<EntryId, Deal> deals = new HashMap<>();
  final Map<EntryId, Room> rooms = new HashMap<>();
  final Map<EntryId, Load> loads = new HashMap<>();
  final Map<EntryId, SettlementTerms> payments = new HashMap<>();
  final Map<EntryId, ShortfallTerms> untaken = new HashMap<>();
  final Map<PartyId, Long> interest = new HashMap<>();
  final Map<PartyId, Long> restated = new HashMap<>();

  /// A contract.
  static final class Deal {
    final EntryId id;
    final ContractTerms terms;
    final List<Room> rooms = new ArrayList<>();
    Rational price;
    boolean isVoided;

    Deal(EntryId id, ContractTerms terms) {
      this.id = id;
      this.terms = terms;
      this.price = price(terms.indices()).orElseThrow();
    }

    Optional<Rational> price(SortedMap<String, Rational> indices) {
      return terms.price().price(indices);
    }

    PartyId exporter() {
      return terms.goods().exporter();
    }

    /// How much of it is neither reserved nor gone.
    long left() {
      return terms.quantity().amount() - rooms.stream().mapToLong(Room::taken).sum();
    }

    long worth(Rational amount) {
      return worth(amount, price);
    }

    /// In decimals, where the program reckons in fractions.
    long worth(Rational amount, Rational at) {
      var factor = terms.quantity().unit().in(terms.price().per()).orElseThrow();
      return rounded(
          new BigDecimal(amount.numerator())
              .multiply(new BigDecimal(at.numerator()))
              .multiply(new BigDecimal(factor.numerator()))
              .multiply(BigDecimal.valueOf(Money.UNIT)),
          new BigDecimal(amount.denominator())
              .multiply(new BigDecimal(at.denominator()))
              .multiply(new BigDecimal(factor.denominator())));
    }
  }

  static long rounded(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divide(divisor, 0, RoundingMode.HALF_EVEN).longValueExact();
  }

  /// Room that is kept for a part of a contract.
  static final class Room {
    final Deal deal;
    final EntryId since;
    final long quantity;
    final long most;
    final long hold;
    final DueDate until;
    final List<Load> loads = new ArrayList<>();
    boolean isOver;

    Room(Deal deal, EntryId since, ReservationTerms terms, long most) {
      this.deal = deal;
      this.since = since;
      this.quantity = terms.quantity().amount();
      this.most = most;
      this.hold = terms.hold().minor();
      this.until = terms.until();
      deal.rooms.add(this);
    }

    long gone() {
      return loads.stream().mapToLong(load -> load.sent).sum();
    }

    UnitCode unit() {
      return deal.terms.quantity().unit();
    }

    /// What of it was reserved.
    long within() {
      return Math.min(quantity, gone());
    }

    /// What was reserved and may still leave.
    long waiting() {
      return isOver ? 0 : quantity - within();
    }

    boolean isLive() {
      return !isOver && gone() < quantity;
    }

    /// What it takes of its contract.
    long taken() {
      return isOver ? gone() : Math.max(quantity, gone());
    }

    /// What it takes of the account: as much as can still come of it, and what is disputed.
    long holding() {
      long accepted =
          loads.stream().filter(load -> load.taken.isPresent()).mapToLong(load -> load.sent).sum();
      long disputed =
          loads.stream().flatMap(load -> load.taken.stream()).mapToLong(Taken::open).sum();
      long outstanding = (isLive() ? most : gone()) - accepted;
      return disputed
          + rounded(
              BigDecimal.valueOf(hold).multiply(BigDecimal.valueOf(outstanding)),
              BigDecimal.valueOf(most));
    }
  }

  /// What left.
  static final class Load {
    final Room room;
    final Basis despatch;
    final long sent;
    Optional<Basis> receipt = Optional.empty();
    long received;
    Optional<Taken> taken = Optional.empty();

    Load(Room room, Basis despatch, long sent) {
      this.room = room;
      this.despatch = despatch;
      this.sent = sent;
      room.loads.add(this);
    }

    /// What follows from both weights, where they may differ by so many ten-thousandths.
    Taken weighed(VoucherRef act, long tolerance) {
      long most = Math.max(sent, received);
      long least = Math.min(sent, received);
      boolean isTolerated =
          BigDecimal.valueOf(most - least)
                  .movePointRight(4)
                  .compareTo(BigDecimal.valueOf(sent).multiply(BigDecimal.valueOf(tolerance)))
              <= 0;
      var valued = isTolerated ? counted() : Rational.of(least);
      long owed = room.deal.worth(valued);
      return new Taken(
          act,
          valued,
          owed,
          isTolerated ? 0 : room.deal.worth(Rational.of(most)) - owed,
          room.deal.worth(Rational.of(isTolerated ? received : most)));
    }

    private Rational counted() {
      return switch (room.deal.terms.weighed()) {
        case LOADED -> Rational.of(sent);
        case OUTTURN -> Rational.of(received);
        case MEAN -> Rational.of(sent + received, 2);
      };
    }
  }

  /// What was taken over.
  static final class Taken {
    final VoucherRef act;
    final Rational valued;
    final long disputed;
    final long measured;
    final boolean isMoney;
    long owed;
    Optional<EntryId> settledBy = Optional.empty();
    Optional<DifferenceTerms> settled = Optional.empty();

    Taken(VoucherRef act, Rational valued, long owed, long disputed, long delivered) {
      this.act = act;
      this.valued = valued;
      this.owed = owed;
      this.disputed = disputed;
      this.measured = delivered - owed - disputed;
      this.isMoney = owed != 0 || disputed != 0 || delivered != 0;
    }

    /// What is disputed still.
    long open() {
      return settledBy.isEmpty() ? disputed : 0;
    }

    /// What is owed for it, with what was granted of a dispute.
    long due() {
      return owed + settled.map(terms -> terms.granted().minor()).orElse(0L);
    }

    /// What was put down to `as`.
    long difference(DifferenceTerms.As as) {
      long rest =
          settled
              .filter(terms -> terms.as() == as)
              .map(terms -> disputed - terms.granted().minor())
              .orElse(0L);
      return as == DifferenceTerms.As.MEASURE ? rest + measured : rest;
    }

    void settled(EntryId by, DifferenceTerms terms) {
      settledBy = Optional.of(by);
      settled = Optional.of(terms);
    }

    void disputedAgain() {
      settledBy = Optional.empty();
      settled = Optional.empty();
    }
  }

  // ---- looking up -----------------------------------------------------------------------------

  Deal deal(EntryId id) {
    return known(deals, id);
  }

  Room room(EntryId id) {
    return known(rooms, id);
  }

  Load load(EntryId despatch) {
    return known(loads, despatch);
  }

  private static <V> V known(Map<EntryId, V> all, EntryId id) {
    return Optional.ofNullable(all.get(id)).orElseThrow();
  }

  // ---- asking ---------------------------------------------------------------------------------

  Optional<Load> takenBy(VoucherRef act) {
    return loads.values().stream()
        .filter(load -> load.taken.filter(taken -> taken.act.equals(act)).isPresent())
        .findFirst();
  }

  Optional<Load> settledBy(EntryId act) {
    return loads.values().stream()
        .filter(
            load -> load.taken.flatMap(taken -> taken.settledBy).filter(act::equals).isPresent())
        .findFirst();
  }

  /// What was not taken, by the price of its contract.
  long worth(ShortfallTerms terms) {
    return deal(terms.contract()).worth(Rational.of(terms.quantity().amount()));
  }

  /// Whether that month of that contract is paid for.
  boolean isPaid(ShortfallTerms terms) {
    return untaken.values().stream()
        .anyMatch(
            paid -> paid.contract().equals(terms.contract()) && paid.month().equals(terms.month()));
  }

  /// What `side` owes.
  long owed(PartyId side) {
    long owed = interest.getOrDefault(side, 0L) + restated.getOrDefault(side, 0L);
    for (var load : loads.values()) {
      long worth = load.taken.map(Taken::due).orElse(0L);
      owed += load.room.deal.exporter().equals(side) ? -worth : worth;
    }
    for (var month : untaken.values()) {
      long worth = month.value().minor();
      owed += deal(month.contract()).exporter().equals(side) ? -worth : worth;
    }
    for (var paying : payments.values()) {
      long amount = paying.amount().minor();
      owed += paying.debtor().equals(side) ? -amount : amount;
    }
    return owed;
  }

  /// What is not explained, or not owed by anybody yet; the other way where `b` delivered.
  long difference(PartyId b, ToLongFunction<Taken> what) {
    return loads.values().stream()
        .filter(load -> load.taken.isPresent())
        .mapToLong(
            load ->
                (load.room.deal.exporter().equals(b) ? -1 : 1)
                    * what.applyAsLong(load.taken.orElseThrow()))
        .sum();
  }

  /// What there is of goods, by ledger and account; nothing of what is at nothing.
  Map<Line.Position, Long> quantities(PartyId b) {
    var stand = new HashMap<Line.Position, Long>();
    for (var deal : deals.values()) {
      var ledger =
          new Ledger(deal.terms.goods().commodity() + "/" + deal.terms.quantity().unit().code());
      quantities(deal, deal.exporter().equals(b))
          .forEach(
              (account, amount) -> {
                stand.merge(new Line.Position(ledger, account), amount, Math::addExact);
                stand.merge(
                    new Line.Position(ledger, AccountCode.CONTRACTED), -amount, Math::addExact);
              });
    }
    stand.values().removeIf(amount -> amount == 0);
    return stand;
  }

  private static Map<AccountCode, Long> quantities(Deal deal, boolean isOfB) {
    var rooms = deal.rooms;
    var loads = rooms.stream().flatMap(room -> room.loads.stream()).toList();
    var came = loads.stream().filter(load -> load.receipt.isPresent()).toList();
    long reserved = rooms.stream().mapToLong(Room::waiting).sum();
    long received = came.stream().mapToLong(load -> load.received).sum();
    long gone = loads.stream().mapToLong(load -> load.sent).sum();
    long arrived = came.stream().mapToLong(load -> load.sent).sum();
    long left =
        deal.terms.quantity().amount()
            - rooms.stream().mapToLong(room -> room.isOver ? room.within() : room.quantity).sum();
    return Map.of(
        AccountCode.OPEN,
        left,
        isOfB ? AccountCode.RESERVED_BY_B : AccountCode.RESERVED_BY_A,
        reserved,
        isOfB ? AccountCode.IN_TRANSIT_FROM_B : AccountCode.IN_TRANSIT_FROM_A,
        gone - arrived,
        isOfB ? AccountCode.DELIVERED_BY_B : AccountCode.DELIVERED_BY_A,
        received,
        AccountCode.MEASURE,
        arrived - received);
  }

  /// What is held for deliveries to `side`.
  long heldFor(PartyId side) {
    return rooms.values().stream()
        .filter(room -> !room.deal.exporter().equals(side))
        .mapToLong(Room::holding)
        .sum();
  }
}
