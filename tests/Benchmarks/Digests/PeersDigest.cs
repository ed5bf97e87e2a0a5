using System.Text.Json;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Feeds;

namespace NewsEducator.Benchmarks.Digests;

/// <summary>The same digest as a site made with npm's packages has it: Markdown, as a whole and of each item.</summary>
internal static class PeersDigest
{
    private const string Rule = "\n---\n\n";

    /// <returns>JSON, which digests.mjs reads before it is measured.</returns>
    public static string Of(Digest digest, FeedDocument feed)
    {
        var note = DigestText.Render(digest);
        var markdown = note[note.IndexOf("\n# ", StringComparison.Ordinal)..];
        // The head, the items, the foot.
        var parts = markdown.Split(Rule)[1..^1];
        return JsonSerializer.Serialize(
            new
            {
                feed.Id,
                feed.Title,
                feed.Description,
                Home = feed.Home.AbsoluteUri,
                Folder = feed.Folder.AbsoluteUri,
                feed.Updated,
                Markdown = markdown,
                Items = feed.Entries.Zip(
                    parts,
                    (entry, part) =>
                        new
                        {
                            entry.Id,
                            Url = entry.Url.AbsoluteUri,
                            entry.Title,
                            entry.Summary,
                            entry.Published,
                            entry.Tags,
                            Markdown = part,
                        }
                ),
            },
            JsonSerializerOptions.Web
        );
    }
}
