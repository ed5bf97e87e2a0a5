using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Rules.Deception;

public sealed class LinkRuleTests
{
    private static readonly Snapshot Thread = SomeSource.Snapshot(
        "Pool ran dry",
        SomeSource.Body("The pool of ledger ran dry; see https://example.org/notes and the docs.")
    );

    [Theory]
    [InlineData("ledger 的连接池耗尽，详见 https://example.org/fix。")]
    [InlineData("ledger 的连接池耗尽，详见 https://example.org/notes。")]
    [InlineData("ledger 的连接池耗尽（www.example.org/notes）。")]
    [InlineData("ledger 的连接池耗尽，见 ftp://example.org/a 。")]
    [InlineData("ledger 的连接池耗尽，详见 https://github.com.evil.example/northwind-labs/ledger/issues/1。")]
    [InlineData("ledger 的连接池耗尽，详见 https://me@github.com/northwind-labs/ledger/issues/1。")]
    [InlineData("ledger 的连接池耗尽，详见 https://github.com:8443/northwind-labs/ledger/issues/1。")]
    public void An_address_that_was_not_fetched_blocks(string text)
    {
        var outcome = Some.Screened(Thread, Some.Summary(text));

        outcome.Verdict.ShouldBe(Verdict.Blocked);
        outcome.Findings.ShouldContain(finding => finding.Rule == "text.link");
    }

    [Theory]
    [InlineData("ledger 的连接池耗尽，原帖在 https://github.com/northwind-labs/ledger/issues/1。")]
    [InlineData("ledger 的连接池耗尽（http://www.github.com/northwind-labs/ledger/issues/1/）。")]
    [InlineData("ledger 的连接池耗尽，见 https://github.com/northwind-labs/ledger/issues/1?utm_source=mail#top 。")]
    [InlineData("ledger 的连接池耗尽，与 node.js 和 example.org 无关。")]
    public void The_fetched_address_and_names_with_a_point_do_not(string text) =>
        Some.Screened(Thread, Some.Summary(text)).Findings.ShouldNotContain(finding => finding.Rule == "text.link");
}
