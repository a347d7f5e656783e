package org.sarhad.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.market.MarketScene.HOUR;
import static org.sarhad.core.market.MarketScene.IR;
import static org.sarhad.core.market.MarketScene.OM;
import static org.sarhad.core.market.MarketScene.PK;
import static org.sarhad.core.market.MarketScene.SALT;
import static org.sarhad.core.market.MarketScene.both;
import static org.sarhad.core.market.MarketScene.each;
import static org.sarhad.core.market.MarketScene.index;
import static org.sarhad.core.market.MarketScene.need;
import static org.sarhad.core.market.MarketScene.offer;
import static org.sarhad.core.market.MarketScene.proposed;
import static org.sarhad.core.market.MarketScene.rice;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.barter.Money;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Voices;
import org.sarhad.tlog.tree.Merkle;

/// Every refusal of [MarketRules], by what provokes it: refused when asked, and void when said or
/// signed all the same.
class MarketRefusalTableTest {
  private static final EntryId NOTHING = new EntryId(Sides.PK_LOG, 999);
  private static final Bid RICE = offer("rice", 4, "380");

  private final MarketScene scene = MarketScene.open();

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsGivenForItsReason(MarketRefusal refusal) {
    assertThat(provoke(refusal)).isEqualTo(refusal);
  }

  private MarketFact.Stated stated(EntryId protocol, Bid bid) {
    return new MarketFact.Stated(protocol, bid);
  }

  private EntryId agreed() {
    return scene.agree(scene.protocol());
  }

  /// A seal of Pakistan's rice, under a protocol that is agreed.
  private EntryId sealed() {
    EntryId protocol = agreed();
    return scene.say(PK, scene.seal(PK, protocol, RICE));
  }

  private static MarketFact.Revealed revealed(EntryId seal, Bid bid) {
    return new MarketFact.Revealed(seal, SALT, bid);
  }

  /// Rice and gas that are offered and needed, when all bids are in: the protocol.
  private EntryId complete() {
    EntryId protocol = agreed();
    scene.bid(PK, protocol, offer("rice", 4, "380"));
    scene.bid(IR, protocol, need("rice", 6, "420"));
    scene.bid(IR, protocol, offer("gas", 10, "9"));
    scene.bid(PK, protocol, need("gas", 12, "11"));
    scene.after(HOUR);
    return protocol;
  }

  /// What is wrong with a match of those bids that places so many lots of rice and of gas.
  private MarketRefusal placing(long rice, long gas) {
    EntryId protocol = complete();
    MatchTerms good = scene.match(protocol);
    List<Placed> placed = new ArrayList<>();
    for (Placed pair : good.certificate().placed()) {
      long lots = pair.offer().origin().equals(Sides.PK_LOG) ? rice : gas;
      if (lots > 0) {
        placed.add(new Placed(pair.offer(), pair.need(), lots));
      }
    }
    return scene.refuse(IR, with(good, placed));
  }

  /// What is wrong with a match of so many lots of rice, half of them for one need and half for
  /// another one, at `price` for a tonne or more.
  private MarketRefusal placing(String price, long lots) {
    EntryId protocol = agreed();
    EntryId one = scene.bid(PK, protocol, offer("rice", 10, price));
    EntryId two = scene.bid(PK, protocol, offer("rice", 10, price));
    EntryId need = scene.bid(IR, protocol, need("rice", 10, "2000"));
    EntryId more = scene.bid(IR, protocol, need("rice", 10, "2000"));
    scene.after(HOUR);
    MatchTerms good = scene.match(protocol);
    return scene.refuse(
        IR, with(good, List.of(new Placed(one, need, lots - 3), new Placed(two, more, 3))));
  }

  /// A match of nothing.
  private static MatchTerms nothing(EntryId protocol, SortedMap<PartyId, Money> room) {
    return new MatchTerms(
        protocol, room, new Certificate(List.of(), Prices.NONE, Money.ZERO, Money.ZERO));
  }

  private static MatchTerms with(MatchTerms terms, List<Placed> placed) {
    Certificate good = terms.certificate();
    return with(terms, new Certificate(placed, good.prices(), good.value(), good.bound()));
  }

  private static MatchTerms with(MatchTerms terms, Certificate certificate) {
    return new MatchTerms(terms.protocol(), terms.room(), certificate);
  }

  /// The switch has no default: a new refusal does not compile before it has its case here.
  private MarketRefusal provoke(MarketRefusal refusal) {
    return switch (refusal) {
      case NOT_A_SIDE ->
          scene.refuse(Voices.of("om").says(OM, Role.CLERK), new MarketFact.Withdrawn(NOTHING));
      case NOT_RELEASED ->
          scene.refuse(scene.voices.internal(PK, Role.CLERK), stated(agreed(), RICE));
      case NO_OFFICER -> scene.refuse(scene.voices.node(PK), stated(agreed(), RICE));
      case ROLE_MISSING ->
          scene.refuse(
              scene.voices.says(PK, Role.OBSERVER, Role.DISPATCHER), stated(agreed(), RICE));
      case TERMS_UNREADABLE ->
          scene.refuse(IR, MarketActKind.MATCH, Json.obj().put("value", -1).build());
      case SUPERSEDES ->
          scene.refuse(
              IR,
              proposed(scene.protocol()).superseding(new ActRef(NOTHING, Merkle.EMPTY_ROOT)),
              scene.voices.parties());
      case NO_ACCOUNT -> {
        MarketScene none = new MarketScene("ir", "pk");
        yield none.refuse(IR, none.protocol());
      }
      case SIDE_UNKNOWN ->
          scene.refuse(PK, nothing(agreed(), each(OM, Money.ZERO, PK, Money.ZERO)));
      case SIDE_LEFT_OUT -> scene.refuse(PK, proposed(scene.protocol()), Ordered.set(PK, OM));
      case WINDOW_PAST -> {
        PeriodProtocol late = scene.protocol();
        scene.after(HOUR);
        yield scene.refuse(PK, late);
      }
      case PRICE_UNDEFINED ->
          scene.refuse(PK, scene.protocol(rice(), new TreeMap<>(), both(Money.ofUnits(1))));
      case TOLERANCE_TOO_HIGH -> {
        CommodityLine rice = rice();
        CommodityLine loose =
            new CommodityLine(
                rice.name(),
                rice.commodity(),
                rice.text(),
                rice.exporter(),
                rice.lot(),
                rice.price(),
                51,
                rice.lots(),
                rice.value());
        yield scene.refuse(PK, scene.protocol(loose, index("5"), both(Money.ofUnits(1))));
      }
      case PROTOCOL_UNKNOWN -> scene.refuse(PK, stated(NOTHING, RICE));
      case NOT_SEEN -> {
        EntryId protocol = agreed();
        yield scene.refuse(
            scene.voices.blind(IR, Role.CLERK), stated(protocol, need("rice", 1, "400")));
      }
      case LINE_UNKNOWN -> scene.refuse(PK, stated(agreed(), offer("tea", 1, "1")));
      case WRONG_WAY -> scene.refuse(PK, stated(agreed(), need("rice", 1, "400")));
      case LINE_TOO_SMALL -> scene.refuse(PK, stated(agreed(), offer("rice", 11, "400")));
      case CLOSED -> {
        EntryId protocol = agreed();
        scene.after(HOUR);
        yield scene.refuse(PK, stated(protocol, RICE));
      }
      case REVEALS_SEEN -> {
        EntryId seal = sealed();
        EntryId protocol = scene.state.places().get(seal);
        scene.after(HOUR);
        scene.say(PK, revealed(seal, RICE));
        scene.at(Sides.EIGHT);
        yield scene.refuse(IR, stated(protocol, need("rice", 1, "380")));
      }
      case TOO_MANY_BIDS -> {
        EntryId protocol = agreed();
        for (int i = 0; i < MarketRules.BIDS_MAX; i++) {
          scene.bid(PK, protocol, RICE);
        }
        yield scene.refuse(PK, scene.seal(PK, protocol, RICE));
      }
      case BID_UNKNOWN -> {
        EntryId bid = scene.bid(PK, agreed(), RICE);
        scene.say(PK, new MarketFact.Withdrawn(bid));
        yield scene.refuse(PK, new MarketFact.Withdrawn(bid));
      }
      case NOT_YOURS -> {
        EntryId bid = scene.bid(PK, agreed(), RICE);
        yield scene.refuse(IR, new MarketFact.Withdrawn(bid));
      }
      case SEAL_UNKNOWN -> scene.refuse(PK, revealed(NOTHING, RICE));
      case NOT_CLOSED -> scene.refuse(PK, revealed(sealed(), RICE));
      case REVEAL_LATE -> {
        EntryId seal = sealed();
        scene.after(HOUR.plus(HOUR));
        yield scene.refuse(PK, revealed(seal, RICE));
      }
      case ALREADY_REVEALED -> {
        EntryId seal = sealed();
        scene.after(HOUR);
        scene.say(PK, revealed(seal, RICE));
        yield scene.refuse(PK, revealed(seal, RICE));
      }
      case REVEAL_MISMATCH -> {
        EntryId seal = sealed();
        scene.after(HOUR);
        yield scene.refuse(PK, revealed(seal, offer("rice", 4, "379")));
      }
      case NOT_YET -> {
        EntryId protocol = agreed();
        yield scene.refuse(PK, scene.match(protocol));
      }
      case ALREADY_MATCHED -> {
        EntryId protocol = complete();
        MatchTerms match = scene.match(protocol);
        scene.sign(PK, proposed(match));
        yield scene.refuse(PK, match);
      }
      case PAIR_UNFIT -> {
        EntryId protocol = complete();
        MatchTerms good = scene.match(protocol);
        Placed first = good.certificate().placed().getFirst();
        Placed last = good.certificate().placed().getLast();
        yield scene.refuse(IR, with(good, List.of(new Placed(first.offer(), last.need(), 1))));
      }
      case PAIR_TWICE -> {
        EntryId protocol = complete();
        MatchTerms good = scene.match(protocol);
        Placed first = good.certificate().placed().getFirst();
        Placed one = new Placed(first.offer(), first.need(), 1);
        yield scene.refuse(IR, with(good, List.of(one, one)));
      }
      case BID_EXCEEDED -> placing(5, 0);
      case LINE_EXCEEDED -> placing("380", 11);
      case QUOTA_EXCEEDED -> placing("1100", 8);
      case CORRIDOR_EXCEEDED -> placing("380", 9);
      case SWING_EXCEEDED -> placing(3, 0);
      case NO_ROOM -> {
        EntryId protocol = complete();
        MatchTerms good = scene.match(protocol);
        MatchTerms bold = new MatchTerms(protocol, both(Money.ofUnits(50_001)), good.certificate());
        Round round = scene.state.rounds().get(protocol);
        yield scene.refuse(IR, with(bold, Matching.found(round.problem(bold.room()))));
      }
      case PRICE_OF_NOTHING -> {
        EntryId protocol = complete();
        MatchTerms good = scene.match(protocol);
        TreeMap<EntryId, Long> needs = new TreeMap<>();
        needs.put(NOTHING, 1L);
        Certificate certificate = good.certificate();
        yield scene.refuse(
            IR,
            with(
                good,
                new Certificate(
                    certificate.placed(),
                    new Prices(needs, new TreeMap<>()),
                    certificate.value(),
                    certificate.bound())));
      }
      case VALUE_DIFFERS -> placing(1, 1);
      case BOUND_DIFFERS -> {
        EntryId protocol = complete();
        MatchTerms good = scene.match(protocol);
        Certificate certificate = good.certificate();
        yield scene.refuse(
            IR,
            with(
                good,
                new Certificate(
                    certificate.placed(),
                    certificate.prices(),
                    certificate.value(),
                    certificate.bound().plus(Money.of(1)))));
      }
      case OUT_OF_RANGE -> {
        EntryId protocol = agreed();
        scene.bid(PK, protocol, offer("rice", 4, "100000000000"));
        scene.bid(IR, protocol, need("rice", 4, "100000000000"));
        scene.after(HOUR);
        yield scene.refuse(IR, nothing(protocol, both(Money.ZERO)));
      }
    };
  }
}
