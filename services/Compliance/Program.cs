using MassTransit;
using NewsEducator.Compliance;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Drift;
using NewsEducator.Compliance.Opinions;
using NewsEducator.Compliance.Outcomes;
using NewsEducator.Compliance.Policies;
using NewsEducator.Compliance.Previews;
using NewsEducator.Compliance.Rescreens;
using NewsEducator.Compliance.Retention;
using NewsEducator.Compliance.Screenings;
using NewsEducator.ServiceDefaults;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Hosting;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.ServiceDefaults.Privacy;
using NewsEducator.ServiceDefaults.Reconciling;

if (args is [HealthProbe.Argument])
{
    return await HealthProbe.AskAsync();
}

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase<ComplianceDb>("compliancedb");
builder.AddPolicy();
builder.AddBus<ComplianceDb>(
    "compliance",
    bus =>
    {
        bus.AddConsumer<ScreenSummary>();
        bus.AddConsumer<ScreenEdit>();
        bus.AddConsumer<MoveScreenings>();
        bus.AddConsumer<RecordOutcomes>().KeepsQueue("compliance-record-standings");
        bus.AddConsumer<RescreenCandidate>();
        bus.AddConsumer<CheckPublishedSources, OneAtATime<CheckPublishedSources>>().KeepsQueue("compliance-hold-published");
        bus.AddConsumer<HoldWithdrawn, OneAtATime<HoldWithdrawn>>();
    }
);
builder.AddSnapshotsApi();
builder.AddReconciler<SentScreenings>();
builder.AddRetention();
builder
    .Services.AddPersonalData(
        "policy_versions",
        (ComplianceDb db, string name) =>
            db
                .PolicyVersions.Where(version => version.By == name)
                .Select(version => new
                {
                    version.Number,
                    version.By,
                    version.Comment,
                })
    )
    .AddPersonalData(
        "host_requests",
        (ComplianceDb db, string name) => db.HostRequests.Where(request => request.AskedBy == name || request.DecidedBy == name)
    )
    .AddPersonalData("rescreens", (ComplianceDb db, string name) => db.Rescreens.Where(rescreen => rescreen.RequestedBy == name));
builder.Services.AddScoped<ReadInput>();
builder.Services.AddScoped<Screener>();
builder.Services.AddVerifier();
builder.Services.AddScoped<Replay>();
builder
    .Services.AddValidatedOptions<DriftOptions>(DriftOptions.Section)
    .Validate(drift => drift.Check > TimeSpan.Zero, "Drift:Check must be longer than nothing.");
builder.Services.AddHostedService<RevisitSchedule>();

var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
app.MapComplianceApi();
app.MapReconcile<ReceivedSummaries>("summaries");
app.MapReconcile<ReceivedPublications>("publications");
app.MapReconcile<ReceivedApprovals>("approvals");
return await app.RunServiceAsync<ComplianceDb>(args);
