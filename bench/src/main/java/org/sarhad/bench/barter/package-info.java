/// Rows about the barter account: the book, its statements, and what an outsider proves.
@NullMarked
package org.sarhad.bench.barter;

import org.jspecify.annotations.NullMarked;
