package org.sarhad.node.http;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.eclipse.jetty.io.EofException;
import org.sarhad.node.port.Clock;

/// A request's body as a stream of unpacked bytes, with a limit on their number and on the sender's
/// time. Nothing is buffered but what the reader asks for.
public final class Body extends InputStream {
  private final InputStream unpacked;
  private final long bytesMax;
  private final Duration deadline;
  private final Clock clock;
  private long bytesRead;
  private long deadlineNanos;

  Body(InputStream raw, boolean gzip, long bytesMax, Duration deadline, Clock clock)
      throws IOException {
    this.bytesMax = bytesMax;
    this.deadline = deadline;
    this.clock = clock;
    this.deadlineNanos = clock.nanos() + deadline.toNanos();
    var timed = new Timed(raw);
    this.unpacked = gzip ? unzipped(timed) : timed;
  }

  private static InputStream unzipped(InputStream raw) throws IOException {
    try {
      return new GZIPInputStream(raw, 8 << 10);
    } catch (ZipException | EOFException e) {
      throw new BodyException(
          BodyException.Reason.BAD_ENCODING,
          "the body says it is gzip and is not: " + e.getMessage());
    }
  }

  /// Gives the sender a full deadline again, from now: a long upload is judged part by part.
  public void renewDeadline() {
    deadlineNanos = clock.nanos() + deadline.toNanos();
  }

  /// How many unpacked bytes were read.
  public long bytesRead() {
    return bytesRead;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read;
    try {
      read = unpacked.read(target, offset, length);
    } catch (ZipException e) {
      throw damaged(String.valueOf(e.getMessage()));
    } catch (EofException e) { // the connection broke, which says nothing about the gzip
      throw e;
    } catch (EOFException _) {
      throw damaged("it ends too early");
    }
    bytesRead += Math.max(read, 0);
    if (bytesRead > bytesMax) {
      throw new BodyException(
          BodyException.Reason.TOO_LARGE,
          "the body has more than %d bytes unpacked, which is the most allowed here"
              .formatted(bytesMax));
    }
    return read;
  }

  private static BodyException damaged(String how) {
    return new BodyException(
        BodyException.Reason.BAD_ENCODING, "the body's gzip is damaged: " + how);
  }

  @Override
  public void close() throws IOException {
    unpacked.close();
  }

  /// Looks at the time after every read of packed bytes; the wait inside one read is bounded by the
  /// connection's idle timeout.
  private final class Timed extends FilterInputStream {
    Timed(InputStream raw) {
      super(raw);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      checkTime();
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      checkTime();
      return read;
    }

    private void checkTime() throws BodyException {
      if (clock.nanos() - deadlineNanos > 0) {
        throw new BodyException(
            BodyException.Reason.TOO_SLOW,
            "the body did not arrive within %d s".formatted(deadline.toSeconds()));
      }
    }
  }
}
