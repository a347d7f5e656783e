package org.sarhad.node.demo;

import static org.sarhad.node.demo.JointWork.SOON;
import static org.sarhad.node.demo.JointWork.act;
import static org.sarhad.node.demo.JointWork.body;
import static org.sarhad.node.demo.JointWork.id;
import static org.sarhad.node.demo.JointWork.propose;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.AccountTerms;
import org.sarhad.core.barter.ContractTerms;
import org.sarhad.core.barter.ContractTerms.Weighed;
import org.sarhad.core.barter.Goods;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceRule;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.SwingTerms;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.commitments.CommitmentFact;
import org.sarhad.core.commitments.CommitmentId;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Wording;

/// The barter account, from its opening to the limit that nobody passes and the statement that an
/// outsider proves: steps 21 to 23 of the acceptance scenario, over the public API. Every firm,
/// price and quantity is made up.
final class Barter {
  /// What each side may owe at first.
  static final Money LIMIT = Money.ofUnits(600_000);

  private static final int MONTHS = 3;
  private static final int DAYS_OVER = 10;
  private static final int NET_OFF_DAYS = 90;
  private static final String ACCOUNT = "/api/v1/barter/account";
  private static final String STATEMENTS = "/api/v1/barter/statements";

  private final Side a;
  private final Side b;
  private final Screeners screeners;
  private final Checks checks;
  private final Papers papers;
  private final Committee committee;
  private final Deliveries deliveries;

  Barter(Side a, Side b, Screeners screeners, Checks checks) {
    this.a = a;
    this.b = b;
    this.screeners = screeners;
    this.checks = checks;
    this.papers =
        new Papers(
            a, b, checks, LocalDate.now(ZoneOffset.UTC).minusMonths(MONTHS).minusDays(DAYS_OVER));
    this.committee = new Committee(a, b, checks, papers);
    this.deliveries = new Deliveries(a, b, checks, papers, committee);
  }

  /// The account is opened for a quarter that is over, so that its statement can be signed today.
  void openAccount() {
    checks.step(21, "One account for both; a protocol of the period, needs and offers, a match");
    papers.agree(
        a,
        "barter_account",
        new AccountTerms(1, Papers.day(papers.from()), "UA", papers.both(LIMIT)));
    checks.equal(
        "a second one is refused",
        "barter.account_open",
        propose(
                b,
                Desk.CHIEF,
                act(
                    "barter_account",
                    body(
                        new AccountTerms(1, Papers.day(papers.from()), "UA", papers.both(LIMIT))
                            .toJson())))
            .code());
  }

  /// What is needed and what is offered is matched, and contracts follow.
  void match() {
    committee.match();
  }

  /// Power over the line, and urea by rail.
  void deliver() {
    deliveries.meter();
    deliveries.rail();
  }

  /// B owes so much that there is no room for more; both nodes say so before anybody signs.
  void reachTheLimit() {
    checks.step(
        23, "The account is at its limit: the next reservation is refused, on both nodes alike");
    var contract = committee.power();
    for (var side : List.of(a, b)) {
      checks.equal(
          side.neighbour().letter() + " refuses two and a half more GWh",
          "barter.no_room",
          propose(
                  side,
                  Desk.CHIEF,
                  act(
                      "barter_reservation",
                      body(
                          papers
                              .room(
                                  contract,
                                  5 * Deliveries.GWH / 2,
                                  papers.next(side, "reservation"))
                              .toJson())))
              .code());
    }
    deliveries.lorries();
    checks.tell("B delivers rice for 120 000, taken over by one act, and there is room again.");
  }

  /// Medicine goes under an exemption, and counts for what the ministers of health have promised.
  void sendMedicine() {
    var commitment = memorandum();
    var basis = screeners.exempt();
    var terms =
        new ContractTerms(
            papers.number(b, "contract"),
            new Goods(
                PartyId.of(b.id()),
                "PK-MED",
                "IR-MED",
                "300490",
                Wording.of("en", "Medicine"),
                AccountCode.GOODS),
            new Quantity(10, UnitCode.TNE),
            PriceRule.fixed(Rational.of(2_000), UnitCode.TNE),
            new TreeMap<>(),
            Weighed.OUTTURN,
            Papers.day(papers.year()),
            Ordered.set(basis));
    var contract = papers.signed(b, terms);
    screeners.draw(basis, contract.act(), 10);
    var room = papers.reserve(b, contract, 10);
    var despatch = papers.despatched(b, room, contract, 10);
    var receipt = papers.received(a, despatch, contract, 10);
    papers.accepted(a, b, despatch, receipt, contract.worth(Rational.of(10)), Rational.ZERO);
    var progress =
        new CommitmentFact.ProgressStated(
            commitment,
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            Optional.empty(),
            new CommitmentFact.Remarks(
                Wording.of("en", "Ten tonnes of medicine have arrived"),
                Ordered.set(receipt.id())));
    papers.told(a, progress.kind().kind().value(), body(progress.toJson()));
    checks.tell("The receipt is evidence of the health memorandum, in A's own statement.");
  }

  /// The limit goes down while more is owed, and the quarter is closed: what is beyond is shown
  /// with the day by which it is netted off. Both sign one statement, and an outsider proves it.
  void closeTheQuarter() {
    checks.step(23, "Both sign one statement of the quarter; what is beyond the limit has its day");
    papers.agree(
        a,
        "barter_swing",
        new SwingTerms(
            papers.number(a, "swing"), PartyId.of(b.id()), Money.ofUnits(300_000), true));
    var draft = a.read(STATEMENTS).path("open");
    checks.that("the quarter is over", draft.path("isOver").asBoolean());
    papers.agreed(a, b, act("barter_statement", draft.path("terms")));
    for (var side : List.of(a, b)) {
      checks.within(
          SOON,
          side.neighbour().letter() + " has closed the first period",
          () -> !closed(side).isMissingNode());
    }
    checks.equal("both have one statement, hash and all", closed(a), closed(b));
    var until = papers.from().plusMonths(MONTHS).minusDays(1);
    for (var side : List.of(a, b)) {
      var due = side.read(ACCOUNT).path("account").path("due");
      checks.equal(
          side.neighbour().letter() + " names the day by which the excess is netted off",
          until.plusDays(NET_OFF_DAYS).toString(),
          due.path("by").asText());
      checks.equal(
          side.neighbour().letter() + " has books that sum to nothing", Set.of(0L), sums(side));
    }
  }

  private static JsonNode closed(Side side) {
    return side.read(STATEMENTS).path("items").path(0).path("figures");
  }

  /// What the postings of every voucher come to, in each ledger.
  private static Set<Long> sums(Side side) {
    var sums = new TreeMap<String, Long>();
    for (var voucher : side.read("/api/v1/barter/vouchers?limit=100").path("items")) {
      for (var line : voucher.path("lines")) {
        if (!line.path("isHeld").asBoolean()) {
          sums.merge(line.path("ledger").asText(), line.path("amount").asLong(), Math::addExact);
        }
      }
    }
    return new TreeSet<>(sums.values());
  }

  /// Somebody who has neither node proves the statement to the last figure.
  void prove() {
    var directory = screeners.directory();
    var bundle = directory.resolve("account-1.tar");
    a.as(Desk.ADMIN).download("/api/v1/link/account-bundle?period=1", bundle);
    var words = new ArrayList<>(List.of("verify", bundle.toString()));
    for (var side : List.of(a, b)) {
      for (var key : side.read("/api/v1/link/pairing").path("own").path("keys")) {
        words.add("--key");
        words.add(key.asText());
      }
    }
    checks.equal(
        "an outsider with the bundle and the public keys proves every figure",
        0,
        NodeProcess.exitStatus(directory.resolve("account-1.txt"), Map.of(), words));
  }

  private CommitmentId memorandum() {
    for (var one : a.read("/api/v1/commitments").path("items")) {
      if (one.path("subject").asText().equals("health")) {
        return CommitmentId.of(id(a, one.path("entry").asText()));
      }
    }
    throw new DemoException("no commitment about health is on record");
  }
}
