package org.sarhad.node.api;

import java.util.Optional;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.geo.Ring;
import org.sarhad.core.json.Json;
import org.sarhad.core.modalities.AgreedCard;
import org.sarhad.core.modalities.Binding;
import org.sarhad.core.modalities.Clause;
import org.sarhad.core.modalities.ClauseChange;
import org.sarhad.core.modalities.Effect;
import org.sarhad.node.api.view.ComparisonViews;

/// Differences between two documents, and what they would do, in the words of the contract. Typed
/// and without sentences: the consoles word them (protocol clause 08-9).
final class Comparing {
  private Comparing() {}

  // ---- clause by clause -----------------------------------------------------------------------

  static ComparisonViews.Change change(ClauseChange change) {
    return switch (change) {
      case ClauseChange.Added(Clause clause) ->
          new Changed("added").clause(clause.number()).values(none(), Optional.of(clause.toJson()));
      case ClauseChange.Removed(Clause clause) ->
          new Changed("removed")
              .clause(clause.number())
              .values(Optional.of(clause.toJson()), none());
      case ClauseChange.Moved moved ->
          new Changed("moved").clause(moved.to()).was(moved.from()).values(none(), none());
      case ClauseChange.Reworded said ->
          new Changed("reworded")
              .clause(said.clause())
              .in(Codes.of(said.part()), said.language())
              .values(said.from().map(Json::of), said.to().map(Json::of));
      case ClauseChange.Rebound bound ->
          new Changed("rebound")
              .clause(bound.clause())
              .values(bound.from().map(Binding::toJson), bound.to().map(Binding::toJson));
      case ClauseChange.Amended amended ->
          new Changed("amended")
              .member(amended.member())
              .values(amended.from().map(value -> value), amended.to().map(value -> value));
    };
  }

  private static Optional<Object> none() {
    return Optional.empty();
  }

  /// A change that is being put together.
  private static final class Changed {
    private final String what;
    private Optional<String> clause = Optional.empty();
    private Optional<String> was = Optional.empty();
    private Optional<String> part = Optional.empty();
    private Optional<String> language = Optional.empty();
    private Optional<String> member = Optional.empty();

    Changed(String what) {
      this.what = what;
    }

    Changed clause(Object number) {
      clause = Optional.of(number.toString());
      return this;
    }

    Changed was(Object number) {
      was = Optional.of(number.toString());
      return this;
    }

    Changed in(String ofPart, String ofLanguage) {
      part = Optional.of(ofPart);
      language = Optional.of(ofLanguage);
      return this;
    }

    Changed member(String name) {
      member = Optional.of(name);
      return this;
    }

    ComparisonViews.Change values(Optional<?> from, Optional<?> to) {
      return new ComparisonViews.Change(
          what,
          clause,
          was,
          part,
          language,
          member,
          from.map(value -> value),
          to.map(value -> value));
    }
  }

  // ---- what it would do -----------------------------------------------------------------------

  static ComparisonViews.Result effect(Effect effect) {
    return switch (effect) {
      case Effect.ValueChange change ->
          result("value", Optional.of(change.key()), change.unit(), change.from(), change.to());
      case Effect.LineChange(String key, boolean isDrawn) ->
          result(
              "red_line",
              Optional.of(key),
              Optional.empty(),
              Optional.of(!isDrawn),
              Optional.of(isDrawn));
      case Effect.CardChange(String word, Optional<AgreedCard> from, Optional<AgreedCard> to) ->
          named("run_card", word, from.map(AgreedCard::toJson), to.map(AgreedCard::toJson));
      case Effect.SectorChange(String name, Optional<Ring> from, Optional<Ring> to) ->
          named("sector", name, from.map(Ring::toJson), to.map(Ring::toJson));
      case Effect.QuorumChange quorum ->
          new ComparisonViews.Result(
              "quorum",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              quorum.kind().map(ActKind::value),
              Optional.of(quorum.role().code()),
              Optional.of(quorum.from()),
              Optional.of(quorum.to()),
              Optional.empty(),
              Optional.empty());
      case Effect.DeadlinesMove moved ->
          new ComparisonViews.Result(
              "duties",
              Optional.of(moved.clock()),
              Optional.of("min"),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(moved.from().toMinutes()),
              Optional.of(moved.to().toMinutes()),
              Optional.of(
                  new ComparisonViews.Duties(
                      moved.live(), moved.lateAtOnce(), moved.inTimeAgain())),
              Optional.empty());
      case Effect.IncidentsMove(long entering, long leaving) ->
          new ComparisonViews.Result(
              "incidents",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(new ComparisonViews.Incidents(entering, leaving)));
    };
  }

  private static ComparisonViews.Result named(
      String what, String name, Optional<?> from, Optional<?> to) {
    return new ComparisonViews.Result(
        what,
        Optional.empty(),
        Optional.empty(),
        Optional.of(name),
        Optional.empty(),
        Optional.empty(),
        from.map(value -> value),
        to.map(value -> value),
        Optional.empty(),
        Optional.empty());
  }

  private static ComparisonViews.Result result(
      String what, Optional<String> key, Optional<String> unit, Optional<?> from, Optional<?> to) {
    return new ComparisonViews.Result(
        what,
        key,
        unit,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        from.map(value -> value),
        to.map(value -> value),
        Optional.empty(),
        Optional.empty());
  }
}
