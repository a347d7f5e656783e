/// Row `publish`: how many entries a second become durable and published through one log.
@NullMarked
package org.sarhad.bench.publish;

import org.jspecify.annotations.NullMarked;
