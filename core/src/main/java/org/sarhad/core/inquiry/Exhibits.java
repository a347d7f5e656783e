package org.sarhad.core.inquiry;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;

/// What is held as evidence in one matter, and who asked to see it.
///
/// @param items by their entries
/// @param requests by their entries
public record Exhibits(
    PersistentMap<EntryId, Exhibit> items, PersistentMap<EntryId, AccessRequest> requests) {

  static final Exhibits EMPTY = new Exhibits(PersistentMap.empty(), PersistentMap.empty());

  /// What was made of the exhibit `of`: working copies and redactions, by their entries.
  public Stream<Exhibit> madeOf(EntryId of) {
    return items.values().filter(item -> item.lineage().of().filter(of::equals).isPresent());
  }

  /// Requests that have no answer yet, by their entries.
  public Stream<AccessRequest> unanswered() {
    return requests.values().filter(request -> request.answer().isEmpty());
  }

  Exhibits with(Exhibit item) {
    return new Exhibits(items.put(item.id(), item), requests);
  }

  Exhibits changed(EntryId item, UnaryOperator<Exhibit> change) {
    return with(change.apply(items.get(item)));
  }

  Exhibits with(AccessRequest request) {
    return new Exhibits(items, requests.put(request.asked().entry(), request));
  }
}
