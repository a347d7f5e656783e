package org.sarhad.bench.harness;

/// One promise that can be measured. A row cleans up whatever it started or wrote, also when it
/// fails.
public interface Row {
  /// What it is asked for by on the command line: one lower-case word.
  String name();

  /// What is measured, as one sentence.
  String question();

  /// What is inside of the measurement and what is not, so that nobody compares it with something
  /// else.
  String boundary();

  /// Whether it takes minutes, and so runs only when asked for by name or with `--full`.
  default boolean isLong() {
    return false;
  }

  /// Measures, and hands every figure to `report` as soon as it is known. What this machine lacks
  /// is not an error: it is said by [Report#notMeasured]. Throws whatever went wrong; the other
  /// rows are run nevertheless.
  void run(Options options, Report report) throws Exception;
}
