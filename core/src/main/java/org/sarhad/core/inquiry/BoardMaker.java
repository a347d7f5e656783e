package org.sarhad.core.inquiry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.party.PartyId;

/// Makes a board of what was said in a matter. It walks over the claims once, and over each row a
/// few times for each side.
record BoardMaker(MatterFile file, List<PartyId> sides, BoardView view) {

  Board board() {
    List<AgreedAct> findings = file.joint().findings().toList();
    List<RowMaker.Asked> asked =
        file.accounts().questions().values().map(RowMaker.Asked::of).toList();
    RowMaker maker =
        new RowMaker(
            sides, Aliases.of(file.joint().inForce()), file.joint(), findings, asked, view.now());
    List<BoardRow> rows = new ArrayList<>();
    bySubject(findings).forEach((subject, claims) -> rows.add(maker.row(subject, claims)));
    rows.sort(Comparator.comparing(BoardRow::state).thenComparing(BoardRow::subject));
    return new Board(head(), columns(), rows, Meter.of(rows, view.now()), dues());
  }

  private Board.Head head() {
    PersistentMap<PartyId, SealTally> seals = PersistentMap.empty();
    for (PartyId side : sides) {
      Stream<SealedClaim> own =
          file.accounts().seals().values().filter(seal -> seal.sealed().by().equals(side));
      seals = seals.put(side, SealTally.of(own, view.now()));
    }
    List<AliasTerms.OfLabels> names =
        file.joint()
            .inForce()
            .flatMap(
                act ->
                    act.terms() instanceof AliasTerms.OfLabels linked
                        ? Stream.of(linked)
                        : Stream.empty())
            .toList();
    return new Board.Head(
        file.id(),
        file.said(),
        view.now(),
        file.joint().linkedTo(file.id()),
        names,
        seals,
        sides.stream().filter(file.closed()::containsKey).toList(),
        SceneClock.of(file, view));
  }

  private List<Board.Column> columns() {
    List<Board.Column> columns = new ArrayList<>();
    for (PartyId side : sides) {
      columns.add(new Board.Column((char) ('A' + columns.size()), side));
    }
    return columns;
  }

  /// The claims of each row, in the order of the record; a row without claims where only a question
  /// was asked or only a finding speaks.
  private NavigableMap<Subject, List<Claim>> bySubject(List<AgreedAct> findings) {
    NavigableMap<Subject, List<Claim>> rows = new TreeMap<>();
    file.accounts()
        .claims()
        .values()
        .forEach(
            claim ->
                rows.computeIfAbsent(claim.says().subject(), _ -> new ArrayList<>()).add(claim));
    for (AgreedAct finding : findings) {
      itemsOf(finding).forEach(item -> rows.computeIfAbsent(item.subject(), _ -> List.of()));
    }
    for (Question question : file.accounts().questions().values().toList()) {
      Property property = question.said().property();
      if (rows.keySet().stream().noneMatch(subject -> subject.property() == property)) {
        rows.put(Subject.of(property), List.of());
      }
    }
    return rows;
  }

  static Collection<FindingTerms.Item> itemsOf(AgreedAct act) {
    return act.terms() instanceof FindingTerms finding ? finding.items() : List.of();
  }

  private List<PositionDue> dues() {
    List<PositionDue> dues = new ArrayList<>();
    file.accounts()
        .claims()
        .values()
        .filter(claim -> claim.isStanding() && claim.says().isOwn())
        .forEach(
            claim -> {
              for (PartyId side : sides) {
                boolean isAnswered =
                    claim.positionOf(side).filter(p -> p.stance().isAnswer()).isPresent();
                if (!side.equals(claim.by()) && !isAnswered) {
                  dues.add(due(claim, side));
                }
              }
            });
    return dues;
  }

  /// An answer is due from when the claim could be read: a sealed one, from its reveal.
  private PositionDue due(Claim claim, PartyId side) {
    Stamp readable = claim.revealed().orElse(claim.stated());
    Optional<Instant> due =
        view.receipts()
            .receivedBy(readable.entry(), side)
            .map(received -> received.plus(view.settings().positionDue()));
    return new PositionDue(
        claim.id(), side, due, due.filter(until -> view.now().isAfter(until)).isPresent());
  }
}
