package zeren;

import java.net.InetAddress;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the address, in one line, when the data is being served. */
@Component
class ReadyLine {

  @EventListener
  @SuppressWarnings("SystemOut") // For the person who started the command; the log is a file.
  void print(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof ServletWebServerApplicationContext context
        && context.getWebServer() != null) {
      String host = context.getEnvironment().getProperty("server.address", "127.0.0.1");
      String shown = host.equals("0.0.0.0") ? InetAddress.getLoopbackAddress().getHostName() : host;
      System.out.println(
          "Zeren is ready: http://" + shown + ":" + context.getWebServer().getPort() + "/");
    }
  }
}
