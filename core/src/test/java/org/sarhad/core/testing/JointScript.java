package org.sarhad.core.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.order.JointOrder;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// What a few sides write while their links deliver late and in any causal order; and the joint
/// order that comes of it, as any node computes it.
///
/// @param <T> what an entry carries
public final class JointScript<T> {
  /// One entry, and what it carries.
  public record Line<T>(ActEntry entry, T carried) {}

  private final SplittableRandom random;
  private final List<PartyId> parties;
  private final TreeMap<PartyId, Map<PartyId, Long>> has = new TreeMap<>();
  private final TreeMap<EntryId, Line<T>> lines = new TreeMap<>();
  private final TreeMap<PartyId, Long> sizes = new TreeMap<>();

  public JointScript(SplittableRandom random, Set<PartyId> parties) {
    this.random = random;
    this.parties = List.copyOf(parties);
    for (PartyId party : parties) {
      has.put(party, new TreeMap<>());
      sizes.put(party, 0L);
    }
  }

  public PartyId anySide() {
    return parties.get(random.nextInt(parties.size()));
  }

  /// Entries written so far.
  public int size() {
    return lines.size();
  }

  /// The next entry of `side`, which knows what it has received by now.
  ///
  /// @param roles of the officer; empty: by the node alone
  public ActEntry next(PartyId side, Instant time, boolean released, Set<Role> roles) {
    EntryId id = new EntryId(Voices.log(side), sizes.getOrDefault(side, 0L));
    PersistentMap<Origin, SeenHead> heads = PersistentMap.empty();
    for (var known : received(side).entrySet()) {
      if (known.getValue() > 0) {
        heads = heads.put(Voices.log(known.getKey()), Sides.head(known.getValue()));
      }
    }
    Optional<OfficerId> officer =
        roles.isEmpty()
            ? Optional.empty()
            : Optional.of(OfficerId.of(side + ".sarhad.example/officer/7f3a"));
    return new ActEntry(
        new FactContext(id, side, released, time, officer, Ordered.set(roles)),
        new Seen(heads, List.of()),
        Merkle.sha256(Bytes.ofUtf8(id + " of " + random.nextLong())));
  }

  /// Writes `entry`, made by [#next] just before.
  public void write(ActEntry entry, T carried) {
    PartyId side = entry.context().author();
    sizes.merge(side, 1L, Long::sum);
    lines.put(entry.id(), new Line<>(entry, carried));
  }

  /// Some side receives something of what another one has written, with all that it refers to.
  public void deliver() {
    PartyId reader = anySide();
    PartyId writer = anySide();
    if (!reader.equals(writer)) {
      long had = known(reader, writer);
      long size = sizes.getOrDefault(writer, 0L);
      if (size > had) {
        learn(reader, writer, had + 1 + random.nextLong(size - had));
      }
    }
  }

  private void learn(PartyId reader, PartyId writer, long size) {
    if (reader.equals(writer) || known(reader, writer) >= size) {
      return;
    }
    received(reader).put(writer, size);
    ActEntry last = line(new EntryId(Voices.log(writer), size - 1)).entry();
    for (PartyId other : parties) {
      learn(reader, other, last.seen().sizeOf(Voices.log(other)));
    }
  }

  private long known(PartyId reader, PartyId writer) {
    return received(reader).getOrDefault(writer, 0L);
  }

  private Map<PartyId, Long> received(PartyId reader) {
    return Objects.requireNonNull(has.get(reader), reader::toString);
  }

  private Line<T> line(EntryId id) {
    return Objects.requireNonNull(lines.get(id), id::toString);
  }

  /// All entries in the joint order, as a node computes it to which they are delivered in some
  /// causal order drawn from `seed`.
  public List<Line<T>> order(long seed) {
    SplittableRandom delivery = new SplittableRandom(seed);
    JointOrder order = new JointOrder(parties.stream().map(Voices::log).toList());
    List<Line<T>> ordered = new ArrayList<>();
    List<EntryId> waiting = new ArrayList<>(lines.keySet());
    while (!waiting.isEmpty()) {
      List<EntryId> ready =
          waiting.stream()
              .filter(
                  id ->
                      id.index() == order.deliveredSize(id.origin())
                          && order.isDeliverable(id, line(id).entry().seen()))
              .toList();
      EntryId id = ready.get(delivery.nextInt(ready.size()));
      waiting.remove(id);
      order.deliver(id, line(id).entry().seen()).forEach(done -> ordered.add(line(done)));
    }
    order.tentative().forEach(id -> ordered.add(line(id)));
    return Collections.unmodifiableList(ordered);
  }
}
