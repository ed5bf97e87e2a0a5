using System.Globalization;

namespace NewsEducator.Review.Pages;

/// <summary>Dates and addresses as pages write them.</summary>
internal static class PageFormat
{
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string AddressOf(DateOnly date) => $"/packs/{Iso(date)}";

    public static string Host(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.IdnHost : url;

    /// <summary>The candidate's place in its pack's page.</summary>
    public static string AddressOf(DateOnly date, int? number) => $"{AddressOf(date)}#c{number}";
}
