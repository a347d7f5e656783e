package org.sarhad.node.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.node.config.HostPort;
import org.sarhad.node.testing.Mutated;
import org.sarhad.node.testing.RunningClock;

/// Bytes that are nearly a request, at an open door.
class HttpNonsenseTest {
  private static final int ROUNDS = 300;
  private static final String GOOD =
      "POST /a/b?q=1 HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nConnection: close\r\n"
          + "Content-Length: 5\r\n\r\nhello";

  @Test
  void nothingThatIsSentMakesItFailOrStop() throws Exception {
    try (var listener =
        HttpListener.start(
            new HostPort("127.0.0.1", 0),
            Optional.empty(),
            new HttpListener.Limits(100, Duration.ofSeconds(2)),
            new RunningClock(),
            new Echo())) {
      Mutated.each(
          GOOD.getBytes(StandardCharsets.US_ASCII),
          ROUNDS,
          damaged ->
              assertThat(answer(listener.address(), damaged))
                  .matches("(?s)(HTTP/1\\.[01] ([234]\\d\\d|505) .*)?"));
      assertThat(answer(listener.address(), GOOD.getBytes(StandardCharsets.US_ASCII)))
          .startsWith("HTTP/1.1 200 ")
          .endsWith("POST /a/b 1 5");
    }
  }

  /// What comes back until the door closes, or nothing within a moment: it may wait for more.
  private static String answer(HostPort address, byte[] request) throws IOException {
    try (var socket = new Socket(address.host(), address.port())) {
      socket.setSoTimeout(250);
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (SocketTimeoutException | SocketException _) {
      return "";
    }
  }
}
