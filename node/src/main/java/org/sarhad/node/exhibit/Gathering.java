package org.sarhad.node.exhibit;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.inquiry.Description;
import org.sarhad.core.inquiry.Manifest;
import org.sarhad.node.port.DiskException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Takes the chunks of one released file of another side, wherever they come from: the link, or a
/// bundle somebody carried. Each is compared with the manifest that its holder signed, and the
/// whole with the digest that stands in the exhibit (09-5.6). A chunk that is wrong takes no place;
/// it is kept aside.
public final class Gathering {
  private static final String THING = "application/octet-stream";

  private final ExhibitStore store;
  private final NamedFile file;
  private final Manifest manifest;

  /// What came of a chunk, or of the whole.
  public sealed interface Result {
    /// The chunk is there, durably.
    record Taken() implements Result {}

    /// All of it is there and is the exhibit's file.
    record Whole(HeldFile held) implements Result {}

    /// The chunk is not the one in the manifest.
    ///
    /// @param isKept whether its bytes are kept; the same ones, and too many, are not kept again
    record Wrong(WrongChunk chunk, boolean isKept) implements Result {}

    /// The chunks are those of the manifest, and the whole is not the exhibit's file: the holder
    /// signed two things that cannot both be true.
    record Contradicted(Hash found) implements Result {}

    /// Nothing was taken, for a reason of this node's own.
    record Refused(FileRefusal why, String detail) implements Result {}
  }

  /// @param file one that is released
  public Gathering(ExhibitStore store, NamedFile file) {
    this.store = store;
    this.file = file;
    this.manifest = file.manifest().orElseThrow();
  }

  /// Which file it is.
  public NamedFile file() {
    return file;
  }

  /// The part it is gathered in, if that was begun.
  public Optional<PartState> part() {
    return store.findPart(file.sha256(), file.holder());
  }

  /// The part it is gathered in, begun if it was not; or why there is none.
  public FileOutcome begin() {
    var known = part();
    if (known.isPresent()) {
      var obstacle = store.findObstacle(known.get().id());
      return obstacle.isPresent() ? obstacle.get() : new FileOutcome.Going(known.get());
    }
    var media = file.described().map(Description::media).orElse(THING);
    return store.begin(
        file.holder().value(),
        Optional.of(file.holder()),
        new PartCard.Wanted(manifest.sizeBytes(), media, Optional.of(file.sha256())));
  }

  /// Takes the chunk `index`.
  public Result take(int index, Bytes bytes, Instant now) throws DiskException {
    if (!manifest.isChunk(index, bytes)) {
      var wrong = new WrongChunk(file.sha256(), index, file.holder(), Merkle.sha256(bytes), now);
      return new Result.Wrong(wrong, store.keepWrong(wrong, bytes));
    }
    return switch (begin()) {
      case FileOutcome.Going(var part) ->
          result(store.put(part.id(), index, manifest.chunks().get(index), bytes));
      case FileOutcome outcome -> result(outcome);
    };
  }

  /// Compares the whole, once all chunks are there.
  public Result finish() {
    var part = part();
    if (part.isEmpty()) {
      return new Result.Refused(FileRefusal.UPLOAD_UNKNOWN, file.sha256().hex());
    }
    var outcome = store.finish(part.get().id(), Optional.of(file.sha256()));
    var after = part();
    return after.isPresent()
            && after.get().card().outcome() instanceof PartCard.Outcome.Contradicted(Hash found)
        ? new Result.Contradicted(found)
        : result(outcome);
  }

  private static Result result(FileOutcome outcome) {
    return switch (outcome) {
      case FileOutcome.Going _, FileOutcome.Gone _ -> new Result.Taken();
      case FileOutcome.Whole(var held) -> new Result.Whole(held);
      case FileOutcome.Refused(var why, var detail) -> new Result.Refused(why, detail);
    };
  }
}
