using System.Text.Json;

namespace NewsEducator.Conformance.Feeds;

/// <summary>A row of <c>files.jsonl</c>.</summary>
internal sealed record FeedFile(string File, Dictionary<string, string>? Headers, Uri? DocumentUrl);

/// <summary>A row of <c>expectations.jsonl</c>.</summary>
internal sealed record FeedExpectation(string File, string Path, string Compare, JsonElement Expected);

/// <summary>A row of <c>sanitize.jsonl</c>.</summary>
/// <param name="Kind">forbidden, allowed or css.</param>
internal sealed record SanitizeExpectation(string File, string Kind, string Path, string Expected);
