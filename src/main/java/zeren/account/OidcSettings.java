package zeren.account;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A provider of logins (OpenID Connect).
 *
 * @param issuer its address, where it describes itself
 * @param clientId what it calls this service
 * @param clientSecret what this service shows it
 * @param nameClaim what becomes the name of the account
 * @param roleClaim where it says what somebody may do; dots lead inwards
 * @param districtClaim where it says for which districts; the next two for which cells and layers
 * @param roles our role for each value of that; whoever has none of them has no account here
 */
@ConfigurationProperties("zeren.oidc")
record OidcSettings(
    String issuer,
    String clientId,
    String clientSecret,
    @DefaultValue("preferred_username") String nameClaim,
    @DefaultValue("roles") String roleClaim,
    @DefaultValue("zeren_districts") String districtClaim,
    @DefaultValue("zeren_cells") String cellClaim,
    @DefaultValue("zeren_layers") String layerClaim,
    @DefaultValue Map<String, String> roles) {}
