package zeren.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zeren.layer.Drawing;
import zeren.layer.FieldTexts;
import zeren.layer.GeometryType;
import zeren.layer.LayerView;
import zeren.notice.CellNotice;
import zeren.responsibility.Answer;
import zeren.responsibility.Party;

/** What lies in a cell, in words. */
final class ObjectTexts {

  private final Messages messages;
  private final FieldTexts fields;
  private final CellAddress here;
  private int numbered;

  ObjectTexts(Messages messages, FieldTexts fields, CellAddress here) {
    this.messages = messages;
    this.fields = fields;
    this.here = here;
  }

  /**
   * The objects of one layer.
   *
   * @param more how many are not listed, in words; empty when all are
   */
  record Objects(String title, String count, List<Listed> listed, String more) {}

  /**
   * @param number on the sketch; empty for lines and areas
   * @param facts what is coded in its record, such as its kind
   */
  record Listed(String number, String name, String href, String facts, PartyText chief) {}

  List<Objects> of(CellNotice notice) {
    return notice.objects().stream().map(objects -> objects(objects, notice)).toList();
  }

  private Objects objects(CellNotice.Objects objects, CellNotice notice) {
    List<Listed> listed = new ArrayList<>();
    for (int row : objects.rows()) {
      listed.add(listed(objects, row, notice));
    }
    int left = objects.count() - listed.size();
    return new Objects(
        objects.layer().title().in(here.language()),
        Amounts.count(objects.count()),
        listed,
        left == 0
            ? ""
            : messages.text(
                here.language(), "cell.notListed", Map.of("count", Amounts.count(left))));
  }

  private Listed listed(CellNotice.Objects objects, int row, CellNotice notice) {
    LayerView view = objects.view();
    boolean isPoint = objects.layer().geometry() == GeometryType.POINT;
    String layer = objects.layer().id();
    return new Listed(
        isPoint ? String.valueOf(++numbered) : "",
        view.name(row),
        here.toMap(layer, view.id(row)),
        facts(view, row),
        PartyText.of(chief(notice, layer, view.id(row))));
  }

  /** Of what kind it is, and what its colour on the map stands for. */
  private String facts(LayerView view, int row) {
    Drawing.StyleByValue by = view.declaration().drawing().by();
    String coloured = by == null ? "" : by.field();
    Stream<String> kind =
        view.fields().stream()
            .filter(field -> field.values() != null && !field.name().equals(coloured))
            .limit(1)
            .map(field -> fields.of(field, view.value(row, field.name())));
    Stream<String> colour =
        view.fields().stream()
            .filter(field -> field.name().equals(coloured))
            .filter(field -> view.value(row, coloured) != null)
            .map(
                field ->
                    FieldTexts.heading(field, here.language())
                        + "\u00a0"
                        + fields.of(field, view.value(row, coloured)));
    return Stream.concat(kind, colour)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /** Who is in charge of a line or an object; null when nobody is. */
  private static @Nullable Party chief(CellNotice notice, String layer, String id) {
    return notice.answers().answers().stream()
        .filter(Answer::effective)
        .filter(answer -> answer.scope().layer().equals(layer) && answer.scope().id().equals(id))
        .map(Answer::party)
        .findFirst()
        .orElse(null);
  }
}
