package zeren.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import zeren.layer.FeatureStore;
import zeren.layer.LayerCatalog;
import zeren.layer.LayerView;
import zeren.layer.Viewer;
import zeren.layer.Viewers;
import zeren.layer.Views;
import zeren.problem.ProblemException;

/** What an import writes, and how it survives, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ImportContract {

  private static final String LAYER = "outfall";
  private static final LocalDate DAY = LocalDate.of(2021, 3, 1);

  private ConfigurableApplicationContext context;
  private Imports imports;
  private ImportJobRepository jobs;
  private String prefix;
  private int round;

  /** Settings that lead to a new, empty database. */
  abstract List<String> freshDatabase();

  /** The database, the layers and imports, without the web. */
  @EnableAutoConfiguration
  @ComponentScan({"zeren.database", "zeren.layer", "zeren.exchange"})
  static final class Modules {

    /** Accounts are another module's; here everybody has all rights. */
    @Bean
    Viewers viewers() {
      return Viewer::service;
    }
  }

  @BeforeAll
  void start(@TempDir Path folder) {
    List<String> arguments = new ArrayList<>(freshDatabase());
    arguments.add("--zeren.data=" + folder);
    arguments.add("--zeren.layers=src/test/resources/own-layers");
    context =
        new SpringApplicationBuilder(Modules.class)
            .web(WebApplicationType.NONE)
            .run(arguments.toArray(String[]::new));
    imports = context.getBean(Imports.class);
    jobs = context.getBean(ImportJobRepository.class);
  }

  @BeforeEach
  void nextPrefix() {
    prefix = "t" + ++round + "-";
  }

  @AfterAll
  void stop() {
    context.close();
  }

  private String csv(int rows) {
    StringBuilder csv = new StringBuilder("编号,名称,经度,纬度\n");
    for (int i = 0; i < rows; i++) {
      csv.append("%s%d,口%d,113.55,34.75\n".formatted(prefix, i, i));
    }
    return csv.toString();
  }

  private ImportJob upload(String text) throws IOException {
    return imports.upload(LAYER, "口.csv", null, "tester", file -> Files.writeString(file, text));
  }

  private static ImportSettings settings(ImportMode mode, LocalDate day) {
    return new ImportSettings("wgs84", mode, day, null, Rows.mapping());
  }

  private static ImportJob end(CompletableFuture<ImportJob> future)
      throws InterruptedException, ExecutionException {
    return future.get();
  }

  private ImportJob commit(String text) throws Exception {
    ImportJob job = upload(text);
    return end(imports.commitAtOnce(job.id(), settings(ImportMode.UPSERT, DAY), "tester"));
  }

  private static ImportResult result(ImportJob job) {
    assertThat(job.failure()).isNull();
    ImportResult result = job.result();
    if (result == null) {
      throw new AssertionError("There is no result of " + job);
    }
    assertThat(result.created() + result.changed() + result.unchanged() + result.refused())
        .isEqualTo(result.rows());
    return result;
  }

  private LayerView view() {
    return context.getBean(LayerCatalog.class).get(LAYER, Views.OFFICIAL, DAY);
  }

  private int versions(String id) {
    return context
        .getBean(LayerCatalog.class)
        .getHistory(LAYER, prefix + id, Views.OFFICIAL)
        .size();
  }

  /** A job of a node that died an hour ago, in the middle of writing. */
  private ImportJob leftBehind(String text) throws IOException {
    ImportJob job = upload(text);
    ImportJob whole =
        ImportJobs.with(job, settings(ImportMode.UPSERT, DAY), job.inspection().mapping());
    Instant hourAgo = Instant.now().minusSeconds(3600);
    assertThat(
            jobs.queue(
                whole, ImportState.COMMITTING, List.of(ImportState.UPLOADED), "dead", hourAgo))
        .isTrue();
    assertThat(jobs.start(job.id(), "dead", hourAgo)).isTrue();
    return jobs.find(job.id()).orElseThrow();
  }

  private ImportJob await(String id) throws InterruptedException {
    while (imports.get(id).state().isActive()) {
      Thread.sleep(20);
    }
    return imports.get(id);
  }

  @Test
  void writesWhatItRehearsed() throws Exception {
    ImportJob job = upload(csv(2_500) + prefix + "x,,113.55,34.75\n");
    ImportJob checked = end(imports.check(job.id(), settings(ImportMode.UPSERT, DAY)));
    assertThat(result(checked).created()).isEqualTo(2_500);
    assertThat(result(checked).refused()).isEqualTo(1);
    assertThat(view().findRow(prefix + "0")).isEmpty();
    ImportJob committed = end(imports.commit(job.id(), checked.settings(), "another"));
    assertThat(committed.createdBy()).isEqualTo("tester");
    assertThat(committed.committedBy()).isEqualTo("another");
    assertThat(committed.state()).isEqualTo(ImportState.COMMITTED);
    assertThat(committed.done()).isEqualTo(2_501);
    assertThat(committed.changeSet()).isNotNull();
    assertThat(view().findRow(prefix + "2499")).isPresent();
    assertThat(versions("0")).isEqualTo(1);
  }

  @Test
  void theSameAgainWritesNothing() throws Exception {
    commit(csv(1_200));
    ImportJob again = commit(csv(1_200));
    assertThat(result(again).unchanged()).isEqualTo(1_200);
    assertThat(again.changeSet()).isNull();
    assertThat(versions("1199")).isEqualTo(1);
  }

  @Test
  void undoTakesItBack() throws Exception {
    ImportJob job = commit(csv(700));
    assertThat(imports.undo(job.id(), Views.office("boss")).result()).isEqualTo(700);
    assertThat(view().findRow(prefix + "0")).isEmpty();
    assertThat(imports.get(job.id()).state()).isEqualTo(ImportState.UNDONE);
    assertThatThrownBy(() -> imports.undo(job.id(), Views.office("boss")))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void anUndoThatWasNotNotedIsNotedLater() throws Exception {
    ImportJob job = commit(csv(2));
    context
        .getBean(FeatureStore.class)
        .undo(Objects.requireNonNull(job.changeSet()), Views.office("boss"));
    assertThat(imports.get(job.id()).state()).isEqualTo(ImportState.COMMITTED);
    assertThatThrownBy(() -> imports.undo(job.id(), Views.office("boss")))
        .hasMessageContaining("is undone");
    assertThat(imports.get(job.id()).state()).isEqualTo(ImportState.UNDONE);
  }

  @Test
  void filesGoAfterAWhileAndWhatWasWrittenStays() throws Exception {
    ImportJob written = commit(csv(2));
    ImportJob left = upload(csv(2));
    ImportFolders folders = context.getBean(ImportFolders.class);
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(91));
    new ImportExpiry(jobs, folders, Clock.systemUTC(), Duration.ofDays(90)).run();
    assertThat(folders.of(left.id()).hasUpload()).isTrue();
    new ImportExpiry(jobs, folders, later, Duration.ofDays(90)).run();
    assertThat(folders.of(left.id()).path()).doesNotExist();
    assertThat(folders.of(written.id()).path()).doesNotExist();
    assertThat(jobs.find(left.id())).isEmpty();
    assertThat(imports.get(written.id()).result()).isEqualTo(written.result());
    assertThat(imports.undo(written.id(), Views.office("boss")).result()).isEqualTo(2);
  }

  @Test
  void severalAtOnceAreAllWrittenOnce() throws Exception {
    List<CompletableFuture<ImportJob>> ends = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ImportJob job = upload(csv(300).replace(prefix, prefix + i + "-"));
      ends.add(imports.commitAtOnce(job.id(), settings(ImportMode.UPSERT, DAY), "tester"));
    }
    for (CompletableFuture<ImportJob> one : ends) {
      assertThat(result(end(one)).created()).isEqualTo(300);
    }
    for (int i = 0; i < 5; i++) {
      assertThat(view().findRow(prefix + i + "-299")).isPresent();
      assertThat(versions(i + "-0")).isEqualTo(1);
    }
  }

  @Test
  void whatADeadNodeLeftIsDoneByAnother() throws Exception {
    ImportJob job = leftBehind(csv(50));
    assertThat(result(await(job.id())).created()).isEqualTo(50);
    assertThat(imports.get(job.id()).state()).isEqualTo(ImportState.COMMITTED);
    assertThat(versions("49")).isEqualTo(1);
  }

  /** It died between the commit of the features and the word that it was through. */
  @Test
  void whatADeadNodeHadWrittenIsNotWrittenAgain() throws Exception {
    ImportJob uploaded = upload(csv(50));
    ImportJob whole =
        ImportJobs.with(
            uploaded, settings(ImportMode.UPSERT, DAY), uploaded.inspection().mapping());
    ImportResult written =
        context
            .getBean(ImportEngine.class)
            .commit(ImportJobs.order(context, whole), new Progress());
    Instant hourAgo = Instant.now().minusSeconds(3600);
    jobs.queue(whole, ImportState.COMMITTING, List.of(ImportState.UPLOADED), "dead", hourAgo);
    jobs.start(uploaded.id(), "dead", hourAgo);

    ImportJob ended = await(uploaded.id());
    assertThat(ended.state()).isEqualTo(ImportState.COMMITTED);
    assertThat(result(ended)).isEqualTo(written);
    assertThat(ended.changeSet()).isEqualTo(written.changeSet());
    assertThat(versions("0")).isEqualTo(1);
  }

  @Test
  void twoNodesThatHaveTheSameImportWriteItOnce() throws Exception {
    ImportJob uploaded = upload(csv(50));
    ImportJob whole =
        ImportJobs.with(
            uploaded, settings(ImportMode.UPSERT, DAY), uploaded.inspection().mapping());
    ImportEngine engine = context.getBean(ImportEngine.class);
    ImportEngine.Order order = ImportJobs.order(context, whole);
    Long changeSet = engine.commit(order, new Progress()).changeSet();
    assertThatThrownBy(() -> engine.commit(order, new Progress()))
        .isInstanceOf(ImportEngine.AlreadyWrittenException.class);
    assertThat(context.getBean(FeatureStore.class).findChangeOfImport(uploaded.id()))
        .isEqualTo(Optional.ofNullable(changeSet));
    assertThat(versions("0")).isEqualTo(1);
  }

  @Test
  void whatIsCancelledInTheMiddleHasWrittenNothing() throws Exception {
    ImportJob uploaded = upload(csv(3_000));
    ImportJob whole =
        ImportJobs.with(
            uploaded, settings(ImportMode.UPSERT, DAY), uploaded.inspection().mapping());
    Progress progress = new Progress();
    progress.cancel();
    assertThatThrownBy(
            () ->
                context
                    .getBean(ImportEngine.class)
                    .commit(ImportJobs.order(context, whole), progress))
        .isInstanceOf(Progress.CancelledException.class);
    assertThat(view().findRow(prefix + "0")).isEmpty();
    assertThat(context.getBean(FeatureStore.class).findChangeOfImport(uploaded.id())).isEmpty();
    assertThat(
            result(end(imports.check(uploaded.id(), settings(ImportMode.UPSERT, DAY)))).created())
        .isEqualTo(3_000);
  }
}
