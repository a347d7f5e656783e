package org.sarhad.node.machine;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sarhad.core.fact.RefusalCode;
import org.sarhad.core.joint.Border;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.link.PeerPort;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.port.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a [Node] over real disks and sockets: one thread that takes events and carries out effects,
/// a bounded queue in front of it, a thread for the slow files behind it.
///
/// Whoever asks gets a future. It completes when what it says is durable, on a thread of the node:
/// dependents must be short. A node that has halted completes every future with a refusal and takes
/// nothing more; the process is expected to end and be started anew.
public final class NodeDriver implements AutoCloseable {
  /// How many requests may wait before more are refused.
  public static final int QUEUE_MAX = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(NodeDriver.class);
  private static final int BATCH_MAX = 1_024;
  private static final Duration KEEP_EVERY = Duration.ofSeconds(2);

  private final Node node;
  private final NodeStore store;
  private final PeerPort peers;
  private final Clock clock;
  private final NodeSettings settings;
  private final BlockingQueue<Supplier<Event>> asked = new ArrayBlockingQueue<>(QUEUE_MAX);
  private final ConcurrentLinkedQueue<Supplier<Event>> happened = new ConcurrentLinkedQueue<>();
  private final Map<Long, CompletableFuture<Outcome>> outcomes = new ConcurrentHashMap<>();
  private final Map<Long, CompletableFuture<PeerResponse>> answers = new ConcurrentHashMap<>();
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
  private final TreeMap<Long, Long> positions = new TreeMap<>();
  private final AtomicLong tickets = new AtomicLong(1);
  private final ExecutorService files = Executors.newSingleThreadExecutor(named("sarhad-files"));
  private final ExecutorService snapshots =
      Executors.newSingleThreadExecutor(named("sarhad-snapshots"));
  private final ExecutorService locks = Executors.newSingleThreadExecutor(named("sarhad-lock"));
  private final Thread thread;
  private volatile Optional<String> halted = Optional.empty();
  private volatile boolean isStopping;
  private boolean isKeeping;
  private long keptAtNanos;
  private long keptLast = -1;

  private NodeDriver(
      Node node, NodeStore store, PeerPort peers, Clock clock, NodeSettings settings) {
    this.node = node;
    this.store = store;
    this.peers = peers;
    this.clock = clock;
    this.settings = settings;
    this.keptAtNanos = clock.nanos();
    this.thread = Thread.ofPlatform().name("sarhad-node").unstarted(this::run);
  }

  /// Starts running `node`, which stands on `store`.
  public static NodeDriver start(
      Node node, NodeStore store, PeerPort peers, Clock clock, NodeSettings settings) {
    var driver = new NodeDriver(node, store, peers, clock, settings);
    driver.thread.start();
    return driver;
  }

  // ---- from other threads ---------------------------------------------------------------------

  /// An officer asks. `once`, if present, makes asking twice the same as asking once.
  public CompletableFuture<Outcome> request(
      Session session, NodeRequest request, Optional<NodeRequest.Once> once) {
    long ticket = tickets.getAndIncrement();
    var future = new CompletableFuture<Outcome>();
    outcomes.put(ticket, future);
    boolean taken =
        halted.isEmpty()
            && !isStopping
            && asked.offer(() -> new Event.Requested(ticket, session, request, once, moment()));
    if (!taken) {
      outcomes.remove(ticket);
      var why = halted.isPresent() || isStopping ? NodeRefusal.STOPPED : NodeRefusal.BUSY;
      future.complete(Outcome.Refused.of("node", why, halted.orElse("")));
    }
    return future;
  }

  /// A peer, authenticated by the link, asks.
  public CompletableFuture<PeerResponse> ask(PartyId peer, PeerRequest request) {
    long ticket = tickets.getAndIncrement();
    var future = new CompletableFuture<PeerResponse>();
    answers.put(ticket, future);
    boolean taken =
        halted.isEmpty()
            && !isStopping
            && asked.offer(() -> new Event.PeerAsked(ticket, peer, request, moment()));
    if (!taken) {
      answers.remove(ticket);
      future.complete(PeerResponse.refusal(503, "the node is stopped or has too much to do"));
    }
    return future;
  }

  /// Lets the node judge places by another operational line, from the next event on.
  public void judgeBy(Border border) {
    happen(() -> new Event.LineChanged(border, moment()));
  }

  /// What the node knows, as far as it is durable.
  public NodeView view() {
    return node.view();
  }

  /// Calls `listener` with every change, on the node's thread: it must be short and not throw.
  public void listen(Consumer<Change> listener) {
    listeners.add(listener);
  }

  /// Why the node stopped itself; empty while it runs.
  public Optional<String> halted() {
    return halted;
  }

  /// How it stands with the snapshots of what was folded.
  public SnapshotReport snapshots() {
    return node.snapshots();
  }

  /// How many requests wait.
  public int waiting() {
    return asked.size();
  }

  /// Takes nothing more, finishes what was taken, brings the files up to date, and returns when all
  /// of that is done.
  @Override
  public void close() {
    isStopping = true;
    joinUninterruptibly(thread);
    files.close();
    snapshots.close();
    locks.close();
  }

  // ---- on the node's thread -------------------------------------------------------------------

  private void run() {
    try {
      perform(node.start(moment()));
      long tickedAtNanos = clock.nanos();
      while (halted.isEmpty() && !(isStopping && isIdle())) {
        turn();
        if (clock.nanos() - tickedAtNanos >= settings.tick().toNanos()) {
          tickedAtNanos = clock.nanos();
          perform(node.on(new Event.Tick(moment())));
        }
        keep();
      }
      if (halted.isEmpty()) {
        keepTheRest();
        node.snapshot(true, moment()).ifPresent(this::snapshotNow);
      }
    } catch (InterruptedException e) {
      halt("interrupted");
    } catch (RuntimeException e) {
      halt("a bug stopped the node: " + e);
      throw e;
    } finally {
      refuseAll();
    }
  }

  private boolean isIdle() {
    return asked.isEmpty() && happened.isEmpty() && outcomes.isEmpty() && answers.isEmpty();
  }

  /// Takes what waits, as one batch, and lets it settle under one head.
  private void turn() throws InterruptedException {
    var batch = new ArrayList<Supplier<Event>>();
    for (var event = happened.poll(); event != null; event = happened.poll()) {
      batch.add(event);
    }
    if (batch.isEmpty()) {
      var first = asked.poll(settings.tick().toMillis() / 4 + 1, TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
      }
    }
    asked.drainTo(batch, BATCH_MAX);
    for (var event : batch) {
      perform(node.on(event.get()));
    }
    perform(node.on(new Event.Settle(moment())));
  }

  private void perform(List<Effect> effects) {
    for (var effect : effects) {
      if (halted.isPresent()) {
        return;
      }
      switch (effect) {
        case Effect.Append append -> append(append);
        case Effect.SwapLock swap -> locks.execute(() -> swap(swap));
        case Effect.Call call -> call(call);
        case Effect.AnswerPeer(long ticket, PeerResponse response) ->
            Optional.ofNullable(answers.remove(ticket))
                .ifPresent(future -> future.complete(response));
        case Effect.Reply(long ticket, Outcome outcome) ->
            Optional.ofNullable(outcomes.remove(ticket))
                .ifPresent(future -> future.complete(outcome));
        case Effect.Changed(Change change) ->
            listeners.forEach(listener -> listener.accept(change));
        case Effect.Halt(String reason) -> halt(reason);
      }
    }
  }

  private void append(Effect.Append append) {
    store
        .append(append.number(), append.frame())
        .whenComplete(
            (position, failure) ->
                happen(
                    () -> {
                      if (failure != null) {
                        halt(String.valueOf(failure.getMessage()));
                        return new Event.Tick(moment());
                      }
                      positions.put(append.number(), position);
                      return new Event.Appended(append.number() + 1, moment());
                    }));
  }

  private void swap(Effect.SwapLock swap) {
    try {
      if (store.swap(swap.expected(), swap.head())) {
        happen(() -> new Event.Locked(swap.head(), moment()));
      } else {
        halt("another process has signed with this node's key. Stop it, then start this one anew.");
      }
    } catch (IOException e) {
      halt(String.valueOf(e.getMessage()));
    }
  }

  private void call(Effect.Call call) {
    peers
        .call(call.peer(), call.request())
        .whenComplete(
            (response, failure) ->
                happen(
                    () ->
                        failure == null
                            ? new Event.PeerAnswered(call.callId(), response, moment())
                            : new Event.PeerUnreachable(
                                call.callId(), String.valueOf(failure.getMessage()), moment())));
  }

  /// Puts an event in front of what officers and peers ask; never refused, for what the node
  /// started itself is bounded by it.
  private void happen(Supplier<Event> event) {
    happened.add(event);
    // Wakes the thread if it waits; if the queue is full it does not wait.
    asked.offer(() -> new Event.Settle(moment()));
  }

  /// Brings files and ledger up to date now and then, on a thread of its own.
  private void keep() {
    if (isKeeping || clock.nanos() - keptAtNanos < KEEP_EVERY.toNanos()) {
      return;
    }
    keptAtNanos = clock.nanos();
    node.snapshot(false, moment()).ifPresent(work -> snapshots.execute(() -> snapshotNow(work)));
    takeUnkept()
        .ifPresent(
            unkept -> {
              isKeeping = true;
              files.execute(
                  () -> {
                    keepNow(unkept);
                    happen(
                        () -> {
                          isKeeping = false;
                          return new Event.Settle(moment());
                        });
                  });
            });
  }

  /// Brings up to date what is left at a stop: behind what is being kept still, because the ledger
  /// is read back in the order in which it was written.
  private void keepTheRest() {
    takeUnkept()
        .ifPresent(unkept -> CompletableFuture.runAsync(() -> keepNow(unkept), files).join());
  }

  private record Unkept(NodeStore.KeepBatch batch, long position) {}

  /// What there is to keep, once the position of its last frame is known: that of a frame appended
  /// in this run.
  private Optional<Unkept> takeUnkept() {
    long last = node.lastDurable();
    var position = positions.get(last);
    if (position == null || last == keptLast) {
      return Optional.empty();
    }
    keptLast = last;
    positions.headMap(last).clear();
    return Optional.of(new Unkept(node.takeUnkept(), position + 1));
  }

  private void keepNow(Unkept unkept) {
    try {
      store.keep(unkept.batch(), unkept.position()).toCompletableFuture().join();
      store.release(unkept.position());
    } catch (IOException | RuntimeException e) {
      halt("what is durable could not be brought into files: " + e.getMessage());
    }
  }

  /// Keeps what was folded. Nothing rests on it, so nothing that goes wrong stops the node.
  private void snapshotNow(Runnable work) {
    long failures = node.snapshots().failures();
    try {
      work.run();
    } catch (RuntimeException e) { // a bug in what nothing rests on
      LOG.error("a snapshot could not be written", e);
    }
    var report = node.snapshots();
    if (report.failures() > failures) {
      LOG.warn(
          "a snapshot could not be written; the next start takes longer: {}",
          report.failure().orElse(""));
    }
  }

  private void halt(String reason) {
    if (halted.isEmpty()) {
      halted = Optional.of(reason);
    }
  }

  private void refuseAll() {
    var why = halted.orElse("");
    outcomes.values().forEach(future -> future.complete(refusal(why)));
    answers.values().forEach(future -> future.complete(PeerResponse.refusal(503, "stopped")));
    outcomes.clear();
    answers.clear();
  }

  private static Outcome refusal(String why) {
    return new Outcome.Refused(
        "node.stopped", NodeRefusal.STOPPED.sentence(), why, RefusalCode.Retry.LATER);
  }

  private Moment moment() {
    return new Moment(clock.now(), clock.nanos());
  }

  private static java.util.concurrent.ThreadFactory named(String name) {
    return Thread.ofPlatform().name(name).daemon().factory();
  }

  private static void joinUninterruptibly(Thread thread) {
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
