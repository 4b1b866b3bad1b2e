package zeren.layer;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why a layer declaration stopped the start. */
class UnusableDeclaration extends AbstractFailureAnalyzer<DeclarationException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, DeclarationException cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Correct the file, or take it out of config/layers. The shipped declarations show how.",
        cause);
  }
}
