package org.sarhad.tlog.mirror;

import java.util.Optional;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;

/// The rule by which a mirror takes entries in; tlog-mirror, `add-entries`.
///
/// An upload goes: [#begin] with its header; each package is checked with [EntryPackage#verify]
/// against the head that `begin` gave, and stored; [#end] when the body has ended, wherever it did.
/// The head itself comes before all that, by the rule of
/// [Witness][org.sarhad.tlog.witness.Witness], with [MirrorState#newest] as the head held.
///
/// Pure. Between `begin` and `end` the state may have moved on through other uploads: packages are
/// proved against consistent heads, so two uploads can only bring the same entries.
public final class Mirror {
  /// How many entries an upload may repeat that the mirror already has: those of one package.
  public static final long EXCESS_MAX = 256;

  private Mirror() {}

  /// Whether an upload with this header may begin. `state` is empty if the log is not mirrored
  /// here.
  public static UploadStart begin(Optional<MirrorState> state, AddEntries header) {
    // SPEC: if log_origin is not a known log, the mirror MUST respond with 404.
    if (state.isEmpty()) {
      return refused(new MirrorOutcome.UnknownOrigin(header.origin()));
    }
    var mirror = state.get();
    // SPEC: if the mirror has never received a pending checkpoint signed by the log, 422.
    if (mirror.newest().isEmpty()) {
      return refused(new MirrorOutcome.Unprocessable("no head of this log was accepted yet"));
    }
    // SPEC: if upload_end is neither a known pending checkpoint value nor the mirror checkpoint's
    // tree size, 409. If it is less than the mirror checkpoint's tree size, 409.
    var head = headAt(mirror, header.end());
    // SPEC: if upload_start is greater than the mirror's next entry, 409.
    boolean leavesGap = header.start() > mirror.next();
    // SPEC: if min(upload_end, next_entry) - upload_start is too large, 409.
    long excess = Math.min(header.end(), mirror.next()) - header.start();
    if (head.isEmpty() || leavesGap || excess > EXCESS_MAX) {
      return refused(new MirrorOutcome.Conflict(mirror.info(header.end())));
    }
    return new UploadStart.Proceed(head.get());
  }

  private static UploadStart refused(MirrorOutcome answer) {
    return new UploadStart.Refused(answer);
  }

  /// What is answered when the body of an upload has ended, after `packagesStored` of its packages
  /// were proved and stored. Nothing says whether the body was complete: what counts is what the
  /// mirror now has. The answer is one of [MirrorOutcome.Complete], [MirrorOutcome.Partial],
  /// [MirrorOutcome.NothingUsable] and [MirrorOutcome.Conflict].
  public static MirrorOutcome end(MirrorState state, AddEntries header, long packagesStored) {
    // SPEC: if the canonical sequence is not empty, and no entry package was authenticated and
    // saved before the body ended, the mirror MUST respond with 400.
    if (header.packageCount() > 0 && packagesStored == 0) {
      return new MirrorOutcome.NothingUsable("the body ended before the first package did");
    }
    // SPEC: check if upload_end is still at least the mirror checkpoint's tree size; if it was too
    // small, 409.
    var head = headAt(state, header.end());
    if (head.isEmpty()) {
      return new MirrorOutcome.Conflict(state.info(header.end()));
    }
    // SPEC: if the mirror has not yet received all packages covering [upload_start, upload_end),
    // 202 with the advanced next entry.
    return state.next() < header.end()
        ? new MirrorOutcome.Partial(state.info(header.end()))
        : new MirrorOutcome.Complete(head.get());
  }

  /// The head of `size` that entries may still be uploaded for.
  private static Optional<SignedCheckpoint> headAt(MirrorState state, long size) {
    long mirrored = state.mirrored().map(SignedCheckpoint::size).orElse(0L);
    return state.findHead(size).filter(head -> head.size() >= mirrored);
  }
}
