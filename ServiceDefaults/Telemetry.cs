using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace NewsEducator.ServiceDefaults;

internal static class Telemetry
{
    /// <summary>Every meter and activity source of the product begins with this.</summary>
    private const string OurSources = "NewsEducator.*";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        // What fails in the database reaches its caller as an exception and is logged there, once.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.None);
        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });
        var telemetry = builder
            .Services.AddOpenTelemetry()
            .WithTracing(tracing =>
                tracing
                    .SetSampler(new ParentBasedSampler(new BackgroundCallSampler()))
                    .AddSource(OurSources, "MassTransit")
                    .AddHttpClientInstrumentation()
                    .AddAspNetCoreInstrumentation(web => web.Filter = context => !context.Request.Path.StartsWithSegments("/health"))
            )
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(OurSources, "MassTransit")
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddRuntimeInstrumentation()
                    .AddPrometheusExporter()
            );
        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            telemetry.UseOtlpExporter();
        }
    }
}
