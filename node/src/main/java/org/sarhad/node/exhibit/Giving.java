package org.sarhad.node.exhibit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.port.Clock;
import org.sarhad.node.port.DiskException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// Gives the other sides files of this side's exhibits, piece by piece (06-10): those that it has
/// released in the final record, by the chunks that stand there, and nothing else. To everything
/// else the answer is the same, so that asking tells nothing.
///
/// For several threads. Memory: what [ExhibitStore#chunk] holds.
public final class Giving {
  private static final int AT_ONCE_MAX = 2;

  private final ExhibitStore store;
  private final PartyId own;
  private final Supplier<Sight> sight;
  private final Clock clock;
  private final Semaphore turns = new Semaphore(AT_ONCE_MAX);
  private final Map<Key, Given> given = new ConcurrentSkipListMap<>();

  private record Key(PartyId peer, Hash sha256) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byPeer = peer.compareTo(other.peer);
      return byPeer != 0 ? byPeer : sha256.compareTo(other.sha256);
    }
  }

  /// How much another side has asked for in this run of the node. It says that pieces were sent,
  /// not that they were kept.
  ///
  /// @param reached the end of the piece furthest into the file, in bytes
  public record Given(PartyId peer, Hash sha256, long reached, Instant lastAsked) {}

  /// @param own the side whose exhibits are given
  public Giving(ExhibitStore store, PartyId own, Supplier<Sight> sight, Clock clock) {
    this.store = store;
    this.own = own;
    this.sight = sight;
    this.clock = clock;
  }

  /// The answer to `peer`, authenticated by the link: 206 with the piece, cut at the end of its
  /// chunk; 404 for what is not released or not here; 416 for what the file has not; 429; 503 when
  /// the disk has something else than what was written.
  public PeerResponse answer(PartyId peer, PeerRequest.GetFilePiece request) {
    if (!turns.tryAcquire()) {
      return PeerResponse.refusal(429, "Too many pieces at once; come back in a second.");
    }
    try {
      return piece(peer, request);
    } catch (DiskException _) {
      return PeerResponse.refusal(503, "The disk of this node failed; come back later.");
    } finally {
      turns.release();
    }
  }

  private PeerResponse piece(PartyId peer, PeerRequest.GetFilePiece request) throws DiskException {
    var sha256 = request.sha256();
    var released = sight.get().agreed().released(sha256, own).toList();
    if (released.isEmpty()) {
      return PeerResponse.refusal(404, "No file of this digest is released to you.");
    }
    var file =
        store
            .find(sha256)
            .filter(
                held ->
                    released.stream()
                        .anyMatch(named -> named.manifest().filter(held.card()::fits).isPresent()));
    if (file.isEmpty()) {
      return PeerResponse.refusal(
          404, "The file is released, and is not on this node as released.");
    }
    var plan = file.get().card().plan();
    if (request.from() >= plan.sizeBytes()) {
      return PeerResponse.refusal(416, "The file has %d bytes.".formatted(plan.sizeBytes()));
    }
    int index = (int) (request.from() / plan.chunkBytes());
    var chunk = store.chunk(sha256, index);
    if (chunk.isEmpty()) {
      return PeerResponse.refusal(503, "The file is damaged on this node; its operator is told.");
    }
    var piece = cut(chunk.get(), (int) (request.from() - plan.offsetOf(index)), request.bytes());
    note(peer, sha256, request.from() + piece.size());
    return new PeerResponse(206, PeerResponse.OCTETS, piece);
  }

  private static Bytes cut(Bytes chunk, int from, int bytes) {
    return chunk.slice(from, Math.min(chunk.size(), from + bytes));
  }

  private void note(PartyId peer, Hash sha256, long reached) {
    given.merge(
        new Key(peer, sha256),
        new Given(peer, sha256, reached, clock.now()),
        (before, now) ->
            new Given(peer, sha256, Math.max(before.reached(), reached), now.lastAsked()));
  }

  /// What was given of the file `sha256`, by side.
  public List<Given> given(Hash sha256) {
    return given.values().stream().filter(line -> line.sha256().equals(sha256)).toList();
  }

  /// What was given of it to `peer`.
  public Optional<Given> given(Hash sha256, PartyId peer) {
    return Optional.ofNullable(given.get(new Key(peer, sha256)));
  }
}
