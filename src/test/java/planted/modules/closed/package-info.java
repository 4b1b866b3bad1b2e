/** A planted module whose neighbour must not use it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package planted.modules.closed;
