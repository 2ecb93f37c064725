using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Saml.Core.Browser.Tests;

/// <summary>
/// A report opened as whoever gets it by mail opens it: from a file, narrow or wide, in light or dark. Pictures of all of them
/// are left in artifacts/reports.
/// </summary>
public sealed class HtmlReportTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly string s_pictures = Path.Combine(Root(), "artifacts", "reports");

    public static TheoryData<string, int, ColorScheme> Views
    {
        get
        {
            TheoryData<string, int, ColorScheme> views = [];
            foreach (string name in Reports.Names)
            {
                foreach (int width in (int[])[400, 1200])
                {
                    views.Add(name, width, ColorScheme.Light);
                    views.Add(name, width, ColorScheme.Dark);
                }
            }

            return views;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Views))]
    public async Task It_is_readable_and_loads_and_runs_nothing(string name, int width, ColorScheme scheme)
    {
        IPage page = await browser.OpenAsync(width, scheme);
        List<string> complaints = [];
        List<string> requests = [];
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);
        string file = Write(name, width, scheme);

        await page.GotoAsync(new Uri(file).AbsoluteUri);
        await page.ScreenshotAsync(new() { Path = Path.ChangeExtension(file, ".png"), FullPage = true });

        complaints.Should().BeEmpty();
        requests.Should().Equal([new Uri(file).AbsoluteUri], "it needs nothing but itself");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().Be(width, "nothing is cut off");
        (await page.EvaluateAsync<double>(SmallestText)).Should().BeGreaterThanOrEqualTo(12);
        (await page.EvaluateAsync<int>("document.scripts.length")).Should().Be(0);
        (await page.TitleAsync()).Should().Be("SAML report");
    }

    /// <summary>Contrast of every text, order of headings, language, names: WCAG 2 A and AA.</summary>
    [SkippableTheory]
    [MemberData(nameof(Views))]
    public async Task It_is_accessible(string name, int width, ColorScheme scheme)
    {
        IPage page = await browser.OpenAsync(width, scheme, bypassPolicy: true);
        await page.SetContentAsync(Reports.Find(name));
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");

        AxeResult result = await page.RunAxe();

        result.Violations.Select(violation => $"{violation.Id}: {violation.Help}").Should().BeEmpty();
        result.Passes.Should().Contain(rule => rule.Id == "color-contrast", "it was looked at");
    }

    [SkippableFact]
    public async Task Values_of_the_message_are_text_wherever_they_stand()
    {
        IPage page = await browser.OpenAsync(1200, ColorScheme.Light, bypassPolicy: true);

        await page.SetContentAsync(Reports.Find("markup in every text"));

        (await page.Locator("script, img, b, [onclick], [onerror]").CountAsync()).Should().Be(0);
        (await page.Locator("main").InnerTextAsync()).Should().Contain("<script>fail()</script>");
    }

    private const string SmallestText =
        """
        Math.min(...[...document.querySelectorAll('body *')]
            .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
            .map(one => parseFloat(getComputedStyle(one).fontSize)))
        """;

    private static string Write(string name, int width, ColorScheme scheme)
    {
        Directory.CreateDirectory(s_pictures);
        string file = Path.Combine(s_pictures, Reports.FileName(name, width, scheme.ToString()) + ".html");
        File.WriteAllText(file, Reports.Find(name));
        return file;
    }

    private static string Root()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Saml.Core.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? AppContext.BaseDirectory;
    }
}
