using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Packs.Files;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.Review.Tests.Candidates.Stories;
using NewsEducator.Review.Texts;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Packs.Files;

/// <summary>
/// Packs that people broke, in Packs/Files/Broken, each beside what is to be said of it: LINE | ITEM | CODE | ARGUMENTS, a dash for no item.
/// Those named put-… are whole by themselves and compared with the pack of <see cref="PackOfFour"/>.
/// </summary>
public sealed class BrokenPackTests
{
    private static readonly DateOnly Date = new(2026, 3, 9);

    public static TheoryData<string> Names => [.. BrokenPack.Names()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_broken_pack_says_exactly_what_is_wrong_and_where(string name)
    {
        var document = PackParser.Parse(BrokenPack.FileOf(name), out var errors);

        var found = document is null ? errors : PutPackFile.Check(PackOfFour(), document, new Actor("ann", "file", ["reviewer"]));

        found.Select(BrokenPack.LineOf).ShouldBe(BrokenPack.ErrorsOf(name));
        document.ShouldBe(name.StartsWith("put-", StringComparison.Ordinal) ? document.ShouldNotBeNull() : null);
    }

    [Fact]
    public void Every_kind_of_error_is_among_them()
    {
        var told = BrokenPack.Names().SelectMany(BrokenPack.ErrorsOf).Select(line => line.Split('|')[2].Trim()).ToHashSet();
        string[] elsewhere = ["pack.stale", "pack.invalid", "pack.encoding", "pack.if-match"];

        BrokenPack.Names().Count().ShouldBeGreaterThanOrEqualTo(60);
        Text.Keys.Where(key => key.StartsWith("pack.", StringComparison.Ordinal)).Except(elsewhere).Except(told).ShouldBeEmpty();
        told.Where(code => code.StartsWith("decide.", StringComparison.Ordinal))
            .ShouldBe(["decide.blocked", "decide.conflict", "decide.unscreened", "decide.edited"], ignoreOrder: true);
    }

    /// <summary>1 as it should be, 2 blocked, 3 with sources that disagree, 4 not fetched.</summary>
    private static Pack PackOfFour()
    {
        var pack = new Pack
        {
            Id = ItemIds.ForPack(Date),
            Date = Date,
            CreatedBy = "ann",
        };
        pack.Candidates.AddRange(Enumerable.Range(1, 4).Select(number => Submitted(number, pack.Id)));
        Screen(pack.Candidates[0], Verdict.Pass);
        Screen(
            pack.Candidates[1],
            Verdict.Blocked,
            new Finding
            {
                Rule = "identity.channel",
                Severity = Severity.Block,
                Message = "视频不是它声称的那一个",
                MessageEn = "another video",
            }
        );
        Screen(pack.Candidates[2], Verdict.NeedsVerify, SomeStory.Conflict("42 分钟", "67 分钟"));
        return pack;
    }

    private static Candidate Submitted(int number, Guid packId)
    {
        var url = $"https://github.com/northwind-labs/ledger/issues/{number}";
        var submission = new Submission
        {
            Id = ItemIds.ForSubmission(Date, number, url),
            PackDate = Date,
            Number = number,
            Title = $"标题 {number}",
            Type = ItemTypes.Incident,
            Summary = $"摘要 {number}。",
        };
        return Candidate.FromSubmission(submission, url, packId, DateTimeOffset.UnixEpoch);
    }

    private static void Screen(Candidate candidate, Verdict verdict, params IReadOnlyList<Finding> findings)
    {
        var message = SomeCandidate.Message(verdict, id: candidate.Id);
        candidate.Accept(message with { Summary = candidate.Content, Findings = findings, Submission = candidate.Submission }, null);
    }
}
