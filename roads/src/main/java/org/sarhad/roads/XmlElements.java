package org.sarhad.roads;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.osm.OSMXMLHelper;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The elements of an OSM XML file, one after another. Whatever a file says about other files is
/// not looked at. Mutable, for one file.
final class XmlElements {
  private static final String NO_LIMIT = "0";

  /// They count what is spelt as an entity in the whole file, and are made for small ones.
  private static final List<String> LIMITS =
      List.of(
          "jdk.xml.entityExpansionLimit",
          "jdk.xml.totalEntitySizeLimit",
          "jdk.xml.maxGeneralEntitySizeLimit");

  private final OsmFile file;
  private final InputStream in;

  XmlElements(OsmFile file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  /// @throws UnfitFileException when it is no XML, no OSM XML, or ends in the middle
  void read(Elements elements) throws IOException, UnfitFileException {
    @Nullable XMLStreamReader xml = null;
    try {
      xml = factory().createXMLStreamReader(letters());
      toRoot(xml);
      for (ReaderElement element = next(xml); element != null; element = next(xml)) {
        elements.take(element);
      }
      // What is behind the last element is read too: the sum of what was packed stands there.
      in.transferTo(OutputStream.nullOutputStream());
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException io
          && !(io instanceof CharacterCodingException)) {
        throw io;
      }
      throw file.broken("as XML it ends in the middle, or is none" + at(xml), e);
    } catch (CharacterCodingException e) {
      throw file.broken("it is not UTF-8" + at(xml), e);
    } catch (IllegalArgumentException | NullPointerException e) {
      // A number that is none, or an attribute that is missing: GraphHopper looks for neither.
      throw file.broken("a node or way is spelt wrongly" + at(xml), e);
    }
  }

  /// UTF-8, as all of OSM is; what is none is a flaw and not a question mark. The stream stays open
  /// behind the last element.
  private Reader letters() {
    var left =
        new FilterInputStream(in) {
          @Override
          public void close() {
            // Who opened it closes it.
          }
        };
    return new InputStreamReader(left, StandardCharsets.UTF_8.newDecoder());
  }

  /// No document type, so no entities of its own and nothing from elsewhere. What is then left of
  /// entities is an ampersand or a quotation mark in a name, and of those there may be any number.
  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    LIMITS.forEach(limit -> factory.setProperty(limit, NO_LIMIT));
    return factory;
  }

  private void toRoot(XMLStreamReader xml) throws XMLStreamException, UnfitFileException {
    int event = xml.next();
    while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT) {
      event = xml.next();
    }
    if (event != XMLStreamConstants.START_ELEMENT || !xml.getLocalName().equals("osm")) {
      throw file.unfit(Flaw.NOT_OSM, "is XML, but no extract of OpenStreetMap.");
    }
  }

  private static @Nullable ReaderElement next(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "node" -> {
            return OSMXMLHelper.createNode(id(xml), xml);
          }
          case "way" -> {
            return OSMXMLHelper.createWay(id(xml), xml);
          }
          default -> {}
        }
      }
    }
    return null;
  }

  private static long id(XMLStreamReader xml) {
    return Long.parseLong(xml.getAttributeValue(null, "id"));
  }

  private static String at(@Nullable XMLStreamReader xml) {
    return xml == null ? "" : " (line %d)".formatted(xml.getLocation().getLineNumber());
  }
}
