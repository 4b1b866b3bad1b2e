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

  /**
   * What only the driver of PostgreSQL knows; an operator's own setting in the address goes first.
   */
  @Bean
  static BeanPostProcessor postgresqlSettings() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
            && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
          pool.addDataSourceProperty("ApplicationName", "zeren");
          pool.addDataSourceProperty("reWriteBatchedInserts", "true");
          // A plan made for the first rows of an import does not fit its millionth.
          pool.addDataSourceProperty("options", "-c plan_cache_mode=force_custom_plan");
          pool.addDataSourceProperty("connectTimeout", "3");
          pool.addDataSourceProperty("tcpKeepAlive", "true");
        }
        return bean;
      }
    };
  }
}
