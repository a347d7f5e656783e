package org.sarhad.node.api;

import java.io.IOException;

/// One operation of the contract.
///
/// @param id its `operationId`
/// @param method the HTTP method
/// @param path the path template, for example `/api/v1/incidents/{incident}`
/// @param access who may call it
/// @param takes what its body is
/// @param run what it does, once all gates are passed
record Operation(String id, String method, PathTemplate path, Access access, Takes takes, Run run) {

  /// The media type of a list with one thing a line.
  static final String CSV = "text/csv";

  /// The media type of bytes that only their operation understands.
  static final String BYTES = "application/octet-stream";

  /// What a request body is.
  enum Takes {
    /// There is none.
    NOTHING,
    /// A JSON object.
    JSON,
    /// An offline bundle (06-8.2).
    TAR,
    /// A chunk of a file of an exhibit (09-5.6). Sending it again does nothing more, so it needs no
    /// key.
    CHUNK,
    /// A list of incidents, as CSV or JSON (09-10.1).
    TABLE,
    /// A list of sanctions as its publisher gives it out (16-3), which the operation reads bit by
    /// bit. Sending it again does nothing more, so it needs no key.
    LIST_FILE,
    /// A batch of positions (20-8). Sending it again does nothing more, so it needs no key.
    TRACKS,
    /// Batches of positions without end (20-8.4), which the operation reads one by one.
    TRACK_STREAM
  }

  /// What an operation does.
  interface Run {
    /// Answers a call that is allowed and well formed as far as the gates can see.
    Answer answer(Call call) throws IOException, MalformedRequestException;
  }

  /// Whether it changes something, and so needs a token; and a key, where twice is not once.
  boolean writes() {
    return !method.equals("GET");
  }

  /// Whether doing it twice is more than doing it once.
  boolean needsKey() {
    return writes()
        && switch (takes) {
          case CHUNK, LIST_FILE, TRACKS, TRACK_STREAM -> false;
          case NOTHING, JSON, TAR, TABLE -> true;
        };
  }

  static Operation get(String id, String path, Access access, Run run) {
    return new Operation(id, "GET", PathTemplate.of(path), access, Takes.NOTHING, run);
  }

  static Operation post(String id, String path, Access access, Run run) {
    return new Operation(id, "POST", PathTemplate.of(path), access, Takes.JSON, run);
  }

  static Operation put(String id, String path, Access access, Run run) {
    return new Operation(id, "PUT", PathTemplate.of(path), access, Takes.JSON, run);
  }

  static Operation delete(String id, String path, Access access, Run run) {
    return new Operation(id, "DELETE", PathTemplate.of(path), access, Takes.NOTHING, run);
  }

  static Operation chunk(String id, String path, Access access, Run run) {
    return new Operation(id, "PUT", PathTemplate.of(path), access, Takes.CHUNK, run);
  }

  static Operation table(String id, String path, Access access, Run run) {
    return new Operation(id, "POST", PathTemplate.of(path), access, Takes.TABLE, run);
  }

  static Operation listFile(String id, String path, Access access, Run run) {
    return new Operation(id, "POST", PathTemplate.of(path), access, Takes.LIST_FILE, run);
  }

  static Operation positions(String id, String path, Access access, Run run) {
    return new Operation(id, "POST", PathTemplate.of(path), access, Takes.TRACKS, run);
  }

  static Operation positionStream(String id, String path, Access access, Run run) {
    return new Operation(id, "POST", PathTemplate.of(path), access, Takes.TRACK_STREAM, run);
  }

  static Operation upload(String id, String path, Access access, Run run) {
    return new Operation(id, "POST", PathTemplate.of(path), access, Takes.TAR, run);
  }
}
