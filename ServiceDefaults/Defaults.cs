using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Http.Resilience;
using NewsEducator.ServiceDefaults.Diagnosis;
using NewsEducator.ServiceDefaults.Hosting;
using NewsEducator.ServiceDefaults.Http;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.ServiceDefaults.Privacy;
using NewsEducator.ServiceDefaults.Security;
using NewsEducator.ServiceDefaults.Settings;
using Scalar.AspNetCore;

namespace NewsEducator.ServiceDefaults;

/// <summary>How every service is hosted: telemetry, health, discovery, resilience, errors, JSON, tokens.</summary>
public static class Defaults
{
    // Beside those that ASP.NET Core knows.
    private static readonly string[] MoreText =
    [
        "text/markdown",
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/problem+json",
        "application/schema+json",
    ];

    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder)
    {
        builder.AddSecretFiles();
        SettingsInForce.Add(builder);
        builder.AddTelemetry();
        builder.AddTokenSecurity();
        builder.AddProxies();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder
            .Services.AddHealthChecks()
            .AddCheck("self", () => HealthCheckResult.Healthy(), ["live"])
            .AddOnRequest<SettingsCheck>(SettingsCheck.Name);
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(http =>
        {
            // A pipeline for each host, so that one that fails never pauses the others.
            http.AddStandardResilienceHandler().SelectPipelineByAuthority();
            http.AddServiceDiscovery();
        });
        builder.Services.AddProblemDetails(problems =>
            problems.CustomizeProblemDetails = problem =>
            {
                if (problem.Exception is BadHttpRequestException bad)
                {
                    problem.ProblemDetails.Detail = BadRequestText.Of(bad);
                }
                else if (problem.ProblemDetails is { Status: StatusCodes.Status400BadRequest, Detail: null })
                {
                    problem.ProblemDetails.Detail = BadRequestText.Of(problem.HttpContext.Request.Query);
                }
            }
        );
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        // Pages write Chinese as it is, not as numbers: a third of the bytes, and their source can be read and searched.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        // Forms' hidden tokens differ with each page, so that an answer's size tells nothing of them over https either.
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, .. MoreText];
        });
        builder.Services.AddOpenApi();
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            // A member that nobody knows, or one that is missing, is a mistake that is named, never a request for something else.
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.AllowDuplicateProperties = false;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false));
        });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        return builder;
    }

    /// <summary>What every request passes: headers, errors as problem details, who asks and what they may.</summary>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        app.UseProxies();
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                // A request that cannot be read is its caller's mistake: it is answered with a problem and not logged as our error.
                StatusCodeSelector = error =>
                    error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
                SuppressDiagnosticsCallback = failed => failed.Exception is BadHttpRequestException,
            }
        );
        app.EndLastRequests();
        app.UseStatusCodePages();
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }

    /// <summary>Health is open to everyone; every other endpoint asks for a token unless it says otherwise itself.</summary>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        app.MapHealthChecks(
                "/health",
                new HealthCheckOptions
                {
                    Predicate = check => !check.Tags.Contains(Doctor.OnRequest),
                    ResponseWriter = HealthReportText.WriteAsync,
                }
            )
            .AllowAnonymous();
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = check => check.Tags.Contains("live") }).AllowAnonymous();
        Doctor.Map(app);
        SettingsInForce.Map(app);
        app.MapPrometheusScrapingEndpoint("/metrics").RequireAuthorization(Roles.Viewer);
        app.MapOpenApi();
        app.MapScalarApiReference();
        if (app.Services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(DeadLetterStore)))
        {
            app.MapDeadLetters();
            ReadMessaging.Map(app);
            PersonalData.Map(app);
        }

        return app;
    }
}
