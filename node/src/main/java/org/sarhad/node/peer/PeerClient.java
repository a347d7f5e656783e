package org.sarhad.node.peer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.config.HostPort;
import org.sarhad.node.config.PeerConfig;
import org.sarhad.node.keys.TlsIdentity;
import org.sarhad.node.link.Hello;
import org.sarhad.node.link.MalformedHelloException;
import org.sarhad.node.link.PairingCard;
import org.sarhad.node.link.PayloadFrames;
import org.sarhad.node.link.PeerPort;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.mirror.EntryPackage;
import org.sarhad.tlog.tree.Hash;

/// Calls peers, each under the TLS key on its confirmed card and no other.
///
/// A call is one HTTP request; nothing is retried here. Failures become one sentence that says what
/// to look at.
public final class PeerClient implements PeerPort, AutoCloseable {
  private static final int WORTH_GZIP = 16 << 10;

  private final PeerConfig config;
  private final TlsIdentity tls;
  private final Function<PartyId, Optional<PairingCard>> cards;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("peer-call-", 0).factory());
  private final Map<Hash, HttpClient> clients = new ConcurrentHashMap<>();

  /// @param cards the confirmed card of a peer
  public PeerClient(
      PeerConfig config, TlsIdentity tls, Function<PartyId, Optional<PairingCard>> cards) {
    this.config = config;
    this.tls = tls;
    this.cards = cards;
  }

  @Override
  public CompletionStage<PeerResponse> call(PartyId peer, PeerRequest request) {
    var card = cards.apply(peer);
    if (card.isEmpty()) {
      return CompletableFuture.failedFuture(
          new PeerUnreachableException("%s is not paired.".formatted(peer)));
    }
    var client = clients.computeIfAbsent(card.get().tlsKey(), this::pinned);
    return send(client, card.get().address(), request)
        .handle(
            (response, failure) -> {
              if (failure != null) {
                throw new PeerUnreachableException(reason(card.get().address(), failure));
              }
              return response;
            });
  }

  /// Fetches the card of whoever answers at `address`, and makes sure that the TLS key on it is the
  /// one that answered. Nothing else about it is known to be true.
  public PairingCard fetchCard(HostPort address)
      throws PeerUnreachableException, MalformedHelloException {
    var request =
        HttpRequest.newBuilder(uri(address.toString(), "card")).timeout(config.callDeadline());
    try (var client = client(tls.strangerContext())) {
      var response =
          client.send(
              request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), Hello.BYTES_MAX));
      if (response.statusCode() != 200) {
        throw new PeerUnreachableException(
            "%s answered %d. Maybe it is not a Sarhad node's peer address."
                .formatted(address, response.statusCode()));
      }
      var card = Hello.parseCard(Bytes.of(response.body()));
      var shown = response.sslSession().orElseThrow().getPeerCertificates()[0];
      if (!TlsIdentity.pinOf(shown).equals(card.tlsKey())) {
        throw new PeerUnreachableException(
            "%s shows another TLS key than the one on its card. Somebody may stand between; do not pair."
                .formatted(address));
      }
      return card;
    } catch (SSLPeerUnverifiedException e) {
      throw new IllegalStateException("a TLS server without certificate", e);
    } catch (IOException e) {
      throw new PeerUnreachableException(reason(address.toString(), e));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new PeerUnreachableException("stopped while waiting for " + address);
    }
  }

  /// Ends all connections.
  @Override
  public void close() {
    clients.values().forEach(HttpClient::shutdownNow);
    threads.shutdownNow();
  }

  private HttpClient pinned(Hash tlsKey) {
    return client(tls.clientContext(Set.of(tlsKey)));
  }

  private HttpClient client(SSLContext context) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(context)
        .connectTimeout(config.connectDeadline())
        .executor(threads)
        .build();
  }

  private CompletableFuture<PeerResponse> send(
      HttpClient client, String address, PeerRequest request) {
    return client
        .sendAsync(
            http(address, request),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), PeerResponse.MAX_BODY_BYTES))
        .thenApply(PeerClient::response);
  }

  private HttpRequest http(String address, PeerRequest request) {
    return switch (request) {
      case PeerRequest.AddCheckpoint(Bytes body) ->
          post(address, "add-checkpoint", BodyPublishers.ofByteArray(body.toArray())).build();
      case PeerRequest.AddEntries upload ->
          upload(address, "add-entries", uploadBody(upload)).build();
      case PeerRequest.PushPayloads(var frames) ->
          upload(address, "payloads", PayloadFrames.bytes(frames).toArray()).build();
      case PeerRequest.GetPayload(Hash sha256) -> get(address, "payload/" + sha256.hex());
      case PeerRequest.GetResource(String path) -> get(address, path);
      case PeerRequest.GetFilePiece(Hash sha256, long from, int bytes) ->
          HttpRequest.newBuilder(uri(address, "exhibit/" + sha256.hex()))
              .timeout(config.callDeadline())
              .header("Range", "bytes=%d-%d".formatted(from, from + bytes - 1))
              .build();
      case PeerRequest.GetHello _ -> get(address, "hello");
    };
  }

  private HttpRequest get(String address, String path) {
    return HttpRequest.newBuilder(uri(address, path)).timeout(config.callDeadline()).build();
  }

  private HttpRequest.Builder post(String address, String path, BodyPublisher body) {
    return HttpRequest.newBuilder(uri(address, path)).timeout(config.callDeadline()).POST(body);
  }

  /// A body worth packing goes as gzip: envelopes shrink to a third, and links are thin.
  private HttpRequest.Builder upload(String address, String path, byte[] body) {
    var request =
        body.length < WORTH_GZIP
            ? post(address, path, BodyPublishers.ofByteArray(body))
            : post(address, path, BodyPublishers.ofByteArray(gzip(body)))
                .header("Content-Encoding", "gzip");
    return request.header("Content-Type", PeerResponse.OCTETS);
  }

  private static byte[] uploadBody(PeerRequest.AddEntries upload) {
    var body = new ByteArrayOutputStream();
    try {
      upload.header().bytes().writeTo(body);
      for (EntryPackage part : upload.packages()) {
        part.bytes().writeTo(body);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return body.toByteArray();
  }

  private static byte[] gzip(byte[] body) {
    var packed = new ByteArrayOutputStream(body.length / 2);
    try (var gzip = new FastGzip(packed)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return packed.toByteArray();
  }

  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(ByteArrayOutputStream out) throws IOException {
      super(out, 16 << 10);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  private static URI uri(String address, String path) {
    return URI.create("https://" + address + "/" + path);
  }

  private static PeerResponse response(HttpResponse<byte[]> response) {
    return new PeerResponse(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(PeerResponse.OCTETS),
        Bytes.of(response.body()));
  }

  /// What went wrong, for the operator.
  private static String reason(String address, Throwable failure) {
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return switch (cause) {
      case HttpConnectTimeoutException _ ->
          "Nothing answers at %s. Maybe the address, or a firewall.".formatted(address);
      case HttpTimeoutException _ -> "%s did not answer in time.".formatted(address);
      case SSLException e -> "TLS with %s failed: %s.".formatted(address, rootMessage(e));
      case ConnectException e
          when rootOf(e) instanceof java.nio.channels.UnresolvedAddressException ->
          "%s is not a known name. Maybe it is misspelt.".formatted(address);
      case UnknownHostException _ ->
          "%s is not a known name. Maybe it is misspelt.".formatted(address);
      case ConnectException _ ->
          "%s refuses connections. Maybe the node there is not running.".formatted(address);
      default -> "The call to %s broke off: %s.".formatted(address, rootMessage(cause));
    };
  }

  private static Throwable rootOf(Throwable failure) {
    var root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static String rootMessage(Throwable failure) {
    return String.valueOf(rootOf(failure).getMessage());
  }
}
