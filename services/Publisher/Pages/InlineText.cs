using Microsoft.AspNetCore.Components;

namespace NewsEducator.Publisher.Pages;

/// <summary>Plain text of an item in a component, see <see cref="HtmlText.Coded"/>.</summary>
internal static class InlineText
{
    public static MarkupString Of(string text) => new HtmlText().Write($"{new HtmlText.Coded(text)}").ToMarkup();
}
