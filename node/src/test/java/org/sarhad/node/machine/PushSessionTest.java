package org.sarhad.node.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.testing.Scribe;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.Cosignature;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.mirror.MirrorInfo;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.witness.AddCheckpoint;
import org.sarhad.tlog.witness.HeldSize;

/// What an author asks its mirror next, for each answer (06-3).
class PushSessionTest {
  private static final LeafTree LOG = LeafTree.of(300);
  private static final Scribe MIRROR = new Scribe("ir");
  private static final Bytes PAYLOAD = Bytes.ofUtf8("what entry 299 says");
  private static final PeerResponse OK = PeerResponse.text(200, PeerResponse.TEXT, "");
  private static final PushSource SOURCE =
      new PushSource() {
        @Override
        public HashReader hashes() {
          return LOG;
        }

        @Override
        public Bytes entry(long index) {
          return Bytes.ofUtf8("all say " + index);
        }

        @Override
        public List<PayloadFrame> releasedPayloads(long index) {
          return index == 299
              ? List.of(new PayloadFrame.Content(Merkle.sha256(PAYLOAD), PAYLOAD))
              : List.of();
        }
      };

  private PushSession session = session(0);
  private SignedCheckpoint head = LOG.head();
  private Moment now = new Moment(Instant.EPOCH, 0);

  private static PushSession session(long cosigned) {
    return new PushSession(
        LeafTree.AUTHOR.name(),
        List.of(MIRROR.mirrorKey()),
        Signatures.jdk(),
        SOURCE,
        cosigned,
        NodeSettings.DEFAULTS.link());
  }

  // ---- the way of a push that meets no trouble --------------------------------------------------

  @Test
  void headThenPayloadsThenEntriesThenTheCosignature() {
    assertThat(offered().oldSize()).isZero();
    assertThat(answer(OK)).isEqualTo(new PushSession.Progress.Continues());

    assertThat(next()).isEqualTo(new PeerRequest.PushPayloads(SOURCE.releasedPayloads(299)));
    answer(OK);
    assertUploads(0, 2);
    var progress = answer(cosigned(line()));

    assertThat(progress).isEqualTo(new PushSession.Progress.Cosigned(head.with(List.of(line()))));
    assertThat(session.next(Optional.of(head), 0, now)).as("all is cosigned").isEmpty();
  }

  @Test
  void whatThePushHandsOverProves() throws Exception {
    var offer = offered();
    answer(OK);
    next();
    answer(OK);
    var upload = (PeerRequest.AddEntries) next();

    assertThat(offer.head()).isEqualTo(head);
    for (var part : upload.packages()) {
      part.verify(head.checkpoint(), LOG);
    }
  }

  @Test
  void onlyOneRequestIsUnderWay() {
    offered();

    assertThat(session.isWaiting()).isTrue();
    assertThat(session.next(Optional.of(head), 0, now)).isEmpty();
  }

  @Test
  void nothingIsPushedWithoutAHeadBeyondWhatIsCosigned() {
    assertThat(session.next(Optional.empty(), 0, now)).isEmpty();
    assertThat(session.next(Optional.of(head), 300, now)).isEmpty();
    assertThat(session.next(Optional.of(head), 299, now)).isPresent();
  }

  @Test
  void thePushGoesOnFromWhatIsCosigned() {
    session = session(256);

    assertThat(offered().oldSize()).isEqualTo(256);
    answer(OK);
    next();
    answer(OK);
    assertUploads(256, 1);
  }

  /// A newer head waits until the one under way is cosigned.
  @Test
  void aPushStaysWithItsHead() {
    head = LOG.head(256);
    assertThat(offered().head().size()).isEqualTo(256);
    answer(OK);
    head = LOG.head(300);

    assertUploads(0, 1);
  }

  // ---- guesses that answers correct -------------------------------------------------------------

  @Test
  void aMirrorThatHasAnotherHeadIsOfferedFromThere() {
    offered();
    assertThat(answer(held(256))).isEqualTo(new PushSession.Progress.Continues());

    assertThat(offered().oldSize()).as("at once").isEqualTo(256);
  }

  @Test
  void aMirrorThatHasMoreThanWasEverSignedIsToldOf() {
    offered();

    assertThat(answer(held(301))).isEqualTo(new PushSession.Progress.Behind(301));
    assertPauses(1);
  }

  @Test
  void aPartOfAnUploadThatWasTakenIsNotSentAgain() {
    toTheUpload();

    answer(info(202, 300, 256));
    next();
    answer(OK);
    assertUploads(256, 1);
  }

  @Test
  void anUploadBeginsWhereTheMirrorWantsIt() {
    session = session(256);
    toTheUpload();

    answer(info(409, 300, 0));
    next();
    answer(OK);
    assertUploads(0, 2);
  }

  @Test
  void aMirrorThatDoesNotKnowTheHeadAnyMoreIsOfferedItAgain() {
    toTheUpload();

    answer(info(409, 0, 0));
    assertThat(next()).isInstanceOf(PeerRequest.AddCheckpoint.class);
  }

  /// A mirror that changes its mind each time would be asked without end.
  @Test
  void correctionsInARowComeToAPause() {
    for (int i = 0; i < 3; i++) {
      offered();
      answer(held(i));
    }
    offered();
    answer(held(4));

    assertPauses(1);
  }

  // ---- trouble ----------------------------------------------------------------------------------

  @ParameterizedTest(name = "{0}")
  @CsvSource({"429", "500", "503"})
  void aMirrorThatCannotNowIsAskedLater(int status) {
    offered();

    assertThat(answer(PeerResponse.refusal(status, "not now")))
        .isEqualTo(new PushSession.Progress.Postponed(status + " not now"));
    assertPauses(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"400", "403", "404", "422"})
  void aMirrorThatRefusesIsToldOf(int status) {
    offered();

    assertThat(answer(PeerResponse.refusal(status, "no")))
        .isEqualTo(new PushSession.Progress.Refused(status + " no"));
    assertPauses(1);
  }

  /// The head itself may be what the mirror lost: it is offered anew.
  @ParameterizedTest(name = "{0}")
  @CsvSource({"422", "503"})
  void anUploadThatFailsBeginsWithTheHead(int status) {
    toTheUpload();
    answer(PeerResponse.refusal(status, "no"));
    now = now.plus(Duration.ofSeconds(1));

    assertThat(next()).isInstanceOf(PeerRequest.AddCheckpoint.class);
  }

  @Test
  void payloadsThatAreNotTakenAreHandedOverAgain() {
    offered();
    answer(OK);
    var payloads = next();
    answer(PeerResponse.refusal(503, "full"));
    now = now.plus(Duration.ofSeconds(1));

    assertThat(next()).isEqualTo(payloads).isInstanceOf(PeerRequest.PushPayloads.class);
  }

  @Test
  void pausesDoubleUpToAMinuteAndEndWithASuccess() {
    next();
    for (int seconds : List.of(1, 2, 4, 8, 16, 32, 60, 60)) {
      session.unreachable(now);
      assertPauses(seconds);
    }
    answer(OK);
    next();
    answer(OK);
    next();
    answer(info(202, 300, 256));
    next();
    session.unreachable(now);
    assertPauses(1);
  }

  @Test
  void anAnswerThatCannotBeReadIsARefusal() {
    offered();

    assertThat(answer(PeerResponse.text(409, PeerResponse.TREE_SIZE, "many\n")))
        .isInstanceOfSatisfying(
            PushSession.Progress.Refused.class,
            refused -> assertThat(refused.sentence()).contains("malformed"));
  }

  @Test
  void aCosignatureOfSomebodyElseIsNone() {
    toTheUpload();
    var stranger = new Scribe("pk");

    assertThat(answer(cosigned(Cosignature.sign("x", stranger.mirror(), head.checkpoint(), 1))))
        .isEqualTo(
            new PushSession.Progress.Refused("the mirror's answer has no cosignature of its"));
  }

  @Test
  void aCosignatureOnAnotherHeadIsFalse() {
    toTheUpload();
    var other =
        Cosignature.sign(MIRROR.mirrorName(), MIRROR.mirror(), LOG.head(299).checkpoint(), 1);

    assertThat(answer(cosigned(other)))
        .isEqualTo(
            new PushSession.Progress.Refused(
                "the mirror's answer has a false cosignature by " + MIRROR.mirrorName()));
  }

  @Test
  void linesOfOthersBesideTheMirrorsAreLeftOut() {
    toTheUpload();
    var other = Cosignature.sign("x", new Scribe("pk").mirror(), head.checkpoint(), 1);

    assertThat(answer(cosigned(other, line())))
        .isEqualTo(new PushSession.Progress.Cosigned(head.with(List.of(line()))));
  }

  // ---- sentences --------------------------------------------------------------------------------

  private PeerRequest next() {
    return session.next(Optional.of(head), 0, now).orElseThrow();
  }

  private AddCheckpoint offered() {
    try {
      return AddCheckpoint.parse(((PeerRequest.AddCheckpoint) next()).body());
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }

  private PushSession.Progress answer(PeerResponse response) {
    return session.answered(response, now);
  }

  /// Head and payloads are taken; the upload is under way.
  private void toTheUpload() {
    offered();
    answer(OK);
    next();
    answer(OK);
    assertThat(next()).isInstanceOf(PeerRequest.AddEntries.class);
  }

  private void assertUploads(long start, int packages) {
    assertThat(next())
        .isInstanceOfSatisfying(
            PeerRequest.AddEntries.class,
            upload -> {
              assertThat(upload.header().start()).isEqualTo(start);
              assertThat(upload.packages()).hasSize(packages);
            });
  }

  /// Nothing goes out until so much time has passed; then something does.
  private void assertPauses(int seconds) {
    now = now.plus(Duration.ofSeconds(seconds).minusMillis(1));
    assertThat(session.next(Optional.of(head), 0, now)).isEmpty();
    now = now.plus(Duration.ofMillis(1));
    next();
  }

  private SignatureLine line() {
    return Cosignature.sign(MIRROR.mirrorName(), MIRROR.mirror(), head.checkpoint(), 7);
  }

  private static PeerResponse cosigned(SignatureLine... lines) {
    var text = new StringBuilder();
    List.of(lines).forEach(line -> text.append(line.line()));
    return PeerResponse.text(200, PeerResponse.TEXT, text.toString());
  }

  private static PeerResponse held(long size) {
    return new PeerResponse(409, PeerResponse.TREE_SIZE, new HeldSize(size).bytes());
  }

  private static PeerResponse info(int status, long size, long next) {
    var info = new MirrorInfo(size, next, Bytes.EMPTY);
    return new PeerResponse(status, PeerResponse.MIRROR_INFO, info.bytes());
  }
}
