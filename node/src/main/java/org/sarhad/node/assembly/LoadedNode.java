package org.sarhad.node.assembly;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Optional;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.Officer;
import org.sarhad.core.response.ResponseSettings;
import org.sarhad.node.account.Account;
import org.sarhad.node.account.Accounts;
import org.sarhad.node.config.ExhibitConfig;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.exhibit.ExhibitStore;
import org.sarhad.node.exhibit.FileLimits;
import org.sarhad.node.ground.GeoShelves;
import org.sarhad.node.intake.MalformedIntakeException;
import org.sarhad.node.keys.KeyDirectory;
import org.sarhad.node.keys.KeyDirectoryException;
import org.sarhad.node.keys.NodeKeys;
import org.sarhad.node.keys.SignatureProvider;
import org.sarhad.node.keys.SignatureProviderException;
import org.sarhad.node.link.PeerPort;
import org.sarhad.node.machine.Moment;
import org.sarhad.node.machine.Node;
import org.sarhad.node.machine.NodeConfiguration;
import org.sarhad.node.machine.NodeDriver;
import org.sarhad.node.machine.NodeIdentity;
import org.sarhad.node.machine.NodeSettings;
import org.sarhad.node.machine.NodeStore;
import org.sarhad.node.machine.Session;
import org.sarhad.node.port.Clock;
import org.sarhad.node.store.DirectoryLock;
import org.sarhad.node.store.DirectoryLock.DirectoryInUseException;
import org.sarhad.node.store.FileDisk;
import org.sarhad.node.store.FileLog;
import org.sarhad.node.store.FlushThread;
import org.sarhad.node.store.HeadLock;
import org.sarhad.node.store.LogSettings;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.note.VerifierKey;

/// The node of a directory, locked and loaded, with neither doors nor a way out yet.
///
/// @param node stands on `store`; not yet running
/// @param geo the geography of its directory
/// @param exhibits files of exhibits
record LoadedNode(
    Clock clock,
    Signatures signatures,
    NodeKeys keys,
    Accounts accounts,
    Node node,
    NodeStore store,
    NodeSettings settings,
    GeoShelves geo,
    ExhibitStore exhibits) {

  /// Locks and loads `directory`, pushing what must be closed onto `open`.
  ///
  /// @throws StartException if the log is to begin and nobody is there to be its first officer
  static LoadedNode load(Path directory, NodeConfig config, Deque<AutoCloseable> open)
      throws IOException,
          MalformedIntakeException,
          DirectoryInUseException,
          KeyDirectoryException,
          SignatureProviderException,
          StartException {
    var clock = new SystemClock();
    var signatures = SignatureProvider.find(config.signatures().provider());
    var randomness = new SystemRandomness();
    var keyDirectory =
        new KeyDirectory(directory.resolve(RunningNode.KEYS), config.party(), signatures);
    var keys = keyDirectory.load();

    var disk = FileDisk.at(directory.resolve(RunningNode.DATA));
    open.push(
        DirectoryLock.take(
            disk, "process %d, since %s".formatted(ProcessHandle.current().pid(), clock.now())));
    var accounts =
        Accounts.open(
            directory.resolve(RunningNode.ACCOUNTS),
            config.party().domain(),
            config.accounts(),
            clock,
            randomness,
            signatures);
    open.push(accounts);

    var engine = new FileLog(disk, "engine", LogSettings.DEFAULT);
    open.push(FlushThread.start(engine));
    var heads = new HeadLock(FileDisk.at(directory.resolve(RunningNode.HEADS)), "signed");
    var self = identity(config, keys);
    var store = new NodeStore(self, disk, engine, heads);
    var defaults = NodeSettings.DEFAULTS;
    var settings =
        defaults
            .with(defaults.link().withCallDeadline(config.peer().callDeadline()))
            .with(config.peer().entries());
    var founding = founding(accounts, keyDirectory);
    var geo = GeoFiles.of(directory);
    var node =
        new Node(
            self,
            new NodeConfiguration(
                settings, ResponseSettings.defaults(), geo.border(), founding, settings.tick()),
            store,
            signatures,
            randomness,
            new Moment(clock.now(), clock.nanos()));
    boolean begins = node.view().log(self.origin()).map(log -> log.size() == 0).orElse(true);
    if (begins && founding.isEmpty()) {
      throw new StartException(
          "This node has no administrator yet. Say `sarhad account add --directory %s --login admin --role admin`, then start it again."
              .formatted(directory));
    }
    var exhibits =
        ExhibitStore.open(disk, RunningNode.EXHIBITS, limits(config.exhibits()), clock, randomness);
    return new LoadedNode(clock, signatures, keys, accounts, node, store, settings, geo, exhibits);
  }

  /// Lets it run, with `peers` as its way out, pushing what must be closed onto `open`.
  NodeDriver run(PeerPort peers, Deque<AutoCloseable> open) {
    var driver = NodeDriver.start(node, store, peers, clock, settings);
    open.push(driver);
    return driver;
  }

  /// The node as one who asks: with no officer's key but its own, for what it writes about itself.
  Session asNode() {
    return new Session(new OfficerId(keys.node().name()), keys.node());
  }

  private static FileLimits limits(ExhibitConfig config) {
    return FileLimits.DEFAULTS
        .with(config.quotaBytes(), config.reserveBytes())
        .keeping(config.keepPart());
  }

  private static NodeIdentity identity(NodeConfig config, NodeKeys keys) {
    return new NodeIdentity(
        config.party().id(),
        config.party().channel(),
        config.party().origin(),
        config.party().journal(),
        keys.node(),
        keys.log(),
        keys.mirror(),
        keys.tls().pin(),
        config.peer().publicAddress().toString());
  }

  /// The first officers of a log that is to begin: the accounts that the record does not know yet,
  /// if an administrator is among them.
  private static Optional<NodeConfiguration.Founding> founding(Accounts accounts, KeyDirectory keys)
      throws KeyDirectoryException {
    var custodians =
        accounts.list().stream()
            .filter(account -> account.state() == Account.State.ENROLLING)
            .map(account -> new Officer(verifierKey(account), account.roles()))
            .toList();
    return custodians.stream().anyMatch(officer -> officer.roles().contains(Role.ADMIN))
        ? Optional.of(new NodeConfiguration.Founding(keys.recoveryCommitment(), custodians))
        : Optional.empty();
  }

  private static VerifierKey verifierKey(Account account) {
    return new VerifierKey(
        account.key().officer().value(), KeyType.ED25519_NOTE, account.key().publicKey());
  }
}
