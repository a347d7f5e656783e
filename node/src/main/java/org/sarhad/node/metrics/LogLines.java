package org.sarhad.node.metrics;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.sarhad.node.config.LogConfig;

/// One event, one line, on standard error.
///
/// Line breaks and control characters inside a message are escaped, so nobody can write a line that
/// we did not. Libraries are heard from WARN upwards only.
public final class LogLines {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String OURS = "org.sarhad";

  /// Held here, since the JDK forgets the level of a logger that nobody holds.
  private static final Logger OUR_LOGGER = Logger.getLogger(OURS);

  private LogLines() {}

  /// Makes every logger of this process write as `config` says.
  public static void install(LogConfig config) {
    LogManager.getLogManager().reset();
    var handler = new ConsoleHandler();
    handler.setLevel(Level.ALL);
    handler.setFormatter(
        switch (config.form()) {
          case TEXT -> new TextLine();
          case JSON -> new JsonLine();
        });
    var root = Logger.getLogger("");
    root.addHandler(handler);
    root.setLevel(Level.WARNING);
    OUR_LOGGER.setLevel(
        switch (config.level()) {
          case ERROR -> Level.SEVERE;
          case WARN -> Level.WARNING;
          case INFO -> Level.INFO;
          case DEBUG -> Level.FINE;
        });
  }

  /// `2019-04-22T08:00:00.123Z INFO machine: message`.
  static final class TextLine extends Formatter {
    @Override
    public String format(LogRecord event) {
      var line =
          "%s %s %s: %s"
              .formatted(
                  UTC.format(event.getInstant()),
                  word(event.getLevel()),
                  room(event),
                  escaped(formatMessage(event)));
      var trace = trace(event);
      return trace.isEmpty() ? line + "\n" : line + " " + escaped(trace) + "\n";
    }
  }

  /// The same as one JSON object.
  static final class JsonLine extends Formatter {
    @Override
    public String format(LogRecord event) {
      var json = new StringBuilder("{");
      field(json, "time", UTC.format(event.getInstant()));
      field(json, "level", word(event.getLevel()));
      field(json, "room", room(event));
      field(json, "message", formatMessage(event));
      var trace = trace(event);
      if (!trace.isEmpty()) {
        field(json, "trace", trace);
      }
      return json.append("}\n").toString();
    }

    private static void field(StringBuilder json, String name, String value) {
      if (json.length() > 1) {
        json.append(',');
      }
      json.append('"').append(name).append("\":\"").append(escaped(value)).append('"');
    }
  }

  private static String word(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (level.intValue() >= Level.WARNING.intValue()) {
      return "WARN";
    }
    return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
  }

  /// The room that speaks: `api`, `machine`; for a library, its whole name.
  private static String room(LogRecord event) {
    var name = String.valueOf(event.getLoggerName());
    if (!name.startsWith(OURS + ".node.")) {
      return escaped(name);
    }
    var rest = name.substring((OURS + ".node.").length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  private static String trace(LogRecord event) {
    var thrown = event.getThrown();
    if (thrown == null) {
      return "";
    }
    var trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString().strip();
  }

  /// `text` with quotes, backslashes and controls as JSON escapes them.
  static String escaped(String text) {
    var escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append("\\t");
                default -> {
                  if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                    escaped.append("\\u%04x".formatted(c));
                  } else {
                    escaped.appendCodePoint(c);
                  }
                }
              }
            });
    return escaped.toString();
  }
}
