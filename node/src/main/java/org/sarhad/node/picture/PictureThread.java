package org.sarhad.node.picture;

import java.util.concurrent.locks.LockSupport;

/// Pumps a [GridPicture] fifty times a second while somebody watches, and not at all while nobody
/// does. Handlers and sinks run on this thread.
public final class PictureThread implements AutoCloseable {
  private static final long PAUSE_NANOS = 20_000_000;

  private final GridPicture picture;
  private final Thread thread;
  private volatile boolean isClosing;

  private PictureThread(GridPicture picture) {
    this.picture = picture;
    this.thread = Thread.ofPlatform().name("sarhad-picture").daemon().unstarted(this::run);
  }

  /// Starts pumping `picture`.
  public static PictureThread start(GridPicture picture) {
    var pump = new PictureThread(picture);
    picture.onPublished(pump::wakeIfIdle);
    pump.thread.start();
    return pump;
  }

  private volatile boolean isIdle;

  private void wakeIfIdle() {
    if (isIdle) {
      LockSupport.unpark(thread);
    }
  }

  private void run() {
    while (!isClosing) {
      picture.pump();
      isIdle = true;
      if (picture.isUnwatched() && !isClosing) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, PAUSE_NANOS);
      }
      isIdle = false;
    }
  }

  /// Stops pumping, and closes the picture.
  @Override
  public void close() {
    isClosing = true;
    LockSupport.unpark(thread);
    picture.close();
  }
}
