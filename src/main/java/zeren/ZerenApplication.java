package zeren;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class ZerenApplication {

  public static void main(String[] args) {
    SpringApplication.run(ZerenApplication.class, args);
  }
}
