package org.sarhad.node.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.geo.Zone;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.ClockNote;
import org.sarhad.core.replay.Past;
import org.sarhad.core.response.Anomaly;
import org.sarhad.core.response.Deadline;
import org.sarhad.core.response.EntryWays;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.IncidentFact;
import org.sarhad.core.response.Ladder;
import org.sarhad.core.response.Queue;
import org.sarhad.core.response.ReportFact;
import org.sarhad.core.response.ResponseFact;
import org.sarhad.core.response.ResponseSettings;
import org.sarhad.core.response.ResponseState;
import org.sarhad.core.response.Room;
import org.sarhad.core.response.RoomItem;
import org.sarhad.core.response.RunCards;
import org.sarhad.core.response.Said;
import org.sarhad.core.response.Stage;
import org.sarhad.core.response.Tasking;
import org.sarhad.node.api.view.CrossingViews;
import org.sarhad.node.api.view.GeoViews;
import org.sarhad.node.api.view.IncidentViews;
import org.sarhad.node.api.view.LadderView;

/// Incidents as the contract shows them: lines of the queue, and rooms. Of now, or of a moment of
/// the past: then nothing is read but what was known at that moment.
final class Rooms {
  private final Lens lens;
  private final ResponseState state;
  private final ResponseSettings settings;
  private final EntryWays ways;
  private final PartyId eyes;
  private final BiFunction<Ladder, EntryId, LadderView> ladders;

  private Rooms(
      Lens lens,
      ResponseState state,
      ResponseSettings settings,
      EntryWays ways,
      PartyId eyes,
      BiFunction<Ladder, EntryId, LadderView> ladders) {
    this.lens = lens;
    this.state = state;
    this.settings = settings;
    this.ways = ways;
    this.eyes = eyes;
    this.ladders = ladders;
  }

  Rooms(Lens lens) {
    this(lens, lens.response(), lens.settings(), lens.view(), lens.own(), lens::ladder);
  }

  /// The rooms of a moment of the past.
  ///
  /// @param settings what was agreed then
  static Rooms of(Past past, ResponseSettings settings, Lens lens) {
    return new Rooms(
        lens,
        past.state(),
        settings,
        past.ways(),
        past.eyes(),
        (ladder, _) -> lens.ladderThen(ladder));
  }

  IncidentViews.Summary summary(Queue.Line line) {
    var incident = line.incident();
    var alert = line.alert();
    var entry = incident.notice().or(incident.file(incident.owner())::opened).orElseThrow().entry();
    return new IncidentViews.Summary(
        incident.id().toString(),
        alert.what().text(),
        GeoViews.of(alert.where()),
        settings.sectorOf(alert.where()).map(Zone.Sector::name),
        Optional.of(alert.occurredAt()),
        line.reportedAt(),
        alert.priority().name(),
        alert.codeWord(),
        Codes.of(line.stage()),
        incident.owner().value(),
        audience(incident.isReleased()),
        incident.closedBy().stream().map(PartyId::value).toList(),
        ladders.apply(line.ladder(), entry),
        acknowledgedAt(incident),
        line.next().map(lens::clock),
        line.unread(),
        Optional.of(line.lastChange()));
  }

  private static Optional<Instant> acknowledgedAt(Incident incident) {
    return incident.knowers().stream()
        .flatMap(party -> incident.acknowledgedBy(party).stream())
        .map(Said::time)
        .min(Comparator.naturalOrder());
  }

  /// The room of `incident`; empty while nobody has said what it is.
  Optional<IncidentViews.Room> room(Incident incident, Set<Role> roles) {
    return room(incident, lens.deadlines(incident), may(incident, roles));
  }

  /// The room of `incident` with these duties, in which nothing may be done.
  Optional<IncidentViews.Room> closed(Incident incident, List<Deadline> deadlines) {
    return room(incident, deadlines, List.of());
  }

  private Optional<IncidentViews.Room> room(
      Incident incident, List<Deadline> deadlines, List<String> may) {
    return Queue.line(incident, eyes, Queue.first(deadlines), ways)
        .map(
            line ->
                new IncidentViews.Room(
                    summary(line),
                    Stream.concat(
                            Stream.of(lens.parties().own()),
                            lens.parties().peers(lens.view()).stream())
                        .toList(),
                    Room.of(incident, ways).items().stream()
                        .filter(item -> lens.shows(item.said()))
                        .map(this::item)
                        .toList(),
                    incident.taskings().stream()
                        .filter(tasking -> lens.shows(tasking.said()))
                        .map(this::tasking)
                        .toList(),
                    incident.assistance().stream().map(new HelpThreads(lens)::view).toList(),
                    incident.sitreps().stream()
                        .filter(lens::shows)
                        .map(said -> report(said, incident))
                        .toList(),
                    deadlines.stream().map(lens::clock).toList(),
                    crossings(incident),
                    Handovers.name(incident.id().toString()).map(new Handovers(lens)::view),
                    line.alert()
                        .codeWord()
                        .flatMap(word -> RunCards.find(state, eyes, settings.cards(), word))
                        .map(card -> ShiftOperations.card(card, settings.cards())),
                    may));
  }

  private List<CrossingViews.CrossingView> crossings(Incident incident) {
    var all = new Crossings(lens);
    return all.all()
        .filter(one -> CrossingOperations.isOf(one, incident.id().toString()))
        .map(all::view)
        .toList();
  }

  private IncidentViews.Item item(RoomItem item) {
    var said = item.said();
    Map<String, IncidentViews.Known> known = new LinkedHashMap<>();
    item.known()
        .forEach(
            (party, since) ->
                known.put(
                    party.value(),
                    new IncidentViews.Known(
                        since.at(), since.proven(), since.bracket().notBefore())));
    return new IncidentViews.Item(
        lens.entryName(said.entry()),
        said.fact().kind().code(),
        lens.author(said),
        said.time(),
        audience(said.released()),
        said.fact().toJson(),
        about(said.fact()).map(lens::entryName),
        ladders.apply(item.ladder(), said.entry()),
        known,
        item.marks().stream()
            .filter(lens::shows)
            .map(mark -> lens.entryName(mark.entry()))
            .toList(),
        item.isWithdrawn(),
        said.anomaly().map(Anomaly::name).map(name -> name.toLowerCase(Locale.ROOT)),
        item.crossed(),
        item.ladder()
            .way()
            .received()
            .map(receipt -> ClockNote.of(said.time(), receipt.bracket()) == ClockNote.DISPUTED)
            .orElse(false),
        item.ladder().imported());
  }

  private static Optional<EntryId> about(ResponseFact fact) {
    return switch (fact) {
      case IncidentFact.Noted noted -> noted.about();
      case IncidentFact.Corrected mark -> Optional.of(mark.item());
      case IncidentFact.Withdrawn mark -> Optional.of(mark.item());
      case IncidentFact.Translated mark -> Optional.of(mark.item());
      case ResponseFact _ -> Optional.empty();
    };
  }

  private IncidentViews.Task tasking(Tasking tasking) {
    var order = tasking.order();
    return new IncidentViews.Task(
        tasking.id().toString(),
        order.unit().toString(),
        state.unit(order.unit()).map(unit -> unit.description().callSign()),
        GeoViews.of(tasking.destination()),
        tasking.ended().map(Codes::of),
        tasking.said().time(),
        order.instruction().text(),
        tasking.status().code(),
        tasking.statusSince(),
        lens.entryName(tasking.said().entry()));
  }

  private IncidentViews.Report report(Said said, Incident incident) {
    var sitrep = ((ReportFact.SitrepIssued) said.fact()).sitrep();
    var letters = new LinkedHashMap<String, String>();
    sitrep.letters().forEach((letter, words) -> letters.put(letter.name(), words.text()));
    return new IncidentViews.Report(
        sitrep.number(),
        said.author().value(),
        Codes.of(sitrep.form()),
        Codes.of(sitrep.phase()),
        said.time(),
        letters,
        Optional.of(sitrep.restrictions().text()).filter(text -> !text.isEmpty()),
        lens.entryName(said.entry()),
        ladders.apply(Ladder.of(said, incident, ways), said.entry()));
  }

  /// What the state and the caller's roles leave open. A hint for screens; the rules decide.
  private List<String> may(Incident incident, Set<Role> roles) {
    var own = lens.own();
    boolean mine = incident.owner().equals(own);
    boolean told = incident.isReleased();
    Stage stage = incident.stageOf(own);
    boolean asked =
        incident.assistance().stream()
            .anyMatch(
                thread ->
                    !thread.owner().equals(own)
                        && lens.response()
                            .side(own)
                            .help()
                            .thread(thread.id())
                            .answered()
                            .isEmpty());
    var may = new ArrayList<String>();
    offer(may, "notify", roles, "notifyPeer", mine && !told);
    offer(
        may, "acknowledge", roles, "acknowledge", !mine && incident.acknowledgedBy(own).isEmpty());
    boolean working = stage != Stage.CLOSED;
    offer(may, "note", roles, "addNote", working);
    offer(may, "task", roles, "taskUnit", working);
    offer(may, "request_assistance", roles, "requestAssistance", working && told);
    offer(may, "offer_assistance", roles, "offerAssistance", working && told);
    offer(may, "answer_assistance", roles, "answerAssistance", working && asked);
    offer(may, "hotline", roles, "logHotline", working);
    offer(may, "sitrep", roles, "fileSitrep", working);
    offer(may, "contain", roles, "contain", stage == Stage.OPEN);
    offer(may, "close", roles, "close", working);
    offer(may, "reopen", roles, "reopen", stage != Stage.OPEN);
    return List.copyOf(may);
  }

  private static void offer(
      List<String> may, String word, Set<Role> roles, String operation, boolean open) {
    if (open && IncidentOperations.allows(operation, roles)) {
      may.add(word);
    }
  }

  static String audience(boolean released) {
    return Codes.of(released ? Audience.RELEASE : Audience.INTERNAL);
  }
}
