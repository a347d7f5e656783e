package org.sarhad.node.api;

import static org.sarhad.core.party.Role.ADMIN;
import static org.sarhad.core.party.Role.CHIEF;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.KeyEnd;
import org.sarhad.node.account.Account;
import org.sarhad.node.account.Accounts;
import org.sarhad.node.account.OfficerKey;
import org.sarhad.node.api.view.AccountViews;
import org.sarhad.node.machine.AuditFact;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.note.VerifierKey;

/// Officers and the audit trail. An account is made here; what it may do is granted by entries that
/// the administrator signs.
final class AccountOperations {
  private static final String ROOT = "/api/v1/accounts";
  private static final String ONE = ROOT + "/{login}";
  private static final int PASSWORD_MAX = 256;
  private static final Access ADMINS = Access.of(ADMIN);

  private final Surface surface;
  private final Accounts accounts;

  AccountOperations(Surface surface, Accounts accounts) {
    this.surface = surface;
    this.accounts = accounts;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("listAccounts", ROOT, Access.of(ADMIN, CHIEF), _ -> listed()),
        Operation.post("createAccount", ROOT, ADMINS, this::create),
        Operation.post("enrolAccount", ONE + "/enrol", ADMINS, this::enrol),
        Operation.put("setRoles", ONE + "/roles", ADMINS, this::setRoles),
        Operation.post("resetPassword", ONE + "/password", ADMINS, this::reset),
        Operation.post("lockAccount", ONE + "/lock", ADMINS, this::lock),
        Operation.post("unlockAccount", ONE + "/unlock", ADMINS, this::unlock),
        Operation.post("revokeAccount", ONE + "/revoke", ADMINS, this::revoke),
        Operation.get("listAudit", "/api/v1/audit", Access.of(ADMIN, CHIEF), this::audit));
  }

  private Answer listed() {
    return Answer.ok(new AccountViews.Accounts(accounts.list().stream().map(this::view).toList()));
  }

  private AccountViews.AccountView view(Account account) {
    return new AccountViews.AccountView(
        account.login(),
        account.name(),
        account.roles().stream().map(Role::code).toList(),
        Codes.of(account.state()),
        account.key().officer().value(),
        key(account.key()).text(),
        account.createdAt(),
        account.lastSignIn(),
        accounts.lockedUntil(account.login()),
        account.lockedSince());
  }

  private static VerifierKey key(OfficerKey key) {
    return new VerifierKey(key.officer().value(), KeyType.ED25519_NOTE, key.publicKey());
  }

  private Answer create(Call call) throws MalformedRequestException {
    var fields = call.body();
    var login =
        fields.parsed(
            "login",
            "x0",
            AccountOperations::login,
            "expected 2 to 32 characters of a-z 0-9 . _ -");
    var name = fields.text("name", 1, 100);
    var roles = roles(fields);
    var password = fields.text("password", Accounts.PASSWORD_MIN, PASSWORD_MAX);
    fields.finish();
    var made = accounts.create(login, name, roles, password);
    if (made.isEmpty()) {
      return new Answer.Refused(ApiRefusal.LOGIN_TAKEN.because(login));
    }
    var answer = grant(call, made.get(), Answer::created);
    if (answer instanceof Answer.Refused) {
      accounts.forget(login);
    }
    return answer;
  }

  private static String login(String text) {
    if (!Account.isLogin(text)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static Set<Role> roles(Fields fields) {
    var roles = EnumSet.noneOf(Role.class);
    roles.addAll(
        fields.list(
            "roles",
            Role.values().length,
            code -> Role.find(code).orElseThrow(() -> new IllegalArgumentException(code)),
            "expected one of " + String.join(", ", Codes.ROLES.keySet())));
    if (roles.isEmpty()) {
      fields.complain("roles", "", "expected at least one role");
    }
    return roles;
  }

  /// Has the record grant the account's key and roles.
  private Answer grant(Call call, Account account, Function<Object, Answer> answer) {
    return surface.ask(
        call,
        new NodeRequest.GrantOfficer(key(account.key()), account.roles()),
        _ -> {
          accounts.activated(account.login());
          audit(call, "granted " + account.login());
          return answer.apply(view(accounts.find(account.login()).orElseThrow()));
        });
  }

  private Answer enrol(Call call) throws MalformedRequestException {
    call.body().finish();
    return withAccount(
        call,
        account ->
            account.state() == Account.State.ENROLLING
                ? grant(call, account, Answer::ok)
                : Answer.ok(view(account)));
  }

  private Answer setRoles(Call call) throws MalformedRequestException {
    var roles = roles(call.body());
    call.body().finish();
    return withAccount(
        call,
        account ->
            surface.ask(
                call,
                new NodeRequest.SetRoles(account.key().officer(), roles),
                _ -> {
                  accounts.setRoles(account.login(), roles);
                  audit(call, "roles of " + account.login());
                  return Answer.ok(view(accounts.find(account.login()).orElseThrow()));
                }));
  }

  /// The old key is ended first: an account must never have two that count.
  private Answer reset(Call call) throws MalformedRequestException {
    var password = call.body().text("password", Accounts.PASSWORD_MIN, PASSWORD_MAX);
    call.body().finish();
    return withAccount(
        call,
        account -> {
          if (account.state() == Account.State.ACTIVE) {
            var ended = end(call, account, KeyEnd.LOST);
            if (ended.isPresent()) {
              return ended.get();
            }
          }
          return accounts
              .reset(account.login(), password)
              .map(fresh -> grant(call, fresh, Answer::ok))
              .orElseGet(
                  () -> new Answer.Refused(ApiRefusal.ACCOUNT_REVOKED.because(account.login())));
        });
  }

  /// Nobody locks themselves out: the last administrator could not be let in again.
  private Answer lock(Call call) throws MalformedRequestException {
    call.body().finish();
    return withAccount(
        call,
        account -> {
          if (account.login().equals(call.caller().session().account().login())) {
            return new Answer.Refused(ApiRefusal.OWN_ACCOUNT.because(account.login()));
          }
          return accounts.lock(account.login())
              ? changed(call, account, "locked ")
              : new Answer.Refused(ApiRefusal.ACCOUNT_REVOKED.because(account.login()));
        });
  }

  private Answer unlock(Call call) throws MalformedRequestException {
    call.body().finish();
    return withAccount(
        call,
        account -> {
          accounts.unlock(account.login());
          return changed(call, account, "unlocked ");
        });
  }

  private Answer changed(Call call, Account account, String what) {
    audit(call, what + account.login());
    return Answer.ok(view(accounts.find(account.login()).orElseThrow()));
  }

  private Answer revoke(Call call) throws MalformedRequestException {
    var why = call.body().choice("why", Codes.lower(KeyEnd.class));
    var reason = call.body().optionalText("reason", 1_000).orElse("");
    call.body().finish();
    return withAccount(
        call,
        account -> {
          if (account.state() == Account.State.ACTIVE) {
            var ended = end(call, account, why);
            if (ended.isPresent()) {
              return ended.get();
            }
          }
          accounts.revoke(account.login());
          audit(call, "revoked %s (%s) %s".formatted(account.login(), why.code(), reason));
          return Answer.ok(view(accounts.find(account.login()).orElseThrow()));
        });
  }

  /// Has the record end the account's key; the answer if that is refused.
  private Optional<Answer> end(Call call, Account account, KeyEnd why) {
    var outcome =
        surface.outcome(call, new NodeRequest.RevokeOfficer(account.key().officer(), why));
    if (outcome.isEmpty()) {
      return Optional.of(new Answer.Refused(ApiRefusal.SLOW.plain().after(Duration.ofSeconds(2))));
    }
    return outcome.get() instanceof Outcome.Refused refused
        ? Optional.of(new Answer.Refused(Surface.problem(refused)))
        : Optional.empty();
  }

  private void audit(Call call, String detail) {
    surface
        .node()
        .audit(
            new AuditFact(
                "account",
                false,
                Optional.of(call.caller().session().account().login()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(call.exchange().remoteAddress()),
                detail));
  }

  private Answer withAccount(Call call, Function<Account, Answer> then) {
    return accounts
        .find(call.part("login"))
        .map(then)
        .orElseGet(() -> Answer.unknown(call.part("login")));
  }

  // ---- the audit trail ------------------------------------------------------------------------

  private Answer audit(Call call) throws MalformedRequestException {
    var query = call.query();
    var from =
        query.parsed("cursor", Long::parseUnsignedLong, "expected `next` of the page before");
    int limit = query.number("limit", 50, 1, 500);
    query.finish();
    var lens = surface.look(call);
    var entries = new Entries(lens);
    var found = lens.view().audit(from.orElse(Long.MAX_VALUE), limit + 1);
    var page = found.subList(0, Math.min(limit, found.size()));
    return Answer.ok(
        new AccountViews.AuditPage(
            page.stream().flatMap(entry -> line(lens, entries, entry).stream()).toList(),
            found.size() > limit
                ? Optional.of(Long.toString(page.getLast().id().index()))
                : Optional.empty()));
  }

  private static Optional<AccountViews.AuditLine> line(Lens lens, Entries entries, Entry entry) {
    return entries
        .body(entry)
        .map(
            body ->
                new AccountViews.AuditLine(
                    entry.envelope().time(),
                    text(body, "what").orElse(""),
                    body.find("refused").filter(flag -> flag.toString().equals("true")).isPresent()
                        ? "refused"
                        : "ok",
                    text(body, "login"),
                    text(body, "operation"),
                    text(body, "code"),
                    text(body, "address"),
                    text(body, "detail").filter(detail -> !detail.isEmpty()),
                    lens.entryName(entry.id())));
  }

  private static Optional<String> text(org.sarhad.core.json.Json.Obj body, String name) {
    return body.find(name)
        .flatMap(
            value ->
                value instanceof org.sarhad.core.json.Json.Str(String text)
                    ? Optional.of(text)
                    : Optional.empty());
  }
}
