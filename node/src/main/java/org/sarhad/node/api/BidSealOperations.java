package org.sarhad.node.api;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.market.Bid;
import org.sarhad.core.market.MarketFact;
import org.sarhad.core.market.MarketRules;
import org.sarhad.node.machine.NodeRequest;

/// Sealed needs and offers (protocol clause 17-3.7): the node draws the salt, and keeps what it
/// takes to reveal the bid where nobody else reads it. As [SealOperations] for claims.
final class BidSealOperations {
  private static final String ROOT = "/api/v1/market/seals";
  private static final Access SPEAKS = Access.holding(MarketRules.SPEAKERS);
  private final Surface surface;
  private final Openings openings;

  BidSealOperations(Surface surface, Openings openings) {
    this.surface = surface;
    this.openings = openings;
  }

  List<Operation> list() {
    return List.of(
        Operation.post("sealBid", ROOT, SPEAKS, this::seal),
        Operation.post("revealBid", ROOT + "/{log}/{index}/reveal", SPEAKS, this::reveal));
  }

  private Answer seal(Call call) throws MalformedRequestException {
    var lens = surface.look(call);
    var fields = call.body();
    var protocol =
        fields.parsed(
            "round",
            new EntryId(lens.view().self().origin(), 0),
            text ->
                lens.parties().entry(lens.view(), text).orElseThrow(IllegalArgumentException::new),
            "expected the name of a protocol that is known here, such as ir/17");
    var bid = bid(fields, fields.json("bid"));
    fields.finish();
    return surface.ask(
        call, new NodeRequest.SealBid(new MarketFact.Stated(protocol, bid.orElseThrow())));
  }

  private static Optional<Bid> bid(Fields fields, Json.Obj said) {
    try {
      return Optional.of(Bid.fromJson(said));
    } catch (MalformedJsonException e) {
      fields.complain("bid", e.what() + ": " + e.found(), "expected " + e.expected());
    } catch (IllegalArgumentException e) {
      fields.complain("bid", "", String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  /// The rules judge whether it may be shown; here it is only found again.
  private Answer reveal(Call call) throws MalformedRequestException {
    call.body().finish();
    var lens = surface.look(call);
    var market = lens.view().expected().market();
    var seal = lens.entry(call).filter(market.places()::containsKey);
    if (seal.isEmpty()) {
      return Answer.unknown(call.entryName());
    }
    var round = market.rounds().get(market.places().get(seal.get()));
    var opening = openings.find(lens, round, seal.get());
    return opening.isEmpty()
        ? new Answer.Refused(ApiRefusal.BID_OPENING_MISSING.because(call.entryName()))
        : surface.ask(call, new NodeRequest.State(new Statement.OnMarket(opening.get())));
  }
}
