using System.ComponentModel.DataAnnotations;
using NewsEducator.Summarizer.Chat;

namespace NewsEducator.Summarizer.Tests.Chat;

public sealed class ChatEngineOptionsTests
{
    [Theory]
    [InlineData("https://models.example/v1", true)]
    [InlineData("http://localhost:11434/v1", true)]
    [InlineData("localhost:11434/v1", false)]
    [InlineData("models.example/v1", false)]
    public void An_endpoint_begins_with_http(string endpoint, bool isValid)
    {
        var chat = new ChatEngineOptions { Endpoint = new Uri(endpoint, UriKind.RelativeOrAbsolute), Model = "small" };

        Validator.TryValidateObject(chat, new ValidationContext(chat), null, validateAllProperties: true).ShouldBe(isValid);
    }
}
