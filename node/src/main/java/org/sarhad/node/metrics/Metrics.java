package org.sarhad.node.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.sarhad.node.machine.LinkState;
import org.sarhad.node.machine.LinkView;
import org.sarhad.node.machine.LogView;
import org.sarhad.node.machine.NodeView;

/// What a node counts, for Prometheus. Names begin with `sarhad_`; labels hold operations, states
/// and parties, never people, places or words.
public final class Metrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics gc = new JvmGcMetrics();

  /// Counts of the process only, until something is watched.
  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    gc.bindTo(registry);
  }

  /// Watches a number under `name`.
  public void watch(String name, String meaning, Supplier<Number> number) {
    Gauge.builder(name, number).description(meaning).register(registry);
  }

  /// States something that stays as it is while the process runs: a 1 with a label.
  public void state(String name, String meaning, String label, String value) {
    Gauge.builder(name, () -> 1).description(meaning).tag(label, value).register(registry);
  }

  /// Watches what `view` shows of logs and links.
  public void watch(Supplier<NodeView> view) {
    for (var kind : LogView.Kind.values()) {
      gauge(
          "sarhad_log_entries",
          "Entries held and durable, by kind of log.",
          Tags.of("log", lower(kind)),
          view,
          v -> v.logs().stream().filter(log -> log.kind() == kind).mapToLong(LogView::size).sum());
    }
    for (var state : LinkState.values()) {
      gauge(
          "sarhad_links",
          "Links by state.",
          Tags.of("state", lower(state)),
          view,
          v -> v.links().stream().filter(link -> link.state() == state).count());
    }
    gauge(
        "sarhad_waiting_entries",
        "Own entries that a peer has not cosigned yet.",
        Tags.empty(),
        view,
        v -> v.links().stream().mapToLong(LinkView::waiting).sum());
    gauge(
        "sarhad_evidence",
        "Pieces of evidence kept.",
        Tags.empty(),
        view,
        v -> v.evidence().size());
    gauge(
        "sarhad_final_entries",
        "Entries whose place in the joint order is final.",
        Tags.empty(),
        view,
        v -> v.joint().finalCount());
    gauge(
        "sarhad_state_equal",
        "1 while both nodes compute the same joint state.",
        Tags.empty(),
        view,
        v -> v.joint().equal() ? 1 : 0);
  }

  /// Counts one answered request.
  ///
  /// @param operation its name in the contract
  public void answered(String operation, int status, Duration took) {
    Timer.builder("sarhad_http_requests")
        .description("Answered requests of the API.")
        .tags("operation", operation, "status", Integer.toString(status))
        .register(registry)
        .record(took);
  }

  /// Counts one line of the audit trail.
  public void audited(String what, boolean refused) {
    Counter.builder("sarhad_audit")
        .description("Lines of the audit trail.")
        .tags("what", what, "outcome", refused ? "refused" : "ok")
        .register(registry)
        .increment();
  }

  /// Everything in the text format of Prometheus.
  public String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    gc.close();
    registry.close();
  }

  private void gauge(
      String name,
      String meaning,
      Tags tags,
      Supplier<NodeView> view,
      ToDoubleFunction<NodeView> number) {
    Gauge.builder(name, () -> number.applyAsDouble(view.get()))
        .description(meaning)
        .tags(tags)
        .register(registry);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
