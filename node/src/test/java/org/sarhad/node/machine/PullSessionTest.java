package org.sarhad.node.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.core.entry.EntryLimits;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.node.link.PayloadFrames;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.testing.Scribe;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// A log fetched file by file comes out as what its author would have pushed (06-8.1).
@Tag("slow")
class PullSessionTest {
  private static final Bytes LARGE = Bytes.of(new byte[EntryLimits.PAYLOAD_BYTES_MAX]);

  @TempDir Path directory;
  private final Scribe ir = Scribe.begun("ir").say(299);
  private final Map<String, Bytes> files = new HashMap<>();
  private final List<PeerRequest> ingested = new ArrayList<>();

  @BeforeEach
  void write() throws Exception {
    var log = ir.write(directory, "log");
    try (var walk = Files.walk(log)) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        files.put(log.relativize(file).toString(), Bytes.of(Files.readAllBytes(file)));
      }
    }
  }

  /// One that has a head of `held[0]` entries, and `held[1]` of them.
  private static PullSession.Receiver receiver(long[] held) {
    return new PullSession.Receiver() {
      @Override
      public long headSize() {
        return held[0];
      }

      @Override
      public long next() {
        return held[1];
      }
    };
  }

  /// Whoever ingests takes everything, or no entry at all.
  private PullSession.Step run(boolean takesEntries) {
    var session = new PullSession("", ir.log().value());
    var held = new long[2];
    var receiver = receiver(held);
    while (true) {
      switch (session.next(receiver)) {
        case PullSession.Step.Ask(String path) when files.containsKey(path) ->
            session.found(path, files.get(path));
        case PullSession.Step.Ask(String path) -> session.absent(path);
        case PullSession.Step.Ingest(PeerRequest request, boolean _) -> {
          if (ingested.size() < 10) {
            ingested.add(request);
          }
          switch (request) {
            case PeerRequest.AddCheckpoint _ -> held[0] = ir.size();
            case PeerRequest.AddEntries upload when takesEntries ->
                held[1] += upload.packages().stream().mapToInt(p -> p.entries().size()).sum();
            case PeerRequest _ -> {
              // payloads, or entries that are not taken
            }
          }
        }
        case PullSession.Step step -> {
          return step;
        }
      }
    }
  }

  /// A link that was made anew asks again for what is still under way, and the answer comes twice.
  @Test
  void whatIsNotAwaitedChangesNothing() {
    var session = new PullSession("", ir.log().value());
    var receiver = receiver(new long[2]);
    assertThat(session.next(receiver)).isEqualTo(new PullSession.Step.Ask("checkpoint"));
    var checkpoint = files.getOrDefault("checkpoint", Bytes.EMPTY);
    session.found("checkpoint", checkpoint);
    var next = session.next(receiver);

    session.found("checkpoint", checkpoint);
    session.absent("checkpoint");
    session.found("tile/0/000", Bytes.ofUtf8("nonsense"));

    assertThat(session.next(receiver)).isNotInstanceOf(PullSession.Step.Failed.class);
    assertThat(next).isInstanceOf(PullSession.Step.Ingest.class);
  }

  @Test
  void headPayloadsEntriesInThisOrder() {
    var frame = new PayloadFrame.Content(Merkle.sha256(Bytes.ofUtf8("x")), Bytes.ofUtf8("x"));
    files.put(PayloadFrames.path(0, 0), PayloadFrames.bytes(List.of(frame)));

    assertThat(run(true)).isInstanceOf(PullSession.Step.Done.class);
    assertThat(ingested)
        .extracting(Object::getClass)
        .containsExactly(
            PeerRequest.AddCheckpoint.class,
            PeerRequest.PushPayloads.class,
            PeerRequest.AddEntries.class,
            PeerRequest.AddEntries.class);
  }

  /// Whoever takes everything at once has enough after the first part.
  @Test
  void entriesAreHandedOverBehindEachPart() {
    var frame = new PayloadFrame.Content(Merkle.sha256(LARGE), LARGE);
    files.put(PayloadFrames.path(0, 0), PayloadFrames.bytes(Collections.nCopies(16, frame)));
    files.put(PayloadFrames.path(0, 1), PayloadFrames.bytes(Collections.nCopies(3, frame)));
    files.put(PayloadFrames.path(0, 2), PayloadFrames.bytes(Collections.nCopies(1, frame)));

    run(false);

    assertThat(ingested.stream().map(PullSessionTest::shown))
        .as("a part with room left is the last")
        .containsExactly("head", "16 payloads", "256 entries", "3 payloads", "256 entries");
  }

  private static String shown(PeerRequest request) {
    return switch (request) {
      case PeerRequest.PushPayloads push -> push.frames().size() + " payloads";
      case PeerRequest.AddEntries upload ->
          upload.packages().stream().mapToInt(p -> p.entries().size()).sum() + " entries";
      case PeerRequest _ -> "head";
    };
  }

  /// Who serves parts without end sends more than its entries can name.
  @Test
  void partsWithoutEndEndThePull() {
    var frame = new PayloadFrame.Erased(Merkle.sha256(LARGE), 7);
    var full = PayloadFrames.bytes(Collections.nCopies(PayloadFrame.MAX_PER_REQUEST, frame));
    for (int part = 0; part < 400; part++) {
      files.put(PayloadFrames.path(0, part), full);
    }

    assertThat(run(false))
        .isEqualTo(
            new PullSession.Step.Failed(
                "more payloads are served beside entry 0 than 256 entries can name"));
  }

  @Test
  void entriesThatAreNotTakenEndThePull() {
    assertThat(run(false))
        .isEqualTo(new PullSession.Step.Failed("entry 0 is not taken with what is here"));
  }

  @Test
  void whatIsNoPayloadEndsThePullWithTheReason() {
    files.put(PayloadFrames.path(0, 0), Bytes.ofUtf8("nonsense"));

    assertThat(run(true))
        .isInstanceOfSatisfying(
            PullSession.Step.Failed.class,
            failed -> assertThat(failed.sentence()).contains("frame 0").contains("`C` or `E`"));
  }
}
