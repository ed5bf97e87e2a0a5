using System.Runtime.Versioning;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Data;
using NewsEducator.Summarizer.Summaries;
using NewsEducator.Testing;

[assembly: SupportedOSPlatform("linux")]

namespace NewsEducator.Summarizer.Tests.Slices;

/// <summary>The service between its neighbours.</summary>
internal sealed class SummarizerApp : ServiceApp<SummarizeItem, SummarizerDb>
{
    private SummarizerApp(ServiceHome home, Neighbours neighbours, (string, string)[] settings)
        : base(home, settings) => Neighbours = neighbours;

    public Neighbours Neighbours { get; }

    public static async Task<SummarizerApp> StartAsync(params (string Key, string Value)[] settings)
    {
        var home = await ServiceHome.NewAsync<SummarizerDb>();
        var neighbours = await Neighbours.StartAsync(home.Messaging, endpoint => endpoint.Keep<ItemSummarized>());
        var app = new SummarizerApp(home, neighbours, settings);
        await app.BeginAsync();
        return app;
    }

    public Task<IReadOnlyList<ItemSummarized>> SummarizedAsync(Guid candidateId, int count) =>
        Neighbours.Messages.ReceivedAsync<ItemSummarized>(message => message.CandidateId == candidateId, count);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Neighbours.DisposeAsync();
    }

    protected override IEnumerable<(string Key, string Value)> Usual() =>
        [.. Tokens(), ("services:collector:http:0", Neighbours.CollectorAddress)];
}
