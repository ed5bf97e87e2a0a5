using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;

namespace NewsEducator.Review.Ranking;

/// <summary>What the order of a pack depends on.</summary>
/// <param name="Id">The candidate's.</param>
/// <param name="Concept">Key of its concept.</param>
/// <param name="Source">Its author, channel, repository or site.</param>
/// <param name="Judgement">Null where nobody judged.</param>
/// <param name="Score">The signal score of its source.</param>
/// <param name="Voices">Further independent sources of its event.</param>
/// <param name="ArrivedAt">When it was screened.</param>
/// <param name="ComesFirst">It came back from verification.</param>
internal sealed record Contender(
    Guid Id,
    string Concept,
    string Source,
    Judgement? Judgement,
    double Score,
    int Voices,
    DateTimeOffset ArrivedAt,
    bool ComesFirst = false
)
{
    public static Contender Of(Candidate candidate) =>
        new(
            candidate.Id,
            candidate.Content.Concept.Key,
            SourceOf(candidate.Source, candidate.Url),
            candidate.Content.Judgement,
            candidate.Score,
            candidate.FurtherSources.Count,
            candidate.ArrivedAt,
            IsReturned(candidate.ReturnedFrom, candidate.Offers)
        );

    /// <summary>Back from verification and not offered since.</summary>
    public static bool IsReturned(Guid? from, int offers) => from is not null && offers == 1;

    // Host and the first two parts of the path where the host has many authors.
    public static string SourceOf(SourceItem? source, string address) =>
        source?.Author is { Length: > 0 } author ? author
        : Uri.TryCreate(address, UriKind.Absolute, out var url) ? $"{url.Host}{string.Concat(url.Segments.Take(3))}"
        : address;
}

/// <summary>A contender at its place.</summary>
internal sealed record Placed(Contender Contender, Placement Placement);
