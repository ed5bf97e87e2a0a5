using NewsEducator.Testing;
using RabbitMQ.Client;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>How many messages wait in the product's queues.</summary>
internal static class Queues
{
    private static readonly string[] Names =
    [
        "collector-collect-submitted-item",
        "collector-bury-item",
        "summarizer-summarize-item",
        "compliance-screen-summary",
        "compliance-screen-edit",
        "review-queue-screened-item",
        "review-record-dropped-item",
        "review-mark-pack-published",
        "review-send-release",
        "publisher-store-approved-item",
        "publisher-store-release",
        "publisher-assemble-digest",
        "publisher-write-notes",
    ];

    private static readonly string[] OfDeadLetters = [.. RunningProduct.Services.Select(service => $"{service}-dead-letters")];

    /// <returns>Each queue that is not empty, those of dead letters included.</returns>
    public static async Task<List<string>> NotEmptyAsync(Uri messaging)
    {
        await using var connection = await new ConnectionFactory { Uri = messaging }.CreateConnectionAsync();
        var waiting = new List<string>();
        foreach (var name in Names.Select(name => $"{name}.v2").Concat(OfDeadLetters))
        {
            if (await CountAsync(connection, name) is > 0 and var count)
            {
                waiting.Add($"{name}: {count}");
            }
        }

        return waiting;
    }

    private static async Task<uint> CountAsync(IConnection connection, string name)
    {
        await using var channel = await connection.CreateChannelAsync();
        return await channel.MessageCountAsync(name);
    }
}
