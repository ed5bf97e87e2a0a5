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

    private const string BusSource = "MassTransit";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        // What fails in the database reaches its caller as an exception and is logged there, once.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.None);
        var isReceived = !string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        var telemetry = builder
            .Services.AddOpenTelemetry()
            .WithTracing(tracing =>
                tracing
                    // What nobody receives is not recorded, see TraceIds.
                    .SetSampler(isReceived ? new ParentBasedSampler(new BackgroundCallSampler()) : new AlwaysOffSampler())
                    .AddSource(OurSources, BusSource)
                    .AddHttpClientInstrumentation()
                    .AddAspNetCoreInstrumentation(web => web.Filter = context => !context.Request.Path.StartsWithSegments("/health"))
            )
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(OurSources, BusSource)
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddRuntimeInstrumentation()
                    .AddPrometheusExporter()
            );
        if (isReceived)
        {
            builder.Logging.AddOpenTelemetry(logging =>
            {
                logging.IncludeFormattedMessage = true;
                logging.IncludeScopes = true;
            });
            telemetry.UseOtlpExporter();
        }
        else
        {
            TraceIds.PassOn(source => source == BusSource || source.StartsWith(OurSources[..^1], StringComparison.Ordinal));
        }
    }
}
