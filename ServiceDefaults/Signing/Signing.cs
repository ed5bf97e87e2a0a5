using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace NewsEducator.ServiceDefaults.Signing;

/// <summary>A service that signs or verifies does not start without its key.</summary>
public static class Signing
{
    public static WebApplicationBuilder AddSigning(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddValidatedOptions<SigningOptions>(SigningOptions.Section)
            .Validate(options => !string.IsNullOrWhiteSpace(options.KeyId), "Signing:KeyId is empty: name the key.")
            .Validate(options => KeyText.Private(options.PrivateKey) is not null, SigningKey.Missing);
        builder.Services.AddSingleton<SigningKey>();
        return builder;
    }

    public static WebApplicationBuilder AddSignatureCheck(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddValidatedOptions<AcceptedKeysOptions>(SigningOptions.Section)
            .Validate(
                options => options.PublicKeys.Count > 0 && options.PublicKeys.Values.All(key => KeyText.Public(key) is not null),
                AcceptedKeys.Missing
            );
        builder.Services.AddSingleton<AcceptedKeys>();
        return builder;
    }
}
