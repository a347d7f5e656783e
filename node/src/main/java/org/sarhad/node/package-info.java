/// One sovereign node as a program: [Main] is the door.
package org.sarhad.node;
