using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace NewsEducator.Publisher.Pages;

/// <summary>Pages and parts of them as text, for what is no answer to a browser: feeds and mails.</summary>
internal static class RenderHtml
{
    public static Task<string> ToHtmlAsync<TComponent>(this HtmlRenderer renderer, Dictionary<string, object?> parameters)
        where TComponent : IComponent =>
        renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
}
