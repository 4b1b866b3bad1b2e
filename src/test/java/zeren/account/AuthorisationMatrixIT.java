package zeren.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every path that is registered, with every method, asked by everybody. What each may be told
 * stands in {@code authorisation.csv}; a path without a line there fails.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuthorisationMatrixIT {

  private static final AuthorisationTown TOWN = new AuthorisationTown();
  private static final AuthorisationTable TABLE = new AuthorisationTable();
  private static final Map<String, Set<String>> REGISTERED = RegisteredPaths.of(TOWN.zeren());

  private static int cases;

  @AfterAll
  static void stop() {
    TOWN.close();
    System.out.printf(
        "Authorisation: %d cases of %d paths and %d viewers%n",
        cases, REGISTERED.size(), TABLE.viewers().size());
  }

  static Stream<List<String>> registered() {
    return requests(true);
  }

  static Stream<List<String>> others() {
    return requests(false);
  }

  private static Stream<List<String>> requests(boolean registered) {
    return REGISTERED.entrySet().stream()
        .flatMap(
            path ->
                RegisteredPaths.METHODS.stream()
                    .filter(method -> path.getValue().contains(method) == registered)
                    .map(method -> List.of(method, path.getKey())));
  }

  @ParameterizedTest
  @Order(1)
  @MethodSource("registered")
  void whatIsRegisteredIsAnsweredAsTheTableSays(List<String> request) {
    String method = request.get(0);
    String path = request.get(1);
    ask(method, TABLE.find(method, path), path);
  }

  /** What nobody has written answers nobody. */
  @ParameterizedTest
  @Order(1)
  @MethodSource("others")
  void otherMethodsAreRefusedAsTheTableSays(List<String> request) {
    String method = request.get(0);
    String path = request.get(1);
    ask(method, TABLE.findRule(method, path), path);
  }

  private static void ask(String method, Optional<AuthorisationTable.Line> expected, String path) {
    assertThat(expected).as("a line of authorisation.csv for %s %s", method, path).isPresent();
    AuthorisationTable.Line line = expected.orElseThrow();
    List<String> answers =
        TABLE.viewers().stream().map(viewer -> TOWN.answer(viewer, line, method)).toList();
    cases += answers.size();
    assertThat(line.withAnswers(answers)).hasToString(line.toString());
  }

  @Test
  @Order(2)
  void theTableIsAboutNothingElse() {
    assertThat(TABLE.unused()).isEmpty();
  }
}
