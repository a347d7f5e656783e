package org.sarhad.node.api;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.core.barter.BarterRefusal;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.barter.ContractProgress;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.ReservationDraft;
import org.sarhad.core.json.Json;
import org.sarhad.core.market.MarketRules;
import org.sarhad.core.register.DueDate;
import org.sarhad.node.api.view.ContractViews;
import org.sarhad.node.machine.Outcome;

/// Contracts and the room that is reserved for them (protocol clause 14-5.2). Both are acts; here
/// is how far they are, and what a reservation would come to before somebody signs it.
final class ContractOperations {
  private static final String ROOT = "/api/v1/contracts";
  private static final String ONE = ROOT + "/{log}/{index}";
  private static final String ALL = "all";
  private final Surface surface;

  ContractOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("listContracts", ROOT, Access.signedIn(), this::contracts),
        Operation.get("getContract", ONE, Access.signedIn(), this::contract),
        Operation.get("listPermits", "/api/v1/permits", Access.signedIn(), this::permits),
        Operation.get(
            "draftPermit", ONE + "/permit", Access.holding(MarketRules.SPEAKERS), this::draft));
  }

  // ---- looking --------------------------------------------------------------------------------

  private Answer contracts(Call call) throws MalformedRequestException {
    var query = call.query();
    var stage = query.choice("stage", stages(), ALL);
    var asked = Paging.Asked.of(query);
    query.finish();
    var lens = surface.look(call);
    var contracts = new Contracts(lens);
    var all = contracts.all();
    var page =
        Paging.of(
            all.stream().filter(one -> stage.equals(ALL) || one.stage().equals(stage)).toList(),
            asked);
    return Answer.ok(
        new ContractViews.Page(
            lens.now(),
            contracts.unit(),
            Contracts.stages(all),
            page.items(),
            page.total(),
            page.next()));
  }

  private static Map<String, String> stages() {
    Map<String, String> stages = new LinkedHashMap<>();
    stages.put(ALL, ALL);
    stages.put(Contracts.DRAFTED, Contracts.DRAFTED);
    Codes.lower(ContractProgress.Stage.class).keySet().forEach(stage -> stages.put(stage, stage));
    return stages;
  }

  private Answer contract(Call call) throws MalformedRequestException {
    var query = call.query();
    int limit = query.number("limit", Paging.LIMIT, 1, Paging.LIMIT_MAX);
    var delivered = Paging.Asked.of(query, "deliveries", limit);
    var signed = Paging.Asked.of(query, "papers", limit);
    query.finish();
    var lens = surface.look(call);
    return lens.entry(call)
        .flatMap(act -> new Contracts(lens).detail(act, delivered, signed))
        .map(Answer::ok)
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  private Answer permits(Call call) throws MalformedRequestException {
    var query = call.query();
    var stage =
        query.parsed(
            "stage",
            text ->
                Optional.ofNullable(Codes.lower(Contracts.PermitStage.class).get(text))
                    .orElseThrow(IllegalArgumentException::new),
            "expected one of "
                + String.join(", ", Codes.lower(Contracts.PermitStage.class).keySet()));
    var asked = Paging.Asked.of(query);
    query.finish();
    var lens = surface.look(call);
    var contracts = new Contracts(lens);
    var all = contracts.permits();
    var page =
        Paging.of(
            all.stream()
                .filter(one -> stage.isEmpty() || one.stage().equals(Codes.of(stage.get())))
                .toList(),
            asked);
    return Answer.ok(
        new ContractViews.Permits(
            lens.now(), contracts.unit(), counts(all), page.items(), page.total(), page.next()));
  }

  private static Map<String, Integer> counts(List<ContractViews.PermitView> all) {
    Map<Contracts.PermitStage, Integer> counts = new EnumMap<>(Contracts.PermitStage.class);
    Map<String, Integer> words = new LinkedHashMap<>();
    var stages = Codes.lower(Contracts.PermitStage.class);
    all.forEach(one -> counts.merge(stages.get(one.stage()), 1, Integer::sum));
    stages.forEach((word, stage) -> words.put(word, counts.getOrDefault(stage, 0)));
    return words;
  }

  // ---- before one is signed -------------------------------------------------------------------

  private Answer draft(Call call) throws MalformedRequestException {
    var query = call.query();
    var amount =
        query.parsed(
            "amount", Long::parseUnsignedLong, "expected a whole number of the contract's unit");
    var until = query.parsed("until", DueDate::parse, "expected a day such as 2019-06-30+03:30");
    query.finish();
    var lens = surface.look(call);
    return lens.entry(call)
        .flatMap(new Contracts(lens)::find)
        .map(contract -> draft(lens, contract, amount, until))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  /// As much as is left, until the contract ends, unless it is said otherwise.
  private static Answer draft(
      Lens lens, Contract contract, Optional<Long> amount, Optional<DueDate> until) {
    long asked = Math.min(amount.orElseGet(contract::left), Json.INTEGER_MAX);
    if (asked < 1 || asked > contract.left()) {
      return refused(BarterRefusal.QUANTITY_EXCEEDED, Long.toString(contract.left()));
    }
    try {
      var draft =
          ReservationDraft.of(
              contract,
              new Quantity(asked, contract.unit()),
              lens.view().agreed().barterSettings());
      return Answer.ok(
          new Contracts(lens).draft(draft, until.orElseGet(() -> contract.terms().until())));
    } catch (ArithmeticException e) {
      return refused(BarterRefusal.OUT_OF_RANGE, String.valueOf(e.getMessage()));
    }
  }

  private static Answer refused(BarterRefusal why, String detail) {
    return new Answer.Refused(Surface.problem(Outcome.Refused.of("barter", why, detail)));
  }
}
