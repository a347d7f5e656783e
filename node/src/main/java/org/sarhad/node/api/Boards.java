package org.sarhad.node.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.inquiry.AliasTerms;
import org.sarhad.core.inquiry.Bar;
import org.sarhad.core.inquiry.Board;
import org.sarhad.core.inquiry.BoardRow;
import org.sarhad.core.inquiry.Cell;
import org.sarhad.core.inquiry.Claim;
import org.sarhad.core.inquiry.Joint;
import org.sarhad.core.inquiry.MatterFact;
import org.sarhad.core.inquiry.MatterFile;
import org.sarhad.core.inquiry.Meter;
import org.sarhad.core.inquiry.PositionDue;
import org.sarhad.core.inquiry.Said;
import org.sarhad.core.inquiry.SceneClock;
import org.sarhad.core.inquiry.SealedClaim;
import org.sarhad.core.inquiry.Span;
import org.sarhad.core.inquiry.Spread;
import org.sarhad.core.inquiry.Subject;
import org.sarhad.core.time.UtcTime;
import org.sarhad.node.api.view.GeoViews;
import org.sarhad.node.api.view.MatterViews;
import org.sarhad.node.paper.QrSymbol;

/// A board as the contract shows it: rows, columns and order exactly as the core makes them. Only
/// how much of a very long cell is sent at once is decided here, by one number that is the same for
/// every side; the rest has a page of its own.
final class Boards {
  /// Claims, and answers, of one cell that are sent with a board: the newest.
  static final int CELL_MAX = 20;

  /// Bars of one row.
  static final int BARS_MAX = 100;

  /// Owed answers, and sealed claims, that are sent with a board.
  static final int LISTED_MAX = 200;

  private final MatterFile file;
  private final Naming naming;
  private final Predicate<SealedClaim> isOpenable;
  private final Claims claims;
  private final JointPages joint;

  /// @param isOpenable whether what it takes to reveal a seal is here
  Boards(MatterFile file, Naming naming, Predicate<SealedClaim> isOpenable) {
    this.file = file;
    this.naming = naming;
    this.isOpenable = isOpenable;
    this.claims = new Claims(file, naming);
    this.joint = new JointPages(file, naming, _ -> Optional.empty(), _ -> Optional.empty());
  }

  /// The matter, with the figures of its board.
  MatterViews.MatterView matter(Board board) {
    Board.Head head = board.head();
    MatterFact.Opened said = head.said();
    return new MatterViews.MatterView(
        naming.entry(file.id()),
        file.id().toString(),
        Codes.of(said.matter()),
        Claims.words(said.title()),
        said.place().map(GeoViews::of),
        said.zone(),
        said.incidents(),
        said.about().map(naming::entry),
        head.hasNoProofOfNotice(),
        file.opened().by().value(),
        file.opened().time(),
        naming.isFinal(file.id()),
        file.closed().values().map(Boards::closing).toList(),
        claims.names(head.linked()),
        file.accounts().claims().size(),
        file.exhibits().items().size(),
        board.meter().counts().stream()
            .map(count -> count(Codes.of(count.key()), count.value()))
            .toList(),
        board.columns().stream()
            .map(
                column -> {
                  var tally = head.seals().get(column.side());
                  return new MatterViews.TallyView(
                      column.side().value(),
                      tally.sealed(),
                      tally.revealed(),
                      tally.late(),
                      tally.lapsed());
                })
            .toList());
  }

  private static MatterViews.ClosingView closing(MatterFile.Closing closing) {
    return new MatterViews.ClosingView(
        closing.said().by().value(), closing.said().time(), Claims.words(closing.reason()));
  }

  private static MatterViews.CountView count(String state, Meter.Count count) {
    return new MatterViews.CountView(state, count.rows(), count.oldest().map(Duration::toSeconds));
  }

  /// The whole board.
  ///
  /// @param basis `final` or `known`: what it was made of
  MatterViews.BoardView view(Board board, String basis) {
    String digest = board.digest().hex();
    return new MatterViews.BoardView(
        matter(board),
        board.head().asOf(),
        basis,
        board.columns().stream()
            .map(
                column ->
                    new MatterViews.ColumnView(
                        String.valueOf(column.badge()), column.side().value()))
            .toList(),
        board.rows().stream().map(this::row).toList(),
        board.nextAgreements().stream().map(row -> row.subject().toString()).toList(),
        board.dues().stream().limit(LISTED_MAX).map(this::due).toList(),
        board.dues().size(),
        board.head().names().stream().map(AliasTerms.OfLabels::labels).toList(),
        board.head().scene().map(Boards::scene),
        seals(board),
        digest,
        symbol(board, digest));
  }

  /// What a print carries: by which two prints can be told to be of one board (09-8.11).
  private static MatterViews.SymbolView symbol(Board board, String digest) {
    String text =
        "sarhad board v1\n%s\n%s\n%s\n"
            .formatted(
                board.head().matter(),
                UtcTime.print(UtcTime.toMillis(board.head().asOf())),
                digest);
    QrSymbol symbol = QrSymbol.of(text);
    return new MatterViews.SymbolView(text, symbol.modules(), symbol.bits().base64());
  }

  private List<MatterViews.SealView> seals(Board board) {
    return file.accounts()
        .seals()
        .values()
        .sorted(Comparator.comparingLong((SealedClaim seal) -> seal.sealed().place()).reversed())
        .limit(LISTED_MAX)
        .map(seal -> seal(seal, board))
        .toList();
  }

  private MatterViews.SealView seal(SealedClaim seal, Board board) {
    EntryId entry = seal.sealed().entry();
    return new MatterViews.SealView(
        naming.entry(entry),
        entry.toString(),
        seal.sealed().by().value(),
        seal.sealed().time(),
        seal.said().revealBy(),
        seal.said().commitment().hex(),
        Codes.of(seal.stage(board.head().asOf())),
        seal.shown().map(shown -> shown.time()),
        seal.shown().isEmpty() && isOpenable.test(seal),
        naming.isFinal(entry));
  }

  // ---- rows -----------------------------------------------------------------------------------

  private MatterViews.RowView row(BoardRow row) {
    Subject subject = row.subject();
    return new MatterViews.RowView(
        subject.toString(),
        subject.property().code(),
        subject.unit().map(Codes::of),
        subject.category().map(Codes::of),
        Codes.of(subject.property().type()),
        Codes.of(row.state()),
        row.since(),
        row.cells().stream().map(this::cell).toList(),
        newest(row.third(), CELL_MAX).stream().map(Said::claim).map(claims::said).toList(),
        earlier(row.third(), CELL_MAX),
        newest(row.bars(), BARS_MAX).stream().map(this::bar).toList(),
        earlier(row.bars(), BARS_MAX),
        joint(row.joint()));
  }

  private static <T> List<T> newest(List<T> all, int max) {
    return all.subList(earlier(all, max), all.size());
  }

  private static int earlier(List<?> all, int max) {
    return Math.max(0, all.size() - max);
  }

  private MatterViews.CellView cell(Cell cell) {
    return new MatterViews.CellView(
        cell.side().value(),
        newest(cell.said(), CELL_MAX).stream().map(Said::claim).map(claims::said).toList(),
        earlier(cell.said(), CELL_MAX),
        newest(cell.answers(), CELL_MAX).stream().map(this::answer).toList(),
        earlier(cell.answers(), CELL_MAX),
        cell.silence()
            .map(silence -> new MatterViews.SilenceView(silence.asOf(), silence.asked())));
  }

  private MatterViews.AnswerView answer(Cell.Answer answer) {
    return new MatterViews.AnswerView(
        naming.entry(answer.claim()),
        answer.claimant().value(),
        claims.position(answer.position(), true));
  }

  private MatterViews.BarView bar(Bar bar) {
    List<String> sources = new ArrayList<>();
    file.accounts()
        .find(bar.claim())
        .map(Claim::says)
        .ifPresent(says -> says.provenance().sources().forEach(one -> sources.add(one.name())));
    return new MatterViews.BarView(
        naming.entry(bar.claim()),
        bar.by().value(),
        Codes.of(bar.behalf()),
        List.copyOf(sources),
        bar.span().low(),
        bar.span().high(),
        bar.best(),
        bar.asOf(),
        bar.isStanding());
  }

  private MatterViews.JointView joint(Joint found) {
    return new MatterViews.JointView(
        found.found().stream()
            .map(
                one ->
                    new MatterViews.FoundView(
                        naming.entry(one.act().id()),
                        one.act().version(),
                        one.act().moved().time(),
                        joint.item(one.item()),
                        one.dissents().stream().map(joint::dissent).toList()))
            .toList(),
        found.overlap().map(Boards::span),
        found.envelope().map(Boards::spread),
        found.everSaid().map(Boards::spread));
  }

  private static MatterViews.SpanView span(Span span) {
    return new MatterViews.SpanView(span.low(), span.high());
  }

  private static MatterViews.SpreadView spread(Spread spread) {
    return new MatterViews.SpreadView(spread.low(), spread.high(), spread.isOpenAbove());
  }

  // ---- what is owed ---------------------------------------------------------------------------

  private MatterViews.DueView due(PositionDue due) {
    Claim claim = file.accounts().find(due.claim()).orElseThrow();
    return new MatterViews.DueView(
        naming.entry(due.claim()),
        claim.by().value(),
        claim.says().subject().toString(),
        due.by().value(),
        due.due(),
        due.isOverdue());
  }

  private static MatterViews.SceneView scene(SceneClock clock) {
    return new MatterViews.SceneView(
        clock.keptUntil(), clock.visitDue(), clock.isVisitProposed(), clock.isOverdue());
  }
}
