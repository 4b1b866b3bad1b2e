package zeren;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips a test that needs PostGIS, and says why, where PostGIS is not installed; in a run on
 * PostGIS that is every test, without being marked. With {@code CI=true} nothing is skipped, and
 * what needs it fails.
 */
public final class NeedsPostgis implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    String missing = PostgisServer.missing();
    return missing == null || "true".equals(System.getenv("CI"))
        ? ConditionEvaluationResult.enabled("PostGIS is needed")
        : ConditionEvaluationResult.disabled(missing);
  }
}
