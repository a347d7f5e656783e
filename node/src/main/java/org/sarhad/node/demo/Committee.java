package org.sarhad.node.demo;

import static org.sarhad.node.demo.JointWork.act;
import static org.sarhad.node.demo.JointWork.body;
import static org.sarhad.node.demo.JointWork.propose;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.ContractTerms;
import org.sarhad.core.barter.ContractTerms.Weighed;
import org.sarhad.core.barter.Goods;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceFormula;
import org.sarhad.core.barter.PriceRule;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.market.Bid;
import org.sarhad.core.market.CommodityLine;
import org.sarhad.core.market.ContractDraft;
import org.sarhad.core.market.Corridor;
import org.sarhad.core.market.MarketFact;
import org.sarhad.core.market.MatchTerms;
import org.sarhad.core.market.Matching;
import org.sarhad.core.market.PeriodProtocol;
import org.sarhad.core.market.Placed;
import org.sarhad.core.market.Round;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Wording;

/// The committee of both sides: a protocol of the period, needs and offers, a match that is proven,
/// and the contracts that follow from it.
final class Committee {
  private static final Duration BIDDING = Duration.ofSeconds(12);

  private final Side a;
  private final Side b;
  private final Checks checks;
  private final Papers papers;
  private Optional<Papers.Signed> power = Optional.empty();
  private Optional<Papers.Signed> rice = Optional.empty();
  private Optional<Papers.Signed> urea = Optional.empty();

  Committee(Side a, Side b, Checks checks, Papers papers) {
    this.a = a;
    this.b = b;
    this.checks = checks;
    this.papers = papers;
  }

  /// The contract of power, once it is signed.
  Papers.Signed power() {
    return power.orElseThrow();
  }

  /// The contract of rice.
  Papers.Signed rice() {
    return rice.orElseThrow();
  }

  /// The contract of urea.
  Papers.Signed urea() {
    return urea.orElseThrow();
  }

  /// A offers power and urea and needs rice; B the other way. What of it goes where is matched, and
  /// how good the match is, is proven.
  void match() {
    var closes = Instant.now().plus(BIDDING).truncatedTo(ChronoUnit.MILLIS);
    var protocol = protocol(closes);
    var agreed = papers.agreed(a, b, act("barter_protocol", body(protocol.toJson())));
    var bids = PersistentMap.<EntryId, Round.Known>empty();
    for (var bid :
        List.of(
            new Said(a, offer("power", 5, "55")),
            new Said(b, need("power", 6, "70")),
            new Said(a, offer("urea", 24, "280")),
            new Said(b, need("urea", 30, "320")),
            new Said(b, offer("rice", 12, "380")),
            new Said(a, need("rice", 10, "420")))) {
      var fact = new MarketFact.Stated(agreed, bid.bid);
      var entry = papers.told(bid.by, fact.kind().kind().value(), body(fact.toJson()));
      bids = bids.put(entry.id(), new Round.Known(PartyId.of(bid.by.id()), bid.bid, false));
    }
    var round =
        new Round(
            agreed,
            protocol,
            true,
            bids,
            PersistentMap.empty(),
            PersistentMap.empty(),
            Optional.empty());
    var found = Matching.found(round.problem(papers.both(Barter.LIMIT)));
    var terms = new MatchTerms(agreed, papers.both(Barter.LIMIT), found);
    checks.equal(
        "before bidding is over no match is signed",
        "market.not_yet",
        propose(a, Desk.CHIEF, act("barter_match", body(terms.toJson()))).code());
    NodeProcess.pause(Duration.between(Instant.now(), closes).plusMillis(1_200));
    papers.agreed(a, b, act("barter_match", body(terms.toJson())));
    checks.tell(
        "Matched: %s; no match is worth more than %s, as both nodes have checked"
            .formatted(found.value(), found.bound()));
    sign(round, found.placed());
  }

  private record Said(Side by, Bid bid) {}

  private static Bid offer(String line, long lots, String limit) {
    return new Bid(Bid.Way.OFFER, line, lots, Optional.of(Rational.ofDecimal(limit)));
  }

  private static Bid need(String line, long lots, String limit) {
    return new Bid(Bid.Way.NEED, line, lots, Optional.of(Rational.ofDecimal(limit)));
  }

  private PeriodProtocol protocol(Instant closes) {
    var rail = new TreeMap<String, Long>();
    rail.put("urea", 1L);
    return new PeriodProtocol(
        Papers.day(papers.from()),
        Papers.day(papers.year()),
        closes,
        closes.plusMillis(500),
        indices(),
        List.of(
            line(
                "power",
                "271600",
                "Electrical energy",
                a,
                new Quantity(Deliveries.GWH, UnitCode.WHR),
                new PriceRule(PriceFormula.parse("32 + 0.75 * p"), UnitCode.MWH, new TreeMap<>())),
            line(
                "rice",
                "100630",
                "Rice",
                b,
                new Quantity(60, UnitCode.TNE),
                PriceRule.fixed(Rational.of(400), UnitCode.TNE)),
            line(
                "urea",
                "310210",
                "Urea",
                a,
                new Quantity(60, UnitCode.TNE),
                PriceRule.fixed(Rational.of(300), UnitCode.TNE))),
        List.of(),
        List.of(new Corridor("rail", new Quantity(20, UnitCode.H87), rail)),
        papers.both(Barter.LIMIT));
  }

  private static CommodityLine line(
      String name, String commodity, String text, Side exporter, Quantity lot, PriceRule price) {
    return new CommodityLine(
        name,
        commodity,
        Wording.of("en", text),
        PartyId.of(exporter.id()),
        lot,
        price,
        20,
        new CommodityLine.Range(0, 40),
        new CommodityLine.Range(0, Money.ofUnits(5_000_000).minor()));
  }

  private static SortedMap<String, Rational> indices() {
    var indices = new TreeMap<String, Rational>();
    indices.put("p", Rational.of(40));
    return indices;
  }

  /// Contracts follow from what was placed; the first of them is C1.
  private void sign(Round round, List<Placed> placed) {
    for (var one : placed) {
      var name = round.bids().get(one.offer()).bid().line();
      var draft = new ContractDraft(round, one);
      switch (name) {
        case "power" ->
            power =
                Optional.of(
                    contract(a, draft, "IR-PWR", "PK-PWR", AccountCode.ENERGY, Weighed.MEAN));
        case "urea" ->
            urea =
                Optional.of(
                    contract(a, draft, "IR-UREA", "PK-SOIL", AccountCode.GOODS, Weighed.OUTTURN));
        default ->
            rice =
                Optional.of(
                    contract(
                        b, draft, "PK-RICE", Screeners.FOOD, AccountCode.GOODS, Weighed.OUTTURN));
      }
    }
    refuseTheHeld();
    checks.that(
        "contracts follow for power, urea and rice",
        power.isPresent() && urea.isPresent() && rice.isPresent());
  }

  /// Nobody signs with the consignee that is still held, on either node.
  private void refuseTheHeld() {
    var goods = rice.orElseThrow().terms();
    for (var side : List.of(a, b)) {
      var held =
          new ContractTerms(
              papers.next(side, "contract"),
              new Goods(
                  goods.goods().exporter(),
                  goods.goods().seller(),
                  Screeners.STAR,
                  goods.goods().commodity(),
                  goods.goods().name(),
                  goods.goods().account()),
              goods.quantity(),
              goods.price(),
              goods.indices(),
              goods.weighed(),
              goods.until(),
              Ordered.set());
      checks.equal(
          side.neighbour().letter() + " refuses a contract with the one that is held",
          "barter.party_held",
          propose(side, Desk.CHIEF, act("barter_contract", body(held.toJson()))).code());
    }
  }

  private Papers.Signed contract(
      Side exporter,
      ContractDraft draft,
      String seller,
      String buyer,
      AccountCode account,
      Weighed weighed) {
    var terms =
        draft.terms(
            papers.number(exporter, "contract"), seller, buyer, account, weighed, Ordered.set());
    return papers.signed(exporter, terms);
  }
}
