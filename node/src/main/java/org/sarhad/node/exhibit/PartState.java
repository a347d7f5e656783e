package org.sarhad.node.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sarhad.tlog.tree.Hash;

/// How far a file is that is being gathered. Immutable.
///
/// @param id of the part: 32 hexadecimal digits that say nothing
/// @param card what is known of it
/// @param chunks for each chunk its SHA-256 if it is there, durably
public record PartState(String id, PartCard card, List<Optional<Hash>> chunks) {
  public PartState {
    chunks = List.copyOf(chunks);
  }

  /// Neighbouring chunks that are missing.
  ///
  /// @param from the first
  /// @param to the one behind the last
  public record Gap(int from, int to) {}

  /// Whether the chunk `index` is there.
  public boolean has(int index) {
    return chunks.get(index).isPresent();
  }

  /// The first chunk that is missing; empty when all are there.
  public Optional<Integer> firstMissing() {
    return IntStream.range(0, chunks.size()).filter(index -> !has(index)).boxed().findFirst();
  }

  /// What is missing, in order; no two gaps touch.
  public List<Gap> missing() {
    var gaps = new ArrayList<Gap>();
    int from = -1;
    for (int index = 0; index <= chunks.size(); index++) {
      boolean isMissing = index < chunks.size() && !has(index);
      if (isMissing && from < 0) {
        from = index;
      } else if (!isMissing && from >= 0) {
        gaps.add(new Gap(from, index));
        from = -1;
      }
    }
    return List.copyOf(gaps);
  }

  /// How many bytes are there, durably.
  public long bytesHeld() {
    var plan = card.plan();
    return IntStream.range(0, chunks.size()).filter(this::has).mapToLong(plan::sizeOf).sum();
  }

  /// How many bytes are missing.
  public long bytesMissing() {
    return card.sizeBytes() - bytesHeld();
  }

  PartState with(int index, Optional<Hash> sha256) {
    var next = new ArrayList<>(chunks);
    next.set(index, sha256);
    return new PartState(id, card, next);
  }

  PartState with(PartCard next) {
    return new PartState(id, next, chunks);
  }
}
