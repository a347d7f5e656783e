package org.sarhad.core.inquiry;

/// Which copy an exhibit is (Berkeley Protocol).
public enum CopyClass {
  /// As it was collected; kept untouched.
  EVIDENTIARY,
  /// Made of one to be worked with: enlarged, transcribed, converted.
  WORKING,
  /// Made of one with parts taken out.
  REDACTED
}
