package org.sarhad.core.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.order.JointOrder;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.TestSide;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// A few nodes whose officers do whatever they may about joint acts, over links that deliver late
/// and in any causal order; and the checks that must hold after every step.
///
/// Some sides are *stale*: now and then they assent to what they know to be withdrawn, and say that
/// they have not seen it.
final class ActWorld {
  /// Something does not hold.
  static final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Violation(String message) {
      super(message);
    }
  }

  private static final Instant TIME = Sides.EIGHT;

  /// One entry: where, knowing what, saying what about acts, if anything.
  private record Written(ActEntry entry, Optional<ActFact> fact) {
    EntryId id() {
      return entry.id();
    }
  }

  private static final class Node {
    final TestSide side;
    final boolean stale;
    final JointOrder order;
    final List<Written> own = new ArrayList<>();
    final Map<EntryId, Written> delivered = new TreeMap<>();
    final List<EntryId> given = new ArrayList<>();
    ActsState acts = ActsState.NONE;
    Seen seen = Seen.NOTHING;
    long toAnswer;

    Node(TestSide side, boolean stale, List<Origin> logs) {
      this.side = side;
      this.stale = stale;
      this.order = new JointOrder(logs);
    }

    Origin log() {
      return side.log();
    }

    Written delivered(EntryId id) {
      return Objects.requireNonNull(delivered.get(id), () -> id + " was never delivered");
    }
  }

  private final SplittableRandom random;
  private final ChannelState channel;
  private final Signatories who;
  private final List<Node> nodes;
  private final List<Hash> agreed = new ArrayList<>();
  private final List<EntryId> longest = new ArrayList<>();

  /// A world of these parties under `quorums`.
  ActWorld(SplittableRandom random, Quorums quorums, String... parties) {
    this.random = random;
    ActScene scene = new ActScene(quorums, parties);
    this.channel = scene.channel();
    this.who = scene.who();
    List<TestSide> sides =
        channel.sides().values().map(s -> s.party().value()).map(scene::side).toList();
    List<Origin> logs = sides.stream().map(TestSide::log).toList();
    this.nodes = sides.stream().map(side -> new Node(side, random.nextInt(4) == 0, logs)).toList();
    // Each log begins with its genesis, of which everybody knows.
    for (Node writer : nodes) {
      write(writer, Optional.empty(), Seen.NOTHING);
    }
    for (Node reader : nodes) {
      nodes.forEach(writer -> deliverOne(reader, writer));
    }
  }

  // ---- what happens ---------------------------------------------------------------------------

  /// One random thing: somebody does something about an act, says something else, or receives.
  void step() {
    Node at = nodes.get(random.nextInt(nodes.size()));
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> request(at).ifPresent(fact -> ask(at, fact));
      case 3 -> write(at, Optional.empty(), known(at));
      default -> {
        Node writer = nodes.get(random.nextInt(nodes.size()));
        while (deliverOne(at, writer) && random.nextInt(5) > 0) {
          // A link that is up carries several entries at once.
        }
      }
    }
  }

  private Optional<ActFact> request(Node at) {
    List<Act> live =
        tentative(at).acts().values().filter(act -> !act.stage().isTerminal()).toList();
    if (live.size() < 2 || (live.size() < 4 && random.nextInt(6) == 0)) {
      ActFact.Proposed fresh = ActScene.crossing();
      return Optional.of(random.nextBoolean() ? fresh.expiring(TIME) : fresh);
    }
    Act act = live.get(random.nextInt(live.size()));
    ActRef ref = act.ref();
    // What follows an act in force comes last and would hardly be met by chance alone.
    if (random.nextInt(4) > 0 && act.isEffective()) {
      return Optional.of(ActScene.crossing().superseding(ref));
    }
    if (random.nextInt(4) > 0 && act.proposal().said().supersedes().isPresent()) {
      return Optional.of(ActScene.assent(ref));
    }
    return Optional.of(
        switch (random.nextInt(12)) {
          case 0 -> ActScene.refusal(ref);
          case 1, 2 -> ActScene.withdrawal(ref);
          case 3 -> new ActFact.Expired(ref);
          case 4 -> ActScene.crossing().countering(ref);
          default -> ActScene.assent(ref);
        });
  }

  private void ask(Node at, ActFact fact) {
    boolean isStale = at.stale && fact instanceof ActFact.Assented && random.nextBoolean();
    Seen seen = isStale ? lessThan(at) : known(at);
    Decision<ActFact, ActFact, ActRefusal> decision =
        ActRules.decide(tentative(at), who, context(at, fact), seen, fact);
    if (decision instanceof Decision.Accepted<ActFact, ActFact, ActRefusal> || isStale) {
      write(at, Optional.of(fact), seen);
    }
  }

  /// What `at` has by now.
  private Seen known(Node at) {
    PersistentMap<Origin, SeenHead> heads = PersistentMap.empty();
    for (Node other : nodes) {
      long size = other == at ? 0 : at.order.deliveredSize(other.log());
      if (size > 0) {
        heads = heads.put(other.log(), head(other.log(), size));
      }
    }
    return new Seen(heads, List.of());
  }

  /// No more than it said before, although it has more.
  private Seen lessThan(Node at) {
    return at.seen;
  }

  private void write(Node at, Optional<ActFact> fact, Seen seen) {
    EntryId id = new EntryId(at.log(), at.own.size());
    Hash leaf = Merkle.sha256(Bytes.ofUtf8(id + " " + fact.map(ActFact::toJson)));
    FactContext context = fact.map(said -> context(at, said)).orElseGet(() -> byNode(at));
    Written written = new Written(new ActEntry(context, seen, leaf), fact);
    at.seen = seen;
    at.own.add(written);
    deliver(at, written);
  }

  private FactContext context(Node at, ActFact fact) {
    return fact instanceof ActFact.Expired
        ? byNode(at)
        : new FactContext(
            new EntryId(at.log(), at.own.size()),
            at.side.party(),
            true,
            TIME,
            Optional.of(TestSide.idOf(ActScene.chief(at.side))),
            Set.of(Role.CHIEF));
  }

  private static FactContext byNode(Node at) {
    return new FactContext(
        new EntryId(at.log(), at.own.size()),
        at.side.party(),
        true,
        TIME,
        Optional.empty(),
        Set.of());
  }

  private boolean deliverOne(Node reader, Node writer) {
    long next = reader.order.deliveredSize(writer.log());
    if (reader == writer || next >= writer.own.size()) {
      return false;
    }
    Written written = writer.own.get((int) next);
    if (!reader.order.isDeliverable(written.id(), written.entry().seen())) {
      return false;
    }
    deliver(reader, written);
    return true;
  }

  private void deliver(Node at, Written written) {
    at.delivered.put(written.id(), written);
    List<EntryId> newlyFinal = at.order.deliver(written.id(), written.entry().seen());
    if (!written.id().origin().equals(at.log()) && written.fact().isPresent()) {
      at.toAnswer = Math.max(at.toAnswer, at.order.lamport(written.id()));
    }
    for (EntryId id : newlyFinal) {
      ActsState before = at.acts;
      at.acts = folded(at.acts, at.delivered(id));
      at.given.add(id);
      check(at, before);
    }
  }

  private ActsState folded(ActsState state, Written written) {
    ActsState entered = state.enter(written.entry());
    return written.fact().map(fact -> entered.apply(who, written.entry(), fact)).orElse(entered);
  }

  private ActsState tentative(Node at) {
    ActsState state = at.acts;
    for (EntryId id : at.order.tentative()) {
      state = folded(state, at.delivered(id));
    }
    return state;
  }

  /// Everything is delivered, and everybody acknowledges what they have, and what moved an act.
  void heal() {
    for (boolean moved = true; moved; ) {
      moved = false;
      for (Node reader : nodes) {
        for (Node writer : nodes) {
          while (deliverOne(reader, writer)) {
            moved = true;
          }
        }
        boolean isBehind =
            nodes.stream()
                .anyMatch(
                    other ->
                        reader.order.lastLamport(other.log())
                            > reader.order.lastLamport(reader.log()));
        boolean isMoved = !tentative(reader).digest().equals(reader.acts.digest());
        boolean isWaitedFor =
            reader.toAnswer > reader.order.lastLamport(reader.log()) || (isMoved && isBehind);
        ActEntry draft = new ActEntry(byNode(reader), known(reader), Merkle.EMPTY_ROOT);
        if (isWaitedFor || tentative(reader).isMovedBy(draft)) {
          write(reader, Optional.empty(), known(reader));
          moved = true;
        }
      }
    }
  }

  // ---- what must hold -------------------------------------------------------------------------

  /// After every entry that became final: both have the same place and the same state there (I8,
  /// I9), and no act has left a terminal stage (I10).
  private void check(Node at, ActsState before) {
    int place = at.given.size() - 1;
    EntryId id = at.given.getLast();
    if (place == longest.size()) {
      longest.add(id);
      agreed.add(at.acts.digest());
    }
    require(longest.get(place).equals(id), "%s puts %s at place %d", at.log(), id, place);
    require(
        agreed.get(place).equals(at.acts.digest()),
        "%s computes another state after %s",
        at.log(),
        id);
    for (Act act : at.acts.acts().values().toList()) {
      before
          .act(act.id())
          .ifPresent(
              was ->
                  require(
                      was.stage() == act.stage() || was.stage().mayBecome(act.stage()),
                      "%s went from %s to %s",
                      act.id(),
                      was.stage(),
                      act.stage()));
      boolean isLeaving = act.isBeingWithdrawn();
      require(
          isLeaving
              == act.withdrawal()
                  .filter(taken -> at.acts.leaving().containsKey(taken.entry()))
                  .isPresent(),
          "%s is %s and listed otherwise",
          act.id(),
          isLeaving ? "being withdrawn" : "not being withdrawn");
    }
  }

  /// When all have come to rest: every node has the same state, nothing is left being withdrawn,
  /// and each act is what a look at each log alone says it must be.
  void checkAtRest(EnumMap<ActStage, Integer> met) {
    ActsState state = nodes.getFirst().acts;
    for (Node node : nodes) {
      require(node.acts.equals(state), "%s has another state at rest", node.log());
    }
    for (Act act : state.acts().values().toList()) {
      met.merge(act.stage(), 1, Integer::sum);
      require(!act.isBeingWithdrawn(), "%s is being withdrawn for ever", act.id());
      boolean isAgreed =
          act.proposal()
              .quorum()
              .seats()
              .keys()
              .filter(party -> !party.equals(act.proposal().proposer()))
              .allMatch(party -> saidYes(act, party, state));
      boolean wasEffective =
          act.isEffective() || act.stage() == ActStage.SUPERSEDED || act.stage() == ActStage.VOIDED;
      require(wasEffective == isAgreed, "%s is %s, each log alone says otherwise", act, isAgreed);
    }
  }

  /// Whether `party` said yes before it said no and before it says that it knew of the withdrawal.
  /// A look at one log, without any order of several: what the rule comes to.
  private boolean saidYes(Act act, PartyId party, ActsState state) {
    Node node = nodes.stream().filter(n -> n.side.party().equals(party)).findFirst().orElseThrow();
    for (Written written : node.own) {
      if (act.withdrawal().filter(taken -> written.entry().knows(taken.entry())).isPresent()) {
        return false;
      }
      boolean holds = !state.voids().containsKey(written.id());
      if (holds && written.fact().isPresent()) {
        switch (written.fact().get()) {
          case ActFact.Assented(ActRef ref, long _, Capacity _) when ref.equals(act.ref()) -> {
            return true;
          }
          case ActFact.Refused(ActRef ref, Capacity _, String _) when ref.equals(act.ref()) -> {
            return false;
          }
          case ActFact.Proposed proposed
              when proposed.counters().equals(Optional.of(act.ref())) -> {
            return false;
          }
          default -> {
            // About something else.
          }
        }
      }
    }
    return false;
  }

  /// The joint order folded by itself, from all logs, in the order of the longest node.
  ActsState refolded() {
    ActsState state = ActsState.NONE;
    for (EntryId id : Collections.unmodifiableList(longest)) {
      Node writer =
          nodes.stream().filter(n -> n.log().equals(id.origin())).findFirst().orElseThrow();
      state = folded(state, writer.own.get((int) id.index()));
    }
    return state;
  }

  ActsState acts() {
    return nodes.getFirst().acts;
  }

  private static SeenHead head(Origin log, long size) {
    return new SeenHead(size, Merkle.sha256(Bytes.ofUtf8(log + " at " + size)));
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation lives in a library we do without
  private static void require(boolean holds, String message, Object... args) {
    if (!holds) {
      throw new Violation(message.formatted(args));
    }
  }
}
