package org.sarhad.bench.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.conscrypt.Conscrypt;
import org.sarhad.bench.harness.ClosedLoop;
import org.sarhad.node.port.OrderedLog.LogId;
import org.sarhad.node.port.OrderedLog.Writer;
import org.sarhad.node.store.FileDisk;
import org.sarhad.node.store.FileLog;
import org.sarhad.node.store.FlushThread;
import org.sarhad.node.store.LogDirectory;
import org.sarhad.node.store.LogSettings;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.checkpoint.Cosignature;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Algorithm;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.Seed;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.crypto.SigningKey;

/// The store of a node doing what Tessera does and no more: entries as they come into the intake
/// and the tree, a head signed over each group with both algorithms and made durable with it, tiles
/// and bundles written behind. No envelope, no officer, no payload.
final class StoreInProcess implements Publisher {
  private static final LogId INTAKE = new LogId("intake");
  private static final Writer SELF = new Writer("bench");
  private static final String ORIGIN = "bench.example/log";
  private static final Duration MATERIALISE_EVERY = Duration.ofMillis(500);

  private record Waiting(Bytes entry, CompletableFuture<Boolean> kept) {}

  private static final Waiting END = new Waiting(Bytes.EMPTY, new CompletableFuture<>());

  private final int entryBytes;
  private final FileLog intake;
  private final FlushThread flusher;
  private final LogDirectory directory;
  private final List<SigningKey> keys;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final ExecutorService machine = Executors.newSingleThreadExecutor();
  private final ExecutorService materialiser = Executors.newSingleThreadExecutor();
  private long sequence;
  private volatile boolean closing;

  StoreInProcess(Path scratch, int entryBytes) throws IOException {
    this.entryBytes = entryBytes;
    FileDisk disk = FileDisk.at(scratch);
    intake = new FileLog(disk, "", LogSettings.DEFAULT);
    intake.open(INTAKE);
    flusher = FlushThread.start(intake);
    directory = LogDirectory.open(disk, "own");
    var signatures = Signatures.of(Conscrypt.newProvider());
    keys =
        List.of(
            signatures.signingKey(KeyType.ED25519_NOTE, seed(Algorithm.ED25519)),
            signatures.signingKey(KeyType.ML_DSA_44, seed(Algorithm.ML_DSA_44)));
    machine.execute(this::takeGroups);
    materialiser.execute(this::materialise);
  }

  @Override
  public String name() {
    return "Sarhad store alone";
  }

  @Override
  public boolean isOverHttp() {
    return false;
  }

  @Override
  public Published round(int writers, Duration length) throws Exception {
    long started = System.nanoTime();
    var result =
        ClosedLoop.run(
            writers,
            length,
            (_, _) -> {
              var waiting = new Waiting(randomEntry(), new CompletableFuture<>());
              queue.add(waiting);
              waiting.kept().get();
            });
    // A writer is answered when the head over its entry is durable, and so is the last.
    return new Published(
        result.count(),
        (System.nanoTime() - started) / 1e9,
        result.answered().millisAt(50),
        result.answered().millisAt(99));
  }

  /// One turn: whatever waits goes into the tree and the intake, then one head over all of it.
  private void takeGroups() {
    List<Waiting> group = new ArrayList<>();
    try {
      while (true) {
        group.clear();
        group.add(queue.take());
        queue.drainTo(group);
        if (group.contains(END)) {
          return;
        }
        var kept = List.copyOf(group);
        for (Waiting waiting : kept) {
          directory.append(waiting.entry());
          var _ = append(waiting.entry());
        }
        SignedCheckpoint head = signHead();
        // Appends are kept in order: when the head is durable, so is all under it.
        var _ =
            append(head.bytes())
                .thenRun(
                    () -> {
                      directory.publish(head.checkpoint(), head.bytes());
                      kept.forEach(waiting -> waiting.kept().complete(true));
                    });
      }
    } catch (InterruptedException | RuntimeException e) {
      group.forEach(waiting -> waiting.kept().completeExceptionally(e));
    }
  }

  private CompletableFuture<Long> append(Bytes bytes) {
    return intake.append(INTAKE, SELF, sequence++, bytes).toCompletableFuture();
  }

  private SignedCheckpoint signHead() {
    long size = directory.size();
    var checkpoint = new Checkpoint(ORIGIN, size, directory.root(size));
    return SignedCheckpoint.of(
        checkpoint,
        keys.stream().map(key -> Cosignature.sign(ORIGIN, key, checkpoint, 1 + size)).toList());
  }

  private void materialise() {
    try {
      while (!closing) {
        long end = intake.end(INTAKE);
        directory.materialise();
        intake.release(INTAKE, end);
        TimeUnit.MILLISECONDS.sleep(MATERIALISE_EVERY.toMillis());
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("the files could not be brought up to date", e);
    }
  }

  private Bytes randomEntry() {
    byte[] entry = new byte[entryBytes];
    ThreadLocalRandom.current().nextBytes(entry);
    return Bytes.of(entry);
  }

  private static Seed seed(Algorithm algorithm) {
    return new Seed(algorithm, Bytes.of(new byte[Seed.SIZE]));
  }

  @Override
  public void close() {
    closing = true;
    queue.add(END);
    machine.close();
    materialiser.close();
    flusher.close();
  }
}
