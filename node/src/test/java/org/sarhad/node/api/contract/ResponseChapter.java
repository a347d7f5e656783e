package org.sarhad.node.api.contract;

import org.sarhad.node.testing.TestClient;

/// An incident from the alert to its end, help that is asked for, and history.
final class ResponseChapter extends Chapter {
  ResponseChapter(HeldToContract contract) {
    super(contract);
  }

  String incident(
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

  void history(TestClient clerk) throws Exception {
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
}
