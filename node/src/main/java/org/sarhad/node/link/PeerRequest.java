package org.sarhad.node.link;

import java.util.List;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.mirror.EntryPackage;
import org.sarhad.tlog.tree.Hash;

/// What one node asks another over the link. The link authenticates *which* peer asks (mutual TLS,
/// or the simulation's word); everything else is checked from the bytes.
///
/// Answers (docs/protocol/06-peering.md §2): 200 done · 206 a piece · 202 stored so far, go on from
/// there · 400 malformed · 403 signature not ours to trust · 404 unknown origin or nothing there ·
/// 409 not from where we stand, with where we stand · 413 larger than the limits · 422 does not
/// prove · 429 too much at once · 503 not now.
public sealed interface PeerRequest {
  /// Offer a newer signed head of the sender's log (`POST /add-checkpoint`, C2SP tlog-witness).
  ///
  /// @param body the request body as C2SP defines it; at most 128 KiB
  record AddCheckpoint(Bytes body) implements PeerRequest {}

  /// Upload entries up to an offered head (`POST /add-entries`, C2SP tlog-mirror), as the adapter
  /// read them: whole packages only, unpacked, each within its limits.
  ///
  /// @param header which log and which range
  /// @param packages the packages that arrived whole, in order; may be fewer than the range needs
  /// @param ending how the body ended after them
  record AddEntries(
      org.sarhad.tlog.mirror.AddEntries header, List<EntryPackage> packages, Ending ending)
      implements PeerRequest {
    /// Copies the list.
    public AddEntries {
      packages = List.copyOf(packages);
    }
  }

  /// Hand over payloads of entries about to be uploaded (`POST /payloads`). Payloads come before
  /// the entries that name them: an entry whose released payload is not here is not taken.
  ///
  /// @param frames at most [PayloadFrame#MAX_PER_REQUEST], together at most 16 MiB
  record PushPayloads(List<PayloadFrame> frames) implements PeerRequest {
    /// Copies the list.
    public PushPayloads {
      frames = List.copyOf(frames);
    }
  }

  /// Ask for one payload by its SHA-256 (`GET /payload/<hex>`). 404 also where it exists but was
  /// not released to the asker.
  record GetPayload(Hash sha256) implements PeerRequest {}

  /// Ask for a file of a log as served (`GET /log/<path>` for the answering node's own log, `GET
  /// /<origin hash>/<path>` for the mirrors it keeps): `checkpoint`, hash tiles, entry bundles and
  /// payload bundles.
  ///
  /// @param path without a leading slash, for example `log/tile/0/000` or `<origin
  ///   hash>/checkpoint`
  record GetResource(String path) implements PeerRequest {}

  /// Ask for a piece of a file of one of the answering side's exhibits (`GET /exhibit/<hex>` with
  /// `Range`). 206 with the piece, which ends with its chunk at the latest; 404 for what is not
  /// released; 416 behind the end.
  ///
  /// @param sha256 of the whole file
  /// @param from where the piece begins, in bytes, from 0
  /// @param bytes how many, 1 to [#BYTES_MAX]
  record GetFilePiece(Hash sha256, long from, int bytes) implements PeerRequest {
    /// The largest piece: small enough that what matters more never waits long behind one.
    public static final int BYTES_MAX = 256 << 10;

    /// @throws IllegalArgumentException when the piece is empty, too large, or begins before the
    ///   file does
    public GetFilePiece {
      if (from < 0 || bytes < 1 || bytes > BYTES_MAX) {
        throw new IllegalArgumentException("a piece of %d bytes at %d".formatted(bytes, from));
      }
    }
  }

  /// Say hello and be told where the other side stands (`GET /hello`): its name and keys, its own
  /// head, and how much of the asker's log it holds. The answer is [Hello] as canonical JSON.
  record GetHello() implements PeerRequest {}

  /// How the body of an upload ended.
  enum Ending {
    /// With the last package of the range, or at the end of some package before.
    WHOLE,
    /// In the middle of a package: the connection broke or the sender stopped.
    TRUNCATED,
    /// At bytes that are not a package within the limits.
    MALFORMED
  }
}
