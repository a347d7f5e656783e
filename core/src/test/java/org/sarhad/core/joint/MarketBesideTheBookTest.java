package org.sarhad.core.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.json.Json;
import org.sarhad.core.market.Bid;
import org.sarhad.core.market.MarketActKind;
import org.sarhad.core.market.MarketFact;
import org.sarhad.core.market.MarketRefusal;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.response.ResponseState;
import org.sarhad.core.testing.Keys;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.TestSide;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// The market in the accord: its facts and acts come to it, what does not hold is void there and in
/// nothing else, and all of it is part of what two nodes compare.
class MarketBesideTheBookTest {
  private static final MarketFact OFFER =
      new MarketFact.Stated(
          EntryId.of(Sides.PK_LOG, 77), new Bid(Bid.Way.OFFER, "rice", 4, Optional.empty()));

  private final TestSide ir = new TestSide(Sides.CHANNEL, "ir");
  private final TestSide pk = new TestSide(Sides.CHANNEL, "pk");
  private ChannelState channel =
      ChannelState.of(Sides.CHANNEL, Keys.SIGNATURES).with(ir.card()).with(pk.card());
  private Accord accord = Accord.NONE;

  MarketBesideTheBookTest() {
    for (TestSide side : List.of(ir, pk)) {
      side.begin();
      Entry genesis = side.said().getLast().entry();
      channel = channel.enter(genesis);
      channel = channel.apply(channel.context(genesis), side.genesis());
    }
  }

  @Test
  void aBidIsRefusedByTheMarketAndVoidInItAlone() {
    Statement bid = new Statement.OnMarket(OFFER);
    assertThat(objection(bid))
        .contains(new Objection("market", MarketRefusal.PROTOCOL_UNKNOWN, "market.stated"));

    Entry said = say(pk, bid, OFFER.kind().kind());
    assertThat(accord.market().voids().find(said.id())).contains(MarketRefusal.PROTOCOL_UNKNOWN);
    assertThat(accord.book().voids().isEmpty()).isTrue();
  }

  @Test
  void anActOfTheMarketIsJudgedByItWhereItTakesEffect() {
    ActFact.Proposed said =
        ActFact.Proposed.of(
            MarketActKind.MATCH.act(), Json.obj().put("value", 1).build(), Capacity.of(Role.CHIEF));
    Entry proposal = say(pk, new Statement.OnAct(said), said.kind().kind());
    assertThat(accord.market().voids().isEmpty()).as("nobody has signed yet").isTrue();

    ir.sees(pk);
    ActRef ref = new ActRef(proposal.id(), proposal.leafHash());
    ActFact yes = new ActFact.Assented(ref, 0, Capacity.of(Role.CHIEF));
    Entry assent = say(ir, new Statement.OnAct(yes), yes.kind().kind());
    assertThat(accord.acts().acts().get(proposal.id()).isEffective()).isTrue();
    assertThat(accord.market().voids().find(assent.id())).contains(MarketRefusal.TERMS_UNREADABLE);
    assertThat(accord.book().voids().isEmpty()).isTrue();
  }

  @Test
  void whatBecameOfABidIsPartOfWhatTwoNodesCompare() {
    Accord before = accord;
    say(pk, new Statement.OnMarket(OFFER), OFFER.kind().kind());
    assertThat(accord.market().digest()).isNotEqualTo(before.market().digest());
    assertThat(accord.digest()).isNotEqualTo(before.digest());
  }

  private Optional<Objection> objection(Statement statement) {
    Entry draft = entry(pk, Kind.of("market.stated"));
    return AccordRules.objection(
        accord, ResponseState.of(Sides.IR, Sides.PK), channel, at(draft), statement);
  }

  private Entry say(TestSide side, Statement statement, Kind kind) {
    Entry entry = entry(side, kind);
    side.add(entry, Optional.empty());
    channel = channel.enter(entry);
    accord = accord.take(channel, at(entry), Optional.of(statement));
    return entry;
  }

  private ActEntry at(Entry entry) {
    return new ActEntry(channel.context(entry), entry.envelope().seen(), entry.leafHash());
  }

  private static Entry entry(TestSide side, Kind kind) {
    Payload payload =
        Payload.salted(
            Json.obj().put("n", side.size()).build(),
            Merkle.sha256(Bytes.ofUtf8("salt " + side.size())).toBytes());
    return side.next(kind)
        .payload(payload.ref(PayloadRef.BODY))
        .by(side.officer("c0c0"))
        .seal(side.node());
  }
}
