package org.sarhad.node.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.barter.Account;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rounded;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Envelope;
import org.sarhad.core.market.Bid;
import org.sarhad.core.market.BidTally;
import org.sarhad.core.market.Certificate;
import org.sarhad.core.market.CertificateCheck;
import org.sarhad.core.market.CommodityLine;
import org.sarhad.core.market.Corridor;
import org.sarhad.core.market.MarketActKind;
import org.sarhad.core.market.MarketRefusal;
import org.sarhad.core.market.MarketRules;
import org.sarhad.core.market.MarketState;
import org.sarhad.core.market.MarketTerms;
import org.sarhad.core.market.MatchProblem;
import org.sarhad.core.market.MatchTerms;
import org.sarhad.core.market.PeriodProtocol;
import org.sarhad.core.market.Placed;
import org.sarhad.core.market.Prices;
import org.sarhad.core.market.Round;
import org.sarhad.core.market.Row;
import org.sarhad.core.market.Shortfall;
import org.sarhad.core.market.Turnover;
import org.sarhad.core.market.Unmet;
import org.sarhad.core.market.Usage;
import org.sarhad.core.market.WhatIf;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.api.view.MarketViews;

/// The market as the contract shows it: by everything that is known, at this node's time.
final class Markets {
  /// The unit of account where there is no account yet.
  private static final String NO_UNIT = "";

  /// The newest proposals of a round that are checked and shown: each check costs milliseconds.
  private static final int MATCHES_MAX = 20;

  private final Lens lens;
  private final MarketState known;
  private final BookState book;

  Markets(Lens lens) {
    this.lens = lens;
    this.known = lens.view().expected().market();
    this.book = lens.view().expected().book();
  }

  String unit() {
    return book.account().map(Account::unit).orElse(NO_UNIT);
  }

  Optional<Round> round(EntryId act) {
    return known.rounds().find(act);
  }

  /// Every round, the newest first.
  List<Round> rounds() {
    return known
        .rounds()
        .values()
        .sorted(Comparator.comparing((Round round) -> timeOf(round.act())).reversed())
        .toList();
  }

  // ---- acts that wait -------------------------------------------------------------------------

  /// Acts of `kind` that can still take effect, the newest first.
  Stream<Act> open(ActKind kind) {
    return new Acts(lens)
        .all()
        .filter(act -> act.isOpen() && act.proposal().said().act().equals(kind));
  }

  List<MarketViews.ProposedView> proposed() {
    return open(MarketActKind.PROTOCOL.act()).map(this::proposed).toList();
  }

  private MarketViews.ProposedView proposed(Act act) {
    var said = act.proposal().said();
    return new MarketViews.ProposedView(
        lens.entryName(act.id()),
        said.act().value(),
        act.proposal().proposer().value(),
        waiting(act),
        said.supersedes().map(ActRef::entry).map(lens::entryName),
        said.terms());
  }

  static List<String> waiting(Act act) {
    return act.isOpen() ? act.lacking().map(PartyId::value).toList() : List.of();
  }

  // ---- rounds ---------------------------------------------------------------------------------

  /// How far a round is, at the time of whoever looks.
  private enum Phase {
    BIDDING,
    REVEALING,
    COMPLETE,
    MATCHED,
    ENDED;

    static Phase of(Round round, Lens lens) {
      if (!round.isInForce()) {
        return ENDED;
      }
      if (round.match().isPresent()) {
        return MATCHED;
      }
      if (round.isComplete(lens.now())) {
        return COMPLETE;
      }
      return lens.now().isBefore(round.protocol().closes()) ? BIDDING : REVEALING;
    }
  }

  MarketViews.RoundView view(Round round) {
    return new MarketViews.RoundView(
        lens.entryName(round.act()),
        round.act().toString(),
        leaf(round.act()),
        Codes.of(Phase.of(round, lens)),
        lens.view().agreed().market().rounds().containsKey(round.act()),
        round.protocol().toJson(),
        round.protocol().swing().entrySet().stream()
            .map(side -> side(round, side.getKey(), side.getValue()))
            .toList(),
        round.protocol().lines().stream().map(line -> line(round, line)).toList(),
        round.match().map(Round.Matched::act).map(lens::entryName));
  }

  private MarketViews.SideView side(Round round, PartyId side, Money swing) {
    var tally = BidTally.of(round, side, lens.now());
    return new MarketViews.SideView(
        side.value(),
        swing.minor(),
        book.room(side).minor(),
        round.live(side),
        MarketRules.BIDS_MAX,
        new MarketViews.TallyView(
            tally.sealed(), tally.revealed(), tally.withdrawn(), tally.lapsed()));
  }

  private MarketViews.LineView line(Round round, CommodityLine line) {
    var price = line.price(round.protocol().indices()).orElseThrow();
    var per = line.price().per();
    return new MarketViews.LineView(
        line.name(),
        line.commodity(),
        line.text().toJson(),
        line.exporter().value(),
        quantity(line.lot()),
        line.lots().least(),
        line.lots().most(),
        Rounded.of(price).map(Rounded::money).map(Money::minor),
        per.code(),
        line.worth(price),
        line.tolerance(),
        sum(round, line, Bid.Way.OFFER),
        sum(round, line, Bid.Way.NEED));
  }

  private static MarketViews.QuantityView quantity(Quantity quantity) {
    return new MarketViews.QuantityView(quantity.amount(), quantity.unit().code());
  }

  private static MarketViews.BidSum sum(Round round, CommodityLine line, Bid.Way way) {
    var bids =
        round
            .live()
            .map(bid -> bid.value().bid())
            .filter(bid -> bid.way() == way && bid.line().equals(line.name()))
            .toList();
    return new MarketViews.BidSum(bids.size(), bids.stream().mapToLong(Bid::lots).sum());
  }

  // ---- bids -----------------------------------------------------------------------------------

  /// Every entry that stated or sealed a bid, the newest first.
  static List<EntryId> bids(Round round, Lens lens) {
    return Stream.concat(round.bids().keys(), round.seals().keys())
        .distinct()
        .sorted(Comparator.comparing((EntryId id) -> timeOf(lens, id)).reversed())
        .toList();
  }

  /// @param kept what this node could reveal, as far as the caller may read it
  MarketViews.BidView bid(Round round, EntryId id, Function<EntryId, Optional<Bid>> kept) {
    var bid = round.bids().find(id);
    var seal = round.seals().find(id);
    var by = bid.map(Round.Known::by).orElseGet(() -> seal.orElseThrow().by());
    var opening = seal.filter(Round.Hidden::isWaiting).flatMap(_ -> kept.apply(id));
    return new MarketViews.BidView(
        lens.entryName(id),
        id.toString(),
        lens.author(by, lens.view().entry(id).flatMap(Entry::author), Optional.empty()),
        timeOf(id),
        state(round, bid, seal),
        seal.isPresent(),
        opening.isPresent(),
        bid.map(Round.Known::bid).or(() -> opening).map(Bid::toJson));
  }

  private String state(Round round, Optional<Round.Known> bid, Optional<Round.Hidden> seal) {
    if (bid.isPresent()) {
      return bid.get().isWithdrawn() ? "withdrawn" : "open";
    }
    if (!seal.orElseThrow().isWaiting()) {
      return "withdrawn";
    }
    return lens.now().isBefore(round.protocol().revealBy()) ? "sealed" : "lapsed";
  }

  // ---- matches --------------------------------------------------------------------------------

  /// A match that somebody has proposed.
  record Proposed(Act act, MatchTerms terms, Round round) {}

  /// The match that `act` proposed, whatever became of it.
  Optional<Proposed> match(EntryId act) {
    return new Acts(lens).find(act).flatMap(this::match);
  }

  private Optional<Proposed> match(Act act) {
    return MarketTerms.find(act.proposal().said())
        .flatMap(
            terms ->
                terms instanceof MatchTerms match
                    ? round(match.protocol()).map(round -> new Proposed(act, match, round))
                    : Optional.empty());
  }

  /// What was proposed for `round`, and is open or in force, the newest first.
  List<MarketViews.MatchActView> matches(Round round) {
    return new Acts(lens)
        .all()
        .filter(act -> act.isOpen() || act.isEffective())
        .flatMap(act -> match(act).stream())
        .filter(match -> match.round().act().equals(round.act()))
        .limit(MATCHES_MAX)
        .map(this::summary)
        .toList();
  }

  private MarketViews.MatchActView summary(Proposed match) {
    var certificate = match.terms().certificate();
    return new MarketViews.MatchActView(
        lens.entryName(match.act().id()),
        match.act().proposal().leaf().toString(),
        match.act().stage().code(),
        match.act().proposal().proposer().value(),
        certificate.value().minor(),
        certificate.bound().minor(),
        certificate.gap(),
        certificate.placed().size(),
        match.terms().room().keySet().stream().map(side -> check(match, side)).toList());
  }

  /// What the node of each side has made of the certificate. The own one computes it here and now;
  /// the other one had to find it good before it signed (17-4.8).
  private MarketViews.CheckView check(Proposed match, PartyId side) {
    var act = match.act();
    var said =
        act.proposal().proposer().equals(side)
            ? "proposed"
            : act.hasAssented(side) ? "assented" : "waiting";
    return new MarketViews.CheckView(
        side.value(),
        said,
        side.equals(lens.own())
            ? objection(match).map(refusal -> "market." + Codes.of(refusal))
            : Optional.empty());
  }

  private Optional<MarketRefusal> objection(Proposed match) {
    return CertificateCheck.flaw(problem(match), match.terms().certificate());
  }

  private static MatchProblem problem(Proposed match) {
    return match.round().problem(match.terms().room());
  }

  MarketViews.MatchDetail detail(Proposed match) {
    var isOfTheRound =
        match.terms().certificate().placed().stream()
            .allMatch(
                placed ->
                    match.round().bids().containsKey(placed.offer())
                        && match.round().bids().containsKey(placed.need()));
    return new MarketViews.MatchDetail(
        lens.now(),
        unit(),
        lens.entryName(match.round().act()),
        summary(match),
        isOfTheRound && objection(match).isEmpty()
            ? Optional.of(view(match.round(), problem(match), match.terms()))
            : Optional.empty());
  }

  /// What is to be matched in `round` with the room that there is now; empty without an account.
  Optional<MatchProblem> problem(Round round) {
    return MarketState.room(book, round.protocol()).map(round::problem);
  }

  /// The terms by which what was found of [#problem] would be proposed.
  MatchTerms terms(Round round, Certificate found) {
    return new MatchTerms(
        round.act(), MarketState.room(book, round.protocol()).orElseThrow(), found);
  }

  MarketViews.MatchView view(Round round, MatchTerms terms) {
    return view(round, round.problem(terms.room()), terms);
  }

  private MarketViews.MatchView view(Round round, MatchProblem problem, MatchTerms terms) {
    var certificate = terms.certificate();
    var placed = certificate.placed();
    Map<String, Long> room = new LinkedHashMap<>();
    terms.room().forEach((side, sum) -> room.put(side.value(), sum.minor()));
    return new MarketViews.MatchView(
        certificate.value().minor(),
        certificate.bound().minor(),
        certificate.gap(),
        room,
        placed.stream().map(some -> placed(round, some)).toList(),
        rows(round, problem, certificate),
        Unmet.of(round, placed).stream().map(left -> unmet(round, left)).toList(),
        Shortfall.of(round, placed).stream().map(Markets::shortfall).toList(),
        turnover(Turnover.of(round, problem, placed)));
  }

  private MarketViews.PlacedView placed(Round round, Placed some) {
    return new MarketViews.PlacedView(
        lens.entryName(some.offer()),
        lens.entryName(some.need()),
        round.bids().get(some.offer()).bid().line(),
        some.lots(),
        Math.multiplyExact(round.worth(some).minor(), some.lots()));
  }

  private static List<MarketViews.RowView> rows(
      Round round, MatchProblem problem, Certificate certificate) {
    var prices = certificate.prices();
    var worth = WhatIf.oneMore(problem, prices);
    List<MarketViews.RowView> rows = new ArrayList<>();
    for (var usage : Usage.of(problem, certificate.placed())) {
      rows.add(
          row(round.protocol(), usage, prices, worth.getOrDefault(usage.row().id(), Money.ZERO)));
    }
    return rows;
  }

  private static MarketViews.RowView row(
      PeriodProtocol protocol, Usage usage, Prices prices, Money oneMore) {
    var row = usage.row();
    return new MarketViews.RowView(
        Codes.of(row.id().kind()),
        row.id().name(),
        row.capacity(),
        usage.used(),
        row.id().kind() == Row.Kind.CORRIDOR
            ? protocol.corridors().stream()
                .filter(way -> way.name().equals(row.id().name()))
                .findFirst()
                .map(Corridor::capacity)
                .map(Quantity::unit)
                .map(UnitCode::code)
            : Optional.empty(),
        prices.of(row),
        oneMore.minor());
  }

  private MarketViews.UnmetView unmet(Round round, Unmet left) {
    var bid = round.bids().get(left.bid());
    return new MarketViews.UnmetView(
        lens.entryName(left.bid()), bid.by().value(), bid.bid().toJson(), left.lots());
  }

  private static MarketViews.ShortfallView shortfall(Shortfall lacking) {
    return new MarketViews.ShortfallView(lacking.line(), lacking.lots(), lacking.value().minor());
  }

  private static MarketViews.TurnoverView turnover(Turnover turnover) {
    return new MarketViews.TurnoverView(
        turnover.offered().minor(),
        turnover.matched().minor(),
        turnover.balance().minor(),
        turnover.asTheyCame().minor(),
        turnover.trapped().minor());
  }

  // ---- looking up -----------------------------------------------------------------------------

  private String leaf(EntryId act) {
    return new Acts(lens).find(act).map(one -> one.proposal().leaf().toString()).orElse("");
  }

  private Instant timeOf(EntryId id) {
    return timeOf(lens, id);
  }

  private static Instant timeOf(Lens lens, EntryId id) {
    return lens.view().entry(id).map(Entry::envelope).map(Envelope::time).orElse(Instant.EPOCH);
  }
}
