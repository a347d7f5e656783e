package org.sarhad.node.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.BarterRefusal;
import org.sarhad.core.barter.ContractTerms;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.market.Bid;
import org.sarhad.core.market.Certificate;
import org.sarhad.core.market.CertificateCheck;
import org.sarhad.core.market.ContractDraft;
import org.sarhad.core.market.MarketRefusal;
import org.sarhad.core.market.MarketRules;
import org.sarhad.core.market.MatchProblem;
import org.sarhad.core.market.MatchSolver;
import org.sarhad.core.market.Matching;
import org.sarhad.core.market.Placed;
import org.sarhad.core.market.Round;
import org.sarhad.core.register.Word;
import org.sarhad.core.screening.Screened;
import org.sarhad.core.screening.SubjectId;
import org.sarhad.node.api.view.MarketViews;
import org.sarhad.node.api.view.Problem;
import org.sarhad.node.machine.Outcome;

/// The market of the committee (protocol chapter 17): what is to be matched, what is bid, and what
/// of that goes where. To bid is stated in the words of that chapter, or sealed
/// ([BidSealOperations]); protocols and matches are acts.
final class MarketOperations {
  private static final String ROOT = "/api/v1/market";
  private static final String ROUNDS = ROOT + "/rounds";
  private static final String ROUND = ROUNDS + "/{log}/{index}";
  private static final String MATCH = ROOT + "/matches/{log}/{index}";
  private static final Access SPEAKS = Access.holding(MarketRules.SPEAKERS);

  private final Surface surface;
  private final Openings openings;
  private final Optional<MatchSolver> solver;

  /// A search keeps a processor busy for seconds: one at a time.
  private final Semaphore searches = new Semaphore(1);

  /// @param solver for whoever wants the optimum, if there is one
  MarketOperations(Surface surface, Openings openings, Optional<MatchSolver> solver) {
    this.surface = surface;
    this.openings = openings;
    this.solver = solver;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("listRounds", ROUNDS, Access.signedIn(), this::rounds),
        Operation.get("getRound", ROUND, Access.signedIn(), this::round),
        Operation.get("listBids", ROUND + "/bids", Access.signedIn(), this::bids),
        Operation.get("findMatch", ROUND + "/match", SPEAKS, this::find),
        Operation.get("getMatch", MATCH, Access.signedIn(), this::match),
        Operation.get("draftContract", MATCH + "/contract", SPEAKS, this::draft));
  }

  // ---- rounds ---------------------------------------------------------------------------------

  private Answer rounds(Call call) throws MalformedRequestException {
    var query = call.query();
    var asked = Paging.Asked.of(query);
    query.finish();
    var lens = surface.look(call);
    var markets = new Markets(lens);
    var page = Paging.of(markets.rounds(), asked);
    return Answer.ok(
        new MarketViews.Page(
            lens.now(),
            page.items().stream().map(markets::view).toList(),
            markets.proposed(),
            page.total(),
            page.next()));
  }

  /// Answers about the round that the path names.
  private static Answer about(Lens lens, Call call, BiFunction<Markets, Round, Answer> then) {
    var markets = new Markets(lens);
    return lens.entry(call)
        .flatMap(markets::round)
        .map(round -> reckoned(() -> then.apply(markets, round)))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  /// What cannot be reckoned with is said, as everywhere else.
  private static Answer reckoned(Supplier<Answer> answer) {
    try {
      return answer.get();
    } catch (ArithmeticException e) {
      return refused(MarketRefusal.OUT_OF_RANGE, String.valueOf(e.getMessage()));
    }
  }

  private static Answer refused(MarketRefusal why, String detail) {
    return new Answer.Refused(problem(why, detail));
  }

  private static Problem problem(MarketRefusal why, String detail) {
    return Surface.problem(Outcome.Refused.of("market", why, detail));
  }

  private Answer round(Call call) throws MalformedRequestException {
    call.query().finish();
    var lens = surface.look(call);
    return about(
        lens,
        call,
        (markets, round) ->
            Answer.ok(
                new MarketViews.Detail(
                    lens.now(),
                    markets.unit(),
                    markets.view(round),
                    markets.matches(round),
                    solver.map(MatchSolver::name))));
  }

  // ---- bids -----------------------------------------------------------------------------------

  private Answer bids(Call call) throws MalformedRequestException {
    var query = call.query();
    var asked = Paging.Asked.of(query);
    query.finish();
    var lens = surface.look(call);
    var mayOpen = call.caller().roles().stream().anyMatch(MarketRules.SPEAKERS::contains);
    return about(
        lens,
        call,
        (markets, round) -> {
          var page = Paging.of(Markets.bids(round, lens), asked);
          return Answer.ok(
              new MarketViews.Bids(
                  lens.now(),
                  page.items().stream()
                      .map(id -> markets.bid(round, id, seal -> kept(lens, round, seal, mayOpen)))
                      .toList(),
                  page.total(),
                  page.next()));
        });
  }

  /// What an own seal hides: for whoever may reveal it.
  private Optional<Bid> kept(Lens lens, Round round, EntryId seal, boolean mayOpen) {
    return mayOpen && !lens.releasedOnly()
        ? openings.find(lens, round, seal).map(revealed -> revealed.bid())
        : Optional.empty();
  }

  // ---- matches --------------------------------------------------------------------------------

  /// How a match is looked for.
  private enum By {
    /// At once, and with no better bound than what is offered.
    PREVIEW,
    /// By a search for prices, in seconds.
    SEARCH,
    /// By the solver that was put beside this program.
    OPTIMUM
  }

  private Answer find(Call call) throws MalformedRequestException {
    var query = call.query();
    var by = query.choice("by", Codes.lower(By.class), By.PREVIEW);
    query.finish();
    var lens = surface.look(call);
    if (by == By.OPTIMUM && solver.isEmpty()) {
      return new Answer.Refused(ApiRefusal.SOLVER_MISSING.plain());
    }
    if (!searches.tryAcquire()) {
      return new Answer.Refused(ApiRefusal.BUSY.plain().after(Duration.ofSeconds(1)));
    }
    try {
      return about(lens, call, (markets, round) -> found(lens, markets, round, by));
    } finally {
      searches.release();
    }
  }

  private Answer found(Lens lens, Markets markets, Round round, By by) {
    var problem = markets.problem(round);
    if (problem.isEmpty()) {
      return refused(MarketRefusal.NO_ACCOUNT, "");
    }
    var certificate = certificate(problem.get(), by);
    if (certificate.isEmpty()) {
      return new Answer.Refused(ApiRefusal.SOLVER_FAILED.plain());
    }
    // Nobody is believed, ourselves included.
    var flaw = CertificateCheck.flaw(problem.get(), certificate.get());
    if (flaw.isPresent()) {
      return refused(flaw.get(), "");
    }
    var terms = markets.terms(round, certificate.get());
    return Answer.ok(
        new MarketViews.Found(
            lens.now(),
            markets.unit(),
            Codes.of(by),
            round.isComplete(lens.now()),
            markets.view(round, terms),
            terms.toJson()));
  }

  private Optional<Certificate> certificate(MatchProblem problem, By by) {
    return switch (by) {
      case PREVIEW -> Optional.of(Matching.preview(problem));
      case SEARCH -> Optional.of(Matching.found(problem));
      case OPTIMUM ->
          solver
              .flatMap(one -> one.solve(problem))
              .map(solution -> Matching.made(problem, solution));
    };
  }

  private Answer match(Call call) throws MalformedRequestException {
    call.query().finish();
    var lens = surface.look(call);
    var markets = new Markets(lens);
    return lens.entry(call)
        .flatMap(markets::match)
        .map(match -> reckoned(() -> Answer.ok(markets.detail(match))))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  // ---- what follows from one ------------------------------------------------------------------

  /// What of a contract is not in the match.
  ///
  /// @param seller the trading party that sells
  /// @param buyer the trading party that buys
  private record Wish(
      String seller, String buyer, AccountCode account, ContractTerms.Weighed weighed) {}

  private Answer draft(Call call) throws MalformedRequestException {
    var lens = surface.look(call);
    var query = call.query();
    Function<String, EntryId> entry =
        text -> lens.parties().entry(lens.view(), text).orElseThrow(IllegalArgumentException::new);
    var expected = "expected the name of a bid, such as ir/17";
    var offer = query.parsed("offer", entry, expected);
    var need = query.parsed("need", entry, expected);
    var seller = query.parsed("seller", SubjectId::of, "expected a trading party");
    var buyer = query.parsed("buyer", SubjectId::of, "expected a trading party");
    var account =
        query
            .parsed("account", AccountCode::of, "expected 1000, 1010 or 1020")
            .orElse(AccountCode.GOODS);
    var weighed =
        query.choice(
            "weighed", Codes.lower(ContractTerms.Weighed.class), ContractTerms.Weighed.OUTTURN);
    query.finish();
    var markets = new Markets(lens);
    var wish =
        new Wish(
            seller.map(SubjectId::value).orElse(""),
            buyer.map(SubjectId::value).orElse(""),
            account,
            weighed);
    return lens.entry(call)
        .flatMap(markets::match)
        .flatMap(match -> placed(match, offer, need))
        .map(draft -> drafted(lens, draft, wish))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  private static Optional<ContractDraft> placed(
      Markets.Proposed match, Optional<EntryId> offer, Optional<EntryId> need) {
    return match.terms().certificate().placed().stream()
        .filter(
            some ->
                offer.equals(Optional.of(some.offer())) && need.equals(Optional.of(some.need())))
        .filter(some -> isOf(match.round(), some))
        .findFirst()
        .map(some -> new ContractDraft(match.round(), some));
  }

  private static boolean isOf(Round round, Placed placed) {
    return round.bids().containsKey(placed.offer()) && round.bids().containsKey(placed.need());
  }

  private static Answer drafted(Lens lens, ContractDraft draft, Wish wish) {
    var number = lens.view().expected().book().journal().last(lens.own(), VoucherKind.CONTRACT) + 1;
    try {
      var terms =
          draft.terms(
              number,
              wish.seller(),
              wish.buyer(),
              wish.account(),
              wish.weighed(),
              Ordered.set(screened(lens, wish).toList()));
      return Answer.ok(
          new MarketViews.DraftView(
              lens.now(),
              terms.kind().act().orElseThrow().value(),
              objection(lens, terms).map(why -> "barter." + Codes.of(why)),
              terms.toJson()));
    } catch (IllegalArgumentException e) {
      return new Answer.Refused(ApiRefusal.MALFORMED.because(String.valueOf(e.getMessage())));
    }
  }

  /// Why nothing can be signed now with the two who trade (14-6.7). To draft is always open.
  private static Optional<BarterRefusal> objection(Lens lens, ContractTerms terms) {
    return lens.view()
        .expected()
        .bookGrounds()
        .clearance()
        .objection(terms.goods().parties(), lens.now());
  }

  /// What both sides have decided about the two who trade, as far as they have.
  private static Stream<EntryId> screened(Lens lens, Wish wish) {
    var screening = lens.view().expected().screening();
    return Stream.of(wish.seller(), wish.buyer())
        .filter(name -> !name.isEmpty())
        .map(SubjectId::of)
        .flatMap(
            subject -> screening.parties().stream().map(side -> screening.screened(side, subject)))
        .flatMap(screened -> screened.decision().stream())
        .map(Screened.Decided::word)
        .map(Word::entry);
  }
}
