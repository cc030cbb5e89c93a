using Microsoft.Playwright;

namespace EdgeGateway.Testing.Browser;

/// <summary>axe-core over an open page.</summary>
internal static class Accessibility
{
    /// <summary>Fails on any serious or critical violation, naming the element.</summary>
    public static async Task CheckAsync(IPage page)
    {
        // A page that has begun to come has its language before it has its title.
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        await page.EvaluateAsync("Promise.all(document.getAnimations().map(animation => animation.effect.getTiming().iterations === Infinity ? 0 : animation.finished))");
        await page.EvaluateAsync(await File.ReadAllTextAsync(
            Path.Combine(TestData.RepositoryRoot, "node_modules", "axe-core", "axe.min.js"), TestContext.Current.CancellationToken));
        var found = await page.EvaluateAsync<string[]>(
            "axe.run().then(result => result.violations.filter(item => ['serious', 'critical'].includes(item.impact)).flatMap(item => item.nodes.map(node => item.id + ': ' + node.html + ' ' + node.failureSummary)))");
        Assert.True(found.Length == 0, page.Url + Environment.NewLine + string.Join(Environment.NewLine, found));
    }
}
