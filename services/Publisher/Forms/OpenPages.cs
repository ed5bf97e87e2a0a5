namespace NewsEducator.Publisher.Forms;

/// <summary>What every page that is open to everyone says to browsers.</summary>
internal static class OpenPages
{
    // The pages hold no script and load nothing but their own style sheet; their forms ask this service.
    private const string ContentPolicy =
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // Other sites get no referrer. Without any, browsers would send our own forms with the origin "null", see ReaderForms.IsOurs.
    private const string ReferrerPolicy = "same-origin";

    public static void Protect(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = ContentPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = ReferrerPolicy;
    }
}
