@NullMarked
package zeren.trail.web;

import org.jspecify.annotations.NullMarked;
