using MassTransit;
using Microsoft.Extensions.Options;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Policies;
using NewsEducator.Collector.Retries;
using NewsEducator.Collector.Selection;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Drift;

/// <summary>Looks whether the source of what waits for a person still stands. A source that has not changed answers in one conditional
/// request; what it says now is the business of its source's polls.</summary>
internal sealed class CheckSource(
    CollectorDb db,
    FetchItem fetch,
    RecordItem record,
    AskPolicy policy,
    IOptions<RetryOptions> options,
    TimeProvider time
) : IConsumer<SourceCheckRequested>
{
    public async Task Consume(ConsumeContext<SourceCheckRequested> context)
    {
        await policy.RequireAsync(context.CancellationToken);
        var found = new SourceChecked
        {
            CandidateId = context.Message.CandidateId,
            Look = context.Message.Look,
            CheckedAt = time.GetUtcNow(),
        };
        db.Publish(
            ItemAddress.Of(context.Message.Url) is { } address
                ? await LookAsync(address, found, context.CancellationToken)
                : found with
                {
                    Fault = context.Message.Url,
                }
        );
    }

    private async Task<SourceChecked> LookAsync(ItemAddress address, SourceChecked found, CancellationToken cancellationToken)
    {
        var item = await record.FindAsync(address.Url, cancellationToken);
        if (item is { State: ItemState.Withdrawn })
        {
            return found with { Withdrawn = item.Detail };
        }

        var id = ItemIds.ForUrl(address.Url);
        var check = await db.SourceChecks.FindAsync([id], cancellationToken) ?? db.SourceChecks.Add(new SourceCheck { ItemId = id }).Entity;
        var conditional = ConditionalRequest.Begin(check.Validators);
        var outcome = await fetch.FetchAsync(address, cancellationToken);
        if (conditional.NotModified)
        {
            check.Confirm(conditional.Validators);
            return found;
        }

        return outcome switch
        {
            { Item: { } now } when TakenBack(now, address) is { } how => TakeBack(item, how, found),
            { Item: not null } => Confirm(check, conditional, found),
            { Fault: { } fault } => Fail(check, fault, item, found),
            var refused => found with { Fault = refused.Drop!.Detail },
        };
    }

    private static SourceChecked Confirm(SourceCheck check, ConditionalRequest conditional, SourceChecked found)
    {
        check.Confirm(conditional.Validators);
        return found;
    }

    private SourceChecked Fail(SourceCheck check, UpstreamFault fault, Item? item, SourceChecked found)
    {
        var next = check.Fail(fault, options.Value, found.CheckedAt);
        return check.GoneSeen >= options.Value.TimesUntilGone
            ? TakeBack(item, Drop.Gone(fault).Detail, found)
            : found with
            {
                Fault = fault.Detail,
                IsMissing = check.GoneSeen > 0,
                NextLookAt = next,
            };
    }

    private SourceChecked TakeBack(Item? item, string how, SourceChecked found)
    {
        if (item is not null)
        {
            record.Withdraw(item, how);
        }

        return found with
        {
            Withdrawn = how,
        };
    }

    // A repository that was renamed keeps its numbers; an issue that was transferred gets another one.
    private static string? TakenBack(FetchedItem now, ItemAddress asked) =>
        now.Facts.Withdrawn ?? (now.Facts.Address.Id != asked.Id ? $"已转移：{now.Facts.Address.Link}" : null);
}
