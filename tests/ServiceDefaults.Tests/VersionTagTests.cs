using Microsoft.AspNetCore.Http;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.ServiceDefaults.Tests;

public sealed class VersionTagTests
{
    [Theory]
    [InlineData(null, true, false)]
    [InlineData("\"7\"", true, true)]
    [InlineData("\"6\", \"7\"", true, true)]
    [InlineData("*", true, false)]
    [InlineData("\"6\"", false, false)]
    [InlineData("W/\"7\"", false, false)]
    [InlineData("7", false, false)]
    [InlineData("", false, false)]
    public void A_change_of_version_7_is_allowed_by_its_tag_and_named_by_nothing_else(string? header, bool matches, bool names)
    {
        var request = new DefaultHttpContext().Request;
        if (header is not null)
        {
            request.Headers.IfMatch = header;
        }

        VersionTag.Matches(request, 7).ShouldBe(matches);
        VersionTag.Names(request, 7).ShouldBe(names);
        VersionTag.IsConditional(request).ShouldBe(header is not null);
    }
}
