package org.sarhad.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.node.store.Damage.Kind;
import org.sarhad.node.store.Damage.Repair;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

class DirectoryCheckTest {
  private static final int SIZE = 700;

  @TempDir Path directory;

  @BeforeEach
  void fill() throws Exception {
    fill("own");
    fill("mirror");
  }

  /// 700 entries under a head, a payload beside every tenth, the one of entry 20 erased.
  private void fill(String name) throws Exception {
    var log = LogDirectory.open(FileDisk.at(directory), name);
    var reference = ReferenceLog.of(SIZE);
    reference.entries().forEach(log::append);
    for (int i = 0; i < SIZE; i += 10) {
      log.addPayload(i, payload(i));
    }
    log.erase(Merkle.sha256(payload(20)));
    log.publish(reference.checkpoint(SIZE), reference.note(SIZE));
    log.materialise();
  }

  private static Bytes payload(int entry) {
    return Bytes.ofUtf8("payload of entry " + entry);
  }

  private DirectoryCheck check() throws Exception {
    return new DirectoryCheck(FileDisk.existing(directory), "own");
  }

  private DirectoryCheck checkWithMirror() throws Exception {
    return check().withMirror(FileDisk.existing(directory), "mirror");
  }

  private Path own(String path) {
    return directory.resolve("own").resolve(path);
  }

  private static void flip(Path file, int at) throws IOException {
    var bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void aGoodDirectoryIsClean() throws Exception {
    var read = new AtomicLong();
    var report =
        check().withProgress((entries, _) -> read.accumulateAndGet(entries, Math::max)).run();
    assertThat(report.damage()).isEmpty();
    assertThat(report.isClean()).isTrue();
    assertThat(report.size()).isEqualTo(SIZE);
    assertThat(report.provenSize()).isEqualTo(SIZE);
    assertThat(report.checkpoint()).contains(ReferenceLog.of(SIZE).checkpoint(SIZE));
    assertThat(report.payloads()).isEqualTo(69);
    assertThat(report.erased()).isEqualTo(1);
    assertThat(read).hasValue(SIZE);
  }

  @Test
  void listsAllThatIsWrongAndWhereAGoodCopyIs() throws Exception {
    flip(own("tile/entries/000"), 100);
    Files.delete(own("tile/0/001"));
    flip(own("tile/1/000.p/2"), 40);
    flip(own("payload/002"), (int) Files.size(own("payload/002")) - 1);
    Files.write(own("tile/entries/002.p/188"), new byte[] {1, 2, 3});
    Files.writeString(own("materialised"), "nonsense");

    var report = check().run();
    assertThat(report.provenSize()).as("enough is left to prove the tree").isEqualTo(SIZE);
    assertThat(report.damage())
        .extracting(Damage::toString)
        .containsExactly(
            "materialised: entries 0 to 0: it is not what was written; it can be made again from what is here",
            "tile/1/000.p/2: entries 0 to 511: it is not what was written; it can be made again from what is here",
            "tile/entries/000: entries 7 to 7: they are not what was written; maybe the peer's mirror has a good copy",
            "tile/0/001: entries 256 to 511: it is missing; it can be made again from what is here",
            "tile/entries/002.p/188: entries 512 to 699: it does not divide into 188 entries; maybe the peer's mirror has a good copy",
            "payload/002: entries 690 to 690: payload "
                + Merkle.sha256(payload(690)).hex()
                + " is not what was written; maybe the peer's mirror has a good copy");

    var repairs = checkWithMirror().run().damage();
    assertThat(repairs)
        .extracting(Damage::repair)
        .containsExactly(
            Repair.LOCAL, Repair.LOCAL, Repair.MIRROR, Repair.LOCAL, Repair.MIRROR, Repair.MIRROR);
  }

  @Test
  void saysWhenTheMirrorIsNoBetter() throws Exception {
    for (var copy : List.of("own", "mirror")) {
      flip(directory.resolve(copy).resolve("tile/entries/001"), 50);
      flip(
          directory.resolve(copy).resolve("payload/000"), (int) Files.size(own("payload/000")) - 1);
    }
    assertThat(checkWithMirror().run().damage())
        .hasSize(2)
        .extracting(Damage::repair)
        .containsOnly(Repair.NONE);
  }

  @Test
  void provesTheTreeThoughEntriesAndTheirTileAreBothGone() throws Exception {
    Files.delete(own("tile/entries/001"));
    flip(own("tile/0/001"), 77);
    var report = checkWithMirror().run();
    assertThat(report.provenSize()).isEqualTo(SIZE);
    assertThat(report.damage())
        .containsExactly(
            new Damage(
                Kind.HASHES, "tile/0/001", 256, 512, "it is not what was written", Repair.MIRROR),
            new Damage(Kind.ENTRIES, "tile/entries/001", 256, 512, "it is missing", Repair.MIRROR));
  }

  @Test
  void entriesChangedTogetherWithTheirTilesAreFound() throws Exception {
    // Somebody rewrites entry 300 and everything above it, but cannot sign the head.
    var forged = new ReferenceLog();
    for (int i = 0; i < SIZE; i++) {
      forged.append(i == 300 ? Bytes.ofUtf8("what should have been said") : ReferenceLog.entry(i));
    }
    var log = LogDirectory.open(FileDisk.at(directory), "forged");
    forged.entries().forEach(log::append);
    log.materialise();
    Files.copy(own("checkpoint"), directory.resolve("forged/checkpoint"));
    Files.delete(directory.resolve("forged/materialised"));

    var check =
        new DirectoryCheck(FileDisk.existing(directory), "forged")
            .withMirror(FileDisk.existing(directory), "mirror");
    var report = check.run();
    assertThat(report.provenSize()).isZero();
    assertThat(report.damage()).extracting(Damage::kind).contains(Kind.CHECKPOINT);
  }

  @Test
  void theCheckpointIsJudged() throws Exception {
    var report = check().withHeadJudge(_ -> Optional.of("nobody I know has signed it")).run();
    assertThat(report.checkpoint()).isEmpty();
    assertThat(report.damage())
        .singleElement()
        .hasToString(
            "checkpoint: entries 0 to 0: it does not count: nobody I know has signed it; maybe the peer's mirror has a good copy");
  }

  @Test
  void aHeadOfAnotherTreeIsFound() throws Exception {
    var other = new ReferenceLog();
    IntStream.range(0, SIZE).forEach(i -> other.append(Bytes.ofUtf8("other " + i)));
    Files.write(own("checkpoint"), other.note(SIZE).toArray());
    var report = check().run();
    assertThat(report.damage())
        .singleElement()
        .matches(
            damage ->
                damage.kind() == Kind.CHECKPOINT && damage.what().equals("it is not of this tree"));
  }

  @Test
  void aHeadThatClaimsTheSkyEndsSoon() throws Exception {
    Files.delete(own("materialised"));
    var sky = "example.com/log\n%d\n%s\n".formatted(Long.MAX_VALUE / 3, Merkle.EMPTY_ROOT);
    var note = new String(ReferenceLog.of(SIZE).note(SIZE).toArray(), StandardCharsets.UTF_8);
    Files.writeString(own("checkpoint"), sky + note.substring(note.indexOf("\n\n") + 1));
    var report = check().run();
    assertThat(report.size()).isLessThan(1000);
    assertThat(report.damage()).extracting(Damage::kind).contains(Kind.CHECKPOINT, Kind.ENTRIES);
    assertThat(report.damage()).anyMatch(damage -> damage.to() == Long.MAX_VALUE / 3);
  }

  @Test
  void aJournalWithoutHeadIsCheckedAgainstItself() throws Exception {
    Files.delete(own("checkpoint"));
    assertThat(check().run().isClean()).isTrue();
    Files.delete(own("materialised"));
    var report = check().run();
    assertThat(report.isClean()).isTrue();
    assertThat(report.size()).isEqualTo(SIZE);
    assertThat(report.provenSize()).as("nothing to prove it by").isZero();
    flip(own("tile/entries/000"), 100);
    assertThat(check().run().damage())
        .singleElement()
        .matches(damage -> damage.path().equals("tile/entries/000") && damage.from() == 7);
  }

  @Test
  void saysWhenNothingTellsWhichOfTwoIsRight() throws Exception {
    Files.delete(own("checkpoint"));
    Files.delete(own("materialised"));
    Files.delete(own("tile/1/000.p/2"));
    flip(own("tile/entries/000"), 100);
    assertThat(check().run().damage())
        .filteredOn(damage -> damage.what().contains("nothing here tells which is right"))
        .extracting(Damage::path)
        .containsExactlyInAnyOrder("tile/0/000", "tile/entries/000");
    // With a second copy it is told.
    assertThat(checkWithMirror().run().damage())
        .extracting(Damage::path)
        .containsExactly("tile/1/000.p/2", "tile/entries/000");
  }

  @Test
  void anEmptyDirectoryHasNothingToSay() throws Exception {
    var report = new DirectoryCheck(FileDisk.existing(directory), "nowhere").run();
    assertThat(report.size()).isZero();
    assertThat(report.isClean()).isTrue();
  }

  @Test
  void entriesThatBreakTheirOwnRulesAreListedUnlessTheirBytesAreBad() throws Exception {
    flip(own("tile/entries/000"), 100);
    var report =
        check()
            .withEntryJudge(
                (index, entry) ->
                    index == 7 || index == 500
                        ? Optional.of("entry " + entry.size() + " is odd")
                        : Optional.empty())
            .run();
    assertThat(report.damage())
        .extracting(Damage::kind)
        .containsExactly(Kind.ENTRIES, Kind.CONTENT);
    assertThat(report.damage().getLast().from()).isEqualTo(500);
  }

  @Test
  void theResultIsTheSameOnOneThreadAndOnMany() throws Exception {
    flip(own("tile/entries/001"), 100);
    flip(own("tile/0/000"), 100);
    assertThat(check().withThreads(1).run()).isEqualTo(check().withThreads(8).run());
  }

  @Test
  void nothingIsWritten() throws Exception {
    var before = Files.getLastModifiedTime(directory.resolve("own"));
    flip(own("tile/0/000"), 100);
    check().run();
    assertThat(Files.getLastModifiedTime(directory.resolve("own"))).isEqualTo(before);
  }
}
