package org.sarhad.sim.check;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.screening.ListSource;
import org.sarhad.core.screening.ScreeningFact;
import org.sarhad.core.screening.ScreeningSettings;
import org.sarhad.core.screening.Status;
import org.sarhad.tlog.tree.Hash;

/// What each side has decided about those who trade, kept in the plainest way from what holds of
/// its own words; and, by the text of 16-4.3 written down a second time, with whom something may be
/// signed. Licences are none of its business: nobody here is released by one.
final class Clearances {
  private final Map<PartyId, Side> sides = new HashMap<>();
  private final Map<EntryId, ScreeningFact.Proposed> proposals = new HashMap<>();

  /// What one side has said.
  private static final class Side {
    private final TreeMap<ListSource, Taken> lists = new TreeMap<>();
    private final Map<String, ScreeningFact.Proposed> decided = new HashMap<>();
    private final Map<String, EntryId> held = new HashMap<>();

    private Map<ListSource, Hash> hashes() {
      var hashes = new HashMap<ListSource, Hash>();
      lists.forEach((source, list) -> hashes.put(source, list.file()));
      return hashes;
    }
  }

  /// A list that a side goes by.
  private record Taken(Hash file, Instant at) {}

  /// Takes what `side` said in `entry` at `at`, where it holds.
  void enter(PartyId side, EntryId entry, Instant at, ScreeningFact fact) {
    var known = sides.computeIfAbsent(side, _ -> new Side());
    switch (fact) {
      case ScreeningFact.ListTaken(var list) ->
          known.lists.put(list.source(), new Taken(list.sha256(), at));
      case ScreeningFact.ListEnded ended -> known.lists.remove(ended.source());
      case ScreeningFact.Held held -> known.held.put(held.subject().value(), entry);
      case ScreeningFact.Proposed proposed -> proposals.put(entry, proposed);
      case ScreeningFact.Confirmed(var proposal) -> {
        var proposed = Optional.ofNullable(proposals.get(proposal)).orElseThrow();
        known.held.remove(proposed.subject().value());
        known.decided.put(proposed.subject().value(), proposed);
      }
      case ScreeningFact.BasisRecorded _,
          ScreeningFact.BasisDrawn _,
          ScreeningFact.BasisReturned _,
          ScreeningFact.BasisEnded _ -> {
        // Nobody here is released by a licence.
      }
    }
  }

  /// What speaks against signing something with `parties` at `at`, for all of `all`.
  Optional<String> flaw(
      Set<PartyId> all, SortedSet<String> parties, Instant at, ScreeningSettings settings) {
    return all.stream()
        .flatMap(
            side ->
                parties.stream()
                    .filter(party -> !isGood(side, party, at, settings))
                    .map(party -> "14-7.3 I12: " + party + " is not clear to " + side))
        .findFirst();
  }

  private boolean isGood(PartyId side, String party, Instant at, ScreeningSettings settings) {
    var known = sides.get(side);
    if (known == null || known.held.containsKey(party) || !known.decided.containsKey(party)) {
      return false;
    }
    var decided = known.decided.get(party);
    return decided.status() != Status.REFUSED
        && decided.grounds().lists().equals(known.hashes())
        && decided.grounds().threshold() <= settings.threshold()
        && known.lists.values().stream()
            .noneMatch(list -> at.isAfter(list.at().plus(settings.listAge())));
  }
}
