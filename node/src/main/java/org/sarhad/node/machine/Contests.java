package org.sarhad.node.machine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.Assent;
import org.sarhad.core.act.StaleProof;
import org.sarhad.core.act.Withdrawal;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Cosignature;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Tree;

/// Finds assents to what this side had taken back, given by a peer that had signed for the taking
/// back before it wrote them and does not say so, and the two signatures of that peer that prove it
/// (protocol clause 07-7).
///
/// Both lie in the ledger, where every head that ever crossed is kept. It is read only when such an
/// assent is known; where the two only crossed, which happens, nothing is found and nothing said.
final class Contests {
  private final Kernel kernel;

  /// Assents that were looked into in this run of the node.
  private final Set<EntryId> seen = new HashSet<>();

  Contests(Kernel kernel) {
    this.kernel = kernel;
  }

  /// What there is to contest after `told` has become durable. O(1) unless it assents to something
  /// that this side has taken back; then the ledger is read once.
  List<Draft> after(Told told) {
    boolean isTheirs = !told.context().author().equals(kernel.self().party());
    return isTheirs
            && told.said().isPresent()
            && told.said().get() instanceof Statement.OnAct(ActFact.Assented(var ref, _, _))
        ? contests(kernel.accord().acts().act(ref.entry()).stream())
        : List.of();
  }

  /// What there is to contest at all: a crash may have come between the assent and the contest.
  /// O(acts), and the ledger once if one of them was taken back in vain.
  List<Draft> all() {
    return contests(kernel.accord().acts().acts().values());
  }

  // ---- what may be stale ----------------------------------------------------------------------

  /// An assent that denies what its author may have known.
  private record Suspicion(Act act, PartyId by, Assent assent) {
    Withdrawal withdrawal() {
      return act.withdrawal().orElseThrow();
    }
  }

  private List<Draft> contests(Stream<Act> acts) {
    var suspicions = acts.filter(this::isTakenBackInVain).flatMap(this::suspicions).toList();
    suspicions.forEach(one -> seen.add(one.assent().entry()));
    return suspicions.isEmpty() ? List.of() : proven(suspicions);
  }

  private boolean isTakenBackInVain(Act act) {
    return act.proposal().proposer().equals(kernel.self().party())
        && act.withdrawal().isPresent()
        && (act.isOpen() || act.isEffective());
  }

  private Stream<Suspicion> suspicions(Act act) {
    return kernel.standing().peers().keys().toList().stream()
        .flatMap(peer -> act.assentsOf(peer).map(assent -> new Suspicion(act, peer, assent)))
        .filter(one -> !seen.contains(one.assent().entry()) && wasCovered(one) && denies(one));
  }

  /// Whether its author has cosigned the withdrawal at all.
  private boolean wasCovered(Suspicion one) {
    long index = one.withdrawal().entry().index();
    return kernel
        .standing()
        .peers()
        .find(one.by())
        .filter(peer -> peer.delivery().size() > index)
        .isPresent();
  }

  /// Whether it says that its author had not seen the withdrawal.
  private boolean denies(Suspicion one) {
    var withdrawal = one.withdrawal().entry();
    return kernel
        .envelope(one.assent().entry())
        .filter(assent -> assent.seen().sizeOf(withdrawal.origin()) <= withdrawal.index())
        .isPresent();
  }

  // ---- what proves it -------------------------------------------------------------------------

  private List<Draft> proven(List<Suspicion> suspicions) {
    var searches = suspicions.stream().map(Search::new).toList();
    try {
      kernel.eachKept(record -> searches.forEach(search -> search.look(record)));
      var drafts = new ArrayList<Draft>();
      for (var search : searches) {
        search.contest().ifPresent(drafts::add);
      }
      return drafts;
    } catch (IOException e) {
      kernel.halt(String.valueOf(e.getMessage()));
      return List.of();
    }
  }

  /// Looks for the two heads: the one that was cosigned over the withdrawal first, and the one
  /// below the assent that was dated last.
  private final class Search {
    private final Suspicion about;
    private final List<VerifierKey> mirror;
    private final List<VerifierKey> log;
    private Optional<Dated> cosigned = Optional.empty();
    private Optional<Dated> silent = Optional.empty();

    private record Dated(SignedCheckpoint head, long seconds) {}

    Search(Suspicion about) {
      this.about = about;
      var card = kernel.standing().peers().get(about.by()).card();
      this.mirror = card.mirror();
      this.log = card.log();
    }

    void look(IntakeRecord record) {
      if (record instanceof IntakeRecord.PeerCosigned(var peer, Bytes note)
          && peer.equals(about.by())) {
        dated(Standing.head(note), mirror)
            .filter(found -> found.head().size() > about.withdrawal().entry().index())
            .filter(found -> cosigned.filter(one -> one.seconds() <= found.seconds()).isEmpty())
            .ifPresent(found -> cosigned = Optional.of(found));
      }
      if (record instanceof IntakeRecord.PeerHead(Bytes note)) {
        dated(Standing.head(note), log)
            .filter(found -> isBelow(found.head(), about.assent().entry()))
            .filter(found -> silent.filter(one -> one.seconds() >= found.seconds()).isEmpty())
            .ifPresent(found -> silent = Optional.of(found));
      }
    }

    private boolean isBelow(SignedCheckpoint head, EntryId assent) {
      return head.origin().equals(assent.origin().value()) && head.size() <= assent.index();
    }

    private Optional<Dated> dated(SignedCheckpoint head, List<VerifierKey> keys) {
      return keys.stream()
          .flatMap(
              key ->
                  head.note().signatures().stream()
                      .filter(line -> key.type().isCosignature() && line.claims(key))
                      .map(line -> Cosignature.timeSeconds(key, line)))
          .flatMapToLong(OptionalLong::stream)
          .mapToObj(seconds -> new Dated(head, seconds))
          .findFirst();
    }

    /// The contest, if it would hold.
    Optional<Draft> contest() {
      if (cosigned.isEmpty() || silent.isEmpty()) {
        return Optional.empty();
      }
      var withdrawal = about.withdrawal();
      var head = cosigned.get().head();
      var proof =
          new StaleProof(
              head,
              silent.get().head(),
              Tree.inclusionProof(withdrawal.entry().index(), head.size(), kernel.logs().own()));
      var assent = about.assent().entry();
      return proof.objection(kernel.facts().channel(), withdrawal, assent).isPresent()
          ? Optional.empty()
          : Optional.of(
              Draft.of(
                  new Statement.OnAct(new ActFact.Contested(about.act().ref(), assent, proof))));
    }
  }
}
