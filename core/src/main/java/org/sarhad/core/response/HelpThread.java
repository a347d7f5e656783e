package org.sarhad.core.response;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;

/// Everything *one side* has said in one thread of assistance. The thread as both see it is
/// [Assistance].
///
/// @param opened the request or offer, when this side opened the thread
/// @param answered this side's answer to the other's request or offer
/// @param ended this side's word that its part is over
/// @param replies what this side replied to single entries of the other's
/// @param items all of it, in order
public record HelpThread(
    Optional<Said> opened,
    Optional<Said> answered,
    Optional<Said> ended,
    Replies replies,
    PersistentMap<Integer, Said> items) {
  static final HelpThread EMPTY =
      new HelpThread(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Replies.NONE,
          PersistentMap.empty());

  /// One side's replies in one thread, by the entry that each is a reply to. One to each.
  ///
  /// @param conditions to a yes under conditions
  /// @param extensions to a request to stay longer
  /// @param costs to a final figure
  public record Replies(
      PersistentMap<EntryId, Said> conditions,
      PersistentMap<EntryId, Said> extensions,
      PersistentMap<EntryId, Said> costs) {
    static final Replies NONE =
        new Replies(PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty());

    Replies with(Said said) {
      return switch (said.fact()) {
        case AssistanceFact.ConditionsAnswered f ->
            new Replies(conditions.put(f.answer(), said), extensions, costs);
        case AssistanceFact.ExtensionAnswered f ->
            new Replies(conditions, extensions.put(f.question(), said), costs);
        case AssistanceFact.CostAnswered f ->
            new Replies(conditions, extensions, costs.put(f.statement(), said));
        case ResponseFact _ -> this;
      };
    }
  }

  /// What was committed, in order.
  public List<AssistanceFact.Committed> committed() {
    return items
        .values()
        .map(Said::fact)
        .filter(AssistanceFact.Committed.class::isInstance)
        .map(AssistanceFact.Committed.class::cast)
        .toList();
  }

  /// Everything said, in order.
  public Stream<Said> said() {
    return items.values();
  }

  HelpThread withOpened(Said said) {
    return new HelpThread(Optional.of(said), answered, ended, replies, items).withItem(said);
  }

  HelpThread withAnswered(Said said) {
    return new HelpThread(opened, Optional.of(said), ended, replies, items).withItem(said);
  }

  HelpThread withEnded(Said said) {
    return new HelpThread(opened, answered, Optional.of(said), replies, items).withItem(said);
  }

  HelpThread with(Replies next, Said said) {
    return new HelpThread(opened, answered, ended, next, items).withItem(said);
  }

  HelpThread withItem(Said said) {
    return new HelpThread(opened, answered, ended, replies, items.put(items.size(), said));
  }

  /// Whether this side committed something in `entry`.
  boolean hasCommittedIn(EntryId entry) {
    return items
        .values()
        .anyMatch(
            said -> said.entry().equals(entry) && said.fact() instanceof AssistanceFact.Committed);
  }
}
