package org.sarhad.node.lists;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The lists of docs/scenarios/lists, on which nobody is.
enum SampleList {
  UN("un.xml"),
  OFAC("ofac.xml"),
  EU("eu.xml"),
  UK("uk.xml"),
  UK_TABLE("uk.csv");

  private final String name;

  SampleList(String name) {
    this.name = name;
  }

  Path path() {
    return Path.of(System.getProperty("sarhad.root", ".."), "docs", "scenarios", "lists", name);
  }

  byte[] bytes() throws IOException {
    return Files.readAllBytes(path());
  }

  String text() throws IOException {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  ReadList read() throws IOException, MalformedListException {
    return ListReader.read(new ByteArrayInputStream(bytes()));
  }

  static ReadList read(String text) throws IOException, MalformedListException {
    return ListReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
