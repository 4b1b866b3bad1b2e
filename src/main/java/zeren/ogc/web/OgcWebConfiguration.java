package zeren.ogc.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.UrlHandlerFilter;

@Configuration(proxyBeanMethods = false)
class OgcWebConfiguration {

  /** Some clients, such as OWSLib, put a slash behind the address that they are given. */
  @Bean
  UrlHandlerFilter slashesAtTheEnd() {
    return UrlHandlerFilter.trailingSlashHandler("/ogc/**").wrapRequest().build();
  }
}
