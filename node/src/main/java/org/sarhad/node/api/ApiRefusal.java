package org.sarhad.node.api;

import org.sarhad.core.fact.RefusalCode.Retry;
import org.sarhad.node.api.view.Problem;

/// Why the API itself refuses, before any application is asked. The order is that of the gates.
enum ApiRefusal {
  PATH_UNKNOWN(
      "path.unknown",
      404,
      "There is nothing here.",
      Retry.NEVER,
      "See docs/api/openapi.yaml for what there is."),
  METHOD_NOT_ALLOWED(
      "path.method_not_allowed",
      405,
      "This cannot be done here.",
      Retry.NEVER,
      "See docs/api/openapi.yaml for what can."),
  NOT_SIGNED_IN(
      "session.missing",
      401,
      "You are not signed in, or your session has ended.",
      Retry.CHANGED,
      "Sign in, then send it again."),
  WRONG_PASSWORD(
      "session.wrong_password",
      401,
      "Login or password is wrong.",
      Retry.CHANGED,
      "Check both, also the keyboard's language."),
  WRONG_CURRENT(
      "session.wrong_current_password",
      409,
      "The current password is wrong.",
      Retry.CHANGED,
      "Type the password you signed in with."),
  LOCKED(
      "session.locked",
      429,
      "Too many wrong passwords were tried.",
      Retry.LATER,
      "Wait, then try again; an administrator can reset the password."),
  ACCOUNT_LOCKED(
      "session.account_locked",
      403,
      "An administrator has locked this account.",
      Retry.LATER,
      "Ask the administrator of the node to unlock it."),
  SIGN_IN_BUSY(
      "session.busy",
      429,
      "Too many people are signing in at this moment.",
      Retry.LATER,
      "Try again in a few seconds."),
  ROLE_DENIED(
      "role.denied",
      403,
      "Your role may not do this.",
      Retry.NEVER,
      "Ask a colleague whose role is named below."),
  CSRF_WRONG(
      "session.csrf",
      403,
      "The request does not carry this session's token.",
      Retry.CHANGED,
      "Send the header X-CSRF-Token with the value from GET /api/v1/session."),
  RATE(
      "rate.account",
      429,
      "This account sends too many requests.",
      Retry.LATER,
      "Wait a moment, then send it again."),
  TOO_MANY_STREAMS(
      "events.too_many",
      429,
      "Too many event streams are open.",
      Retry.LATER,
      "Close one, or share one between windows; then connect again."),
  METRICS_LOCAL(
      "metrics.local_only",
      403,
      "Metrics are for this machine only.",
      Retry.NEVER,
      "Set metrics.for-all = yes in sarhad.properties to serve them to others."),
  BUSY(
      "node.busy",
      429,
      "The node has as much to do as it can.",
      Retry.LATER,
      "Wait a moment, then send it again."),
  IDEMPOTENCY_MISSING(
      "idempotency.missing",
      400,
      "A write needs a key of its own.",
      Retry.CHANGED,
      "Send the header Idempotency-Key: 8 to 64 characters of A-Z a-z 0-9 . _ -"),
  IDEMPOTENCY_REUSED(
      "idempotency.reused",
      409,
      "This key was used for another request.",
      Retry.CHANGED,
      "Choose a new Idempotency-Key for every thing you do."),
  MEDIA_TYPE(
      "request.media_type",
      415,
      "The body is not of the kind expected here.",
      Retry.CHANGED,
      "Send it with Content-Type: application/json; application/x-tar for a bundle;"
          + " application/octet-stream for a chunk of a file."),
  TOO_LARGE(
      "request.too_large", 413, "The body is too large.", Retry.CHANGED, "Send less at once."),
  TOO_SLOW(
      "request.too_slow",
      408,
      "The body did not arrive in time.",
      Retry.LATER,
      "Check the connection, then send it again."),
  MALFORMED(
      "request.malformed",
      400,
      "The request cannot be read.",
      Retry.CHANGED,
      "Put right what is named, then send it again."),
  RANGE_NOT_THERE(
      "request.range",
      416,
      "The file has no such stretch, or several were asked for.",
      Retry.CHANGED,
      "Ask for one stretch within the file: Range: bytes=0-1048575."),
  THING_UNKNOWN(
      "thing.unknown",
      404,
      "Nothing of this name is known here.",
      Retry.CHANGED,
      "Check the name; perhaps it has not arrived yet."),
  OPENING_MISSING(
      "inquiry.opening_missing",
      409,
      "What it takes to reveal this sealed claim is not on this node.",
      Retry.NEVER,
      "Whoever kept claim and salt elsewhere can state inquiry.claim_revealed."),
  BID_OPENING_MISSING(
      "bid.opening_missing",
      409,
      "What it takes to reveal this sealed bid is not on this node.",
      Retry.NEVER,
      "Whoever kept bid and salt elsewhere can state market.revealed."),
  SOLVER_MISSING(
      "solver.missing",
      409,
      "The optimum is not available here: preview and search only.",
      Retry.CHANGED,
      "Ask for a preview or a search, or put a solver beside the node."),
  SOLVER_FAILED(
      "solver.failed",
      409,
      "The solver of this node has found no optimum.",
      Retry.CHANGED,
      "Ask for a preview or a search."),
  LINE_MISSING(
      "line.missing",
      409,
      "This node knows of no operational line in the sectors that are agreed.",
      Retry.CHANGED,
      "An administrator imports one: Officers, Geography."),
  SITE_ABROAD(
      "site.abroad",
      409,
      "This place is on the other side's soil.",
      Retry.CHANGED,
      "Take one on own soil: posts are planned there only."),
  SITE_AT_LINE(
      "site.at_line",
      409,
      "Whose soil this place is on is not certain: it lies in the band of the line.",
      Retry.CHANGED,
      "Take one farther from the line."),
  GROUND_MALFORMED(
      "ground.malformed",
      409,
      "This is no file of geography, or it holds more than can be kept.",
      Retry.CHANGED,
      "Send a FeatureCollection of GeoJSON, cut to the region."),
  GROUND_UNFIT(
      "ground.unfit",
      409,
      "Nothing can be put in place of what was read.",
      Retry.CHANGED,
      "Mend what is named, then send it again."),
  LIST_OTHER(
      "list.other",
      409,
      "This is not the list that was looked at.",
      Retry.CHANGED,
      "Preview it, then enter it with the digest that the preview gave."),
  LIST_FAULTS(
      "list.faults",
      409,
      "Some of this list could not be read.",
      Retry.CHANGED,
      "Put it right and preview it again, or say faults=leave_out."),
  LIST_LONG(
      "list.long",
      409,
      "This list makes more statements than are entered at once.",
      Retry.CHANGED,
      "Divide it, and enter the parts one after the other."),
  SHELF_FULL(
      "screening_file.shelf_full",
      409,
      "So many lists are held that nothing more is taken from afar.",
      Retry.LATER,
      "Ask the operator of the node to make room: `sarhad lists take` puts one in at the machine."),
  NOT_PROVABLE(
      "record.not_provable",
      409,
      "This entry is under no signed head yet, or in the private journal.",
      Retry.LATER,
      "Wait until it is published; what is internal has no proof for others."),
  NOTHING_PENDING(
      "link.nothing_pending",
      409,
      "No card is waiting to be confirmed.",
      Retry.CHANGED,
      "Fetch the peer's card first."),
  NOT_PAIRED(
      "link.not_paired", 409, "No peer is paired with this node.", Retry.CHANGED, "Pair first."),
  NOTHING_SIGNED(
      "record.nothing_signed",
      409,
      "The own log has no signed head yet.",
      Retry.LATER,
      "Wait until the node may sign, then try again."),
  BUNDLE_LARGE(
      "link.bundle_large",
      409,
      "This is more than one download should hold.",
      Retry.CHANGED,
      "Name a later `from`, or stop the node and say `sarhad export`."),
  PERIOD_OPEN(
      "account.period_open",
      409,
      "This period of the barter account is not closed.",
      Retry.LATER,
      "Take it again when both sides have signed its statement."),
  LOGIN_TAKEN("account.login_taken", 409, "This login is taken.", Retry.CHANGED, "Choose another."),
  OWN_ACCOUNT(
      "account.own",
      409,
      "This is your own account.",
      Retry.NEVER,
      "Have another administrator do it."),
  ACCOUNT_REVOKED(
      "account.revoked",
      409,
      "This account has ended for good.",
      Retry.NEVER,
      "Make a new account."),
  SLOW(
      "node.slow",
      503,
      "The node did not answer in time; whether it was done is unknown.",
      Retry.LATER,
      "Send it again under the same Idempotency-Key after looking whether it is there."),
  STOPPED(
      "node.stopped",
      503,
      "The node has stopped itself and writes nothing.",
      Retry.LATER,
      "Tell the administrator; the reason stands in the node's log and under /health/live."),
  ACCOUNTS_FAILED(
      "accounts.failed",
      503,
      "The accounts cannot be read or written.",
      Retry.LATER,
      "Tell the administrator; the record is not touched by it."),
  BUG(
      "node.bug",
      500,
      "The node made a mistake.",
      Retry.NEVER,
      "Tell the administrator; the node's log says more.");

  private final String code;
  private final int status;
  private final String sentence;
  private final Retry retry;
  private final String help;

  ApiRefusal(String code, int status, String sentence, Retry retry, String help) {
    this.code = code;
    this.status = status;
    this.sentence = sentence;
    this.retry = retry;
    this.help = help;
  }

  String code() {
    return code;
  }

  int status() {
    return status;
  }

  /// The problem with this reason.
  ///
  /// @param detail which value, and what was expected; may be empty
  Problem because(String detail) {
    return Problem.of(status, code, sentence, detail, retry, help);
  }

  /// The same with nothing to add.
  Problem plain() {
    return because("");
  }
}
