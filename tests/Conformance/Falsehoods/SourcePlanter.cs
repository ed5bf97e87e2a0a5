namespace NewsEducator.Conformance.Falsehoods;

/// <summary>Puts a whole summary, or one claim, under the source of another thread.</summary>
internal sealed class SourcePlanter : IPlanter
{
    public string Kind => "source";

    public IEnumerable<Planted> Plant(Summarized truth, Others others, Random random)
    {
        var alike = others
            .Summaries.Where(other => other.Content.Language == truth.Content.Language && other.Snapshot.Title != truth.Snapshot.Title)
            .ToList();
        if (alike.Count == 0)
        {
            yield break;
        }

        var host = alike[random.Next(alike.Count)];
        yield return new Planted(
            truth with
            {
                Snapshot = host.Snapshot,
            },
            $"whole summary of {truth.Snapshot.Title} under {host.Snapshot.Title}"
        );

        var claim = host.Content.Claims[random.Next(host.Content.Claims.Count)];
        var place = random.Next(truth.Content.Claims.Count);
        yield return new Planted(
            truth.With(place, claim),
            $"one claim of {host.Snapshot.Title} [{(claim.Quote is null ? "no quote" : "quote")}]: {claim.Sentence}"
        )
        {
            Sentence = place,
        };
    }
}
