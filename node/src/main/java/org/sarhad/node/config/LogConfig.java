package org.sarhad.node.config;

/// What the program says about itself on standard error, one line an event.
///
/// @param level the least important kind of line that is written
/// @param form how a line looks
public record LogConfig(Level level, Form form) {
  /// Kinds of line, the most important first.
  public enum Level {
    /// Something is broken and a person must act.
    ERROR,
    /// Something is wrong and may heal.
    WARN,
    /// What an operator wants to know afterwards.
    INFO,
    /// What a developer wants to know.
    DEBUG
  }

  /// How a line looks.
  public enum Form {
    /// `time level logger message`, for people.
    TEXT,
    /// One JSON object a line, for collectors.
    JSON
  }

  static LogConfig read(Settings settings) {
    return new LogConfig(
        settings.choice("log.level", Level.INFO, Level.class, "Least important line written."),
        settings.choice(
            "log.form", Form.TEXT, Form.class, "text for people, json for collectors."));
  }
}
