using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace NewsEducator.ServiceDefaults.Tests;

public sealed class AttributeCheckTests
{
    [Fact]
    public void Each_wrong_setting_is_named_as_it_is_set()
    {
        var refused = Should.Throw<OptionsValidationException>(() => Start(("Shop:Tables", "0"), ("Shop:Name", "")));

        refused.Failures.ShouldBe(["Shop__Name: The Name field is required.", "Shop__Tables: The field Tables must be between 1 and 20."]);
    }

    [Fact]
    public void Right_ones_start() => Start(("Shop:Tables", "20"), ("Shop:Name", "a"));

    private static void Start(params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(it => it.Key, it => (string?)it.Value)).Build()
        );
        services.AddValidatedOptions<ShopOptions>("Shop");
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
    }

    private sealed class ShopOptions
    {
        [Required]
        public string? Name { get; init; }

        [Range(1, 20)]
        public int Tables { get; init; } = 4;
    }
}
