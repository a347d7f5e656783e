package org.sarhad.node.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.tlog.Bytes;

class TarTest {
  private static final List<Tar.Member> MEMBERS =
      List.of(
          new Tar.Member("checkpoint", Bytes.ofUtf8("a head\n")),
          new Tar.Member("tile/0/x001/234", Bytes.of(new byte[512])),
          new Tar.Member("tile/entries/000.p/3", Bytes.EMPTY));

  @Test
  void whatIsWrittenReadsBack() throws Exception {
    assertThat(Tar.parse(Tar.write(MEMBERS))).isEqualTo(MEMBERS);
  }

  @Test
  void theSameMembersGiveTheSameBytes() {
    assertThat(Tar.write(MEMBERS)).isEqualTo(Tar.write(MEMBERS));
  }

  @Test
  void anArchiveWithoutMembersIsTwoEmptyBlocks() throws Exception {
    var empty = Tar.write(List.of());
    assertThat(empty.size()).isEqualTo(1024);
    assertThat(Tar.parse(empty)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/etc/passwd", "../up", "a/../b", "a//b", "./a", "a b", "é"})
  void namesThatLeaveTheBundleAreRefused(String name) {
    assertThatThrownBy(() -> new Tar.Member(name, Bytes.EMPTY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + name + "\"");
  }

  @Test
  void aLinkIsRefused() {
    var archive = Tar.write(MEMBERS).toArray();
    archive[156] = '2';
    // The sum of the header is kept right, so that it is the type that is refused.
    archive[153] = (byte) (archive[153] + 2);
    assertThatThrownBy(() -> Tar.parse(Bytes.of(archive)))
        .isInstanceOf(MalformedTarException.class)
        .hasMessageContaining("a regular file");
  }

  @Test
  void oneNameTwiceIsRefused() {
    var twice = Tar.write(List.of(MEMBERS.getFirst(), MEMBERS.getFirst()));
    assertThatThrownBy(() -> Tar.parse(twice)).isInstanceOf(MalformedTarException.class);
  }

  @Test
  void everyTruncationIsRefused() {
    var archive = Tar.write(MEMBERS);
    for (int size = 0; size < archive.size() - 1023; size += 17) {
      var cut = archive.slice(0, size);
      assertThatThrownBy(() -> Tar.parse(cut)).isInstanceOf(MalformedTarException.class);
    }
  }

  @Test
  void noMutationThrowsAnythingElse() {
    var random = new SplittableRandom(8812);
    var archive = Tar.write(MEMBERS).toArray();
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      var mutated = archive.clone();
      for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
      }
      try {
        Tar.parse(Bytes.of(mutated));
      } catch (MalformedTarException _) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }
}
