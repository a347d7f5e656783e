package org.sarhad.node.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.node.config.HostPort;
import org.sarhad.node.testing.RunningClock;

class HttpListenerTest {
  private static final int BODY_MAX = Echo.BODY_MAX;
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  private final HttpClient client = HttpClient.newHttpClient();
  private static HttpListener listener;

  @BeforeAll
  static void start() throws Exception {
    listener =
        HttpListener.start(
            new HostPort("127.0.0.1", 0),
            Optional.empty(),
            new HttpListener.Limits(100, DEADLINE),
            new RunningClock(),
            new Echo());
  }

  @AfterAll
  static void stop() {
    listener.close();
  }

  @AfterEach
  void closeClient() {
    client.close();
  }

  @Test
  void aRequestIsAnswered() throws Exception {
    assertThat(post("/a/b?q=%D8%B3", "hello".getBytes(StandardCharsets.UTF_8)).body())
        .isEqualTo("POST /a/b س 5");
  }

  @Test
  void aStreamArrivesBitByBit() throws Exception {
    assertThat(get("/stream").body()).isEqualTo("one\ntwo\n");
  }

  @Test
  void aGzipBodyIsUnpacked() throws Exception {
    assertThat(post("/", gzip(new byte[1000]), "Content-Encoding", "gzip").body())
        .isEqualTo("POST / - 1000");
  }

  @Test
  void aBodyOverTheLimitIsRefusedBeforeItIsRead() throws Exception {
    var answer = post("/", new byte[BODY_MAX + 1]);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("1048577 bytes; 1048576 is the most");
  }

  @Test
  void aZipBombStopsAtTheLimit() throws Exception {
    var bomb = gzip(new byte[200 << 20]);
    assertThat(bomb.length).isLessThan(BODY_MAX);

    var answer = post("/", bomb, "Content-Encoding", "gzip");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("more than 1048576 bytes unpacked");
  }

  @Test
  void gzipThatIsNoneIsRefused() throws Exception {
    var notGzip = "not gzip at all".getBytes(StandardCharsets.UTF_8);
    var damaged = gzip(new byte[100_000]);
    damaged[damaged.length - 6] ^= 0x55; // in the checksum
    var cut = Arrays.copyOf(damaged, damaged.length / 2);

    assertThat(post("/", notGzip, "Content-Encoding", "gzip").statusCode()).isEqualTo(415);
    assertThat(post("/", damaged, "Content-Encoding", "gzip").statusCode()).isEqualTo(415);
    assertThat(post("/", cut, "Content-Encoding", "gzip").statusCode()).isEqualTo(415);
    assertThat(post("/", notGzip, "Content-Encoding", "br").body()).contains("encoded as br");
  }

  @Test
  void aBugIsAnswered500AndTheServerLives() throws Exception {
    assertThat(get("/bug").statusCode()).isEqualTo(500);
    assertThat(get("/bug").body()).doesNotContain("planted");
    assertThat(get("/silent").statusCode()).isEqualTo(500);
    assertThat(get("/fine").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NONSENSE\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /?%=1 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /?q=%zz HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /?q=1% HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /?q=%ff HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /a/%2e%2e/b HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /a%2Fb HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n",
      })
  void whatIsNoRequestIsRefusedInOurOwnWords(String bytes) throws Exception {
    var answer = raw(bytes);

    assertThat(answer).matches("(?s)HTTP/1\\.1 (4\\d\\d|505) .*");
    assertThat(answer).contains("refused").doesNotContain("<html").doesNotContain("Jetty");
  }

  @Test
  void headersWithoutEndAreRefused() throws Exception {
    assertThat(raw("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(10_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431 ");
  }

  @Test
  void aTakenPortSaysSo() {
    assertThatThrownBy(
            () ->
                HttpListener.start(
                    listener.address(),
                    Optional.empty(),
                    new HttpListener.Limits(10, DEADLINE),
                    new RunningClock(),
                    new Echo()))
        .isInstanceOf(ListenException.class)
        .hasMessage(
            "Port %d on 127.0.0.1 is taken by another program. Maybe this node runs already; end it, or choose another port."
                .formatted(listener.address().port()));
  }

  @Test
  void anAddressThatIsNotOursSaysSo() {
    assertThatThrownBy(
            () ->
                HttpListener.start(
                    new HostPort("192.0.2.1", 0),
                    Optional.empty(),
                    new HttpListener.Limits(10, DEADLINE),
                    new RunningClock(),
                    new Echo()))
        .isInstanceOf(ListenException.class)
        .hasMessageContaining("192.0.2.1");
  }

  @Test
  void closingLetsARunningRequestFinish() throws Exception {
    var begun = new CountDownLatch(1);
    var closing =
        HttpListener.start(
            new HostPort("127.0.0.1", 0),
            Optional.empty(),
            new HttpListener.Limits(10, DEADLINE),
            new RunningClock(),
            new HttpHandler() {
              @Override
              public void handle(Exchange exchange) throws IOException {
                begun.countDown();
                try {
                  Thread.sleep(500);
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
    var answer =
        client.sendAsync(
            HttpRequest.newBuilder(URI.create("http://" + closing.address() + "/")).build(),
            HttpResponse.BodyHandlers.ofString());
    begun.await();

    closing.close();

    assertThat(answer.join().body()).isEqualTo("done");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, byte[] body, String... headers) throws Exception {
    var request = request(path).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://" + listener.address() + path));
  }

  private String raw(String bytes) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), listener.address().port())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }
}
