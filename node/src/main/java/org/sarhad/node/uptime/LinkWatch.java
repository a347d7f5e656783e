package org.sarhad.node.uptime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.sarhad.node.machine.LinkState;
import org.sarhad.node.machine.LinkView;
import org.sarhad.node.port.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the links twice a minute and keeps a [LinkDiary] of it in a file, which is replaced as
/// a whole every five minutes and at the end. A crash loses what was seen since: it was not watched
/// then. A disk that fails costs the diary and nothing else.
public final class LinkWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LinkWatch.class);

  static final Duration PERIOD = Duration.ofSeconds(30);
  static final Duration GAP_MAX = PERIOD.multipliedBy(3);
  private static final Duration KEPT_EVERY = Duration.ofMinutes(5);

  private final Path file;
  private final Clock clock;
  private final Supplier<List<LinkView>> links;
  private final Thread thread;
  private volatile LinkDiary diary;
  private long keptAtNanos;

  private LinkWatch(Path file, Clock clock, Supplier<List<LinkView>> links, LinkDiary diary) {
    this.file = file;
    this.clock = clock;
    this.links = links;
    this.diary = diary;
    this.keptAtNanos = clock.nanos();
    this.thread = Thread.ofVirtual().name("link-watch").unstarted(this::run);
  }

  /// Goes on with the diary in `file`, or begins one there.
  ///
  /// @param links how the links stand now, asked again for each look
  public static LinkWatch start(Path file, Clock clock, Supplier<List<LinkView>> links) {
    var watch = of(file, clock, links);
    watch.thread.start();
    return watch;
  }

  /// The same, that looks only when it is told to.
  static LinkWatch of(Path file, Clock clock, Supplier<List<LinkView>> links) {
    return new LinkWatch(file, clock, links, read(file));
  }

  /// What was seen so far.
  public LinkDiary diary() {
    return diary;
  }

  private void run() {
    try {
      while (true) {
        look();
        Thread.sleep(PERIOD);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// One look.
  void look() {
    Instant now = clock.now();
    LinkDiary next = diary;
    for (LinkView link : links.get()) {
      if (link.state() != LinkState.UNPAIRED) {
        next = next.seen(link.peer(), isUp(link.state()), now, GAP_MAX);
      }
    }
    diary = next;
    if (clock.nanos() - keptAtNanos >= KEPT_EVERY.toNanos()) {
      keep();
    }
  }

  /// Up is what carries entries both ways. A link over which nothing is taken any more is not.
  private static boolean isUp(LinkState state) {
    return switch (state) {
      case LIVE, LAGGING -> true;
      case UNPAIRED, FORKED, BEHIND_OWN_MIRROR, SUSPECT, SILENT -> false;
    };
  }

  // ---- the file -------------------------------------------------------------------------------

  private void keep() {
    keptAtNanos = clock.nanos();
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(fresh, diary.print());
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("how long the link was up could not be kept in {}: {}", file, e.toString());
    }
  }

  /// Whatever of it can be read.
  private static LinkDiary read(Path file) {
    try {
      return LinkDiary.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (NoSuchFileException _) {
      return LinkDiary.EMPTY;
    } catch (IOException e) {
      LOG.warn("how long the link was up could not be read from {}: {}", file, e.toString());
      return LinkDiary.EMPTY;
    }
  }

  /// Looks no more, and keeps what was seen.
  @Override
  public void close() {
    thread.interrupt();
    keep();
  }
}
