package org.sarhad.node.config;

import java.time.Duration;

/// How consoles and scripts of the own side reach this node.
///
/// @param address where to listen
/// @param tls how the listener is protected
/// @param bodyBytesMax the largest request body, in bytes
/// @param requestsMax how many requests may be worked on at once; more are told to come back
/// @param requestDeadline how long a client may take to send a request, from its first byte
/// @param answerDeadline how long a request may wait for the machine before it is told so
/// @param ratePerAccount how many requests a second one account may send for long; five times as
///   many at once
/// @param streamsMax how many event streams may be open at once
/// @param streamsPerAccount how many of them for one account
/// @param streamQueue how many changes may wait for a slow console before it is told `gap`
/// @param metricsForAll whether `/metrics` answers others than this machine
public record ConsoleConfig(
    HostPort address,
    Tls tls,
    long bodyBytesMax,
    int requestsMax,
    Duration requestDeadline,
    Duration answerDeadline,
    int ratePerAccount,
    int streamsMax,
    int streamsPerAccount,
    int streamQueue,
    boolean metricsForAll) {

  /// How the console listener is protected.
  public enum Tls {
    /// Not at all: only on a loopback address.
    OFF,
    /// TLS with a certificate that the node issues to itself.
    SELF_SIGNED,
    /// Not by this node: a proxy on a trusted network ends TLS in front of it.
    PROXY
  }

  static ConsoleConfig read(Settings settings) {
    var address =
        settings.hostPort(
            "console.address", "127.0.0.1:7101", "Where consoles of your side reach this node.");
    var tls =
        settings.choice(
            "console.tls",
            Tls.OFF,
            Tls.class,
            "off on this machine only; self-signed; or proxy, when one in front ends TLS.");
    if (tls == Tls.OFF && !address.isLoopback()) {
      settings.complain(
          "console.address",
          "%s can be reached from other machines, and console.tls is off.".formatted(address),
          "Write console.tls = self-signed, or proxy if one in front ends TLS.");
    }
    return new ConsoleConfig(
        address,
        tls,
        settings.size("console.body-max", "2 MiB", "The largest request body."),
        settings.number(
            "console.requests-max", 256, 4, 100_000, "Requests worked on at once; more get 429."),
        settings.duration(
            "console.request-deadline", "15 s", "How long a client may take to send a request."),
        settings.duration(
            "console.answer-deadline", "10 s", "How long a request may wait for the machine."),
        settings.number(
            "console.rate-per-account",
            300,
            1,
            100_000,
            "Requests a second of one account; five times as many at once."),
        settings.number("console.streams-max", 1_000, 1, 100_000, "Event streams at once."),
        settings.number(
            "console.streams-per-account", 8, 1, 1_000, "Event streams of one account."),
        settings.number(
            "console.stream-queue",
            1_024,
            16,
            100_000,
            "Changes that may wait for a slow console before it must load afresh."),
        settings.flag(
            "metrics.for-all", false, "Whether /metrics answers others than this machine."));
  }
}
