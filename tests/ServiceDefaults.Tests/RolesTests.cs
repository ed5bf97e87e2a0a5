using System.Security.Claims;
using Microsoft.Extensions.Options;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.ServiceDefaults.Tests;

public sealed class RolesTests
{
    private static readonly ConfiguredTokenStore Tokens = new(
        Options.Create(
            new AccessOptions
            {
                LocalToken = "local",
                ServiceToken = "neighbour",
                People =
                {
                    new PersonToken
                    {
                        Name = "ann",
                        Role = Roles.Reviewer,
                        Token = "ann's",
                    },
                },
            }
        )
    );

    [Theory]
    [InlineData("local", "local", "viewer,reviewer,editor,operator")]
    [InlineData("ann's", "ann", "viewer,reviewer")]
    [InlineData("neighbour", "service", "service")]
    public async Task A_token_gives_its_roles_and_those_below(string token, string name, string roles)
    {
        var who = (await Tokens.FindAsync(TokenDigest.Of(token), TestContext.Current.CancellationToken))!;

        who.Name.ShouldBe(name);
        string.Join(',', who.FindAll(ClaimTypes.Role).Select(role => role.Value)).ShouldBe(roles);
    }

    [Theory]
    [InlineData("")]
    [InlineData("LOCAL")]
    [InlineData("local ")]
    public async Task Another_token_gives_nobody(string token) =>
        (await Tokens.FindAsync(TokenDigest.Of(token), TestContext.Current.CancellationToken)).ShouldBeNull();

    [Theory]
    [InlineData("reviewer,operator,editor", "operator")]
    [InlineData("guest,viewer", "viewer")]
    [InlineData("guest", null)]
    [InlineData("service", null)]
    public void Of_several_roles_the_highest_counts(string roles, string? highest) => Roles.HighestOf(roles.Split(',')).ShouldBe(highest);

    [Fact]
    public void A_role_that_does_not_exist_is_refused() => Should.Throw<ArgumentException>(() => Roles.UpTo("admin").ToList());
}
