package zeren.responsibility.web;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import zeren.layer.LayerDeclaration;
import zeren.layer.LayerField;
import zeren.layer.Title;
import zeren.responsibility.Role;

/** The words of sheets for people, in Chinese or English. */
final class Titles {

  private final boolean chinese;
  private final Function<String, LayerDeclaration> layers;

  /**
   * @param layers the declaration of a layer that there is
   */
  Titles(boolean chinese, Function<String, LayerDeclaration> layers) {
    this.chinese = chinese;
    this.layers = layers;
  }

  String of(String zh, String en) {
    return chinese ? zh : en;
  }

  String of(Title title) {
    return chinese ? title.zh() : title.en();
  }

  String layer(String id) {
    return of(layers.apply(id).title());
  }

  /** The title of an allowed value, else the value itself; null stays null. */
  @Nullable String value(String layer, String field, @Nullable String value) {
    if (value == null) {
      return null;
    }
    return layers
        .apply(layer)
        .findField(field)
        .map(LayerField::values)
        .map(values -> values.get(value))
        .map(this::of)
        .orElse(value);
  }

  /** Why nobody is in charge. */
  String gap(String code, String reason) {
    return switch (code) {
      case "no_holder" -> of("无人负责", reason);
      case "outside" -> of("不在任何责任区内", reason);
      case "not_responsible" -> of("已明确不负责,且无其他单位", reason);
      case "no_assignment" -> of("未明确分工", reason);
      default -> reason;
    };
  }

  String role(Role role) {
    return String.valueOf(value("assignment", "role", role.code()));
  }
}
