using System.ComponentModel.DataAnnotations;

namespace NewsEducator.Collector.Connectors.Http;

/// <summary>Section <c>Upstreams</c>: where the APIs are. An address may have a path, and is all that is ever dialled.</summary>
internal sealed class UpstreamOptions
{
    public const string Section = "Upstreams";

    [Required]
    public Uri GitHub { get; set; } = new("https://api.github.com/");

    [Required]
    public Uri YouTube { get; set; } = new("https://www.youtube.com/");

    /// <summary>Only used if <c>YouTube:ApiKey</c> is configured.</summary>
    [Required]
    public Uri YouTubeData { get; set; } = new("https://www.googleapis.com/");

    [Required]
    public Uri HuggingFace { get; set; } = new("https://huggingface.co/");

    /// <summary>Replaces every other host, each by a folder of this address; only tests and the demo configure it.</summary>
    public Uri? Web { get; set; }

    /// <summary>Bytes of an answer after decompression; a longer one is not read.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int LongestAnswer { get; set; } = 4 * 1024 * 1024;
}
