package org.sarhad.core.order;

import java.util.Optional;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.party.Origin;
import org.sarhad.tlog.tree.Hash;

/// Whether what an entry says it has seen can be true (protocol clause 03-1, I4): monotone in its
/// log, equal to the trees we hold, never beyond them. A *stale* `seen` is allowed: an author may
/// know less than we think, never less than it said before.
public final class SeenRules {
  private SeenRules() {}

  /// Judges `now`. Evidence is reported before anything else.
  ///
  /// @param before what the previous entry of the same log said; [Seen#NOTHING] for the first
  /// @param now what the entry says
  /// @param roots the trees this node holds
  /// @return the first thing that is wrong, by log name
  public static SeenVerdict judge(Seen before, Seen now, RootReader roots) {
    for (PersistentMap.Entry<Origin, SeenHead> earlier : before.heads()) {
      Optional<SeenHead> later = now.heads().find(earlier.key());
      if (later.isEmpty() || contradicts(earlier.value(), later.get())) {
        return new SeenVerdict.Contradicts(earlier.key(), earlier.value(), later);
      }
    }
    Optional<SeenVerdict> beyond = Optional.empty();
    for (PersistentMap.Entry<Origin, SeenHead> claim : now.heads()) {
      SeenHead claimed = claim.value();
      Optional<Hash> root = roots.rootAt(claim.key(), claimed.size());
      if (root.isPresent() && !root.get().equals(claimed.root())) {
        SeenHead held = new SeenHead(claimed.size(), root.get());
        return new SeenVerdict.OtherTree(claim.key(), claimed, held);
      }
      if (root.isEmpty() && beyond.isEmpty()) {
        beyond = Optional.of(new SeenVerdict.Beyond(claim.key(), claimed));
      }
    }
    return beyond.orElseGet(SeenVerdict.Sound::new);
  }

  private static boolean contradicts(SeenHead earlier, SeenHead later) {
    return later.size() < earlier.size()
        || (later.size() == earlier.size() && !later.root().equals(earlier.root()));
  }
}
