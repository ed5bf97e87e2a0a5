using NewsEducator.Benchmarks.Peers;

namespace NewsEducator.Benchmarks.Articles;

/// <summary>Readability on each of the two documents that node has for it, and how many times slower each is to be.</summary>
internal sealed class Readabilities(string? folder, IReadOnlyList<string> files) : IDisposable
{
    private readonly List<(string Name, double Goal, PeerProcess Process)> _peers = folder is null
        ? []
        :
        [
            .. new[] { ("linkedom", 4.0), ("jsdom", 50.0) }.Select(each =>
                (
                    $"Readability on {each.Item1}",
                    each.Item2,
                    PeerProcess.Start($"Readability on {each.Item1}", files, "node", Path.Combine(folder, "articles.mjs"), each.Item1)
                )
            ),
        ];

    public IEnumerable<(string Name, IReadOnlyList<string?> Results)> Results => _peers.Select(peer => (peer.Name, peer.Process.Results));

    public IReadOnlyList<(Side Side, double Goal)> Over(IReadOnlyList<int> taken) =>
        _peers.ConvertAll(peer => (peer.Process.Over(taken), peer.Goal));

    public void Dispose() => _peers.ForEach(peer => peer.Process.Dispose());
}
