using NewsEducator.DeliveryRun;

namespace NewsEducator.Publisher.Tests.Deliveries;

/// <summary>The short form of the delivery run, and its oracle.</summary>
public sealed class DeliveryTests
{
    private static readonly Seen First = new(Guid.NewGuid(), new DateOnly(2020, 1, 2), 1);
    private static readonly Seen Revised = new(Guid.NewGuid(), First.Date, 2);
    private static readonly Seen Other = new(Guid.NewGuid(), new DateOnly(2020, 1, 3), 1);

    [Fact]
    public async Task A_receiver_and_a_subscriber_that_are_killed_see_every_event_and_each_revision_in_order()
    {
        var run = new DeliveryRun.Deliveries(
            digests: 10,
            killEvery: TimeSpan.FromSeconds(1),
            kills: 2,
            TestContext.Current.SendDiagnosticMessage
        );

        (await run.RunAsync()).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_missing_strange_or_out_of_order_is_named_and_a_repeat_is_not()
    {
        Violations(First, Other, First, Revised, First).ShouldBeEmpty();
        Violations(First, Revised).ShouldHaveSingleItem().ShouldStartWith("they never saw ");
        Violations(Revised, First, Other).ShouldHaveSingleItem().ShouldBe("they saw the revisions of 2020-01-02 in the order 2, 1");
        Violations(First, Revised, Other, Other with { Id = Guid.NewGuid() })
            .ShouldHaveSingleItem()
            .ShouldStartWith("they saw what nobody");
    }

    [Fact]
    public async Task What_was_written_before_a_kill_is_read_and_half_a_line_is_not()
    {
        var file = Path.GetTempFileName();
        using (var seen = new SeenFile(file))
        {
            seen.Add(First);
        }

        await File.AppendAllTextAsync(file, Revised.Line[..^2], TestContext.Current.CancellationToken);
        using (var seen = new SeenFile(file))
        {
            seen.Add(Other);
        }

        SeenFile.Read(file).ShouldBe([First, Other]);
        File.Delete(file);
    }

    private static List<string> Violations(params Seen[] seen) => [.. DeliveryOracle.Violations("they", [First, Revised, Other], seen)];
}
