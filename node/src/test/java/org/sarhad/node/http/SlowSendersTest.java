package org.sarhad.node.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sarhad.node.config.HostPort;
import org.sarhad.node.keys.TlsIdentity;
import org.sarhad.node.testing.RunningClock;

@Tag("slow")
class SlowSendersTest {
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  private HttpListener listener;

  @BeforeEach
  void start() throws Exception {
    listener =
        HttpListener.start(
            new HostPort("127.0.0.1", 0),
            Optional.empty(),
            new HttpListener.Limits(100, DEADLINE),
            new RunningClock(),
            new Echo());
  }

  @AfterEach
  void stop() {
    listener.close();
  }

  @Test
  void aSenderWhoDripsHeadersIsCutOff() throws Exception {
    assertCutOff(listener, "GET / HTTP/1.1\r\nHost: a\r\nX: ");
  }

  /// Who was refused at once may not hold the connection for as long as it likes to send the rest.
  @Test
  void aSenderWhoDripsABodyNobodyWantsIsCutOff() throws Exception {
    try (var refusing = listening(0, Optional.empty())) {
      assertCutOff(refusing, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
    }
  }

  /// Begins so, goes on byte by byte, and is soon cut off.
  private static void assertCutOff(HttpListener listener, String beginning) throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), listener.address().port())) {
      var out = socket.getOutputStream();
      out.write(beginning.getBytes(StandardCharsets.US_ASCII));
      long began = System.nanoTime();
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 100; i++) {
                  out.write('x');
                  Thread.sleep(100);
                }
              })
          .isInstanceOf(IOException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(DEADLINE.plusSeconds(4));
    }
  }

  @Test
  void aSenderWhoDripsABodyIsToldSo() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), listener.address().port())) {
      var out = socket.getOutputStream();
      out.write(
          "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      var dripping =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      for (int i = 0; i < 100; i++) {
                        out.write('x');
                        Thread.sleep(100);
                      }
                    } catch (IOException | InterruptedException _) {
                      // cut off, as expected
                    }
                  });
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      dripping.interrupt();

      assertThat(answer).startsWith("HTTP/1.1 408 ").contains("did not arrive within 2 s");
    }
  }

  @Test
  void aQuietKeptConnectionIsNotSlow() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), listener.address().port())) {
      var request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
      socket.getOutputStream().write(request);
      var buffer = new byte[4096];
      assertThat(socket.getInputStream().read(buffer)).isPositive();
      Thread.sleep(DEADLINE.plusMillis(1500));
      socket.getOutputStream().write(request);

      assertThat(socket.getInputStream().read(buffer)).isPositive();
    }
  }

  @Test
  void aHandshakeThatNeverEndsIsCutOff() throws Exception {
    try (var tls = listening(0, Optional.of(TLS));
        var socket = new Socket(InetAddress.getLoopbackAddress(), tls.address().port())) {
      socket.setSoTimeout((int) DEADLINE.plusSeconds(4).toMillis());

      assertThat(socket.getInputStream().read()).isNegative();
    }
  }

  @Test
  void aLongAnswerOverTlsIsNotSlow() throws Exception {
    try (var tls = listening(DEADLINE.plusSeconds(2).toMillis(), Optional.of(TLS));
        var client =
            HttpClient.newBuilder()
                .sslContext(IDENTITY.clientContext(Set.of(IDENTITY.pin())))
                .build()) {
      var request = HttpRequest.newBuilder(URI.create("https://" + tls.address() + "/")).build();

      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
          .isEqualTo("done");
    }
  }

  private static final TlsIdentity IDENTITY =
      TlsIdentity.issue("ir", Instant.parse("2019-04-22T08:00:00Z"));

  private static final TlsServer TLS = new TlsServer(IDENTITY.serverContext(), true);

  /// One that answers after so long, and reads no body.
  private static HttpListener listening(long answerAfterMs, Optional<TlsServer> tls)
      throws ListenException {
    return HttpListener.start(
        new HostPort("127.0.0.1", 0),
        tls,
        new HttpListener.Limits(100, DEADLINE),
        new RunningClock(),
        new HttpHandler() {
          @Override
          public void handle(Exchange exchange) throws IOException {
            try {
              Thread.sleep(answerAfterMs);
            } catch (InterruptedException _) {
              Thread.currentThread().interrupt();
            }
            exchange.send(200, "text/plain", "done".getBytes(StandardCharsets.UTF_8));
          }

          @Override
          public Refusal refusal(int status, String detail) {
            return new Refusal("text/plain", detail);
          }
        });
  }
}
