package org.sarhad.core.joint;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.response.AssistanceId;
import org.sarhad.core.response.HotlineFact;
import org.sarhad.core.response.HotlineId;
import org.sarhad.core.response.IncidentFile;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.ResponseState;
import org.sarhad.core.response.TaskId;

/// What names an exercise: the name of its incident, which can be read off the name alone; and, for
/// whoever knows the response, the names of its threads, calls and taskings, and its entries.
///
/// A name is a whole text: what a program would follow. Prose that speaks of an exercise among
/// other words ties nothing to it.
final class ExerciseNames {
  /// Marks of direction and blanks, which nobody sees around a name.
  private static final String UNSEEN = "[\\s\\p{Cf}]+";

  private ExerciseNames() {}

  /// Whether `text` is the name of an exercise, however it is spelt.
  static boolean isOne(String text) {
    return parsed(spelt(text), IncidentId::parse).filter(IncidentId::exercise).isPresent();
  }

  /// Whether `text` is the name of anything that belongs to an exercise in `response`. O(exercises)
  /// for the name of an entry.
  static Predicate<String> in(ResponseState response) {
    return text -> {
      String name = spelt(text);
      return parsed(name, AssistanceId::parse)
              .flatMap(response::assistance)
              .filter(thread -> thread.incident().exercise())
              .isPresent()
          || parsed(name, HotlineId::parse).filter(call -> isOfExercise(response, call)).isPresent()
          || parsed(name, TaskId::parse).filter(task -> isOfExercise(response, task)).isPresent()
          || parsed(text, EntryId::parse)
              .filter(entry -> isOfExercise(response, entry))
              .isPresent();
    };
  }

  private static boolean isOfExercise(ResponseState response, HotlineId call) {
    return response
        .side(call.owner())
        .help()
        .calls()
        .find(call)
        .map(said -> (HotlineFact) said.fact())
        .flatMap(HotlineFact::incident)
        .filter(IncidentId::exercise)
        .isPresent();
  }

  private static boolean isOfExercise(ResponseState response, TaskId task) {
    return response
        .side(task.owner())
        .units()
        .taskings()
        .find(task)
        .filter(tasking -> tasking.order().incident().exercise())
        .isPresent();
  }

  private static boolean isOfExercise(ResponseState response, EntryId entry) {
    return response
        .sides()
        .values()
        .flatMap(side -> exercises(side.incidents().files()))
        .anyMatch(file -> file.item(entry).isPresent());
  }

  /// What a side has said about exercises: they come last in the order of names.
  private static Stream<IncidentFile> exercises(PersistentMap<IncidentId, IncidentFile> files) {
    return Stream.iterate(
            files.last(), Optional::isPresent, last -> files.lower(last.orElseThrow().key()))
        .map(Optional::orElseThrow)
        .takeWhile(file -> file.key().exercise())
        .map(PersistentMap.Entry::value);
  }

  /// Every text in `json`. The name of a member can be no name of ours: it has no capitals.
  static Stream<String> texts(Json json) {
    return switch (json) {
      case Json.Obj object ->
          object.names().stream()
              .flatMap(name -> object.find(name).stream())
              .flatMap(ExerciseNames::texts);
      case Json.Arr array -> array.values().stream().flatMap(ExerciseNames::texts);
      case Json.Str text -> Stream.of(text.value());
      case Json.Int _, Json.Bool _, Json.Null _ -> Stream.empty();
    };
  }

  private static String spelt(String text) {
    return text.replaceAll(UNSEEN, "").toUpperCase(Locale.ROOT);
  }

  private static <T> Optional<T> parsed(String name, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(name));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
