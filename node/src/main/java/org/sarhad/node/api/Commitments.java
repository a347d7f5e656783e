package org.sarhad.node.api;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.sarhad.core.commitments.ClosureTerms;
import org.sarhad.core.commitments.Commitment;
import org.sarhad.core.commitments.CommitmentActs;
import org.sarhad.core.commitments.CommitmentFact;
import org.sarhad.core.commitments.CommitmentId;
import org.sarhad.core.commitments.CommitmentSettings;
import org.sarhad.core.commitments.CommitmentsState;
import org.sarhad.core.commitments.MatrixRow;
import org.sarhad.core.commitments.Measure;
import org.sarhad.core.commitments.Quantity;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.Word;
import org.sarhad.node.api.view.CommitmentViews;

/// The register of commitments as the contract shows it: all that is known, and of each whether it
/// can still turn out otherwise.
final class Commitments {
  /// What asks for attention first, and of that what nobody has spoken of for longest.
  private static final Comparator<MatrixRow> GRAVEST_FIRST =
      Comparator.comparing(MatrixRow::condition)
          .thenComparing(MatrixRow::silence)
          .reversed()
          .thenComparing(row -> row.commitment().id());

  private final Lens lens;
  private final CommitmentsState agreed;
  private final CommitmentsState expected;
  private final Sayings sayings;

  Commitments(Lens lens) {
    this.lens = lens;
    this.agreed = lens.view().agreed().commitments();
    this.expected = lens.view().expected().commitments();
    this.sayings = new Sayings(lens);
  }

  /// When silence is shown as such here.
  static CommitmentSettings settings() {
    return CommitmentSettings.defaults();
  }

  /// All of them, the gravest first. O(n log n).
  List<MatrixRow> all() {
    return expected.matrix(lens.now(), settings()).stream().sorted(GRAVEST_FIRST).toList();
  }

  /// Whether nothing was said of it for so long.
  static boolean isSilentFor(MatrixRow row, int days) {
    return row.silence().compareTo(Duration.ofDays(days)) >= 0;
  }

  /// How many rows of each word, every word of `type` named.
  static <E extends Enum<E>> SortedMap<String, Integer> counts(
      List<MatrixRow> rows, Class<E> type, Function<MatrixRow, E> word) {
    var counts = new TreeMap<String, Integer>();
    Codes.lower(type).keySet().forEach(code -> counts.put(code, 0));
    rows.forEach(row -> counts.merge(Codes.of(word.apply(row)), 1, Integer::sum));
    return counts;
  }

  /// The row of commitment `id`, if there is one.
  Optional<MatrixRow> find(CommitmentId id) {
    return expected.commitment(id).map(this::row);
  }

  /// The row of `commitment`, which is known.
  MatrixRow row(Commitment commitment) {
    return MatrixRow.of(commitment, expected.parties(), lens.now(), settings());
  }

  CommitmentViews.CommitmentView view(MatrixRow row) {
    var commitment = row.commitment();
    var terms = commitment.terms();
    return new CommitmentViews.CommitmentView(
        lens.entryName(commitment.id().entry()),
        commitment.id().number(),
        commitment.id().entry().toString(),
        Sayings.texts(terms.title()),
        terms.subject(),
        Sayings.names(terms.owners()),
        Sayings.names(terms.beneficiaries()),
        terms.due().map(DueDate::toString),
        terms.due().map(DueDate::over),
        measure(terms.measure()),
        terms
            .source()
            .map(source -> new CommitmentViews.SourceView(source.day().toString(), source.where())),
        Codes.of(commitment.standing()),
        registeredBy(commitment),
        commitment.made().at(),
        Codes.of(commitment.stage()),
        Codes.of(row.condition()),
        agreed.commitment(commitment.id()).equals(Optional.of(commitment)),
        commitment.lastSaid(),
        row.cells().entrySet().stream().map(cell -> cell(cell.getKey(), cell.getValue())).toList(),
        commitment
            .end()
            .map(
                end ->
                    new CommitmentViews.EndView(
                        lens.entryName(end.entry()),
                        end.at(),
                        end.said().act().map(lens::entryName))));
  }

  private static Optional<String> registeredBy(Commitment commitment) {
    return switch (commitment.made().said()) {
      case Commitment.Maker.ByAct _ -> Optional.empty();
      case Commitment.Maker.ByRegistration(PartyId party) -> Optional.of(party.value());
    };
  }

  private static CommitmentViews.MeasureView measure(Measure measure) {
    return switch (measure) {
      case Measure.Described(var text) ->
          new CommitmentViews.MeasureView(Optional.of(Sayings.texts(text)), Optional.empty());
      case Measure.Counted(Quantity quantity) ->
          new CommitmentViews.MeasureView(Optional.empty(), Optional.of(view(quantity)));
    };
  }

  private static CommitmentViews.QuantityView view(Quantity quantity) {
    return new CommitmentViews.QuantityView(quantity.amount(), quantity.unit());
  }

  private CommitmentViews.CellView cell(PartyId party, MatrixRow.Cell cell) {
    return new CommitmentViews.CellView(
        party.value(),
        cell.isOwner(),
        cell.isBeneficiary(),
        cell.isAcknowledged(),
        cell.word().map(this::word));
  }

  private CommitmentViews.WordView word(Word<CommitmentFact.Statement> word) {
    var said = word.said();
    var extent =
        said instanceof CommitmentFact.ProgressStated progress
            ? progress.extent()
            : Optional.<CommitmentFact.Extent>empty();
    return new CommitmentViews.WordView(
        lens.entryName(word.entry()),
        word.at(),
        switch (said) {
          case CommitmentFact.ProgressStated _ -> "progress";
          case CommitmentFact.Disputed _ -> "disputed";
          case CommitmentFact.FulfilledStated _ -> "fulfilled";
        },
        said.ofTime(),
        extent.flatMap(
            much ->
                much instanceof CommitmentFact.Extent.Percent(int percent)
                    ? Optional.of(percent)
                    : Optional.empty()),
        extent.flatMap(
            much ->
                much instanceof CommitmentFact.Extent.Amount(Quantity quantity)
                    ? Optional.of(view(quantity))
                    : Optional.empty()),
        Sayings.texts(said.remarks().text()),
        sayings.named(said.remarks().evidence()));
  }

  /// The commitment with everything that was said of it, and what would close it.
  CommitmentViews.Detail detail(MatrixRow row) {
    var id = row.commitment().id();
    return new CommitmentViews.Detail(
        view(row),
        sayings.history(row.commitment().mentions()),
        sayings.acts(CommitmentActs.COMMITMENT_CLOSED, terms -> closes(terms, id)));
  }

  private static boolean closes(Json.Obj terms, CommitmentId id) {
    try {
      return ClosureTerms.fromJson(terms).commitment().equals(id);
    } catch (MalformedJsonException _) {
      return false;
    }
  }
}
