package org.sarhad.tlog.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.testing.ParserCheck;
import org.sarhad.tlog.testing.Seeded;
import org.sarhad.tlog.testing.TestKeys;
import org.sarhad.tlog.testing.TestLog;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.ProofException;
import org.sarhad.tlog.witness.Witness;
import org.sarhad.tlog.witness.WitnessOutcome;

class MirrorTest {
  private static final TestLog LOG = TestLog.of("ir.sarhad.example/joint", 2000);
  private static final TestLog FORK = LOG.withEntry(300, "another story");

  /// A mirror in memory, which does what a node does around the rule: store what was proved, and
  /// cosign what is complete.
  private static final class MemoryMirror {
    MirrorState state = MirrorState.NEW;
    final List<Bytes> entries = new ArrayList<>();
    final HashReader stored = (_, index) -> Merkle.leaf(entries.get((int) index));

    int offer(TestLog log, long size) {
      long held = state.newest().map(SignedCheckpoint::size).orElse(0L);
      var outcome =
          Witness.update(
              state.newest(),
              log.addCheckpoint(Math.min(held, size), size),
              List.of(log.key().verifierKey()),
              TestKeys.SIGNATURES);
      if (outcome instanceof WitnessOutcome.Accepted(var head)) {
        state = state.withPending(head);
      }
      return outcome.status();
    }

    /// Takes an upload of `[start, end)` of which `packages` arrive.
    MirrorOutcome upload(TestLog log, long start, long end, int packages) {
      var header = new AddEntries(log.origin(), start, end, Bytes.EMPTY);
      return switch (Mirror.begin(Optional.of(state), header)) {
        case UploadStart.Refused(var answer) -> answer;
        case UploadStart.Proceed(var head) -> {
          int storedNow = 0;
          for (; storedNow < Math.min(packages, header.packageCount()); storedNow++) {
            var range = header.range(storedNow);
            var part = EntryPackage.of(range, log.entries(range.start(), range.end()), end, log);
            try {
              part.verify(head.checkpoint(), stored);
            } catch (ProofException e) {
              yield new MirrorOutcome.Unprocessable(e.reason());
            }
            entries.addAll(part.entriesFrom(state.next()));
            state = state.withNext(Math.max(state.next(), range.end()));
          }
          var outcome = Mirror.end(state, header, storedNow);
          if (outcome instanceof MirrorOutcome.Complete(var complete)) {
            state = state.withMirrored(complete);
          }
          yield outcome;
        }
      };
    }
  }

  private static MirrorOutcome conflict(long size, long next) {
    return new MirrorOutcome.Conflict(new MirrorInfo(size, next, Bytes.EMPTY));
  }

  private static MirrorOutcome partial(long size, long next) {
    return new MirrorOutcome.Partial(new MirrorInfo(size, next, Bytes.EMPTY));
  }

  @Test
  void aLogIsMirroredFromItsBeginning() {
    var mirror = new MemoryMirror();
    assertThat(mirror.offer(LOG, 700)).isEqualTo(200);
    var outcome = mirror.upload(LOG, 0, 700, 99);
    assertThat(outcome).isEqualTo(new MirrorOutcome.Complete(LOG.head(700)));
    assertThat(outcome.status()).isEqualTo(200);
    assertThat(mirror.entries).isEqualTo(LOG.entries(0, 700));
    // And goes on in the middle of a bundle.
    assertThat(mirror.offer(LOG, 2000)).isEqualTo(200);
    assertThat(mirror.upload(LOG, 700, 2000, 99))
        .isEqualTo(new MirrorOutcome.Complete(LOG.head(2000)));
    assertThat(mirror.entries).isEqualTo(LOG.entries(0, 2000));
  }

  @Test
  void aBrokenUploadGoesOnWhereItBroke() {
    var mirror = new MemoryMirror();
    mirror.offer(LOG, 700);
    var first = mirror.upload(LOG, 0, 700, 1);
    assertThat(first).isEqualTo(partial(700, 256));
    assertThat(first.status()).isEqualTo(202);
    assertThat(mirror.state.mirrored()).isEmpty();
    // Weeks later there is a newer head; the upload for the old one is still good.
    assertThat(mirror.offer(LOG, 2000)).isEqualTo(200);
    assertThat(mirror.upload(LOG, 256, 700, 1)).isEqualTo(partial(700, 512));
    assertThat(mirror.upload(LOG, 512, 700, 1))
        .isEqualTo(new MirrorOutcome.Complete(LOG.head(700)));
    assertThat(mirror.upload(LOG, 700, 2000, 99))
        .isEqualTo(new MirrorOutcome.Complete(LOG.head(2000)));
    assertThat(mirror.entries).isEqualTo(LOG.entries(0, 2000));
  }

  @Test
  void aBodyWithoutAPackageIs400() {
    var mirror = new MemoryMirror();
    mirror.offer(LOG, 700);
    assertThat(mirror.upload(LOG, 0, 700, 0).status()).isEqualTo(400);
    assertThat(mirror.state.next()).isZero();
  }

  @Test
  void anEmptyUploadAsksForTheCosignatureAgain() {
    var mirror = new MemoryMirror();
    mirror.offer(LOG, 700);
    mirror.upload(LOG, 0, 700, 99);
    assertThat(mirror.upload(LOG, 700, 700, 0))
        .isEqualTo(new MirrorOutcome.Complete(LOG.head(700)));
  }

  @Test
  void anUploadBeforeAnyHeadIs422() {
    assertThat(new MemoryMirror().upload(LOG, 0, 0, 0).status()).isEqualTo(422);
  }

  @Test
  void aLogThatIsNotMirroredIs404() {
    var header = new AddEntries(LOG.origin(), 0, 1, Bytes.EMPTY);
    assertThat(Mirror.begin(Optional.empty(), header))
        .isEqualTo(new UploadStart.Refused(new MirrorOutcome.UnknownOrigin(LOG.origin())));
    assertThat(new MirrorOutcome.UnknownOrigin("x").status()).isEqualTo(404);
  }

  @Test
  void anEndThatIsNoHeadIs409AndNamesOne() {
    var mirror = new MemoryMirror();
    mirror.offer(LOG, 700);
    assertThat(mirror.upload(LOG, 0, 699, 99)).isEqualTo(conflict(700, 0));
    assertThat(mirror.upload(LOG, 0, 701, 99)).isEqualTo(conflict(700, 0));
    assertThat(conflict(1, 0).status()).isEqualTo(409);
  }

  @Test
  void anEndBelowTheMirroredHeadIs409() {
    var mirror = new MemoryMirror();
    mirror.offer(LOG, 100);
    mirror.offer(LOG, 700);
    mirror.upload(LOG, 0, 700, 99);
    assertThat(mirror.upload(LOG, 0, 100, 99)).isEqualTo(conflict(700, 700));
  }

  @Test
  void aGapIs409() {
    var mirror = new MemoryMirror();
    mirror.offer(LOG, 700);
    assertThat(mirror.upload(LOG, 1, 700, 99)).isEqualTo(conflict(700, 0));
  }

  /// Sending again what is there: a little is taken, all of it is not.
  @Test
  void tooMuchAgainIs409() {
    var mirror = new MemoryMirror();
    mirror.offer(LOG, 700);
    mirror.upload(LOG, 0, 700, 2);
    assertThat(mirror.upload(LOG, 0, 700, 99)).isEqualTo(conflict(700, 512));
    assertThat(mirror.upload(LOG, 255, 700, 99)).isEqualTo(conflict(700, 512));
    assertThat(mirror.upload(LOG, 256, 700, 99))
        .isEqualTo(new MirrorOutcome.Complete(LOG.head(700)));
    assertThat(mirror.entries).isEqualTo(LOG.entries(0, 700));
  }

  @Test
  void entriesOfAnotherStoryAre422() {
    var mirror = new MemoryMirror();
    mirror.offer(LOG, 700);
    var outcome = mirror.upload(FORK, 0, 700, 99);
    assertThat(outcome.status()).isEqualTo(422);
    // The first bundle is the same in both stories, but its proof leads to the other head.
    assertThat(mirror.entries).isEmpty();
    // And once the true entries are there, the false ones find no head.
    mirror.upload(LOG, 0, 700, 99);
    assertThat(mirror.offer(FORK, 2000)).isEqualTo(422);
    assertThat(mirror.upload(FORK, 700, 2000, 99)).isEqualTo(conflict(700, 700));
  }

  @Test
  void aPackageIsProvedWithWhatIsAlreadyThere() {
    var range = new PackageRange(600, 700);
    var part = EntryPackage.of(range, LOG.entries(600, 700), 700, LOG);
    assertThatCode(() -> part.verify(LOG.checkpoint(700), LOG)).doesNotThrowAnyException();
    var altered = LOG.withEntry(599, "altered on our disk");
    assertThatThrownBy(() -> part.verify(LOG.checkpoint(700), altered))
        .isInstanceOf(ProofException.class);
    assertThatThrownBy(() -> part.verify(LOG.checkpoint(701), LOG))
        .isInstanceOf(ProofException.class);
  }

  /// Two uploaders at once, breaking off where they like, while heads come in between: in the end
  /// every entry is there once.
  @Test
  void anyInterruptionResumes() {
    Seeded.check(
        60,
        random -> {
          var mirror = new MemoryMirror();
          long head = 0;
          for (int step = 0; step < 40; step++) {
            if (random.nextInt(4) == 0) {
              head = Math.min(2000, head + random.nextInt(400));
              assertThat(mirror.offer(LOG, head)).isEqualTo(200);
            }
            uploadSomething(mirror, random);
            checkMarks(mirror);
          }
          mirror.offer(LOG, 2000);
          assertThat(mirror.upload(LOG, mirror.state.next(), 2000, 99).status()).isEqualTo(200);
          assertThat(mirror.entries).isEqualTo(LOG.entries(0, 2000));
        });
  }

  private static void uploadSomething(MemoryMirror mirror, SplittableRandom random) {
    var pending = mirror.state.pending();
    if (pending.isEmpty()) {
      return;
    }
    long end = pending.get(random.nextInt(pending.size())).size();
    long start = Math.max(0, Math.min(end, mirror.state.next()) - random.nextInt(300));
    mirror.upload(LOG, start, end, random.nextInt(5));
  }

  private static void checkMarks(MemoryMirror mirror) {
    assertThat((long) mirror.entries.size()).isEqualTo(mirror.state.next());
    assertThat(mirror.entries).isEqualTo(LOG.entries(0, mirror.state.next()));
  }

  @Test
  void marksThatGoBackAreABug() {
    var state = MirrorState.NEW.withPending(LOG.head(700)).withNext(300);
    assertThatThrownBy(() -> state.withNext(299)).isInstanceOf(BugException.class);
    assertThatThrownBy(() -> state.withNext(701)).isInstanceOf(BugException.class);
    assertThatThrownBy(() -> state.withMirrored(LOG.head(700))).isInstanceOf(BugException.class);
    var done = state.withNext(700).withMirrored(LOG.head(700));
    assertThatThrownBy(() -> done.withMirrored(LOG.head(699))).isInstanceOf(BugException.class);
  }

  @Test
  void onlyTheLastFewHeadsAreKept() {
    var state = MirrorState.NEW;
    for (int size = 1; size <= 20; size++) {
      state = state.withPending(LOG.head(size));
    }
    assertThat(state.pending().stream().map(SignedCheckpoint::size))
        .containsExactly(20L, 19L, 18L, 17L, 16L, 15L, 14L, 13L);
    assertThat(state.withPending(LOG.head(20))).isEqualTo(state);
  }

  @Test
  void mirrorInfos() throws Exception {
    var info = new MirrorInfo(700, 256, Bytes.ofUtf8("ticket"));
    assertThat(info.bytes().utf8()).isEqualTo("700\n256\ndGlja2V0\n");
    assertThat(MirrorInfo.parse(info.bytes())).isEqualTo(info);
    var largest = new MirrorInfo(Long.MAX_VALUE, Long.MAX_VALUE, Bytes.of(new byte[65_535]));
    assertThat(MirrorInfo.parse(largest.bytes())).isEqualTo(largest);
    var check =
        new ParserCheck<>(MirrorInfo::parse, MirrorInfo::bytes, MalformedMirrorInfoException.class);
    check.damaged(5_000, List.of(info.bytes(), new MirrorInfo(0, 0, Bytes.EMPTY).bytes()));
    check.refuses(
        List.of(
            Bytes.EMPTY,
            Bytes.ofUtf8("700\n256\n"),
            Bytes.ofUtf8("700\n256\n\n\n"),
            Bytes.ofUtf8("700\n-1\n\n"),
            Bytes.ofUtf8("700\n256\nx\n"),
            Bytes.ofUtf8("\n".repeat(80_000)),
            Bytes.ofUtf8("1\n1\n" + "A".repeat(65_536 / 3 * 4 + 8) + "\n")));
  }
}
