using NewsEducator.Publisher.Mail.Subscribers;

namespace NewsEducator.Publisher.Tests.Mail;

public sealed class MailAddressTests
{
    [Theory]
    [InlineData(" Ann@Example.org ", "ann@example.org")]
    [InlineData("ann+news@例子.cn", "ann+news@xn--fsqu00a.cn")]
    [InlineData("ann@example.org。", "ann@example.org")]
    [InlineData("", null)]
    [InlineData("ann", null)]
    [InlineData("ann@localhost", null)]
    [InlineData("Ann <ann@example.org>", null)]
    [InlineData("ann@example.org, bob@example.org", null)]
    [InlineData("ann@example.org\r\nBcc: bob@example.org", null)]
    [InlineData("安@example.org", null)]
    public void An_address_is_one_mailbox_in_lower_case(string typed, string? address) => MailAddress.Normalize(typed).ShouldBe(address);
}
