/// Tessera's POSIX log beside ours: the nearest thing that others run for the same work, from
/// Debian's packages (bench/tessera/build.sh).
@NullMarked
package org.sarhad.bench.tessera;

import org.jspecify.annotations.NullMarked;
