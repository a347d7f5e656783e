package org.sarhad.node.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sarhad.tlog.BugException;

/// Every word of some catalogues in one language, asked for by key. Immutable.
public final class Words {
  private static final ObjectMapper READER = new ObjectMapper();

  private final Language language;
  private final Map<String, String> messages;

  private Words(Language language, Map<String, String> messages) {
    this.language = language;
    this.messages = Map.copyOf(messages);
  }

  /// Reads `catalogues`, such as `desk`, from the jar; some milliseconds.
  public static Words load(Language language, List<String> catalogues) {
    var messages = new HashMap<String, String>();
    for (var name : catalogues) {
      flatten("", read(language, name), messages);
    }
    return new Words(language, messages);
  }

  private static JsonNode read(Language language, String name) {
    var path = "/console/i18n/%s/%s.json".formatted(language.code(), name);
    try (var in = Words.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new BugException("no catalogue " + path);
      }
      return READER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the node's own jar cannot be read: " + path, e);
    }
  }

  /// `{queue: {empty: "…"}}` becomes `queue.empty`.
  private static void flatten(String prefix, JsonNode tree, Map<String, String> into) {
    tree.properties()
        .forEach(
            member -> {
              var key = prefix + member.getKey();
              if (member.getValue().isTextual()) {
                into.put(key, member.getValue().asText());
              } else {
                flatten(key + ".", member.getValue(), into);
              }
            });
  }

  /// The language they are in.
  public Language language() {
    return language;
  }

  /// The message `key`, which has no parameters.
  public String text(String key) {
    return text(key, Map.of());
  }

  /// The message `key` with `values` in it, each isolated from the direction of the words around
  /// it.
  public String text(String key, Map<String, ?> values) {
    var message = messages.get(key);
    if (message == null) {
      throw new BugException("no message \"%s\" in %s".formatted(key, language.code()));
    }
    return Message.parse(message).fill(values, language);
  }

  /// The word for one member of a family of codes, such as `role.chief`. A code that no catalogue
  /// knows is shown as it is.
  public String of(String family, String code) {
    var key = family + "." + code;
    return messages.containsKey(key) ? text(key) : code;
  }

  /// All messages by their keys.
  Map<String, String> messages() {
    return messages;
  }

  /// Whether there is a message `key`.
  public boolean has(String key) {
    return messages.containsKey(key);
  }
}
