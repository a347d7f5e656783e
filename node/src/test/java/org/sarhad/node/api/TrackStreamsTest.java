package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.core.geo.Position;
import org.sarhad.core.tracks.Sighting;
import org.sarhad.core.tracks.ThingKind;
import org.sarhad.core.tracks.TrackFix;
import org.sarhad.core.tracks.TrackFrames;
import org.sarhad.core.tracks.TrackId;
import org.sarhad.node.assembly.RunningNode;
import org.sarhad.node.testing.EventReader;
import org.sarhad.node.testing.OpenApi;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;
import org.sarhad.tlog.Bytes;

/// Positions that stream in and events that stream out of one running node, whose clients are too
/// fast, too slow, or break off (protocol clauses 20-8.4 and 20-9).
@Tag("slow")
class TrackStreamsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TRACKS = "/api/v1/tracks";

  /// A point a few hundred metres west of the line, and one that is further from it than 20 km.
  private static Position west = Position.ofDegrees(29, 61.2);

  private static Position line = west;

  @TempDir static Path directory;
  private static TestNode node;

  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3_000);

  @BeforeAll
  static void start() throws Exception {
    try (InputStream in = RunningNode.class.getResourceAsStream("/org/sarhad/demo/line.geojson")) {
      byte[] file = Objects.requireNonNull(in).readAllBytes();
      Files.write(directory.resolve(RunningNode.LINE), file);
      var points = JSON.readTree(file).at("/features/0/geometry/coordinates");
      var middle = points.get(180);
      line = Position.ofDegrees(middle.get(1).asDouble(), middle.get(0).asDouble() - 0.004);
      west = Position.ofDegrees(line.latitudeDegrees(), line.longitudeDegrees() - 0.3);
    }
    node = TestNode.start(directory, "ir");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  // ---- out ------------------------------------------------------------------------------------

  @Test
  void whatHappensIsToldAndWhoComesBackGoesOn() throws Exception {
    try (var watch = node.signIn("watch");
        var observer = node.signIn("observer")) {
      assertThat(observer.get(TRACKS + "/events").status()).isEqualTo(403);
      String last;
      try (var listener = new EventReader(watch.follow(TRACKS + "/events", ""))) {
        assertThat(listener.next().name()).isEqualTo("hello");
        frames(watch, List.of(drone("d-1", west, 0)));
        frames(watch, List.of(drone("d-1", line, 600)));
        var entered = listener.next();
        assertThat(entered.name()).isEqualTo("entered_band");
        assertThat(entered.data().at("/id").asText()).isEqualTo("d-1");
        assertThat(entered.data().at("/kind").asText()).isEqualTo("drone");
        assertThat(entered.data().at("/seen/radiusM").asInt()).isEqualTo(50);
        // It was seen forty minutes ago, and nobody has heard of it since: that is no news.
        last = entered.id();
      }
      frames(watch, List.of(drone("d-1", west, 1_200)));
      frames(watch, List.of(drone("d-1", new Position(10_000_000, 61_000_000), 1_201)));
      try (var listener = new EventReader(watch.follow(TRACKS + "/events", last))) {
        assertThat(listener.next().name()).isEqualTo("hello");
        assertThat(listener.next().name()).isEqualTo("left_band");
        assertThat(listener.next().name()).isEqualTo("jumped");
      }
      try (var listener = new EventReader(watch.follow(TRACKS + "/events", "another-7"))) {
        listener.next();
        assertThat(listener.next().name()).as("load afresh").isEqualTo("gap");
      }
    }
  }

  @Test
  void whatTurnsOldIsTold() throws Exception {
    try (var watch = node.signIn("watch");
        var listener = new EventReader(watch.follow(TRACKS + "/events", ""))) {
      // Old three seconds from now.
      var at = Instant.now().minusSeconds(297);
      frames(
          watch,
          List.of(
              new Sighting(
                  new TrackId("old-1"),
                  ThingKind.BOAT,
                  new TrackFix(west, 50, at),
                  Optional.empty())));
      var event = listener.next();
      while (!event.name().equals("stale")) {
        event = listener.next();
      }
      assertThat(event.data().at("/id").asText()).isEqualTo("old-1");
    }
  }

  /// Sixty thousand events, of which the node remembers ten thousand: who reads gets them all, at
  /// once; who does not read is told that some are missing, and goes on with the newest.
  @Test
  void aSlowListenerStopsNobodyAndIsToldWhatItMissed() throws Exception {
    int things = 5_000;
    int rounds = 12;
    try (var watch = node.signIn("watch");
        var slow = new Raw(watch, "GET", TRACKS + "/events");
        var fast = new EventReader(watch.follow(TRACKS + "/events", ""))) {
      assertThat(fast.next().name()).isEqualTo("hello");
      frames(watch, crowd("c-", things, west, 0));
      for (int round = 1; round <= rounds; round++) {
        frames(watch, crowd("c-", things, round % 2 == 1 ? line : west, 60 * round));
        for (int i = 0; i < things; i++) {
          assertThat(fast.next().name()).isEqualTo(round % 2 == 1 ? "entered_band" : "left_band");
        }
      }
      var lines = slow.lines();
      boolean hasMissed = false;
      String event = "";
      for (String text = lines.next(); !hasMissed; text = lines.next()) {
        if (text.startsWith("event: ")) {
          event = text.substring(7);
        }
        if (text.startsWith("data: ") && event.equals("gap")) {
          assertThat(JSON.readTree(text.substring(6)).at("/missed").asLong()).isPositive();
          hasMissed = true;
        }
      }
      assertThat(hasMissed).isTrue();
    }
  }

  // ---- in -------------------------------------------------------------------------------------

  @Test
  void eachBatchIsAcknowledgedAndWhatIsWrongWithIt() throws Exception {
    var contract = OpenApi.load();
    try (var watch = node.signIn("watch");
        var observer = node.signIn("observer");
        var stream = new Raw(watch, "POST", TRACKS + "/stream")) {
      assertThat(observer.upload(TRACKS + "/stream", Operation.BYTES, new byte[0]).status())
          .isEqualTo(403);
      assertThat(watch.upload(TRACKS + "/stream", "text/plain", new byte[0]).status())
          .isEqualTo(415);
      var good = List.of(drone("s-1", west, 0), drone("s-2", west, 0), drone("s-1", west, 0));
      stream.send(TrackFrames.write(good));
      var first = stream.receipt();
      assertThat(first.at("/batch").asInt()).isEqualTo(1);
      assertThat(first.at("/result/taken").asInt()).isEqualTo(2);
      assertThat(first.at("/result/refusedFirst").toString())
          .isEqualTo("[{\"number\":2,\"code\":\"tracks.not_newer\"}]");
      // What is malformed is refused whole, and the stream goes on.
      stream.send(Bytes.ofUtf8("sarhad tracks v2\n"));
      assertThat(stream.receipt().at("/malformed").asText()).contains("sarhad tracks v1");
      stream.send(TrackFrames.write(List.of(drone("s-2", west, 1_000_000))));
      var future = stream.receipt();
      assertThat(future.at("/batch").asInt()).isEqualTo(3);
      assertThat(future.at("/result/refused/0/code").asText()).isEqualTo("tracks.from_future");
      // A keep-alive.
      stream.send(TrackFrames.write(List.of()));
      assertThat(stream.receipt().at("/result/taken").asInt()).isZero();
      stream.finish();
      var last = stream.receipt();
      assertThat(last.at("/end").asText()).isEqualTo("complete");
      assertThat(last.at("/batch").asInt()).isEqualTo(4);
      var whole =
          watch.upload(TRACKS + "/stream", Operation.BYTES, framed(TrackFrames.write(good)));
      assertThat(contract.check(whole)).isEmpty();
    }
  }

  @Test
  void aStreamThatIsCutShortOrNoneAtAllSaysSo() throws Exception {
    try (var watch = node.signIn("watch")) {
      byte[] framed = framed(TrackFrames.write(List.of(drone("k-1", west, 0))));
      var cut =
          watch.upload(
              TRACKS + "/stream",
              Operation.BYTES,
              java.util.Arrays.copyOf(framed, framed.length - 1));
      assertThat(cut.text()).contains("\"end\":\"cut_short\"").contains("\"batch\":0");
      var wild = watch.upload(TRACKS + "/stream", Operation.BYTES, new byte[] {127, 0, 0, 0, 0});
      assertThat(wild.text()).contains("\"end\":\"too_long\"");
      assertThat(watch.get(TRACKS).expect(200).toString()).doesNotContain("k-1");
    }
  }

  /// A million positions as fast as the wire takes them: all are acknowledged in order, and at no
  /// time is more of them under way than the wire itself holds, since nothing is read past what is
  /// not in the picture.
  @Test
  void whoIsFasterThanTheNodeWaitsAtTheWire() throws Exception {
    int batches = 100;
    try (var watch = node.signIn("watch");
        var stream = new Raw(watch, "POST", TRACKS + "/stream");
        var sender = Executors.newSingleThreadExecutor()) {
      var sent = new AtomicLong();
      var bytes = new AtomicLong();
      var sending =
          sender.submit(
              () -> {
                for (int i = 0; i < batches; i++) {
                  var batch = TrackFrames.write(crowd("f-", 10_000, west, i));
                  stream.send(batch);
                  bytes.set(batch.size());
                  sent.incrementAndGet();
                }
                stream.finish();
                return sent.get();
              });
      long most = 0;
      for (int i = 1; i <= batches; i++) {
        var receipt = stream.receipt();
        assertThat(receipt.at("/batch").asInt()).isEqualTo(i);
        assertThat(receipt.at("/result/taken").asInt()).isEqualTo(10_000);
        most = Math.max(most, sent.get() - i);
      }
      assertThat(sending.get(20, TimeUnit.SECONDS)).isEqualTo(batches);
      assertThat(stream.receipt().at("/end").asText()).isEqualTo("complete");
      System.out.printf(
          "at most %d batches, %.1f MB, were under way of %.1f MB%n",
          most, most * bytes.get() / 1e6, batches * bytes.get() / 1e6);
      assertThat(most * bytes.get()).isLessThan(batches * bytes.get() / 2);
    }
  }

  /// One who never reads what is answered is not read from any more, and nobody else notices.
  @Test
  void whoDoesNotReadTheAnswersIsStoppedAloneAtTheWire() throws Exception {
    // The sender is closed last: it ends when its wire does.
    try (var sender = Executors.newSingleThreadExecutor();
        var watch = node.signIn("watch");
        var deaf = new Raw(watch, "POST", TRACKS + "/stream");
        var other = new Raw(watch, "POST", TRACKS + "/stream")) {
      var sent = new AtomicLong();
      sender.execute(
          () -> {
            try {
              while (true) {
                deaf.send(TrackFrames.write(List.of(drone("x-1", west, 0))));
                sent.incrementAndGet();
              }
            } catch (IOException _) {
              // The node, or the end of this test, has closed it.
            }
          });
      long before = -1;
      for (int i = 0; i < 100 && sent.get() != before; i++) {
        before = sent.get();
        Thread.sleep(500);
      }
      assertThat(sent.get()).as("it stands still").isEqualTo(before).isPositive();
      System.out.printf("stopped after %d batches%n", before);
      for (int i = 1; i <= 20; i++) {
        other.send(TrackFrames.write(List.of(drone("y-1", west, i))));
        assertThat(other.receipt().at("/result/taken").asInt()).isEqualTo(1);
      }
    }
  }

  @Test
  void whoIsSignedOutIsSentAway() throws Exception {
    try (var watch = node.signIn("watch");
        var stream = new Raw(watch, "POST", TRACKS + "/stream")) {
      stream.send(TrackFrames.write(List.of(drone("o-1", west, 0))));
      stream.receipt();
      watch.delete("/api/v1/session");
      stream.send(TrackFrames.write(List.of(drone("o-1", west, 1))));
      assertThat(stream.receipt().at("/end").asText()).isEqualTo("signed_out");
    }
  }

  // ---- what is sent ---------------------------------------------------------------------------

  private Sighting drone(String id, Position at, int afterSeconds) {
    return new Sighting(
        new TrackId(id),
        ThingKind.DRONE,
        new TrackFix(at, 50, start.plusSeconds(afterSeconds)),
        Optional.empty());
  }

  /// Aircraft, which are there within the minute.
  private List<Sighting> crowd(String prefix, int things, Position at, int afterSeconds) {
    var all = new ArrayList<Sighting>();
    for (int i = 0; i < things; i++) {
      all.add(
          new Sighting(
              new TrackId(prefix + i),
              ThingKind.AIRCRAFT,
              new TrackFix(at, 50, start.plusSeconds(afterSeconds)),
              Optional.empty()));
    }
    return all;
  }

  private static void frames(TestClient as, List<Sighting> sightings) throws Exception {
    var taken =
        as.upload(TRACKS + "/frames", Operation.BYTES, TrackFrames.write(sightings).toArray())
            .expect(200);
    assertThat(taken.at("/taken").asInt()).as("%s", taken).isEqualTo(sightings.size());
  }

  private static byte[] framed(Bytes batch) throws IOException {
    var framed = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(framed)) {
      out.writeInt(batch.size());
      out.write(batch.toArray());
    }
    return framed.toByteArray();
  }

  /// A request and its answer at the same time, on a wire of its own that holds little.
  private static final class Raw implements AutoCloseable {
    private static final int BUFFER_BYTES = 32 << 10;

    private final Socket socket = new Socket();
    private final OutputStream out;
    private final InputStream in;
    private boolean isAnswered;

    Raw(TestClient as, String method, String path) throws IOException {
      socket.setReceiveBufferSize(BUFFER_BYTES);
      socket.setSendBufferSize(BUFFER_BYTES);
      socket.setSoTimeout(20_000);
      var address = node.running().consoleAddress();
      socket.connect(new InetSocketAddress(address.host(), address.port()));
      out = socket.getOutputStream();
      in = new BufferedInputStream(socket.getInputStream());
      var head =
          method
              + " "
              + path
              + " HTTP/1.1\r\nHost: "
              + address
              + "\r\nCookie: "
              + as.cookie()
              + "\r\nX-CSRF-Token: "
              + as.csrf()
              + "\r\n"
              + (method.equals("POST")
                  ? "Content-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n"
                  : "")
              + "\r\n";
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }

    void send(Bytes batch) throws IOException {
      byte[] framed = framed(batch);
      var chunk = new ByteArrayOutputStream();
      chunk.writeBytes(
          (Integer.toHexString(framed.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      chunk.writeBytes(framed);
      chunk.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
      out.write(chunk.toByteArray());
      out.flush();
    }

    void finish() throws IOException {
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }

    /// The next line of the answer that is JSON.
    JsonNode receipt() throws IOException {
      String text = line();
      while (!text.startsWith("{")) {
        text = line();
      }
      return JSON.readTree(text);
    }

    Iterator<String> lines() {
      return Stream.generate(this::lineOrEnd).iterator();
    }

    private String lineOrEnd() {
      try {
        return line();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    private String line() throws IOException {
      var text = new ByteArrayOutputStream();
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0) {
          throw new IOException("the answer ended");
        }
        text.write(next);
      }
      var whole = text.toString(StandardCharsets.UTF_8).strip();
      if (!isAnswered) {
        isAnswered = true;
        assertThat(whole).isEqualTo("HTTP/1.1 200 OK");
      }
      return whole;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
