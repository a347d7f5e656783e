package org.sarhad.core.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Word;

/// One activity, as it stands at some place of the joint order (protocol clause 12-7). Immutable.
///
/// @param by the side that does it
/// @param versions what it said of it, numbered from 0; the last one counts and the others stay
/// @param cancelled that it will not be
/// @param acknowledgements of other sides, by their entries
/// @param comments of any side, by their entries
public record Activity(
    PartyId by,
    PersistentMap<Integer, Word<Notice>> versions,
    Optional<Word<ActivityFact.Cancelled>> cancelled,
    PersistentMap<EntryId, Said<ActivityFact.Acknowledged>> acknowledgements,
    PersistentMap<EntryId, Said<ActivityFact.Commented>> comments) {

  /// What a side said.
  ///
  /// @param side which
  /// @param word and what
  public record Said<T>(PartyId side, Word<T> word) {}

  static Activity of(PartyId by, Word<Notice> given) {
    return new Activity(
        by,
        PersistentMap.of(0, given),
        Optional.empty(),
        PersistentMap.empty(),
        PersistentMap.empty());
  }

  /// The entry that gave notice of it, by which it is known.
  public EntryId id() {
    return versions.get(0).entry();
  }

  /// The last version.
  public Word<Notice> latest() {
    return versions.get(versions.size() - 1);
  }

  /// What counts.
  public Notice notice() {
    return latest().said();
  }

  /// Whether `entry` is one of its versions.
  boolean hasVersion(EntryId entry) {
    return versions.values().anyMatch(version -> version.entry().equals(entry));
  }

  /// How far it is at `now`.
  public ActivityStage stage(Instant now) {
    if (cancelled.isPresent()) {
      return ActivityStage.CANCELLED;
    }
    Window window = notice().window();
    if (window.isOver(now)) {
      return ActivityStage.OVER;
    }
    return window.contains(now) ? ActivityStage.RUNNING : ActivityStage.PLANNED;
  }

  /// Whether it is still to come or going on at `now`.
  public boolean isLive(Instant now) {
    return cancelled.isEmpty() && !notice().window().isOver(now);
  }

  /// Whether a person of `side` has taken note of the version that counts.
  public boolean isAcknowledgedBy(PartyId side) {
    return acknowledgedBy(side).anyMatch(word -> word.said().version().equals(latest().entry()));
  }

  /// What `side` has taken note of, in the order of its entries.
  public Stream<Word<ActivityFact.Acknowledged>> acknowledgedBy(PartyId side) {
    return acknowledgements.values().filter(said -> said.side().equals(side)).map(Said::word);
  }

  /// What was said by other sides of doing this beside the activity `other`, and is about the
  /// version that counts.
  public List<Said<ActivityFact.Acknowledged>> beside(EntryId other) {
    return acknowledgements
        .values()
        .filter(said -> said.word().said().beside().equals(Optional.of(other)))
        .filter(said -> said.word().said().version().equals(latest().entry()))
        .toList();
  }

  /// By how much less than `required` before its beginning it was told; empty when in time. Only a
  /// flag: short notice is better than none.
  ///
  /// @param required how long before, by what is agreed
  /// @param told when the other side's node had the version that counts: the later end of the
  ///   bracket that its own cosignature proves. While that is not known, the time its author gave
  public Optional<Duration> shortBy(Duration required, Instant told) {
    Duration lead = Duration.between(told, notice().window().from());
    return lead.compareTo(required) < 0 ? Optional.of(required.minus(lead)) : Optional.empty();
  }

  /// By how much longer than `most` it is announced to last; empty when it is not. Only a flag, as
  /// [#shortBy].
  public Optional<Duration> longerBy(Duration most) {
    Duration length = Duration.between(notice().window().from(), notice().window().until());
    return length.compareTo(most) > 0 ? Optional.of(length.minus(most)) : Optional.empty();
  }

  Activity changed(Word<Notice> version) {
    return new Activity(
        by, versions.put(versions.size(), version), cancelled, acknowledgements, comments);
  }

  Activity cancelled(Word<ActivityFact.Cancelled> word) {
    return new Activity(by, versions, Optional.of(word), acknowledgements, comments);
  }

  Activity acknowledged(PartyId side, Word<ActivityFact.Acknowledged> word) {
    return new Activity(
        by,
        versions,
        cancelled,
        acknowledgements.put(word.entry(), new Said<>(side, word)),
        comments);
  }

  Activity commented(PartyId side, Word<ActivityFact.Commented> word) {
    return new Activity(
        by,
        versions,
        cancelled,
        acknowledgements,
        comments.put(word.entry(), new Said<>(side, word)));
  }
}
