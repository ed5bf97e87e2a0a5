using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Tests;

public sealed class ContentHashTests
{
    [Fact]
    public void Every_publishable_field_is_bound()
    {
        var content = Some.Content();
        ApprovedContent[] changed =
        [
            content with
            {
                ItemId = Guid.Empty,
            },
            content with
            {
                CanonicalUrl = "https://evil.example",
            },
            content with
            {
                Kind = SourceKind.YouTubeVideo,
            },
            content with
            {
                Author = "mallory",
            },
            content with
            {
                SnapshotId = "b",
            },
            content with
            {
                Title = "x",
            },
            content with
            {
                Type = ItemTypes.Tutorial,
            },
            content with
            {
                Summary = "x",
            },
            content with
            {
                OneLiner = "x",
            },
            content with
            {
                Analogy = "x",
            },
            content with
            {
                Concept = content.Concept with { Key = "x" },
            },
            content with
            {
                Concept = content.Concept with { Name = "x" },
            },
            content with
            {
                Terms = [],
            },
            content with
            {
                Terms = [content.Terms[0] with { Explanation = "x" }],
            },
            content with
            {
                Language = "en",
            },
            content with
            {
                Claims = [content.Claims[0] with { Quote = null }],
            },
            content with
            {
                Claims = [content.Claims[0] with { Sentence = "x" }],
            },
            content with
            {
                Claims = [content.Claims[0] with { State = SentenceState.Unchecked }],
            },
            content with
            {
                Claims = [content.Claims[0] with { State = SentenceState.Matched }],
            },
            content with
            {
                FurtherSources = [Some.Further],
            },
            content with
            {
                FurtherSources = [Some.Further with { Url = "https://example.org/x" }],
            },
            content with
            {
                FurtherSources = [Some.Further with { Title = "x" }],
            },
            content with
            {
                FurtherSources = [Some.Further with { Author = "x" }],
            },
            content with
            {
                FurtherSources = [Some.Further with { Kind = SourceKind.GitHubIssue }],
            },
            content with
            {
                FurtherSources = [Some.Further],
                Claims = [content.Claims[0] with { State = SentenceState.Matched }],
            },
        ];

        changed.Select(ContentHash.Of).Append(ContentHash.Of(content)).Distinct().Count().ShouldBe(changed.Length + 1);
        typeof(ApprovedContent).GetProperties().Length.ShouldBe(15, "a new field must be hashed, and be in the list above");
    }

    [Fact]
    public void Neighbouring_fields_do_not_run_into_each_other()
    {
        var one = Some.Content() with { OneLiner = "ab", Analogy = "c" };

        ContentHash.Of(one).ShouldNotBe(ContentHash.Of(one with { OneLiner = "a", Analogy = "bc" }));
        ContentHash.Of(one with { OneLiner = null }).ShouldNotBe(ContentHash.Of(one with { OneLiner = "" }));
    }

    [Fact]
    public void The_hash_stays_as_it_is_across_versions() =>
        ContentHash.Of(Some.Content()).ShouldBe("588fae8d0ab18589767845649f4811f8dec5b0b64074ce5e5c5b0b3bc03f0d4b");
}
