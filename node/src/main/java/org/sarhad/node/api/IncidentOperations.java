package org.sarhad.node.api;

import static org.sarhad.core.party.Role.CHIEF;
import static org.sarhad.core.party.Role.CLERK;
import static org.sarhad.core.party.Role.DISPATCHER;
import static org.sarhad.core.party.Role.INVESTIGATOR;
import static org.sarhad.core.party.Role.LIAISON;
import static org.sarhad.core.party.Role.SECTOR_COMMANDER;
import static org.sarhad.core.party.Role.UNIT_LEADER;
import static org.sarhad.core.party.Role.WATCH_OFFICER;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.Role;
import org.sarhad.core.response.Alert;
import org.sarhad.core.response.CodeWord;
import org.sarhad.core.response.Duplicates;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.Queue;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.Sitrep;
import org.sarhad.core.response.SitrepDraft;
import org.sarhad.core.response.Stage;
import org.sarhad.node.api.view.IncidentViews;
import org.sarhad.node.machine.NodeRequest;

/// The queue, the incident room, and what an officer says in it.
final class IncidentOperations {
  private static final String ROOT = "/api/v1/incidents";
  private static final String ONE = ROOT + "/{incident}";
  private static final int WHAT_MAX = 500;
  private static final int TEXT_MAX = 4_000;
  private static final int NOTE_MAX = 8_000;
  private static final int LETTER_MAX = 2_000;
  private static final int READS_MAX = 256;

  private static final Access RESPONDS =
      Access.of(WATCH_OFFICER, DISPATCHER, LIAISON, UNIT_LEADER, SECTOR_COMMANDER, CHIEF);
  private static final Access WRITES =
      Access.of(
          WATCH_OFFICER,
          DISPATCHER,
          LIAISON,
          UNIT_LEADER,
          SECTOR_COMMANDER,
          CHIEF,
          INVESTIGATOR,
          CLERK);
  private static final Access SPEAKS = Access.of(WATCH_OFFICER, LIAISON, SECTOR_COMMANDER, CHIEF);
  private static final Access COMMANDS = Access.of(WATCH_OFFICER, SECTOR_COMMANDER, CHIEF);
  private static final Access READS =
      Access.of(WATCH_OFFICER, DISPATCHER, LIAISON, SECTOR_COMMANDER, CHIEF, INVESTIGATOR, CLERK);

  /// Who may do what in a room; the same table as the operations below.
  private static final Map<String, Access> IN_A_ROOM =
      Map.ofEntries(
          Map.entry("notifyPeer", SPEAKS),
          Map.entry("acknowledge", COMMANDS),
          Map.entry("addNote", WRITES),
          Map.entry("taskUnit", Access.of(WATCH_OFFICER, DISPATCHER, SECTOR_COMMANDER)),
          Map.entry("requestAssistance", SPEAKS),
          Map.entry("answerAssistance", Access.of(SECTOR_COMMANDER, CHIEF)),
          Map.entry("logHotline", SPEAKS),
          Map.entry("fileSitrep", COMMANDS),
          Map.entry("contain", COMMANDS),
          Map.entry("close", COMMANDS),
          Map.entry("reopen", COMMANDS));

  private enum Which {
    OPEN,
    CLOSED,
    ALL
  }

  private final Surface surface;

  IncidentOperations(Surface surface) {
    this.surface = surface;
  }

  /// Whether holders of `roles` may call the operation `id`.
  static boolean allows(String id, Set<Role> roles) {
    return access(id) instanceof Access.Holding(Set<Role> allowed)
        && roles.stream().anyMatch(allowed::contains);
  }

  /// Who may call the operation `id` of a room.
  static Access access(String id) {
    return Optional.ofNullable(IN_A_ROOM.get(id)).orElseGet(Access::signedIn);
  }

  List<Operation> list() {
    return List.of(
        Operation.get("listIncidents", ROOT, Access.signedIn(), this::queue),
        Operation.post("createAlert", ROOT, RESPONDS, this::open),
        Operation.get("findDuplicates", ROOT + "/duplicates", Access.signedIn(), this::duplicates),
        Operation.get("getIncident", ONE, Access.signedIn(), this::room),
        Operation.post("notifyPeer", ONE + "/notify", access("notifyPeer"), this::notifyPeer),
        Operation.post(
            "acknowledge", ONE + "/acknowledge", access("acknowledge"), this::acknowledge),
        Operation.post("addNote", ONE + "/notes", access("addNote"), this::note),
        Operation.post("fileSitrep", ONE + "/sitreps", access("fileSitrep"), this::sitrep),
        Operation.get("draftSitrep", ONE + "/sitreps/draft", Access.signedIn(), this::draft),
        Operation.post(
            "contain", ONE + "/contain", access("contain"), call -> reach(call, Stage.CONTAINED)),
        Operation.post("close", ONE + "/close", access("close"), call -> reach(call, Stage.CLOSED)),
        Operation.post(
            "reopen", ONE + "/reopen", access("reopen"), call -> reach(call, Stage.OPEN)),
        Operation.post(
            "correctItem", ONE + "/items/{log}/{index}/correction", WRITES, this::correct),
        Operation.post(
            "withdrawItem", ONE + "/items/{log}/{index}/withdrawal", WRITES, this::withdraw),
        Operation.post(
            "translateItem", ONE + "/items/{log}/{index}/translation", WRITES, this::translate),
        Operation.post("markRead", "/api/v1/reads", READS, this::markRead));
  }

  // ---- looking --------------------------------------------------------------------------------

  private Answer queue(Call call) throws MalformedRequestException {
    var query = call.query();
    var which = query.choice("state", Codes.lower(Which.class), Which.OPEN);
    var text = query.text("text", 200).map(String::toLowerCase);
    var from =
        query.parsed("cursor", Integer::parseUnsignedInt, "expected `next` of the page before");
    int limit = query.number("limit", 50, 1, 500);
    query.finish();
    var lens = surface.look(call);
    var rooms = new Rooms(lens);
    List<Queue.Line> lines =
        lines(lens, which).filter(line -> text.isEmpty() || mentions(line, text.get())).toList();
    int start = Math.min(from.orElse(0), lines.size());
    int end = Math.min(start + limit, lines.size());
    return Answer.ok(
        new IncidentViews.Page(
            lines.subList(start, end).stream().map(rooms::summary).toList(),
            lens.now(),
            lines.size(),
            lines.stream().filter(line -> line.incident().id().exercise()).count(),
            end < lines.size() ? Optional.of(Integer.toString(end)) : Optional.empty()));
  }

  private static Stream<Queue.Line> lines(Lens lens, Which which) {
    var deadlines = lens.deadlines();
    var first = Queue.first(deadlines);
    return switch (which) {
      case OPEN ->
          Queue.of(lens.response(), lens.own(), deadlines, lens.view()).stream()
              .filter(line -> lens.shows(line.incident()));
      case CLOSED, ALL ->
          lens.response().incidents().stream()
              .filter(lens::shows)
              .filter(incident -> which == Which.ALL || !incident.stage().open())
              .flatMap(incident -> Queue.line(incident, lens.own(), first, lens.view()).stream())
              .sorted(Comparator.comparing(Queue.Line::reportedAt).reversed());
    };
  }

  private static boolean mentions(Queue.Line line, String text) {
    return Stream.of(
            line.incident().id().toString(),
            line.alert().what().text(),
            line.alert().where().label())
        .anyMatch(part -> part.toLowerCase(java.util.Locale.ROOT).contains(text));
  }

  private Answer duplicates(Call call) throws MalformedRequestException {
    var query = call.query();
    double lat = query.degrees("lat", 90);
    double lon = query.degrees("lon", 180);
    var when = query.time("when");
    query.finish();
    var lens = surface.look(call);
    var rooms = new Rooms(lens);
    var hints =
        Duplicates.near(
                lens.response(),
                lens.own(),
                Position.ofDegrees(lat, lon),
                when.orElse(lens.now()),
                lens.settings().duplicates())
            .stream()
            .filter(hint -> lens.shows(hint.incident()))
            .flatMap(
                hint ->
                    Queue.line(
                            hint.incident(),
                            lens.own(),
                            Queue.first(lens.deadlines(hint.incident())),
                            lens.view())
                        .stream()
                        .map(
                            line ->
                                new IncidentViews.Hint(
                                    rooms.summary(line),
                                    hint.distance().metres(),
                                    hint.apart().toMinutes())))
            .toList();
    return Answer.ok(new IncidentViews.Hints(hints));
  }

  private Answer room(Call call) {
    var lens = surface.look(call);
    return lens.incident(call.part("incident"))
        .flatMap(incident -> new Rooms(lens).room(incident, call.caller().roles()))
        .map(Answer::ok)
        .orElseGet(() -> Answer.unknown(call.part("incident")));
  }

  private Answer draft(Call call) throws MalformedRequestException {
    var query = call.query();
    var audience = query.choice("audience", Codes.AUDIENCES, Audience.INTERNAL);
    query.finish();
    var lens = surface.look(call);
    var shown = lens.releasedOnly() ? Audience.RELEASE : audience;
    return withIncident(
        call,
        incident -> {
          var letters = new LinkedHashMap<String, String>();
          SitrepDraft.of(incident, lens.own(), shown)
              .forEach((letter, words) -> letters.put(letter.name(), words.text()));
          return Answer.ok(new IncidentViews.Draft(letters));
        });
  }

  // ---- saying ---------------------------------------------------------------------------------

  private Answer open(Call call) throws MalformedRequestException {
    var fields = call.body();
    var texts = Texts.in(fields);
    var alert =
        new Alert(
            codeWord(fields),
            texts.words("what", WHAT_MAX),
            fields.place("where"),
            fields.time("when"),
            fields.choice("priority", Codes.PRIORITIES));
    boolean exercise = fields.flag("exercise", false);
    var audience = audience(fields, Audience.INTERNAL);
    fields.finish();
    return surface.respond(call, new ResponseRequest.OpenIncident(alert, exercise, audience));
  }

  private static Optional<String> codeWord(Fields fields) {
    return fields
        .optionalParsed(
            "codeWord",
            word -> new CodeWord(word, "", ""),
            "expected 2 to 24 capital letters, digits or dashes")
        .map(CodeWord::latin);
  }

  private Answer notifyPeer(Call call) throws MalformedRequestException {
    var fields = call.body();
    var texts = Texts.in(fields);
    var what = texts.optionalWords("what", WHAT_MAX);
    var where = fields.optionalPlace("where");
    fields.finish();
    return withIncident(
        call,
        incident ->
            incident
                .alert()
                .map(
                    known ->
                        new Alert(
                            known.codeWord(),
                            what.isBlank() ? known.what() : what,
                            where.orElse(known.where()),
                            known.occurredAt(),
                            known.priority()))
                .map(
                    alert ->
                        surface.respond(call, new ResponseRequest.NotifyPeer(incident.id(), alert)))
                .orElseGet(() -> Answer.unknown(call.part("incident"))));
  }

  private Answer acknowledge(Call call) throws MalformedRequestException {
    var words = Texts.in(call.body()).optionalWords("text", TEXT_MAX);
    call.body().finish();
    return withIncident(
        call,
        incident -> surface.respond(call, new ResponseRequest.Acknowledge(incident.id(), words)));
  }

  private Answer note(Call call) throws MalformedRequestException {
    var fields = call.body();
    var words = Texts.in(fields).words("text", NOTE_MAX);
    var audience = fields.choice("audience", Codes.AUDIENCES);
    var about = fields.optionalText("about", 64);
    fields.finish();
    var item = about.flatMap(name -> surface.parties().entry(surface.node().view(), name));
    if (about.isPresent() && item.isEmpty()) {
      return Answer.unknown(about.get());
    }
    return withIncident(
        call,
        incident ->
            surface.respond(call, new ResponseRequest.Note(incident.id(), words, item, audience)));
  }

  private Answer reach(Call call, Stage stage) throws MalformedRequestException {
    var words = Texts.in(call.body()).optionalWords("text", TEXT_MAX);
    call.body().finish();
    return withIncident(
        call,
        incident ->
            surface.respond(
                call,
                new ResponseRequest.ReachStage(incident.id(), stage, words, audienceOf(incident))));
  }

  /// What is said of an incident that both sides know is said to both.
  private static Audience audienceOf(Incident incident) {
    return incident.isReleased() ? Audience.RELEASE : Audience.INTERNAL;
  }

  private Answer sitrep(Call call) throws MalformedRequestException {
    var fields = call.body();
    var texts = Texts.in(fields);
    var form = fields.choice("form", Codes.lower(Sitrep.Form.class));
    var phase = fields.choice("stage", Codes.lower(Sitrep.Phase.class));
    var asOf = fields.optionalTime("asOf").orElseGet(surface.clock()::now);
    var letters = letters(fields);
    var restrictions = texts.optionalWords("restrictions", LETTER_MAX);
    var audience = audience(fields, Audience.RELEASE);
    fields.finish();
    return withIncident(
        call,
        incident ->
            surface.respond(
                call,
                new ResponseRequest.IssueSitrep(
                    incident.id(), form, phase, asOf, letters, restrictions, audience)));
  }

  private static Map<Sitrep.Letter, org.sarhad.core.response.Words> letters(Fields fields) {
    var letters =
        new java.util.EnumMap<Sitrep.Letter, org.sarhad.core.response.Words>(Sitrep.Letter.class);
    fields.optionalObject(
        "letters",
        object -> {
          var texts = Texts.within(object, fields);
          for (var letter : Sitrep.Letter.values()) {
            var words = texts.optionalWords(letter.name(), LETTER_MAX);
            if (!words.isBlank()) {
              letters.put(letter, words);
            }
          }
          return letters;
        });
    return letters;
  }

  private Answer correct(Call call) throws MalformedRequestException {
    var texts = Texts.in(call.body());
    var words = texts.words("text", NOTE_MAX);
    var reason = texts.words("reason", TEXT_MAX);
    call.body().finish();
    return withItem(
        call, (incident, item) -> new ResponseRequest.Correct(incident, item, words, reason));
  }

  private Answer withdraw(Call call) throws MalformedRequestException {
    var reason = Texts.in(call.body()).words("reason", TEXT_MAX);
    call.body().finish();
    return withItem(call, (incident, item) -> new ResponseRequest.Withdraw(incident, item, reason));
  }

  private Answer translate(Call call) throws MalformedRequestException {
    var words = Texts.in(call.body()).words("text", NOTE_MAX);
    call.body().finish();
    return withItem(call, (incident, item) -> new ResponseRequest.Translate(incident, item, words));
  }

  private Answer markRead(Call call) throws MalformedRequestException {
    var fields = call.body();
    var view = surface.node().view();
    List<EntryId> entries =
        fields.list(
            "entries",
            READS_MAX,
            name ->
                surface
                    .parties()
                    .entry(view, name)
                    .orElseThrow(() -> new IllegalArgumentException(name)),
            "expected the name of an entry that is here, such as pk/17");
    if (entries.isEmpty()) {
      fields.complain("entries", "", "expected at least one entry");
    }
    fields.finish();
    return surface.ask(call, new NodeRequest.MarkRead(entries));
  }

  // ---- shared ---------------------------------------------------------------------------------

  /// The audience named in a request, or `standard`.
  static Audience audience(Fields fields, Audience standard) {
    return fields.optionalChoice("audience", Codes.AUDIENCES).orElse(standard);
  }

  /// Goes on with the incident in the path, if this caller may see it.
  private Answer withIncident(Call call, Function<Incident, Answer> then) {
    return surface
        .look(call)
        .incident(call.part("incident"))
        .map(then)
        .orElseGet(() -> Answer.unknown(call.part("incident")));
  }

  private interface AboutItem {
    ResponseRequest of(IncidentId incident, EntryId item);
  }

  private Answer withItem(Call call, AboutItem request) {
    var name = call.entryName();
    var item = surface.parties().entry(surface.node().view(), name);
    return item.isEmpty()
        ? Answer.unknown(name)
        : withIncident(
            call, incident -> surface.respond(call, request.of(incident.id(), item.get())));
  }
}
