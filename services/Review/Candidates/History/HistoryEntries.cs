using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Packs.Files;

namespace NewsEducator.Review.Candidates.History;

/// <summary>What the history says of one act.</summary>
internal static class HistoryEntries
{
    public static HistoryEntry OfPack(Pack pack, HistoryAction action, Actor who, DateTimeOffset now, string? reason = null) =>
        new()
        {
            PackId = pack.Id,
            CandidateId = pack.Id,
            At = now,
            By = who.Name,
            Via = who.Via,
            Action = action,
            Reason = reason,
        };

    public static HistoryEntry Settled(Candidate candidate, HistoryAction action, string? note, Actor who, DateTimeOffset now) =>
        Entry(candidate, action, who, now, (candidate.Choice, null), candidate.Choice, note);

    public static HistoryEntry Entry(
        Candidate candidate,
        HistoryAction action,
        Actor who,
        DateTimeOffset now,
        (Choice? Choice, string? Reason) before,
        Choice? after,
        string? reason,
        string? textBefore = null,
        long? undoes = null,
        string? textAfter = null
    ) =>
        new()
        {
            PackId = candidate.PackId ?? candidate.Id,
            CandidateId = candidate.Id,
            At = now,
            By = who.Name,
            Via = who.Via,
            Action = action,
            Before = before.Choice,
            After = after,
            Reason = reason,
            ReasonBefore = before.Reason,
            ContentHash = candidate.ApprovedHash,
            TextBefore = textBefore,
            TextAfter = textAfter ?? (textBefore is null ? null : TextOf(candidate)),
            Undoes = undoes,
        };

    public static string TextOf(Concept concept) => $"{concept.Key} {concept.Name}";

    public static string TextOf(Candidate candidate) =>
        string.Join(
            '\n',
            new[]
            {
                candidate.Content.Title,
                candidate.Content.Text,
                candidate.Content.OneLiner,
                candidate.Content.Analogy,
                TermLine.Write(candidate.Content.Terms),
            }.OfType<string>()
        );
}
