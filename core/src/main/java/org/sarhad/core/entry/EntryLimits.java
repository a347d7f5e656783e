package org.sarhad.core.entry;

import org.sarhad.core.json.JsonLimits;

/// How large an entry and its parts may be (protocol clause 02-9). They are rules of the protocol,
/// not settings: an entry that one side takes, the other must take too.
///
/// The counts are chosen so that an envelope within them always fits into [#ENTRY_BYTES_MAX] with
/// all its signatures; a test builds the largest.
public final class EntryLimits {
  /// Longest entry, in bytes, signatures included. tlog-tiles would allow 65 535.
  public static final int ENTRY_BYTES_MAX = 16 * 1024;

  /// Longest payload, in bytes, and all payloads of one entry together: so what lies beside 256
  /// entries is never more than a node can hold at once. A larger document is several entries.
  public static final int PAYLOAD_BYTES_MAX = 1024 * 1024;

  /// Most payloads of one entry.
  public static final int PAYLOADS_MAX = 16;

  /// Most other logs whose heads an entry can name.
  public static final int SEEN_MAX = 16;

  /// Most payloads that an entry can name as not received.
  public static final int LACKS_MAX = 32;

  /// Most signature lines under an entry.
  public static final int SIGNATURES_MAX = 16;

  /// Longest name on a signature line, in characters.
  public static final int SIGNER_NAME_MAX = 128;

  /// Longest reference to a matter, in UTF-16 units.
  public static final int REF_MAX = 128;

  /// Largest index of an entry and largest size of a log: what JSON carries exactly.
  public static final long INDEX_MAX = (1L << 53) - 1;

  /// Limits for reading the line of an envelope.
  public static final JsonLimits ENVELOPE = JsonLimits.ofBytes(ENTRY_BYTES_MAX);

  /// Limits for reading a JSON payload.
  public static final JsonLimits PAYLOAD = JsonLimits.ofBytes(PAYLOAD_BYTES_MAX);

  private EntryLimits() {}
}
