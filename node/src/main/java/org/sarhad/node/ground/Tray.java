package org.sarhad.node.ground;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.sarhad.core.travel.UnfitSurveyException;
import org.sarhad.tlog.tree.Hash;

/// What somebody has read to look at it: one draft at a time, in memory only. Thread-safe.
public final class Tray<T extends Dataset> {
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Draft<T>> draft = Optional.empty();
  private OptionalLong reading = OptionalLong.empty();

  /// An empty one.
  public Tray() {}

  /// Reads a file.
  @FunctionalInterface
  public interface Reading<T extends Dataset> {
    /// Reads it to its end.
    ///
    /// @param progress told how many bytes are read
    /// @throws MalformedSurveyException when it is no such file, or holds too much
    /// @throws UnfitSurveyException when nothing comes of it
    Draft<T> read(LongConsumer progress)
        throws IOException, MalformedSurveyException, UnfitSurveyException;
  }

  /// What was read last.
  public Optional<Draft<T>> draft() {
    lock.lock();
    try {
      return draft;
    } finally {
      lock.unlock();
    }
  }

  /// The draft of this name.
  public Optional<Draft<T>> draft(Hash sha256) {
    return draft().filter(one -> one.thing().sha256().equals(sha256));
  }

  /// How many bytes of a file are read, while one is.
  public OptionalLong reading() {
    lock.lock();
    try {
      return reading;
    } finally {
      lock.unlock();
    }
  }

  /// Makes a draft, in place of the last one, which stays when nothing comes of it.
  public Draft<T> read(Reading<T> how)
      throws IOException, MalformedSurveyException, UnfitSurveyException {
    note(OptionalLong.of(0));
    try {
      var made = how.read(bytes -> note(OptionalLong.of(bytes)));
      keep(Optional.of(made));
      return made;
    } finally {
      note(OptionalLong.empty());
    }
  }

  /// Throws the draft away.
  public void discard() {
    keep(Optional.empty());
  }

  private void note(OptionalLong bytes) {
    lock.lock();
    try {
      reading = bytes;
    } finally {
      lock.unlock();
    }
  }

  private void keep(Optional<Draft<T>> other) {
    lock.lock();
    try {
      draft = other;
    } finally {
      lock.unlock();
    }
  }
}
