package org.sarhad.bench.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.sarhad.node.demo.LinkRelay;

/// Two nodes of two neighbours, paired, with a cable in each direction that can be pulled out.
///
/// @param a side A, party `ir`
/// @param b side B, party `pk`
/// @param toA the cable that leads to A
/// @param toB the cable that leads to B
record Pair(Keeper a, Keeper b, LinkRelay toA, LinkRelay toB) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// Makes both nodes below `parent`, starts and pairs them, and enrols a watch officer at each.
  static Pair begin(Path parent, Provider provider) throws IOException, InterruptedException {
    Keeper a = Keeper.begin(parent, "ir", provider);
    Keeper b = Keeper.begin(parent, "pk", provider);
    var pair = new Pair(a, b, new LinkRelay(0, a.peerPort()), new LinkRelay(0, b.peerPort()));
    try (Officer adminA = a.admin();
        Officer adminB = b.admin()) {
      meet(adminA, pair.toB, adminB);
      meet(adminB, pair.toA, adminA);
      pair.awaitLive(adminA);
      pair.awaitLive(adminB);
    }
    a.enrolWatch().close();
    b.enrolWatch().close();
    return pair;
  }

  /// Lets `self` fetch the other's card over `cable` and confirm the fingerprint the other shows.
  private static void meet(Officer self, LinkRelay cable, Officer other) throws IOException {
    String fingerprint = other.get("/api/v1/link/pairing").path("own").path("fingerprint").asText();
    self.post("/api/v1/link/pairing", Officer.object().put("address", "127.0.0.1:" + cable.port()));
    self.post("/api/v1/link/pairing/confirm", Officer.object().put("fingerprint", fingerprint));
  }

  /// Pulls both cables out.
  void cut() {
    toA.cut();
    toB.cut();
  }

  /// Puts both back.
  void restore() {
    toA.restore();
    toB.restore();
  }

  /// Waits until the node of `officer` says that the link lives.
  void awaitLive(Officer officer) throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!state(officer).equals("live")) {
      if (System.nanoTime() > until) {
        throw new IOException("the link is still " + state(officer) + " after " + PATIENCE);
      }
      Thread.sleep(50);
    }
  }

  private static String state(Officer officer) throws IOException {
    return officer.get("/api/v1/overview").path("links").path(0).path("state").asText();
  }

  /// One log as a node shows it.
  ///
  /// @param size entries held and durable
  /// @param signedSize entries under the newest head, for a mirror under the newest cosigned one
  /// @param root of that head, in base64; empty if there is none
  record Log(long size, long signedSize, String root) {}

  /// A's own log, as the node of `officer` shows it.
  static Log logOfA(Officer officer) throws IOException {
    for (JsonNode log : officer.get("/api/v1/record/heads").path("logs")) {
      if (log.path("log").asText().equals("ir")) {
        return new Log(
            log.path("size").asLong(), log.path("signedSize").asLong(), log.path("root").asText());
      }
    }
    return new Log(0, 0, "");
  }

  @Override
  public void close() throws IOException {
    toA.close();
    toB.close();
    a.close();
    b.close();
  }
}
