using System.Globalization;
using System.Text.RegularExpressions;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests.Deployment;

/// <summary>What the pool of one replica may open.</summary>
internal static partial class ConnectionPool
{
    // Of PostgreSQL, which keeps three for superusers.
    public const int ServersDefault = 100;

    // Those three, five migrations, a backup, the operator and people.
    private const int Others = 20;

    private static int Size { get; } =
        int.Parse(
            Setting().Match(File.ReadAllText(Repository.In("ServiceDefaults/Data/Database.cs"))).Groups["most"].Value,
            CultureInfo.InvariantCulture
        );

    public static void ShouldFit(int replicas, int maxConnections) =>
        ((replicas * Size) + Others).ShouldBeLessThanOrEqualTo(maxConnections);

    [GeneratedRegex(@"int MostConnections = (?<most>\d+);")]
    private static partial Regex Setting();
}
