package org.sarhad.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The answers that the browser tests feed the console have the shapes that the node gives: each is
/// held to its schema in `docs/api/openapi.yaml`. A test against made-up shapes would prove
/// nothing.
class CannedAnswersTest {
  private static final Path ANSWERS =
      ConsoleSources.PROJECT.resolve("e2e/src/test/resources/canned");

  private static final JsonNode CONTRACT = contract();

  static Stream<String> answers() throws IOException {
    try (Stream<Path> files = Files.walk(ANSWERS)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> ANSWERS.relativize(file).toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("answers")
  void hasTheShapeOfTheContract(String answer) {
    String path =
        answer
            .replaceFirst("^[^/]+", "")
            .replaceFirst("\\.json$", "")
            .replaceFirst("/replay-[a-z]+$", "/replay");
    JsonNode shape = shapeOf(path);
    ObjectNode schema = shape.deepCopy();
    schema.set("components", CONTRACT.path("components"));
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(ConsoleSources.json(ANSWERS.resolve(answer))))
        .as(path)
        .isEmpty();
  }

  /// Schema of what an operation answers when all is well: that of GET, or of POST where there is
  /// no GET.
  private static JsonNode shapeOf(String path) {
    for (Map.Entry<String, JsonNode> entry : CONTRACT.path("paths").properties()) {
      String template = entry.getKey().replaceAll("\\{[a-z0-9]+\\}", "[^/]+");
      if (("/api/v1" + path).matches(template) && isMoreThanATemplate(entry.getKey(), path)) {
        JsonNode operation =
            entry.getValue().has("get")
                ? entry.getValue().path("get")
                : entry.getValue().path("post");
        for (String type : List.of("application/json", "application/geo+json")) {
          JsonNode schema =
              operation.path("responses").path("200").path("content").path(type).path("schema");
          if (!schema.isMissingNode()) {
            return schema;
          }
        }
      }
    }
    return fail("no operation of the contract answers " + path);
  }

  /// `/incidents/duplicates` is itself, not an incident named duplicates.
  private static boolean isMoreThanATemplate(String template, String path) {
    return !path.endsWith("/duplicates") || template.endsWith("/duplicates");
  }

  private static JsonNode contract() {
    try {
      return new ObjectMapper(new YAMLFactory())
          .readTree(ConsoleSources.PROJECT.resolve("docs/api/openapi.yaml").toFile());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
