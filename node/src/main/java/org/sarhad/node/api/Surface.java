package org.sarhad.node.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.RefusalCode.Retry;
import org.sarhad.core.joint.Border;
import org.sarhad.core.response.AssistanceFact;
import org.sarhad.core.response.HistoryFact;
import org.sarhad.core.response.HotlineFact;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.ResponseFact;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.ResponseSettings;
import org.sarhad.core.response.UnitFact;
import org.sarhad.node.account.Accounts;
import org.sarhad.node.account.OpenSession;
import org.sarhad.node.api.view.IncidentViews.Written;
import org.sarhad.node.api.view.Problem;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.node.machine.Reply;
import org.sarhad.node.machine.Session;
import org.sarhad.node.port.Clock;

/// What all operations stand on: a lens to look through, and a way to ask.
final class Surface {
  private final NodeGate node;
  private final Parties parties;
  private final ResponseSettings settings;
  private final Accounts accounts;
  private final Clock clock;
  private final Supplier<Border> border;
  private final Duration answerDeadline;

  Surface(
      NodeGate node,
      Parties parties,
      ResponseSettings settings,
      Accounts accounts,
      Clock clock,
      Supplier<Border> border,
      Duration answerDeadline) {
    this.node = node;
    this.parties = parties;
    this.settings = settings;
    this.accounts = accounts;
    this.clock = clock;
    this.border = border;
    this.answerDeadline = answerDeadline;
  }

  NodeGate node() {
    return node;
  }

  Parties parties() {
    return parties;
  }

  Clock clock() {
    return clock;
  }

  /// What the response goes by where nothing is agreed.
  ResponseSettings initialSettings() {
    return settings;
  }

  /// A look at the newest view by the caller of `call`.
  Lens look(Call call) {
    return look(call.caller().observesOnly());
  }

  /// A look by nobody in particular, at everything.
  Lens look() {
    return look(false);
  }

  private Lens look(boolean releasedOnly) {
    var view = node.view();
    var agreed = view.agreed().response(settings);
    return new Lens(view, parties, agreed, accounts, border.get(), clock.now(), releasedOnly);
  }

  /// Asks about the response, and answers with what was written.
  Answer respond(Call call, ResponseRequest request) {
    return ask(
        call, new NodeRequest.Respond(request), accepted -> Answer.created(written(accepted)));
  }

  /// Asks, and answers with what was written.
  Answer ask(Call call, NodeRequest request) {
    return ask(call, request, accepted -> Answer.created(written(accepted)));
  }

  /// Asks, and lets `then` make the answer of what was accepted.
  Answer ask(Call call, NodeRequest request, Function<Outcome.Accepted, Answer> then) {
    var outcome = outcome(call, request);
    return outcome.isEmpty()
        ? new Answer.Refused(ApiRefusal.SLOW.plain().after(Duration.ofSeconds(2)))
        : switch (outcome.get()) {
          case Outcome.Accepted accepted -> then.apply(accepted);
          case Outcome.Refused refused -> new Answer.Refused(problem(refused));
        };
  }

  /// Asks and waits; empty when the node does not answer in time.
  Optional<Outcome> outcome(Call call, NodeRequest request) {
    return outcome(call.caller().session(), request, call.nextOnce());
  }

  /// The same for whoever is signed in with `open`, without a key.
  Optional<Outcome> outcome(OpenSession open, NodeRequest request) {
    return outcome(open, request, Optional.empty());
  }

  private Optional<Outcome> outcome(
      OpenSession open, NodeRequest request, Optional<NodeRequest.Once> once) {
    var session = new Session(open.account().key().officer(), open.signer());
    try {
      return Optional.of(
          node.ask(session, request, once)
              .toCompletableFuture()
              .get(answerDeadline.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the node failed to answer", e.getCause());
    }
  }

  private Written written(Outcome.Accepted accepted) {
    var lens = look();
    var entries = accepted.entries();
    Optional<String> id =
        accepted.reply() instanceof Reply.Responded(var reply)
            ? Optional.of(reply.subject())
            : subject(lens, entries);
    var durable =
        entries.isEmpty()
            ? clock.now()
            : lens.view().times(entries.getLast()).durable().orElseGet(clock::now);
    return new Written(id, entries.stream().map(lens::entryName).toList(), durable);
  }

  /// What entries that were written before are about, as the rules named it then.
  private static Optional<String> subject(Lens lens, List<EntryId> entries) {
    var read = new Entries(lens);
    return entries.stream()
        .flatMap(entry -> lens.view().entry(entry).stream())
        .flatMap(entry -> read.fact(entry).stream())
        .flatMap(fact -> subject(fact).stream())
        .findFirst();
  }

  private static Optional<String> subject(ResponseFact fact) {
    return switch (fact) {
      case UnitFact.Tasked f -> Optional.of(f.task().toString());
      case UnitFact.TaskEnded f -> Optional.of(f.task().toString());
      case UnitFact f -> Optional.of(f.unit().toString());
      case AssistanceFact f -> Optional.of(f.assistance().toString());
      case HotlineFact f -> Optional.of(f.hotline().toString());
      case HistoryFact.Imported f -> Optional.of(f.history().toString());
      case ResponseFact f -> f.aboutIncident().map(IncidentId::toString);
    };
  }

  /// A refusal of the node or of an application, as the API says it.
  static Problem problem(Outcome.Refused refused) {
    return Problem.of(
        status(refused.code()),
        refused.code(),
        refused.sentence(),
        refused.detail(),
        refused.retry(),
        help(refused.retry()));
  }

  private static int status(String code) {
    return switch (code) {
      case "node.stopped" -> 503;
      case "node.busy" -> 429;
      default -> statusOf(code.substring(code.indexOf('.') + 1));
    };
  }

  /// What a reason means over HTTP, whichever application gives it.
  private static int statusOf(String reason) {
    return switch (reason) {
      case "role_may_not", "not_an_officer" -> 403;
      case "field_missing", "field_too_long", "time_not_plausible" -> 400;
      default -> reason.endsWith("_unknown") ? 404 : 409;
    };
  }

  static String help(Retry retry) {
    return switch (retry) {
      case NEVER -> "Sending it again will not help.";
      case CHANGED -> "Change what is named, then send it again.";
      case LATER -> "Send it again once that has happened.";
    };
  }
}
