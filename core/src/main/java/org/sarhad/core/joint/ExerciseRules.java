package org.sarhad.core.joint;

import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.ActsState;
import org.sarhad.core.commitments.CommitmentActs;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.json.Json;
import org.sarhad.core.response.ResponseState;

/// Red line 11: an exercise is marked as one and touches nothing real (protocol clause 08-4.4).
///
/// The kinds of act that may name an exercise are listed, and every other kind may not. So a kind
/// that a later version brings, of money above all, is refused until somebody adds it here; none of
/// money ever is.
///
/// Judged twice: where an officer wants to state or to sign it, with all that the node knows; and
/// where it stands in the joint order, by the names that can be read off it alone, so that an act
/// which two careless nodes have signed comes to nothing on every node alike.
public final class ExerciseRules {
  /// The kinds of act that can be practised.
  private static final SortedSet<ActKind> PRACTISED =
      Ordered.set(ActKind.of("assistance"), ActKind.of("crossing"), ActKind.of("handover"));

  static final String AREA = "exercise";

  private ExerciseRules() {}

  /// Why one's own side cannot make `statement`: it would tie an exercise to something real. Empty
  /// when it does not.
  ///
  /// @param acts what was proposed: an assent is judged by the terms that it assents to
  /// @param response what is known here of exercises
  public static Optional<Objection> objection(
      ActsState acts, ResponseState response, Statement statement) {
    Predicate<String> known = ExerciseNames.in(response);
    return named(acts, statement, text -> ExerciseNames.isOne(text) || known.test(text))
        .map(name -> new Objection(AREA, ExerciseRefusal.EXERCISE_APART, name));
  }

  /// Whether `act` is void of effect, whoever has signed it: nothing rests on it.
  public static boolean isVoid(Act act) {
    return named(act.proposal().said(), ExerciseNames::isOne).isPresent();
  }

  /// Whether `statement` changes nothing, whoever has made it.
  static boolean isVoid(ActsState acts, Statement statement) {
    return !(statement instanceof Statement.OnAct)
        && named(acts, statement, ExerciseNames::isOne).isPresent();
  }

  /// What in `statement` names an exercise and must not.
  private static Optional<String> named(
      ActsState acts, Statement statement, Predicate<String> isExercise) {
    return switch (statement) {
      case Statement.OnAct said -> named(acts, said.fact(), isExercise);
      case Statement.OnInquiry said -> named(said.fact().toJson(), isExercise);
      case Statement.OnCommitments said -> named(said.fact().toJson(), isExercise);
      case Statement.OnComplaints said -> named(said.fact().toJson(), isExercise);
      case Statement.OnBarter said -> named(said.fact().toJson(), isExercise);
      case Statement.OnScreening said -> named(said.fact().toJson(), isExercise);
      case Statement.OnDeliveries said -> named(said.fact().toJson(), isExercise);
      case Statement.OnEnergy said -> named(said.fact().toJson(), isExercise);
      case Statement.OnMarket said -> named(said.fact().toJson(), isExercise);
      // A meeting may speak of exercises, and holds nobody to anything before its record is signed.
      case Statement.OnMeetings _, Statement.OnModalities _ -> Optional.empty();
      // Crossing is practised under the name of the exercise, and notice of it is given.
      case Statement.OnCrossings _, Statement.OnActivities _, Statement.OnInformation _ ->
          Optional.empty();
      // It names sectors, and nothing else.
      case Statement.OnPosture _ -> Optional.empty();
      // It names a thing, and no incident.
      case Statement.OnTracks _ -> Optional.empty();
      case Statement.OnChannel _, Statement.OnResponse _ -> Optional.empty();
    };
  }

  private static Optional<String> named(
      ActsState acts, ActFact fact, Predicate<String> isExercise) {
    return switch (fact) {
      case ActFact.Proposed proposed -> named(proposed, isExercise);
      case ActFact.Assented assented ->
          proposal(acts, assented.act()).flatMap(proposed -> named(proposed, isExercise));
      // To say no, to take back and to prove is always open.
      case ActFact _ -> Optional.empty();
    };
  }

  private static Optional<ActFact.Proposed> proposal(ActsState acts, ActRef ref) {
    return acts.act(ref.entry()).map(act -> act.proposal().said());
  }

  private static Optional<String> named(ActFact.Proposed said, Predicate<String> isExercise) {
    return isPractice(said) ? Optional.empty() : named(said.terms(), isExercise);
  }

  /// An act of any kind can make commitments by the way; one of an exercise cannot.
  private static boolean isPractice(ActFact.Proposed said) {
    return PRACTISED.contains(said.act()) && !said.terms().has(CommitmentActs.MEMBER);
  }

  private static Optional<String> named(Json body, Predicate<String> isExercise) {
    return ExerciseNames.texts(body).filter(isExercise).findFirst();
  }
}
