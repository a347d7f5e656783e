package org.sarhad.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.act.ActFactKind;
import org.sarhad.core.act.ActRefusal;
import org.sarhad.core.activity.ActivityFactKind;
import org.sarhad.core.activity.ActivityRefusal;
import org.sarhad.core.barter.BarterFactKind;
import org.sarhad.core.barter.BarterRefusal;
import org.sarhad.core.commitments.CommitmentFactKind;
import org.sarhad.core.commitments.CommitmentRefusal;
import org.sarhad.core.complaints.ComplaintFactKind;
import org.sarhad.core.complaints.ComplaintRefusal;
import org.sarhad.core.crossing.CrossingFactKind;
import org.sarhad.core.crossing.CrossingRefusal;
import org.sarhad.core.delivery.DeliveryFactKind;
import org.sarhad.core.delivery.DeliveryRefusal;
import org.sarhad.core.energy.EnergyFactKind;
import org.sarhad.core.energy.EnergyRefusal;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.fact.RefusalCode;
import org.sarhad.core.handover.HandoverRefusal;
import org.sarhad.core.information.InformationFactKind;
import org.sarhad.core.information.InformationRefusal;
import org.sarhad.core.inquiry.InquiryFactKind;
import org.sarhad.core.inquiry.InquiryRefusal;
import org.sarhad.core.joint.ExerciseRefusal;
import org.sarhad.core.market.MarketFactKind;
import org.sarhad.core.market.MarketRefusal;
import org.sarhad.core.meetings.MeetingFactKind;
import org.sarhad.core.meetings.MeetingRefusal;
import org.sarhad.core.modalities.ModalitiesFactKind;
import org.sarhad.core.modalities.ModalitiesRefusal;
import org.sarhad.core.posture.PostureFactKind;
import org.sarhad.core.posture.PostureRefusal;
import org.sarhad.core.record.RecordKind;
import org.sarhad.core.response.FactKind;
import org.sarhad.core.response.Refusal;
import org.sarhad.core.screening.ScreeningFactKind;
import org.sarhad.core.screening.ScreeningRefusal;
import org.sarhad.core.tracks.TrackFactKind;
import org.sarhad.core.tracks.TrackRefusal;
import org.sarhad.node.exhibit.FileRefusal;

/// The console speaks from its catalogues and from nowhere else, and all three say the same.
class CatalogueTest {
  /// A parameter, as opposed to an arm of a plural that holds a single word.
  private static final Pattern PARAMETER =
      Pattern.compile("(?<!(?:=\\d|zero|one|two|few|many|other) )\\{(\\w+)(?=[,}])");

  /// A key that stands in a module as it is.
  private static final Pattern KEY = Pattern.compile("'([a-z][A-Za-z]*(?:\\.[A-Za-z0-9_-]+)+)'");

  /// A key in the Java that makes the node's papers.
  private static final Pattern PAPER_KEY =
      Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z0-9_-]+)+)\"");

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

  /// A key stands in one catalogue, and in the one of the same name in every language.
  @ParameterizedTest
  @ValueSource(strings = {"en", "fa", "ur"})
  void everyKeyHasItsCatalogue(String language) {
    Map<String, String> homes = homes(language);
    assertThat(homes).isEqualTo(homes("en"));
    assertThat(homes).as("no key stands twice").hasSameSizeAs(catalogued(language));
  }

  /// What is fetched later brings the words it needs: nothing is shown as a bare key.
  @ParameterizedTest
  @MethodSource("chapters")
  void everyChapterHasItsWords(Chapter chapter) {
    Set<String> known = new HashSet<>(ConsoleSources.catalogue("en", "desk").keySet());
    chapter.words().forEach(name -> known.addAll(ConsoleSources.catalogue("en", name).keySet()));
    Collection<String> modules = ConsoleSources.withImports(chapter.module()).values();
    assertThat(modules).isNotEmpty();
    assertThat(keys(modules))
        .filteredOn(key -> ENGLISH.containsKey(key))
        .allSatisfy(key -> assertThat(known).as(chapter.module()).contains(key));
    assertThat(families(modules))
        .filteredOn(family -> ENGLISH.keySet().stream().anyMatch(key -> key.startsWith(family)))
        .allSatisfy(
            family ->
                assertThat(known)
                    .as(chapter.module())
                    .containsAll(family.equals("refusal.") ? List.of() : keysOf(family)));
  }

  /// A part of the console that is fetched by itself; `words` are its catalogues beside the desk's.
  record Chapter(String module, List<String> words) {}

  private static final Pattern CHAPTER =
      Pattern.compile(
          "(?s)places: \\[[^]]*],\\s*words: \\[([^]]*)].*?import\\('\\.\\./([^']+)'\\)");

  /// The desk, and the chapters that `app/chapters.js` names.
  static Stream<Chapter> chapters() {
    List<Chapter> later =
        CHAPTER
            .matcher(ConsoleSources.modules().get("js/app/chapters.js"))
            .results()
            .map(
                found ->
                    new Chapter(
                        "js/" + found.group(2),
                        Arrays.stream(found.group(1).split(","))
                            .map(name -> name.strip().replace("'", ""))
                            .toList()))
            .toList();
    assertThat(later).hasSizeGreaterThan(2);
    return Stream.concat(Stream.of(new Chapter("js/main.js", List.of())), later.stream());
  }

  private static Map<String, String> homes(String language) {
    Map<String, String> homes = new TreeMap<>();
    for (String name : ConsoleSources.catalogues(language)) {
      ConsoleSources.catalogue(language, name).keySet().forEach(key -> homes.put(key, name));
    }
    return homes;
  }

  private static List<String> catalogued(String language) {
    return ConsoleSources.catalogues(language).stream()
        .flatMap(name -> ConsoleSources.catalogue(language, name).keySet().stream())
        .toList();
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
    Set<String> same = Set.of("strip.utc");
    ConsoleSources.catalogue(language)
        .forEach(
            (key, message) -> {
              if (!same.contains(key)) {
                assertThat(message).as(key).isNotEqualTo(english(key));
              }
            });
  }

  /// A code without words would be shown in English to everybody, and words without a code to
  /// nobody.
  @ParameterizedTest
  @MethodSource
  void everyRefusalHasItsWords(String area, RefusalCode[] codes) {
    assertThat(keysOf("refusal." + area + "."))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(codes)
                .map(code -> "refusal." + area + "." + code.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  /// By the area in front of the code that a person is given.
  static Stream<Arguments> everyRefusalHasItsWords() {
    return Stream.of(
        Arguments.of("response", Refusal.values()),
        Arguments.of("act", ActRefusal.values()),
        Arguments.of("modalities", ModalitiesRefusal.values()),
        Arguments.of("inquiry", InquiryRefusal.values()),
        Arguments.of("file", FileRefusal.values()),
        Arguments.of("meeting", MeetingRefusal.values()),
        Arguments.of("commitment", CommitmentRefusal.values()),
        Arguments.of("complaint", ComplaintRefusal.values()),
        Arguments.of("crossing", CrossingRefusal.values()),
        Arguments.of("handover", HandoverRefusal.values()),
        Arguments.of("activity", ActivityRefusal.values()),
        Arguments.of("information", InformationRefusal.values()),
        Arguments.of("posture", PostureRefusal.values()),
        Arguments.of("tracks", TrackRefusal.values()),
        Arguments.of("barter", BarterRefusal.values()),
        Arguments.of("screening", ScreeningRefusal.values()),
        Arguments.of("delivery", DeliveryRefusal.values()),
        Arguments.of("energy", EnergyRefusal.values()),
        Arguments.of("market", MarketRefusal.values()),
        Arguments.of("exercise", ExerciseRefusal.values()));
  }

  /// Whatever can stand in a log is told in words. What only a node notes for itself, in its
  /// journal, is not among the kinds of any application.
  @Test
  void everyKindOfEntryHasItsWords() {
    Stream<Kind> kinds =
        Stream.of(
                Arrays.stream(FactKind.values()).map(FactKind::code).map(Kind::of),
                Arrays.stream(RecordKind.values()).map(RecordKind::kind),
                Arrays.stream(ActFactKind.values()).map(ActFactKind::kind),
                Arrays.stream(ModalitiesFactKind.values()).map(ModalitiesFactKind::kind),
                Arrays.stream(InquiryFactKind.values()).map(InquiryFactKind::kind),
                Arrays.stream(MeetingFactKind.values()).map(MeetingFactKind::kind),
                Arrays.stream(CommitmentFactKind.values()).map(CommitmentFactKind::kind),
                Arrays.stream(ComplaintFactKind.values()).map(ComplaintFactKind::kind),
                Arrays.stream(ActivityFactKind.values()).map(ActivityFactKind::kind),
                Arrays.stream(InformationFactKind.values()).map(InformationFactKind::kind),
                Arrays.stream(PostureFactKind.values()).map(PostureFactKind::kind),
                Arrays.stream(TrackFactKind.values()).map(TrackFactKind::kind),
                Arrays.stream(BarterFactKind.values()).map(BarterFactKind::kind),
                Arrays.stream(ScreeningFactKind.values()).map(ScreeningFactKind::kind),
                Arrays.stream(DeliveryFactKind.values()).map(DeliveryFactKind::kind),
                Arrays.stream(EnergyFactKind.values()).map(EnergyFactKind::kind),
                Arrays.stream(MarketFactKind.values()).map(MarketFactKind::kind),
                Arrays.stream(CrossingFactKind.values()).map(CrossingFactKind::kind))
            .flatMap(all -> all);
    assertThat(keysOf("kind."))
        .filteredOn(key -> !key.startsWith("kind.node."))
        .containsExactlyInAnyOrderElementsOf(kinds.map(kind -> "kind." + kind).toList());
  }

  @Test
  void everyKeyThatAModuleAsksForIsThere() {
    Set<String> families = families(ConsoleSources.modules().values());
    Set<String> tops =
        ENGLISH.keySet().stream()
            .map(key -> key.substring(0, key.indexOf('.')))
            .collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    for (String key : keys(ConsoleSources.modules().values())) {
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

  /// The node's own papers speak from the same catalogues.
  @Test
  void noKeyIsThereThatNothingAsksFor() {
    Set<String> keys = keys(ConsoleSources.modules().values());
    PAPER_KEY
        .matcher(String.join("\n", ConsoleSources.papers()))
        .results()
        .forEach(found -> keys.add(found.group(1)));
    Set<String> families = families(ConsoleSources.modules().values());
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
        "const a = html`<p title=\"Seen ${b}\">${c ? html`<b>Hello</b>` : 'x'} /x/</p>`; //"
            + " html`<i>no</i>`";
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

  private static List<String> keysOf(String family) {
    return ENGLISH.keySet().stream().filter(key -> key.startsWith(family)).toList();
  }

  private static Set<String> parameters(String message) {
    return PARAMETER
        .matcher(message)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static Set<String> keys(Collection<String> modules) {
    return modules.stream()
        .flatMap(source -> KEY.matcher(source).results())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> families(Collection<String> modules) {
    Set<String> families = new TreeSet<>(NAMED);
    modules.stream()
        .flatMap(source -> FAMILY.matcher(source).results())
        .map(CatalogueTest::family)
        .forEach(families::add);
    return families;
  }

  private static String family(MatchResult found) {
    return found.group(1) == null ? found.group(2) + "." : found.group(1);
  }
}
