package org.sarhad.node.api;

import static org.sarhad.core.party.Role.CHIEF;
import static org.sarhad.core.party.Role.CLERK;
import static org.sarhad.core.party.Role.COMPLIANCE;
import static org.sarhad.core.party.Role.DISPATCHER;
import static org.sarhad.core.party.Role.INVESTIGATOR;
import static org.sarhad.core.party.Role.LIAISON;
import static org.sarhad.core.party.Role.SECTOR_COMMANDER;
import static org.sarhad.core.party.Role.WATCH_OFFICER;

import java.util.List;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.act.DelegationEnd;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Statement;
import org.sarhad.node.account.Accounts;
import org.sarhad.node.api.view.ActViews;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// What several sides agree on: what is proposed, assented to, refused, taken back, lent.
///
/// A caller who signs names the leaf hash of what they were shown; the rules refuse another one
/// (07-1.2).
final class ActOperations {
  private static final String ROOT = "/api/v1/acts";
  static final String ONE = ROOT + "/{log}/{index}";
  private static final String LENT = "/api/v1/delegations";
  private static final int REASON_MAX = 500;
  private static final int KINDS_MAX = 16;

  /// Who can be given a seat: whoever works here. Whether they have one, the rules of acts say.
  private static final Access SIGNS =
      Access.of(
          CHIEF,
          SECTOR_COMMANDER,
          WATCH_OFFICER,
          DISPATCHER,
          LIAISON,
          INVESTIGATOR,
          CLERK,
          COMPLIANCE);

  private final Surface surface;
  private final Accounts accounts;

  ActOperations(Surface surface, Accounts accounts) {
    this.surface = surface;
    this.accounts = accounts;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("listActs", ROOT, Access.signedIn(), this::acts),
        Operation.get("getAct", ONE, Access.signedIn(), this::act),
        Operation.post("proposeAct", ROOT, SIGNS, this::propose),
        Operation.post("assentToAct", ONE + "/assents", SIGNS, this::assent),
        Operation.post("refuseAct", ONE + "/refusals", SIGNS, this::refuse),
        Operation.post("withdrawAct", ONE + "/withdrawals", SIGNS, this::withdraw),
        Operation.get("listDelegations", LENT, Access.signedIn(), this::delegations),
        Operation.post("lendRole", LENT, SIGNS, this::lend),
        Operation.post("endDelegation", LENT + "/{log}/{index}/end", SIGNS, this::end));
  }

  // ---- looking --------------------------------------------------------------------------------

  /// How far an act is, roughly.
  private enum Phase {
    ALL,
    OPEN,
    IN_FORCE,
    ENDED;

    boolean includes(Act act) {
      return switch (this) {
        case ALL -> true;
        case OPEN -> act.isOpen();
        case IN_FORCE -> act.isEffective();
        case ENDED -> act.stage().isTerminal();
      };
    }
  }

  private Answer acts(Call call) throws MalformedRequestException {
    var query = call.query();
    var kind = query.parsed("kind", ActKind::of, "expected a kind of act, such as crossing");
    var phase = query.choice("phase", Codes.lower(Phase.class), Phase.ALL);
    var asked = Paging.Asked.of(query);
    query.finish();
    var acts = new Acts(surface.look(call));
    var page =
        Paging.of(
            acts.all()
                .filter(phase::includes)
                .filter(act -> kind.isEmpty() || act.proposal().said().act().equals(kind.get()))
                .toList(),
            asked);
    return Answer.ok(
        new ActViews.ActList(
            page.items().stream().map(acts::view).toList(), page.total(), page.next()));
  }

  private Answer act(Call call) {
    var lens = surface.look(call);
    var acts = new Acts(lens);
    return lens.entry(call)
        .flatMap(acts::find)
        .flatMap(acts::detail)
        .map(Answer::ok)
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  // ---- signing --------------------------------------------------------------------------------

  private Answer propose(Call call) throws MalformedRequestException {
    var lens = surface.look(call);
    var fields = call.body();
    var kind =
        fields.parsed(
            "kind",
            ActKind.of("none"),
            ActKind::of,
            "expected a kind of act: small letters, digits and _, at most 32");
    var terms = fields.json("terms");
    var expires = fields.optionalTime("expires");
    var counters = fields.optionalObject("counters", named -> ref(lens, named));
    var supersedes = fields.optionalObject("supersedes", named -> ref(lens, named));
    var as = capacity(lens, fields);
    fields.finish();
    long modalities = lens.view().expected().version();
    return sign(
        call, new ActFact.Proposed(kind, terms, modalities, as, expires, counters, supersedes));
  }

  private Answer assent(Call call) throws MalformedRequestException {
    return about(
        call,
        (act, fields) -> {
          var as = capacity(surface.look(call), fields);
          return new ActFact.Assented(shown(act, fields), act.proposal().said().modalities(), as);
        });
  }

  private Answer refuse(Call call) throws MalformedRequestException {
    return about(
        call,
        (act, fields) ->
            new ActFact.Refused(
                shown(act, fields), capacity(surface.look(call), fields), reason(fields)));
  }

  private Answer withdraw(Call call) throws MalformedRequestException {
    return about(
        call,
        (act, fields) ->
            new ActFact.Withdrawn(
                shown(act, fields), capacity(surface.look(call), fields), reason(fields)));
  }

  private Answer about(Call call, BiFunction<Act, Fields, ActFact> reader)
      throws MalformedRequestException {
    var lens = surface.look(call);
    var act = lens.entry(call).flatMap(new Acts(lens)::find);
    if (act.isEmpty()) {
      return Answer.unknown(call.entryName());
    }
    var fields = call.body();
    var fact = reader.apply(act.get(), fields);
    fields.finish();
    return sign(call, fact);
  }

  private Answer sign(Call call, ActFact fact) {
    return surface.ask(call, new NodeRequest.State(new Statement.OnAct(fact)));
  }

  // ---- lending --------------------------------------------------------------------------------

  private Answer delegations(Call call) throws MalformedRequestException {
    call.query().finish();
    return Answer.ok(new ActViews.DelegationList(new Acts(surface.look(call)).delegations()));
  }

  private Answer lend(Call call) throws MalformedRequestException {
    var fields = call.body();
    var login = fields.text("to", 1, 32);
    var role = fields.choice("role", Codes.ROLES);
    var kinds =
        new TreeSet<>(fields.list("kinds", KINDS_MAX, ActKind::of, "expected a kind of act"));
    var until = fields.optionalTime("until");
    fields.finish();
    return accounts
        .find(login)
        .map(to -> new ActFact.Delegated(to.key().officer(), role, List.copyOf(kinds), until))
        .map(fact -> sign(call, fact))
        .orElseGet(() -> Answer.unknown(login));
  }

  private Answer end(Call call) throws MalformedRequestException {
    call.body().finish();
    return surface
        .look(call)
        .entry(call)
        .map(lent -> sign(call, new ActFact.DelegationEnded(lent, DelegationEnd.REVOKED)))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  // ---- parts ----------------------------------------------------------------------------------

  /// What the caller was shown: the bytes they sign for.
  private static ActRef shown(Act act, Fields fields) {
    return new ActRef(act.id(), leaf(fields));
  }

  private static Hash leaf(Fields fields) {
    return fields.parsed(
        "leaf",
        Merkle.EMPTY_ROOT,
        text -> Hash.parseBase64(text).orElseThrow(IllegalArgumentException::new),
        "expected the leaf hash of the proposal as it was shown, in base64");
  }

  private static ActRef ref(Lens lens, Fields fields) {
    var entry =
        fields.parsed(
            "act",
            new EntryId(lens.view().self().origin(), 0),
            text ->
                lens.parties().entry(lens.view(), text).orElseThrow(IllegalArgumentException::new),
            "expected the name of an act that is known here, such as ir/17");
    return new ActRef(entry, leaf(fields));
  }

  private static Capacity capacity(Lens lens, Fields fields) {
    var role = fields.optionalChoice("as", Codes.ROLES).orElse(CHIEF);
    var lent =
        fields.optionalParsed(
            "delegation",
            text ->
                lens.parties().entry(lens.view(), text).orElseThrow(IllegalArgumentException::new),
            "expected the name of an entry that is known here, such as ir/17");
    return new Capacity(role, lent);
  }

  private static String reason(Fields fields) {
    var reason = fields.text("reason", 1, REASON_MAX);
    return reason.isEmpty() ? "?" : reason;
  }
}
