/// The console in a real browser: Chromium, headless, spoken to over its DevTools protocol.
@NullMarked
package org.sarhad.e2e.browser;

import org.jspecify.annotations.NullMarked;
