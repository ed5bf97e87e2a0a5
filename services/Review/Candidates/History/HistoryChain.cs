using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsEducator.Review.Candidates.History;

/// <summary>The hash that binds each history entry to all before it.</summary>
/// <remarks>
/// The database writes it (InsertOnlyHistory) and nobody can pass it by; here it is computed once more, from the stored fields, to verify.
/// Fields are written in the order of the entity as length in characters, a colon and the text, null as <c>-</c>; times are microseconds
/// since 1970.
/// </remarks>
internal static class HistoryChain
{
    public const string Start = "news-educator history/1";

    public static string HashOf(string previous, HistoryEntry entry)
    {
        var text = new StringBuilder();
        Add(text, previous);
        Add(text, entry.Id.ToString(CultureInfo.InvariantCulture));
        Add(text, entry.PackId.ToString());
        Add(text, entry.CandidateId.ToString());
        Add(text, ((entry.At - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture));
        Add(text, entry.By);
        Add(text, entry.Via);
        Add(text, entry.Action.ToString());
        Add(text, entry.Before?.ToString());
        Add(text, entry.After?.ToString());
        Add(text, entry.Reason);
        Add(text, entry.ContentHash);
        Add(text, entry.TextBefore);
        Add(text, entry.TextAfter);
        Add(text, entry.ReasonBefore);
        Add(text, entry.Undoes?.ToString(CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // PostgreSQL counts characters as code points, so surrogate pairs are one here, too.
    private static void Add(StringBuilder text, string? field) =>
        text.Append(field is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{field.EnumerateRunes().Count()}:{field}"));
}
