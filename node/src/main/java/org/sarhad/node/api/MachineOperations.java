package org.sarhad.node.api;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.sarhad.node.api.view.HealthView;
import org.sarhad.node.config.ConsoleConfig;
import org.sarhad.node.metrics.Metrics;
import org.sarhad.tlog.Bytes;

/// Health and metrics, for whatever watches over processes.
final class MachineOperations {
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final NodeGate node;
  private final Metrics metrics;
  private final ConsoleConfig config;

  MachineOperations(NodeGate node, Metrics metrics, ConsoleConfig config) {
    this.node = node;
    this.metrics = metrics;
    this.config = config;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("healthLive", "/health/live", Access.open(), _ -> health(node.live())),
        Operation.get("healthReady", "/health/ready", Access.open(), _ -> health(node.ready())),
        Operation.get("metrics", "/metrics", Access.open(), this::metrics));
  }

  private static Answer health(List<HealthView.Check> checks) {
    var view = HealthView.of(checks);
    return new Answer.Body(view.status().equals("up") ? 200 : 503, view);
  }

  private Answer metrics(Call call) throws IOException {
    // A numeric address, so nothing is looked up.
    var asker = InetAddress.getAllByName(call.exchange().remoteAddress())[0];
    return asker.isLoopbackAddress() || config.metricsForAll()
        ? new Answer.Bytes(PROMETHEUS, Bytes.ofUtf8(metrics.text()), "")
        : new Answer.Refused(ApiRefusal.METRICS_LOCAL.plain());
  }
}
