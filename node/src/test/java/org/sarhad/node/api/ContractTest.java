package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.core.time.UtcTime;
import org.sarhad.core.tracks.TrackFrames;
import org.sarhad.node.lists.ListShelf;
import org.sarhad.node.testing.OpenApi;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// Every operation of docs/api/openapi.yaml, driven on two running nodes, each request and each
/// answer held against the contract.
@Tag("slow")
class ContractTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HERE =
      "{\"label\":\"Post 42\",\"position\":{\"lat\":26.2381,\"lon\":61.9},\"radiusM\":500}";

  private static final String AS_COMMANDER = ",\"as\":\"sector_commander\"";

  @TempDir Path directory;
  private final List<String> wrong = new ArrayList<>();
  private final Set<String> driven = new TreeSet<>();
  private final Set<String> sent = new TreeSet<>();
  private final OpenApi contract;

  ContractTest() throws IOException {
    this.contract = OpenApi.load();
  }

  @Test
  void everyOperationKeepsTheContract() throws Exception {
    try (var ir = TestNode.start(directory.resolve("ir"), "ir");
        var pk = TestNode.start(directory.resolve("pk"), "pk")) {
      beforePairing(ir);
      TestNode.pair(ir, pk);
      try (var watch = ir.signIn("watch");
          var relief = ir.signIn("relief");
          var commander = ir.signIn("commander");
          var chief = ir.signIn("chief");
          var clerk = ir.signIn("clerk");
          var compliance = ir.signIn("compliance");
          var admin = ir.signIn("admin");
          var observer = ir.signIn("observer");
          var there = pk.signIn("watch");
          var theirChief = pk.signIn("chief");
          var theirCommander = pk.signIn("commander")) {
        session(watch);
        shift(watch, relief, commander);
        runCards(chief);
        var unit = units(watch, commander);
        var incident = incident(watch, commander, there, theirCommander, unit);
        history(clerk);
        exhibitFiles(clerk, watch, admin);
        rules(chief, theirChief);
        inquiry(clerk);
        statements(chief, watch);
        acts(chief, watch, theirChief);
        crossings(watch, chief, theirChief, theirCommander, there, incident, unit);
        handovers(watch, commander, theirCommander, incident);
        activities(watch, there);
        information(watch, there);
        posture(chief, watch);
        screening(compliance, there, ir.directory());
        deliveries(chief, watch);
        book(watch);
        market(chief, watch);
        get(watch, "/api/v1/officers", 200);
        get(watch, "/api/v1/officers?party=pk&role=sector_commander", 200);
        get(watch, "/api/v1/officers?role=captain", 400);
        delegations(chief, watch);
        registers(clerk);
        record(watch, chief, compliance, incident);
        link(admin, watch);
        bundle(admin, pk);
        accounts(admin, ir);
        static_(watch);
        observed(observer, incident);
        events(watch);
      }
      withoutSession(ir);
    }

    assertThat(wrong).as("answers that break the contract").isEmpty();
    assertThat(contract.operations().keySet())
        .as("operations of the contract that were not driven")
        .isEqualTo(driven);
    assertThat(unsent()).as("request fields that were never sent").isEmpty();
  }

  /// Request fields of the contract that no request of this test had.
  private Set<String> unsent() {
    var unsent = new TreeSet<String>();
    contract
        .operations()
        .values()
        .forEach(
            operation ->
                contract
                    .requestProperties(operation)
                    .forEach(
                        name -> {
                          if (!sent.contains(operation.id() + "." + name)) {
                            unsent.add(operation.id() + "." + name);
                          }
                        }));
    return unsent;
  }

  private void beforePairing(TestNode ir) throws Exception {
    try (var admin = ir.signIn("admin")) {
      get(admin, "/api/v1/overview", 200);
      get(admin, "/api/v1/link/pairing", 200);
      post(admin, "/api/v1/link/self-test", "", 200);
      post(admin, "/api/v1/link/pairing", "{\"address\":\"127.0.0.1:1\"}", 502);
      post(admin, "/api/v1/link/pairing/confirm", "{\"fingerprint\":\"1\"}", 409);
      post(admin, "/api/v1/link/restore", "", 409);
    }
  }

  private void session(TestClient watch) throws Exception {
    get(watch, "/api/v1/session", 200);
    post(
        watch,
        "/api/v1/session/password",
        "{\"current\":\"not it\",\"next\":\"another long one\"}",
        409);
    get(watch, "/api/v1/overview", 200);
  }

  private void shift(TestClient watch, TestClient relief, TestClient commander) throws Exception {
    get(watch, "/api/v1/shift?role=watch_officer", 200);
    post(
        watch,
        "/api/v1/shift/take",
        "{\"role\":\"watch_officer\",\"audience\":\"release\",\"remarks\":\"I have the"
            + " watch\",\"language\":\"en\"}",
        201);
    post(
        watch,
        "/api/v1/shift/handover",
        "{\"role\":\"watch_officer\",\"to\":\"relief\",\"standingOrders\":\"none\",\"remarks\":\"quiet\",\"language\":\"en\"}",
        201);
    var offer = get(watch, "/api/v1/shift", 200).at("/offered/entry").asText();
    post(relief, "/api/v1/shift/take", "{\"offer\":\"ir/999\"}", 409);
    post(relief, "/api/v1/shift/take", "{\"offer\":\"%s\"}".formatted(offer), 201);
    post(watch, "/api/v1/shift/handover", "{\"to\":\"nobody\"}", 404);
    post(
        commander,
        "/api/v1/shift/vacate",
        "{\"role\":\"watch_officer\",\"reason\":\"left ill\",\"language\":\"en\"}",
        201);
    post(watch, "/api/v1/shift/take", "{}", 201);
    get(watch, "/api/v1/shift", 200);
    get(watch, "/api/v1/overview", 200);
  }

  private void runCards(TestClient chief) throws Exception {
    get(chief, "/api/v1/run-cards", 200);
    post(
        chief,
        "/api/v1/run-cards",
        """
        {"codeWord":"KAVIR","spelling":{"en":"Kavir","fa":"کویر","ur":"کویر"},
         "title":{"en":"Sandstorm","fa":"طوفان شن"},"priority":"P3","notify":["watch_officer"],
         "notifyPeer":false,"reminderMinutes":20,"types":["rescue"],"capabilities":["search"],
         "rendezvous":%1$s,"hospital":%1$s,"checklist":[{"en":"Close the road"}],"audience":"release"}
        """
            .formatted(HERE),
        201);
    get(chief, "/api/v1/run-cards", 200);
  }

  private String units(TestClient watch, TestClient commander) throws Exception {
    var register =
        """
        {"name":"%s","type":"ambulance","station":%s,"status":"AVL","capabilities":["first_aid"],"audience":"%s"}
        """;
    var inside =
        post(watch, "/api/v1/units", register.formatted("Zahedan 1", HERE, "internal"), 201)
            .at("/id")
            .asText();
    post(commander, "/api/v1/units", register.formatted("Zahedan 2", HERE, "release"), 201);
    post(
        watch,
        "/api/v1/units/%s/status".formatted(inside),
        """
        {"status":"PAT","position":{"lat":26.3,"lon":61.8},"positionAt":"%s",
         "precisionM":100,"text":"on the road","audience":"internal","language":"en"}
        """
            .formatted(ago(1)),
        201);
    post(watch, "/api/v1/units/%s/show".formatted(inside), "", 201);
    post(
        watch,
        "/api/v1/units/%s/hide".formatted(inside),
        "{\"reason\":\"enough\",\"language\":\"en\"}",
        201);
    post(watch, "/api/v1/units/%s/show".formatted(inside), "", 201);
    var third =
        post(watch, "/api/v1/units", register.formatted("Zahedan 3", HERE, "internal"), 201)
            .at("/id")
            .asText();
    post(
        watch,
        "/api/v1/units/%s/retire".formatted(third),
        "{\"reason\":\"sold\",\"language\":\"en\"}",
        201);
    post(watch, "/api/v1/units/U-IR-999/retire", "{\"reason\":\"sold\"}", 404);
    var described =
        """
        {"name":"Zahedan 1b","type":"rescue","station":%s,"capabilities":["search"]}
        """
            .formatted(HERE);
    put(watch, "/api/v1/units/" + inside, described, 201);
    put(watch, "/api/v1/units/" + third, described, 409);
    put(watch, "/api/v1/units/U-IR-999", described, 404);
    get(watch, "/api/v1/units", 200);
    get(watch, "/api/v1/units?party=pk", 200);
    get(watch, "/api/v1/units?party=%21", 400);
    return inside;
  }

  private String incident(
      TestClient watch,
      TestClient commander,
      TestClient there,
      TestClient theirCommander,
      String unit)
      throws Exception {
    var alert =
        """
        {"codeWord":"TUFAN","what":"Post under fire","where":%s,"when":"%s",
         "priority":"P1","exercise":%s,"audience":"%s","language":"en"}
        """;
    post(watch, "/api/v1/incidents", alert.formatted(HERE, ago(5), "true", "release"), 201);
    var id =
        post(watch, "/api/v1/incidents", alert.formatted(HERE, ago(5), "false", "internal"), 201)
            .at("/id")
            .asText();
    var room = "/api/v1/incidents/" + id;
    get(watch, "/api/v1/incidents", 200);
    get(watch, "/api/v1/incidents?state=all&text=post&limit=1&cursor=0", 200);
    get(watch, "/api/v1/incidents/duplicates?lat=26.24&lon=61.9&when=" + ago(3), 200);
    get(watch, "/api/v1/incidents/duplicates?lat=99&lon=61.9", 400);
    get(watch, room, 200);
    get(watch, "/api/v1/incidents/INC-IR-999", 404);
    post(watch, room + "/acknowledge", "{}", 409);
    post(
        watch,
        room + "/notify",
        "{\"what\":\"Shots near the line\",\"where\":%s,\"language\":\"en\"}".formatted(HERE),
        201);
    post(watch, room + "/notify", "{}", 409);
    there.await("/api/v1/incidents", queue -> queue.toString().contains(id));
    get(there, room, 200);
    var told = there.get(room).json().at("/items/0/entry").asText();
    post(there, "/api/v1/reads", "{\"entries\":[\"%s\"]}".formatted(told), 201);
    post(there, room + "/acknowledge", "{\"text\":\"understood\",\"language\":\"en\"}", 201);

    get(watch, room + "/replay", 200);
    get(watch, room + "/replay?as=own&at=" + ago(3), 200);
    get(watch, room + "/replay?as=pk", 200);
    get(there, room + "/replay?as=both", 200);
    get(watch, room + "/replay?as=nobody", 400);
    get(watch, room + "/replay?at=half-past-four", 400);
    get(watch, "/api/v1/incidents/INC-IR-999/replay", 404);

    var note =
        post(
                watch,
                room + "/notes",
                "{\"text\":\"heard from post 43\",\"audience\":\"release\",\"about\":\"%s\",\"language\":\"en\"}"
                    .formatted(told),
                201)
            .at("/entries/0")
            .asText();
    post(
        watch,
        room + "/notes",
        "{\"text\":\"x\",\"audience\":\"internal\",\"about\":\"ir/99999\"}",
        404);
    post(
        watch,
        room + "/items/" + note + "/correction",
        "{\"text\":\"from post 44\",\"reason\":\"misheard\",\"language\":\"en\"}",
        201);
    post(
        watch,
        room + "/items/" + note + "/translation",
        "{\"text\":\"از پست ۴۴\",\"language\":\"fa\"}",
        201);
    post(
        watch,
        room + "/items/" + note + "/withdrawal",
        "{\"reason\":\"wrong post\",\"language\":\"en\"}",
        201);

    get(watch, room + "/ranking?type=ambulance", 200);
    var task =
        post(
                watch,
                room + "/taskings",
                "{\"unit\":\"%s\",\"order\":\"go\",\"destination\":%s,\"audience\":\"internal\",\"language\":\"en\"}"
                    .formatted(unit, HERE),
                201)
            .at("/id")
            .asText();
    post(watch, room + "/taskings", "{\"unit\":\"U-PK-1\",\"order\":\"go\"}", 404, 409);
    get(watch, room, 200);
    post(
        watch,
        "/api/v1/taskings/%s/end".formatted(task),
        "{\"outcome\":\"done\",\"text\":\"back\",\"language\":\"en\"}",
        201);

    assistance(watch, commander, there, theirCommander, room);

    get(watch, room + "/sitreps/draft?audience=release", 200);
    var report =
        post(
                watch,
                room + "/sitreps",
                """
                {"form":"short","stage":"initial","asOf":"%s","letters":{"A":"Post 42","C":"quiet"},
                 "restrictions":"no view to the east","audience":"release","language":"en"}
                """
                    .formatted(ago(1)),
                201)
            .at("/entries/0")
            .asText();
    get(watch, room + "/sitreps/" + report + "/pdf", 200);
    get(watch, room + "/sitreps/ir/999999/pdf", 404);
    get(watch, room + "/sitreps/" + report + "/pdf?language=de", 400);
    post(watch, room + "/contain", "{\"text\":\"calm\",\"language\":\"en\"}", 201);
    post(watch, room + "/close", "{\"text\":\"over\",\"language\":\"en\"}", 201);
    post(watch, room + "/reopen", "{\"text\":\"not over\",\"language\":\"en\"}", 201);
    var daily =
        post(
                watch,
                "/api/v1/reports/daily",
                "{\"restrictions\":\"none\",\"audience\":\"release\",\"language\":\"en\"}",
                201)
            .at("/entries/0")
            .asText();
    get(watch, "/api/v1/reports/daily/" + daily + "/pdf?language=ur", 200);
    get(watch, "/api/v1/reports/daily", 200);
    get(watch, "/api/v1/reports/daily/draft", 200);
    get(watch, "/api/v1/reports/daily/draft?audience=release", 200);
    get(watch, "/api/v1/reports/daily/draft?audience=nobody", 400);
    get(watch, room, 200);
    get(there, "/api/v1/units", 200);
    get(there, room + "/ranking", 200);
    get(watch, "/api/v1/incidents?state=closed", 200);
    return id;
  }

  private void longer(
      TestClient watch, TestClient theirCommander, TestClient there, String room, String thread)
      throws Exception {
    post(
        watch,
        thread + "/extensions",
        "{\"until\":\"%s\",\"text\":\"the road is long\",\"language\":\"en\"}".formatted(ago(-120)),
        201);
    there.await(room, seen -> seen.at("/assistance").findValue("stayAsked") != null);
    post(
        theirCommander,
        thread + "/extensions/answer",
        "{\"until\":\"%s\",\"text\":\"no longer than that\",\"language\":\"en\"}"
            .formatted(ago(-90)),
        201);
  }

  private void costs(
      TestClient commander,
      TestClient theirCommander,
      TestClient watch,
      String room,
      String thread,
      String commitment)
      throws Exception {
    var stated =
        post(
                theirCommander,
                thread + "/costs",
                """
                {"commitment":"%s","language":"en",
                 "cost":{"what":"fuel","payer":"ir","currency":"IRR","amountMinor":90000000000,
                         "quantity":{"amount":60,"unit":"litre"}}}
                """
                    .formatted(commitment),
                201)
            .at("/entries/0")
            .asText();
    watch.await(room, seen -> seen.at("/assistance").toString().contains(stated));
    post(
        commander,
        thread + "/costs/answer",
        "{\"statement\":\"%s\",\"agrees\":true,\"text\":\"as counted\",\"language\":\"en\"}"
            .formatted(stated),
        201);
  }

  private void assistance(
      TestClient watch,
      TestClient commander,
      TestClient there,
      TestClient theirCommander,
      String room)
      throws Exception {
    var need =
        """
        {"what":"Close the exit roads","types":["patrol"],"capabilities":["road_control"],"units":[],
         "where":%s,"answerDue":"%s",
         "cost":{"what":"fuel","payer":"ir","currency":"IRR","amountMinor":1000},"language":"en"}
        """
            .formatted(HERE, ago(-60));
    var asked = post(watch, room + "/assistance", need, 201).at("/id").asText();
    var offered = post(commander, room + "/offers", need, 201).at("/id").asText();
    there.await(room, seen -> seen.at("/assistance").size() == 2);
    var thread = room + "/assistance/" + asked;
    post(theirCommander, thread + "/answer", "{\"answer\":\"conditional\"}", 400);
    post(
        theirCommander,
        thread + "/answer",
        "{\"answer\":\"conditional\",\"conditions\":\"by day\",\"reason\":\"\",\"text\":\"we"
            + " come\",\"units\":[],\"language\":\"en\"}",
        201);
    watch.await(room, seen -> seen.at("/assistance").toString().contains("conditional"));
    post(commander, thread + "/conditions", "{\"accepts\":false}", 400);
    post(
        commander,
        thread + "/conditions",
        "{\"accepts\":true,\"text\":\"by day it is\",\"language\":\"en\"}",
        201);
    there.await(room, seen -> seen.at("/assistance").toString().contains("\"accepted\""));
    var committed =
        post(
                theirCommander,
                thread + "/commitments",
                """
                {"units":[],"text":"two cars","language":"en",
                 "cost":{"what":"fuel","payer":"ir","currency":"IRR"}}
                """,
                201)
            .at("/entries/0")
            .asText();
    watch.await(room, seen -> seen.at("/assistance").toString().contains(committed));
    longer(watch, theirCommander, there, room, thread);
    costs(commander, theirCommander, watch, room, thread, committed);
    post(
        theirCommander,
        thread + "/messages",
        "{\"verb\":\"deployment_status\",\"status\":\"at_work\",\"text\":\"both cars\"}",
        201);
    watch.await(room, seen -> seen.at("/assistance").toString().contains("\"at_work\""));
    post(
        theirCommander,
        room + "/assistance/" + offered + "/answer",
        "{\"answer\":\"decline\",\"reason\":\"not needed\"}",
        201);
    post(
        watch,
        thread + "/messages",
        "{\"verb\":\"ask\",\"text\":\"which road?\",\"language\":\"en\"}",
        201);
    post(watch, thread + "/end", "{\"text\":\"thank you\",\"language\":\"en\"}", 201);
    post(watch, room + "/assistance/REQ-XX-9/end", "{}", 404);

    var call =
        post(
                watch,
                room + "/hotline",
                """
                {"channel":"phone","direction":"we_called","at":"%s",
                 "counterpart":"Watch officer","text":"link is down","readBack":"corrected",
                 "readBackText":"the link is down","audience":"release","language":"en"}
                """
                    .formatted(ago(1)),
                201)
            .at("/id")
            .asText();
    there.await(room, seen -> seen.toString().contains("response.hotline"));
    post(
        there,
        room + "/hotline/%s/answer".formatted(call),
        "{\"agrees\":true,\"text\":\"so it was\",\"language\":\"en\"}",
        201);
    get(watch, room, 200);
  }

  private void history(TestClient clerk) throws Exception {
    var matter =
        """
        {"item":{"externalId":"2019-02-13-khash","occurred":"2019-02-13","title":"Attack on a bus","soil":"ir",
         "where":{"label":"Khash-Zahedan road"},"claims":[
           {"property":"killed","figure":"nearly 30","low":20,"best":27,"high":30,"saidBy":"officials",
            "source":"report 003","asOf":"2019-02-13","superseded":true},
           {"property":"killed","figure":"27","best":27,"saidBy":"officials","source":"report 000","asOf":"2019-02"}]},
         "audience":"release","language":"en"}
        """;
    post(clerk, "/api/v1/history", matter, 201);
    post(clerk, "/api/v1/history", matter, 409);
    get(clerk, "/api/v1/history?limit=1&cursor=0", 200);
  }

  /// Nothing is agreed on before there are rules.
  private void inquiry(TestClient clerk) throws Exception {
    var root = "/api/v1/inquiry";
    var list =
        """
        {"format":"sarhad.incidents/1","incidents":[{"name":"feb","title":{"lang":"en","text":"Attack on a bus"},
         "claims":[{"property":"claimed_by","value":{"type":"label","text":"a group"},"as_of":"2019-02-13T18:00:00.000Z",
         "provenance":{"behalf":"press","basis":"press","sources":[{"name":"Gulf News"}]}}]}]}
        """;
    var digest = post(clerk, root + "/lists/preview", list, 200).at("/digest").asText();
    post(clerk, root + "/lists?digest=" + "0".repeat(64), list, 409);
    driven(
        clerk.upload(root + "/lists/preview", "text/csv", new byte[] {(byte) 0xff, (byte) 0xfe}),
        400);
    var matter =
        post(clerk, root + "/lists?faults=leave_out&digest=" + digest, list, 201)
            .at("/matters/0")
            .asText();
    get(clerk, root + "/matters?phase=open&kind=incident&limit=5&cursor=0", 200);
    get(clerk, root + "/matters?phase=soon", 400);
    var one = root + "/matters/" + matter;
    get(clerk, one + "/board?basis=known&as_of=2100-01-01T00:00:00.000Z", 200);
    get(clerk, root + "/matters/ir/999999/board", 404);
    var claim =
        get(clerk, one + "/claims?row=claimed_by&party=ir&behalf=others", 200)
            .at("/items/0/claim")
            .asText();
    get(clerk, root + "/claims/" + claim, 200);
    get(clerk, one + "/timeline?limit=1", 200);
    get(clerk, one + "/exhibits?exhibit=ir/1", 200);
    get(clerk, one + "/joint", 200);
    get(clerk, one + "/stix", 200);
    var seal =
        """
        {"matter":"%s","revealBy":"%s","claim":{"property":"occurred","value":{"type":"yes_no","yes":true},
         "as_of":"2019-02-13T18:00:00.000Z","provenance":{"behalf":"own","basis":"inference"}}}
        """;
    var in = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
    var sealed = post(clerk, root + "/seals", seal.formatted(matter, in), 201);
    post(clerk, root + "/seals", seal.formatted(matter, "2000-01-01T00:00:00.000Z"), 409);
    var name = sealed.at("/entries/0").asText();
    post(clerk, root + "/seals/" + name + "/reveal", "", 201);
    post(clerk, root + "/seals/ir/999999/reveal", "", 404);
    get(clerk, root + "/claims/" + name, 200);
  }

  private void rules(TestClient chief, TestClient theirChief) throws Exception {
    var agreement = "{\"kind\":\"local_agreement\",\"terms\":{}}";
    assertThat(post(chief, "/api/v1/acts", agreement, 409).at("/code").asText())
        .isEqualTo("modalities.no_modalities");
    assertThat(get(chief, "/api/v1/modalities", 200).at("/nextNumber").asInt()).isEqualTo(1);
    var document =
        JSON.readTree(
            Path.of(System.getProperty("sarhad.root", ".."), "docs/scenarios/modalities-1.json")
                .toFile());
    var proposal = JSON.createObjectNode().put("kind", "modalities").set("terms", document);
    var rules = propose(chief, theirChief, proposal.toString());
    post(theirChief, rules.path() + "/assents", rules.signing(""), 201);
    chief.await(
        "/api/v1/modalities",
        known -> known.at("/inForce/number").asInt() == 1 && !known.at("/suspended").asBoolean());
    theirChief.await("/api/v1/modalities", known -> known.at("/inForce/number").asInt() == 1);
    var agreed = get(theirChief, "/api/v1/modalities", 200);
    assertThat(agreed.at("/line").asText()).as("these nodes have no line").isEqualTo("missing");
    documents(chief, rules.act(), document);
    goesByTheRules(chief);
  }

  /// What was signed is what the response goes by.
  private void goesByTheRules(TestClient chief) throws Exception {
    var cards = get(chief, "/api/v1/run-cards", 200).at("/items");
    assertThat(cards.at("/0/codeWord").asText()).isEqualTo("TUFAN");
    assertThat(cards.at("/0/agreedSteps").asInt()).isEqualTo(6);
    assertThat(cards.at("/7/codeWord").asText()).isEqualTo("KAVIR");
    assertThat(cards.at("/7").has("agreedSteps")).as("a word of one side").isFalse();
    assertThat(get(chief, "/api/v1/incidents", 200).at("/items").findValuesAsText("sector"))
        .contains("south");
  }

  private void documents(TestClient chief, String act, JsonNode document) throws Exception {
    var all = "/api/v1/modalities/documents";
    get(chief, "/api/v1/modalities/catalogue", 200);
    assertThat(get(chief, all + "?limit=1", 200).at("/items/0/stage").asText())
        .isEqualTo("in_force");
    get(chief, all + "?cursor=" + act, 200);
    get(chief, all + "?cursor=ir/999999", 400);
    get(chief, all + "/" + act, 200);
    get(chief, all + "/ir/999999", 404);
    get(chief, all + "/" + act + "/comments?clause=6.1", 200);
    get(chief, all + "/" + act + "/comments?clause=x", 400);
    get(chief, all + "/ir/999999/comments", 404);
    get(chief, all + "/" + act + "/changes", 200);
    get(chief, all + "/" + act + "/changes?from=in_force", 200);
    get(chief, all + "/" + act + "/changes?from=ir/999999", 404);
    get(chief, all + "/ir/999999/changes", 404);
    var draft = JSON.createObjectNode().put("from", "nothing").set("document", document);
    post(chief, "/api/v1/modalities/previews", draft.toString(), 200);
    post(chief, "/api/v1/modalities/previews", "{\"document\":1}", 400);
  }

  private void statements(TestClient chief, TestClient watch) throws Exception {
    var suspended = "{\"kind\":\"modalities.suspended\",\"body\":{\"emergency\":\"unrest\"}}";
    post(watch, "/api/v1/statements", suspended, 409);
    post(chief, "/api/v1/statements", "{\"kind\":\"act.proposed\",\"body\":{}}", 400);
    post(chief, "/api/v1/statements", "{\"kind\":\"modalities.suspended\",\"body\":{}}", 400);
    post(chief, "/api/v1/statements", suspended, 201);
    chief.await("/api/v1/modalities", known -> known.at("/suspended").asBoolean());
    get(chief, "/api/v1/modalities", 200);
    post(
        chief,
        "/api/v1/statements",
        "{\"kind\":\"modalities.resumed\",\"body\":{\"reason\":\"calm again\"}}",
        201);
    chief.await("/api/v1/modalities", known -> !known.at("/suspended").asBoolean());
  }

  private void acts(TestClient chief, TestClient watch, TestClient theirChief) throws Exception {
    var agreement = "{\"kind\":\"local_agreement\",\"terms\":{\"minutes\":90}%s}";
    post(watch, "/api/v1/acts", agreement.formatted(""), 409);
    post(chief, "/api/v1/acts", "{\"kind\":\"local_agreement\",\"terms\":{\"km\":1.5}}", 400);
    var first = propose(chief, theirChief, agreement.formatted(",\"as\":\"chief\""));
    get(theirChief, "/api/v1/acts?kind=local_agreement&phase=open&limit=5", 200);
    get(chief, "/api/v1/acts?phase=soon", 400);
    get(chief, first.path(), 200);
    get(chief, first.path() + "/paper", 200);
    get(chief, "/api/v1/acts/ir/999999", 404);
    get(chief, first.path() + "/pdf?language=fa", 200);
    get(chief, "/api/v1/acts/ir/999999/pdf", 404);
    get(chief, "/api/v1/inquiry/findings/" + first.act() + "/pdf", 404);
    get(chief, "/api/v1/acts/ir/999999/paper", 404);
    post(theirChief, first.path() + "/assents", first.signing(",\"as\":\"clerk\""), 409);
    post(theirChief, first.path() + "/assents", first.signing(",\"delegation\":\"ir/1\""), 409);
    post(theirChief, first.path() + "/assents", first.signing(""), 201);
    chief.await(first.path(), act -> act.at("/act/stage").asText().equals("effective"));

    var counter =
        propose(theirChief, chief, agreement.formatted(",\"supersedes\":" + first.reference()));
    post(
        chief,
        "/api/v1/acts",
        agreement.formatted(
            ",\"counters\":%s,\"delegation\":\"ir/1\"".formatted(counter.reference())),
        409);
    var countering =
        propose(
            chief,
            theirChief,
            agreement.formatted(
                ",\"counters\":%s,\"expires\":\"2100-01-01T00:00:00.000Z\""
                    .formatted(counter.reference())));
    var because = countering.signing(",\"reason\":\"not at night\"");
    post(theirChief, countering.path() + "/refusals", because, 201);
    post(
        theirChief,
        countering.path() + "/refusals",
        countering.signing(",\"reason\":\"no\",\"as\":\"chief\",\"delegation\":\"pk/1\""),
        409);
    chief.await(countering.path(), act -> act.at("/act/stage").asText().equals("refused"));
    get(chief, countering.path(), 200);

    var last = propose(chief, theirChief, agreement.formatted(""));
    post(
        chief,
        last.path() + "/withdrawals",
        last.signing(",\"reason\":\"the weather\",\"as\":\"chief\""),
        201);
    post(
        chief,
        last.path() + "/withdrawals",
        last.signing(",\"reason\":\"twice\",\"delegation\":\"ir/1\""),
        409);
    chief.await(last.path(), act -> act.at("/act/stage").asText().equals("withdrawn"));
  }

  /// Our unit visits the other side, whose watch stops it.
  private void crossings(
      TestClient watch,
      TestClient chief,
      TestClient theirChief,
      TestClient theirCommander,
      TestClient there,
      String incident,
      String unit)
      throws Exception {
    get(watch, "/api/v1/crossings", 200);
    get(watch, "/api/v1/crossings?incident=INC-IR-1&state=current&limit=5", 200);
    get(watch, "/api/v1/crossings?state=soon", 400);
    get(watch, "/api/v1/crossings/ir/999999", 404);
    var officer = there.get("/api/v1/session").json().at("/officer").asText();
    var terms =
        """
        {"kind":"crossing","expires":"%s","terms":{"area":[26230000,61900000,26230000,61920000,26250000,61920000],
         "conditions":{"en":"by day"},"from":"%s","host":"pk","in_charge":"%s","incident":"%s","languages":["en"],
         "purpose":{"en":"Search"},"units":["%s"],"until":"%s","visitor":"ir"}}
        """;
    var commanding = theirCommander.get("/api/v1/session").json().at("/officer").asText();
    var refused =
        post(
            chief,
            "/api/v1/acts",
            terms.formatted(utc(-4), utc(1), officer, incident, unit, utc(-60)),
            404);
    assertThat(refused.at("/code").asText()).isEqualTo("crossing.host_officer_unknown");
    var asked =
        propose(
            chief,
            theirChief,
            terms.formatted(utc(-4), utc(1), commanding, incident, unit, utc(-60)));
    get(chief, "/api/v1/crossings/" + asked.act(), 200);
    post(theirChief, asked.path() + "/assents", asked.signing(""), 201);
    var one = "/api/v1/crossings/" + asked.act();
    watch.await(one, seen -> seen.at("/stage").asText().equals("live"));
    post(
        there,
        one + "/stop",
        "{\"units\":[\"%s\"],\"reason\":\"Shots ahead\",\"language\":\"en\"}".formatted(unit),
        201);
    post(there, "/api/v1/crossings/pk/999999/stop", "{}", 404);
    post(watch, one + "/stop", "{}", 409);
    var stopped = watch.await(one, seen -> seen.at("/stage").asText().equals("stopped"));
    post(
        watch,
        "/api/v1/statements",
        "{\"kind\":\"crossing.stop_confirmed\",\"body\":{\"at\":\"%s\",\"stop\":\"%s\",\"unit\":\"%s\"}}"
            .formatted(utc(0), stopped.at("/stops/0/entry").asText(), unit),
        201);
    post(
        there,
        "/api/v1/crossings/stop",
        "{\"units\":[\"%s\"],\"reason\":\"Stay where you are\",\"language\":\"en\"}"
            .formatted(unit),
        201);
    post(there, "/api/v1/crossings/stop", "{}", 400);
    get(watch, one, 200);
    get(watch, "/api/v1/crossings", 200);
    get(watch, "/api/v1/incidents/" + incident, 200);
    get(watch, "/api/v1/overview", 200);
    get(there, "/api/v1/overview", 200);
  }

  /// We hand the search over to them, and offer the whole.
  private void handovers(
      TestClient watch, TestClient commander, TestClient theirCommander, String incident)
      throws Exception {
    get(watch, "/api/v1/handovers", 200);
    get(watch, "/api/v1/handovers?incident=nothing", 400);
    var before = get(watch, "/api/v1/handovers?incident=" + incident + "&limit=5", 200);
    assertThat(before.at("/items/0/whole/party").asText()).isEqualTo("ir");
    assertThat(before.at("/items/0/whole").has("since")).isFalse();
    var terms =
        """
        {"as":"sector_commander","kind":"handover"%s,"terms":{"briefing":{"requests":[],"tasks":[],"units":[]},"from":"ir","incident":"%s",
         "part":{"kind":"%s"},"reasons":{"en":"On your soil now"},"to":"pk"}}
        """;
    var offered = propose(commander, theirCommander, terms.formatted("", incident, "search"));
    var alarmed =
        post(theirCommander, offered.path() + "/assents", offered.signing(AS_COMMANDER), 409);
    assertThat(alarmed.at("/code").asText()).isEqualTo("handover.alarm_unacknowledged");
    for (var open : theirCommander.get("/api/v1/incidents").json().at("/items")) {
      theirCommander.post(
          "/api/v1/incidents/%s/acknowledge".formatted(open.at("/id").asText()), "{}");
    }
    post(theirCommander, offered.path() + "/assents", offered.signing(AS_COMMANDER), 201);
    var passed =
        watch.await(
            "/api/v1/incidents/" + incident,
            room -> room.at("/responsibility/parts/0/party").asText().equals("pk"));
    assertThat(passed.at("/responsibility/whole/party").asText()).isEqualTo("ir");
    assertThat(passed.at("/responsibility/history/0/signatures").size()).isEqualTo(2);
    assertThat(
            post(commander, "/api/v1/acts", terms.formatted("", incident, "search"), 409)
                .at("/code")
                .asText())
        .isEqualTo("handover.not_responsible");
    propose(
        commander,
        theirCommander,
        terms.formatted(",\"expires\":\"2100-01-01T00:00:00.000Z\"", incident, "whole"));
    var open = get(watch, "/api/v1/handovers", 200);
    assertThat(open.at("/items/0/offers/0/standing").asText()).isEqualTo("open");
    assertThat(open.at("/items/0/offers/1/standing").asText()).isEqualTo("accepted");
    get(watch, "/api/v1/incidents/" + incident, 200);
  }

  /// Two works meet, and both sides say so.
  private void activities(TestClient watch, TestClient there) throws Exception {
    get(watch, "/api/v1/activities?state=soon", 400);
    get(watch, "/api/v1/activities/ir/999999", 404);
    var notice =
        """
        "area":{"lat":26238100,"lon":61900000,"radius_m":500},"contact":"watch_officer","from":"%s","kind":"works",\
        "means":[],"place":{"en":"Post 42"},"until":"%s","what":{"en":"%s"}"""
            .formatted(utc(-60), utc(-600), "%s");
    var ours = said(watch, "activity.given", notice.formatted("Ditch"));
    var theirs = said(there, "activity.given", notice.formatted("Fence"));
    var near =
        watch.await("/api/v1/activities/" + ours, one -> one.at("/activity/warnings").size() > 0);
    assertThat(near.at("/activity/warnings/0/distanceM").asInt()).isZero();
    assertThat(near.at("/activity/shortBySeconds").asLong()).isPositive();
    var drill =
        said(
            watch,
            "activity.given",
            notice
                .formatted("Drill")
                .replace("works", "exercise")
                .replace("26238100", "27238100")
                .replaceFirst(
                    "\"until\":\"[^\"]*\"", "\"until\":\"%s\"".formatted(utc(-60 - 25 * 60))));
    var tooLong = get(watch, "/api/v1/activities/" + drill, 200);
    assertThat(tooLong.at("/activity/longerBySeconds").asLong()).isBetween(3_600L, 3_700L);
    var us = near.at("/activity/entry").asText();
    var them = near.at("/activity/warnings/0/other/entry").asText();
    there.await("/api/v1/activities/" + ours, one -> one.has("activity"));
    said(there, "activity.acknowledged", beside(us, them));
    said(watch, "activity.acknowledged", beside(them, us));
    watch.await(
        "/api/v1/activities/" + ours,
        one -> one.at("/activity/warnings/0/deconflicted").asBoolean());
    said(
        watch,
        "activity.commented",
        "\"activity\":\"%s\",\"text\":{\"en\":\"Mind the mast\"}".formatted(them));
    said(
        watch,
        "activity.changed",
        "\"activity\":\"%s\",\"reason\":{\"en\":\"Rain\"},".formatted(us)
            + notice.formatted("Ditch, deeper"));
    var changed = get(watch, "/api/v1/activities/" + ours, 200);
    assertThat(changed.at("/versions/1/reason/en").asText()).isEqualTo("Rain");
    assertThat(changed.at("/activity/acknowledgedBy").size()).isZero();
    var whose = "\"activity\":\"%s\",\"reason\":{\"en\":\"No\"}".formatted(them);
    assertThat(
            post(watch, "/api/v1/statements", statement("activity.cancelled", whose), 409)
                .at("/code")
                .asText())
        .isEqualTo("activity.not_yours");
    said(there, "activity.cancelled", whose);
    get(there, "/api/v1/activities/" + theirs, 200);
    get(watch, "/api/v1/activities?state=all&limit=1", 200);
    get(watch, "/api/v1/activities?state=all&limit=1&cursor=1", 200);
    get(watch, "/api/v1/activities", 200);
  }

  private static String beside(String activity, String other) {
    return "\"activity\":\"%s\",\"beside\":\"%s\",\"text\":{\"en\":\"We keep west\"},\"version\":\"%s\""
        .formatted(activity, other, activity);
  }

  /// They ask us; we ask back and answer.
  private void information(TestClient watch, TestClient there) throws Exception {
    get(watch, "/api/v1/information?state=soon", 400);
    get(watch, "/api/v1/information/ir/999999", 404);
    var asked =
        said(
            there,
            "information.asked",
            """
            "about":[],"because":{"en":"Lives"},"purpose":{"en":"Rescue"},"subject":{"en":"A white pickup"},\
            "text":{"en":"Seen near Post 42?"},"to":"ir","urgency":"urgent\"""");
    var one = "/api/v1/information/" + asked;
    var seen = watch.await(one, request -> request.has("request")).at("/request/entry").asText();
    var request = "\"request\":\"%s\"".formatted(seen);
    there.await(one, known -> known.at("/request/deadline").has("due"));
    said(watch, "information.received", "\"access\":\"indirect\"," + request);
    said(watch, "information.clarification_asked", request + ",\"text\":{\"en\":\"Which day?\"}");
    var question =
        there
            .await(one, known -> known.at("/clarifications").size() == 1)
            .at("/clarifications/0/asked/statement")
            .asText();
    said(
        there,
        "information.clarification_given",
        "\"question\":\"%s\",%s,\"text\":{\"en\":\"Yesterday\"}".formatted(question, request));
    said(
        watch,
        "information.deferred",
        "\"reason\":{\"en\":\"We ask the post\"},%s,\"until\":\"%s\""
            .formatted(request, utc(-6000)));
    get(watch, "/api/v1/information", 200);
    get(there, one, 200);
    said(
        watch,
        "information.answered",
        "\"evidence\":[],\"reply\":\"nothing_held\",%s,\"text\":{\"en\":\"Not seen\"}"
            .formatted(request));
    var answered = there.await(one, known -> known.at("/answers").size() == 1);
    assertThat(answered.at("/request/stage").asText()).isEqualTo("answered");
    assertThat(
            post(
                    there,
                    "/api/v1/statements",
                    statement("information.withdrawn", "\"reason\":{\"en\":\"x\"}," + request),
                    409)
                .at("/code")
                .asText())
        .isEqualTo("information.request_closed");
    get(there, "/api/v1/information?state=all&limit=1&cursor=0", 200);
    var counted = get(watch, "/api/v1/information/tallies", 200);
    assertThat(counted.at("/items/0/asked").asInt()).isEqualTo(1);
    assertThat(counted.at("/items/0/replies/nothing_held").asInt()).isEqualTo(1);
    assertThat(counted.at("/items/1/asked").asInt()).isZero();
    get(watch, "/api/v1/information/tallies?from=%s&to=%s".formatted(utc(60), utc(-60)), 200);
    get(watch, "/api/v1/information/tallies?from=today", 400);
  }

  /// Without a line no ground can be cut into two sides; who administers the node is told so.
  private void ground(TestClient watch) throws Exception {
    var ground = "/api/v1/geo/ground";
    get(watch, ground, 403);
    driven(watch.upload(ground + "/draft", "application/geo+json", new byte[2]), 403);
    driven(watch.delete(ground + "/draft"), 403);
    post(watch, ground, "{\"sha256\":\"%s\"}".formatted("0".repeat(64)), 403);
    post(watch, ground + "/former", "{}", 403);
    for (var kind : List.of("line", "posts", "towns", "lands", "marks", "sectors")) {
      var imports = "/api/v1/geo/imports/" + kind;
      get(watch, imports, 403);
      driven(watch.upload(imports + "/draft", "application/geo+json", new byte[2]), 403);
      driven(watch.delete(imports + "/draft"), 403);
      post(watch, imports, "{\"sha256\":\"%s\"}".formatted("0".repeat(64)), 403);
      post(watch, imports + "/former", "{}", 403);
    }
    get(watch, "/api/v1/geo/lines/" + "0".repeat(64), 404);
  }

  /// Nor is there anything to compare.
  private void postureComparison(TestClient chief, TestClient watch, String wish) throws Exception {
    var comparison = "/api/v1/posture/comparison";
    get(watch, comparison, 403);
    get(chief, comparison, 200);
    post(watch, comparison, wish, 403);
    post(chief, comparison, wish, 400);
    var place =
        "{\"place\":{\"label\":\"well 3\",\"position\":{\"lat\":29.1,\"lon\":61.2},\"radiusM\":0}}";
    post(watch, comparison + "/1/sites", place, 403);
    post(chief, comparison + "/1/sites", place, 404);
    get(chief, comparison + "/1/figures?sites=0", 404);
    post(chief, comparison + "/1/plans", "{\"name\":\"Winter\",\"sites\":[0]}", 404);
    driven(chief.delete(comparison), 200);
  }

  /// Plans are made where a line is known; here is none, so that no site is certainly on own soil.
  private void posture(TestClient chief, TestClient watch) throws Exception {
    var wish =
        """
        {"posts":1,"withinMin":60,"busyPermille":250,"unitType":"patrol","candidates":\
        [{"label":"Well 3","position":{"lat":29.5,"lon":61.2},"radiusM":0}]}
        """;
    get(watch, "/api/v1/travel", 200);
    get(watch, "/api/v1/travel/speeds", 200);
    get(watch, "/api/v1/travel/isochrones", 200);
    get(watch, "/api/v1/posture", 200);
    get(watch, "/api/v1/posture/plans", 403);
    get(chief, "/api/v1/posture/plans", 200);
    post(watch, "/api/v1/posture/plans", wish, 403);
    post(chief, "/api/v1/posture/plans", wish, 400);
    get(watch, "/api/v1/posture/plans/journal/4/worth", 403);
    get(chief, "/api/v1/posture/plans/journal/4/worth", 404);
    for (var trial : List.of("year", "moves?from=journal/3", "crossings")) {
      get(watch, "/api/v1/posture/plans/journal/4/" + trial, 403);
      get(chief, "/api/v1/posture/plans/journal/4/" + trial, 404);
    }
    get(watch, "/api/v1/posture/sizing", 403);
    get(chief, "/api/v1/posture/sizing?withinMin=60&sharePermille=900", 200);
    get(chief, "/api/v1/posture/sizing?withinMin=0", 400);
    post(watch, "/api/v1/posture/counsel", wish.replace("\"withinMin\":60,", ""), 403);
    post(chief, "/api/v1/posture/counsel", wish.replace("\"withinMin\":60,", ""), 400);
    postureComparison(chief, watch, wish);
    ground(watch);
    get(watch, "/api/v1/tracks?limit=10", 200);
    post(watch, "/api/v1/tracks", "{\"positions\":[]}", 200);
    driven(
        watch.upload(
            "/api/v1/tracks/frames", Operation.BYTES, TrackFrames.write(List.of()).toArray()),
        200);
    driven(watch.upload("/api/v1/tracks/stream", Operation.BYTES, new byte[0]), 200);
  }

  /// We take a list, stop a trading party, and cannot let it go alone; they see where it stands.
  /// Without an account; [BookApiTest] has one.
  private void book(TestClient watch) throws Exception {
    get(watch, "/api/v1/barter/account", 200);
    get(watch, "/api/v1/barter/vouchers?kind=contra&account=1000&period=0&limit=5", 200);
    get(watch, "/api/v1/barter/vouchers?contract=here", 400);
    get(watch, "/api/v1/barter/vouchers/ir/0", 404);
    get(watch, "/api/v1/barter/vouchers/ir/0/1", 404);
    get(watch, "/api/v1/barter/acceptances?exporter=ir&chosen=ir/0&limit=5", 200);
    get(watch, "/api/v1/barter/acceptances?chosen=here", 400);
    get(watch, "/api/v1/barter/statements", 200);
    for (var draft : List.of("credit", "price?contract=ir/0", "restatement?factor=1.05")) {
      get(watch, "/api/v1/barter/drafts/" + draft, 409);
    }
    get(watch, "/api/v1/barter/drafts/restatement?factor=01", 400);
    for (var form : List.of("", "/camt053", "/mt950", "/csv", "/pdf?language=ur")) {
      get(watch, "/api/v1/barter/statements/1" + form, 404);
    }
    get(watch, "/api/v1/barter/journals/hledger", 200);
    get(watch, "/api/v1/barter/journals/beancount", 200);
  }

  private void screening(TestClient compliance, TestClient there, Path node) throws Exception {
    get(compliance, "/api/v1/screening/parties?state=clear", 400);
    var list = Path.of(System.getProperty("sarhad.root", ".."), "docs/scenarios/lists/un.xml");
    var file = ListShelf.of(node).take(list).list().sha256().hex();
    var grounds =
        "\"grounds\":{\"edition\":1,\"lists\":{\"un\":\"%s\"},\"threshold\":800}".formatted(file);
    said(
        compliance,
        "screening.list_taken",
        "\"list\":{\"dated\":\"2019-04-20\",\"entities\":3,\"sha256\":\"%s\",\"source\":\"un\"}"
            .formatted(file));
    said(compliance, "screening.held", grounds + ",\"subject\":\"Makran Rice\"");
    said(
        compliance,
        "screening.basis_recorded",
        """
        "from":"2019-01-01T00:00:00.000Z","quota":{"amount":100,"commodities":["1006"],"unit":"TNE"},\
        "subject":"Makran Rice","title":{"en":"Licence 12"},"until":"2100-01-01T00:00:00.000Z\"""");
    said(
        compliance,
        "screening.proposed",
        grounds + ",\"status\":\"released\",\"subject\":\"Makran Rice\"");
    var parties = "/api/v1/screening/parties";
    var proposal = get(compliance, parties, 200).at("/items/0/sides/0/proposal/statement").asText();
    assertThat(
            post(
                    compliance,
                    "/api/v1/statements",
                    statement("screening.confirmed", "\"proposal\":\"%s\"".formatted(proposal)),
                    409)
                .at("/code")
                .asText())
        .isEqualTo("screening.same_officer");
    var seen = there.await(parties, page -> page.at("/items/0/sides/0").has("proposal"));
    assertThat(seen.at("/items/0/objection").asText()).isEqualTo("screening.party_held");
    assertThat(seen.at("/items/0/sides/1/standing").asText()).isEqualTo("not_screened");
    assertThat(get(there, parties + "?state=waiting&limit=1&cursor=0", 200).at("/total").asInt())
        .isEqualTo(1);
    var board = get(there, "/api/v1/screening", 200);
    assertThat(board.at("/lists/0/isStale").asBoolean()).isFalse();
    assertThat(board.at("/licences/0/left").asInt()).isEqualTo(100);
    hits(compliance, there);
    get(there, "/api/v1/screening/party?subject=Makran%20Rice", 200);
    get(there, "/api/v1/screening/party", 400);
    get(there, "/api/v1/screening/look-back", 200);
    ownFiles(compliance, list);
  }

  private void ownFiles(TestClient compliance, Path list) throws Exception {
    var path = "/api/v1/screening/";
    driven(compliance.upload(path + "files", "application/xml", Files.readAllBytes(list)), 200);
    driven(compliance.upload(path + "files", "image/png", new byte[] {1}), 415);
    var table = "party,sort,name,number\nMakran Rice,firm,Makran Rice Mills,\n";
    driven(
        compliance.upload(path + "own/table", "text/csv", table.getBytes(StandardCharsets.UTF_8)),
        200);
    get(compliance, path + "own", 200);
    get(compliance, path + "own/party?subject=Makran%20Rice&threshold=700", 200);
    get(compliance, path + "own/party?subject=Nobody", 404);
    get(compliance, path + "own/ftm", 200);
  }

  /// There is no account here; what there is with one is in [DeliveriesApiTest].
  private void deliveries(TestClient chief, TestClient watch) throws Exception {
    get(watch, "/api/v1/deliveries", 200);
    get(watch, "/api/v1/deliveries/consignments?state=unstamped&limit=1&cursor=0", 200);
    get(watch, "/api/v1/deliveries/consignments/ir/999999", 404);
    for (var export :
        List.of("epcis", "despatch-advice", "receipt-advice", "transportation-status")) {
      get(watch, "/api/v1/deliveries/consignments/ir/999999/" + export, 404);
    }
    get(watch, "/api/v1/deliveries/comparisons", 200);
    get(watch, "/api/v1/deliveries/comparisons/ir/999999", 404);
    get(watch, "/api/v1/energy/lines", 200);
    var line = "/api/v1/energy/lines/ir/999999";
    get(watch, line + "/months/2019-04", 404);
    get(watch, line + "/days/2019-04-21", 404);
    get(watch, line + "/comparison", 404);
    var csv = "serial,from,wh,register,quality\n".getBytes(StandardCharsets.UTF_8);
    for (var each : List.of("/meter/preview", "/meter")) {
      driven(chief.upload(line + each, "text/csv", csv), 404);
      driven(watch.upload(line + each, "text/csv", csv), 403);
    }
  }

  private void hits(TestClient compliance, TestClient there) throws Exception {
    var path = "/api/v1/screening/hits";
    var found =
        post(
            compliance,
            path,
            """
            {"sort":"firm","names":["Desert Wings"],"threshold":700,\
            "numbers":[{"scheme":"imo","number":"9074729"}]}""",
            200);
    assertThat(found.at("/lists/0/isHeld").asBoolean()).isTrue();
    assertThat(found.at("/lists/0/hits/0/reference").asText()).isEqualTo("XXe.012");
    assertThat(found.at("/lists/0/hits/0/meetings/0/how").asText()).isEqualTo("same");
    post(compliance, path, "{\"sort\":\"person\",\"names\":[\"Nobody\"]}", 400);
    post(compliance, path, "{\"sort\":\"firm\",\"names\":[\"M\u0430kran\"]}", 400);
    post(compliance, path, "{\"sort\":\"firm\",\"names\":[\"x\"],\"threshold\":801}", 400);
    post(there, path, "{\"sort\":\"firm\",\"names\":[\"x\"]}", 403);
  }

  /// What becomes of a round where there is one is in [MarketApiTest].
  private void market(TestClient chief, TestClient watch) throws Exception {
    var round = "/api/v1/market/rounds/ir/1";
    get(watch, "/api/v1/market/rounds?limit=1&cursor=0", 200);
    get(watch, round, 404);
    get(watch, round + "/bids", 404);
    get(watch, round + "/match", 403);
    get(chief, round + "/match?by=search", 404);
    get(watch, round + "/lines", 404);
    driven(watch.get("/api/v1/market/lines/empty"), 200);
    var csv = "name\n".getBytes(StandardCharsets.UTF_8);
    driven(chief.upload("/api/v1/market/lines/preview?limit=1", "text/csv", csv), 409);
    driven(watch.upload("/api/v1/market/lines/preview", "text/csv", csv), 403);
    get(chief, "/api/v1/market/matches/ir/1", 404);
    get(
        chief,
        "/api/v1/market/matches/ir/1/contract?offer=ir/1&need=pk/1&seller=a&buyer=b&account=1000"
            + "&weighed=mean",
        404);
    var bid = "{\"limit\":\"400\",\"line\":\"rice\",\"lots\":1,\"way\":\"need\"}";
    post(chief, "/api/v1/market/seals", "{\"bid\":%s,\"round\":\"ir/1\"}".formatted(bid), 404);
    post(chief, "/api/v1/market/seals/ir/1/reveal", "", 404);
    get(watch, "/api/v1/contracts?stage=active", 200);
    get(watch, "/api/v1/contracts/ir/1", 404);
    get(chief, "/api/v1/contracts/ir/1/permit?amount=1&until=2100-01-01%2B03:30", 404);
    get(watch, "/api/v1/permits?stage=live", 200);
  }

  private static String statement(String kind, String members) {
    return "{\"kind\":\"%s\",\"body\":{%s}}".formatted(kind, members);
  }

  /// States it, and names the entry in which it stands.
  private String said(TestClient by, String kind, String members) throws Exception {
    return post(by, "/api/v1/statements", statement(kind, members), 201).at("/entries/0").asText();
  }

  /// An act as somebody was shown it.
  private record Shown(String act, String leaf) {
    String path() {
      return "/api/v1/acts/" + act;
    }

    String reference() {
      return "{\"act\":\"%s\",\"leaf\":\"%s\"}".formatted(act, leaf);
    }

    String signing(String more) {
      return "{\"leaf\":\"%s\"%s}".formatted(leaf, more);
    }
  }

  private Shown propose(TestClient by, TestClient to, String proposal) throws Exception {
    var act = post(by, "/api/v1/acts", proposal, 201).at("/entries/0").asText();
    var seen = to.await("/api/v1/acts/" + act, shown -> shown.has("act"));
    return new Shown(act, seen.at("/act/leaf").asText());
  }

  private void delegations(TestClient chief, TestClient watch) throws Exception {
    var lent =
        post(
                chief,
                "/api/v1/delegations",
                "{\"to\":\"watch\",\"role\":\"chief\",\"kinds\":[\"local_agreement\"],\"until\":\"2100-01-01T00:00:00.000Z\"}",
                201)
            .at("/entries/0")
            .asText();
    post(
        watch,
        "/api/v1/acts",
        "{\"kind\":\"local_agreement\",\"terms\":{},\"delegation\":\"%s\"}".formatted(lent),
        201);
    get(chief, "/api/v1/delegations", 200);
    post(chief, "/api/v1/delegations", "{\"to\":\"nobody\",\"role\":\"chief\"}", 409, 404);
    post(chief, "/api/v1/delegations/" + lent + "/end", "", 201);
    post(chief, "/api/v1/delegations/" + lent + "/end", "", 409);
    post(chief, "/api/v1/delegations/xx/1/end", "", 404);
  }

  /// What can be said and signed there, and how it is shown, is in [RegistersApiTest].
  private void registers(TestClient clerk) throws Exception {
    get(clerk, "/api/v1/duties", 200);
    get(clerk, "/api/v1/meetings", 200);
    get(clerk, "/api/v1/meetings/ir/999999", 404);
    get(clerk, "/api/v1/commitments", 200);
    get(clerk, "/api/v1/commitments/ir/999999/1", 404);
    get(clerk, "/api/v1/complaints", 200);
    get(clerk, "/api/v1/complaints/ir/999999", 404);
    get(clerk, "/api/v1/cooperation", 200);
    get(clerk, "/api/v1/cooperation/evaluation", 200);
  }

  private void record(TestClient watch, TestClient chief, TestClient compliance, String incident)
      throws Exception {
    get(watch, "/api/v1/record/heads", 200);
    var first = get(watch, "/api/v1/record/entries?limit=3", 200);
    get(watch, "/api/v1/record/entries?limit=3&cursor=" + first.at("/next").asText(), 200);
    get(
        watch,
        "/api/v1/record/entries?log=ir&kind=response.&since=2020-01-01T00:00:00Z&until=2100-01-01T00:00:00Z",
        200);
    get(watch, "/api/v1/record/entries?incident=" + incident, 200);
    get(watch, "/api/v1/record/entries?officer=nobody", 200);
    get(watch, "/api/v1/record/entries?log=xx", 404);
    get(watch, "/api/v1/record/entries?cursor=%20", 400);
    watch.await(
        "/api/v1/record/heads", heads -> heads.at("/logs").findValues("signedSize").size() >= 2);
    get(watch, "/api/v1/record/entries/ir/0", 200);
    get(watch, "/api/v1/record/entries/pk/0", 200);
    get(watch, "/api/v1/record/entries/journal/0", 200);
    get(watch, "/api/v1/record/entries/ir/99999", 404);
    get(watch, "/api/v1/record/entries/ir/0/proof", 200);
    get(watch, "/api/v1/record/entries/journal/0/proof", 409);
    get(watch, "/api/v1/record/entries/ir/0/tlog-proof", 200);
    var paper = get(watch, "/api/v1/record/entries/ir/0/paper", 200);
    assertThat(paper.findValuesAsText("holds")).contains("entry", "proof", "keys");
    var internal = get(watch, "/api/v1/record/entries/journal/0/paper", 200);
    assertThat(internal.findValuesAsText("holds")).containsOnly("entry");
    get(watch, "/api/v1/record/entries/ir/99999/paper", 404);
    get(watch, "/api/v1/record/entries/journal/0/tlog-proof", 409);
    var rows = get(watch, "/api/v1/record/entries?log=ir&kind=response.note", 200);
    var note = rows.at("/items/0/entry").asText();
    var sha = get(watch, "/api/v1/record/entries/" + note, 200).at("/payloads/0/sha256").asText();
    get(watch, "/api/v1/record/entries/%s/payloads/%s".formatted(note, sha), 200);
    get(watch, "/api/v1/record/entries/%s/payloads/%s".formatted(note, "0".repeat(64)), 404);
    post(
        compliance,
        "/api/v1/record/entries/%s/erasures".formatted(note),
        "{\"sha256\":\"%s\",\"basis\":\"regulation 7\"}".formatted(sha),
        201);
    get(watch, "/api/v1/record/entries/" + note, 200);
    get(chief, "/api/v1/record/evidence", 200);
    get(chief, "/api/v1/record/evidence/none.txt", 404);
    get(chief, "/api/v1/audit?limit=2", 200);
  }

  private void exhibitFiles(TestClient clerk, TestClient watch, TestClient admin) throws Exception {
    var bytes = "what a camera saw".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var sha256 = Merkle.sha256(Bytes.of(bytes)).hex();
    var uploads = "/api/v1/exhibit-uploads";
    var announced = "{\"sizeBytes\":%d,\"media\":\"video/mp4\",\"sha256\":\"%s\"}";
    get(watch, uploads, 403);
    post(clerk, uploads, "{\"sizeBytes\":0,\"media\":\"video/mp4\"}", 400);
    var begun = post(clerk, uploads, announced.formatted(bytes.length, sha256), 201);
    var upload = uploads + "/" + begun.at("/upload/upload").asText();
    get(clerk, uploads, 200);
    get(clerk, upload, 200);
    get(clerk, uploads + "/" + "0".repeat(32), 404);
    driven(clerk.putBytes(upload + "/chunks/0?sha256=" + "0".repeat(64), bytes), 409);
    driven(clerk.putBytes(upload + "/chunks/1?sha256=" + sha256, bytes), 404);
    post(clerk, upload + "/finish", "{}", 409);
    driven(clerk.putBytes(upload + "/chunks/0?sha256=" + sha256, bytes), 200);
    post(clerk, upload + "/finish", "{\"sha256\":\"%s\"}".formatted(sha256), 201);
    post(clerk, uploads, announced.formatted(bytes.length, sha256), 200);
    var other = post(clerk, uploads, "{\"sizeBytes\":1,\"media\":\"image/png\"}", 201);
    driven(clerk.delete(uploads + "/" + other.at("/upload/upload").asText()), 204);
    var file = "/api/v1/exhibit-files/" + sha256;
    get(admin, "/api/v1/exhibit-files?limit=1&after=" + "0".repeat(64), 200);
    get(clerk, "/api/v1/exhibit-files?limit=0", 400);
    get(clerk, file, 200);
    get(clerk, file + "/content", 200);
    get(admin, file + "/content", 403);
    get(clerk, file + "/wrong/0/" + sha256, 404);
    driven(clerk.delete(file), 204);
    driven(clerk.delete(file), 404);
  }

  private void link(TestClient admin, TestClient watch) throws Exception {
    get(watch, "/api/v1/link", 200);
    get(admin, "/api/v1/link/pairing", 200);
    post(watch, "/api/v1/link/self-test", "", 200);
    post(admin, "/api/v1/link/restore", "", 409);
    post(admin, "/api/v1/link/waive", "", 409);
    post(admin, "/api/v1/link/unpair", "{\"peer\":\"xx\"}", 404, 409);
    post(watch, "/api/v1/link/unpair", "{\"peer\":\"pk\"}", 403);
  }

  private void bundle(TestClient admin, TestNode pk) throws Exception {
    get(admin, "/api/v1/link/bundle", 200);
    get(admin, "/api/v1/link/bundle?from=-1", 400);
    get(admin, "/api/v1/link/account-bundle?period=2", 409);
    get(admin, "/api/v1/link/account-bundle?period=0", 400);
    try (var there = pk.signIn("admin")) {
      var carried = there.download("/api/v1/link/bundle");
      driven(admin.upload("/api/v1/link/bundle", "application/x-tar", carried), 200);
    }
    driven(admin.upload("/api/v1/link/bundle", "application/x-tar", new byte[1024]), 409);
    driven(admin.upload("/api/v1/link/bundle", "application/x-tar", new byte[100]), 400);
    driven(admin.upload("/api/v1/link/bundle", "text/plain", new byte[1024]), 415);
    admin.await(
        "/api/v1/audit",
        trail ->
            trail.toString().contains("export of entries 0 to")
                && trail.toString().contains("import of 1024 bytes"));
  }

  private void accounts(TestClient admin, TestNode node) throws Exception {
    get(admin, "/api/v1/accounts", 200);
    var made =
        "{\"login\":\"night\",\"name\":\"Night desk\",\"roles\":[\"watch_officer\"],\"password\":\"%s\"}"
            .formatted(TestNode.PASSWORD);
    post(admin, "/api/v1/accounts", made, 201);
    post(admin, "/api/v1/accounts", made, 409);
    post(
        admin,
        "/api/v1/accounts",
        "{\"login\":\"N\",\"name\":\"\",\"roles\":[\"king\"],\"password\":\"short\"}",
        400);
    post(admin, "/api/v1/accounts/night/enrol", "", 200);
    put(admin, "/api/v1/accounts/night/roles", "{\"roles\":[\"observer\"]}", 200);
    post(admin, "/api/v1/accounts/night/password", "{\"password\":\"another long one\"}", 200);
    post(admin, "/api/v1/accounts/nobody/password", "{\"password\":\"another long one\"}", 404);
    try (var night =
        TestClient.signIn(
            node.running().consoleAddress().toString(), "night", "another long one")) {
      post(
          night,
          "/api/v1/session/password",
          "{\"current\":\"another long one\",\"next\":\"a third long one\"}",
          204);
      driven(night.delete("/api/v1/session"), 204);
    }
    post(admin, "/api/v1/accounts/night/lock", "", 200);
    refusedSignIn(node, "night", "a third long one");
    post(admin, "/api/v1/accounts/night/unlock", "", 200);
    post(admin, "/api/v1/accounts/admin/lock", "", 409);
    post(admin, "/api/v1/accounts/nobody/lock", "", 404);
    post(admin, "/api/v1/accounts/nobody/unlock", "", 404);
    post(admin, "/api/v1/accounts/night/revoke", "{\"why\":\"left\",\"reason\":\"moved\"}", 200);
    post(admin, "/api/v1/accounts/night/lock", "", 409);
    get(admin, "/api/v1/accounts", 200);
    get(admin, "/api/v1/audit", 200);
  }

  /// What somebody hears whose account an administrator has locked.
  private static void refusedSignIn(TestNode node, String login, String password) throws Exception {
    var body = JSON.createObjectNode().put("login", login).put("password", password);
    var address = "http://" + node.running().consoleAddress() + "/api/v1/session";
    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(URI.create(address))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
      assertThat(answer.body()).contains("session.account_locked");
    }
  }

  private void static_(TestClient watch) throws Exception {
    for (var layer : List.of("border", "lands", "towns", "marks", "posts")) {
      get(watch, "/api/v1/geo/" + layer, 200);
    }
    get(watch, "/api/v1/geo/moon", 404);
    get(watch, "/health/live", 200);
    get(watch, "/health/ready", 200);
    get(watch, "/metrics", 200);
  }

  private void observed(TestClient observer, String incident) throws Exception {
    for (var path :
        List.of(
            "/api/v1/overview",
            "/api/v1/incidents",
            "/api/v1/incidents/" + incident,
            "/api/v1/incidents/" + incident + "/ranking",
            "/api/v1/incidents/" + incident + "/sitreps/draft",
            "/api/v1/units",
            "/api/v1/record/heads",
            "/api/v1/record/entries",
            "/api/v1/shift")) {
      var seen = get(observer, path, 200);
      assertThat(seen.toString())
          .as(path)
          .doesNotContain("\"journal/")
          .doesNotContain("\"internal\"");
    }
    get(observer, "/api/v1/record/entries/journal/0", 404);
    post(
        observer,
        "/api/v1/incidents/" + incident + "/notes",
        "{\"text\":\"x\",\"audience\":\"internal\"}",
        403);
    get(observer, "/api/v1/accounts", 403);
  }

  private void events(TestClient watch) throws Exception {
    var stream = watch.events("");
    assertThat(stream.statusCode()).isEqualTo(200);
    assertThat(stream.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    driven.add("watchEvents");
    driven.add("watchTracks"); // by TrackStreamsTest
    try (var lines = stream.body()) {
      assertThat(lines.limit(3).toList().toString()).contains("event: hello");
    }
  }

  private void withoutSession(TestNode ir) throws Exception {
    driven.add("signIn"); // by every client above
    sent.add("signIn.login");
    sent.add("signIn.password");
    try (var out = ir.signIn("watch")) {
      out.delete("/api/v1/session");
      for (var operation : contract.operations().values()) {
        boolean open = operation.roles().contains("public");
        if (operation.method().equals("GET") && !open) {
          var path =
              operation.path().replaceAll("\\{index\\}", "0").replaceAll("\\{[a-z0-9]+\\}", "x");
          driven(out.get(path), 401);
        }
      }
    }
  }

  private static String utc(int minutesAgo) {
    return UtcTime.print(UtcTime.toMillis(Instant.now().minusSeconds(60L * minutesAgo)));
  }

  private static String ago(int minutes) {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(60L * minutes).toString();
  }

  private JsonNode get(TestClient as, String path, int... statuses) throws Exception {
    return driven(as.get(path), statuses);
  }

  private JsonNode post(TestClient as, String path, String body, int... statuses) throws Exception {
    request("POST", path, body, statuses);
    return driven(as.post(path, body), statuses);
  }

  private JsonNode put(TestClient as, String path, String body, int... statuses) throws Exception {
    request("PUT", path, body, statuses);
    return driven(as.put(path, body), statuses);
  }

  private void request(String method, String path, String body, int... statuses) throws Exception {
    var plain = path.replaceFirst("\\?.*", "");
    var operation = contract.find(method, plain).orElseThrow();
    if (!body.isEmpty() && statuses[0] != 400) {
      wrong.addAll(contract.checkRequest(method, plain, body));
      JSON.readTree(body)
          .fieldNames()
          .forEachRemaining(name -> sent.add(operation.id() + "." + name));
    }
  }

  private JsonNode driven(TestClient.Answer answer, int... statuses) throws Exception {
    assertThat(statuses)
        .as("%s %s: %s", answer.method(), answer.path(), answer.text())
        .contains(answer.status());
    wrong.addAll(contract.check(answer));
    contract
        .find(answer.method(), answer.path())
        .ifPresent(operation -> driven.add(operation.id()));
    return answer.mediaType().contains("json") ? answer.json() : JSON.createObjectNode();
  }
}
