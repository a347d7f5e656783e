package org.sarhad.node.demo;

import com.fasterxml.jackson.databind.JsonNode;

/// What a node answered.
///
/// @param status the HTTP status
/// @param body the JSON of the answer; a missing node where there was none
record Answer(int status, JsonNode body) {
  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /// The code of a refusal, or the empty string.
  String code() {
    return isSuccess() ? "" : body.path("code").asText();
  }

  /// The answer's body; throws with the refusal's own words when there is none.
  JsonNode orThrow(String asked) {
    if (!isSuccess()) {
      throw new DemoException(
          "%s was answered %d %s: %s %s"
              .formatted(
                  asked,
                  status,
                  code(),
                  body.path("sentence").asText(),
                  body.path("detail").asText()));
    }
    return body;
  }
}
