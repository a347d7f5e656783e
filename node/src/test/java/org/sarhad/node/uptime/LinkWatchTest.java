package org.sarhad.node.uptime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.machine.LinkState;
import org.sarhad.node.machine.LinkView;
import org.sarhad.node.testing.HandClock;

/// The watch of the links and its file.
class LinkWatchTest {
  @TempDir Path directory;
  private final HandClock clock = new HandClock();
  private LinkState state = LinkState.LIVE;

  private LinkWatch watch() {
    return LinkWatch.of(directory.resolve("links.txt"), clock, () -> List.of(link()));
  }

  private LinkView link() {
    return new LinkView(
        PartyId.of("pk"),
        Optional.empty(),
        state,
        clock.now(),
        "",
        0,
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        0,
        0,
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  private LinkDiary.Tally all(LinkWatch watch) {
    return watch.diary().tally(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "LIVE, 60, 60",
    "LAGGING, 60, 60",
    "SILENT, 0, 60",
    "SUSPECT, 0, 60",
    "FORKED, 0, 60",
    "BEHIND_OWN_MIRROR, 0, 60",
    "UNPAIRED, 0, 0"
  })
  void upIsWhatCarriesEntriesBothWays(LinkState seen, int up, int watched) {
    state = seen;
    var watch = watch();
    watch.look();
    clock.pass(Duration.ofSeconds(60));
    watch.look();
    assertThat(all(watch))
        .isEqualTo(new LinkDiary.Tally(Duration.ofSeconds(up), Duration.ofSeconds(watched)));
  }

  /// Of the time in which the node did not run nothing is known.
  @Test
  void theDiaryOutlivesTheNode() {
    var before = watch();
    before.look();
    clock.pass(LinkWatch.PERIOD);
    before.look();
    before.close();
    clock.pass(Duration.ofHours(3));

    var after = watch();
    after.look();
    clock.pass(LinkWatch.PERIOD);
    after.look();
    assertThat(after.diary().spells()).hasSize(2);
    assertThat(all(after).watched()).isEqualTo(LinkWatch.PERIOD.multipliedBy(2));
  }

  @Test
  void itIsKeptNowAndThen() {
    var watch = watch();
    for (int i = 0; i < 12; i++) {
      watch.look();
      clock.pass(LinkWatch.PERIOD);
    }
    assertThat(all(watch()).watched()).isEqualTo(LinkWatch.PERIOD.multipliedBy(10));
  }

  /// A file that cannot be written costs the diary, not the node.
  @Test
  void aDiskThatFailsStopsNothing() throws Exception {
    var file = directory.resolve("gone").resolve("links.txt");
    var watch = LinkWatch.of(file, clock, () -> List.of(link()));
    watch.look();
    watch.close();
    assertThat(Files.exists(file)).isFalse();
    assertThat(watch.diary().spells()).hasSize(1);
  }
}
