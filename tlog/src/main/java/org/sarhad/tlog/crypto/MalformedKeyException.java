package org.sarhad.tlog.crypto;

import org.sarhad.tlog.MalformedException;

/// The bytes of a private key file are not a PKCS #8 seed of an algorithm we use. The message never
/// repeats bytes of the key.
public final class MalformedKeyException extends MalformedException {
  private static final long serialVersionUID = 1L;

  MalformedKeyException(String what, String found, String expected) {
    super(what, found, expected);
  }
}
