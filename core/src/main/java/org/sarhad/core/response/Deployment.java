package org.sarhad.core.response;

/// How far the helper's means are, as the helper says (EDXL-RM ReportResourceDeploymentStatus). The
/// order is that of their way.
public enum Deployment {
  /// They are being called together.
  MOBILISING,
  /// They are on their way.
  EN_ROUTE,
  /// They have reported where they are met.
  AT_RENDEZVOUS,
  /// They are at work.
  AT_WORK,
  /// They are on their way back.
  RETURNING,
  /// They are back.
  RETURNED
}
