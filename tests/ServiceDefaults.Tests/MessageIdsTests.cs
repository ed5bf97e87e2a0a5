using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Messaging;

namespace NewsEducator.ServiceDefaults.Tests;

public sealed class MessageIdsTests
{
    [Fact]
    public void A_message_names_its_item_and_its_candidate()
    {
        MessageIds<ItemSkipped>
            .Of(
                new ItemSkipped
                {
                    CandidateId = new Guid("11111111-1111-1111-1111-111111111111"),
                    ItemId = new Guid("22222222-2222-2222-2222-222222222222"),
                    PackDate = new DateOnly(2026, 11, 29),
                    SkippedBy = "reviewer",
                    SkippedAt = default,
                }
            )
            .Select(id => $"{id.Key} {id.Value}")
            .ShouldBe(
                ["CandidateId 11111111-1111-1111-1111-111111111111", "ItemId 22222222-2222-2222-2222-222222222222"],
                ignoreOrder: true
            );
    }
}
