package org.sarhad.node.ground;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Reads a FeatureCollection of GeoJSON feature by feature, however long it is. Mutable, for one
/// stream.
final class FeatureReader {
  /// Longest feature, in bytes.
  static final long FEATURE_BYTES_MAX = 64L * 1024 * 1024;

  /// Longest text beside the features that is remembered, in characters.
  private static final int TEXT_MAX = 500;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String name;
  private final BoundedStream in;
  private final LongConsumer progress;
  private final Map<String, String> texts = new LinkedHashMap<>();

  /// Given each feature.
  @FunctionalInterface
  interface Taking {
    /// Takes the next one.
    ///
    /// @param feature which it is, from 1
    void take(long feature, JsonNode json) throws MalformedSurveyException;
  }

  /// @param name of the file, for sentences
  /// @param stream which is not closed
  /// @param progress told how many bytes are read
  FeatureReader(String name, InputStream stream, LongConsumer progress) {
    this.name = name;
    this.in = new BoundedStream(stream, FEATURE_BYTES_MAX);
    this.progress = progress;
  }

  /// Gives `taking` one feature after the other.
  ///
  /// @throws MalformedSurveyException when it is no collection of features, or was cut short
  void read(Taking taking) throws IOException, MalformedSurveyException {
    try (var json = MAPPER.getFactory().createParser(in)) {
      json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      toFeatures(json);
      long feature = 0;
      while (json.nextToken() == JsonToken.START_OBJECT) {
        feature++;
        in.next();
        taking.take(feature, json.readValueAsTree());
        progress.accept(in.count());
      }
      if (json.currentToken() != JsonToken.END_ARRAY) {
        throw new MalformedSurveyException(
            "%s: behind feature %d is something that is no feature.".formatted(name, feature));
      }
      for (var token = json.nextToken(); token != null; token = json.nextToken()) {
        in.next();
        remember(json);
      }
    } catch (BoundedStream.TooLongException _) {
      throw new MalformedSurveyException(
          "%s: a feature is longer than %d MiB. Cut it to the region first."
              .formatted(name, FEATURE_BYTES_MAX >> 20));
    } catch (JsonProcessingException e) {
      throw new MalformedSurveyException(
          isCutShort(e)
              ? "%s was cut short: it ends in the middle. Copy it again.".formatted(name)
              : "%s is no JSON: %s".formatted(name, e.getOriginalMessage()));
    }
  }

  /// What stands beside the features as text, such as `source` and `licence`.
  String text(String key, String standard) {
    return texts.getOrDefault(key, standard);
  }

  /// Between two entries of an array the end of the file has no exception of its own.
  private static boolean isCutShort(JsonProcessingException e) {
    return e instanceof JsonEOFException
        || String.valueOf(e.getOriginalMessage()).startsWith("Unexpected end-of-input");
  }

  private void toFeatures(JsonParser json) throws IOException, MalformedSurveyException {
    boolean isObject = json.nextToken() == JsonToken.START_OBJECT;
    while (isObject && json.nextToken() == JsonToken.FIELD_NAME) {
      boolean isFeatures = json.currentName().equals("features");
      if (json.nextToken() == JsonToken.START_ARRAY && isFeatures) {
        return;
      }
      remember(json);
      json.skipChildren();
    }
    throw new MalformedSurveyException("%s is no FeatureCollection of GeoJSON.".formatted(name));
  }

  private void remember(JsonParser json) throws IOException {
    @Nullable JsonStreamContext around = json.getParsingContext().getParent();
    boolean isBeside = around != null && around.inRoot();
    if (isBeside && json.currentToken() == JsonToken.VALUE_STRING) {
      var text = json.getText();
      texts.put(json.currentName(), text.substring(0, Math.min(text.length(), TEXT_MAX)));
    }
  }
}
