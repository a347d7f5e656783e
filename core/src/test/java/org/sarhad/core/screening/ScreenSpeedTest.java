package org.sarhad.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sarhad.core.data.Ordered;

/// Figures of issue 4: 500 names a second and core on a list as large as the largest, and 10 000
/// parties screened again within a minute when a list has changed. Processor time, which a crowded
/// machine changes less.
@Tag("slow")
class ScreenSpeedTest {
  private static final int LISTED = 8_000;
  private static final List<String> SYLLABLES =
      List.of(
          "ba", "dar", "kho", "ras", "shir", "ta", "min", "gol", "par", "zam", "ne", "ru", "val",
          "qe", "sha", "far", "lo", "mek", "tur", "bis", "han", "je", "ork", "ul", "ven", "sta");
  private static final List<String> KINDS =
      List.of(
          "Trading Company",
          "Shipping",
          "General Trading LLC",
          "Industries (Pvt) Ltd",
          "Petrochemical Company",
          "Exchange",
          "Group",
          "Transport GmbH");

  private final SplittableRandom random = new SplittableRandom(500);

  @Test
  void fiveHundredNamesASecond() {
    Screen screen = Screen.of(list(LISTED));
    List<Subject> subjects = subjects(4_000);
    hits(screen, subjects.subList(0, 1_000));

    long began = processorTimeNs();
    long hits = hits(screen, subjects);
    long tookNs = processorTimeNs() - began;
    long perSecond = subjects.size() * 1_000_000_000L / tookNs;

    System.out.println(
        "screening on a list of %d: %d names/s/core, %d of %d with a hit"
            .formatted(LISTED, perSecond, hits, subjects.size()));
    // The promise is 500, on a machine that does nothing else: docs/performance.md.
    assertThat(perSecond).isGreaterThan(300);
  }

  @Test
  void tenThousandPartiesAreScreenedAgainWithinAMinute() {
    ListSnapshot before = list(LISTED);
    List<ListedEntity> more = new ArrayList<>(before.entities());
    IntStream.range(0, 100).forEach(i -> more.add(Lists.firm("new " + i, name())));
    ListSnapshot after =
        new ListSnapshot(ListSource.UN, LocalDate.of(2019, 5, 1), Lists.hash("next"), more);
    List<Subject> subjects = subjects(10_000);

    long began = processorTimeNs();
    hits(Screen.of(after), subjects);
    Duration whole = Duration.ofNanos(processorTimeNs() - began);
    began = processorTimeNs();
    hits(Screen.of(after.newSince(before)), subjects);
    Duration changes = Duration.ofNanos(processorTimeNs() - began);

    System.out.println(
        "10 000 parties on a new list: all of it %d ms, what is new in it %d ms"
            .formatted(whole.toMillis(), changes.toMillis()));
    assertThat(whole).isLessThan(Duration.ofMinutes(1));
    assertThat(changes).isLessThan(Duration.ofSeconds(10));
  }

  private static long processorTimeNs() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long hits(Screen screen, List<Subject> subjects) {
    return subjects.stream().filter(subject -> !screen.hits(subject, 800).isEmpty()).count();
  }

  private ListSnapshot list(int size) {
    return new ListSnapshot(
        ListSource.UN,
        LocalDate.of(2019, 4, 20),
        Lists.hash("made up"),
        IntStream.range(0, size).mapToObj(i -> Lists.firm("x " + i, name())).toList());
  }

  private List<Subject> subjects(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Subject(SubjectId.of("p " + i), Sort.FIRM, List.of(name()), Ordered.set()))
        .toList();
  }

  private String name() {
    return word()
        + " "
        + (random.nextBoolean() ? word() + " " : "")
        + KINDS.get(random.nextInt(KINDS.size()));
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    IntStream.range(0, 2 + random.nextInt(3))
        .forEach(_ -> word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size()))));
    return word.toString();
  }
}
