using NewsEducator.Upstream.Day;

namespace NewsEducator.Upstream.HuggingFace;

internal static class HubUser
{
    public static object Of(string name) =>
        new
        {
            _id = StableId.Hex($"user/{name}"),
            avatarUrl = $"/avatars/{StableId.Hex($"avatar/{name}")}.svg",
            fullname = name,
            name,
            type = "user",
            isPro = false,
            isHf = false,
            isHfAdmin = false,
            isMod = false,
            isUserFollowing = false,
        };
}
