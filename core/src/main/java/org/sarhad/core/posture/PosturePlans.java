package org.sarhad.core.posture;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.register.Word;

/// The plans that one side has kept for itself, folded out of its private journal: the newest ones.
/// Immutable. What stands in a log that others read is no plan (protocol clause 15-3.2).
///
/// @param plans by their entries
public record PosturePlans(PersistentMap<EntryId, Word<PostureFact.Planned>> plans) {
  /// No plan yet.
  public static final PosturePlans NONE = new PosturePlans(PersistentMap.empty());

  /// How many are kept at hand; older ones stay in the journal.
  public static final int KEPT = 32;

  private static final Comparator<Word<PostureFact.Planned>> NEWEST_FIRST =
      Comparator.comparing((Word<PostureFact.Planned> plan) -> plan.entry()).reversed();

  /// These plans after `fact`, which stands in the entry of `context`. O(log n).
  public PosturePlans apply(FactContext context, PostureFact fact) {
    return switch (fact) {
      case PostureFact.Planned plan when !context.released() ->
          new PosturePlans(kept(plans.put(context.entry(), Word.in(context, plan))));
      case PostureFact.Planned _,
          PostureFact.Summary _,
          PostureFact.Offered _,
          PostureFact.Accepted _ ->
          this;
    };
  }

  private static PersistentMap<EntryId, Word<PostureFact.Planned>> kept(
      PersistentMap<EntryId, Word<PostureFact.Planned>> plans) {
    return plans.size() > KEPT ? plans.remove(plans.at(0).key()) : plans;
  }

  /// The newest first.
  public List<Word<PostureFact.Planned>> newestFirst() {
    return plans.values().sorted(NEWEST_FIRST).toList();
  }

  /// The plan in the entry `id`.
  public Optional<Word<PostureFact.Planned>> plan(EntryId id) {
    return plans.find(id);
  }
}
