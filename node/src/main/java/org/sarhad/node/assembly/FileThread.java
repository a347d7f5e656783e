package org.sarhad.node.assembly;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.exhibit.ExhibitStore;
import org.sarhad.node.exhibit.FileFetcher;
import org.sarhad.node.exhibit.FileFinding;
import org.sarhad.node.exhibit.FileKeeper;
import org.sarhad.node.exhibit.Sight;
import org.sarhad.node.link.PeerPort;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.machine.AuditFact;
import org.sarhad.node.machine.LinkState;
import org.sarhad.node.machine.NodeView;
import org.sarhad.node.port.Clock;
import org.sarhad.node.port.DiskException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread that fetches files of exhibits and keeps the store in step with the record. It works
/// beside the node's own thread and never holds it up; while anything of the log waits for the
/// other side's signature, it asks for nothing.
final class FileThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FileThread.class);
  private static final Duration SWEEP_EVERY = Duration.ofSeconds(2);
  private static final Duration IDLE = Duration.ofMillis(250);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

  private final Parts parts;
  private final FileFetcher fetcher;
  private final FileKeeper keeper;
  private final CompletableFuture<Optional<PeerResponse>> stopping = new CompletableFuture<>();
  private final Thread thread;
  private long sweptAtNanos;

  /// What it stands on.
  ///
  /// @param store where files are kept
  /// @param sights what the record says
  /// @param view how the links stand
  /// @param peers the way out
  /// @param audit where it is written down what was found
  record Parts(
      ExhibitStore store,
      Supplier<Sight> sights,
      Supplier<NodeView> view,
      PeerPort peers,
      Clock clock,
      Consumer<AuditFact> audit) {}

  private FileThread(Parts parts, NodeConfig config) {
    var own = config.party().id();
    this.parts = parts;
    this.fetcher =
        new FileFetcher(
            parts.store(),
            own,
            config.exhibits().fetchBytesPerSecond(),
            parts.clock(),
            this::found);
    this.keeper = new FileKeeper(parts.store(), own, this::found);
    this.sweptAtNanos = parts.clock().nanos() - SWEEP_EVERY.toNanos();
    this.thread = Thread.ofPlatform().name("sarhad-exhibits").daemon().unstarted(this::run);
  }

  static FileThread start(Parts parts, NodeConfig config) {
    var files = new FileThread(parts, config);
    files.thread.start();
    return files;
  }

  FileFetcher fetcher() {
    return fetcher;
  }

  private void run() {
    while (!stopping.isDone()) {
      try {
        step();
      } catch (DiskException e) {
        LOG.error(
            "files of exhibits could not be kept in step with the record: {}", e.getMessage());
        pause(AFTER_FAILURE.toNanos());
      } catch (RuntimeException e) { // a bug in what the record does not rest on stops no node
        LOG.error("a bug in the care for files of exhibits", e);
        pause(AFTER_FAILURE.toNanos());
      }
    }
  }

  private void step() throws DiskException {
    var sight = parts.sights().get();
    if (parts.clock().nanos() - sweptAtNanos >= SWEEP_EVERY.toNanos()) {
      keeper.sweep(sight);
      sweptAtNanos = parts.clock().nanos();
    }
    var ask = fetcher.next(sight.agreed(), this::isFree);
    if (ask.isPresent()) {
      fetch(ask.get());
    }
    pause(ask.isPresent() ? fetcher.pauseNanos() : Math.max(IDLE.toNanos(), fetcher.pauseNanos()));
  }

  private boolean isFree(PartyId peer) {
    return parts.view().get().link(peer).filter(link -> link.state() == LinkState.LIVE).isPresent();
  }

  private void fetch(FileFetcher.Ask ask) {
    var call =
        parts.peers().call(ask.peer(), ask.request()).thenApply(Optional::of).toCompletableFuture();
    try {
      var answer = CompletableFuture.anyOf(call, stopping).get();
      if (answer instanceof Optional<?> found
          && found.isPresent()
          && found.get() instanceof PeerResponse response) {
        fetcher.came(ask, response);
      }
    } catch (ExecutionException e) {
      var cause = Optional.ofNullable(e.getCause()).orElse(e);
      fetcher.failed(ask, String.valueOf(cause.getMessage()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      stopping.complete(Optional.empty());
    }
  }

  private void pause(long nanos) {
    if (nanos <= 0) {
      return;
    }
    try {
      stopping.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      // the pause is over
    } catch (ExecutionException e) {
      throw new IllegalStateException("nobody fails the stopping", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      stopping.complete(Optional.empty());
    }
  }

  private void found(FileFinding finding) {
    switch (finding) {
      case FileFinding.Arrived(var file) ->
          LOG.info("the file of {} is here: {}", file.exhibit(), file.sha256().hex());
      case FileFinding.WrongChunkCame(var file, var chunk) ->
          audit(
              Optional.of("file.wrong_chunk"),
              "%s gave as chunk %d of %s (%s) bytes of SHA-256 %s; it signed %s"
                  .formatted(
                      file.holder(),
                      chunk.chunk(),
                      file.sha256().hex(),
                      file.exhibit(),
                      chunk.found().hex(),
                      file.manifest().orElseThrow().chunks().get(chunk.chunk()).hex()));
      case FileFinding.Contradiction(var file, var found) ->
          audit(
              Optional.of("file.contradicted"),
              "%s signed %s as the file of %s, and the chunks of a file of SHA-256 %s"
                  .formatted(file.holder(), file.sha256().hex(), file.exhibit(), found.hex()));
      case FileFinding.Erased(var sha256, var exhibits) ->
          audit(
              Optional.empty(),
              "the file %s was deleted: the record let go of %s".formatted(sha256.hex(), exhibits));
    }
  }

  private void audit(Optional<String> code, String detail) {
    LOG.warn("{}", detail);
    parts
        .audit()
        .accept(
            new AuditFact(
                "exhibit",
                code.isPresent(),
                Optional.empty(),
                Optional.empty(),
                code,
                Optional.empty(),
                detail));
  }

  /// Stops within the piece that is being written.
  @Override
  public void close() {
    stopping.complete(Optional.empty());
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
