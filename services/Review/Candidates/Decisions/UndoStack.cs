using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.History;

namespace NewsEducator.Review.Candidates.Decisions;

/// <summary>What still stands of a pack's recent history.</summary>
internal static class UndoStack
{
    /// <param name="entries">Oldest first, of all people.</param>
    /// <param name="by">Who takes something back.</param>
    /// <returns>This person's latest decision or opinion that nobody has taken back, changed or edited away since.</returns>
    public static HistoryEntry? Last(IEnumerable<HistoryEntry> entries, string by)
    {
        var inForce = new Dictionary<(Guid Candidate, string? Person), Stack<HistoryEntry>>();
        foreach (var entry in entries)
        {
            switch (entry.Action)
            {
                case HistoryAction.Decided:
                    Of(entry, null).Push(entry);
                    break;
                case HistoryAction.Opined:
                    Of(entry, entry.By).Push(entry);
                    break;
                case HistoryAction.Edited or HistoryAction.Reclassified:
                    Clear(entry.CandidateId);
                    break;
                case HistoryAction.Undone:
                    TakeBack(entry);
                    break;
            }
        }

        return inForce
            .Values.Where(stack => stack.Count > 0)
            .Select(stack => stack.Peek())
            .Where(entry => entry.By == by)
            .MaxBy(entry => entry.Id);

        Stack<HistoryEntry> Of(HistoryEntry entry, string? person)
        {
            if (!inForce.TryGetValue((entry.CandidateId, person), out var stack))
            {
                inForce[(entry.CandidateId, person)] = stack = new Stack<HistoryEntry>();
            }

            return stack;
        }

        void Clear(Guid candidate)
        {
            foreach (var key in inForce.Keys.Where(key => key.Candidate == candidate).ToList())
            {
                inForce[key].Clear();
            }
        }

        void TakeBack(HistoryEntry undo)
        {
            foreach (var stack in inForce.Values.Where(stack => stack.TryPeek(out var top) && top.Id == undo.Undoes))
            {
                stack.Pop();
            }
        }
    }
}
