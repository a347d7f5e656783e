package org.sarhad.core.modalities;

import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.act.Act;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.MalformedJsonException;

/// An act of kind `modalities`, whatever became of it.
///
/// @param act as it stands in chapter 07
/// @param document its terms; empty when they are not a document that this program can read
/// @param objection why it did not become a version although it was signed; empty for one that did,
///   and for one that was not signed
/// @param comments by their entries
public record Offer(
    Act act,
    Optional<Document> document,
    Optional<ModalitiesRefusal> objection,
    PersistentMap<EntryId, Comment> comments) {

  static Offer of(Act act) {
    return new Offer(act, document(act), Optional.empty(), PersistentMap.empty());
  }

  private static Optional<Document> document(Act act) {
    try {
      return Optional.of(Document.fromJson(act.proposal().said().terms()));
    } catch (MalformedJsonException _) {
      return Optional.empty();
    }
  }

  /// The entry of its proposal, by which it is known.
  public EntryId id() {
    return act.id();
  }

  /// The remarks on `clause`, in the order of their entries.
  public Stream<Comment> commentsOn(ClauseNumber clause) {
    return comments.values().filter(comment -> comment.said().clause().equals(clause));
  }

  Offer with(Act next) {
    return new Offer(next, document, objection, comments);
  }

  Offer with(ModalitiesRefusal why) {
    return new Offer(act, document, Optional.of(why), comments);
  }

  Offer with(Comment comment) {
    return new Offer(act, document, objection, comments.put(comment.entry(), comment));
  }
}
