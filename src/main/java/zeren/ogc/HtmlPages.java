package zeren.ogc;

import java.util.Map;

/** Makes the pages that people get where programs get JSON. */
public interface HtmlPages {

  /**
   * @param page name of the page, such as {@code ogc-items}
   * @param values what stands in it, by name
   * @return HTML
   */
  String render(String page, Map<String, Object> values);
}
