package org.sarhad.node.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.Envelope;
import org.sarhad.core.entry.MalformedEntryException;
import org.sarhad.node.assembly.RunningNode;
import org.sarhad.node.config.HostPort;
import org.sarhad.node.config.MalformedConfigException;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.keys.KeyDirectory;
import org.sarhad.node.keys.KeyDirectoryException;
import org.sarhad.node.keys.NodeKeys;
import org.sarhad.node.link.MalformedHelloException;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.machine.Logs;
import org.sarhad.node.peer.PeerClient;
import org.sarhad.node.peer.PeerUnreachableException;
import org.sarhad.node.store.FileDisk;
import org.sarhad.node.store.LogDirectory;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.checkpoint.Cosignature;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.note.NamedKey;
import org.sarhad.tlog.note.Note;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Frontier;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.witness.AddCheckpoint;

/// An administrator who has every key of a node and wants another past: rewrites an entry of a copy
/// of its log, signs the head of that, and offers it to the neighbour.
///
/// It does what the node refuses to do, with the node's own keys; that is all the power a thief of
/// the whole machine would have.
final class Forger {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final Path directory;
  private final NodeConfig config;
  private final NodeKeys keys;

  /// With the keys and the log of the node in `directory`, which must not be running.
  Forger(Path directory) {
    this.directory = directory;
    try {
      this.config = NodeConfig.load(directory);
      this.keys =
          new KeyDirectory(directory.resolve(RunningNode.KEYS), config.party(), Signatures.jdk())
              .load();
    } catch (IOException | MalformedConfigException | KeyDirectoryException e) {
      throw new DemoException("the forger cannot read " + directory, e);
    }
  }

  /// A head over the first `size` entries, of which the one at `index` claims to have been written
  /// `earlier` than it was.
  SignedCheckpoint rewrite(long index, Duration earlier, long size) {
    var tree = Frontier.EMPTY;
    try {
      var origin = config.party().origin().value();
      var log =
          LogDirectory.open(
              FileDisk.at(directory.resolve(RunningNode.DATA)),
              "logs/" + Logs.directoryName(origin));
      for (long at = 0; at < size; at++) {
        var bytes = log.entry(at);
        tree = tree.append(Merkle.leaf(at == index ? backDated(bytes, earlier) : bytes));
      }
      var head = new Checkpoint(origin, size, tree.root());
      long now = Instant.now().getEpochSecond();
      return SignedCheckpoint.of(
          head,
          keys.log().stream()
              .map(key -> Cosignature.sign(key.name(), key.key(), head, now))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The officer's key is under the officer's password, so only the node signs.
  private Bytes backDated(Bytes bytes, Duration earlier) {
    try {
      var honest = Entry.parse(bytes).envelope();
      var line =
          new Envelope(
                  honest.channel(),
                  honest.id(),
                  honest.kind(),
                  honest.ref(),
                  honest.release(),
                  honest.seen(),
                  honest.payloads(),
                  honest.time().minus(earlier))
              .line()
              .utf8();
      var text = line + "\n";
      return new Note(text, List.of(keys.node().sign(text))).bytes();
    } catch (MalformedEntryException e) {
      throw new DemoException("an entry of the log cannot be read", e);
    }
  }

  /// The keys under which everybody knows the heads of this log.
  List<VerifierKey> publicKeys() {
    return keys.log().stream().map(NamedKey::verifierKey).toList();
  }

  /// Offers `head` to the node that listens at `address`, as the node would; what it answers.
  PeerResponse offer(SignedCheckpoint head, String address) {
    try (var stranger = new PeerClient(config.peer(), keys.tls(), _ -> Optional.empty())) {
      var card = stranger.fetchCard(HostPort.parse(address));
      try (var client = new PeerClient(config.peer(), keys.tls(), _ -> Optional.of(card))) {
        var request = new AddCheckpoint(head.size(), List.of(), head).bytes();
        return client
            .call(card.party(), new PeerRequest.AddCheckpoint(request))
            .toCompletableFuture()
            .get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (PeerUnreachableException
        | MalformedHelloException
        | ExecutionException
        | TimeoutException e) {
      throw new DemoException("the forger gets no answer from " + address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoException("stopped while waiting for " + address, e);
    }
  }
}
