using MassTransit;
using NewsEducator.Review;
using NewsEducator.Review.Access;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Data;
using NewsEducator.Review.Live;
using NewsEducator.Review.Notes;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Pages;
using NewsEducator.Review.Schedule;
using NewsEducator.ServiceDefaults;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets();
builder.AddServiceDefaults();
builder.AddDatabase<ReviewDb>("reviewdb");
builder.AddSession();
builder.AddOpenId();
builder.AddSnapshotsApi();
builder.AddSourcesApi();
builder.AddLive();
builder.AddBus<ReviewDb>("review", bus =>
{
    bus.AddConsumer<QueueScreenedItem, OneAtATime<QueueScreenedItem>>();
    bus.AddConsumer<RecordDroppedItem>();
    bus.AddConsumer<MarkPackPublished>();
});
builder.Services.AddOptions<ReviewOptions>().BindConfiguration(ReviewOptions.Section).ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddSingleton<PackCalendar>();
builder.Services.AddScoped<CutPack>();
builder.Services.AddHostedService<PackSchedule>();
builder.Services.AddOptions<NotesOptions>().BindConfiguration(NotesOptions.Section).ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddScoped<SyncNote>();
builder.Services.AddHostedService<NotesSync>();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = PackFileBody.MaxBytes);

var app = builder.Build();
app.MapServiceDefaults();
app.UseAntiforgery();
app.MapStaticAssets().AllowAnonymous();
app.MapReviewApi();
app.MapReviewPages();
return await app.RunServiceAsync<ReviewDb>(args);
