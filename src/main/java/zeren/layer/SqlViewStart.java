package zeren.layer;

import org.springframework.stereotype.Component;

/** Makes the layers readable with SQL, before anything is written to them. */
@Component
class SqlViewStart extends BeforeServing {

  private final SqlViewRepository views;
  private final Declarations declarations;

  SqlViewStart(SqlViewRepository views, Declarations declarations) {
    super(CHECK);
    this.views = views;
    this.declarations = declarations;
  }

  @Override
  protected void run() {
    views.bringUpToDate(declarations.all());
  }
}
