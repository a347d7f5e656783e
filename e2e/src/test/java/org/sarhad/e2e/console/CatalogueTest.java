package org.sarhad.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The console speaks from its catalogues and from nowhere else, and all three say the same.
class CatalogueTest {
  /// A parameter, as opposed to an arm of a plural that holds a single word.
  private static final Pattern PARAMETER =
      Pattern.compile("(?<!(?:=\\d|zero|one|two|few|many|other) )\\{(\\w+)(?=[,}])");

  /// A key that stands in a module as it is.
  private static final Pattern KEY = Pattern.compile("'([a-z][A-Za-z]*(?:\\.[A-Za-z0-9_-]+)+)'");

  /// The beginning of keys that a module builds from a code: `` `role.${…}` ``, `of('role', …)`,
  /// `options('role', …)`.
  private static final Pattern FAMILY =
      Pattern.compile(
          "`([a-z][A-Za-z]*(?:\\.[A-Za-z]+)*\\.)\\$\\{|(?:of|options)\\('([a-z][A-Za-z]*)'");

  /// Dialogs of one kind build all their keys from their name.
  private static final Set<String> NAMED =
      Set.of("contain.", "conclude.", "reopen.", "correct.", "withdraw.", "translate.");

  private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");

  private static final Pattern SPOKEN_ATTRIBUTE =
      Pattern.compile("\\b(?:aria-label|aria-description|title|placeholder|alt)=\"([^\"]*)\"");

  private static final SortedMap<String, String> ENGLISH = ConsoleSources.catalogue("en");

  @ParameterizedTest
  @ValueSource(strings = {"fa", "ur"})
  void everyLanguageHasEveryKeyAndNoOther(String language) {
    assertThat(ConsoleSources.catalogue(language).keySet())
        .containsExactlyElementsOf(ENGLISH.keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fa", "ur"})
  void everyMessageTakesTheSameValues(String language) {
    ConsoleSources.catalogue(language)
        .forEach(
            (key, message) ->
                assertThat(parameters(message)).as(key).isEqualTo(parameters(english(key))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fa", "ur"})
  void noMessageIsEmptyOrUnbalanced(String language) {
    ConsoleSources.catalogue(language)
        .forEach(
            (key, message) -> {
              assertThat(message).as(key).isNotBlank();
              assertThat(message.chars().filter(c -> c == '{').count())
                  .as(key)
                  .isEqualTo(message.chars().filter(c -> c == '}').count());
            });
  }

  /// What is not translated is either a name that is the same everywhere or forgotten.
  @ParameterizedTest
  @ValueSource(strings = {"fa", "ur"})
  void everyMessageIsTranslated(String language) {
    Set<String> same = Set.of("strip.utc", "map.credits");
    ConsoleSources.catalogue(language)
        .forEach(
            (key, message) -> {
              if (!same.contains(key)) {
                assertThat(message).as(key).isNotEqualTo(english(key));
              }
            });
  }

  @Test
  void everyKeyThatAModuleAsksForIsThere() {
    Set<String> families = families();
    Set<String> tops =
        ENGLISH.keySet().stream()
            .map(key -> key.substring(0, key.indexOf('.')))
            .collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    for (String key : keys()) {
      if (tops.contains(key.substring(0, key.indexOf('.'))) && !ENGLISH.containsKey(key)) {
        missing.add(key);
      }
    }
    for (String family : families) {
      if (ENGLISH.keySet().stream().noneMatch(key -> key.startsWith(family))) {
        missing.add(family);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void noKeyIsThereThatNoModuleAsksFor() {
    Set<String> keys = keys();
    Set<String> families = families();
    assertThat(ENGLISH.keySet())
        .allSatisfy(
            key ->
                assertThat(keys.contains(key) || families.stream().anyMatch(key::startsWith))
                    .as(key)
                    .isTrue());
  }

  @Test
  void noModuleHoldsTextOfItsOwn() {
    List<String> literals = new ArrayList<>();
    for (Map.Entry<String, String> module : ConsoleSources.modules().entrySet()) {
      for (String template : Templates.of(module.getValue())) {
        textOf(template).stream()
            .filter(text -> LETTERS.matcher(text).find())
            .forEach(text -> literals.add(module.getKey() + ": " + text.strip()));
      }
    }
    assertThat(literals).as("text in markup that belongs in the catalogues").isEmpty();
  }

  /// The test above would be worth nothing if it could not see.
  @Test
  void textInMarkupWouldBeSeen() {
    String module =
        "const a = html`<p title=\"Seen ${b}\">${c ? html`<b>Hello</b>` : 'x'} /x/</p>`; // html`<i>no</i>`";
    assertThat(Templates.of(module).stream().flatMap(template -> textOf(template).stream()))
        .anySatisfy(text -> assertThat(text).contains("Hello"))
        .anySatisfy(text -> assertThat(text).contains("Seen"))
        .noneSatisfy(text -> assertThat(text).contains("no"));
  }

  /// What a person would read or hear of a template: its text between tags and its spoken
  /// attributes.
  private static List<String> textOf(String template) {
    List<String> texts = new ArrayList<>();
    texts.add(template.replaceAll("<[^>]*>", " ").replace(Templates.HOLE, ' '));
    SPOKEN_ATTRIBUTE.matcher(template).results().map(found -> found.group(1)).forEach(texts::add);
    return texts;
  }

  private static String english(String key) {
    return ENGLISH.getOrDefault(key, "");
  }

  private static Set<String> parameters(String message) {
    return PARAMETER
        .matcher(message)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static Set<String> keys() {
    return ConsoleSources.modules().values().stream()
        .flatMap(source -> KEY.matcher(source).results())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> families() {
    Set<String> families = new TreeSet<>(NAMED);
    ConsoleSources.modules().values().stream()
        .flatMap(source -> FAMILY.matcher(source).results())
        .map(CatalogueTest::family)
        .forEach(families::add);
    return families;
  }

  private static String family(MatchResult found) {
    return found.group(1) == null ? found.group(2) + "." : found.group(1);
  }
}
