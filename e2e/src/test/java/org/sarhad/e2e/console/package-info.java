/// Tests of the console's sources that need no browser: its words, its markup, its geography, its
/// weight.
@NullMarked
package org.sarhad.e2e.console;

import org.jspecify.annotations.NullMarked;
