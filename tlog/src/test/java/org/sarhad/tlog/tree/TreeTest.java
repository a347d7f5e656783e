package org.sarhad.tlog.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.testing.Naive;
import org.sarhad.tlog.testing.Seeded;
import org.sarhad.tlog.testing.TestLog;

/// The tree agrees with the definitions, for every size that fits on a small page and every
/// question that can be asked of it; and no proof serves for another question.
class TreeTest {
  private static final int SIZES = 300;
  private static final TestLog LOG = TestLog.of("ir.sarhad.example/joint", SIZES);
  private static final List<Hash> LEAVES =
      LOG.entries(0, SIZES).stream().map(Merkle::leaf).toList();

  @Test
  void rootAndFrontierAreTheDefinition() {
    var frontier = Frontier.EMPTY;
    for (int n = 0; n <= SIZES; n++) {
      var expected = Naive.root(LEAVES.subList(0, n));
      assertThat(Tree.root(n, LOG)).isEqualTo(expected);
      assertThat(frontier.root()).isEqualTo(expected);
      assertThat(frontier.size()).isEqualTo(n);
      assertThat(Frontier.of(n, LOG)).isEqualTo(frontier);
      assertThat(Frontier.of(n, frontier.peaks())).isEqualTo(frontier);
      if (n < SIZES) {
        frontier = frontier.append(LEAVES.get(n));
      }
    }
  }

  @Test
  void inclusionProofsAreTheDefinitionAndVerify() throws ProofException {
    for (int n = 1; n <= SIZES; n++) {
      var leaves = LEAVES.subList(0, n);
      var root = Tree.root(n, LOG);
      for (int i = 0; i < n; i += n < 70 ? 1 : 7) {
        var proof = Tree.inclusionProof(i, n, LOG);
        assertThat(proof).isEqualTo(Naive.path(i, leaves));
        Tree.verifyInclusion(LEAVES.get(i), i, n, root, proof);
      }
    }
  }

  @Test
  void consistencyProofsAreTheDefinitionAndVerify() throws ProofException {
    for (int n = 1; n <= SIZES; n++) {
      var leaves = LEAVES.subList(0, n);
      var root = Tree.root(n, LOG);
      for (int m = 1; m <= n; m += n < 70 ? 1 : 7) {
        var proof = Tree.consistencyProof(m, n, LOG);
        assertThat(proof).isEqualTo(Naive.consistency(m, leaves));
        Tree.verifyConsistency(m, Tree.root(m, LOG), n, root, proof);
      }
    }
  }

  @Test
  void everySubtreeOfEverySmallTreeIsProved() throws ProofException {
    for (int n = 1; n <= 66; n++) {
      var root = Tree.root(n, LOG);
      for (int start = 0; start < n; start++) {
        for (int end = start + 1; end <= n; end++) {
          if (!Subtree.isValid(start, end)) {
            continue;
          }
          var subtree = new Subtree(start, end);
          var leaves = LEAVES.subList(start, end);
          var subtreeRoot = Tree.subtreeRoot(subtree, LOG);
          var proof = Tree.subtreeConsistencyProof(subtree, n, LOG);
          assertThat(subtreeRoot).isEqualTo(Naive.root(leaves));
          assertThat(proof).isEqualTo(Naive.subtreeProof(start, end, LEAVES.subList(0, n)));
          Tree.verifySubtreeConsistency(start, end, subtreeRoot, n, root, proof);
          int middle = (start + end) / 2;
          var inside = Tree.subtreeInclusionProof(middle, subtree, LOG);
          assertThat(inside).isEqualTo(Naive.path(middle - start, leaves));
          Tree.verifySubtreeInclusion(LEAVES.get(middle), middle, start, end, subtreeRoot, inside);
        }
      }
    }
  }

  /// By the words of the draft: start is a multiple of the smallest power of two that is at least
  /// the size.
  @Test
  void rangesAreSubtreesAsDefined() {
    for (int start = 0; start <= 70; start++) {
      for (int end = start; end <= 140; end++) {
        int power = 1;
        while (power < end - start) {
          power *= 2;
        }
        assertThat(Subtree.isValid(start, end)).isEqualTo(start % power == 0);
      }
    }
    assertThat(Subtree.isValid(-1, 0)).isFalse();
    assertThat(Subtree.isValid(2, 1)).isFalse();
    assertThat(Subtree.isValid(0, Long.MAX_VALUE)).isTrue();
    assertThat(Subtree.isValid(1, Long.MAX_VALUE)).isFalse();
    assertThat(Subtree.isValid(1L << 62, Long.MAX_VALUE)).isTrue();
    assertThat(Subtree.isValid(1L << 61, Long.MAX_VALUE)).isFalse();
  }

  /// Each question has one answer: a proof made for other sizes is refused, unless it happens to be
  /// the very same hashes.
  @Test
  void noProofServesForAnotherQuestion() throws ProofException {
    int sizes = 20;
    int refused = 0;
    for (int n = 1; n <= sizes; n++) {
      for (int m = 1; m <= n; m++) {
        var proof = Tree.consistencyProof(m, n, LOG);
        for (int askedN = 1; askedN <= sizes; askedN++) {
          for (int askedM = 1; askedM <= askedN; askedM++) {
            boolean same = proof.equals(Tree.consistencyProof(askedM, askedN, LOG));
            assertThat(verifies(askedM, askedN, proof)).isEqualTo(same);
            refused += same ? 0 : 1;
          }
        }
      }
    }
    assertThat(refused).isGreaterThan(40_000);
  }

  private static boolean verifies(int m, int n, List<Hash> proof) {
    try {
      Tree.verifyConsistency(m, Tree.root(m, LOG), n, Tree.root(n, LOG), proof);
      return true;
    } catch (ProofException _) {
      return false;
    }
  }

  @Test
  void damagedProofsAreRefused() {
    Seeded.check(
        3_000,
        random -> {
          int n = 1 + random.nextInt(SIZES);
          long start = random.nextInt(n);
          long end = start + 1 + random.nextLong(n - start);
          if (!Subtree.isValid(start, end)) {
            start = 0;
          }
          var subtree = new Subtree(start, end);
          var question =
              new Question(
                  subtree.start(),
                  subtree.end(),
                  Tree.subtreeRoot(subtree, LOG),
                  n,
                  Tree.root(n, LOG),
                  Tree.subtreeConsistencyProof(subtree, n, LOG));
          assertThatCode(question::verify).doesNotThrowAnyException();
          var damaged = question.damaged(random);
          assertThatThrownBy(damaged::verify).as("%s", damaged).isInstanceOf(ProofException.class);
        });
  }

  private record Question(
      long start, long end, Hash subtreeRoot, long size, Hash root, List<Hash> proof) {
    void verify() throws ProofException {
      Tree.verifySubtreeConsistency(start, end, subtreeRoot, size, root, proof);
    }

    Question damaged(SplittableRandom random) {
      var hashes = new ArrayList<>(proof);
      switch (random.nextInt(6)) {
        case 0 -> {
          return new Question(start, end, flipped(subtreeRoot, random), size, root, proof);
        }
        case 1 -> {
          return new Question(start, end, subtreeRoot, size, flipped(root, random), proof);
        }
        case 2 -> hashes.add(random.nextInt(hashes.size() + 1), LEAVES.get(random.nextInt(SIZES)));
        case 3 -> {
          if (hashes.isEmpty()) {
            hashes.add(root);
          } else {
            hashes.remove(random.nextInt(hashes.size()));
          }
        }
        case 4 -> {
          if (hashes.isEmpty()) {
            return new Question(start, end, flipped(subtreeRoot, random), size, root, proof);
          }
          int at = random.nextInt(hashes.size());
          hashes.set(at, flipped(hashes.get(at), random));
        }
        default -> {
          // Too long for any tree, and for any memory to be wasted on it.
          for (int i = 0; i < 70; i++) {
            hashes.add(root);
          }
        }
      }
      return new Question(start, end, subtreeRoot, size, root, hashes);
    }

    private static Hash flipped(Hash hash, SplittableRandom random) {
      var bytes = hash.toArray();
      bytes[random.nextInt(Hash.SIZE)] ^= (byte) (1 << random.nextInt(8));
      return Hash.of(bytes);
    }
  }

  @Test
  void sizesAtTheEndOfTheRangeAreNoTrouble() {
    var root = Merkle.EMPTY_ROOT;
    long max = Long.MAX_VALUE;
    for (long[] range :
        new long[][] {
          {0, 1}, {0, max - 1}, {max - 1, max}, {1L << 62, max}, {0, 1L << 62}, {max - 1, max - 1}
        }) {
      for (int hashes : new int[] {1, 62, 63, 64}) {
        var proof = new ArrayList<Hash>();
        for (int i = 0; i < hashes; i++) {
          proof.add(root);
        }
        assertThatThrownBy(
                () -> Tree.verifySubtreeConsistency(range[0], range[1], root, max, root, proof))
            .isInstanceOf(ProofException.class);
      }
    }
    for (long[] nonsense : new long[][] {{-1, 0}, {5, 4}, {0, max}, {Long.MIN_VALUE, max}}) {
      assertThatThrownBy(
              () ->
                  Tree.verifySubtreeConsistency(nonsense[0], nonsense[1], root, 7, root, List.of()))
          .isInstanceOf(ProofException.class);
    }
  }

  @Test
  void nothingIsProvedFromTheEmptyTree() {
    assertThat(Tree.consistencyProof(0, 5, LOG)).isEmpty();
    assertThatThrownBy(
            () -> Tree.verifyConsistency(0, Merkle.EMPTY_ROOT, 5, Tree.root(5, LOG), List.of()))
        .isInstanceOf(ProofException.class)
        .hasMessageContaining("says nothing");
  }

  @Test
  void askingOutsideTheTreeIsABug() {
    assertThatThrownBy(() -> Tree.inclusionProof(5, 5, LOG)).isInstanceOf(BugException.class);
    assertThatThrownBy(() -> Tree.inclusionProof(-1, 5, LOG)).isInstanceOf(BugException.class);
    assertThatThrownBy(() -> Tree.consistencyProof(6, 5, LOG)).isInstanceOf(BugException.class);
    assertThatThrownBy(() -> Tree.root(-1, LOG)).isInstanceOf(BugException.class);
    assertThatThrownBy(() -> new Subtree(1, 3)).isInstanceOf(IllegalArgumentException.class);
  }
}
