package org.sarhad.node.lists;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads XML record by record, so that a list of any length takes the memory of one record.
///
/// No document type is accepted, no entity but the five of XML itself is known, and no other file
/// is ever opened. A record has at most 20 000 elements, 32 deep, and 4 million characters.
final class ElementReader implements AutoCloseable {
  private static final int DEPTH_MAX = 32;
  private static final int ELEMENTS_MAX = 20_000;
  private static final int CHARACTERS_MAX = 4_000_000;

  private final XMLStreamReader xml;
  private int elements;
  private int characters;

  private ElementReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /// Reads `file` from where it stands, as UTF-8, whatever it says of itself: all lists are.
  static ElementReader of(InputStream file) throws MalformedListException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (_, _, _, _) -> {
          throw new XMLStreamException("no other file is opened");
        });
    var reader =
        new InputStreamReader(
            file, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
    try {
      return new ElementReader(factory.createXMLStreamReader(reader));
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  /// The root, without what is in it.
  Element root() throws MalformedListException {
    try {
      while (xml.hasNext()) {
        int event = xml.next();
        refuseDocumentType(event);
        if (event == XMLStreamConstants.START_ELEMENT) {
          return new Element(xml.getLocalName(), line(), attributes(), List.of(), "");
        }
      }
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
    throw new MalformedListException(ListFlaw.NOT_WELL_FORMED, 0, "no element");
  }

  /// What is done with a record.
  @FunctionalInterface
  interface Taker {
    void take(Element record) throws MalformedListException;
  }

  /// Gives each element that is called like one of `names`, to the end of the file; not those
  /// inside another one that is.
  void each(Set<String> names, Taker taker) throws MalformedListException {
    try {
      while (xml.hasNext()) {
        int event = xml.next();
        refuseDocumentType(event);
        if (event == XMLStreamConstants.START_ELEMENT && names.contains(xml.getLocalName())) {
          elements = 0;
          characters = 0;
          taker.take(element(1));
        }
      }
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  private Element element(int depth) throws XMLStreamException, MalformedListException {
    var name = xml.getLocalName();
    int line = line();
    var attributes = attributes();
    var children = new ArrayList<Element>();
    var text = new StringBuilder();
    bound(depth > DEPTH_MAX || ++elements > ELEMENTS_MAX, name);
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      refuseDocumentType(event);
      if (event == XMLStreamConstants.START_ELEMENT) {
        children.add(element(depth + 1));
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        count(xml.getTextLength(), name);
        text.append(xml.getText());
      }
    }
    return new Element(name, line, attributes, children, plain(text.toString()));
  }

  private Map<String, String> attributes() throws MalformedListException {
    var attributes = new LinkedHashMap<String, String>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      count(xml.getAttributeValue(i).length(), xml.getAttributeLocalName(i));
      attributes.put(xml.getAttributeLocalName(i), plain(xml.getAttributeValue(i)));
    }
    return attributes;
  }

  private void count(int more, String where) throws MalformedListException {
    characters += more;
    bound(characters > CHARACTERS_MAX, where);
  }

  private void bound(boolean isBeyond, String where) throws MalformedListException {
    if (isBeyond) {
      throw new MalformedListException(ListFlaw.RECORD_TOO_LARGE, line(), where);
    }
  }

  private void refuseDocumentType(int event) throws MalformedListException {
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new MalformedListException(ListFlaw.DOCUMENT_TYPE, line(), "<!DOCTYPE or an entity");
    }
  }

  private int line() {
    return Math.max(1, xml.getLocation().getLineNumber());
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static MalformedListException damaged(XMLStreamException e) {
    int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
    return new MalformedListException(
        ListFlaw.NOT_WELL_FORMED, line, String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
  }

  @Override
  public void close() throws MalformedListException {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }
}
