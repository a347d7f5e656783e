package org.sarhad.bench.node;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.conscrypt.Conscrypt;
import org.sarhad.bench.harness.Report;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.geo.Place;
import org.sarhad.core.joint.Border;
import org.sarhad.core.response.Alert;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.Priority;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.ResponseSettings;
import org.sarhad.core.response.Words;
import org.sarhad.node.account.Accounts;
import org.sarhad.node.account.SignIn;
import org.sarhad.node.assembly.RunningNode;
import org.sarhad.node.assembly.SystemClock;
import org.sarhad.node.assembly.SystemRandomness;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.keys.KeyDirectory;
import org.sarhad.node.keys.NodeKeys;
import org.sarhad.node.machine.Moment;
import org.sarhad.node.machine.Node;
import org.sarhad.node.machine.NodeConfiguration;
import org.sarhad.node.machine.NodeDriver;
import org.sarhad.node.machine.NodeIdentity;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.NodeSettings;
import org.sarhad.node.machine.NodeStore;
import org.sarhad.node.machine.Outcome;
import org.sarhad.node.machine.Session;
import org.sarhad.node.store.DirectoryLock;
import org.sarhad.node.store.FileDisk;
import org.sarhad.node.store.FileLog;
import org.sarhad.node.store.FlushThread;
import org.sarhad.node.store.HeadLock;
import org.sarhad.node.store.LogSettings;
import org.sarhad.tlog.crypto.Signatures;

/// Fills the directory of a node that does not run with what its officers might have written: the
/// node's own code, opened in this process, without the doors that make a million entries long.
final class Filler implements AutoCloseable {
  private static final int INCIDENTS = 64;
  private static final int UNDER_WAY = 4_096;
  private static final long SAY_EVERY = 100_000;
  private static final String TEXT =
      "two vehicles without light going east along the dry river, one stopped at the ford, ";

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final NodeDriver driver;
  private final Session officer;

  private Filler(Path directory, String login, String password) throws Exception {
    var config = NodeConfig.load(directory);
    var clock = new SystemClock();
    var randomness = new SystemRandomness();
    var signatures = Signatures.of(Conscrypt.newProvider());
    NodeKeys keys =
        new KeyDirectory(directory.resolve(RunningNode.KEYS), config.party(), signatures).load();
    FileDisk disk = FileDisk.at(directory.resolve(RunningNode.DATA));
    open.push(DirectoryLock.take(disk, "bench"));
    var accounts =
        Accounts.open(
            directory.resolve(RunningNode.ACCOUNTS),
            config.party().domain(),
            config.accounts(),
            clock,
            randomness,
            signatures);
    open.push(accounts);
    officer = session(accounts.signIn(login, password, "bench"));
    var engine = new FileLog(disk, "engine", LogSettings.DEFAULT);
    open.push(FlushThread.start(engine));
    var self =
        new NodeIdentity(
            config.party().id(),
            config.party().channel(),
            config.party().origin(),
            config.party().journal(),
            keys.node(),
            keys.log(),
            keys.mirror(),
            keys.tls().pin(),
            config.peer().publicAddress().toString());
    var heads = new HeadLock(FileDisk.at(directory.resolve(RunningNode.HEADS)), "signed");
    var store = new NodeStore(self, disk, engine, heads);
    var configuration =
        new NodeConfiguration(
            NodeSettings.DEFAULTS,
            ResponseSettings.defaults(),
            Border.UNKNOWN,
            Optional.empty(),
            Duration.ofSeconds(1));
    var now = new Moment(clock.now(), clock.nanos());
    driver =
        NodeDriver.start(
            new Node(self, configuration, store, signatures, randomness, now),
            store,
            (_, _) -> CompletableFuture.failedFuture(new IOException("there is no peer")),
            clock,
            configuration.settings());
    open.push(driver);
  }

  private static Session session(SignIn answer) throws IOException {
    if (answer instanceof SignIn.Welcome welcome) {
      return new Session(welcome.session().account().key().officer(), welcome.session().signer());
    }
    throw new IOException("the officer could not sign in: " + answer);
  }

  /// Writes at least `count` entries into the own log of the node of `directory`, as the officer
  /// with this account.
  static void fill(Path directory, String login, String password, long count, Report report)
      throws Exception {
    try (var filler = new Filler(directory, login, password)) {
      filler.write(count, report);
    }
  }

  private void write(long count, Report report) throws Exception {
    List<IncidentId> incidents = openIncidents();
    var failure = new AtomicReference<>(Optional.<String>empty());
    var underWay = new Semaphore(UNDER_WAY);
    for (long i = 0; i < count && failure.get().isEmpty(); i++) {
      underWay.acquire();
      var note =
          new ResponseRequest.Note(
              incidents.get((int) (i % INCIDENTS)),
              Words.en(TEXT + i),
              Optional.empty(),
              Audience.RELEASE);
      var _ =
          driver
              .request(officer, new NodeRequest.Respond(note), Optional.empty())
              .whenComplete(
                  (outcome, thrown) -> {
                    underWay.release();
                    if (!(outcome instanceof Outcome.Accepted)) {
                      failure.set(Optional.of(outcome + " " + thrown));
                    }
                  });
      if (i % SAY_EVERY == SAY_EVERY - 1) {
        report.progress((i + 1) + " written");
      }
    }
    underWay.acquire(UNDER_WAY);
    if (failure.get().isPresent()) {
      throw new IOException("an entry was not written: " + failure.get().get());
    }
  }

  private List<IncidentId> openIncidents() throws Exception {
    for (int i = 0; i < INCIDENTS; i++) {
      var alert =
          new Alert(
              Optional.empty(),
              Words.en("sighting"),
              new Place("Post " + i, Optional.empty(), 0),
              new SystemClock().now(),
              Priority.P2);
      var _ =
          driver
              .request(
                  officer,
                  new NodeRequest.Respond(
                      new ResponseRequest.OpenIncident(alert, false, Audience.RELEASE)),
                  Optional.empty())
              .get();
    }
    List<IncidentId> opened = new ArrayList<>();
    for (Incident incident : driver.view().response().incidents()) {
      opened.add(incident.id());
    }
    return opened;
  }

  @Override
  public void close() throws IOException {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) { // what AutoCloseable declares
        throw new IOException("a part of the node did not close", e);
      }
    }
  }
}
