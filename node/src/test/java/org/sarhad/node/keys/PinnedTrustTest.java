package org.sarhad.node.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sarhad.node.config.HostPort;
import org.sarhad.node.http.Exchange;
import org.sarhad.node.http.HttpHandler;
import org.sarhad.node.http.HttpListener;
import org.sarhad.node.http.TlsServer;
import org.sarhad.node.testing.RunningClock;

class PinnedTrustTest {
  private static final Instant NOW = Instant.parse("2019-04-22T08:00:00Z");
  private static final TlsIdentity SERVER = TlsIdentity.issue("pk.sarhad.example", NOW);
  private static final TlsIdentity CLIENT = TlsIdentity.issue("ir.sarhad.example", NOW);
  private static final TlsIdentity STRANGER = TlsIdentity.issue("pk.sarhad.example", NOW);

  private static HttpListener listener;

  @BeforeAll
  static void start() throws Exception {
    listener =
        HttpListener.start(
            new HostPort("127.0.0.1", 0),
            Optional.of(new TlsServer(SERVER.serverContext(), true)),
            new HttpListener.Limits(10, Duration.ofSeconds(5)),
            new RunningClock(),
            new WhoAmI());
  }

  @AfterAll
  static void stop() {
    listener.close();
  }

  /// Tells the client the pin of the key it showed.
  private static final class WhoAmI implements HttpHandler {
    @Override
    public void handle(Exchange exchange) throws IOException {
      var pin = exchange.clientCertificate().map(TlsIdentity::pinOf).orElseThrow();
      exchange.send(200, "text/plain", pin.hex().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Refusal refusal(int status, String detail) {
      return new Refusal("text/plain", detail);
    }
  }

  @Test
  void eachEndKnowsTheOtherByItsKeyAlone() throws Exception {
    // 127.0.0.1 stands in no certificate, and nobody minds.
    assertThat(call(CLIENT.clientContext(Set.of(SERVER.pin())))).isEqualTo(CLIENT.pin().hex());
  }

  @Test
  void aServerWithAnotherKeyIsRefusedInTheHandshakeWhateverItsName() {
    assertThatThrownBy(() -> call(CLIENT.clientContext(Set.of(STRANGER.pin()))))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("not the one on its confirmed card");
  }

  /// A key ends when its card does, by a person or an entry. What a certificate says of dates is
  /// read by a clock, and a wrong clock must not cut the link.
  @Test
  void anExpiredCertificateCountsByItsKeyLikeAnyOther() throws Exception {
    var longAgo = Instant.parse("1950-01-01T00:00:00Z");
    var expired = TlsIdentity.issue("ir.sarhad.example", longAgo);
    assertThatThrownBy(() -> expired.certificate().checkValidity())
        .isInstanceOf(CertificateExpiredException.class);

    assertThat(call(expired.clientContext(Set.of(SERVER.pin())))).isEqualTo(expired.pin().hex());
    assertThatThrownBy(() -> call(expired.clientContext(Set.of(STRANGER.pin()))))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("not the one on its confirmed card");
  }

  @Test
  void aClientWithoutCertificateIsRefusedInTheHandshake() throws Exception {
    var context = SSLContext.getInstance("TLSv1.3");
    context.init(
        null, new javax.net.ssl.TrustManager[] {PinnedTrust.only(Set.of(SERVER.pin()))}, null);

    assertThatThrownBy(() -> call(context)).isInstanceOf(IOException.class);
  }

  @Test
  void anOldTlsIsRefused() throws Exception {
    try (var client =
        HttpClient.newBuilder()
            .sslContext(CLIENT.clientContext(Set.of(SERVER.pin())))
            .sslParameters(new javax.net.ssl.SSLParameters(null, new String[] {"TLSv1.2"}))
            .build()) {
      assertThatThrownBy(() -> client.send(request(), HttpResponse.BodyHandlers.ofString()))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void twoCertificatesOfOneNameHaveDifferentPins() {
    assertThat(STRANGER.pin()).isNotEqualTo(SERVER.pin());
    assertThat(SERVER.certificate().getSubjectX500Principal())
        .isEqualTo(STRANGER.certificate().getSubjectX500Principal());
  }

  private static String call(SSLContext context) throws Exception {
    try (var client = HttpClient.newBuilder().sslContext(context).build()) {
      return client.send(request(), HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  private static HttpRequest request() {
    return HttpRequest.newBuilder(URI.create("https://" + listener.address() + "/")).build();
  }
}
