package org.sarhad.node.config;

import java.util.Optional;

/// One thing wrong with a configuration.
///
/// @param line the line of the file, from 1; empty when something is missing
/// @param key the key concerned, or the text of the line where there is none
/// @param problem which value, and what is wrong with it
/// @param help what to do; begins with "Maybe" or an order
public record Complaint(Optional<Integer> line, String key, String problem, String help) {
  /// One line for the operator.
  @Override
  public String toString() {
    return "%s%s: %s %s".formatted(line.map("line %d: "::formatted).orElse(""), key, problem, help);
  }
}
