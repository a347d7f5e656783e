package org.sarhad.node.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import org.sarhad.node.demo.NodeProcess.Until;

/// One side while the story is told: its node's process and the officers signed in at it.
final class Side implements AutoCloseable {
  private final Neighbour neighbour;
  private final Map<Desk, ApiClient> officers = new EnumMap<>(Desk.class);
  private NodeProcess process;

  private Side(Neighbour neighbour, NodeProcess process) {
    this.neighbour = neighbour;
    this.process = process;
  }

  /// Starts the node of `neighbour`.
  static Side start(Neighbour neighbour) {
    return new Side(neighbour, process(neighbour, Until.READY));
  }

  Neighbour neighbour() {
    return neighbour;
  }

  String id() {
    return neighbour.id();
  }

  /// The officer at `desk`, signed in on first use.
  ApiClient as(Desk desk) {
    return officers.computeIfAbsent(
        desk, d -> ApiClient.signIn(neighbour.console(), d.login(), d.password(neighbour.id())));
  }

  /// Creates an account for every desk but the administrator's, who is there from the start.
  void enrolDesks() {
    for (var desk : Desk.values()) {
      if (desk != Desk.ADMIN) {
        var account =
            object()
                .put("login", desk.login())
                .put("name", desk.duty())
                .put("password", desk.password(id()));
        account.putArray("roles").add(desk.role());
        as(Desk.ADMIN).post("/api/v1/accounts", account).orThrow("creating " + desk.login());
      }
    }
  }

  /// What the watch officer reads at `path`.
  JsonNode read(String path) {
    return as(Desk.WATCH).get(path).orThrow(path);
  }

  /// The state of the link to the other side, as this side's node tells it.
  JsonNode link() {
    return read("/api/v1/overview").path("links").path(0);
  }

  /// How many entries this node holds of the log with the short name `log`.
  long sizeOf(String log) {
    for (var head : read("/api/v1/record/heads").path("logs")) {
      if (head.path("log").asText().equals(log)) {
        return head.path("size").asLong();
      }
    }
    return 0;
  }

  /// Ends the process as a power cut would.
  void powerCut() {
    process.kill();
    forgetSessions();
  }

  /// Ends the process as an operator would.
  void stop() {
    process.stop();
    forgetSessions();
  }

  /// Starts the node again on what is in its directory now.
  void restart() {
    process = process(neighbour, Until.LIVE);
  }

  private static NodeProcess process(Neighbour neighbour, Until until) {
    return NodeProcess.start(neighbour.directory(), neighbour.console(), until);
  }

  // Sessions live in the node's memory only: after a restart every officer signs in again.
  private void forgetSessions() {
    officers.values().forEach(ApiClient::close);
    officers.clear();
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Override
  public void close() {
    forgetSessions();
    process.close();
  }
}
