@org.jspecify.annotations.NullMarked
package zeren.exchange.web;
