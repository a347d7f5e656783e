package org.sarhad.core.inquiry;

import static org.sarhad.core.inquiry.Sight.earlier;
import static org.sarhad.core.inquiry.Sight.when;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;

/// The objections to what is said about exhibits (protocol clause 09-5).
record ExhibitJudge(Sight sight) {
  Optional<InquiryRefusal> objection(ExhibitFact fact) {
    return switch (fact) {
      case ExhibitFact.Registered registered -> toRegistered(registered);
      case ExhibitFact.Released released ->
          sight
              .toExhibit(released.exhibit())
              .or(() -> toReleased(exhibit(released.exhibit()), released));
      case ExhibitFact.Redacted redacted ->
          sight.toExhibit(redacted.of()).or(() -> toHolder(exhibit(redacted.of())));
      case ExhibitFact.CustodyPassed passed ->
          sight.toExhibit(passed.exhibit()).or(() -> toPassed(exhibit(passed.exhibit()), passed));
      case ExhibitFact.AccessRequested requested ->
          sight
              .toExhibit(requested.exhibit())
              .or(() -> toRequested(exhibit(requested.exhibit()), requested));
      case ExhibitFact.AccessAnswered answered -> toAnswered(answered);
    };
  }

  private Optional<InquiryRefusal> toRegistered(ExhibitFact.Registered registered) {
    return earlier(
            sight.toMatter(registered.matter()),
            registered.of().flatMap(of -> toOriginal(of, registered.matter())))
        .or(() -> sight.toOpenMatter(registered.matter()))
        .or(() -> registered.of().flatMap(of -> toHolder(exhibit(of))));
  }

  private Optional<InquiryRefusal> toOriginal(EntryId of, EntryId matter) {
    return sight.toExhibit(of).or(() -> sight.toBelonging(of, matter));
  }

  private Optional<InquiryRefusal> toReleased(Exhibit exhibit, ExhibitFact.Released released) {
    Opening before = exhibit.opening();
    boolean isDescribed = before.description().isPresent();
    Optional<Description> description = before.description().or(released::description);
    boolean isOtherFile =
        released
            .manifest()
            .filter(
                manifest ->
                    description.filter(d -> d.sizeBytes() == manifest.sizeBytes()).isEmpty())
            .isPresent();
    return toHolder(exhibit)
        .or(() -> when(description.isEmpty(), InquiryRefusal.NOT_DESCRIBED))
        .or(
            () ->
                when(
                    isDescribed && released.description().isPresent(),
                    InquiryRefusal.ALREADY_DESCRIBED))
        .or(
            () ->
                when(
                    released.level().compareTo(before.level()) <= 0,
                    InquiryRefusal.LEVEL_NOT_HIGHER))
        .or(() -> when(isOtherFile, InquiryRefusal.MANIFEST_MISFIT));
  }

  private Optional<InquiryRefusal> toPassed(Exhibit exhibit, ExhibitFact.CustodyPassed passed) {
    Instant at = passed.at();
    boolean isOutOfTime =
        at.isAfter(sight.time()) || exhibit.lastPassed().filter(at::isBefore).isPresent();
    return toHolder(exhibit)
        .or(
            () ->
                when(
                    exhibit.custodian().filter(passed.from()::equals).isEmpty(),
                    InquiryRefusal.NOT_CUSTODIAN))
        .or(() -> when(isOutOfTime, InquiryRefusal.CUSTODY_TIME));
  }

  private Optional<InquiryRefusal> toRequested(
      Exhibit exhibit, ExhibitFact.AccessRequested requested) {
    Opening opening = exhibit.opening();
    boolean isKnownToBeOpen =
        requested.wanted().compareTo(opening.level()) <= 0
            && sight.entry().knows(opening.since().entry());
    return when(exhibit.holder().equals(sight.author()), InquiryRefusal.OWN_EXHIBIT)
        .or(() -> when(isKnownToBeOpen, InquiryRefusal.LEVEL_NOT_HIGHER));
  }

  private Optional<InquiryRefusal> toAnswered(ExhibitFact.AccessAnswered answered) {
    EntryId id = answered.request();
    Optional<AccessRequest> request =
        sight.state().findFile(id).flatMap(file -> file.exhibits().requests().find(id));
    return sight
        .toRef(id, request.isPresent(), InquiryRefusal.REQUEST_UNKNOWN)
        .or(() -> toHolder(exhibit(request.orElseThrow().said().exhibit())))
        .or(
            () ->
                when(request.orElseThrow().answer().isPresent(), InquiryRefusal.ALREADY_ANSWERED));
  }

  private Optional<InquiryRefusal> toHolder(Exhibit exhibit) {
    return when(!exhibit.holder().equals(sight.author()), InquiryRefusal.NOT_YOUR_EXHIBIT);
  }

  private Exhibit exhibit(EntryId id) {
    return sight.state().exhibit(id).orElseThrow();
  }
}
