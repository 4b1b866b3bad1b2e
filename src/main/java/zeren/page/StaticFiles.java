package zeren.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The files that pages load: our own, asked for again each time, and the WebJars, whose path holds
 * their version.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BaseMap.class, PublicAddress.class})
class StaticFiles implements WebMvcConfigurer {

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    for (String folder : new String[] {"css", "js", "i18n", "img"}) {
      registry
          .addResourceHandler("/" + folder + "/**")
          .addResourceLocations("classpath:/web/" + folder + "/")
          .setCacheControl(CacheControl.noCache().cachePublic());
    }
    webJar(registry, "leaflet", "**");
    webJar(registry, "pbf", "**");
    // Its own page would show a document of others.
    webJar(registry, "swagger-ui", "*/swagger-ui-bundle.js");
    webJar(registry, "swagger-ui", "*/swagger-ui.css");
  }

  /** The worker lies with the other scripts and works for the page that is named here. */
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(
            new HandlerInterceptor() {
              @Override
              public boolean preHandle(
                  HttpServletRequest request, HttpServletResponse response, Object handler) {
                response.setHeader("Service-Worker-Allowed", "/my");
                return true;
              }
            })
        .addPathPatterns("/js/my/worker.js");
  }

  /**
   * @param files which of its files are served
   */
  private static void webJar(ResourceHandlerRegistry registry, String name, String files) {
    registry
        .addResourceHandler("/webjars/" + name + "/" + files)
        .addResourceLocations("classpath:/META-INF/resources/webjars/" + name + "/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
  }
}
