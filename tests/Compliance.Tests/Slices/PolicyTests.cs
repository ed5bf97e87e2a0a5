using System.Net;
using System.Text.Json.Nodes;
using NewsEducator.Contracts;
using Npgsql;

namespace NewsEducator.Compliance.Tests.Slices;

public sealed class PolicyTests(ComplianceFixture fixture) : IClassFixture<ComplianceFixture>
{
    private readonly ComplianceApp _app = fixture.App;
    private readonly ComplianceDriver _compliance = new(fixture.App);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_policy_in_force_is_read_as_json_and_as_the_yaml_that_was_stored()
    {
        var policy = await _compliance.GetAsync("/api/policy");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/policy") { Headers = { { "Accept", "application/yaml" } } };
        using var asYaml = await _app.ClientOf("viewer").SendAsync(request, Cancel);

        var rules = policy["rules"]!.AsArray();
        rules.ShouldContain(rule =>
            (string)rule!["id"]! == "identity.channel" && (string)rule["severity"]! == "Block" && !(bool)rule["shadow"]!
        );
        asYaml.Content.Headers.ContentType!.MediaType.ShouldBe("application/yaml");
        asYaml.Headers.ETag!.ToString().ShouldBe($"\"{policy["number"]}\"");
        (await asYaml.Content.ReadAsStringAsync(Cancel)).ShouldBe((await _compliance.PolicyAsync()).Yaml);
        (await _compliance.GetAsync("/api/policy/versions")).AsArray()[^1]!["by"]!.GetValue<string>().ShouldBe("policy.yaml");
    }

    [Fact]
    public async Task A_change_is_in_force_for_the_next_item_in_every_replica_without_a_restart()
    {
        await using var replica = await _app.ReplicaAsync();
        (await _compliance.ScreenAsync(ComplianceDriver.False)).Verdict.ShouldBe(Verdict.NeedsVerify);

        await _compliance.SetRuleAsync("grounding.number", "block");

        var version = (string)(await new ComplianceDriver(replica).GetAsync("/api/policy"))["version"]!;
        for (var item = 0; item < 10; item++)
        {
            // The two take turns at the queue.
            var screened = await _compliance.ScreenAsync(ComplianceDriver.False);
            (screened.Verdict, screened.PolicyVersion).ShouldBe((Verdict.Blocked, version));
        }

        var latest = (await _compliance.GetAsync("/api/policy/versions"))[0]!;
        ((string)latest["by"]!, (string)latest["comment"]!, (string)latest["version"]!).ShouldBe(("local", "why", version));
        await _compliance.SetRuleAsync("grounding.number", "verify");
    }

    [Fact]
    public async Task The_file_is_not_read_any_more_once_there_is_a_policy()
    {
        var other = Path.GetTempFileName();
        await File.WriteAllTextAsync(other, "whitelist: [{ host: example.org }]", Cancel);
        await using var replica = await _app.ReplicaAsync(("Compliance:PolicyFile", other));

        (await new ComplianceDriver(replica).PolicyAsync()).Yaml.ShouldContain("github.com");
        File.Delete(other);
    }

    [Fact]
    public async Task Every_fault_is_told_with_its_line_and_nothing_is_stored()
    {
        var (_, tag) = await _compliance.PolicyAsync();

        using var answer = await _compliance.PutPolicyAsync("hosts: []\nrules:\n  source.magic: block\n  source.injection: maybe\n", tag);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;
        problem["errors"]!
            .AsArray()
            .Select(error => ((int)error!["line"]!, (string)error["code"]!))
            .ShouldBe([(1, "policy.unknown-part"), (3, "policy.unknown-rule"), (4, "policy.severity"), (1, "policy.no-host")]);
        problem["errors"]![1]!["message"]!.GetValue<string>().ShouldBe("没有“source.magic”这条规则");
        (await _compliance.PolicyAsync()).Tag.ShouldBe(tag);
    }

    [Theory]
    [InlineData("whitelist: [{ host: github.com }]\n# \0\n", "policy.encoding")]
    [InlineData("{0}", "policy.invalid")]
    [InlineData("", "policy.invalid")]
    public async Task What_is_no_policy_is_refused(string yaml, string code)
    {
        using var answer = await _compliance.PutPolicyAsync(yaml, "*");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!["code"]!.GetValue<string>().ShouldBe(code);
    }

    [Fact]
    public async Task A_policy_of_megabytes_is_refused_unread()
    {
        using var answer = await _compliance.PutPolicyAsync(new string('[', 4_000_000), "*");

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_change_of_a_policy_that_moved_on_is_refused_with_both_sides()
    {
        var (yaml, tag) = await _compliance.PolicyAsync();
        await _compliance.SetRuleAsync("noise.marketing", "note");

        using var answer = await _compliance.PutPolicyAsync(ComplianceDriver.With(yaml, "noise.release", "off"), tag);

        answer.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;
        problem["current"]!.GetValue<string>().ShouldContain("noise.marketing: note");
        problem["differences"]!
            .AsArray()
            .Select(each => ((string)each!["setting"]!, (string)each["inForce"]!, (string)each["yours"]!))
            .ShouldBe([("rules.noise.release", "verify", "off"), ("rules.noise.marketing", "note", "verify")]);
        problem["etag"]!.GetValue<string>().ShouldBe((await _compliance.PolicyAsync()).Tag);
    }

    [Fact]
    public async Task Of_two_changes_at_once_one_is_stored_and_the_other_is_told()
    {
        var (yaml, tag) = await _compliance.PolicyAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => _compliance.PutPolicyAsync($"{yaml}# {number}\n", tag)));

        answers
            .Select(answer => answer.StatusCode)
            .Order()
            .ShouldBe([HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.PreconditionFailed, 5)]);
    }

    [Fact]
    public async Task What_is_in_force_already_makes_no_further_version()
    {
        var (yaml, tag) = await _compliance.PolicyAsync();

        using var answer = await _compliance.PutPolicyAsync(yaml, tag);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.ETag!.ToString().ShouldBe(tag);
    }

    [Theory]
    [InlineData("viewer", "*", HttpStatusCode.Forbidden)]
    [InlineData("operator", null, HttpStatusCode.PreconditionRequired)]
    [InlineData("operator", "\"0\"", HttpStatusCode.PreconditionFailed)]
    public async Task A_change_takes_an_operator_who_says_what_was_edited(string token, string? tag, HttpStatusCode status)
    {
        var (yaml, _) = await _compliance.PolicyAsync();

        using var answer = await _compliance.PutPolicyAsync(yaml + "# mine\n", tag, token);

        answer.StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData("UPDATE policy_versions SET yaml = ''")]
    [InlineData("DELETE FROM policy_versions")]
    [InlineData("TRUNCATE policy_versions")]
    public async Task A_stored_version_is_never_changed(string statement)
    {
        await using var database = NpgsqlDataSource.Create(_app.Home.Database);
        await using var command = database.CreateCommand(statement);

        (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancel))).MessageText.ShouldContain("never changed");
    }
}
