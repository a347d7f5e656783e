package org.sarhad.node.machine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.intake.EvidenceKind;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.node.link.Hello;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.proof.ForkProof;

/// Asks peers: pushes the own log, greets when it is quiet, pulls where nothing comes, looks into
/// heads that did not prove.
final class Outreach {
  private final Kernel kernel;
  private final Hosting hosting;
  private final Restoring restoring;

  /// The search in each log that forked; empty where it is over.
  private final Map<PartyId, Optional<ForkSearch>> searches = new TreeMap<>();

  Outreach(Kernel kernel, Hosting hosting, Restoring restoring) {
    this.kernel = kernel;
    this.hosting = hosting;
    this.restoring = restoring;
  }

  /// Starts whatever can be started with each peer.
  void reach(Moment now) {
    for (var link : List.copyOf(kernel.links().values())) {
      if (kernel.paired(link.peer()).isPresent()) {
        push(link, now);
        probe(link, now);
        search(link, now);
        pull(link, now);
        if (link.isGreetingDue(now)) {
          link.greeting(true);
          greet(link, (_, _) -> {}, _ -> {}, now);
        }
      }
    }
  }

  // ---- pushing --------------------------------------------------------------------------------

  private void push(PeerLink link, Moment now) {
    var delivered = kernel.durable().peers().find(link.peer()).map(peer -> peer.delivery().size());
    link.push()
        .next(kernel.published(), delivered.orElse(0L), now)
        .ifPresent(
            request ->
                ask(
                    link,
                    request,
                    (response, at) -> pushed(link, link.push().answered(response, at)),
                    at -> link.push().unreachable(at),
                    now));
  }

  private void pushed(PeerLink link, PushSession.Progress progress) {
    switch (progress) {
      case PushSession.Progress.Continues _, PushSession.Progress.Postponed _ -> {}
      case PushSession.Progress.Cosigned(SignedCheckpoint head) -> {
        link.trust();
        kernel.keep(List.of(new IntakeRecord.PeerCosigned(link.peer(), head.bytes())));
      }
      case PushSession.Progress.Behind(long size) -> {
        if (size > kernel.standing().own().signed()) {
          hosting.doubted(link, size);
        }
      }
      case PushSession.Progress.Refused(String sentence) -> {
        link.suspect("the peer does not take our log: " + sentence);
        kernel.changed();
      }
    }
  }

  // ---- greeting -------------------------------------------------------------------------------

  /// Greets the peer behind `link`; `greeted` hears what it says, if that is a greeting at all,
  /// `failed` why there was no answer.
  void greet(
      PeerLink link,
      BiConsumer<Optional<Hello>, Moment> greeted,
      Consumer<String> failed,
      Moment now) {
    kernel.call(
        link,
        new PeerRequest.GetHello(),
        new Kernel.Answer() {
          @Override
          public void came(PeerResponse response, Moment at) {
            link.greeting(false);
            greeted.accept(heard(link, response, at), at);
          }

          @Override
          public void failed(String reason, Moment at) {
            link.greeting(false);
            failed.accept(reason);
          }
        },
        now);
  }

  private Optional<Hello> heard(PeerLink link, PeerResponse response, Moment now) {
    var peer = kernel.standing().peers().get(link.peer());
    try {
      var hello = Hello.parse(response.body());
      if (hello.card().keys().equals(peer.card().keys())) {
        link.skew(Duration.between(now.wall(), hello.time()).toSeconds());
        hello.standing().ifPresent(known -> heard(link, peer, known, now));
      } else {
        link.suspect("the peer greets with other keys than were confirmed");
        kernel.changed();
      }
      return Optional.of(hello);
    } catch (MalformedException e) {
      link.suspect("the peer's greeting is malformed: " + e.getMessage());
      kernel.changed();
      return Optional.empty();
    }
  }

  /// A peer says where the two logs stand. What it says of ours counts if it is signed by us.
  private void heard(PeerLink link, PeerStanding peer, Hello.Standing known, Moment now) {
    var guard = kernel.guard();
    var before = guard.state();
    var card = kernel.self().card();
    boolean isOurs =
        known.held().map(head -> Heads.isBy(head, card.log(), kernel.verifier())).orElse(true);
    if (isOurs) {
      guard.heard(
          link.peer(), known.held(), kernel.standing().own().tree().size(), kernel.logs().own());
    }
    known
        .cosigned()
        .filter(head -> Heads.isBy(head, card.mirror(), kernel.verifier()))
        .ifPresent(head -> restoring.reminded(link.peer(), head));
    if (guard.state() != before) {
      kernel.changed();
    }
    if (guard.state() == GuardState.BEHIND) {
      restoring.beginAtOnce(link.peer(), now);
    }
    long theirs = known.own().map(SignedCheckpoint::size).orElse(0L);
    boolean isBehind = theirs > peer.mirror().size() && !peer.mirror().isFrozen();
    if (link.isPullDue(isBehind, now)) {
      link.pull(new PullSession("log/", peer.card().origin().value()));
    }
  }

  // ---- pulling --------------------------------------------------------------------------------

  private void pull(PeerLink link, Moment now) {
    while (link.pull().isPresent() && !link.isFetching() && link.keeper().isSettled()) {
      var session = link.pull().get();
      switch (session.next(receiver(link.peer()))) {
        case PullSession.Step.Ask(String path) -> {
          link.fetching(true);
          ask(
              link,
              new PeerRequest.GetResource(path),
              (response, _) -> {
                link.fetching(false);
                if (response.succeeded()) {
                  session.found(path, response.body());
                } else {
                  session.absent(path);
                }
              },
              _ -> {
                link.fetching(false);
                link.endPull();
              },
              now);
        }
        case PullSession.Step.Ingest step -> {
          var answer = hosting.asked(link.peer(), step.request(), now);
          if (!answer.succeeded() && !step.isMerelyEarly(answer)) {
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

  /// How far the mirror of `author`'s log is, asked anew each time.
  PullSession.Receiver receiver(PartyId author) {
    return new PullSession.Receiver() {
      @Override
      public long headSize() {
        return kernel.standing().peers().get(author).mirror().pending();
      }

      @Override
      public long next() {
        return kernel.standing().peers().get(author).mirror().state().next();
      }
    };
  }

  // ---- looking into a head --------------------------------------------------------------------

  private void probe(PeerLink link, Moment now) {
    var probe = hosting.probes().get(link.peer());
    if (probe == null || link.isFetching()) {
      return;
    }
    var author = kernel.standing().peers().get(link.peer());
    Runnable giveUp = () -> hosting.probes().remove(link.peer());
    switch (probe.state(author.card().log(), kernel.verifier())) {
      case ForkProbe.State.Ask(String path) ->
          askForTile(link, path, tile -> probe.found(path, tile), giveUp, giveUp, now);
      case ForkProbe.State.Forked(var proof) -> {
        kernel.keep(List.of(Evidence.of(proof, now.wall())));
        hosting.forked(author, link, proof);
        kernel.changed();
      }
      case ForkProbe.State.Nothing _ -> giveUp.run();
    }
  }

  /// Looks for the place where the two histories of a log part, as long as it is not known
  /// (06-7.5). An author who is not heard is asked when it is heard again, one who shows nothing
  /// not again in this run.
  private void search(PeerLink link, Moment now) {
    var author = kernel.durable().peers().find(link.peer());
    boolean isForked = author.filter(peer -> peer.mirror().isFrozen()).isPresent();
    if (!isForked || link.isFetching() || !link.isHeard()) {
      return;
    }
    var origin = author.get().card().origin();
    var search = searches.computeIfAbsent(link.peer(), _ -> begunSearch(origin));
    Runnable giveUp = () -> searches.put(link.peer(), Optional.empty());
    if (search.isPresent()) {
      switch (search.get().state()) {
        case ForkSearch.State.Ask(String path) ->
            askForTile(link, path, tile -> search.get().found(path, tile), giveUp, () -> {}, now);
        case ForkSearch.State.Found(long index) -> {
          var evidence = openFork(origin).orElseThrow().name();
          kernel.keep(List.of(new IntakeRecord.ForkLocated(evidence, index)));
          giveUp.run();
        }
        case ForkSearch.State.Nothing _ -> giveUp.run();
      }
    }
  }

  private Optional<ForkSearch> begunSearch(Origin origin) {
    return openFork(origin)
        .flatMap(
            fork -> {
              try {
                var log = kernel.logs().find(origin).orElseThrow();
                return ForkSearch.of(ForkProof.parse(fork.content()), log, log.size());
              } catch (MalformedException e) {
                throw new BugException("kept a fork that does not read back: " + e.getMessage());
              }
            });
  }

  /// The proof that `origin` has two histories, if it is not known where they part.
  private Optional<EvidenceView> openFork(Origin origin) {
    return kernel
        .durable()
        .evidence()
        .values()
        .filter(kept -> kept.kind() == EvidenceKind.FORK && kept.about().equals(origin))
        .filter(kept -> kept.firstDifference().isEmpty())
        .findFirst();
  }

  /// Asks for a tile. `found` says whether the answer is one; `none` is told if it is not, `failed`
  /// if there was no answer.
  private void askForTile(
      PeerLink link,
      String path,
      Predicate<Bytes> found,
      Runnable none,
      Runnable failed,
      Moment now) {
    link.fetching(true);
    ask(
        link,
        new PeerRequest.GetResource(path),
        (response, _) -> {
          link.fetching(false);
          if (!response.succeeded() || !found.test(response.body())) {
            none.run();
          }
        },
        _ -> {
          link.fetching(false);
          failed.run();
        },
        now);
  }

  private void ask(
      PeerLink link,
      PeerRequest request,
      BiConsumer<PeerResponse, Moment> came,
      Consumer<Moment> failed,
      Moment now) {
    kernel.call(
        link,
        request,
        new Kernel.Answer() {
          @Override
          public void came(PeerResponse response, Moment at) {
            came.accept(response, at);
          }

          @Override
          public void failed(String reason, Moment at) {
            failed.accept(at);
          }
        },
        now);
  }
}
