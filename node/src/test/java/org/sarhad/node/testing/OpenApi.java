package org.sarhad.node.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// `docs/api/openapi.yaml`, for tests that hold the server to it.
public final class OpenApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

  private final JsonNode document;
  private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getDraft202012());
  private final Map<JsonNode, Schema> schemas = new HashMap<>();
  private final Map<String, Operation> operations = new TreeMap<>();

  /// One operation of the contract.
  ///
  /// @param roles `x-roles`: role codes, or `any`, or `public`
  public record Operation(String id, String method, String path, Set<String> roles, JsonNode node) {
    /// Whether `concrete` is of this operation's path.
    boolean matches(String concrete) {
      return concrete.matches(path.replaceAll("\\{[a-z0-9A-Z]+\\}", "[^/]+"));
    }

    long literals() {
      return path.chars().filter(c -> c == '/').count() * 10
          - path.chars().filter(c -> c == '{').count();
    }
  }

  private OpenApi(JsonNode document) {
    this.document = document;
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        member -> {
                          if (METHODS.contains(member.getKey())) {
                            var operation =
                                operation(path.getKey(), member.getKey(), member.getValue());
                            operations.put(operation.id(), operation);
                          }
                        }));
  }

  /// Reads the contract of the project.
  public static OpenApi load() throws IOException {
    var root = Path.of(System.getProperty("sarhad.root", "..")).toAbsolutePath();
    var file = root.resolve("docs/api/openapi.yaml");
    return new OpenApi(new YAMLMapper().readTree(Files.readString(file)));
  }

  private static Operation operation(String path, String method, JsonNode node) {
    var roles = new TreeSet<String>();
    var declared = node.path("x-roles");
    if (declared.isTextual()) {
      roles.add(declared.asText());
    } else {
      declared.forEach(role -> roles.add(role.asText()));
    }
    return new Operation(
        node.path("operationId").asText(),
        method.toUpperCase(java.util.Locale.ROOT),
        path,
        roles,
        node);
  }

  /// All operations, by id.
  public Map<String, Operation> operations() {
    return operations;
  }

  /// The operation that a concrete request belongs to.
  public Optional<Operation> find(String method, String path) {
    return operations.values().stream()
        .filter(o -> o.method().equals(method) && o.matches(path))
        .max(java.util.Comparator.comparingLong(Operation::literals));
  }

  /// What is wrong with an answer, as the contract sees it; nothing if it is as promised.
  public List<String> check(TestClient.Answer answer) throws IOException {
    var found = find(answer.method(), answer.path());
    if (found.isEmpty()) {
      return List.of("no such operation: " + answer.method() + " " + answer.path());
    }
    var operation = found.get();
    var response =
        resolved(operation.node().path("responses").path(Integer.toString(answer.status())));
    if (response.isMissingNode()) {
      return List.of("%s: status %d is not declared".formatted(operation.id(), answer.status()));
    }
    var content = response.path("content");
    if (content.isMissingNode()) {
      return answer.text().isEmpty()
          ? List.of()
          : List.of("%s: a body where none is declared".formatted(operation.id()));
    }
    var mediaType = answer.mediaType().replaceAll(";.*", "").strip();
    var declared = content.path(mediaType);
    if (declared.isMissingNode()) {
      return List.of("%s: media type %s is not declared".formatted(operation.id(), mediaType));
    }
    return mediaType.endsWith("json") && !mediaType.endsWith("ndjson")
        ? errors(operation.id(), declared.path("schema"), JSON.readTree(answer.text()))
        : List.of();
  }

  /// What is wrong with `json` as an answer of the operation `id`.
  public List<String> check(String id, int status, String json) throws IOException {
    var operation = Optional.ofNullable(operations.get(id)).orElseThrow();
    var schema =
        resolved(operation.node().path("responses").path(Integer.toString(status)))
            .path("content")
            .path("application/json")
            .path("schema");
    return schema.isMissingNode()
        ? List.of("%s: status %d has no JSON".formatted(id, status))
        : errors(id, schema, JSON.readTree(json));
  }

  /// What is wrong with the body of a request.
  public List<String> checkRequest(String method, String path, String body) throws IOException {
    var operation = find(method, path).orElseThrow();
    var schema =
        operation
            .node()
            .path("requestBody")
            .path("content")
            .path("application/json")
            .path("schema");
    return schema.isMissingNode()
        ? List.of()
        : errors(operation.id() + " request", schema, JSON.readTree(body));
  }

  /// The names of the properties that the body of a request may have.
  public Set<String> requestProperties(Operation operation) {
    var names = new TreeSet<String>();
    var schema =
        operation
            .node()
            .path("requestBody")
            .path("content")
            .path("application/json")
            .path("schema");
    resolved(schema).path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private List<String> errors(String where, JsonNode schema, JsonNode value) {
    var errors = new ArrayList<String>();
    for (Error error : compiled(schema).validate(value)) {
      errors.add("%s: %s %s".formatted(where, error.getInstanceLocation(), error.getMessage()));
    }
    return errors;
  }

  private Schema compiled(JsonNode schema) {
    return schemas.computeIfAbsent(
        schema,
        s -> {
          ObjectNode whole = JSON.createObjectNode();
          whole.set("components", document.path("components"));
          whole.putArray("allOf").add(s);
          return registry.getSchema(whole);
        });
  }

  private JsonNode resolved(JsonNode node) {
    var ref = node.path("$ref");
    return ref.isTextual() ? document.at(ref.asText().substring(1)) : node;
  }
}
