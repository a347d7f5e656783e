package org.sarhad.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every application tells somebody whom it refuses: one sentence of its own, short enough for
/// a line of the console, and whether trying again can help. That each is given for its reason is
/// in the table of its application.
class RefusalSentencesTest {
  private static final ImportOption NO_TESTS = new ImportOption.DoNotIncludeTests();
  private static final int SHORTEST = 20;
  private static final int LONGEST = 120;

  private static final String CORE = "org.sarhad.core";

  /// All enums of refusals there are, so that nobody has to remember a new one here.
  private static final List<List<RefusalCode>> APPLICATIONS = applications();

  static List<List<RefusalCode>> applications() {
    JavaClasses core = new ClassFileImporter().withImportOption(NO_TESTS).importPackages(CORE);
    return core.stream()
        .filter(JavaClass::isEnum)
        .filter(found -> found.isAssignableTo(RefusalCode.class))
        .map(found -> constants(found.reflect()))
        .toList();
  }

  private static List<RefusalCode> constants(Class<?> code) {
    return Arrays.stream(code.getEnumConstants()).map(RefusalCode.class::cast).toList();
  }

  static Stream<RefusalCode> refusals() {
    return APPLICATIONS.stream().flatMap(List::stream);
  }

  @Test
  void allApplicationsAreLookedAt() {
    assertThat(APPLICATIONS).hasSizeGreaterThanOrEqualTo(20);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void saysWhatIsWrongAndWhetherToTryAgain(RefusalCode refusal) {
    assertThat(refusal.sentence()).endsWith(".").hasSizeBetween(SHORTEST, LONGEST);
    assertThat(refusal.retry()).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("applications")
  void noTwoSayTheSame(List<RefusalCode> refusals) {
    assertThat(refusals).extracting(RefusalCode::sentence).doesNotHaveDuplicates();
  }
}
