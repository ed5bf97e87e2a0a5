using NewsEducator.Upstream.Chat;
using NewsEducator.Upstream.Day;
using NewsEducator.Upstream.GitHub;
using NewsEducator.Upstream.HuggingFace;
using NewsEducator.Upstream.Web;
using NewsEducator.Upstream.YouTube;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<RateLimit>();
builder.Services.AddSingleton(services => new SampleDay(
    // Samples:Folder names another folder of the same form, as the fault run does.
    SampleFolder.Read(builder.Configuration["Samples:Folder"] ?? Path.Combine(AppContext.BaseDirectory, "day")),
    services.GetRequiredService<TimeProvider>()
));
builder.Services.AddSingleton(services => new ScriptedAnswers(
    ScriptedAnswers.Read(Path.Combine(AppContext.BaseDirectory, "answers")),
    services.GetRequiredService<SampleDay>()
));

var app = builder.Build();
app.UseRepositoryIds();
app.UseRouting();
app.MapGet("/health", (SampleDay day) => $"Healthy: {day.Items.Count} items");
app.MapGitHub();
app.MapYouTube();
app.MapHuggingFace();
app.MapWeb();
app.MapChat();
app.Run();

internal sealed partial class Program;
