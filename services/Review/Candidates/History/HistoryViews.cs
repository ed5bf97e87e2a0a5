using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Edits;

namespace NewsEducator.Review.Candidates.History;

internal static class HistoryViews
{
    extension(HistoryView)
    {
        public static HistoryView Of(HistoryEntry entry) =>
            new()
            {
                Id = entry.Id,
                PackId = entry.PackId,
                CandidateId = entry.CandidateId,
                At = entry.At,
                By = entry.By,
                Via = entry.Via,
                Action = entry.Action,
                Before = entry.Before,
                After = entry.After,
                Reason = entry.Reason,
                ContentHash = entry.ContentHash,
                TextBefore = entry.TextBefore,
                TextAfter = entry.TextAfter,
                Diff = entry is { TextBefore: { } before, TextAfter: { } after } ? WordDiff.Of(before, after) : [],
                Undoes = entry.Undoes,
                Hash = entry.Hash,
            };

        /// <summary>Another's opinion that must not be seen yet: that something was said, and not what.</summary>
        public static HistoryView Veiled(HistoryEntry entry) =>
            entry.Action is HistoryAction.Opined or HistoryAction.Undone
                ? HistoryView.Of(entry) with
                {
                    Before = null,
                    After = null,
                    Reason = null,
                    ContentHash = null,
                    Hash = "",
                }
                : HistoryView.Of(entry);
    }
}
