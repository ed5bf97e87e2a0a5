using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Polling;
using NewsEducator.Collector.Retries;
using NewsEducator.Collector.Selection;
using NewsEducator.Collector.Telemetry;
using NewsEducator.Collector.Throttling;

namespace NewsEducator.Collector.Items;

internal static class CollectingServices
{
    /// <summary>The way of an item from its source's list to what is stored of it; connectors, database, policy and options are added
    /// elsewhere.</summary>
    public static IServiceCollection AddCollecting(this IServiceCollection services) =>
        services
            .AddSingleton<CollectorMetrics>()
            .AddSingleton<IHostGate, HostGate>()
            .AddSingleton<SelectionRules>()
            .AddScoped<ConnectorCatalog>()
            .AddScoped<FindDuplicate>()
            .AddScoped<FindEvent>()
            .AddScoped<FetchItem>()
            .AddScoped<RecordItem>()
            .AddScoped<CollectItem>()
            .AddScoped<CollectInIsolation>()
            .AddScoped<PostponeItem>()
            .AddScoped<PollSource>();
}
