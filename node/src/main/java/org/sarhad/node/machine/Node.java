package org.sarhad.node.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sarhad.core.joint.Border;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.node.intake.MalformedIntakeException;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.port.Randomness;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Verifier;

/// One sovereign node: events in, effects out.
///
/// This class routes. What is decided, and by which rule, is in the class of each role:
///
/// | role | decides |
/// |---|---|
/// | [Desk] | what officers ask |
/// | [Voice] | what the node says by itself |
/// | [Signing] | when a head is signed, and how it gets out |
/// | [Hosting], [MirrorKeeper] | what peers send |
/// | [Outreach], [PushSession], [PullSession] | what peers are asked |
/// | [GuardWatch], [Restoring] | whether to sign, and how to get back what was lost |
/// | [Arrivals], [JointFold] | what follows when something is durable, and when it is final |
/// | [Outlook] | what stands between the sides before either, to be decided on |
///
/// [Kernel] holds what they have in common: there are two states of everything, the newest, on
/// which decisions are taken, and the durable one, which is all that leaves. For one thread, but
/// for [#view].
public final class Node {
  private final Kernel kernel;
  private final Desk desk;
  private final Signing signing;
  private final Voice voice;
  private final Hosting hosting;
  private final Restoring restoring;
  private final Outreach outreach;
  private final Arrivals arrivals;
  private final Views views;
  private Border border;
  private volatile NodeView view;

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
    var recovered = store.recover(Kernel.context(self, store));
    var comparison = new Comparison();
    this.border = configuration.border();
    this.kernel =
        new Kernel(
            self, configuration, store, recovered, verifier, new Scribe(self, randomness), now);
    this.desk =
        new Desk(
            self,
            kernel::response,
            () -> border,
            kernel::envelope,
            () -> kernel.guard().behindBy().orElse(0),
            () -> comparison.disagreeing().isPresent());
    this.signing = new Signing(kernel, recovered.locked());
    this.voice = new Voice(kernel, this::view, now);
    this.hosting = new Hosting(kernel, voice);
    this.restoring = new Restoring(kernel, signing);
    this.outreach = new Outreach(kernel, hosting, restoring);
    this.arrivals = new Arrivals(kernel, signing, voice, comparison, recovered);
    this.views = new Views(kernel, arrivals, comparison, restoring);
    kernel.onRefold(_ -> comparison.clear());
    kernel.onRefold(voice::refolded);
    voice.refolded(now);
    kernel.publishAgain(signing.locked());
    guard();
    this.view = views.view(now);
  }

  private void guard() {
    kernel
        .guard()
        .start(
            kernel.signedHeads(signing.locked()),
            kernel.hasPeers(),
            kernel.standing().own().tree().size(),
            kernel.logs().own());
  }

  /// Lets the node begin: a founding entry if there is none yet, a head that was signed and had not
  /// left. Called once, before the first event.
  public List<Effect> start(Moment now) {
    if (kernel.guard().state() != GuardState.BEHIND) {
      kernel.standing().own().head().map(SignedCheckpoint::bytes).ifPresent(signing::lock);
    }
    if (kernel.standing().own().tree().size() == 0 && kernel.guard().mayRelease()) {
      kernel.configuration().founding().ifPresent(founding -> voice.found(founding, now));
    }
    return finished(now);
  }

  // ---- events ---------------------------------------------------------------------------------

  /// Takes one event and returns what is to be done about it, in order. A node that has halted
  /// answers nothing any more.
  public List<Effect> on(Event event) {
    if (kernel.isHalted()) {
      return List.of();
    }
    try {
      route(event);
      return finished(event.now());
    } catch (UncheckedIOException e) {
      kernel.halt(String.valueOf(e.getMessage()));
      return kernel.stage().drain();
    }
  }

  private void route(Event event) {
    switch (event) {
      case Event.Requested requested -> requested(requested);
      case Event.Appended(long number, Moment now) -> arrivals.durable(number, now);
      case Event.Locked(Bytes head, Moment _) -> signing.locked(head);
      case Event.PeerAsked(long ticket, PartyId peer, PeerRequest request, Moment now) ->
          kernel.stage().emit(new Effect.AnswerPeer(ticket, hosting.asked(peer, request, now)));
      case Event.PeerAnswered(long callId, PeerResponse response, Moment now) ->
          kernel.called(callId).ifPresent(call -> call.came(response, now));
      case Event.PeerUnreachable(long callId, String reason, Moment now) ->
          kernel.called(callId).ifPresent(call -> call.failed(reason, now));
      case Event.LineChanged(Border other, Moment _) -> border = other;
      case Event.Tick(Moment now) -> {
        views.reckon(now);
        voice.review(now);
      }
      case Event.Settle(Moment now) -> {
        voice.speak(now);
        signing.sign(now);
      }
    }
  }

  private List<Effect> finished(Moment now) {
    outreach.reach(now);
    restoring.step(now);
    kernel.foldIfDue(now);
    if (kernel.takeChanged()) {
      view = views.view(now);
    }
    return kernel.stage().drain();
  }

  // ---- officers -------------------------------------------------------------------------------

  private void requested(Event.Requested event) {
    var repeated = event.once().flatMap(once -> kernel.standing().answers().find(once.key()));
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
      case NodeRequest.TestLink(PartyId peer) -> testLink(event.ticket(), peer, event.now());
      case NodeRequest.RestoreFromPeer(PartyId peer) ->
          reply(event.ticket(), asAdmin(event, () -> restore(peer, event.now())));
      case NodeRequest.ImportBundle(var archive, int packagesMax) ->
          reply(
              event.ticket(),
              asAdmin(
                  event,
                  () ->
                      new BundleImport(hosting::carried, kernel::standing)
                          .run(archive, packagesMax, event.now())));
      case NodeRequest request -> reply(event.ticket(), decided(request, event));
    }
  }

  private Outcome decided(NodeRequest request, Event.Requested event) {
    var batch = kernel.batch(Optional.of(event.session()), event.now());
    var outcome = desk.decide(request, event.session(), batch);
    if (batch.isWithheld() && outcome instanceof Outcome.Accepted) {
      return refused(NodeRefusal.BEHIND_OWN_MIRROR, kernel.guard().sentence());
    }
    if (!(outcome instanceof Outcome.Accepted accepted) || batch.records().isEmpty()) {
      return outcome;
    }
    if (request instanceof NodeRequest.WaiveGuard && !kernel.guard().waive()) {
      return refused(NodeRefusal.NOT_WAITING, kernel.guard().state().name());
    }
    event
        .once()
        .ifPresent(
            once ->
                batch.keep(
                    new IntakeRecord.Answered(
                        once.key(), once.body(), event.now().wall(), accepted.entries())));
    kernel.commit(batch);
    return outcome;
  }

  private Outcome asAdmin(Event.Requested event, Supplier<Outcome> action) {
    var session = event.session();
    return desk.adminRefusal(session, kernel.batch(Optional.of(session), event.now()))
        .map(refusal -> refused(refusal, session.officer().value()))
        .orElseGet(action);
  }

  private Outcome restore(PartyId peer, Moment now) {
    return restoring
        .begin(peer, now)
        .map(refusal -> (Outcome) Outcome.Refused.of("node", refusal, peer.value()))
        .orElseGet(() -> new Outcome.Accepted(List.of(), new Reply.Nothing()));
  }

  private void testLink(long ticket, PartyId peer, Moment now) {
    var link = kernel.link(peer);
    if (link.isEmpty() || kernel.paired(peer).isEmpty()) {
      reply(ticket, LinkTest.notPaired(peer));
      return;
    }
    outreach.greet(
        link.get(),
        (hello, at) ->
            reply(
                ticket,
                new LinkTest(
                        kernel.standing().peers().get(peer),
                        kernel.published().map(SignedCheckpoint::size).orElse(0L),
                        kernel.settings().clocks())
                    .judge(hello, at.since(now).toMillis(), link.get().skew())),
        reason -> reply(ticket, LinkTest.unreachable(peer, reason)),
        now);
  }

  private void reply(long ticket, Outcome outcome) {
    kernel.stage().emit(new Effect.Reply(ticket, outcome));
  }

  private static Outcome refused(NodeRefusal refusal, String detail) {
    return Outcome.Refused.of("node", refusal, detail);
  }

  // ---- keeping and showing --------------------------------------------------------------------

  /// The number of the last frame that is durable; -1 if none ever was.
  public long lastDurable() {
    return arrivals.last();
  }

  /// What is durable and not yet in files and ledger. The caller keeps it: what is handed out is
  /// not handed out again.
  public NodeStore.KeepBatch takeUnkept() {
    return arrivals.takeUnkept();
  }

  /// The work of keeping what is folded, for another thread; empty if it is not due. `atEnd` when
  /// the node is about to stop.
  public Optional<Runnable> snapshot(boolean atEnd, Moment now) {
    return kernel.snapshot(arrivals.last() + 1, atEnd, now);
  }

  /// How it stands with what was kept so. May be called from any thread.
  public SnapshotReport snapshots() {
    return kernel.snapshots();
  }

  /// What the node knows, as far as it is durable. May be called from any thread.
  public NodeView view() {
    return view;
  }
}
