using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace NewsEducator.ServiceDefaults.Security;

internal static class TokenSecurity
{
    /// <summary>Deny by default: an endpoint that names no policy still asks for a viewer.</summary>
    public static void AddTokenSecurity(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddValidatedOptions<AccessOptions>(AccessOptions.Section)
            .Validate(
                access => !string.IsNullOrWhiteSpace(access.LocalToken) || access.People.Count > 0 || access.OpenId.IsOn,
                "Auth:LocalToken, Auth:People and Auth:OpenId are missing: nobody could sign in. The AppHost sets it; elsewhere set Auth__LocalToken."
            );
        builder.Services.AddSingleton<ITokenSource, ConfiguredTokenStore>();
        // Review keeps the keys itself and has no reference to itself.
        if (builder.Configuration.GetSection("services:review").Exists())
        {
            builder.Services.AddTransient<AttachServiceToken>();
            builder
                .Services.AddHttpClient(ReviewKeys.ClientName, client => client.BaseAddress = new Uri("http://review"))
                .AddHttpMessageHandler<AttachServiceToken>();
            builder.Services.AddSingleton<ITokenSource, ReviewKeys>();
        }

        builder.Services.AddSingleton<AccessLog>();
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, TellRefusals>();
        builder.Services.AddSingleton<Lockout>();
        builder
            .Services.AddAuthentication(TokenHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.SchemeName, null);
        var viewer = new AuthorizationPolicyBuilder().RequireRole(Roles.Viewer).Build();
        builder
            .Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(viewer)
            .SetDefaultPolicy(viewer)
            .AddPolicy(Roles.Viewer, viewer)
            .AddPolicy(Roles.Reviewer, policy => policy.RequireRole(Roles.Reviewer))
            .AddPolicy(Roles.Editor, policy => policy.RequireRole(Roles.Editor))
            .AddPolicy(Roles.Operator, policy => policy.RequireRole(Roles.Operator))
            .AddPolicy(Roles.Service, policy => policy.RequireRole(Roles.Service, Roles.Viewer));
    }
}
