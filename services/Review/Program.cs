using System.Text.Json.Serialization;
using MassTransit;
using Microsoft.AspNetCore.OpenApi;
using NewsEducator.Review;
using NewsEducator.Review.Access;
using NewsEducator.Review.Api;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Data;
using NewsEducator.Review.Idempotency;
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
builder.AddRateLimit();
builder.AddOpenId();
builder.AddSnapshotsApi();
builder.AddSourcesApi();
builder.AddComplianceApi();
builder.AddLive();
builder.AddBus<ReviewDb>("review", bus =>
{
    bus.AddConsumer<QueueScreenedItem, OneAtATime<QueueScreenedItem>>();
    bus.AddConsumer<RecordDroppedItem>();
    bus.AddConsumer<WithdrawCandidates, OneAtATime<WithdrawCandidates>>();
    bus.AddConsumer<MarkPackPublished>();
    bus.AddConsumer<SendRelease>();
});
builder.Services.AddOptions<ReviewOptions>().BindConfiguration(ReviewOptions.Section).ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddSingleton<PackCalendar>();
builder.Services.AddScoped<CutPack>();
builder.Services.AddScoped<ReleasePack>();
builder.Services.AddHostedService<PackSchedule>();
builder.Services.AddOptions<NotesOptions>().BindConfiguration(NotesOptions.Section).ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddScoped<ReadNote>();
builder.Services.AddScoped<SyncNote>();
builder.Services.AddSingleton<NoteFaults>();
builder.Services.AddHealthChecks().AddCheck<NotesHealth>("notes");
builder.Services.AddHostedService<NotesSync>();
builder.Services.AddOptions<IdempotencyOptions>().BindConfiguration(IdempotencyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddScoped<AnswerStore>();
builder.Services.AddHostedService<SweepAnswers>();
builder.Services.ConfigureHttpJsonOptions(json =>
{
    // A member that nobody knows, or one that is missing, is a mistake that is named, never a request for something else.
    json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
    json.SerializerOptions.RespectRequiredConstructorParameters = true;
    json.SerializerOptions.AllowDuplicateProperties = false;
    json.SerializerOptions.Converters.Insert(0, new JsonStringEnumConverter(allowIntegerValues: false));
});
builder.Services.Configure<OpenApiOptions>("v1", api => api.AddOperationTransformer<DescribeOperation>());
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = PackFileBody.MaxBytes);

var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
app.UseRateLimiter();
app.UseMiddleware<AnswerOnce>();
app.UseAntiforgery();
app.MapStaticAssets().AllowAnonymous();
app.MapReviewApi();
app.MapPost(LookUpKey.Address, LookUpKey.Handle).RequireAuthorization(LookUpKey.OfServices).ExcludeFromDescription();
app.MapReviewPages();
return await app.RunServiceAsync<ReviewDb>(args);
