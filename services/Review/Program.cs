using MassTransit;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using NewsEducator.Review;
using NewsEducator.Review.Access;
using NewsEducator.Review.Api;
using NewsEducator.Review.Bundles;
using NewsEducator.Review.Candidates.Queue;
using NewsEducator.Review.Candidates.Sources;
using NewsEducator.Review.Concepts;
using NewsEducator.Review.Corrections;
using NewsEducator.Review.Data;
using NewsEducator.Review.Idempotency;
using NewsEducator.Review.Live;
using NewsEducator.Review.Notes;
using NewsEducator.Review.Operations;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Packs.Audit;
using NewsEducator.Review.Packs.Files;
using NewsEducator.Review.Packs.Releases;
using NewsEducator.Review.Pages;
using NewsEducator.Review.Privacy;
using NewsEducator.Review.Ranking;
using NewsEducator.Review.Reminders;
using NewsEducator.Review.Retention;
using NewsEducator.Review.Schedule;
using NewsEducator.Review.Settings;
using NewsEducator.ServiceDefaults;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Diagnosis;
using NewsEducator.ServiceDefaults.Hosting;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.ServiceDefaults.Net;
using NewsEducator.ServiceDefaults.Reconciling;
using NewsEducator.ServiceDefaults.Retention;
using NewsEducator.ServiceDefaults.Signing;

if (args is [HealthProbe.Argument])
{
    return await HealthProbe.AskAsync();
}

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
builder.AddConceptsApi();
builder.AddPublisherApi<AttachPersonsToken>();
builder.Services.AddSingleton<PageTokens>();
builder.AddOperations();
builder.Services.AddSingleton<LearningMap>();
builder.AddLive();
builder.AddBus<ReviewDb>(
    "review",
    bus =>
    {
        bus.AddConsumer<QueueScreenedItem, OneAtATime<QueueScreenedItem>>();
        bus.AddConsumer<RecordDroppedItem>();
        bus.AddConsumer<WithdrawCandidates, OneAtATime<WithdrawCandidates>>();
        bus.AddConsumer<RecordSourceCheck, OneAtATime<RecordSourceCheck>>();
        bus.AddConsumer<MarkPackPublished>();
        bus.AddConsumer<SendRelease>();
        bus.AddConsumer<QueueFindings, OneAtATime<QueueFindings>>();
        bus.AddConsumer<RecordRevision, OneAtATime<RecordRevision>>();
    }
);
builder.AddReviewSettings();
builder.Services.AddValidatedOptions<SourceCheckOptions>(SourceCheckOptions.Section);
builder.Services.AddHostedService<LookAtSources>();
builder.Services.AddScoped<MarkWithdrawn>();
builder.Services.AddSingleton<PackCalendar>();
WatchCertificate.Add(builder, services => services.GetRequiredService<IOptions<ReviewOptions>>().Value.PublicUrl);
builder.AddRetention();
builder.AddPersonalData();
builder.AddReconciler<SentReleases>();
builder.AddReconciler<SentApprovals>();
builder.AddReconciler<SentSubmissions>();
builder.AddReconciler<SentCorrections>();
builder.AddSigning();
builder.Services.AddHostedService<SignUnpublished>();
builder.Services.AddScoped<ReleaseMessages>();
builder.Services.AddScoped<AwaitSources>();
builder.Services.AddScoped<GetPackBundle>();
builder.Services.AddScoped<CutPack>();
builder.Services.AddScoped<ReleasePack>();
builder.Services.AddScoped<ChangeCorrection>();
builder.Services.AddScoped<CorrectionMessages>();
builder.Services.AddScoped<CorrectionDesk>();
builder.Services.AddScoped<ProposeCorrection>();
builder.Services.AddScoped<WithdrawFromQueue>();
builder.Services.AddScoped<PreviewRanking>();
builder.Services.AddHostedService<PackSchedule>();
builder.Services.AddHostedService<RemindOfPacks>();
builder.Services.AddValidatedOptions<NotesOptions>(NotesOptions.Section);
builder.Services.AddScoped<ReadNote>();
builder.Services.AddScoped<ApplyNoteEdits>();
builder.Services.AddSingleton<NoteFaults>();
builder
    .Services.AddHealthChecks()
    .AddCheck<NotesHealth>("notes")
    .AddFolder("notes-folder", "Notes__Folder", services => services.GetRequiredService<IOptions<NotesOptions>>().Value.Folder);
builder.Services.AddHostedService<NotesFolderPoll>();
builder.Services.AddValidatedOptions<IdempotencyOptions>(IdempotencyOptions.Section);
builder.Services.AddScoped<AnswerStore>();
builder.Services.AddHostedService<SweepAnswers>();
builder.Services.Configure<OpenApiOptions>("v1", api => api.AddOperationTransformer<DescribeOperation>());
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = PackFileBody.MaxBytes);

var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
app.UseRateLimiter();
app.UseMiddleware<IdempotencyMiddleware>();
app.UseForgeryRefusal();
app.MapStaticAssets().AllowAnonymous();
app.MapReviewApi();
app.MapPersonalData();
app.MapPost(LookUpKey.Address, LookUpKey.Handle).RequireAuthorization(LookUpKey.OfServices).ExcludeFromDescription();
app.MapReconcile<ReceivedScreenings>("screenings");
app.MapReconcile<NeededItems>(NeededEvidence.What);
app.MapReviewPages();
return await app.RunServiceAsync<ReviewDb>(args);
