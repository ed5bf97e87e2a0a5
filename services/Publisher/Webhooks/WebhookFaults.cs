using System.Net;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Events;
using NewsEducator.ServiceDefaults.Net;

namespace NewsEducator.Publisher.Webhooks;

/// <summary>What is wrong with a webhook as it was asked for, by field.</summary>
internal static class WebhookFaults
{
    private const int LongestUrl = 2000;
    private const int LongestKey = 100;
    private const int MostFilters = 50;

    private static readonly string[] Known = [.. PublicEvents.Types, .. TellReviewers.Types];

    public static Dictionary<string, string[]> Of(WebhookRequest request, WebhookOptions options)
    {
        var faults = new Dictionary<string, string[]>();
        if (UrlFault(request.Url, options) is { } url)
        {
            faults["url"] = [url];
        }

        if (request.Events?.Except(Known).FirstOrDefault() is { } type)
        {
            faults["events"] = [$"There is no event '{PlainText.Line(type, LongestKey)}'; one of {string.Join(", ", Known)} is."];
        }

        if (request.Types?.Find(label => !ItemTypes.IsLabel(label)) is { } label)
        {
            faults["types"] = [$"There is no type '{PlainText.Line(label, LongestKey)}'; one of {string.Join(", ", ItemTypes.Labels)} is."];
        }

        if (request.Concepts?.Exists(key => key.Length is 0 or > LongestKey) == true || request.Concepts?.Count > MostFilters)
        {
            faults["concepts"] = [$"At most {MostFilters} keys of 1 to {LongestKey} characters."];
        }

        return faults;
    }

    private static string? UrlFault(string? text, WebhookOptions options)
    {
        if (text is null || text.Length > LongestUrl || !Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            return $"Give an absolute https address of at most {LongestUrl} characters.";
        }

        if (url.UserInfo.Length > 0 || url.Fragment.Length > 0)
        {
            return "The address may hold no user name, password or fragment.";
        }

        return url.Scheme is not ("http" or "https") ? "The address must begin with https://."
            : options.IsPrivate(url) || (url.Scheme == Uri.UriSchemeHttps && url.Port == 443 && !IsOfOwnNetwork(url)) ? null
            : "The address must begin with https://, have port 443 and be a public one. "
                + $"{WebhookOptions.ListName}__0={url.Host}:{url.Port} allows this one, if it is in your own network.";
    }

    // Names are looked up at each delivery, see WebhookClient.
    private static bool IsOfOwnNetwork(Uri url) =>
        url.IsLoopback || (IPAddress.TryParse(url.DnsSafeHost, out var address) && !PublicAddress.Is(address));
}
