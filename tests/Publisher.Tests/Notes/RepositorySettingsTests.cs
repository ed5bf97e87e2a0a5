using NewsEducator.Publisher.Notes.Repository;

namespace NewsEducator.Publisher.Tests.Notes;

public sealed class RepositorySettingsTests
{
    [Theory]
    [InlineData("core.fsmonitor")]
    [InlineData("core.sshcommand")]
    [InlineData("core.worktree")]
    [InlineData("core.hookspath")]
    [InlineData("filter.lfs.clean")]
    [InlineData("include.path")]
    [InlineData("includeif.gitdir:/.path")]
    [InlineData("url.https://elsewhere.example/.insteadof")]
    [InlineData("credential.helper")]
    [InlineData("http.https://git.example/.proxy")]
    [InlineData("remote.origin.receivepack")]
    [InlineData("remote.https://git.example/notes.git.url")]
    [InlineData("extensions.worktreeconfig")]
    [InlineData("CORE.SSHCOMMAND")]
    public void What_runs_programs_or_leads_elsewhere_is_foreign(string name) =>
        RepositorySettings.ForeignAmong(["core.bare", name]).ShouldBe([name]);

    [Fact]
    public void What_git_itself_and_people_write_there_is_known() =>
        RepositorySettings
            .ForeignAmong([
                "core.repositoryformatversion",
                "core.filemode",
                "remote.origin.url",
                "remote.origin.fetch",
                "branch.main.merge",
                "branch.feature.x.remote",
                "user.email",
                "pull.rebase",
            ])
            .ShouldBeEmpty();

    [Theory]
    [InlineData("https://git.example/notes.git", true)]
    [InlineData("ssh://git@git.example:2222/notes.git", true)]
    [InlineData("git@git.example:notes/vault.git", true)]
    [InlineData("/srv/git/notes.git", true)]
    [InlineData("file:///srv/git/notes.git", true)]
    [InlineData("--upload-pack=touch x", false)]
    [InlineData("-oProxyCommand=x@host:path", false)]
    [InlineData("ext::sh -c x", false)]
    [InlineData("git://git.example/notes.git", false)]
    [InlineData("https://user:token@git.example/notes.git", false)]
    [InlineData("ssh://git:secret@git.example/notes.git", false)]
    [InlineData("notes.git", false)]
    [InlineData("git@-oProxyCommand=x:path", false)]
    public void A_remote_is_an_address_and_nothing_else(string remote, bool isUsable) =>
        (RemoteAddress.FaultOf(remote) is null).ShouldBe(isUsable);

    [Fact]
    public void A_password_is_sent_to_the_remote_alone_and_never_an_argument()
    {
        var options = new GitOptions
        {
            Remote = "https://git.example/notes.git",
            User = "bot",
            Password = "s3cret",
        };

        var environment = GitEnvironment.Of(options, "/srv/vault", index: null, DateTimeOffset.UnixEpoch);

        var header = environment.Single(each => each.Value.StartsWith("Authorization: ", StringComparison.Ordinal));
        environment[header.Key.Replace("VALUE", "KEY", StringComparison.Ordinal)]
            .ShouldBe("http.https://git.example/notes.git.extraHeader");
        environment["GIT_TERMINAL_PROMPT"].ShouldBe("0");
        environment["GIT_CEILING_DIRECTORIES"].ShouldBe("/srv");
        environment.Keys.ShouldNotContain(name => name.StartsWith("ConnectionStrings"));
    }

    [Fact]
    public void Without_a_key_of_the_configuration_ssh_takes_the_accounts_and_still_asks_nothing()
    {
        SshCommand.Of(new GitOptions()).ShouldBe("'ssh' '-oBatchMode=yes' '-oStrictHostKeyChecking=yes' '-oConnectTimeout=20'");
        SshCommand
            .Of(new GitOptions { SshKey = "/keys/a b", KnownHosts = "/keys/known" })
            .ShouldEndWith(
                "'-oIdentitiesOnly=yes' '-oIdentityAgent=none' '-i' '/keys/a b' "
                    + "'-oUserKnownHostsFile=\"/keys/known\"' '-oGlobalKnownHostsFile=/dev/null'"
            );
    }

    [Theory]
    [InlineData("/etc/hostname", true)]
    [InlineData("/keys/nobody-made-it", false)]
    [InlineData("keys/id", false)]
    [InlineData("/keys/id' '-oProxyCommand=touch x", false)]
    [InlineData("/keys/%h", false)]
    [InlineData("/keys/${HOME}", false)]
    public void A_key_is_a_file_whose_name_is_nothing_else_to_a_shell(string file, bool isUsable) =>
        (SshCommand.FaultOf(file) is null).ShouldBe(isUsable);
}
