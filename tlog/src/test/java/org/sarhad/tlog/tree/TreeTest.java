package org.sarhad.tlog.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.tlog._data.Naive;

/// The tree agrees with the definitions of RFC 6962, for every size that fits on a small page and
/// every question that can be asked of it.
class TreeTest {
  private static final int SIZES = 300;
  private static final List<Hash> LEAVES = Naive.leaves(SIZES);

  /// Every complete subtree of [#LEAVES], computed once.
  private static final HashReader READER = new StoredSubtrees(LEAVES);

  @Test
  void rootIsTheDefinition() {
    var frontier = Frontier.EMPTY;
    for (int n = 0; n <= SIZES; n++) {
      var expected = Naive.root(LEAVES.subList(0, n));
      assertThat(Tree.root(n, READER)).isEqualTo(expected);
      assertThat(frontier.root()).isEqualTo(expected);
      if (n < SIZES) {
        frontier = frontier.append(LEAVES.get(n));
      }
    }
  }

  @Test
  void inclusionProofsAreTheDefinitionAndVerify() throws ProofException {
    for (int n = 1; n <= SIZES; n++) {
      var leaves = LEAVES.subList(0, n);
      var root = Tree.root(n, READER);
      for (int i = 0; i < n; i += n < 70 ? 1 : 7) {
        var proof = Tree.inclusionProof(i, n, READER);
        assertThat(proof).isEqualTo(Naive.path(i, leaves));
        Tree.verifyInclusion(LEAVES.get(i), i, n, root, proof);
      }
    }
  }

  @Test
  void consistencyProofsAreTheDefinitionAndVerify() throws ProofException {
    for (int n = 1; n <= SIZES; n++) {
      var leaves = LEAVES.subList(0, n);
      var root = Tree.root(n, READER);
      for (int m = 1; m <= n; m += n < 70 ? 1 : 7) {
        var proof = Tree.consistencyProof(m, n, READER);
        assertThat(proof).isEqualTo(Naive.consistency(m, leaves));
        Tree.verifyConsistency(m, Tree.root(m, READER), n, root, proof);
      }
    }
  }

  @Test
  void nothingIsProvedFromTheEmptyTree() {
    var root = Tree.root(5, READER);
    assertThat(Tree.consistencyProof(0, 5, READER)).isEmpty();
    assertThatThrownBy(() -> Tree.verifyConsistency(0, Merkle.EMPTY_ROOT, 5, root, List.of()))
        .isInstanceOf(ProofException.class);
  }
}
