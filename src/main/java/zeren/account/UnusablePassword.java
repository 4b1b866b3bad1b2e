package zeren.account;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why the chosen password stopped the first start. */
class UnusablePassword extends AbstractFailureAnalyzer<UnusablePasswordException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, UnusablePasswordException cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Choose another in ZEREN_ADMIN_PASSWORD, or leave it out to get a random one.",
        cause);
  }
}
