package org.sarhad.node.api;

import static org.sarhad.core.party.Role.CHIEF;
import static org.sarhad.core.party.Role.LIAISON;
import static org.sarhad.core.party.Role.SECTOR_COMMANDER;
import static org.sarhad.core.party.Role.WATCH_OFFICER;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.AssistanceFact;
import org.sarhad.core.response.AssistanceId;
import org.sarhad.core.response.Call.Channel;
import org.sarhad.core.response.Call.Direction;
import org.sarhad.core.response.Call.ReadBack;
import org.sarhad.core.response.Capability;
import org.sarhad.core.response.CostLine;
import org.sarhad.core.response.Deployment;
import org.sarhad.core.response.HotlineId;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.Need;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.UnitId;
import org.sarhad.core.response.UnitType;
import org.sarhad.core.response.Words;

/// Asking the other side for help, answering it, and the calls that go beside the record.
final class AssistanceOperations {
  private static final String ONE = "/api/v1/incidents/{incident}";
  static final String THREAD = ONE + "/assistance/{assistance}";
  private static final int NEED_MAX = 2_000;
  private static final int TEXT_MAX = 4_000;
  private static final int UNITS_MAX = 32;
  private static final int TYPES_MAX = 16;
  private static final String UNIT_EXPECTED = "expected the name of a unit, such as U-IR-3";

  private static final Access SPEAKS = Access.of(WATCH_OFFICER, LIAISON, SECTOR_COMMANDER, CHIEF);
  private static final Access COMMITS = Access.of(SECTOR_COMMANDER, CHIEF);

  private final Surface surface;

  AssistanceOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.post("requestAssistance", ONE + "/assistance", SPEAKS, this::request),
        Operation.post("offerAssistance", ONE + "/offers", COMMITS, this::offer),
        Operation.post("answerAssistance", THREAD + "/answer", COMMITS, this::answer),
        Operation.post("commitAssistance", THREAD + "/commitments", COMMITS, this::commit),
        Operation.post("sayInAssistance", THREAD + "/messages", SPEAKS, this::say),
        Operation.post("endAssistance", THREAD + "/end", SPEAKS, this::end),
        Operation.post("logHotline", ONE + "/hotline", SPEAKS, this::logCall),
        Operation.post(
            "answerHotline", ONE + "/hotline/{hotline}/answer", SPEAKS, this::answerCall));
  }

  private Answer request(Call call) throws MalformedRequestException {
    return opening(
        call,
        (incident, need, cost) -> new ResponseRequest.RequestAssistance(incident.id(), need, cost));
  }

  private Answer offer(Call call) throws MalformedRequestException {
    return opening(
        call,
        (incident, need, cost) -> new ResponseRequest.OfferAssistance(incident.id(), need, cost));
  }

  private interface Opening {
    ResponseRequest of(Incident incident, Need need, Optional<CostLine> cost);
  }

  private Answer opening(Call call, Opening opening) throws MalformedRequestException {
    var fields = call.body();
    var texts = Texts.in(fields);
    var types = EnumSet.noneOf(UnitType.class);
    types.addAll(enums(fields, "types", UnitType.class));
    var capabilities = EnumSet.noneOf(Capability.class);
    capabilities.addAll(enums(fields, "capabilities", Capability.class));
    var need =
        new Need(
            texts.words("what", NEED_MAX),
            capabilities,
            types,
            fields.list("units", UNITS_MAX, UnitId::parse, UNIT_EXPECTED),
            fields.optionalPlace("where"),
            fields.optionalTime("answerDue"));
    var cost = cost(fields);
    fields.finish();
    return withIncident(call, incident -> surface.respond(call, opening.of(incident, need, cost)));
  }

  static <E extends Enum<E>> List<E> enums(Fields fields, String name, Class<E> type) {
    var words = Codes.lower(type);
    return fields.list(
        name,
        TYPES_MAX,
        word ->
            Optional.ofNullable(words.get(word))
                .orElseThrow(() -> new IllegalArgumentException(word)),
        "expected one of " + String.join(", ", words.keySet()));
  }

  /// What a piece of help costs, if it is said.
  static Optional<CostLine> cost(Fields fields) {
    return fields.optionalObject(
        "cost",
        object -> {
          var what = Texts.within(object, fields).words("what", 1_000);
          var payer = object.parsed("payer", PartyId.of("x"), PartyId::new, "expected a party");
          var currency =
              object.parsed(
                  "currency", "XXX", AssistanceOperations::currency, "expected an ISO 4217 code");
          var amount = object.optionalNumber("amountMinor", 0, Json.INTEGER_MAX);
          return new CostLine(what, payer, currency, amount, quantity(object));
        });
  }

  /// Of what the money is reckoned, if that is said.
  private static Optional<CostLine.Quantity> quantity(Fields fields) {
    return fields.optionalObject(
        "quantity",
        object ->
            new CostLine.Quantity(
                object.number("amount", 0, 0, Integer.MAX_VALUE), object.text("unit", 1, 40)));
  }

  private static String currency(String code) {
    if (!code.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException(code);
    }
    return code;
  }

  private enum Given {
    ACCEPT(AssistanceFact.Answer.ACCEPTED),
    CONDITIONAL(AssistanceFact.Answer.CONDITIONAL),
    DECLINE(AssistanceFact.Answer.DECLINED);

    private final AssistanceFact.Answer answer;

    Given(AssistanceFact.Answer answer) {
      this.answer = answer;
    }
  }

  private Answer answer(Call call) throws MalformedRequestException {
    var fields = call.body();
    var texts = Texts.in(fields);
    var given = fields.choice("answer", Codes.lower(Given.class));
    var conditions = texts.optionalWords("conditions", TEXT_MAX);
    var reason = texts.optionalWords("reason", TEXT_MAX);
    var text = texts.optionalWords("text", TEXT_MAX);
    var units = fields.list("units", UNITS_MAX, UnitId::parse, UNIT_EXPECTED);
    if (given == Given.CONDITIONAL && conditions.isBlank()) {
      fields.complain("conditions", "", "expected the conditions of a conditional answer");
    }
    if (given == Given.DECLINE && reason.isBlank()) {
      fields.complain("reason", "", "expected the reason for declining");
    }
    fields.finish();
    return withThread(
        call,
        thread ->
            new ResponseRequest.AnswerAssistance(
                thread,
                given.answer,
                conditions.isBlank() ? List.of() : List.of(conditions),
                given == Given.DECLINE ? reason : text,
                units));
  }

  private Answer commit(Call call) throws MalformedRequestException {
    var fields = call.body();
    var words = Texts.in(fields).optionalWords("text", TEXT_MAX);
    var units = fields.list("units", UNITS_MAX, UnitId::parse, UNIT_EXPECTED);
    var cost = cost(fields);
    fields.finish();
    return withThread(
        call, thread -> new ResponseRequest.CommitAssistance(thread, units, words, cost));
  }

  private Answer say(Call call) throws MalformedRequestException {
    var fields = call.body();
    var words = Texts.in(fields).words("text", TEXT_MAX);
    var verb = fields.choice("verb", Codes.lower(AssistanceFact.Verb.class));
    var status = fields.optionalChoice("status", Codes.lower(Deployment.class));
    fields.finish();
    return withThread(
        call, thread -> new ResponseRequest.SayInAssistance(thread, verb, words, status));
  }

  private Answer end(Call call) throws MalformedRequestException {
    var words = Texts.in(call.body()).optionalWords("text", TEXT_MAX);
    call.body().finish();
    return withThread(call, thread -> new ResponseRequest.EndAssistance(thread, words));
  }

  private Answer logCall(Call call) throws MalformedRequestException {
    var fields = call.body();
    var texts = Texts.in(fields);
    var direction = fields.choice("direction", Codes.lower(Direction.class));
    var channel = fields.choice("channel", Codes.lower(Channel.class));
    var counterpart = fields.text("counterpart", 1, 200);
    var at = fields.time("at");
    var words = texts.words("text", TEXT_MAX);
    var readBack = fields.choice("readBack", Codes.lower(ReadBack.class));
    Words repeated = texts.optionalWords("readBackText", TEXT_MAX);
    var audience = IncidentOperations.audience(fields, Audience.RELEASE);
    fields.finish();
    var logged =
        new org.sarhad.core.response.Call(
            direction, channel, counterpart, at, words, readBack, repeated);
    return withIncident(
        call,
        incident ->
            surface.respond(
                call,
                new ResponseRequest.LogHotline(Optional.of(incident.id()), logged, audience)));
  }

  private Answer answerCall(Call call) throws MalformedRequestException {
    var fields = call.body();
    var words = Texts.in(fields).optionalWords("text", TEXT_MAX);
    boolean agrees = fields.mustFlag("agrees");
    fields.finish();
    return named(call, "hotline", HotlineId::parse)
        .map(id -> surface.respond(call, new ResponseRequest.AnswerHotline(id, agrees, words)))
        .orElseGet(() -> Answer.unknown(call.part("hotline")));
  }

  private Answer withIncident(Call call, Function<Incident, Answer> then) {
    return surface
        .look(call)
        .incident(call.part("incident"))
        .map(then)
        .orElseGet(() -> Answer.unknown(call.part("incident")));
  }

  /// Asks for something in the thread that the path names.
  Answer withThread(Call call, Function<AssistanceId, ResponseRequest> request) {
    return named(call, "assistance", AssistanceId::parse)
        .filter(id -> surface.node().view().response().assistance(id).isPresent())
        .map(id -> surface.respond(call, request.apply(id)))
        .orElseGet(() -> Answer.unknown(call.part("assistance")));
  }

  /// A named part of the path as the name it should be.
  static <T> Optional<T> named(Call call, String part, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(call.part(part)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
