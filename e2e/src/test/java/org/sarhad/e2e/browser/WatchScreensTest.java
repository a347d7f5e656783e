package org.sarhad.e2e.browser;

/// The screens of those on watch.
class WatchScreensTest extends EveryScreenTest {
  WatchScreensTest() {
    super(ConsolePart.WATCH);
  }
}
