package org.sarhad.tlog.mirror;

import org.sarhad.tlog.checkpoint.SignedCheckpoint;

/// Whether an upload may begin.
public sealed interface UploadStart {
  /// It may; its packages are to be proved against `head`.
  record Proceed(SignedCheckpoint head) implements UploadStart {}

  /// It may not, and `answer` says why. Nothing more of the body needs to be read.
  record Refused(MirrorOutcome answer) implements UploadStart {}
}
