using Microsoft.AspNetCore.Components;

namespace NewsEducator.Publisher.Pages;

/// <summary>Plain text of an item: code spans in backticks are its only markup.</summary>
/// <remarks>No component: a digest has twenty of these an item, and each component costs more than its text.</remarks>
internal static class InlineText
{
    public static RenderFragment Of(string text) =>
        builder =>
        {
            foreach (var (part, isCode) in Parts(text))
            {
                if (isCode)
                {
                    builder.OpenElement(0, "code");
                    builder.AddContent(1, part);
                    builder.CloseElement();
                }
                else
                {
                    builder.AddContent(2, part);
                }
            }
        };

    private static IEnumerable<(string Text, bool IsCode)> Parts(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('`', at);
            var close = open < 0 ? -1 : text.IndexOf('`', open + 1);
            if (close <= open + 1)
            {
                yield return (text[at..], false);
                yield break;
            }

            if (open > at)
            {
                yield return (text[at..open], false);
            }

            yield return (text[(open + 1)..close], true);
            at = close + 1;
        }
    }
}
