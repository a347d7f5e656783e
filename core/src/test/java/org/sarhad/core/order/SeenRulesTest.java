package org.sarhad.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.party.Origin;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// What an entry may say it has seen, protocol clause 03-1 (I4).
class SeenRulesTest {
  private static final Origin OURS = Origin.of("ours");
  private static final Origin THIRD = Origin.of("third");

  /// We hold ten entries of our own log and five of a third one.
  private static final RootReader TREES =
      (log, size) ->
          size <= (log.equals(OURS) ? 10 : log.equals(THIRD) ? 5 : 0)
              ? Optional.of(root(log, size))
              : Optional.empty();

  @Test
  void nothingAndTheTruthAreSound() {
    assertThat(judge(Seen.NOTHING, Seen.NOTHING)).isEqualTo(new SeenVerdict.Sound());
    assertThat(judge(Seen.NOTHING, saw(OURS, 10))).isEqualTo(new SeenVerdict.Sound());
    assertThat(judge(saw(OURS, 3), saw(OURS, 3))).isEqualTo(new SeenVerdict.Sound());
    assertThat(judge(saw(OURS, 3), saw(OURS, 4).with(THIRD, head(THIRD, 5))))
        .isEqualTo(new SeenVerdict.Sound());
  }

  @Test
  void aStaleHeadIsAllowed() {
    // We hold ten, and the author may well know: it says four, and said four before.
    assertThat(judge(saw(OURS, 4), saw(OURS, 4))).isEqualTo(new SeenVerdict.Sound());
  }

  @Test
  void futureSeenIsBeyond() {
    SeenVerdict verdict = judge(saw(OURS, 3), saw(OURS, 11));

    assertThat(verdict).isEqualTo(new SeenVerdict.Beyond(OURS, head(OURS, 11)));
    assertThat(verdict.isEvidence()).isFalse();
    assertThat(judge(Seen.NOTHING, saw(Origin.of("unknown"), 1)))
        .isEqualTo(new SeenVerdict.Beyond(Origin.of("unknown"), head(Origin.of("unknown"), 1)));
  }

  @Test
  void seenOfAForkIsEvidence() {
    SeenHead forked = new SeenHead(7, Merkle.EMPTY_ROOT);

    SeenVerdict verdict = judge(saw(OURS, 3), Seen.of(OURS, forked));

    assertThat(verdict).isEqualTo(new SeenVerdict.OtherTree(OURS, forked, head(OURS, 7)));
    assertThat(verdict.isEvidence()).isTrue();
  }

  @Test
  void seenThatGoesBackIsEvidence() {
    SeenVerdict shrunk = judge(saw(OURS, 4), saw(OURS, 3));
    SeenVerdict dropped = judge(saw(OURS, 4), Seen.NOTHING);

    assertThat(shrunk)
        .isEqualTo(new SeenVerdict.Contradicts(OURS, head(OURS, 4), Optional.of(head(OURS, 3))));
    assertThat(dropped)
        .isEqualTo(new SeenVerdict.Contradicts(OURS, head(OURS, 4), Optional.empty()));
    assertThat(shrunk.isEvidence()).isTrue();
  }

  @Test
  void seenThatChangesItsMindIsEvidenceEvenOfALogWeDoNotHold() {
    SeenHead one = head(THIRD, 9);
    SeenHead other = new SeenHead(9, Merkle.EMPTY_ROOT);

    assertThat(judge(Seen.of(THIRD, one), Seen.of(THIRD, other)))
        .isEqualTo(new SeenVerdict.Contradicts(THIRD, one, Optional.of(other)));
  }

  @Test
  void evidenceComesBeforeWhatCannotBeJudged() {
    SeenHead forked = new SeenHead(2, Merkle.EMPTY_ROOT);
    Seen both =
        new Seen(
            PersistentMap.<Origin, SeenHead>empty().put(OURS, head(OURS, 99)).put(THIRD, forked),
            List.of());

    assertThat(judge(Seen.NOTHING, both))
        .isEqualTo(new SeenVerdict.OtherTree(THIRD, forked, head(THIRD, 2)));
  }

  private static SeenVerdict judge(Seen before, Seen now) {
    return SeenRules.judge(before, now, TREES);
  }

  private static Seen saw(Origin log, long size) {
    return Seen.of(log, head(log, size));
  }

  private static SeenHead head(Origin log, long size) {
    return new SeenHead(size, root(log, size));
  }

  private static Hash root(Origin log, long size) {
    return Merkle.sha256(Bytes.ofUtf8(log + " at " + size));
  }
}
