using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using NewsEducator.Contracts;
using NewsEducator.Review.Operations;

namespace NewsEducator.Review.Policies;

/// <summary>What another policy would have made of the latest candidates.</summary>
/// <param name="Done">Screenings that were made again.</param>
/// <param name="Total">Flips, of which the first are <paramref name="Shown"/>.</param>
/// <param name="Published">Flips of items that readers have.</param>
/// <param name="Unread">Items whose snapshot could not be read; they are in no flip.</param>
/// <param name="IsCapped">There are more candidates than were tried.</param>
public sealed record PolicyPreview(
    int Done,
    int Total,
    int Published,
    int Unread,
    bool IsCapped,
    IReadOnlyList<PolicyPreview.Changed> Shown
)
{
    private const int MostShown = 50;

    /// <summary>An item whose verdict would be another.</summary>
    /// <param name="Standing">What became of it; null of one that is open.</param>
    public sealed record Changed(
        Guid CandidateId,
        string Title,
        string? Standing,
        Verdict From,
        Verdict To,
        IReadOnlyList<Finding> Appeared,
        IReadOnlyList<Finding> Gone
    );

    private sealed record Line(int Done, int Flips, int PublishedFlips, int Unread, bool IsCapped, Changed? Flip);

    /// <returns>Null where the stream ended before its last event.</returns>
    /// <param name="events">The answer of <c>POST /api/policy/preview</c>: <c>flip</c>, <c>progress</c> and at the end <c>done</c>.</param>
    public static PolicyPreview? Read(string events)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(events));
        var shown = new List<Changed>();
        foreach (
            var each in SseParser
                .Create(stream, (type, data) => (Type: type, Line: JsonSerializer.Deserialize<Line>(data, ServiceCalls.Json)!))
                .Enumerate()
                .Select(item => item.Data)
        )
        {
            if (each.Type == "done")
            {
                return new PolicyPreview(
                    each.Line.Done,
                    each.Line.Flips,
                    each.Line.PublishedFlips,
                    each.Line.Unread,
                    each.Line.IsCapped,
                    shown
                );
            }

            if (each.Line.Flip is { } flip && shown.Count < MostShown)
            {
                shown.Add(flip);
            }
        }

        return null;
    }
}
