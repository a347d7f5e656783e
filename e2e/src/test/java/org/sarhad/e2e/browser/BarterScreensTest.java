package org.sarhad.e2e.browser;

/// The screens of the barter account.
class BarterScreensTest extends EveryScreenTest {
  BarterScreensTest() {
    super(ConsolePart.BARTER);
  }
}
