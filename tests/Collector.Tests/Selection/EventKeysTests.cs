using NewsEducator.Collector.Selection;

namespace NewsEducator.Collector.Tests.Selection;

public sealed class EventKeysTests
{
    private const string Own = "https://github.com/northwind-labs/ledger/issues/412";

    [Fact]
    public void Ids_and_linked_pages_name_the_event_and_so_does_its_own_page() =>
        Of("See cve-2026-12345 (CVE-2026-12345), GHSA-aaaa-2222-3333 and https://github.com/A/b/issues/7#issuecomment-1, or https://github.com/c/d/issues/8.")
            .ShouldBe(["CVE-2026-12345", "GHSA-AAAA-2222-3333", "https://github.com/A/b/issues/7", "https://github.com/c/d/issues/8", Own]);

    [Fact]
    public void An_advisory_is_named_the_same_by_its_id_and_by_its_page() =>
        Of("https://github.com/a/b/security/advisories/GHSA-aaaa-2222-3333").ShouldBe(["GHSA-AAAA-2222-3333", Own]);

    [Theory]
    [InlineData("https://example.org/post and https://github.com/a/b")]
    [InlineData("no link at all")]
    public void A_page_that_is_no_item_names_nothing(string text) => Of(text).ShouldBe([Own]);

    [Fact]
    public void A_list_of_links_is_about_none_of_them() =>
        Of(string.Join(' ', Enumerable.Range(1, 30).Select(number => $"https://github.com/a/b/issues/{number}"))).ShouldBe([Own]);

    private static string[] Of(string text) => EventKeys.Of(Some.Issue(), text);
}
