package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.node.testing.DeliveryStory;

/// What we export as EPCIS 2.0, held to the schema of those who make EPCIS (protocol clause
/// 18-7.1): the consignment of [DeliveryStory], which meets every control point.
///
/// The schema is theirs and is not part of this project: `tools/foreign-verifiers` gets it. Where
/// it is not, each test is skipped by name.
@Tag("interop")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EpcisSchemasTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Schema schema;

  @BeforeAll
  void read() throws IOException {
    Path file =
        Optional.ofNullable(System.getenv("SARHAD_EPCIS_SCHEMA"))
            .map(Path::of)
            .orElse(
                Path.of(System.getProperty("sarhad.root"))
                    .resolve("target/foreign/epcis/EPCIS-JSON-Schema.json"));
    Assumptions.assumeTrue(
        Files.isRegularFile(file),
        "the schema of EPCIS 2.0 is not there; get it with: tools/foreign-verifiers");
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(JSON.readTree(Files.readString(file)));
  }

  /// What a side said again is declared an error of what it said before, and both are there.
  @Test
  void whatWasPutRightIsDeclared() throws IOException {
    List<JsonNode> departed =
        document()
            .at("/epcisBody/eventList")
            .valueStream()
            .filter(event -> event.path("bizStep").asText().equals("departing"))
            .toList();
    assertThat(departed).hasSize(2);
    assertThat(departed.getFirst().at("/errorDeclaration/correctiveEventIDs/0"))
        .isEqualTo(departed.getLast().path("eventID"));
    assertThat(departed.getLast().has("errorDeclaration")).isFalse();
  }

  @Test
  void theDocumentIsWhatTheSchemaSays() throws IOException {
    JsonNode document = document();
    assertThat(document.at("/epcisBody/eventList")).hasSizeGreaterThan(20);
    assertThat(errors(document)).isEmpty();
  }

  /// Their schema does refuse: each of these is wrong in one member of one event.
  @ParameterizedTest
  @CsvSource({
    "eventTime, not a time",
    "bizStep, wandering",
    "disposition, gone",
    "type, Event",
    "action, SEE",
    "eventTimeZoneOffset, east"
  })
  void anEventThatIsWrongIsRefused(String member, String value) throws IOException {
    ObjectNode document = document().deepCopy();
    document
        .at("/epcisBody/eventList")
        .valueStream()
        .filter(event -> event.has(member) && event.path("type").asText().equals("ObjectEvent"))
        .findFirst()
        .ifPresent(event -> ((ObjectNode) event).put(member, value));
    assertThat(errors(document)).isNotEmpty();
  }

  private static JsonNode document() throws IOException {
    var story = new DeliveryStory();
    return JSON.readTree(
        ApiJson.bytes(
            EpcisDocument.of(story.consignment(), story.book(), story::time, Instant.EPOCH)));
  }

  private List<Error> errors(JsonNode document) {
    return schema.validate(
        document,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }
}
