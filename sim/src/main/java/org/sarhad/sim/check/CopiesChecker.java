package org.sarhad.sim.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.party.Origin;
import org.sarhad.core.record.PayloadId;
import org.sarhad.node.machine.LogView;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.proof.TlogProof;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.ProofException;
import org.sarhad.tlog.tree.Tree;

/// What stands in the logs, and that there are two of each: I3 (places and spelling), I7 (however
/// it came, the mirror is the author's log, byte for byte) and I11 (what is erased is gone from
/// both, and every proof holds).
public final class CopiesChecker implements Checker {
  private static final int CHUNK = 1000;
  private static final Bytes NEWLINE = Bytes.ofUtf8("\n");

  private final SimWorld world;
  private final Map<SimNode, Map<Origin, Long>> checked = new HashMap<>();
  private long erasures;

  /// A checker of `world`.
  public CopiesChecker(SimWorld world) {
    this.world = world;
  }

  /// How many payloads were found erased on both nodes, at the end.
  public long erasures() {
    return erasures;
  }

  /// I3, of everything that is new since it was looked at last.
  @Override
  public void look(SimNode node) {
    node.seen().logs().forEach(log -> look(node, log));
  }

  private void look(SimNode node, LogView log) {
    var sizes = checked.computeIfAbsent(node, _ -> new HashMap<>());
    long from = Math.min(sizes.getOrDefault(log.origin(), 0L), log.size());
    long index = from;
    for (var entry : node.seen().entries(log.origin(), from, log.size())) {
      stands(new EntryId(log.origin(), index++), entry);
    }
    sizes.put(log.origin(), index);
  }

  private static void stands(EntryId place, Entry entry) {
    Violation.unless(entry.id().equals(place), "I3", "%s stands at %s", entry.id(), place);
    Violation.unless(
        Bytes.concat(entry.envelope().line(), NEWLINE).equals(entry.signedText()),
        "I3",
        "%s has a second spelling",
        place);
  }

  // ---- at the end -----------------------------------------------------------------------------

  @Override
  public void end() {
    for (var author : world.nodes()) {
      var mirror = world.other(author);
      long size = author.seen().log(author.origin()).orElseThrow().size();
      for (long from = 0; from < size; from += CHUNK) {
        long to = Math.min(size, from + CHUNK);
        var written = author.seen().entries(author.origin(), from, to);
        var copied = mirror.seen().entries(author.origin(), from, to);
        same(author, written, copied);
      }
    }
  }

  private void same(SimNode author, List<Entry> written, List<Entry> copied) {
    var mirror = world.other(author);
    Violation.unless(
        written.size() == copied.size(),
        "I7",
        "%s has %d entries where %s wrote %d",
        mirror.party(),
        copied.size(),
        author.party(),
        written.size());
    for (int i = 0; i < written.size(); i++) {
      var entry = written.get(i);
      Violation.unless(
          entry.bytes().equals(copied.get(i).bytes()), "I7", "%s was copied otherwise", entry.id());
      for (var node : world.nodes()) {
        proven(node, entry);
        for (var ref : entry.envelope().payloads()) {
          payload(node, entry, ref);
        }
      }
    }
  }

  private void payload(SimNode node, Entry entry, PayloadRef ref) {
    var here = node.seen().payload(entry.id(), ref.sha256());
    if (node.seen().channel().erasures().containsKey(new PayloadId(entry.id(), ref.sha256()))) {
      erasures++;
      Violation.unless(
          here.isEmpty(), "I11", "%s still has what was erased of %s", node.party(), entry.id());
    } else if (!ref.isSealed()) {
      Violation.unless(
          here.filter(ref::isOf).isPresent(),
          "I7",
          "%s lacks a payload of %s",
          node.party(),
          entry.id());
    }
  }

  /// The entry is under the newest head, whatever became of its payloads.
  private static void proven(SimNode node, Entry entry) {
    var proof = node.seen().proof(entry.id());
    Violation.unless(proof.isPresent(), "I11", "%s has no proof of %s", node.party(), entry.id());
    verify(node, entry, proof.orElseThrow());
  }

  private static void verify(SimNode node, Entry entry, TlogProof proof) {
    var head = proof.head().checkpoint();
    try {
      Tree.verifyInclusion(
          Merkle.leaf(entry.bytes()), proof.index(), head.size(), head.root(), proof.proof());
    } catch (ProofException e) {
      throw new Violation(
          "I11", "%s proves %s wrongly: %s".formatted(node.party(), entry.id(), e.reason()));
    }
  }
}
