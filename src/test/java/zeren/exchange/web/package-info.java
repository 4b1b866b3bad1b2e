@NullMarked
package zeren.exchange.web;

import org.jspecify.annotations.NullMarked;
