package org.sarhad.node.api;

import java.io.FilterInputStream;
import java.io.IOException;
import org.sarhad.node.http.Body;

/// A long body, whose sender has a full deadline for every 64 KiB of it: lists come over whatever
/// line the officer has.
final class StepByStep extends FilterInputStream {
  private static final long STEP_BYTES = 64 << 10;

  private final Body body;
  private long renewedAt;

  StepByStep(Body body) {
    super(body);
    this.body = body;
  }

  @Override
  public int read() throws IOException {
    return renewed(body.read());
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return renewed(body.read(target, offset, length));
  }

  private int renewed(int read) {
    if (body.bytesRead() - renewedAt >= STEP_BYTES) {
      renewedAt = body.bytesRead();
      body.renewDeadline();
    }
    return read;
  }
}
