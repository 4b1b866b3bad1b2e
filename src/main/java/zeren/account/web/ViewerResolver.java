package zeren.account.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import zeren.account.CurrentViewer;
import zeren.layer.Viewer;

/** Gives a controller the {@link Viewer} who is asking. */
final class ViewerResolver implements HandlerMethodArgumentResolver {

  private final CurrentViewer current;

  ViewerResolver(CurrentViewer current) {
    this.current = current;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Viewer.class;
  }

  @Override
  public Viewer resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return current.of(SecurityContextHolder.getContext().getAuthentication());
  }
}
