package zeren.page;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import zeren.ogc.HtmlPages;

/** The pages of the OGC APIs; nothing can be changed on them. */
@Component
class OgcPages implements HtmlPages {

  private final Pages pages;

  OgcPages(Pages pages) {
    this.pages = pages;
  }

  @Override
  public String render(String page, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("mayEdit", false);
    all.put("mayImport", false);
    all.put("seesAll", false);
    return pages.render(page, all);
  }
}
