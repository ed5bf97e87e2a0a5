using System.Text;

namespace NewsEducator.SettingsGuide;

/// <summary>docs/configuration.md.</summary>
internal static class SettingsPage
{
    public const string File = "docs/configuration.md";

    private const string Beginning = """
        # Configuration

        Every setting, generated from the options classes by `dotnet run --project tools/SettingsGuide`; a test compares them.
        [Operations](operations.md#settings) explains the important ones.

        A setting is an environment variable of this name, a file of this name in `Secrets__Folder`, or, with `:` instead of `__`, a
        member of `appsettings.json` or a user secret. A file wins over the environment, the environment over appsettings. Times are
        written `days.hours:minutes:seconds`, for example `3.00:00:00`; `__0` is the first entry of a list. A service checks its
        settings at its start and names those that are wrong.

        There are also `ConnectionStrings__messaging` and `ConnectionStrings__collectordb` (`…summarizerdb`, `…compliancedb`,
        `…reviewdb`, `…publisherdb`), `services__NAME__http__0` (another service's address), `Database__MigrateAtStart` (`true` on one
        machine only), `Secrets__Folder`, and the settings of ASP.NET Core and OpenTelemetry, such as `ASPNETCORE_HTTP_PORTS`,
        `Logging__LogLevel__Default` and `OTEL_EXPORTER_OTLP_ENDPOINT`.

        """;

    private static readonly (string Owner, string Title)[] Owners =
    [
        ("ServiceDefaults", "Every service"),
        ("Collector", "Collector"),
        ("Summarizer", "Summarizer"),
        ("Compliance", "Compliance"),
        ("Review", "Review"),
        ("Publisher", "Publisher"),
    ];

    public static string Render(string root)
    {
        var classes = OptionsClass.All(new SourceTypes(root)).ToList();
        var page = new StringBuilder(Beginning.ReplaceLineEndings("\n"));
        foreach (var (owner, title) in Owners)
        {
            page.Append($"\n## {title}\n\n| setting | default | allowed | meaning |\n|---|---|---|---|\n");
            foreach (
                var setting in classes
                    .Where(each => each.Owner == owner)
                    .OrderBy(each => each.Section, StringComparer.Ordinal)
                    .SelectMany(each => each.Settings)
            )
            {
                page.Append($"| `{setting.Name}` | {Code(setting.Default)} | {setting.Allowed} | {setting.Meaning} |\n");
            }
        }

        return page.ToString();
    }

    private static string Code(string text) => text.Length > 0 ? $"`{text}`" : "";
}
