using System.Globalization;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Pages;

/// <summary>What surrounds published text: its language, Chinese unless the address says <c>lang=en</c>, and its links.</summary>
public sealed class Frame
{
    private static readonly TextCatalogue Catalogue = TextCatalogue.Of(typeof(Frame).Assembly);

    public string Language { get; init; } = TextCatalogue.Chinese;

    /// <summary>Where readers reach this service.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>Links are absolute: for feeds, which have no page to be relative to.</summary>
    public bool IsAbsolute { get; init; }

    /// <summary>See <see cref="PublisherOptions.LabelGenerated"/>.</summary>
    public bool HasLabel { get; init; } = true;

    /// <summary>Readers can report errors, see <see cref="Reports.ReportOptions.IsOpen"/>.</summary>
    public bool TakesReports { get; init; }

    /// <summary>Readers can subscribe by mail, see <see cref="Mail.MailOptions.IsOn"/>.</summary>
    public bool TakesSubscriptions { get; init; }

    /// <summary>See <see cref="PublisherOptions.TimeZone"/>.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    public bool IsEnglish => Language == TextCatalogue.English;

    public string HtmlLanguage => IsEnglish ? "en" : "zh-CN";

    public string this[string key] => Text(key);

    /// <exception cref="KeyNotFoundException">texts.json has no such text.</exception>
    public string Text(string key, params IEnumerable<object> arguments) => Catalogue.Get(key, Language, arguments);

    public string TypeName(string type) => Catalogue.All.ContainsKey($"type.{type}") ? Text($"type.{type}") : type;

    /// <param name="path">Of this service, without a language.</param>
    public string Link(string path) => IsAbsolute ? Absolute(path) : Localized(path, IsEnglish);

    public string Absolute(string path) => new Uri(PublicUrl, Localized(path, IsEnglish)).AbsoluteUri;

    /// <summary>The same page in the other language.</summary>
    public string Other(string path) => Localized(path, !IsEnglish);

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>In the publication's zone, with its name: never the server's.</summary>
    public string MinuteOf(DateTimeOffset time) =>
        $"{TimeZoneInfo.ConvertTime(time, Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} ({Zone.Id})";

    internal static Frame Of(
        PublisherOptions options,
        string? language = null,
        bool isAbsolute = false,
        bool takesReports = false,
        bool takesSubscriptions = false
    ) =>
        new()
        {
            Language = language == TextCatalogue.English ? TextCatalogue.English : TextCatalogue.Chinese,
            PublicUrl = options.PublicUrl,
            IsAbsolute = isAbsolute,
            HasLabel = options.LabelGenerated,
            TakesReports = takesReports,
            TakesSubscriptions = takesSubscriptions,
            Zone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone),
        };

    public static ValueTask<Frame?> BindAsync(HttpContext http)
    {
        var services = http.RequestServices;
        return ValueTask.FromResult<Frame?>(
            Of(
                services.GetRequiredService<IOptions<PublisherOptions>>().Value,
                http.Request.Query["lang"].ToString(),
                takesReports: services.GetRequiredService<IOptions<Reports.ReportOptions>>().Value.IsOpen,
                takesSubscriptions: services.GetRequiredService<IOptions<Mail.MailOptions>>().Value.IsOn
            )
        );
    }

    private static string Localized(string path, bool isEnglish)
    {
        if (!isEnglish)
        {
            return path;
        }

        var fragment = path.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? path[at..] : "";
        var page = path[..^fragment.Length];
        return $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang=en{fragment}";
    }
}
