package org.sarhad.node.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.node.exhibit.Fixtures.IR;
import static org.sarhad.node.exhibit.Fixtures.PK;
import static org.sarhad.node.exhibit.Fixtures.file;
import static org.sarhad.node.exhibit.Fixtures.manifest;
import static org.sarhad.node.exhibit.Fixtures.named;
import static org.sarhad.node.exhibit.Fixtures.read;
import static org.sarhad.node.exhibit.Fixtures.released;
import static org.sarhad.node.exhibit.Fixtures.sight;
import static org.sarhad.node.exhibit.Fixtures.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.core.inquiry.Level;
import org.sarhad.core.inquiry.Manifest;
import org.sarhad.node.link.PeerRequest.GetFilePiece;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.store.FileDisk;
import org.sarhad.node.testing.CountedRandomness;
import org.sarhad.node.testing.HandClock;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// A file on its way from the node of one side to that of the other: what the holder gives and what
/// the other node takes, with both ends as they are in life and the line in the test's hands.
class FileFetcherTest {
  private static final int MIB = 1 << 20;
  private static final Bytes FILE = file(9 * MIB + 12_345, 1);
  private static final Hash SHA256 = Merkle.sha256(FILE);
  private static final Manifest MANIFEST = manifest(FILE);
  private static final long RATE = 64L * MIB;
  private static final int STEPS_MAX = 2_000;

  @TempDir Path directory;
  private final HandClock clock = new HandClock();
  private final List<FileFinding> found = new ArrayList<>();
  private ExhibitStore theirs;
  private ExhibitStore ours;
  private FileFetcher fetcher;
  private Sight record = sight();
  private Giving giving;

  @BeforeEach
  void start() throws IOException {
    theirs = open("pk");
    giving = new Giving(theirs, PK, () -> record, clock);
    restart();
  }

  private ExhibitStore open(String side) throws IOException {
    return ExhibitStore.open(
        FileDisk.at(directory.resolve(side)),
        "exhibits",
        FileLimits.DEFAULTS.with(1L << 30, 0),
        clock,
        new CountedRandomness(1));
  }

  private void restart() throws IOException {
    ours = open("ir");
    fetcher = new FileFetcher(ours, IR, RATE, clock, found::add);
  }

  /// Asks as long as anything is to be had at this moment. `line` answers in the holder's place.
  private int fetch(Function<GetFilePiece, Optional<PeerResponse>> line) {
    int asked = 0;
    for (int step = 0; step < STEPS_MAX; step++) {
      clock.pass(Duration.ofMillis((fetcher.pauseNanos() + 999_999) / 1_000_000));
      var ask = fetcher.next(record.agreed(), _ -> true);
      if (ask.isEmpty()) {
        return asked;
      }
      asked++;
      var answer = line.apply(ask.get().request());
      answer.ifPresentOrElse(
          response -> fetcher.came(ask.get(), response),
          () -> fetcher.failed(ask.get(), "The line is cut."));
    }
    throw new AssertionError("asked without end");
  }

  private Optional<PeerResponse> holder(GetFilePiece piece) {
    return Optional.of(giving.answer(IR, piece));
  }

  private FileFetcher.Progress progress() {
    return fetcher.progress(PK, SHA256).orElseThrow();
  }

  // ---- how it goes ----------------------------------------------------------------------------

  @Test
  void aReleasedFileComesOverWhole() throws Exception {
    upload(theirs, FILE);
    record = sight(released(PK, 4, SHA256, MANIFEST));
    fetch(this::holder);
    assertThat(read(ours, SHA256)).isEqualTo(FILE);
    assertThat(ours.find(SHA256).orElseThrow().card().from()).contains(PK);
    assertThat(found).hasSize(1).first().isInstanceOf(FileFinding.Arrived.class);
    assertThat(giving.given(SHA256, IR).orElseThrow().reached()).isEqualTo(FILE.size());
    assertThat(fetch(this::holder)).as("asked for what is here").isZero();
  }

  @Test
  void aCutCostsNothingAndARestartOneChunk() throws Exception {
    upload(theirs, FILE);
    record = sight(released(PK, 4, SHA256, MANIFEST));
    int[] pieces = new int[1];
    fetch(piece -> pieces[0]++ < 20 ? holder(piece) : Optional.empty());
    assertThat(progress().state()).isEqualTo(FetchState.RETRYING);
    assertThat(progress().lastError()).contains("The line is cut.");
    clock.pass(Duration.ofSeconds(2));
    var first = new ArrayList<Long>();
    fetch(
        piece -> {
          first.add(piece.from());
          return first.size() < 3 ? holder(piece) : Optional.empty();
        });
    assertThat(first.getFirst()).as("goes on within the chunk").isEqualTo(20L * (256 << 10));
    restart();
    var second = new ArrayList<Long>();
    fetch(
        piece -> {
          second.add(piece.from());
          return holder(piece);
        });
    assertThat(second.getFirst()).as("goes on behind the last chunk").isEqualTo(4L * MIB);
    assertThat(read(ours, SHA256)).isEqualTo(FILE);
  }

  @Test
  void noMoreIsAskedForThanTheRateAllows() throws Exception {
    upload(theirs, FILE);
    record = sight(released(PK, 4, SHA256, MANIFEST));
    long began = clock.nanos();
    fetch(this::holder);
    var took = Duration.ofNanos(clock.nanos() - began);
    long leastMs = 1_000L * (FILE.size() - GetFilePiece.BYTES_MAX) / RATE;
    assertThat(took).isBetween(Duration.ofMillis(leastMs), Duration.ofMillis(2 * leastMs));
  }

  @Test
  void piecesShrinkOnALineThatBreaksAndGrowAgain() throws Exception {
    upload(theirs, FILE);
    record = sight(released(PK, 4, SHA256, MANIFEST));
    var sizes = new ArrayList<Integer>();
    for (int failure = 0; failure < 6; failure++) {
      fetch(
          piece -> {
            sizes.add(piece.bytes());
            return Optional.empty();
          });
      clock.pass(Duration.ofMinutes(11));
    }
    assertThat(sizes).containsExactly(262_144, 131_072, 65_536, 32_768, 16_384, 16_384);
    fetch(this::holder);
    assertThat(read(ours, SHA256)).isEqualTo(FILE);
  }

  @Test
  void nothingIsAskedForWhileTheLineIsNotFree() {
    record = sight(released(PK, 4, SHA256, MANIFEST));
    assertThat(fetcher.next(record.agreed(), _ -> false)).isEmpty();
    assertThat(fetcher.next(record.agreed(), _ -> true)).isPresent();
  }

  @Test
  void aFullNodeSaysSoAndGoesOnWhenThereIsRoom() throws Exception {
    upload(theirs, FILE);
    record = sight(released(PK, 4, SHA256, MANIFEST));
    var small = FileLimits.DEFAULTS.with(FILE.size(), 0);
    ours =
        ExhibitStore.open(
            FileDisk.at(directory.resolve("small")), "e", small, clock, new CountedRandomness(1));
    fetcher = new FileFetcher(ours, IR, RATE, clock, found::add);
    assertThat(fetch(this::holder)).isZero();
    assertThat(progress().state()).isEqualTo(FetchState.NO_ROOM);
    assertThat(progress().lastError().orElseThrow()).contains("exhibits.quota");
    restart();
    fetch(this::holder);
    assertThat(ours.find(SHA256)).isPresent();
  }

  // ---- what is given --------------------------------------------------------------------------

  private int asked(Sight said, Hash sha256) {
    record = said;
    return giving.answer(IR, new GetFilePiece(sha256, 0, 100)).status();
  }

  @Test
  void onlyWhatIsReleasedIsGiven() {
    upload(theirs, FILE);
    assertThat(asked(sight(), SHA256)).isEqualTo(404);
    for (var level : Level.values()) {
      var open = level == Level.RELEASED;
      var exhibit = named(PK, 4, SHA256, level, open ? Optional.of(MANIFEST) : Optional.empty());
      assertThat(asked(sight(exhibit), SHA256)).as("%s", level).isEqualTo(open ? 206 : 404);
    }
    var withoutChunks = named(PK, 4, SHA256, Level.RELEASED, Optional.empty());
    assertThat(asked(sight(withoutChunks), SHA256)).isEqualTo(404);
    var released = released(PK, 4, SHA256, MANIFEST);
    assertThat(asked(Fixtures.erased(released), SHA256)).isEqualTo(404);
    var notFinal = new Sight(Fixtures.record(), Fixtures.record(released));
    assertThat(asked(notFinal, SHA256)).as("released, and not final yet").isEqualTo(404);
  }

  /// The hash of every exhibit is known to both sides. Whoever registers ours as their own must not
  /// get the file by it.
  @Test
  void peerRegistersOurHashAsItsOwn() {
    upload(theirs, FILE);
    var ours = named(PK, 4, SHA256, Level.EXISTS, Optional.empty());
    var copied = released(IR, 9, SHA256, MANIFEST);
    assertThat(asked(sight(ours, copied), SHA256)).isEqualTo(404);
  }

  /// The redacted copy is released; what it was made of is not.
  @Test
  void peerAsksForTheOriginalOfARedactedCopy() {
    upload(theirs, FILE);
    var redacted = file(5 * MIB, 2);
    upload(theirs, redacted);
    var said =
        sight(
            named(PK, 4, SHA256, Level.DESCRIBED, Optional.empty()),
            released(PK, 5, Merkle.sha256(redacted), manifest(redacted)));
    assertThat(asked(said, Merkle.sha256(redacted))).isEqualTo(206);
    assertThat(asked(said, SHA256)).isEqualTo(404);
  }

  @Test
  void whatIsReleasedAndNotThereIsSaidToBeSo() {
    var released = sight(released(PK, 4, SHA256, MANIFEST));
    assertThat(asked(released, SHA256)).isEqualTo(404);
    upload(theirs, FILE);
    assertThat(asked(released, SHA256)).isEqualTo(206);
    var other = file(FILE.size(), 3);
    assertThat(asked(sight(released(PK, 4, SHA256, manifest(other))), SHA256))
        .as("the chunks that were signed are not those of the file")
        .isEqualTo(404);
  }

  @Test
  void piecesEndWithTheirChunkAndWithTheFile() {
    upload(theirs, FILE);
    record = sight(released(PK, 4, SHA256, MANIFEST));
    var acrossChunks = giving.answer(IR, new GetFilePiece(SHA256, 4 * MIB - 10, 100));
    assertThat(acrossChunks.body()).isEqualTo(FILE.slice(4 * MIB - 10, 4 * MIB));
    var atTheEnd = giving.answer(IR, new GetFilePiece(SHA256, FILE.size() - 10L, 100));
    assertThat(atTheEnd.body()).isEqualTo(FILE.slice(FILE.size() - 10));
    assertThat(giving.answer(IR, new GetFilePiece(SHA256, FILE.size(), 1)).status()).isEqualTo(416);
    assertThat(giving.answer(IR, new GetFilePiece(SHA256, Long.MAX_VALUE, 1)).status())
        .isEqualTo(416);
  }

  // ---- what is wrong --------------------------------------------------------------------------

  private static Optional<PeerResponse> piece(byte[] bytes) {
    return Optional.of(new PeerResponse(206, PeerResponse.OCTETS, Bytes.of(bytes)));
  }

  /// Every chunk of the file is the peer's to give; one that it did not sign is kept with its
  /// bytes, told once, and takes no place. When the right one comes, the file is whole.
  @Test
  void peerGivesAnotherChunkThanItSigned() throws Exception {
    upload(theirs, FILE);
    record = sight(released(PK, 4, SHA256, MANIFEST));
    fetch(
        request -> request.from() < 4L * MIB ? holder(request) : piece(new byte[request.bytes()]));
    assertThat(progress().state()).isEqualTo(FetchState.WRONG);
    assertThat(progress().lastError().orElseThrow()).contains("Chunk 1 is not the one");
    assertThat(ours.wrong()).hasSize(1);
    var wrong = ours.wrong().getFirst();
    assertThat(wrong.chunk()).isEqualTo(1);
    assertThat(ours.findWrong(SHA256, 1, wrong.found())).contains(Bytes.of(new byte[4 * MIB]));
    assertThat(found).hasSize(1).first().isInstanceOf(FileFinding.WrongChunkCame.class);
    assertThat(ours.findPart(SHA256, PK).orElseThrow().bytesHeld()).isEqualTo(4L * MIB);

    clock.pass(Duration.ofMinutes(11));
    fetch(request -> piece(new byte[request.bytes()]));
    assertThat(found).as("the same wrong bytes again are not told again").hasSize(1);

    clock.pass(Duration.ofMinutes(11));
    fetch(this::holder);
    assertThat(read(ours, SHA256)).isEqualTo(FILE);
    assertThat(ours.wrong()).as("what was wrong stays on record").hasSize(1);
  }

  /// It registered one file by its digest, and released the chunks of another. Both are signed.
  @Test
  void peerReleasesTheChunksOfAnotherFile() throws Exception {
    var other = file(6 * MIB, 4);
    record = sight(released(PK, 4, SHA256, manifest(other)));
    fetch(
        request ->
            piece(
                other
                    .slice((int) request.from(), (int) request.from() + request.bytes())
                    .toArray()));
    assertThat(progress().state()).isEqualTo(FetchState.CONTRADICTED);
    assertThat(found)
        .hasSize(1)
        .first()
        .isInstanceOfSatisfying(
            FileFinding.Contradiction.class,
            told -> assertThat(told.found()).isEqualTo(Merkle.sha256(other)));
    assertThat(ours.files()).isEmpty();
    clock.pass(Duration.ofDays(1));
    restart();
    assertThat(fetch(this::holder)).as("asked again").isZero();
    assertThat(progress().state()).isEqualTo(FetchState.CONTRADICTED);
    assertThat(ours.findPart(SHA256, PK).orElseThrow().bytesHeld())
        .as("kept for whoever has to say so")
        .isEqualTo(other.size());
  }

  @Test
  void peerGivesMoreOrLessThanItWasAskedFor() {
    record = sight(released(PK, 4, SHA256, MANIFEST));
    fetch(request -> piece(new byte[request.bytes() + 1]));
    assertThat(progress().lastError().orElseThrow()).contains("was asked for 262144");
    clock.pass(Duration.ofMinutes(11));
    fetch(_ -> piece(new byte[0]));
    assertThat(progress().state()).isEqualTo(FetchState.RETRYING);
    assertThat(ours.wrong()).isEmpty();
  }

  @Test
  void peerRefusesWhatItReleased() {
    record = sight(released(PK, 4, SHA256, MANIFEST));
    int asked = fetch(_ -> Optional.of(PeerResponse.refusal(404, "not here\u0007 ".repeat(200))));
    assertThat(asked).isEqualTo(1);
    assertThat(progress().lastError().orElseThrow())
        .startsWith("404 not here")
        .hasSizeLessThanOrEqualTo(200)
        .doesNotContain("\u0007");
    long before = clock.nanos();
    for (int tries = 0; tries < 12; tries++) {
      clock.pass(Duration.ofMinutes(10));
      fetch(_ -> Optional.of(PeerResponse.refusal(404, "not here")));
    }
    assertThat(progress().retryAtNanos() - clock.nanos())
        .as("asked ever more rarely, and never given up")
        .isEqualTo(Duration.ofMinutes(10).toNanos());
    assertThat(clock.nanos()).isGreaterThan(before);
  }

  // ---- what the record says -------------------------------------------------------------------

  @Test
  void whatIsErasedFromTheRecordIsDeletedHereToo() throws Exception {
    upload(theirs, FILE);
    var exhibit = released(PK, 4, SHA256, MANIFEST);
    record = sight(exhibit);
    fetch(this::holder);
    var keeper = new FileKeeper(ours, IR, found::add);
    keeper.sweep(record);
    assertThat(ours.find(SHA256)).isPresent();
    restart();
    keeper = new FileKeeper(ours, IR, found::add);
    keeper.sweep(Fixtures.forgotten(List.of(exhibit.exhibit())));
    assertThat(ours.find(SHA256)).isEmpty();
    assertThat(found).last().isInstanceOf(FileFinding.Erased.class);
  }

  @Test
  void whatIsErasedWhileItIsFetchedIsGivenUp() throws Exception {
    upload(theirs, FILE);
    var exhibit = released(PK, 4, SHA256, MANIFEST);
    record = sight(exhibit);
    int[] pieces = new int[1];
    fetch(piece -> pieces[0]++ < 20 ? holder(piece) : Optional.empty());
    assertThat(ours.findPart(SHA256, PK)).isPresent();
    new FileKeeper(ours, IR, found::add).sweep(Fixtures.erased(exhibit));
    assertThat(ours.findPart(SHA256, PK)).isEmpty();
    record = Fixtures.erased(exhibit);
    clock.pass(Duration.ofMinutes(11));
    assertThat(fetch(this::holder)).isZero();
  }

  /// It registers our file, whose hash it knows, as its own exhibit, and then erases that.
  @Test
  void peerErasesItsExhibitOfOurFile() throws Exception {
    upload(ours, FILE);
    var keeper = new FileKeeper(ours, IR, found::add);
    var theirExhibit = released(PK, 4, SHA256, MANIFEST);
    keeper.sweep(sight(theirExhibit));
    keeper.sweep(Fixtures.erased(theirExhibit));
    assertThat(ours.find(SHA256)).isPresent();
    var ourExhibit = named(IR, 2, SHA256, Level.EXISTS, Optional.empty());
    keeper.sweep(sight(ourExhibit));
    keeper.sweep(Fixtures.erased(theirExhibit));
    assertThat(ours.find(SHA256)).isPresent();
    keeper.sweep(Fixtures.erased(ourExhibit));
    assertThat(ours.find(SHA256)).isEmpty();
  }
}
