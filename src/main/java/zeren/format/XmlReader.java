package zeren.format;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML that nobody vouches for: no document type, so no entities; nothing from elsewhere;
 * bounded texts and depth. Names are those without prefix.
 */
final class XmlReader implements Closeable {

  private static final int DEEPEST = 200;

  private final String part;
  private final FormatLimits limits;
  private final InputStream bytes;
  private final XMLStreamReader xml;
  private int depth;
  private int event;

  private XmlReader(String part, FormatLimits limits, InputStream bytes, XMLStreamReader xml) {
    this.part = part;
    this.limits = limits;
    this.bytes = bytes;
    this.xml = xml;
  }

  /**
   * Starts to read.
   *
   * @param bytes closed with the reader
   * @param part what is read, for messages
   */
  static XmlReader open(InputStream bytes, String part, FormatLimits limits)
      throws IOException, FormatException {
    BufferedInputStream buffered = new BufferedInputStream(bytes, 1 << 16);
    try {
      XmlEncoding.skipMark(buffered);
      MarkupLimitReader text =
          new MarkupLimitReader(
              new InputStreamReader(buffered, XmlEncoding.declared(buffered, part).newDecoder()),
              limits);
      return new XmlReader(part, limits, buffered, factory().createXMLStreamReader(text));
    } catch (FormatException e) {
      buffered.close();
      throw e;
    } catch (IOException | XMLStreamException | RuntimeException e) {
      buffered.close();
      throw damaged(part, e);
    }
  }

  /** Goes to the next start or end of an element, or text; false at the end of the document. */
  boolean next() throws FormatException {
    try {
      do {
        if (!xml.hasNext()) {
          return false;
        }
        event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
          throw new FormatException(
              "xml-dtd", part + " has a document type or entities; such XML is not read", part);
        }
      } while (event == XMLStreamConstants.COMMENT
          || event == XMLStreamConstants.PROCESSING_INSTRUCTION);
    } catch (XMLStreamException | RuntimeException e) {
      throw damaged(part, e);
    }
    depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
    depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    if (depth > DEEPEST) {
      throw new FormatException("xml-depth", part + " is nested too deeply", part);
    }
    return true;
  }

  /** The name of the element that starts here; null when none does. */
  @Nullable String started() {
    return event == XMLStreamConstants.START_ELEMENT ? xml.getLocalName() : null;
  }

  boolean starts(String name) {
    return event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(name);
  }

  boolean ends(String name) {
    return event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(name);
  }

  /** An attribute of the element that starts here. */
  @Nullable String attribute(String name) {
    return xml.getAttributeValue(null, name);
  }

  /** The text of the element that starts here, up to its end; elements inside are passed over. */
  String text() throws FormatException {
    StringBuilder text = new StringBuilder();
    int inside = depth;
    while (depth >= inside && next()) {
      if (xml.isCharacters() && depth == inside) {
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        if (text.length() > limits.cellCharacters()) {
          throw new FormatException(
              "cell-length",
              "A text has more than " + limits.cellCharacters() + " characters",
              part);
        }
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    } finally {
      bytes.close();
    }
  }

  private static XMLInputFactory factory() {
    // Not whichever is first on the class path: what is switched off here is the JDK's.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  private static FormatException damaged(String part, Throwable thrown) {
    Throwable cause =
        // The JDK's parser does not chain what it wraps.
        thrown instanceof XMLStreamException xml && xml.getNestedException() != null
            ? xml.getNestedException()
            : thrown;
    FormatException refusal = RefusedReadException.refusalIn(cause);
    if (cause instanceof CharacterCodingException) {
      return XmlEncoding.wrong(part);
    }
    return refusal != null
        ? refusal
        : new FormatException(
            "xml-damaged", part + " is not well-formed XML; save the file once more", part);
  }
}
