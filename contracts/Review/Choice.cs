using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>What a reviewer decided of a candidate.</summary>
public enum Choice
{
    [JsonStringEnumMemberName("approve")]
    Approve,

    [JsonStringEnumMemberName("skip")]
    Skip,

    [JsonStringEnumMemberName("needs-verify")]
    NeedsVerify,
}
