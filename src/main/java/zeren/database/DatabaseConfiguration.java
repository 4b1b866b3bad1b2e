package zeren.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean
  Dialect dialect(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Dialect.of(connection.getMetaData().getDatabaseProductName());
    }
  }
}
