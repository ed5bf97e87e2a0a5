using Microsoft.Playwright;
using NewsEducator.Testing;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>As the owner of the machine signs in: by the link with the local token, and a press.</summary>
internal static class SigningIn
{
    // Waits for what only a signed-in person sees; a page's load event may be over before anybody waits for it.
    public static async Task SignInAsync(this IPage page, RunningProduct product)
    {
        var review = product.Endpoints["review"].ToString();
        await page.GotoAsync($"{review}signin?token={product.Token}");
        await page.ClickAsync("form.card button");
        await page.WaitForSelectorAsync(".top nav [aria-current]");
        page.Url.ShouldBe(review);
    }
}
