using NewsEducator.Contracts;
using NewsEducator.Publisher.Cards;

namespace NewsEducator.Publisher.Tests.Cards;

public sealed class CardQuestionsTests
{
    private static readonly string[] Sentences =
    [
        "扣款接口的 P99 从 180ms 升到 9s。",
        "原因是连接池里的连接没有归还。",
        "回滚到 2.3.1 后恢复正常。",
    ];

    [Fact]
    public void What_was_seen_is_given_and_why_it_happened_is_asked()
    {
        var questions = CardQuestions.Of(Content());

        questions[0].ShouldBe(new CardQuestion(CardQuestions.Main, $"连接池耗尽：{Sentences[0]} 为什么会这样？", Sentences[1]));
        questions[1].ShouldBe(new CardQuestion("remedy", "连接池耗尽：怎样处理或避免？", Sentences[2]));
    }

    [Fact]
    public void A_type_of_a_later_version_has_its_questions_too() =>
        CardQuestions.Of(Content() with { Type = "架构决策" })[0].Question.ShouldStartWith("连接池耗尽：");

    [Fact]
    public void A_term_is_asked_for_where_it_is_used() =>
        CardQuestions
            .Of(Content())
            .Single(question => question.Slot == "term\nP99")
            .ShouldBe(new CardQuestion("term\nP99", "扣款接口的 ____ 从 180ms 升到 9s。（填空：百分之九十九分位）", "P99"));

    [Theory]
    [InlineData(ItemTypes.Incident)]
    [InlineData(ItemTypes.Advisory)]
    [InlineData(ItemTypes.Debate)]
    [InlineData(ItemTypes.Comparison)]
    [InlineData(ItemTypes.Tutorial)]
    public void No_question_asks_what_something_is_or_holds_its_own_answer(string type)
    {
        foreach (var question in CardQuestions.Of(Content() with { Type = type, OneLiner = "连接要归还", Analogy = "像借书不还一样" }))
        {
            question.Question.ShouldNotContain("是什么？”");
            question.Question.ShouldNotContain(question.Answer);
        }
    }

    [Fact]
    public void Without_sentences_the_summary_answers()
    {
        var question = CardQuestions.Of(Content() with { Claims = [], Terms = [] }).ShouldHaveSingleItem();

        (question.Slot, question.Answer).ShouldBe((CardQuestions.Main, "P99 从 180ms 升到 9s。"));
    }

    [Fact]
    public void G14_A_mended_text_is_the_same_question()
    {
        var before = CardQuestions.Of(Content());
        var after = CardQuestions.Of(Content() with { Title = "连接池用尽" });
        var id = Content().ItemId;

        after.Select(question => question.NoteGuid(id)).ShouldBe(before.Select(question => question.NoteGuid(id)));
        before.Select(question => question.NoteGuid(id)).Distinct().Count().ShouldBe(before.Count);
        before[0].NoteGuid(id).ShouldBe(CardDraft.Choose(Some.Digest(Some.Item(1)), 1).Single().NoteGuid);
    }

    [Fact]
    public void Questions_in_a_note_have_block_ids_that_never_change()
    {
        var item = Some.Item(1);
        var card = CardDraft.Choose(Some.Digest(item), 1).Single();

        var lines = CardText.Render(card, item).Split('\n').Where(line => line.Contains("::")).ToList();

        lines.Count.ShouldBe(2);
        lines
            .Select(line => line[^10..])
            .ShouldBe(CardQuestions.Of(item.Content).Select(each => $" ^{each.NoteGuid(item.ItemId):N}"[..10]));
    }

    private static ApprovedContent Content() =>
        Some.Content() with
        {
            Claims = [.. Sentences.Select(sentence => new Claim { Sentence = sentence })],
        };
}
