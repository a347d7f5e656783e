package org.sarhad.sim.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sarhad.node.store.DirectoryCheck;
import org.sarhad.node.store.LogDirectory;
import org.sarhad.node.store.ReferenceLog;
import org.sarhad.sim.world.SimDisk;
import org.sarhad.sim.world.SimDisk.PowerCut;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.Tree;

/// Wherever the power goes, the directory opens again as a tree that was there before, verifies,
/// and takes the rest from the intake (05-3.4).
class LogDirectoryCrashTest {

  /// The intake's part: it remembers what the directory was told, and tells it again after a crash.
  private static final class Outside {
    final SimDisk disk;
    final SplittableRandom random;
    List<Bytes> entries = new ArrayList<>();
    final Map<Hash, Integer> payloads = new HashMap<>();
    final Map<Hash, Bytes> payloadBytes = new HashMap<>();
    final Set<Hash> erased = new HashSet<>();
    long published;
    long safelyPublished;
    long safe;
    int made;

    Outside(long seed) {
      random = new SplittableRandom(seed);
      disk = new SimDisk("seed " + seed, random);
    }

    void session(int rounds) throws Exception {
      var log = recover();
      for (int round = 0; round < rounds; round++) {
        switch (random.nextInt(8)) {
          case 0, 1 -> materialise(log);
          case 2 -> publish(log);
          case 3 -> erase(log);
          case 4 -> cut(log);
          default -> append(log, random.nextInt(1, 200));
        }
      }
      assertSame(log);
    }

    LogDirectory recover() throws Exception {
      var log = LogDirectory.open(disk, "log");
      assertThat(log.size())
          .as("what was materialised is there")
          .isGreaterThanOrEqualTo(Math.min(safe, entries.size()));
      assertThat(log.published()).isGreaterThanOrEqualTo(safelyPublished);
      assertThat(new DirectoryCheck(disk, "log").withThreads(1).run().damage()).isEmpty();
      // Entries that were cut off may be back: the intake says again that they were.
      if (log.size() > entries.size() || !isPrefix(log)) {
        log.truncate(commonPrefix(log));
      }
      for (long index = log.size(); index < entries.size(); index++) {
        log.append(entries.get((int) index));
      }
      payloads.forEach((hash, index) -> log.addPayload(index, payloadBytes.get(hash)));
      for (var hash : erased) {
        log.erase(hash);
      }
      published = log.published();
      assertSame(log);
      return log;
    }

    private boolean isPrefix(LogDirectory log) {
      return commonPrefix(log) == log.size();
    }

    private long commonPrefix(LogDirectory log) {
      long same = 0;
      while (same < Math.min(log.size(), entries.size())
          && log.entry(same).equals(entries.get((int) same))) {
        same++;
      }
      return same;
    }

    private void append(LogDirectory log, int count) {
      for (int i = 0; i < count; i++) {
        var entry = Bytes.ofUtf8("entry " + made++);
        entries.add(entry);
        long index = log.append(entry);
        if (random.nextInt(20) == 0) {
          var payload = Bytes.ofUtf8("payload " + made);
          payloads.put(Merkle.sha256(payload), (int) index);
          payloadBytes.put(Merkle.sha256(payload), payload);
          log.addPayload(index, payload);
        }
      }
    }

    private void materialise(LogDirectory log) throws Exception {
      log.materialise();
      safe = entries.size();
      safelyPublished = published;
    }

    private void publish(LogDirectory log) {
      long size = random.nextLong(published, entries.size() + 1);
      var reference = reference();
      log.publish(reference.checkpoint(size), reference.note(size));
      published = size;
    }

    private void erase(LogDirectory log) throws Exception {
      for (var hash : List.copyOf(payloads.keySet())) {
        if (random.nextInt(4) == 0) {
          payloads.remove(hash);
          erased.add(hash);
          assertThat(log.erase(hash)).isTrue();
        }
      }
    }

    private void cut(LogDirectory log) throws Exception {
      long size = random.nextLong(Math.max(published, entries.size() - 100), entries.size() + 1);
      safe = Math.min(safe, size);
      entries = new ArrayList<>(entries.subList(0, (int) size));
      payloads.values().removeIf(index -> index >= size);
      log.truncate(size);
    }

    private ReferenceLog reference() {
      var reference = new ReferenceLog();
      entries.forEach(reference::append);
      return reference;
    }

    private void assertSame(LogDirectory log) {
      assertThat(log.entries(0, log.size())).isEqualTo(entries);
      assertThat(log.root(log.size())).isEqualTo(Tree.root(entries.size(), reference()));
      payloads.forEach(
          (hash, index) ->
              assertThat(log.findPayload(index, hash)).contains(payloadBytes.get(hash)));
      for (var hash : erased) {
        assertThat(log.findPayload(hash)).isEmpty();
      }
    }
  }

  @Test
  void survivesACutAtEveryOperation() throws Exception {
    cutAtEveryOperation(0, 3);
  }

  @Tag("slow")
  @Test
  void survivesACutAtEveryOperationOfManyRuns() throws Exception {
    cutAtEveryOperation(3, 20);
  }

  private static void cutAtEveryOperation(int fromSeed, int toSeed) throws Exception {
    for (int seed = fromSeed; seed < toSeed; seed++) {
      var quiet = new Outside(seed);
      quiet.session(20);
      assertThat(quiet.disk.operations()).isGreaterThan(50);
      for (long cut = 1; cut <= quiet.disk.operations(); cut++) {
        var outside = new Outside(seed);
        outside.disk.cutAfter(cut);
        assertThatThrownBy(() -> outside.session(20)).isInstanceOf(PowerCut.class);
        outside.disk.restart();
        outside.disk.cutAfter(outside.random.nextInt(1, 60));
        try {
          outside.session(5);
        } catch (PowerCut _) {
          outside.disk.restart();
        }
        outside.disk.crash();
        outside.session(3);
      }
    }
  }
}
