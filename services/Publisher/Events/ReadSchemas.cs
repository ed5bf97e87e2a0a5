using Microsoft.AspNetCore.Http.HttpResults;

namespace NewsEducator.Publisher.Events;

/// <summary>Serves the contracts of the public events: their JSON Schemas and the AsyncAPI document.</summary>
internal static class ReadSchemas
{
    public static Results<FileContentHttpResult, NotFound> File(string file)
    {
        using var content = typeof(ReadSchemas).Assembly.GetManifestResourceStream($"contracts/{file}");
        if (content is null)
        {
            return TypedResults.NotFound();
        }

        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return TypedResults.Bytes(bytes, "application/json; charset=utf-8");
    }
}
