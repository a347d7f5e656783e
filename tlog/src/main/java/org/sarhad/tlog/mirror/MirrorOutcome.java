package org.sarhad.tlog.mirror;

import org.sarhad.tlog.checkpoint.SignedCheckpoint;

/// What a mirror answers to an upload. Each outcome has the HTTP status that tlog-mirror gives it.
public sealed interface MirrorOutcome {
  /// The status of the answer.
  int status();

  /// Every entry of `head` is stored. Once they are durable the mirror cosigns the head, stores
  /// that too, and answers with its signature lines.
  record Complete(SignedCheckpoint head) implements MirrorOutcome {
    @Override
    public int status() {
      return 200;
    }
  }

  /// Some packages were stored, not all. The uploader goes on as `info` says.
  record Partial(MirrorInfo info) implements MirrorOutcome {
    @Override
    public int status() {
      return 202;
    }
  }

  /// Nothing in the body could be used.
  record NothingUsable(String reason) implements MirrorOutcome {
    @Override
    public int status() {
      return 400;
    }
  }

  /// No such log is mirrored here.
  record UnknownOrigin(String origin) implements MirrorOutcome {
    @Override
    public int status() {
      return 404;
    }
  }

  /// The upload does not fit to what the mirror has. The uploader starts again as `info` says.
  record Conflict(MirrorInfo info) implements MirrorOutcome {
    @Override
    public int status() {
      return 409;
    }
  }

  /// No head of this log was accepted yet, or a package does not belong to the head.
  record Unprocessable(String reason) implements MirrorOutcome {
    @Override
    public int status() {
      return 422;
    }
  }
}
