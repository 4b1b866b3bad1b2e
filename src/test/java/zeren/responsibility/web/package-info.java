@NullMarked
package zeren.responsibility.web;

import org.jspecify.annotations.NullMarked;
