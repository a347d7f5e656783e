package org.sarhad.sim.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.geo.Place;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.Alert;
import org.sarhad.core.response.Priority;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.Words;
import org.sarhad.node.machine.Moment;
import org.sarhad.node.machine.Node;
import org.sarhad.node.machine.NodeConfiguration;
import org.sarhad.node.machine.NodeDriver;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.NodeSettings;
import org.sarhad.node.machine.NodeStore;
import org.sarhad.node.machine.Outcome;
import org.sarhad.node.port.LogException;
import org.sarhad.node.port.OrderedLog;
import org.sarhad.node.store.FileDisk;
import org.sarhad.node.store.FileLog;
import org.sarhad.node.store.FlushThread;
import org.sarhad.node.store.HeadLock;
import org.sarhad.node.store.LogSettings;
import org.sarhad.node.testing.CountedRandomness;
import org.sarhad.node.testing.RunningClock;
import org.sarhad.sim.world.FakeSignatures;
import org.sarhad.sim.world.SimIdentity;
import org.sarhad.tlog.Bytes;

/// The threads of a node, which the simulation does not have: a real disk, a real clock, and what
/// comes at an awkward moment.
@Tag("sim")
class NodeDriverTest {
  private static final Duration A_WHILE = Duration.ofSeconds(20);

  private final FakeSignatures signatures = new FakeSignatures();
  private final SimIdentity identity = SimIdentity.of(PartyId.of("ir"), signatures::key, true);
  private final RunningClock clock = new RunningClock();

  @TempDir private Path directory;

  /// The ledger is read back in the order in which it was written: what is brought into files at
  /// the stop stands behind what was being brought there still.
  @Test
  void isStoppedWhileItBringsItsFilesUpToDate() throws Exception {
    long size;
    try (var files = new Files()) {
      var driver = files.start();
      raise(driver, "before");
      files.ledger.isHeld.await(A_WHILE.toSeconds(), TimeUnit.SECONDS);
      raise(driver, "meanwhile");
      var stop = CompletableFuture.runAsync(driver::close);
      assertThat(stop.copy().completeOnTimeout(null, 500, TimeUnit.MILLISECONDS))
          .as("it waits for its files")
          .succeedsWithin(A_WHILE);
      assertThat(stop).isNotDone();
      files.ledger.goOn.countDown();
      assertThat(stop).succeedsWithin(A_WHILE);
      size = size(driver);
      assertThat(files.ledger.read(NodeStore.LEDGER, 0, 1 << 20, Duration.ZERO))
          .extracting(OrderedLog.Committed::sequence)
          .hasSizeGreaterThan(3)
          .isSorted();
    }

    try (var files = new Files()) {
      files.ledger.goOn.countDown();
      try (var driver = files.start()) {
        assertThat(driver.halted()).isEmpty();
        raise(driver, "after");
        assertThat(size(driver)).isGreaterThan(size);
      }
    }
  }

  private long size(NodeDriver driver) {
    return driver.view().log(identity.node().origin()).orElseThrow().size();
  }

  private void raise(NodeDriver driver, String what) {
    var alert =
        new NodeRequest.Respond(
            new ResponseRequest.OpenIncident(
                new Alert(
                    Optional.empty(),
                    Words.en(what),
                    new Place("Post 42", Optional.empty(), 0),
                    clock.now(),
                    Priority.P1),
                false,
                Audience.RELEASE));
    assertThat(driver.request(identity.chief(), alert, Optional.empty()))
        .succeedsWithin(A_WHILE)
        .isInstanceOf(Outcome.Accepted.class);
  }

  /// What a node stands on, in the directory of the test.
  private final class Files implements AutoCloseable {
    private final FileDisk disk = FileDisk.at(directory.resolve("data"));
    private final FileLog engine = new FileLog(disk, "engine", LogSettings.DEFAULT);
    private final FlushThread flush = FlushThread.start(engine);
    private final HeldLedger ledger = new HeldLedger(engine);

    Files() throws Exception {}

    NodeDriver start() throws Exception {
      var heads = new HeadLock(FileDisk.at(directory.resolve("heads")), "signed");
      var store = new NodeStore(identity.node(), disk, ledger, heads);
      var node =
          new Node(
              identity.node(),
              NodeConfiguration.of(identity.founding()),
              store,
              signatures,
              new CountedRandomness(1),
              new Moment(clock.now(), clock.nanos()));
      return NodeDriver.start(
          node, store, (_, _) -> new CompletableFuture<>(), clock, NodeSettings.DEFAULTS);
    }

    @Override
    public void close() {
      flush.close();
    }
  }

  /// An engine whose first write to the ledger takes until somebody lets it go on.
  private static final class HeldLedger implements OrderedLog {
    private final OrderedLog engine;
    private final AtomicBoolean isWritten = new AtomicBoolean();
    private final CountDownLatch isHeld = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    HeldLedger(OrderedLog engine) {
      this.engine = engine;
    }

    @Override
    public CompletionStage<Long> append(LogId log, Writer writer, long sequence, Bytes bytes) {
      if (log.equals(NodeStore.LEDGER) && !isWritten.getAndSet(true)) {
        isHeld.countDown();
        try {
          goOn.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return engine.append(log, writer, sequence, bytes);
    }

    @Override
    public Durability open(LogId log) throws LogException {
      return engine.open(log);
    }

    @Override
    public List<Committed> read(LogId log, long from, int maxBytes, Duration wait)
        throws LogException {
      return engine.read(log, from, maxBytes, wait);
    }

    @Override
    public long end(LogId log) throws LogException {
      return engine.end(log);
    }

    @Override
    public void release(LogId log, long position) throws LogException {
      engine.release(log, position);
    }

    @Override
    public void close() throws LogException {
      engine.close();
    }
  }
}
