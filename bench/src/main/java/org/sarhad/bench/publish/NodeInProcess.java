package org.sarhad.bench.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.sarhad.bench.harness.ClosedLoop;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.geo.Place;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.Alert;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.Priority;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.Words;
import org.sarhad.node.assembly.SystemClock;
import org.sarhad.node.assembly.SystemRandomness;
import org.sarhad.node.intake.MalformedIntakeException;
import org.sarhad.node.machine.LogView;
import org.sarhad.node.machine.Moment;
import org.sarhad.node.machine.Node;
import org.sarhad.node.machine.NodeConfiguration;
import org.sarhad.node.machine.NodeDriver;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.NodeStore;
import org.sarhad.node.machine.Outcome;
import org.sarhad.node.port.OrderedLog;
import org.sarhad.node.store.FileDisk;
import org.sarhad.node.store.FileLog;
import org.sarhad.node.store.FlushThread;
import org.sarhad.node.store.HeadLock;
import org.sarhad.node.store.LogSettings;
import org.sarhad.sim.world.SimIdentity;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.tree.Merkle;

/// A whole node without its doors: officers' notes are decided, signed by officer and node, made
/// durable, folded, and published under heads signed with both algorithms.
final class NodeInProcess implements Publisher {
  private static final int INCIDENTS = 64;
  private static final String TEXT =
      "two vehicles without light going east along the dry river, one stopped at the ford ";

  private final Signatures signatures;
  private final SimIdentity identity;
  private final SystemClock clock = new SystemClock();
  private final FlushThread flusher;
  private final NodeDriver driver;
  private final List<IncidentId> incidents;
  private final AtomicLong serial = new AtomicLong();

  /// Starts a node with an empty directory below `scratch` and opens the incidents that the notes
  /// will be about.
  NodeInProcess(Path scratch, Signatures signatures) throws Exception {
    this.signatures = signatures;
    identity = SimIdentity.of(new PartyId("ir"), signatures::signingKey, true);
    FileDisk disk = FileDisk.at(scratch);
    var intake = new FileLog(disk, "", LogSettings.DEFAULT);
    flusher = FlushThread.start(intake);
    driver = start(disk, intake);
    incidents = openIncidents();
  }

  private NodeDriver start(FileDisk disk, OrderedLog intake)
      throws IOException, MalformedIntakeException {
    var configuration = NodeConfiguration.of(identity.founding());
    var store = new NodeStore(identity.node(), disk, intake, new HeadLock(disk, "lock"));
    var now = new Moment(clock.now(), clock.nanos());
    var node =
        new Node(identity.node(), configuration, store, signatures, new SystemRandomness(), now);
    return NodeDriver.start(
        node,
        store,
        (_, _) -> CompletableFuture.failedFuture(new IOException("there is no peer")),
        clock,
        configuration.settings());
  }

  private List<IncidentId> openIncidents() throws Exception {
    for (int i = 0; i < INCIDENTS; i++) {
      var alert =
          new Alert(
              Optional.empty(),
              Words.en("sighting"),
              new Place("Post " + i, Optional.empty(), 0),
              clock.now(),
              Priority.P2);
      ask(new ResponseRequest.OpenIncident(alert, false, Audience.RELEASE));
    }
    List<IncidentId> opened = new ArrayList<>();
    for (Incident incident : driver.view().response().incidents()) {
      opened.add(incident.id());
    }
    return opened;
  }

  @Override
  public String name() {
    return name(signatures);
  }

  static String name(Signatures signatures) {
    return "Sarhad node, no HTTP (" + signatures.provider() + ")";
  }

  @Override
  public boolean isOverHttp() {
    return false;
  }

  @Override
  public Published round(int writers, Duration length) throws Exception {
    long before = published();
    long started = System.nanoTime();
    var result =
        ClosedLoop.run(
            writers,
            length,
            (writer, _) ->
                ask(
                    new ResponseRequest.Note(
                        incidents.get(writer % incidents.size()),
                        Words.en(TEXT + writer),
                        Optional.empty(),
                        Audience.RELEASE)));
    while (published() < before + result.count()) {
      Thread.sleep(1);
    }
    return new Published(
        result.count(),
        (System.nanoTime() - started) / 1e9,
        result.answered().millisAt(50),
        result.answered().millisAt(99));
  }

  /// Asks as the API does: with a key that makes asking twice the same as asking once.
  private List<EntryId> ask(ResponseRequest request) throws Exception {
    long number = serial.getAndIncrement();
    var once =
        new NodeRequest.Once("bench-" + number, Merkle.sha256(Bytes.ofUtf8("body " + number)));
    return switch (driver
        .request(identity.chief(), new NodeRequest.Respond(request), Optional.of(once))
        .get()) {
      case Outcome.Accepted(List<EntryId> entries, var _) -> entries;
      case Outcome.Refused refused -> throw new IOException("refused: " + refused);
    };
  }

  /// How many entries of the own log are under a signed head that may leave.
  private long published() {
    return driver
        .view()
        .log(identity.node().origin())
        .flatMap(LogView::newest)
        .map(head -> head.size())
        .orElse(0L);
  }

  @Override
  public void close() {
    driver.close();
    flusher.close();
  }
}
