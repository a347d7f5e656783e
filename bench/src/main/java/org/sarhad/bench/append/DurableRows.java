package org.sarhad.bench.append;

import java.io.IOException;
import java.sql.SQLException;
import org.sarhad.tlog.Bytes;

/// Something that keeps byte strings and says when they are kept. Each subject is empty at first
/// and keeps a column of bytes under a rising number: no more than a log needs, and no less.
interface DurableRows extends AutoCloseable {
  /// What it is, with the setting that decides its durability.
  String name();

  /// Returns once `row` survives a power cut, as far as the operating system and the device keep
  /// their promise. Called by many threads at once; `writer` is the caller's number from 0.
  void insert(int writer, Bytes row) throws Exception;

  /// Called before a round with so many writers; what is prepared here is not measured.
  default void prepare(int writers) throws Exception {}

  @Override
  void close() throws IOException, SQLException;
}
