using MassTransit;
using NewsEducator.Collector;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors.GitHub;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Connectors.HuggingFace;
using NewsEducator.Collector.Connectors.Web;
using NewsEducator.Collector.Connectors.YouTube;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Diagnosis;
using NewsEducator.Collector.Drift;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Policies;
using NewsEducator.Collector.Polling;
using NewsEducator.Collector.Retention;
using NewsEducator.Collector.Retries;
using NewsEducator.Collector.Selection;
using NewsEducator.Collector.Sources;
using NewsEducator.Collector.Throttling;
using NewsEducator.ServiceDefaults;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Hosting;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.ServiceDefaults.Reconciling;
using NewsEducator.ServiceDefaults.Retention;

if (args is [HealthProbe.Argument])
{
    return await HealthProbe.AskAsync();
}

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase<CollectorDb>("collectordb");
builder.AddBus<CollectorDb>(
    "collector",
    bus =>
    {
        bus.AddConsumer<CollectSubmittedItem>();
        bus.AddConsumer<TombstoneItem>().KeepsQueue("collector-bury-item");
        bus.AddConsumer<RevisitItem, OneAtATime<RevisitItem>>();
        bus.AddConsumer<CheckSource, OneAtATime<CheckSource>>();
    }
);

builder.Services.AddValidatedOptions<CollectorOptions>(CollectorOptions.Section);
builder.Services.AddValidatedOptions<SelectionOptions>(SelectionOptions.Section);
builder.Services.AddValidatedOptions<RetryOptions>(RetryOptions.Section);
builder.Services.AddValidatedOptions<UpstreamOptions>(UpstreamOptions.Section);

builder.Services.AddValidatedOptions<HostThrottlingOptions>(HostThrottlingOptions.FormerSection, HostThrottlingOptions.Section);

builder.AddGitHub();
builder.AddYouTube();
builder.AddHuggingFace();
builder.AddWeb();
UpstreamProbe.Add(builder);
builder.AddPolicy();

builder.AddReconciler<SentItems>();
builder.Services.AddValidatedOptions<CollectorRetentionOptions>(CollectorRetentionOptions.Section);
builder.Services.AddExpiring<UnneededSnapshots>();
builder.Services.AddCollecting();
builder.Services.AddScoped<TrySource>();
builder.Services.AddHostedService<LoadSources>();
builder.Services.AddHostedService<Poller>();
builder.Services.AddHostedService<RetryFetches>();

var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
app.MapReconcile<ReceivedSubmissions>("submissions");
app.MapCollector();
return await app.RunServiceAsync<CollectorDb>(args);
