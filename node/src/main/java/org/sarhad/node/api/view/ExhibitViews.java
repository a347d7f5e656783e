package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Files of exhibits as the contract shows them.
public final class ExhibitViews {
  private ExhibitViews() {}

  /// A file that is being gathered.
  ///
  /// @param upload its name: 32 hexadecimal digits
  /// @param by the login of whoever began it, or the side it is fetched from
  /// @param from the side it is fetched from
  /// @param media the media type it is said to be; nobody has looked
  /// @param chunkBytes of every chunk but the last
  /// @param chunks how many there are
  /// @param bytesHeld durable
  /// @param missing what is still to come
  /// @param sha256 what it is to become, as far as that was said
  public record Upload(
      String upload,
      String by,
      Optional<String> from,
      Instant begunAt,
      String media,
      long sizeBytes,
      int chunkBytes,
      int chunks,
      long bytesHeld,
      List<Gap> missing,
      Optional<String> sha256) {}

  /// Neighbouring chunks that are missing.
  ///
  /// @param from the first, counted from 0
  /// @param to the one behind the last
  public record Gap(int from, int to) {}

  /// Everything that is being gathered.
  ///
  /// @param bytesFree how much more the operator's quota allows
  public record Uploads(List<Upload> uploads, long bytesFree) {}

  /// What came of beginning an upload: it goes on, or the file is here already.
  public record Begun(Optional<Upload> upload, Optional<File> file) {}

  /// A file, on both sides.
  ///
  /// @param exhibits the exhibits that are known by it
  /// @param here how it stands on this node
  /// @param there what the other sides were given of it in this run of the node
  /// @param wrong chunks that came and were not those that were signed
  public record File(
      String sha256,
      Optional<Long> sizeBytes,
      Optional<String> media,
      List<Named> exhibits,
      Here here,
      List<There> there,
      List<Wrong> wrong) {}

  /// An exhibit that is known by a file.
  ///
  /// @param exhibit the entry that registered it
  /// @param released whether the file itself is open to the other sides over the link, finally
  /// @param erased whether the record let go of it
  public record Named(
      String exhibit, String holder, String level, boolean released, boolean erased) {}

  /// How a file stands on this node.
  ///
  /// @param state `whole`, `damaged`, `absent`; while it is fetched `waiting`, `fetching`,
  ///   `retrying`, `no_room`, `wrong`, `contradicted`
  /// @param bytesHeld durable
  /// @param since when it was whole
  /// @param by who uploaded it, or the side it came from
  /// @param from the side it came or comes from
  /// @param lastError why it does not go on
  public record Here(
      String state,
      long bytesHeld,
      Optional<Instant> since,
      Optional<String> by,
      Optional<String> from,
      Optional<String> lastError) {}

  /// What another side was given. That pieces were sent proves nothing about their being kept.
  ///
  /// @param bytesGiven up to the end of the furthest piece
  public record There(String party, long bytesGiven, Instant lastAskedAt) {}

  /// A chunk that was given and is not the one that was signed. Its bytes are kept.
  public record Wrong(int chunk, String party, String found, Instant at) {}

  /// Files, a page of them.
  ///
  /// @param next what to ask for behind this page; absent on the last
  public record Files(List<File> files, Optional<String> next) {}

  /// A file with its chunks.
  ///
  /// @param manifest as `inquiry.evidence_released` says it; absent for a file that is not here
  public record Detail(File file, Optional<Manifest> manifest) {}

  /// The chunks of a file.
  ///
  /// @param chunks SHA-256 of each
  /// @param size of the file, in bytes
  /// @param digest by which two sides can say that they have the same manifest (09-5.6)
  public record Manifest(List<String> chunks, long size, String digest) {}
}
