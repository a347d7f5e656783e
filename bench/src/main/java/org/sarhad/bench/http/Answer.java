package org.sarhad.bench.http;

import java.util.Map;
import java.util.Optional;
import org.sarhad.tlog.Bytes;

/// What a server answered.
///
/// @param status the code
/// @param headers by lower-case name; of several with one name, the last
/// @param body whole, however it was transferred
public record Answer(int status, Map<String, String> headers, Bytes body) {
  /// The header `name`, in lower case.
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /// The body as text.
  public String text() {
    return body.utf8();
  }
}
