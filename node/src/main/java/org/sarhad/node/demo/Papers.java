package org.sarhad.node.demo;

import static org.sarhad.node.demo.JointWork.act;
import static org.sarhad.node.demo.JointWork.await;
import static org.sarhad.node.demo.JointWork.body;
import static org.sarhad.node.demo.JointWork.id;
import static org.sarhad.node.demo.JointWork.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sarhad.core.barter.AcceptanceTerms;
import org.sarhad.core.barter.AcceptancesTerms;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.barter.BarterTerms;
import org.sarhad.core.barter.Basis;
import org.sarhad.core.barter.ContractTerms;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.ReservationTerms;
import org.sarhad.core.barter.Rounded;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.DueDate;
import org.sarhad.tlog.tree.Hash;

/// What both sides sign and state about the account: contracts, reservations, and the papers of
/// what leaves and arrives, each with the next number of its series.
final class Papers {
  /// What may be despatched of what is reserved, in hundredths: five per cent more, as is agreed.
  private static final long MOST = 105;

  private final Side a;
  private final Side b;
  private final JointWork work;
  private final LocalDate from;
  private final TreeMap<String, Integer> numbers = new TreeMap<>();

  /// A contract that both have signed.
  record Signed(EntryId act, ContractTerms terms, Rational price) {
    /// What so much of its unit is worth.
    Rational worth(Rational amount) {
      var unit = terms.quantity().unit();
      return unit.in(terms.price().per()).orElseThrow().times(amount).times(price);
    }
  }

  /// An entry, and the bytes of it that somebody signs for.
  record Paper(EntryId id, Hash leaf) {
    Basis basis() {
      return new Basis(id, leaf);
    }
  }

  /// @param from the first day of the account
  Papers(Side a, Side b, Checks checks, LocalDate from) {
    this.a = a;
    this.b = b;
    this.work = new JointWork(checks);
    this.from = from;
  }

  /// The first day of the account.
  LocalDate from() {
    return from;
  }

  /// Contracts end a year after that.
  LocalDate year() {
    return from.plusMonths(12);
  }

  /// A contract that both sign now.
  Signed signed(Side exporter, ContractTerms terms) {
    return new Signed(
        agree(exporter, "barter_contract", terms),
        terms,
        terms.price().price(terms.indices()).orElseThrow());
  }

  /// Both keep room for so much of `contract`.
  EntryId reserve(Side exporter, Signed contract, long amount) {
    return agree(
        exporter, "barter_reservation", room(contract, amount, number(exporter, "reservation")));
  }

  /// The terms of such a reservation.
  BarterTerms room(Signed contract, long amount, int number) {
    return new ReservationTerms(
        number,
        contract.act,
        new Quantity(amount, contract.terms.quantity().unit()),
        money(contract.worth(Rational.of(amount * MOST / 100))),
        day(year()));
  }

  /// So much is sent under `room`, so much arrives, and both sign for it: what is posted.
  Money deliver(
      Side exporter,
      Side importer,
      Signed contract,
      EntryId room,
      long sent,
      long received,
      Rational value,
      Rational disputed) {
    var despatch = despatched(exporter, room, contract, sent);
    var receipt = received(importer, despatch, contract, received);
    return accepted(importer, exporter, despatch, receipt, value, disputed);
  }

  /// So much leaves.
  Paper despatched(Side by, EntryId room, Signed contract, long amount) {
    var fact =
        new BarterFact.Despatched(
            number(by, "despatch"),
            room,
            new Quantity(amount, contract.terms.quantity().unit()),
            Ordered.set());
    return told(by, fact.kind().kind().value(), body(fact.toJson()));
  }

  /// So much arrives.
  Paper received(Side by, Paper despatch, Signed contract, long amount) {
    var fact =
        new BarterFact.Received(
            number(by, "receipt"),
            despatch.id,
            new Quantity(amount, contract.terms.quantity().unit()),
            Ordered.set());
    return told(by, fact.kind().kind().value(), body(fact.toJson()));
  }

  /// Both sign for what came: what is posted by it.
  Money accepted(
      Side by, Side other, Paper despatch, Paper receipt, Rational value, Rational disputed) {
    var terms = accepting(by, new Carriage(despatch, receipt), value, disputed);
    agreed(by, other, act("barter_acceptance", body(terms.toJson())));
    return money(value);
  }

  /// What left, and that it came.
  record Carriage(Paper despatch, Paper receipt) {}

  /// Both sign once for all of `carriages`, each of them worth `each`: the short name of the act.
  String acceptedTogether(Side by, Side other, List<Carriage> carriages, Rational each) {
    var lines = carriages.stream().map(one -> accepting(by, one, each, Rational.ZERO)).toList();
    var terms = AcceptancesTerms.of(number(by, "acceptances"), lines);
    return work.agreed(by, other, act("barter_acceptances", body(terms.toJson()))).act();
  }

  private AcceptanceTerms accepting(Side by, Carriage carriage, Rational value, Rational disputed) {
    return new AcceptanceTerms(
        number(by, "acceptance"),
        from.plusDays(61),
        carriage.despatch.basis(),
        carriage.receipt.basis(),
        money(value),
        money(disputed));
  }

  private static Money money(Rational exact) {
    return Rounded.of(exact).orElseThrow().money();
  }

  /// `by` proposes it, and the other side signs.
  EntryId agree(Side by, String kind, BarterTerms terms) {
    return agreed(by, by == a ? b : a, act(kind, body(terms.toJson())));
  }

  /// The same, of an act of any kind.
  EntryId agreed(Side by, Side other, ObjectNode proposal) {
    return id(by, work.agreed(by, other, proposal).act());
  }

  /// What a clerk states, once the other side has it.
  Paper told(Side side, String kind, JsonNode body) {
    var entry = state(side, Desk.CLERK, kind, body);
    await(side == a ? b : a, entry);
    var leaf = side.read("/api/v1/record/entries/" + entry).path("leafHash").asText();
    return new Paper(id(side, entry), Hash.parseBase64(leaf).orElseThrow());
  }

  /// The next number of a series of `side`, which is thereby used.
  int number(Side side, String kind) {
    return numbers.merge(side.id() + " " + kind, 1, Integer::sum);
  }

  /// The next number of a series of `side`, which stays the next.
  int next(Side side, String kind) {
    return numbers.getOrDefault(side.id() + " " + kind, 0) + 1;
  }

  /// The same sum for each of the two.
  SortedMap<PartyId, Money> both(Money each) {
    var sums = new TreeMap<PartyId, Money>();
    sums.put(PartyId.of(a.id()), each);
    sums.put(PartyId.of(b.id()), each);
    return sums;
  }

  /// A day as it is agreed.
  static DueDate day(LocalDate day) {
    return new DueDate(day, ZoneOffset.UTC);
  }
}
