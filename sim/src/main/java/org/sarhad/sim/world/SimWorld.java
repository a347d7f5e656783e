package org.sarhad.sim.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.machine.NodeConfiguration;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.NodeSettings;
import org.sarhad.node.machine.Outcome;
import org.sarhad.node.machine.Session;
import org.sarhad.node.machine.SnapshotPace;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Two nodes, the line between them, and the one queue that moves everything: a run is a function
/// of its seed.
///
/// Each step of [#run] lets one thing happen and then calls everybody who [#watch]es, so that what
/// must always hold can be checked after every event. The trace of all that happened is hashed as
/// it goes: two runs of one seed have the same hash.
public final class SimWorld {
  /// The time of day at the beginning of every run.
  public static final Instant START = Instant.parse("2019-04-22T02:00:00Z");

  private static final Duration CALL_DEADLINE = Duration.ofSeconds(20);

  /// Often enough that a start after a crash finds one.
  private static final SnapshotPace SNAPSHOTS = new SnapshotPace(20, Duration.ofSeconds(5), 1);

  private final Scheduler scheduler = new Scheduler();
  private final SimIdentity.KeyMaker keys;
  private final SimRandom random;
  private final SimLink link;
  private final SimBorder border = new SimBorder(PartyId.of("ir"), PartyId.of("pk"));
  private final List<SimNode> nodes;
  private final List<Watcher> watchers = new ArrayList<>();
  private final List<Tap> taps = new ArrayList<>();
  private final List<String> story = new ArrayList<>();
  private Tamper tamper = Tamper.NONE;
  private Hash trace = Merkle.EMPTY_ROOT;
  private boolean isTold;

  /// Somebody who looks after every event.
  @FunctionalInterface
  public interface Watcher {
    /// Something called `label` has just happened.
    void look(String label);
  }

  /// Somebody who sees what leaves the nodes, the moment it does.
  public interface Tap {
    /// `from` sends `request`.
    default void sent(SimNode from, PartyId to, PeerRequest request) {}

    /// `from` answers `request`.
    default void answered(SimNode from, PartyId to, PeerRequest request, PeerResponse response) {}
  }

  /// A world of two nodes that are off and have never met.
  ///
  /// @param seed everything random comes from it
  /// @param keys makes their keys
  /// @param verifier checks what these sign
  public SimWorld(long seed, SimIdentity.KeyMaker keys, Verifier verifier, NodeSettings settings) {
    this.keys = keys;
    this.random = new SimRandom(seed);
    this.link = new SimLink(scheduler, random.fork());
    this.nodes =
        Stream.of(border.west(), border.east())
            .map(party -> computer(party, verifier, settings))
            .toList();
  }

  private SimNode computer(PartyId party, Verifier verifier, NodeSettings settings) {
    var identity = SimIdentity.of(party, keys, true);
    var configuration =
        NodeConfiguration.of(identity.founding()).with(settings).with(border.border());
    var clock = new SimClock(scheduler, START);
    var node = new SimNode(identity, configuration, verifier, scheduler, random.fork(), clock);
    node.connect(this::call);
    node.trace(this::happened);
    return node;
  }

  /// A world with signatures that cost nothing.
  public static SimWorld of(long seed) {
    var signatures = new FakeSignatures();
    return new SimWorld(seed, signatures::key, signatures, settings());
  }

  /// The settings of a simulated node: those of a real one, but it takes all that comes and
  /// restores itself.
  public static NodeSettings settings() {
    var real = NodeSettings.DEFAULTS;
    return real.with(real.link().withCallDeadline(CALL_DEADLINE))
        .with(new NodeSettings.Rate(real.quota().perSecond(), 1_000_000))
        .restoringAtOnce(true)
        .with(SNAPSHOTS);
  }

  // ---- what is in it --------------------------------------------------------------------------

  /// The left node, `ir`.
  public SimNode left() {
    return nodes.getFirst();
  }

  /// The right node, `pk`.
  public SimNode right() {
    return nodes.getLast();
  }

  /// Both nodes.
  public List<SimNode> nodes() {
    return nodes;
  }

  /// The node of `party`.
  public SimNode node(PartyId party) {
    return nodes.stream().filter(node -> node.party().equals(party)).findFirst().orElseThrow();
  }

  /// The other node.
  public SimNode other(SimNode node) {
    return node == left() ? right() : left();
  }

  /// An officer of `node`'s side, enrolled or not, under the key name `name`.
  public Session officer(SimNode node, String name) {
    return SimIdentity.session(name, keys, node.party());
  }

  /// The operational line, as both nodes have it.
  public SimBorder border() {
    return border;
  }

  /// The line between them.
  public SimLink link() {
    return link;
  }

  /// Its chance.
  public SimRandom random() {
    return random;
  }

  /// Its queue.
  public Scheduler scheduler() {
    return scheduler;
  }

  /// Lets `tamper` sit on the line.
  public void tamper(Tamper tamper) {
    this.tamper = tamper;
  }

  /// Lets `watcher` look after every event.
  public void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  /// Lets `tap` see what leaves.
  public void tap(Tap tap) {
    taps.add(tap);
  }

  // ---- letting things happen ------------------------------------------------------------------

  /// Lets `duration` pass, with everything that happens in it.
  public void run(Duration duration) {
    runUntil(() -> false, duration);
  }

  /// Lets time pass until `done`, at most `limit`; whether it came to that.
  public boolean runUntil(BooleanSupplier done, Duration limit) {
    long end = scheduler.nowNanos() + limit.toNanos();
    while (!done.getAsBoolean()) {
      var label = scheduler.step(end);
      if (label.isEmpty()) {
        return done.getAsBoolean();
      }
      happened(label.get());
      for (var watcher : watchers) {
        watcher.look(label.get());
      }
    }
    return true;
  }

  /// How many events the nodes have been given: what production code did, of all that happened.
  public long steps() {
    return nodes.stream().mapToLong(SimNode::steps).sum();
  }

  /// Puts a line into the story and the trace.
  public void note(String label) {
    happened(label);
  }

  private void happened(String label) {
    if (isTold) {
      story.add("%12.6f %s".formatted(scheduler.nowNanos() / 1e9, label));
    }
    trace =
        Merkle.sha256(
            Bytes.concat(trace.toBytes(), Bytes.ofUtf8(scheduler.nowNanos() + " " + label)));
  }

  /// A hash over everything that happened so far, in order.
  public Hash trace() {
    return trace;
  }

  /// Keeps, from now on, a line for everything that happens; for people, it is long.
  public List<String> tell() {
    isTold = true;
    return story;
  }

  private void call(
      SimNode from, PartyId to, PeerRequest request, Consumer<Optional<PeerResponse>> answered) {
    var there = from == left() ? SimLink.Direction.RIGHTWARD : SimLink.Direction.LEFTWARD;
    var back = from == left() ? SimLink.Direction.LEFTWARD : SimLink.Direction.RIGHTWARD;
    var name = request.getClass().getSimpleName();
    var isOver = new AtomicBoolean();
    taps.forEach(tap -> tap.sent(from, to, request));
    var sent = tamper.request(from.party(), to, request);
    Consumer<PeerResponse> reply =
        response -> {
          var seen = tamper.response(from.party(), to, sent, response);
          link.send(
              back,
              "%s answers %s %d".formatted(to, name, seen.status()),
              () -> {
                isOver.set(true);
                answered.accept(Optional.of(seen));
              });
        };
    link.send(
        there,
        from.party() + " asks " + name,
        () ->
            tamper
                .instead(from.party(), to, sent)
                .ifPresentOrElse(
                    reply,
                    () ->
                        node(to)
                            .asked(
                                from.party(),
                                sent,
                                response -> {
                                  taps.forEach(
                                      tap -> tap.answered(node(to), from.party(), sent, response));
                                  reply.accept(response);
                                })));
    scheduler.in(
        CALL_DEADLINE,
        from.party() + " waits no longer",
        () -> {
          if (!isOver.get()) {
            answered.accept(Optional.empty());
          }
        });
  }

  // ---- beginning ------------------------------------------------------------------------------

  /// Starts both nodes and lets their administrators confirm each other's cards.
  public void begin() {
    nodes.forEach(SimNode::start);
    run(Duration.ofSeconds(1));
    for (var node : nodes) {
      var card = other(node).identity().node().card();
      node.request(
          node.identity().chief(),
          new NodeRequest.ConfirmPairing(card, card.fingerprint()),
          outcome -> {
            if (outcome instanceof Outcome.Refused refused) {
              throw new IllegalStateException("pairing refused: " + refused);
            }
          });
    }
    run(Duration.ofSeconds(2));
  }
}
