/// Row `append`: how many entries become durable in a second, ours beside what else keeps rows.
@NullMarked
package org.sarhad.bench.append;

import org.jspecify.annotations.NullMarked;
