package org.sarhad.core.screening;

/// How one side stands to signing something with a trading party, at a time (protocol clause
/// 16-4.3). In order of precedence.
public enum Standing {
  /// It is the one on the list.
  REFUSED,
  /// Something was found and is not decided.
  HELD,
  /// Nobody has looked.
  NOT_SCREENED,
  /// It was decided by a list that is no longer the newest, with a higher threshold than is agreed,
  /// or by a licence that is over.
  SCREEN_AGAIN,
  /// The list is too old to decide by. What is drafted stays drafted.
  LIST_STALE,
  /// It may be signed.
  GOOD
}
