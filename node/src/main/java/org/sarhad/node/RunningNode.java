package org.sarhad.node;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Role;
import org.sarhad.node.account.Account;
import org.sarhad.node.account.Accounts;
import org.sarhad.node.api.ConsoleServer;
import org.sarhad.node.api.NodeGate;
import org.sarhad.node.api.view.HealthView;
import org.sarhad.node.config.HostPort;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.http.ListenException;
import org.sarhad.node.keys.KeyDirectory;
import org.sarhad.node.keys.KeyDirectoryException;
import org.sarhad.node.machine.AuditFact;
import org.sarhad.tlog.crypto.Signatures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One node, wired and running: the page on which every port meets its adapter.
public final class RunningNode implements AutoCloseable {
  /// Where the keys lie in a node's directory.
  public static final String KEYS = "keys";

  /// Where the accounts lie in a node's directory.
  public static final String ACCOUNTS = "accounts.db";

  private static final Logger LOG = LoggerFactory.getLogger(RunningNode.class);

  private final ConsoleServer console;
  private final Accounts accounts;

  private RunningNode(ConsoleServer console, Accounts accounts) {
    this.console = console;
    this.accounts = accounts;
  }

  /// Starts the node of `directory`. Whatever was opened is closed again if any part fails.
  public static RunningNode start(Path directory, NodeConfig config)
      throws KeyDirectoryException, ListenException {
    var clock = new SystemClock();
    var randomness = new SystemRandomness();
    var signatures = Signatures.system();
    var keys = new KeyDirectory(directory.resolve(KEYS), config.party(), signatures).load();
    var accounts =
        Accounts.open(
            directory.resolve(ACCOUNTS),
            config.party().domain(),
            config.accounts(),
            clock,
            randomness,
            signatures);
    try {
      var console =
          ConsoleServer.start(
              config,
              accounts,
              new AccountsOnly(accounts),
              clock,
              keys.tls().serverContext(),
              version());
      LOG.info(
          "{} ready: console {}, Ed25519 by {}",
          config.party().id(),
          console.address(),
          signatures.provider());
      return new RunningNode(console, accounts);
    } catch (ListenException | RuntimeException e) {
      accounts.close();
      throw e;
    }
  }

  /// Where its console listens.
  public HostPort consoleAddress() {
    return console.address();
  }

  /// The version of this program, or `development` where it does not run from its jar.
  public static String version() {
    return Optional.ofNullable(RunningNode.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /// Closes the doors, lets what is at work finish, and stops.
  @Override
  public void close() {
    console.close();
    accounts.close();
    LOG.info("stopped");
  }

  /// Stands in until the machine is wired: roles as the accounts mean them, audit to the log.
  private record AccountsOnly(Accounts accounts) implements NodeGate {
    @Override
    public Set<Role> rolesOf(OfficerId officer) {
      return accounts.findBy(officer).map(Account::roles).orElse(Set.of());
    }

    @Override
    public void audit(AuditFact fact) {
      LOG.info("audit {}", fact);
    }

    @Override
    public List<HealthView.Check> live() {
      return List.of();
    }

    @Override
    public List<HealthView.Check> ready() {
      return List.of();
    }
  }
}
