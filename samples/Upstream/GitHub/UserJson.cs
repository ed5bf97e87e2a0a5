using NewsEducator.Upstream.Day;

namespace NewsEducator.Upstream.GitHub;

internal static class UserJson
{
    public static object Of(string login, ApiBase api)
    {
        var id = StableId.Of($"user/{login}");
        var isBot = login.EndsWith("[bot]", StringComparison.Ordinal);
        var url = $"{api.Url}/users/{Uri.EscapeDataString(login)}";
        return new
        {
            login,
            id,
            nodeId = StableId.Node(isBot ? "BOT" : "U", login),
            avatarUrl = $"https://avatars.githubusercontent.com/u/{id}?v=4",
            gravatarId = "",
            url,
            htmlUrl = isBot ? $"https://github.com/apps/{login[..^5]}" : $"https://github.com/{login}",
            followersUrl = $"{url}/followers",
            followingUrl = $"{url}/following{{/other_user}}",
            gistsUrl = $"{url}/gists{{/gist_id}}",
            starredUrl = $"{url}/starred{{/owner}}{{/repo}}",
            subscriptionsUrl = $"{url}/subscriptions",
            organizationsUrl = $"{url}/orgs",
            reposUrl = $"{url}/repos",
            eventsUrl = $"{url}/events{{/privacy}}",
            receivedEventsUrl = $"{url}/received_events",
            type = isBot ? "Bot" : "User",
            userViewType = "public",
            siteAdmin = false,
        };
    }
}
