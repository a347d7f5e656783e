package org.sarhad.core.inquiry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.party.PartyId;

/// Makes the rows of a board.
///
/// @param sides in the order of the columns
/// @param names which names mean the same
/// @param joint what the sides do together
/// @param findings those in force, oldest first
/// @param asked all questions, oldest first
/// @param now the time of the board
record RowMaker(
    List<PartyId> sides,
    Aliases names,
    JointWork joint,
    List<AgreedAct> findings,
    List<Asked> asked,
    Instant now) {

  /// A question, as far as rows need it.
  record Asked(Property property, PartyId to, Stamp by) {
    static Asked of(Question question) {
      return new Asked(question.said().property(), question.said().to(), question.asked());
    }
  }

  BoardRow row(Subject subject, List<Claim> claims) {
    List<Joint.Found> found = found(subject);
    List<Standing> standings =
        sides.stream().map(side -> Standing.of(side, claims, names)).toList();
    return new BoardRow(
        subject,
        state(found, standings),
        since(subject, claims, found),
        standings.stream().map(standing -> cell(subject, standing)).toList(),
        claims.stream().filter(claim -> !claim.says().isOwn()).map(Said::of).toList(),
        bars(claims),
        new Joint(found, overlap(standings), envelope(claims, false), envelope(claims, true)));
  }

  // ---- how the sides stand --------------------------------------------------------------------

  private static RowState state(List<Joint.Found> found, List<Standing> standings) {
    if (!found.isEmpty()) {
      return switch (found.getLast().item().outcome()) {
        case Outcome.AgreedValue _, Outcome.AgreedRange _ -> RowState.AGREED;
        case Outcome.Differ _ -> RowState.DISPUTED;
        case Outcome.NeitherEstablished _ -> RowState.UNVERIFIED;
      };
    }
    RowState state = RowState.AGREED;
    for (int i = 0; i < standings.size(); i++) {
      for (int j = i + 1; j < standings.size(); j++) {
        state = state.and(standings.get(i).with(standings.get(j)));
      }
    }
    return state;
  }

  // ---- cells ----------------------------------------------------------------------------------

  private Cell cell(Subject subject, Standing standing) {
    boolean isSilent =
        standing.own().stream().noneMatch(Claim::isStanding)
            && standing.answers().stream()
                .noneMatch(answer -> answer.position().stance().isAnswer());
    Optional<Cell.Silence> silence =
        isSilent
            ? Optional.of(new Cell.Silence(now, askedAt(subject, standing.side())))
            : Optional.empty();
    return new Cell(
        standing.side(),
        standing.own().stream().map(Said::of).toList(),
        standing.answers(),
        silence);
  }

  private Optional<Instant> askedAt(Subject subject, PartyId side) {
    return asked.stream()
        .filter(a -> a.property() == subject.property() && a.to().equals(side))
        .findFirst()
        .map(a -> a.by().time());
  }

  private Instant since(Subject subject, List<Claim> claims, List<Joint.Found> found) {
    return Stream.of(
            claims.stream().map(Claim::stated),
            asked.stream().filter(a -> a.property() == subject.property()).map(Asked::by),
            found.stream().map(f -> f.act().moved()))
        .flatMap(stamps -> stamps)
        .min(Comparator.comparingLong(Stamp::place))
        .map(Stamp::time)
        .orElse(now);
  }

  // ---- ranges ---------------------------------------------------------------------------------

  private static List<Bar> bars(List<Claim> claims) {
    List<Bar> bars = new ArrayList<>();
    for (Claim claim : claims) {
      Statement says = claim.says();
      Optional<Long> best =
          says.value() instanceof Value.Quantity quantity ? quantity.best() : Optional.empty();
      says.value()
          .span()
          .ifPresent(
              span ->
                  bars.add(
                      new Bar(
                          claim.id(),
                          claim.by(),
                          says.provenance().behalf(),
                          span,
                          best,
                          says.asOf(),
                          claim.isStanding())));
    }
    return bars;
  }

  private static Optional<Span> overlap(List<Standing> standings) {
    List<List<Span>> held =
        standings.stream()
            .map(standing -> standing.held().stream().flatMap(v -> v.span().stream()).toList())
            .filter(spans -> !spans.isEmpty())
            .toList();
    if (held.size() < 2) {
      return Optional.empty();
    }
    Optional<Span> overlap = Optional.of(Span.atLeast(Long.MIN_VALUE));
    for (Span span : held.stream().flatMap(List::stream).toList()) {
      overlap = overlap.flatMap(span::overlap);
    }
    return overlap;
  }

  private static Optional<Spread> envelope(List<Claim> claims, boolean isOfAll) {
    return Spread.of(
        claims.stream()
            .filter(claim -> isOfAll || claim.isStanding())
            .flatMap(claim -> claim.says().value().span().stream()));
  }

  // ---- findings -------------------------------------------------------------------------------

  private List<Joint.Found> found(Subject subject) {
    List<Joint.Found> found = new ArrayList<>();
    for (AgreedAct act : findings) {
      for (FindingTerms.Item item : BoardMaker.itemsOf(act)) {
        if (item.subject().equals(subject)) {
          found.add(new Joint.Found(act, item, dissents(act, subject)));
        }
      }
    }
    return found;
  }

  private List<Dissent> dissents(AgreedAct act, Subject subject) {
    return joint.dissentsFrom(act.id()).stream()
        .filter(dissent -> dissent.said().property().filter(p -> p != subject.property()).isEmpty())
        .toList();
  }
}
