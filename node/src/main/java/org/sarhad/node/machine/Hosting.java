package org.sarhad.node.machine;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.record.RecordFact;
import org.sarhad.node.link.Hello;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.proof.ForkProof;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Answers peers. What they send is ruled on by the [MirrorKeeper] of their log; this carries the
/// ruling out, and draws the conclusion when something speaks against them.
final class Hosting {
  private final Kernel kernel;
  private final Voice voice;
  private final Map<PartyId, ForkProbe> probes = new TreeMap<>();

  Hosting(Kernel kernel, Voice voice) {
    this.kernel = kernel;
    this.voice = voice;
  }

  /// The answer to what `peer`, authenticated by the link, asks. Must not leave before all that was
  /// decided so far is durable.
  PeerResponse asked(PartyId peer, PeerRequest request, Moment now) {
    var author = kernel.paired(peer);
    var link = kernel.link(peer);
    if (author.isPresent() && link.isPresent()) {
      link.get().heard(now);
      // Who does not know yet what it once cosigned cannot promise to have seen more from now on.
      return request instanceof PeerRequest.AddEntries
              && kernel.guard().state() == GuardState.WAITING
          ? PeerResponse.refusal(503, "not yet: " + kernel.guard().sentence())
          : asked(author.get(), link.get(), request, now);
    }
    return request instanceof PeerRequest.GetHello
        ? greeting(Optional.empty(), now)
        : PeerResponse.refusal(403, "this node is not paired with " + peer);
  }

  /// Takes what `peer`'s log has to say from the hands of an administrator (06-8.2): by the same
  /// rules, but it is no sign of life of the peer, and the link's rate does not count.
  PeerResponse carried(PartyId peer, PeerRequest request, Moment now) {
    var author = kernel.paired(peer);
    var link = kernel.link(peer);
    if (author.isEmpty() || link.isEmpty()) {
      return PeerResponse.refusal(403, "this node is not paired with " + peer);
    }
    if (request instanceof PeerRequest.AddEntries upload) {
      var keeper = link.get().keeper();
      var ruling = keeper.carried(kernel.standing(), author.get(), kernel.facts(), upload, now);
      return ruled(author.get(), link.get(), ruling);
    }
    return asked(author.get(), link.get(), request, now);
  }

  private PeerResponse asked(PeerStanding author, PeerLink link, PeerRequest request, Moment now) {
    var facts = kernel.facts();
    return switch (request) {
      case PeerRequest.AddCheckpoint(Bytes body) ->
          ruled(author, link, link.keeper().offer(author, facts, body, now));
      case PeerRequest.PushPayloads push -> ruled(author, link, link.keeper().hand(facts, push));
      case PeerRequest.AddEntries upload ->
          ruled(author, link, link.keeper().upload(kernel.standing(), author, facts, upload, now));
      case PeerRequest.GetResource(String path) ->
          found(kernel.served().resource(path, kernel.durableFacts().channel()));
      case PeerRequest.GetPayload(Hash sha256) ->
          found(kernel.served().payload(sha256, kernel.durableFacts().channel()));
      case PeerRequest.GetFilePiece _ ->
          PeerResponse.refusal(404, "files of exhibits are given beside the machine (06-10)");
      case PeerRequest.GetHello _ -> greeting(Optional.of(author), now);
    };
  }

  private static PeerResponse found(Optional<Bytes> file) {
    return file.map(bytes -> new PeerResponse(200, PeerResponse.OCTETS, bytes))
        .orElseGet(() -> PeerResponse.refusal(404, "nothing here"));
  }

  private PeerResponse greeting(Optional<PeerStanding> author, Moment now) {
    var known =
        author
            .flatMap(peer -> kernel.durable().peers().find(peer.party()))
            .map(
                peer ->
                    new Hello.Standing(
                        kernel.published(),
                        peer.delivery().cosigned(),
                        peer.mirror().state().newest(),
                        peer.mirror().size(),
                        peer.mirror().isFrozen()));
    var hello = new Hello(kernel.self().card(), now.wall(), known);
    return new PeerResponse(200, PeerResponse.JSON, hello.bytes());
  }

  private PeerResponse ruled(PeerStanding author, PeerLink link, Ruling ruling) {
    if (!ruling.records().isEmpty()) {
      kernel.keep(ruling);
    }
    if (ruling.finding().isPresent()) {
      conclude(author, link, ruling.finding().get());
    } else if (ruling.answer().succeeded()) {
      link.trust();
    }
    return ruling.answer();
  }

  private void conclude(PeerStanding author, PeerLink link, Ruling.Finding finding) {
    kernel.changed();
    switch (finding) {
      case Ruling.Finding.Fork(ForkProof proof) -> forked(author, link, proof);
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
      case Ruling.Finding.Behind(long size) -> doubted(link, size);
    }
  }

  /// The peer behind `link` says it has seen more of our log than we ever signed.
  void doubted(PeerLink link, long claimed) {
    long signed = kernel.standing().own().signed();
    if (!kernel.guard().doubted(link.peer(), claimed, signed)) {
      link.suspect(
          "the peer says it has seen %d entries of ours, and we signed no more than %d"
              .formatted(claimed, signed));
    }
    kernel.changed();
  }

  /// `author`'s log has two histories: nothing more of it is taken, and everybody may know
  /// (06-7.4). The evidence is kept already.
  void forked(PeerStanding author, PeerLink link, ForkProof proof) {
    probes.remove(author.party());
    link.endPull();
    voice.say(
        Draft.of(
                new RecordFact.ForkPublished(
                    author.card().origin(), author.mirror().size(), Merkle.sha256(proof.bytes())))
            .with(Draft.Attachment.evidence(proof.bytes())));
  }

  /// Heads of peers that did not prove and are looked into.
  Map<PartyId, ForkProbe> probes() {
    return probes;
  }
}
