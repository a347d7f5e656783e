package org.sarhad.node.peer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.config.HostPort;
import org.sarhad.node.config.PeerConfig;
import org.sarhad.node.http.Body;
import org.sarhad.node.http.ByteRange;
import org.sarhad.node.http.Exchange;
import org.sarhad.node.http.HttpHandler;
import org.sarhad.node.http.HttpListener;
import org.sarhad.node.http.ListenException;
import org.sarhad.node.http.TlsServer;
import org.sarhad.node.keys.TlsIdentity;
import org.sarhad.node.link.Hello;
import org.sarhad.node.link.MalformedPayloadFramesException;
import org.sarhad.node.link.PayloadFrames;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerRequest.Ending;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.port.Clock;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.mirror.AddEntries;
import org.sarhad.tlog.mirror.EntryPackage;
import org.sarhad.tlog.mirror.MalformedAddEntriesException;
import org.sarhad.tlog.mirror.MalformedMirrorInfoException;
import org.sarhad.tlog.mirror.MirrorInfo;
import org.sarhad.tlog.mirror.PackageReader;
import org.sarhad.tlog.tree.Hash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The link's door: mutual TLS, the paths of docs/protocol/06-peering.md, nothing else.
///
/// Everybody gets through the handshake who has *some* key, and is told who this node is (`GET
/// /card`); that is how two nodes meet. Everything else is for the holder of a key on a confirmed
/// card. The adapter reads and limits; what a request means is the node's business.
///
/// An upload may be larger than memory. It is handed over in parts of about {@value #PART_BYTES}
/// bytes, whole packages each; the node stores a part before the next one is read, so a sender that
/// breaks off has lost at most one part.
public final class PeerServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PeerServer.class);
  private static final int PART_BYTES = 4 << 20;
  private static final int READ_BUFFER_BYTES = 16 << 10;
  private static final int CHECKPOINT_BYTES_MAX = 128 << 10;
  private static final int ENTRY_BYTES_MAX = 16 << 10;
  private static final int CONNECTIONS_PER_REQUEST = 4;
  private static final String EXHIBIT = "/exhibit/";

  private final HttpListener listener;

  private PeerServer(HttpListener listener) {
    this.listener = listener;
  }

  /// Opens it.
  ///
  /// @param tls of this node, taking clients with any key
  public static PeerServer start(PeerConfig config, PeerGate node, SSLContext tls, Clock clock)
      throws ListenException {
    var limits =
        new HttpListener.Limits(
            config.requestsMax() * CONNECTIONS_PER_REQUEST, config.requestDeadline());
    return new PeerServer(
        HttpListener.start(
            config.address(),
            Optional.of(new TlsServer(tls, true)),
            limits,
            clock,
            new Door(config, node)));
  }

  /// Where it really listens.
  public HostPort address() {
    return listener.address();
  }

  @Override
  public void close() {
    listener.close();
  }

  /// Answers one request after the other.
  static final class Door implements HttpHandler {
    private final PeerGate node;
    private final Duration answerDeadline;
    private final Semaphore requests;
    private final Semaphore uploads;

    Door(PeerConfig config, PeerGate node) {
      this.node = node;
      this.answerDeadline = config.callDeadline();
      this.requests = new Semaphore(config.requestsMax());
      this.uploads = new Semaphore(config.uploadsMax());
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
      if (!requests.tryAcquire()) {
        send(exchange, tooMuch());
        return;
      }
      try {
        send(exchange, answer(exchange));
      } finally {
        requests.release();
      }
    }

    @Override
    public Refusal refusal(int status, String detail) {
      return new Refusal(PeerResponse.TEXT, detail + "\n");
    }

    private PeerResponse answer(Exchange exchange) throws IOException {
      if (exchange.method().equals("GET") && exchange.path().equals("/card")) {
        return new PeerResponse(200, PeerResponse.JSON, Hello.cardBytes(node.ownCard()));
      }
      var key = exchange.clientCertificate().map(TlsIdentity::pinOf);
      var peer = key.flatMap(node::whose);
      if (peer.isEmpty()) {
        return PeerResponse.refusal(
            403,
            "The TLS key %s stands on no confirmed card here. Pair first."
                .formatted(key.map(Hash::hex).orElse("(none)")));
      }
      return switch (exchange.method()) {
        case "GET" ->
            exchange.path().startsWith(EXHIBIT)
                ? piece(peer.get(), exchange)
                : get(peer.get(), exchange.path());
        case "POST" -> post(peer.get(), exchange);
        default -> PeerResponse.refusal(405, "Only GET and POST are done here.");
      };
    }

    private PeerResponse get(PartyId peer, String path) {
      if (path.equals("/hello")) {
        return asked(peer, new PeerRequest.GetHello());
      }
      var payload = path.startsWith("/payload/") ? path.substring("/payload/".length()) : "";
      if (!payload.isEmpty()) {
        return Bytes.parseHex(payload)
            .filter(bytes -> bytes.size() == Hash.SIZE)
            .map(bytes -> asked(peer, new PeerRequest.GetPayload(Hash.of(bytes.toArray(), 0))))
            .orElseGet(() -> PeerResponse.refusal(400, "A payload is named by 64 digits of hex."));
      }
      return asked(peer, new PeerRequest.GetResource(path.substring(1)));
    }

    /// A piece of a file of an exhibit: the digest is in the path, the piece is the `Range`.
    private PeerResponse piece(PartyId peer, Exchange exchange) {
      var sha256 = Hash.parseHex(exchange.path().substring(EXHIBIT.length()));
      var range =
          exchange
              .header("Range")
              .flatMap(header -> ByteRange.parse(header, Long.MAX_VALUE))
              .filter(piece -> piece.bytes() <= PeerRequest.GetFilePiece.BYTES_MAX);
      if (sha256.isEmpty() || range.isEmpty()) {
        return PeerResponse.refusal(
            400,
            "A piece is named by 64 digits of hex and a Range of 1 to %d bytes."
                .formatted(PeerRequest.GetFilePiece.BYTES_MAX));
      }
      long from = range.get().from();
      var answer =
          asked(peer, new PeerRequest.GetFilePiece(sha256.get(), from, (int) range.get().bytes()));
      if (answer.status() == 206) {
        exchange.set(
            "Content-Range", "bytes %d-%d/*".formatted(from, from + answer.body().size() - 1));
      }
      return answer;
    }

    private PeerResponse post(PartyId peer, Exchange exchange) throws IOException {
      return switch (exchange.path()) {
        case "/add-checkpoint" -> {
          var body = exchange.body(CHECKPOINT_BYTES_MAX).readAllBytes();
          yield asked(peer, new PeerRequest.AddCheckpoint(Bytes.of(body)));
        }
        case "/payloads" -> payloads(peer, exchange);
        case "/add-entries" -> {
          if (!uploads.tryAcquire()) {
            yield tooMuch();
          }
          try {
            yield entries(peer, exchange);
          } finally {
            uploads.release();
          }
        }
        default -> PeerResponse.refusal(404, "There is nothing here.");
      };
    }

    private PeerResponse payloads(PartyId peer, Exchange exchange) throws IOException {
      try {
        var body = exchange.body(PayloadFrames.BYTES_MAX);
        return asked(peer, new PeerRequest.PushPayloads(PayloadFrames.read(body)));
      } catch (MalformedPayloadFramesException e) {
        return PeerResponse.refusal(400, String.valueOf(e.getMessage()));
      }
    }

    private PeerResponse entries(PartyId peer, Exchange exchange) throws IOException {
      var body = exchange.body(Long.MAX_VALUE);
      var buffered = new BufferedInputStream(body, READ_BUFFER_BYTES);
      try {
        var reader = PackageReader.open(buffered, ENTRY_BYTES_MAX);
        return upload(peer, new Upload(reader, body, buffered));
      } catch (MalformedAddEntriesException e) {
        return PeerResponse.refusal(400, String.valueOf(e.getMessage()));
      }
    }

    /// Hands over part by part; the answer to the last part is the answer.
    private PeerResponse upload(PartyId peer, Upload upload) {
      Optional<PeerResponse> before = Optional.empty();
      while (true) {
        var part = upload.part();
        boolean isMore = !part.packages().isEmpty() || part.ending() == Ending.MALFORMED;
        if (before.isPresent() && !isMore) {
          return before.get();
        }
        var answer = asked(peer, part);
        if (answer.status() != 202 || upload.isOver() || !upload.goesOn(answer)) {
          return answer;
        }
        before = Optional.of(answer);
      }
    }

    private PeerResponse asked(PartyId peer, PeerRequest request) {
      try {
        return node.asked(peer, request)
            .toCompletableFuture()
            .get(answerDeadline.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        return PeerResponse.refusal(503, "The node is busy; come back later.");
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return PeerResponse.refusal(503, "The node is stopping; come back later.");
      } catch (ExecutionException e) {
        throw new IllegalStateException("the node failed to answer", e.getCause());
      }
    }

    private static PeerResponse tooMuch() {
      return PeerResponse.refusal(429, "Too much at once; come back in a second.");
    }

    private static void send(Exchange exchange, PeerResponse answer) throws IOException {
      if (answer.status() == 429 || answer.status() == 503) {
        exchange.set("Retry-After", "1");
      }
      exchange.send(answer.status(), answer.contentType(), answer.body().toArray());
    }
  }

  /// One upload on its way in.
  private static final class Upload {
    private final PackageReader reader;
    private final Body body;
    private final InputStream buffered;
    private AddEntries header;
    private long read;
    private boolean over;

    Upload(PackageReader reader, Body body, InputStream buffered) {
      this.reader = reader;
      this.body = body;
      this.buffered = buffered;
      this.header = reader.header();
      this.read = header.start();
    }

    /// Whether nothing more will come.
    boolean isOver() {
      return over;
    }

    /// The next packages that arrive, about [#PART_BYTES] of them. A sender that breaks off, is too
    /// slow or sends nonsense ends the upload; what came whole before is as good as ever.
    PeerRequest.AddEntries part() {
      body.renewDeadline();
      var packages = new ArrayList<EntryPackage>();
      var ending = Ending.WHOLE;
      long bytes = 0;
      while (bytes < PART_BYTES && !over) {
        try {
          var next = reader.next();
          body.renewDeadline();
          over = next.isEmpty();
          if (next.isPresent()) {
            packages.add(next.get());
            read = next.get().range().end();
            bytes += next.get().entries().stream().mapToLong(Bytes::size).sum();
          }
        } catch (MalformedAddEntriesException _) {
          over = true;
          ending = isAtEnd() ? Ending.TRUNCATED : Ending.MALFORMED;
        } catch (IOException e) {
          LOG.debug("an upload broke off: {}", e.toString());
          over = true;
          ending = Ending.TRUNCATED;
        }
      }
      return new PeerRequest.AddEntries(header, List.copyOf(packages), ending);
    }

    private boolean isAtEnd() {
      try {
        return buffered.read() < 0;
      } catch (IOException _) {
        return true;
      }
    }

    /// Makes ready for the part behind what the node has stored. False if the node wants to go on
    /// elsewhere than where the body does: then the sender must hear that.
    boolean goesOn(PeerResponse answer) {
      try {
        var info = MirrorInfo.parse(answer.body());
        header = new AddEntries(header.origin(), read, header.end(), info.ticket());
        return info.next() == read;
      } catch (MalformedMirrorInfoException _) {
        return false;
      }
    }
  }
}
