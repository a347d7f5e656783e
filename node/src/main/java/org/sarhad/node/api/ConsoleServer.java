package org.sarhad.node.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.sarhad.node.account.Accounts;
import org.sarhad.node.config.ConsoleConfig;
import org.sarhad.node.config.HostPort;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.http.HttpListener;
import org.sarhad.node.http.ListenException;
import org.sarhad.node.http.TlsServer;
import org.sarhad.node.port.Clock;

/// The console's door, open.
public final class ConsoleServer implements AutoCloseable {
  private static final int CONNECTIONS_PER_REQUEST = 8;

  private final HttpListener listener;

  private ConsoleServer(HttpListener listener) {
    this.listener = listener;
  }

  /// Opens it.
  ///
  /// @param tls for the configuration that wants it
  /// @param version of this program
  public static ConsoleServer start(
      NodeConfig config,
      Accounts accounts,
      NodeGate node,
      Clock clock,
      SSLContext tls,
      String version)
      throws ListenException {
    var console = config.console();
    var api =
        new Api(
            console,
            accounts,
            node,
            clock,
            operations(config, accounts, node, clock.now(), version));
    var server =
        console.tls() == ConsoleConfig.Tls.SELF_SIGNED
            ? Optional.of(new TlsServer(tls, false))
            : Optional.<TlsServer>empty();
    var limits =
        new HttpListener.Limits(
            console.streamsMax() + console.requestsMax() * CONNECTIONS_PER_REQUEST,
            console.requestDeadline());
    return new ConsoleServer(HttpListener.start(console.address(), server, limits, clock, api));
  }

  /// Every operation of the contract.
  static List<Operation> operations(
      NodeConfig config, Accounts accounts, NodeGate node, Instant startedAt, String version) {
    var whose = new Whose(config.party(), version, startedAt);
    var all = new ArrayList<Operation>();
    all.addAll(new SessionOperations(config.console(), accounts, node, whose).list());
    all.addAll(new MachineOperations(node).list());
    return List.copyOf(all);
  }

  /// Where it really listens.
  public HostPort address() {
    return listener.address();
  }

  @Override
  public void close() {
    listener.close();
  }
}
