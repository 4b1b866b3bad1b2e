/** A planted module that uses what it does not declare. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package planted.modules.greedy;
