package org.sarhad.node.exhibit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.DiskException;

/// Whether there is room for one more file, or one more chunk (05-7.7).
///
/// @param disk where they lie
/// @param limits what the operator allows
record FileRoom(Disk disk, FileLimits limits) {
  /// Why a file is not begun; empty when there is room for it.
  ///
  /// @param from the side it comes from; empty for an upload
  /// @param parts what is being gathered, counted as if it were whole
  /// @param files what is held
  Optional<FileOutcome> findRefusal(
      Optional<PartyId> from, long sizeBytes, List<PartState> parts, Collection<HeldFile> files)
      throws DiskException {
    long uploads = parts.stream().filter(part -> part.card().isUpload()).count();
    if (from.isEmpty() && uploads >= limits.partsMax()) {
      return refused(FileRefusal.TOO_MANY_UPLOADS, limits.partsMax() + " at once");
    }
    long all = sizeBytes;
    long fetched = sizeBytes;
    for (var part : parts) {
      all += part.card().sizeBytes();
      fetched += part.card().isUpload() ? 0 : part.card().sizeBytes();
    }
    for (var file : files) {
      all += file.card().sizeBytes();
      fetched += file.card().from().isEmpty() ? 0 : file.card().sizeBytes();
    }
    if (all > limits.quotaBytes()) {
      return overQuota(all, limits.quotaBytes());
    }
    if (from.isPresent() && fetched > limits.peersBytes()) {
      return overQuota(fetched, limits.peersBytes());
    }
    long promised = parts.stream().mapToLong(PartState::bytesMissing).sum();
    return findShortage(promised + sizeBytes);
  }

  /// Why so many bytes more are not written; empty when the device has room for them.
  Optional<FileOutcome> findShortage(long moreBytes) throws DiskException {
    long free = disk.freeBytes() - limits.reserveBytes();
    return free < moreBytes
        ? refused(
            FileRefusal.DISK_FULL,
            "%d bytes are needed, %d may be used".formatted(moreBytes, Math.max(0, free)))
        : Optional.empty();
  }

  private static Optional<FileOutcome> overQuota(long bytes, long allowed) {
    return refused(
        FileRefusal.QUOTA_REACHED, "%d bytes with this file, %d allowed".formatted(bytes, allowed));
  }

  private static Optional<FileOutcome> refused(FileRefusal why, String detail) {
    return Optional.of(new FileOutcome.Refused(why, detail));
  }
}
