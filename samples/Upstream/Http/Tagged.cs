using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace NewsEducator.Upstream.Http;

/// <summary>Answers with an ETag of the content; ASP.NET Core turns a matching If-None-Match into 304.</summary>
internal static class Tagged
{
    public static FileContentHttpResult Json(object value, JsonSerializerOptions options) =>
        Bytes(JsonSerializer.SerializeToUtf8Bytes(value, options), "application/json; charset=utf-8");

    public static FileContentHttpResult Text(string text, string contentType) => Bytes(Encoding.UTF8.GetBytes(text), contentType);

    private static FileContentHttpResult Bytes(byte[] content, string contentType)
    {
        var tag = Convert.ToHexStringLower(SHA256.HashData(content));
        return TypedResults.Bytes(content, contentType, entityTag: new EntityTagHeaderValue($"\"{tag}\""));
    }
}
