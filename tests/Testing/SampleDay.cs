using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Testing;

/// <summary>The threads of samples/day as snapshots.</summary>
public static class SampleDay
{
    public static IEnumerable<Snapshot> Threads(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "samples", "day", folder), "*.md")
            .Order(StringComparer.Ordinal)
            .Select(Read);

    public static Snapshot Thread(string file) => Read(Path.Combine(Repository.Root, "samples", "day", file));

    private static Snapshot Read(string path)
    {
        var text = File.ReadAllText(path);
        var end = text.IndexOf("\n---\n", StringComparison.Ordinal);
        var head = text[4..end]
            .Split('\n')
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1].Trim('"') : "");
        var parts = Regex.Split(text[(end + 5)..], "^=== ?(.*)$", RegexOptions.Multiline);
        var comments = parts
            .Skip(1)
            .Chunk(2)
            .Select(part => (Head: part[0], Text: part[1].Trim(), IsTranscript: part[0].StartsWith("transcript", StringComparison.Ordinal)))
            .Select(part => new SomeSource.Part(
                part.IsTranscript ? SectionKind.Transcript : SectionKind.Comment,
                // As the Collector reads captions: one line, without full stops.
                part.IsTranscript
                    ? part.Text.ReplaceLineEndings(" ")
                    : part.Text,
                int.TryParse(Regex.Match(part.Head, @"(\d+) reactions").Groups[1].Value, out var reactions) ? reactions : 0,
                part.Head.EndsWith("answer", StringComparison.Ordinal)
            ));
        return SomeSource.Snapshot(KindOf(head["kind"]), head["title"], comments.Prepend(SomeSource.Body(parts[0].Trim()))) with
        {
            Author = head["author"],
        };
    }

    private static SourceKind KindOf(string kind) =>
        kind switch
        {
            "discussion" => SourceKind.GitHubDiscussion,
            "advisory" => SourceKind.GitHubAdvisory,
            "video" => SourceKind.YouTubeVideo,
            "article" => SourceKind.Article,
            "paper" => SourceKind.HuggingFacePaper,
            "modelDiscussion" or "datasetDiscussion" => SourceKind.HuggingFaceDiscussion,
            _ => SourceKind.GitHubIssue,
        };
}
