package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.core.joint.Border;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.response.ResponseSettings;
import org.sarhad.node.account.Accounts;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.exhibit.ExhibitFiles;
import org.sarhad.node.exhibit.ExhibitStore;
import org.sarhad.node.exhibit.FileFetcher;
import org.sarhad.node.exhibit.FileLimits;
import org.sarhad.node.exhibit.Giving;
import org.sarhad.node.exhibit.Sight;
import org.sarhad.node.ground.GeoShelves;
import org.sarhad.node.ground.HeldGround;
import org.sarhad.node.ground.HeldLine;
import org.sarhad.node.ground.MapFile;
import org.sarhad.node.ground.PointsFile;
import org.sarhad.node.ground.ShapesFile;
import org.sarhad.node.ground.Shelf;
import org.sarhad.node.keys.TlsIdentity;
import org.sarhad.node.lists.ListShelf;
import org.sarhad.node.metrics.Metrics;
import org.sarhad.node.peer.PeerClient;
import org.sarhad.node.store.FileDisk;
import org.sarhad.node.testing.CountedRandomness;
import org.sarhad.node.testing.HandClock;
import org.sarhad.node.testing.OpenApi;
import org.sarhad.node.uptime.LinkDiary;
import org.sarhad.tlog.crypto.Signatures;

/// The operations of the server and those of docs/api/openapi.yaml: the same, route by route and
/// role by role.
class RoutesTest {
  @TempDir Path directory;

  private record Route(String method, String path, Set<String> roles) {}

  @Test
  void theServerAndTheContractHaveTheSameOperations() throws Exception {
    var promised = new TreeMap<String, Route>();
    OpenApi.load()
        .operations()
        .forEach((id, o) -> promised.put(id, new Route(o.method(), o.path(), o.roles())));

    var served = new TreeMap<String, Route>();
    for (var operation : operations()) {
      served.put(
          operation.id(),
          new Route(operation.method(), operation.path().text(), roles(operation.access())));
    }

    assertThat(served).isEqualTo(promised);
  }

  /// The server's list; nothing behind it is ever called.
  private List<Operation> operations() throws Exception {
    var config = NodeConfig.parse("party.id = ir\nchannel.id = sarhad.example/ir-pk\n");
    var clock = new HandClock();
    var tls = TlsIdentity.issue("ir", clock.now());
    try (var accounts =
            Accounts.open(
                directory.resolve("accounts.db"),
                "ir.sarhad.example",
                config.accounts(),
                clock,
                new CountedRandomness(1),
                Signatures.jdk());
        var peers = new PeerClient(config.peer(), tls, _ -> Optional.empty());
        var metrics = new Metrics()) {
      var gate = new SilentGate();
      var parts =
          new ConsoleServer.Parts(
              accounts,
              gate,
              peers,
              metrics,
              clock,
              Signatures.jdk(),
              tls.serverContext(),
              () -> LinkDiary.EMPTY,
              exhibits(clock),
              ListShelf.of(directory),
              geo(),
              directory.resolve("untold.jsonl"),
              "test");
      var surface =
          new Surface(
              gate,
              new Parties(config.party(), config.neighbour(), "test", clock.now()),
              ResponseSettings.defaults(),
              accounts,
              clock,
              () -> Border.UNKNOWN,
              Duration.ofSeconds(1));
      return ConsoleServer.operations(config.console(), parts, surface, new EventHub<>("test", 16));
    }
  }

  private GeoShelves geo() {
    return new GeoShelves(
        Shelf.of(directory.resolve("travel.grid"), HeldGround.FORMAT, Optional.empty()),
        Shelf.of(directory.resolve("line.geojson"), HeldLine.FORMAT, Optional.empty()),
        Shelf.of(directory.resolve("posts.geojson"), PointsFile.FORMAT, Optional.empty()),
        Shelf.of(directory.resolve("towns.geojson"), PointsFile.FORMAT, Optional.empty()),
        Shelf.of(
            directory.resolve("lands.geojson"), ShapesFile.format(MapFile.LANDS), Optional.empty()),
        Shelf.of(
            directory.resolve("marks.geojson"),
            ShapesFile.format(MapFile.MARKS),
            Optional.empty()));
  }

  private ExhibitFiles exhibits(HandClock clock) throws IOException {
    var store =
        ExhibitStore.open(
            FileDisk.at(directory),
            "exhibits",
            FileLimits.DEFAULTS,
            clock,
            new CountedRandomness(1));
    var own = PartyId.of("ir");
    return new ExhibitFiles(
        store,
        new Giving(store, own, () -> Sight.NOTHING, clock),
        new FileFetcher(store, own, 1, clock, _ -> {}),
        () -> Sight.NOTHING);
  }

  private static Set<String> roles(Access access) {
    return switch (access) {
      case Access.Open _ -> Set.of("public");
      case Access.SignedIn _ -> Set.of("any");
      case Access.Holding(Set<Role> roles) ->
          roles.stream().map(Role::code).collect(Collectors.toSet());
    };
  }
}
