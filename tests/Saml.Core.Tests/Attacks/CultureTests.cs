using System.Globalization;

namespace Saml.Core.Tests.Attacks;

/// <summary>
/// The attacks on the rules, under cultures with another calendar, other digits or another lower-case I: an answer does
/// not depend on the machine.
/// </summary>
public sealed class CultureTests
{
    [Theory]
    [CatalogueRow("TM-17", "NP-31")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    public async Task Answers_are_the_same(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo beforeInTexts = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;

            List<string> changed = [];
            foreach (Attack attack in SemanticAttacks.All.Concat(TimeAttacks.All))
            {
                SamlErrorCode code = (await attack.SubmitAsync()).Error?.Code ?? SamlErrorCode.None;
                if (code != attack.Expected)
                {
                    changed.Add($"{attack.Title}: {code}");
                }
            }

            changed.Should().BeEmpty();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = beforeInTexts;
        }
    }
}
