package org.sarhad.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.Officer;
import org.sarhad.core.response.ResponseSettings;
import org.sarhad.core.response.Soil;
import org.sarhad.node.account.Account;
import org.sarhad.node.account.Accounts;
import org.sarhad.node.api.ConsoleServer;
import org.sarhad.node.api.NodeGate;
import org.sarhad.node.api.view.HealthView;
import org.sarhad.node.config.HostPort;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.http.ListenException;
import org.sarhad.node.intake.MalformedIntakeException;
import org.sarhad.node.keys.KeyDirectory;
import org.sarhad.node.keys.KeyDirectoryException;
import org.sarhad.node.keys.NodeKeys;
import org.sarhad.node.machine.AuditFact;
import org.sarhad.node.machine.Change;
import org.sarhad.node.machine.GuardState;
import org.sarhad.node.machine.LinkView;
import org.sarhad.node.machine.Moment;
import org.sarhad.node.machine.Node;
import org.sarhad.node.machine.NodeConfiguration;
import org.sarhad.node.machine.NodeDriver;
import org.sarhad.node.machine.NodeIdentity;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.NodeSettings;
import org.sarhad.node.machine.NodeStore;
import org.sarhad.node.machine.NodeView;
import org.sarhad.node.machine.Outcome;
import org.sarhad.node.machine.Session;
import org.sarhad.node.metrics.Metrics;
import org.sarhad.node.peer.PairingCard;
import org.sarhad.node.peer.PeerClient;
import org.sarhad.node.peer.PeerGate;
import org.sarhad.node.peer.PeerRequest;
import org.sarhad.node.peer.PeerResponse;
import org.sarhad.node.peer.PeerServer;
import org.sarhad.node.store.DirectoryLock;
import org.sarhad.node.store.DirectoryLock.DirectoryInUseException;
import org.sarhad.node.store.FileDisk;
import org.sarhad.node.store.FileLog;
import org.sarhad.node.store.FlushThread;
import org.sarhad.node.store.HeadLock;
import org.sarhad.node.store.LogSettings;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Hash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One node, wired and running: the page on which every port meets its adapter.
public final class RunningNode implements AutoCloseable {
  /// Where the keys lie in a node's directory.
  public static final String KEYS = "keys";

  /// Where the accounts lie in a node's directory.
  public static final String ACCOUNTS = "accounts.db";

  /// Where the logs lie in a node's directory.
  public static final String DATA = "data";

  /// Where the last signed heads lie; may be a link to another device.
  public static final String HEADS = "heads";

  /// The operator's posts, for the map, if there are any.
  public static final String POSTS = "posts.geojson";

  private static final Logger LOG = LoggerFactory.getLogger(RunningNode.class);

  private final Deque<AutoCloseable> open;
  private final ConsoleServer console;
  private final PeerServer peer;
  private final NodeDriver driver;

  private RunningNode(
      Deque<AutoCloseable> open, ConsoleServer console, PeerServer peer, NodeDriver driver) {
    this.open = open;
    this.console = console;
    this.peer = peer;
    this.driver = driver;
  }

  /// Starts the node of `directory`. Whatever was opened is closed again if any part fails.
  ///
  /// @throws StartException with a sentence for the operator
  public static RunningNode start(Path directory, NodeConfig config) throws StartException {
    var open = new ArrayDeque<AutoCloseable>();
    try {
      return started(directory, config, open);
    } catch (IOException
        | MalformedIntakeException
        | DirectoryInUseException
        | KeyDirectoryException
        | ListenException e) {
      closeAll(open);
      throw new StartException(String.valueOf(e.getMessage()), e);
    } catch (StartException | RuntimeException e) {
      closeAll(open);
      throw e;
    }
  }

  private static RunningNode started(Path directory, NodeConfig config, Deque<AutoCloseable> open)
      throws IOException,
          MalformedIntakeException,
          DirectoryInUseException,
          KeyDirectoryException,
          ListenException,
          StartException {
    var clock = new SystemClock();
    var randomness = new SystemRandomness();
    var signatures = Signatures.system();
    var keyDirectory = new KeyDirectory(directory.resolve(KEYS), config.party(), signatures);
    var keys = keyDirectory.load();

    var disk = FileDisk.at(directory.resolve(DATA));
    open.push(
        DirectoryLock.take(
            disk, "process %d, since %s".formatted(ProcessHandle.current().pid(), clock.now())));
    var accounts =
        Accounts.open(
            directory.resolve(ACCOUNTS),
            config.party().domain(),
            config.accounts(),
            clock,
            randomness,
            signatures);
    open.push(accounts);
    var metrics = new Metrics();
    open.push(metrics);

    var engine = new FileLog(disk, "engine", LogSettings.DEFAULT);
    open.push(FlushThread.start(engine));
    var heads = new HeadLock(FileDisk.at(directory.resolve(HEADS)), "signed");
    var self = identity(config, keys);
    var store = new NodeStore(self, disk, engine, heads);
    var settings = settings(config);
    var node =
        new Node(
            self,
            new NodeConfiguration(
                settings,
                ResponseSettings.defaults(),
                Soil.UNKNOWN,
                founding(accounts, keyDirectory),
                settings.tick()),
            store,
            signatures,
            randomness,
            new Moment(clock.now(), clock.nanos()));
    if (node.view().log(self.origin()).map(log -> log.size() == 0).orElse(true)
        && founding(accounts, keyDirectory).isEmpty()) {
      throw new StartException(
          "This node has no administrator yet. Say `sarhad account add --directory %s --login admin --role admin`, then start it again."
              .formatted(directory));
    }

    var peers = new PeerClient(config.peer(), keys.tls(), party -> card(node.view(), party));
    open.push(peers);
    var driver = NodeDriver.start(node, store, peers, clock, settings);
    open.push(driver);
    var gate = new Gate(driver, metrics, keys);
    enrolled(accounts, driver.view());
    driver.listen(
        change -> {
          if (change instanceof Change.Entries) {
            enrolled(accounts, driver.view());
          }
        });
    metrics.watch(driver::view);
    metrics.watch("sarhad_requests_waiting", "Requests in front of the node.", driver::waiting);
    metrics.watch("sarhad_sessions", "Open sessions.", accounts.sessions()::count);

    var peerServer = PeerServer.start(config.peer(), gate, keys.tls().serverContext(), clock);
    open.push(peerServer);
    var console =
        ConsoleServer.start(
            config,
            new ConsoleServer.Parts(
                accounts,
                gate,
                peers,
                metrics,
                clock,
                signatures,
                keys.tls().serverContext(),
                posts(directory),
                version()));
    open.push(console);
    LOG.info(
        "{} ready: console {}, peer link {}, Ed25519 by {}",
        config.party().id(),
        console.address(),
        peerServer.address(),
        signatures.provider());
    return new RunningNode(open, console, peerServer, driver);
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

  private static NodeSettings settings(NodeConfig config) {
    return NodeSettings.DEFAULTS.withCallDeadline(config.peer().callDeadline());
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

  /// Notes which accounts the record knows by now.
  private static void enrolled(Accounts accounts, NodeView view) {
    accounts.list().stream()
        .filter(account -> account.state() == Account.State.ENROLLING)
        .filter(account -> isOfficer(view, account.key().officer()))
        .forEach(account -> accounts.activated(account.login()));
  }

  private static boolean isOfficer(NodeView view, OfficerId officer) {
    return view.channel()
        .sides()
        .find(view.self().origin())
        .flatMap(side -> side.roster().officerAt(officer, side.size()))
        .isPresent();
  }

  private static Optional<PairingCard> card(NodeView view, PartyId party) {
    return view.link(party).flatMap(LinkView::card);
  }

  private static Optional<Bytes> posts(Path directory) throws IOException {
    var file = directory.resolve(POSTS);
    return Files.isRegularFile(file)
        ? Optional.of(Bytes.of(Files.readAllBytes(file)))
        : Optional.empty();
  }

  /// Where its console listens.
  public HostPort consoleAddress() {
    return console.address();
  }

  /// Where its peer link listens.
  public HostPort peerAddress() {
    return peer.address();
  }

  /// Why the node stopped itself; empty while it runs.
  public Optional<String> halted() {
    return driver.halted();
  }

  /// The version of this program, or `development` where it does not run from its jar.
  public static String version() {
    return Optional.ofNullable(RunningNode.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /// Closes the doors, lets what is at work finish, and stops. The last opened is closed first.
  @Override
  public void close() {
    closeAll(open);
    LOG.info("stopped");
  }

  private static void closeAll(Deque<AutoCloseable> open) {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) { // what AutoCloseable declares; the others must be closed all the same
        LOG.warn("a part did not close cleanly: {}", e.toString());
      }
    }
  }

  /// The running node as the two doors see it.
  private static final class Gate implements NodeGate, PeerGate {
    private final NodeDriver driver;
    private final Metrics metrics;
    private final Session asNode;

    Gate(NodeDriver driver, Metrics metrics, NodeKeys keys) {
      this.driver = driver;
      this.metrics = metrics;
      this.asNode = new Session(new OfficerId(keys.node().name()), keys.node());
    }

    @Override
    public NodeView view() {
      return driver.view();
    }

    @Override
    public CompletionStage<Outcome> ask(
        Session session, NodeRequest request, Optional<NodeRequest.Once> once) {
      return driver.request(session, request, once);
    }

    @Override
    public void audit(AuditFact fact) {
      metrics.audited(fact.what(), fact.refused());
      var _ =
          driver
              .request(asNode, new NodeRequest.Audit(fact), Optional.empty())
              .whenComplete(
                  (outcome, failure) -> {
                    if (failure != null || outcome instanceof Outcome.Refused) {
                      LOG.error(
                          "a line of the audit trail was not written: {} {}",
                          fact,
                          failure != null ? failure : outcome);
                    }
                  });
    }

    @Override
    public void listen(Consumer<Change> listener) {
      driver.listen(listener);
    }

    @Override
    public List<HealthView.Check> live() {
      var halted = driver.halted();
      return List.of(new HealthView.Check("running", halted.isEmpty(), halted));
    }

    @Override
    public List<HealthView.Check> ready() {
      var view = driver.view();
      var halted = driver.halted();
      boolean guarded = view.guard() == GuardState.BEHIND;
      return List.of(
          new HealthView.Check("running", halted.isEmpty(), halted),
          new HealthView.Check(
              "founded",
              view.log(view.self().origin()).filter(l -> l.size() > 0).isPresent(),
              Optional.empty()),
          new HealthView.Check(
              "may sign",
              !guarded,
              guarded ? Optional.of(view.guardSentence()) : Optional.empty()));
    }

    @Override
    public Optional<PartyId> whose(Hash tlsKey) {
      return driver.view().links().stream()
          .filter(link -> link.card().filter(card -> card.tlsKey().equals(tlsKey)).isPresent())
          .map(LinkView::peer)
          .findFirst();
    }

    @Override
    public PairingCard ownCard() {
      return driver.view().self().card();
    }

    @Override
    public CompletionStage<PeerResponse> asked(PartyId peer, PeerRequest request) {
      return driver.ask(peer, request);
    }
  }
}
