using System.Text.Json;

namespace NewsEducator.Collector.Tests.Upstreams;

/// <summary>GitHub's JSON with just the members that are read, and some that are not.</summary>
internal static class GitHubJson
{
    public const string Body =
        "Two workers take the same row lock in opposite order and wait for each other for 30 seconds, then 4.2% of requests fail. "
        + "It happens because the index is written before the row; p99 latency rises to 840 ms.";

    public static string Issue(
        string repository,
        int number,
        string title = "Deadlock when two workers commit at once",
        string? body = Body,
        DateTimeOffset? updatedAt = null,
        string login = "mira-kask"
    ) =>
        JsonSerializer.Serialize(
            new
            {
                url = $"https://api.github.com/repos/{repository}/issues/{number}",
                html_url = $"https://github.com/{repository}/issues/{number}",
                number,
                title,
                user = new
                {
                    login,
                    type = "User",
                    id = 7,
                },
                labels = new[] { new { name = "bug", color = "ff0000" } },
                state = "open",
                comments = 0,
                body,
                reactions = new { total_count = 3, eyes = 3 },
                created_at = (updatedAt ?? DateTimeOffset.UnixEpoch).AddHours(-1),
                updated_at = updatedAt ?? DateTimeOffset.UnixEpoch,
                closed_by = (object?)null,
            }
        );

    public static string List(params string[] issues) => $"[{string.Join(',', issues)}]";
}
