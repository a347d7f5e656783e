package org.sarhad.node.api.contract;

import org.sarhad.node.testing.TestClient;

/// The watch, its run cards and the units of a side.
final class WatchChapter extends Chapter {
  WatchChapter(HeldToContract contract) {
    super(contract);
  }

  void shift(TestClient watch, TestClient relief, TestClient commander) throws Exception {
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

  void runCards(TestClient chief) throws Exception {
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

  String units(TestClient watch, TestClient commander) throws Exception {
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
}
