package zeren.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  /** Before anything is made of it, so that whoever starts the service reads why it is wrong. */
  @Bean
  static BeanFactoryPostProcessor addressCheck(Environment settings) {
    return factory -> {
      String fault = DatabaseAddress.fault(settings.getProperty("spring.datasource.url", ""));
      if (fault != null) {
        throw new DatabaseAddressException(fault);
      }
    };
  }

  @Bean
  Dialect dialect(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Dialect.of(connection.getMetaData().getDatabaseProductName());
    }
  }

  /** What only one of the drivers knows; an operator's own setting in the address goes first. */
  @Bean
  static BeanPostProcessor driverSettings() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
          String url = String.valueOf(pool.getJdbcUrl());
          if (url.startsWith("jdbc:postgresql:")) {
            setUpPostgresql(pool);
          } else if (url.startsWith("jdbc:h2:")) {
            setUpH2(pool);
          }
        }
        return bean;
      }
    };
  }

  private static void setUpPostgresql(HikariDataSource pool) {
    pool.addDataSourceProperty("ApplicationName", "zeren");
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    // A plan made for the first rows of an import does not fit its millionth.
    pool.addDataSourceProperty("options", "-c plan_cache_mode=force_custom_plan");
    pool.addDataSourceProperty("connectTimeout", "3");
    pool.addDataSourceProperty("tcpKeepAlive", "true");
  }

  /**
   * H2 gives a query that is asked again its last rows as long as it sees no change; a change that
   * was committed while the last rows were read is not seen (issues 3894 and 4208 of H2, mended
   * there but for some races). A layer in memory would then stay behind.
   */
  private static void setUpH2(HikariDataSource pool) {
    pool.addDataSourceProperty("OPTIMIZE_REUSE_RESULTS", "FALSE");
  }
}
