/// Real processes on loopback: what an operator would type, and what they would see.
package org.sarhad.e2e.process;
