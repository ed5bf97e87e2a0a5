using NewsEducator.Collector.Snapshots;

namespace NewsEducator.Collector.Tests.Snapshots;

public sealed class AuthorMarkdownTests
{
    [Theory]
    [InlineData("It is ~~not~~ affected.", "It is affected.")]
    [InlineData("It is <del>not</del> affected.", "It is affected.")]
    [InlineData("`~~kept~~` and `<!-- kept -->`", "`~~kept~~` and `<!-- kept -->`")]
    [InlineData("About 10<sup>6</sup> keys, H<sub>2</sub>O.", "About 10^6 keys, H2O.")]
    [InlineData("It hung[^1] twice.\n\n[^1]: On node 3.", "It hung twice.\n\nOn node 3.")]
    [InlineData("See [the log][log] and [1].\n\n[log]: https://a.example/log\n[1]: https://a.example/1", "See the log and.")]
    [InlineData("See [log].\n\n[log]: https://a.example/log", "See log.")]
    [InlineData("Take `a[1]` or a[1] or [x](https://a.example).", "Take `a[1]` or a[1] or [x](https://a.example).")]
    [InlineData("- [ ] todo\n- [x] done", "- [ ] todo\n- [x] done")]
    [InlineData("<!-- please describe -->\nIt hangs.", "It hangs.")]
    [InlineData("a <!-- one\n\n```\ntwo\n``` --> b", "a \n b")]
    [InlineData("It fails on <!-- that never ends.\n\nThe pool was full.", "It fails on <!-- that never ends.\n\nThe pool was full.")]
    [InlineData("Before.\n<!-- that never ends.\n\nThe pool was full.", "Before.")]
    [InlineData("<!-->a<!---->b", "ab")]
    [InlineData("```\n<!-- code -->\n~~x~~\n```", "```\n<!-- code -->\n~~x~~\n```")]
    [InlineData("### Steps\n\n_No response_\n\n### What\n\nIt hangs.\n\n### Else\n", "### What\n\nIt hangs.\n")]
    [InlineData("# Report\n\n## Steps\n\nrun it", "# Report\n\n## Steps\n\nrun it")]
    public void Only_what_the_author_says_is_left(string markdown, string text) =>
        AuthorMarkdown.Read(markdown).Trim().ShouldBe(text.Trim());

    [Theory]
    [InlineData("It hangs.\n\n<details><summary>Env</summary>\n\nLinux\n\n</details>\n\nOften.", "It hangs.\n\n\nOften.")]
    [InlineData("- [X] I searched\nIt hangs.", "It hangs.")]
    [InlineData("* [x] I searched\n+ [ ] I did not\n1. [X] I agree\n- ☑ I read it\nIt hangs.", "It hangs.")]
    [InlineData("- [x](https://a.example) is slow", "- [x](https://a.example) is slow")]
    [InlineData("<DETAILS>\nnode 20\n</DETAILS>\nIt hangs.", "It hangs.")]
    [InlineData("```\n- [ ] code\n```", "```\n- [ ] code\n```")]
    [InlineData("<details>all of it</details>", "<details>all of it</details>")]
    public void A_form_is_not_the_authors_words(string markdown, string text) => AuthorMarkdown.WithoutForm(markdown).ShouldBe(text);
}
