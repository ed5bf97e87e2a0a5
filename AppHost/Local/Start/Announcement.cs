using System.Text.Json;
using Aspire.Hosting.ApplicationModel;
using Spectre.Console;

namespace NewsEducator.AppHost.Local;

/// <summary>Says where everything is, to people and, in a file, to programs.</summary>
internal static class Announcement
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void Make(IReadOnlyList<Runner> runners, DataFolder data, Screen screen)
    {
        var addresses = runners.Where(runner => runner.Url is not null).ToDictionary(runner => runner.Name, runner => runner.Url);
        data.WritePrivate("endpoints.json", JsonSerializer.Serialize(addresses, Indented));
        screen.Show(TableOf(runners));
        screen.Announce(ReadyLine(runners.Select(runner => runner.Resource)));
        foreach (var link in runners.SelectMany(runner => runner.Resource.Links))
        {
            screen.Announce($"{link.Text}: {link.Url.Value}");
        }
    }

    /// <summary><c>Ready: review http://localhost:5080 digests http://localhost:5090/digests</c></summary>
    public static string ReadyLine(IEnumerable<Resource> resources) =>
        $"Ready: {string.Join(' ', resources.SelectMany(resource => resource.Urls).Select(url => $"{url.DisplayText} {url.Endpoint?.Url}{url.Url}"))}";

    private static Table TableOf(IEnumerable<Runner> runners)
    {
        var table = new Table().AddColumns("resource", "kind", "state", "address");
        foreach (var runner in runners)
        {
            table.AddRow(runner.Name, runner.Kind, runner.IsOneShot ? "done" : "ready", Markup.Escape(WithoutPassword(runner.Url)));
        }

        return table;
    }

    private static string WithoutPassword(string? url)
    {
        if (url is null)
        {
            return "";
        }

        var address = new Uri(url);
        return $"{address.Scheme}://{address.Authority}{address.PathAndQuery.TrimEnd('/')}";
    }
}
