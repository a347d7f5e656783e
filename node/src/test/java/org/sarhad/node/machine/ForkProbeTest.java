package org.sarhad.node.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.node.testing.Scribe;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.note.VerifierKey;

/// A head that did not prove is looked into with its author's tiles (06-7.3).
class ForkProbeTest {
  private static final Verifier VERIFIER = Signatures.jdk();
  private static final List<VerifierKey> KEYS = List.of(LeafTree.AUTHOR.verifierKey());

  private final List<String> asked = new ArrayList<>();

  /// Answers with the tiles of `author` until the probe of its head has come to something.
  private ForkProbe.State run(LeafTree held, LeafTree offered, LeafTree author) {
    var probe = new ForkProbe(held.head(), offered.head());
    while (true) {
      var state = probe.state(KEYS, VERIFIER);
      if (!(state instanceof ForkProbe.State.Ask(String path))) {
        return state;
      }
      asked.add(path);
      assertThat(probe.found(path, author.served(path).orElseThrow())).isTrue();
    }
  }

  @ParameterizedTest(name = "{0} held, {1} offered that part at {2}")
  @CsvSource({"1,2,0", "4,7,3", "4,7,0", "5,8,4", "256,257,255", "256,600,17", "300,700,299"})
  void theAuthorsTilesConvictIt(int held, int offered, int parts) {
    var other = LeafTree.of(offered, parts, "pk");

    var state = run(LeafTree.of(held), other, other);

    assertThat(state)
        .isInstanceOfSatisfying(
            ForkProbe.State.Forked.class,
            forked -> {
              assertThat(forked.proof().smaller()).isEqualTo(LeafTree.of(held).head());
              assertThat(forked.proof().larger()).isEqualTo(other.head());
              assertThatCode(() -> forked.proof().verify(KEYS, VERIFIER))
                  .doesNotThrowAnyException();
            });
    assertThat(asked).as("no tile is asked for twice").doesNotHaveDuplicates();
  }

  @Test
  void tilesAreAskedForWhereTheAuthorServesThem() {
    var other = LeafTree.of(300, 4, "pk");

    run(LeafTree.of(256), other, other);

    assertThat(asked).containsExactly("log/tile/1/000.p/1", "log/tile/0/001.p/44");
  }

  @Test
  void whatExtendsTheHeldHeadIsNoFork() {
    var longer = LeafTree.of(7);

    assertThat(run(LeafTree.of(4), longer, longer)).isEqualTo(new ForkProbe.State.Nothing());
  }

  /// A stranger, or a careless author, cannot make a log look forked.
  @Test
  void tilesThatAreNotUnderTheOfferedHeadProveNothing() {
    var offered = LeafTree.of(7);
    var shown = LeafTree.of(7, 2, "somebody");

    assertThat(run(LeafTree.of(4), offered, shown)).isEqualTo(new ForkProbe.State.Nothing());
  }

  @Test
  void aHeadThatIsNotSignedByTheLogProvesNothing() {
    var other = LeafTree.of(7, 3, "pk");
    var stranger = List.of(Scribe.signer(LeafTree.AUTHOR.name() + "/x").verifierKey());
    var probe = new ForkProbe(LeafTree.of(4).head(), other.head());
    while (probe.state(stranger, VERIFIER) instanceof ForkProbe.State.Ask(String path)) {
      probe.found(path, other.served(path).orElseThrow());
    }

    assertThat(probe.state(stranger, VERIFIER)).isEqualTo(new ForkProbe.State.Nothing());
  }

  @Test
  void whatIsNoTileOfThatWidthIsSaid() {
    var probe = new ForkProbe(LeafTree.of(4).head(), LeafTree.of(7, 3, "pk").head());
    var path = ((ForkProbe.State.Ask) probe.state(KEYS, VERIFIER)).path();

    assertThat(probe.found(path, Bytes.ofUtf8("nonsense"))).isFalse();
    assertThat(probe.found(path, Bytes.of(new byte[6 * 32]))).isFalse();
    assertThat(probe.found(path, Bytes.of(new byte[7 * 32]))).isTrue();
    assertThat(probe.state(KEYS, VERIFIER)).isEqualTo(new ForkProbe.State.Nothing());
    assertThat(probe.found(path, Bytes.ofUtf8("once more"))).as("not needed any more").isTrue();
  }
}
