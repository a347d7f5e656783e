package org.sarhad.node.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sarhad.core.party.Role;
import org.sarhad.node.account.Accounts;
import org.sarhad.node.assembly.RunningNode;
import org.sarhad.node.assembly.StartException;
import org.sarhad.node.assembly.SystemClock;
import org.sarhad.node.assembly.SystemRandomness;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.keys.KeyDirectory;
import org.sarhad.tlog.crypto.Signatures;

/// A whole node in this process, on real files and ports of its own, that can be stopped and
/// started again.
public final class TestNode implements AutoCloseable {
  /// The password of every account.
  public static final String PASSWORD = "correct horse battery";

  private final Path directory;
  private final NodeConfig config;
  private RunningNode node;

  private TestNode(Path directory, NodeConfig config, RunningNode node) {
    this.directory = directory;
    this.config = config;
    this.node = node;
  }

  /// Makes and starts a node in `directory`, with the accounts `admin`, `watch` (watch officer and
  /// dispatcher), `relief` (watch officer), `commander`, `chief`, `clerk` (investigator and clerk),
  /// `compliance`, `compliance2` and `observer`.
  ///
  /// @param more further lines of its configuration
  public static TestNode start(Path directory, String party, String... more) throws Exception {
    Files.createDirectories(directory);
    var config =
        NodeConfig.parse(
            """
            party.id = %s
            party.letter = %s
            channel.id = sarhad.example/ir-pk
            password.memory-kib = 8192
            password.passes = 1
            console.address = 127.0.0.1:%d
            peer.address = 127.0.0.1:%d
            log.level = warn
            """
                    .formatted(
                        party, party.equals("ir") ? "A" : "B", FreePorts.one(), FreePorts.one())
                + String.join("\n", more)
                + "\n");
    new KeyDirectory(directory.resolve(RunningNode.KEYS), config.party(), Signatures.jdk())
        .create(new SystemRandomness(), new SystemClock().now());
    try (var accounts =
        Accounts.open(
            directory.resolve(RunningNode.ACCOUNTS),
            config.party().domain(),
            config.accounts(),
            new SystemClock(),
            new SystemRandomness(),
            Signatures.jdk())) {
      for (var account : accounts()) {
        accounts.create(account.login(), "Desk " + account.login(), account.roles(), PASSWORD);
      }
    }
    return new TestNode(directory, config, RunningNode.start(directory, config));
  }

  private record Named(String login, Set<Role> roles) {}

  private static List<Named> accounts() {
    return List.of(
        new Named("admin", EnumSet.of(Role.ADMIN)),
        new Named("watch", EnumSet.of(Role.WATCH_OFFICER, Role.DISPATCHER)),
        new Named("relief", EnumSet.of(Role.WATCH_OFFICER)),
        new Named("commander", EnumSet.of(Role.SECTOR_COMMANDER)),
        new Named("chief", EnumSet.of(Role.CHIEF)),
        new Named("clerk", EnumSet.of(Role.INVESTIGATOR, Role.CLERK)),
        new Named("compliance", EnumSet.of(Role.COMPLIANCE)),
        new Named("compliance2", EnumSet.of(Role.COMPLIANCE)),
        new Named("observer", EnumSet.of(Role.OBSERVER)));
  }

  /// Where its files are.
  public Path directory() {
    return directory;
  }

  /// How it is run.
  public NodeConfig config() {
    return config;
  }

  /// The node.
  public RunningNode running() {
    return node;
  }

  /// Somebody who has signed in.
  public TestClient signIn(String login) throws Exception {
    return TestClient.signIn(node.consoleAddress().toString(), login, PASSWORD);
  }

  /// Stops it and starts it again on the same files.
  public void restart() throws StartException {
    node.close();
    node = RunningNode.start(directory, config);
  }

  /// Pairs two running nodes, as two administrators would, and waits until the link is live.
  public static void pair(TestNode one, TestNode other) throws Exception {
    try (var here = one.signIn("admin");
        var there = other.signIn("admin")) {
      var address = "{\"address\":\"%s\"}";
      here.post("/api/v1/link/pairing", address.formatted(other.running().peerAddress()))
          .expect(201);
      there
          .post("/api/v1/link/pairing", address.formatted(one.running().peerAddress()))
          .expect(201);
      var confirm = "{\"fingerprint\":\"%s\"}";
      here.post("/api/v1/link/pairing/confirm", confirm.formatted(fingerprint(there))).expect(201);
      there.post("/api/v1/link/pairing/confirm", confirm.formatted(fingerprint(here))).expect(201);
      here.await("/api/v1/link", link -> link.at("/states/0/state").asText().equals("live"));
      there.await("/api/v1/link", link -> link.at("/states/0/state").asText().equals("live"));
    }
  }

  private static String fingerprint(TestClient client) throws Exception {
    return client.get("/api/v1/link/pairing").expect(200).at("/own/fingerprint").asText();
  }

  @Override
  public void close() {
    node.close();
  }
}
