package org.sarhad.core.inquiry;

import static org.sarhad.core.inquiry.Sight.when;

import java.util.Optional;
import org.sarhad.core.entry.EntryId;

/// The objections to what one side says about what the sides do together (protocol clauses 09-6,
/// 09-7).
record JointJudge(Sight sight) {
  Optional<InquiryRefusal> objection(JointFact fact) {
    return switch (fact) {
      case JointFact.PassUsed used ->
          toVisit(used.visit()).or(() -> toPass(visit(used.visit()).orElseThrow(), used));
      case JointFact.MinutesNotAgreed(EntryId visit, Words _) ->
          toVisit(visit)
              .or(
                  () ->
                      when(
                          visit(visit).flatMap(Visit::minutes).isPresent(),
                          InquiryRefusal.MINUTES_AGREED));
      case JointFact.Dissented dissented -> toDissent(dissented);
    };
  }

  private Optional<InquiryRefusal> toVisit(EntryId id) {
    boolean isInForce = visit(id).filter(visit -> visit.act().isInForce()).isPresent();
    return sight.toRef(id, isInForce, InquiryRefusal.VISIT_UNKNOWN);
  }

  private Optional<InquiryRefusal> toPass(Visit visit, JointFact.PassUsed used) {
    VisitTerms terms = visit.terms();
    boolean isOutside =
        used.at().isBefore(terms.window().from())
            || used.at().isAfter(terms.window().to())
            || used.at().isAfter(sight.time());
    return when(!terms.host().equals(sight.author()), InquiryRefusal.NOT_HOST)
        .or(() -> when(visit.pass().isPresent(), InquiryRefusal.PASS_USED))
        .or(() -> when(isOutside, InquiryRefusal.OUTSIDE_WINDOW))
        .or(() -> when(used.experts() > terms.total(), InquiryRefusal.TOO_MANY_EXPERTS));
  }

  private Optional<InquiryRefusal> toDissent(JointFact.Dissented dissented) {
    Optional<FindingTerms> finding =
        sight
            .state()
            .act(dissented.finding())
            .flatMap(
                act ->
                    act.terms() instanceof FindingTerms terms
                        ? Optional.of(terms)
                        : Optional.empty());
    return sight
        .toRef(dissented.finding(), finding.isPresent(), InquiryRefusal.FINDING_UNKNOWN)
        .or(
            () ->
                when(
                    dissented
                        .property()
                        .filter(property -> !isIn(finding.orElseThrow(), property))
                        .isPresent(),
                    InquiryRefusal.OTHER_SUBJECT));
  }

  private static boolean isIn(FindingTerms finding, Property property) {
    return finding.items().stream().anyMatch(item -> item.subject().property() == property);
  }

  private Optional<Visit> visit(EntryId id) {
    return sight.state().findFile(id).flatMap(file -> file.joint().visit(id));
  }
}
