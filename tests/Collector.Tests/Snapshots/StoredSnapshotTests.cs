using System.Text.Json;
using NewsEducator.Collector.Snapshots;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests.Snapshots;

public sealed class StoredSnapshotTests
{
    [Fact]
    public void A_stored_snapshot_opens_as_it_was_taken()
    {
        var snapshot = Take("It hangs. 连接池从不释放。");
        var opened = StoredSnapshot.Of(snapshot).Open();
        JsonSerializer.Serialize(opened).ShouldBe(JsonSerializer.Serialize(snapshot));
    }

    [Fact]
    public void The_same_text_has_the_same_id_whenever_it_is_fetched() => Take("It hangs.", hours: 5).Id.ShouldBe(Take("It hangs.").Id);

    [Fact]
    public void Another_text_has_another_id() => Take("It hangs!").Id.ShouldNotBe(Take("It hangs.").Id);

    // Computed apart from this code, over "10:snapshot/1" "11:GitHubIssue" … "-" "4:Text".
    [Fact]
    public void The_id_is_what_the_contract_says_and_never_changes() =>
        SnapshotId
            .Of(SourceKind.GitHubIssue, "https://github.com/a/b/issues/1", "Title", null, "Text")
            .ShouldBe("66495b9caac5920104b4b69dfd7d95dea1fad4b8b3c95787389043353fc6e3a9");

    [Fact]
    public void Neighbouring_fields_do_not_run_into_each_other() =>
        SnapshotId.Of(SourceKind.GitHubIssue, "u", "ab", "c", "").ShouldNotBe(SnapshotId.Of(SourceKind.GitHubIssue, "u", "a", "bc", ""));

    private static Snapshot Take(string body, int hours = 0)
    {
        var item = Some.Fetched(Some.Body(body));
        return StoredSnapshot.Take(item, SnapshotText.Of(item), Some.Now.AddHours(hours));
    }
}
