package org.sarhad.sim.world;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.intake.MalformedIntakeException;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.machine.Effect;
import org.sarhad.node.machine.Event;
import org.sarhad.node.machine.Node;
import org.sarhad.node.machine.NodeConfiguration;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.NodeStore;
import org.sarhad.node.machine.NodeView;
import org.sarhad.node.machine.Outcome;
import org.sarhad.node.machine.Session;
import org.sarhad.node.machine.SnapshotReport;
import org.sarhad.node.store.FileLog;
import org.sarhad.node.store.HeadLock;
import org.sarhad.node.store.LogSettings;
import org.sarhad.node.store.Snapshots;
import org.sarhad.tlog.crypto.Verifier;

/// One computer with a node on it: production code over a simulated disk, clock and link, driven by
/// the scheduler. The power can go at any operation of the disk; what comes back is what the disk
/// kept.
public final class SimNode {
  private static final LogSettings INTAKE =
      new LogSettings(1 << 16, 12 << 20, 64 << 20, 4 << 20, 1);
  private static final Duration SETTLE = Duration.ofNanos(50_000);

  /// What is durable is put into files after that many ticks at the latest.
  private static final int KEEP_TICKS = 50;

  private final SimIdentity identity;
  private final NodeConfiguration configuration;
  private final Verifier verifier;
  private final Scheduler scheduler;
  private final SimRandom random;
  private final SimClock clock;
  private final SimDisk disk;
  private final SimDisk lockDisk;
  private final Map<Long, Consumer<Outcome>> outcomes = new HashMap<>();
  private final Map<Long, Consumer<PeerResponse>> answers = new HashMap<>();
  private Caller caller = (_, _, _, _) -> {};
  private Consumer<String> trace = _ -> {};
  private Optional<Running> running = Optional.empty();
  private Optional<String> halted = Optional.empty();
  private int starts;
  private long steps;
  private long tickets = 1;
  private Duration tick = Duration.ofMillis(200);

  /// Carries a call to another node.
  @FunctionalInterface
  public interface Caller {
    /// Sends `request` from `from` to `to`; `answered` takes the answer, or empty if there is none
    /// within the deadline.
    void call(
        SimNode from, PartyId to, PeerRequest request, Consumer<Optional<PeerResponse>> answered);
  }

  /// What exists between a start and the next crash.
  private final class Running {
    private final FileLog engine;
    private final NodeStore store;
    private final Node node;
    private final TreeMap<Long, Long> positions = new TreeMap<>();
    private boolean isFlushPlanned;
    private boolean isSettlePlanned;
    private long keptLast = -1;

    Running() throws IOException, MalformedIntakeException {
      engine = new FileLog(disk, "", INTAKE);
      store = new NodeStore(identity.node(), disk, engine, new HeadLock(lockDisk, "lock"));
      node =
          new Node(identity.node(), configuration, store, verifier, random.fork(), clock.moment());
    }

    boolean isCurrent() {
      return running.isPresent() && running.get() == this;
    }
  }

  /// A computer that is off, with an empty disk.
  public SimNode(
      SimIdentity identity,
      NodeConfiguration configuration,
      Verifier verifier,
      Scheduler scheduler,
      SimRandom random,
      SimClock clock) {
    this.identity = identity;
    this.configuration = configuration;
    this.verifier = verifier;
    this.scheduler = scheduler;
    this.random = random;
    this.clock = clock;
    this.disk = new SimDisk(identity.node().party().value(), random.generator());
    this.lockDisk = new SimDisk(identity.node().party() + "-lock", random.generator());
  }

  // ---- the world around it --------------------------------------------------------------------

  /// How calls leave.
  public void connect(Caller caller) {
    this.caller = caller;
  }

  /// Tells of everything that happens here, in one line each.
  public void trace(Consumer<String> trace) {
    this.trace = trace;
  }

  /// How often time is told; longer for weeks in which nothing happens.
  public void tickEvery(Duration tick) {
    this.tick = tick;
  }

  /// Which side it is.
  public PartyId party() {
    return identity.node().party();
  }

  /// Its own log.
  public Origin origin() {
    return identity.node().origin();
  }

  /// Its keys and officers.
  public SimIdentity identity() {
    return identity;
  }

  /// Its clocks.
  public SimClock clock() {
    return clock;
  }

  /// Its disk.
  public SimDisk disk() {
    return disk;
  }

  /// Where its last signed head is kept.
  public SimDisk lockDisk() {
    return lockDisk;
  }

  /// What it knows, while it runs.
  public Optional<NodeView> view() {
    return running.map(run -> run.node.view());
  }

  /// What it knows; throws [IllegalStateException] while it is off.
  public NodeView seen() {
    return view().orElseThrow(() -> new IllegalStateException(party() + " is off"));
  }

  /// How it stands with its snapshots, while it runs.
  public Optional<SnapshotReport> snapshots() {
    return running.map(run -> run.node.snapshots());
  }

  /// What a node would know that started on a copy of its disks as they are, without any snapshot:
  /// everything folded from the logs.
  public NodeView foldedAnew() {
    try {
      var copy = disk.copy(party() + "-anew");
      new Snapshots(copy, NodeStore.SNAPSHOTS).deleteAll();
      var engine = new FileLog(copy, "", INTAKE);
      var lock = new HeadLock(lockDisk.copy(party() + "-lock-anew"), "lock");
      var store = new NodeStore(identity.node(), copy, engine, lock);
      return new Node(
              identity.node(), configuration, store, verifier, new SimRandom(0), clock.moment())
          .view();
    } catch (IOException | MalformedIntakeException e) {
      throw new IllegalStateException("a copy of " + party() + " does not start", e);
    }
  }

  /// Whether it runs.
  public boolean isOn() {
    return running.isPresent();
  }

  /// Why it stopped itself, if it did.
  public Optional<String> halted() {
    return halted;
  }

  /// How many events the node has been given, by the rules of production code, over all its starts.
  public long steps() {
    return steps;
  }

  /// How often it has been started.
  public int starts() {
    return starts;
  }

  // ---- power ----------------------------------------------------------------------------------

  /// Switches it on: reads back what the disk kept. If the power goes while it does, it is off
  /// again.
  public void start() {
    starts++;
    halted = Optional.empty();
    try {
      var run = new Running();
      running = Optional.of(run);
      trace.accept(party() + " starts");
      perform(run, run.node.start(clock.moment()));
      planTick(run);
      planKeep(run);
    } catch (SimDisk.PowerCut e) {
      crash();
    } catch (IOException | MalformedIntakeException e) {
      halt(String.valueOf(e.getMessage()));
    }
  }

  /// The power goes, here and now: what was not synced may be lost.
  public void crash() {
    trace.accept(party() + " loses power");
    disk.crash();
    lockDisk.crash();
    off();
    disk.restart();
    lockDisk.restart();
  }

  /// The power will go at the `operations`-th disk operation from now.
  public void crashAfter(long operations) {
    disk.cutAfter(operations);
  }

  private void off() {
    running = Optional.empty();
    outcomes.clear();
    answers.clear();
  }

  private void halt(String reason) {
    trace.accept(party() + " halts: " + reason);
    halted = Optional.of(reason);
    off();
    // The process ends: its locks go with it, its files stay as they are.
    disk.crash();
    lockDisk.crash();
    disk.restart();
    lockDisk.restart();
  }

  // ---- asking it ------------------------------------------------------------------------------

  /// An officer asks; `done` takes the outcome, never if the power goes first.
  public void request(Session session, NodeRequest request, Consumer<Outcome> done) {
    request(session, request, Optional.empty(), done);
  }

  /// The same, so that asking twice is the same as asking once.
  public void request(
      Session session,
      NodeRequest request,
      Optional<NodeRequest.Once> once,
      Consumer<Outcome> done) {
    running.ifPresent(
        run -> {
          long ticket = tickets++;
          outcomes.put(ticket, done);
          handle(run, new Event.Requested(ticket, session, request, once, clock.moment()));
        });
  }

  /// A message from another node arrives; `done` takes the answer.
  public void asked(PartyId peer, PeerRequest request, Consumer<PeerResponse> done) {
    running.ifPresent(
        run -> {
          long ticket = tickets++;
          answers.put(ticket, done);
          handle(run, new Event.PeerAsked(ticket, peer, request, clock.moment()));
        });
  }

  // ---- running --------------------------------------------------------------------------------

  private void handle(Running run, Event event) {
    if (!run.isCurrent()) {
      return;
    }
    steps++;
    try {
      perform(run, run.node.on(event));
      if (!(event instanceof Event.Settle)) {
        planSettle(run);
      }
    } catch (SimDisk.PowerCut e) {
      crash();
    }
  }

  private void perform(Running run, List<Effect> effects) {
    for (var effect : effects) {
      if (!run.isCurrent()) {
        return;
      }
      switch (effect) {
        case Effect.Append append -> append(run, append);
        case Effect.SwapLock swap -> swap(run, swap);
        case Effect.Call call -> call(run, call);
        case Effect.AnswerPeer(long ticket, PeerResponse response) ->
            Optional.ofNullable(answers.remove(ticket)).ifPresent(done -> done.accept(response));
        case Effect.Reply(long ticket, Outcome outcome) ->
            Optional.ofNullable(outcomes.remove(ticket)).ifPresent(done -> done.accept(outcome));
        case Effect.Changed _ -> {}
        case Effect.Halt(String reason) -> halt(reason);
      }
    }
  }

  private void append(Running run, Effect.Append append) {
    run.store
        .append(append.number(), append.frame())
        .whenComplete(
            (position, failure) -> {
              if (failure != null) {
                halt(String.valueOf(failure.getMessage()));
              } else if (run.isCurrent()) {
                run.positions.put(append.number(), position);
              }
            });
    if (!run.isFlushPlanned) {
      run.isFlushPlanned = true;
      var latency = random.between(Duration.ofNanos(50_000), Duration.ofMillis(3));
      scheduler.in(latency, party() + " syncs", () -> flush(run));
    }
  }

  private void flush(Running run) {
    if (!run.isCurrent()) {
      return;
    }
    run.isFlushPlanned = false;
    try {
      run.engine.flush();
    } catch (SimDisk.PowerCut e) {
      crash();
      return;
    }
    if (run.isCurrent() && !run.positions.isEmpty()) {
      handle(run, new Event.Appended(run.positions.lastKey() + 1, clock.moment()));
    }
  }

  private void swap(Running run, Effect.SwapLock swap) {
    try {
      if (!run.store.swap(swap.expected(), swap.head())) {
        halt("another process has signed with this node's key");
        return;
      }
    } catch (IOException e) {
      halt(String.valueOf(e.getMessage()));
      return;
    }
    scheduler.in(
        random.between(Duration.ofNanos(50_000), Duration.ofMillis(2)),
        party() + " locks",
        () -> handle(run, new Event.Locked(swap.head(), clock.moment())));
  }

  private void call(Running run, Effect.Call call) {
    caller.call(
        this,
        call.peer(),
        call.request(),
        response ->
            handle(
                run,
                response
                    .<Event>map(
                        answer -> new Event.PeerAnswered(call.callId(), answer, clock.moment()))
                    .orElseGet(
                        () ->
                            new Event.PeerUnreachable(
                                call.callId(), "no answer", clock.moment()))));
  }

  private void planSettle(Running run) {
    if (!run.isSettlePlanned) {
      run.isSettlePlanned = true;
      scheduler.in(
          SETTLE,
          party() + " settles",
          () -> {
            run.isSettlePlanned = false;
            handle(run, new Event.Settle(clock.moment()));
          });
    }
  }

  private void planTick(Running run) {
    scheduler.in(
        tick,
        party() + " ticks",
        () -> {
          if (run.isCurrent()) {
            handle(run, new Event.Tick(clock.moment()));
            planTick(run);
          }
        });
  }

  private void planKeep(Running run) {
    scheduler.in(
        random.between(Duration.ofMillis(500), tick.multipliedBy(KEEP_TICKS)),
        party() + " keeps",
        () -> {
          if (run.isCurrent()) {
            keep(run);
            planKeep(run);
          }
        });
  }

  private void keep(Running run) {
    long last = run.node.lastDurable();
    var position = run.positions.get(last);
    if (position == null || last == run.keptLast) {
      return;
    }
    run.keptLast = last;
    run.positions.headMap(last).clear();
    try {
      var kept = run.store.keep(run.node.takeUnkept(), position + 1);
      run.engine.flush();
      if (kept.toCompletableFuture().isDone()
          && !kept.toCompletableFuture().isCompletedExceptionally()) {
        run.store.release(position + 1);
      }
      run.node.snapshot(false, clock.moment()).ifPresent(Runnable::run);
    } catch (SimDisk.PowerCut e) {
      crash();
    } catch (IOException e) {
      halt(String.valueOf(e.getMessage()));
    }
  }
}
