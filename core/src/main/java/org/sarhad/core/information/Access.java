package org.sarhad.core.information;

/// Where the asked side has what it is asked for; only that side can say (Dir. (EU) 2023/977 art.
/// 2).
public enum Access {
  /// In the reach of the desk that was asked.
  DIRECT,
  /// With others, whom the desk has to ask first.
  INDIRECT
}
