package org.sarhad.core.response;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.data.PersistentMap;

/// Everything *one side* has said in one thread of assistance. The thread as both see it is
/// [Assistance].
///
/// @param opened the request or offer, when this side opened the thread
/// @param answered this side's answer to the other's request or offer
/// @param ended this side's word that its part is over
/// @param items all of it, in order
public record HelpThread(
    Optional<Said> opened,
    Optional<Said> answered,
    Optional<Said> ended,
    PersistentMap<Integer, Said> items) {
  static final HelpThread EMPTY =
      new HelpThread(Optional.empty(), Optional.empty(), Optional.empty(), PersistentMap.empty());

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
    return new HelpThread(Optional.of(said), answered, ended, items).withItem(said);
  }

  HelpThread withAnswered(Said said) {
    return new HelpThread(opened, Optional.of(said), ended, items).withItem(said);
  }

  HelpThread withEnded(Said said) {
    return new HelpThread(opened, answered, Optional.of(said), items).withItem(said);
  }

  HelpThread withItem(Said said) {
    return new HelpThread(opened, answered, ended, items.put(items.size(), said));
  }
}
