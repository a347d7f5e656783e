package org.sarhad.node.exhibit;

import org.sarhad.core.fact.RefusalCode;

/// Why a file of an exhibit, or a piece of one, is not taken or not given. In order of precedence.
public enum FileRefusal implements RefusalCode {
  /// No upload of this name.
  UPLOAD_UNKNOWN(
      Retry.CHANGED, "No such upload is under way here. Perhaps it was finished or given up."),
  /// No file of this digest.
  FILE_UNKNOWN(Retry.CHANGED, "No file of this digest is held here."),
  /// A file of another side that its holder has not released, or not any more.
  NOT_RELEASED(
      Retry.LATER, "The side that holds this exhibit has not released its file. Ask for access."),
  /// The size is 0, or above what an exhibit can have.
  SIZE_NOT_ALLOWED(
      Retry.CHANGED, "A file of an exhibit has 1 byte to 2 GiB. Split what is larger."),
  /// As many as may be.
  TOO_MANY_UPLOADS(
      Retry.LATER, "Too many uploads are under way. Finish one, or give one up, then begin again."),
  /// The operator's bound.
  QUOTA_REACHED(
      Retry.LATER,
      "There is no room left for files of exhibits. Ask the operator to raise exhibits.quota."),
  /// The device has no more than what the log needs.
  DISK_FULL(
      Retry.LATER,
      "The disk of this node is nearly full, and the log needs what is left. Ask the operator to"
          + " make room."),
  /// The file has no such chunk.
  CHUNK_UNKNOWN(Retry.CHANGED, "The file has no chunk of this number. Count from 0."),
  /// Too short or too long.
  CHUNK_SIZE(
      Retry.CHANGED, "The chunk has not the size it must have. All have 4 MiB, the last the rest."),
  /// The bytes are not those whose digest was said.
  CHUNK_DIGEST(
      Retry.LATER, "The chunk is not what its digest says. Send it again; it was hurt on its way."),
  /// Something else was given as this chunk before.
  CHUNK_TAKEN(
      Retry.NEVER,
      "Other bytes were given as this chunk before. Give the upload up, and begin a new one."),
  /// Chunks are missing.
  INCOMPLETE(Retry.LATER, "Chunks are missing. Send those that are listed, then finish again."),
  /// The whole is not the file that was announced.
  DIGEST_MISMATCH(
      Retry.NEVER,
      "The file is not the one that was announced. Nothing of it was kept. Look for the right file,"
          + " then upload it."),
  /// An exhibit is known by it.
  NAMED(
      Retry.NEVER,
      "An exhibit is known by this file. It goes only when the exhibit is erased from the record."),
  /// What is read is not what was written.
  DAMAGED(
      Retry.LATER,
      "The file is damaged on this node's disk. Tell the operator; sarhad verify says what is wrong."),
  /// The device failed.
  DISK_FAILED(
      Retry.LATER,
      "The disk of this node failed. Nothing was taken. Tell the operator, then send it again.");

  private final Retry retry;
  private final String sentence;

  FileRefusal(Retry retry, String sentence) {
    this.retry = retry;
    this.sentence = sentence;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public Retry retry() {
    return retry;
  }
}
