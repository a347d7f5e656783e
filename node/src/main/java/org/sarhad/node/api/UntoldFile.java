package org.sarhad.node.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.tracks.TrackFact;
import org.sarhad.core.tracks.TrackFactKind;
import org.sarhad.tlog.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Crossings that are not told yet, in a file of their own (protocol clause 20-5.4): one a line, in
/// canonical JSON, the oldest first. It is replaced as a whole, so a crash leaves the old one or
/// the new one.
///
/// A disk that fails costs what a crash would lose, and is logged; what is in memory is told all
/// the same.
final class UntoldFile implements UntoldCrossings.Shelf {
  private static final Logger LOG = LoggerFactory.getLogger(UntoldFile.class);
  private static final JsonLimits LINE = JsonLimits.ofBytes(16 * 1024);

  private final Path file;

  UntoldFile(Path file) {
    this.file = file;
  }

  @Override
  public List<UntoldCrossings.Untold> read() {
    try {
      var lines = Files.readString(file).lines().toList();
      var all = new ArrayList<UntoldCrossings.Untold>();
      for (var line : lines) {
        all.add(untold(Json.parseCanonicalObject(Bytes.ofUtf8(line), LINE)));
      }
      return List.copyOf(all);
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (IOException | MalformedJsonException | IllegalArgumentException e) {
      setAside(e);
      return List.of();
    }
  }

  /// What cannot be read is kept for whoever can.
  private void setAside(Exception why) {
    var aside = file.resolveSibling(file.getFileName() + ".unreadable");
    LOG.error(
        "crossings that are to be told to the other side cannot be read from {}: {}. It is kept as"
            + " {}; look at it, and tell them by other means.",
        file,
        why.getMessage(),
        aside.getFileName());
    try {
      Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.error("{} could not be set aside: {}", file, e.toString());
    }
  }

  @Override
  public void write(List<UntoldCrossings.Untold> all, boolean isNew) {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    var text = all.stream().map(one -> json(one) + "\n").collect(Collectors.joining());
    try {
      try (var channel =
          FileChannel.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        var bytes = ByteBuffer.wrap(Bytes.ofUtf8(text).toArray());
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        if (isNew) {
          channel.force(true);
        }
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      if (isNew) {
        sync(file.toAbsolutePath().resolveSibling(""));
      }
    } catch (IOException e) {
      LOG.error("crossings that are to be told could not be kept in {}: {}", file, e.toString());
    }
  }

  private static void sync(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  // ---- one of them ----------------------------------------------------------------------------

  private static Json.Obj json(UntoldCrossings.Untold one) {
    return Json.obj()
        .put("body", one.fact().toJson())
        .put("code", one.why().code())
        .put("for_now", one.why().isForNow())
        .put("kind", one.fact().kind().kind().value())
        .put("since", one.since())
        .put("tries", one.tries())
        .build();
  }

  private static UntoldCrossings.Untold untold(Json.Obj json) throws MalformedJsonException {
    var kind =
        TrackFactKind.find(json.as("kind", Kind::of))
            .orElseThrow(() -> new IllegalArgumentException("no fact about tracks"));
    return new UntoldCrossings.Untold(
        TrackFact.fromJson(kind, json.object("body")),
        json.time("since"),
        json.smallInteger("tries", 0, Integer.MAX_VALUE),
        new UntoldCrossings.Why(json.text("code"), json.bool("for_now")));
  }
}
