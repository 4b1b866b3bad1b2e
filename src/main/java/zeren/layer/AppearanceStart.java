package zeren.layer;

import org.springframework.stereotype.Component;

/** Reads how the layers look, before the layers themselves are read. */
@Component
class AppearanceStart extends BeforeServing {

  private final Appearances appearances;

  AppearanceStart(Appearances appearances) {
    super(READ - 1);
    this.appearances = appearances;
  }

  @Override
  protected void run() {
    appearances.read();
  }
}
