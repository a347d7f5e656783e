package org.sarhad.core.barter;

import java.util.ArrayList;
import java.util.List;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Frontier;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.ProofException;
import org.sarhad.tlog.tree.Tree;

/// The Merkle tree over the lines of an act of many acceptances (protocol clause 14-5.13), RFC
/// 6962: each leaf is the canonical text of a line as the terms of an act of its own, so that one
/// of them can be shown to somebody without the others.
///
/// @param lines those terms, in the order of the lines
public record AcceptanceTree(List<AcceptanceTerms> lines) {
  /// Copies the list.
  public AcceptanceTree {
    lines = List.copyOf(lines);
  }

  /// The root. O(lines).
  public Hash root() {
    Frontier tree = Frontier.EMPTY;
    for (AcceptanceTerms line : lines) {
      tree = tree.append(Merkle.leaf(line.canonical()));
    }
    return tree.root();
  }

  /// That line `line` is in it. O(lines).
  ///
  /// @param line from 1
  public Proof proof(int line) {
    List<Hash> leaves = new ArrayList<>();
    for (AcceptanceTerms one : lines) {
      leaves.add(Merkle.leaf(one.canonical()));
    }
    List<Hash> path =
        Tree.inclusionProof(line - 1, lines.size(), (level, at) -> of(leaves, level, at));
    return new Proof(line, lines.size(), lines.get(line - 1).canonical(), root(leaves), path);
  }

  private static Hash root(List<Hash> leaves) {
    return Tree.root(leaves.size(), (level, index) -> of(leaves, level, index));
  }

  /// The root of the complete subtree `index` of height `level`.
  private static Hash of(List<Hash> leaves, int level, long index) {
    return level == 0
        ? leaves.get(Math.toIntExact(index))
        : Merkle.node(of(leaves, level - 1, 2 * index), of(leaves, level - 1, 2 * index + 1));
  }

  /// That the root that both sides have signed has this line: all that an outsider needs beside the
  /// act itself.
  ///
  /// @param line from 1
  /// @param of how many lines the act has
  /// @param text the canonical terms of the line
  /// @param root as it stands in the act
  /// @param path hashes from the line's neighbour up
  public record Proof(int line, int of, Bytes text, Hash root, List<Hash> path) {
    /// Copies the list.
    public Proof {
      path = List.copyOf(path);
    }

    /// Whether it proves what it says. O(log lines).
    public boolean holds() {
      try {
        Tree.verifyInclusion(Merkle.leaf(text), line - 1, of, root, path);
        return true;
      } catch (ProofException _) {
        return false;
      }
    }

    /// The terms of the line.
    ///
    /// @throws MalformedJsonException when the text is none
    public AcceptanceTerms terms() throws MalformedJsonException {
      Json.Obj json = Json.parseCanonicalObject(text, JsonLimits.ofBytes(Math.max(1, text.size())));
      return (AcceptanceTerms) BarterTerms.fromJson(VoucherKind.ACCEPTANCE, json);
    }
  }
}
