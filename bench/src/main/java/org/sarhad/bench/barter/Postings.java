package org.sarhad.bench.barter;

import java.io.IOException;
import java.sql.SQLException;

/// Something that keeps postings and says when they are kept.
interface Postings extends AutoCloseable {
  /// What it is.
  String name();

  /// Called before a batch of so many; what is prepared here is not measured.
  void prepare(int count);

  /// Returns once the prepared batch survives a power cut, as far as the operating system and the
  /// device keep their promise.
  void post() throws Exception;

  @Override
  void close() throws IOException, SQLException;
}
