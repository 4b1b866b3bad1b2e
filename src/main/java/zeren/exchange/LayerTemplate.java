package zeren.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zeren.format.XlsxForm;
import zeren.layer.FieldType;
import zeren.layer.GeometryType;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;
import zeren.layer.Title;

/**
 * An Excel workbook to fill in for a layer, whose columns the import recognises by their headings,
 * all of them.
 */
public final class LayerTemplate {

  private static final Title SHEET = new Title("说明", "Guide");
  private static final List<Title> HEADS =
      List.of(
          new Title("列名", "Column"),
          new Title("必填", "Required"),
          new Title("类型", "Type"),
          new Title("单位", "Unit"),
          new Title("可填内容", "Allowed"),
          new Title("示例", "Example"));
  private static final Title YES = new Title("是", "yes");
  private static final Title NO = new Title("否", "no");
  private static final Map<FieldType, Title> TYPES =
      Map.of(
          FieldType.TEXT, new Title("文字", "text"),
          FieldType.INTEGER, new Title("整数", "whole number"),
          FieldType.NUMBER, new Title("数", "number"),
          FieldType.BOOLEAN, new Title("是/否", "yes or no"),
          FieldType.DATE, new Title("日期", "day"));
  private static final Title MANY = new Title("可填多个，用“;”或“、”分开：", "Several with ; between: ");
  private static final Title LAYER =
      new Title("图层的名称或代码，如 施工工地", "Name or id of a layer, such as site");
  private static final Title REFERS =
      new Title("%s的编号、名称或别名，须已在系统中", "Id, name or other name of a %s that is known");

  private final LayerDeclaration layer;
  private final List<LayerField> fields;
  private final Function<String, Title> titles;
  private final String language;
  private final HeadingWords words;
  private final Set<String> taken = new HashSet<>();
  private final List<XlsxForm.Column> columns = new ArrayList<>();
  private final List<List<String>> guide = new ArrayList<>();

  /**
   * @param fields those that whoever asks may see
   * @param titles what a layer is called, by its id
   * @param language {@code zh} or {@code en}
   */
  public LayerTemplate(
      LayerDeclaration layer,
      List<LayerField> fields,
      Function<String, Title> titles,
      String language) {
    this.layer = layer;
    this.fields = fields;
    this.titles = titles;
    this.language = language;
    this.words = new HeadingWords(layer);
  }

  /**
   * Writes the workbook.
   *
   * @param out not closed
   */
  public void writeTo(OutputStream out) throws IOException {
    columns.clear();
    guide.clear();
    guide.add(HEADS.stream().map(this::in).toList());
    boolean isTable = layer.geometry() == GeometryType.NONE;
    for (TemplateColumn column : TemplateColumn.before(layer.geometry())) {
      add(column);
    }
    fields.stream().filter(field -> !field.name().equals("synthetic")).forEach(this::add);
    if (isTable) {
      TemplateColumn.PERIOD.forEach(this::add);
    }
    String title = in(layer.title());
    new XlsxForm(title, List.copyOf(columns), in(SHEET), List.copyOf(guide)).writeTo(out);
  }

  private void add(TemplateColumn column) {
    String heading = heading(column.role().target(), List.of(in(column.title()), column.word()));
    enter(
        heading,
        column.required(),
        List.of(in(column.type()), "", in(column.allowed()), column.example()),
        List.of());
  }

  private void add(LayerField field) {
    List<String> wanted = new ArrayList<>();
    String unit = field.unit() == null ? "" : " (" + field.unit() + ")";
    wanted.add(in(field.title()) + unit);
    if (field.synonyms() != null) {
      field.synonyms().forEach(synonym -> wanted.add(synonym + unit));
    }
    wanted.add(field.name());
    enter(
        heading(field.name(), wanted),
        field.required(),
        List.of(
            in(TYPES.getOrDefault(field.type(), HEADS.get(2))),
            field.unit() == null ? "" : field.unit(),
            allowed(field),
            example(field)),
        field.many() ? List.of() : choices(field));
  }

  /** The first of the words that the import takes for this and that no other column has. */
  private String heading(String target, List<String> wanted) {
    String heading =
        wanted.stream()
            .filter(word -> words.find(word).filter(target::equals).isPresent())
            .filter(word -> !taken.contains(Wording.headingKey(word)))
            .findFirst()
            .orElse(target);
    taken.add(Wording.headingKey(heading));
    return heading;
  }

  private void enter(String heading, boolean required, List<String> about, List<String> choices) {
    List<String> row =
        Stream.concat(Stream.of(heading, in(required ? YES : NO)), about.stream()).toList();
    guide.add(row);
    StringBuilder note = new StringBuilder();
    for (int i = 1; i < row.size(); i++) {
      if (!row.get(i).isEmpty()) {
        note.append(in(HEADS.get(i))).append(language.equals("zh") ? "：" : ": ");
        note.append(row.get(i)).append('\n');
      }
    }
    columns.add(new XlsxForm.Column(heading, required, note.toString().strip(), choices));
  }

  private String allowed(LayerField field) {
    if (field.values() != null) {
      String all = String.join(language.equals("zh") ? "、" : ", ", choices(field));
      return field.many() ? in(MANY) + all : all;
    }
    if (LayerField.LAYERS.equals(field.refersTo())) {
      return in(LAYER);
    }
    if (field.refersTo() != null) {
      return in(REFERS).formatted(in(titles.apply(field.refersTo())));
    }
    return field.type() == FieldType.BOOLEAN ? in(YES) + " / " + in(NO) : "";
  }

  private List<String> choices(LayerField field) {
    if (field.type() == FieldType.BOOLEAN) {
      return List.of(in(YES), in(NO));
    }
    return field.values() == null
        ? List.of()
        : field.values().values().stream().map(this::in).toList();
  }

  private String example(LayerField field) {
    if (field.values() != null) {
      return choices(field).stream()
          .limit(field.many() ? 2 : 1)
          .collect(Collectors.joining(language.equals("zh") ? "、" : "; "));
    }
    return switch (field.type()) {
      case TEXT -> "";
      case INTEGER -> "1";
      case NUMBER -> "12.5";
      case BOOLEAN -> in(YES);
      case DATE -> "2026-01-31";
    };
  }

  private String in(Title title) {
    return title.in(language);
  }
}
