package org.sarhad.e2e.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.sarhad.core.activity.ActivityFact;
import org.sarhad.core.activity.ActivityKind;
import org.sarhad.core.activity.Area;
import org.sarhad.core.activity.Notice;
import org.sarhad.core.activity.Window;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.barter.ContractTerms;
import org.sarhad.core.barter.Goods;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceRule;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.ReservationTerms;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.complaints.ComplaintFact;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.delivery.ControlPoint;
import org.sarhad.core.delivery.DeliveryFact;
import org.sarhad.core.delivery.Load;
import org.sarhad.core.delivery.Phase;
import org.sarhad.core.delivery.UnitKind;
import org.sarhad.core.energy.EnergyFact;
import org.sarhad.core.energy.LineDay;
import org.sarhad.core.energy.Quality;
import org.sarhad.core.energy.Quarters;
import org.sarhad.core.energy.Reading;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.geo.Position;
import org.sarhad.core.information.InformationFact;
import org.sarhad.core.information.Reply;
import org.sarhad.core.information.Urgency;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Wording;
import org.sarhad.core.screening.Grounds;
import org.sarhad.core.screening.ListSource;
import org.sarhad.core.screening.ScreeningFact;
import org.sarhad.core.screening.Status;
import org.sarhad.core.screening.SubjectId;
import org.sarhad.e2e.process.Officer;
import org.sarhad.tlog.tree.Hash;

/// What the officers of both sides said in a year of much work, over the public API of two nodes
/// that have played the worked example: units and where they are, incidents from the alert to their
/// end, telephone calls, situation reports, claims in an inquiry, notices, requests, complaints,
/// acts, and the papers of what is delivered, metered and screened. All of it is made up.
///
/// Where a series has numbers, it goes on where the demo left it.
final class BusyYear {
  private static final int HANDS = 24;
  private static final int UNITS = 200;
  private static final int INCIDENTS = 1_000;
  private static final int NOTES = 6;
  private static final int LONG_ONE = 1_500;
  private static final int MATTERS = 12;
  private static final int CLAIMS = 4_000;
  private static final int NOTICES = 500;
  private static final int REQUESTS = 400;
  private static final int COMPLAINTS = 200;
  private static final int MEMORANDA = 300;
  private static final int CONSIGNMENTS = 1_200;
  private static final int TAKEN_OVER = 1_000;
  private static final int METERED_DAYS = 30;
  private static final int FIRMS = 600;
  private static final List<ActivityKind> KINDS = List.of(ActivityKind.values());
  private static final List<String> PLACES =
      List.of("Mirjaveh", "Taftan", "Jalq", "Pishin", "Mand", "Kuhak", "Panjgur", "Saravan");
  private static final List<String> STATUSES = List.of("AVL", "PAT", "RTN", "OOS", "OFF");
  private static final List<String> FREE = List.of("AVL", "PAT");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BusyBorder border;
  private final Map<String, Officer> officers = new ConcurrentHashMap<>();
  private final Map<String, String> origins = new HashMap<>();
  private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);

  private BusyYear(BusyBorder border) {
    this.border = border;
  }

  /// Says all of it, and then more of what is said most until side A's node holds `entries`.
  static void write(BusyBorder border, int entries) throws Exception {
    var year = new BusyYear(border);
    try {
      year.write(entries);
    } finally {
      year.hands.shutdownNow();
      year.officers.values().forEach(Officer::close);
    }
  }

  private void write(int entries) throws Exception {
    origins();
    List<Future<?>> tracks = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      tracks.add(threads.submit(track("response", this::response)));
      tracks.add(threads.submit(track("inquiry", this::inquiry)));
      tracks.add(threads.submit(track("registers", this::registers)));
      tracks.add(threads.submit(track("barter", this::barter)));
      for (var track : tracks) {
        track.get();
      }
    }
    border.even();
    fill(entries);
  }

  private void origins() throws Exception {
    for (var log : at("ir", "watch").get("/api/v1/record/heads").path("logs")) {
      origins.put(log.path("log").asText(), log.path("origin").asText());
    }
  }

  /// A part of the work, which says when it is done.
  private interface Work {
    void run() throws Exception;
  }

  private static Callable<Void> track(String name, Work work) {
    return () -> {
      long begun = System.nanoTime();
      work.run();
      System.out.printf("%s said in %d s%n", name, (System.nanoTime() - begun) / 1_000_000_000);
      return null;
    };
  }

  /// What `known` has of the side `party`.
  private static <V> V at(Map<String, V> known, String party) {
    return Optional.ofNullable(known.get(party)).orElseThrow();
  }

  // ---- units and incidents --------------------------------------------------------------------

  private void response() throws Exception {
    var units = new HashMap<String, List<String>>();
    for (var party : List.of("ir", "pk")) {
      units.put(party, many(UNITS, i -> register(party, i)));
    }
    for (var party : List.of("ir", "pk")) {
      many(UNITS * 20, i -> status(party, at(units, party).get(i % UNITS), i));
    }
    var opened = new HashMap<String, List<String>>();
    for (var party : List.of("ir", "pk")) {
      opened.put(party, many(INCIDENTS, i -> open(party, i)));
    }
    border.even();
    for (var party : List.of("ir", "pk")) {
      var other = party.equals("ir") ? "pk" : "ir";
      var incidents = at(opened, party);
      var own = at(units, party);
      many(INCIDENTS, i -> of(other, incidents.get(i), "acknowledge", object()));
      many(INCIDENTS * NOTES, i -> note(i % 3 == 0 ? other : party, incidents.get(i / NOTES), i));
      many(INCIDENTS, i -> call(party, incidents.get(i), i));
      many(INCIDENTS, i -> sitrep(party, incidents.get(i), i));
      // Each unit is sent by one hand, one incident after the other.
      many(UNITS, unit -> sent(party, own.get(unit), incidents, unit));
      many(INCIDENTS * 17 / 20, i -> of(party, incidents.get(i), "close", object()));
      many(INCIDENTS * 17 / 20, i -> of(other, incidents.get(i), "close", object()));
    }
    var longest = at(opened, "pk").getLast();
    many(LONG_ONE, i -> note(i % 2 == 0 ? "ir" : "pk", longest, i));
  }

  private String register(String party, int i) throws Exception {
    var unit =
        object()
            .put("name", "%s unit %d".formatted(PLACES.get(i % PLACES.size()), i))
            .put("type", i % 5 == 0 ? "ambulance" : "patrol")
            .put("status", "AVL")
            .put("audience", i % 4 == 3 ? "internal" : "release");
    unit.set("station", place(party, i, 2_000));
    return at(party, "commander").post("/api/v1/units", unit.toString()).path("id").asText();
  }

  private String status(String party, String unit, int i) throws Exception {
    var status =
        object().put("status", STATUSES.get(i / UNITS % STATUSES.size())).put("precisionM", 500);
    status.set("position", place(party, i, 0).path("position"));
    return entry(
        at(party, "dispatch").post("/api/v1/units/" + unit + "/status", status.toString()));
  }

  private String open(String party, int i) throws Exception {
    var alert =
        object()
            .put("what", "Two vehicles without light going east along the dry river, number " + i)
            .put("when", now().minus(i, ChronoUnit.MINUTES).toString())
            .put("priority", "P" + (1 + i % 4))
            .put("audience", "release");
    alert.set("where", place(party, i, 1_000));
    return at(party, "watch").post("/api/v1/incidents", alert.toString()).path("id").asText();
  }

  private String of(String party, String incident, String what, ObjectNode body) throws Exception {
    return entry(
        at(party, "commander").post("/api/v1/incidents/" + incident + "/" + what, body.toString()));
  }

  private String note(String party, String incident, int i) throws Exception {
    return of(
        party,
        incident,
        "notes",
        object()
            .put("text", "One stopped at the ford and was searched, nothing found, note " + i)
            .put("audience", i % 5 == 4 ? "internal" : "release"));
  }

  private String call(String party, String incident, int i) throws Exception {
    return of(
        party,
        incident,
        "hotline",
        object()
            .put("channel", "phone")
            .put("direction", i % 2 == 0 ? "we_called" : "they_called")
            .put("at", now().toString())
            .put("counterpart", "Watch officer of the other side")
            .put("text", "Last seen two kilometres from the line, call " + i)
            .put("readBack", "correct")
            .put("audience", "release"));
  }

  private String sitrep(String party, String incident, int i) throws Exception {
    var report = object().put("form", "short").put("stage", i % 2 == 0 ? "initial" : "update");
    report.put("audience", "release");
    report
        .putObject("letters")
        .put("A", PLACES.get(i % PLACES.size()))
        .put("C", "One vehicle found empty, report " + i);
    return of(party, incident, "sitreps", report);
  }

  /// A unit that goes to every incident of its turn and comes back.
  private String sent(String party, String unit, List<String> incidents, int turn)
      throws Exception {
    at(party, "dispatch")
        .post("/api/v1/units/" + unit + "/status", object().put("status", "AVL").toString());
    for (int i = turn; i < INCIDENTS * 17 / 20; i += UNITS) {
      var order = object().put("unit", unit).put("order", "Search the valley and report.");
      at(party, "dispatch")
          .post("/api/v1/incidents/" + incidents.get(i) + "/taskings", order.toString());
      for (var status : List.of("ACK", "ENR", "ONS", "AVL")) {
        at(party, "dispatch")
            .post("/api/v1/units/" + unit + "/status", object().put("status", status).toString());
      }
    }
    return unit;
  }

  // ---- the inquiry ----------------------------------------------------------------------------

  private void inquiry() throws Exception {
    for (int matter = 0; matter < MATTERS; matter++) {
      var by = matter % 2 == 0 ? "ir" : "pk";
      var opened =
          id(
              state(
                  by,
                  "inquiry",
                  "inquiry.matter_opened",
                  "{\"imported\":false,\"matter\":\"incident\",\"title\":{\"lang\":\"en\",\"text\":\"Shots at %s\"}}"
                      .formatted(PLACES.get(matter % PLACES.size()))));
      border.even();
      many(
          matter == 0 ? CLAIMS : CLAIMS / 20,
          i ->
              state(i % 3 == 0 ? "pk" : "ir", "inquiry", "inquiry.claim_stated", claim(opened, i)));
    }
  }

  private static String claim(String matter, int i) {
    var about =
        switch (i % 4) {
          case 0 ->
              "\"killed\",\"value\":{\"type\":\"quantity\",\"low\":%d,\"high\":%d,\"unit\":\"persons\",\"category\":\"civil\"}"
                  .formatted(i % 50, i % 50 + i % 7);
          case 1 ->
              "\"claimed_by\",\"value\":{\"type\":\"label\",\"text\":\"group %d\"}"
                  .formatted(i % 40);
          case 2 -> "\"place\",\"value\":{\"type\":\"place\",\"label\":\"km %d\"}".formatted(i);
          default ->
              "\"action_taken\",\"value\":{\"type\":\"text\",\"text\":\"patrol %d was sent\"}"
                  .formatted(i);
        };
    return "{\"matter\":\"%s\",\"claim\":{\"as_of\":\"2019-04-18T12:00:00.000Z\",\"provenance\":{\"basis\":\"own_agency\",\"behalf\":\"own\"},\"property\":%s}}"
        .formatted(matter, about);
  }

  // ---- notices, requests, complaints, acts ------------------------------------------------------

  private void registers() throws Exception {
    for (var party : List.of("ir", "pk")) {
      var other = party.equals("ir") ? "pk" : "ir";
      many(NOTICES / 2, i -> say(party, "commander", notice(party, i)));
      var asked = many(REQUESTS / 2, i -> say(party, "liaison", request(other, i)));
      var lodged = many(COMPLAINTS / 2, i -> say(party, "liaison", complaint(other, i)));
      border.even();
      many(asked.size() * 3 / 4, i -> say(other, "liaison", answered(asked.get(i))));
      many(lodged.size() * 3 / 4, i -> say(other, "liaison", answeredComplaint(lodged.get(i))));
      memoranda(party, other);
    }
  }

  private static ActivityFact notice(String party, int i) {
    var from = now().plus(2L + i, ChronoUnit.DAYS);
    return new ActivityFact.Given(
        new Notice(
            KINDS.get(i % KINDS.size()),
            Wording.of("en", "Work at the fence, part " + i),
            Wording.of("en", PLACES.get(i % PLACES.size())),
            new Area.Circle(Position.ofDegrees(latitude(i), longitude(party, i)), 2_000),
            new Window(from, from.plus(8, ChronoUnit.HOURS)),
            List.of(),
            Role.WATCH_OFFICER,
            Optional.empty()));
  }

  private static InformationFact request(String other, int i) {
    return new InformationFact.Asked(
        PartyId.of(other),
        Urgency.ORDINARY,
        Optional.empty(),
        Wording.of("en", "Owner of a vehicle, request " + i),
        Wording.of("en", "Who owns the vehicle with the chassis number KT-%05d?".formatted(i)),
        Wording.of("en", "It was left at the line."),
        Ordered.set());
  }

  private InformationFact answered(String request) {
    return new InformationFact.Answered(
        EntryId.parse(id(request)),
        Reply.FULL,
        Optional.empty(),
        Wording.of("en", "It was reported stolen in March."),
        Ordered.set());
  }

  private static ComplaintFact complaint(String other, int i) {
    return new ComplaintFact.Lodged(
        PartyId.of(other),
        Optional.of(now().minus(i, ChronoUnit.DAYS)),
        Optional.of(Wording.of("en", PLACES.get(i % PLACES.size()))),
        Wording.of("en", "A shot was fired across the line, complaint " + i),
        Ordered.set());
  }

  private ComplaintFact answeredComplaint(String complaint) {
    return new ComplaintFact.Answered(
        EntryId.parse(id(complaint)),
        ComplaintFact.Answer.ACCEPTED,
        Wording.of("en", "The post has been told."),
        Ordered.set());
  }

  private void memoranda(String by, String other) throws Exception {
    var proposed =
        many(
            MEMORANDA / 2,
            i ->
                propose(
                    by,
                    "memorandum",
                    object().put("title", "Memorandum " + i).put("text", "The desks answer.")));
    border.even();
    many(proposed.size() * 9 / 10, i -> assent(other, proposed.get(i)));
  }

  // ---- deliveries, meters, screening ------------------------------------------------------------

  private void barter() throws Exception {
    screen();
    meter();
    deliver();
  }

  private void screen() throws Exception {
    var lists = new HashMap<String, Grounds>();
    for (var list : at("ir", "compliance").get("/api/v1/screening").path("lists")) {
      var of = new TreeMap<ListSource, Hash>();
      of.put(
          ListSource.of(list.at("/taken/body/list/source").asText()),
          Hash.parseHex(list.at("/taken/body/list/sha256").asText()).orElseThrow());
      lists.put(list.at("/taken/by/party").asText(), Grounds.of(of, 800));
    }
    for (var party : List.of("ir", "pk")) {
      var proposed =
          many(
              FIRMS,
              i ->
                  say(
                      party,
                      "compliance",
                      new ScreeningFact.Proposed(
                          SubjectId.of("FIRM-%04d".formatted(i)),
                          Status.CLEAR,
                          at(lists, party),
                          Optional.empty())));
      many(
          FIRMS * 9 / 10,
          i ->
              say(
                  party,
                  "review",
                  new ScreeningFact.Confirmed(EntryId.parse(id(proposed.get(i))))));
    }
  }

  private void meter() throws Exception {
    var line =
        EntryId.parse(at("ir", "clerk").get("/api/v1/energy/lines").at("/items/0/act").asText());
    var today = LocalDate.now(ZoneOffset.UTC);
    for (var party : List.of("ir", "pk")) {
      many(METERED_DAYS, i -> say(party, "clerk", reading(line, today.minusDays(i + 1), i)));
    }
  }

  private static EnergyFact reading(EntryId line, LocalDate day, int i) {
    long before = 10_000_000_000_000L - i * 3_000_000_000L;
    var quarters = Quarters.even(25_000_000);
    return new EnergyFact.Metered(
        new LineDay(line, day),
        1,
        new Reading(
            "M-1",
            before,
            before + quarters.sum(),
            quarters,
            Collections.nCopies(Quarters.COUNT, Quality.MEASURED)));
  }

  /// Rice in lots of ten tonnes, at a price that takes the account nowhere near its limits.
  private void deliver() throws Exception {
    var contract =
        agree(
            "pk",
            "barter_contract",
            new ContractTerms(
                    3,
                    new Goods(
                        PartyId.of("pk"),
                        "PK-RICE",
                        "IR-FOOD",
                        "100630",
                        Wording.of("en", "Broken rice"),
                        AccountCode.GOODS),
                    new Quantity(10L * CONSIGNMENTS, UnitCode.TNE),
                    PriceRule.fixed(Rational.of(2), UnitCode.TNE),
                    new TreeMap<>(),
                    ContractTerms.Weighed.OUTTURN,
                    new DueDate(LocalDate.now(ZoneOffset.UTC).plusMonths(6), ZoneOffset.UTC),
                    Ordered.set())
                .toJson());
    var room =
        agree(
            "pk",
            "barter_reservation",
            new ReservationTerms(
                    3,
                    EntryId.parse(id(contract)),
                    new Quantity(10L * CONSIGNMENTS, UnitCode.TNE),
                    Money.ofUnits(21L * CONSIGNMENTS),
                    new DueDate(LocalDate.now(ZoneOffset.UTC).plusMonths(6), ZoneOffset.UTC))
                .toJson());
    var reserved = EntryId.parse(id(room));
    var consigned = many(CONSIGNMENTS, i -> say("pk", "clerk", consignment(reserved, i)));
    many(CONSIGNMENTS, i -> happened("pk", consigned.get(i), ControlPoint.GATE_IN, "Gwadar"));
    many(CONSIGNMENTS, i -> happened("pk", consigned.get(i), ControlPoint.LOADED, "Gwadar"));
    // Papers have numbers, and are written one after the other.
    var despatched = new ArrayList<String>();
    for (int i = 0; i < CONSIGNMENTS; i++) {
      despatched.add(
          say(
              "pk",
              "clerk",
              new BarterFact.Despatched(
                  5 + i, reserved, new Quantity(10, UnitCode.TNE), Ordered.set())));
    }
    many(CONSIGNMENTS, i -> say("pk", "clerk", left(consigned.get(i), despatched.get(i))));
    border.even();
    many(TAKEN_OVER, i -> happened("ir", consigned.get(i), ControlPoint.ARRIVED, "Zahedan"));
    for (int i = 0; i < TAKEN_OVER; i++) {
      say(
          "ir",
          "clerk",
          new BarterFact.Received(
              5 + i,
              EntryId.parse(id(despatched.get(i))),
              new Quantity(10, UnitCode.TNE),
              Ordered.set()));
    }
    border.even();
    takeOver(despatched.subList(0, TAKEN_OVER * 9 / 10));
  }

  private static DeliveryFact consignment(EntryId room, int i) {
    return new DeliveryFact.Consigned(
        room,
        List.of(
            new Load(UnitKind.WAGON_1676, "PK-%05d".formatted(2 * i), 5),
            new Load(UnitKind.WAGON_1676, "PK-%05d".formatted(2 * i + 1), 5)));
  }

  private String happened(String party, String consignment, ControlPoint point, String place)
      throws Exception {
    return say(
        party,
        "clerk",
        new DeliveryFact.Happened(
            EntryId.parse(id(consignment)),
            point,
            Phase.ACTUAL,
            now().minusMillis(50),
            Ordered.set(),
            Optional.of(Wording.of("en", place)),
            Ordered.set()));
  }

  private DeliveryFact left(String consignment, String despatch) {
    return new DeliveryFact.Despatched(EntryId.parse(id(consignment)), EntryId.parse(id(despatch)));
  }

  /// By the terms that the node of the side that takes over proposes, so many at a time as an
  /// address can name.
  private void takeOver(List<String> despatched) throws Exception {
    int atOnce = 100;
    for (int from = 0; from < despatched.size(); from += atOnce) {
      var chosen =
          String.join(",", despatched.subList(from, Math.min(despatched.size(), from + atOnce)));
      var terms =
          at("ir", "chief")
              .get("/api/v1/barter/acceptances?exporter=pk&limit=1&chosen=" + chosen)
              .at("/draft/terms");
      agree("ir", "barter_acceptances", terms);
    }
  }

  // ---- and more of what is said most ------------------------------------------------------------

  private void fill(int entries) throws Exception {
    var watch = at("ir", "watch");
    var units = new HashMap<String, List<String>>();
    var incidents = new ArrayList<String>();
    for (var unit : watch.get("/api/v1/units").path("items")) {
      if (FREE.contains(unit.path("status").asText()) || !unit.has("incident")) {
        units
            .computeIfAbsent(unit.path("party").asText(), _ -> new ArrayList<>())
            .add(unit.path("id").asText());
      }
    }
    for (var incident : watch.get("/api/v1/incidents?limit=300").path("items")) {
      incidents.add(incident.path("id").asText());
    }
    for (long held = held(watch); held < entries; held = held(watch)) {
      int more = (int) Math.min(8_000, entries - held);
      System.out.printf("%d entries; %d more%n", held, more);
      many(
          more,
          i -> {
            var party = i % 2 == 0 ? "ir" : "pk";
            var own = at(units, party);
            return i % 3 == 2
                ? note(party, incidents.get(i / 3 % incidents.size()), i)
                : status(party, own.get(i / 2 % own.size()), i);
          });
      border.even();
    }
  }

  private static long held(Officer at) throws Exception {
    long held = 0;
    for (var log : at.get("/api/v1/record/heads").path("logs")) {
      held += log.path("size").asLong();
    }
    return held;
  }

  // ---- saying -----------------------------------------------------------------------------------

  /// Something that is said for the so-and-so-manieth time; what became of it.
  private interface Said {
    String say(int i) throws Exception;
  }

  /// So many of them, by many hands at once; in their order.
  private List<String> many(int count, Said said) throws Exception {
    List<Callable<String>> all =
        IntStream.range(0, count).<Callable<String>>mapToObj(i -> () -> said.say(i)).toList();
    var became = new ArrayList<String>();
    for (var one : hands.invokeAll(all)) {
      became.add(one.get());
    }
    return became;
  }

  private String say(String party, String desk, ActivityFact fact) throws Exception {
    return state(party, desk, fact.kind().kind().value(), fact.toJson().toString());
  }

  private String say(String party, String desk, InformationFact fact) throws Exception {
    return state(party, desk, fact.kind().kind().value(), fact.toJson().toString());
  }

  private String say(String party, String desk, ComplaintFact fact) throws Exception {
    return state(party, desk, fact.kind().kind().value(), fact.toJson().toString());
  }

  private String say(String party, String desk, ScreeningFact fact) throws Exception {
    return state(party, desk, fact.kind().kind().value(), fact.toJson().toString());
  }

  private String say(String party, String desk, DeliveryFact fact) throws Exception {
    return state(party, desk, fact.kind().kind().value(), fact.toJson().toString());
  }

  private String say(String party, String desk, EnergyFact fact) throws Exception {
    return state(party, desk, fact.kind().kind().value(), fact.toJson().toString());
  }

  private String say(String party, String desk, BarterFact fact) throws Exception {
    return state(party, desk, fact.kind().kind().value(), fact.toJson().toString());
  }

  private String state(String party, String desk, String kind, String body) throws Exception {
    return entry(
        at(party, desk)
            .post("/api/v1/statements", "{\"kind\":\"%s\",\"body\":%s}".formatted(kind, body)));
  }

  private String propose(String party, String kind, Object terms) throws Exception {
    return entry(
        at(party, "chief")
            .post("/api/v1/acts", "{\"kind\":\"%s\",\"terms\":%s}".formatted(kind, terms)));
  }

  private String assent(String party, String act) throws Exception {
    var leaf = at(party, "chief").get("/api/v1/acts/" + act).at("/act/leaf").asText();
    return entry(
        at(party, "chief")
            .post("/api/v1/acts/" + act + "/assents", object().put("leaf", leaf).toString()));
  }

  /// Proposed by one chief and signed by the other; its entry, when it is in force at both.
  private String agree(String by, String kind, Object terms) throws Exception {
    var other = by.equals("ir") ? "pk" : "ir";
    var act = propose(by, kind, terms);
    border.even();
    assent(other, act);
    for (var party : List.of(by, other)) {
      at(party, "chief")
          .await(
              "/api/v1/acts/" + act, shown -> shown.at("/act/stage").asText().equals("effective"));
    }
    return act;
  }

  private static String entry(JsonNode answer) {
    return answer.at("/entries/0").asText();
  }

  /// How bodies name the entry that the API calls `entry`.
  private String id(String entry) {
    int slash = entry.lastIndexOf('/');
    return new EntryId(
            Origin.of(origins.get(entry.substring(0, slash))),
            Long.parseLong(entry.substring(slash + 1)))
        .toString();
  }

  private Officer at(String party, String desk) {
    return officers.computeIfAbsent(
        party + " " + desk,
        _ -> {
          try {
            return border.officer(party, desk);
          } catch (Exception e) { // what signing in may throw
            throw new IllegalStateException("%s of %s".formatted(desk, party), e);
          }
        });
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static double latitude(int i) {
    return 26 + i % 37 * 0.08;
  }

  /// On the soil of `party`, well away from the line: no unit needs leave to go there.
  private static double longitude(String party, int i) {
    return (party.equals("ir") ? 59.5 : 64) + i % 23 * 0.05;
  }

  private static ObjectNode place(String party, int i, int radiusM) {
    var place =
        object().put("label", PLACES.get(i % PLACES.size()) + " sector").put("radiusM", radiusM);
    place.putObject("position").put("lat", latitude(i)).put("lon", longitude(party, i));
    return place;
  }

  private static ObjectNode object() {
    return JSON.createObjectNode();
  }
}
