package org.sarhad.node.machine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Envelope;
import org.sarhad.core.joint.Accord;
import org.sarhad.core.order.RootReader;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.record.PayloadId;
import org.sarhad.core.record.RecordRules;
import org.sarhad.core.record.SideState;
import org.sarhad.core.response.ResponseSettings;
import org.sarhad.node.intake.IntakeFrame;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.node.intake.MalformedIntakeException;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.tree.Tree;

/// What the roles of a node have in common: the newest and the durable state of everything, the
/// links, and the ways to change them. Whoever decides something decides on the newest state and
/// [#keep]s it; what becomes durable is moved over by [Arrivals].
final class Kernel {
  private final NodeIdentity self;
  private final NodeConfiguration configuration;
  private final NodeStore store;
  private final Verifier verifier;
  private final Standing.Context context;
  private final Scribe scribe;
  private final Served served;
  private final Stage stage;
  private final StateSnapshots snapshots;
  private final GuardWatch guard = new GuardWatch();
  private final Outlook outlook = new Outlook();
  private final Map<PartyId, PeerLink> links = new TreeMap<>();
  private final Map<PartyId, Long> reminders = new TreeMap<>();
  private final Map<Long, Answer> calls = new HashMap<>();
  private final Map<Origin, Set<PayloadId>> excused = new HashMap<>();
  private final List<Consumer<Moment>> refoldListeners = new ArrayList<>();

  private Standing standing;
  private Facts facts;
  private Standing durable;
  private Facts durableFacts;
  private Optional<JointFold> joint = Optional.empty();
  private Optional<SignedCheckpoint> published = Optional.empty();
  private boolean isFrozen;
  private boolean isCausal;
  private boolean mustFold;
  private boolean isChanged = true;
  private boolean isHalted;
  private long nextCall = 1;

  /// What happens when a call is answered, or is not.
  interface Answer {
    /// The peer answered.
    void came(PeerResponse response, Moment now);

    /// It did not.
    void failed(String reason, Moment now);
  }

  Kernel(
      NodeIdentity self,
      NodeConfiguration configuration,
      NodeStore store,
      NodeStore.Recovered recovered,
      Verifier verifier,
      Scribe scribe,
      Moment now) {
    this.self = self;
    this.configuration = configuration;
    this.store = store;
    this.verifier = verifier;
    this.scribe = scribe;
    this.context = context(self, store);
    this.served = new Served(self, store.logs());
    this.stage = new Stage(recovered.nextNumber());
    this.standing = recovered.standing();
    this.durable = standing;
    this.snapshots = new StateSnapshots(store.snapshots(), settings().snapshots());
    var folded = snapshots.fold(self, store.logs(), standing, verifier);
    this.facts = folded.facts();
    this.durableFacts = facts;
    this.joint = folded.joint();
    this.isCausal = folded.isCausal();
    this.excused.putAll(folded.excused());
    eraseAgain();
    standing.peers().values().forEach(peer -> link(peer, now));
  }

  /// Carries out what was said to be erased, where a crash came between the word and the deed.
  private void eraseAgain() {
    for (var payload : durableFacts.channel().erasures().keys().toList()) {
      var log = logs().find(payload.entry().origin());
      try {
        if (log.isPresent()
            && log.get().findPayload(payload.entry().index(), payload.sha256()).isPresent()) {
          erase(payload);
        }
      } catch (IOException e) {
        halt(String.valueOf(e.getMessage()));
      }
    }
  }

  /// What a fold of the standing needs to know.
  static Standing.Context context(NodeIdentity self, NodeStore store) {
    return new Standing.Context(self.card().log(), store.logs().own());
  }

  // ---- what there is --------------------------------------------------------------------------

  NodeIdentity self() {
    return self;
  }

  NodeConfiguration configuration() {
    return configuration;
  }

  NodeSettings settings() {
    return configuration.settings();
  }

  Logs logs() {
    return store.logs();
  }

  Verifier verifier() {
    return verifier;
  }

  Served served() {
    return served;
  }

  Stage stage() {
    return stage;
  }

  GuardWatch guard() {
    return guard;
  }

  /// How far every log is, whether durable yet or not.
  Standing standing() {
    return standing;
  }

  /// What is said, whether durable yet or not.
  Facts facts() {
    return facts;
  }

  /// How far every log is, durably.
  Standing durable() {
    return durable;
  }

  /// What is said, durably.
  Facts durableFacts() {
    return durableFacts;
  }

  /// What is final; empty as long as there is no peer.
  Optional<JointFold> joint() {
    return joint;
  }

  /// What stands between the sides by everything that is known: see [Outlook]. Nothing as long as
  /// there is no peer.
  Accord accord() {
    return joint.map(fold -> outlook.on(fold, facts.channel(), stage.told())).orElse(Accord.NONE);
  }

  /// What the response goes by: what is agreed and final, or what this node was told to begin with.
  ResponseSettings response() {
    return joint.map(JointFold::accord).orElse(Accord.NONE).response(configuration.response());
  }

  /// The newest head that may be seen: durable and in the lock.
  Optional<SignedCheckpoint> published() {
    return published;
  }

  /// The links, by party.
  Map<PartyId, PeerLink> links() {
    return links;
  }

  Optional<PeerLink> link(PartyId peer) {
    return Optional.ofNullable(links.get(peer));
  }

  Optional<PeerStanding> paired(PartyId peer) {
    return standing.peers().find(peer).filter(PeerStanding::isPaired);
  }

  boolean hasPeers() {
    return standing.peers().values().anyMatch(PeerStanding::isPaired);
  }

  /// The envelope of an entry that is held.
  Optional<Envelope> envelope(EntryId id) {
    return logs()
        .find(id.origin())
        .filter(log -> id.index() < log.size())
        .map(_ -> logs().entry(id).envelope());
  }

  /// The heads that are known, here, to carry our signature; `locked` is the one in the lock.
  List<Checkpoint> signedHeads(Optional<SignedCheckpoint> locked) {
    var heads = new ArrayList<Checkpoint>();
    locked.ifPresent(head -> heads.add(head.checkpoint()));
    standing.own().head().ifPresent(head -> heads.add(head.checkpoint()));
    standing
        .peers()
        .values()
        .forEach(
            peer -> peer.delivery().cosigned().ifPresent(head -> heads.add(head.checkpoint())));
    return heads;
  }

  /// The trees this node holds: of its own log as far as it was shown, of the others as far as it
  /// cosigned.
  private RootReader roots() {
    return (origin, size) -> {
      long shown =
          origin.equals(self.origin())
              ? published.map(SignedCheckpoint::size).orElse(0L)
              : mirrored(origin);
      return size > shown
          ? Optional.empty()
          : logs().find(origin).filter(log -> size <= log.size()).map(log -> Tree.root(size, log));
    };
  }

  private long mirrored(Origin origin) {
    return standing.peerOf(origin.value()).map(peer -> peer.mirror().size()).orElse(0L);
  }

  /// Hands over every head, cosignature and exhibit that was ever kept, oldest first, some of them
  /// twice. Cost: reads the ledger once.
  void eachKept(Consumer<IntakeRecord> reader) throws IOException {
    try {
      store.eachKept(reader);
    } catch (MalformedIntakeException e) {
      throw new IOException("the ledger does not read back: " + e.getMessage(), e);
    }
  }

  // ---- what may be done -----------------------------------------------------------------------

  /// A peer showed our own cosignature on `size` entries of its log: so much of it we have known.
  /// Whether that is more than it showed before in this run.
  boolean remind(PartyId peer, long size) {
    boolean isMore = size > reminders.getOrDefault(peer, 0L);
    reminders.merge(peer, size, Math::max);
    return isMore;
  }

  /// Holds everything back that would be released, or lets it go again: what is here is about to
  /// change.
  void freeze(boolean frozen) {
    isFrozen = frozen;
  }

  boolean isFrozen() {
    return isFrozen;
  }

  /// Whether anything may be released: nothing is known to be missing of the own log, nor of what
  /// this side once cosigned, nor of what its last entry says it had seen.
  boolean mayRelease() {
    if (!guard.mayRelease() || isFrozen) {
      return false;
    }
    for (var reminder : reminders.entrySet()) {
      long here =
          standing.peers().find(reminder.getKey()).map(peer -> peer.mirror().size()).orElse(0L);
      if (here < reminder.getValue()) {
        return false;
      }
    }
    for (var head : facts.channel().side(self.origin()).seen().heads()) {
      if (mirrored(head.key()) < head.value().size()) {
        return false;
      }
    }
    return true;
  }

  // ---- changing -------------------------------------------------------------------------------

  /// A batch that begins where things stand now.
  Batch batch(Optional<Session> session, Moment now) {
    return new Batch(
        scribe, self.origin(), context, standing, facts, this::accord, session, now, mayRelease());
  }

  /// Keeps everything in `batch`, as one frame.
  void commit(Batch batch) {
    standing = batch.standing();
    facts = batch.facts();
    outlook.say(facts.channel(), batch.spoken().stream().map(Batch.Spoken::told));
    stage.append(new IntakeFrame(batch.records()), standing, facts, batch.spoken(), List.of());
  }

  /// Keeps `records`, none of them an entry that says something, as one frame.
  void keep(List<IntakeRecord> records) {
    keep(records, facts, List.of());
  }

  /// Keeps what a mirror ruled, as one frame.
  void keep(Ruling ruling) {
    keep(ruling.records(), ruling.facts(), ruling.known());
  }

  private void keep(List<IntakeRecord> records, Facts after, List<Told> known) {
    for (var record : records) {
      standing = standing.apply(record, context);
    }
    facts = after;
    outlook.say(facts.channel(), known.stream());
    stage.append(new IntakeFrame(records), standing, facts, List.of(), known);
  }

  /// What `staged` holds is durable.
  void arrived(Stage.Staged staged) {
    durable = staged.standing();
    durableFacts = staged.facts();
    isChanged = true;
  }

  /// `head` is in the lock: it may be seen.
  void publish(SignedCheckpoint head) {
    Logs.publish(logs().own(), head);
    published = Optional.of(head);
    isChanged = true;
  }

  /// What may be seen at a start: the head in the lock, if it is of what is here.
  void publishAgain(Optional<SignedCheckpoint> locked) {
    published =
        locked
            .filter(head -> Guard.isPrefix(head.checkpoint(), logs().own().size(), logs().own()))
            .or(() -> logs().own().checkpoint().map(Standing::head));
  }

  // ---- folding anew ---------------------------------------------------------------------------

  /// Is told after everything was folded anew.
  void onRefold(Consumer<Moment> listener) {
    refoldListeners.add(listener);
  }

  /// Folds everything anew from the logs, in which, now, everything is that was ever kept: nothing
  /// may be on its way. The links begin anew too. Cost: reads all logs once.
  void refold(Moment now) {
    excused.clear();
    excused.putAll(fold(now).excused());
    links.clear();
    standing.peers().values().forEach(peer -> link(peer, now));
  }

  private Refold.Result fold(Moment now) {
    var folded = Refold.run(self, logs(), standing, verifier);
    isCausal = folded.isCausal();
    facts = folded.facts();
    durable = standing;
    durableFacts = facts;
    joint = folded.joint();
    isChanged = true;
    refoldListeners.forEach(listener -> listener.accept(now));
    return folded;
  }

  /// Erases a payload that was said to be erased: from what was folded and kept, then from its log.
  /// As soon as nothing is on its way, everything is folded anew without it.
  ///
  /// @return false if it was not done: the entry is not here, or is of a kind that nobody may
  ///   erase, whatever its author says (02-7.5)
  boolean erase(PayloadId payload) throws IOException {
    var log = logs().find(payload.entry().origin());
    var kind = envelope(payload.entry()).map(Envelope::kind);
    if (log.isEmpty() || kind.filter(known -> !RecordRules.isKept(known)).isEmpty()) {
      return false;
    }
    snapshots.forget();
    if (log.get().erase(payload.sha256())) {
      mustFold = true;
    }
    return true;
  }

  /// Does so if it is due and can be done.
  void foldIfDue(Moment now) {
    if (mustFold && stage.isEmpty()) {
      mustFold = false;
      fold(now);
    }
  }

  /// The work of keeping what is folded and durable, which stands at `position`, for another
  /// thread; empty if it is not due or cannot be kept as it is.
  Optional<Runnable> snapshot(long position, boolean atEnd, Moment now) {
    long entries =
        durable.journal().size()
            + durableFacts.channel().sides().values().mapToLong(SideState::size).sum();
    if (mustFold || !isCausal || isFrozen || !snapshots.isDue(entries, atEnd, now)) {
      return Optional.empty();
    }
    var image = StateImage.of(durableFacts, joint, durable.journal().size());
    return image.hasPendingErasure()
        ? Optional.empty()
        : new SnapshotMatch(self, logs(), durable)
            .reach(image)
            .map(reach -> snapshots.capture(image, position, reach, now));
  }

  /// How it stands with what was kept so; for any thread.
  SnapshotReport snapshots() {
    return snapshots.report();
  }

  /// Another side speaks from now on: the joint order begins anew, with its log in it.
  void admit(Moment now) {
    joint = Refold.run(self, logs(), durable, verifier).joint();
    durable.peers().values().forEach(peer -> link(peer, now));
    refoldListeners.forEach(listener -> listener.accept(now));
  }

  private void link(PeerStanding peer, Moment now) {
    var origin = peer.card().origin();
    try {
      var keeper =
          new MirrorKeeper(
              self,
              verifier,
              settings(),
              origin,
              logs().open(origin),
              excused.getOrDefault(origin, Set.of()),
              roots(),
              now);
      var source = served.source(() -> durableFacts.channel());
      links.put(
          peer.party(),
          new PeerLink(
              peer, source, keeper, self.origin().value(), verifier, settings().link(), now));
    } catch (IOException e) {
      halt(String.valueOf(e.getMessage()));
    }
  }

  // ---- leaving --------------------------------------------------------------------------------

  /// Asks the peer behind `link`. Rests on nothing but what is durable.
  void call(PeerLink link, PeerRequest request, Answer answer, Moment now) {
    long id = nextCall++;
    link.asked(now);
    calls.put(
        id,
        new Answer() {
          @Override
          public void came(PeerResponse response, Moment at) {
            link.heard(at);
            answer.came(response, at);
          }

          @Override
          public void failed(String reason, Moment at) {
            link.missed();
            answer.failed(reason, at);
          }
        });
    stage.emitNow(new Effect.Call(id, link.peer(), request));
  }

  /// Whoever made the call `id`, once.
  Optional<Answer> called(long id) {
    return Optional.ofNullable(calls.remove(id));
  }

  /// Tells the consoles; what changed is durable.
  void tell(Change change) {
    stage.emitNow(new Effect.Changed(change));
  }

  /// What is shown is not what is any more.
  void changed() {
    isChanged = true;
  }

  /// Whether it is so since this was last asked.
  boolean takeChanged() {
    boolean was = isChanged;
    isChanged = false;
    return was;
  }

  /// The node cannot go on.
  void halt(String reason) {
    if (!isHalted) {
      isHalted = true;
      stage.emitNow(new Effect.Halt(reason));
    }
  }

  boolean isHalted() {
    return isHalted;
  }
}
