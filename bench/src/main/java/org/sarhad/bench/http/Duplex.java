package org.sarhad.bench.http;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sarhad.tlog.Bytes;

/// A request whose body is still being sent while its answer is read already, line by line. One
/// thread may send while another one reads.
public final class Duplex {
  private final Connection connection;
  private final OutputStream out;
  private Optional<BufferedReader> answer = Optional.empty();

  Duplex(Connection connection, OutputStream out) {
    this.connection = connection;
    this.out = out;
  }

  /// Sends `part` of the body; waits while the server does not read.
  public void send(Bytes part) throws IOException {
    byte[] head = "%x\r\n".formatted(part.size()).getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = new byte[head.length + part.size() + 2];
    System.arraycopy(head, 0, whole, 0, head.length);
    part.copyTo(whole, head.length);
    whole[whole.length - 2] = '\r';
    whole[whole.length - 1] = '\n';
    out.write(whole);
  }

  /// Says that this was the whole body.
  public void finish() throws IOException {
    out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /// The next line of the answer. Throws [IOException] when there is none, or the status is not
  /// 200.
  public String readLine() throws IOException {
    if (answer.isEmpty()) {
      answer =
          Optional.of(
              new BufferedReader(
                  new InputStreamReader(connection.answerBody(), StandardCharsets.UTF_8)));
    }
    return Optional.ofNullable(answer.get().readLine())
        .orElseThrow(() -> new EOFException("the answer ended"));
  }
}
