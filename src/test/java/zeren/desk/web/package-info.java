@NullMarked
package zeren.desk.web;

import org.jspecify.annotations.NullMarked;
