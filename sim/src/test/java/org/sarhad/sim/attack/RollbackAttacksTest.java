package org.sarhad.sim.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.Words;
import org.sarhad.node.intake.EvidenceKind;
import org.sarhad.node.link.Hello;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.link.TarArchive;
import org.sarhad.node.machine.BundleExport;
import org.sarhad.node.machine.GuardState;
import org.sarhad.node.machine.LinkState;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.node.store.HeadLock;
import org.sarhad.sim.world.SimDisk;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.Tamper;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// A node that forgets: put back to an old backup, run twice, asked twice. It must not sign a
/// second history, and what the neighbour holds comes back.
public class RollbackAttacksTest {
  private final Scene scene = Scene.of(6);
  private final SimNode node = scene.victim();

  /// An old backup is put in place. The neighbour's mirror says so, and is the backup.
  @Test
  void oldBackupPutBack() {
    var backup = Backup.of(node);
    var lost = raised(5);
    var leaf = node.seen().entry(lost.getLast()).orElseThrow().leafHash();
    scene.passes(Duration.ofSeconds(10));

    backup.putBack();
    scene.passes(Duration.ofMinutes(1));

    assertThat(node.seen().guard()).isEqualTo(GuardState.PASSED);
    assertThat(node.seen().entry(lost.getLast()).orElseThrow().leafHash()).isEqualTo(leaf);
    scene.bothGoOn();
  }

  /// Nobody can be asked. What is written is durable and stands under no head; when the neighbour
  /// is back, it gives way, its exact bytes are kept, and the restored entries have their places.
  @Test
  void oldBackupAndNobodyToAsk() {
    var backup = Backup.of(node);
    var lost = raised(5);
    var leaf = node.seen().entry(lost.getFirst()).orElseThrow().leafHash();
    scene.passes(Duration.ofSeconds(10));

    scene.world().link().cut();
    backup.putBack();
    scene.passes(Duration.ofSeconds(5));
    var written = raised(1).getFirst();
    scene.passes(Duration.ofSeconds(10));

    assertThat(written).isEqualTo(lost.getFirst());
    assertThat(node.seen().guard()).isEqualTo(GuardState.WAITING);
    assertThat(node.seen().times(written).published()).isEmpty();

    scene.world().link().mend();
    scene.passes(Duration.ofSeconds(90));
    assertThat(node.seen().entry(written).orElseThrow().leafHash()).isEqualTo(leaf);
    assertThat(node.seen().displaced()).isEqualTo(1);
    scene.bothGoOn();
  }

  /// More was written meanwhile than one record of the intake takes. It gives way piece by piece,
  /// and the node is not stopped by its own past.
  @Test
  void oldBackupAndMoreWrittenThanOneRecordTakes() {
    var backup = Backup.of(node);
    raised(2);
    scene.passes(Duration.ofSeconds(10));
    scene.world().link().cut();
    backup.putBack();
    scene.passes(Duration.ofSeconds(5));

    var incident = node.seen().response().incidents().getFirst().id();
    var text = Words.typed("zh", "線".repeat(8_000));
    var note = new ResponseRequest.Note(incident, text, Optional.empty(), Audience.RELEASE);
    int notes = 600;
    for (int i = 0; i < notes; i++) {
      assertThat(scene.asks(node, new NodeRequest.Respond(note)))
          .isInstanceOf(Outcome.Accepted.class);
    }
    scene.world().link().mend();
    scene.passes(Duration.ofSeconds(90));

    assertThat(node.isOn()).isTrue();
    assertThat(node.seen().displaced()).isEqualTo(notes);
    node.crash();
    node.start();
    scene.passes(Duration.ofSeconds(10));
    assertThat(node.seen().displaced()).isEqualTo(notes);
    scene.bothGoOn();
  }

  /// The backup lacks nothing of the own log, only what was cosigned last. Before the neighbour can
  /// say so, its log is carried in by hand and cosigned anew; what was written in between has not
  /// seen it, and must not leave (I6).
  @Test
  void oldBackupAndABundleThatHidesWhatWasForgotten() {
    var backup = Backup.of(node);
    long before = cosigned();
    scene.raises(scene.other());
    scene.world().runUntil(() -> cosigned() > before, Duration.ofSeconds(5));
    long forgotten = cosigned();
    scene.world().link().cut();
    backup.putBack();
    scene.passes(Duration.ofSeconds(5));

    var written = raised(1).getFirst();
    var carried = new NodeRequest.ImportBundle(bundleOf(scene.other()), 1);
    assertThat(scene.asks(node, carried)).isInstanceOf(Outcome.Accepted.class);
    scene.passes(Duration.ofSeconds(5));
    assertThat(node.seen().guard()).isEqualTo(GuardState.WAITING);
    assertThat(scene.mirrored()).isGreaterThanOrEqualTo(forgotten);
    node.crash();
    node.start();

    scene.world().link().mend();
    scene.passes(Duration.ofSeconds(90));
    assertThat(node.seen().displaced()).isEqualTo(1);
    var since = node.seen().entries(node.origin(), written.index(), Integer.MAX_VALUE);
    assertThat(since)
        .isNotEmpty()
        .allMatch(entry -> entry.envelope().seen().sizeOf(scene.other().origin()) >= forgotten);
    scene.bothGoOn();
  }

  /// A bundle is carried in while nobody can be asked, and nothing was forgotten: nothing gives
  /// way.
  @Test
  void aBundleCarriedInWhileTheGuardWaits() {
    scene.world().link().cut();
    scene.raises(scene.other());
    scene.passes(Duration.ofSeconds(5));
    node.crash();
    node.start();
    scene.passes(Duration.ofSeconds(5));

    var carried = new NodeRequest.ImportBundle(bundleOf(scene.other()), 1);
    assertThat(scene.asks(node, carried)).isInstanceOf(Outcome.Accepted.class);
    var written = raised(1).getFirst();
    scene.world().link().mend();
    scene.passes(Duration.ofSeconds(90));

    assertThat(node.seen().displaced()).isZero();
    assertThat(node.seen().times(written).published()).isPresent();
    scene.bothGoOn();
  }

  private static TarArchive bundleOf(SimNode author) {
    var file = new ByteArrayOutputStream();
    try {
      BundleExport.of(author.seen(), author.origin(), 0).orElseThrow().writeTo(file);
      return TarArchive.of(Bytes.of(file.toByteArray()));
    } catch (IOException | MalformedException e) {
      throw new AssertionError(e);
    }
  }

  /// How many entries of the neighbour the neighbour knows to be cosigned.
  private long cosigned() {
    return scene.other().seen().link(node.party()).orElseThrow().cosigned();
  }

  /// Only the disk is old; the lock, which is kept apart, knows what was signed.
  @Test
  void lockIsNewerThanTheBackup() {
    var backup = Backup.of(node);
    raised(5);
    scene.passes(Duration.ofSeconds(10));

    scene.world().link().cut();
    backup.putBackWithoutLock();
    scene.passes(Duration.ofSeconds(2));

    assertThat(node.seen().guard()).isEqualTo(GuardState.BEHIND);
    assertThat(node.seen().link(scene.other().party()).orElseThrow().state())
        .isEqualTo(LinkState.BEHIND_OWN_MIRROR);
    var refused = (Outcome.Refused) scene.raises(node);
    assertThat(refused.code()).isEqualTo("node.behind_own_mirror");
    // Vouching does not help against proof.
    assertThat(scene.asks(node, new NodeRequest.WaiveGuard())).isInstanceOf(Outcome.Refused.class);

    scene.world().link().mend();
    scene.passes(Duration.ofSeconds(90));
    scene.bothGoOn();
  }

  /// The neighbour denies what it holds, so that the restored node signs a second history. It does,
  /// for it cannot know; and then the neighbour has proof of two histories, and so has everybody.
  @Test
  void oldBackupAndANeighbourWhoDenies() throws MalformedException {
    var backup = Backup.of(node);
    raised(5);
    scene.passes(Duration.ofSeconds(10));
    scene
        .world()
        .tamper(
            new Tamper() {
              @Override
              public PeerResponse response(
                  PartyId asker, PartyId answerer, PeerRequest request, PeerResponse response) {
                return request instanceof PeerRequest.GetHello && asker.equals(node.party())
                    ? denied(response)
                    : response;
              }
            });

    backup.putBack();
    scene.passes(Duration.ofSeconds(20));
    raised(1);
    scene.passes(Duration.ofMinutes(2));

    var evidence =
        scene.other().seen().evidence().stream()
            .filter(kept -> kept.kind() == EvidenceKind.FORK)
            .toList();
    assertThat(evidence).hasSize(1);
    assertThat(evidence.getFirst().about()).isEqualTo(node.origin());
    assertThat(scene.other().seen().link(node.party()).orElseThrow().state())
        .isEqualTo(LinkState.FORKED);
    assertThat(scene.raises(scene.other())).isInstanceOf(Outcome.Accepted.class);
  }

  private static PeerResponse denied(PeerResponse response) {
    try {
      var hello = Hello.parse(response.body());
      var denial =
          hello
              .standing()
              .map(
                  known ->
                      new Hello.Standing(
                          known.own(), Optional.empty(), Optional.empty(), 0, known.isFrozen()));
      return new PeerResponse(
          response.status(),
          response.contentType(),
          new Hello(hello.card(), hello.time(), denial).bytes());
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }

  /// Two processes with one key: the one that finds another head in the lock stops before its own
  /// head leaves.
  @Test
  void twoNodesOnOneKey() throws Exception {
    var origin = node.origin().value();
    var lock = new HeadLock(node.lockDisk(), "lock");
    long published = published();
    assertThat(lock.swap(origin, lock.find(origin), Bytes.ofUtf8("the other one's head"))).isTrue();

    scene.raises(node);
    scene.passes(Duration.ofSeconds(5));

    assertThat(node.isOn()).isFalse();
    assertThat(node.halted().orElseThrow()).contains("another process has signed");
    var held = scene.other().seen().link(node.party()).orElseThrow().pending();
    assertThat(held).as("what has left").isEqualTo(published);
  }

  private long published() {
    return node.seen().log(node.origin()).orElseThrow().newest().orElseThrow().size();
  }

  /// Officers who ask at every step of a restore are refused or served; the node stays on.
  @Test
  void officersAskWhileRestoring() {
    var backup = Backup.of(node);
    raised(5);
    scene.passes(Duration.ofSeconds(10));
    scene.world().link().cut();
    backup.putBack();
    scene.passes(Duration.ofSeconds(5));
    raised(3);
    scene.world().link().mend();

    var outcomes = new ArrayList<Outcome>();
    scene
        .world()
        .watch(
            label -> {
              if (label.contains(" answers ") && outcomes.size() < 500) {
                node.request(node.identity().chief(), scene.alert(node), outcomes::add);
              }
            });
    scene.passes(Duration.ofMinutes(1));

    assertThat(node.isOn()).isTrue();
    assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.Accepted.class);
    assertThat(outcomes)
        .filteredOn(Outcome.Refused.class::isInstance)
        .isNotEmpty()
        .allMatch(refused -> ((Outcome.Refused) refused).code().equals("node.behind_own_mirror"));
    scene.passes(Duration.ofMinutes(1));
    scene.bothGoOn();
  }

  // ---- asking twice ---------------------------------------------------------------------------

  /// A console that heard no answer asks again, also after the node lost power: it is done once.
  @Test
  void replayedIdempotencyKey() {
    var request = scene.alert(node);
    var once = Optional.of(new NodeRequest.Once("key-1", hash(request)));
    var first = (Outcome.Accepted) scene.asks(node, request, once).orElseThrow();
    int incidents = node.seen().response().incidents().size();

    var again = (Outcome.Accepted) scene.asks(node, request, once).orElseThrow();
    node.crash();
    node.start();
    scene.passes(Duration.ofSeconds(1));
    var afterwards = (Outcome.Accepted) scene.asks(node, request, once).orElseThrow();

    assertThat(again.entries()).isEqualTo(first.entries());
    assertThat(afterwards.entries()).isEqualTo(first.entries());
    assertThat(node.seen().response().incidents()).hasSize(incidents);
  }

  @Test
  void idempotencyKeyForAnotherRequest() {
    var first = scene.alert(node);
    var second = scene.alert(node);
    scene.asks(node, first, Optional.of(new NodeRequest.Once("key-1", hash(first))));
    int incidents = node.seen().response().incidents().size();

    var outcome =
        scene.asks(node, second, Optional.of(new NodeRequest.Once("key-1", hash(second))));

    assertThat(((Outcome.Refused) outcome.orElseThrow()).code()).isEqualTo("node.key_reused");
    assertThat(node.seen().response().incidents()).hasSize(incidents);
  }

  private static Hash hash(NodeRequest request) {
    return Merkle.sha256(Bytes.ofUtf8(request.toString()));
  }

  // ---- setting out ----------------------------------------------------------------------------

  private List<EntryId> raised(int count) {
    var entries = new ArrayList<EntryId>();
    for (int i = 0; i < count; i++) {
      entries.addAll(((Outcome.Accepted) scene.raises(node)).entries());
    }
    return entries;
  }

  /// What the disks of a node had at one moment.
  private record Backup(SimNode node, SimDisk disk, SimDisk lock) {
    static Backup of(SimNode node) {
      return new Backup(node, node.disk().copy("backup"), node.lockDisk().copy("backup"));
    }

    void putBack() {
      node.crash();
      node.disk().restore(disk);
      node.lockDisk().restore(lock);
      node.start();
    }

    void putBackWithoutLock() {
      node.crash();
      node.disk().restore(disk);
      node.start();
    }
  }
}
