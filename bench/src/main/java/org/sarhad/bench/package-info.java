/// The figures Sarhad promises, each measured by one command: `./sarhad bench ROW`.
///
/// docs/performance.md says what was promised, what was seen, and on which machine. [Main] lists
/// the rows; each is a class that says what is inside of its measurement and what is not.
@NullMarked
package org.sarhad.bench;

import org.jspecify.annotations.NullMarked;
