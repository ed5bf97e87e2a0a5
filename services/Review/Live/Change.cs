using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.History;
using NewsEducator.Review.Corrections;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Live;

/// <summary>Something that others who look at the same pack want to see at once.</summary>
public sealed record Change
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary><c>candidate</c>, <c>pack</c>, <c>correction</c>, <c>ready</c> and <c>overdue</c> of a pack that waits, or <c>missed</c>
    /// where a reader was too slow and should look at everything anew.</summary>
    public required string Kind { get; init; }

    public Guid? PackId { get; init; }

    public Guid? CandidateId { get; init; }

    /// <summary>The candidate's; with <c>ready</c> and <c>overdue</c> how many are undecided.</summary>
    public int? Number { get; init; }

    /// <summary>The pack's, with <c>ready</c> and <c>overdue</c>.</summary>
    public string? Date { get; init; }

    public string? ETag { get; init; }

    public Choice? Decision { get; init; }

    /// <summary>Who did it; null where a service did.</summary>
    public string? By { get; init; }

    /// <summary>Decided, Edited, Undone …; null where a screening came in.</summary>
    public string? Action { get; init; }

    public static Change? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Change>(text, Json);
        }
        catch (JsonException)
        {
            // Whoever may use this database may notify; what cannot be read concerns nobody.
            return null;
        }
    }

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>What the coming save will change.</summary>
    internal static List<Change> Pending(ReviewDb db)
    {
        var acts = db
            .ChangeTracker.Entries<HistoryEntry>()
            .Where(entry => entry.State == EntityState.Added)
            .GroupBy(entry => entry.Entity.CandidateId)
            .ToDictionary(group => group.Key, group => group.Last().Entity);
        var candidates = db
            .ChangeTracker.Entries<Candidate>()
            .Where(entry => entry.State == EntityState.Modified && entry.Entity.PackId is not null)
            .Select(entry => Of(entry.Entity, acts.GetValueOrDefault(entry.Entity.Id)));
        var packs = db
            .ChangeTracker.Entries<Pack>()
            .Where(entry => entry.State == EntityState.Modified)
            .Select(entry => new Change
            {
                Kind = "pack",
                PackId = entry.Entity.Id,
                ETag = VersionTag.Of(entry.Entity.Version),
            });
        var corrections = db
            .ChangeTracker.Entries<Correction>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .Select(entry => new Change { Kind = "correction", ETag = VersionTag.Of(entry.Entity.Version) });
        return [.. candidates, .. packs, .. corrections];
    }

    private static Change Of(Candidate candidate, HistoryEntry? act) =>
        new()
        {
            Kind = "candidate",
            PackId = candidate.PackId,
            CandidateId = candidate.Id,
            Number = candidate.Number,
            ETag = VersionTag.Of(candidate.Version),
            Decision = candidate.Choice,
            By = act?.By,
            Action = act?.Action.ToString(),
        };
}
