package org.sarhad.node.api;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.party.Role;
import org.sarhad.node.account.Accounts;
import org.sarhad.node.account.SessionToken;
import org.sarhad.node.account.SignIn;
import org.sarhad.node.api.view.SessionView;
import org.sarhad.node.config.ConsoleConfig;
import org.sarhad.node.http.Exchange;
import org.sarhad.node.machine.AuditFact;

/// Signing in and out, and the own password.
final class SessionOperations {
  private static final int PASSWORD_MAX = 256;

  private final ConsoleConfig config;
  private final Accounts accounts;
  private final NodeGate node;
  private final Parties parties;

  SessionOperations(ConsoleConfig config, Accounts accounts, NodeGate node, Parties parties) {
    this.config = config;
    this.accounts = accounts;
    this.node = node;
    this.parties = parties;
  }

  List<Operation> list() {
    return List.of(
        Operation.post("signIn", "/api/v1/session", Access.open(), this::signIn),
        Operation.get(
            "getSession",
            "/api/v1/session",
            Access.signedIn(),
            call -> Answer.ok(view(call.caller()))),
        Operation.delete("signOut", "/api/v1/session", Access.signedIn(), this::signOut),
        Operation.post(
            "changePassword", "/api/v1/session/password", Access.signedIn(), this::changePassword));
  }

  private Answer signIn(Call call) throws MalformedRequestException {
    var login = call.body().text("login", 1, 64);
    var password = call.body().text("password", 1, PASSWORD_MAX);
    call.body().finish();
    var address = call.exchange().remoteAddress();
    return switch (accounts.signIn(login, password, address)) {
      case SignIn.Welcome(SessionToken token, var session) -> {
        audit("sign_in", false, login, Optional.empty(), call.exchange());
        call.exchange().add("Set-Cookie", cookie(token.value()));
        yield Answer.created(
            view(new Call.Caller(session, node.rolesOf(session.account().key().officer()))));
      }
      case SignIn.Wrong(boolean locked) -> {
        var refusal = ApiRefusal.WRONG_PASSWORD;
        audit("sign_in", true, login, Optional.of(refusal.code()), call.exchange());
        if (locked) {
          audit("lock_out", true, login, Optional.of(ApiRefusal.LOCKED.code()), call.exchange());
        }
        yield new Answer.Refused(refusal.plain());
      }
      case SignIn.Shut _ -> {
        var refusal = ApiRefusal.ACCOUNT_LOCKED;
        audit("sign_in", true, login, Optional.of(refusal.code()), call.exchange());
        yield new Answer.Refused(refusal.plain());
      }
      // Not audited one by one: whoever hammers a locked door must not be able to fill the journal.
      case SignIn.Locked(var remaining) ->
          new Answer.Refused(ApiRefusal.LOCKED.plain().after(remaining));
      case SignIn.Busy _ ->
          new Answer.Refused(
              ApiRefusal.SIGN_IN_BUSY.plain().after(java.time.Duration.ofSeconds(3)));
    };
  }

  private Answer signOut(Call call) {
    call.exchange().cookie(Api.COOKIE).ifPresent(accounts.sessions()::end);
    call.exchange().add("Set-Cookie", cookie("") + "; Max-Age=0");
    audit("sign_out", false, login(call), Optional.empty(), call.exchange());
    return new Answer.Nothing();
  }

  private Answer changePassword(Call call) throws MalformedRequestException {
    var current = call.body().text("current", 1, PASSWORD_MAX);
    var next = call.body().text("next", Accounts.PASSWORD_MIN, PASSWORD_MAX);
    call.body().finish();
    if (!accounts.changePassword(call.caller().session(), current, next)) {
      audit(
          "password",
          true,
          login(call),
          Optional.of(ApiRefusal.WRONG_CURRENT.code()),
          call.exchange());
      return new Answer.Refused(ApiRefusal.WRONG_CURRENT.plain());
    }
    audit("password", false, login(call), Optional.empty(), call.exchange());
    return new Answer.Nothing();
  }

  private SessionView view(Call.Caller caller) {
    var session = caller.session();
    var account = session.account();
    return new SessionView(
        account.login(),
        account.name(),
        account.key().officer().value(),
        caller.roles().stream().sorted().map(Role::code).toList(),
        parties.own(),
        node.peers().stream().map(parties::view).toList(),
        parties.channel(),
        session.csrf(),
        session.signedInAt(),
        session.expiresAt(),
        accounts.sessions().idle().toMinutes(),
        parties.node());
  }

  private String cookie(String value) {
    var secure = config.tls() == ConsoleConfig.Tls.OFF ? "" : "; Secure";
    return "%s=%s; Path=/; HttpOnly; SameSite=Strict%s".formatted(Api.COOKIE, value, secure);
  }

  private static String login(Call call) {
    return call.caller().session().account().login();
  }

  private void audit(
      String what, boolean refused, String login, Optional<String> code, Exchange exchange) {
    node.audit(
        new AuditFact(
            what,
            refused,
            Optional.of(Fields.shortened(login)),
            Optional.empty(),
            code,
            Optional.of(exchange.remoteAddress()),
            ""));
  }
}
