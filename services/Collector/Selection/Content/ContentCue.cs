using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Selection.Content;

/// <summary>One thing to look for in a title or a body, with what it tells.</summary>
internal sealed class ContentCue
{
    // Alternatives of plain words: nothing to go back over. The engine that never does keeps megabytes for each pattern.
    private const RegexOptions Patterns = RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public required string Name { get; init; }

    /// <summary>In Chinese, as reviewers read it.</summary>
    public required string Says { get; init; }

    public required string Where { get; init; }

    /// <summary>Occurrences from which it counts.</summary>
    public required int Least { get; init; }

    /// <summary>Above 0 it speaks for a review.</summary>
    public required double Weight { get; init; }

    /// <summary>What an item is dropped as where this speaks loudest against it.</summary>
    public DropReason Reason { get; init; } = DropReason.LowSignal;

    public required string Words { get; init => Pattern = new Regex(field = value, Patterns); }

    private Regex Pattern { get; init; } = null!;

    public bool IsIn(string title, string body)
    {
        var found = 0;
        foreach (var _ in Pattern.EnumerateMatches(Where == "title" ? title : body))
        {
            if (++found == Least)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A body shorter than this tells by its length; of two the shorter counts.</summary>
internal sealed record LengthCue(string Name, string Says, int Below, double Weight);
