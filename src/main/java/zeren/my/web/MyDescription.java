package zeren.my.web;

import static zeren.openapi.Parameter.query;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zeren.my.OwnWork;
import zeren.openapi.Api;
import zeren.openapi.ApiDescription;
import zeren.openapi.Schema;

@Component
@Order(10)
class MyDescription implements ApiDescription {

  @Override
  public void describe(Api api) {
    api.section("我的网格", "The own area")
        .get("/api/my", "我的对象", "What lies in the own area, and what is to be done there")
        .says(
            "The cells and districts that the account is for, and the objects in them that it may edit: those with open"
                + " findings first, then those whose record has gaps. Of an account for everything, a cell has to be named.")
        .forAccounts()
        .takes(query("cell", Schema.text(), "Id of one cell to look at."))
        .answers(OwnWork.class)
        .refuses(403, "The account changes nothing.");
  }
}
