package org.sarhad.node.api;

import static org.sarhad.core.party.Role.CHIEF;
import static org.sarhad.core.party.Role.LIAISON;
import static org.sarhad.core.party.Role.SECTOR_COMMANDER;
import static org.sarhad.core.party.Role.WATCH_OFFICER;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.response.CostLine;
import org.sarhad.core.response.ResponseRequest;

/// What the sides settle while help is under way: its conditions, how long it stays, what it costs
/// (docs/domain/response.md, 4.4).
final class HelpOperations {
  private static final String THREAD = AssistanceOperations.THREAD;
  private static final int TEXT_MAX = 4_000;
  private static final String ENTRY_EXPECTED = "expected the name of an entry, such as pk/17";

  private static final Access SPEAKS = Access.of(WATCH_OFFICER, LIAISON, SECTOR_COMMANDER, CHIEF);
  private static final Access COMMITS = Access.of(SECTOR_COMMANDER, CHIEF);

  private final Surface surface;
  private final AssistanceOperations threads;

  HelpOperations(Surface surface, AssistanceOperations threads) {
    this.surface = surface;
    this.threads = threads;
  }

  List<Operation> list() {
    return List.of(
        Operation.post("answerConditions", THREAD + "/conditions", COMMITS, this::conditions),
        Operation.post("askExtension", THREAD + "/extensions", SPEAKS, this::longer),
        Operation.post("answerExtension", THREAD + "/extensions/answer", COMMITS, this::until),
        Operation.post("stateCost", THREAD + "/costs", COMMITS, this::cost),
        Operation.post("answerCost", THREAD + "/costs/answer", COMMITS, this::costAnswer));
  }

  private Answer conditions(Call call) throws MalformedRequestException {
    var fields = call.body();
    boolean accepts = fields.mustFlag("accepts");
    var words = Texts.in(fields).optionalWords("text", TEXT_MAX);
    fields.finish();
    return threads.withThread(
        call, thread -> new ResponseRequest.AnswerConditions(thread, accepts, words));
  }

  private Answer longer(Call call) throws MalformedRequestException {
    var fields = call.body();
    var until = fields.time("until");
    var words = Texts.in(fields).optionalWords("text", TEXT_MAX);
    fields.finish();
    return threads.withThread(
        call, thread -> new ResponseRequest.AskExtension(thread, until, words));
  }

  /// Without `until` the means go when they were to go.
  private Answer until(Call call) throws MalformedRequestException {
    var fields = call.body();
    var until = fields.optionalTime("until");
    var words = Texts.in(fields).optionalWords("text", TEXT_MAX);
    fields.finish();
    return threads.withThread(
        call, thread -> new ResponseRequest.AnswerExtension(thread, until, words));
  }

  private Answer cost(Call call) throws MalformedRequestException {
    var fields = call.body();
    var commitment = entry(call, fields, "commitment");
    Optional<CostLine> cost = AssistanceOperations.cost(fields);
    if (cost.isEmpty()) {
      fields.complain("cost", "", "expected what it costs, who pays, and in which currency");
    }
    fields.finish();
    return threads.withThread(
        call, thread -> new ResponseRequest.StateCost(thread, commitment, cost.orElseThrow()));
  }

  private Answer costAnswer(Call call) throws MalformedRequestException {
    var fields = call.body();
    var statement = entry(call, fields, "statement");
    boolean agrees = fields.mustFlag("agrees");
    var words = Texts.in(fields).optionalWords("text", TEXT_MAX);
    fields.finish();
    return threads.withThread(
        call, thread -> new ResponseRequest.AnswerCost(thread, statement, agrees, words));
  }

  private EntryId entry(Call call, Fields fields, String name) {
    var lens = surface.look(call);
    return fields.parsed(
        name,
        new EntryId(lens.view().self().origin(), 0),
        text -> lens.parties().entry(lens.view(), text).orElseThrow(IllegalArgumentException::new),
        ENTRY_EXPECTED);
  }
}
