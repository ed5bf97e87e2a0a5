using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Digests;

/// <summary>A month of the archive.</summary>
public sealed record DigestMonth(DateOnly First, int Digests)
{
    /// <summary>As in addresses: <c>yyyy-MM</c>.</summary>
    public string Name => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    internal static DateOnly? Parse(string name) =>
        DateOnly.TryParseExact($"{name}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first : null;

    internal static async Task<List<DigestMonth>> AllAsync(PublisherDb db, CancellationToken cancellationToken)
    {
        var months = await db
            .Digests.GroupBy(digest => new { digest.Date.Year, digest.Date.Month })
            .Select(month => new
            {
                month.Key.Year,
                month.Key.Month,
                Count = month.Count(),
            })
            .OrderByDescending(month => month.Year)
            .ThenByDescending(month => month.Month)
            .ToListAsync(cancellationToken);
        return [.. months.Select(month => new DigestMonth(new DateOnly(month.Year, month.Month, 1), month.Count))];
    }
}
