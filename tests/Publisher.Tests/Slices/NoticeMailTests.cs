using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>What reviewers and operators are mailed.</summary>
public sealed class NoticeMailTests : MailTest
{
    [Fact]
    public async Task Reviewers_are_mailed_that_a_pack_is_ready_or_overdue()
    {
        await App.SendAsync(Awaits(isOverdue: false));
        var ready = await MailedAsync("reviewer@news.example");
        (ready.Message.Subject, ready.Message.Headers["Auto-Submitted"]).ShouldBe(("候选包已就绪：2026-11-23", "auto-generated"));
        ready.Text.ShouldContain("共 12 条候选，7 条未决定");
        ready.Text.ShouldContain("https://review.example/packs/2026-11-23");
        ready.Html.ShouldContain("href=\"https://review.example/packs/2026-11-23\"");

        await App.SendAsync(Awaits(isOverdue: true));
        await Eventually.GetAsync(() => Task.FromResult(Server.To("reviewer@news.example").ToList()), mails => mails.Count == 2);
        Server.Mails[1].Message.Subject.ShouldBe("候选包等待过久：2026-11-23");
        await Eventually.GetAsync(() => App.WithDbAsync(db => db.MailNotices.CountAsync(Cancel)), waiting => waiting == 0);
    }

    [Fact]
    public async Task Operators_are_mailed_that_a_webhook_is_disabled()
    {
        Receiver.Answer = http =>
        {
            http.Response.StatusCode = StatusCodes.Status410Gone;
            return Task.CompletedTask;
        };
        using var http = App.CreateOperator();
        var created = await http.PostAsJsonAsync("/api/webhooks", new { url = Receiver.Url }, Cancel);
        var id = (Guid)JsonNode.Parse(await created.Content.ReadAsStringAsync(Cancel))!["webhook"]!["id"]!;
        (await http.PostAsync($"/api/webhooks/{id}/test", null, Cancel)).EnsureSuccessStatusCode();

        var mail = await MailedAsync("operator@news.example");

        mail.Message.Subject.ShouldBe("Webhook 已停用：127.0.0.1");
        mail.Text.ShouldContain($"{id}");
        mail.Text.ShouldContain("410 Gone");
    }
}
