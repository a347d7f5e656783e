package org.sarhad.node.assembly;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.api.ConsoleServer;
import org.sarhad.node.api.NodeGate;
import org.sarhad.node.api.view.HealthView;
import org.sarhad.node.config.HostPort;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.exhibit.ExhibitFiles;
import org.sarhad.node.exhibit.Giving;
import org.sarhad.node.http.ListenException;
import org.sarhad.node.intake.MalformedIntakeException;
import org.sarhad.node.keys.KeyDirectoryException;
import org.sarhad.node.keys.NodeKeys;
import org.sarhad.node.keys.SignatureProviderException;
import org.sarhad.node.link.PairingCard;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.lists.ListShelf;
import org.sarhad.node.machine.AuditFact;
import org.sarhad.node.machine.Change;
import org.sarhad.node.machine.GuardState;
import org.sarhad.node.machine.LinkView;
import org.sarhad.node.machine.NodeDriver;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.NodeView;
import org.sarhad.node.machine.Outcome;
import org.sarhad.node.machine.Session;
import org.sarhad.node.metrics.Metrics;
import org.sarhad.node.peer.PeerClient;
import org.sarhad.node.peer.PeerGate;
import org.sarhad.node.peer.PeerServer;
import org.sarhad.node.port.Clock;
import org.sarhad.node.store.DirectoryLock.DirectoryInUseException;
import org.sarhad.node.uptime.LinkWatch;
import org.sarhad.tlog.tree.Hash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One node, wired and running: the page on which every port meets its adapter.
public final class RunningNode implements AutoCloseable {
  /// Where the keys lie in a node's directory.
  public static final String KEYS = "keys";

  /// Where the accounts lie in a node's directory.
  public static final String ACCOUNTS = "accounts.db";

  /// Where the diary of the links lies in a node's directory: when they were up.
  public static final String LINKS = "links.txt";

  /// Where crossings lie in a node's directory that are not told to the other side yet.
  public static final String UNTOLD = "untold.jsonl";

  /// Where the logs lie in a node's directory.
  public static final String DATA = "data";

  /// Where the last signed heads lie; may be a link to another device.
  public static final String HEADS = "heads";

  /// Where the files of exhibits lie in [#DATA].
  public static final String EXHIBITS = "exhibits";

  /// The operator's posts, for the map, if there are any.
  public static final String POSTS = GeoFiles.POSTS;

  /// The file of the operational line, beside the configuration.
  public static final String LINE = GeoFiles.LINE;

  /// The ground over which travel is reckoned, beside the configuration.
  public static final String GROUND = GeoFiles.GROUND;

  /// Within this the first entry of a log that begins is durable, on any disk that can be used.
  private static final Duration BEGINNING = Duration.ofSeconds(10);

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
    return Opening.of(open -> started(directory, config, open));
  }

  private static RunningNode started(Path directory, NodeConfig config, Deque<AutoCloseable> open)
      throws IOException,
          MalformedIntakeException,
          DirectoryInUseException,
          KeyDirectoryException,
          SignatureProviderException,
          ListenException,
          StartException {
    var loaded = LoadedNode.load(directory, config, open);
    var clock = loaded.clock();
    var keys = loaded.keys();
    var accounts = loaded.accounts();
    var node = loaded.node();
    var metrics = new Metrics();
    open.push(metrics);

    var peers = new PeerClient(config.peer(), keys.tls(), party -> card(node.view(), party));
    open.push(peers);
    var driver = loaded.run(peers, open);
    LineStanding.tell(driver.view(), loaded.geo().border());
    loaded
        .geo()
        .line()
        .follow(
            line -> {
              driver.judgeBy(line.border());
              LineStanding.tell(driver.view(), line.border());
            });
    LOG.info("{}", driver.snapshots().start());
    var provider = loaded.signatures().provider();
    var sights = new Sights(driver::view);
    var giving = new Giving(loaded.exhibits(), config.party().id(), sights, clock);
    var gate = new Gate(driver, metrics, loaded.asNode(), provider, giving);
    if (!Enrolment.follow(accounts, driver).awaitFirst(BEGINNING)) {
      LOG.warn("the record knows no officer of this side yet; nobody who signs in has a role");
    }
    metrics.watch(driver::view);
    metrics.watch("sarhad_requests_waiting", "Requests in front of the node.", driver::waiting);
    metrics.state("sarhad_ed25519", "Who does Ed25519.", "provider", provider);
    metrics.watch(
        "sarhad_snapshot_entries",
        "Entries that a start would not have to fold.",
        () -> driver.snapshots().entries());
    metrics.watch(
        "sarhad_snapshot_failures",
        "Snapshots that could not be written since the start.",
        () -> driver.snapshots().failures());
    metrics.watch("sarhad_sessions", "Open sessions.", accounts.sessions()::count);

    var watch = LinkWatch.start(directory.resolve(LINKS), clock, () -> driver.view().links());
    open.push(watch);
    var fetching =
        FileThread.start(
            new FileThread.Parts(
                loaded.exhibits(), sights, driver::view, peers, clock, gate::audit),
            config);
    open.push(fetching);
    var exhibits = new ExhibitFiles(loaded.exhibits(), giving, fetching.fetcher(), sights);
    metrics.watch(
        "sarhad_exhibit_bytes",
        "Bytes of files of exhibits that are held whole.",
        () -> loaded.exhibits().bytesHeld());
    metrics.watch(
        "sarhad_exhibits_damaged",
        "Files of exhibits that are not what was written.",
        () -> loaded.exhibits().damaged().size());

    var peerServer = peerServer(config, gate, keys, clock);
    open.push(peerServer);
    var console =
        consoleServer(
            config,
            new ConsoleServer.Parts(
                accounts,
                gate,
                peers,
                metrics,
                clock,
                loaded.signatures(),
                keys.tls().serverContext(),
                watch::diary,
                exhibits,
                ListShelf.of(directory),
                loaded.geo(),
                directory.resolve(UNTOLD),
                version()));
    open.push(console);
    LOG.info(
        "{} ready: console {}, peer link {}, Ed25519 by {}",
        config.party().id(),
        console.address(),
        peerServer.address(),
        loaded.signatures().provider());
    return new RunningNode(open, console, peerServer, driver);
  }

  private static PeerServer peerServer(NodeConfig config, Gate gate, NodeKeys keys, Clock clock)
      throws ListenException {
    try {
      return PeerServer.start(config.peer(), gate, keys.tls().serverContext(), clock);
    } catch (ListenException e) {
      throw e.setBy("peer.address");
    }
  }

  private static ConsoleServer consoleServer(NodeConfig config, ConsoleServer.Parts parts)
      throws ListenException {
    try {
      return ConsoleServer.start(config, parts);
    } catch (ListenException e) {
      throw e.setBy("console.address");
    }
  }

  private static Optional<PairingCard> card(NodeView view, PartyId party) {
    return view.link(party).flatMap(LinkView::card);
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
    Opening.closeAll(open);
    LOG.info("stopped");
  }

  /// The running node as the two doors see it.
  private static final class Gate implements NodeGate, PeerGate {
    private final NodeDriver driver;
    private final Metrics metrics;
    private final Session asNode;
    private final String provider;
    private final Giving giving;

    Gate(NodeDriver driver, Metrics metrics, Session asNode, String provider, Giving giving) {
      this.driver = driver;
      this.metrics = metrics;
      this.provider = provider;
      this.asNode = asNode;
      this.giving = giving;
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
              "may sign", !guarded, guarded ? Optional.of(view.guardSentence()) : Optional.empty()),
          new HealthView.Check("signatures", true, Optional.of("Ed25519 by " + provider)));
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
      // Files are read beside the node's one thread: it has alerts to think of.
      return request instanceof PeerRequest.GetFilePiece piece
          ? CompletableFuture.completedFuture(giving.answer(peer, piece))
          : driver.ask(peer, request);
    }
  }
}
