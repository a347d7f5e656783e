package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sarhad.core.inquiry.StixBundle;

/// What we export as STIX 2.1, held to the schemas of the committee that makes STIX (protocol
/// clause 09-10.2): the three matters of [InquiryStory], with claims that were taken back,
/// positions, a joint finding and a dissent.
///
/// The schemas are theirs and are not part of this project: `tools/foreign-verifiers` gets them.
/// Where they are not, each test is skipped by name.
@Tag("interop")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StixSchemasTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String AT =
      "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/";
  private static final Map<String, String> ROOMS =
      Map.of(
          "bundle",
          "common",
          "identity",
          "sdos",
          "note",
          "sdos",
          "opinion",
          "sdos",
          "report",
          "sdos");

  private SchemaRegistry schemas;

  static IntStream matters() {
    return IntStream.range(0, new InquiryStory().matters.size());
  }

  @BeforeAll
  void read() throws IOException {
    Path directory =
        Optional.ofNullable(System.getenv("SARHAD_STIX_SCHEMAS"))
            .map(Path::of)
            .orElse(
                Path.of(System.getProperty("sarhad.root")).resolve("target/foreign/stix/schemas"));
    Assumptions.assumeTrue(
        Files.isDirectory(directory),
        "the schemas of STIX 2.1 are not there; get them with: tools/foreign-verifiers");
    Map<String, String> byId = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).toList()) {
        String text = Files.readString(file);
        byId.put(JSON.readTree(text).path("$id").asText(), text);
      }
    }
    System.out.printf("%d schemas of STIX 2.1 in %s%n", byId.size(), directory);
    schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(byId));
  }

  @ParameterizedTest
  @MethodSource("matters")
  void everyObjectIsWhatItsSchemaSays(int number) {
    JsonNode bundle = bundle(number);
    assertThat(bundle.path("objects")).hasSizeGreaterThan(3);
    for (JsonNode object : bundle.path("objects")) {
      assertThat(errors(object.path("type").asText(), object)).as(object.toString()).isEmpty();
    }
    assertThat(errors("bundle", framed(bundle))).isEmpty();
  }

  /// Their schema of a bundle knows no notes and no opinions and takes them for made-up kinds,
  /// which then fit two of its alternatives at once. So the frame is looked at around the others.
  private static JsonNode framed(JsonNode bundle) {
    ObjectNode frame = bundle.deepCopy();
    frame
        .putArray("objects")
        .addAll(bundle.path("objects").valueStream().filter(StixSchemasTest::isKnown).toList());
    return frame;
  }

  private static boolean isKnown(JsonNode object) {
    return Set.of("identity", "report").contains(object.path("type").asText());
  }

  /// Their schemas do refuse: each of these is wrong in one member.
  @ParameterizedTest
  @CsvSource({
    "note, content",
    "opinion, opinion",
    "report, published",
    "report, object_refs",
    "identity, name",
    "note, created"
  })
  void anObjectWithoutWhatItNeedsIsRefused(String type, String member) {
    ObjectNode object = first(type).deepCopy();
    object.remove(member);
    assertThat(errors(type, object)).isNotEmpty();
  }

  @Test
  void anOpinionOffTheScaleIsRefused() {
    ObjectNode opinion = first("opinion").deepCopy();
    assertThat(errors("opinion", opinion.put("opinion", "maybe"))).isNotEmpty();
  }

  private static JsonNode first(String type) {
    return matters()
        .mapToObj(StixSchemasTest::bundle)
        .flatMap(bundle -> bundle.path("objects").valueStream())
        .filter(object -> object.path("type").asText().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode bundle(int number) {
    var story = new InquiryStory();
    var file = story.state().matters().get(story.matters.get(number));
    try {
      return JSON.readTree(StixBundle.of(story.state(), file).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Error> errors(String type, JsonNode object) {
    var schema = SchemaLocation.of(AT + ROOMS.get(type) + "/" + type + ".json");
    return schemas.getSchema(schema).validate(object);
  }
}
