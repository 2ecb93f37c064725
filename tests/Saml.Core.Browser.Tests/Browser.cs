using Microsoft.Playwright;

namespace Saml.Core.Browser.Tests;

/// <summary>A headless Chromium that the machine has; tests skip, saying so, where there is none.</summary>
public sealed class Browser : IAsyncLifetime
{
    // Nothing but the page is asked of it, and it has no network to ask.
    private static readonly string[] s_arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] s_places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        string? path = s_places.FirstOrDefault(File.Exists);
        if (path is null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = s_arguments });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A page of its own, with nothing kept from another.</summary>
    public async Task<IPage> OpenAsync(int width, ColorScheme scheme, bool bypassPolicy = false)
    {
        Skip.If(_browser is null, "There is no Chromium on this machine.");
        IBrowserContext context = await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            BypassCSP = bypassPolicy,
        });
        return await context.NewPageAsync();
    }
}
