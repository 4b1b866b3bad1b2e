package zeren.layer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * Writes what rows of a view say as JSON, straight from the columns: a value that comes again and
 * again is encoded once, a text that occurs once is copied.
 */
public final class PropertyWriter {

  private final LayerView view;
  private final JsonGenerator json;
  private final Column ids;
  private final List<Property> properties = new ArrayList<>();

  public PropertyWriter(LayerView view, JsonGenerator json) {
    this.view = view;
    this.json = json;
    this.ids = view.ids();
    for (LayerField field : view.fields()) {
      Column column = view.findColumn(field.name());
      if (column != null) {
        properties.add(new Property(field.name(), column));
      }
    }
  }

  /** Writes the id as a value. */
  public void writeId(int row) {
    if (!ids.utf8(row, this::writeText)) {
      json.writeString(view.id(row));
    }
  }

  /** Writes the visible values as members of the object that was begun, without those missing. */
  public void writeMembers(int row) {
    for (Property property : properties) {
      property.write(row);
    }
  }

  private void writeText(byte[] utf8, int from, int to) {
    json.writeUTF8String(utf8, from, to - from);
  }

  /** One field of all rows. */
  private final class Property {
    private final SerializableString name;
    private final Column column;

    /** Values by code, as far as they have been written. */
    private final @Nullable SerializableString[] texts;

    Property(String name, Column column) {
      this.name = new SerializedString(name);
      this.column = column;
      this.texts = new SerializableString[column.codes()];
    }

    void write(int row) {
      if (texts.length > 0) {
        writeCoded(column.code(row));
      } else if (!column.utf8(row, this::writeNamedText)) {
        Object value = column.value(row);
        if (value != null) {
          json.writeName(name);
          writeValue(value);
        }
      }
    }

    private void writeCoded(int code) {
      SerializableString text = texts[code];
      if (text != null) {
        json.writeName(name);
        json.writeString(text);
        return;
      }
      Object value = column.decoded(code);
      if (value instanceof String string) {
        texts[code] = new SerializedString(string);
        writeCoded(code);
      } else if (value != null) {
        json.writeName(name);
        writeValue(value);
      }
    }

    private void writeNamedText(byte[] utf8, int from, int to) {
      json.writeName(name);
      writeText(utf8, from, to);
    }

    private void writeValue(Object value) {
      if (value instanceof Long number) {
        json.writeNumber(number);
      } else if (value instanceof Double number) {
        json.writeNumber(number);
      } else if (value instanceof Boolean truth) {
        json.writeBoolean(truth);
      } else {
        json.writeString(value.toString());
      }
    }
  }
}
