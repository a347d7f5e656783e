package org.sarhad.sim.check;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sarhad.core.barter.AcceptanceTerms;
import org.sarhad.core.barter.AcceptancesTerms;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.AccountTerms;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.barter.BarterTerms;
import org.sarhad.core.barter.Basis;
import org.sarhad.core.barter.Carried;
import org.sarhad.core.barter.ContraTerms;
import org.sarhad.core.barter.ContractTerms;
import org.sarhad.core.barter.CreditTerms;
import org.sarhad.core.barter.DifferenceTerms;
import org.sarhad.core.barter.Goods;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceTerms;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.ReservationTerms;
import org.sarhad.core.barter.RestatementTerms;
import org.sarhad.core.barter.SettlementTerms;
import org.sarhad.core.barter.ShortfallTerms;
import org.sarhad.core.barter.StatementTerms;
import org.sarhad.core.barter.SwingTerms;
import org.sarhad.core.barter.TerminationTerms;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.barter.VoucherRef;
import org.sarhad.core.barter.YearEndTerms;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// What may be booked by the text of chapter 14, written down a second time, as [Permits] is
/// chapter 11. It asks what stands in the entries and what their authors had seen, and never the
/// book that it is to judge.
///
/// @param keeper what was booked before
/// @param clearances what was decided before about those who trade
/// @param hash over what was booked for the papers of a period
record BookPermits(
    Bookkeeper keeper, Clearances clearances, Function<List<VoucherRef>, Hash> hash) {
  /// What speaks against booking `paper`, by the invariant that it would break; nothing if it is to
  /// be booked. Whether there is room in the account is asked of the [Bookkeeper].
  Optional<String> flaw(Paper paper) {
    return switch (paper) {
      case Paper.Signed signed -> flaw(signed);
      case Paper.Said said ->
          when(keeper.account().isEmpty(), "14-6.2: there is no account")
              .or(() -> said.series().flatMap(kind -> flaw(said.author(), kind, said.number())))
              .or(() -> flaw(said));
      case Paper.Proven _ -> Optional.empty();
    };
  }

  private static Optional<String> when(boolean isSo, String flaw) {
    return isSo ? Optional.of(flaw) : Optional.empty();
  }

  private static Optional<String> unless(boolean isSo, String flaw) {
    return when(!isSo, flaw);
  }

  private Optional<String> flaw(PartyId side, VoucherKind kind, int number) {
    return when(number != keeper.last(side, kind) + 1, "14-7.3 I4: it has no next number");
  }

  private Optional<String> flaw(Paper.Signed paper) {
    if (paper.terms() instanceof AccountTerms opening) {
      return when(keeper.account().isPresent(), "14-1.2: there is an account")
          .or(() -> flaw(paper.proposer(), opening.kind(), opening.number()))
          .or(
              () ->
                  when(
                      opening.limits().values().stream()
                          .anyMatch(limit -> limit.compareTo(paper.settings().swing()) > 0),
                      "14-5.3: a limit is higher than was agreed"));
    }
    return when(keeper.account().isEmpty(), "14-6.2: there is no account")
        .or(() -> flaw(paper.proposer(), paper.terms().kind(), paper.terms().number()))
        .or(
            () ->
                paper.terms() instanceof BarterTerms.Dated dated
                    ? flaw(paper, dated.on())
                    : Optional.empty())
        .or(() -> terms(paper));
  }

  private Optional<String> flaw(Paper.Signed paper, LocalDate on) {
    var open = keeper.account().orElseThrow();
    return when(on.isBefore(open.periods.from()), "14-7.3 I11: its day is in a closed period")
        .or(() -> when(paper.time().isBefore(open.begin(on)), "14-5.5: its day has not come"));
  }

  private Optional<String> terms(Paper.Signed paper) {
    return switch (paper.terms()) {
      case AccountTerms _ -> Optional.empty();
      case ContractTerms terms ->
          when(hasEnded(paper), "14-5.11: the account has ended")
              .or(() -> when(isOver(paper, terms.until().over()), "14-5.2: the contract is over"))
              .or(
                  () ->
                      when(
                          terms.price().price(terms.indices()).isEmpty(),
                          "14-7.3 I10: the price has no value"))
              .or(() -> barred(paper, terms.goods().commodity()))
              .or(() -> flaw(paper, terms.goods()));
      case ReservationTerms terms -> flaw(paper, terms);
      case AcceptanceTerms terms -> flaw(paper, terms);
      case AcceptancesTerms terms -> flaw(paper, terms);
      case DifferenceTerms terms ->
          unless(
              keeper
                  .dealings()
                  .takenBy(terms.acceptance())
                  .flatMap(load -> load.taken)
                  .filter(taken -> taken.open() > 0 && terms.granted().minor() <= taken.open())
                  .isPresent(),
              "14-5.2: not so much is disputed");
      case ShortfallTerms terms -> flaw(terms);
      case PriceTerms terms -> flaw(terms);
      case ContraTerms terms -> flaw(terms);
      case StatementTerms terms -> flaw(paper, terms);
      case SettlementTerms terms ->
          when(keeper.owed(terms.debtor()) < terms.amount().minor(), "14-5.2: not so much is owed");
      case SwingTerms terms ->
          when(terms.limit().compareTo(paper.settings().swing()) > 0, "14-5.3: higher than agreed")
              .or(
                  () ->
                      when(
                          !terms.isRunDown()
                              && terms.limit().minor() < keeper.exposure(terms.side()),
                          "14-7.3 I9: the limit is below what is owed"));
      case YearEndTerms terms ->
          unless(
                  keeper.account().orElseThrow().periods.isYearOpen(),
                  "14-5.8: no period was closed since")
              .or(() -> carried(terms.carried()));
      case CreditTerms terms ->
          when(
              terms.amount().compareTo(paper.settings().credit()) > 0
                  || terms.amount().minor() > Math.max(0, keeper.owed(terms.side())),
              "14-5.9: more than is owed, or than was agreed");
      case RestatementTerms terms ->
          when(
              restated(terms.factor()) != terms.delta().minor(),
              "14-7.3 I10: the balance comes to something else");
      case TerminationTerms terms ->
          when(
                  hasEnded(paper) || isOver(paper, terms.until().over()),
                  "14-5.11: its day has come, or the account has ended")
              .or(() -> carried(terms.carried()));
    };
  }

  private Optional<String> flaw(ShortfallTerms terms) {
    return when(keeper.dealings().isPaid(terms), "14-5.12: that month of the contract is paid for")
        .or(
            () ->
                when(
                    keeper.dealings().worth(terms) != terms.value().minor(),
                    "14-7.3 I10: what was not taken is worth something else"));
  }

  private static Optional<String> barred(Paper.Signed paper, String commodity) {
    return when(
        paper.settings().barred().stream()
            .anyMatch(code -> commodity.startsWith(code) || code.startsWith(commodity)),
        "14-6.8: such goods are not traded");
  }

  private Optional<String> flaw(Paper.Signed paper, Goods goods) {
    return clearances.flaw(
        keeper.sides(),
        Ordered.set(goods.seller(), goods.buyer()),
        paper.time(),
        paper.screening());
  }

  private boolean hasEnded(Paper paper) {
    return keeper
        .account()
        .orElseThrow()
        .until
        .filter(last -> isOver(paper, last.over()))
        .isPresent();
  }

  /// In decimals, as [Dealings] reckons.
  private long restated(Rational factor) {
    var owed = BigDecimal.valueOf(keeper.owed(keeper.account().orElseThrow().b()));
    return Dealings.rounded(
        owed.multiply(new BigDecimal(factor.numerator().subtract(factor.denominator()))),
        new BigDecimal(factor.denominator()));
  }

  private static boolean isOver(Paper paper, Instant end) {
    return !paper.time().isBefore(end);
  }

  private Optional<String> flaw(Paper.Signed paper, ReservationTerms terms) {
    var deal = keeper.dealings().deals.get(terms.contract());
    if (deal == null || deal.isVoided) {
      return Optional.of("14-5.2: there is no such contract");
    }
    return when(
            terms.quantity().unit() != deal.terms.quantity().unit()
                || terms.quantity().amount() > deal.left(),
            "14-7.3 I7: more than is left of the contract")
        .or(
            () ->
                when(
                    isOver(paper, deal.terms.until().over()) || isOver(paper, terms.until().over()),
                    "14-6.3: its time is over"))
        .or(
            () ->
                when(
                    deal.worth(Rational.of(Bookkeeper.most(paper, terms))) != terms.hold().minor(),
                    "14-7.3 I10: what is held is another amount"))
        .or(() -> flaw(paper, deal.terms.goods()));
  }

  private Optional<String> flaw(Paper.Signed paper, AcceptanceTerms terms) {
    var load = keeper.dealings().loads.get(terms.despatch().entry());
    if (load == null || load.receipt.isEmpty()) {
      return Optional.of("14-7.3 I3: it has not left, or not arrived");
    }
    var weighed = load.weighed(paper.ref(), paper.settings().tolerance());
    return unless(
            load.despatch.equals(terms.despatch()) && load.receipt.get().equals(terms.receipt()),
            "14-7.3 I3: it rests on other bytes")
        .or(() -> when(load.taken.isPresent(), "14-5.2: it is taken over already"))
        .or(
            () ->
                unless(
                    weighed.owed == terms.value().minor()
                        && weighed.disputed == terms.disputed().minor(),
                    "14-7.3 I10: it is worth something else"))
        .or(() -> flaw(paper, load.room.deal.terms.goods()));
  }

  /// Line by line as acts of their own, each by the bytes that stand in the logs; and the root over
  /// them. No line touches what another one rests on.
  private Optional<String> flaw(Paper.Signed paper, AcceptancesTerms terms) {
    var first = flaw(paper.proposer(), VoucherKind.ACCEPTANCE, terms.first());
    var leaves = new ArrayList<Hash>();
    for (int line = 1; first.isEmpty() && line <= terms.lines().size(); line++) {
      var load = keeper.dealings().loads.get(terms.despatch(line));
      if (load == null || load.receipt.isEmpty()) {
        return Optional.of("14-7.3 I3: it has not left, or not arrived");
      }
      var said = terms.accepting(line, load.despatch.leaf(), load.receipt.get().leaf());
      leaves.add(leaf(said));
      first = flaw(paper, said);
    }
    return first.or(
        () -> unless(root(leaves).equals(terms.root()), "14-5.13: the root is of other lines"));
  }

  /// The text of a line, letter by letter.
  private static Hash leaf(AcceptanceTerms line) {
    return Merkle.leaf(
        Bytes.ofUtf8(
            "{\"despatch\":%s,\"disputed\":%d,\"number\":%d,\"on\":\"%s\",\"receipt\":%s,\"value\":%d}"
                .formatted(
                    text(line.despatch()),
                    line.disputed().minor(),
                    line.number(),
                    line.on(),
                    text(line.receipt()),
                    line.value().minor())));
  }

  private static String text(Basis basis) {
    return "{\"entry\":\"%s\",\"leaf\":\"%s\"}".formatted(basis.entry(), basis.leaf());
  }

  /// RFC 6962 §2.1, as it is written there.
  private static Hash root(List<Hash> leaves) {
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    return Merkle.node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
  }

  private Optional<String> flaw(PriceTerms terms) {
    var deal = keeper.dealings().deals.get(terms.contract());
    boolean areOfIt =
        terms.acceptances().stream()
            .allMatch(
                one ->
                    keeper
                        .dealings()
                        .takenBy(one)
                        .filter(load -> load.room.deal == deal)
                        .isPresent());
    if (deal == null || !areOfIt) {
      return Optional.of("14-4.4: it is the price of something else");
    }
    var price = deal.price(terms.indices());
    if (price.isEmpty()) {
      return Optional.of("14-7.3 I10: the price has no value");
    }
    long delta =
        keeper
            .taken(terms)
            .mapToLong(taken -> deal.worth(taken.valued, price.get()) - taken.owed)
            .sum();
    return when(delta != terms.delta().minor(), "14-7.3 I10: the delta is another amount");
  }

  private Optional<String> flaw(ContraTerms terms) {
    var kind = keeper.kind(terms.act());
    return unless(
            kind.filter(Bookkeeper::isReversible).isPresent(),
            "14-7.3 I8: there is no such original")
        .or(() -> when(keeper.isReversed(terms.act()), "14-7.3 I8: it is booked back already"))
        .or(
            () ->
                when(
                    keeper
                        .dealings()
                        .takenBy(terms.act())
                        .flatMap(load -> load.taken)
                        .flatMap(taken -> taken.settledBy)
                        .isPresent(),
                    "14-5.4: a settled difference rests on it"));
  }

  private Optional<String> flaw(Paper.Signed paper, StatementTerms terms) {
    var periods = keeper.account().orElseThrow().periods;
    var until = periods.until(paper.settings());
    return when(
            paper.time().isBefore(keeper.account().orElseThrow().begin(until.plusDays(1))),
            "14-7.3 I11: the period is not over")
        .or(
            () ->
                unless(
                    terms.period() == periods.next() && terms.until().equals(until),
                    "14-7.3 I11: it is not the next period"))
        .or(
            () ->
                unless(
                    periods.hasFigures(terms, paper.settings())
                        && terms.journal().equals(hash.apply(periods.papers(paper.settings()))),
                    "14-7.3 I10: the period comes to something else"));
  }

  private Optional<String> carried(List<Carried> named) {
    var carried = new HashMap<AccountCode, Money>();
    named.forEach(one -> carried.put(one.account(), one.amount()));
    return unless(carried.equals(keeper.differences()), "14-5.8: a difference is not explained");
  }

  private Optional<String> flaw(Paper.Said said) {
    return switch (said.fact()) {
      case BarterFact.Despatched fact ->
          room(said, fact.reservation())
              .or(
                  () ->
                      unless(fact.evidence().stream().allMatch(said.by()::knew), "14-6.2: unseen"))
              .or(() -> flaw(said, fact, keeper.dealings().room(fact.reservation())));
      case BarterFact.Received fact ->
          load(said, fact.despatch())
              .or(
                  () ->
                      unless(fact.evidence().stream().allMatch(said.by()::knew), "14-6.2: unseen"))
              .or(() -> flaw(said, fact, keeper.dealings().load(fact.despatch())));
      case BarterFact.Certified fact ->
          load(said, fact.despatch())
              .or(
                  () ->
                      when(
                          fact.quantity()
                              .in(keeper.dealings().load(fact.despatch()).room.unit())
                              .isEmpty(),
                          "14-3.3: another dimension"));
      case BarterFact.Lapsed(EntryId id) ->
          room(said, id)
              .or(
                  () ->
                      unless(
                          keeper.dealings().room(id).isLive()
                              && isOver(said, keeper.dealings().room(id).until.over()),
                          "14-6.3: its time is not over, or it is over already"));
    };
  }

  /// A room that its author knew of, and that is of its own contract.
  private Optional<String> room(Paper.Said said, EntryId id) {
    var room = Optional.ofNullable(keeper.dealings().rooms.get(id));
    return unless(
            room.filter(known -> said.by().knew(known.since)).isPresent(),
            "14-6.2: no such reservation is known")
        .or(
            () ->
                unless(
                    room.filter(own -> own.deal.exporter().equals(said.author())).isPresent(),
                    "14-5.2: it is not the exporter's"));
  }

  private Optional<String> load(Paper.Said said, EntryId despatch) {
    return when(
        !keeper.dealings().loads.containsKey(despatch) || !said.by().knew(despatch),
        "14-7.3 I3: no such despatch is known");
  }

  private static Optional<String> flaw(
      Paper.Said said, BarterFact.Despatched fact, Dealings.Room room) {
    var amount = fact.quantity().wholeIn(room.unit()).map(Quantity::amount);
    return when(
            amount.isEmpty() || amount.get() > room.most - room.gone(),
            "14-7.3 I7: more than was reserved")
        .or(
            () ->
                when(
                    !room.isLive() || isOver(said, room.until.over()), "14-6.3: its time is over"));
  }

  private static Optional<String> flaw(
      Paper.Said said, BarterFact.Received fact, Dealings.Load load) {
    return when(load.room.deal.exporter().equals(said.author()), "14-5.2: it is not the importer's")
        .or(() -> when(load.receipt.isPresent(), "14-7.3 I7: it has arrived already"))
        .or(
            () ->
                when(
                    fact.quantity().wholeIn(load.room.unit()).isEmpty(),
                    "14-3.3: another dimension"));
  }
}
