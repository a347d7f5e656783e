package org.sarhad.node.api.contract;

import java.util.List;
import org.sarhad.core.tracks.TrackFrames;
import org.sarhad.node.testing.TestClient;

/// Geography, travel, posts and tracks.
final class PostureChapter extends Chapter {
  PostureChapter(HeldToContract contract) {
    super(contract);
  }

  /// Without a line no ground can be cut into two sides; who administers the node is told so.
  private void ground(TestClient watch) throws Exception {
    var ground = "/api/v1/geo/ground";
    get(watch, ground, 403);
    answered(watch.upload(ground + "/draft", "application/geo+json", new byte[2]), 403);
    answered(watch.delete(ground + "/draft"), 403);
    post(watch, ground, "{\"sha256\":\"%s\"}".formatted("0".repeat(64)), 403);
    post(watch, ground + "/former", "{}", 403);
    for (var kind : List.of("line", "posts", "towns", "lands", "marks", "sectors")) {
      var imports = "/api/v1/geo/imports/" + kind;
      get(watch, imports, 403);
      answered(watch.upload(imports + "/draft", "application/geo+json", new byte[2]), 403);
      answered(watch.delete(imports + "/draft"), 403);
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
    answered(chief.delete(comparison), 200);
  }

  /// Plans are made where a line is known; here is none, so that no site is certainly on own soil.
  void posts(TestClient chief, TestClient watch) throws Exception {
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
    answered(
        watch.upload(
            "/api/v1/tracks/frames",
            "application/octet-stream",
            TrackFrames.write(List.of()).toArray()),
        200);
    answered(watch.upload("/api/v1/tracks/stream", "application/octet-stream", new byte[0]), 200);
  }
}
