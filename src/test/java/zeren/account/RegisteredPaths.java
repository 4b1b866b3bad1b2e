package zeren.account;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import zeren.RunningZeren;

/** All that a running service answers to, as it says itself: controllers, files, Actuator. */
final class RegisteredPaths {

  /** HEAD goes with GET. */
  static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /** Answered by filters, before anything that is registered is looked for. */
  private static final Map<String, Set<String>> FILTERS =
      Map.of("/login", Set.of("POST"), "/logout", Set.of("POST"));

  private RegisteredPaths() {}

  /** The methods of each path. */
  static Map<String, Set<String>> of(RunningZeren zeren) {
    zeren.get("/");
    Map<String, Set<String>> found = new TreeMap<>();
    FILTERS.forEach((path, methods) -> found.put(path, new TreeSet<>(methods)));
    for (HandlerMapping mapping :
        List.copyOf(zeren.bean(DispatcherServlet.class).getHandlerMappings())) {
      paths(
          mapping,
          one -> found.computeIfAbsent(one.path(), path -> new TreeSet<>()).addAll(one.methods()));
    }
    return found;
  }

  private record Registered(String path, Set<String> methods) {}

  private static void paths(HandlerMapping mapping, Consumer<Registered> found) {
    if (mapping instanceof RequestMappingInfoHandlerMapping controllers) {
      for (RequestMappingInfo info : controllers.getHandlerMethods().keySet()) {
        info.getPatternValues().forEach(path -> found.accept(new Registered(path, methods(info))));
      }
    } else if (mapping instanceof AbstractUrlHandlerMapping files) {
      files
          .getHandlerMap()
          .keySet()
          .forEach(path -> found.accept(new Registered(path, Set.of("GET", "HEAD"))));
    } else if (!(mapping instanceof RouterFunctionMapping functions)
        || functions.getRouterFunction() != null) {
      throw new AssertionError("Nobody knows which paths these are: " + mapping);
    }
  }

  private static Set<String> methods(RequestMappingInfo info) {
    Set<String> methods =
        info.getMethodsCondition().getMethods().stream()
            .map(RequestMethod::name)
            .collect(Collectors.toCollection(TreeSet::new));
    if (methods.isEmpty()) {
      methods.addAll(METHODS);
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return methods;
  }
}
