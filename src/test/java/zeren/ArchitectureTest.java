package zeren;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/**
 * Holds the modules to what their {@code package-info.java} says they may use, and the layers
 * inside a module apart.
 */
class ArchitectureTest {

  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("zeren");

  private static final ArchRule GEOTOOLS_ONLY_IN_GEO =
      noClasses()
          .that()
          .resideOutsideOfPackage("zeren.geo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.geotools..", "org.opengis..");

  /** A GeoPackage is a database in a file, and a format like the others to its users. */
  private static final ArchRule SQL_ONLY_IN_REPOSITORIES =
      noClasses()
          .that()
          .haveNameNotMatching(".+Repository(\\$.+)?|zeren\\.format\\.GeoPackage.+")
          .and()
          .resideOutsideOfPackage("zeren.database..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..");

  private static final ArchRule CONTROLLERS_ONLY_IN_WEB =
      classes()
          .that()
          .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
          .should()
          .resideInAnyPackage("zeren.*.web", "zeren.page")
          .andShould()
          .notBePublic();

  private static final ArchRule NO_THIRD_PACKAGE_LEVEL =
      classes().should().resideInAnyPackage("zeren", "zeren.*", "zeren.*.web");

  private static final List<ArchRule> RULES =
      List.of(
          GEOTOOLS_ONLY_IN_GEO,
          SQL_ONLY_IN_REPOSITORIES,
          CONTROLLERS_ONLY_IN_WEB,
          NO_THIRD_PACKAGE_LEVEL);

  @Test
  void modulesUseOnlyWhatTheyDeclare() {
    ApplicationModules.of(ZerenApplication.class).verify();
  }

  @Test
  void everyModuleDeclaresWhatItMayUse() {
    assertThat(ApplicationModules.of(ZerenApplication.class).stream())
        .extracting(module -> module.getIdentifier().toString())
        .contains(
            "geo",
            "problem",
            "database",
            "format",
            "layer",
            "filter",
            "exchange",
            "zone",
            "tile",
            "trail",
            "account",
            "notice",
            "desk",
            "my",
            "operation",
            "page");
    assertThat(PRODUCTION)
        .filteredOn(type -> type.getName().matches("zeren\\.[a-z]+\\.package-info"))
        .allMatch(
            type ->
                type.isAnnotatedWith("org.springframework.modulith.ApplicationModule")
                    && type.isAnnotatedWith("org.jspecify.annotations.NullMarked"));
  }

  /** Outside such packages nobody checks for null. */
  @Test
  void everyPackageIsNullMarked() {
    assertThat(PRODUCTION)
        .extracting(JavaClass::getPackageName)
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(
                        PRODUCTION
                            .get(name + ".package-info")
                            .isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                    .as(name)
                    .isTrue());
  }

  @Test
  void rulesInsideModulesHold() {
    RULES.forEach(rule -> rule.check(PRODUCTION));
  }

  /** The rules themselves: code planted in test sources breaks each of them, and is found. */
  @Test
  void plantedBadImportsAreFound() {
    JavaClasses planted = new ClassFileImporter().importPackages("planted.rules");
    for (ArchRule rule : RULES) {
      assertThatThrownBy(() -> rule.check(planted))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("Planted");
    }
  }

  @Test
  void plantedBadModuleIsFound() {
    Violations violations =
        ApplicationModules.of("planted.modules", new ImportOption.OnlyIncludeTests())
            .detectViolations();
    assertThat(violations.getMessages()).anyMatch(message -> message.contains("PlantedReader"));
  }
}
