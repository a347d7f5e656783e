package org.sarhad.core.modalities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.modalities.Docs.binding;
import static org.sarhad.core.modalities.Docs.plain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.json.Json;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Sides;

/// What is different between two documents: protocol clause 08-9.1.
class DiffTest {
  private static final Binding TELL_15 = ClockSettings.TELL_PEER.to(Duration.ofMinutes(15));
  private static final Binding TELL_20 = ClockSettings.TELL_PEER.to(Duration.ofMinutes(20));

  @Test
  void equalDocumentsHaveNoDifference() {
    Document document = doc(plain("1", "Purpose"), binding("2", TELL_15));

    assertThat(Diff.of(document, document).isEmpty()).isTrue();
  }

  @Test
  void ofAFirstDocumentEveryClauseIsNew() {
    Document document = doc(plain("1", "Purpose"), binding("2", TELL_15));

    assertThat(Diff.ofFirst(document).changes())
        .containsExactlyElementsOf(
            document.clauses().stream().map(ClauseChange.Added::new).toList());
  }

  @Test
  void aValueIsChanged() {
    assertThat(diff(doc(binding("2", TELL_15)), doc(binding("2", TELL_20))))
        .containsExactly(
            new ClauseChange.Rebound(number("2"), Optional.of(TELL_15), Optional.of(TELL_20)));
  }

  @Test
  void aClauseThatBindsTheSameIsTheSameWhereverItStands() {
    assertThat(
            diff(
                doc(binding("2", TELL_15), plain("3", "Costs")),
                doc(plain("3", "Costs"), binding("7.1", TELL_20))))
        .containsExactly(
            new ClauseChange.Moved(number("2"), number("7.1")),
            new ClauseChange.Rebound(number("7.1"), Optional.of(TELL_15), Optional.of(TELL_20)));
  }

  @Test
  void whatANewClausePushesDownHasMoved() {
    assertThat(
            diff(
                doc(plain("1", "Purpose"), plain("2", "Costs"), plain("3", "Review")),
                doc(
                    plain("1", "Purpose"),
                    plain("2", "Patrols"),
                    plain("3", "Costs"),
                    plain("4", "Review"))))
        .containsExactly(
            new ClauseChange.Added(plain("2", "Patrols")),
            new ClauseChange.Moved(number("2"), number("3")),
            new ClauseChange.Moved(number("3"), number("4")));
  }

  @Test
  void wordsAreComparedInEachLanguage() {
    Clause before = plain("1", "Purpose");
    Clause after =
        new Clause(
            number("1"),
            before.heading(),
            Optional.of(Docs.words("Purpose", "متن هدف")),
            Optional.empty());

    assertThat(diff(doc(before), doc(after)))
        .containsExactly(
            new ClauseChange.Reworded(
                number("1"),
                ClauseChange.Part.TEXT,
                "fa",
                Optional.of("متن Purpose"),
                Optional.of("متن هدف")));
  }

  @Test
  void aHeadingThatGoesIsSaidInEachLanguage() {
    Clause before = plain("1", "Purpose");
    Clause after = new Clause(number("1"), Optional.empty(), before.text(), Optional.empty());

    assertThat(diff(doc(before), doc(after)))
        .containsExactly(reworded("en", "About Purpose"), reworded("fa", "دربارهٔ Purpose"));
  }

  private static ClauseChange reworded(String language, String from) {
    return new ClauseChange.Reworded(
        number("1"), ClauseChange.Part.HEADING, language, Optional.of(from), Optional.empty());
  }

  @Test
  void aClauseIsRemoved() {
    assertThat(diff(doc(plain("1", "Purpose"), plain("2", "Costs")), doc(plain("1", "Purpose"))))
        .containsExactly(new ClauseChange.Removed(plain("2", "Costs")));
  }

  @Test
  void aClauseBeginsToBindAndCeases() {
    Clause unbound =
        new Clause(
            number("1"), Optional.empty(), Optional.of(Docs.words("x", "x")), Optional.empty());
    Clause bound = new Clause(number("1"), Optional.empty(), unbound.text(), Optional.of(TELL_15));

    assertThat(diff(doc(unbound), doc(bound)))
        .containsExactly(
            new ClauseChange.Rebound(number("1"), Optional.empty(), Optional.of(TELL_15)));
    assertThat(diff(doc(bound), doc(unbound)))
        .containsExactly(
            new ClauseChange.Rebound(number("1"), Optional.of(TELL_15), Optional.empty()));
  }

  @Test
  void theDocumentItselfIsAmended() {
    Document before = doc(plain("1", "Purpose"));
    Document after =
        new Document(
            1,
            2,
            before.languages(),
            Docs.words("New modalities", "ترتیبات"),
            before.clauses(),
            Optional.of(Sides.EIGHT),
            before.reviewBy());

    assertThat(Diff.of(before, after).changes())
        .containsExactly(
            new ClauseChange.Amended(
                "in_force_from",
                Optional.empty(),
                Optional.of(Json.of("2019-04-22T08:00:00.123Z"))),
            new ClauseChange.Amended(
                "title",
                Optional.of(before.title().toJson()),
                Optional.of(after.title().toJson())));
  }

  /// However clauses are shuffled, added and dropped: each clause of both documents is accounted
  /// for exactly once, and what is named as unchanged is.
  @Test
  void everyClauseIsAccountedFor() {
    Seeded.check(
        100,
        random -> {
          List<Clause> older = new ArrayList<>();
          List<Clause> newer = new ArrayList<>();
          IntStream.rangeClosed(1, 12)
              .forEach(
                  i -> {
                    older.add(plain("" + i, "Text " + random.nextInt(8)));
                    newer.add(plain("" + i, "Text " + random.nextInt(8)));
                  });
          older.subList(random.nextInt(12), 12).clear();
          newer.subList(random.nextInt(12), 12).clear();
          if (older.isEmpty() || newer.isEmpty()) {
            return;
          }
          List<ClauseChange> changes = Diff.of(doc(older), doc(newer)).changes();
          TreeSet<ClauseNumber> gone = new TreeSet<>();
          int added = 0;
          for (ClauseChange change : changes) {
            switch (change) {
              case ClauseChange.Added(Clause clause) -> {
                assertThat(newer).contains(clause);
                added++;
              }
              case ClauseChange.Removed(Clause clause) -> {
                assertThat(older).contains(clause);
                assertThat(gone.add(clause.number())).isTrue();
              }
              case ClauseChange.Moved(ClauseNumber from, ClauseNumber _) ->
                  assertThat(gone).doesNotContain(from);
              case ClauseChange.Reworded _, ClauseChange.Rebound _, ClauseChange.Amended _ -> {
                // About a clause that is in both.
              }
            }
          }
          assertThat(newer.size() - added).isEqualTo(older.size() - gone.size());
          assertThat(Diff.of(doc(newer), doc(newer)).isEmpty()).isTrue();
        });
  }

  private static List<ClauseChange> diff(Document older, Document newer) {
    return Diff.of(older, newer).changes();
  }

  private static Document doc(Clause... clauses) {
    return doc(Arrays.asList(clauses));
  }

  private static Document doc(List<Clause> clauses) {
    return Docs.document(1, Optional.empty(), clauses);
  }

  private static ClauseNumber number(String text) {
    return ClauseNumber.parse(text);
  }
}
