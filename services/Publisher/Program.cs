using MassTransit;
using Microsoft.Extensions.Options;
using NewsEducator.Publisher;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Events;
using NewsEducator.Publisher.Notes;
using NewsEducator.ServiceDefaults;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Messaging;
using NewsEducator.ServiceDefaults.Reconciling;
using NewsEducator.ServiceDefaults.Signing;

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
        bus.AddPublishObserver<PlainHeaders>();
    },
    PublicEvents.ConfigureTopology);
builder.Services.AddOptions<PublisherOptions>().BindConfiguration(PublisherOptions.Section).ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddOptions<BusOptions>().Configure<IOptions<PublisherOptions>>((bus, publisher) =>
    bus.OnPublish = (context, message) => PublicEvents.Shape(context, message, publisher.Value.PublicUrl));
builder.AddSignatureCheck();
builder.Services.AddScoped<VerifySignature>();
builder.Services.AddSingleton<VaultSignal>();
builder.Services.AddScoped<DigestNotes>();
builder.Services.AddHostedService<VaultWriter>();
builder.Services.AddHealthChecks().AddCheck<VaultHealth>("vault");
builder.Services.AddRazorComponents();

var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
app.MapStaticAssets().AllowAnonymous();
app.MapPublisher();
app.MapReconcile<ReceivedReleases>();
return await app.RunServiceAsync<PublisherDb>(args);
