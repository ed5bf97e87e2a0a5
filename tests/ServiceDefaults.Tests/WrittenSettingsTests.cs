using NewsEducator.ServiceDefaults.Settings;

namespace NewsEducator.ServiceDefaults.Tests;

/// <summary>Options as they would be written into the configuration.</summary>
public sealed class WrittenSettingsTests
{
    [Fact]
    public void Each_setting_has_the_name_and_the_value_that_the_environment_would_give_it()
    {
        var options = new Some { Hub = new Uri("https://name:word@hub.example/feed") };
        options.People.Add(new Somebody { Name = "Ada", Token = "hidden" });
        options.Windows["article"] = TimeSpan.FromDays(7);
        options.Hosts["a.example"] = new Somebody { Name = "host" };

        var written = WrittenSettings.Of(options).ToDictionary(setting => setting.Path);

        written
            .ToDictionary(setting => setting.Key, setting => setting.Value.Value)
            .ShouldBe(
                new Dictionary<string, string>
                {
                    ["At"] = "08:30",
                    ["Pause"] = "00:00:05",
                    ["Hub"] = "https://hub.example/feed",
                    ["Labels"] = "bug, crash",
                    ["Windows"] = "article 7.00:00:00",
                    ["People:0:Name"] = "Ada",
                    ["People:0:Token"] = "*",
                    ["Hosts:a.example:Name"] = "host",
                    ["Hosts:a.example:Token"] = "",
                    ["One:Name"] = "",
                    ["One:Token"] = "",
                },
                ignoreOrder: true
            );
        written.Values.Where(setting => setting.IsSecret).ShouldAllBe(setting => setting.Path.EndsWith("Token", StringComparison.Ordinal));
    }

    private sealed class Some
    {
        public TimeOnly At { get; set; } = new(8, 30);

        public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(5);

        public Uri? Hub { get; set; }

        public string[] Labels { get; set; } = ["bug", "crash"];

        public Dictionary<string, TimeSpan> Windows { get; } = [];

        public IList<Somebody> People { get; } = [];

        public Dictionary<string, Somebody> Hosts { get; } = [];

        public Somebody One { get; } = new();

        /// <summary>Set in code, no setting.</summary>
        public Action<string>? OnChange { get; set; }

        public bool IsOn => Hub is not null;

        public IEnumerable<string> Names => People.Select(person => person.Name);
    }

    private sealed class Somebody
    {
        public string Name { get; set; } = "";

        [Secret]
        public string? Token { get; set; }
    }
}
