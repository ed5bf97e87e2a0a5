using MassTransit;
using Microsoft.Extensions.Options;
using NewsEducator.Publisher;
using NewsEducator.Publisher.Cards.Decks;
using NewsEducator.Publisher.Corrections;
using NewsEducator.Publisher.Coverage;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Events;
using NewsEducator.Publisher.Feeds;
using NewsEducator.Publisher.Mail;
using NewsEducator.Publisher.Notes;
using NewsEducator.Publisher.Notes.Repository;
using NewsEducator.Publisher.Privacy;
using NewsEducator.Publisher.Replays;
using NewsEducator.Publisher.Reports;
using NewsEducator.Publisher.Retention;
using NewsEducator.Publisher.Search;
using NewsEducator.Publisher.Webhooks;
using NewsEducator.Publisher.Withdrawals;
using NewsEducator.ServiceDefaults;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Diagnosis;
using NewsEducator.ServiceDefaults.Hosting;
using NewsEducator.ServiceDefaults.Http;
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
builder.AddDatabase<PublisherDb>("publisherdb");
builder.AddBus<PublisherDb>(
    "publisher",
    bus =>
    {
        bus.AddConsumer<StoreApprovedItem>();
        bus.AddConsumer<StoreRelease>();
        bus.AddConsumer<AssembleDigest, OneAtATime<AssembleDigest>>();
        bus.AddConsumer<WriteNotes>();
        bus.AddConsumer<PingHub>();
        bus.AddConsumer<TellReviewers>();
        bus.AddConsumer<ApplyCorrection, OneAtATime<ApplyCorrection>>();
        bus.AddConsumer<ApplyWithdrawal, OneAtATime<ApplyWithdrawal>>();
        bus.AddPublishObserver<PlainHeaders>();
    },
    PublicEvents.ConfigureTopology
);
builder
    .Services.AddValidatedOptions<PublisherOptions>(PublisherOptions.Section)
    .Validate(
        publisher => TimeZoneInfo.TryFindSystemTimeZoneById(publisher.TimeZone, out _),
        "Publisher:TimeZone is no time zone that this machine knows; give an IANA name such as Asia/Shanghai."
    )
    .Validate(
        publisher => publisher.PublicUrl is { IsAbsoluteUri: true, Scheme: "https" or "http", PathAndQuery: "/", Fragment: "" },
        "Publisher:PublicUrl has to be an address without a folder, for example https://news.example; links begin at its root."
    )
    .Validate(
        publisher => publisher.FeedHub is null or { IsAbsoluteUri: true, Scheme: "https" or "http" },
        "Publisher:FeedHub has to be the address of a WebSub hub, for example https://hub.example/."
    );
builder
    .Services.AddOptions<BusOptions>()
    .Configure<IOptions<PublisherOptions>>(
        (bus, publisher) => bus.OnPublish = (context, message) => PublicEvents.Shape(context, message, publisher.Value.PublicUrl)
    );
builder.AddConceptsApi();
builder.AddReconciler<SentPublications>();
builder.AddSignatureCheck();
builder.Services.AddScoped<VerifySignature>();
builder.Services.AddScoped<JudgeItems>();
builder.Services.AddScoped<AnswerRelease>();
builder.Services.AddScoped<ReviseDigest>();
builder.Services.AddScoped<WithdrawPublished>();
builder.Services.AddSingleton<VaultSignal>();
builder.Services.AddScoped<DigestNotes>();
builder.Services.AddScoped<WrittenNotes>();
builder.Services.AddHostedService<VaultWriter>();
builder.Services.AddVaultRepository();
builder.Services.AddHostedService<IndexFormerItems>();
builder.Services.AddHostedService<KeepLearningMap>();
builder.Services.AddScoped<BuildFeed>();
builder.Services.AddScoped<ComposeFeed>();
builder.Services.AddHttpClient(PingHub.ClientName);
builder.Services.AddScoped<BuildDeck>();
builder.Services.AddScoped<VaultCheck>();
builder.Services.AddWebhooks();
builder.Services.AddReplays();
builder.Services.AddValidatedOptions<PublisherRetentionOptions>(PublisherRetentionOptions.Section);
builder.Services.AddExpiring(
    "replays",
    (PublisherRetentionOptions options) => options.Replays,
    (PublisherDb db, DateTimeOffset before) =>
        db.Replays.Where(replay => replay.RequestedAt < before && replay.NextAt == null).OrderBy(replay => replay.RequestedAt)
);
WatchCertificate.Add(builder, services => services.GetRequiredService<IOptions<PublisherOptions>>().Value.PublicUrl);
builder.Services.AddPersonalData();
builder.Services.AddMail();
builder.Services.AddValidatedOptions<ReportOptions>(ReportOptions.Section);
builder.Services.AddSingleton<ReportLimit>();
builder
    .Services.AddHealthChecks()
    .AddCheck<VaultHealth>("vault")
    .AddFolder(
        "vault-folder",
        "Publisher__NotesFolder",
        services => services.GetRequiredService<IOptions<PublisherOptions>>().Value.NotesFolder
    );
builder.Services.AddRazorComponents();

var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
app.MapStaticAssets().AllowAnonymous();
var routes = app.MapGroup("").AddEndpointFilterFactory(InputCheck.Filter(InputProblem.Of));
routes.MapPublisher();
routes.MapWebhooks();
routes.MapReplays();
routes.MapMail();
app.MapReconcile<ReceivedReleases>("releases");
app.MapReconcile<ReceivedCorrections>("corrections");
return await app.RunServiceAsync<PublisherDb>(args);
