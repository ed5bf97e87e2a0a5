using MassTransit;
using NewsEducator.ServiceDefaults;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Hosting;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.ServiceDefaults.Reconciling;
using NewsEducator.Summarizer;
using NewsEducator.Summarizer.Data;
using NewsEducator.Summarizer.Engines;
using NewsEducator.Summarizer.Retention;
using NewsEducator.Summarizer.Summaries;

if (args is [HealthProbe.Argument])
{
    return await HealthProbe.AskAsync();
}

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase<SummarizerDb>("summarizerdb");
builder.AddBus<SummarizerDb>(
    "summarizer",
    bus =>
    {
        bus.AddConsumer<SummarizeItem>();
        bus.AddConsumer<SummarizeWaiting>();
    }
);
builder.AddSnapshotsApi();
builder.AddSummaryEngine();
builder.AddReconciler<SentSummaries>();
builder.AddRetention();

var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
app.MapSummarizerApi();
app.MapReconcile<ReceivedItems>("items");
return await app.RunServiceAsync<SummarizerDb>(args);
