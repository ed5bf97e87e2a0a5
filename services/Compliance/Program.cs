using MassTransit;
using NewsEducator.Compliance;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Policies;
using NewsEducator.Compliance.Screenings;
using NewsEducator.ServiceDefaults;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase<ComplianceDb>("compliancedb");
builder.AddBus<ComplianceDb>("compliance", bus =>
{
    bus.AddConsumer<ScreenSummary>();
    bus.AddConsumer<ScreenEdit>();
});
builder.AddSnapshotsApi();
builder.AddPolicy();
builder.Services.AddScoped<Screener>();

var app = builder.Build();
app.MapServiceDefaults();
app.MapComplianceApi();
return await app.RunServiceAsync<ComplianceDb>(args);
