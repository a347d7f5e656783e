package org.sarhad.node.link;

import java.nio.charset.StandardCharsets;
import org.sarhad.tlog.Bytes;

/// What one node answers another on the link: the three things of an HTTP answer that the protocol
/// gives a meaning. The HTTP adapter copies them out; the simulation hands the record over as it
/// is.
///
/// @param status an HTTP status code, 200 to 599; which ones a request may get is said at each
///   [PeerRequest]
/// @param contentType one of the constants here
/// @param body at most what [#MAX_BODY_BYTES] allows
public record PeerResponse(int status, String contentType, Bytes body) {
  /// Plain sentences and signature lines.
  public static final String TEXT = "text/plain; charset=utf-8";

  /// "I hold size n" after a refused add-checkpoint (C2SP tlog-witness).
  public static final String TREE_SIZE = "text/x.tlog.size";

  /// Where to resume an upload of entries (C2SP tlog-mirror).
  public static final String MIRROR_INFO = "text/x.tlog.mirror-info";

  /// A tile, an entry bundle or a payload, as stored.
  public static final String OCTETS = "application/octet-stream";

  /// Canonical JSON, the answer to a greeting.
  public static final String JSON = "application/json";

  /// The largest answer one node takes from another: a full bundle of payloads or of entries with
  /// room to spare, in bytes.
  public static final int MAX_BODY_BYTES = 24 << 20;

  /// Checks the ranges.
  public PeerResponse {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("status must be 200 to 599, not " + status);
    }
  }

  /// An answer whose body is text.
  public static PeerResponse text(int status, String contentType, String body) {
    return new PeerResponse(status, contentType, Bytes.of(body.getBytes(StandardCharsets.UTF_8)));
  }

  /// A refusal with one sentence for the operator of the other node.
  public static PeerResponse refusal(int status, String sentence) {
    return text(status, TEXT, sentence + "\n");
  }

  /// Whether the request was done: any status of the 200 family.
  public boolean succeeded() {
    return status < 300;
  }
}
