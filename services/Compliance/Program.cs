using MassTransit;
using NewsEducator.Compliance;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Drift;
using NewsEducator.Compliance.Opinions;
using NewsEducator.Compliance.Policies;
using NewsEducator.Compliance.Previews;
using NewsEducator.Compliance.Rescreens;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Compliance.Standings;
using NewsEducator.ServiceDefaults;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.ServiceDefaults.Reconciling;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase<ComplianceDb>("compliancedb");
builder.AddPolicy();
builder.AddBus<ComplianceDb>("compliance", bus =>
{
    bus.AddConsumer<ScreenSummary>();
    bus.AddConsumer<ScreenEdit>();
    bus.AddConsumer<MoveScreenings>();
    bus.AddConsumer<RecordStandings>();
    bus.AddConsumer<RescreenCandidate>();
    bus.AddConsumer<HoldPublished, OneAtATime<HoldPublished>>();
    bus.AddConsumer<HoldWithdrawn, OneAtATime<HoldWithdrawn>>();
});
builder.AddSnapshotsApi();
builder.AddReconciler<SentScreenings>();
builder.Services.AddScoped<ReadInput>();
builder.Services.AddScoped<Screener>();
builder.Services.AddSingleton<OpinionLedger>();
builder.Services.AddSingleton<IVerifier, SecondOpinion>();
builder.Services.AddOptions<OpinionOptions>().BindConfiguration(OpinionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddScoped<Replay>();
builder.Services.AddOptions<DriftOptions>().BindConfiguration(DriftOptions.Section)
    .ValidateDataAnnotations()
    .Validate(drift => drift.Check > TimeSpan.Zero, "Drift:Check must be longer than nothing.")
    .ValidateOnStart();
builder.Services.AddHostedService<RevisitSchedule>();

var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
app.MapComplianceApi();
app.MapReconcile<ReceivedSummaries>();
return await app.RunServiceAsync<ComplianceDb>(args);
