using Microsoft.IO;

namespace NewsEducator.Publisher.Caching;

/// <summary>Memory for whole answers, which is used again: those of large digests have megabytes, and new ones each time would cost half of
/// what rendering costs.</summary>
internal static class AnswerBuffers
{
    /// <summary>Bytes that stay for the next answers.</summary>
    private const long MostKept = 32 * 1024 * 1024;

    private static readonly RecyclableMemoryStreamManager Manager = new(
        new RecyclableMemoryStreamManager.Options { MaximumSmallPoolFreeBytes = MostKept }
    );

    /// <returns>Empty; its blocks go back when it is disposed.</returns>
    public static RecyclableMemoryStream Take() => Manager.GetStream();
}
