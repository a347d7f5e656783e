package org.sarhad.sim.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.NodeStore;
import org.sarhad.node.port.Disk.Mode;
import org.sarhad.node.port.DiskException;
import org.sarhad.sim.testing.Chief;
import org.sarhad.sim.world.SimDisk;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;
import org.sarhad.tlog.Bytes;

/// A start that goes on from a snapshot is the same as one that folds everything, or it folds
/// everything (05-5.1); and what was erased is in none (05-4.2).
public class SnapshotTest {
  private static final String SECRET = "a name that should not have been written";

  private final SimWorld world = SimWorld.of(23);
  private final SimNode node = world.left();
  private final Chief chief = new Chief(world, node);

  private void raise(int count, String what) {
    for (int i = 0; i < count; i++) {
      chief.raises(what + " " + i, i % 3 == 0 ? Audience.INTERNAL : Audience.RELEASE);
    }
    world.run(Duration.ofMinutes(1));
  }

  private static List<String> snapshots(SimDisk disk) {
    return disk.files().stream().filter(file -> file.startsWith(NodeStore.SNAPSHOTS)).toList();
  }

  private static Bytes content(SimDisk disk, String path) throws DiskException {
    try (var file = disk.open(path, Mode.READ)) {
      return Bytes.of(file.read(0, (int) file.size()));
    }
  }

  private static void put(SimDisk disk, String path, Bytes content) throws DiskException {
    try (var file = disk.open(path, Mode.CREATE)) {
      file.truncate(0);
      file.write(0, ByteBuffer.wrap(content.toArray()));
      file.sync();
    }
    disk.syncDirectory(NodeStore.SNAPSHOTS);
  }

  private static boolean holdsSecret(SimDisk disk) throws DiskException {
    for (var path : snapshots(disk)) {
      if (content(disk, path).hex().contains(Bytes.ofUtf8(SECRET).hex())) {
        return true;
      }
    }
    return false;
  }

  private void restart() {
    node.crash();
    world.run(Duration.ofSeconds(1));
    node.start();
  }

  private long spared() {
    return node.snapshots().orElseThrow().spared();
  }

  private void assertAsIfFoldedAnew() {
    var here = node.seen();
    var anew = node.foldedAnew();
    assertThat(here.response()).isEqualTo(anew.response());
    assertThat(here.channel()).isEqualTo(anew.channel());
    assertThat(here.joint().state()).isEqualTo(anew.joint().state());
    assertThat(here.joint().finalCount()).isEqualTo(anew.joint().finalCount());
  }

  @Test
  void aStartGoesOnFromTheNewestOne() {
    world.begin();
    raise(40, "an alert");
    assertThat(snapshots(node.disk())).hasSizeBetween(1, 2);
    chief.raises("one that came after it", Audience.RELEASE);
    restart();
    assertThat(spared()).isGreaterThanOrEqualTo(20);
    assertThat(node.snapshots().orElseThrow().start()).startsWith("began with a snapshot of");
    assertAsIfFoldedAnew();
    assertThat(node.seen().response().incidents()).hasSize(41);
    raise(1, "and it goes on");
    assertThat(node.seen().joint().equal()).isTrue();
    assertThat(node.seen().joint().state()).isEqualTo(world.right().seen().joint().state());
  }

  /// The peer is away: nothing becomes final, and everything waits in the joint fold.
  @Test
  void whatWaitsForThePeerIsInItToo() {
    world.begin();
    world.link().cut();
    raise(40, "an alert");
    restart();
    assertThat(spared()).isPositive();
    assertAsIfFoldedAnew();
    world.link().mend();
    world.run(Duration.ofMinutes(3));
    assertThat(node.seen().joint().finalCount()).isGreaterThan(25);
    assertThat(node.seen().joint().state()).isEqualTo(world.right().seen().joint().state());
  }

  @Test
  void deletingOrDamagingThemIsHarmless() throws DiskException {
    world.begin();
    raise(40, "an alert");
    for (var path : snapshots(node.disk())) {
      node.disk().rot(path, content(node.disk(), path).size() / 2, 3);
    }
    restart();
    assertThat(spared()).isZero();
    assertAsIfFoldedAnew();
    raise(40, "another");
    node.crash();
    for (var path : snapshots(node.disk())) {
      node.disk().delete(path);
    }
    node.start();
    assertThat(spared()).isZero();
    assertAsIfFoldedAnew();
    assertThat(node.seen().response().incidents()).hasSize(80);
  }

  @Test
  void oneOfAnotherHistoryDoesNotCount() throws DiskException {
    node.start();
    world.run(Duration.ofSeconds(1));
    var disk = node.disk().copy("beginning");
    var lock = node.lockDisk().copy("beginning");
    raise(40, "of the first history");
    var path = snapshots(node.disk()).getLast();
    var foreign = content(node.disk(), path);

    node.crash();
    node.disk().restore(disk);
    node.lockDisk().restore(lock);
    node.start();
    raise(40, "of the second history");
    node.crash();
    for (var own : snapshots(node.disk())) {
      node.disk().delete(own);
    }
    put(node.disk(), path, foreign);
    node.start();
    assertThat(spared()).isZero();
    assertThat(node.seen().response().incidents())
        .hasSize(40)
        .map(incident -> incident.alert().orElseThrow().what().text())
        .allMatch(what -> what.contains("second"));
  }

  @Test
  void whatIsErasedIsInNoneAndAStartDoesNotBringItBack() throws DiskException {
    world.begin();
    var told = secret();
    raise(40, "an alert");
    for (var each : world.nodes()) {
      assertThat(holdsSecret(each.disk())).as("%s has it folded", each.party()).isTrue();
    }
    var disk = node.disk().copy("with the secret");
    erase(told);
    for (var each : world.nodes()) {
      assertThat(holdsSecret(each.disk())).as("%s still keeps it", each.party()).isFalse();
    }
    // Somebody puts an old one in their place.
    node.crash();
    for (var path : snapshots(node.disk())) {
      node.disk().delete(path);
    }
    for (var path : snapshots(disk)) {
      put(node.disk(), path, content(disk, path));
    }
    node.start();
    assertThat(spared()).isZero();
    assertThat(node.seen().response().toString()).doesNotContain(SECRET);
    assertAsIfFoldedAnew();
    raise(40, "another");
    for (var each : world.nodes()) {
      assertThat(snapshots(each.disk())).isNotEmpty();
      assertThat(holdsSecret(each.disk())).isFalse();
    }
  }

  private EntryId secret() {
    return chief.raises(SECRET, Audience.RELEASE).stream()
        .filter(id -> id.origin().equals(node.origin()))
        .findFirst()
        .orElseThrow();
  }

  private void erase(EntryId entry) {
    var body = node.seen().entry(entry).orElseThrow().envelope().body().orElseThrow().sha256();
    chief.does(new NodeRequest.Erase(entry, body, "a person's name, art. 17"));
    world.run(Duration.ofMinutes(1));
  }
}
