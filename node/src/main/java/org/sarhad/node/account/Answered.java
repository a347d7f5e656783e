package org.sarhad.node.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sarhad.tlog.Bytes;

/// What writes were answered, by account and idempotency key, for a day.
///
/// A key is taken *before* the write is tried. So if the node stops between the write and its
/// answer, a retry learns that the outcome is unknown, and is not carried out twice.
public final class Answered {
  /// How long an answer is kept.
  public static final Duration KEPT = Duration.ofHours(24);

  private final Database database;

  Answered(Database database) {
    this.database = database;
  }

  /// What is known about a key.
  public sealed interface Claim {
    /// It is new, and now taken: go on, then call [Answered#keep] or [Answered#giveBack].
    record Fresh() implements Claim {}

    /// The same request was answered before.
    record Before(Answer answer) implements Claim {}

    /// The same request is being worked on, or the node stopped while it was.
    record Unknown() implements Claim {}

    /// The key was used for another request.
    record Reused() implements Claim {}
  }

  /// An answer as it was sent.
  ///
  /// @param status the HTTP status
  /// @param mediaType of the body
  /// @param body the exact bytes
  public record Answer(int status, String mediaType, Bytes body) {}

  /// Takes `key` for `login` if it is free.
  ///
  /// @param request what tells this request from another: a hash over method, path and body
  public Claim claim(String login, String key, Bytes request, Instant now) {
    return database.inTransaction(
        () -> {
          database.update("DELETE FROM answered WHERE at_ms < ?", now.minus(KEPT).toEpochMilli());
          int added =
              database.update(
                  "INSERT OR IGNORE INTO answered (login, key, request, at_ms) VALUES (?, ?, ?, ?)",
                  login,
                  key,
                  request,
                  now.toEpochMilli());
          return added == 1 ? new Claim.Fresh() : found(login, key, request);
        });
  }

  /// Keeps what a request under a fresh key was answered.
  public void keep(String login, String key, Answer answer) {
    database.update(
        "UPDATE answered SET status = ?, media = ?, body = ? WHERE login = ? AND key = ?",
        answer.status(),
        answer.mediaType(),
        answer.body(),
        login,
        key);
  }

  /// Gives a fresh key back: nothing was written, and the request may be tried again under it.
  public void giveBack(String login, String key) {
    database.update("DELETE FROM answered WHERE login = ? AND key = ?", login, key);
  }

  private Claim found(String login, String key, Bytes request) {
    return database
        .query(
            "SELECT request, status, media, body FROM answered WHERE login = ? AND key = ?",
            row -> {
              if (!Bytes.of(row.getBytes(1)).equals(request)) {
                return (Claim) new Claim.Reused();
              }
              int status = row.getInt(2);
              return status == 0
                  ? new Claim.Unknown()
                  : new Claim.Before(
                      new Answer(status, row.getString(3), Bytes.of(row.getBytes(4))));
            },
            login,
            key)
        .stream()
        .findFirst()
        .orElse(new Claim.Unknown());
  }

  /// Whether anything was ever kept under this key; for tests and the operator.
  Optional<Answer> find(String login, String key) {
    return database
        .query(
            "SELECT status, media, body FROM answered WHERE login = ? AND key = ? AND status > 0",
            row -> new Answer(row.getInt(1), row.getString(2), Bytes.of(row.getBytes(3))),
            login,
            key)
        .stream()
        .findFirst();
  }
}
