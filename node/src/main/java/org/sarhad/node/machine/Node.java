package org.sarhad.node.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Envelope;
import org.sarhad.core.order.RootReader;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.record.PayloadId;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.response.ResponseClocks;
import org.sarhad.node.intake.IntakeFrame;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.node.intake.MalformedIntakeException;
import org.sarhad.node.peer.Hello;
import org.sarhad.node.peer.PeerRequest;
import org.sarhad.node.peer.PeerResponse;
import org.sarhad.node.port.Randomness;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.Tree;

/// One sovereign node: events in, effects out.
///
/// This class routes and keeps the order of things; what is decided, and by which rule, is in the
/// class of each role: [Desk] for officers, [MirrorKeeper] for what peers send, [PushSession] for
/// what they are sent, [GuardWatch] for whether to sign, [JointFold] for what is final.
///
/// There are two states of everything: the newest, on which decisions are taken, and the durable
/// one, which is all that leaves. [Stage] keeps them apart. For one thread, but for [#view].
public final class Node {
  private final NodeIdentity self;
  private final NodeConfiguration configuration;
  private final NodeSettings settings;
  private final NodeStore store;
  private final Verifier verifier;
  private final Standing.Context context;
  private final Scribe scribe;
  private final Desk desk;
  private final Served served;
  private final Stage stage;
  private final GuardWatch guard = new GuardWatch();
  private final Comparison comparison = new Comparison();
  private final Acknowledger acknowledger;
  private final Map<PartyId, PeerLink> links = new TreeMap<>();
  private final Map<PartyId, ForkProbe> probes = new TreeMap<>();
  private final Map<Long, Answer> calls = new HashMap<>();
  private final Map<Origin, Set<PayloadId>> excused = new HashMap<>();
  private final Deque<Bytes> swapping = new ArrayDeque<>();
  private final Deque<Draft> nodeDrafts = new ArrayDeque<>();
  private final List<NodeStore.Numbered> unkept = new ArrayList<>();
  private final Set<EntryId> appeared = new LinkedHashSet<>();
  private final HashMap<Long, Runnable> onDurable = new HashMap<>();

  private Standing standing;
  private Facts facts;
  private Standing durable;
  private Facts durableFacts;
  private long durableNumber;
  private HeadLine durableTimes = HeadLine.EMPTY;
  private Optional<JointFold> joint = Optional.empty();
  private Optional<Bytes> locked;
  private Optional<SignedCheckpoint> published = Optional.empty();
  private Optional<Restore> restore = Optional.empty();
  private Optional<Moment> headAt = Optional.empty();
  private Optional<Moment> restoredAt = Optional.empty();
  private Moment reviewedAt;
  private final Map<PartyId, Long> known = new TreeMap<>();
  private boolean isForgetful;
  private boolean refoldWhenDurable;
  private long displaced;
  private boolean isHalted;
  private boolean isChanged = true;
  private long nextCall = 1;
  private volatile NodeView view;

  /// What happens when a call is answered, or is not.
  private interface Answer {
    void came(PeerResponse response, Moment now);

    void failed(String reason, Moment now);
  }

  /// A restore that is under way.
  private record Restore(PartyId peer, PullSession pull, RestoreKeeper keeper) {}

  // ---- starting -------------------------------------------------------------------------------

  /// A node on what `store` holds. Reads everything back; nothing is signed and nothing leaves
  /// before the first event. `now` is the time of the start.
  ///
  /// @throws IOException if the store cannot be read, or what it holds is not what was written
  /// @throws MalformedIntakeException if a newer version wrote it
  public Node(
      NodeIdentity self,
      NodeConfiguration configuration,
      NodeStore store,
      Verifier verifier,
      Randomness randomness,
      Moment now)
      throws IOException, MalformedIntakeException {
    this.self = self;
    this.configuration = configuration;
    this.settings = configuration.settings();
    this.store = store;
    this.verifier = verifier;
    this.context = new Standing.Context(self.card().log(), store.logs().own());
    this.scribe = new Scribe(self, randomness);
    this.desk = new Desk(self, configuration.response(), configuration.soil(), this::envelope);
    this.served = new Served(self, store.logs());
    this.acknowledger = new Acknowledger(settings, now);
    var recovered = store.recover(context);
    this.stage = new Stage(recovered.nextNumber());
    this.durableNumber = recovered.nextNumber();
    this.unkept.addAll(recovered.unkept());
    this.standing = recovered.standing();
    this.durable = standing;
    this.locked = recovered.locked();
    this.published = locked.map(Standing::head);
    this.reviewedAt = now;
    refold(now);
    this.durableFacts = facts;
    guard.start(signedHeads(), hasPeers(), standing.own().tree().size(), store.logs().own());
    this.view = viewed(now);
  }

  /// Lets the node begin: a founding entry if there is none yet, a head that was signed and had not
  /// left. Called once, before the first event.
  public List<Effect> start(Moment now) {
    standing.own().head().map(SignedCheckpoint::bytes).ifPresent(this::lock);
    if (standing.own().tree().size() == 0) {
      configuration
          .founding()
          .ifPresent(
              founding -> {
                var batch = batch(Optional.empty(), now);
                batch.writeAsNode(
                    Draft.of(
                        new RecordFact.Genesis(
                            self.card().keys(),
                            founding.recovery(),
                            founding.custodians(),
                            List.of())));
                commit(batch);
              });
    }
    pump(now);
    return finished(now);
  }

  /// Folds everything anew from the logs, which hold what `standing` says.
  private void refold(Moment now) {
    var result = Refold.run(self, store.logs(), standing, verifier);
    facts = result.facts();
    joint = result.joint();
    excused.clear();
    excused.putAll(result.excused());
    joint.ifPresent(fold -> acknowledger.refolded(fold, self.origin(), now));
    comparison.clear();
    links.clear();
    standing.peers().values().forEach(peer -> link(peer, now));
  }

  private void link(PeerStanding peer, Moment now) {
    var origin = peer.card().origin();
    try {
      var log = store.logs().open(origin);
      var keeper =
          new MirrorKeeper(
              self,
              verifier,
              settings,
              origin,
              log,
              excused.getOrDefault(origin, Set.of()),
              roots(),
              now);
      links.put(
          peer.party(),
          new PeerLink(
              peer,
              served.source(() -> durableFacts.channel()),
              keeper,
              self.origin().value(),
              verifier,
              settings,
              now));
    } catch (IOException e) {
      halt(String.valueOf(e.getMessage()));
    }
  }

  /// The trees this node holds: of its own log as far as it was shown, of the others as far as it
  /// cosigned.
  private RootReader roots() {
    return (origin, size) -> {
      long shown =
          origin.equals(self.origin())
              ? published.map(SignedCheckpoint::size).orElse(0L)
              : standing.peerOf(origin.value()).map(peer -> peer.mirror().size()).orElse(0L);
      return size > shown
          ? Optional.<Hash>empty()
          : store
              .logs()
              .find(origin)
              .filter(log -> size <= log.size())
              .map(log -> Tree.root(size, log));
    };
  }

  private Optional<Envelope> envelope(EntryId id) {
    return store
        .logs()
        .find(id.origin())
        .filter(log -> id.index() < log.size())
        .map(log -> Refold.parsed(log.entry(id.index())).envelope());
  }

  // ---- events ---------------------------------------------------------------------------------

  /// Takes one event and returns what is to be done about it, in order. A node that has halted
  /// answers nothing any more.
  public List<Effect> on(Event event) {
    if (isHalted) {
      return List.of();
    }
    try {
      switch (event) {
        case Event.Requested requested -> requested(requested);
        case Event.Appended(long number, Moment now) -> appended(number, now);
        case Event.Locked(Bytes head, Moment _) -> locked(head);
        case Event.PeerAsked(long ticket, PartyId peer, PeerRequest request, Moment now) ->
            stage.emit(new Effect.AnswerPeer(ticket, asked(peer, request, now)));
        case Event.PeerAnswered(long callId, PeerResponse response, Moment now) ->
            Optional.ofNullable(calls.remove(callId)).ifPresent(call -> call.came(response, now));
        case Event.PeerUnreachable(long callId, String reason, Moment now) ->
            Optional.ofNullable(calls.remove(callId)).ifPresent(call -> call.failed(reason, now));
        case Event.Tick(Moment now) -> tick(now);
        case Event.Settle(Moment now) -> settle(now);
      }
      pump(event.now());
      return finished(event.now());
    } catch (UncheckedIOException e) {
      halt(String.valueOf(e.getMessage()));
      return stage.drain();
    }
  }

  private List<Effect> finished(Moment now) {
    if (isChanged) {
      isChanged = false;
      view = viewed(now);
    }
    return stage.drain();
  }

  private void halt(String reason) {
    isHalted = true;
    stage.emitNow(new Effect.Halt(reason));
  }

  // ---- officers -------------------------------------------------------------------------------

  private void requested(Event.Requested event) {
    var now = event.now();
    var repeated = event.once().flatMap(once -> standing.answers().find(once.key()));
    if (repeated.isPresent()) {
      boolean same = repeated.get().body().equals(event.once().orElseThrow().body());
      reply(
          event.ticket(),
          same
              ? new Outcome.Accepted(repeated.get().entries(), new Reply.Repeated())
              : refused(NodeRefusal.KEY_REUSED, repeated.get().key()));
      return;
    }
    switch (event.request()) {
      case NodeRequest.TestLink(PartyId peer) -> testLink(event.ticket(), peer, now);
      case NodeRequest.RestoreFromPeer(PartyId peer) ->
          reply(event.ticket(), beginRestore(peer, Optional.of(event.session()), now));
      case NodeRequest.ImportBundle(Bytes tar) ->
          reply(event.ticket(), importBundle(tar, event.session(), now));
      case NodeRequest request -> reply(event.ticket(), decided(request, event, now));
    }
  }

  private Outcome decided(NodeRequest request, Event.Requested event, Moment now) {
    var batch = batch(Optional.of(event.session()), now);
    var outcome = desk.decide(request, event.session(), batch);
    if (outcome instanceof Outcome.Accepted accepted && !batch.records().isEmpty()) {
      boolean releases = batch.records().stream().anyMatch(IntakeRecord.OwnEntry.class::isInstance);
      if (releases && !mayRelease()) {
        return refused(NodeRefusal.BEHIND_OWN_MIRROR, guard.sentence());
      }
      if (request instanceof NodeRequest.WaiveGuard && !guard.waive()) {
        return refused(NodeRefusal.NOT_WAITING, guard.state().name());
      }
      event
          .once()
          .ifPresent(
              once ->
                  batch.keep(
                      new IntakeRecord.Answered(
                          once.key(), once.body(), now.wall(), accepted.entries())));
      commit(batch);
    }
    return outcome;
  }

  private Batch batch(Optional<Session> session, Moment now) {
    return new Batch(scribe, self.origin(), context, standing, facts, session, now);
  }

  private void commit(Batch batch) {
    standing = batch.standing();
    facts = batch.facts();
    stage.append(new IntakeFrame(batch.records()), standing, facts, batch.spoken(), List.of());
  }

  private void reply(long ticket, Outcome outcome) {
    stage.emit(new Effect.Reply(ticket, outcome));
  }

  private static Outcome refused(NodeRefusal refusal, String detail) {
    return Outcome.Refused.of("node", refusal, detail);
  }

  /// Whether anything may be released: nothing is known to be missing of the own log, nor of what
  /// its last entry says was seen.
  private boolean mayRelease() {
    if (!guard.mayRelease() || restore.isPresent() || isForgetful || refoldWhenDurable) {
      return false;
    }
    for (var peer : known.entrySet()) {
      if (standing.peers().find(peer.getKey()).map(p -> p.mirror().size()).orElse(0L)
          < peer.getValue()) {
        return false;
      }
    }
    for (var head : facts.channel().side(self.origin()).seen().heads()) {
      long here = standing.peerOf(head.key().value()).map(peer -> peer.mirror().size()).orElse(0L);
      if (here < head.value().size()) {
        return false;
      }
    }
    return true;
  }

  // ---- becoming durable -----------------------------------------------------------------------

  private void appended(long number, Moment now) {
    stage.durable(number, staged -> durable(staged, now));
    if (!appeared.isEmpty()) {
      stage.emitNow(new Effect.Changed(new Change.Entries(List.copyOf(appeared))));
      appeared.clear();
    }
    durableNumber = Math.max(durableNumber, number);
  }

  private void durable(Stage.Staged staged, Moment now) {
    durable = staged.standing();
    durableFacts = staged.facts();
    isChanged = true;
    for (var record : staged.frame().records()) {
      try {
        store.logs().take(record);
      } catch (IOException e) {
        halt(String.valueOf(e.getMessage()));
        return;
      }
      durable(record, now);
    }
    NodeStore.stripped(staged.frame())
        .ifPresent(frame -> unkept.add(new NodeStore.Numbered(staged.number(), frame)));
    staged.spoken().forEach(spoken -> told(spoken.told(), Optional.of(spoken.entry()), now));
    staged.known().forEach(told -> told(told, Optional.empty(), now));
    durableTimes = durableTimes.with(durable.own().tree().size(), now.wall());
    Optional.ofNullable(onDurable.remove(staged.number())).ifPresent(Runnable::run);
  }

  private void durable(IntakeRecord record, Moment now) {
    switch (record) {
      case IntakeRecord.OwnHead(Bytes note) -> lock(note);
      case IntakeRecord.PeerEntries(Origin origin, long start, var entries) ->
          standing
              .peerOf(origin.value())
              .map(peer -> links.get(peer.party()))
              .ifPresent(link -> link.keeper().durable(start + entries.size()));
      case IntakeRecord.PeerCosigned(PartyId peer, Bytes _) ->
          stage.emitNow(new Effect.Changed(new Change.Link(peer)));
      case IntakeRecord.EvidenceKept kept ->
          stage.emitNow(new Effect.Changed(new Change.EvidenceKept(kept.name())));
      case IntakeRecord.Paired _ -> {
        // Another side speaks from now on: the joint order begins anew, with its log in it.
        var result = Refold.run(self, store.logs(), durable, verifier);
        joint = result.joint();
        joint.ifPresent(fold -> acknowledger.refolded(fold, self.origin(), now));
        durable.peers().values().forEach(peer -> link(peer, now));
        guard.start(signedHeads(), hasPeers(), standing.own().tree().size(), store.logs().own());
      }
      case IntakeRecord.OwnEntry _,
          IntakeRecord.JournalEntry _,
          IntakeRecord.PeerHead _,
          IntakeRecord.MirrorCosigned _,
          IntakeRecord.OwnRestored _,
          IntakeRecord.Displaced _,
          IntakeRecord.Unpaired _,
          IntakeRecord.Answered _,
          IntakeRecord.GuardWaived _,
          IntakeRecord.Advanced _,
          IntakeRecord.Kept _ -> {}
    }
  }

  /// An entry is known here, durably.
  private void told(Told told, Optional<Entry> entry, Moment now) {
    appeared.add(told.id());
    told.record().ifPresent(fact -> statedDurably(told, fact));
    if (!told.context().released()) {
      return;
    }
    joint.ifPresent(
        fold -> {
          fold.deliver(told, entry);
          acknowledger.told(told, fold, self.origin(), now);
          comparison.told(told, self.party());
          if (comparison.compare(fold)) {
            comparison
                .disagreeing()
                .ifPresent(peer -> stage.emitNow(new Effect.Changed(new Change.Diverged(peer))));
          }
        });
  }

  private void statedDurably(Told told, RecordFact fact) {
    boolean holds = durableFacts.channel().voids().find(told.id()).isEmpty();
    if (holds && fact instanceof RecordFact.Erased(var payload, String _)) {
      try {
        var log = store.logs().find(payload.entry().origin());
        if (log.isPresent()) {
          log.get().erase(payload.sha256());
        }
      } catch (IOException e) {
        halt(String.valueOf(e.getMessage()));
      }
      if (!told.context().author().equals(self.party())) {
        nodeDrafts.add(Draft.of(new RecordFact.ErasureConfirmed(payload)));
      }
    }
  }

  // ---- signing --------------------------------------------------------------------------------

  private void settle(Moment now) {
    writeNodeDrafts(now);
    acknowledge(now);
    sign(now);
  }

  /// Signs a head over everything the own log has, if it may and there is something new. One head
  /// for all that came since the last one.
  private void sign(Moment now) {
    var own = standing.own();
    boolean isSoon = headAt.isPresent() && !now.isAtLeast(settings.headInterval(), headAt.get());
    boolean isBusy = restore.isPresent() || isForgetful || refoldWhenDurable;
    if (!guard.maySign() || isBusy || isSoon || own.tree().size() == own.signed()) {
      return;
    }
    // Times on our heads never go back, whatever the clock does.
    var at = own.times().newest().filter(last -> last.isAfter(now.wall())).orElse(now.wall());
    var head = Heads.sign(self, own.tree(), at);
    keep(List.of(new IntakeRecord.OwnHead(head.bytes())));
    headAt = Optional.of(now);
  }

  /// Puts a durable head into the lock; it leaves when it is there.
  private void lock(Bytes head) {
    var last = swapping.isEmpty() ? locked : Optional.of(swapping.getLast());
    if (!last.equals(Optional.of(head))) {
      swapping.add(head);
      stage.emitNow(new Effect.SwapLock(last, head));
    }
  }

  private void locked(Bytes head) {
    swapping.remove(head);
    locked = Optional.of(head);
    var signed = Standing.head(head);
    Logs.publish(store.logs().own(), signed);
    published = Optional.of(signed);
    isChanged = true;
    stage.emitNow(new Effect.Changed(new Change.Heads(Set.of(self.origin()))));
  }

  private void keep(List<IntakeRecord> records) {
    for (var record : records) {
      standing = standing.apply(record, context);
    }
    stage.append(new IntakeFrame(records), standing, facts, List.of(), List.of());
  }

  /// The heads that are known, here, to carry our signature.
  private List<Checkpoint> signedHeads() {
    var heads = new ArrayList<Checkpoint>();
    locked.ifPresent(note -> heads.add(Standing.head(note).checkpoint()));
    standing.own().head().ifPresent(head -> heads.add(head.checkpoint()));
    standing
        .peers()
        .values()
        .forEach(
            peer -> peer.delivery().cosigned().ifPresent(head -> heads.add(head.checkpoint())));
    return heads;
  }

  private boolean hasPeers() {
    return standing.peers().values().anyMatch(PeerStanding::isPaired);
  }

  // ---- what the node says by itself -----------------------------------------------------------

  private void writeNodeDrafts(Moment now) {
    if (nodeDrafts.isEmpty() || !guard.maySign() || !mayRelease()) {
      return;
    }
    var batch = batch(Optional.empty(), now);
    nodeDrafts.forEach(batch::writeAsNode);
    nodeDrafts.clear();
    commit(batch);
  }

  private void acknowledge(Moment now) {
    boolean isQuiet = standing.own().tree().size() == durable.own().tree().size();
    if (joint.isEmpty() || !guard.maySign() || !isQuiet || !mayRelease()) {
      return;
    }
    boolean isLive = links.values().stream().anyMatch(link -> link.state() != LinkState.SILENT);
    var fold = joint.get();
    if (acknowledger.isDue(fold, self.origin(), isLive, now)) {
      var batch = batch(Optional.empty(), now);
      batch.writeAsNode(Draft.of(new RecordFact.Ack(fold.finalCount(), fold.state())));
      commit(batch);
      acknowledger.said(now);
    }
  }

  private void tick(Moment now) {
    for (var peer : standing.peers().values().toList()) {
      var link = links.get(peer.party());
      if (link != null
          && link.reckon(durable.peers().get(peer.party()), guard, waiting(peer, now), now)) {
        isChanged = true;
        stage.emitNow(new Effect.Changed(new Change.Link(peer.party())));
      }
    }
    if (now.isAtLeast(configuration.reviewEvery(), reviewedAt)) {
      reviewedAt = now;
      review(now);
    }
  }

  /// Deadlines that have passed become facts of the journal.
  private void review(Moment now) {
    var silentSince =
        links.values().stream()
            .flatMap(link -> link.silentSince().stream())
            .min(Instant::compareTo);
    var review =
        ResponseClocks.review(
            facts.response(),
            self.party(),
            configuration.response(),
            now.wall(),
            silentSince,
            view);
    if (!review.facts().isEmpty()) {
      var batch = batch(Optional.empty(), now);
      review.facts().forEach(fact -> batch.writeAsNode(Draft.of(fact)));
      commit(batch);
    }
  }

  /// How long the oldest entry has waited that `peer` has not cosigned; empty if none waits.
  private Optional<Duration> waiting(PeerStanding peer, Moment now) {
    long index = durable.peers().get(peer.party()).delivery().size();
    if (index >= durable.own().tree().size()) {
      return Optional.empty();
    }
    var oldest = Refold.parsed(store.logs().own().entry(index)).envelope().time();
    return Optional.of(Duration.between(oldest, now.wall()));
  }

  // ---- peers ask ------------------------------------------------------------------------------

  private PeerResponse asked(PartyId peer, PeerRequest request, Moment now) {
    var author = standing.peers().find(peer).filter(PeerStanding::isPaired);
    var link = links.get(peer);
    if (request instanceof PeerRequest.GetHello) {
      author.ifPresent(_ -> Optional.ofNullable(link).ifPresent(known -> known.heard(now)));
      return greeting(author, now);
    }
    if (author.isEmpty() || link == null) {
      return PeerResponse.refusal(403, "this node is not paired with " + peer);
    }
    link.heard(now);
    return switch (request) {
      case PeerRequest.AddCheckpoint(Bytes body) ->
          ruled(author.get(), link, link.keeper().offer(author.get(), facts, body, now));
      case PeerRequest.PushPayloads push ->
          ruled(author.get(), link, link.keeper().hand(facts, push));
      case PeerRequest.AddEntries upload ->
          ruled(
              author.get(), link, link.keeper().upload(standing, author.get(), facts, upload, now));
      case PeerRequest.GetResource(String path) ->
          found(served.resource(path, durableFacts.channel()));
      case PeerRequest.GetPayload(Hash sha256) ->
          found(served.payload(sha256, durableFacts.channel()));
      case PeerRequest.GetHello _ -> greeting(author, now);
    };
  }

  private static PeerResponse found(Optional<Bytes> file) {
    return file.map(bytes -> new PeerResponse(200, PeerResponse.OCTETS, bytes))
        .orElseGet(() -> PeerResponse.refusal(404, "nothing here"));
  }

  private PeerResponse greeting(Optional<PeerStanding> author, Moment now) {
    var known =
        author.map(
            peer ->
                new Hello.Standing(
                    published,
                    durable.peers().find(peer.party()).flatMap(p -> p.delivery().cosigned()),
                    durable.peers().find(peer.party()).flatMap(p -> p.mirror().state().newest()),
                    durable.peers().find(peer.party()).map(p -> p.mirror().size()).orElse(0L),
                    peer.mirror().isFrozen()));
    var hello = new Hello(self.card(), now.wall(), known);
    return new PeerResponse(200, PeerResponse.JSON, hello.bytes());
  }

  /// Carries out what the mirror made of something.
  private PeerResponse ruled(PeerStanding author, PeerLink link, Ruling ruling) {
    if (!ruling.records().isEmpty()) {
      for (var record : ruling.records()) {
        standing = standing.apply(record, context);
      }
      facts = ruling.facts();
      stage.append(new IntakeFrame(ruling.records()), standing, facts, List.of(), ruling.known());
    }
    ruling.finding().ifPresent(finding -> found(author, link, finding));
    if (ruling.finding().isEmpty() && ruling.answer().succeeded()) {
      link.trust();
    }
    return ruling.answer();
  }

  private void found(PeerStanding author, PeerLink link, Ruling.Finding finding) {
    isChanged = true;
    switch (finding) {
      case Ruling.Finding.Fork(var proof) -> {
        probes.remove(author.party());
        link.endPull();
        nodeDrafts.add(
            Draft.of(
                    new RecordFact.ForkPublished(
                        author.card().origin(),
                        author.mirror().size(),
                        Merkle.sha256(proof.bytes())))
                .with(Draft.Attachment.evidence(proof.bytes())));
      }
      case Ruling.Finding.Unproven(SignedCheckpoint head, String sentence) -> {
        link.suspect("a head of %d entries does not prove: %s".formatted(head.size(), sentence));
        author
            .mirror()
            .state()
            .newest()
            .filter(held -> held.size() > 0 && held.size() < head.size())
            .ifPresent(held -> probes.putIfAbsent(author.party(), new ForkProbe(held, head)));
      }
      case Ruling.Finding.Suspect(String sentence) -> link.suspect(sentence);
      case Ruling.Finding.Behind(long size) ->
          guard.doubted(author.party(), size, standing.own().signed());
    }
  }

  // ---- asking peers ---------------------------------------------------------------------------

  /// Starts whatever can be started with each peer.
  private void pump(Moment now) {
    for (var link : links.values()) {
      var peer = standing.peers().find(link.peer()).filter(PeerStanding::isPaired);
      if (peer.isEmpty()) {
        continue;
      }
      push(link, now);
      probe(link, now);
      pull(link, now);
      if (link.isGreetingDue(now)) {
        greet(link, now);
      }
    }
    restore.ifPresent(going -> restore(going, now));
    recall(now);
    if (refoldWhenDurable && stage.isEmpty()) {
      refoldDurably(now);
    }
  }

  private long call(PeerLink link, PeerRequest request, Answer answer, Moment now) {
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
            answer.failed(reason, at);
          }
        });
    stage.emitNow(new Effect.Call(id, link.peer(), request));
    return id;
  }

  private void push(PeerLink link, Moment now) {
    var delivered = durable.peers().find(link.peer()).map(peer -> peer.delivery().size());
    var request = link.push().next(published, delivered.orElse(0L), now);
    request.ifPresent(
        asked ->
            call(
                link,
                asked,
                new Answer() {
                  @Override
                  public void came(PeerResponse response, Moment at) {
                    pushed(link, link.push().answered(response, at));
                  }

                  @Override
                  public void failed(String reason, Moment at) {
                    link.push().unreachable(at);
                  }
                },
                now));
  }

  private void pushed(PeerLink link, PushSession.Progress progress) {
    switch (progress) {
      case PushSession.Progress.Continues _, PushSession.Progress.Postponed _ -> {}
      case PushSession.Progress.Cosigned(SignedCheckpoint head) -> {
        link.trust();
        keep(List.of(new IntakeRecord.PeerCosigned(link.peer(), head.bytes())));
      }
      case PushSession.Progress.Behind(long size) -> {
        if (size > standing.own().signed()) {
          guard.doubted(link.peer(), size, standing.own().signed());
          isChanged = true;
        }
      }
      case PushSession.Progress.Refused(String sentence) -> {
        link.suspect("the peer does not take our log: " + sentence);
        isChanged = true;
      }
    }
  }

  private void greet(PeerLink link, Moment now) {
    link.greeting(true);
    call(
        link,
        new PeerRequest.GetHello(),
        new Answer() {
          @Override
          public void came(PeerResponse response, Moment at) {
            link.greeting(false);
            greeted(link, response, at);
          }

          @Override
          public void failed(String reason, Moment at) {
            link.greeting(false);
          }
        },
        now);
  }

  private Optional<Hello> greeted(PeerLink link, PeerResponse response, Moment now) {
    var peer = standing.peers().get(link.peer());
    try {
      var hello = Hello.parse(response.body());
      if (!hello.card().keys().equals(peer.card().keys())) {
        link.suspect("the peer greets with other keys than were confirmed");
        isChanged = true;
        return Optional.of(hello);
      }
      link.skew(Duration.between(now.wall(), hello.time()).toSeconds());
      hello.standing().ifPresent(known -> heardOf(link, peer, known, now));
      return Optional.of(hello);
    } catch (MalformedException e) {
      link.suspect("the peer's greeting is malformed: " + e.getMessage());
      isChanged = true;
      return Optional.empty();
    }
  }

  /// A peer says where the two logs stand.
  private void heardOf(PeerLink link, PeerStanding peer, Hello.Standing known, Moment now) {
    var before = guard.state();
    boolean isOurs =
        known.held().map(head -> Heads.isBy(head, self.card().log(), verifier)).orElse(true);
    if (isOurs) {
      guard.heard(link.peer(), known.held(), standing.own().tree().size(), store.logs().own());
    }
    known
        .cosigned()
        .filter(head -> Heads.isBy(head, self.card().mirror(), verifier))
        .ifPresent(head -> reminded(link.peer(), head.size()));
    if (guard.state() != before) {
      isChanged = true;
    }
    boolean isTime = restoredAt.isEmpty() || now.isAtLeast(settings.retryMax(), restoredAt.get());
    if (guard.state() == GuardState.BEHIND && settings.restoreAtOnce() && isTime) {
      restoredAt = Optional.of(now);
      beginRestore(link.peer(), Optional.empty(), now);
    }
    long theirs = known.own().map(SignedCheckpoint::size).orElse(0L);
    boolean isBehind = theirs > peer.mirror().size() && !peer.mirror().isFrozen();
    if (link.isPullDue(isBehind, now)) {
      link.pull(new PullSession("log/", peer.card().origin().value()));
    }
  }

  /// A peer shows a cosignature of ours: so much of its log we have known (06-4.7). If that is more
  /// than is here, an old copy of this node is running: nothing is released until it is back, and
  /// what was written since under no head, not knowing it, gives way.
  private void reminded(PartyId peer, long cosigned) {
    known.merge(peer, cosigned, Math::max);
    boolean isUnsigned = standing.own().tree().size() > standing.own().signed();
    if (standing.peers().get(peer).mirror().size() < cosigned && isUnsigned) {
      isForgetful = true;
    }
  }

  private void recall(Moment now) {
    if (isForgetful && stage.isEmpty() && restore.isEmpty()) {
      isForgetful = false;
      displace(standing.own().signed(), now);
      refoldWhenDurable = true;
    }
  }

  // ---- pulling --------------------------------------------------------------------------------

  private void pull(PeerLink link, Moment now) {
    while (link.pull().isPresent() && !link.isPulling()) {
      var author = standing.peers().get(link.peer());
      switch (link.pull().get().next(receiver(author))) {
        case PullSession.Step.Ask(String path) -> ask(link, path, now);
        case PullSession.Step.Ingest(PeerRequest request) -> {
          var answer = asked(link.peer(), request, now);
          if (!answer.succeeded() && answer.status() != 409) {
            link.endPull();
          } else if (answer.status() == 409) {
            link.endPull();
          }
        }
        case PullSession.Step.Done _ -> link.endPull();
        case PullSession.Step.Failed(String sentence) -> {
          link.suspect("the peer's files are not its log: " + sentence);
          link.endPull();
        }
      }
    }
  }

  private static PullSession.Receiver receiver(PeerStanding author) {
    return new PullSession.Receiver() {
      @Override
      public long headSize() {
        return author.mirror().pending();
      }

      @Override
      public long next() {
        return author.mirror().state().next();
      }
    };
  }

  private void ask(PeerLink link, String path, Moment now) {
    var session = link.pull().orElseThrow();
    link.pulling(true);
    call(
        link,
        new PeerRequest.GetResource(path),
        new Answer() {
          @Override
          public void came(PeerResponse response, Moment at) {
            link.pulling(false);
            if (response.succeeded()) {
              session.found(response.body());
            } else {
              session.absent();
            }
          }

          @Override
          public void failed(String reason, Moment at) {
            link.endPull();
          }
        },
        now);
  }

  private void probe(PeerLink link, Moment now) {
    var probe = probes.get(link.peer());
    if (probe == null || link.isPulling()) {
      return;
    }
    var author = standing.peers().get(link.peer());
    switch (probe.state(author.card().log(), verifier)) {
      case ForkProbe.State.Ask(String path) -> {
        link.pulling(true);
        call(
            link,
            new PeerRequest.GetResource(path),
            new Answer() {
              @Override
              public void came(PeerResponse response, Moment at) {
                link.pulling(false);
                if (!response.succeeded() || !probe.found(response.body())) {
                  probes.remove(link.peer());
                }
              }

              @Override
              public void failed(String reason, Moment at) {
                link.pulling(false);
                probes.remove(link.peer());
              }
            },
            now);
      }
      case ForkProbe.State.Forked(var proof) -> {
        keep(List.of(Evidence.of(proof, now.wall())));
        found(author, link, new Ruling.Finding.Fork(proof));
      }
      case ForkProbe.State.Nothing _ -> probes.remove(link.peer());
    }
  }

  private Outcome importBundle(Bytes tar, Session session, Moment now) {
    var refusal = desk.adminRefusal(session, batch(Optional.of(session), now));
    if (refusal.isPresent()) {
      return refused(refusal.get(), session.officer().value());
    }
    return new BundleImport(this::asked, () -> standing).run(tar, now);
  }

  // ---- restoring ------------------------------------------------------------------------------

  private Outcome beginRestore(PartyId peer, Optional<Session> session, Moment now) {
    if (session.isPresent()) {
      var refusal = desk.adminRefusal(session.get(), batch(session, now));
      if (refusal.isPresent()) {
        return refused(refusal.get(), session.get().officer().value());
      }
    }
    if (guard.state() != GuardState.BEHIND) {
      return refused(NodeRefusal.NOT_BEHIND, guard.state().name());
    }
    if (links.get(peer) == null) {
      return refused(NodeRefusal.PEER_UNKNOWN, peer.value());
    }
    guard.restoring();
    isChanged = true;
    var prefix = Logs.directoryName(self.origin().value()) + "/";
    restore =
        Optional.of(
            new Restore(
                peer,
                new PullSession(prefix, self.origin().value()),
                new RestoreKeeper(
                    self.card().log(), verifier, standing.own().head(), store.logs().own())));
    return new Outcome.Accepted(List.of(), new Reply.Nothing());
  }

  private void restore(Restore going, Moment now) {
    var link = links.get(going.peer());
    if (link == null || link.isPulling()) {
      return;
    }
    switch (going.pull().next(going.keeper())) {
      case PullSession.Step.Ask(String path) -> {
        link.pulling(true);
        call(
            link,
            new PeerRequest.GetResource(path),
            new Answer() {
              @Override
              public void came(PeerResponse response, Moment at) {
                link.pulling(false);
                if (response.succeeded()) {
                  going.pull().found(response.body());
                } else {
                  going.pull().absent();
                }
              }

              @Override
              public void failed(String reason, Moment at) {
                link.pulling(false);
                failRestore("the peer cannot be reached: " + reason);
              }
            },
            now);
      }
      case PullSession.Step.Ingest(PeerRequest request) -> {
        switch (going.keeper().take(request)) {
          case RestoreKeeper.Progress.Came(var records) -> restored(going, records, now);
          case RestoreKeeper.Progress.Failed(String sentence) -> failRestore(sentence);
        }
        restore.ifPresent(still -> restore(still, now));
      }
      case PullSession.Step.Done _ -> finishRestore(now);
      case PullSession.Step.Failed(String sentence) -> failRestore(sentence);
    }
  }

  private void restored(Restore going, List<IntakeRecord> records, Moment now) {
    if (records.isEmpty()) {
      return;
    }
    if (standing.own().tree().size() > going.keeper().base()
        && standing.own().signed() == going.keeper().base()
        && going.keeper().next() > going.keeper().base()
        && firstOf(records) == going.keeper().base()) {
      displace(going.keeper().base(), now);
    }
    for (var record : records) {
      keep(List.of(record));
    }
    isChanged = true;
  }

  private static long firstOf(List<IntakeRecord> records) {
    return records.getFirst() instanceof IntakeRecord.OwnRestored restored ? restored.start() : -1;
  }

  /// Own entries that were never under a head give way. Their exact bytes go into the journal.
  private void displace(long from, Moment now) {
    var batch = batch(Optional.empty(), now);
    var log = store.logs().own();
    for (long index = from; index < Math.min(log.size(), standing.own().tree().size()); index++) {
      batch.writeAsNode(Displacement.draft(log, index));
    }
    displaced += standing.own().tree().size() - from;
    batch.keep(new IntakeRecord.Displaced(from, batch.standing().journal().size()));
    commit(batch);
  }

  private void failRestore(String why) {
    restore = Optional.empty();
    guard.restoreFailed("the restore stopped: " + why);
    isChanged = true;
  }

  /// Everything is back. Once it is durable, all is folded anew, and the guard asks again.
  private void finishRestore(Moment now) {
    if (!stage.isEmpty()) {
      return;
    }
    restore = Optional.empty();
    // The head up to which we are restored is one we signed: it is published as it was.
    standing.own().head().ifPresent(head -> lock(head.bytes()));
    refoldDurably(now);
    guard.restored(standing.own().tree().size());
  }

  private void refoldDurably(Moment now) {
    refoldWhenDurable = false;
    refold(now);
    durable = standing;
    durableFacts = facts;
    isChanged = true;
  }

  // ---- testing the link -----------------------------------------------------------------------

  private void testLink(long ticket, PartyId peer, Moment now) {
    var link = links.get(peer);
    var paired = standing.peers().find(peer).filter(PeerStanding::isPaired);
    if (link == null || paired.isEmpty()) {
      reply(
          ticket,
          linkTested(List.of(new Reply.Step("paired", false, "not paired with " + peer, 0))));
      return;
    }
    call(
        link,
        new PeerRequest.GetHello(),
        new Answer() {
          @Override
          public void came(PeerResponse response, Moment at) {
            var hello = greeted(link, response, at);
            long millis = at.since(now).toMillis();
            var test =
                new LinkTest(
                    standing.peers().get(peer),
                    published.map(SignedCheckpoint::size).orElse(0L),
                    settings);
            reply(ticket, linkTested(test.steps(hello, millis, link.skew())));
          }

          @Override
          public void failed(String reason, Moment at) {
            reply(
                ticket,
                linkTested(
                    List.of(
                        new Reply.Step("paired", true, "paired with " + peer, 0),
                        new Reply.Step("reachable", false, reason, at.since(now).toMillis()))));
          }
        },
        now);
  }

  private static Outcome linkTested(List<Reply.Step> steps) {
    return new Outcome.Accepted(List.of(), new Reply.LinkTested(steps));
  }

  // ---- keeping and showing --------------------------------------------------------------------

  /// The number of the last frame that is durable; -1 if none ever was.
  public long lastDurable() {
    return durableNumber - 1;
  }

  /// What is durable and not yet in files and ledger. The caller keeps it: what is handed out is
  /// not handed out again.
  public NodeStore.KeepBatch takeUnkept() {
    var batch = new NodeStore.KeepBatch(unkept, lastDurable());
    unkept.clear();
    return batch;
  }

  /// What the node knows, as far as it is durable. May be called from any thread.
  public NodeView view() {
    return view;
  }

  private NodeView viewed(Moment now) {
    return new DurableView(
        now.wall(),
        self,
        store.logs(),
        served,
        durable,
        durableFacts,
        durableTimes,
        published,
        joint,
        comparison.view(joint),
        linkViews(now),
        new DurableView.GuardView(guard.state(), guard.sentence(), restoreView(), displaced));
  }

  private Optional<NodeView.RestoreView> restoreView() {
    return restore.map(
        going ->
            new NodeView.RestoreView(
                going.keeper().next(),
                going.keeper().target().map(SignedCheckpoint::size).orElse(0L)));
  }

  private List<LinkView> linkViews(Moment now) {
    var views = new ArrayList<LinkView>();
    for (var peer : durable.peers().values().toList()) {
      var link = links.get(peer.party());
      if (link != null) {
        views.add(LinkViews.of(peer, link, guard, durable, waiting(peer, now), now));
      }
    }
    return views;
  }
}
