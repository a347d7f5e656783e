package org.sarhad.e2e.browser;

/// The screens of what both sides have agreed on, and of the inquiry.
class CooperationScreensTest extends EveryScreenTest {
  CooperationScreensTest() {
    super(ConsolePart.COOPERATION);
  }
}
