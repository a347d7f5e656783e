/// What a node says about itself to machines: Prometheus metrics ([Metrics]) and one line a log
/// event ([LogLines]). Neither ever holds a secret, a payload or a person's words.
package org.sarhad.node.metrics;
