using NewsEducator.Contracts;

namespace NewsEducator.Review.Candidates;

/// <summary>What people made of a candidate.</summary>
internal sealed partial class Candidate
{
    public Choice? Choice { get; private set; }

    public string? Reason { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Hash of the content that was approved; an approval of any other content does not count.</summary>
    public string? ApprovedHash { get; private set; }

    /// <summary>Who is to look at it.</summary>
    public string? AssignedTo { get; private set; }

    /// <summary>Under four eyes, at most two; they fall with the text that they were given on.</summary>
    public IReadOnlyList<Opinion> Opinions { get; private set; } = [];

    /// <returns>Key of the reason in texts.json why the choice is not possible, null where it is.</returns>
    public string? Hinders(Choice? choice) =>
        choice switch
        {
            Contracts.Choice.Approve when Verdict == Contracts.Verdict.Blocked => "decide.blocked",
            Contracts.Choice.Approve when Source is null || !IsScreened => "decide.unscreened",
            _ => null,
        };

    public void Decide(Choice? choice, string? reason, string by, DateTimeOffset now)
    {
        Choice = choice;
        Reason = reason;
        DecidedBy = choice is null ? null : by;
        DecidedAt = choice is null ? null : now;
        ApprovedHash = choice == Contracts.Choice.Approve ? ContentHash.Of(ContentToApprove()) : null;
        Version++;
    }

    /// <summary>One of two opinions; the candidate is decided once both are the same, of the same content.</summary>
    public void Opine(Choice? choice, string? reason, string by, DateTimeOffset now)
    {
        var others = Opinions.Where(opinion => opinion.By != by);
        Opinions = choice is { } given ? [.. others, new Opinion(by, given, reason, now, CurrentHash)] : [.. others];
        if (Opinions is [var first, var second] && first.Choice == second.Choice && first.ContentHash == second.ContentHash)
        {
            Decide(
                first.Choice,
                string.Join(" / ", new[] { first.Reason, second.Reason }.OfType<string>().Distinct()) is { Length: > 0 } reasons
                    ? reasons
                    : null,
                $"{first.By}, {second.By}",
                now
            );
            return;
        }

        Undecide();
        Version++;
    }

    public void Assign(string? to)
    {
        AssignedTo = to;
        Version++;
    }

    private void Undecide()
    {
        Choice = null;
        Reason = null;
        DecidedBy = null;
        DecidedAt = null;
        ApprovedHash = null;
    }
}
