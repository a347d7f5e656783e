package org.sarhad.core.record;

import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Role;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// Who could sign what, at every position of one side's log: its node's keys and its officers
/// (protocol clauses 04-2, 04-3).
///
/// A change made by the entry at index `i` holds for the entries behind it, from `i + 1` on.
///
/// @param keys the node's keys, by the index of the entry that brought them; -1 for those compared
///   when pairing
/// @param officers for each officer the standing, by the index of the entry that brought it
/// @param recovery the commitment to the recovery key; empty before the genesis
public record Roster(
    PersistentMap<Long, SideKeys> keys,
    PersistentMap<OfficerId, PersistentMap<Long, Standing>> officers,
    Optional<Hash> recovery) {

  /// The roster before the genesis: keys as compared when pairing, nobody else.
  static Roster of(SideKeys card) {
    return new Roster(PersistentMap.of(-1L, card), PersistentMap.empty(), Optional.empty());
  }

  /// The node's keys in force for the entry at `index`, and for heads of `index + 1` entries.
  public SideKeys keysAt(long index) {
    return keys.lower(index).or(keys::first).orElseThrow().value();
  }

  /// How `officer` stands for the entry at `index`; empty for one never heard of before it.
  public Optional<Standing> standingAt(OfficerId officer, long index) {
    return officers
        .find(officer)
        .flatMap(standings -> standings.lower(index))
        .map(PersistentMap.Entry::value);
  }

  /// The officer, if in good standing for the entry at `index`.
  public Optional<Officer> officerAt(OfficerId officer, long index) {
    return standingAt(officer, index)
        .flatMap(
            standing ->
                switch (standing) {
                  case Standing.Good(Officer good) -> Optional.of(good);
                  case Standing.Ended _ -> Optional.empty();
                });
  }

  /// All officers in good standing for the entry at `index`, by name.
  public Stream<Officer> officersAt(long index) {
    return officers.keys().flatMap(officer -> officerAt(officer, index).stream());
  }

  /// Whether somebody other than `except` is administrator for the entry at `index`.
  boolean hasOtherAdmin(OfficerId except, long index) {
    return officersAt(index)
        .filter(officer -> !officer.id().equals(except))
        .anyMatch(officer -> officer.roles().contains(Role.ADMIN));
  }

  /// Whether `key` belongs, or ever belonged, to the node or an officer, up to the entry at
  /// `index`. A key that was revoked never comes back. `by` may go on with the key they have.
  boolean isKeyTaken(Bytes key, Optional<OfficerId> by, long index) {
    boolean isOwn =
        by.flatMap(officer -> officerAt(officer, index))
            .filter(officer -> officer.key().key().equals(key))
            .isPresent();
    return !isOwn
        && (keys.to(index).values().flatMap(SideKeys::all).anyMatch(has -> has.key().equals(key))
            || officers
                .values()
                .flatMap(standings -> standings.to(index).values())
                .anyMatch(standing -> standing.officer().key().key().equals(key)));
  }

  Roster begun(Hash recoveryKey) {
    return new Roster(keys, officers, Optional.of(recoveryKey));
  }

  Roster withKeys(long index, SideKeys next) {
    return new Roster(keys.put(index, next), officers, recovery);
  }

  Roster with(long index, Standing standing) {
    OfficerId officer = standing.officer().id();
    return new Roster(
        keys,
        officers.update(
            officer, PersistentMap.empty(), standings -> standings.put(index, standing)),
        recovery);
  }
}
