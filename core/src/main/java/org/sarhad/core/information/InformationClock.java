package org.sarhad.core.information;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Word;
import org.sarhad.core.time.TimeBracket;

/// Reckons when an answer is due, and whether one was in time (protocol clause 13-4). Pure: the
/// same request, receipts, time and view of the link give the same answer. Nothing of it is folded,
/// so two nodes that know of different receipts differ in what they show and in nothing else.
///
/// The time begins at the *later* end of the bracket that the answering side's own cosignature
/// proves: nobody is late with what they did not have. It stands while the asking side has a
/// question back and has not answered it, for the same reason the other way round (Dir. (EU)
/// 2023/977 art. 6: the time limits are suspended from when the asking side receives the request
/// for clarification until it has provided it).
public final class InformationClock {
  private final InformationSettings settings;
  private final Receipts receipts;
  private final PartyId own;
  private final Instant now;
  private final Optional<Instant> silentSince;

  /// A clock at the node of `own`.
  ///
  /// @param now what that node's clock says
  /// @param silentSince since when the other side is out of sight; empty while the link is live
  public InformationClock(
      InformationSettings settings,
      Receipts receipts,
      PartyId own,
      Instant now,
      Optional<Instant> silentSince) {
    this.settings = settings;
    this.receipts = receipts;
    this.own = own;
    this.now = now;
    this.silentSince = silentSince;
  }

  /// What this clock says.
  public Instant now() {
    return now;
  }

  /// The times of a request.
  ///
  /// @param since when it began to run
  /// @param limit when it runs out; empty while the clock stands
  /// @param due the same, put off
  /// @param left what is left while it stands
  private record Times(
      Optional<Instant> since,
      Optional<Instant> limit,
      Optional<Instant> due,
      Optional<Duration> left) {
    static final Times NOT_BEGUN =
        new Times(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// When the answer to `request` is due and how that stands. O(what was said about it).
  public InformationDeadline deadline(InformationRequest request) {
    Times times =
        had(request.id(), request.to()).map(since -> times(request, since)).orElse(Times.NOT_BEGUN);
    return new InformationDeadline(
        request.id(),
        request.to(),
        times.since(),
        times.limit(),
        times.due(),
        times.left(),
        status(request, times));
  }

  // ---- when it is due -------------------------------------------------------------------------

  private Times times(InformationRequest request, Instant since) {
    Instant limit = since.plus(allowed(request, since));
    for (Clarification clarification : request.clarifications().values().toList()) {
      Optional<Instant> stood = had(clarification.asked().entry(), request.by());
      // What is asked back when the time is over already brings nothing back.
      if (stood.isPresent() && stood.get().isBefore(limit)) {
        Optional<Instant> again =
            clarification.given().flatMap(given -> had(given.entry(), request.to()));
        Duration left = Duration.between(stood.get(), limit);
        if (again.isEmpty()) {
          return new Times(
              Optional.of(since), Optional.empty(), Optional.empty(), Optional.of(left));
        }
        Instant on = again.get().isAfter(stood.get()) ? again.get() : stood.get();
        limit = on.plus(left);
      }
    }
    return new Times(
        Optional.of(since), Optional.of(limit), Optional.of(due(request, limit)), Optional.empty());
  }

  /// That the desk has to ask others lengthens the time only if it says so while the shorter one
  /// runs.
  private Duration allowed(InformationRequest request, Instant since) {
    if (!request.isUrgent()) {
      return settings.ordinary();
    }
    Instant shorter = since.plus(settings.urgentDirect());
    boolean isIndirect =
        request
            .received()
            .filter(word -> word.said().access().equals(Optional.of(Access.INDIRECT)))
            .filter(word -> !word.at().isAfter(shorter))
            .isPresent();
    return isIndirect ? settings.urgentIndirect() : settings.urgentDirect();
  }

  /// An answer is put off as long as it is not overdue, and only to a later time.
  private static Instant due(InformationRequest request, Instant limit) {
    Instant due = limit;
    for (Word<InformationFact.Deferred> deferral : request.deferrals().values().toList()) {
      boolean isInTime = !deferral.at().isAfter(due);
      due = isInTime && deferral.said().until().isAfter(due) ? deferral.said().until() : due;
    }
    return due;
  }

  private Optional<Instant> had(EntryId entry, PartyId by) {
    return receipts.received(entry, by).notAfter();
  }

  // ---- how that stands ------------------------------------------------------------------------

  private InformationDeadline.Status status(InformationRequest request, Times times) {
    return switch (request.stage()) {
      case ANSWERED -> judged(request, request.lastAnswer().orElseThrow(), times);
      case WITHDRAWN -> InformationDeadline.Status.WITHDRAWN;
      case ASKED, RECEIVED, CLARIFYING -> open(request, times);
    };
  }

  private InformationDeadline.Status judged(
      InformationRequest request, Word<InformationFact.Answered> answer, Times times) {
    if (times.left().isPresent()) {
      return InformationDeadline.Status.IN_TIME;
    }
    if (times.due().isEmpty()) {
      return InformationDeadline.Status.UNPROVEN;
    }
    Instant due = times.due().get();
    TimeBracket there = receipts.received(answer.entry(), request.by());
    boolean isLate =
        answer.at().isAfter(due) || there.notBefore().filter(due::isBefore).isPresent();
    if (isLate) {
      return InformationDeadline.Status.LATE;
    }
    return there.notAfter().filter(end -> !end.isAfter(due)).isPresent()
        ? InformationDeadline.Status.IN_TIME
        : InformationDeadline.Status.UNPROVEN;
  }

  private InformationDeadline.Status open(InformationRequest request, Times times) {
    boolean isOwn = request.to().equals(own);
    if (times.left().isPresent()) {
      return InformationDeadline.Status.PAUSED;
    }
    if (times.due().isEmpty()) {
      return InformationDeadline.Status.NOT_DELIVERED;
    }
    Instant due = times.due().get();
    if (due.isAfter(now)) {
      return !isOwn && silentSince.isPresent()
          ? InformationDeadline.Status.CANNOT_BE_JUDGED
          : InformationDeadline.Status.RUNNING;
    }
    boolean isUnseen = !isOwn && silentSince.filter(due::isAfter).isPresent();
    return isUnseen
        ? InformationDeadline.Status.CANNOT_BE_JUDGED
        : InformationDeadline.Status.OVERDUE;
  }
}
