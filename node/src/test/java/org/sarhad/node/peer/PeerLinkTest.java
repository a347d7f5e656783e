package org.sarhad.node.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.record.SideKeys;
import org.sarhad.node.config.HostPort;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.config.PeerConfig;
import org.sarhad.node.keys.TlsIdentity;
import org.sarhad.node.link.Hello;
import org.sarhad.node.link.PairingCard;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.testing.RunningClock;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Algorithm;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.Seed;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.mirror.AddEntries;
import org.sarhad.tlog.mirror.EntryPackage;
import org.sarhad.tlog.mirror.MirrorInfo;
import org.sarhad.tlog.mirror.PackageRange;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// The link over real sockets and real TLS; behind it, a node that only listens.
class PeerLinkTest {
  private static final Instant NOW = Instant.parse("2019-04-22T08:00:00Z");
  private static final PartyId IR = new PartyId("ir");
  private static final PartyId PK = new PartyId("pk");
  private static final TlsIdentity CALLER = TlsIdentity.issue("ir", NOW);
  private static final TlsIdentity ANSWERER = TlsIdentity.issue("pk", NOW);
  private static final TlsIdentity STRANGER = TlsIdentity.issue("xx", NOW);

  private final List<PeerRequest> asked = Collections.synchronizedList(new ArrayList<>());
  private Function<PeerRequest, PeerResponse> answers =
      _ -> PeerResponse.text(200, PeerResponse.TEXT, "done\n");
  private final CountDownLatch hold = new CountDownLatch(1);
  private boolean holding;
  private Hash cardKey = ANSWERER.pin();
  private PeerConfig config;
  private HostPort address = new HostPort("127.0.0.1", 0);
  private PeerServer server;
  private PeerClient client;

  @BeforeEach
  void start() throws Exception {
    config =
        NodeConfig.parse(
                """
                party.id = ir
                channel.id = sarhad.example/ir-pk
                peer.address = 127.0.0.1:0
                peer.uploads-max = 1
                peer.request-deadline = 4 s
                peer.connect-deadline = 10 s
                """)
            .peer();
    server = PeerServer.start(config, new Listener(), ANSWERER.serverContext(), new RunningClock());
    address = server.address();
    client = new PeerClient(config, CALLER, _ -> Optional.of(card(ANSWERER.pin())));
  }

  @AfterEach
  void stop() {
    hold.countDown();
    client.close();
    server.close();
  }

  private final class Listener implements PeerGate {
    @Override
    public Optional<PartyId> whose(Hash tlsKey) {
      return tlsKey.equals(CALLER.pin()) ? Optional.of(IR) : Optional.empty();
    }

    @Override
    public PairingCard ownCard() {
      return card(cardKey);
    }

    @Override
    public CompletionStage<PeerResponse> asked(PartyId peer, PeerRequest request) {
      assertThat(peer).isEqualTo(IR);
      asked.add(request);
      if (holding) {
        try {
          hold.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
        }
      }
      return CompletableFuture.completedFuture(answers.apply(request));
    }
  }

  @Test
  void everyRequestArrivesAsItWasSent() {
    var requests =
        List.of(
            new PeerRequest.AddCheckpoint(Bytes.ofUtf8("old 0\n\ncheckpoint")),
            new PeerRequest.GetHello(),
            new PeerRequest.GetPayload(Merkle.sha256(Bytes.EMPTY)),
            new PeerRequest.GetResource("log/tile/0/x001/234.p/7"),
            new PeerRequest.PushPayloads(
                List.of(
                    new PayloadFrame.Content(
                        Merkle.sha256(Bytes.ofUtf8("سلام")), Bytes.ofUtf8("سلام")),
                    new PayloadFrame.Erased(Merkle.sha256(Bytes.EMPTY), 5))),
            upload(0, 3, 10));

    for (var request : requests) {
      var response = client.call(PK, request).toCompletableFuture().join();
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.contentType()).isEqualTo(PeerResponse.TEXT);
      assertThat(response.body().utf8()).isEqualTo("done\n");
    }
    assertThat(asked).containsExactlyElementsOf(requests);
  }

  @Test
  void aLargeUploadIsHandedOverPartByPart() {
    answers = PeerLinkTest::stored;
    var whole = upload(0, 32 * 256, 2_000);

    var response = client.call(PK, whole).toCompletableFuture().join();

    assertThat(response.status()).isEqualTo(200);
    assertThat(asked.size()).isGreaterThan(3);
    var together =
        asked.stream()
            .map(PeerRequest.AddEntries.class::cast)
            .flatMap(a -> a.packages().stream())
            .toList();
    assertThat(together).isEqualTo(whole.packages());
  }

  @Test
  void anUploadThatBreaksOffKeepsWhatCameWhole() throws Exception {
    answers = PeerLinkTest::stored;
    var bytes = bodyOf(upload(0, 600, 100));
    for (int cut : new int[] {bytes.length - 1, bytes.length / 2, bytes.length / 3}) {
      asked.clear();

      var response = post("/add-entries", Arrays.copyOf(bytes, cut));

      var request = (PeerRequest.AddEntries) asked.getFirst();
      assertThat(request.ending()).isEqualTo(PeerRequest.Ending.TRUNCATED);
      assertThat(request.packages())
          .hasSize(cut == bytes.length - 1 ? 2 : 1 - (cut < 26_000 ? 1 : 0));
      assertThat(response.statusCode()).isEqualTo(request.packages().isEmpty() ? 400 : 202);
    }
  }

  @Test
  void nonsenseIsToldFromABreak() throws Exception {
    answers = PeerLinkTest::stored;
    var bytes = bodyOf(upload(0, 600, 100));
    var first = bodyOf(upload(0, 256, 100));
    bytes[first.length] = (byte) 0xff; // the size of the first entry of the second package

    post("/add-entries", bytes);

    var request = (PeerRequest.AddEntries) asked.getFirst();
    assertThat(request.ending()).isEqualTo(PeerRequest.Ending.MALFORMED);
    assertThat(request.packages()).hasSize(1);
  }

  @Test
  void bodiesThatAreNoneAreRefused() throws Exception {
    assertThat(post("/add-entries", new byte[] {0}).statusCode()).isEqualTo(400);
    assertThat(post("/payloads", new byte[] {'X'}).statusCode()).isEqualTo(400);
    assertThat(post("/add-checkpoint", new byte[(128 << 10) + 1]).statusCode()).isEqualTo(413);
    assertThat(get("/payload/zz").statusCode()).isEqualTo(400);
    assertThat(post("/nothing", new byte[0]).statusCode()).isEqualTo(404);
    assertThat(asked).isEmpty();
  }

  @Test
  void twoUploadsAtOnceAreOneTooMany() throws Exception {
    holding = true;
    var first = client.call(PK, upload(0, 3, 10)).toCompletableFuture();
    while (asked.isEmpty()) {
      Thread.sleep(10);
    }

    var second = client.call(PK, upload(0, 3, 10)).toCompletableFuture().join();
    hold.countDown();

    assertThat(second.status()).isEqualTo(429);
    assertThat(first.join().status()).isEqualTo(200);
  }

  @Test
  void aStrangerIsToldWhoWeAreAndNothingElse() throws Exception {
    assertThat(call(STRANGER, request("/card")).body())
        .isEqualTo(Hello.cardBytes(card(ANSWERER.pin())).utf8());

    var hello = call(STRANGER, request("/hello"));

    assertThat(hello.statusCode()).isEqualTo(403);
    assertThat(hello.body()).contains(STRANGER.pin().hex(), "Pair first");
    assertThat(asked).isEmpty();
  }

  @Test
  void aCardIsFetchedFromAnAddress() throws Exception {
    assertThat(client.fetchCard(server.address())).isEqualTo(card(ANSWERER.pin()));
  }

  @Test
  void aCardFromBehindSomebodyElseIsNotTaken() {
    cardKey = STRANGER.pin();

    assertThatThrownBy(() -> client.fetchCard(server.address()))
        .isInstanceOf(PeerUnreachableException.class)
        .hasMessageContaining("another TLS key than the one on its card");
  }

  @Test
  void aPeerWithAnotherKeyIsNotTalkedTo() {
    try (var wary = new PeerClient(config, CALLER, _ -> Optional.of(card(STRANGER.pin())))) {
      assertThat(failure(wary)).contains("TLS with", "not the one on its confirmed card");
      assertThat(asked).isEmpty();
    }
  }

  @Test
  void whatIsWrongWithALinkIsSaidInOneSentence() {
    server.close();
    assertThat(failure(client))
        .isEqualTo(
            "%s refuses connections. Maybe the node there is not running.".formatted(address));

    try (var unpaired = new PeerClient(config, CALLER, _ -> Optional.empty())) {
      assertThat(failure(unpaired)).isEqualTo("pk is not paired.");
    }
    assertThatThrownBy(() -> client.fetchCard(new HostPort("no-such-host.invalid", 1)))
        .hasMessageContaining("not a known name");
  }

  private String failure(PeerClient failing) {
    var call = failing.call(PK, new PeerRequest.GetHello()).toCompletableFuture();
    return call.handle(
            (_, failure) ->
                failure == null ? "no failure" : String.valueOf(rootOf(failure).getMessage()))
        .join();
  }

  private static Throwable rootOf(Throwable failure) {
    var cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  /// What a mirror answers that stores whatever comes.
  private static PeerResponse stored(PeerRequest request) {
    var upload = (PeerRequest.AddEntries) request;
    if (upload.packages().isEmpty()) {
      return PeerResponse.refusal(400, "nothing usable");
    }
    long next = upload.packages().getLast().range().end();
    return next == upload.header().end()
        ? PeerResponse.text(200, PeerResponse.TEXT, "cosigned\n")
        : new PeerResponse(
            202,
            PeerResponse.MIRROR_INFO,
            new MirrorInfo(upload.header().end(), next, Bytes.EMPTY).bytes());
  }

  private static PeerRequest.AddEntries upload(long start, long end, int entrySize) {
    var header = new AddEntries("ir.sarhad.example/joint", start, end, Bytes.EMPTY);
    var random = new Random(end);
    var packages = new ArrayList<EntryPackage>();
    for (long i = 0; i < header.packageCount(); i++) {
      PackageRange range = header.range(i);
      var entries = new ArrayList<Bytes>();
      for (int n = 0; n < range.count(); n++) {
        var entry = new byte[entrySize];
        random.nextBytes(entry);
        entries.add(Bytes.of(entry));
      }
      packages.add(new EntryPackage(range, entries, List.of(Merkle.sha256(Bytes.EMPTY))));
    }
    return new PeerRequest.AddEntries(header, packages, PeerRequest.Ending.WHOLE);
  }

  private static byte[] bodyOf(PeerRequest.AddEntries upload) {
    var parts = new ArrayList<Bytes>();
    parts.add(upload.header().bytes());
    upload.packages().forEach(p -> parts.add(p.bytes()));
    return Bytes.concat(parts.toArray(Bytes[]::new)).toArray();
  }

  private HttpResponse<String> post(String path, byte[] body) throws Exception {
    return call(CALLER, request(path).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return call(CALLER, request(path));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://" + server.address() + path));
  }

  private HttpResponse<String> call(TlsIdentity as, HttpRequest.Builder request) throws Exception {
    try (var http =
        HttpClient.newBuilder().sslContext(as.clientContext(Set.of(ANSWERER.pin()))).build()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private PairingCard card(Hash tls) {
    return new PairingCard(
        new SideKeys(
            PK,
            new Origin("pk.sarhad.example/joint"),
            key("pk.sarhad.example/node", KeyType.ED25519_NOTE, 1),
            List.of(key("pk.sarhad.example/joint", KeyType.ED25519_NOTE, 2)),
            List.of(key("pk.sarhad.example/mirror", KeyType.ED25519_COSIGNATURE, 3))),
        tls,
        address.toString());
  }

  private static VerifierKey key(String name, KeyType type, int seed) {
    var secret = Merkle.sha256(Bytes.ofUtf8("seed " + seed)).toBytes();
    var key = Signatures.jdk().signingKey(type, new Seed(Algorithm.ED25519, secret));
    return new VerifierKey(name, type, key.publicKey());
  }
}
