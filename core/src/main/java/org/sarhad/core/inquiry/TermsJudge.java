package org.sarhad.core.inquiry;

import static org.sarhad.core.inquiry.Sight.earlier;
import static org.sarhad.core.inquiry.Sight.when;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// The objections to the terms of a joint act (protocol clauses 09-6, 09-7). Who has to sign it,
/// and whether they did, is the acts' business.
///
/// @param settings of the modalities in force where the act was proposed
record TermsJudge(Sight sight, InquirySettings settings) {
  Optional<InquiryRefusal> objection(ActFact.Proposed proposed, InquiryTerms terms) {
    return switch (terms) {
      case AliasTerms.OfMatters(List<EntryId> matters) -> first(matters, sight::toMatter);
      case AliasTerms.OfLabels(EntryId matter, List<String> _) -> sight.toMatter(matter);
      case FindingTerms finding -> toFinding(finding);
      case VisitTerms visit ->
          sight
              .toMatter(visit.matter())
              .or(
                  () ->
                      first(
                          Stream.concat(
                                  Stream.of(visit.host()),
                                  visit.experts().stream().map(VisitTerms.Experts::side))
                              .toList(),
                          sight::toSide))
              .or(() -> when(visit.most() > settings.visitors(), InquiryRefusal.TOO_MANY_VISITORS));
      case MinutesTerms minutes -> toMinutes(proposed, minutes);
    };
  }

  private Optional<InquiryRefusal> toFinding(FindingTerms finding) {
    Stream<PartyId> named =
        Stream.concat(
            finding.remedies().stream().map(FindingTerms.Remedy::owner),
            finding.items().stream()
                .flatMap(item -> found(item).stream().map(Outcome.SideValue::side)));
    List<PartyId> sides = named.toList();
    return earlier(
            sight.toMatter(finding.matter()),
            first(finding.items(), item -> toItem(finding.matter(), item)))
        .or(() -> first(sides, sight::toSide))
        .or(() -> first(finding.items(), this::toOthers))
        .or(() -> first(finding.items(), this::toValues));
  }

  /// To what an item rests on.
  private Optional<InquiryRefusal> toItem(EntryId matter, FindingTerms.Item item) {
    return first(
        item.restsOn(),
        ground ->
            sight
                .toRef(
                    ground,
                    sight.state().claim(ground).isPresent()
                        || sight.state().exhibit(ground).isPresent(),
                    InquiryRefusal.GROUND_UNKNOWN)
                .or(() -> sight.toBelonging(ground, matter)));
  }

  private Optional<InquiryRefusal> toOthers(FindingTerms.Item item) {
    return when(
        claims(item).anyMatch(claim -> claim.says().property() != item.subject().property()),
        InquiryRefusal.OTHER_SUBJECT);
  }

  /// Each side's value of findings that differ is one it claimed itself: its own words, verbatim.
  private Optional<InquiryRefusal> toValues(FindingTerms.Item item) {
    return when(
        found(item).stream().anyMatch(value -> claims(item).noneMatch(c -> isOf(c, value))),
        InquiryRefusal.VALUE_NOT_THEIRS);
  }

  private static boolean isOf(Claim claim, Outcome.SideValue found) {
    return claim.by().equals(found.side())
        && claim.says().isOwn()
        && claim.says().value().equals(found.value());
  }

  private static List<Outcome.SideValue> found(FindingTerms.Item item) {
    return item.outcome() instanceof Outcome.Differ(List<Outcome.SideValue> values)
        ? values
        : List.of();
  }

  private Stream<Claim> claims(FindingTerms.Item item) {
    return item.restsOn().stream().flatMap(ground -> sight.state().claim(ground).stream());
  }

  private Optional<InquiryRefusal> toMinutes(ActFact.Proposed proposed, MinutesTerms minutes) {
    EntryId id = minutes.visit();
    Optional<MatterFile> file = sight.state().findFile(id);
    boolean isInForce =
        file.flatMap(known -> known.joint().visit(id))
            .filter(visit -> visit.act().isInForce())
            .isPresent();
    EntryId matter = file.map(MatterFile::id).orElse(id);
    return earlier(
            sight.toRef(id, isInForce, InquiryRefusal.VISIT_UNKNOWN),
            sight.toExhibits(matter, minutes.exhibits()))
        .or(
            () ->
                when(
                    proposed.supersedes().isEmpty()
                        && file.orElseThrow().joint().minutesOf(id).isPresent(),
                    InquiryRefusal.MINUTES_AGREED));
  }

  private static <T> Optional<InquiryRefusal> first(
      List<T> items, Function<T, Optional<InquiryRefusal>> objection) {
    Optional<InquiryRefusal> first = Optional.empty();
    for (T item : items) {
      first = earlier(first, objection.apply(item));
    }
    return first;
  }
}
